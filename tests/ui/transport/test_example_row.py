import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

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


class Moving(QObject):
    """Whoever lays the row out again as soon as something in it comes or goes."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        row = watched.parent()
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent) and isinstance(row, ExampleRow):
            row.resize(row.width() + (1 if event.type() is QEvent.Type.ShowToParent else -1), row.height())
        return False


def test_a_room_that_changes_while_words_are_tried_misleads_nobody(row):
    around = QWidget()
    row.setParent(around)
    row.setMinimumSize(0, 0)
    around.show()
    row.show()
    row.resize(300, row.height())
    few = row.words()
    assert few is Words.NO_GRAIN
    moving = Moving()
    row.grain.installEventFilter(moving)
    row.set_rim(0)
    assert row.words() is few
    assert row.grain.isHidden()
    row.setParent(None)
    around.deleteLater()
