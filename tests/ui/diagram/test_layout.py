from itertools import combinations, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from nnviz.ui.diagram.column_fit import Numbers
from nnviz.ui.diagram.layout import diagram_layout
from nnviz.ui.diagram.places import Layout, NameRoom, as_roomy
from tests.ui.diagram.networks import LARGE, SMALL

PRESENTING = (1900.0, 960.0)


def overlap(one: QRectF, other: QRectF) -> bool:
    shared = one.intersected(other)
    return shared.width() > 0.01 and shared.height() > 0.01


def standing_boxes(layout: Layout) -> list[QRectF]:
    """Everything that is always painted: units, ellipses, and the numbers that have room of their own."""
    boxes = []
    for column in layout.columns:
        own = column.fit.numbers in (Numbers.STACKED, Numbers.BESIDE)
        for place in column.places:
            boxes.append(place.square)
            if own:
                boxes.append(place.value)
                boxes.extend([place.delta] if place.delta is not None and place.delta != place.value else [])
        if column.ellipsis is not None:
            boxes.append(column.ellipsis)
    loss = layout.loss
    boxes.append(QRectF(loss.centre.x() - loss.radius, loss.centre.y() - loss.radius, 2 * loss.radius, 2 * loss.radius))
    return boxes


def check(layout: Layout) -> None:
    frame = QRectF(0.0, 0.0, *layout.size)
    boxes = standing_boxes(layout)
    for box in boxes:
        assert frame.contains(box), box
    for one, other in combinations(boxes, 2):
        assert not overlap(one, other), (one, other)
    for column in layout.columns:
        for box in boxes:
            assert not overlap(column.caption, box)
            assert not overlap(layout.title, box)
    for gap in layout.gaps:
        assert gap.x0 < gap.x1


@pytest.mark.parametrize("size", [SMALL, LARGE, PRESENTING])
@pytest.mark.parametrize("layers", range(2, 9))
def test_nothing_overlaps_with_two_to_eight_layers_of_one_to_sixteen_units(layers, size):
    for units in range(1, 17):
        check(diagram_layout((2, *[units] * (layers - 1), 1), *size))
        check(diagram_layout((units, *[units] * (layers - 2), units), *size))


@settings(max_examples=150, deadline=None)
@given(
    widths=st.lists(st.integers(1, 16), min_size=2, max_size=9),
    width=st.floats(600.0, 2000.0),
    height=st.floats(320.0, 1200.0),
    scale=st.floats(0.6, 2.0),
    characters=st.integers(5, 8),
)
@example(widths=[1, 1, 1, 1, 1, 1, 3], width=1427.0, height=320.0, scale=2.0, characters=5)
def test_nothing_overlaps_at_any_size_and_type_scale(widths, width, height, scale, characters):
    check(diagram_layout(tuple(widths), width, height, scale, characters))


@pytest.mark.parametrize("size", [(0.0, 0.0), (1.0, 1.0), (200.0, 150.0), (30.0, 900.0), (1900.0, 40.0)])
@pytest.mark.parametrize("widths", [(1, 1), (1, 1, 1), (64, 32, 16, 10), (2, *[4] * 32, 1), (2, 1024, 1024)])
def test_any_size_and_any_network_has_a_layout(widths, size):
    layout = diagram_layout(widths, *size)
    assert len(layout.columns) == len(widths)
    assert all(place.square.width() >= 1.0 for column in layout.columns for place in column.places)
    assert all(gap.x0 < gap.x1 for gap in layout.gaps)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_wide_layers_are_strips_whose_ellipsis_says_how_many_units_are_left_out(size):
    layout = diagram_layout((64, 32, 16, 10), *size)
    check(layout)
    for column, width in zip(layout.columns, (64, 32, 16, 10), strict=True):
        assert len(column.places) + column.strip.hidden == width
        assert (column.ellipsis is not None) == (width > 16)


