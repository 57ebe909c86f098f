"""Losses and scores of a whole part, against their definitions."""

import numpy as np
import pytest

from nnviz.engine import Experiment, Trainer
from nnviz.engine.scores import predicted_classes
from tests.engine.networks import PAIRS, experiment
from tests.engine.reference import ACTIVATIONS, LOSSES


def predictions(trainer, part):
    a = trainer.examples.x[trainer.examples.part(part)]
    for place, (weights, bias) in enumerate(trainer.parameters(), start=1):
        a = ACTIVATIONS[trainer.architecture.activation_name(place)](a @ weights.T + bias)
    return a


@pytest.mark.parametrize(("output", "loss"), PAIRS)
@pytest.mark.parametrize("part", ["train", "validation", "test"])
def test_a_score_is_the_mean_loss_and_the_rmse_or_accuracy(output, loss, part):
    trainer = Trainer(experiment(output=output, loss=loss, count=50, split=(0.4, 0.3, 0.3), l2=0.1))
    trainer.run(20)
    expected, places = predictions(trainer, part), trainer.examples.part(part)
    y = trainer.examples.y[places]
    mean_loss, score = trainer.score(part)
    assert mean_loss == pytest.approx(LOSSES[loss](expected, y).mean(), rel=1e-12)
    if trainer.examples.task == "regression":
        assert score == pytest.approx(np.sqrt(((expected - y) ** 2).mean()), rel=1e-12)
    else:
        right = expected.argmax(axis=1) == trainer.examples.labels[places]
        assert score == right.mean()


@pytest.mark.parametrize(("output", "loss"), [("sigmoid", None), ("tanh", "squared_error"), ("softmax", None)])
def test_two_classes_are_told_apart_halfway_between_their_targets(output, loss):
    fields = {"network.output": output, "training.loss": loss, "training.epochs": 300, "data.noise": 0.05}
    trainer = Trainer(Experiment.named("circle").with_fields(fields))
    trainer.run()
    assert trainer.score("test")[1] > 0.9


def test_predicted_classes():
    sigmoid = Trainer(Experiment.named("circle")).architecture
    assert predicted_classes(np.array([[0.2, 0.51, 0.5]]), sigmoid).tolist() == [0, 1, 0]
    tanh = Trainer(
        Experiment.named("circle").with_fields({"network.output": "tanh", "training.loss": None})
    ).architecture
    assert predicted_classes(np.array([[-0.2, 0.01, 0.0]]), tanh).tolist() == [0, 1, 0]
    assert predicted_classes(np.array([[0.2, 0.5], [0.7, 0.1]]), sigmoid).tolist() == [1, 0]


def test_scoring_leaves_the_model_alone():
    trainer, other = Trainer(experiment()), Trainer(experiment())
    trainer.run(4)
    other.run(4)
    for part in ("train", "validation", "test"):
        trainer.score(part)
    assert trainer.iterate().after.tobytes() == other.iterate().after.tobytes()
