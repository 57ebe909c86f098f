"""Tables as text: what separates their cells is told, or found out from the file itself."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice

from nnviz.engine.data.tables.cells import MOST_ROWS, Cells, Texts, Top, told_top
from nnviz.engine.data.tables.encodings import decoded
from nnviz.engine.data.tables.problem import TableProblem
from nnviz.engine.data.tables.ragged import mended
from nnviz.engine.data.tables.separators import SEPARATORS, SPACES, told_separator, words_of
from nnviz.engine.data.tables.values import is_missing, number
from nnviz.engine.names import shown
from nnviz.engine.settings import Reading
from nnviz.said import said

SAMPLE = 200
"""Lines that are looked at to find the separator."""
CONSISTENT = 0.9
"""The share of lines with the same number of cells from which on a separator is taken for granted."""
SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.IGNORECASE)
"""With this first line, spreadsheets tell each other the separator."""
LINE_END = re.compile(r"\r\n?|\n")
RAGGED = re.compile(r"Expected (\d+) fields in line (\d+), saw (\d+)")
ATTRIBUTE = re.compile(r"\s*@attribute\s+(?:('[^']*'|\"[^\"]*\")|(\S+))", re.IGNORECASE)
UNCLOSED = re.compile(r"EOF inside string starting at row (\d+)")


def text_cells(content: bytes, reading: Reading) -> Cells:
    """The cells of a text file.

    Raises:
        TableProblem: It is not a text, or not a table, or not written as it is said to be.
    """
    text, encoding, repaired = decoded(content, reading.encoding)
    text, notes = from_arff(text)
    lines, top = _cut(LINE_END.split(text.rstrip()), reading)
    if not lines:
        raise TableProblem(said("Engine", "the file is empty"))
    separator = told_separator(reading) or top.separator or found_separator(lines)
    cells, mends = _parsed(lines, separator, top)
    return Cells(
        cells,
        top.skipped + 1,
        top.gap,
        words_of(separator),
        encoding,
        delimiter=separator,
        top_is_told=top.is_told,
        warnings=(*repaired, *notes, *mends),
    )


def _parsed(lines: list[str], separator: str, top: Top) -> tuple[Texts, tuple[str, ...]]:
    """The cells of lines, and what was mended in them."""
    import pandas

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
        # A first row that is longer than the others would shift what they hold.
        if found := mended(lines, separator, top.is_told) if _is_uneven(lines, separator) else None:
            return found
        return frame.fillna("").to_numpy(dtype=object), ()
    except pandas.errors.ParserError as error:
        found = mended(lines, separator, top.is_told) if len(separator) == 1 else None
        if found is None or not RAGGED.search(str(error)):
            raise TableProblem(_reason(str(error), top.skipped)) from None
        return found


def from_arff(text: str) -> tuple[str, tuple[str, ...]]:
    """The text of Weka's ARFF as CSV, with the attributes as its header; any other text as it is."""
    lines = LINE_END.split(text)
    first = next((line for line in lines if line.strip() and not line.startswith("%")), "")
    if not first.strip().lower().startswith("@relation"):
        return text, ()
    names: list[str] = []
    for place, line in enumerate(lines):
        if match := ATTRIBUTE.match(line):
            names.append((match[1] or match[2]).strip("\"'"))
        elif line.strip().lower() == "@data":
            header = ",".join('"' + name.replace('"', '""') + '"' for name in names)
            body = ["" if row.startswith("%") else row for row in lines[place + 1 :]]
            note = said("Engine", "an ARFF file: its attributes are the header")
            return "\n".join([*[""] * place, header, *body]), (note,)
    return text, ()


def _cut(lines: list[str], reading: Reading) -> tuple[list[str], Top]:
    """The lines of the table, and what was above them: as it is told, or found out."""
    if not reading.header and reading.skip is None:
        return _without_preamble(lines)
    top = told_top(reading, len(lines))
    rest = lines[top.skipped :]
    return [*rest[:1], *rest[1 + top.gap :]], top


def _without_preamble(lines: list[str]) -> tuple[list[str], Top]:
    """The lines from the first row on, and what was before it."""
    separator = ""
    for skipped, line in enumerate(lines):
        if match := SEPARATOR_LINE.fullmatch(line):
            separator = match[1]
            if not separator.isascii():
                raise TableProblem(
                    said("Engine", "its first line names {separator} as the separator: it cannot be one").format(
                        separator=shown(separator)
                    )
                )
        elif line.strip() and not line.startswith("#"):
            return lines[skipped:], Top(skipped, separator=separator)
    return [], Top(len(lines))


def found_separator(lines: list[str]) -> str:
    """The separator that gives most lines the same number of cells, more than one.

    Raises:
        TableProblem: None does.
    """
    sample = list(islice((line for line in lines if line.strip()), SAMPLE))
    if _spaced_numbers(sample):
        return SPACES
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


def _spaced_numbers(lines: list[str]) -> bool:
    """Whether numbers in columns of spaces stand before a tab and a last text, as in tables that were typed."""
    counts = set()
    for line in lines:
        before, tab, after = line.partition("\t")
        words = before.split()
        if not tab or not after.startswith('"') or len(words) < 2:
            return False
        if not all(is_missing(word) or number(word) is not None for word in words):
            return False
        counts.add(len(words))
    return len(counts) == 1


def _is_uneven(lines: list[str], separator: str) -> bool:
    """Whether some of the first rows have more cells than others."""
    sample = [line for line in lines[:SAMPLE] if line.strip()]
    return len(separator) == 1 and len(set(csv_counts(sample, separator))) > 1


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
