"""Histograms of layers, against counts by NumPy's own."""

import numpy as np
import pytest

from nnviz.engine.analysis.layer_histograms import histograms


def test_the_counts_are_those_of_an_independent_count():
    generator = np.random.default_rng(1)
    layers = [generator.normal(size=(7, 5)), generator.uniform(-0.3, 0.1, size=31)]
    found = histograms(layers, bins=20)
    for place, numbers in enumerate(layers):
        expected, _ = np.histogram(numbers, bins=20, range=(found.low, found.high))
        # An edge may fall either way by rounding; random numbers do not lie on one.
        assert found.counts[place].tolist() == expected.tolist()
        assert found.means[place] == pytest.approx(numbers.mean())
        assert found.spreads[place] == pytest.approx(numbers.std())
    assert found.edges()[[0, -1]].tolist() == [found.low, found.high]


def test_all_layers_share_one_range_of_round_numbers_around_zero():
    found = histograms([np.array([0.2, 0.4]), np.array([-1.3, 2.7])])
    assert (found.low, found.high) == (-1.5, 3.0)
    positive = histograms([np.array([0.2, 0.4])])
    assert (positive.low, positive.high) == (0.0, 0.4)


def test_the_largest_number_is_in_the_last_bin():
    assert histograms([np.array([0.0, 1.0, 2.0])], bins=4).counts.tolist() == [[1, 0, 1, 1]]


def test_zeros_alone_stand_in_the_middle():
    found = histograms([np.zeros(6)], bins=4)
    assert (found.low, found.high) == (-1.0, 1.0)
    assert found.counts.sum() == 6


def test_what_is_not_finite_is_counted_apart():
    found = histograms([np.array([1.0, np.nan, np.inf]), np.array([np.nan]), np.array([0.5])])
    assert found.not_finite.tolist() == [2, 1, 0]
    assert found.counts.sum(axis=1).tolist() == [1, 0, 1]
    assert np.isnan(found.means[:2]).all() and found.means[2] == 0.5


@pytest.mark.parametrize("size", [1e-320, 1e-200, 1e200, 1e308])
def test_neither_very_small_nor_very_large_numbers_are_lost(size):
    found = histograms([np.array([-size, 0.0, size])], bins=8)
    assert found.counts.sum() == 3
    assert found.low <= -size and found.high >= size
