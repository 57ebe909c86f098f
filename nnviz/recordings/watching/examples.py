"""The examples of a loop: each of them once, and which of them the rows of a batch are."""

from __future__ import annotations

import numpy as np

from nnviz.engine.types import Numbers
from nnviz.recordings.layout import MOST_EXAMPLE_NUMBERS, MOST_EXAMPLES

CLOSE = 1e-5
"""Targets that differ by less, in a unit of their own size, are the same, where they come from a difference."""


class ExamplesSeen:
    """Numbers each pair of inputs and targets when it is first seen.

    Attributes:
        count: How many there are.
    """

    def __init__(self) -> None:
        self._places: dict[bytes, int] = {}
        self._targets: list[Numbers] = []
        self.count = 0

    def places_of(self, x: Numbers, y: Numbers) -> tuple[list[int], list[int]]:
        """Which examples the rows of a batch are, and which of its rows show one for the first time."""
        places, first = [], []
        for row in range(len(x)):
            key = x[row].tobytes()
            known = self._places.get(key)
            if known is not None and not _same(self._targets[known], y[row]):
                # The same inputs with another target are another example.
                key += y[row].tobytes()
                known = self._places.get(key)
            if known is None:
                known = self._places[key] = self.count
                self._targets.append(y[row].copy())
                self.count += 1
                first.append(row)
            places.append(known)
        return places, first

    def has_room(self, x: Numbers, y: Numbers) -> bool:
        """Whether a batch may be all new."""
        count = self.count + len(x)
        return count <= MOST_EXAMPLES and count * (x.shape[1] + y.shape[1]) <= MOST_EXAMPLE_NUMBERS


def _same(one: Numbers, other: Numbers) -> bool:
    return one.tobytes() == other.tobytes() or bool(np.allclose(one, other, rtol=CLOSE, atol=CLOSE))
