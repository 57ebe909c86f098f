import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnviz.engine.training.record.steps import Grain
from nnviz.ui.look.look import Look
from nnviz.ui.session.moment import Moment
from nnviz.ui.transport.example_row import ExampleRow, Words
from tests.ui.actions.idle import idle_actions
from tests.ui.panels.runs import run_info, trainer


@pytest.fixture
def row(qtbot, fonts):
    look = Look()
    actions = idle_actions(look)
    widget = ExampleRow(look, actions)
    qtbot.addWidget(widget)
    widget.resize(1000, widget.sizeHint().height())
    run = trainer()
    widget.set_run(run_info(run))
    widget.show_moment(Moment(run.iterate(), 0))
    widget.show()
    return widget


@pytest.mark.parametrize("grain", list(Grain))
def test_each_grain_can_be_picked_and_its_tool_tip_has_its_key(row, qtbot, grain):
    button = row.grain.choice.button(grain.value)
    with qtbot.waitSignal(row.grain.grain_picked) as picked:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert picked.args == [grain]
    assert str(list(Grain).index(grain) + 1) in button.toolTip()


def test_a_grain_is_shown_without_a_signal(row):
    row.grain.grain_picked.connect(lambda _: pytest.fail("nobody picked anything"))
    row.show_moment(Moment(trainer().iterate(), 0, grain=Grain.UNIT))
    assert row.grain.grain() is Grain.UNIT


def test_less_room_leaves_fewer_words(row):
    seen = []
    for width in (1000, 640, 560, 420, 1000):
        row.resize(width, row.height())
        seen.append(row.words())
        assert row.examples.dots.width() > 40
    assert seen[0] is Words.ALL and seen[-1] is Words.ALL
    assert seen[:4] == sorted(seen[:4]) and seen[3] > Words.NO_CAPTION
