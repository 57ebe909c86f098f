"""The batch's mean of inputs that were standardised is 0 but for rounding."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz.engine import Experiment, Trainer
from nnviz.engine.training.record.steps import Grain
from nnviz.ui.formula.batch_mean import is_rounding
from nnviz.ui.formula.phase_numbers import numbers_of
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.session.moment import Moment

THREE = NumberStyle(3)
STANDARDISED = """
[data]
source = "gaussians"
examples = 60
split = [1.0, 0.0, 0.0]
standardize = true
[network]
hidden = [3]
[training]
batch_size = "full"
"""


@pytest.fixture(scope="module")
def record():
    record = Trainer(Experiment.parse(STANDARDISED)).iterate()
    means = record.x.mean(axis=0)
    assert all(abs(means) > 0.0) and all(abs(means) < 1e-15)
    return record


def moment_of(record, phase, **more):
    return Moment(record, [each.name for each in record.phases].index(phase), mean=True, **more)


def lines(moment, most=6):
    return numbers_of(moment, THREE, most_terms=most).lines


@pytest.mark.parametrize(
    ("mean", "rounding"), [(9e-17, True), (-3.9e-12, True), (4.1e-12, False), (0.01, False), (0.0, False)]
)
def test_a_mean_is_rounding_where_it_is_tiny_beside_the_values(mean, rounding):
    assert is_rounding(mean, np.array([1.0, -4.0, 3.0])) is rounding


def test_a_mean_that_is_0_but_for_rounding_is_said_to_be_about_0(record):
    assert lines(moment_of(record, "x"))[0] == "x = (≈ 0, ≈ 0)"
    told = numbers_of(moment_of(record, "x"), THREE).equations[0]
    assert told.terms == tuple(record.x.mean(axis=0)) and told.result == record.x[:, 0].mean()
    assert lines(moment_of(record, "x", grain=Grain.UNIT, unit=1))[0] == "x₂ ≈ 0"


def test_it_is_said_in_the_sum_that_it_enters_and_of_what_comes_out(record):
    moment = moment_of(record, "z1")
    (line,) = lines(moment)
    assert line.count(" × (≈ 0)") == 2 and line.endswith("+ 0.000 ≈ 0  (mean of 60)")
    assert numbers_of(moment, THREE).result == record.layers[0].z[:, 0].mean()
    first, second, last = (lines(replace(moment, grain=Grain.TERM, unit=0, term=term))[0] for term in range(3))
    assert first.endswith("× (≈ 0) + … → ≈ 0  (mean of 60)")
    assert second.count("(≈ 0)") == 2 and second.endswith("→ ≈ 0  (mean of 60)")
    assert last.endswith("≈ 0  (mean of 60)")


def test_terms_that_are_not_written_out_are_about_0_too(record):
    moment = moment_of(record, "z1")
    assert "(1 more: ≈ 0)" in lines(moment, most=1)[0]
    assert lines(moment, most=0)[0] == "z¹₁ = (≈ 0) + 0.000 ≈ 0  (mean)"
    assert lines(replace(moment, grain=Grain.TERM, unit=0, term=2), most=1)[0] == "z¹₁ = (≈ 0) + 0.000 ≈ 0  (mean)"


def test_the_numbers_of_an_example_are_never_rounding(record):
    moment = replace(moment_of(record, "z1"), mean=False)
    assert "≈ 0" not in lines(moment)[0]


def test_nothing_is_left_of_it_with_a_shift():
    trainer = Trainer(Experiment.parse(STANDARDISED.replace("true", "false")))
    assert "≈" not in lines(moment_of(trainer.iterate(), "x"))[0]
