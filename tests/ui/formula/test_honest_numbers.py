"""Every line is worked out again from its text alone: it says ≈ exactly where the shown numbers miss the result."""

import math
import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.losses import LOSS_SCALES, LOSSES
from nnviz.engine.training.record.steps import Grain
from nnviz.engine.training.record.views import Visits
from nnviz.ui.formula.phase_numbers import numbers_of
from nnviz.ui.look.numbers import NumberStyle, parsed
from nnviz.ui.session.moment import Moment
from tests.ui.formula.moments import PAIRS, experiment_text, trainer_of

UPPER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
NUMBER = r"-?\d+(?:\.\d+)?(?:e-?\d+)?"


def log(value):
    return math.log(value) if value > 0 else -math.inf


FUNCTIONS = {
    "σ": lambda value: 1 / (1 + math.exp(-value)),
    "Φ": lambda value: 0.5 * math.erfc(-value / math.sqrt(2)),
    "sign": np.sign,
    "log": log,
    "log1p": lambda value: math.log1p(value) if value > -1 else -math.inf,
    "exp": math.exp,
    "sqrt": math.sqrt,
    "tanh": math.tanh,
    "max": max,
    "min": min,
}


def worked_out(text):
    """What the text comes to; ``None`` where there is nothing to work out, as in "mean of 10 examples"."""
    if re.search(r"mean of \d+ examples|^mean of \d+$|δ", text):
        return None
    text = text.replace("−", "-").replace(" + …", "")
    text = re.sub(r"\((?:first \d+|\d+ more): ([^)]+)\)", r"(\1)", text)
    text = re.sub(r" \((?:mean of \d+|L\d penalty)\)", "", text).replace("≈ 0", "0")
    text = re.sub(r"×10([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)", lambda found: f"e{found[1].translate(UPPER)}", text)
    text = re.sub(r"(?<![\d.])10([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)", lambda found: f"1e{found[1].translate(UPPER)}", text)
    text = re.sub(rf"ln\(1 - ({NUMBER})\)", r"log1p(-\1)", text)
    text = text.replace("ln(1 + ", "log1p(")
    text = re.sub(rf"√({NUMBER})", r"sqrt(\1)", text).replace("√(", "sqrt(")
    text = re.sub(rf"e\^({NUMBER})", r"exp(\1)", text).replace("e^(", "exp(")
    text = re.sub(rf"ln ({NUMBER})", r"log(\1)", text).replace("ln(", "log(")
    text = text.replace("½ ", "0.5 * ").replace("²", "**2").replace("×", "*")
    try:
        return float(eval(text, {"__builtins__": {}}, FUNCTIONS))
    except (OverflowError, ZeroDivisionError):
        return None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(0.999 × 6.31×10⁻⁵ + 0.001 × 4.10²) / 0.002997", (0.999 * 6.31e-5 + 0.001 * 4.10**2) / 0.002997),
        ("4.10 / (√6.10 + 10⁻⁸)", 4.10 / (math.sqrt(6.10) + 1e-8)),
        ("(1.18×10⁻³)² / √(4×10⁴) × e^(0×10⁰)", 1.18e-3**2 / 200),
        ("−0.10² + 10² × 2.5×10³", -(0.10**2) + 100 * 2500),
    ],
)
def test_the_check_itself_reads_squares_and_powers_as_they_are_written(text, value):
    assert math.isclose(worked_out(text), value)


def check(equation, digits):
    value = worked_out(equation.working) if equation.working else None
    if equation.result_text == "0" and "≈" in equation.relation:
        # A batch's mean that is 0 but for rounding.
        return
    if value is None or not math.isfinite(value) or not math.isfinite(equation.result):
        return
    shown = parsed(equation.result_text)
    power = re.search(r"×10(.+)", equation.result_text)
    place = 10.0 ** ((int(power[1].translate(UPPER)) if power else 0) - digits)
    off = abs(value - shown) / (0.5 * place)
    if abs(off - 1.0) > 1e-6:
        assert ("≈" in equation.relation) == (off > 1.0), equation.text


