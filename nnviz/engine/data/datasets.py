"""The built-in data sets. Adding one is adding a row to ``DATASETS``.

Each gives clean examples; noise is added afterwards, by ``nnviz.engine.data.examples``, the same way for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from nnviz.engine.data import makers, shipped
from nnviz.engine.data.makers import Maker

Task = Literal["binary", "multiclass", "regression"]


@dataclass(frozen=True)
class DataSet:
    """A built-in data set.

    Attributes:
        make: ``make(generator, examples)`` gives x of shape (examples, inputs) and y, labels or targets, (examples, 1).
        columns: The names of the inputs.
        class_names: The names of the classes, in the order of their labels; none in a regression.
        examples: How many it has when the experiment does not say.
        most: How many there are to take from; ``None`` where any number can be made.
        fixed: Whether that number cannot be changed.
    """

    name: str
    title: str
    make: Maker
    columns: tuple[str, ...]
    task: Task
    class_names: tuple[str, ...] = ()
    examples: int = 200
    most: int | None = None
    fixed: bool = False

    @property
    def inputs(self) -> int:
        """How many inputs it has."""
        return len(self.columns)

    @property
    def classes(self) -> int:
        """How many classes it has; 0 in a regression."""
        return len(self.class_names)


def counted_names(classes: int) -> tuple[str, ...]:
    """What classes are called where they have no names: "0", "1" and so on."""
    return tuple(map(str, range(classes)))


def counted_columns(inputs: int) -> tuple[str, ...]:
    """What inputs are called where they have no names: "x1", "x2" and so on."""
    return tuple(f"x{place}" for place in range(1, inputs + 1))


ONE, TWO = counted_columns(1), counted_columns(2)
BINARY, THREE, TEN = counted_names(2), counted_names(3), counted_names(10)

DATASETS = MappingProxyType(
    {
        row.name: row
        for row in (
            DataSet("xor4", "Four points", makers.xor4, TWO, "binary", BINARY, examples=4, fixed=True),
            DataSet("xor", "XOR", makers.xor, TWO, "binary", BINARY),
            DataSet("circle", "Circle", makers.circle, TWO, "binary", BINARY),
            DataSet("spiral", "Spiral", makers.spiral, TWO, "binary", BINARY),
            DataSet("moons", "Moons", makers.moons, TWO, "binary", BINARY),
            DataSet("gaussians", "Gaussians", makers.gaussians, TWO, "binary", BINARY),
            DataSet("blobs3", "Three clouds", makers.blobs3, TWO, "multiclass", THREE),
            DataSet("spiral3", "Three arms", makers.spiral3, TWO, "multiclass", THREE),
            DataSet("sine", "Sine", makers.sine, ONE, "regression"),
            DataSet("sawtooth", "Sawtooth", makers.sawtooth, ONE, "regression"),
            DataSet("plane", "Plane", makers.plane, TWO, "regression"),
            DataSet("bumps", "Bumps", makers.bumps, TWO, "regression"),
            DataSet(
                "digits",
                "Digits",
                shipped.taken(shipped.digits),
                shipped.DIGITS,
                "multiclass",
                TEN,
                examples=1797,
                most=1797,
            ),
            DataSet(
                "penguins",
                "Penguins",
                shipped.taken(shipped.penguins),
                shipped.PENGUINS,
                "multiclass",
                shipped.SPECIES,
                examples=333,
                most=333,
            ),
            DataSet(
                "diabetes",
                "Diabetes",
                shipped.taken(shipped.diabetes),
                shipped.DIABETES,
                "regression",
                examples=442,
                most=442,
            ),
        )
    }
)
"""The built-in data sets, by name."""
