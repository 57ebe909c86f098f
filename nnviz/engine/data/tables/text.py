"""Tables as text: what separates their cells is told, or found out from the file itself."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import replace
from functools import partial
from itertools import islice

from nnviz.engine.data.tables.cells import MOST_COLUMNS, MOST_ROWS, Cells, Mend, Texts, Top, check_cells, told_top
from nnviz.engine.data.tables.encodings import decoded
from nnviz.engine.data.tables.fixed_width import cut, cuts
from nnviz.engine.data.tables.lines import LINE_END, from_arff, from_markdown, without_comments, without_preamble
from nnviz.engine.data.tables.other_formats import check_text
from nnviz.engine.data.tables.problem import TableProblem
from nnviz.engine.data.tables.ragged import mended
from nnviz.engine.data.tables.separators import FIXED, SEPARATORS, SPACES, told_separator, words_of
from nnviz.engine.data.tables.signs import composed
from nnviz.engine.data.tables.values import is_missing, number
from nnviz.engine.settings import Reading
from nnviz.said import said

SAMPLE = 200
"""Lines that are looked at to find the separator."""
SELDOM = "~^:"
"""Separators that are tried where no other one divides any line."""
WHITE = re.compile(r"\s+")
LONE_TAB = re.compile(r"(?<![,;|])\t(?![,;|])")
DOUBLED = re.compile(r'[^,;\t|\\]""|""[^,;\t|]')
"""A quotation mark that is written twice, beside anything else than the ends of a cell."""
WHOLE = re.compile(r'\s*"((?:[^"]|"")*)"[,;\s]*')
"""A row in quotation marks as a whole, as spreadsheets write one whose cells they did not tell apart."""
CURLED = re.compile(r"(?:.*[,;\t|])?\s*[“”„‟]")
"""A cell that begins with a quotation mark of typesetters."""
TOLD = re.compile(r'(?:^|(?<=[,;\t|]))\s*(?:"=""([^"]*)"""|="([^"]*)")')
STRAIGHT = str.maketrans(dict.fromkeys("“”„‟", '"'))
UNIT = "\x1f"
"""Stands in for a separator beside ASCII."""
SELDOM_ENOUGH = 0.5
"""The share below which columns of a width are looked for."""
CONSISTENT = 0.9
"""The share of lines with the same number of cells from which on a separator is taken for granted."""
RAGGED = re.compile(r"Expected (\d+) fields in line (\d+), saw (\d+)")
UNCLOSED = re.compile(r"EOF inside string starting at row (\d+)")


def text_cells(content: bytes, reading: Reading) -> Cells:
    """The cells of a text file.

    Raises:
        TableProblem: It is not a text, or not a table, or not written as it is said to be.
    """
    text, encoding, repaired = decoded(content, reading.encoding)
    lines, csv, notes = from_arff(LINE_END.split(composed(text).rstrip()))
    lines, barless, bars = from_markdown(lines)
    lines, top = _cut(lines, reading)
    if not lines:
        raise TableProblem(said("Engine", "the file is empty"))
    _check_width(lines)
    check_text(lines)
    lines, quoted, quotes = _with_quotes(lines)
    separator = told_separator(reading) or top.separator or found_separator(lines)
    divide = _divider(lines) if separator == FIXED else _plain(separator)
    lines = list(map(divide, lines)) if divide else lines
    between = _parsed_by(separator)
    lines, uncommented, comments = without_comments(lines, partial(csv_counts, separator=between))
    named = _with_names(lines, UNIT if separator == FIXED else separator, top)
    if named is not lines:
        top = replace(top, skipped=top.skipped - 1)
        notes = (*notes, said("Engine", "the last comment above the table holds the names"))
    cells, mends = _parsed(named, between, top)
    return Cells(
        cells,
        top.skipped + 1,
        top.gap,
        words_of(separator),
        encoding,
        delimiter=separator,
        top_is_told=top.is_told,
        mends=(*csv, *barless, *quoted, *([divide] if divide else []), *uncommented),
        parsed_by=between,
        warnings=(*repaired, *notes, *bars, *quotes, *comments, *mends),
    )


def _divider(lines: list[str]) -> Mend:
    """What puts a separator between columns that have a width.

    Raises:
        TableProblem: No two columns stand one below the other.
    """
    if not (places := cuts(lines)):
        raise TableProblem(
            said("Engine", "its columns do not stand one below the other, with spaces between"), "reading.separator"
        )
    return lambda line: UNIT.join(cut(line, places)).replace('"', "''") if line.strip() else ""


def _without_formulas(line: str) -> str:
    """A line without the formulas that tell a spreadsheet that a text follows, as in ="007"."""
    return TOLD.sub(lambda match: f'"{match[1] or match[2] or ""}"', line)


def _check_width(lines: list[str]) -> None:
    """Refuse lines of too many cells before they are taken apart.

    Raises:
        TableProblem: Whatever separates them, there are too many.
    """
    longest = max(lines, key=len)
    if len(longest) > MOST_COLUMNS:
        check_cells(1, 1 + max(*map(longest.count, SEPARATORS), longest.count(" ")))


def _with_quotes(lines: list[str]) -> tuple[list[str], tuple[Mend, ...], tuple[str, ...]]:
    """Lines with the quotation marks that parsers know in place of others, and what was left out."""
    sample = [line for line in lines[:SAMPLE] if line.strip()]
    mend, notes = _quoted(lines, sample)
    if mend is None:
        mend = _without_formulas if any('="' in line for line in lines) else None
    if mend is None:
        return lines, (), ()
    return list(map(mend, lines)), (mend,), notes


