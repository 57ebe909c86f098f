import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.ui.toolkit.controls import SliderRange

NOISE = SliderRange(0, 0.5, 0.05)
BATCH = SliderRange(1, 100)
RATE = SliderRange(1e-4, 10, logarithmic=True)
PENALTY = SliderRange(1e-5, 1, logarithmic=True, with_zero=True)


def test_steps_are_exact_decimals():
    assert [NOISE.value_at(n) for n in range(NOISE.last + 1)] == [
        *(0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
    ]


@pytest.mark.parametrize("values", [NOISE, BATCH, RATE, PENALTY])
def test_the_ends_are_the_limits(values):
    assert values.value_at(-5) == (0.0 if values.with_zero else values.minimum)
    assert values.value_at(values.last + 5) == values.maximum


@given(st.floats(1e-4, 10))
def test_a_logarithmic_position_is_near_its_value(value):
    assert RATE.value_at(RATE.position_of(value)) == pytest.approx(value, rel=0.09)


@given(st.integers(0, 99))
def test_a_position_finds_its_way_back(position):
    assert BATCH.position_of(BATCH.value_at(position)) == position


def test_the_left_end_can_mean_off():
    assert PENALTY.value_at(0) == 0.0
    assert PENALTY.position_of(0.0) == 0
    assert PENALTY.position_of(1e-5) == 1
    assert PENALTY.nearest(-1) == 0.0


def test_a_typed_value_is_kept_within_the_range_and_whole_where_it_must_be():
    assert (NOISE.nearest(0.123), NOISE.nearest(7), NOISE.nearest(-7)) == (0.123, 0.5, 0)
    assert (BATCH.nearest(7.4), BATCH.nearest(1000)) == (7, 100)


@pytest.mark.parametrize(
    "wrong",
    [(1, 1, 1, False), (0, 1, 1, True), (0, 1, 0, False)],
)
def test_impossible_ranges_are_refused(wrong):
    with pytest.raises(ValueError, match=r"between|above 0"):
        SliderRange(*wrong)
