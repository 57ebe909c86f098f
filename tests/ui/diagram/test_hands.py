"""Changing weights and biases in the diagram by dragging, by the wheel and by the menu; what explanations light."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from nnviz.ui.diagram.highlight import NO_HIGHLIGHT, Highlight
from nnviz.ui.diagram.value_hand import Turning, ValueDrag
from nnviz.ui.session.moment import Selection
from tests.ui.diagram.networks import moment_at, run_of
from tests.ui.diagram.test_view import editor_of, knob, middle, on_edge, record, trainer, view  # noqa: F401

LEFT = Qt.MouseButton.LeftButton
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shown(view, record, qtbot):  # noqa: F811
    view.show_moment(moment_at(record, "a2"))
    view.heard = []
    view.drag_begun.connect(lambda: view.heard.append("begun"))
    view.drag_ended.connect(lambda: view.heard.append("ended"))
    view.edit_requested.connect(lambda selection, value: view.heard.append((selection, value)))
    return view


def wheel(view, at, turn, modifiers=NO_MODIFIER):  # noqa: F811
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.mapToGlobal(at)),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)
    return event


def test_dragging_up_on_a_weight_makes_it_larger_all_along(shown, record, qtbot):  # noqa: F811
    start, weight = on_edge(shown, 2, 1, 3), float(record.layers[1].W[1, 3])
    qtbot.mousePress(shown, LEFT, pos=start)
    for up in (10, 20, 30):
        qtbot.mouseMove(shown, start - QPoint(0, up))
    qtbot.mouseRelease(shown, LEFT, pos=start - QPoint(0, 30))
    first, *values, last = shown.heard
    assert (first, last) == ("begun", "ended")
    assert {selection for selection, _ in values} == {Selection(2, 1, source=3)}
    assert values[-1][1] == pytest.approx(round(weight + 0.3, 2))


def test_a_bias_is_dragged_by_its_knob_and_a_unit_is_not(shown, record, qtbot):  # noqa: F811
    start = knob(shown, 1, 2)
    qtbot.mousePress(shown, LEFT, pos=start)
    qtbot.mouseMove(shown, start + QPoint(0, 40))
    qtbot.mouseRelease(shown, LEFT, pos=start)
    assert shown.heard[1] == (Selection(1, 2, bias=True), pytest.approx(round(float(record.layers[0].b[2]) - 0.4, 2)))
    shown.heard.clear()
    qtbot.mousePress(shown, LEFT, pos=middle(shown, 1, 2))
    qtbot.mouseMove(shown, middle(shown, 1, 2) - QPoint(0, 40))
    qtbot.mouseRelease(shown, LEFT, pos=middle(shown, 1, 2))
    assert shown.heard == []


def test_a_click_changes_nothing(shown, qtbot):
    qtbot.mouseClick(shown, LEFT, pos=on_edge(shown, 2, 1, 3))
    assert shown.heard == []


def test_the_wheel_turns_what_it_is_over_and_scrolls_nothing_elsewhere(shown, record):  # noqa: F811
    weight, edge = float(record.layers[1].W[1, 3]), Selection(2, 1, source=3)
    assert wheel(shown, on_edge(shown, 2, 1, 3), 120).isAccepted()
    wheel(shown, on_edge(shown, 2, 1, 3), -240, SHIFT)
    # The second turn goes on from the first, which the model has not answered.
    assert shown.heard == [
        (edge, pytest.approx(round(weight + 0.1, 2))),
        (edge, pytest.approx(round(weight + 0.08, 3))),
    ]
    assert not wheel(shown, QPoint(3, 3), 120).isAccepted()
    assert not wheel(shown, middle(shown, 1, 2), 120).isAccepted()


def test_a_small_movement_is_still_a_click(qapp):
    drag = ValueDrag(Selection(1, 0, source=0), 0.5, QPointF(0.0, 100.0))
    assert drag.value_at(QPointF(0.0, 98.0), NO_MODIFIER) is None
    assert drag.value_at(QPointF(0.0, 50.0), NO_MODIFIER) == 1.0
    assert drag.value_at(QPointF(0.0, 99.0), SHIFT) == 0.501


def test_turning_is_finer_with_shift_and_small_turns_add_up():
    turning = Turning(Selection(1, 0, source=0), 0.5, 0.0)
    assert turning.turn(120, NO_MODIFIER) == 0.6
    assert turning.turn(-120, SHIFT) == 0.59
    for _ in range(30):
        value = turning.turn(4, NO_MODIFIER)
    assert value == 0.69


def test_a_button_that_was_let_go_elsewhere_drags_no_more(shown, qtbot):
    start = on_edge(shown, 2, 1, 3)
    qtbot.mousePress(shown, LEFT, pos=start)
    place = QPointF(start - QPoint(0, 40))
    for buttons in (LEFT, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton):
        event = QMouseEvent(QEvent.Type.MouseMove, place, place, Qt.MouseButton.NoButton, buttons, NO_MODIFIER)
        QApplication.sendEvent(shown, event)
    assert [heard for heard in shown.heard if isinstance(heard, str)] == ["begun", "ended"]
    assert len(shown.heard) == 3


def test_a_drag_does_not_go_on_into_another_run(shown, trainer, record, qtbot):  # noqa: F811
    start = on_edge(shown, 2, 1, 3)
    qtbot.mousePress(shown, LEFT, pos=start)
    qtbot.mouseMove(shown, start - QPoint(0, 20))
    shown.set_run(run_of(trainer))
    shown.show_moment(moment_at(record, "a2"))
    shown.heard.clear()
    qtbot.mouseMove(shown, start - QPoint(0, 60))
    assert shown.heard == []


def test_a_number_that_nobody_typed_is_not_committed(shown, qtbot):
    qtbot.mouseDClick(shown, LEFT, pos=on_edge(shown, 2, 1, 3))
    shown.heard.clear()
    qtbot.keyClick(editor_of(shown), Qt.Key.Key_Return)
    assert shown.heard == []


def test_the_menu_comes_only_where_something_is_picked(shown, record):  # noqa: F811
    asked = []
    shown.menu_requested.connect(asked.append)
    place = QPoint(200, 200)
    for selection, count in ((None, 0), (Selection(1, 0), 1)):
        shown.show_moment(moment_at(record, "a2", selection=selection))
        QApplication.sendEvent(shown, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, place))
        assert len(asked) == count


def test_what_an_explanation_points_at_stands_out_for_as_long_as_it_does(shown):
    before = shown.grab().toImage()
    shown.set_highlight(Highlight(units=((1, 2),), edges=((2, 1, 2), (9, 9, 9))))
    assert shown.grab().toImage() != before
    shown.set_highlight(NO_HIGHLIGHT)
    assert shown.grab().toImage() == before


def test_the_card_comes_where_the_pointer_rests_and_goes_when_something_is_done(shown, record, qtbot):  # noqa: F811
    shown.show()
    qtbot.mouseMove(shown, QPoint(3, 3))
    qtbot.mouseMove(shown, on_edge(shown, 2, 1, 3))
    assert not shown.shows_card
    qtbot.waitUntil(lambda: shown.shows_card)
    qtbot.mousePress(shown, LEFT, pos=on_edge(shown, 2, 1, 3))
    assert not shown.shows_card
    qtbot.mouseRelease(shown, LEFT, pos=on_edge(shown, 2, 1, 3))
    qtbot.mouseMove(shown, middle(shown, 1, 2))
    qtbot.waitUntil(lambda: shown.shows_card)
    shown.show_moment(moment_at(record, "z2"))
    assert not shown.shows_card
