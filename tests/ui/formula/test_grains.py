"""The strip's numbers while one steps from unit to unit and from term to term."""

import math
from dataclasses import replace

import pytest

from nnviz.engine import Experiment, Kind, Trainer
from nnviz.engine.training.record.steps import Grain
from nnviz.ui.formula.parameter_in_play import parameter_in_play
from nnviz.ui.formula.phase_numbers import numbers_of
from nnviz.ui.formula.phase_words import LONGEST_SENTENCE, iteration_words, step_name
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.session.moment import Moment, Selection
from tests.ui.formula.moments import CLASSES, NUMBERS, TWO_CLASSES, experiment_text, moments, trainer_of, worked_example

FOUR = NumberStyle(4)
TWO = NumberStyle(2)


def lines(moment, style=FOUR, **more):
    return numbers_of(moment, style, **more).lines


def steps(moment, unit):
    """A phase term by term, for one of its units."""
    first = replace(moment, grain=Grain.TERM, unit=unit, term=0)
    return [replace(first, term=term) for term in range(moment.walk.terms(first.step))]


def units(moment):
    return [replace(moment, grain=Grain.UNIT, unit=unit) for unit in range(len(moment.walk.units(moment.phase_index)))]


@pytest.fixture
def at():
    return moments(worked_example())


def test_a_weighted_sum_fills_up_product_by_product(at):
    assert [line for step in steps(at["z1"], 0) for line in lines(step)] == [
        "z¹₁ = +0.1500 × 0.0500 + … → +0.0075",
        "z¹₁ = +0.1500 × 0.0500 + 0.2000 × 0.1000 + … → +0.0275",
        "z¹₁ = +0.1500 × 0.0500 + 0.2000 × 0.1000 + 0.3500 = 0.3775",
    ]


def test_with_little_room_the_sum_so_far_takes_what_is_added_to_it(at):
    assert [line for step in steps(at["z1"], 1) for line in lines(step, most_terms=1)] == [
        "z¹₂ = +0.2500 × 0.0500 → +0.0125",
        "z¹₂ = +0.0125 + 0.3000 × 0.1000 → +0.0425",
        "z¹₂ = +0.0425 + 0.3500 = 0.3925",
    ]


def test_what_has_just_been_added_is_bold_and_underlined(at):
    emphasised = [
        "".join(span.text for span in numbers_of(step, TWO).equations[-1].pieces.spans if span.underlined)
        for step in (*steps(at["z1"], 0), steps(at["delta1"], 0)[-1], units(at["L"])[1])
    ]
    assert emphasised == ["+0.15 × 0.05", "+ 0.20 × 0.10", "+ 0.35", "0.24", "(0.77 − 0.99)²"]
    whole = numbers_of(at["z1"], TWO).equations[-1].pieces.spans
    assert not any(span.underlined for span in whole)


def test_a_running_sum_whose_shown_terms_miss_it_is_said_to_be_approximate():
    text = experiment_text("x = [[0.3333, 1.0]]\ny = [[0.0]]", "linear", "squared_error", hidden="[]", batch="1")
    text = text.replace("bias = 0.1", "") + "[[network.parameters]]\nW = [[3.3333, 0.0]]\nb = [0.0]\n"
    assert lines(steps(moments(trainer_of(text))["z1"], 0)[0], TWO) == ("z₁ = +3.33 × 0.33 + … → ≈ +1.11",)


def test_of_many_terms_the_latest_are_written_out_and_those_before_are_one():
    trainer = Trainer(Experiment.named("digits"))
    moment = moments(trainer)["z1"]
    step = steps(moment, 2)[40]
    (line,) = lines(step, TWO, most_terms=3)
    assert line.startswith("z¹₃ = (first 38: ") and line.count("×") == 3 and "+ … → " in line
    told = numbers_of(step, TWO, most_terms=3).equations[0]
    layer = moment.record.layers[0]
    assert math.isclose(told.result, math.fsum((layer.W[2] * layer.inputs[0])[:41]), rel_tol=1e-14)
    assert numbers_of(steps(moment, 2)[-1], TWO).result == layer.z[0, 2]


def test_the_error_signal_adds_up_the_blame_and_takes_the_slope_at_last(at):
    first, second, last = steps(at["delta1"], 0)
    assert lines(first) == ("δ¹₁: Σ w δ = +0.4000 × +0.1385 + … → +0.0554",)
    assert lines(second)[0].startswith("δ¹₁: Σ w δ = +0.4000 × +0.1385 + 0.5000 × −0.0381 = ")
    assert lines(last)[0].startswith("δ¹₁ = (+0.4000 × +0.1385 + 0.5000 × −0.0381) × 0.2413 ")
    assert numbers_of(last, FOUR).result == at["delta1"].record.layers[0].delta[0, 0]
    assert lines(last, most_terms=1)[0].startswith("δ¹₁ = 0.0364 × 0.2413")


