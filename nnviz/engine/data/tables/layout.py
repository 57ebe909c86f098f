"""What stands around a table and is no part of it: titles above, totals below, what other programs write of columns."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np

from nnviz.engine.data.tables.cells import Cells, Texts
from nnviz.engine.data.tables.forms import taken_apart
from nnviz.engine.data.tables.values import is_missing
from nnviz.engine.names import shown
from nnviz.said import said

TOTALS = frozenset({"total", "totals", "sum", "summe", "gesamt", "gesamtsumme", "insgesamt", "总计", "合计"})
"""What people call the row below a table that adds it up, in lower case."""
ORANGE_KINDS = frozenset({"c", "d", "s", "t", "continuous", "discrete", "string", "time"})
ORANGE_ROLES = re.compile(r"(?:|class|meta|ignore|i|m|weight|w|[\w-]+=.*)")
ORANGE_NAME = re.compile(r"[mciwMCIW]?[cdstCDST]?#(?P<name>.+)")


def tidied(cells: Cells) -> Cells:
    """The table alone, with a word on all that was left out."""
    steps = (_without_total,) if cells.top_is_told else (_without_titles, _without_orange, _without_total)
    for step in steps:
        cells = step(cells)
    return cells


def _rest(cells: Cells, header: Texts, start: int, warning: str) -> Cells:
    """A header over the rows from one of them on, which keep what they are called."""
    return replace(
        cells,
        cells=np.vstack([header, cells.cells[start:]]),
        gap=cells.gap + start - 1,
        warnings=(*cells.warnings, warning),
    )


def _without_titles(cells: Cells) -> Cells:
    """Without the first rows that hold no more than a title in the first cell."""
    filled = cells.cells != ""
    alone = filled[:, 0] & ~np.any(filled[:, 1:], axis=1)
    empty = ~np.any(filled, axis=1)
    start = int(np.argmin(alone | empty))
    titles = int(alone[:start].sum())
    below = filled[start:].sum(axis=1)
    if not titles or cells.cells.shape[1] < 2 or 2 * int((below > 1).sum()) < len(below):
        return cells
    title = shown(str(cells.cells[int(np.argmax(alone))][0]))
    warning = said("Engine", "{title} above the table is left out").format(title=title)
    return replace(
        cells,
        cells=cells.cells[start:],
        first_row=cells.first_row + start,
        warnings=(*cells.warnings, warning),
    )


def _without_orange(cells: Cells) -> Cells:
    """Without what Orange writes of its columns below or before their names."""
    rows = [[text.strip() for text in row] for row in cells.cells[:3].tolist()]
    names = [ORANGE_NAME.fullmatch(text) for text in rows[0]]
    if any(names) and all(name or "#" not in text for name, text in zip(names, rows[0], strict=True)):
        plain = [name["name"] if name else text for name, text in zip(names, rows[0], strict=True)]
        warning = said("Engine", "the signs before the names are Orange's, and left out")
        return _rest(cells, np.array([plain], dtype=object), 1, warning)
    if len(rows) < 3 or not all(text in ORANGE_KINDS for text in rows[1]):
        return cells
    if not all(ORANGE_ROLES.fullmatch(text) for text in rows[2]):
        return cells
    warning = said("Engine", "the two rows below the names are Orange's, and left out")
    return _rest(cells, cells.cells[:1], 3, warning)


def _without_total(cells: Cells) -> Cells:
    """Without a last row that adds up those above."""
    filled = np.flatnonzero(np.any(cells.cells != "", axis=1))
    last = int(filled[-1]) if len(filled) else 0
    if last < 2:
        return cells
    texts = [text.strip() for text in cells.cells[last].tolist()]
    words = [place for place, text in enumerate(texts) if text.rstrip(":").casefold() in TOTALS]
    others = [text for place, text in enumerate(texts) if place not in words]
    if len(words) != 1 or not all(is_missing(text) or taken_apart(text) for text in others):
        return cells
    if np.any(cells.cells[:last, words[0]] == cells.cells[last, words[0]]):
        return cells
    warning = said("Engine", "row {row:,}, {word}, adds up the others: left out").format(
        row=cells.first_row + cells.gap + last, word=shown(texts[words[0]])
    )
    return replace(cells, cells=cells.cells[:last], warnings=(*cells.warnings, warning))
