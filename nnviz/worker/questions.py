"""Questions about a record: how a number came about. They need no model, only the record, which is frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from nnviz.engine.analysis.blame import Blame, blame
from nnviz.engine.analysis.chain_rule import ChainRule, chain_rule
from nnviz.engine.analysis.landscape.losses import LossOf
from nnviz.engine.analysis.nudge import Nudge, nudge
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.types import Array

MOST_PATHS = 24
"""Paths that are told one by one in the window: nobody reads more."""


class Question(Protocol):
    """Something that can be worked out from frozen values alone, on any thread."""

    def answer(self) -> object:
        """Work it out."""


@dataclass(frozen=True, eq=False)
class WhyGradient:
    """The chain rule of a weight, or of a bias where ``source`` is ``None``.

    Attributes:
        example: The row of the record; ``None`` for the batch's mean.
    """

    record: Iteration
    layer: int
    unit: int
    source: int | None
    example: int | None

    def answer(self) -> ChainRule:
        """Take the gradient apart."""
        return chain_rule(self.record, self.layer, self.unit, self.source, self.example, MOST_PATHS)


@dataclass(frozen=True, eq=False)
class WhatIfNudged:
    """How the loss would react to another value of a weight or bias; attributes as in ``WhyGradient``."""

    record: Iteration
    layer: int
    unit: int
    source: int | None
    example: int | None

    def answer(self) -> Nudge:
        """Ask the network itself."""
        return nudge(self.record, self.layer, self.unit, self.source, self.example)


@dataclass(frozen=True, eq=False)
class WhoIsToBlame:
    """Where the error signal of a unit comes from; ``example`` as in ``WhyGradient``."""

    record: Iteration
    layer: int
    unit: int
    example: int | None

    def answer(self) -> Blame:
        """Split it."""
        return blame(self.record, self.layer, self.unit, self.example)


@dataclass(frozen=True, eq=False)
class WhatLossThere:
    """The loss at another place of the landscape, exactly: of all examples, with full precision."""

    loss_of: LossOf
    theta: Array

    def answer(self) -> float:
        """Ask the network itself."""
        return self.loss_of.at_one(self.theta)
