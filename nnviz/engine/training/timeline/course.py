"""The course of a run: a line through time, determined by the experiment and by the events on the way.

It makes updates, keeps checkpoints and events, and goes back. Going back only moves along the line, and what is known
of it stays; an event that is new starts another future. What is known of a line can be handed over and taken up again.
It knows nothing of scores, nor of when a run should end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import inf, log
from time import perf_counter

import numpy as np

from nnviz.engine.data.examples import Examples
from nnviz.engine.experiment import Experiment
from nnviz.engine.functions.optimisers import chosen_optimiser
from nnviz.engine.functions.schedules import rate_factor
from nnviz.engine.kernel.calls import bringing
from nnviz.engine.kernel.update_room import Restraints, UpdateRoom
from nnviz.engine.networks.network import (
    Architecture,
    initial_parameters,
    trainable_mask,
    weight_mask,
)
from nnviz.engine.networks.plan import compile_plan
from nnviz.engine.settings import Training
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.timeline.batches import Batches
from nnviz.engine.training.timeline.checkpoints import Checkpoint, Checkpoints
from nnviz.engine.training.timeline.coalescing import remember
from nnviz.engine.training.timeline.events import Conditions, Event, Status
from nnviz.engine.training.timeline.lines import Known
from nnviz.engine.types import Array


class Course:
    """The updates of a complete experiment, one after the other, and the way back.

    Its methods are one thing: making an update, changing what the next one starts from, and going back.

    Attributes:
        architecture: As it is: with the units that are silenced now.
        iteration: Updates made so far; the next one has this number.
        epoch: Epochs completed so far.
        status: Whether the run may go on.
        furthest: The furthest iteration that this line through time is known to.
        examples: The examples as they are; those of the experiment until one is changed.
        theta: The parameters as they are, laid out as ``Architecture`` says.
        rate: The learning rate as it is, an array of one number.
    """

    def __init__(self, experiment: Experiment, architecture: Architecture, examples: Examples) -> None:
        training, network = experiment.training, experiment.network
        optimiser, self._settings = chosen_optimiser(training)
        self._training, self._optimiser = training, optimiser
        self.architecture = architecture
        trainable = trainable_mask(network, architecture)
        self._room = UpdateRoom.starting_from(
            initial_parameters(network, architecture),
            len(optimiser.memory),
            len(optimiser.powers),
            training.learning_rate * rate_factor(0, training),
            restraints(training, architecture, trainable),
        )
        self.theta, self.rate = self._room.theta, self._room.rate
        self._zeros = np.zeros_like(self.theta)
        self.examples = examples
        self._batches = Batches(examples, training)
        self._masks = mask_generator(training.seed)
        self._at_first = Conditions(architecture, trainable, examples)
        self._compile()
        self._checkpoints = Checkpoints(self._room.before.nbytes)
        self._events: list[tuple[int, Event]] = []
        self._events_passed = 0
        self.status = Status(stop=None, epoch_limit=training.epochs)
        self.furthest = 0
        self._updates_before = 0
        self.iteration = 0
        self.epoch = 0
        self._keep_checkpoint()

    def _compile(self) -> None:
        """Make the plans of the updates of an epoch, of the network as it is."""
        sizes = [block.shape[1] for block in self._batches.blocks]
        update = self._optimiser.step(self._room, self._settings)
        plans = {size: compile_plan(self.architecture, update, self._room, size, [self._masks]) for size in set(sizes)}
        self.plans = [plans[size] for size in sizes]
        # What an update runs through, for each place in the epoch: what brings the batch, and the calls.
        self.updates = [
            (bringing(block, plan.arena.batch), plan.calls)
            for plan, block in zip(self.plans, self._batches.blocks, strict=True)
        ]

    @property
    def trainable(self) -> Array | None:
        """1 for each parameter that trains and 0 for each frozen one, as long as θ; ``None`` where all train."""
        return self._room.restraints.trainable

    @property
    def batches_per_epoch(self) -> int:
        """How many updates make an epoch."""
        return self._batches.count

    @property
    def between_epochs(self) -> bool:
        """Whether an epoch has just ended, or none has begun."""
        return self._batches.place == 0

    def is_finite(self) -> bool:
        """Whether all parameters are."""
        # 0 · ∞ and 0 · nan are nan: one product asks them all at once.
        return bool(self._zeros.dot(self.theta) == 0.0)

    # ---- updates -------------------------------------------------------------------------------------------------

    def update(self, most: int, until: float = inf) -> None:
        """Make updates at full speed: at least one, at most so many, up to a time, within this epoch.

        It also comes back where an event is due, which is not made yet.
        """
        self.pass_events()
        events, batches = self._events, self._batches
        if self._events_passed < len(events):
            most = min(most, events[self._events_passed][0] - self.iteration)
        most = min(most, self._until_checkpoint())
        batches.lay_out()
        made = 0
        bounded = until < inf
        for bring, calls in self.updates[batches.place : batches.place + most]:
            bring()
            for call in calls:
                call()
            made += 1
            if bounded and perf_counter() >= until:
                break
        self.iteration += made
        if batches.advance(made):
            self.epoch += 1
            self._follow_schedule()

    def recorded_update(self) -> Iteration:
        """Make one update, and record every number of it."""
        self.pass_events()
        batches, room = self._batches, self._room
        examples, place, epoch = batches.examples(), batches.place, self.epoch
        before, rate = room.before.copy(), float(room.rate)
        self.update(1)
        return Iteration(
            architecture=self.architecture,
            iteration=self.iteration - 1,
            epoch=epoch,
            batch=place,
            batches=batches.count,
            examples=examples,
            learning_rate=rate,
            updates=self._updates_before + self.iteration,
            l1=self._training.l1,
            l2=self._training.l2,
            clip=(float(room.clipping[0]), float(room.clipping[1])) if self._training.clip_norm is not None else None,
            memory=self._optimiser.memory,
            faults=self.examples.faults,
            arena=self.plans[place].arena.numbers.copy(),
            before=before,
            after=room.after.copy(),
            trainable=room.restraints.trainable,
        )

    # ---- events --------------------------------------------------------------------------------------------------

    def add(self, event: Event) -> None:
        """Let an event happen now, and remember it for replays; what was to come before is another future."""
        self.pass_events()
        del self._events[self._events_passed :]
        self._checkpoints.forget_after(self.iteration)
        self.furthest = self.iteration
        self._apply(event)
        remember(self._events, self.iteration, event)
        self._events_passed = len(self._events)

    def pass_events(self) -> None:
        """Let happen what is known to have happened before the next update."""
        while self._events_passed < len(self._events) and self._events[self._events_passed][0] <= self.iteration:
            self._apply(self._events[self._events_passed][1])
            self._events_passed += 1

    def arrive(self) -> None:
        """Stand here, after what is known to have happened here."""
        self.pass_events()
        self.furthest = max(self.furthest, self.iteration)

    @property
    def events(self) -> tuple[tuple[int, Event], ...]:
        """All that is known to happen on this line, with the iteration before which it does."""
        return tuple(self._events)

    @property
    def last_event(self) -> int:
        """The iteration before which something last happened; 0 if nothing has."""
        return self._events[self._events_passed - 1][0] if self._events_passed else 0

    def _apply(self, event: Event) -> None:
        event.set_numbers(self.architecture, self.theta, self.rate)
        self.status = event.status(self.status)
        self._use(event.conditions(Conditions(self.architecture, self.trainable, self.examples)))

    def _use(self, conditions: Conditions) -> None:
        """Train on these examples, with these units silenced and these parameters frozen, from here on."""
        if conditions.examples is not self.examples:
            self.examples = conditions.examples
            self._batches.use(conditions.examples)
        architecture, trainable = conditions.architecture, conditions.trainable
        if architecture != self.architecture or not same_mask(trainable, self.trainable):
            self.architecture = architecture
            self._room = replace(self._room, restraints=replace(self._room.restraints, trainable=trainable))
            self._compile()

    def _follow_schedule(self) -> None:
        """Give the rate what its schedule says for this epoch."""
        if self.status.scheduled:
            self.rate[...] = self._training.learning_rate * rate_factor(self.epoch, self._training)

    # ---- lines through time --------------------------------------------------------------------------------------

    def fork(self) -> Known:
        """Hand over what is known of this line, and go on in a copy that is known up to here."""
        known = Known(self._events, self._checkpoints, self.furthest)
        self._events = self._events[: self._events_passed]
        self._checkpoints = self._checkpoints.up_to(self.iteration)
        self.furthest = self.iteration
        return known

    def switch(self, line: Known, iteration: int) -> Known:
        """Hand over what is known of this line, and stand at a known iteration of another one."""
        known = Known(self._events, self._checkpoints, self.furthest)
        self._events, self._checkpoints, self.furthest = line.events, line.checkpoints, line.furthest
        self._updates_before = updates_made(self._settings, self._optimiser.powers, self._checkpoints.kept[0].powers)
        self._restore(self._checkpoints.before(iteration))
        self.go_to(iteration)
        self.arrive()
        return known

    def known(self) -> Known:
        """A copy of what is known of this line, with a checkpoint of where it stands."""
        here = self.iteration
        kept = self._checkpoints.kept
        if all(each.iteration != here for each in kept):
            if self._events_passed and self.last_event == here:
                # A checkpoint is of before what was changed there.
                self.go_to(here)
            kept = tuple(sorted((*kept, self._checkpoint()), key=lambda each: each.iteration))
            self.arrive()
        return Known(list(self._events), self._checkpoints.holding(kept, self._checkpoints.stride), self.furthest)

    # ---- time travel ---------------------------------------------------------------------------------------------

    def go_to(self, iteration: int) -> None:
        """To an iteration that is known, before what happened there."""
        start = self._checkpoints.before(iteration)
        if not start.iteration <= self.iteration < iteration:
            self._restore(start)
        with np.errstate(all="ignore"):
            while self.iteration < iteration:
                self.update(iteration - self.iteration)

    def path(self, until: int, every: int | None = None) -> dict[int, Array]:
        """Where the parameters were before some updates, by iteration, up to one that is known; 0 is among them.

        Args:
            until: The last iteration that may be among them.
            every: That of every so many updates, which replays the way there; left out, what is kept anyway.
        """
        if every is None:
            return {each.iteration: each.numbers[-1] for each in self._checkpoints.kept if each.iteration <= until}
        here, places = self.iteration, {}
        for iteration in range(0, until + 1, every):
            self.go_to(iteration)
            places[iteration] = self.theta.copy()
        self.go_to(here)
        self.pass_events()
        return places

    def recover(self) -> None:
        """Make whole what an interrupt in the middle of an update left behind."""
        here = self.iteration
        self._restore(self._checkpoints.before(here))
        self.go_to(here)
        self.pass_events()

    def _restore(self, checkpoint: Checkpoint) -> None:
        self._room.before[...] = checkpoint.numbers
        self._room.powers[...] = checkpoint.powers
        self.rate[...] = checkpoint.rate
        if checkpoint.masks is not None:
            self._masks.bit_generator.state = dict(checkpoint.masks)
        self._batches.restore(checkpoint.generator, checkpoint.place)
        self.status = checkpoint.status
        self.iteration, self.epoch = checkpoint.iteration, checkpoint.epoch
        self._events_passed = sum(at < checkpoint.iteration for at, _ in self._events)
        conditions = self._at_first
        for _, event in self._events[: self._events_passed]:
            conditions = event.conditions(conditions)
        self._use(conditions)

    def _until_checkpoint(self) -> int:
        """How many updates there may be until the next checkpoint; keeps one here if it is due."""
        changed_here = self._events_passed and self.last_event == self.iteration
        if self.iteration >= self._checkpoints.next_iteration and not changed_here:
            self._keep_checkpoint()
        return max(1, self._checkpoints.next_iteration - self.iteration)

    def _keep_checkpoint(self) -> None:
        self._checkpoints.add(self._checkpoint())

    def _checkpoint(self) -> Checkpoint:
        return Checkpoint(
            iteration=self.iteration,
            epoch=self.epoch,
            place=self._batches.place,
            generator=self._batches.generator_state,
            numbers=self._room.before.copy(),
            powers=self._room.powers.copy(),
            masks=self._masks.bit_generator.state if self.architecture.dropout else None,
            rate=float(self.rate),
            status=self.status,
        )


def updates_made(settings: Mapping[str, float], names: Sequence[str], powers: Array) -> int:
    """How many updates an optimiser has made whose powers βᵗ are these: t; 0 where it counts none."""
    # The slowest says it longest: others have gone to 0 by then.
    decay, power = max(
        ((settings[name], power) for name, power in zip(names, powers.tolist(), strict=True)), default=(0.0, 0.0)
    )
    return round(log(power) / log(decay)) if 0.0 < decay < 1.0 and power > 0.0 else 0


def same_mask(one: Array | None, other: Array | None) -> bool:
    """Whether two masks of what trains say the same."""
    return one is other or (one is not None and other is not None and np.array_equal(one, other))


def mask_generator(seed: int) -> np.random.Generator:
    """What dropout draws from: a stream of its own, so that it leaves the shuffling as it is without."""
    return np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(1,)))


def restraints(training: Training, architecture: Architecture, trainable: Array | None) -> Restraints:
    """What the training part of a complete experiment lays on gradients and updates."""
    weights = weight_mask(architecture)
    return Restraints(
        l1=training.l1 * weights if training.l1 else None,
        l2=training.l2 * weights if training.l2 else None,
        clip_norm=training.clip_norm,
        trainable=trainable,
    )
