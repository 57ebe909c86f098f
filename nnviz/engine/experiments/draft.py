"""An experiment on its way to completion."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import msgspec

from nnviz.engine.data.examples import output_units
from nnviz.engine.data.task_shape import TaskShape, task_shape_of
from nnviz.engine.errors import ExperimentError
from nnviz.engine.functions.losses import usual_loss
from nnviz.engine.functions.optimisers import OPTIMISERS
from nnviz.engine.functions.schedules import SCHEDULES
from nnviz.engine.settings import Optimizer, Schedule, Settings
from nnviz.engine.weights.chain import Chain
from nnviz.engine.weights.problem import WeightsError
from nnviz.said import said

WEIGHTS = "network.weights"
Chosen = TypeVar("Chosen", Optimizer, Schedule)


class Draft:
    """An experiment, and what follows from its fields, worked out when it is asked for."""

    def __init__(self, experiment: Settings) -> None:
        self.experiment = experiment
        self.data, self.network, self.training = experiment.data, experiment.network, experiment.training

    @cached_property
    def shape(self) -> TaskShape:
        """What the data is about.

        Raises:
            ExperimentError: The data part contradicts itself.
        """
        return task_shape_of(self.data)

    @cached_property
    def output(self) -> str:
        """The output layer's activation; it follows the task."""
        follows = {"binary": "sigmoid", "multiclass": "softmax", "regression": "linear"}[self.shape.task]
        return self.network.output if self.network.output is not None else follows

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """Inputs, hidden units, output units."""
        return (self.shape.inputs, *self.network.hidden, output_units(self.shape, self.output))

    @cached_property
    def chain(self) -> Chain | None:
        """The layers in the file of weights; ``None`` where none is named.

        Raises:
            ExperimentError: The file cannot be read.
        """
        return None if self.network.weights is None else chain_in(self.network.weights)

    @cached_property
    def loss(self) -> str:
        """The loss; it follows the output layer."""
        if self.training.loss is not None:
            return self.training.loss
        return usual_loss(self.output, numbers=self.shape.task == "regression").name

    @cached_property
    def optimizer(self) -> Optimizer:
        """The optimiser as a table, its defaults filled in."""
        optimizer = self.training.optimizer
        chosen = Optimizer(name=optimizer) if isinstance(optimizer, str) else optimizer
        row = OPTIMISERS.get(chosen.name)
        return _filled_in(chosen, row.settings) if row is not None else chosen

    @cached_property
    def schedule(self) -> Schedule:
        """The schedule as a table, its defaults filled in."""
        schedule = self.training.schedule
        chosen = Schedule(name=schedule) if isinstance(schedule, str) else schedule
        row = SCHEDULES.get(chosen.name)
        return _filled_in(chosen, row.settings) if row is not None else chosen


def chain_in(file: str) -> Chain:
    """The layers in a file of weights.

    Raises:
        ExperimentError: It cannot be read.
    """
    if not file:
        raise ExperimentError(said("Engine", "expected the name of a file"), WEIGHTS)
    from nnviz.engine.weights.files import read_weights  # most experiments have none

    try:
        return read_weights(Path(file))
    except WeightsError as error:
        raise ExperimentError(error.text, WEIGHTS) from None


def _filled_in(chosen: Chosen, defaults: Mapping[str, float | int | None]) -> Chosen:
    """A choice with its defaults where a setting is left out."""
    left_out = {name: default for name, default in defaults.items() if getattr(chosen, name) is None}
    return msgspec.structs.replace(chosen, **left_out)
