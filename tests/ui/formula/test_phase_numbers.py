import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.engine import Experiment, Trainer
from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.optimisers import OPTIMISERS
from nnviz.engine.training.record.phases import Kind
from nnviz.ui.formula.phase_numbers import SIMPLEST, numbers_of
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.session.moment import Moment, Selection
from tests.ui.formula.moments import CLASSES, NUMBERS, PAIRS, experiment_text, moments, trainer_of, worked_example

SIX = NumberStyle(6)
TWO = NumberStyle(2)


def lines(moment, style=SIX, **more):
    return numbers_of(moment, style, **more).lines


def test_the_worked_example_shows_its_well_known_numbers():
    at = moments(worked_example())
    assert lines(at["z1"]) == ("z¹₁ = +0.150000 × 0.050000 + 0.200000 × 0.100000 + 0.350000 = 0.377500",)
    assert lines(at["a1"]) == ("h₁ = σ(0.377500) = 0.593270",)
    assert lines(at["a2"])[0].endswith("= 0.751365")
    assert lines(at["L"]) == ("L = ½ ((0.751365 − 0.010000)² + (0.772928 − 0.990000)²) = 0.298371",)
    assert lines(at["delta2"])[0].startswith("δ²₁ = (0.751365 − 0.010000) × 0.186816 ")
    assert lines(at["dW2"]) == ("∂L/∂w²₁₁ = +0.138499 × 0.593270 = +0.082167",)
    assert lines(at["update"]) == ("w²₁₁ ← 0.400000 − 0.5 × 0.082167 = 0.358916",)


def test_the_second_unit_of_the_worked_example_is_shown_when_it_is_selected():
    trainer = worked_example()
    record = trainer.iterate()
    names = [phase.name for phase in record.phases]
    hidden = Moment(record, names.index("a1"), selection=Selection(1, 1))
    assert lines(hidden) == ("h₂ = σ(0.392500) = 0.596884",)
    output = Moment(record, names.index("a2"), selection=Selection(2, 1))
    assert lines(output)[0].startswith("ŷ₂") and lines(output)[0].endswith("0.772928")
    first_weight = Moment(record, names.index("dW1"), selection=Selection(1, 0, 0))
    assert numbers_of(first_weight, SIX).result == pytest.approx(0.000438568, abs=1e-9)


def test_two_digits_are_enough_for_the_same_lines():
    at = moments(worked_example())
    assert lines(at["z1"], TWO) == ("z¹₁ = +0.15 × 0.05 + 0.20 × 0.10 + 0.35 = 0.38",)
    assert lines(at["update"], TWO) == ("w²₁₁ ← 0.40 − 0.5 × 0.08 = 0.36",)


def test_shown_factors_that_miss_the_shown_result_are_said_to_be_approximate():
    text = experiment_text("x = [[0.3333, 1.0]]\ny = [[0.0]]", "linear", "squared_error", hidden="[]", batch="1")
    text = text.replace("bias = 0.1", "") + "[[network.parameters]]\nW = [[3.3333, 0.0]]\nb = [0.0]\n"
    z = numbers_of(moments(trainer_of(text))["z1"], TWO).equations[0]
    assert z.text == "z₁ = +3.33 × 0.33 + 0.00 × 1.00 + 0.00 ≈ 1.11"
    assert z.relation == "≈"


@pytest.mark.parametrize(("data", "output", "loss"), PAIRS)
@pytest.mark.parametrize("activation", sorted(ACTIVATIONS))
@pytest.mark.parametrize("l2", [0.0, 0.03])
@pytest.mark.parametrize("batch", ["1", "4"])
def test_every_phase_comes_to_the_engines_own_number(data, output, loss, activation, l2, batch):
    trainer = trainer_of(experiment_text(data, output, loss, activation, batch=batch, l2=l2))
    trainer.run(3)
    record = trainer.iterate()
    example = len(record.examples) - 1
    for layer in range(len(record.layers) + 1):
        for unit in range(2):
            for source in (None, 0, 1):
                selection = Selection(layer, unit, source)
                for index in phases_about(record, selection):
                    check(Moment(record, index, example, selection=selection))


def phases_about(record, selection):
    """The places of the phases that speak of what is selected; of all of them where the first input is."""
    everywhere = selection == Selection(0, 0)
    return [place for place, phase in enumerate(record.phases) if everywhere or phase.layer in (0, selection.layer)]


