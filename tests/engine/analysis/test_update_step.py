"""The update of one parameter: old, new, and what the optimiser made of the gradient."""

import numpy as np
import pytest
from hypothesis import given

from nnviz.engine import Experiment, PlaceError, Trainer
from nnviz.engine.analysis.update_step import update_step
from nnviz.engine.functions.optimisers import OPTIMISERS
from tests.engine.analysis.records import every_parameter, is_moderate, some_parameters, trainers


@given(trainers())
def test_a_step_is_told_as_it_was(trainer):
    record, training = trainer.iterate(), trainer.experiment.training
    if not is_moderate(record):
        return
    for layer, unit, source in some_parameters(record):
        told = update_step(record, training, layer, unit, source)
        here = record.layers[layer - 1]
        place = unit if source is None else (unit, source)
        before, after, gradient = (
            (here.b, here.b_after, here.grad_b) if source is None else (here.W, here.W_after, here.grad_W)
        )
        assert (told.old, told.new, told.gradient) == (before[place], after[place], gradient[place])
        assert told.step == told.new - told.old
        assert told.plain_step == -told.learning_rate * told.gradient
        clipping = 1.0 if told.clipping is None else told.clipping
        size = np.abs(here.delta).max() * max(1.0, np.abs(here.inputs).max()) * clipping
        expected = (told.loss_gradient + told.penalty_gradient) * clipping
        assert told.gradient == pytest.approx(expected, rel=1e-12, abs=1e-12 * size)
        assert told.optimiser == training.optimizer.name
        assert [letter for letter, _, _ in told.memory] == list(OPTIMISERS[told.optimiser].memory)
        if told.frozen:
            assert told.step == 0.0


def parameters_after(name, updates=3):
    trainer = Trainer(Experiment.named("circle").with_fields({"training.optimizer": name, "training.l2": 0.01}))
    trainer.run(updates, score=False)
    record = trainer.iterate()
    return [update_step(record, trainer.experiment.training, *which) for which in every_parameter(record)]


def test_plain_gradient_descent_makes_the_plain_step():
    for told in parameters_after("sgd"):
        assert told.step == pytest.approx(told.plain_step, rel=1e-12, abs=1e-16) and told.memory == ()


def test_momentum_is_told_by_its_velocity():
    for told in parameters_after("momentum"):
        ((letter, before, after),) = told.memory
        settings = dict(told.settings)
        assert letter == "v"
        assert after == pytest.approx(settings["momentum"] * before + told.gradient, rel=1e-12, abs=1e-15)
        assert told.step == pytest.approx(-told.learning_rate * after, rel=1e-9, abs=1e-15)


def test_adam_is_told_by_both_of_its_means():
    updates = 3
    for told in parameters_after("adam", updates):
        (_, mean_before, mean), (_, squares_before, squares) = told.memory
        settings, times = dict(told.settings), updates + 1
        beta1, beta2 = settings["beta1"], settings["beta2"]
        assert mean == pytest.approx(beta1 * mean_before + (1 - beta1) * told.gradient, rel=1e-9, abs=1e-15)
        assert squares == pytest.approx(beta2 * squares_before + (1 - beta2) * told.gradient**2, rel=1e-9, abs=1e-15)
        corrected = mean / (1 - beta1**times), squares / (1 - beta2**times)
        expected = -told.learning_rate * corrected[0] / (corrected[1] ** 0.5 + settings["epsilon"])
        assert told.step == pytest.approx(expected, rel=1e-9, abs=1e-14)


def test_the_worked_example_is_updated_as_in_the_books():
    trainer = Trainer(Experiment.named("worked-example"))
    told = update_step(trainer.iterate(), trainer.experiment.training, 2, 0, 0)
    assert (told.old, told.learning_rate, told.clipping, told.penalty_gradient) == (0.4, 0.5, None, 0.0)
    assert told.gradient == pytest.approx(0.082167, abs=5e-7)
    assert told.new == pytest.approx(0.358916, abs=5e-7)
    assert told.optimiser == "sgd" and told.settings == () and not told.frozen


def test_what_is_frozen_is_said_and_stays():
    trainer = Trainer(Experiment.named("circle").with_fields({"network.frozen": ["W1[0,1]"]}))
    trainer.set_frozen(2, 1, None, True)
    record, training = trainer.iterate(), trainer.experiment.training
    for which in ((1, 0, 1), (2, 1, None)):
        told = update_step(record, training, *which)
        assert told.frozen and told.step == 0.0 and told.gradient != 0.0
    assert not update_step(record, training, 1, 0, 0).frozen


def test_what_is_not_there_is_refused():
    trainer = Trainer(Experiment.named("circle"))
    with pytest.raises(PlaceError, match="layers count from 1 to 3, got 0"):
        update_step(trainer.iterate(), trainer.experiment.training, 0, 0, 0)