def test_gradients_and_updates_go_from_weight_to_weight_and_the_bias_is_last(at):
    assert [lines(step, TWO)[-1].split(" ")[0] for step in steps(at["dW1"], 1)] == ["∂L/∂w¹₂₁", "∂L/∂w¹₂₂", "∂L/∂b¹₂"]
    # The units of an update are those of all layers.
    assert [lines(step, TWO)[-1].split(" ")[0] for step in steps(at["update"], 3)] == ["w²₂₁", "w²₂₂", "b²₂"]
    assert [lines(step, TWO)[-1].split(" ")[0] for step in units(at["update"])] == ["w¹₁₁", "w¹₂₁", "w²₁₁", "w²₂₁"]
    assert lines(steps(at["update"], 3)[-1], TWO) == ("b²₂ = 0.60  (frozen, stays)",)


def test_terms_decide_which_weight_is_in_play_whatever_is_selected(at):
    selected = replace(at["dW2"], selection=Selection(2, 0, 1))
    assert parameter_in_play(selected) == (2, 0, 1)
    assert parameter_in_play(units(selected)[0]) == (2, 0, 1)
    assert parameter_in_play(units(selected)[1]) == (2, 1, 0)
    assert [parameter_in_play(step) for step in steps(selected, 0)] == [(2, 0, 0), (2, 0, 1), (2, 0, None)]
    assert parameter_in_play(replace(at["dW2"], selection=Selection(2, 1, bias=True))) == (2, 1, None)
    assert parameter_in_play(replace(at["dW1"], selection=Selection(2, 1, 1))) == (1, 0, 0)
    assert parameter_in_play(at["update"]) == (2, 0, 0)


def test_inputs_come_one_by_one(at):
    assert lines(units(at["x"])[1], TWO) == ("x₂ = 0.10", "y = (0.01, 0.99)")


def test_the_loss_is_added_up_output_by_output(at):
    assert [line for unit in units(at["L"]) for line in lines(unit)] == [
        "L = ½ ((0.7514 − 0.0100)² + …) → 0.2748",
        "L = ½ ((0.7514 − 0.0100)² + (0.7729 − 0.9900)²) = 0.2984",
    ]


def test_of_a_cross_entropy_only_the_true_class_adds_something():
    at = moments(trainer_of(experiment_text(CLASSES, "softmax", "cross_entropy")), example=1)
    first, second, third = units(at["L"])
    assert lines(first, TWO)[0].startswith("L₂ = −0 × ln ") and lines(first, TWO)[0].endswith("+ … → 0.00")
    assert lines(second, TWO)[0].count("− 0 × ln ") == 1
    assert "− 1 × ln " in lines(third, TWO)[0] and lines(third, TWO)[1].startswith("L = mean of 4 examples = ")
    assert numbers_of(third, TWO).equations[0].result == at["L"].record.example_losses[1]


@pytest.mark.parametrize(
    ("data", "output", "loss"), [(TWO_CLASSES, "sigmoid", "binary_cross_entropy"), (NUMBERS, "linear", "squared_error")]
)
def test_with_the_last_output_the_loss_is_the_engines(data, output, loss):
    at = moments(trainer_of(experiment_text(data, output, loss, l2=0.1)), example=2)
    last = numbers_of(units(at["L"])[-1], TWO)
    assert last.equations[0].result == at["L"].record.example_losses[2]
    assert last.result == at["L"].record.loss.total


def test_every_unit_comes_to_the_engines_number(at):
    for name, kind in (("z2", "z"), ("a2", "a"), ("delta2", "delta"), ("a1", "a"), ("delta1", "delta")):
        layer = at[name].record.layers[at[name].phase.layer - 1]
        for place, unit in enumerate(units(at[name])):
            assert numbers_of(unit, TWO).result == getattr(layer, kind)[0, place]


def test_where_one_has_stepped_to_is_named(at):
    assert step_name(at["z1"]) == ""
    assert step_name(units(at["z1"])[1]) == "unit 2 of 2"
    assert step_name(steps(at["z1"], 1)[2]) == "unit 2 of 2, term 3 of 3"
    assert step_name(steps(at["a1"], 0)[0]) == "unit 1 of 2"
    assert step_name(units(at["update"])[3]) == "the output layer, unit 2 of 2"
    assert step_name(replace(units(at["z1"])[1], training=True)) == ""


def test_a_whole_iteration_has_a_sentence_of_its_own(at):
    words = iteration_words(at["update"].record)
    assert words.sentence.startswith("One whole iteration") and len(words.sentence) <= LONGEST_SENTENCE
    assert words.formula.plain.startswith("W ← W − η ∇W")


def test_while_training_no_unit_is_in_play(at):
    moment = Moment(at["z1"].record, at["z1"].phase_index, unit=1, term=0, training=True)
    assert moment.phase.kind is Kind.PRE_ACTIVATION
    assert lines(moment, TWO) == lines(at["z1"], TWO)
