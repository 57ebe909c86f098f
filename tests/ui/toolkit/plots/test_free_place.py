import numpy as np
from PySide6.QtCore import QRectF

from nnviz.ui.toolkit.plots.free_place import densely, free_place

FRAME = QRectF(0, 0, 300, 200)
SIZE = (100.0, 20.0)


def place(curves=(), taken=(), left=50.0):
    return free_place(FRAME, left, SIZE, curves, taken, room=3)


def test_where_nothing_is_words_stand_at_the_top():
    assert place() == QRectF(50, 3, 100, 20)


def test_words_give_way_to_a_curve():
    line = densely(np.array([0.0, 300.0]), np.array([10.0, 10.0]))
    box = place([line])
    assert box is not None and box.top() >= 13


def test_a_curve_beside_them_does_not_matter():
    line = densely(np.array([200.0, 300.0]), np.array([10.0, 10.0]))
    assert place([line]) == QRectF(50, 3, 100, 20)


def test_words_give_way_to_other_words():
    box = place(taken=[QRectF(100, 0, 100, 30)])
    assert box is not None and box.top() >= 30


def test_there_is_no_place_outside_of_the_frame():
    assert place(left=-1.0) is None
    assert place(left=201.0) is None


def test_where_curves_are_everywhere_there_is_none():
    lines = [densely(np.array([0.0, 300.0]), np.array([y, y])) for y in np.arange(0.0, 200.0, 15.0)]
    assert place(lines) is None


def test_no_curve_passes_between_two_points_unseen():
    steep = densely(np.array([100.0, 100.0]), np.array([0.0, 200.0]))
    assert np.abs(np.diff(steep[:, 1])).max() <= 4.0
    assert place([steep]) is None


def test_a_single_point_is_a_point():
    assert densely(np.array([5.0]), np.array([6.0])).tolist() == [[5.0, 6.0]]


def test_a_curve_that_has_run_away_is_left_as_it_is():
    x, y = np.arange(4.0), np.array([1.0, np.inf, np.inf, -np.inf])
    assert (densely(x, y) == np.column_stack((x, y))).all()
