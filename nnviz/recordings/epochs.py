"""Epochs that a loop made, as far as its batches tell."""

from __future__ import annotations

import numpy as np

from nnviz.engine.types import Indices

MOST_ROWS = 2_000_000
"""Of the batches that are looked at: what goes on for so long goes on."""


def steps_per_epoch(examples: Indices, starts: Indices) -> int:
    """How many steps make an epoch: until an example comes again, if none comes twice in any so many steps.

    Where that is never, or not so, no epochs can be made out, and each step counts as one.

    Args:
        examples: Which example each row of each batch is, one batch after the other.
        starts: Where the rows of each step begin, and last where they end.
    """
    steps = len(starts) - 1
    # Sorted, and not as a set: that is several times as fast where there are many.
    order = np.argsort(examples, kind="stable")
    again = np.zeros(len(examples), dtype=bool)
    again[order[1:]] = examples[order[1:]] == examples[order[:-1]]
    if not again.any():
        return 1
    length = int(np.searchsorted(starts, int(np.argmax(again)), side="right")) - 1
    if length < 1:
        return 1
    epoch = np.repeat(np.arange(steps) // length, np.diff(starts))
    in_epoch = np.sort(epoch * (int(examples.max()) + 1) + examples)
    return length if bool(np.diff(in_epoch).all()) else 1
