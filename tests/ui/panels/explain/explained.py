"""Pages of explanations in view, with real records in them."""

from nnviz.ui.session.moment import Moment
from tests.ui.panels.runs import run_info
from tests.ui.put_up import put_up


def shown(qtbot, page, size=(540, 380)):
    """A page in view, which gets an answer to whatever it asks."""
    if hasattr(page, "asked"):
        page.asked.connect(lambda question: page.show_answer(question, question.answer()))
    return put_up(qtbot, page, *size)


def explain(page, run, selection=None, record=None, phase=None, **moment):
    """Explain a run's next update, at its end unless told otherwise; returns its record."""
    record = record if record is not None else run.iterate()
    index = len(record.phases) - 1 if phase is None else phase
    page.set_run(run_info(run))
    page.show_moment(Moment(record, index, selection=selection, **moment))
    return record
