"""A part of a sweep: members that train together, or one on its own."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from time import perf_counter

from nnviz.engine.data.examples import Examples, make_examples
from nnviz.engine.experiment import Experiment
from nnviz.engine.settings import Data, Network
from nnviz.engine.sweeps.stack import Run, Stack
from nnviz.engine.sweeps.sweep_members import Member
from nnviz.engine.sweeps.sweep_results import Result
from nnviz.engine.training.run.trainer import Trainer
from nnviz.engine.training.timeline.history import History
from nnviz.engine.types import Array, frozen

DATA_SETS_KEPT = 8


@dataclass(frozen=True)
class Terms:
    """What holds for all of a sweep.

    Attributes:
        longest_history: As in ``Trainer``.
        keeps_parameters: Whether results hold the final parameters.
    """

    longest_history: int | None
    keeps_parameters: bool


class ExampleStore:
    """Makes the examples of experiments, and keeps those of the last few: members often share theirs."""

    def __init__(self) -> None:
        self._made = lru_cache(DATA_SETS_KEPT)(_make)

    def __call__(self, experiment: Experiment) -> Examples:
        """The examples of a complete experiment."""
        return self._made(experiment.data, experiment.network.output)


def _make(data: Data, output: str | None) -> Examples:
    # Nothing else of an experiment goes into its examples.
    return make_examples(Experiment(data=data, network=Network(output=output)))


class Job:
    """Members that one process trains, piece by piece.

    Attributes:
        members: All of them.
        left: Those that are not done yet, by their places.
        begun: Whether anything has been done, here or elsewhere.
    """

    def __init__(self, members: Sequence[Member], terms: Terms) -> None:
        self.members = tuple(members)
        self.left = {member.place: member for member in members}
        self.begun = False
        self._terms = terms
        self._stack: Stack | None = None
        self._stacked: tuple[Member, ...] = ()
        self._alone: deque[Member] = deque()
        self._trainer: tuple[Member, Trainer] | None = None
        self._results: list[Result] = []
        self._epochs_elsewhere = 0

    @property
    def finished(self) -> bool:
        """Whether all members are done."""
        return not self.left

    @property
    def epochs_done(self) -> int:
        """Epochs of all members; one that is done counts with all that it might have had."""
        whole = sum(member.experiment.training.epochs for member in self.members if member.place not in self.left)
        under_way = sum(run.epoch for run in self._stack.runs if run.stop is None) if self._stack is not None else 0
        alone = self._trainer[1].epoch if self._trainer is not None else 0
        return max(whole + under_way + alone, self._epochs_elsewhere)

    def advance(self, until: float, examples: Callable[[Experiment], Examples]) -> None:
        """Train up to a time of ``perf_counter``, at least a little."""
        try:
            if not self.begun:
                self._begin(examples)
            while not self.finished:
                if self._stack is not None:
                    self._advance_stack(self._stack, until)
                else:
                    self._advance_alone(until, examples)
                if perf_counter() >= until:
                    break
        except KeyboardInterrupt:
            # What an interrupt leaves in the middle of an update cannot be gone on with.
            self.begin_again()
            raise

    def take_results(self) -> list[Result]:
        """The results that have come since they were last taken."""
        results, self._results = self._results, []
        return results

    def note(self, epochs: int, results: Sequence[Result]) -> None:
        """Another process has come this far with it."""
        self._epochs_elsewhere = epochs
        for result in results:
            for array in (result.history.rows, result.theta):
                if array is not None:
                    frozen(array)  # it came as a copy, which can be written to
            self._settle(result)

    def begin_again(self) -> None:
        """Forget how far the members have come that are not done."""
        self.begun, self._stack, self._trainer, self._epochs_elsewhere = False, None, None, 0

    def history(self, place: int) -> History | None:
        """How a member that is not done has been doing; ``None`` where that is not known here."""
        if (run := self._run(place)) is not None:
            return run.history
        trainer = self._trainer_of(place)
        return trainer.history if trainer is not None else None

    def theta(self, place: int) -> Array | None:
        """The parameters of a member that is not done, a frozen copy; ``None`` where they are not known here."""
        if (run := self._run(place)) is not None:
            return frozen(run.theta.copy())
        trainer = self._trainer_of(place)
        return trainer.theta() if trainer is not None else None

    def _begin(self, examples: Callable[[Experiment], Examples]) -> None:
        self.begun = True
        left = tuple(self.left.values())
        self._alone = deque(left)
        if len(left) > 1:
            self._alone.clear()
            self._stacked = left
            experiments = [member.experiment for member in left]
            data = [examples(experiment) for experiment in experiments]
            self._stack = Stack(experiments, data, self._terms.longest_history)

    def _advance_stack(self, stack: Stack, until: float) -> None:
        for run in stack.advance(until):
            member = self._stacked[run.place]
            if run.astray:
                # Only a run of its own can say where its numbers went beyond all bounds.
                self._alone.append(member)
                continue
            about = member, stack.architecture, run.lane.examples, run.history
            self._settle(Result.at_the_end(*about, run.epoch, run.iteration, run.theta, self._terms.keeps_parameters))
        if stack.finished:
            self._stack = None

    def _advance_alone(self, until: float, examples: Callable[[Experiment], Examples]) -> None:
        if self._trainer is None:
            member = self._alone.popleft()
            trainer = Trainer(member.experiment, examples(member.experiment), self._terms.longest_history)
            self._trainer = member, trainer
        member, trainer = self._trainer
        if trainer.run(deadline=until) is None:
            return
        self._trainer = None
        about = member, trainer.architecture, trainer.examples, trainer.history
        done = trainer.epoch, trainer.iteration, trainer.theta(), self._terms.keeps_parameters
        self._settle(Result.at_the_end(*about, *done))

    def _settle(self, result: Result) -> None:
        self.left.pop(result.member.place)
        self._results.append(result)

    def _run(self, place: int) -> Run | None:
        if self._stack is None:
            return None
        runs = zip(self._stacked, self._stack.runs, strict=True)
        return next((run for member, run in runs if member.place == place and run.trains), None)

    def _trainer_of(self, place: int) -> Trainer | None:
        return self._trainer[1] if self._trainer is not None and self._trainer[0].place == place else None
