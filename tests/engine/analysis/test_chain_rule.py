"""The chain rule of a weight: factors multiply, paths add up, and the loss really reacts so."""

from math import isclose, prod

import numpy as np
import pytest
from hypothesis import given

from nnviz.engine import Experiment, PlaceError, Trainer
from nnviz.engine.analysis.chain_rule import chain_rule
from nnviz.engine.analysis.nudge import finite_difference
from tests.engine.analysis.records import SMOOTH, every_parameter, record_of, records, some_parameters
from tests.engine.networks import HIDDEN, PAIRS, experiment


def gradient_of(record, layer, unit, source):
    here = record.layers[layer - 1]
    return here.grad_b[unit] if source is None else here.grad_W[unit, source]


@pytest.mark.parametrize("example", [None, 0, 3])
@pytest.mark.parametrize(("output", "loss"), PAIRS)
@pytest.mark.parametrize("activation", HIDDEN)
def test_factors_multiply_to_paths_and_paths_add_up_to_the_gradient(activation, output, loss, example):
    record = record_of(activation=activation, output=output, loss=loss, dropout=(0.0, 0.4))
    for layer, unit, source in every_parameter(record):
        rule = chain_rule(record, layer, unit, source, example)
        for path in rule.paths:
            assert isclose(path.product, prod(factor.value for factor in path.factors), rel_tol=1e-12, abs_tol=1e-18)
        total = sum(path.product for path in rule.paths) + rule.penalty
        assert total == pytest.approx(rule.gradient, rel=1e-12, abs=1e-15)
        assert rule.rest == 0.0
        assert rule.ways == len(rule.paths)
        if example is None:
            assert rule.gradient == pytest.approx(gradient_of(record, layer, unit, source), rel=1e-12, abs=1e-15)


@pytest.mark.parametrize("example", [None, 1])
@pytest.mark.parametrize(("output", "loss"), PAIRS)
@pytest.mark.parametrize("activation", SMOOTH)
def test_the_loss_reacts_as_the_gradient_says(activation, output, loss, example):
    record = record_of(activation=activation, output=output, loss=loss, l1=0.02, l2=0.03, dropout=0.3)
    for layer, unit, source in every_parameter(record):
        rule = chain_rule(record, layer, unit, source, example)
        nudged = finite_difference(record, layer, unit, source, example)
        assert nudged == pytest.approx(rule.gradient, rel=1e-6, abs=1e-11)


def test_the_worked_example_is_taken_apart_as_in_the_books():
    record = Trainer(Experiment.named("worked-example")).iterate()
    output = chain_rule(record, 2, 0, 0, example=0)
    assert [factor.name for factor in output.paths[0].factors] == ["dL/dy", "dy/dz", "dz/dw"]
    assert [factor.value for factor in output.paths[0].factors] == pytest.approx(
        [0.741365, 0.186816, 0.593270], abs=5e-7
    )
    assert output.gradient == pytest.approx(0.082167, abs=5e-7)
    first = chain_rule(record, 1, 0, 0)
    assert [path.units for path in first.paths] == [(0, 0), (0, 1)]
    assert [factor.name for factor in first.paths[0].factors] == ["dL/dy", "dy/dz", "dz/dh", "dh/dz", "dz/dw"]
    assert first.gradient == pytest.approx(0.000439, abs=5e-7)


def test_a_mean_keeps_the_weights_apart_and_averages_the_rest_as_a_whole():
    rule = chain_rule(record_of(), 1, 0, 0)
    assert [factor.name for factor in rule.paths[0].factors] == ["mean", "dz/dh", "dz/dh"]


@pytest.mark.parametrize("example", [None, 2])
def test_of_many_paths_the_largest_are_told_and_the_rest_is_summed(example):
    record = record_of(hidden=(5, 4, 6, 3), output="softmax", loss="cross_entropy", dropout=(0, 0.3, 0, 0))
    every = chain_rule(record, 1, 2, 1, example)
    few = chain_rule(record, 1, 2, 1, example, most=40)
    assert len(every.paths) == 4 * 6 * 3 * 3 and len(few.paths) == 40
    sizes = [abs(path.product) for path in every.paths]
    assert [abs(path.product) for path in few.paths] == pytest.approx(sizes[:40], rel=1e-12)
    told = sum(path.product for path in few.paths)
    assert told + few.rest + few.penalty == pytest.approx(few.gradient, rel=1e-12)


