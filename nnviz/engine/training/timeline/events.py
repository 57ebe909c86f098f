"""What happens to a run from outside its arithmetic: a user's changes, and the end.

Events are kept with the iteration that they come before, so that going back and replaying repeats them.
"""

from __future__ import annotations

import math
from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, TypeAlias

from nnviz.engine.data.examples import Examples
from nnviz.engine.errors import PlaceError, check_counted
from nnviz.engine.networks.network import Architecture, with_frozen
from nnviz.engine.types import Array, Numbers
from nnviz.said import said

StopReason = Literal["epochs", "early_stopping", "diverged"]


@dataclass(frozen=True)
class Status:
    """Whether a run may go on.

    Attributes:
        stop: Why the run ended by itself; ``None`` while it may go on.
        epoch_limit: The epoch at which it ends.
        waits_from: The epoch from which early stopping counts its patience, where no later one is the best.
        scheduled: Whether the learning rate follows its schedule; a rate set by hand holds from there on.
    """

    stop: Stopped | None
    epoch_limit: int
    waits_from: int = 0
    scheduled: bool = True


@dataclass(frozen=True, eq=False)
class Conditions:
    """What updates are made under: a checkpoint has none of it, the events up to there say it all.

    Attributes:
        architecture: The network, with the units that are silenced.
        trainable: 1 for each parameter that trains and 0 for each frozen one, as long as θ; ``None`` where all train.
        examples: The data.
    """

    architecture: Architecture
    trainable: Array | None
    examples: Examples


class Event:
    """Something that happens between two updates. A kind of event says all about itself, and is known nowhere else.

    Attributes:
        changes_answers: Whether the network answers otherwise from here on, or is asked something else: what an
            untrained one is worth is then what it is worth with the change.
    """

    changes_answers: ClassVar[bool] = True

    @property
    def about(self) -> Hashable | None:
        """What it gives another value; ``None`` where it does more than that.

        Of two events before the same update that are about the same thing, the later one stands for both. Events about
        different things do not depend on their order.
        """
        return None

    def check(self, widths: tuple[int, ...]) -> None:
        """Refuse what cannot happen to a network of these widths.

        Raises:
            PlaceError: Saying what is wrong.
        """

    def after(self, earlier: Event) -> Event:
        """One event that does what an earlier one, about the same thing, and this one do."""
        return self

    def overrides(self, earlier: Event) -> bool:
        """Whether nothing is left of the one just before it, before the same update."""
        return False

    def set_numbers(self, architecture: Architecture, theta: Numbers, rate: Numbers) -> None:
        """Write the parameters and the learning rate, in their place."""

    def conditions(self, before: Conditions) -> Conditions:
        """What updates are made under after it."""
        return before

    def status(self, before: Status) -> Status:
        """Whether the run may go on after it."""
        return before


@dataclass(frozen=True)
class SetLearningRate(Event):
    """From here on the learning rate is another one."""

    rate: float
    changes_answers = False

    @property
    def about(self) -> Hashable:
        return SetLearningRate

    def check(self, widths: tuple[int, ...]) -> None:
        if not (math.isfinite(self.rate) and self.rate > 0.0):
            raise PlaceError(
                said("Engine", "learning rate: expected a finite number > 0, got {rate:g}").format(rate=self.rate)
            )

    def set_numbers(self, architecture: Architecture, theta: Numbers, rate: Numbers) -> None:
        rate[...] = self.rate

    def status(self, before: Status) -> Status:
        return replace(before, scheduled=False)


@dataclass(frozen=True)
class SetParameter(Event):
    """One weight (``source`` is its input) or one bias (``source`` is ``None``) gets a value. Layers count from 1."""

    layer: int
    unit: int
    source: int | None
    value: float

    @property
    def about(self) -> Hashable:
        return SetParameter, self.layer, self.unit, self.source

    def check(self, widths: tuple[int, ...]) -> None:
        check_parameter(widths, self.layer, self.unit, self.source)
        if not math.isfinite(self.value):
            raise PlaceError(said("Engine", "expected a finite number, got {value:g}").format(value=self.value))

    def set_numbers(self, architecture: Architecture, theta: Numbers, rate: Numbers) -> None:
        block = architecture.blocks(theta)[self.layer - 1]
        block[-1 if self.source is None else self.source, self.unit] = self.value


