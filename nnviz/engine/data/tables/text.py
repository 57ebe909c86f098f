"""Tables as text: encoding and separator are found out from the file itself."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from itertools import islice

from nnviz.engine.data.tables.cells import MOST_ROWS, Cells
from nnviz.engine.data.tables.problem import TableProblem
from nnviz.said import said

SEPARATORS = {
    "\t": said("Engine", "tabs"),
    ";": said("Engine", "semicolons"),
    "|": said("Engine", "bars"),
    ",": said("Engine", "commas"),
}
"""In the order in which they are tried: a comma may also be a decimal comma."""
SPACES = r"\s+"
SAMPLE = 200
"""Lines that are looked at to find the separator."""
CONSISTENT = 0.9
"""The share of lines with the same number of cells from which on a separator is taken for granted."""
SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.IGNORECASE)
"""With this first line, spreadsheets tell each other the separator."""
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
LINE_END = re.compile(r"\r\n?|\n")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""Characters that no text has."""
RAGGED = re.compile(r"Expected (\d+) fields in line (\d+), saw (\d+)")
UNCLOSED = re.compile(r"EOF inside string starting at row (\d+)")


def text_cells(content: bytes) -> Cells:
    """The cells of a text file.

    Raises:
        TableProblem: It is not a text, or not a table.
    """
    import pandas

    text, encoding = decoded(content)
    lines, skipped, separator = _without_preamble(LINE_END.split(text.rstrip()))
    if not lines:
        raise TableProblem(said("Engine", "the file is empty"))
    separator = separator or found_separator(lines)
    try:
        frame = pandas.read_csv(
            io.StringIO("\n".join(lines)),
            sep=separator,
            header=None,
            dtype=object,
            na_filter=False,
            skip_blank_lines=False,
            skipinitialspace=True,
            low_memory=False,
            nrows=MOST_ROWS + 2,
        )
    except pandas.errors.ParserError as error:
        raise TableProblem(_reason(str(error), skipped)) from None
    words = SEPARATORS.get(separator, said("Engine", "spaces") if separator == SPACES else f'"{separator}"')
    return Cells(frame.fillna("").to_numpy(dtype=object), skipped + 1, words, encoding)


def decoded(content: bytes) -> tuple[str, str]:
    """The text of a file, and its encoding in words.

    Raises:
        TableProblem: It is no text.
    """
    text, name = _decoded(content)
    # A stray one does no harm; in a picture or a program every other character is one.
    if "\x00" in text or len(CONTROL.findall(text, 0, 10_000)) > min(len(text), 10_000) / 100:
        raise TableProblem(said("Engine", "not a table: neither text nor an Excel file (.xlsx)"))
    return text, name


def _decoded(content: bytes) -> tuple[str, str]:
    for mark, codec, name in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content.decode(codec, errors="replace"), name
    if content[1:2] == b"\x00" or content[:1] == b"\x00":
        # UTF-16 without a mark: every other byte of a western text is zero.
        codec = "utf-16-le" if content[1:2] == b"\x00" else "utf-16-be"
        return content.decode(codec, errors="replace"), "UTF-16"
    try:
        return content.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        return content.decode("latin-1"), "Latin-1"


def _without_preamble(lines: list[str]) -> tuple[list[str], int, str]:
    """The lines from the first row on, how many were before it, and the separator where one of them names it."""
    separator = ""
    for skipped, line in enumerate(lines):
        if match := SEPARATOR_LINE.fullmatch(line):
            separator = match[1]
        elif line.strip() and not line.startswith("#"):
            return lines[skipped:], skipped, separator
    return [], len(lines), separator


def found_separator(lines: list[str]) -> str:
    """The separator that gives most lines the same number of cells, more than one.

    Raises:
        TableProblem: None does.
    """
    sample = list(islice((line for line in lines if line.strip()), SAMPLE))
    shares = {separator: _agreement(csv_counts(sample, separator)) for separator in SEPARATORS}
    for separator, share in shares.items():
        if share >= CONSISTENT:
            return separator
    if len({len(line.split()) for line in sample}) == 1 and len(sample[0].split()) > 1:
        return SPACES
    best = max(shares, key=lambda separator: shares[separator])
    if shares[best] == 0.0:
        raise TableProblem(
            said("Engine", "only one column: no commas, semicolons, tabs or spaces separate the cells of its rows")
        )
    return best


def csv_counts(lines: list[str], separator: str) -> list[int]:
    """How many cells each line has."""
    try:
        return [len(row) for row in csv.reader(lines, delimiter=separator, skipinitialspace=True)]
    except csv.Error:
        return []


def _agreement(counts: list[int]) -> float:
    """The share of lines that have the most common number of cells; 0 where that is one."""
    if not counts:
        return 0.0
    common, times = Counter(counts).most_common(1)[0]
    return times / len(counts) if common > 1 else 0.0


def _reason(message: str, skipped: int) -> str:
    """What a parser said, in words for a user."""
    if match := RAGGED.search(message):
        return said("Engine", "row {row} has {cells} cells where the rows before it have {before}").format(
            row=int(match[2]) + skipped, cells=match[3], before=match[1]
        )
    if match := UNCLOSED.search(message):
        return said("Engine", "row {match} opens a quotation mark that is never closed").format(
            match=int(match[1]) + skipped + 1
        )
    return said("Engine", "not a table: its rows cannot be told apart")
