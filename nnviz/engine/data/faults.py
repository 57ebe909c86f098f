"""What can be wrong with data, done on purpose: each fault a pure function, and a row of ``FAULTS``."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from nnviz.engine.data.datasets import DATASETS
from nnviz.engine.settings import Data, Region
from nnviz.engine.types import Array, Indices

Flags = npt.NDArray[np.bool_]


FAULTS: MappingProxyType[str, Callable[[Data], bool]] = MappingProxyType(
    {
        "label_noise": lambda data: data.label_noise > 0.0,
        "mislabelled": lambda data: data.faults.mislabelled is not None,
        "scaled_input": lambda data: data.faults.scaled_input is not None,
        "not_standardized": lambda data: not data.standardize and not _meant_as_they_are(data),
        "unstandardized_test": lambda data: data.faults.unstandardized_test,
        "sorted_split": lambda data: data.faults.sorted_split,
        "leaked_duplicates": lambda data: data.faults.leaked_duplicates > 0.0,
    }
)
"""The faults, by name, and whether data has them switched on."""


def _meant_as_they_are(data: Data) -> bool:
    """Whether the very numbers are the point: examples that stand in the experiment itself, or a handful of points."""
    row = DATASETS.get(data.source or "")
    return data.x is not None or (row is not None and row.fixed)


def faults_of(data: Data) -> tuple[str, ...]:
    """The names of the faults that are on."""
    return tuple(name for name, is_on in FAULTS.items() if is_on(data))


def flipped(labels: Indices, share: float, classes: int, generator: np.random.Generator) -> Indices:
    """Labels, a share of them replaced by another class; a larger share keeps what a smaller one replaced."""
    order = generator.permutation(len(labels))
    shifts = generator.integers(1, classes, len(labels))
    chosen = order[: round(share * len(labels))]
    result = labels.copy()
    result[chosen] = (labels[chosen] + shifts[chosen]) % classes
    return result


def inside(raw: Array, region: Region) -> Flags:
    """Which examples are in a region, its border included.

    Args:
        raw: The raw inputs, shape (examples, columns).
        region: With as many numbers in its centre as there are columns.
    """
    flags: Flags = np.linalg.norm(raw - np.array(region.centre), axis=1) <= region.radius
    return flags


def mislabelled(carried: Indices, labels: Indices, where: Flags, classes: int) -> Indices:
    """The labels that examples carry, but for the examples in a region the next class after their true one.

    Args:
        carried: The labels elsewhere.
        labels: The true ones.
        where: Which examples are in the region.
        classes: After the last one comes the first.
    """
    return np.where(where, (labels + 1) % classes, carried)


def scaled(raw: Array, column: int, scale: float) -> Array:
    """Raw inputs, one column of them in another unit."""
    result = raw.copy()
    result[:, column] *= scale
    return result


def sorted_order(values: Array | Indices) -> Indices:
    """The examples in the order of their labels or targets; equal ones stay in the order in which they come."""
    return np.argsort(values, kind="stable")


def leaked(train: Indices, held_out: Indices, share: float, generator: np.random.Generator) -> tuple[Indices, Indices]:
    """Which held-out examples are to be copies, and of which training examples.

    A larger share keeps the copies that a smaller one made.
    """
    order = generator.permutation(len(held_out))
    sources = train[generator.integers(0, len(train), len(held_out))]
    count = round(share * len(held_out))
    return held_out[order[:count]], sources[:count]
