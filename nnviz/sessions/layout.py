"""What stands in a session file: ``session.json``, as its types say it, and the numbers that it tells the order of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import numpy as np
from msgspec import Meta, Struct

from nnviz.engine.training.timeline.checkpoints import Checkpoint
from nnviz.engine.training.timeline.events import Status, Stopped, StopReason
from nnviz.engine.training.timeline.lines import MOST_LINES
from nnviz.engine.types import Array
from nnviz.sessions.on_stage import OnStage
from nnviz.view import View

FORMAT = "nnviz-session/1"
HIGHEST = 2**53
MOST_CHECKPOINTS = 20_000
MOST_EVENTS = 100_000
MOST_ROWS = 2_000_000

Count = Annotated[int, Meta(ge=0, le=HIGHEST)]
Digits = Annotated[str, Meta(pattern=r"^(?:0|[1-9][0-9]{0,38})$", max_length=39)]
"""A whole number of up to 128 bits, which not every reader of JSON can read as a number."""


class Generator(Struct, frozen=True, forbid_unknown_fields=True):
    """The state of a random generator, PCG64."""

    state: Digits
    increment: Digits
    has_uint32: Annotated[int, Meta(ge=0, le=1)]
    uinteger: Annotated[int, Meta(ge=0, lt=2**32)]

    @classmethod
    def of(cls, state: Mapping[str, Any]) -> Generator:
        """Of what NumPy calls ``bit_generator.state``."""
        inner = state["state"]
        return cls(str(inner["state"]), str(inner["inc"]), state["has_uint32"], state["uinteger"])

    def numpy(self) -> Mapping[str, Any]:
        """What ``of`` is made of.

        Raises:
            ValueError: It has more than 128 bits.
        """
        numbers = {"state": int(self.state), "inc": int(self.increment)}
        if max(numbers.values()) >= 2**128:
            raise ValueError
        return {
            "bit_generator": "PCG64",
            "state": numbers,
            "has_uint32": self.has_uint32,
            "uinteger": self.uinteger,
        }


class StopPart(Struct, frozen=True, forbid_unknown_fields=True):
    """Why a run ended by itself."""

    reason: StopReason
    epoch: Count
    message: Annotated[str, Meta(max_length=2000)]


class CheckpointPart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The state before an iteration; its numbers stand in ``numbers.f64``."""

    iteration: Count
    epoch: Count
    place: Count
    """Batches done in the epoch."""
    generator: Generator
    """Before it shuffled this epoch."""
    masks: Generator | None = None
    """What dropout draws from."""
    powers: Annotated[tuple[float, ...], Meta(max_length=8)]
    """How often the optimiser has forgotten: β₁ᵗ and the like."""
    rate: float
    stop: StopPart | None = None
    epoch_limit: Count
    waits_from: Count = 0
    scheduled: bool = True

    @classmethod
    def of(cls, checkpoint: Checkpoint) -> CheckpointPart:
        """All of it but its numbers."""
        status, stop = checkpoint.status, checkpoint.status.stop
        return cls(
            iteration=checkpoint.iteration,
            epoch=checkpoint.epoch,
            place=checkpoint.place,
            generator=Generator.of(checkpoint.generator),
            masks=Generator.of(checkpoint.masks) if checkpoint.masks is not None else None,
            powers=tuple(checkpoint.powers.tolist()),
            rate=checkpoint.rate,
            stop=StopPart(stop.reason, stop.epoch, str(stop.message)) if stop is not None else None,
            epoch_limit=status.epoch_limit,
            waits_from=status.waits_from,
            scheduled=status.scheduled,
        )

    def checkpoint(self, numbers: Array) -> Checkpoint:
        """The checkpoint with these numbers.

        Raises:
            ValueError: A generator's state is none.
        """
        stop = Stopped(self.stop.reason, self.stop.epoch, self.stop.message) if self.stop is not None else None
        return Checkpoint(
            iteration=self.iteration,
            epoch=self.epoch,
            place=self.place,
            generator=self.generator.numpy(),
            numbers=numbers,
            powers=np.array(self.powers, dtype=np.float64),
            masks=self.masks.numpy() if self.masks is not None else None,
            rate=self.rate,
            status=Status(stop, self.epoch_limit, self.waits_from, self.scheduled),
        )


class LinePart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line through time."""

    number: Count
    forked_from: Count | None = None
    forked_at: Count = 0
    furthest: Count
    """Updates that are known of it."""
    events: Annotated[tuple[dict[str, Any], ...], Meta(max_length=MOST_EVENTS)] = ()
    """What happened: ``at`` is the iteration before which it did, ``kind`` what it was."""
    checkpoints: Annotated[tuple[Count, ...], Meta(min_length=1, max_length=MOST_CHECKPOINTS)]
    """By their places among those of the file: lines that parted share those from before."""
    stride: Annotated[int, Meta(ge=1, le=HIGHEST)]
    rows: Annotated[int, Meta(ge=1, le=MOST_ROWS)]
    """Rows of its history, which stand in ``numbers.f64``."""
    row_stride: Annotated[int, Meta(ge=1, le=HIGHEST)]
    best: Count | None = None
    """The iteration of the best epoch, where its parameters stand in ``numbers.f64``."""


class Content(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of ``session.json``."""

    format: str
    experiment: dict[str, Any]
    table: Annotated[str, Meta(min_length=1, max_length=200)] | None = None
    """The name of the table that stands beside, in place of which the experiment's ``data.file`` stands."""
    view: View = View()
    stage: OnStage = OnStage()
    iteration: Count
    """Where the run stands on the last of the lines, after what happened there."""
    begun: Annotated[int, Meta(ge=1, le=HIGHEST)]
    """How many lines have begun, those that are forgotten too."""
    checkpoints: Annotated[tuple[CheckpointPart, ...], Meta(min_length=1, max_length=MOST_CHECKPOINTS)]
    lines: Annotated[tuple[LinePart, ...], Meta(min_length=1, max_length=MOST_LINES)]
    """The present line last."""
