"""Losses and scores of a whole part, against their definitions."""

import numpy as np
import pytest

from nnviz.engine import Data, Experiment, Trainer, Training
from nnviz.engine.textbook import LOSSES
from nnviz.engine.training.run import scores
from nnviz.engine.training.run.scores import predicted_classes
from tests.engine.networks import PAIRS, examples, experiment, textbook_answers


def predictions(trainer, part):
    return textbook_answers(trainer, trainer.examples.x[trainer.examples.part(part)])[-1]


@pytest.mark.parametrize(("output", "loss"), PAIRS)
@pytest.mark.parametrize("part", ["train", "validation", "test"])
def test_a_score_is_the_mean_loss_and_the_rmse_or_accuracy(output, loss, part):
    trainer = Trainer(experiment(output=output, loss=loss, count=50, split=(0.4, 0.3, 0.3), l2=0.1))
    trainer.run(20)
    expected, places = predictions(trainer, part), trainer.examples.part(part)
    y = trainer.examples.y[places]
    mean_loss, score = trainer.score(part)
    assert mean_loss == pytest.approx(np.mean(list(map(LOSSES[loss].value, expected, y))), rel=1e-12)
    if trainer.examples.task == "regression":
        assert score == pytest.approx(np.sqrt(((expected - y) ** 2).mean()), rel=1e-12)
    else:
        right = expected.argmax(axis=1) == trainer.examples.labels[places]
        assert score == right.mean()


@pytest.mark.parametrize(("output", "loss"), [("softmax", "cross_entropy"), ("linear", "squared_error")])
def test_a_part_that_is_scored_in_pieces_has_the_score_of_the_whole(output, loss, monkeypatch):
    asked = experiment(output=output, loss=loss, count=50, split=(0.6, 0.4, 0.0))
    whole = Trainer(asked)
    whole.run(20)
    monkeypatch.setattr(scores, "MOST_AT_ONCE", 7)
    trainer = Trainer(asked)
    trainer.run(20)
    for part in ("train", "validation"):
        assert trainer.score(part) == pytest.approx(whole.score(part), rel=1e-12)
        found, expected = trainer.evaluate(part), whole.evaluate(part)
        np.testing.assert_allclose(found.predictions, expected.predictions, rtol=1e-12)


@pytest.mark.parametrize("part", ["train", "validation", "test"])
def test_an_rmse_is_in_the_unit_of_each_target_even_where_training_has_another(part):
    x, y = examples(60)
    y = tuple((1000.0 + 500.0 * row[0], row[1] / 50.0) for row in y)
    data = Data(x=x, y=y, split=(0.4, 0.3, 0.3), standardize_target=True)
    trainer = Trainer(Experiment(data=data, training=Training(epochs=50)))
    trainer.run()
    places = trainer.examples.part(part)
    standardised = predictions(trainer, part)
    expected = standardised * trainer.examples.target_deviation + trainer.examples.target_mean
    loss, rmse = trainer.score(part)
    assert loss == pytest.approx(0.5 * ((standardised - trainer.examples.y[places]) ** 2).sum(axis=1).mean(), rel=1e-12)
    assert rmse == pytest.approx(np.sqrt(((expected - np.array(y)[places]) ** 2).mean()), rel=1e-10)
    evaluation = trainer.evaluate(part)
    np.testing.assert_allclose(evaluation.predictions, expected, rtol=1e-12)
    np.testing.assert_allclose(evaluation.numbers.residuals, np.array(y)[places] - expected, rtol=1e-9, atol=1e-12)


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
