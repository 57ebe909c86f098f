"""Puts the steps of a loop into a recording, and holds them to the engine: it has to come to the same numbers."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
import torch

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.building import build
from nnviz.engine.types import LARGEST_NUMBER, Numbers
from nnviz.recordings.data import data_tables
from nnviz.recordings.layout import COUNTS, FORMAT, LONGEST_NAME, MOST_BATCH_NUMBERS, MOST_STEPS, STEPPED, About, shapes
from nnviz.recordings.problem import RecordingError
from nnviz.recordings.proof import Proof, StepNumbers, loss_scale
from nnviz.recordings.spool import Counts, Spool
from nnviz.recordings.watching.examples import ExamplesSeen
from nnviz.recordings.watching.gradients import ClipNorm, Gradients, gradients_of
from nnviz.recordings.watching.network import KINDS, Layer, numbers_of
from nnviz.recordings.watching.optimisers import Optimiser, Settings
from nnviz.recordings.watching.state import State, StateOf, updates_of
from nnviz.recordings.watching.step import Functions, Seen
from nnviz.said import said

PROVED_EVERY = 256
"""One step in so many is computed again."""


class _Begun(NamedTuple):
    """A step before the optimiser has made it."""

    seen: Seen
    gradients: Gradients
    delta: tuple[Numbers, ...]
    before: State
    rate: float


class Writer:
    """Writes steps."""

    def __init__(self, path: Path, layers: Sequence[Layer], optimiser: Optimiser, optimizer: Any) -> None:
        self._all, self._optimiser, self._optimizer = layers, optimiser, optimizer
        self._kind, self._dtype = KINDS[layers[0].weight.dtype]
        self._spool = Spool(path)
        self._title = path.stem
        self._examples, self._clip_norm = ExamplesSeen((1, 1)), ClipNorm()
        self._functions: Functions | None = None
        self._layers: list[Layer] = []
        self._settings = Settings(optimizer)
        self._state_of = StateOf((), optimiser, optimizer, self._dtype)
        self._still: list[tuple[int, bytes]] = []
        self._proof: Proof | None = None
        self._tables: dict[str, Any] = {}
        self._state: State = []
        self._states = self._largest_batch = 0
        self._begun: _Begun | None = None

    @property
    def steps(self) -> int:
        """How many there are."""
        return self._spool.counts.steps

    @property
    def _proves(self) -> bool:
        return self.steps % PROVED_EVERY == 0

    # ---- a step --------------------------------------------------------------------------------------------------

    def begin(self, seen: Seen, raw: dict[int, bytes]) -> None:
        """Take what there is before the optimiser's step.

        Raises:
            RecordingError: It is not what it was before, or cannot be recorded.
        """
        if self._functions is None:
            self._take(seen)
        elif seen.functions != self._functions:
            raise RecordingError(said("Recording", "the network, or its loss, has become another one"))
        self._settings.check()
        rate = float(self._optimizer.param_groups[0]["lr"])
        self._check_batch(seen, rate)
        gradients = gradients_of(self._layers, seen.passes, raw, self._optimiser)
        self._clip_norm.see(gradients)
        batch = self._dtype.type(len(seen.x))
        delta = tuple(each.delta * batch for each in seen.passes if each.delta is not None)
        before = self._state_of.now()
        if any(before[place] != known for place, known in self._still):
            reason = said(
                "Recording",
                "parameters that the optimiser does not train have changed: several optimisers cannot be recorded",
            )
            raise RecordingError(reason)
        self._begun = _Begun(seen, gradients, delta, before, rate)

    @property
    def _widths(self) -> tuple[int, ...]:
        """Inputs, hidden units, outputs."""
        return int(self._layers[0].weight.shape[1]), *(len(layer.weight) for layer in self._layers)

    def _check_batch(self, seen: Seen, rate: float) -> None:
        """Refuse a batch that could not be shown."""
        if len(seen.x) * max(self._widths) > MOST_BATCH_NUMBERS:
            reason = said("Recording", "this network is too large for batches of {batch:,} examples")
            raise RecordingError(reason.format(batch=len(seen.x)))
        # What is not a number is not smaller either.
        if not float(np.abs(seen.x).max()) <= LARGEST_NUMBER:
            raise RecordingError(said("Recording", "the inputs hold a number that is not finite"))
        if not float(np.abs(seen.y).max()) <= LARGEST_NUMBER:
            raise RecordingError(said("Recording", "the targets hold a number that is not finite"))
        if not (isfinite(rate) and rate >= 0.0):
            raise RecordingError(said("Recording", "the learning rate is {rate}").format(rate=rate))

    def _take(self, seen: Seen) -> None:
        """The first step says what the network is."""
        layers = [each.layer for each in seen.passes]
        unused = [
            layer.name for layer in self._all if layer not in layers and id(layer.weight) in self._optimiser.trained
        ]
        if unused:
            raise RecordingError(said("Recording", "has no part in the loss"), ", ".join(unused))
        self._functions, self._layers = seen.functions, layers
        self._examples = ExamplesSeen(self._widths)
        if not self._examples.has_room(len(seen.x)):
            reason = said("Recording", "this network is too large for batches of {batch:,} examples")
            raise RecordingError(reason.format(batch=len(seen.x)))
        if not all(np.isfinite(numbers_of(each)).all() for layer in layers for each in layer.module.parameters()):
            raise RecordingError(said("Recording", "the parameters are not finite before the first step"))
        self._state_of = StateOf(layers, self._optimiser, self._optimizer, self._dtype)
        before = self._state_of.now()
        self._still = [(place, before[place]) for place in self._state_of.untrained(self._optimiser.trained)]

    def complete(self, limit: int) -> bool:
        """Take what there is after it, and write the step. Returns whether there was room for it.

        Raises:
            RecordingError: The engine comes to other numbers.
        """
        begun, self._begun = self._begun, None
        assert begun is not None, "it has begun"
        after = self._state_of.now()
        counted = updates_of(self._layers, self._optimizer)
        updates = self.steps + 1 if counted is None else counted
        if self._proves:
            self._prove(begun, after, updates)
        seen, counts = begun.seen, self._spool.counts
        if not self._examples.has_room(len(seen.x)) or counts.steps >= MOST_STEPS:
            return False
        pieces = self._pieces(begun)
        places = self._numbered(begun.before, pieces), self._numbered(after, pieces)
        for name, value in zip(("before", "after", "updates"), (*places, updates), strict=True):
            pieces.append((name, value.to_bytes(4, "little")))
        if self._spool.size + sum(len(piece) for _, piece in pieces) > limit:
            return False
        rows = counts.rows + len(seen.x)
        self._spool.take(pieces, Counts(counts.steps + 1, rows, self._states, self._examples.count))
        self._largest_batch = max(self._largest_batch, len(seen.x))
        return True

    def _numbered(self, state: State, pieces: list[tuple[str, bytes]]) -> int:
        """The number of a state; where it is not the last one, it is a new one, and has to be written."""
        if state != self._state:
            pieces.extend(zip(self._state_of.names, state, strict=True))
            self._state = state
            self._states += 1
        return self._states - 1

    def _pieces(self, begun: _Begun) -> list[tuple[str, bytes]]:
        seen, gradients = begun.seen, begun.gradients
        x, y = np.asarray(seen.x, self._dtype), np.asarray(seen.y, self._dtype)
        places, first = self._examples.places_of(x, y)
        pieces = [
            ("example", np.array(places, "<i4").tobytes()),
            ("rows", len(x).to_bytes(4, "little")),
            ("loss", np.float64(seen.loss).tobytes()),
            ("learning_rate", np.float64(begun.rate).tobytes()),
            ("clip", np.array((gradients.norm, gradients.factor)).tobytes()),
        ]
        if first:
            pieces += [("x", x[first].tobytes()), ("y", y[first].tobytes())]
        for layer, (passed, delta, (dW, db)) in enumerate(
            zip(seen.passes, begun.delta, gradients.pairs, strict=True), start=1
        ):
            pieces += [
                (f"z{layer}", passed.z.tobytes()),
                (f"delta{layer}", delta.tobytes()),
                (f"dW{layer}", dW.tobytes()),
                (f"db{layer}", db.tobytes()),
            ]
        return pieces

    # ---- the proof -----------------------------------------------------------------------------------------------

    def _prove(self, begun: _Begun, after: State, updates: int) -> None:
        """Have the engine make the step too.

        Raises:
            RecordingError: It comes to other numbers, or cannot have such a network.
        """
        seen, gradients = begun.seen, begun.gradients
        numbers = StepNumbers(
            x=seen.x,
            y=seen.y,
            z=tuple(each.z for each in seen.passes),
            delta=begun.delta,
            gradients=gradients.pairs,
            before=self._state_of.pairs(begun.before),
            loss=seen.loss,
            rate=begun.rate,
            clip=(gradients.norm, gradients.factor),
        )
        if self._proof is None:
            self._tables = self._tables_of(numbers)
            data = data_tables(seen.x, seen.y, seen.functions.output)
            try:
                self._proof = Proof(build(Experiment, {**self._tables, "data": data}), self._kind)
            except ExperimentError as error:
                raise RecordingError(error.text) from None
        self._proof(numbers, self._state_of.pairs(after), updates)

    def _tables_of(self, numbers: StepNumbers) -> dict[str, Any]:
        """``network`` and ``training`` of the experiment that the loop is."""
        functions = self._functions
        assert functions is not None, "a step was seen"
        training: dict[str, Any] = {
            "loss": functions.loss,
            "optimizer": self._optimiser.table,
            "learning_rate": numbers.rate or self._usual_rate(),
            "batch_size": len(numbers.x),
            "l2": self._optimiser.l2,
        }
        if functions.loss == "squared_error":
            training["loss_scale"] = loss_scale(numbers, functions.output)
        network = {
            "hidden": [len(layer.weight) for layer in self._layers[:-1]],
            "activation": list(functions.hidden),
            "output": functions.output,
            "frozen": [
                f"{kind}{place}"
                for place, layer in enumerate(self._layers, start=1)
                for kind, parameter in (("W", layer.weight), ("b", layer.bias))
                if parameter is None or id(parameter) not in self._optimiser.trained
            ],
        }
        return {"title": self._title, "network": network, "training": training}

    def _usual_rate(self) -> float:
        """What a schedule that begins at 0 rises to."""
        return float(self._optimizer.param_groups[0].get("initial_lr", self._optimizer.defaults["lr"]))

    # ---- the whole -----------------------------------------------------------------------------------------------

    def finish(self, first: int, every: int, seen: int, ended: str) -> None:
        """Write the file, whole or not at all.

        Raises:
            WriteError: It cannot be written.
        """
        assert self._functions is not None, "a step was recorded"
        tables = self._tables
        training = {**tables["training"], "batch_size": self._largest_batch}
        if self._clip_norm.value is not None:
            training["clip_norm"] = self._clip_norm.value
        memory = tuple(self._optimiser.memory)
        about = About(
            format=FORMAT,
            layers=tuple(name[-LONGEST_NAME:] for name in self._functions.layers),
            experiment={**tables, "training": training},
            memory=memory,
            first=first,
            every=every,
            seen=seen,
            ended=str(ended),
            torch=str(torch.__version__),
        )
        counts = self._spool.counts._asdict()
        tensors: dict[str, tuple[str, tuple[int, ...]]] = {"example": (COUNTS, (counts["rows"],))}
        for name, kind, shape in STEPPED:
            tensors[name] = kind, (counts["steps"], *shape)
        for name, of, shape in shapes(self._widths, memory):
            tensors[name] = self._kind, (counts[of], *shape)
        self._spool.finish(tensors, msgspec.json.encode(about).decode())

    def close(self) -> None:
        """Drop what was not written."""
        self._spool.close()
