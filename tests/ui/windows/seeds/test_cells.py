"""Where the small multiples stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.ui.windows.seeds.cells import Measures, height_of, lay_out, width_of

MEASURES = Measures(caption=18, pad=7, gap=10, least=80, most=260)


@given(count=st.integers(1, 60), width=st.integers(300, 2000), height=st.integers(200, 1500), has_maps=st.booleans())
def test_cells_never_overlap_and_stay_within_their_room(count, width, height, has_maps):
    cells = lay_out(count, 0, (width, height), has_maps, MEASURES)
    assert cells.total_width <= width
    assert cells.total_height <= height or cells.width <= 2 * MEASURES.least + MEASURES.gap
    for slot in range(count):
        middle = cells.cell(slot).center()
        assert cells.slot_at(middle.x(), middle.y()) == slot
    assert cells.slot_at(-5, 5) is None and cells.slot_at(width + 300, 5) is None


@pytest.mark.parametrize("has_maps", [False, True])
def test_height_and_width_go_together(has_maps):
    assert width_of(height_of(150, has_maps, MEASURES), has_maps, MEASURES) == pytest.approx(150)


def test_rates_and_seeds_keep_their_columns_even_without_room():
    cells = lay_out(35, 5, (100, 100), True, MEASURES)
    assert cells.columns == 5 and cells.rows == 7 and cells.width == MEASURES.least


def test_many_rows_of_few_columns_have_their_curves_beside_their_maps():
    cells = lay_out(21, 3, (1200, 600), True, MEASURES)
    assert cells.lying and cells.total_width <= 1200
    _, square, curve = cells.parts(cells.cell(4))
    assert square.width() == square.height() and square.right() < curve.left() and cells.cell(4).contains(curve)
    assert not lay_out(6, 3, (1200, 600), True, MEASURES).lying


def test_a_map_is_square_and_stands_over_its_curve():
    cells = lay_out(20, 0, (1100, 600), True, MEASURES)
    caption, square, curve = cells.parts(cells.cell(7))
    assert square.width() == square.height() and caption.bottom() < square.top() and square.bottom() < curve.top()
    assert cells.cell(7).contains(curve)


def test_twenty_networks_take_the_whole_width():
    cells = lay_out(20, 0, (903, 470), True, MEASURES)
    assert 903 - cells.total_width < 12 and cells.total_height <= 470
    assert all(cells.slot_at(*cells.cell(slot).center().toTuple()) == slot for slot in range(20))


def test_a_few_large_cells_are_not_torn_apart():
    cells = lay_out(2, 0, (1600, 500), True, MEASURES)
    assert cells.cell(1).left() - cells.cell(0).right() <= 0.4 * cells.width + MEASURES.gap


def test_nothing_takes_no_rows():
    assert lay_out(0, 0, (500, 300), True, MEASURES).rows == 0
