"""Has the engine make a step that was recorded, and compares: what is shown as nnviz's formulas has to be them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from nnviz.engine.experiment import Experiment
from nnviz.engine.functions.losses import LOSS_SCALES
from nnviz.engine.functions.optimisers import chosen_optimiser
from nnviz.engine.functions.outputs import OUTPUTS
from nnviz.engine.kernel.update_room import Restraints, UpdateRoom
from nnviz.engine.networks.network import Architecture, trainable_mask
from nnviz.engine.networks.plan import compile_plan
from nnviz.engine.types import Array, Numbers
from nnviz.recordings.problem import RecordingError
from nnviz.said import said

TOLERANCES = {"F64": 1e-8, "F32": 2e-3}
"""How far the numbers of a step may be from the engine's, in the size of the largest of their kind."""
TINY = 1e-30

Pairs: TypeAlias = Sequence[tuple[Numbers, Numbers]]
"""(W, b) of each layer."""


@dataclass(frozen=True, eq=False)
class StepNumbers:
    """All numbers of a step but for what came of it.

    Attributes:
        x, y: Inputs and targets, shapes (batch, …).
        z, delta: Of each layer, (batch, units); δ is each example's own.
        gradients: What the optimiser got.
        before: What it remembered, one letter after the other, and last the parameters.
        loss: Of the batch.
        rate: The learning rate.
        clip: The norm of the gradient, and what clipping multiplied it by.
    """

    x: Numbers
    y: Numbers
    z: tuple[Numbers, ...]
    delta: tuple[Numbers, ...]
    gradients: Pairs
    before: Sequence[Pairs]
    loss: float
    rate: float
    clip: tuple[float, float]


def loss_scale(numbers: StepNumbers, output: str) -> str:
    """What stands before the sum of squared errors, by its name.

    Raises:
        RecordingError: Something that nnviz does not have.
    """
    outputs = numbers.y.shape[1]
    squares = float(np.square(OUTPUTS[output].of(numbers.z[-1]) - numbers.y).sum())
    if squares == 0.0:
        return "mean"
    factor = numbers.loss * len(numbers.x) / squares
    # PyTorch's is the mean; of one output it is the sum too.
    for name in ("mean", *LOSS_SCALES):
        if abs(factor - float(LOSS_SCALES[name].over(outputs))) <= 1e-3 * factor:
            return name
    reason = said(
        "Recording",
        "the loss is {factor:.4g} times the examples' mean of squared errors: nnviz has 1, ½ or 1 / outputs "
        '(a sum over the batch, as by reduction="sum", cannot be recorded)',
    )
    raise RecordingError(reason.format(factor=factor))


class Proof:
    """Makes steps of an experiment, given all that goes into them.

    Args:
        experiment: What the loop is; its data has no part in this.
        kind: The kind of the loop's numbers.
    """

    def __init__(self, experiment: Experiment, kind: str) -> None:
        self._experiment, self._kind = experiment, kind

    def __call__(self, numbers: StepNumbers, after: Sequence[Pairs], updates: int) -> None:
        """Make a step.

        Args:
            numbers: What went into it, and what was computed.
            after: As ``before``, and what it came to.
            updates: How many updates the optimiser has made with it.

        Raises:
            RecordingError: Something comes to other numbers.
        """
        # A loop that diverges has numbers that are none; they are compared like the others.
        with np.errstate(all="ignore"):
            self._make(numbers, after, updates)

    def _make(self, numbers: StepNumbers, after: Sequence[Pairs], updates: int) -> None:
        experiment = self._experiment
        training, architecture = experiment.training, Architecture.of(experiment)
        optimiser, settings = chosen_optimiser(training)
        trainable = trainable_mask(experiment.network, architecture)
        room = UpdateRoom.starting_from(
            _vector(architecture, numbers.before[-1]),
            len(optimiser.memory),
            len(optimiser.powers),
            numbers.rate,
            Restraints(trainable=trainable),
        )
        for vector, pairs in zip(room.memory, numbers.before, strict=False):
            vector[...] = _vector(architecture, pairs)
        room.powers[...] = [settings[name] ** (updates - 1) for name in optimiser.powers]
        plan = compile_plan(architecture, optimiser.step(room, settings), room, len(numbers.x), [])
        plan.arena.x[...], plan.arena.y[...] = numbers.x.T, numbers.y.T
        given = _vector(architecture, numbers.gradients)
        computed = room.gradient
        for phase, call in plan.steps:
            if phase == "update" and computed is room.gradient:
                computed = room.gradient.copy()
                room.gradient[...] = given
            call()
        layers = range(architecture.layers)
        names = [said("Recording", "layer {layer}").format(layer=place + 1) for place in layers]
        for name, mine, theirs in zip(names, plan.arena.z, numbers.z, strict=True):
            self._compare(said("Recording", "z"), name, mine.T, theirs)
        loss = float(architecture.loss.per_example(plan.arena.z[-1], plan.arena.a[-1], plan.arena.y).mean())
        self._compare(said("Recording", "the loss"), "", np.array(loss), np.array(numbers.loss))
        for name, mine, theirs in zip(names, plan.arena.delta, numbers.delta, strict=True):
            self._compare(said("Recording", "the error signal δ"), name, mine.T, theirs)
        expected = computed + training.l2 * self._weights(architecture, numbers)
        self._compare(said("Recording", "the gradient"), "", expected * numbers.clip[1], given)
        step = _vector(architecture, after[-1]) - _vector(architecture, numbers.before[-1])
        # What a small step loses in parameters of the loop's precision is no difference.
        size = float(np.abs(room.theta).max()) * np.finfo(np.float32 if self._kind == "F32" else np.float64).eps
        made = room.theta - _vector(architecture, numbers.before[-1])
        if np.abs(made - step).max() > 4.0 * size:
            self._compare(said("Recording", "the update"), "", made, step)

    @staticmethod
    def _weights(architecture: Architecture, numbers: StepNumbers) -> Array:
        return _vector(architecture, [(W, np.zeros(len(W))) for W, _ in numbers.before[-1]])

    def _compare(self, what: str, where: str, mine: Numbers, theirs: Numbers) -> None:
        far = np.abs(mine - theirs).max(initial=0.0)
        # What is not a number here and there is the same.
        if far > TOLERANCES[self._kind] * max(float(np.abs(theirs).max(initial=0.0)), TINY):
            reason = said(
                "Recording",
                "{what} of this step is {theirs:.6g} where nnviz comes to {mine:.6g}: something takes part in it that "
                "is not seen (a penalty, another loss, a layer of another kind?)",
            )
            place = int(np.nanargmax(np.abs(mine - theirs)))
            text = reason.format(what=what, theirs=float(np.ravel(theirs)[place]), mine=float(np.ravel(mine)[place]))
            raise RecordingError(text, where)


def _vector(architecture: Architecture, pairs: Pairs) -> Array:
    """(W, b) of each layer as one vector."""
    vector = np.zeros(architecture.parameter_count)
    for (weights, bias), (W, b) in zip(architecture.weights_and_biases(vector), pairs, strict=True):
        weights[...], bias[...] = W, b
    return vector
