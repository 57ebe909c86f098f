"""The array types that the engine's signatures speak of."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[np.float64]
"""Numbers that are shown: always float64."""

Indices: TypeAlias = npt.NDArray[np.int64]


def frozen(array: Array) -> Array:
    """The same array, closed for writing."""
    array.flags.writeable = False
    return array
