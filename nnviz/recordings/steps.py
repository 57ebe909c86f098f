"""The steps of a recording, whole, as the records that one steps through."""

from __future__ import annotations

import numpy as np

from nnviz.engine.functions.optimisers import chosen_optimiser
from nnviz.engine.kernel.arena import Arena
from nnviz.engine.networks.network import trainable_mask
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.types import Array, Indices
from nnviz.recordings.reading import Recording


class Steps:
    """What was recorded of each step, and what follows from it."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._optimiser, _ = chosen_optimiser(recording.experiment.training)
        self._trainable = trainable_mask(recording.experiment.network, recording.architecture)

    def theta(self, iteration: int) -> Array:
        """The parameters before an iteration, or after the last one."""
        steps = self._recording.steps
        last = iteration == len(self._recording)
        return self._recording.vector("", int(steps["after"][-1] if last else steps["before"][iteration]))

    def record(self, step: int) -> Iteration:
        """A step, whole. What was not recorded follows from what was: activations and slopes from z."""
        recording = self._recording
        architecture, training = recording.architecture, recording.experiment.training
        examples = recording.examples_of(step)
        arena = Arena.empty(architecture.widths, len(examples))
        arena.x[...] = recording.examples.x[examples].T
        arena.y[...] = recording.examples.y[examples].T
        values = [*(activation.value for activation in architecture.hidden), architecture.output.value]
        with np.errstate(all="ignore"):
            for place, value in enumerate(values):
                arena.z[place][...] = recording.rows_of(f"z{place + 1}", step).T
                arena.delta[place][...] = recording.rows_of(f"delta{place + 1}", step).T
                for call in value(arena.z[place], arena.a[place]):
                    call()
            for place, activation in enumerate(architecture.hidden):
                for call in activation.slope(arena.z[place], arena.a[place], arena.slope[place]):
                    call()
        steps = recording.steps
        norm, factor = steps["clip"][step].tolist()
        before, after = self._state(int(steps["before"][step])), self._state(int(steps["after"][step]))
        return Iteration(
            architecture=architecture,
            iteration=step,
            epoch=step // recording.batches_per_epoch,
            batch=step % recording.batches_per_epoch,
            batches=recording.batches_per_epoch,
            examples=frozen_places(examples),
            learning_rate=float(steps["learning_rate"][step]),
            updates=int(steps["updates"][step]),
            l1=0.0,
            l2=training.l2,
            clip=(norm, factor) if training.clip_norm is not None else None,
            memory=self._optimiser.memory,
            faults=(),
            arena=arena.numbers,
            before=np.array(before),
            after=np.array([*after, recording.vector("d", step)]),
            trainable=self._trainable,
        )

    def _state(self, row: int) -> list[Array]:
        """What the optimiser remembers, and the parameters."""
        return [
            *(self._recording.vector(f"{letter}.", row) for letter in self._optimiser.memory),
            self._recording.vector("", row),
        ]


def frozen_places(examples: Indices) -> Indices:
    """The same places, closed for writing."""
    examples.setflags(write=False)
    return examples
