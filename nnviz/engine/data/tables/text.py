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
from nnviz.engine.data.tables.ragged import mended
from nnviz.engine.data.tables.values import is_missing, number
from nnviz.engine.names import shown
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
ATTRIBUTE = re.compile(r"\s*@attribute\s+(?:('[^']*'|\"[^\"]*\")|(\S+))", re.IGNORECASE)
MOST_NAMED = 8
"""Rows that a word on repairs names."""
UNCLOSED = re.compile(r"EOF inside string starting at row (\d+)")


def text_cells(content: bytes) -> Cells:
    """The cells of a text file.

    Raises:
        TableProblem: It is not a text, or not a table.
    """
    import pandas

    text, encoding, repaired = decoded(content)
    text, notes = from_arff(text)
    lines, skipped, separator = _without_preamble(LINE_END.split(text.rstrip()))
    if not lines:
        raise TableProblem(said("Engine", "the file is empty"))
    separator = separator or found_separator(lines)
    mends: tuple[str, ...] = ()
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
        cells = frame.fillna("").to_numpy(dtype=object)
        # A first row that is longer than the others would shift what they hold.
        if found := mended(lines, separator) if _is_uneven(lines, separator) else None:
            cells, mends = found
    except pandas.errors.ParserError as error:
        found = mended(lines, separator) if len(separator) == 1 else None
        if found is None or not RAGGED.search(str(error)):
            raise TableProblem(_reason(str(error), skipped)) from None
        cells, mends = found
    words = SEPARATORS.get(separator, said("Engine", "spaces") if separator == SPACES else f'"{separator}"')
    return Cells(cells, skipped + 1, words, encoding, warnings=(*repaired, *notes, *mends))


def decoded(content: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The text of a file, its encoding in words, and what had to be repaired.

    Raises:
        TableProblem: It is no text.
    """
    repaired: tuple[str, ...] = ()
    text, name = _decoded(content)
    if name == "Windows-1252" and (mixed := _line_by_line(content)):
        text, repaired = mixed
        name = "UTF-8"
    # A stray one does no harm; in a picture or a program every other character is one.
    if "\x00" in text or len(CONTROL.findall(text, 0, 10_000)) > min(len(text), 10_000) / 100:
        raise TableProblem(said("Engine", "not a table: neither text nor an Excel file (.xlsx)"))
    return text, name, repaired


def _line_by_line(content: bytes) -> tuple[str, tuple[str, ...]] | None:
    """The text of a file most of whose lines are UTF-8, the others taken for Windows-1252."""
    lines: list[str] = []
    other: list[int] = []
    foreign = 0
    for row, line in enumerate(content.splitlines(), 1):
        foreign += not line.isascii()
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(line.decode("cp1252"))
            other.append(row)
    if 2 * len(other) >= foreign:
        return None
    rows = ", ".join(f"{row:,}" for row in other[:MOST_NAMED]) + (", …" if len(other) > MOST_NAMED else "")
    warning = said("Engine", "written in Windows-1252 in a file of UTF-8, and repaired: rows {rows}").format(rows=rows)
    return "\n".join(lines), (warning,)


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
            if not separator.isascii():
                raise TableProblem(
                    said("Engine", "its first line names {separator} as the separator: it cannot be one").format(
                        separator=shown(separator)
                    )
                )
        elif line.strip() and not line.startswith("#"):
            return lines[skipped:], skipped, separator
    return [], len(lines), separator


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
