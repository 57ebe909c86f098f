"""The panel of explanations: it opens the page that has something to say, and only that one is asked for anything."""

import pytest

from nnviz.engine import Experiment, Trainer
from nnviz.ui.diagram.highlight import NO_HIGHLIGHT
from nnviz.ui.panels.explain.panel import ExplainPanel
from nnviz.ui.session.moment import Moment, Selection
from nnviz.worker.explainer import Explained
from tests.ui.panels.host import NotingHost
from tests.ui.panels.runs import run_info


@pytest.fixture
def trainer():
    trainer = Trainer(Experiment.named("circle"))
    trainer.run(20)
    return trainer


@pytest.fixture
def panel(look, qtbot, trainer):
    panel = ExplainPanel(look)
    qtbot.addWidget(panel)
    panel.resize(540, 390)
    panel.set_run(run_info(trainer))
    panel.host = NotingHost(panel)
    panel.connect_to(panel.host)
    return panel


def pick(panel, record, selection):
    panel.show_moment(Moment(record, 5, selection=selection))


def test_a_weight_opens_a_page_about_weights_and_a_unit_one_about_units(panel, trainer):
    record = trainer.iterate()
    panel.show()
    keys = []
    for selection in (Selection(1, 0, source=1), Selection(1, 0), Selection(2, 0, bias=True), Selection(2, 1)):
        pick(panel, record, selection)
        keys.append(panel.key)
    assert keys == ["chain", "blame", "chain", "blame"]


def test_the_page_that_was_open_last_for_its_kind_comes_back(panel, trainer):
    record = trainer.iterate()
    panel.show()
    pick(panel, record, Selection(1, 0, source=1))
    panel.open("update")
    pick(panel, record, Selection(1, 0))
    panel.open("curve")
    pick(panel, record, Selection(1, 1, source=0))
    assert panel.key == "update"
    pick(panel, record, Selection(1, 1))
    assert panel.key == "curve"


def test_tables_stay_open_whatever_is_picked(panel, trainer):
    record = trainer.iterate()
    panel.show()
    panel.open("matrix")
    pick(panel, record, Selection(1, 0))
    pick(panel, record, Selection(1, 0, source=1))
    assert panel.key == "matrix"


def test_while_it_cannot_be_seen_nothing_is_asked_and_no_page_is_made(panel, trainer):
    pick(panel, trainer.iterate(), Selection(1, 0, source=1))
    assert panel.host.asked == [] and panel._pages == {}
    panel.show()
    assert len(panel.host.asked) == 1


def test_the_answer_goes_to_the_page_that_is_open(panel, trainer):
    record = trainer.iterate()
    panel.show()
    pick(panel, record, Selection(1, 0, source=1))
    (question,) = panel.host.asked
    panel.host.answered.emit(Explained(question, question.answer()))
    assert panel.page.path is not None


def test_another_page_puts_out_what_was_lit(panel, trainer):
    panel.show()
    panel.open("nudge")
    assert panel.host.what("highlight") == [[NO_HIGHLIGHT]]


def test_where_the_tabs_have_no_room_a_list_drops_down(panel):
    panel.show()
    assert panel.tabs.isVisible() and not panel.menu.isVisible()
    panel.resize(300, 390)
    assert not panel.tabs.isVisible() and panel.menu.isVisible() and panel.menu.text().startswith("Chain rule")
    panel.menu.pick(5)
    assert panel.key == "matrix" and panel.menu.text().startswith("Matrix")


@pytest.mark.parametrize("key", ["chain", "nudge", "update", "blame", "curve", "matrix"])
def test_every_page_can_be_shown_with_anything_picked(panel, trainer, key):
    record = trainer.iterate()
    panel.show()
    for selection in (None, Selection(0, 1), Selection(1, 3), Selection(3, 0), Selection(3, 0, source=2)):
        panel.open(key)
        pick(panel, record, selection)
        for question in panel.host.asked:
            panel.host.answered.emit(Explained(question, question.answer()))
        panel.host.asked.clear()
        assert not panel.grab().isNull()


def test_in_larger_type_the_tabs_become_a_list_at_once(qtbot, look):
    panel = ExplainPanel(look)
    qtbot.addWidget(panel)
    panel.resize(panel.tabs.sizeHint().width() + 60, 400)
    panel.show()
    assert panel.tabs.isVisible() and not panel.menu.isVisible()
    look.set_scale(1.5)
    assert panel.menu.isVisible() and not panel.tabs.isVisible()
