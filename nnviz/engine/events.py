"""What a user changes in the middle of a run. Events are kept, so that replaying a run repeats them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from nnviz.engine.types import Array


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


@dataclass(frozen=True, eq=False)
class SetParameters:
    """All parameters get values: the best epoch's, put back."""

    theta: Array


Event: TypeAlias = SetLearningRate | SetParameter | SetParameters
