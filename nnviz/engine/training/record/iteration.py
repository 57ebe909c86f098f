"""The record of one iteration: every number of one parameter update, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from nnviz.engine.kernel.arena import Arena
from nnviz.engine.networks.network import Architecture
from nnviz.engine.training.record.phases import Phase, phases_of
from nnviz.engine.types import Array, Indices, frozen
from nnviz.said import said


@dataclass(frozen=True, eq=False)
class LayerRecord:
    """One layer in one iteration. Batches are rows.

    Attributes:
        number: 1 is the first hidden layer.
        inputs: What the layer received, shape (batch, in).
        W, b: Before the update, shapes (out, in) and (out,).
        z, a: Pre-activation and activation, shape (batch, out); a is after the mask.
        mask: What the activations were multiplied by: 0 or 1 / (1 − p) by dropout, or else 1, and 0 for units that are
            silenced for good; shape (batch, out). ``None`` where neither is.
        slope: ``g′(z)``, shape (batch, out); ``None`` for softmax, whose units are coupled.
        delta: Each example's own ∂L_n/∂z, shape (batch, out).
        grad_W, grad_b: What the optimiser gets: the batch's mean, penalty included; shaped as W and b.
        W_after, b_after: After the update.
    """

    number: int
    activation: str
    inputs: Array
    W: Array
    b: Array
    z: Array
    a: Array
    mask: Array | None
    slope: Array | None
    delta: Array
    grad_W: Array
    grad_b: Array
    W_after: Array
    b_after: Array


@dataclass(frozen=True)
class LossParts:
    """The batch's loss before the update: the mean over its examples, the penalty, and their sum."""

    data: float
    penalty: float
    total: float


