"""An experiment on its way to completion."""

from __future__ import annotations

from functools import cached_property

from nnviz.engine.data import output_units
from nnviz.engine.experiment import Experiment, Optimizer
from nnviz.engine.subject import Subject, subject_of


class Draft:
    """An experiment, and what follows from its fields, worked out when it is asked for."""

    def __init__(self, experiment: Experiment) -> None:
        self.experiment = experiment
        self.data, self.network, self.training = experiment.data, experiment.network, experiment.training

    @cached_property
    def subject(self) -> Subject:
        """What the data is about.

        Raises:
            ExperimentError: The data part contradicts itself.
        """
        return subject_of(self.data)

    @cached_property
    def output(self) -> str:
        """The output layer's activation; it follows the task."""
        follows = {"binary": "sigmoid", "multiclass": "softmax", "regression": "linear"}[self.subject.task]
        return self.network.output if self.network.output is not None else follows

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """Inputs, hidden units, output units."""
        return (self.subject.inputs, *self.network.hidden, output_units(self.subject, self.output))

    @cached_property
    def loss(self) -> str:
        """The loss; it follows the output layer."""
        if self.training.loss is not None:
            return self.training.loss
        if self.subject.task == "regression":
            return "squared_error"
        return {"sigmoid": "binary_cross_entropy", "softmax": "cross_entropy"}.get(self.output, "squared_error")

    @cached_property
    def optimizer(self) -> Optimizer:
        """The optimiser as a table."""
        optimizer = self.training.optimizer
        return Optimizer(name=optimizer) if isinstance(optimizer, str) else optimizer
