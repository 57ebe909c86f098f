"""The board: mouse and keyboard put points down, move them, take them away and change their labels."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from nnviz.ui.windows.data_editor.board import Board
from nnviz.ui.windows.data_editor.drawing import MOST_POINTS, Drawing
from nnviz.ui.windows.data_editor.history import History
from nnviz.ui.windows.data_editor.tools import Hand, Tool
from tests.ui.panels.runs import colours_in
from tests.ui.windows.data_editor.boards import drawing


@pytest.fixture
def made(qtbot, look):
    def make(what):
        board = Board(look, History(what), Hand(), np.random.default_rng(1))
        qtbot.addWidget(board)
        board.resize(500, 480)
        board.show()
        return board

    return make


@pytest.fixture
def board(made):
    return made(drawing("circle"))


@pytest.fixture
def empty(made):
    return made(Drawing.empty(2, 2, ""))


def free_place(board):
    """Somewhere without a point near."""
    frame = board.frame
    return next(
        place
        for x in range(20, int(frame.width()), 15)
        for y in range(20, int(frame.height()), 15)
        if board.point_at(place := QPointF(frame.left() + x, frame.top() + y)) is None
    )


def alone(board):
    """A point with no other one near."""
    return next(point for point in range(len(board.history.drawing)) if board.point_at(board.place_of(point)) == point)


def drag(qtbot, board, start, *places):
    viewport, left = board.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(viewport, left, pos=start)
    for place in places:
        board._drag(QPointF(place))
    qtbot.mouseRelease(viewport, left, pos=places[-1] if places else start)


def test_a_click_puts_a_point_of_the_chosen_class_there(qtbot, board):
    board.hand.label = 1
    place = free_place(board).toPoint()
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=place)
    points = board.history.drawing
    assert len(points) == 301 and points.labels[-1] == 1
    assert board.place_of(300).toPoint() == place
    assert board.history.stack.undoText() == "add a point"


def test_two_quick_clicks_are_two_points(qtbot, empty):
    for place in (QPoint(100, 100), QPoint(200, 200)):
        qtbot.mouseClick(empty.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(empty.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(250, 150))
    assert len(empty.history.drawing) == 3


def test_a_drag_moves_a_point_in_one_change(qtbot, board):
    point, to = alone(board), free_place(board).toPoint()
    start = board.place_of(point).toPoint()
    drag(qtbot, board, start, (start + to) / 2, to)
    assert board.place_of(point).toPoint() == to and len(board.history.drawing) == 300
    assert board.history.stack.count() == 1 and board.history.stack.undoText() == "move a point"


def test_a_point_cannot_be_dragged_off_the_board(qtbot, board):
    point = alone(board)
    drag(qtbot, board, board.place_of(point).toPoint(), QPoint(-500, 9000))
    assert board.frame.adjusted(-1, -1, 1, 1).contains(board.place_of(point))


def test_a_click_on_a_point_changes_nothing(qtbot, board):
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=board.place_of(alone(board)).toPoint())
    assert len(board.history.drawing) == 300


def test_a_right_click_removes_a_point_whatever_the_tool(qtbot, board):
    board.hand.tool = Tool.SPRAY
    point = alone(board)
    before = board.history.drawing.x[point].tolist()
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.RightButton, pos=board.place_of(point).toPoint())
    assert len(board.history.drawing) == 299
    assert before not in board.history.drawing.x.tolist()


def test_delete_removes_the_point_under_the_pointer(qtbot, board):
    board.setFocus()
    board.pointer = board.place_of(alone(board))
    qtbot.keyClick(board, Qt.Key.Key_Delete)
    assert len(board.history.drawing) == 299


def test_the_spray_stays_under_its_brush_and_on_the_board(qtbot, empty):
    empty.hand.tool, empty.hand.label, empty.hand.radius = Tool.SPRAY, 1, 25.0
    start = empty.frame.topLeft().toPoint() + QPoint(3, 3)
    drag(qtbot, empty, start, start + QPoint(60, 0), start + QPoint(200, 0))
    points = empty.history.drawing
    assert len(points) > 20 and points.counts()[0] == 0
    for point in range(len(points)):
        place = empty.place_of(point)
        assert empty.frame.adjusted(-1, -1, 1, 1).contains(place)
        assert place.y() <= start.y() + 26 and place.x() <= start.x() + 226
    assert empty.history.stack.count() == 1


def test_the_same_generator_sprays_the_same_points(qtbot, made):
    sprayed = []
    for _ in range(2):
        board = made(Drawing.empty(2, 2, ""))
        board.hand.tool = Tool.SPRAY
        board.use(board.frame.center())
        sprayed.append(board.history.drawing.x)
    assert (sprayed[0] == sprayed[1]).all()


def test_the_eraser_removes_what_it_passes_over(qtbot, board):
    board.hand.tool, board.hand.radius = Tool.ERASE, 40.0
    middle = board.frame.center()
    under = [point for point in range(300) if (board.place_of(point) - middle).manhattanLength() < 35]
    board.use(middle)
    gone = 300 - len(board.history.drawing)
    assert under and gone >= len(under)
    left = board.pixels_of(board.history.drawing.places) - middle.toTuple()
    assert (np.hypot(left[:, 0], left[:, 1]) > 40.0).all()


def test_wrong_labels_are_painted_once_a_stroke_and_undone_with_it(qtbot, board):
    board.hand.tool, board.hand.radius = Tool.WRONG, 50.0
    middle, before = board.frame.center().toPoint(), board.history.drawing
    drag(qtbot, board, middle, middle + QPoint(4, 0), middle, middle + QPoint(4, 0))
    after = board.history.drawing
    assert after.wrong.sum() > 10 and (after.labels[after.wrong] == 1 - before.labels[after.wrong]).all()
    board.history.stack.undo()
    assert board.history.drawing is before


def test_recolouring_gives_the_chosen_class(board):
    board.hand.tool, board.hand.label, board.hand.radius = Tool.PAINT, 1, 1000.0
    board.use(board.frame.center())
    assert board.history.drawing.counts() == [0, 300]


def test_numbers_have_no_wrong_labels(qtbot, made):
    board = made(drawing("plane"))
    board.hand.tool = Tool.WRONG
    with qtbot.waitSignal(board.spoken) as caught:
        board.use(board.frame.center())
    assert "Only classes" in caught.args[0] and board.history.stack.count() == 0


def test_over_a_plane_a_new_point_has_the_chosen_number(qtbot, made):
    board = made(drawing("plane"))
    board.hand.value = -0.75
    board.use(free_place(board))
    assert board.history.drawing.y[-1] == -0.75


def test_over_one_input_a_click_sets_both_numbers(made):
    board = made(drawing("sine"))
    place = free_place(board)
    board.use(place)
    points = board.history.drawing
    expected = board.numbers_at(np.array([place.toTuple()]))[0]
    assert (points.x[-1, 0], points.y[-1]) == tuple(expected)


def test_a_full_board_says_so(qtbot, made):
    board = made(Drawing.empty(2, 2, "").added(np.zeros((MOST_POINTS, 2)), 0.0))
    with qtbot.waitSignal(board.spoken) as caught:
        board.use(board.frame.topLeft() + QPointF(9.0, 9.0))
    assert "no room" in caught.args[0] and len(board.history.drawing) == MOST_POINTS


def test_what_is_undone_in_the_middle_of_a_stroke_stays_undone(board):
    board.use(free_place(board))
    board._press(free_place(board))
    board.history.drop()
    board.history.stack.undo()
    board._drag(board.frame.center())
    board._release()
    assert len(board.history.drawing) == 300 and not board.history.stack.canUndo()


# ---- by keyboard ---------------------------------------------------------------------------------------------------


def test_arrows_move_a_crosshair_and_enter_puts_a_point_there(qtbot, empty):
    empty.setFocus(Qt.FocusReason.TabFocusReason)
    start = empty.crosshair_place
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
        qtbot.keyClick(empty, key)
    place = empty.crosshair_place
    assert place.x() > start.x() and place.y() < start.y()
    qtbot.keyClick(empty, Qt.Key.Key_Return)
    assert (empty.place_of(0) - place).manhattanLength() < 1.0


def test_shift_makes_smaller_steps(qtbot, empty):
    empty.setFocus(Qt.FocusReason.TabFocusReason)
    start = empty.crosshair_place.x()
    qtbot.keyClick(empty, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    fine = empty.crosshair_place.x() - start
    qtbot.keyClick(empty, Qt.Key.Key_Right)
    assert 0 < fine < empty.crosshair_place.x() - start - fine


def test_control_carries_the_point_along_in_one_change(qtbot, empty):
    empty.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(empty, Qt.Key.Key_Return)
    before = empty.history.drawing.x[0].tolist()
    for _ in range(5):
        qtbot.keyClick(empty, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert empty.history.drawing.x[0, 0] < before[0] and empty.history.stack.count() == 2
    assert empty.point_at(empty.crosshair_place) == 0


def test_delete_removes_what_is_under_the_crosshair(qtbot, empty):
    empty.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(empty, Qt.Key.Key_Return)
    qtbot.keyClick(empty, Qt.Key.Key_Delete)
    assert len(empty.history.drawing) == 0


def test_the_crosshair_stays_on_the_board(qtbot, empty):
    empty.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(60):
        qtbot.keyClick(empty, Qt.Key.Key_Left)
    assert empty.crosshair_place.x() == pytest.approx(empty.frame.left())


# ---- what is shown -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["circle", "spiral3", "sine", "bumps", "xor4"])
def test_everything_is_painted(made, name):
    board = made(drawing(name))
    board.pointer = board.place_of(0)
    assert colours_in(board) > 20


def test_a_point_says_what_it_is_and_what_it_was(board):
    point = 7
    flags = np.arange(300) == point
    board.history.keep("wrong", board.history.drawing.mislabelled(flags))
    points = board.history.drawing
    lines = dict(board.told(point))
    assert lines["class"] == str(points.labels[point]) and lines["painted wrong, was"] == str(1 - points.labels[point])
    assert "x₁" in lines and "x₂" in lines


def test_zooming_and_fitting(board):
    before = board.x_range
    board.zoom(2.0)
    assert board.x_range[1] - board.x_range[0] == pytest.approx(2.0 * (before[1] - before[0]))
    board.fit()
    assert board.x_range == before


def test_pixels_and_numbers_agree(board):
    places = board.pixels_of(board.history.drawing.places)
    assert board.numbers_at(places) == pytest.approx(board.history.drawing.places, abs=1e-3)


# ---- lanes of classes, and the wheel -------------------------------------------------------------------------------


@pytest.fixture
def lanes(made):
    points = Drawing.empty(1, 3, "").added(np.array([[-0.5, 0.0], [0.0, 1.0], [0.5, 2.0]]), 0.0)
    return made(points)


def test_classes_over_one_input_have_a_lane_each_by_name(lanes):
    assert lanes.has_lanes and [tick.text for tick in lanes._y_ticks] == ["0", "1", "2"]
    assert lanes.axis_names == ("x₁", "class")
    assert colours_in(lanes) > 20


def test_zooming_keeps_the_lanes(lanes):
    before = lanes.y_range
    lanes.zoom(0.5)
    assert lanes.y_range == before


def test_an_arrow_carries_a_point_to_the_next_lane(qtbot, lanes):
    lanes.setFocus(Qt.FocusReason.TabFocusReason)
    lanes.crosshair = QPointF(0.0, 1.0)
    qtbot.keyClick(lanes, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert lanes.history.drawing.labels.tolist() == [0, 2, 2]


def test_the_wheel_makes_a_brush_larger_and_smaller(qtbot, board):
    turned = []
    board.brush_turned.connect(turned.append)
    for tool, angle in ((Tool.POINT, 120), (Tool.ERASE, 120), (Tool.ERASE, -120)):
        board.hand.tool = tool
        place = QPointF(50.0, 50.0)
        nothing, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        phase = Qt.ScrollPhase.NoScrollPhase
        board.wheelEvent(QWheelEvent(place, place, QPoint(), QPoint(0, angle), nothing, none, phase, False))
    assert turned == [True, False]
