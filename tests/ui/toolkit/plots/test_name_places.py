"""Words in a column stay where they are wanted, unless they would touch."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.ui.toolkit.plots.name_places import spread

COLUMN = (0.0, 100.0)


def test_words_that_do_not_touch_stay() -> None:
    assert spread([20.0, 80.0, 50.0], 10.0, COLUMN) == [20.0, 80.0, 50.0]


def test_words_that_touch_move_apart_evenly() -> None:
    assert spread([50.0, 50.0], 10.0, COLUMN) == [45.0, 55.0]


def test_words_that_are_pushed_push_others() -> None:
    assert spread([40.0, 45.0, 52.0], 10.0, COLUMN) == pytest.approx([35.67, 45.67, 55.67], abs=0.01)


def test_words_stay_in_the_column() -> None:
    assert spread([-20.0, 120.0], 10.0, COLUMN) == [5.0, 95.0]


def test_no_words_need_no_room() -> None:
    assert spread([], 10.0, COLUMN) == []


@given(st.lists(st.floats(-50.0, 150.0), min_size=1, max_size=8))
def test_words_never_touch_and_keep_their_order(places: list[float]) -> None:
    found = spread(places, 10.0, COLUMN)
    order = sorted(range(len(places)), key=lambda index: (places[index], index))
    in_order = [found[index] for index in order]
    assert all(below - above >= 10.0 - 1e-9 for above, below in pairwise(in_order))
    assert min(found) >= 5.0 - 1e-9
    assert max(found) <= 95.0 + 1e-9
