"""What inputs and outputs stand for: the columns of the data and its classes."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from nnviz.engine.data.datasets import counted_columns
from nnviz.engine.data.examples import Examples
from nnviz.engine.settings import Data
from nnviz.engine.types import Array
from nnviz.ui.names.translation import translate

UNITS_OF_MEASURE = frozenset({"mm", "cm", "m", "km", "mg", "g", "kg", "ml", "l", "ms", "s", "min", "h"})
"""At the end of a column's name they say how it was measured, and not what it is."""

PIXEL = re.compile(r"pixel_(\d+)_(\d+)")
"""The name of a pixel's column, counted from 0."""


@dataclass(frozen=True)
class UnitNames:
    """Names of the input units and of the output units; none where they have none, or only numbers.

    Attributes:
        inputs: One for each input unit.
        classes: One for each class. The output units stand for them one by one; a single one stands for the second.
        outputs: How many output units there are.
    """

    inputs: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    outputs: int = 1

    @classmethod
    def of_examples(cls, examples: Examples) -> UnitNames:
        """The names that examples bring with them."""
        names, outputs = examples.input_names, examples.y.shape[1]
        inputs = () if names == counted_columns(len(names)) else tuple(map(column_in_words, names))
        classes = examples.class_names if len(examples.class_names) in (outputs, 2) else ()
        return cls(inputs, classes, outputs)

    def of(self, layer: int, unit: int, last: int) -> str:
        """What a unit stands for; empty for hidden units, and where nothing is known."""
        if layer == 0:
            return self.inputs[unit] if unit < len(self.inputs) else ""
        return class_in_words(self._class_of(unit)) if layer == last else ""

    def brief(self, layer: int, unit: int, last: int) -> str:
        """The same in the fewest letters: a class that is only a number is that number."""
        return self._class_of(unit) if layer == last else self.of(layer, unit, last)

    def _class_of(self, unit: int) -> str:
        """The name of the class that an output unit stands for."""
        place = unit + (self.outputs < len(self.classes))
        return self.classes[place] if place < len(self.classes) else ""

    def beside(self, symbol: str, layer: int, unit: int, last: int) -> str:
        """A unit's symbol, and what it stands for: ``x₁ bill length``, ``ŷ₂ Adelie``; ``h₁`` alone."""
        return f"{symbol} {self.of(layer, unit, last)}".rstrip()

    def target(self, targets: Array) -> str:
        """The class that the targets of an example, shape (outputs,), mean; empty where they mean none, as means do."""
        yes = np.flatnonzero(targets == 1.0)
        if len(targets) == len(self.classes):
            return class_in_words(self.classes[int(yes[0])]) if len(yes) == 1 else ""
        return class_in_words(self.classes[len(yes)]) if self.classes and targets[0] in (-1.0, 0.0, 1.0) else ""


NO_NAMES = UnitNames()


def class_in_words(name: str) -> str:
    """A class by its name: ``Adelie``; ``class 4`` where that is only a number."""
    return translate("Names", "class {name}").format(name=name) if name.isdecimal() else name


def target_in_words(data: Data, most: int | None = None) -> str:
    """The number to predict by its column's name: ``price``; ``y`` where it has none, or one longer than ``most``."""
    targets = (data.target,) if isinstance(data.target, str) else data.target or ()
    name = ", ".join(map(column_in_words, targets))
    return name if name and (most is None or len(name) <= most) else "y"


def column_in_words(name: str) -> str:
    """A column of the data by its name: ``bill length`` for ``bill_length_mm``; a formula as it is written.

    Pixels are counted from 1, as everything on screen: row, then column.
    """
    pixel = PIXEL.fullmatch(name)
    if pixel is not None:
        row, across = (int(place) + 1 for place in pixel.groups())
        return translate("Names", "pixel {row}, {column}").format(row=row, column=across)
    column, equals, category = name.partition("=")
    if not column.isidentifier():
        return name
    words = column.split("_")
    if len(words) > 1 and words[-1] in UNITS_OF_MEASURE:
        words.pop()
    return (" ".join(words).strip() or column) + equals + category
