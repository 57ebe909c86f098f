"""A sum with many terms as a few of them, and the rest as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from nnviz.engine.analysis.running_sum import exact_sum
from nnviz.engine.types import Array
from nnviz.ui.formula.batch_mean import ABOUT_ZERO, about_zero, is_rounding
from nnviz.ui.formula.written import Written, number, total
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.names.coloured import Coloured
from nnviz.ui.names.translation import translate


def largest_places(values: Array, most: int) -> tuple[int, ...]:
    """The places of the largest values by magnitude, in their order."""
    if len(values) <= most:
        return tuple(range(len(values)))
    largest = np.argsort(-np.abs(values), kind="stable")[:most]
    return tuple(int(place) for place in np.sort(largest))


def summands(
    values: Array,
    write: Callable[[int], Written],
    most: int,
    style: NumberStyle,
    of_batch: Array | None = None,
) -> tuple[list[Written], tuple[float, ...]]:
    """The largest terms, each written out, and the others as ``(12 more: 0.034)``.

    ``values`` has every term's value, shape (terms,); ``write`` writes the term at a place out; ``most`` is how many
    are; where none is, the whole sum is one number. ``of_batch`` has the terms of every example, shape (batch, terms),
    where the values are means. Returns the pieces, and the value of each with all its digits.
    """
    if most == 0:
        whole = float(values.sum())
        if of_batch is not None and is_rounding(whole, of_batch.sum(axis=1)):
            return [about_zero(whole)], (whole,)
        return [number(whole, style, plus=True)], (whole,)
    places = largest_places(values, most)
    pieces = [write(place) for place in places]
    terms = [float(values[place]) for place in places]
    left = len(values) - len(places)
    if left:
        rest = float(np.delete(values, places).sum())
        others = None if of_batch is None else np.delete(of_batch, places, axis=1)
        pieces.append(_together(translate("PhaseNumbers", "({0} more: {1})"), left, rest, style, others))
        terms.append(rest)
    return pieces, tuple(terms)


def latest(
    values: Sequence[float],
    write: Callable[[int], Written],
    most: int,
    style: NumberStyle,
    *,
    complete: bool,
    of_batch: Array | None = None,
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
        those = None if of_batch is None else of_batch[:, :start]
        if most > 1 and start > 1:
            pieces.insert(0, _together(translate("PhaseNumbers", "(first {0}: {1})"), start, before, style, those))
        elif those is not None and is_rounding(before, those.sum(axis=1)):
            pieces.insert(0, about_zero(before))
        else:
            pieces.insert(0, number(before, style, plus=True))
        terms.insert(0, before)
    together = total(pieces)
    if not complete and most > 1:
        together = Written(together.pieces + " + …", together.shown, together.exact)
    return together, tuple(terms)


def _together(template: str, count: int, value: float, style: NumberStyle, of_batch: Array | None) -> Written:
    if of_batch is not None and is_rounding(value, of_batch.sum(axis=1)):
        return Written(Coloured.of(template.format(count, ABOUT_ZERO)), 0.0, value)
    told = number(value, style, plus=True)
    return Written(Coloured.of(template.format(count, told.text)), told.shown, value)


def listed(texts: Sequence[str], most: int) -> str:
    """Numbers in a row, the first few of them: ``(0.05, 0.10)``."""
    return f"({', '.join([*texts[:most], '…'] if len(texts) > most else texts)})"
