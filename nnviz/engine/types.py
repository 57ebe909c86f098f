"""The array types that the engine's signatures speak of."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[np.float64]
"""Numbers that are shown: always float64."""

Numbers: TypeAlias = npt.NDArray[Any]
"""Floating-point numbers of either precision: float64 for what is shown, float32 for maps."""

Indices: TypeAlias = npt.NDArray[np.int64]

LARGEST_NUMBER = 1e100
"""The largest that data and settings may be: squares of larger ones are near the end of what numbers can hold."""


def frozen(array: Array) -> Array:
    """The same array, closed for writing."""
    array.flags.writeable = False
    return array
