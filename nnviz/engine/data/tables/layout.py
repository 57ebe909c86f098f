"""What stands around a table and is no part of it: titles above, totals and notes below, what other programs write."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from functools import partial

import numpy as np

from nnviz.engine.data.tables.cells import Cells, Texts
from nnviz.engine.data.tables.forms import taken_apart
from nnviz.engine.data.tables.values import is_missing, number
from nnviz.engine.names import counted, shown
from nnviz.said import said

TOTALS = re.compile(
    r"(?:(?:grand|sub|over ?all|zwischen|all) ?-?)?(?:totals?|sums?|summen?)(?: general)?|gesamt(?:summe)?|insgesamt"
    r"|zwischensumme|somme|total général|suma|somma|totale|totaal|итого|всего|总计|合计|总和|小计|合計|小計|総計|합계"
)
"""What people call a row below the table that adds it up, in lower case."""
MEANS = re.compile(
    r"means?|averages?|avg\.?|durchschnitt|mittel(?:wert)?|moyenne|media|promedio|gemiddelde|среднее|平均值?|均值|평균"
    r"|medians?|médiane|mediana|中位数|std\.?(?: ?dev\.?)?|sd|stdev|stdabw\.?|standard deviation|standardabweichung"
    r"|écart[- ]type|标准差|variance|varianz|方差"
)
"""What they call one that takes its mean, or says how far its numbers are apart."""
ORANGE_KINDS = frozenset({"c", "d", "s", "t", "continuous", "discrete", "string", "time"})
ORANGE_ROLES = re.compile(r"(?:|class|meta|ignore|i|m|weight|w|[\w-]+=.*)")
ORANGE_NAME = re.compile(r"[mciwMCIW]?[cdstCDST]?#(?P<name>.+)")
SPARSE = 0.75
"""A row that fills less than this share of what most rows fill is none of the table."""
MOST_ABOVE, MOST_BELOW = 60, 20
"""Rows that are looked at there."""
MOST_UNDER_NAMES = 3
"""Rows of units or of explanations below the names."""
SAMPLE = 200
"""Rows by which columns of numbers are known."""


def tidied(cells: Cells, known: Collection[str] = ()) -> Cells:
    """The table alone, with a word on all that was left out.

    Args:
        cells: All that is in the file.
        known: What an experiment calls columns: the row that holds them all is the header.
    """
    if not cells.top_is_told:
        cells = _without_neighbours(cells, known)
        for step in (_without_titles, partial(_from_names, known=known), _without_orange, _without_units):
            cells = step(cells)
    return without_what_is_below(_without_repeated_names(cells))


def without_what_is_below(cells: Cells) -> Cells:
    """Without the last rows that are notes on the table, or made of those above."""
    return _without_totals(_without_notes(cells))


def _from(cells: Cells, start: int, warning: str) -> Cells:
    """From a row on."""
    return replace(
        cells,
        cells=cells.cells[start:],
        first_row=cells.first_row + start,
        warnings=(*cells.warnings, warning),
    )


def _rest(cells: Cells, header: Texts, start: int, warning: str) -> Cells:
    """A header over the rows from one of them on, which keep what they are called."""
    return replace(
        cells,
        cells=np.vstack([header, cells.cells[start:]]),
        gap=cells.gap + start - 1,
        warnings=(*cells.warnings, warning),
    )


def _emptied(cells: Cells, places: list[int], warning: str) -> Cells:
    """Without some rows: the others keep what they are called."""
    texts = cells.cells.copy()
    texts[places] = ""
    return replace(cells, cells=texts, warnings=(*cells.warnings, warning))


def _row(cells: Cells, place: int) -> int:
    """What a row is called."""
    return cells.first_row + place + (cells.gap if place else 0)


def _stripped(row: Texts) -> list[str]:
    return [str(text).strip() for text in row]


def _filled(cells: Cells) -> tuple[list[int], float]:
    """How many cells each row fills, and how many most rows do."""
    counts = np.sum(cells.cells != "", axis=1)
    return counts.tolist(), float(np.median(counts[counts > 0])) if np.any(counts) else 0.0


def _is_sparse(texts: list[str], filled: int, typical: float) -> bool:
    """Whether a row fills few cells, all of them the first: as titles and notes do, and names hardly ever."""
    return filled < SPARSE * typical and all(texts[:filled])


def _is_number(text: str) -> bool:
    return taken_apart(text) is not None


def _is_total(text: str) -> bool:
    return bool(TOTALS.fullmatch(_name(text)) or MEANS.fullmatch(_name(text)))


def _name(text: str) -> str:
    """What a row is called, without the signs around it."""
    return text.strip(":*=Ø∑Σ ").casefold()


def _number_columns(cells: Cells, start: int) -> list[int]:
    """The columns that hold numbers from a row on."""
    found = []
    for place in range(cells.cells.shape[1]):
        texts = Counter(cells.cells[start : start + SAMPLE, place].tolist())
        present = [(text.strip(), times) for text, times in texts.items() if not is_missing(text.strip())]
        if 2 * sum(times for text, times in present if _is_number(text)) > sum(times for _, times in present):
            found.append(place)
    return found


def _without_neighbours(cells: Cells, known: Collection[str]) -> Cells:
    """Without what stands beside the table in a sheet, an empty column between."""
    filled = np.any(cells.cells != "", axis=0)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], filled, [False]]).astype(np.int8)))
    blocks = _joined([cells.cells[:, start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)])
    if not cells.sheet or len(blocks) < 2:
        return cells
    wanted = [block for block in blocks if known and set(known) <= {str(text).strip() for text in block.ravel()}]
    kept = max(wanted or blocks, key=lambda block: np.count_nonzero(block != ""))
    if known and not wanted:
        return cells
    warning = said("Engine", "what stands beside the table, an empty column between, is left out")
    return replace(cells, cells=kept, warnings=(*cells.warnings, warning))


def _joined(blocks: list[Texts]) -> list[Texts]:
    """Blocks side by side; as one where they fill the same rows, each column under a name of its own."""
    joined: list[Texts] = []
    for block in blocks:
        both = np.hstack([joined[-1], block]) if joined else block
        names = [text for text in _stripped(both[np.argmax(np.any(both != "", axis=1))]) if text]
        same = bool(joined) and np.array_equal(np.any(joined[-1] != "", axis=1), np.any(block != "", axis=1))
        if same and len(set(names)) == len(names):
            joined[-1] = both
        else:
            joined.append(block)
    return joined


def _from_names(cells: Cells, known: Collection[str]) -> Cells:
    """From the row on that holds all the names that an experiment knows."""
    wanted = set(known)
    if not wanted or wanted <= set(_stripped(cells.cells[0])):
        return cells
    for place in range(1, min(MOST_ABOVE, len(cells.cells))):
        if wanted <= set(_stripped(cells.cells[place])):
            if not np.any(cells.cells[:place] != ""):
                return replace(cells, cells=cells.cells[place:], first_row=cells.first_row + place)
            above = said("Engine", "the names are in row {row:,}: what is above is left out")
            return _from(cells, place, above.format(row=_row(cells, place)))
    return cells


def _without_titles(cells: Cells) -> Cells:
    """Without the first rows that hold no more than a title, or a few words on the table."""
    filled, typical = _filled(cells)
    if cells.cells.shape[1] < 2 or typical < 2.0:
        return cells
    start = 0
    titles: list[str] = []
    while start < min(len(filled), MOST_ABOVE):
        texts = _stripped(cells.cells[start])
        if filled[start] and not _is_sparse(texts, filled[start], typical):
            break
        titles += [" ".join(filter(None, texts))] if filled[start] else []
        start += 1
    if not titles or start >= len(filled) - 1 or all(number(title) is not None for title in titles):
        return cells
    # More than a title is one only above names.
    if any(filled[place] > 1 for place in range(start)) and any(map(_is_number, _stripped(cells.cells[start]))):
        return cells
    title = shown(titles[0])
    if len(titles) == 1:
        return _from(cells, start, said("Engine", "{title} above the table is left out").format(title=title))
    words = said("Engine", "{title} and {more} more above the table are left out")
    return _from(cells, start, words.format(title=title, more=counted(len(titles) - 1, "row")))


def _without_orange(cells: Cells) -> Cells:
    """Without what Orange writes of its columns below or before their names."""
    rows = [_stripped(row) for row in cells.cells[:3]]
    names = [ORANGE_NAME.fullmatch(text) for text in rows[0]]
    if any(names) and all(name or "#" not in text for name, text in zip(names, rows[0], strict=True)):
        plain = [name["name"] if name else text for name, text in zip(names, rows[0], strict=True)]
        warning = said("Engine", "the signs before the names are Orange's, and left out")
        return _rest(cells, np.array([plain], dtype=object), 1, warning)
    if len(rows) < 3 or not all(ORANGE_ROLES.fullmatch(text) for text in rows[2]):
        return cells
    # In place of "discrete" may stand the values, where a role tells that they are no row of the table.
    listed = any(rows[2]) and any(text in ORANGE_KINDS for text in rows[1])
    if not all(text in ORANGE_KINDS or (listed and " " in text) for text in rows[1]):
        return cells
    warning = said("Engine", "the two rows below the names are Orange's, and left out")
    return _rest(cells, cells.cells[:1], 3, warning)


def _without_units(cells: Cells) -> Cells:
    """Without rows of units or explanations below the names; where names stand in two rows, both make a name."""
    numbers = _number_columns(cells, 1 + MOST_UNDER_NAMES)
    names = _stripped(cells.cells[0])
    if len(cells.cells) < 2 * MOST_UNDER_NAMES or any(_is_number(names[place]) for place in numbers):
        return cells
    rows = [_stripped(row) for row in cells.cells[1 : 1 + MOST_UNDER_NAMES]]
    under = 0
    while under < MOST_UNDER_NAMES and _are_words(rows[under], numbers):
        under += 1
    if not under:
        return cells
    second = rows[0]
    words = said("Engine", "row {row:,}, below the names, is left out: units or explanations")
    if any(not name and text for name, text in zip(names, second, strict=True)):
        above = ""
        for place, text in enumerate(second):
            above = names[place] or (above if text else "")
            # A cell that is merged over both rows has one name.
            names[place] = text if text == above else " ".join(filter(None, (above, text)))
        words = said("Engine", "the names stand in two rows, down to row {row:,}")
    header = np.array([names], dtype=object)
    return _rest(cells, header, 1 + under, words.format(row=_row(cells, under)))


def _are_words(row: list[str], numbers: list[int]) -> bool:
    """Whether a row has words where the columns have numbers."""
    present = [row[place] for place in numbers if not is_missing(row[place])]
    in_brackets = any(text[0] in "([" and text[-1] in ")]" for text in present)
    return (len(present) > 1 or in_brackets) and not any(map(_is_number, present))


def _without_repeated_names(cells: Cells) -> Cells:
    """Without the names once more in the middle, where files were put together."""
    numbers = _number_columns(cells, 1)
    names = cells.cells[0]
    if not numbers or any(_is_number(str(names[place]).strip()) for place in numbers):
        return cells
    places = [place + 1 for place in np.flatnonzero(np.all(cells.cells[1:] == names, axis=1)).tolist()]
    if not places:
        return cells
    words = said("Engine", "the names stand once more in {rows}, first in row {first:,}: left out")
    return _emptied(cells, places, words.format(rows=counted(len(places), "row"), first=_row(cells, places[0])))


def _without_notes(cells: Cells) -> Cells:
    """Without the last rows that say where the table comes from, or what it means."""
    filled, typical = _filled(cells)
    if typical < 2.0:
        return cells
    numbers = _number_columns(cells, 1)
    rows = [place for place in range(max(1, len(filled) - MOST_BELOW), len(filled)) if filled[place]]
    notes: list[int] = []
    apart = 0
    for place in reversed(rows):
        texts = _stripped(cells.cells[place])
        if not _is_sparse(texts, filled[place], typical) or _is_number(texts[0]) or _is_total(texts[0]):
            break
        notes.append(place)
        if not filled[place - 1]:
            apart = len(notes)
    alone = 0
    while alone < len(notes) and filled[notes[alone]] == 1 and 0 in numbers:
        alone += 1
    notes = notes[: max(apart, alone)]
    if not notes or len(notes) >= len(filled) - 2:
        return cells
    first = notes[-1]
    words = said("Engine", "{note} below the table, row {row:,}, is left out")
    note = shown(" ".join(filter(None, _stripped(cells.cells[first]))))
    return _emptied(cells, notes, words.format(note=note, row=_row(cells, first)))


def _without_totals(cells: Cells) -> Cells:
    """Without the last rows that add up those above, or take their mean."""
    while (shorter := _without_last_total(cells)) is not cells:
        cells = shorter
    return cells


def _without_last_total(cells: Cells) -> Cells:
    filled = np.flatnonzero(np.any(cells.cells != "", axis=1))
    last = int(filled[-1]) if len(filled) else 0
    if last < 2:
        return cells
    texts = _stripped(cells.cells[last])
    words = [place for place, text in enumerate(texts) if _is_total(text)]
    others = [text for place, text in enumerate(texts) if place not in words]
    if len(words) != 1 or not all(is_missing(text) or _is_number(text) for text in others):
        return cells
    if np.any(cells.cells[:last, words[0]] == cells.cells[last, words[0]]):
        return cells
    added = said("Engine", "row {row:,}, {word}, adds up the others: left out")
    made = said("Engine", "row {row:,}, {word}, is made of the others: left out")
    text = texts[words[0]]
    warning = (added if TOTALS.fullmatch(_name(text)) else made).format(row=_row(cells, last), word=shown(text))
    return replace(cells, cells=cells.cells[:last], warnings=(*cells.warnings, warning))
