"""The data editor as a window: what is in the hand, what is on the board, and what comes of it."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from nnviz.engine.data.examples import make_examples
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.controls.slider import Slider
from nnviz.ui.windows.data_editor.dialog import DataEditorDialog
from nnviz.ui.windows.data_editor.drawing import MOST_POINTS
from nnviz.ui.windows.data_editor.tools import TOOLS, Tool
from tests.ui.panels.runs import colours_in
from tests.ui.put_up import put_up
from tests.ui.windows.data_editor.boards import dialog, experiment


@pytest.fixture
def opened(qtbot, look):
    def open_one(name="circle", **fields):
        window = dialog(look, name, **fields)
        qtbot.addWidget(window, before_close_func=lambda each: each.history.stack.setClean())
        window.resize(1100, 780)
        window.show()
        return window

    return open_one


@pytest.fixture
def editor(opened):
    return opened()


def put_a_point(window):
    frame = window.board.frame
    window.board.use(frame.topLeft() + QPointF(12.0, 12.0))


@pytest.mark.parametrize("name", ["circle", "spiral3", "sine", "bumps", "digits"])
@pytest.mark.parametrize(
    ("theme", "size", "scale"),
    [("light", (1120, 800), 1.0), ("dark", (840, 600), 0.75), ("projector", (1900, 1000), 1.5)],
)
def test_it_is_painted_in_every_theme_and_size(qtbot, fonts, name, theme, size, scale):
    made = experiment(name)
    window = put_up(qtbot, DataEditorDialog(Look(theme, scale), made, make_examples(made)), *size)
    assert colours_in(window) > 20
    assert window.rect().contains(window.use.geometry()) and window.rect().contains(window.cancel.geometry())


def test_it_says_what_using_the_data_means(editor):
    assert editor.headline.text == "Starts a new run with 300 points"
    assert editor.parts.text.startswith("180 to train on, 60 to validate, 60 to test")
    put_a_point(editor)
    assert editor.headline.text == "Starts a new run with 301 points" and editor.count.text == "301 points"


def test_using_it_hands_over_an_experiment_with_the_points_and_closes(qtbot, editor):
    put_a_point(editor)
    with qtbot.waitSignal(editor.accepted) as caught:
        editor.use.click()
    (result,) = caught.args
    assert len(result.data.x) == 301 and result.data.source is None
    assert tuple(editor.history.drawing.x[-1].tolist()) == result.data.x[-1]
    assert not editor.isVisible()


def test_control_and_enter_use_it_from_the_board_too(qtbot, editor):
    editor.activateWindow()
    with qtbot.waitSignal(editor.accepted):
        qtbot.keyClick(editor.board, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_what_does_not_go_with_the_points_is_said_before_they_are_used(opened):
    window = opened(data__inputs=["x1", "x2", "x1*x2"])
    window.start_from.choice.set_key("sine")
    window.start_from.start()
    assert "features need other inputs" in window.parts.text


def test_what_the_engine_refuses_is_said_and_nothing_is_lost(qtbot, opened):
    window = opened(data__inputs=["x1", "1/x2"])
    window.history.keep("move", window.history.drawing.moved(0, (0.0, 0.0)))
    got = []
    window.accepted.connect(got.append)
    window.use.click()
    assert got == [] and window.isVisible() and len(window.history.drawing) == 300
    assert window.messages.isVisible() and window.messages.kind() == "error" and "1/x2" in window.messages.text()


def test_without_points_there_is_nothing_to_use(editor):
    editor.start_from.choice.set_key("empty classes")
    editor.start_from.start()
    assert not editor.use.isEnabled() and "once there are points" in editor.headline.text


def test_number_keys_choose_the_class(qtbot, editor):
    editor.activateWindow()
    qtbot.keyClick(editor.board, Qt.Key.Key_2)
    assert editor.hand.label == 1 and editor.palette_of_classes.rows[1].isChecked()
    qtbot.keyClick(editor.board, Qt.Key.Key_9)
    assert editor.hand.label == 1, "there is no ninth class"


def test_the_palette_shows_names_and_counts(editor):
    rows = editor.palette_of_classes.rows
    assert [row.isVisible() for row in rows[:3]] == [True, True, False]
    assert rows[0].accessibleName() == f"class 0, {editor.history.drawing.counts()[0]} points"
    rows[1].click()
    assert editor.hand.label == 1 and rows[1].isChecked() and not rows[0].isChecked()
    rows[1].click()
    assert rows[1].isChecked()


def test_a_class_more_makes_it_a_task_of_three(qtbot, editor):
    editor.palette_of_classes.more.click()
    assert editor.hand.label == 2 and editor.history.drawing.classes == 3
    assert "No points of class 2" in editor.parts.text
    put_a_point(editor)
    with qtbot.waitSignal(editor.accepted) as caught:
        editor.use.click()
    assert caught.args[0].network.output == "softmax"


def test_letters_take_the_tools(qtbot, editor):
    editor.activateWindow()
    for row in reversed(TOOLS):
        qtbot.keyClick(editor.board, getattr(Qt.Key, f"Key_{row.key}"))
        assert editor.hand.tool is row.tool and editor.tools.buttons[row.tool].isChecked()


def test_the_brush_has_a_size(qtbot, editor):
    assert not editor.tools.brush_size.isEnabled()
    editor.tools.buttons[Tool.SPRAY].click()
    assert editor.tools.brush_size.isEnabled()
    editor.activateWindow()
    before = editor.hand.radius
    qtbot.keyClick(editor.board, Qt.Key.Key_BracketRight)
    assert editor.hand.radius > before and editor.tools.brush_size.value() == editor.hand.radius


def test_painted_wrong_labels_are_counted(editor):
    editor.choose_tool(Tool.WRONG)
    editor.board.use(editor.board.frame.center())
    wrong = int(editor.history.drawing.wrong.sum())
    assert wrong > 1 and editor.count.text.startswith(f"300 points · {wrong} labels painted wrong (")


def test_undo_and_redo_by_key_and_by_button(qtbot, editor):
    assert not editor.undo.isEnabled()
    put_a_point(editor)
    assert editor.undo.toolTip() == "Undo: add a point (Ctrl+Z)"
    editor.activateWindow()
    qtbot.keyClick(editor.board, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(editor.history.drawing) == 300
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(editor.board, Qt.Key.Key_Z, both)
    assert len(editor.history.drawing) == 301
    editor.undo.click()
    editor.redo.click()
    assert len(editor.history.drawing) == 301


def test_starting_from_another_set_can_be_undone(editor):
    before = editor.history.drawing
    editor.start_from.choice.set_key("spiral3")
    editor.start_from.choice.picked.emit("spiral3")
    editor.start_from.examples.set_value(90)
    editor.start_from.noise.set_value(0.05)
    editor.start_from.button.click()
    assert len(editor.history.drawing) == 90 and editor.history.drawing.classes == 3
    assert editor.palette_of_classes.rows[2].isVisible()
    editor.undo.click()
    assert editor.history.drawing is before and not editor.palette_of_classes.rows[2].isVisible()


def test_numbers_to_predict_have_a_slider_and_no_classes(editor):
    editor.choose_tool(Tool.WRONG)
    editor.start_from.choice.set_key("plane")
    editor.start_from.start()
    assert editor.value.isVisible() and not editor.palette_of_classes.isVisible()
    assert not editor.tools.buttons[Tool.WRONG].isEnabled() and editor.hand.tool is Tool.POINT
    editor.start_from.choice.set_key("sine")
    editor.start_from.start()
    assert not editor.value.isVisible() and "height" in editor.value_hint.text()


def test_a_set_of_fixed_size_has_no_number_of_examples(editor):
    editor.start_from.choice.picked.emit("xor4")
    assert editor.start_from.examples.isHidden() and not editor.start_from.noise.isHidden()


def test_what_cannot_be_edited_by_hand_says_so_on_an_empty_board(opened):
    window = opened("digits")
    assert "64 inputs" in window.messages.text() and len(window.history.drawing) == 0
    assert window.start_from.choice.box.findData("current") == -1
    window.start_from.start()
    assert len(window.history.drawing) == 200 and not window.messages.isVisible()


def test_closing_warns_once_where_something_would_be_lost(qtbot, editor):
    put_a_point(editor)
    qtbot.keyClick(editor.board, Qt.Key.Key_Escape)
    assert editor.isVisible() and "lost" in editor.messages.text()
    qtbot.keyClick(editor.board, Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_closing_asks_nothing_where_nothing_was_drawn(qtbot, editor):
    editor.cancel.click()
    assert not editor.isVisible()


def test_tab_goes_from_the_board_to_the_last_button(editor):
    assert editor.board.hasFocus() or editor.focusWidget() is editor.board
    order, widget = [], editor.board
    for _ in range(200):
        order.append(widget)
        widget = widget.nextInFocusChain()
        if widget is editor.board:
            break
    wanted = [editor.board, editor.palette_of_classes.rows[0], editor.tools.buttons[Tool.POINT]]
    wanted += [editor.start_from.button, editor.undo, editor.cancel, editor.use]
    places = [order.index(each) for each in wanted]
    assert all(before < after for before, after in pairwise(places))


def test_a_sorted_split_is_said(opened):
    assert "sorted" in opened(data__faults={"sorted_split": True}).parts.text


def test_undo_and_redo_can_be_pressed_as_far_as_there_is_something(editor):
    put_a_point(editor)
    editor.board.use(editor.board.frame.bottomRight() - QPointF(12.0, 12.0))
    assert editor.undo.isEnabled() and not editor.redo.isEnabled()
    editor.undo.click()
    assert editor.undo.isEnabled() and editor.redo.isEnabled()
    assert editor.undo.toolTip() == "Undo: add a point (Ctrl+Z)"
    assert editor.redo.toolTip() == "Redo: add a point (Ctrl+Shift+Z)"
    editor.undo.click()
    assert not editor.undo.isEnabled()
    assert editor.undo.toolTip() == "Undo (Ctrl+Z)"


def test_the_wheel_resizes_a_brush(qtbot, editor):
    editor.tools.buttons[Tool.SPRAY].click()
    before = editor.hand.radius
    middle = editor.board.viewport().rect().center()
    turn = QWheelEvent(
        QPointF(middle),
        QPointF(editor.board.viewport().mapToGlobal(middle)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.board.viewport(), turn)
    assert editor.hand.radius > before and editor.tools.brush_size.value() == editor.hand.radius


def test_the_slider_resizes_a_brush(editor):
    editor.tools.buttons[Tool.SPRAY].click()
    groove = editor.tools.brush_size.findChild(Slider)
    before = editor.hand.radius
    groove.setValue(groove.value() + 5)
    assert editor.hand.radius > before


def test_what_the_board_cannot_do_is_said(editor):
    editor.start_from.choice.set_key("circle")
    editor.start_from.start()
    drawing = editor.history.drawing
    rows = np.arange(MOST_POINTS) % len(drawing)
    full = replace(drawing, x=drawing.x[rows], y=drawing.y[rows], clean=drawing.clean[rows])
    editor.history.keep("many", full)
    editor.choose_tool(Tool.POINT)
    put_a_point(editor)
    assert "no room for more" in editor.messages.text()


def test_the_slider_chooses_the_number_of_new_points(editor):
    editor.start_from.choice.set_key("plane")
    editor.start_from.start()
    groove = editor.value.findChild(Slider)
    groove.setValue(groove.maximum())
    put_a_point(editor)
    assert editor.history.drawing.y[-1] == editor.value.value() > 0


def test_a_tool_stays_pressed_in_when_it_is_clicked_again(editor):
    button = editor.tools.buttons[Tool.SPRAY]
    button.click()
    button.click()
    assert button.isChecked() and editor.hand.tool is Tool.SPRAY


@pytest.mark.parametrize(("key", "nearer"), [(Qt.Key.Key_Minus, False), (Qt.Key.Key_Plus, True)])
def test_keys_zoom(qtbot, editor, key, nearer):
    editor.activateWindow()
    before = editor.board.grab().toImage()
    qtbot.keyClick(editor.board, key)
    zoomed = editor.board.grab().toImage()
    assert zoomed != before
    (editor.zoom_out if nearer else editor.zoom_in).click()
    assert editor.board.grab().toImage() == before