def moments(trainer, record, draw):
    """Every phase at every grain, and a unit and a term of it that are drawn; of an example, the mean, a visitor."""
    other = next((place for place in range(len(trainer.examples.x)) if place not in record.examples), None)
    seen = [{}, {"mean": True}]
    if other is not None:
        seen.append({"visitor": Visits()(record, trainer.examples, other)})
    for index in range(len(record.phases)):
        for more in seen:
            whole = Moment(record, index, **more)
            yield replace(whole, grain=Grain.ITERATION)
            yield whole
            unit = draw(st.integers(0, len(whole.walk.units(index)) - 1))
            yield replace(whole, grain=Grain.UNIT, unit=unit)
            by_term = replace(whole, grain=Grain.TERM, unit=unit, term=0)
            yield replace(by_term, term=draw(st.integers(0, whole.walk.terms(by_term.step) - 1)))
            yield replace(by_term, term=whole.walk.terms(by_term.step) - 1)


@settings(max_examples=60, deadline=None)
@given(
    data=st.data(),
    pair=st.sampled_from(PAIRS),
    widths=st.lists(st.integers(1, 9), min_size=0, max_size=3),
    activation=st.sampled_from(sorted(ACTIVATIONS)),
    seed=st.integers(0, 1000),
    digits=st.integers(2, 6),
    most=st.integers(0, 6),
    batch=st.sampled_from(["1", "3"]),
    scale=st.sampled_from(sorted(LOSS_SCALES)),
    training=st.sampled_from(
        ["", "dropout = 0.3", "l1 = 0.02", "clip_norm = 0.1", 'optimizer = "momentum"', 'optimizer = "adamw"']
    ),
)
def test_the_shown_numbers_give_the_shown_result_or_the_line_says_that_they_do_not(
    data, pair, widths, activation, seed, digits, most, batch, scale, training
):
    scaled = f'\nloss_scale = "{scale}"' if LOSSES[pair[2]].scaled else ""
    text = experiment_text(*pair, activation, str(widths), batch, 0.01, seed, (training if widths else "") + scaled)
    trainer = trainer_of(text)
    trainer.run(2)
    record = trainer.iterate()
    for moment in moments(trainer, record, data.draw):
        told = numbers_of(moment, NumberStyle(digits), most_terms=most, training=trainer.experiment.training)
        for equation in told.equations:
            check(equation, digits)
            assert math.isclose(equation.exact, equation.result, rel_tol=1e-9, abs_tol=1e-12), equation.text


@pytest.mark.parametrize(
    ("output", "loss", "seed"), [("softmax", "cross_entropy", 136), ("sigmoid", "squared_error", 2)]
)
def test_every_weight_of_a_wide_layer_under_adamw_is_told_truly(output, loss, seed):
    """Squares of ``4.10`` and of ``1.18×10⁻³``: with a place for each weight, where a drawn one seldom hits."""
    pair = next(each for each in PAIRS if each[1:] == (output, loss))
    text = experiment_text(*pair, "gelu", "[1, 8]", "1", 0.01, seed, 'optimizer = "adamw"')
    trainer = trainer_of(text)
    trainer.run(2)
    record = trainer.iterate()
    squares = 0
    for index in range(len(record.phases)):
        whole = Moment(record, index, grain=Grain.TERM)
        for unit in range(len(whole.walk.units(index))):
            of_unit = replace(whole, unit=unit, term=0)
            for term in range(whole.walk.terms(of_unit.step)):
                told = numbers_of(
                    replace(of_unit, term=term), NumberStyle(2), most_terms=4, training=trainer.experiment.training
                )
                for equation in told.equations:
                    check(equation, 2)
                    squares += "×10" in equation.working and ")²" in equation.working
    assert squares


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if LOSSES[pair[2]].scaled])
@pytest.mark.parametrize("scale", sorted(LOSS_SCALES))
@pytest.mark.parametrize("batch", ["1", "3"])
def test_every_factor_of_a_squared_error_is_told_truly_at_every_output(pair, scale, batch):
    trainer = trainer_of(experiment_text(*pair, batch=batch, training=f'loss_scale = "{scale}"'))
    record = trainer.iterate()
    outputs = record.architecture.widths[-1]
    for index, phase in enumerate(record.phases):
        if phase.name in ("L", f"delta{record.architecture.layers}"):
            whole = Moment(record, index)
            units = [replace(whole, grain=Grain.UNIT, unit=unit) for unit in range(len(whole.walk.units(index)))]
            assert len(units) == outputs
            for moment in (whole, replace(whole, mean=True), *units):
                for equation in numbers_of(moment, NumberStyle(4)).equations:
                    check(equation, 4)
                    assert math.isclose(equation.exact, equation.result, rel_tol=1e-9, abs_tol=1e-12), equation.text
