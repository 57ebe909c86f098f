"""What happens to a run from outside its arithmetic: a user's changes, and the end.

Events are kept with the iteration that they come before, so that going back and replaying repeats them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, TypeAlias

from nnviz.engine.errors import PlaceError
from nnviz.engine.types import Array

StopReason = Literal["epochs", "early_stopping", "diverged"]


@dataclass(frozen=True)
class SetLearningRate:
    """From here on the learning rate is another one."""

    rate: float


@dataclass(frozen=True)
class SetParameter:
    """One weight (``source`` is its input) or one bias (``source`` is ``None``) gets a value. Layers count from 1."""

    layer: int
    unit: int
    source: int | None
    value: float

    def check(self, widths: tuple[int, ...]) -> None:
        """Refuse a parameter that a network of these widths does not have, and a value that is not finite.

        Raises:
            PlaceError: Saying what is wrong.
        """
        if not 1 <= self.layer < len(widths):
            raise PlaceError(f"layers count from 1 to {len(widths) - 1}, got {self.layer}")
        if not 0 <= self.unit < widths[self.layer]:
            raise PlaceError(f"units of layer {self.layer} count from 0 to {widths[self.layer] - 1}, got {self.unit}")
        if self.source is not None and not 0 <= self.source < widths[self.layer - 1]:
            raise PlaceError(
                f"inputs of layer {self.layer} count from 0 to {widths[self.layer - 1] - 1}, got {self.source}"
            )
        if not math.isfinite(self.value):
            raise PlaceError(f"expected a finite number, got {self.value:g}")


@dataclass(frozen=True)
class SetExample:
    """One example has other inputs, another target or another label; ``None`` leaves it as it is.

    Attributes:
        raw: The raw columns.
        x: The inputs as the network sees them, standardised.
        y: The target of a regression, as the network sees it.
        label: The class, from 0.
    """

    example: int
    raw: tuple[float, ...] | None
    x: tuple[float, ...] | None
    y: tuple[float, ...] | None
    label: int | None


@dataclass(frozen=True, eq=False)
class SetParameters:
    """All parameters get values: the best epoch's, put back."""

    theta: Array


@dataclass(frozen=True)
class Stopped:
    """The run ended by itself."""

    reason: StopReason
    epoch: int
    message: str


@dataclass(frozen=True)
class GoOn:
    """The run goes on after a stop, up to another number of epochs, and with early stopping out of the way."""

    epoch_limit: int


Event: TypeAlias = SetLearningRate | SetParameter | SetExample | SetParameters | Stopped | GoOn
