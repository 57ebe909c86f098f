"""The course of networks that train together: one plan over a stack of them, each with its own numbers.

It goes forward only. What differs from the course of one network is the axis before all others, and that a network
which is done can be taken out; what an update is, is said where the plan is compiled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from nnviz.engine.data.examples import Examples
from nnviz.engine.experiment import Experiment
from nnviz.engine.functions.optimisers import chosen_optimiser
from nnviz.engine.functions.schedules import changes_rate, rate_factor
from nnviz.engine.kernel.update_room import Restraints, UpdateRoom
from nnviz.engine.networks.network import Architecture, initial_parameters, trainable_mask
from nnviz.engine.networks.plan import compile_plan
from nnviz.engine.sweeps.stack_batches import StackBatches
from nnviz.engine.training.timeline.course import mask_generator, restraints
from nnviz.engine.types import Array


@dataclass(frozen=True, eq=False)
class Lane:
    """What belongs to one network of a stack alone.

    Attributes:
        shuffling: What shuffles its examples, as ``Batches`` does.
        masking: What its dropout draws from.
    """

    experiment: Experiment
    examples: Examples
    shuffling: np.random.Generator
    masking: np.random.Generator

    @classmethod
    def of(cls, experiment: Experiment, examples: Examples) -> Lane:
        """The lane of a complete experiment, at its beginning."""
        seed = experiment.training.seed
        return cls(experiment, examples, np.random.default_rng(seed), mask_generator(seed))


class StackCourse:
    """The updates of several complete experiments, all at once.

    Args:
        architecture: That of every network.
        lanes: The networks; all have as many examples, batches of one size and one optimiser.

    Attributes:
        theta: The parameters as they are, shape (networks, parameters).
        iteration: Updates made so far.
        epoch: Epochs completed so far.
    """

    def __init__(self, architecture: Architecture, lanes: Sequence[Lane]) -> None:
        self._architecture, self._lanes = architecture, list(lanes)
        training = lanes[0].experiment.training
        optimiser, settings = chosen_optimiser(training)
        self._room = UpdateRoom.starting_from(
            np.stack([initial_parameters(lane.experiment.network, architecture) for lane in lanes]),
            len(optimiser.memory),
            len(optimiser.powers),
            np.zeros((len(lanes), architecture.parameter_count)),
            _stacked_restraints(architecture, lanes),
        )
        self.theta = self._room.theta
        self._batches = StackBatches([lane.examples for lane in lanes], training, [lane.shuffling for lane in lanes])
        sizes = [block.shape[-1] for block in self._batches.blocks]
        update = optimiser.step(self._room, settings)
        masking = [lane.masking for lane in lanes]
        plans = {size: compile_plan(architecture, update, self._room, size, masking) for size in set(sizes)}
        self._updates = [
            (plans[size].arena.batch, block, plans[size].calls)
            for size, block in zip(sizes, self._batches.blocks, strict=True)
        ]
        self._place = 0
        self.iteration = 0
        self.epoch = 0
        self._scheduled = any(changes_rate(lane.experiment.training) for lane in lanes)
        self._follow_schedules()

    def update(self, until: float) -> bool:
        """Make updates within this epoch, at least one, up to a time; whether the epoch is complete now."""
        if self._place == 0:
            self._batches.lay_out_epoch()
        for place, block, calls in self._updates[self._place :]:
            np.copyto(place, block)
            for call in calls:
                call()
            self._place += 1
            self.iteration += 1
            if perf_counter() >= until:
                break
        if self._place < len(self._updates):
            return False
        self._place = 0
        self.epoch += 1
        if self._scheduled:
            self._follow_schedules()
        return True

    def only(self, places: Sequence[int]) -> StackCourse:
        """The same course with some of its networks; between two epochs."""
        fewer = StackCourse(self._architecture, [self._lanes[place] for place in places])
        fewer._room.before[...] = self._room.before[:, places]
        fewer._room.powers[...] = self._room.powers
        fewer.iteration, fewer.epoch = self.iteration, self.epoch
        fewer._follow_schedules()
        return fewer

    def _follow_schedules(self) -> None:
        for rate, lane in zip(self._room.rate, self._lanes, strict=True):
            training = lane.experiment.training
            rate[...] = training.learning_rate * rate_factor(self.epoch, training)


def _stacked_restraints(architecture: Architecture, lanes: Sequence[Lane]) -> Restraints:
    """What is laid on the updates of each network; what none of them has is left out."""
    each = [
        restraints(lane.experiment.training, architecture, trainable_mask(lane.experiment.network, architecture))
        for lane in lanes
    ]
    shape = (architecture.parameter_count,)

    def stacked(vectors: list[Array | None], otherwise: float) -> Array | None:
        if all(vector is None for vector in vectors):
            return None
        return np.stack([np.full(shape, otherwise) if vector is None else vector for vector in vectors])

    return Restraints(
        l1=stacked([one.l1 for one in each], 0.0),
        l2=stacked([one.l2 for one in each], 0.0),
        clip_norm=each[0].clip_norm,
        trainable=stacked([one.trainable for one in each], 1.0),
    )
