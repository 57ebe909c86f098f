"""Reports: how a training went, as a table of its epochs and as a summary of where it ended."""

from __future__ import annotations

from typing import Any

import msgspec

from nnviz.engine.reports.plain import plain_list, plain_number
from nnviz.engine.reports.trace import layers
from nnviz.engine.training.run.evaluation import Evaluation
from nnviz.engine.training.run.trainer import Trainer

FORMAT = "nnviz-training/1"
PARTS = ("train", "validation", "test")
CLASS_FIGURES = ("loss", "accuracy", "confusion", "precision", "recall")
NUMBER_FIGURES = ("loss", "rmse", "mae", "r2")


def epochs_csv(trainer: Trainer) -> str:
    """A row of losses and scores for each completed epoch, from 1; the cells of an empty part are empty."""
    history = trainer.history
    score = history.score
    lines = [f"epoch,iteration,train_loss,validation_loss,train_{score},validation_{score}"]
    validated = len(trainer.examples.validation) > 0
    for epoch, iteration, *figures in history.rows[1:].tolist():
        cells = [repr(figure) if place % 2 == 0 or validated else "" for place, figure in enumerate(figures)]
        lines.append(",".join([str(int(epoch)), str(int(iteration)), *cells]))
    return "\n".join(lines) + "\n"


def summary(trainer: Trainer) -> dict[str, Any]:
    """Where a training ended: the final figures, the best epoch, why it stopped, and what was trained."""
    history = trainer.history
    return {
        "format": FORMAT,
        "experiment": trainer.experiment.to_dict(),
        "task": trainer.examples.task,
        "faults": list(trainer.examples.faults),
        "class_names": list(trainer.examples.class_names),
        "layers": layers(trainer.architecture),
        "parameters": trainer.architecture.parameter_count,
        "examples": {part: len(trainer.examples.part(part)) for part in PARTS},
        "epochs": trainer.epoch,
        "iterations": trainer.iteration,
        "stop_reason": history.stop_reason,
        "message": str(history.message),
        "best_epoch": history.best_epoch,
        "best_iteration": history.best_iteration,
        "restored_best": restored_best(trainer),
        "final": final_figures(trainer),
    }


def summary_json(trainer: Trainer) -> bytes:
    """The summary as JSON, a field on each line."""
    fields = (msgspec.json.encode({name: value})[1:-1] for name, value in summary(trainer).items())
    return b"{" + b",\n ".join(fields) + b"}\n"


def final_figures(trainer: Trainer) -> dict[str, Any]:
    """What can be said of each part with the parameters as they are; ``None`` for a part that is empty.

    The loss (penalty left out); for classes the accuracy, the confusion matrix (a row for each true class, a column
    for each predicted one) and precision and recall by the names of the classes; for numbers RMSE, MAE and R² in the
    target's own unit.
    """
    names = NUMBER_FIGURES if trainer.examples.task == "regression" else CLASS_FIGURES
    figures = {part: _figures(trainer.evaluate(part), trainer.examples.class_names) for part in PARTS}
    return {f"{part}_{name}": figures[part].get(name) for name in names for part in PARTS}


def _figures(evaluation: Evaluation | None, class_names: tuple[str, ...]) -> dict[str, Any]:
    """The figures of one part by their names; none if it is empty."""
    if evaluation is None:
        return {}
    figures: dict[str, Any] = {"loss": plain_number(evaluation.loss)}
    if evaluation.classes is not None:
        scores = evaluation.classes
        figures |= {
            "accuracy": plain_number(scores.accuracy),
            "confusion": scores.confusion.tolist(),
            "precision": dict(zip(class_names, plain_list(scores.precision), strict=True)),
            "recall": dict(zip(class_names, plain_list(scores.recall), strict=True)),
        }
    if evaluation.numbers is not None:
        numbers = evaluation.numbers
        figures |= {
            "rmse": plain_number(numbers.rmse),
            "mae": plain_number(numbers.mae),
            "r2": plain_number(numbers.r2),
        }
    return figures


def restored_best(trainer: Trainer) -> bool:
    """Whether early stopping put the parameters of the best epoch back."""
    settings = trainer.experiment.training.early_stopping
    return settings is not None and settings.restore_best and trainer.finished == "early_stopping"
