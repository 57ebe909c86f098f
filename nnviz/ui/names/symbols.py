"""The names of units and weights in a line of text, ``h₁``, ``ŷ₂``, ``w²₁₃``, and the colours of letters."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from nnviz.engine.networks.network import Architecture
from nnviz.ui.look.numbers import subscript, superscript
from nnviz.ui.names.coloured import Coloured, joined

LETTER_ROLES = MappingProxyType(
    {
        "x": "forward",
        "z": "forward",
        "h": "forward",
        "ŷ": "forward",
        "y": "loss",
        "L": "loss",
        "δ": "backward",
        "∂": "backward",
        "g": "backward",
        "w": "update",
        "b": "update",
    }
)
"""The role of a letter on the left side of a line, where a parameter is what an update makes of it."""

ANY_WEIGHT = "w"
"""Without an index, as in ``Σ w δ``: no update is meant."""


INDEX_COMMA = "‚"
"""Between two indices of which one has two digits; it stands as low as they do."""


def coloured_symbol(symbol: str) -> Coloured:
    """A symbol, or a few, in the colours of their letters."""
    return joined(" ", (Coloured.of(each, _role(each)) for each in symbol.split(" ")))


def _role(symbol: str) -> str:
    return "text" if symbol == ANY_WEIGHT else LETTER_ROLES.get(symbol[:1], "text")


def unit_symbol(letter: str, unit: int) -> str:
    """A letter with a unit's number, which counts from 1 on screen."""
    return letter + subscript(unit + 1)


@dataclass(frozen=True)
class Names:
    """The symbols of one network's units and weights, with the layer's number where there are several such layers."""

    architecture: Architecture

    def unit(self, layer: int, unit: int) -> str:
        """What a unit hands on: ``x₁``, ``h₂``, ``h²₂`` where there is more than one hidden layer, ``ŷ``."""
        if layer == 0:
            return unit_symbol("x", unit)
        if layer == self.architecture.layers:
            return "ŷ" if self.architecture.widths[-1] == 1 else unit_symbol("ŷ", unit)
        return unit_symbol("h" + (superscript(layer) if self.architecture.layers > 2 else ""), unit)

    def target(self, unit: int) -> str:
        """What an output should be: ``y₁``; ``y`` where there is only one."""
        return "y" if self.architecture.widths[-1] == 1 else unit_symbol("y", unit)

    def pre_activation(self, layer: int, unit: int, letter: str = "z") -> str:
        """``z²₁``; ``z₁`` in a network of one layer."""
        return unit_symbol(letter + self._raised(layer), unit)

    def error_signal(self, layer: int, unit: int) -> str:
        """``δ²₁``; ``δ₁`` in a network of one layer."""
        return self.pre_activation(layer, unit, "δ")

    def parameter(self, layer: int, unit: int, source: int | None) -> str:
        """A weight by where it leads to and comes from, ``w²₁₁``, or a bias, ``b²₁``: ``source`` is ``None``."""
        target = unit_symbol(("b" if source is None else "w") + self._raised(layer), unit)
        if source is None:
            return target
        return target + (INDEX_COMMA if max(unit, source) > 8 else "") + subscript(source + 1)

    def gradient(self, layer: int, unit: int, source: int | None) -> str:
        """``∂L/∂w²₁₁``: one element of the matrix ``∇W``, or of ``∇b``."""
        return f"∂L/∂{self.parameter(layer, unit, source)}"

    def route(self, layer: int, units: tuple[int, ...]) -> str:
        """``h¹₁ → h²₃ → ŷ``: the units that a path passes, from this layer on."""
        return " → ".join(self.unit(layer + place, unit) for place, unit in enumerate(units))

    def _raised(self, layer: int) -> str:
        return superscript(layer) if self.architecture.layers > 1 else ""
