"""How the synthetic data sets are drawn: each maker gives clean examples, to which noise is added afterwards.

A maker takes a generator and how many examples are wanted, and gives x of shape (examples, inputs) and y of shape
(examples, 1): labels from 0, or targets.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from nnviz.engine.types import Array

Maker: TypeAlias = "Callable[[np.random.Generator, int], tuple[Array, Array]]"

BUMPS = ((-0.5, -0.45, 1.0), (0.5, 0.5, 1.0), (-0.45, 0.5, -1.0), (0.5, -0.4, -0.8), (0.0, 0.05, 0.4))
"""Where the hills and valleys of ``bumps`` are, and how high."""
BUMP_WIDTH = 0.25
"""Their standard deviation."""
FOLDS = 3
"""How often ``sawtooth`` folds its input: each fold doubles the number of pieces."""


def xor4(generator: np.random.Generator, examples: int) -> tuple[Array, Array]:
    """The four corners of the unit square."""
    x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    return x, np.array([[0.0], [1.0], [1.0], [0.0]])


def xor(generator: np.random.Generator, examples: int) -> tuple[Array, Array]:
    """Four squares, the opposite ones of one class."""
    # A small gap along the axes keeps the four clouds apart.
    x = generator.uniform(0.08, 1.0, (examples, 2)) * generator.choice([-1.0, 1.0], (examples, 2))
    return x, (x[:, :1] * x[:, 1:] < 0).astype(np.float64)


def circle(generator: np.random.Generator, examples: int) -> tuple[Array, Array]:
    """A disc, and a ring around it."""
    y = _labels(examples, 2)
    inner = y[:, 0] == 1.0
    # The square root spreads points evenly over the area.
    radius = np.sqrt(np.where(inner, generator.uniform(0.0, 0.25, examples), generator.uniform(0.49, 1.0, examples)))
    angle = generator.uniform(0.0, 2.0 * np.pi, examples)
    return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)]), y


def spiral(generator: np.random.Generator, examples: int) -> tuple[Array, Array]:
    """Two arms, one and three quarter turns each."""
    return _arms(generator, examples, arms=2, turns=1.75)


def spiral3(generator: np.random.Generator, examples: int) -> tuple[Array, Array]:
    """Three arms, three quarters of a turn each."""
    return _arms(generator, examples, arms=3, turns=0.75)


def moons(generator: np.random.Generator, examples: int) -> tuple[Array, Array]:
    """Two half circles, each around the end of the other."""
    y = _labels(examples, 2)
    angle = generator.uniform(0.0, np.pi, examples)
    upper = y[:, 0] == 0.0
    x1 = np.where(upper, np.cos(angle), 1.0 - np.cos(angle))
    x2 = np.where(upper, np.sin(angle), 0.5 - np.sin(angle))
    return np.column_stack([x1 - 0.5, x2 - 0.25]), y


def gaussians(generator: np.random.Generator, examples: int) -> tuple[Array, Array]:
    """Two clouds."""
    y = _labels(examples, 2)
    return generator.normal(0.0, 0.35, (examples, 2)) + (2.0 * y - 1.0) * 0.6, y


def blobs3(generator: np.random.Generator, examples: int) -> tuple[Array, Array]:
    """Three clouds at the corners of a triangle."""
    y = _labels(examples, 3)
    angle = 2.0 * np.pi * (y / 3.0 + 0.25)
    return generator.normal(0.0, 0.25, (examples, 2)) + 0.75 * np.hstack([np.cos(angle), np.sin(angle)]), y


def sine(generator: np.random.Generator, examples: int) -> tuple[Array, Array]:
    """One period of the sine."""
    x = np.sort(generator.uniform(-np.pi, np.pi, (examples, 1)), axis=0)
    return x, np.sin(x)


def sawtooth(generator: np.random.Generator, examples: int) -> tuple[Array, Array]:
    """Eight straight pieces, up and down between 0 and 1 over inputs from 0 to 1.

    ``fold(x) = 1 − |1 − 2x|``, applied three times. In ReLUs, ``fold(x) = 2 relu(x) − 4 relu(x − ½)``: two units a
    fold, and exactly so, as every number here is a multiple of a power of two.
    """
    x = np.sort(generator.uniform(0.0, 1.0, (examples, 1)), axis=0)
    y = x
    for _ in range(FOLDS):
        y = 1.0 - np.abs(1.0 - 2.0 * y)
    return x, y


def plane(generator: np.random.Generator, examples: int) -> tuple[Array, Array]:
    """A tilted plane over the square from −1 to 1, with values from −1 to 1."""
    x = generator.uniform(-1.0, 1.0, (examples, 2))
    return x, 0.3 * x[:, :1] + 0.7 * x[:, 1:]


def bumps(generator: np.random.Generator, examples: int) -> tuple[Array, Array]:
    """Hills and valleys over the square from −1 to 1, each a Gaussian."""
    x = generator.uniform(-1.0, 1.0, (examples, 2))
    y = np.zeros((examples, 1))
    for x1, x2, height in BUMPS:
        distance = (x[:, :1] - x1) ** 2 + (x[:, 1:] - x2) ** 2
        y += height * np.exp(-distance / (2.0 * BUMP_WIDTH**2))
    return x, y


def _labels(examples: int, classes: int) -> Array:
    """Labels, as equal in number as can be: shape (examples, 1)."""
    return (np.arange(examples) % classes).astype(np.float64)[:, None]


def _arms(generator: np.random.Generator, examples: int, arms: int, turns: float) -> tuple[Array, Array]:
    """An arm for each class, from near the middle outwards."""
    y = _labels(examples, arms)
    along = generator.uniform(0.05, 1.0, examples)
    angle = turns * 2.0 * np.pi * along + 2.0 * np.pi / arms * y[:, 0]
    return np.column_stack([along * np.sin(angle), along * np.cos(angle)]), y