def most_added_up(record, layer):
    """What the paths' parts come to at most where no sign makes them cancel: examples and paths may."""
    size = np.abs(record.layers[-1].delta).max() * max(1.0, np.abs(record.layers[layer - 1].inputs).max())
    for here, above in zip(record.layers[layer - 1 :], record.layers[layer:], strict=False):
        through = here.slope if here.mask is None else here.slope * here.mask
        size *= np.abs(through).max() * np.abs(above.W).sum()
    return max(size, 1e-290)


@given(records())
def test_in_any_network_what_is_told_and_the_rest_are_the_gradient(chosen):
    record, example = chosen
    for layer, unit, source in some_parameters(record):
        every, few = (chain_rule(record, layer, unit, source, example, most) for most in (10_000, 6))
        assert every.gradient == few.gradient
        assert len(few.paths) == min(6, few.ways) and few.ways == every.ways == len(every.paths)
        sizes, rounding = [abs(path.product) for path in every.paths], 1e-12 * most_added_up(record, layer)
        assert [abs(path.product) for path in few.paths] == pytest.approx(sizes[:6], rel=1e-9, abs=rounding)
        for rule in (every, few):
            total = sum(path.product for path in rule.paths) + rule.rest + rule.penalty
            assert total == pytest.approx(rule.gradient, rel=1e-12, abs=rounding + 1e-12 * abs(rule.penalty))


@pytest.mark.parametrize("activation", HIDDEN)
def test_the_largest_are_found_where_examples_cancel_each_other(activation):
    # Trained until the mean gradient is much smaller than that of each example.
    record = record_of(400, hidden=(7, 6, 7, 6), activation=activation, batch_size="full", learning_rate=0.05)
    every, few = (chain_rule(record, 1, 3, 1, most=most) for most in (10_000, 20))
    assert few.ways == len(every.paths) == 6 * 7 * 6 * 2
    sizes = [abs(path.product) for path in every.paths[:20]]
    assert [abs(path.product) for path in few.paths] == pytest.approx(sizes, rel=1e-9, abs=1e-18)


@pytest.mark.parametrize("example", [None, 0])
def test_paths_that_carry_nothing_are_told_where_no_others_are(example):
    rule = chain_rule(record_of(hidden=(6,) * 6, activation="relu", bias=-100.0), 1, 0, 0, example, most=5)
    assert [path.product for path in rule.paths] == [0.0] * 5
    assert (rule.gradient, rule.rest) == (0.0, 0.0)


def test_equal_paths_are_told_once_each():
    record = record_of(hidden=(4,) * 6, init="constant", constant=0.3)
    rule = chain_rule(record, 1, 0, 0, most=30)
    assert len({path.units for path in rule.paths}) == 30


@pytest.mark.parametrize("example", [None, 0])
@pytest.mark.parametrize("dropout", [0.0, 0.4])
def test_nothing_comes_through_a_silenced_unit(dropout, example):
    trainer = Trainer(experiment(hidden=(4, 3), dropout=dropout))
    trainer.silence(2, 1, True)
    record = trainer.iterate()
    rule = chain_rule(record, 1, 0, 0, example)
    through = [path for path in rule.paths if path.units[1] == 1]
    assert len(through) == 2
    for path in through:
        assert path.product == 0.0
        assert [(factor.layer, factor.unit, factor.value) for factor in path.factors if factor.name == "silenced"] == [
            (2, 1, 0.0)
        ]
    others = [factor for path in rule.paths if path.units[1] != 1 for factor in path.factors]
    assert "silenced" not in {factor.name for factor in others}
    assert sum(path.product for path in rule.paths) == pytest.approx(rule.gradient, rel=1e-12, abs=1e-18)
    assert chain_rule(record, 2, 1, 0, example).gradient == 0.0


def test_more_paths_than_anybody_could_count_are_no_trouble():
    record = record_of(hidden=(8,) * 10, activation="tanh")
    rule = chain_rule(record, 1, 0, 0, example=0, most=50)
    assert len(rule.paths) == 50
    sizes = np.abs([path.product for path in rule.paths])
    assert (np.diff(sizes) <= 0.0).all()
    assert sum(path.product for path in rule.paths) + rule.rest + rule.penalty == pytest.approx(
        rule.gradient, rel=1e-12
    )


def test_what_is_not_there_is_refused():
    record = record_of()
    with pytest.raises(PlaceError, match="layers count from 1 to 3"):
        chain_rule(record, 4, 0, 0)
    with pytest.raises(PlaceError, match="examples of this batch count from 0 to 3, got 4"):
        chain_rule(record, 1, 0, 0, example=4)