def test_columns_go_from_left_to_right_and_the_loss_stands_last():
    layout = diagram_layout((2, 4, 3, 1), *LARGE)
    places = [column.x for column in layout.columns]
    assert all(one < other for one, other in pairwise([*places, layout.loss.centre.x()]))


def test_edges_are_ordered_as_a_matrix_of_weights_is():
    gap = diagram_layout((2, 4, 3, 1), *LARGE).gap(2)
    assert [(int(to), int(fro)) for to, fro in zip(gap.target, gap.source, strict=True)] == [
        (to, fro) for to in range(3) for fro in range(4)
    ]
    assert gap.index_of(2, 1) == 9
    assert gap.index_of(2, 9) is None


def test_edges_lead_from_where_units_end_to_where_units_begin():
    layout = diagram_layout((2, 4, 3, 1), *LARGE)
    start, end = layout.gap(1).ends(5)
    assert start == layout.place(0, 1).exit
    assert end == layout.place(1, 2).entry


def test_units_have_more_room_in_a_larger_window_and_larger_type_is_not_smaller():
    small, large = diagram_layout((2, 4, 3, 1), *SMALL), diagram_layout((2, 4, 3, 1), *LARGE)
    assert small.columns[1].fit.side < large.columns[1].fit.side
    larger_type = diagram_layout((2, 4, 3, 1), *PRESENTING, 1.5)
    assert larger_type.columns[1].fit.pixels > large.columns[1].fit.pixels


def test_the_usual_network_shows_all_its_numbers_by_name_at_both_sizes():
    for size in (SMALL, LARGE):
        for column in diagram_layout((2, 4, 3, 1), *size).columns:
            assert column.fit.numbers is Numbers.STACKED and column.fit.named


def test_a_crowded_column_gives_its_numbers_up_before_they_would_overlap():
    fit = diagram_layout((2, *[16] * 7, 1), *SMALL).columns[3].fit
    assert fit.numbers in (Numbers.PASSING, Numbers.NONE)


def test_large_type_in_a_low_diagram_does_not_shrink_where_only_the_units_are_small():
    column = diagram_layout((2, 4, 3, 1), 1250.0, 460.0, 1.5).columns[0]
    assert column.fit.numbers is Numbers.STACKED
    assert column.fit.pixels == pytest.approx(24.0)


def test_more_digits_cost_neither_type_nor_biases_where_there_is_room():
    few, many = (diagram_layout((2, 2, 2), 1020.0, 690.0, 1.0, characters) for characters in (7, 10))
    assert many.characters == 10
    assert as_roomy(many, few)
    assert all(place.bias is not None for place in many.columns[1].places)


def test_more_digits_are_not_as_roomy_in_a_crowd():
    few, many = (diagram_layout((2, *[8] * 7, 1), 1020.0, 690.0, 1.0, characters) for characters in (7, 10))
    assert not as_roomy(many, few)


@pytest.mark.parametrize("size", [LARGE, (610.0, 452.0)])
def test_ten_outputs_have_their_numbers_beside_them(size):
    layout = diagram_layout((64, 32, 16, 10), *size, 0.75 if size != LARGE else 1.0)
    assert layout.columns[-1].fit.numbers is Numbers.BESIDE
    check(layout)


# ---- names and pictures ----------------------------------------------------------------------------------------------


@settings(max_examples=100, deadline=None)
@given(
    widths=st.lists(st.integers(1, 16), min_size=2, max_size=6),
    width=st.floats(600.0, 2000.0),
    height=st.floats(320.0, 1200.0),
    scale=st.floats(0.6, 2.0),
    inputs=st.floats(10.0, 100.0),
    outputs=st.floats(8.0, 70.0),
)
def test_names_stand_beside_their_units_and_on_nothing_else(widths, width, height, scale, inputs, outputs):
    room = NameRoom(inputs=inputs, input_pixels=10.0, outputs=outputs, output_pixels=10.0)
    layout = diagram_layout(tuple(widths), width, height, scale, 7, room)
    check(layout)
    boxes, frame = standing_boxes(layout), QRectF(0.0, 0.0, *layout.size)
    for column in (layout.columns[0], layout.columns[-1]):
        for place in column.places:
            if place.name is None:
                low = place.square.height() < 25.0
                assert column.layer > 0 and (low or column.fit.numbers not in (Numbers.STACKED, Numbers.BESIDE))
                continue
            assert frame.contains(place.name)
            assert place.name.width() == pytest.approx(inputs if column.layer == 0 else outputs)
            assert place.square.top() <= place.name.center().y() <= place.square.bottom()
            assert not any(overlap(place.name, box) for box in boxes)
    layers = range(1, len(widths) - 1)
    assert all(place.name is None for layer in layers for place in layout.columns[layer].places)