def check(moment, training=SIMPLEST, most=6):
    """The working, with all its digits, gives the result, and the result is the record's."""
    told = numbers_of(moment, NumberStyle(3), most_terms=most, training=training)
    for each in told.equations:
        if each.working and moment.phase.kind is not Kind.INPUT:
            assert math.isclose(each.exact, each.result, rel_tol=1e-9, abs_tol=1e-12), each.text
    record, example = moment.record, moment.example
    number, unit = moment.unit_in_play
    layer = record.layers[number - 1]
    unit = min(unit, len(layer.b) - 1)
    source = 0
    if moment.selection is not None and moment.selection.layer == number:
        source = min(moment.selection.source or 0, layer.W.shape[1] - 1)
    expected = {
        Kind.PRE_ACTIVATION: lambda: layer.z[example, unit],
        Kind.ACTIVATION: lambda: layer.a[example, unit],
        Kind.LOSS: lambda: record.loss.total,
        Kind.DELTA: lambda: layer.delta[example, unit],
        Kind.GRADIENT: lambda: layer.grad_W[unit, source],
    }.get(moment.phase.kind)
    if expected is not None:
        assert told.result == expected()
    if moment.phase.kind is Kind.UPDATE:
        assert told.result in record.theta_after


def check_all(trainer, updates=3):
    """Every phase of an update, for some units and weights, however much room there is."""
    trainer.run(updates)
    record = trainer.iterate()
    example = len(record.examples) - 1
    for layer in range(len(record.layers) + 1):
        for unit, source in ((0, None), (1, 0), (1, 1)):
            selection = Selection(layer, unit, source, bias=source is None and unit == 0)
            for index in phases_about(record, selection):
                for most in (1, 2, 6):
                    moment = Moment(record, index, example, selection=selection)
                    if not (selection.bias and moment.phase.kind is Kind.GRADIENT):
                        check(moment, trainer.experiment.training, most)


@pytest.mark.parametrize("name", OPTIMISERS)
def test_every_optimisers_update_comes_to_the_parameter_after_it(name):
    check_all(trainer_of(experiment_text(CLASSES, "softmax", "cross_entropy", training=f'optimizer = "{name}"')))


@pytest.mark.parametrize("batch", ["1", "4"])
@pytest.mark.parametrize(
    "restraints", ["l1 = 0.02", "l1 = 0.02\nclip_norm = 0.01", "clip_norm = 100.0", "dropout = 0.4"]
)
@pytest.mark.parametrize("l2", [0.0, 0.03])
def test_penalties_clipping_and_dropout_come_to_the_engines_own_numbers(batch, restraints, l2):
    for seed in range(3):
        check_all(
            trainer_of(
                experiment_text(CLASSES, "softmax", "cross_entropy", batch=batch, l2=l2, seed=seed, training=restraints)
            )
        )


def one_update(training, updates=0, digits=TWO, most=6):
    """The lines of an update of a network with one weight."""
    text = experiment_text("x = [[1.0]]\ny = [[0.0]]", "linear", "squared_error", hidden="[]", training=training)
    text = text.replace("bias = 0.1", "").replace("batch_size = 4", "batch_size = 1")
    trainer = trainer_of(text + "[[network.parameters]]\nW = [[0.8]]\nb = [0.0]\n")
    trainer.run(updates)
    record = trainer.iterate()
    moment = Moment(record, len(record.phases) - 1)
    return lines(moment, digits, training=trainer.experiment.training, most_terms=most)


def test_momentum_shows_its_velocity_and_the_step_that_it_gives():
    assert one_update('optimizer = "momentum"') == (
        "v ← 0.9 × 0.00 + 0.80 = 0.80",
        "w₁₁ ← 0.80 − 0.5 × 0.80 = 0.40",
    )


def test_nesterov_shows_where_the_velocity_will_carry_the_weight():
    assert one_update('optimizer = "nesterov"')[-1] == "w₁₁ ← 0.80 − 0.5 × (0.80 + 0.9 × 0.80) = 0.04"


def test_adam_shows_its_means_corrected_for_their_start():
    assert one_update('optimizer = "adam"') == (
        "m̂ = (0.9 × 0.00 + 0.1 × 0.80) / 0.1 = 0.80",
        "v̂ = (0.999 × 0.00 + 0.001 × 0.80²) / 0.001 = 0.64",
        "w₁₁ ← 0.80 − 0.5 × 0.80 / (√0.64 + 10⁻⁸) = 0.30",
    )
    assert one_update('optimizer = "adam"', most=2)[0] == "m̂ = 0.08 / 0.1 = 0.80"
    assert one_update('optimizer = "adam"', most=1) == (
        "m̂ / (√v̂ + ε) = 0.80 / (√0.64 + 10⁻⁸) = 1.00",
        "w₁₁ ← 0.80 − 0.5 × 1.00 = 0.30",
    )


