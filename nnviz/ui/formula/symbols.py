"""The names of units and weights in a line of text, ``h₁``, ``ŷ₂``, ``W²₁₃``, and the colours of letters."""

from types import MappingProxyType

from nnviz.engine.training.network import Architecture
from nnviz.engine.training.phases import superscript
from nnviz.ui.formula.coloured import Coloured, joined
from nnviz.ui.numbers import subscript

LETTER_ROLES = MappingProxyType(
    {
        "x": "forward",
        "z": "forward",
        "h": "forward",
        "ŷ": "forward",
        "y": "loss",
        "L": "loss",
        "δ": "backward",
        "∇": "backward",
        "g": "backward",
        "W": "update",
        "b": "update",
    }
)
"""The role of a letter on the left side of a line, where a W or b is what an update makes of it."""


def coloured_symbol(symbol: str) -> Coloured:
    """A symbol, or a few, in the colours of their letters."""
    return joined(" ", (Coloured.of(each, LETTER_ROLES.get(each[:1], "text")) for each in symbol.split(" ")))


def unit_symbol(letter: str, unit: int) -> str:
    """A letter with a unit's number, which counts from 1 on screen."""
    return letter + subscript(unit + 1)


def activation_symbol(architecture: Architecture, layer: int, unit: int) -> str:
    """What a unit hands on: ``x₁`` for inputs, ``h₁`` in hidden layers, ``ŷ₁`` at the output, ``ŷ`` if it is alone."""
    if layer == architecture.layers:
        return "ŷ" if architecture.widths[-1] == 1 else unit_symbol("ŷ", unit)
    return unit_symbol("x" if layer == 0 else "h", unit)


def weight_symbol(letter: str, unit: int, source: int | None, layer: int | None = None) -> str:
    """A weight by where it leads to and where it comes from, or a bias (``source`` is ``None``)."""
    raised = "" if layer is None else superscript(layer)
    if source is None:
        return letter + raised + subscript(unit + 1)
    comma = "," if unit + 1 > 9 or source + 1 > 9 else ""
    return letter + raised + subscript(unit + 1) + comma + subscript(source + 1)
