"""A sum with many terms as a few of them, the largest, and the rest as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnviz.engine.types import Array
from nnviz.ui.formula.written import Written, number
from nnviz.ui.numbers import NumberStyle


def largest_places(values: Array, most: int) -> tuple[int, ...]:
    """The places of the largest values by magnitude, in their order."""
    if len(values) <= most:
        return tuple(range(len(values)))
    largest = np.argsort(-np.abs(values), kind="stable")[:most]
    return tuple(int(place) for place in np.sort(largest))


def summands(
    values: Array, write: Callable[[int], Written], most: int, style: NumberStyle
) -> tuple[list[Written], tuple[float, ...]]:
    """The largest terms, each written out, and the others as ``(12 more: 0.034)``.

    ``values`` has every term's value, shape (terms,); ``write`` writes the term at a place out; ``most`` is how many
    are. Returns the pieces, and the value of each with all its digits.
    """
    places = largest_places(values, most)
    pieces = [write(place) for place in places]
    terms = [float(values[place]) for place in places]
    left = len(values) - len(places)
    if left:
        rest = float(np.delete(values, places).sum())
        written_rest = number(rest, style, plus=True)
        text = QCoreApplication.translate("PhaseNumbers", "({0} more: {1})").format(left, written_rest.text)
        pieces.append(Written(text, written_rest.shown, rest))
        terms.append(rest)
    return pieces, tuple(terms)


def listed(values: Sequence[float], most: int, style: NumberStyle) -> str:
    """Numbers in a row, the first few of them: ``(0.05, 0.10)``; a single one stands alone."""
    texts = [number(value, style).text for value in values[:most]]
    if len(values) > most:
        texts.append("…")
    return texts[0] if len(values) == 1 else f"({', '.join(texts)})"
