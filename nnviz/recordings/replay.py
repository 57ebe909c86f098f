"""A run of what was recorded: it answers what a trainer answers.

What it cannot do it refuses with its reason: what was not recorded is not known, and what was is as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import nan
from typing import NoReturn

import numpy as np

from nnviz.engine.errors import PlaceError
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.run.evaluation import Evaluation, evaluate
from nnviz.engine.training.run.scores import Scorer
from nnviz.engine.training.timeline.events import Event, Stopped, StopReason
from nnviz.engine.training.timeline.history import History, Log, score_name
from nnviz.engine.training.timeline.lines import Line
from nnviz.engine.types import Array, frozen
from nnviz.recordings.reading import Recording
from nnviz.recordings.steps import Steps
from nnviz.said import said

MOST_SCORED = 1_000
"""Epochs after which the network is scored: a plot shows no more."""
MOST_PLACES = 200
"""Of the way that the parameters went."""
MOST_WORK = 400_000_000
"""Of all of that, in multiplications: half a second or so."""
WORK_OF_A_UNIT = 60
"""What its activation takes, in the same."""


class Replay:
    """Stands in a recording, as a trainer stands in its run. Iterations are the recorded steps, counted from 0.

    It has many methods because a trainer has: most are a line, and say what there is, or why there is none.

    Attributes:
        experiment: What the loop is.
        architecture: Of the network.
        examples: All that were seen.
        batches_per_epoch: Steps of an epoch; 1 where no epochs can be made out.
        iteration: How many steps have been made where it stands.
        history_stride: Each row of the history stays.
        line: There is one line through time.
        events: Nothing that it could know of happened on the way.
    """

    history_stride = 1
    line = 0
    events: tuple[tuple[int, Event], ...] = ()

    def __init__(self, recording: Recording) -> None:
        self.recording = recording
        self.experiment, self.examples = recording.experiment, recording.examples
        self.architecture = recording.architecture
        self._steps = Steps(recording)
        self._count = len(recording)
        self.batches_per_epoch = recording.batches_per_epoch
        self.iteration = 0
        self._log = self._scored()

    def _scored(self) -> Log:
        """The scores of the network after each epoch, or after some of them."""
        log = Log(None, score_name(self.examples.task))
        epochs = self._count // self.batches_per_epoch
        units = sum(self.architecture.widths[1:])
        work = (self.architecture.parameter_count + WORK_OF_A_UNIT * units) * len(self.examples.x)
        every = -(-epochs // max(1, min(MOST_SCORED, MOST_WORK // work)))
        theta = np.zeros(self.architecture.parameter_count)
        with np.errstate(all="ignore"):
            scorer = Scorer(self.architecture, self.examples, theta, self.examples.train)
            for epoch in range(0, epochs + 1, every):
                iteration = epoch * self.batches_per_epoch
                theta[...] = self._steps.theta(iteration)
                loss, score = scorer()
                log.append((epoch, iteration, loss, nan, score, nan))
        return log

    # ---- what it holds -------------------------------------------------------------------------------------------

    @property
    def epoch(self) -> int:
        """Epochs completed so far."""
        return self.iteration // self.batches_per_epoch

    @property
    def finished(self) -> StopReason | None:
        """Why it does not go on; ``None`` while it may."""
        return "epochs" if self.iteration == self._count else None

    @property
    def learning_rate(self) -> float:
        """The rate of the next update."""
        return float(self.recording.steps["learning_rate"][min(self.iteration, self._count - 1)])

    def parameters(self) -> list[tuple[Array, Array]]:
        """(W, b) of every layer, shapes (out, in) and (out,); copies."""
        return self.architecture.weights_and_biases(self._steps.theta(self.iteration))

    def theta(self) -> Array:
        """All parameters as one frozen vector."""
        return frozen(self._steps.theta(self.iteration))

    @property
    def history(self) -> History:
        """The run up to here."""
        return self.history_since(0)

    @property
    def epochs_scored(self) -> int:
        """How many rows the history has."""
        return self._log.count_at(self.iteration)

    def history_since(self, row: int) -> History:
        """The history with its rows from one place on only."""
        stop = Stopped("epochs", self.epoch, self._end()) if self.finished else None
        return self._log.history(row, self.iteration, self.epoch, stop)

    def rows_ahead(self) -> Array:
        """The rows of the history after this iteration."""
        return self._log.rows_after(self.iteration)

    def _end(self) -> str:
        ended = self.recording.about.ended
        if ended:
            return said("Recording", "the recording ends here: {reason}").format(reason=ended)
        return said("Recording", "the recording ends here")

    def best_theta(self) -> None:
        """There is no validation part, and so no best epoch."""

    def evaluate(self, part: str) -> Evaluation | None:
        """The network's answers on one part of the data; all that was seen is training data."""
        return evaluate(self.architecture, self._steps.theta(self.iteration), self.examples, part)

    def path(self, until: int, every: int | None = None) -> dict[int, Array]:
        """Where the parameters were before every so many of the steps up to one; left out, before some of them."""
        every = every or max(1, until // MOST_PLACES)
        return {step: self._steps.theta(step) for step in range(0, until + 1, every)}

    @property
    def furthest(self) -> int:
        """How far it goes."""
        return self._count

    @property
    def lines(self) -> tuple[Line, ...]:
        """The one line."""
        return (Line(0, None, 0, self._count, self._count // self.batches_per_epoch),)

    # ---- time ----------------------------------------------------------------------------------------------------

    def iterate(self) -> Iteration:
        """The step that comes next; at the end the last one again."""
        step = min(self.iteration, self._count - 1)
        record = self._steps.record(step)
        self.iteration = step + 1
        return record

    def run(
        self, iterations: int | None = None, score: bool = True, deadline: float | None = None
    ) -> StopReason | None:
        """Go on by so many steps, or to the end."""
        left = self._count - self.iteration
        self.iteration += left if iterations is None else min(iterations, left)
        return self.finished

    def seek(self, iteration: int) -> None:
        """Stand before an iteration.

        Raises:
            PlaceError: It is not in the recording (which then stands at its end), or it is negative.
        """
        if iteration < 0:
            raise PlaceError(said("Engine", "iterations count from 0, got {iteration}").format(iteration=iteration))
        self.iteration = min(iteration, self._count)
        if iteration > self._count:
            reason = said("Recording", "the recording has {steps} iterations: {message}")
            raise PlaceError(reason.format(steps=self._count, message=self._end()))

    # ---- what cannot be ------------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """A recording ends where it ends.

        Raises:
            PlaceError: It stands there.
        """
        if self.finished:
            reason = said("Recording", "{end}; “Go on from the recording” in the menu trains on in nnviz's own engine")
            raise PlaceError(reason.format(end=self._end()))

    def change(self, events: Sequence[Event]) -> NoReturn:
        """Nothing in it can be changed.

        Raises:
            PlaceError: Always.
        """
        raise PlaceError(
            said(
                "Recording",
                "this is a recording, and stays as it is; after “Go on from the recording” in the menu it can be "
                "changed, in nnviz's own engine",
            )
        )

    def fork(self) -> NoReturn:
        """There is one line through it. Raises as ``change`` does."""
        self.change(())

    def restore_best(self) -> NoReturn:
        """There is no best epoch. Raises as ``change`` does."""
        self.change(())

    def switch(self, line: int) -> None:
        """There is one line through it."""

    def forget(self, line: int) -> None:
        """There is one line through it."""

    @staticmethod
    def has_no_session() -> PlaceError:
        """Why what is done cannot be kept: it is in a file of its own."""
        return PlaceError(said("Recording", "this is a recording: it is in a file of its own already"))
