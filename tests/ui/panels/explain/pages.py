"""Pages of explanations on real records, answered at once as the window does on another thread."""

from dataclasses import replace

from nnviz.ui.session.moment import Moment, Selection
from tests.ui.panels import runs


def trainer(name="worked-example", **fields):
    """As for every panel, but of the experiment that can be worked out by hand."""
    return runs.trainer(name, **fields)


def record_of(name="worked-example", iterations=1, **fields):
    """The last of so many iterations."""
    run = trainer(name, **fields)
    for _ in range(iterations):
        record = run.iterate()
    return record


def moment(record, selection=None, example=0, **fields):
    """The start of an iteration: what its forward pass will give is not on screen yet."""
    return Moment(record, 0, example, selection=selection, **fields)


class Asked:
    """Keeps what a page asks."""

    def __init__(self, page):
        self.page = page
        self.questions = []
        page.asked.connect(self.questions.append)

    def __len__(self):
        return len(self.questions)

    def answer(self, place=-1):
        """Answer a question, the last one unless told otherwise."""
        question = self.questions[place]
        result = question.answer()
        self.page.show_answer(question, result)
        return result

    def explain(self, record, layer, unit, source=None, **fields):
        """Show a moment in which this is selected, and answer what the page asks."""
        self.page.show_moment(moment(record, Selection(layer, unit, source), **fields))
        return self.answer()


def later(moment, phases=3):
    """The same iteration some phases on."""
    return replace(moment, phase_index=moment.phase_index + phases)