@dataclass(frozen=True)
class SetFrozen(Event):
    """One weight, or one bias where ``source`` is ``None``, does not train from here on, or trains again."""

    layer: int
    unit: int
    source: int | None
    frozen: bool
    changes_answers = False

    @property
    def about(self) -> Hashable:
        return SetFrozen, self.layer, self.unit, self.source

    def check(self, widths: tuple[int, ...]) -> None:
        check_parameter(widths, self.layer, self.unit, self.source)

    def conditions(self, before: Conditions) -> Conditions:
        trainable, network = before.trainable, before.architecture
        return replace(
            before, trainable=with_frozen(trainable, network, self.layer, self.unit, self.source, self.frozen)
        )


@dataclass(frozen=True)
class SetSilenced(Event):
    """One hidden unit answers 0 from here on, or answers again."""

    layer: int
    unit: int
    silenced: bool

    @property
    def about(self) -> Hashable:
        return SetSilenced, self.layer, self.unit

    def check(self, widths: tuple[int, ...]) -> None:
        if len(widths) == 2:
            raise PlaceError(said("Engine", "only hidden units can be silenced, and this network has none"))
        if not 1 <= self.layer < len(widths) - 1:
            raise PlaceError(
                said(
                    "Engine", "only hidden units can be silenced: their layers count from 1 to {highest}, got {layer}"
                ).format(highest=len(widths) - 2, layer=self.layer)
            )
        check_parameter(widths, self.layer, self.unit, None)

    def conditions(self, before: Conditions) -> Conditions:
        return replace(before, architecture=before.architecture.with_silenced(self.layer, self.unit, self.silenced))


@dataclass(frozen=True)
class SetExample(Event):
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

    @property
    def about(self) -> Hashable:
        return SetExample, self.example

    def after(self, earlier: Event) -> Event:
        assert isinstance(earlier, SetExample), "it is about the same example"
        return replace(earlier, **{name: value for name, value in vars(self).items() if value is not None})

    def conditions(self, before: Conditions) -> Conditions:
        return replace(before, examples=before.examples.changed(self.example, self.raw, self.x, self.y, self.label))


@dataclass(frozen=True, eq=False)
class MoveParameters(Event):
    """All parameters are moved together, to another place of the landscape."""

    theta: Array

    def overrides(self, earlier: Event) -> bool:
        return isinstance(earlier, MoveParameters)

    def set_numbers(self, architecture: Architecture, theta: Numbers, rate: Numbers) -> None:
        theta[...] = self.theta


@dataclass(frozen=True, eq=False)
class SetParameters(Event):
    """All parameters get values: the best epoch's, put back."""

    theta: Array

    def set_numbers(self, architecture: Architecture, theta: Numbers, rate: Numbers) -> None:
        theta[...] = self.theta

    def status(self, before: Status) -> Status:
        return replace(before, stop=None) if before.stop is not None and before.stop.reason == "diverged" else before


AllParameters: TypeAlias = MoveParameters | SetParameters
"""The events that give all parameters values."""


@dataclass(frozen=True)
class Stopped(Event):
    """The run ended by itself."""

    reason: StopReason
    epoch: int
    message: str
    changes_answers = False

    def status(self, before: Status) -> Status:
        return replace(before, stop=self)


@dataclass(frozen=True)
class GoOn(Event):
    """The run goes on after a stop, up to another number of epochs; early stopping counts anew.

    Attributes:
        epoch: The one that had stopped, from which patience is counted again.
        epoch_limit: The epoch at which the run ends.
    """

    epoch: int
    epoch_limit: int
    changes_answers = False

    def status(self, before: Status) -> Status:
        return replace(before, stop=None, epoch_limit=self.epoch_limit, waits_from=self.epoch)


def check_parameter(widths: tuple[int, ...], layer: int, unit: int, source: int | None) -> None:
    """Refuse a weight, or a bias where ``source`` is ``None``, that a network of these widths does not have.

    Raises:
        PlaceError: Saying what is wrong.
    """
    if not 1 <= layer < len(widths):
        raise PlaceError(
            said("Engine", "layers count from 1 to {highest}, got {layer}").format(highest=len(widths) - 1, layer=layer)
        )
    check_counted(said("Engine", "units of layer {layer}").format(layer=layer), unit, widths[layer])
    if source is not None:
        check_counted(said("Engine", "inputs of layer {layer}").format(layer=layer), source, widths[layer - 1])