def test_adamw_takes_its_decay_off_besides():
    assert one_update('optimizer = "adamw"')[-1].endswith("− 0.5 × 0.01 × 0.80 = 0.30")


def test_clipping_shows_its_factor_and_where_it_comes_from():
    text = experiment_text("x = [[2.0]]\ny = [[0.0]]", "linear", "squared_error", hidden="[]", batch="1")
    text = text.replace("bias = 0.1", "").replace("l2 = 0.0", "clip_norm = 1")
    trainer = trainer_of(text + "[[network.parameters]]\nW = [[1.0]]\nb = [0.0]\n")
    moment = moments(trainer)["dW1"]
    clip, gradient = lines(moment, TWO, training=trainer.experiment.training)
    assert clip == "c = min(1, 1 / 4.47) = 0.22"
    assert gradient.startswith("∂L/∂w₁₁ = +2.00 × 2.00 × 0.22 ")


def test_a_unit_that_dropout_silences_says_so_and_gets_no_blame():
    trainer = trainer_of(experiment_text(NUMBERS, "linear", "squared_error", training="dropout = 0.5"))
    record = trainer.iterate()
    names = [phase.name for phase in record.phases]
    unit = int(np.flatnonzero(record.layers[0].mask[0] == 0.0)[0])
    other = int(np.flatnonzero(record.layers[0].mask[0])[0])
    for phase, result in (("a1", "0.00"), ("delta1", "0.00")):
        (line,) = lines(Moment(record, names.index(phase), selection=Selection(1, unit)), TWO)
        assert line.endswith(f"× 0 = {result}  (silenced)"), line
        (line,) = lines(Moment(record, names.index(phase), selection=Selection(1, other)), TWO)
        assert "× 2 " in line and "silenced" not in line


def test_both_penalties_are_named_in_the_loss_and_add_up():
    trainer = trainer_of(experiment_text(CLASSES, "softmax", "cross_entropy", l2=0.1, training="l1 = 0.05"))
    last = lines(moments(trainer)["L"], NumberStyle(3))[-1]
    assert "(L2 penalty)" in last and "(L1 penalty)" in last


@pytest.mark.parametrize(
    ("name", "z", "text"),
    [
        ("leaky_relu", -2.0, "h₁ = max(0.01 × −2.00, −2.00) = −0.02"),
        ("elu", -2.0, "h₁ = e^−2.00 − 1 = −0.86"),
        ("elu", 2.0, "h₁ = 2.00 = 2.00"),
        ("softplus", 2.0, "h₁ = ln(1 + e^2.00) = 2.13"),
        ("gelu", -2.0, "h₁ = −2.00 × Φ(−2.00) = −0.05"),
        ("silu", -2.0, "h₁ = −2.00 × σ(−2.00) = −0.24"),
    ],
)
def test_activations_are_written_with_their_own_functions(name, z, text):
    experiment = experiment_text("x = [[1.0]]\ny = [[0.0]]", "linear", "squared_error", name, hidden="[1]", batch="1")
    experiment = experiment.replace("bias = 0.1", "") + f"[[network.parameters]]\nW = [[{z}]]\nb = [0.0]\n"
    trainer = trainer_of(experiment + "[[network.parameters]]\nW = [[1.0]]\nb = [0.0]\n")
    assert lines(moments(trainer)["a1"], TWO) == (text,)


@settings(max_examples=40, deadline=None)
@given(
    widths=st.lists(st.integers(1, 12), min_size=0, max_size=4),
    inputs=st.integers(1, 15),
    seed=st.integers(0, 1000),
    activation=st.sampled_from(sorted(ACTIVATIONS)),
    digits=st.integers(0, 9),
    most=st.integers(1, 6),
)
def test_random_networks_add_up_whatever_is_left_out(widths, inputs, seed, activation, digits, most):
    generator = np.random.default_rng(seed)
    x = generator.normal(size=(3, inputs)).round(3).tolist()
    text = experiment_text(
        f"x = {x}\ny = [0, 1, 1]", "sigmoid", "binary_cross_entropy", activation, str(widths), "3", 0.01, seed
    )
    record = trainer_of(text).iterate()
    for index, phase in enumerate(record.phases):
        told = numbers_of(Moment(record, index, 2), NumberStyle(digits), most_terms=most)
        for each in told.equations:
            if phase.kind is not Kind.INPUT:
                assert math.isclose(each.exact, each.result, rel_tol=1e-9, abs_tol=1e-12), each.text
            if phase.kind is Kind.PRE_ACTIVATION:
                assert len(each.terms) <= most + 2
                assert math.isclose(math.fsum(each.terms), each.result, rel_tol=1e-9, abs_tol=1e-12)


