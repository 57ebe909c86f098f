"""The last rows of a long table: sums, means and notes below it are known there as in a short one."""

from __future__ import annotations

import csv
import os
from dataclasses import replace
from pathlib import Path

import numpy as np

from nnviz.engine.data.tables.cells import Cells, with_mends
from nnviz.engine.data.tables.encodings import ENCODINGS, WIDE
from nnviz.engine.data.tables.layout import without_what_is_below
from nnviz.engine.data.tables.lines import LINE_END

LOOKED_AT = 64_000
"""Bytes at the end of a file."""


def ending(path: Path, lines: int, cells: Cells) -> tuple[int, tuple[str, ...]]:
    """How many of a file's last rows are none of the table, and what they are.

    Args:
        path: Where it is.
        lines: How many ends of lines it has.
        cells: Its beginning.
    """
    codec = ENCODINGS[cells.encoding].codec
    if codec in WIDE:
        return 0, ()
    with path.open("rb") as file:
        file.seek(-min(LOOKED_AT, file.seek(0, os.SEEK_END)), os.SEEK_END)
        found = LINE_END.split(file.read().decode(codec, errors="replace"))
    total = lines + bool(found[-1])
    found = with_mends(found[1:] if found[-1] else found[1:-1], cells.mends)
    if not found or any(line.count('"') % 2 for line in found):
        return 0, ()  # one of the texts may go over several lines
    width = cells.cells.shape[1]
    rows = [(row + [""] * width)[:width] for row in csv.reader(found, delimiter=cells.parsed_by, skipinitialspace=True)]
    if len(rows) != len(found):
        return 0, ()
    # What they are called goes on from the first row, the only one of the others that stands above them here.
    texts = np.vstack([cells.cells[:1], np.array(rows, dtype=object)])
    tidy = without_what_is_below(replace(cells, cells=texts, first_row=1, gap=total - len(rows) - 1, warnings=()))
    filled = np.flatnonzero(np.any(tidy.cells != "", axis=1))
    return (len(rows) - int(filled[-1]) if tidy.warnings else 0), tidy.warnings
