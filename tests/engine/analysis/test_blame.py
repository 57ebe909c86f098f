"""The blame of a unit: its shares add up, and without the unit the loss is what a whole pass says."""

import math

import numpy as np
import pytest
from hypothesis import given

from nnviz.engine import Experiment, PlaceError, Trainer
from nnviz.engine.analysis.blame import blame
from tests.engine.analysis.records import SMOOTH, every_unit, loss_of, parameters_of, record_of, records
from tests.engine.networks import HIDDEN, PAIRS


def close(value, expected, largest):
    """Equal to twelve digits of the largest number that was added up."""
    return value == pytest.approx(expected, rel=1e-12, abs=1e-12 * largest)


@given(records())
def test_the_shares_add_up_to_the_error_signal(chosen):
    record, example = chosen
    rows = slice(None) if example is None else example
    for layer, unit in every_unit(record):
        told = blame(record, layer, unit, example)
        assert told.delta == record.layers[layer - 1].delta[rows, unit].mean()
        if layer < record.architecture.layers:
            assert len(told.shares) == record.architecture.widths[layer + 1]
            # Over a batch shares may cancel each other, and so may examples within each.
            ahead = np.abs(record.layers[layer].delta[rows]).max() * np.abs(record.layers[layer].W).max()
            assert close(math.fsum(share.value for share in told.shares), told.delta, ahead)
            assert told.error is None and told.slope is not None


@given(records())
def test_for_one_example_a_share_is_the_product_of_its_factors(chosen):
    record, example = chosen
    example = example or 0
    for layer, unit in every_unit(record):
        told = blame(record, layer, unit, example)
        for share in told.shares:
            assert share.weight == record.layers[layer].W[share.unit, unit]
            assert share.delta == record.layers[layer].delta[example, share.unit]
            mask = 1.0 if told.mask is None else told.mask
            assert share.value == pytest.approx(share.weight * share.delta * told.slope * mask, rel=1e-12, abs=1e-300)


@pytest.mark.parametrize(("output", "loss"), PAIRS)
def test_at_the_output_error_and_slope_explain_it(output, loss):
    record = record_of(output=output, loss=loss)
    for unit in range(record.architecture.widths[-1]):
        told = blame(record, 3, unit, 1)
        assert told.shares == () and told.loss_without is None
        assert told.error == record.prediction[1, unit] - record.y[1, unit]
        if loss != "squared_error":
            assert told.slope is None and told.delta == told.error
        elif output == "softmax":
            assert told.slope is None and told.delta != told.error
        else:
            assert told.delta == pytest.approx(told.error * told.slope, rel=1e-12)


@given(records())
def test_without_a_unit_the_loss_is_what_a_whole_pass_says(chosen):
    record, example = chosen
    parameters = parameters_of(record)
    with np.errstate(all="ignore"):
        penalty = record.loss.penalty
        for layer, unit in every_unit(record):
            told = blame(record, layer, unit, example)
            expected = loss_of(record, parameters, example) - penalty
            assert close(told.loss, expected, abs(expected) + penalty)
            if layer < record.architecture.layers:
                without = loss_of(record, parameters, example, without=(layer, unit)) - penalty
                assert close(told.loss_without, without, abs(without) + penalty)


@pytest.mark.parametrize("example", [None, 2])
@pytest.mark.parametrize(("output", "loss"), PAIRS)
@pytest.mark.parametrize("activation", SMOOTH)
def test_the_loss_reacts_to_the_units_sum_as_its_error_signal_says(activation, output, loss, example):
    record = record_of(activation=activation, output=output, loss=loss, dropout=0.3)
    step = 1e-4
    for layer, unit in every_unit(record):
        # To change a bias is to change the sum.
        losses = []
        for sign in (1.0, -1.0):
            parameters = parameters_of(record)
            parameters[layer - 1][1][unit] += sign * step
            losses.append(loss_of(record, parameters, example))
        measured = (losses[0] - losses[1]) / (2.0 * step)
        assert blame(record, layer, unit, example).delta == pytest.approx(measured, rel=1e-6, abs=1e-8)


@pytest.mark.parametrize("activation", HIDDEN)
def test_a_silenced_unit_gets_no_blame_and_is_not_missed(activation):
    trainer = Trainer(Experiment.named("circle").with_fields({"network.activation": activation}))
    trainer.silence(1, 2, True)
    record = trainer.iterate()
    for example in (None, 0):
        told = blame(record, 1, 2, example)
        assert told.mask == 0.0 and told.delta == 0.0
        assert all(share.value == 0.0 for share in told.shares)
        assert told.loss_without == pytest.approx(told.loss, rel=1e-14)
        assert blame(record, 1, 1, example).mask == 1.0


def test_the_hidden_layer_of_the_worked_example_is_taken_apart_as_in_the_books():
    told = blame(Trainer(Experiment.named("worked-example")).iterate(), 1, 0, 0)
    assert [share.weight for share in told.shares] == [0.4, 0.5]
    assert [share.delta for share in told.shares] == pytest.approx([0.138499, -0.038098], abs=5e-7)
    assert told.slope == pytest.approx(0.241301, abs=5e-7)
    assert told.delta == pytest.approx(0.008771, abs=5e-7)
    assert told.loss == pytest.approx(0.298371, abs=5e-7)


def test_what_is_not_there_is_refused():
    record = record_of()
    with pytest.raises(PlaceError, match="units of layer 1 count from 0 to 3, got 4"):
        blame(record, 1, 4)
    with pytest.raises(PlaceError, match="examples of this batch count from 0 to 3, got 7"):
        blame(record, 1, 0, 7)
