"""Numbers as JSON can hold them, so that they read back to the same bits.

JSON has no infinities and no nan: they are written as the texts ``"Infinity"``, ``"-Infinity"`` and ``"NaN"``, which
Python's ``float()`` and JavaScript's ``Number()`` read.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from nnviz.engine.types import Array


def plain_number(number: float) -> float | str:
    """A number, or the text that stands for one that is not finite."""
    if math.isfinite(number):
        return float(number)
    return "NaN" if math.isnan(number) else "Infinity" if number > 0 else "-Infinity"


def plain_list(numbers: Array) -> list[Any]:
    """An array as nested lists of plain numbers."""
    if np.isfinite(numbers).all():
        plain: list[Any] = numbers.tolist()
        return plain
    return [plain_list(inner) if inner.ndim else plain_number(float(inner)) for inner in numbers]
