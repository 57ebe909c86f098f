import pytest

from nnviz.ui.names.symbols import Names, coloured_symbol
from tests.ui.formula.moments import NUMBERS, experiment_text, trainer_of
from tests.ui.names.architectures import architecture


def names_of(hidden):
    return Names(trainer_of(experiment_text(NUMBERS, "linear", "squared_error", hidden=hidden)).architecture)


def test_a_weight_has_its_layers_number_where_there_are_several():
    two = names_of("[3]")
    assert two.parameter(2, 0, 1) == "w²₁₂" and two.parameter(1, 2, None) == "b¹₃"
    assert two.gradient(2, 0, 1) == "∂L/∂w²₁₂" and two.gradient(1, 2, None) == "∂L/∂b¹₃"
    one = names_of("[]")
    assert one.parameter(1, 0, 1) == "w₁₂" and one.gradient(1, 0, None) == "∂L/∂b₁"


def test_a_unit_has_its_layers_number_where_it_could_be_another():
    three = names_of("[3, 2]")
    assert three.pre_activation(2, 0) == "z²₁" and three.error_signal(2, 0) == "δ²₁"
    assert three.unit(1, 0) == "h¹₁" and three.unit(2, 1) == "h²₂"
    assert three.unit(0, 0) == "x₁" and three.unit(3, 1) == "ŷ₂" and three.target(1) == "y₂"
    two = names_of("[3]")
    assert two.unit(1, 0) == "h₁" and two.pre_activation(1, 0) == "z¹₁" and two.error_signal(2, 0) == "δ²₁"
    one = names_of("[]")
    assert one.pre_activation(1, 1) == "z₂" and one.error_signal(1, 0) == "δ₁"


def test_a_route_names_the_units_on_the_way():
    assert names_of("[3, 2]").route(1, (0, 1, 1)) == "h¹₁ → h²₂ → ŷ₂"


def test_a_gradient_has_the_colour_of_backward_work_and_any_weight_has_none():
    assert coloured_symbol("∂L/∂w²₁₁").spans[0].role == "backward"
    assert [span.role for span in coloured_symbol("δ¹₁: Σ w δ").spans] == ["backward", "text", "backward"]


def test_indices_of_two_digits_are_told_apart_by_a_comma():
    names = Names(architecture(12, 11, 1))
    assert names.parameter(1, 0, 0) == "w¹₁₁"
    assert {names.parameter(1, 10, 1), names.parameter(1, 0, 11)} == {"w¹₁₁‚₂", "w¹₁‚₁₂"}


@pytest.mark.parametrize("widths", [(2, 1), (12, 11, 12), (2, 3, 12, 1)])
def test_no_two_parts_of_a_network_have_one_name(widths):
    names = Names(architecture(*widths))
    units = [names.unit(layer, unit) for layer, width in enumerate(widths) for unit in range(width)]
    sources = [(layer, unit) for layer, width in enumerate(widths[1:], start=1) for unit in range(width)]
    parameters = [
        names.parameter(layer, unit, source) for layer, unit in sources for source in (None, *range(widths[layer - 1]))
    ]
    told = [*units, *(names.pre_activation(*each) for each in sources), *parameters]
    assert len(set(told)) == len(told)
