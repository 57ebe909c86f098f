import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.ui.toolkit.plots.outline import outline


def test_a_short_curve_is_drawn_as_it_is():
    x, y = np.arange(50.0), np.random.default_rng(1).random(50)
    drawn_x, drawn_y = outline(x, y, bins=30)
    assert np.array_equal(drawn_x, x) and np.array_equal(drawn_y, y)


def test_a_long_curve_keeps_its_extremes_and_its_end():
    x, y = np.arange(100_000.0), np.random.default_rng(1).random(100_000)
    y[54_321], y[12_345] = 7.0, -7.0
    drawn_x, drawn_y = outline(x, y, bins=200)
    assert len(drawn_x) <= 2 * 200 + 1
    assert drawn_y.max() == 7.0 and drawn_y.min() == -7.0
    assert drawn_x[-1] == x[-1] and drawn_y[-1] == y[-1]
    assert (np.diff(drawn_x) >= 0).all()


def test_a_spike_stays_where_it_is():
    x, y = np.arange(10_000.0), np.zeros(10_000)
    y[5_000] = 1.0
    drawn_x, drawn_y = outline(x, y, bins=100)
    assert abs(drawn_x[drawn_y.argmax()] - 5_000) <= 128


@pytest.mark.parametrize("count", [0, 1, 3, 1000])
@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_what_is_not_finite_is_left_out(count, bad):
    x, y = outline(np.arange(count, dtype=float), np.full(count, bad), bins=20)
    assert len(x) == len(y) == 0


def test_a_curve_that_diverges_ends_at_its_last_finite_point():
    values = np.linspace(1.0, 2.0, 1000)
    values[990:] = np.nan
    x, y = outline(np.arange(1000.0), values, bins=50)
    assert np.isfinite(y).all()
    assert x[-1] == 989 and y[-1] == values[989]


DRAWABLE = st.floats(-1e300, 1e300) | st.sampled_from([np.nan, np.inf, -np.inf])


@given(st.lists(DRAWABLE, min_size=1, max_size=400), st.integers(2, 60))
def test_nothing_infinite_is_ever_drawn(values, bins):
    y = np.array(values)
    drawn_x, drawn_y = outline(np.arange(len(y), dtype=float), y, bins)
    assert np.isfinite(drawn_y).all() and np.isfinite(drawn_x).all()
    assert len(drawn_x) <= max(2 * bins + 1, 2 * bins)
    finite = y[np.isfinite(y)]
    if len(finite) == len(y):
        assert drawn_y.min() == finite.min() and drawn_y.max() == finite.max()