@dataclass(frozen=True, eq=False, init=False)
class Iteration:
    """One update, whole. The arrays are copies that cannot be written to.

    Attributes:
        iteration: Counts updates from 0.
        epoch: Counts from 0.
        batch: The place of the batch in its epoch, from 0.
        batches: How many batches an epoch has.
        examples: Which examples the batch holds, as places in the data set, shape (batch,).
        learning_rate: As it was in this update.
        updates: How many the optimiser has made, this one too: the t of its formula.
        l1, l2: λ of the penalties λ Σ |W| and ½ λ Σ W².
        clip: The norm of the gradient, and the factor that it was multiplied by to be no longer than it may be;
            ``None`` where gradients are not clipped.
        memory: The letters of what the optimiser remembers, a vector as long as θ each.
        faults: What is wrong with the data on purpose, by its names in ``Examples.faults``.
        trainable: 1 for each parameter that trained and 0 for each frozen one, as long as θ; ``None`` where all did.
        arena: The raw numbers, laid out as ``Arena`` says.
        before: The optimiser's memory and the parameters before the update, as ``UpdateRoom`` lays them out.
        after: The same after it, and the gradient.
    """

    architecture: Architecture
    iteration: int
    epoch: int
    batch: int
    batches: int
    examples: Indices
    learning_rate: float
    updates: int
    l1: float
    l2: float
    clip: tuple[float, float] | None
    memory: tuple[str, ...]
    faults: tuple[str, ...]
    arena: Array
    before: Array
    after: Array
    trainable: Array | None

    def __init__(
        self,
        architecture: Architecture,
        iteration: int,
        epoch: int,
        batch: int,
        batches: int,
        examples: Indices,
        learning_rate: float,
        updates: int,
        l1: float,
        l2: float,
        clip: tuple[float, float] | None,
        memory: tuple[str, ...],
        faults: tuple[str, ...],
        arena: Array,
        before: Array,
        after: Array,
        trainable: Array | None,
    ) -> None:
        arena.setflags(write=False)
        before.setflags(write=False)
        after.setflags(write=False)
        # One is made for every update that is stepped through: field by field this would take as long as the update.
        vars(self).update(
            architecture=architecture,
            iteration=iteration,
            epoch=epoch,
            batch=batch,
            batches=batches,
            examples=examples,
            learning_rate=learning_rate,
            updates=updates,
            l1=l1,
            l2=l2,
            clip=clip,
            memory=memory,
            faults=faults,
            arena=arena,
            before=before,
            after=after,
            trainable=trainable,
        )

    def __repr__(self) -> str:
        return (
            f"<Iteration {self.iteration} (epoch {self.epoch}, batch {self.batch + 1}/{self.batches}, "
            f"{len(self.examples)} examples, loss {self.loss.total:.6f})>"
        )

    @cached_property
    def _views(self) -> Arena:
        architecture = self.architecture
        return Arena.over(self.arena, architecture.widths, len(self.examples), bool(architecture.dropout))

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases of this iteration, in their order."""
        return phases_of(self.architecture.layers)

    @property
    def theta(self) -> Array:
        """All parameters before the update."""
        vector: Array = self.before[-1]
        return vector

    @property
    def theta_after(self) -> Array:
        """All parameters after the update."""
        vector: Array = self.after[-2]
        return vector

    @property
    def gradient(self) -> Array:
        """What the optimiser got, as long as θ."""
        vector: Array = self.after[-1]
        return vector

    @property
    def state(self) -> Array:
        """The optimiser's memory before the update, shape (vectors, parameters)."""
        return self.before[:-1]

    @property
    def state_after(self) -> Array:
        """The optimiser's memory after the update."""
        return self.after[:-2]

    @property
    def x(self) -> Array:
        """Inputs, shape (batch, inputs)."""
        return self._views.x.T

    @property
    def y(self) -> Array:
        """Targets, shape (batch, outputs)."""
        return self._views.y.T

    @property
    def prediction(self) -> Array:
        """ŷ, shape (batch, outputs)."""
        return self._views.a[-1].T

    @cached_property
    def layers(self) -> tuple[LayerRecord, ...]:
        """The layers, first hidden layer first."""
        architecture, views = self.architecture, self._views
        before = architecture.weights_and_biases(self.theta)
        after = architecture.weights_and_biases(self.theta_after)
        gradients = architecture.weights_and_biases(self.gradient)
        return tuple(
            LayerRecord(
                number=place + 1,
                activation=architecture.activation_name(place + 1),
                inputs=views.below[place][:-1].T,
                W=before[place][0],
                b=before[place][1],
                z=views.z[place].T,
                a=views.a[place].T,
                mask=self._mask(place),
                slope=self._slope(place),
                delta=views.delta[place].T,
                grad_W=gradients[place][0],
                grad_b=gradients[place][1],
                W_after=after[place][0],
                b_after=after[place][1],
            )
            for place in range(architecture.layers)
        )

    def _mask(self, place: int) -> Array | None:
        if self.architecture.drops(place + 1):
            return self._views.mask[place].T
        heard = self.architecture.heard(place + 1)
        return np.broadcast_to(heard, self._views.a[place].shape).T if heard is not None else None

    def _slope(self, place: int) -> Array | None:
        if place < len(self.architecture.hidden):
            return self._views.slope[place].T
        output, z, a = self.architecture.output, self._views.z[place], self._views.a[place]
        if output.slope is None:
            return None
        # The error signal of a cross-entropy does not pass through it, so that the plan may not have made it.
        s = np.empty_like(z)
        with np.errstate(all="ignore"):
            for call in output.slope(z, a, s):
                call()
        return frozen(s).T

    @cached_property
    def example_losses(self) -> Array:
        """Each example's own loss, shape (batch,)."""
        views = self._views
        return frozen(self.architecture.loss.per_example(views.z[-1], views.a[-1], views.y))

    @cached_property
    def loss(self) -> LossParts:
        """The loss before the update."""
        with np.errstate(all="ignore"):
            data = float(self.example_losses.mean())
            penalty = 0.0
            for layer in self.layers if self.l1 or self.l2 else ():
                penalty += self.l1 * float(np.abs(layer.W).sum()) + 0.5 * self.l2 * float(np.square(layer.W).sum())
            return LossParts(data, penalty, data + penalty)

    def first_not_finite(self) -> str | None:
        """Where numbers stopped being finite, in the order of the computation, in words; ``None`` if nowhere."""
        views, architecture = self._views, self.architecture
        last = architecture.layers
        for place in range(last):
            if not np.isfinite(views.z[place]).all():
                return said("Engine", "the pre-activations z of {layer_name}").format(
                    layer_name=self.layer_name(place + 1)
                )
            if not np.isfinite(views.a[place]).all():
                return said("Engine", "the activations of {layer_name}").format(layer_name=self.layer_name(place + 1))
        gradients = architecture.blocks(self.gradient)
        after = architecture.blocks(self.theta_after)
        for place in reversed(range(last)):
            if not np.isfinite(views.delta[place]).all():
                return said("Engine", "the error signal δ of {layer_name}").format(
                    layer_name=self.layer_name(place + 1)
                )
            if not np.isfinite(gradients[place]).all():
                return said("Engine", "the gradient of {layer_name}").format(layer_name=self.layer_name(place + 1))
        for place in range(last):
            if not np.isfinite(after[place]).all():
                return said("Engine", "the parameters of {layer_name}").format(layer_name=self.layer_name(place + 1))
        return None

    def layer_name(self, layer: int) -> str:
        """A layer in words: ``hidden layer 2`` or ``the output layer``."""
        return (
            said("Engine", "the output layer")
            if layer == self.architecture.layers
            else said("Engine", "hidden layer {layer}").format(layer=layer)
        )
