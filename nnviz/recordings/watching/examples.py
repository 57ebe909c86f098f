"""The examples of a loop: each of them once, and which of them the rows of a batch are."""

from __future__ import annotations

import numpy as np

from nnviz.engine.experiments.checks import MOST_NUMBERS
from nnviz.engine.kernel.arena import Arena
from nnviz.engine.types import Numbers
from nnviz.recordings.layout import most_examples

CLOSE = 1e-5
"""Targets that differ by less, in a unit of their own size, are the same, where they come from a difference."""


class ExamplesSeen:
    """Numbers each pair of inputs and targets when it is first seen.

    Args:
        widths: Of the network: inputs, hidden units, outputs.

    Attributes:
        count: How many there are.
        most: How many an experiment of this network can have.
    """

    def __init__(self, widths: tuple[int, ...]) -> None:
        self.most = min(most_examples(widths), MOST_NUMBERS // Arena.size(widths, 1))
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

    def has_room(self, batch: int) -> bool:
        """Whether a batch may be all new."""
        return self.count + batch <= self.most


def _same(one: Numbers, other: Numbers) -> bool:
    return one.tobytes() == other.tobytes() or bool(np.allclose(one, other, rtol=CLOSE, atol=CLOSE))