def test_where_the_loss_is_near_the_name_of_an_output_may_stand_in_its_unit():
    layout = diagram_layout((9, 6, 3), 608.0, 400.0, 0.75, 7, NameRoom(output_pixels=10.0, within=True))
    for place in layout.columns[-1].places:
        assert place.square.contains(place.name)
        assert place.bias is None or not overlap(place.name, place.bias)


@pytest.mark.parametrize("size", [SMALL, LARGE, PRESENTING, (380.0, 300.0)])
@pytest.mark.parametrize("widths", [(64, 32, 16, 10), (64, 10), (16, 4, 2), (784, 128, 64, 10)])
def test_pixels_are_a_picture_between_the_first_and_the_last(widths, size):
    layout = diagram_layout(widths, *size, names=NameRoom(pictured=True))
    assert layout.picture is not None and layout.picture.width() == layout.picture.height() >= 12.0
    assert not any(overlap(layout.picture, box) for box in standing_boxes(layout))
    units = layout.columns[0].strip.units
    assert units[0] == 0 and units[-1] == widths[0] - 1
    assert units[:1] != units[-1:] and layout.columns[0].ellipsis is None
    above = [place for place in layout.columns[0].places if place.square.bottom() <= layout.picture.top()]
    assert 0 < len(above) < len(units)
    assert diagram_layout(widths, *size).picture is None


@pytest.mark.parametrize("widths", [(2, 4, 1), (2, 4, 3, 1), (2, 8, 8, 2, 1), (2, *[8] * 6, 1)])
@pytest.mark.parametrize("size", [(1920.0, 780.0), (1020.0, 750.0), (220.0, 780.0)])
def test_on_a_stage_numbers_are_large_or_left_out_and_units_have_their_room(widths, size):
    stage, window = diagram_layout(widths, *size, 1.5, stage=True), diagram_layout(widths, *size, 1.5)
    for column, small in zip(stage.columns, window.columns, strict=True):
        assert column.fit.numbers is Numbers.NONE or column.fit.pixels >= 24.0
        assert column.fit.bias_pixels >= 24.0
        assert column.fit.side >= 0.99 * small.fit.side
    if size[0] == 220.0:
        assert stage.columns[1].fit.side > window.columns[1].fit.side


def test_in_a_slender_diagram_the_units_of_a_layer_stand_close_together():
    tall, wide = (diagram_layout((2, 4, 1), width, 520.0, stage=True) for width in (180.0, 600.0))
    for layout, most in ((tall, 2.5), (wide, 100.0)):
        one, other = (place.square for place in layout.columns[1].places[:2])
        assert 1.0 < (other.top() - one.top()) / one.height() <= most
    assert wide.columns[1].places[-1].square.bottom() > 400.0


@pytest.mark.parametrize("scale", [1.4, 1.5])
@pytest.mark.parametrize("height", [230.0, 270.0, 300.0, 400.0])
def test_in_large_type_no_unit_shrinks_to_half_for_numbers_of_half_their_size(height, scale):
    columns = diagram_layout((2, 4, 3, 1), 700.0, height, scale).columns
    assert columns[2].fit.side >= 0.85 * columns[1].fit.side
    assert all(column.fit.pixels >= 13.0 for column in columns)
