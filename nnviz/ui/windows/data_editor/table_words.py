"""What a table holds and what a choice of its columns gives, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nnviz.engine.data.tables.preview import MOST_LISTED, ColumnLook, Effect, TablePreview
from nnviz.ui.look.numbers import NumberStyle, short, whole
from nnviz.ui.names.translation import in_words, translate

LISTED = 6
"""Names in a sentence; of more, the first."""


def format_text(preview: TablePreview) -> str:
    """How the file is written: found out, and worth a look."""
    cells, grid = preview.cells, preview.grid
    parts = []
    if cells.sheet:
        parts.append(translate("TablePreview", "Excel, sheet “{}”").format(cells.sheet))
    else:
        parts += [
            translate("TablePreview", "columns separated by {}").format(cells.separator),
            translate("TablePreview", "decimal comma")
            if grid.decimal == ","
            else translate("TablePreview", "decimal point"),
            cells.encoding,
        ]
    header = translate("TablePreview", "header in the first row")
    if grid.header_row > 1:
        header = translate("TablePreview", "header in row {}").format(whole(grid.header_row))
    parts.append(header if grid.header else translate("TablePreview", "no header: columns are called x1, x2 and so on"))
    return " · ".join(parts)


def kind_text(column: ColumnLook) -> str:
    """What kind of column it is, in a word."""
    return {
        "numbers": translate("TablePreview", "numbers"),
        "categories": translate("TablePreview", "categories"),
        "dates": translate("TablePreview", "dates"),
        "empty": translate("TablePreview", "empty"),
    }[column.kind]


def holds_text(column: ColumnLook, style: NumberStyle) -> str:
    """What a column holds: ``2 missing · numbers, 32.1 to 59.6``."""
    if column.kind == "numbers" and not column.different:
        text = translate("TablePreview", "numbers, {} to {}").format(
            short(column.low, style), short(column.high, style)
        )
    elif column.kind == "categories":
        text = translate("TablePreview", "{} categories: {}").format(
            whole(column.different), listed(column.categories, column.different)
        )
        if column.different == 1:
            text = translate("TablePreview", "1 category: {}").format(column.categories[0])
    else:
        text = kind_text(column)
    missing = (
        translate("TablePreview", "{} missing").format(whole(column.missing))
        if column.missing and column.kind != "empty"
        else ""
    )
    return " · ".join(filter(None, (missing, text)))


def why_left_out(column: ColumnLook) -> str:
    """Why a column is no input, or better none; nothing if it may well be one."""
    if column.refusal:
        return column.refusal.removeprefix(f'"{column.name}" ')
    if column.only_counts:
        return translate("TablePreview", "only counts the rows")
    return ""


def listed(names: Sequence[str], count: int | None = None, most: int = LISTED) -> str:
    """Names in a row; of more than ``most``, or where there are more than given, the first."""
    count = len(names) if count is None else count
    shown = ", ".join(names[:most])
    more = count - min(most, len(names))
    return translate("TablePreview", "{} and {} more").format(shown, whole(more)) if more > 0 else shown


def headline(effect: Effect) -> str:
    """What a choice gives: ``150 rows, 4 inputs, 3 classes``."""
    if effect.table is None:
        return translate("TablePreview", "Nothing can be learned from it this way")
    report = effect.table.report
    rows = (
        translate("TablePreview", "1 row")
        if report.used == 1
        else translate("TablePreview", "{} rows").format(whole(report.used))
    )
    count = len(report.inputs)
    inputs = (
        translate("TablePreview", "1 input")
        if count == 1
        else translate("TablePreview", "{} inputs").format(whole(count))
    )
    classes = len(report.classes)
    kind = (
        translate("TablePreview", "{} classes").format(whole(classes))
        if classes
        else translate("TablePreview", "numbers to predict")
    )
    return ", ".join((rows, inputs, kind))


def effect_lines(effect: Effect) -> list[str]:
    """What there is to know about what a choice gives, a sentence each."""
    return list(_effect_lines(effect))


def _effect_lines(effect: Effect) -> Iterator[str]:
    if not effect.choice.features:
        yield translate("TablePreview", "Tick at least one column to learn from.")
    elif effect.problem:
        yield _sentence(effect.problem)
    if effect.table is not None:
        report = effect.table.report
        if report.classes:
            names = [f"{name} ({whole(count)})" for name, count in report.classes]
            yield translate("TablePreview", "Classes of {}: {}.").format(report.target, listed(names, most=MOST_LISTED))
        else:
            yield translate("TablePreview", "{} is predicted as a number.").format(report.target)
        columns = sum(column.use == "input" for column in report.columns)
        if columns != len(report.inputs):
            yield translate("TablePreview", "Each category is an input of its own: {} columns give {} inputs.").format(
                whole(columns), whole(len(report.inputs))
            )
    if effect.dropped:
        yield dropped_text(effect)
    if effect.table is not None:
        for warning in effect.table.report.warnings:
            yield translate("TablePreview", "Note: {}").format(_sentence(in_words(warning)))


def dropped_text(effect: Effect) -> str:
    """How many rows are dropped, which, and why."""
    rows = listed([whole(row) for row in effect.dropped[:MOST_LISTED]], len(effect.dropped))
    if len(effect.dropped) == 1:
        lacking = [name for name, _ in effect.lacking]
        text = (
            translate("TablePreview", "Row {} is dropped: {} is missing.")
            if len(lacking) == 1
            else translate("TablePreview", "Row {} is dropped: {} are missing.")
        )
        return text.format(rows, listed(lacking))
    why = listed(
        [translate("TablePreview", "{} ({} rows)").format(name, whole(count)) for name, count in effect.lacking]
    )
    return translate("TablePreview", "{} rows are dropped: a value is missing in {}. Rows {}.").format(
        whole(len(effect.dropped)), why, rows
    )


def _sentence(text: str) -> str:
    """A reason as a sentence; names in it stay as they are written."""
    first = text[:1].upper() + text[1:]
    return first if first.endswith((".", "!", "?")) else f"{first}."
