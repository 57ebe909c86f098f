"""Steps through an iteration: at each grain all of it is gone through once, in order, and back the same way."""

import pytest

from nnviz.engine.training.record.phases import Kind, phase_index, phases_of
from nnviz.engine.training.record.steps import Grain, Step, Walk, terms_of, units_of

WIDTHS = [(2, 4, 3, 1), (2, 2, 2), (5, 1), (1, 3, 1), (64, 32, 16, 10)]


def steps_of(walk: Walk, grain: Grain) -> list[Step]:
    steps = [walk.first(grain)]
    while (step := walk.after(steps[-1], grain)) is not None:
        steps.append(step)
    return steps


@pytest.mark.parametrize("widths", WIDTHS)
@pytest.mark.parametrize("grain", list(Grain))
def test_the_way_back_is_the_way_there(widths, grain):
    walk = Walk(widths)
    there = steps_of(walk, grain)
    back = [there[-1]]
    while (step := walk.before(back[-1], grain)) is not None:
        back.append(step)
    assert back[::-1] == there
    assert there[-1] == walk.last(grain)
    assert len(set(there)) == len(there)


@pytest.mark.parametrize("widths", WIDTHS)
def test_units_and_terms_are_as_many_as_the_network_has(widths):
    walk, phases = Walk(widths), phases_of(len(widths) - 1)
    units = sum(len(units_of(widths, phase)) for phase in phases)
    terms = sum(terms_of(widths, phase, layer) for phase in phases for layer, _ in units_of(widths, phase))
    assert len(steps_of(walk, Grain.PHASE)) == len(phases)
    assert len(steps_of(walk, Grain.UNIT)) == units
    assert len(steps_of(walk, Grain.TERM)) == terms


def test_a_pre_activation_adds_every_input_and_the_bias():
    phase = phases_of(3)[phase_index("z2", 3)]
    assert terms_of((2, 4, 3, 1), phase, 2) == 5


def test_the_error_signal_of_a_hidden_unit_adds_what_comes_from_ahead_and_is_multiplied_by_the_slope():
    phase = phases_of(3)[phase_index("delta1", 3)]
    assert terms_of((2, 4, 3, 1), phase, 1) == 4
    assert terms_of((2, 4, 3, 1), phases_of(3)[phase_index("delta3", 3)], 3) == 1


def test_the_update_goes_through_the_units_of_every_layer():
    walk = Walk((2, 4, 3, 1))
    assert walk.units(walk.last_phase) == tuple(
        (layer, unit) for layer, n in ((1, 4), (2, 3), (3, 1)) for unit in range(n)
    )


def test_at_the_grain_of_iterations_there_is_one_step_from_anywhere():
    walk = Walk((2, 4, 1))
    assert walk.after(Step(3), Grain.ITERATION) == Step(walk.last_phase)
    assert walk.after(Step(walk.last_phase), Grain.ITERATION) is None
    assert walk.before(Step(3), Grain.ITERATION) is None


def test_another_grain_keeps_the_place():
    walk = Walk((2, 4, 1))
    z1 = phase_index("z1", 2)
    assert walk.at_grain(Step(z1), Grain.TERM, unit=2) == Step(z1, 2, 0)
    assert walk.at_grain(Step(z1, 3, 1), Grain.UNIT) == Step(z1, 3)
    assert walk.at_grain(Step(z1, 3, 1), Grain.PHASE) == Step(z1)
    assert walk.at_grain(Step(z1, 1), Grain.TERM) == Step(z1, 1, 0)
    assert walk.at_grain(Step(phase_index("x", 2)), Grain.UNIT, unit=3) == Step(0, 1)


def test_the_place_of_a_unit_in_a_phase():
    walk = Walk((2, 4, 1))
    assert walk.place_of(phase_index("z1", 2), 1, 3) == 3
    assert walk.place_of(phase_index("z1", 2), 2, 0) is None
    assert walk.place_of(walk.last_phase, 2, 0) == 4


def test_every_kind_of_phase_has_units():
    for widths in WIDTHS:
        for phase in phases_of(len(widths) - 1):
            units = units_of(widths, phase)
            assert units and all(0 <= unit < widths[layer] for layer, unit in units)
            assert (phase.kind is Kind.UPDATE) or len({layer for layer, _ in units}) == 1
