"""Every built-in experiment loads, trains, and gets somewhere."""

import math

import pytest

from nnviz.engine import Experiment, Trainer
from nnviz.engine.data.datasets import DATASETS
from nnviz.engine.experiments.completion import layer_widths
from nnviz.engine.experiments.experiment_files import named_experiments

# The circle has labels on the wrong side, in its test part too: being right about the rest is all there is to reach.
LEAST_ACCURACY = {
    "blobs3": 0.97,
    "circle": 0.85,
    "digits": 0.95,
    "gaussians": 0.93,
    "moons": 0.97,
    "penguins": 0.97,
    "spiral": 0.95,
    "spiral3": 0.97,
    "xor": 0.97,
    "xor4": 1.0,
}
# Predicting the mean of all patients is wrong by 77.
MOST_RMSE = {"bumps": 0.06, "diabetes": 60.0, "plane": 0.05, "sawtooth": 0.02, "sine": 0.12, "worked-example": 0.01}


def test_every_built_in_data_set_has_its_experiment():
    assert set(DATASETS) <= set(named_experiments())


def test_every_built_in_experiment_has_a_score_to_reach():
    assert {*LEAST_ACCURACY, *MOST_RMSE} == set(named_experiments())


@pytest.mark.parametrize("name", named_experiments())
def test_a_built_in_experiment_reads_back_as_it_was_written(name):
    experiment = Experiment.named(name)
    assert Experiment.parse(experiment.to_toml()) == experiment


@pytest.mark.parametrize("name", named_experiments())
def test_a_built_in_experiment_trains_to_a_good_score(name):
    trainer = Trainer(Experiment.named(name))
    assert trainer.run() in ("epochs", "early_stopping")
    held_out = "test" if len(trainer.examples.test) else "train"
    loss, score = trainer.score(held_out)
    assert math.isfinite(loss)
    if name in MOST_RMSE:
        assert score <= MOST_RMSE[name]
    else:
        assert score >= LEAST_ACCURACY[name]


@pytest.mark.parametrize("name", ["circle", "gaussians", "moons", "sine", "spiral"])
def test_early_stopping_ends_a_built_in_run_before_its_epochs(name):
    trainer = Trainer(Experiment.named(name))
    assert trainer.run() == "early_stopping"
    best = trainer.history.best_epoch
    assert best is not None and 0 < best < trainer.epoch < trainer.experiment.training.epochs


def test_the_circles_validation_loss_turns_upwards_after_its_best_epoch():
    trainer = Trainer(Experiment.named("circle"))
    trainer.run()
    history = trainer.history
    assert history.best_iteration is not None and history.best_epoch is not None
    best = history.validation_loss[history.best_epoch]
    assert history.validation_loss[-1] > 1.02 * best and history.train_loss[-1] < history.train_loss[history.best_epoch]


def test_the_circle_is_the_network_of_the_pictures():
    assert layer_widths(Experiment.named("circle")) == (2, 4, 3, 1)
