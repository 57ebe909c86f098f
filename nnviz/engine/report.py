"""Reports: how a training went, as a table of its epochs and as a summary of where it ended."""

from __future__ import annotations

from typing import Any

import msgspec

from nnviz.engine.plain import plain_number
from nnviz.engine.trace import layers
from nnviz.engine.trainer import Trainer

FORMAT = "nnviz-training/1"
PARTS = ("train", "validation", "test")


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
        "layers": layers(trainer.architecture),
        "parameters": trainer.architecture.parameter_count,
        "examples": {part: len(trainer.examples.part(part)) for part in PARTS},
        "epochs": trainer.epoch,
        "iterations": trainer.iteration,
        "stop_reason": history.stop_reason,
        "message": history.message,
        "best_epoch": history.best_epoch,
        "best_iteration": history.best_iteration,
        "restored_best": restored_best(trainer),
        "final": final_figures(trainer),
    }


def summary_json(trainer: Trainer) -> bytes:
    """The summary as JSON, a field on each line."""
    fields = (msgspec.json.encode({name: value})[1:-1] for name, value in summary(trainer).items())
    return b"{" + b",\n ".join(fields) + b"}\n"


def final_figures(trainer: Trainer) -> dict[str, float | str | None]:
    """The loss (penalty left out) and the score of each part with the parameters as they are; ``None`` if empty."""
    figures: dict[str, float | str | None] = {}
    scores = {part: trainer.score(part) for part in PARTS}
    for place, name in enumerate(("loss", trainer.history.score)):
        for part in PARTS:
            empty = len(trainer.examples.part(part)) == 0
            figures[f"{part}_{name}"] = None if empty else plain_number(scores[part][place])
    return figures


def restored_best(trainer: Trainer) -> bool:
    """Whether early stopping put the parameters of the best epoch back."""
    settings = trainer.experiment.training.early_stopping
    return settings is not None and settings.restore_best and trainer.finished == "early_stopping"
