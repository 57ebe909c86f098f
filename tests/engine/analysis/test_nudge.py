"""A weight that is changed a little: the loss reacts as the whole network says, and as the gradient says."""

import math
import tracemalloc
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from nnviz.engine import Experiment, PlaceError, Trainer
from nnviz.engine.analysis import nudge as nudge_module
from nnviz.engine.analysis.blame import blame
from nnviz.engine.analysis.chain_rule import chain_rule
from nnviz.engine.analysis.nudge import finite_difference, loss_curve, nudge, nudged_loss, shared_digits
from nnviz.engine.analysis.update_step import update_step
from tests.engine.analysis.records import (
    SMOOTH,
    every_parameter,
    loss_of,
    parameters_of,
    record_of,
    records,
    some_parameters,
)
from tests.engine.networks import PAIRS, experiment


@given(records())
def test_the_curve_is_what_whole_passes_say(chosen):
    record, example = chosen
    values = np.array([-2.0, -0.3, 0.0, 1.7])
    with np.errstate(all="ignore"):
        for layer, unit, source in some_parameters(record):
            curve = loss_curve(record, layer, unit, source, values, example)
            for value, loss in zip(values, curve, strict=True):
                parameters = parameters_of(record)
                weights, bias = parameters[layer - 1]
                if source is None:
                    bias[unit] = value
                else:
                    weights[unit, source] = value
                expected = loss_of(record, parameters, example)
                assert loss == pytest.approx(expected, rel=1e-9, abs=1e-12)
                assert nudged_loss(record, layer, unit, source, value, example) == pytest.approx(loss, rel=1e-12)


@pytest.mark.parametrize("example", [None, 2])
@pytest.mark.parametrize(("output", "loss"), PAIRS)
def test_a_curve_agrees_with_whole_passes_to_twelve_digits(output, loss, example):
    record = record_of(output=output, loss=loss, l1=0.02, l2=0.03, dropout=0.3)
    for layer, unit, source in every_parameter(record):
        told = nudge(record, layer, unit, source, example)
        for value, height in list(zip(told.values, told.losses, strict=True))[::20]:
            parameters = parameters_of(record)
            weights, bias = parameters[layer - 1]
            if source is None:
                bias[unit] = value
            else:
                weights[unit, source] = value
            assert height == pytest.approx(loss_of(record, parameters, example), rel=1e-12)


@pytest.mark.parametrize("example", [None, 1])
@pytest.mark.parametrize(("output", "loss"), PAIRS)
@pytest.mark.parametrize("activation", SMOOTH)
def test_gradient_and_finite_difference_agree_to_six_digits(activation, output, loss, example):
    record = record_of(activation=activation, output=output, loss=loss, l2=0.03, dropout=0.3)
    for layer, unit, source in every_parameter(record):
        told = nudge(record, layer, unit, source, example)
        assert told.finite_difference == pytest.approx(told.gradient, rel=1e-6, abs=1e-12 * told.loss)
        if abs(told.gradient) > 1e-5 * told.loss:
            assert told.shared_digits >= 6
        assert told.finite_difference == finite_difference(record, layer, unit, source, example)


@given(records())
def test_everything_in_a_nudge_fits_together(chosen):
    record, example = chosen
    for layer, unit, source in some_parameters(record):
        told = nudge(record, layer, unit, source, example)
        here = record.layers[layer - 1]
        assert told.value == (here.b[unit] if source is None else here.W[unit, source])
        assert told.gradient == chain_rule(record, layer, unit, source, example, most=0).gradient
        middle = len(told.values) // 2
        assert len(told.values) == len(told.losses) == 2 * middle + 1
        assert told.values[middle] == told.value and told.losses[middle] == told.loss
        loss = record.loss.penalty + record.example_losses[slice(None) if example is None else example].mean()
        assert told.loss == pytest.approx(loss, rel=1e-9, abs=1e-12)
        np.testing.assert_allclose(told.values + told.values[::-1], 2.0 * told.value, rtol=1e-12, atol=1e-12)
        assert told.values[-1] - told.value == pytest.approx(max(1.0, abs(told.value)))
        assert not told.values.flags.writeable and not told.losses.flags.writeable


def test_the_curve_reaches_as_far_as_is_asked():
    told = nudge(record_of(), 2, 0, 1, reach=0.25)
    assert told.values[0] == told.value - 0.25 and told.values[-1] == told.value + 0.25


