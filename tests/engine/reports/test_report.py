"""The final figures of a training, against its evaluations."""

import json

import pytest

from nnviz.engine import Data, Experiment, Trainer
from nnviz.engine.reports.report import final_figures, summary_json
from tests.engine.networks import experiment

PARTS = ["train", "validation", "test"]


def three_classes(count=60, split=(0.4, 0.3, 0.3), epochs=5):
    trainer = Trainer(experiment(output="softmax", loss="cross_entropy", count=count, split=split, epochs=epochs))
    trainer.run()
    return trainer


def read(trainer):
    return json.loads(summary_json(trainer), parse_constant=pytest.fail)


@pytest.mark.parametrize("part", PARTS)
def test_classes_have_a_confusion_matrix_and_precision_and_recall_by_name(part):
    trainer = three_classes(epochs=30)
    summary, scores = read(trainer), trainer.evaluate(part).classes
    final = summary["final"]
    assert summary["class_names"] == ["0", "1", "2"]
    assert final[f"{part}_accuracy"] == scores.accuracy
    assert final[f"{part}_confusion"] == scores.confusion.tolist()
    assert final[f"{part}_precision"] == dict(zip("012", scores.precision.tolist(), strict=True))
    assert final[f"{part}_recall"] == dict(zip("012", scores.recall.tolist(), strict=True))


@pytest.mark.parametrize("part", PARTS)
def test_numbers_have_their_errors_and_r_squared(part):
    trainer = Trainer(Experiment.named("sine").with_fields({"training.epochs": 5}))
    trainer.run()
    summary, evaluation = read(trainer), trainer.evaluate(part)
    final = summary["final"]
    assert summary["class_names"] == []
    assert final[f"{part}_loss"] == evaluation.loss
    for name in ("rmse", "mae", "r2"):
        assert final[f"{part}_{name}"] == getattr(evaluation.numbers, name)


def test_an_empty_part_has_no_figures():
    for trainer in (three_classes(split=(1.0, 0.0, 0.0)), Trainer(experiment(output="linear"))):
        figures = final_figures(trainer)
        assert all((figure is None) == (not name.startswith("train_")) for name, figure in figures.items())


def test_a_figure_that_is_not_defined_is_a_text_like_any_number_that_is_not():
    data = Data(x=((0.0,), (1.0,), (2.0,)), y=(0, 0, 2), split=(1.0, 0.0, 0.0))
    recall = read(Trainer(Experiment(data=data)))["final"]["train_recall"]
    assert recall["1"] == "NaN"
    assert all(0.0 <= recall[name] <= 1.0 for name in "02")
