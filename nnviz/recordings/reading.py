"""A recording from its file. What it says is checked before anything is made of it.

Its numbers are read when they are asked for: however large it is, only what a step needs of it is in memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import msgspec
import numpy as np
from msgspec.structs import replace

from nnviz.engine.data.examples import Examples, make_examples
from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.building import build
from nnviz.engine.experiments.checks import too_large
from nnviz.engine.functions.optimisers import chosen_optimiser
from nnviz.engine.networks.network import Architecture
from nnviz.engine.types import Array, Indices, Numbers
from nnviz.engine.weights.problem import WeightsError
from nnviz.engine.weights.safetensors import Entry, header_length, read_header
from nnviz.recordings.content import Content
from nnviz.recordings.data import data_tables
from nnviz.recordings.epochs import MOST_ROWS, steps_per_epoch
from nnviz.recordings.layout import (
    COUNTS,
    FORMAT,
    METADATA,
    MOST_BATCH_NUMBERS,
    MOST_STEPS,
    NUMBER_KINDS,
    STEPPED,
    About,
    most_examples,
    shapes,
)
from nnviz.recordings.problem import RecordingError
from nnviz.said import said
from nnviz.shortened import called

LARGEST_ABOUT = 100_000
"""Bytes."""
LONGEST_TITLE = 200
LONGEST_REASON = 300


class Numbered:
    """The tensors of a file, of which some rows are read when they are asked for."""

    def __init__(self, content: Content, start: int, entries: Mapping[str, Entry]) -> None:
        self._content, self._start, self._entries = content, start, entries

    def rows(self, name: str, first: int, count: int) -> Numbers:
        """Some rows of a tensor, in its own precision.

        Raises:
            RecordingError: They are not there any more.
        """
        entry = self._entries[name]
        kind = np.dtype(NUMBER_KINDS[entry.kind])
        row = kind.itemsize * int(np.prod(entry.shape[1:], dtype=np.int64))
        content = self._content.read(self._start + entry.start + first * row, count * row)
        if len(content) != count * row:
            raise _damaged(name)
        return np.frombuffer(content, kind).reshape(count, *entry.shape[1:])

    def kind(self, name: str) -> str:
        """The kind of a tensor's numbers."""
        return self._entries[name].kind

    def whole(self, name: str) -> Numbers:
        """All of a tensor."""
        return self.rows(name, 0, self._entries[name].shape[0])


@dataclass(frozen=True, eq=False)
class Recording:
    """A loop that was recorded.

    Attributes:
        path: Its file.
        about: What it says of itself.
        experiment: The experiment that it is, complete, from the first parameters that were recorded.
        examples: All that were seen, each once.
        architecture: Of the network.
        numbers: Everything else.
        steps: The places of its steps' columns: as ``layout`` says, shape (steps, …) each.
        starts: Where each step's rows begin, and last where they end.
        batches_per_epoch: Steps of an epoch; 1 where no epochs can be made out.
    """

    path: Path
    about: About
    experiment: Experiment
    examples: Examples
    architecture: Architecture
    numbers: Numbered
    steps: Mapping[str, Numbers]
    starts: Indices
    batches_per_epoch: int

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def kind(self) -> str:
        """The kind of the loop's numbers: ``F64`` or ``F32``."""
        return self.numbers.kind("W1")

    def examples_of(self, step: int) -> Indices:
        """Which examples a step's batch holds.

        Raises:
            RecordingError: There are none such.
        """
        start, end = int(self.starts[step]), int(self.starts[step + 1])
        places: Indices = self.numbers.rows("example", start, end - start).astype(np.int64)
        if places.min(initial=0) < 0 or places.max(initial=0) >= len(self.examples.x):
            raise _damaged("example")
        return places

    def rows_of(self, name: str, step: int) -> Array:
        """A step's rows of a tensor that has one for each example of each batch."""
        start, end = int(self.starts[step]), int(self.starts[step + 1])
        return self.numbers.rows(name, start, end - start).astype(np.float64)

    def vector(self, prefix: str, row: int) -> Array:
        """One row of the tensors ``W1``, ``b1``, … with a prefix, as one vector like θ."""
        vector = np.zeros(self.architecture.parameter_count)
        for layer, (weights, bias) in enumerate(self.architecture.weights_and_biases(vector), start=1):
            weights[...] = self.numbers.rows(f"{prefix}W{layer}", row, 1)[0]
            bias[...] = self.numbers.rows(f"{prefix}b{layer}", row, 1)[0]
        return vector


def open_recording(path: Path) -> Recording:
    """Open a recording.

    Raises:
        RecordingError: It cannot be read, or is none that can be shown.
    """
    try:
        return _read(Content(path), path)
    except (RecordingError, WeightsError, ExperimentError) as error:
        raise RecordingError(error.text, called(path)) from None


