import pytest
from PySide6.QtCore import QPointF

from nnviz.ui.diagram.edge_painter import point_on
from nnviz.ui.diagram.layout import diagram_layout
from nnviz.ui.diagram.picking import hit, into, moved
from nnviz.ui.session.moment import Selection


@pytest.fixture
def layout():
    return diagram_layout((2, 4, 3, 1), 1020, 690)


def test_every_unit_is_hit_in_its_middle(layout):
    for column in layout.columns:
        for place in column.places:
            assert hit(layout, place.square.center()) == Selection(place.layer, place.unit)


def test_a_knob_is_the_units_bias(layout):
    for column in layout.columns[1:]:
        for place in column.places:
            assert hit(layout, place.knob) == Selection(place.layer, place.unit, bias=True)


def test_every_edge_is_hit_where_edges_are_spread(layout):
    for gap in layout.gaps:
        for index in range(len(gap)):
            points = [point_on(*gap.ends(index), along) for along in (0.15, 0.3, 0.42, 0.58, 0.7, 0.85)]
            wanted = Selection(gap.layer, int(gap.target[index]), source=int(gap.source[index]))
            assert wanted in [hit(layout, point) for point in points]


def test_empty_space_is_nothing(layout):
    assert hit(layout, QPointF(3.0, 3.0)) is None
    assert hit(layout, layout.loss.centre) is None


def test_units_of_a_strip_keep_their_numbers():
    layout = diagram_layout((64, 3, 1), 1020, 690)
    last = layout.columns[0].places[-1]
    assert hit(layout, last.square.center()) == Selection(0, 63)


def test_the_first_move_picks_the_first_hidden_unit(layout):
    assert moved(layout, None, 0, 1) == Selection(1, 0)


def test_up_and_down_stay_inside_a_column(layout):
    assert moved(layout, Selection(1, 1), 0, 1) == Selection(1, 2)
    assert moved(layout, Selection(1, 3), 0, 1) == Selection(1, 3)
    assert moved(layout, Selection(1, 0), 0, -1) == Selection(1, 0)


def test_left_and_right_go_to_the_unit_at_about_the_same_height(layout):
    assert moved(layout, Selection(1, 3), 1, 0) == Selection(2, 2)
    assert moved(layout, Selection(2, 2), -1, 0) == Selection(1, 3)
    assert moved(layout, Selection(3, 0), 1, 0).layer == 3


def test_from_a_unit_to_its_weights_through_them_and_back(layout):
    weight = into(layout, Selection(2, 1))
    assert weight == Selection(2, 1, source=0)
    assert moved(layout, weight, 0, 1) == Selection(2, 1, source=1)
    assert into(layout, weight) == Selection(2, 1)
    assert into(layout, Selection(0, 1)) is None


def test_in_a_strip_the_next_unit_is_the_next_one_shown():
    layout = diagram_layout((64, 3, 1), 1020, 690)
    units = layout.columns[0].strip.units
    before = units[layout.columns[0].strip.ellipsis - 1]
    after = units[layout.columns[0].strip.ellipsis]
    assert after - before > 1
    assert moved(layout, Selection(0, before), 0, 1) == Selection(0, after)
