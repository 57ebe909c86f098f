"""Claims put to the test: the networks of a lecture are trained, many seeds at once, and each claim is measured."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median

from msgspec.structs import replace

from nnviz.engine.experiment import Experiment
from nnviz.engine.networks.network import Architecture
from nnviz.engine.sweeps.sweep import Sweep
from nnviz.engine.sweeps.sweep_jobs import ExampleStore
from nnviz.engine.sweeps.sweep_members import LARGEST_SEED
from nnviz.engine.sweeps.sweep_results import Result
from nnviz.engine.training.run.trainer import Trainer
from nnviz.lecture.measures import Trained
from nnviz.lecture.metrics import METRICS
from nnviz.lecture.runs import Run
from nnviz.lecture.states import Side, claimed_state
from nnviz.lecture.values import Claim, Comparison, Lecture, Of, Scene

COMPARISONS: Mapping[Comparison, Callable[[float, float, float], bool]] = {
    "<": lambda measured, bound, tolerance: measured < bound,
    "<=": lambda measured, bound, tolerance: measured <= bound,
    ">": lambda measured, bound, tolerance: measured > bound,
    ">=": lambda measured, bound, tolerance: measured >= bound,
    "==": lambda measured, bound, tolerance: abs(measured - bound) <= tolerance,
}
OF: Mapping[Of, Callable[[list[float]], float]] = {
    "left": lambda sides: sides[0],
    "right": lambda sides: sides[1],
    "right/left": lambda sides: sides[1] / sides[0] if sides[0] else math.nan,
    "right-left": lambda sides: sides[1] - sides[0],
}
"""What a claim is about, given what its metric is of the left and of the right side."""


@dataclass(frozen=True)
class Verdict:
    """A claim and what came of it.

    Attributes:
        scene: The scene's id.
        number: Which of its claims, from 1.
        values: What was measured, seed by seed.
    """

    scene: str
    number: int
    claim: Claim
    values: tuple[float, ...]

    @property
    def measured(self) -> float:
        """The median over the seeds."""
        return median(self.values)

    @property
    def share(self) -> float:
        """Of the seeds, for which it holds."""
        compare = COMPARISONS[self.claim.is_]
        return sum(compare(value, self.claim.bound, self.claim.tolerance) for value in self.values) / len(self.values)

    @property
    def holds(self) -> bool:
        """Whether it holds for as many seeds as it says."""
        return self.share >= self.claim.share


@dataclass(frozen=True)
class _Test:
    """A claim, and for each seed the networks that it is about, left first."""

    scene: Scene
    number: int
    claim: Claim
    networks: tuple[tuple[Side, ...], ...]


class Trial:
    """Trains the networks that the claims of a lecture are about, each once.

    >>> trial = Trial(lecture)
    >>> for _ in trial.run():
    ...     print(trial.epochs_done, "of", trial.epochs)
    >>> trial.verdicts()

    Args:
        lecture: What is tested.
        first_seed: Seeds of weights and batches count from here.
    """

    def __init__(self, lecture: Lecture, first_seed: int = 1) -> None:
        self._tests = [
            _Test(scene, number, claim, _networks(scene, claim, first_seed))
            for scene in lecture.scenes
            for number, claim in enumerate(scene.claims, start=1)
        ]
        sides = dict.fromkeys(side for test in self._tests for sides in test.networks for side in sides)
        self._alone = [side for side in sides if not _trains_in_a_stack(side)]
        self._stacked = [side for side in sides if _trains_in_a_stack(side)]
        stacked = tuple(side.member(place, place, {}) for place, side in enumerate(self._stacked))
        self._sweep = Sweep(stacked) if stacked else None
        self._examples = ExampleStore()
        self._trained: dict[Side, Trained] = {}

    @property
    def epochs(self) -> int:
        """Epochs that all networks that train side by side have at most."""
        return self._sweep.epochs if self._sweep is not None else 0

    @property
    def epochs_done(self) -> int:
        """How many of them are done."""
        return self._sweep.epochs_done if self._sweep is not None else 0

    def run(self, processes: int = 1) -> Iterator[None]:
        """Train to the end, and come back a few times a second; as ``Sweep`` does."""
        for results in self._sweep.pieces(processes) if self._sweep is not None else ():
            self._trained |= {self._stacked[result.member.place]: self._of_result(result) for result in results}
            yield
        for side in self._alone:
            if side not in self._trained:
                self._trained[side] = self._alone_trained(side)
                yield

    def verdicts(self) -> Iterator[Verdict]:
        """Measure each claim whose networks are all trained, in order."""
        for test in self._tests:
            if all(side in self._trained for sides in test.networks for side in sides):
                measure = METRICS[test.claim.metric].measure
                values = tuple(
                    OF[test.claim.of]([measure(self._trained[side], test.claim) for side in sides])
                    for sides in test.networks
                )
                yield Verdict(test.scene.id, test.number, test.claim, values)

    def _of_result(self, result: Result) -> Trained:
        experiment = result.member.experiment
        assert result.theta is not None, "it is kept"
        return Trained(
            experiment,
            Architecture.of(experiment),
            self._examples(experiment),
            result.theta,
            result.history,
            result.epochs,
        )

    def _alone_trained(self, side: Side) -> Trained:
        run = Run(side.experiment, self._examples(side.experiment))
        run.bring_to(side)
        return _as_it_is(run.trainer)


def _as_it_is(trainer: Trainer) -> Trained:
    return Trained(
        trainer.experiment,
        trainer.architecture,
        trainer.examples,
        trainer.theta(),
        trainer.history,
        trainer.epoch,
    )


def _networks(scene: Scene, claim: Claim, first_seed: int) -> tuple[tuple[Side, ...], ...]:
    """For each seed, the networks that a claim is about, as they are to be."""
    sides = claimed_state(scene, claim).sides[: 1 if claim.of == "left" else 2]
    left = sides[0].experiment
    return tuple(tuple(_from_seed(side, left, first_seed + seed) for side in sides) for seed in range(claim.seeds))


def _from_seed(side: Side, left: Experiment, seed: int) -> Side:
    """The same network from another seed; where its own differs from the left one's, it goes on to."""
    network, training = side.experiment.network, side.experiment.training
    experiment = replace(
        side.experiment,
        network=replace(network, seed=(seed + network.seed - left.network.seed) % LARGEST_SEED),
        training=replace(training, seed=(seed + training.seed - left.training.seed) % LARGEST_SEED),
    )
    return Side(experiment, side.happenings, side.iteration)


def _trains_in_a_stack(side: Side) -> bool:
    return side.iteration > 0 and side.of_whole_epochs
