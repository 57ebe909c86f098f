import pytest

from nnviz.ui.diagram.layout import diagram_layout
from nnviz.ui.diagram.moves import into, moved
from nnviz.ui.session.moment import Selection


@pytest.fixture
def layout():
    return diagram_layout((2, 4, 3, 1), 1020, 690)


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
