"""The lines of a text file that are rows of its table, without what other programs write around and between them."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable

from nnviz.engine.data.tables.cells import Mend, Top
from nnviz.engine.data.tables.other_formats import saved_as
from nnviz.engine.data.tables.problem import TableProblem
from nnviz.engine.names import shown
from nnviz.said import said

SAMPLE = 200
"""Lines that are looked at to find out how wide the table is."""
LINE_END = re.compile(r"\r\n?|\n")
SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.IGNORECASE)
"""With this first line, spreadsheets tell each other the separator."""
ATTRIBUTE = re.compile(r"\s*@attribute\s+(?:('[^']*'|\"[^\"]*\")|(\S+))", re.IGNORECASE)
WEIGHT = re.compile(r"\s*,?\s*\{[0-9.]+\}\s*$")
"""What an ARFF row may have at its end: how much it counts."""
RULE = re.compile(r"(?=.*(?:--|==))[-=+|: ]{3,}")
"""A line that only draws one: below the names in Markdown, around the whole table in what databases print."""
MOST_RULES = 3
ROW_COUNT = re.compile(r"\(?[0-9,.]+ rows?\b.*")
"""What databases print below a table with such lines."""
COMMENT = re.compile(r"#|(?:%+|//+|!+|--)\s")
"""How a comment begins."""
PIPED = 0.9
"""The share of lines between bars from which on all of them are."""


def from_arff(lines: list[str]) -> tuple[list[str], tuple[Mend, ...], tuple[str, ...]]:
    """The lines of Weka's ARFF as CSV, with the attributes as its header; any others as they are."""
    first = next((line for line in lines if line.strip() and not line.startswith("%")), "")
    if not first.strip().lower().startswith("@relation"):
        return lines, (), ()
    names: list[str] = []
    for place, line in enumerate(lines):
        if match := ATTRIBUTE.match(line):
            names.append((match[1] or match[2]).strip("\"'"))
        elif line.strip().lower() == "@data":
            header = _quoted(names)
            note = said("Engine", "an ARFF file: its attributes are the header")
            return [*[""] * place, header, *map(_as_csv, lines[place + 1 :])], (_as_csv,), (note,)
    return lines, (), ()


def _as_csv(row: str) -> str:
    """A row of ARFF, which may have tabs between its values and single quotes around them, as CSV has it.

    Raises:
        TableProblem: It holds only the values that are not zero.
    """
    if row.startswith("%"):
        return ""
    if row.lstrip().startswith("{"):
        raise TableProblem(saved_as("sparse ARFF"))
    row = WEIGHT.sub("", row)
    if "," not in row:
        row = ",".join(row.split("\t"))
    if "'" not in row:
        return row
    cells = next(csv.reader([row], quotechar="'", escapechar="\\", skipinitialspace=True), [])
    return _quoted(cells)


def _quoted(cells: Iterable[str]) -> str:
    """A row of CSV."""
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)


def from_markdown(lines: list[str]) -> tuple[list[str], tuple[Mend, ...], tuple[str, ...]]:
    """Lines without the bars at their ends and the rule below the names, where they are a table in Markdown."""
    lines, mends, notes = _without_rules(lines)
    present = [line.strip() for line in lines if line.strip()]
    piped = sum(line.startswith("|") and line.endswith("|") and line.count("|") > 2 for line in present)
    if not present or piped < PIPED * len(present):
        return lines, mends, notes
    notes = (said("Engine", "the bars at the ends of rows are left out"),)
    return list(map(_without_bars, lines)), (*mends, _without_bars), notes


def _without_bars(line: str) -> str:
    return line.strip()[1:-1] if line.strip().startswith("|") else line


def _without_rule(line: str) -> str:
    """Nothing, where a line only draws one."""
    return "" if line[:1] in "|+-=: " and RULE.fullmatch(line.strip()) else line


def _without_row_count(line: str) -> str:
    return "" if ROW_COUNT.fullmatch(line.strip()) else line


def _without_rules(lines: list[str]) -> tuple[list[str], tuple[Mend, ...], tuple[str, ...]]:
    """Lines without those that only draw one, where these are few."""
    ruled = {place for place, line in enumerate(lines) if line and not _without_rule(line)}
    # In a grid one follows each row.
    few = len(ruled) <= MOST_RULES and len(lines) >= 2 * len(ruled)
    if not ruled or not (few or all(lines[place].startswith("+") for place in ruled)):
        return lines, (), ()
    if ROW_COUNT.fullmatch(lines[-1].strip()):
        ruled.add(len(lines) - 1)
    plain = ["" if place in ruled else line for place, line in enumerate(lines)]
    return plain, (_without_rule, _without_row_count), (said("Engine", "lines that only draw a rule are left out"),)


def without_comments(
    lines: list[str], counts: Callable[[list[str]], list[int]]
) -> tuple[list[str], tuple[Mend, ...], tuple[str, ...]]:
    """Lines without the comments between them: of another number of cells than the others, and no part of a text.

    Args:
        lines: From the first row on.
        counts: How many cells each of some lines has.
    """
    places = [place for place, line in enumerate(lines) if place and COMMENT.match(line)]
    if not places or 10 * len(places) > len(lines):
        return lines, (), ()
    usual = Counter(counts(lines[:SAMPLE])).most_common(1)
    within, quoted, plain = 0, 0, list(lines)

    def uncommented(line: str) -> str:
        return "" if COMMENT.match(line) and usual and counts([line]) != [usual[0][0]] else line

    found: list[int] = []
    for place in places:
        quoted += sum(line.count('"') for line in lines[within:place])
        within = place
        if quoted % 2 == 0 and not uncommented(lines[place]):
            plain[place] = ""
            found.append(place)
    if not found:
        return lines, (), ()
    words = said("Engine", "comments between the rows are left out, the first {text}")
    return plain, (uncommented,), (words.format(text=shown(lines[found[0]].strip())),)


def without_preamble(lines: list[str]) -> tuple[list[str], Top]:
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
        elif line.strip() and not COMMENT.match(line):
            above = lines[skipped - 1] if skipped else ""
            comment = above.lstrip("#%/!-").strip() if COMMENT.match(above) else ""
            return lines[skipped:], Top(skipped, separator=separator, comment=comment)
    return [], Top(len(lines))
