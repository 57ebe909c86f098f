"""The built-in data sets. Adding one is adding a row to ``DATASETS``.

Each maker draws clean examples; noise is added afterwards, by ``nnviz.engine.data``, the same way for all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import numpy as np

from nnviz.engine.types import Array

Task = Literal["binary", "multiclass", "regression"]
Maker = Callable[[np.random.Generator, int], tuple[Array, Array]]
"""``make(generator, examples)`` gives x of shape (examples, inputs) and y: labels from 0, or targets, (examples, 1)."""


@dataclass(frozen=True)
class DataSet:
    """A built-in data set.

    Attributes:
        examples: How many it has when the experiment does not say.
        fixed: Whether that number cannot be changed.
    """

    name: str
    title: str
    make: Maker
    inputs: int
    task: Task
    classes: int
    examples: int = 200
    fixed: bool = False


def _halves(examples: int) -> Array:
    """Labels, as equal in number as can be: shape (examples, 1)."""
    return (np.arange(examples) % 2).astype(np.float64)[:, None]


def _xor4(generator: np.random.Generator, examples: int) -> tuple[Array, Array]:
    x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    return x, np.array([[0.0], [1.0], [1.0], [0.0]])


def _xor(generator: np.random.Generator, examples: int) -> tuple[Array, Array]:
    # A small gap along the axes keeps the four clouds apart.
    x = generator.uniform(0.08, 1.0, (examples, 2)) * generator.choice([-1.0, 1.0], (examples, 2))
    return x, (x[:, :1] * x[:, 1:] < 0).astype(np.float64)


def _circle(generator: np.random.Generator, examples: int) -> tuple[Array, Array]:
    y = _halves(examples)
    inner = y[:, 0] == 1.0
    # The square root spreads points evenly over the area.
    radius = np.sqrt(np.where(inner, generator.uniform(0.0, 0.25, examples), generator.uniform(0.49, 1.0, examples)))
    angle = generator.uniform(0.0, 2.0 * np.pi, examples)
    return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)]), y


def _spiral(generator: np.random.Generator, examples: int) -> tuple[Array, Array]:
    y = _halves(examples)
    along = generator.uniform(0.05, 1.0, examples)
    angle = 1.75 * 2.0 * np.pi * along + np.pi * y[:, 0]
    return np.column_stack([along * np.sin(angle), along * np.cos(angle)]), y


def _moons(generator: np.random.Generator, examples: int) -> tuple[Array, Array]:
    y = _halves(examples)
    angle = generator.uniform(0.0, np.pi, examples)
    upper = y[:, 0] == 0.0
    x1 = np.where(upper, np.cos(angle), 1.0 - np.cos(angle))
    x2 = np.where(upper, np.sin(angle), 0.5 - np.sin(angle))
    return np.column_stack([x1 - 0.5, x2 - 0.25]), y


def _gaussians(generator: np.random.Generator, examples: int) -> tuple[Array, Array]:
    y = _halves(examples)
    return generator.normal(0.0, 0.35, (examples, 2)) + (2.0 * y - 1.0) * 0.6, y


def _sine(generator: np.random.Generator, examples: int) -> tuple[Array, Array]:
    x = np.sort(generator.uniform(-np.pi, np.pi, (examples, 1)), axis=0)
    return x, np.sin(x)


DATASETS = MappingProxyType(
    {
        row.name: row
        for row in (
            DataSet("xor4", "XOR, four points", _xor4, 2, "binary", 2, examples=4, fixed=True),
            DataSet("xor", "XOR", _xor, 2, "binary", 2),
            DataSet("circle", "Circle", _circle, 2, "binary", 2),
            DataSet("spiral", "Spiral", _spiral, 2, "binary", 2),
            DataSet("moons", "Moons", _moons, 2, "binary", 2),
            DataSet("gaussians", "Gaussians", _gaussians, 2, "binary", 2),
            DataSet("sine", "Sine", _sine, 1, "regression", 1),
        )
    }
)
"""The built-in data sets, by name."""