def _quoted(lines: list[str], sample: list[str]) -> tuple[Mend | None, tuple[str, ...]]:
    """What makes other quotation marks ones that parsers know; ``None`` where there are none."""
    if all(line.startswith("'") and line.count("'") % 2 == 0 and '"' not in line for line in sample):
        return lambda line: line.replace("'", '"'), ()
    curled = any(map(CURLED.match, sample)) and not any('"' in line for line in lines)
    if curled and all(sum(map(line.count, "“”„‟")) % 2 == 0 for line in lines):
        return lambda line: line.translate(STRAIGHT), ()
    if any(separator in sample[0] for separator in SEPARATORS) and all(map(WHOLE.fullmatch, sample)):
        return _unwrapped, (said("Engine", "the quotation marks around whole rows are left out"),)
    # Programs of the C family write \" for a quotation mark within a text, a spreadsheet "".
    escaped = any('\\"' in line for line in lines) and not any(DOUBLED.search(line) for line in lines)
    if escaped and all(line.replace('\\"', "").count('"') % 2 == 0 for line in lines):
        return lambda line: line.replace('\\"', '""'), ()
    return None, ()


def _unwrapped(line: str) -> str:
    """A row without the quotation marks around it."""
    match = WHOLE.fullmatch(line)
    return match[1].replace('""', '"') if match else line


def _with_names(lines: list[str], separator: str, top: Top) -> list[str]:
    """The lines below the last comment, where that holds a name for each column."""
    first = cells_of([lines[0], top.comment], separator) if top.comment else []
    if len(first) < 2 or len(first[0]) != len(first[1]) < 2 or any(number(name) is not None for name in first[1]):
        return lines
    return [top.comment, *lines] if any(number(cell) is not None for cell in first[0]) else lines


def cells_of(lines: list[str], separator: str) -> list[list[str]]:
    """The cells of lines, each as many as it has; none where a quotation mark is misplaced."""
    mend = _plain(separator)
    try:
        return list(
            csv.reader(map(mend, lines) if mend else lines, delimiter=_parsed_by(separator), skipinitialspace=True)
        )
    except csv.Error:
        return []


def _plain(separator: str) -> Mend | None:
    """What makes of a line one with a separator that parsers know, a character of ASCII; ``None`` where it has one."""
    if separator == SPACES:
        return lambda line: WHITE.sub(" ", line.strip())
    return None if separator.isascii() else lambda line: line.replace(separator, UNIT)


def _parsed_by(separator: str) -> str:
    """What stands between the cells then."""
    if separator == SPACES:
        return " "
    return separator if separator.isascii() and separator != FIXED else UNIT


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
        found = mended(lines, separator, top.is_told)
        if found is None or not RAGGED.search(str(error)):
            raise TableProblem(reason(str(error), top.skipped)) from None
        return found


def _cut(lines: list[str], reading: Reading) -> tuple[list[str], Top]:
    """The lines of the table, and what was above them: as it is told, or found out."""
    if not reading.header and reading.skip is None:
        return without_preamble(lines)
    top = told_top(reading, len(lines))
    rest = lines[top.skipped :]
    return [*rest[:1], *rest[1 + top.gap :]], top


def found_separator(lines: list[str]) -> str:
    """The separator that gives most lines the same number of cells, more than one.

    Raises:
        TableProblem: None does.
    """
    sample = list(islice((line for line in lines if line.strip()), SAMPLE))
    # A tab beside every comma is a space.
    if all("\t" in line and not LONE_TAB.search(line) for line in sample):
        sample = [line.replace("\t", " ") for line in sample]
    if _spaced_numbers(sample):
        return SPACES
    shares = {separator: _agreement(csv_counts(sample, separator)) for separator in SEPARATORS}
    for separator, share in shares.items():
        if share >= CONSISTENT:
            return separator
    if _in_spaces(sample):
        return SPACES
    best = max(shares, key=lambda separator: shares[separator])
    if shares[best] < SELDOM_ENOUGH and cuts(lines):
        return FIXED
    if shares[best] == 0.0:
        for separator in SELDOM:
            if len(set(csv_counts(sample, separator))) == 1 and _agreement(csv_counts(sample, separator)):
                return separator
        counts = [len(row) for row in cells_of(sample, SPACES)]
        if len(set(counts[1:])) == 1 < counts[1] != counts[0]:
            words = said(
                "Engine", "{words} words in its first row stand over {cells} cells: data.reading can pass it over"
            )
            raise TableProblem(words.format(words=counts[0], cells=counts[1]))
        raise TableProblem(
            said("Engine", "only one column: no commas, semicolons, tabs or spaces separate the cells of its rows")
        )
    return best


def _in_spaces(sample: list[str]) -> bool:
    """Whether spaces divide all lines alike; the first may have one cell less, as R's header does."""
    counts = [len(row) for row in cells_of(sample, SPACES)]
    below = set(counts[1:]) or set(counts[:1])
    return len(below) == 1 and min(below) > 1 and min(below) - counts[0] in (0, 1)


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
    return len(set(csv_counts(sample, separator))) > 1


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


def reason(message: str, skipped: int) -> str:
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