def _read(content: Content, path: Path) -> Recording:
    size = content.size
    length = header_length(content.read(0, 8), size)
    entries, metadata = read_header(content.read(8, length), size - 8 - length, NUMBER_KINDS)
    about = _about(metadata)
    widths = _widths(entries, len(about.layers))
    counts = _check_entries(entries, about, widths)
    numbers = Numbered(content, 8 + length, entries)
    steps = {each: numbers.whole(each) for each, _, _ in STEPPED}
    starts = _starts(steps, counts, max(widths))
    length_of_epoch = _steps_per_epoch(about, numbers, starts)
    experiment = _experiment(about, numbers, path, -(-counts["steps"] // length_of_epoch))
    architecture = Architecture.of(experiment)
    if architecture.widths != widths:
        raise _damaged("experiment")
    if about.memory != chosen_optimiser(experiment.training)[0].memory:
        raise _damaged("memory")
    examples = make_examples(experiment)
    return Recording(
        path, about, experiment, examples, architecture, numbers, steps, starts, batches_per_epoch=length_of_epoch
    )


def _steps_per_epoch(about: About, numbers: Numbered, starts: Indices) -> int:
    if about.every > 1:
        return 1
    known = starts[: int(np.searchsorted(starts, MOST_ROWS, side="right"))]
    return steps_per_epoch(numbers.rows("example", 0, int(known[-1])).astype(np.int64), known)


def _about(metadata: object) -> About:
    text = metadata.get(METADATA) if isinstance(metadata, dict) else None
    if not isinstance(text, str):
        raise RecordingError(said("Recording", "this is no recording of nnviz"))
    if len(text) > LARGEST_ABOUT:
        raise _damaged(METADATA)
    try:
        about = msgspec.json.decode(text.encode(), type=About)
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise _damaged(str(error)[:200]) from None
    about = replace(about, ended=" ".join(about.ended.split())[:LONGEST_REASON])
    if about.format != FORMAT:
        reason = said("Recording", "this recording is of another version of nnviz: expected {expected}, got {got}")
        raise RecordingError(reason.format(expected=FORMAT, got=about.format[:60]))
    return about


def _damaged(what: str) -> RecordingError:
    return RecordingError(said("Recording", "this recording is damaged: {error}").format(error=what))


def _widths(entries: Mapping[str, Entry], layers: int) -> tuple[int, ...]:
    """Inputs, hidden units, outputs, by the shapes of the weights."""
    weights = []
    for layer in range(1, layers + 1):
        entry = entries.get(f"W{layer}")
        if entry is None or len(entry.shape) != 3 or 0 in entry.shape:
            raise _damaged(f"W{layer}")
        weights.append(entry.shape)
    if any(below[1] != above[2] for below, above in pairwise(weights)):
        raise _damaged("W")
    return weights[0][2], *(shape[1] for shape in weights)


def _check_entries(entries: Mapping[str, Entry], about: About, widths: tuple[int, ...]) -> dict[str, int]:
    """How many there are of everything; what is there has to be what has to be there."""
    leading = {"steps": "rows", "rows": "example", "examples": "x", "states": "W1"}
    if any(name not in entries or not entries[name].shape for name in leading.values()):
        raise _damaged(", ".join(name for name in leading.values() if name not in entries))
    counts = {of: entries[name].shape[0] for of, name in leading.items()}
    for of, most in (("steps", MOST_STEPS), ("examples", most_examples(widths)), ("states", 2 * MOST_STEPS)):
        if not 1 <= counts[of] <= most:
            raise _damaged(of)
    if reason := too_large(widths, counts["examples"]):
        raise RecordingError(reason, "network.hidden")
    kinds = {entries["W1"].kind}
    expected: dict[str, tuple[set[str], tuple[int, ...]]] = {"example": ({COUNTS}, (counts["rows"],))}
    for name, kind, shape in STEPPED:
        expected[name] = {kind}, (counts["steps"], *shape)
    for name, of, shape in shapes(widths, about.memory):
        expected[name] = kinds, (counts[of], *shape)
    for name in sorted(expected.keys() | entries.keys()):
        if name not in entries or name not in expected:
            raise _damaged(name[:60])
        if entries[name].kind not in expected[name][0] or entries[name].shape != expected[name][1]:
            raise _damaged(name)
    if entries["W1"].kind == COUNTS:
        raise _damaged("W1")
    return counts


def _starts(steps: Mapping[str, Numbers], counts: Mapping[str, int], widest: int) -> Indices:
    rows = steps["rows"].astype(np.int64)
    if rows.min() < 1 or int(rows.max()) * widest > MOST_BATCH_NUMBERS or rows.sum() != counts["rows"]:
        raise _damaged("rows")
    for name in ("before", "after"):
        if steps[name].min() < 0 or steps[name].max() >= counts["states"]:
            raise _damaged(name)
    if steps["updates"].min() < 1:
        raise _damaged("updates")
    rates = steps["learning_rate"]
    if not (np.isfinite(rates).all() and rates.min() >= 0.0):
        raise _damaged("learning_rate")
    return np.concatenate([[0], np.cumsum(rows)])


def _experiment(about: About, numbers: Numbered, path: Path, epochs: int) -> Experiment:
    """The experiment that the loop is."""
    tables = about.experiment
    network, training = tables.get("network"), tables.get("training")
    if (
        not isinstance(network, dict)
        or not isinstance(training, dict)
        or set(tables) - {"network", "training", "title"}
    ):
        raise _damaged("experiment")
    if {"weights", "parameters"} & set(network) or {"dropout", "early_stopping", "schedule", "l1"} & set(training):
        # Those are none of a recording's.
        raise _damaged("experiment")
    layers = range(1, len(about.layers) + 1)
    first = int(numbers.rows("before", 0, 1)[0])
    parameters = [
        {
            "W": numbers.rows(f"W{layer}", first, 1)[0].astype(np.float64).tolist(),
            "b": numbers.rows(f"b{layer}", first, 1)[0].astype(np.float64).tolist(),
        }
        for layer in layers
    ]
    data = data_tables(numbers.whole("x"), numbers.whole("y"), str(network.get("output")))
    return build(
        Experiment,
        {
            "title": str(tables.get("title", path.stem))[:LONGEST_TITLE],
            "data": data,
            "network": {**network, "parameters": parameters},
            "training": {**training, "epochs": epochs},
        },
    )
