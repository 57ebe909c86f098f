"""Which two of several columns say most of what is to be predicted: those that a plot of the examples shows first."""

from __future__ import annotations

import numpy as np

from nnviz.engine.types import Array

FEW_VALUES = 2
"""A column of so few different values puts the examples on two lines, and is taken only where others are wanting."""


def informative_pair(columns: Array, targets: Array) -> tuple[int, int]:
    """The columns, shape (examples, columns), from which the targets, shape (examples, outputs), are best fitted.

    The first by itself, the second beside the first: a linear fit's share of the spread (R², the sum over outputs) is
    as large as it gets. The two are given in the order of the columns.
    """
    spread = [len(np.unique(column)) > FEW_VALUES for column in columns.T]
    candidates = np.flatnonzero(spread) if sum(spread) >= 2 else np.arange(columns.shape[1])
    x, y = _scaled(columns[:, candidates]), _scaled(targets)
    first = int(np.argmax(((x.T @ y) ** 2).sum(axis=1)))
    # What the first leaves over, of the others and of the targets.
    line = x[:, first : first + 1]
    rest, left = _scaled(x - line * (line.T @ x), least=1e-9), y - line * (line.T @ y)
    gain = ((rest.T @ left) ** 2).sum(axis=1)
    gain[first] = -1.0
    second = int(np.argmax(gain))
    across, up = sorted((int(candidates[first]), int(candidates[second])))
    return across, up


def _scaled(columns: Array, least: float = 0.0) -> Array:
    """Columns of mean 0 and length 1; those that hardly change are 0 throughout."""
    centred = columns - columns.mean(axis=0)
    length = np.sqrt((centred**2).sum(axis=0))
    result: Array = np.where(length > least, centred / np.where(length > least, length, 1.0), 0.0)
    return result