@pytest.mark.parametrize(
    ("one", "other", "digits"),
    [
        (0.1234, 0.1234, 16),
        (0.0, 0.0, 16),
        (0.0, 1e-300, 0),
        (-0.5, 0.5, 0),
        (1.0, 1.1, 1),
        (0.12345, 0.12346, 4),
        (1e-200, 1.0000001e-200, 7),
        (1e200, -1e308, 0),
        (1.0, 1.0 + 2.3e-16, 15),
        (math.nan, 1.0, 0),
        (math.nan, math.nan, 0),
        (math.inf, 1.0, 0),
    ],
)
def test_digits_are_shared_as_far_as_numbers_agree(one, other, digits):
    assert shared_digits(one, other) == shared_digits(other, one) == digits


def test_a_unit_that_nothing_passes_shares_all_digits_of_its_zero():
    record = record_of(activation="relu", bias=-100.0)
    told = nudge(record, 1, 0, 0)
    assert (told.gradient, told.finite_difference, told.shared_digits) == (0.0, 0.0, 16)


def test_a_gradient_of_zero_agrees_with_a_slope_that_is_zero_but_for_rounding():
    trainer = Trainer(Experiment.named("digits"))
    record = [trainer.iterate() for _ in range(5)][-1]
    dark = int(np.flatnonzero((record.x == 0.0).all(axis=0))[0])
    for unit in range(record.architecture.widths[1]):
        told = nudge(record, 1, unit, dark)
        assert told.gradient == 0.0 and abs(told.finite_difference) <= told.rounding < 1e-10
        assert told.agree


def test_slopes_that_differ_by_more_than_rounding_do_not_agree():
    told = nudge(record_of(), 1, 0, 0)
    assert told.agree
    assert not replace(told, shared_digits=0, finite_difference=told.gradient + 2.0 * told.rounding).agree
    assert not replace(told, shared_digits=1, finite_difference=1.1 * told.gradient).agree
    assert not replace(told, shared_digits=0, finite_difference=math.nan).agree


@pytest.mark.parametrize("activation", ["relu", "linear", "gelu"])
def test_a_run_that_diverges_can_still_be_asked(activation):
    trainer = Trainer(experiment(hidden=(4, 3), activation=activation, output="linear", learning_rate=1e6, epochs=99))
    while trainer.finished is None:
        record = trainer.iterate()
    for layer, unit, source in every_parameter(record):
        for example in (None, 0):
            assert 0 <= nudge(record, layer, unit, source, example).shared_digits <= 16
            assert len(chain_rule(record, layer, unit, source, example, most=2).paths) == min(2, (1, 2, 6)[3 - layer])
            blame(record, layer, unit, example)
        update_step(record, trainer.experiment.training, layer, unit, source)
    assert trainer.finished == "diverged"


def test_what_is_not_there_is_refused():
    with pytest.raises(PlaceError, match="inputs of layer 1 count from 0 to 2, got 3"):
        nudge(record_of(), 1, 0, 3)


@pytest.mark.parametrize(("layer", "source"), [(1, 0), (2, None), (3, 1)])
def test_a_batch_that_is_asked_part_by_part_gives_the_same_losses(layer, source, monkeypatch):
    record = record_of(l1=0.02, l2=0.03, dropout=0.3)
    values = np.linspace(-2.0, 2.0, 7)
    for example in (None, 2):
        monkeypatch.undo()
        whole = loss_curve(record, layer, 0, source, values, example)
        for room in (1, 9, 40):
            monkeypatch.setattr(nudge_module, "ROOM", room)
            assert loss_curve(record, layer, 0, source, values, example) == pytest.approx(whole, rel=1e-13)


def test_the_curve_of_a_huge_batch_takes_little_memory_and_is_the_batchs_own():
    fields = {"data.examples": 30_000, "network.hidden": [16, 16], "training.batch_size": "full"}
    record = Trainer(Experiment.named("circle").with_fields(fields)).iterate()
    assert record.layers
    tracemalloc.start()
    try:
        told = nudge(record, 1, 0, 0)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 64e6
    assert len(told.values) == len(told.losses) == nudge_module.FEW_POINTS
    assert told.loss == pytest.approx(record.loss.total, rel=1e-12) and told.agree
