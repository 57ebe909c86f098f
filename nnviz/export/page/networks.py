"""What a page knows of a run: the experiment, and where the run stands, as plain lists and numbers.

All numbers go as they are, so that what the page computes of them is what the engine computes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from nnviz.engine.data.examples import Examples
from nnviz.engine.experiment import Experiment
from nnviz.engine.functions.optimisers import chosen_optimiser
from nnviz.engine.functions.schedules import SCHEDULES
from nnviz.engine.networks.network import Architecture
from nnviz.engine.reports.plain import plain_list
from nnviz.engine.settings import Schedule
from nnviz.engine.training.run.trainer import Trainer
from nnviz.engine.training.timeline.batches import batch_size
from nnviz.engine.training.timeline.events import SetLearningRate
from nnviz.engine.types import Array
from nnviz.export.page.errors import PageError
from nnviz.said import said

MOST_UNITS = 64
"""In a layer: as many as find room on a telephone."""
MOST_LAYERS = 12
"""That have parameters."""
MOST_EXAMPLES = 2000
CURVE_POINTS = 200
"""Of the loss up to where a run stands."""


def refuse_unfit(experiment: Experiment) -> None:
    """Say what keeps a complete experiment from being a page.

    Raises:
        PageError: Something does.
    """
    architecture = Architecture.of(experiment)
    widest, examples = max(architecture.widths), experiment.data.examples or 0
    if widest > MOST_UNITS:
        raise PageError(
            said("Page", "a page has room for {most} units in a layer, and this network has one of {units}").format(
                most=MOST_UNITS, units=widest
            )
        )
    if architecture.layers > MOST_LAYERS:
        raise PageError(
            said("Page", "a page has room for {most} layers, and this network has {layers}").format(
                most=MOST_LAYERS, layers=architecture.layers
            )
        )
    if architecture.dropout:
        raise PageError(said("Page", "a page cannot silence units at random as dropout does (training.dropout)"))
    if examples > MOST_EXAMPLES:
        raise PageError(
            said("Page", "a page has room for {most:,} examples, and this experiment has {examples:,}").format(
                most=MOST_EXAMPLES, examples=examples
            )
        )


def experiment_fields(trainer: Trainer) -> dict[str, Any]:
    """What stays as it is in a run."""
    experiment, examples, architecture = trainer.experiment, trainer.examples, trainer.architecture
    training = experiment.training
    optimiser, settings = chosen_optimiser(training)
    return {
        "title": experiment.title,
        "inputs": list(examples.input_names),
        "classes": list(examples.class_names),
        "task": examples.task,
        "examples": _shown_examples(examples),
        "train": examples.train.tolist(),
        "validation": examples.validation.tolist(),
        "batchSize": batch_size(training, len(examples.train)),
        "shuffles": training.shuffle,
        "optimiser": optimiser.name,
        "settings": dict(settings),
        "memories": len(optimiser.memory),
        "learningRate": training.learning_rate,
        "schedule": _schedule(training.schedule),
        "epochs": training.epochs,
        "epochLimit": trainer.epoch_limit,
        "patience": _patience(trainer),
        "network": {
            "loss": architecture.loss.name,
            "lossFactor": float(architecture.loss.factor),
            "errorFactor": float(architecture.loss.error_factor),
            "l1": training.l1,
            "l2": training.l2,
            "clipNorm": training.clip_norm,
        },
    }


def start_fields(trainer: Trainer, points: int = CURVE_POINTS) -> dict[str, Any]:
    """Where a run stands; it is one update further on afterwards, and can be brought back.

    Args:
        trainer: The run.
        points: Of its loss up to here.
    """
    architecture, rate = trainer.architecture, trainer.learning_rate
    by_hand = any(isinstance(event, SetLearningRate) for at, event in trainer.events if at <= trainer.iteration)
    trainable, theta = trainer.trainable(), trainer.theta()
    curve = _curve(trainer, points)
    epoch, iteration = trainer.epoch, trainer.iteration
    record = trainer.iterate()
    return {
        "network": {
            "layers": [
                {"W": plain_list(W), "b": plain_list(b), "activation": architecture.activation_name(layer)}
                for layer, (W, b) in enumerate(architecture.weights_and_biases(theta), start=1)
            ],
            "silenced": [f"{layer},{unit}" for layer, unit in architecture.silenced],
            "trains": [
                round(each) for each in _flat(architecture, np.ones_like(theta) if trainable is None else trainable)
            ],
        },
        "iteration": iteration,
        "memory": [_flat(architecture, vector) for vector in record.state] if iteration and record.memory else [],
        "rate": rate if by_hand else None,
        "curve": curve,
        **_order(trainer, epoch),
    }


def _flat(architecture: Architecture, vector: Array) -> list[float]:
    """A vector as long as θ with the numbers in the page's order: of each layer W, row by row, and b."""
    parts = (part for layer in architecture.weights_and_biases(vector) for part in layer)
    return [float(each) for part in parts for each in part.ravel()]


def _order(trainer: Trainer, epoch: int) -> dict[str, Any]:
    """The order of an epoch's examples, and the generator that shuffles those of the next ones."""
    training, count = trainer.experiment.training, len(trainer.examples.train)
    if not training.shuffle or trainer.batches_per_epoch == 1:
        return {}
    generator = np.random.default_rng(training.seed)
    for _ in range(epoch):
        generator.permutation(count)
    order = generator.permutation(count)
    state = generator.bit_generator.state
    half = str(state["uinteger"]) if state["has_uint32"] else None
    # As texts: no number of JavaScript is as large.
    numbers = {name: str(state["state"][name]) for name in ("state", "inc")}
    return {"order": order.tolist(), "generator": {**numbers, "half": half}}


def _shown_examples(examples: Examples) -> list[dict[str, Any] | None]:
    """Inputs and targets; those of the test part stay at home."""
    rows: list[dict[str, Any] | None] = [None] * len(examples.x)
    for place in (*examples.train, *examples.validation):
        rows[place] = {"x": plain_list(examples.x[place]), "y": plain_list(examples.y[place])}
    return rows


def _schedule(schedule: str | Schedule) -> Mapping[str, Any]:
    assert isinstance(schedule, Schedule), "a complete experiment"
    row = SCHEDULES[schedule.name]
    return {"name": schedule.name, "warmup": 0, **{name: getattr(schedule, name) for name in row.settings}}


def _patience(trainer: Trainer) -> dict[str, Any] | None:
    """Where early stopping watches the loss, how long it waits; a page knows no scores."""
    settings = trainer.experiment.training.early_stopping
    if settings is None or settings.monitor != "loss" or len(trainer.examples.validation) == 0:
        return None
    return {"epochs": settings.patience, "delta": settings.min_delta}


def _curve(trainer: Trainer, points: int) -> list[list[float | None]]:
    """Epoch, training and validation loss, a row for each of some epochs up to here."""
    rows = trainer.history.rows[:, [0, 2, 3]]
    chosen = np.unique(np.linspace(0, len(rows) - 1, min(len(rows), points)).round().astype(int))
    return [[float(f"{value:.5g}") if np.isfinite(value) else None for value in row] for row in rows[chosen].tolist()]
