"""Contour lines, and where their numbers stand."""

import numpy as np
import pytest

from nnviz.ui.panels.landscape.contours import Spot, contour, levels_of, place_number


def bowl(rows=41, columns=61):
    """x² + y² over −1.5 … 1.5 and −1 … 1."""
    x, y = np.meshgrid(np.linspace(-1.5, 1.5, columns), np.linspace(-1.0, 1.0, rows))
    return x**2 + y**2


def test_a_contour_runs_where_the_value_is():
    pieces = contour(bowl(), 0.487)
    ends = pieces.reshape(-1, 2) * (3.0 / 60, 2.0 / 40) - (1.5, 1.0)
    assert np.hypot(*ends.T) == pytest.approx(0.487**0.5, abs=2e-3)
    # A closed line: each end is that of two pieces.
    _, counts = np.unique(np.round(pieces.reshape(-1, 2), 6), axis=0, return_counts=True)
    assert set(counts) == {2}


def test_lines_of_a_saddle_do_not_cross_and_none_is_lost():
    x, y = np.meshgrid(np.linspace(-1.0, 1.0, 8), np.linspace(-1.0, 1.0, 8))
    for level in (-0.01, 0.0, 0.01):
        pieces = contour(x * y, level)
        _, counts = np.unique(np.round(pieces.reshape(-1, 2), 9), axis=0, return_counts=True)
        assert set(counts) <= {1, 2}
        assert (counts == 1).sum() == 4


def test_beyond_the_numbers_there_is_no_line():
    losses = bowl()
    losses[:, :10] = np.inf
    losses[3, 30] = np.nan
    assert np.isfinite(contour(losses, 0.5)).all()
    assert not len(contour(losses, 1e9)[np.isnan(contour(losses, 1e9))])


@pytest.mark.parametrize("scale", [1e-6, 0.03, 1.0, 4e5])
def test_levels_are_a_few_round_numbers_within_the_map(scale):
    levels = levels_of(scale * (bowl() + 0.01))
    assert 5 <= len(levels) <= 10
    assert levels == sorted(levels)
    assert scale * 0.01 < levels[0] and levels[-1] < scale * 3.3


def test_where_the_loss_is_steep_lines_stand_closer_where_it_is_low():
    levels = levels_of(np.exp(5.0 * bowl()))
    assert levels[1] - levels[0] < levels[-1] - levels[-2]


@pytest.mark.parametrize("losses", [np.full((5, 5), 0.6931), np.full((5, 5), np.nan), 1.0 + 1e-12 * bowl()])
def test_a_flat_map_has_no_lines(losses):
    assert levels_of(losses) == []


def test_a_number_stands_on_its_line_clear_of_others_and_stays_where_it_was():
    line = np.column_stack([np.linspace(0.0, 300.0, 61), np.full(61, 80.0)])
    half, room = (20.0, 8.0), (300.0, 160.0)
    first = place_number(line, half, room, [Spot(150.0, 80.0)], None)
    assert first is not None and abs(first.x - 150.0) > 40.0 and first.y == 80.0
    again = place_number(line, half, room, [Spot(150.0, 80.0)], Spot(260.0, 80.0))
    assert again is not None and again.x == pytest.approx(260.0, abs=5.0)
    assert place_number(line[:6], half, room, [Spot(20.0, 80.0)], None) is None
    assert place_number(np.zeros((0, 2)), half, room, [], None) is None
