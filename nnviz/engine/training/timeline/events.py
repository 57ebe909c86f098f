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
        check_parameter(widths, self.layer, self.unit, self.source)
        if not math.isfinite(self.value):
            raise PlaceError(f"expected a finite number, got {self.value:g}")


@dataclass(frozen=True)
class SetFrozen:
    """One weight, or one bias where ``source`` is ``None``, does not train from here on, or trains again."""

    layer: int
    unit: int
    source: int | None
    frozen: bool

    def check(self, widths: tuple[int, ...]) -> None:
        """Refuse a parameter that a network of these widths does not have.

        Raises:
            PlaceError: Saying what is wrong.
        """
        check_parameter(widths, self.layer, self.unit, self.source)


@dataclass(frozen=True)
class SetSilenced:
    """One hidden unit answers 0 from here on, or answers again."""

    layer: int
    unit: int
    silenced: bool

    def check(self, widths: tuple[int, ...]) -> None:
        """Refuse a unit that a network of these widths does not have, or that is not a hidden one.

        Raises:
            PlaceError: Saying what is wrong.
        """
        if len(widths) == 2:
            raise PlaceError("only hidden units can be silenced, and this network has none")
        if not 1 <= self.layer < len(widths) - 1:
            raise PlaceError(
                f"only hidden units can be silenced: their layers count from 1 to {len(widths) - 2}, got {self.layer}"
            )
        check_parameter(widths, self.layer, self.unit, None)


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


Event: TypeAlias = (
    SetLearningRate | SetParameter | SetFrozen | SetSilenced | SetExample | SetParameters | Stopped | GoOn
)


def check_parameter(widths: tuple[int, ...], layer: int, unit: int, source: int | None) -> None:
    """Refuse a weight, or a bias where ``source`` is ``None``, that a network of these widths does not have.

    Raises:
        PlaceError: Saying what is wrong.
    """
    if not 1 <= layer < len(widths):
        raise PlaceError(f"layers count from 1 to {len(widths) - 1}, got {layer}")
    if not 0 <= unit < widths[layer]:
        raise PlaceError(f"units of layer {layer} count from 0 to {widths[layer] - 1}, got {unit}")
    if source is not None and not 0 <= source < widths[layer - 1]:
        raise PlaceError(f"inputs of layer {layer} count from 0 to {widths[layer - 1] - 1}, got {source}")
