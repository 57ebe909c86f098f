"""Views of an update beside its batch's examples one by one: the batch's mean, or an example that is not in it.

Both are records of one row, so that whatever shows an example of a batch shows them in the same way. Parameters and
gradients in them are the update's own.
"""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cached_property
from typing import Any

import numpy as np

from nnviz.engine.data.examples import Examples
from nnviz.engine.kernel.update_room import Restraints, UpdateRoom
from nnviz.engine.networks.plan import Plan, compile_plan
from nnviz.engine.training.record.iteration import Iteration, LayerRecord, LossParts
from nnviz.engine.types import Array, frozen

VISITED_PHASES = ("z", "a", "delta")


class MeanOfBatch(Iteration):
    """The mean over the examples of a batch, of each number on its own.

    What is linear can be checked by hand with means, ``z̄ = W x̄ + b``; what bends cannot: the mean of g(z) is not g of
    the mean.
    """

    def __init__(self, record: Iteration) -> None:
        super().__init__(**_fields(record))
        vars(self).update(_whole=record)

    _whole: Iteration

    @property
    def x(self) -> Array:
        """The mean input, shape (1, inputs)."""
        return _mean(self._whole.x)

    @property
    def y(self) -> Array:
        """The mean target, shape (1, outputs)."""
        return _mean(self._whole.y)

    @property
    def prediction(self) -> Array:
        """The mean of ŷ, shape (1, outputs)."""
        return _mean(self._whole.prediction)

    @cached_property
    def layers(self) -> tuple[LayerRecord, ...]:
        """The layers; what differs from example to example has one row, the mean."""
        return tuple(
            replace(
                layer,
                inputs=_mean(layer.inputs),
                z=_mean(layer.z),
                a=_mean(layer.a),
                mask=None if layer.mask is None else _mean(layer.mask),
                slope=None if layer.slope is None else _mean(layer.slope),
                delta=_mean(layer.delta),
            )
            for layer in self._whole.layers
        )

    @cached_property
    def example_losses(self) -> Array:
        """The mean of the examples' own losses, shape (1,)."""
        return frozen(np.array([self.loss.data]))

    @cached_property
    def loss(self) -> LossParts:
        """That of the batch."""
        return self._whole.loss


class Visits:
    """Makes records of single examples, with the parameters that an update begins with; nothing of the model moves.

    Dropout silences nothing in them: which units it would silence is only drawn for the examples of a batch.
    """

    def __init__(self) -> None:
        self._kept: tuple[object, UpdateRoom, Plan] | None = None

    def __call__(self, record: Iteration, examples: Examples, example: int) -> Iteration:
        """The record of one example, as a batch of its own in that update."""
        architecture = replace(record.architecture, dropout=())
        if self._kept is None or self._kept[0] != architecture:
            room = UpdateRoom.starting_from(record.theta, 0, 0, 0.0, Restraints())
            self._kept = architecture, room, compile_plan(architecture, [], room, 1, [])
        _, room, plan = self._kept
        room.theta[...] = record.theta
        plan.arena.x[...] = examples.x[example][:, None]
        plan.arena.y[...] = examples.y[example][:, None]
        with np.errstate(all="ignore"):
            for phase, call in plan.steps:
                if phase.startswith(VISITED_PHASES):
                    call()
        own = {
            "architecture": architecture,
            "examples": frozen(np.array([example])),
            "arena": plan.arena.numbers.copy(),
        }
        return Iteration(**{**_fields(record), **own})


def _mean(values: Array) -> Array:
    return frozen(values.mean(axis=0, keepdims=True))


def _fields(record: Iteration) -> dict[str, Any]:
    return {field.name: getattr(record, field.name) for field in fields(record)}
