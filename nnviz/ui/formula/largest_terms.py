"""A sum with many terms as a few of them, and the rest as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnviz.engine.analysis.running_sum import exact_sum
from nnviz.engine.types import Array
from nnviz.ui.formula.coloured import Coloured
from nnviz.ui.formula.written import Written, number, total
from nnviz.ui.numbers import NumberStyle

translate = QCoreApplication.translate


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
    are; where none is, the whole sum is one number. Returns the pieces, and the value of each with all its digits.
    """
    if most == 0:
        whole = float(values.sum())
        return [number(whole, style, plus=True)], (whole,)
    places = largest_places(values, most)
    pieces = [write(place) for place in places]
    terms = [float(values[place]) for place in places]
    left = len(values) - len(places)
    if left:
        rest = float(np.delete(values, places).sum())
        pieces.append(_together(translate("PhaseNumbers", "({0} more: {1})"), left, rest, style))
        terms.append(rest)
    return pieces, tuple(terms)


def latest(
    values: Sequence[float], write: Callable[[int], Written], most: int, style: NumberStyle, *, complete: bool
) -> tuple[Written, tuple[float, ...]]:
    """The terms that have been added last, the very last one emphasised, after the sum of those before.

    ``(first 38: +0.120) + 0.310 × 0.060 + …``; where only one is written out, ``+0.120 + 0.310 × 0.060``: the sum so
    far, and what is added to it. The dots are there unless the sum is ``complete``.
    """
    start = max(0, len(values) - most)
    pieces = [write(place) for place in range(start, len(values))]
    terms = list(values[start:])
    pieces[-1] = pieces[-1].emphasised()
    if start:
        before = exact_sum(values[:start])
        if most == 1 or start == 1:
            pieces.insert(0, number(before, style, plus=True))
        else:
            pieces.insert(0, _together(translate("PhaseNumbers", "(first {0}: {1})"), start, before, style))
        terms.insert(0, before)
    together = total(pieces)
    if not complete and most > 1:
        together = Written(together.pieces + " + …", together.shown, together.exact)
    return together, tuple(terms)


def _together(template: str, count: int, value: float, style: NumberStyle) -> Written:
    told = number(value, style, plus=True)
    return Written(Coloured.of(template.format(count, told.text)), told.shown, value)


def listed(values: Sequence[float], most: int, style: NumberStyle) -> str:
    """Numbers in a row, the first few of them: ``(0.05, 0.10)``; a single one stands alone."""
    texts = [number(value, style).text for value in values[:most]]
    if len(values) > most:
        texts.append("…")
    return texts[0] if len(values) == 1 else f"({', '.join(texts)})"
