"""How a recording compares with what the engine comes to: some of its steps are made again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.engine.functions.optimisers import chosen_optimiser
from nnviz.engine.types import Numbers
from nnviz.recordings.problem import RecordingError
from nnviz.recordings.proof import Pairs, Proof, StepNumbers
from nnviz.recordings.reading import Recording
from nnviz.said import said

MOST_STEPS = 100
MOST_WORK = 30_000_000
"""Parameters times examples of all of them: a few tenths of a second."""


@dataclass(frozen=True)
class Check:
    """What came of it.

    Attributes:
        made: How many steps were made again.
        problem: The first one that comes to other numbers, and which; empty for none.
    """

    made: int
    problem: str


def check_of(recording: Recording) -> Check:
    """Make some steps again, from the first to the last."""
    work = recording.architecture.parameter_count * int(recording.steps["rows"].max())
    count = min(len(recording), MOST_STEPS, max(2, MOST_WORK // work))
    proof = Proof(recording.experiment, recording.kind)
    steps = sorted({round(place) for place in np.linspace(0, len(recording) - 1, count)})
    for step in steps:
        after = int(recording.steps["after"][step])
        try:
            proof(_numbers(recording, step), _state(recording, after), int(recording.steps["updates"][step]))
        except RecordingError as error:
            problem = said("Recording", "iteration {iteration}: {error}").format(iteration=step, error=error.text)
            return Check(len(steps), problem)
    return Check(len(steps), "")


def _numbers(recording: Recording, step: int) -> StepNumbers:
    layers = range(1, recording.architecture.layers + 1)
    examples, steps = recording.examples_of(step), recording.steps
    norm, factor = steps["clip"][step].tolist()
    return StepNumbers(
        x=recording.examples.x[examples],
        y=recording.examples.y[examples],
        z=tuple(recording.rows_of(f"z{layer}", step) for layer in layers),
        delta=tuple(recording.rows_of(f"delta{layer}", step) for layer in layers),
        gradients=_pairs(recording, "d", step),
        before=_state(recording, int(steps["before"][step])),
        loss=float(steps["loss"][step]),
        rate=float(steps["learning_rate"][step]),
        clip=(norm, factor),
    )


def _state(recording: Recording, row: int) -> list[Pairs]:
    memory = chosen_optimiser(recording.experiment.training)[0].memory
    return [_pairs(recording, prefix, row) for prefix in (*(f"{letter}." for letter in memory), "")]


def _pairs(recording: Recording, prefix: str, row: int) -> list[tuple[Numbers, Numbers]]:
    rows = recording.numbers.rows
    layers = range(1, recording.architecture.layers + 1)
    return [(rows(f"{prefix}W{layer}", row, 1)[0], rows(f"{prefix}b{layer}", row, 1)[0]) for layer in layers]
