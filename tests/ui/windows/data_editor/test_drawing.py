"""A drawing is a value: whatever is drawn makes another one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.ui.windows.data_editor.drawing import MOST_CLASSES, MOST_POINTS, Drawing, near_line, rounded
from tests.ui.windows.data_editor.boards import chosen, drawing


def test_examples_become_points_as_they_are_noise_and_wrong_labels_included():
    circle = drawing("circle", data__label_noise=0.3)
    assert len(circle) == 300 and circle.classes == 2 and circle.columns == ("x1", "x2")
    assert not circle.wrong.any()
    assert sum(circle.counts()) == 300


def test_numbers_to_predict_are_in_their_own_unit():
    plain, scaled = drawing("sine"), drawing("sine", data__standardize_target=True)
    assert scaled.y == pytest.approx(plain.y)
    assert plain.counts() == []


def test_a_new_point_is_of_the_chosen_class():
    before = Drawing.empty(2, 3, "")
    after = before.added(np.array([[0.5, -0.5]]), 2.0)
    assert len(before) == 0 and len(after) == 1
    assert after.x.tolist() == [[0.5, -0.5]] and after.labels.tolist() == [2]


def test_with_one_input_the_height_is_the_number_to_predict():
    after = Drawing.empty(1, 0, "").added(np.array([[0.5, -0.25]]), 9.0)
    assert after.x.tolist() == [[0.5]] and after.y.tolist() == [-0.25]
    assert after.places.tolist() == [[0.5, -0.25]]


def test_with_one_input_and_classes_the_lane_is_the_class():
    after = Drawing.empty(1, 3, "").added(np.array([[0.5, 1.3], [0.0, 7.0], [0.1, -3.0]]), 0.0)
    assert after.labels.tolist() == [1, 2, 0]
    assert after.moved(0, (0.7, 2.2)).labels.tolist() == [2, 2, 0]


def test_moving_a_point_leaves_all_others_and_the_drawing_before():
    before = drawing("circle")
    after = before.moved(3, (9.0, 8.0))
    assert after.x[3].tolist() == [9.0, 8.0] and after.y is not before.y
    assert np.delete(after.x, 3, axis=0) == pytest.approx(np.delete(before.x, 3, axis=0))
    assert before.x[3].tolist() != [9.0, 8.0]


def test_points_cannot_be_written_over():
    with pytest.raises(ValueError, match="read-only"):
        drawing("circle").moved(0, (0.0, 0.0)).x[0] = 1.0


def test_removing_takes_label_and_mark_along():
    before = drawing("circle").mislabelled(chosen(drawing("circle"), 1, 4))
    after = before.removed(chosen(before, 1))
    assert len(after) == len(before) - 1 and after.wrong.sum() == 1 and after.wrong[3]


def test_a_wrong_label_is_the_next_class_and_painted_once_more_it_comes_round():
    before = drawing("xor4")
    once = before.mislabelled(chosen(before, 0))
    assert once.wrong.tolist() == [True, False, False, False]
    assert once.labels[0] == (before.labels[0] + 1) % 2
    twice = once.mislabelled(chosen(once, 0))
    assert not twice.wrong.any()


def test_recolouring_makes_a_label_right():
    before = drawing("xor4").mislabelled(chosen(drawing("xor4"), 0, 1))
    after = before.painted(chosen(before, 0, 1), 1.0)
    assert after.labels[:2].tolist() == [1, 1] and not after.wrong.any()


def test_there_is_an_end_to_points_and_to_classes():
    full = Drawing.empty(2, 2, "").added(np.zeros((MOST_POINTS + 5, 2)), 0.0)
    assert len(full) == MOST_POINTS
    assert len(full.added(np.zeros((1, 2)), 0.0)) == MOST_POINTS
    many = Drawing.empty(2, 2, "")
    for _ in range(20):
        many = many.with_class()
    assert many.classes == MOST_CLASSES == len(many.class_names)


def test_all_points_are_on_the_board_with_room_around():
    for name in ("circle", "plane", "sine"):
        each = drawing(name)
        for axis, (low, high) in enumerate(each.ranges()):
            assert low < each.places[:, axis].min() and high > each.places[:, axis].max()


def test_a_circle_is_round_and_a_wide_cloud_fills_the_board():
    (left, right), (low, high) = drawing("circle").ranges()
    assert right - left == pytest.approx(high - low)
    wide = Drawing.empty(2, 2, "").added(np.array([[0.0, 0.0], [1000.0, 1.0]]), 0.0)
    (left, right), (low, high) = wide.ranges()
    assert high - low < 2.0 < 1000.0 < right - left


def test_one_point_and_none_have_a_board_too():
    for points in (np.zeros((0, 2)), np.array([[5.0, 5.0]])):
        for low, high in Drawing.empty(2, 2, "").added(points, 0.0).ranges():
            assert high > low


def test_a_brush_reaches_all_along_its_way():
    places = np.array([[0.0, 1.0], [5.0, 1.0], [10.0, 1.0], [5.0, 3.0], [13.0, 0.0]])
    assert near_line(places, (0.0, 0.0), (10.0, 0.0), 2.0).tolist() == [True, True, True, False, False]
    assert near_line(places, (5.0, 1.0), (5.0, 1.0), 0.5).tolist() == [False, True, False, False, False]


@given(st.floats(-1e6, 1e6), st.floats(1e-6, 1e6))
def test_rounding_stays_below_what_can_be_seen(value, span):
    ((x, y),) = rounded(np.array([[value, value]]), (span, span)).tolist()
    assert abs(x - value) <= span / 1000.0 and x == y
