import numpy as np
import pytest

from nnviz.ui.examples.boundary import boundary, contour, leads


def plane(rows=21, columns=31):
    return np.meshgrid(np.arange(columns, dtype=float), np.arange(rows, dtype=float))


def test_a_slope_is_crossed_in_a_straight_line():
    column, _ = plane()
    segments = contour(column, 7.25)
    assert len(segments) == 20
    assert segments[..., 0] == pytest.approx(7.25)
    assert sorted(segments[..., 1].ravel()) == sorted([*range(20), *range(1, 21)])


def test_a_circle_is_a_closed_line_of_its_radius():
    column, row = plane(41, 41)
    segments = contour(np.hypot(column - 20.0, row - 20.0), 12.5)
    assert np.hypot(segments[..., 0] - 20.0, segments[..., 1] - 20.0) == pytest.approx(12.5, abs=0.05)
    ends = np.round(segments.reshape(-1, 2), 9)
    _, counts = np.unique(ends, axis=0, return_counts=True)
    assert (counts == 2).all()


def test_nothing_is_crossed_where_the_level_is_not_reached():
    column, _ = plane()
    assert contour(column, 100.0).shape == (0, 2, 2)


@pytest.mark.parametrize("middle", [-0.4, 0.4])
def test_lines_do_not_cross_in_a_saddle(middle):
    corners = np.array([[1.0, -1.0 + middle], [-1.0 + middle, 1.0]])
    segments = contour(corners, 0.0)
    assert len(segments) == 2
    (a, b), (c, d) = segments
    # Each line cuts off one corner: both of its ends are on sides that meet.
    for start, end in ((a, b), (c, d)):
        assert np.abs(start - end).max() < 1.0
    assert not np.allclose(a, c) and not np.allclose(b, d)


def test_what_is_not_a_number_is_left_out():
    column, row = plane()
    values = np.where(row > 10, np.nan, column)
    segments = contour(values, 7.5)
    assert np.isfinite(segments).all()
    assert segments[..., 1].max() <= 10


def test_a_single_output_has_its_boundary_in_the_middle_of_its_targets():
    column, _ = plane()
    assert boundary(column[None] / 30.0, 0.5)[..., 0] == pytest.approx(15.0)


def test_of_several_outputs_the_boundary_is_where_another_is_largest():
    column, _ = plane(31, 31)
    outputs = np.stack((column, 30.0 - column, np.full_like(column, 18.0)))
    segments = boundary(outputs, 0.5)
    places = np.unique(np.round(segments[..., 0], 6))
    assert places == pytest.approx([12.0, 18.0])


def test_a_lead_is_counted_from_the_best_of_the_others():
    answers = np.array([0.7, 0.2, 0.1])[:, None, None]
    assert leads(answers).ravel() == pytest.approx([0.5, -0.5, -0.6])
