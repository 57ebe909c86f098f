"""What inputs and outputs stand for: the columns of the data and its classes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.engine.data.datasets import counted_columns
from nnviz.engine.data.examples import Examples
from nnviz.engine.types import Array
from nnviz.ui.names.translation import translate


@dataclass(frozen=True)
class UnitNames:
    """Names of the input units and of the output units; none where they have none, or only numbers.

    Attributes:
        classes: One for each output unit, where each stands for a class.
    """

    inputs: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()

    @classmethod
    def of_examples(cls, examples: Examples) -> UnitNames:
        """The names that examples bring with them."""
        inputs = examples.input_names
        several = examples.y.shape[1] > 1 and len(examples.class_names) == examples.y.shape[1]
        return cls(inputs if inputs != counted_columns(len(inputs)) else (), examples.class_names if several else ())

    def of(self, layer: int, unit: int, last: int) -> str:
        """What a unit stands for; empty for hidden units, and where nothing is known."""
        if layer == 0:
            return self.inputs[unit] if unit < len(self.inputs) else ""
        if layer < last or unit >= len(self.classes):
            return ""
        return translate("Diagram", "class {name}").format(name=self.classes[unit])

    def true_class(self, targets: Array) -> tuple[int, str] | None:
        """The output unit of the class that an example has, and the class's name; ``None`` where units have none."""
        if len(targets) != len(self.classes):
            return None
        unit = int(np.argmax(targets))
        return unit, self.classes[unit]


NO_NAMES = UnitNames()
