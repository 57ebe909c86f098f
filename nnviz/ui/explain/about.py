"""What an explanation is about, in words: which parameter, which iteration, whose numbers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from nnviz.engine.training.network import Architecture
from nnviz.engine.training.phases import superscript
from nnviz.ui.formula.symbols import activation_symbol, unit_symbol, weight_symbol
from nnviz.ui.moment import Moment, Selection
from nnviz.ui.numbers import whole


def tr(text: str) -> str:
    """The text in the user's language."""
    return QCoreApplication.translate("Explain", text)


@dataclass(frozen=True)
class Names:
    """The symbols of one network's units and weights, with the layer's number where there are several such layers."""

    architecture: Architecture

    def unit(self, layer: int, unit: int) -> str:
        """What a unit hands on: ``x₁``, ``h₂``, ``h²₂`` where there is more than one hidden layer, ``ŷ``."""
        if 0 < layer < self.architecture.layers and self.architecture.layers > 2:
            return unit_symbol("h" + superscript(layer), unit)
        return activation_symbol(self.architecture, layer, unit)

    def target(self, unit: int) -> str:
        """What an output should be: ``y₁``; ``y`` where there is only one."""
        return "y" if self.architecture.widths[-1] == 1 else unit_symbol("y", unit)

    def pre_activation(self, layer: int, unit: int, letter: str = "z") -> str:
        """``z²₁``; ``z₁`` in a network of one layer."""
        return unit_symbol(letter + self._raised(layer), unit)

    def parameter(self, layer: int, unit: int, source: int | None) -> str:
        """``w²₁₁``, or ``b²₁`` where ``source`` is ``None``."""
        return weight_symbol("b" if source is None else "w", unit, source, layer if self._raised(layer) else None)

    def route(self, layer: int, units: tuple[int, ...]) -> str:
        """``h₁ → h₃ → ŷ``: the units that a path passes, from this layer on."""
        names = [activation_symbol(self.architecture, layer + place, unit) for place, unit in enumerate(units)]
        return " → ".join(names)

    def _raised(self, layer: int) -> str:
        return superscript(layer) if self.architecture.layers > 1 else ""


def parameter_of(selection: Selection | None) -> tuple[int, int, int | None] | None:
    """The weight or bias that a selection means, a unit's bias for a unit; ``None`` for nothing or for an input."""
    if selection is None or selection.layer < 1:
        return None
    return selection.layer, selection.unit, None if selection.bias else selection.source


def place(moment: Moment, long: bool = True) -> str:
    """The iteration, and whose numbers are meant: an example by its number in the data set; counts are from 1."""
    when = (tr("iteration {}") if long else tr("it {}")).format(whole(moment.record.iteration + 1))
    if moment.shown_example is None:
        count = whole(len(moment.record.examples))
        whose = (tr("mean of {} examples") if long else tr("mean of {}")).format(count)
    else:
        whose = (tr("example {}") if long else tr("ex {}")).format(whole(moment.shown_example + 1))
    return f"{when} · {whose}"