def test_many_terms_show_the_largest_and_the_sum_of_the_rest():
    x = [0.01] * 10 + [1.0, -2.0]
    data = f"x = [{x}]\ny = [[0.0]]"
    text = experiment_text(data, "linear", "squared_error", hidden="[]", batch="1").replace("bias = 0.1", "")
    text += f"[[network.parameters]]\nW = [{[0.5] * 12}]\nb = [0.1]\n"
    (line,) = lines(moments(trainer_of(text))["z1"], TWO, most_terms=2)
    assert line == "z₁ = +0.50 × 1.00 + 0.50 × −2.00 + (10 more: +0.05) + 0.10 = −0.35"


def test_a_batch_shows_this_examples_product_and_then_the_mean():
    text = experiment_text(PAIRS[0][0], "sigmoid", "binary_cross_entropy", batch="4")
    at = moments(trainer_of(text), example=2)
    own, mean = lines(at["dW3"], NumberStyle(3))
    assert own.startswith("δ³₁ h²₁ = ")
    assert mean.startswith("∂L/∂w³₁₁ = mean of 4 examples = ")
    own, mean = lines(at["L"], NumberStyle(3))
    assert own.startswith("L₃ = −ln") and mean.startswith("L = mean of 4 examples = ")


def test_a_frozen_parameter_is_said_to_stay():
    experiment = Experiment.named("worked-example")
    trainer = Trainer(experiment)
    record = trainer.iterate()
    moment = Moment(record, len(record.phases) - 1, selection=Selection(1, 0, bias=True))
    assert lines(moment, TWO) == ("b¹₁ = 0.35  (frozen, stays)",)


def test_a_certain_and_wrong_sigmoid_still_has_arithmetic_for_its_loss():
    text = experiment_text("x = [[1.0]]\ny = [0]", "sigmoid", "binary_cross_entropy", hidden="[]", batch="1")
    text = text.replace("bias = 0.1", "") + "[[network.parameters]]\nW = [[800.0]]\nb = [0.0]\n"
    assert lines(moments(trainer_of(text))["L"], TWO) == ("L = ln(1 + e^800.00) = 800.00",)


def test_a_softmax_of_huge_sums_is_written_with_differences():
    text = experiment_text("x = [[1.0]]\ny = [0]", "softmax", "cross_entropy", hidden="[]", batch="1")
    text = text.replace("bias = 0.1", "") + "[[network.parameters]]\nW = [[800.0], [799.0]]\nb = [0.0, 0.0]\n"
    assert lines(moments(trainer_of(text))["a1"], TWO) == ("ŷ₁ = 1 / (e^0.00 + e^−1.00) = 0.73",)


def test_numbers_that_are_no_longer_finite_are_shown_as_they_are():
    text = experiment_text("x = [[1.0]]\ny = [[0.0]]", "linear", "squared_error", hidden="[2]", batch="1")
    trainer = trainer_of(text.replace("learning_rate = 0.5", "learning_rate = 1e100"))
    for _ in range(9):
        record = trainer.iterate()
        for index in range(len(record.phases)):
            assert all(lines(Moment(record, index), TWO))


def test_the_inputs_and_the_target_are_listed():
    assert lines(moments(worked_example())["x"], TWO) == ("x = (0.05, 0.10)", "y = (0.01, 0.99)")


@pytest.mark.parametrize(
    ("scale", "loss", "delta"),
    [
        ("half_sum", "L = ½ ((5.000 − 1.000)² + (−1.000 − 0.000)²) = 8.500", "δ₁ = 5.000 − 1.000 = +4.000"),
        ("sum", "L = (5.000 − 1.000)² + (−1.000 − 0.000)² = 17.000", "δ₁ = 2 × (5.000 − 1.000) = +8.000"),
        ("mean", "L = ½ ((5.000 − 1.000)² + (−1.000 − 0.000)²) = 8.500", "δ₁ = 5.000 − 1.000 = +4.000"),
    ],
)
def test_a_squared_error_and_its_signal_are_told_with_their_factor(scale, loss, delta):
    data = "x = [[1.0]]\ny = [[1.0, 0.0]]"
    text = experiment_text(
        data, "linear", "squared_error", hidden="[]", batch="1", training=f'loss_scale = "{scale}"'
    ).replace("bias = 0.1", "parameters = [{ W = [[5.0], [-1.0]], b = [0.0, 0.0] }]")
    told = moments(trainer_of(text))
    assert numbers_of(told["L"], NumberStyle()).lines == (loss,)
    assert numbers_of(told["delta1"], NumberStyle()).lines == (delta,)
