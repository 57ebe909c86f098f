"""The lines of a text file that are rows of its table, without what other programs write around and between them."""

from __future__ import annotations

import re

from nnviz.engine.data.tables.cells import Top
from nnviz.engine.data.tables.problem import TableProblem
from nnviz.engine.names import shown
from nnviz.said import said

LINE_END = re.compile(r"\r\n?|\n")
SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.IGNORECASE)
"""With this first line, spreadsheets tell each other the separator."""
ATTRIBUTE = re.compile(r"\s*@attribute\s+(?:('[^']*'|\"[^\"]*\")|(\S+))", re.IGNORECASE)
RULE = re.compile(r"\|?(?:\s*:?-{2,}:?\s*[|+])*\s*:?-{2,}:?\s*\|?")
"""The line below the names of a table in Markdown."""
PIPED = 0.9
"""The share of lines between bars from which on all of them are."""


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


def from_markdown(lines: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Lines without the bars at their ends and the rule below the names, where they are a table in Markdown."""
    present = [line.strip() for line in lines if line.strip()]
    piped = sum(line.startswith("|") and line.endswith("|") and line.count("|") > 2 for line in present)
    if not present or piped < PIPED * len(present):
        return lines, ()
    plain = ["" if RULE.fullmatch(line.strip()) else line.strip().strip("|") for line in lines]
    return plain, (said("Engine", "the bars at the ends of rows are left out"),)


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
        elif line.strip() and not line.startswith("#"):
            comment = lines[skipped - 1].lstrip("#").strip() if skipped and lines[skipped - 1].startswith("#") else ""
            return lines[skipped:], Top(skipped, separator=separator, comment=comment)
    return [], Top(len(lines))
