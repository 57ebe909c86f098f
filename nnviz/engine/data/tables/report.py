"""What was read from a table, for the user to check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from nnviz.engine.names import counted, in_line
from nnviz.said import joined, said

LONGEST_LIST = 8
"""Names in a line; of longer lists the beginning is shown."""
MOST_INPUTS = 60
"""Columns that have a line each; of more, the beginning."""


@dataclass(frozen=True)
class ColumnReport:
    """One column.

    Attributes:
        kind: What it holds.
        use: What became of it.
        missing: Rows without a value.
        decimal: What stands before the fraction of its numbers; empty where it holds none.
        mark: The currency, per cent sign or unit that its numbers are read without.
        categories: The different texts of a column of categories that is an input, each an input of its own.
    """

    name: str
    kind: Literal["numbers", "categories", "dates", "empty"]
    use: Literal["target", "input", "left out"]
    missing: int
    categories: tuple[str, ...] = ()
    decimal: str = ""
    mark: str = ""


@dataclass(frozen=True)
class TableReport:
    """What was read from a table.

    Attributes:
        file: Its name, without folders.
        rows: Rows below the header, those that are wholly empty not counted.
        dropped: How many of them lack a value that is needed.
        separator: What separates columns in a text file, in words; empty for Excel.
        decimal: What stands before the fraction of a number: ``"."`` or ``","``.
        encoding: How a text file is written; empty for Excel.
        sheet: The sheet of an Excel file.
        header_row: The row that holds the columns' names; 0 where none does.
        targets: The columns that are to be predicted.
        classes: Each class and how many examples it has; none where numbers are predicted.
        inputs: The names of the raw inputs.
        warnings: What a reader should know.
        lacking: The used columns that lack values, with how many rows.
    """

    file: str
    rows: int
    dropped: int
    separator: str
    decimal: str
    encoding: str
    sheet: str
    header_row: int
    targets: tuple[str, ...]
    classes: tuple[tuple[str, int], ...]
    inputs: tuple[str, ...]
    columns: tuple[ColumnReport, ...]
    warnings: tuple[str, ...]
    lacking: tuple[tuple[str, int], ...] = ()

    @property
    def target(self) -> str:
        """The columns that are to be predicted, in a line."""
        return _listed(list(self.targets))

    @property
    def header(self) -> bool:
        """Whether a row holds the columns' names."""
        return self.header_row > 0

    @property
    def used(self) -> int:
        """Rows that became examples."""
        return self.rows - self.dropped

    def lines(self) -> list[str]:
        """The report for a reader, a line for each thing."""
        return [*self._rows_read(), *self._what_there_is(), *self._what_to_mind()]

    def brief(self) -> list[str]:
        """How many rows were read, and what was left out or understood in one of several ways."""
        return [*self._rows_read(), *self._what_to_mind()]

    def _rows_read(self) -> Iterator[str]:
        rows = counted(self.rows, "row")
        if self.dropped:
            read = said("Engine", "{file}: {rows} read, {dropped:,} dropped for missing values, {used:,} used")
        else:
            read = said("Engine", "{file}: {rows} read, {used:,} used")
        yield read.format(file=self.file, rows=rows, dropped=self.dropped, used=self.used)
        if self.dropped:
            yield said("Engine", "  missing: {gaps}").format(gaps=gap_words(self.lacking))

    def _what_there_is(self) -> Iterator[str]:
        yield said("Engine", "  format: {format}").format(format=joined(", ", *self._format()))
        if self.classes:
            counts = _listed([f"{name} ({count:,})" for name, count in self.classes])
            target = said("Engine", "  target: {target}, {classes} classes: {counts}")
            yield target.format(target=self.target, classes=len(self.classes), counts=counts)
        else:
            yield said("Engine", "  target: {target}, numbers").format(target=self.target)
        yield said("Engine", "  inputs: {count:,}").format(count=len(self.inputs))
        inputs = [column for column in self.columns if column.use == "input"]
        first = inputs if len(inputs) <= MOST_INPUTS else inputs[:LONGEST_LIST]
        names = [in_line(column.name) for column in first]
        width = max(map(len, names))
        for name, column in zip(names, first, strict=True):
            yield joined("", f"    {name:{width}}  ", _described(column, self.decimal))
        if len(first) < len(inputs):
            yield said("Engine", "    and {more:,} more columns").format(more=len(inputs) - len(first))

    def _what_to_mind(self) -> Iterator[str]:
        if out := [column.name for column in self.columns if column.use == "left out"]:
            yield said("Engine", "  left out: {columns}").format(columns=_listed(out))
        for warning in self.warnings:
            yield said("Engine", "  mind: {warning}").format(warning=warning)

    def _format(self) -> Iterator[str]:
        if self.sheet:
            yield said("Engine", 'Excel, sheet "{sheet}"').format(sheet=self.sheet)
        else:
            yield said("Engine", "columns separated by {separator}").format(separator=self.separator)
            yield said("Engine", "decimal comma") if self.decimal == "," else said("Engine", "decimal point")
            yield self.encoding
        if self.header_row > 1:
            yield said("Engine", "header in row {row:,}").format(row=self.header_row)
        elif self.header_row:
            yield said("Engine", "header in the first row")
        else:
            yield said("Engine", "no header: columns are called x1, x2 and so on")


def gap_words(gaps: tuple[tuple[str, int], ...]) -> str:
    """Columns that lack values, those that lack most first."""
    return _listed([f"{name} ({count:,})" for name, count in sorted(gaps, key=lambda gap: -gap[1])])


_KINDS = {
    "numbers": said("Engine", "numbers"),
    "categories": said("Engine", "categories"),
    "dates": said("Engine", "dates"),
    "empty": said("Engine", "empty"),
}


def _described(column: ColumnReport, usual: str) -> str:
    missing = said("Engine", ", {missing:,} missing").format(missing=column.missing) if column.missing else ""
    categories = joined("", ": ", _listed(list(column.categories))) if column.categories else ""
    mark = said("Engine", " in {mark}").format(mark=column.mark) if column.mark else ""
    sign = ""
    if column.decimal not in ("", usual):
        sign = said("Engine", ", decimal comma") if column.decimal == "," else said("Engine", ", decimal point")
    return joined("", _KINDS[column.kind], mark, categories, sign, missing)


def _listed(words: list[str]) -> str:
    shown = ", ".join(words[:LONGEST_LIST])
    if len(words) <= LONGEST_LIST:
        return shown
    return said("Engine", "{words} and {more:,} more").format(words=shown, more=len(words) - LONGEST_LIST)
