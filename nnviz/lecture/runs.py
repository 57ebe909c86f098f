"""The runs of a scene's networks: to any state of it, from wherever they stand, to the last bit."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec
from msgspec.structs import replace

from nnviz.engine.data.examples import Examples
from nnviz.engine.experiment import Experiment
from nnviz.engine.training.run.trainer import Trainer
from nnviz.engine.training.run.ways import Ways
from nnviz.engine.types import Array
from nnviz.lecture.states import Side, State
from nnviz.view import View


class Run:
    """The run of one experiment, to be brought to any state of it.

    Args:
        experiment: Complete.
        examples: Use these instead of making those of the experiment.
    """

    def __init__(self, experiment: Experiment, examples: Examples | None = None) -> None:
        self._examples = examples
        self._begin(experiment)

    def bring_to(self, side: Side) -> None:
        """Go to a state of it. A run that stops by itself before stands where it stopped."""
        if not self._ways.go(side.happenings, side.iteration):
            self._begin(self.trainer.experiment)
            self._ways.go(side.happenings, side.iteration)

    def _begin(self, experiment: Experiment) -> None:
        self.trainer = Trainer(experiment, self._examples)
        self._ways = Ways(self.trainer)


@dataclass(frozen=True, eq=False)
class Reached:
    """A state that the networks have been brought to.

    Attributes:
        trainers: Those of its sides.
        view: What is on screen, at the place where the left one really stands.
    """

    trainers: tuple[Trainer, ...]
    view: View

    @property
    def digest(self) -> str:
        """What two ways to one state have in common."""
        return digest_of(self.view, [(trainer.iteration, trainer.theta()) for trainer in self.trainers])


class Runs:
    """The runs of all networks of a scene; they are made when a state first asks for them, and kept."""

    def __init__(self) -> None:
        self._runs: dict[tuple[int, Experiment], Run] = {}

    def bring_to(self, state: State) -> Reached:
        """Bring all networks of a state there, whatever state they are in.

        Raises:
            ExperimentError: The examples of one cannot be made.
        """
        trainers = tuple(self._brought(place, side) for place, side in enumerate(state.sides))
        view = state.view
        if trainers:
            view = replace(view, at=replace(view.at, iteration=trainers[0].iteration))
        return Reached(trainers, view)

    def _brought(self, place: int, side: Side) -> Trainer:
        key = place, side.experiment
        if key not in self._runs:
            self._runs[key] = Run(side.experiment)
        self._runs[key].bring_to(side)
        return self._runs[key].trainer


def digest_of(view: View, networks: Iterable[tuple[int, Array]]) -> str:
    """A hash of parameters, place and view.

    Args:
        view: What is on screen; the place in time is in it.
        networks: Of each network the updates made so far, and its parameters as one vector.
    """
    numbers = hashlib.sha256(msgspec.json.encode(view))
    for iteration, theta in networks:
        numbers.update(iteration.to_bytes(8, "little"))
        numbers.update(theta.astype("<f8").tobytes())
    return numbers.hexdigest()
