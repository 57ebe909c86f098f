"""What a run that diverged is told to change: what helps most, and it does help."""

from pathlib import Path

import numpy as np
import pytest

from nnviz.engine import Experiment, Trainer
from nnviz.engine.training.run.advice import advice_on

HOUSING = Path(__file__).parent / "housing.csv"
"""Prices of houses in the hundred-thousands, rooms in the thousands."""


def housing(**fields):
    chosen = Experiment.parse(f'[data]\nfile = "{HOUSING.as_posix()}"\ntarget = "median_house_value"')
    usual = {"network.hidden": [6], "network.activation": "relu", "network.init": "he_normal", "training.epochs": 60}
    return chosen.with_fields(usual | fields)


def line(scale=1.0, size=1.0, **fields):
    """A regression of three inputs, ``scale`` large, on a target that is ``size`` large."""
    generator = np.random.default_rng(1)
    x = generator.normal(size=(40, 3))
    y = x @ [[1.0], [-2.0], [0.5]]
    data = {"x": (x * scale).tolist(), "y": (y * size).tolist(), "split": [1.0, 0.0, 0.0]}
    chosen = Experiment.parse("[data]\nx = [[1.0]]\ny = [[1.0]]")
    return chosen.with_fields({"data": data, "network.activation": "relu", "training.epochs": 60} | fields)


CASES = {
    "targets in the hundred-thousands": (housing(), {"data.standardize_target": True}),
    "and a small rate": (housing(**{"training.learning_rate": 1e-3}), {"data.standardize_target": True}),
    "large inputs and targets": (
        line(scale=1e3, size=1e5, **{"data.standardize": False, "network.activation": "leaky_relu"}),
        {"data.standardize": True, "data.standardize_target": True},
    ),
    "large inputs": (line(scale=1e3, **{"data.standardize": False}), {"data.standardize": True}),
    "one input in another unit, on purpose": (
        line(**{"data.standardize": False, "data.faults.scaled_input": "x2"}),
        {"data.standardize": True},
    ),
    "weights that begin too large": (line(**{"network.gain": 30.0}), {"network.gain": 1.0}),
    "an initialiser that is too wide": (
        line(**{"network.init": "normal", "network.sigma": 20.0}),
        {"network.init": "xavier_uniform"},
    ),
    "a rate that is too large": (line(**{"training.learning_rate": 100.0}), {"training.learning_rate": 0.1}),
}


@pytest.mark.parametrize("case", CASES)
def test_what_a_diverged_run_is_told_to_change_is_said_and_helps(case):
    experiment, fields = CASES[case]
    trainer = Trainer(experiment)
    assert trainer.run() == "diverged"
    advice = advice_on(experiment, trainer.examples, trainer.learning_rate)
    assert advice.fields == fields
    assert trainer.history.message.endswith(advice.text)
    assert all(field in advice.text for field in fields)
    assert Trainer(experiment.with_fields(advice.fields)).run() == "epochs"


def test_the_advice_says_how_large_the_numbers_are():
    trainer = Trainer(housing())
    trainer.run()
    assert "targets of up to 467,198 are too large" in trainer.history.message
    assert "learning rate" not in trainer.history.message


def test_the_advice_names_a_fault_that_is_on():
    trainer = Trainer(line(**{"data.standardize": False, "data.faults.scaled_input": "x2"}))
    trainer.run()
    assert "data.faults.scaled_input is on, and inputs of up to" in trainer.history.message


def test_targets_are_no_matter_where_answers_are_bounded_or_are_classes():
    chosen = line(size=1e5, **{"network.output": "tanh", "training.learning_rate": 1.0})
    assert advice_on(chosen, Trainer(chosen).examples, 1.0).fields == {"training.learning_rate": 0.1}


def test_weights_that_were_given_are_not_drawn_anew():
    trained = Trainer(line())
    blocks = [{"W": (30.0 * W).tolist(), "b": b.tolist()} for W, b in trained.parameters()]
    chosen = line(**{"network.parameters": blocks})
    assert set(advice_on(chosen, trained.examples, 0.1).fields) == {"training.learning_rate"}
