import pytest

from nnviz.ui.diagram.places import strip_of


@pytest.mark.parametrize("width", [1, 2, 16])
def test_all_units_of_a_layer_up_to_sixteen_are_shown(width):
    assert strip_of(width, slots=5).units == tuple(range(width))
    assert strip_of(width, slots=5).ellipsis is None


@pytest.mark.parametrize(("width", "slots"), [(17, 5), (64, 13), (1024, 7), (64, 1), (64, 99)])
def test_a_wide_layer_shows_its_first_and_last_units_and_how_many_are_left_out(width, slots):
    strip = strip_of(width, slots)
    assert strip.units[0] == 0 and strip.units[-1] == width - 1
    assert list(strip.units) == sorted(set(strip.units))
    assert strip.hidden == width - len(strip.units) > 0
    assert strip.slots == len(strip.units) + 1


def test_the_ellipsis_has_a_slot_that_no_unit_has():
    strip = strip_of(64, 8)
    assert strip.ellipsis not in strip.slot_of_place
    assert sorted((*strip.slot_of_place, strip.ellipsis)) == list(range(strip.slots))
