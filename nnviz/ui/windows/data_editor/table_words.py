"""What a table holds and what a choice of its columns gives, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from nnviz.engine.data.tables.preview import MOST_LISTED, ColumnLook, Effect, TablePreview
from nnviz.ui.look.numbers import NumberStyle, short, whole

LISTED = 6
"""Names in a sentence; of more, the first."""


def tr(text: str) -> str:
    """A text of the preview in the user's language."""
    return QCoreApplication.translate("TablePreview", text)


def format_text(preview: TablePreview) -> str:
    """How the file is written: found out, and worth a look."""
    cells, grid = preview.cells, preview.grid
    parts = []
    if cells.sheet:
        parts.append(tr("Excel, sheet “{}”").format(cells.sheet))
    else:
        parts += [
            tr("columns separated by {}").format(cells.separator),
            tr("decimal comma") if grid.decimal == "," else tr("decimal point"),
            cells.encoding,
        ]
    header = tr("header in the first row")
    parts.append(header if grid.header else tr("no header: columns are called x1, x2 and so on"))
    return " · ".join(parts)


def kind_text(column: ColumnLook) -> str:
    """What kind of column it is, in a word."""
    return {
        "numbers": tr("numbers"),
        "categories": tr("categories"),
        "dates": tr("dates"),
        "empty": tr("empty"),
    }[column.kind]


def holds_text(column: ColumnLook, style: NumberStyle) -> str:
    """What a column holds: ``2 missing · numbers, 32.1 to 59.6``."""
    if column.kind == "numbers" and not column.different:
        text = tr("numbers, {} to {}").format(short(column.low, style), short(column.high, style))
    elif column.kind == "categories":
        text = tr("{} categories: {}").format(whole(column.different), listed(column.categories, column.different))
        if column.different == 1:
            text = tr("1 category: {}").format(column.categories[0])
    else:
        text = kind_text(column)
    missing = tr("{} missing").format(whole(column.missing)) if column.missing and column.kind != "empty" else ""
    return " · ".join(filter(None, (missing, text)))


def why_left_out(column: ColumnLook) -> str:
    """Why a column is no input, or better none; nothing if it may well be one."""
    if column.refusal:
        return column.refusal.removeprefix(f'"{column.name}" ')
    if column.only_counts:
        return tr("only counts the rows")
    return ""


def listed(names: Sequence[str], count: int | None = None, most: int = LISTED) -> str:
    """Names in a row; of more than ``most``, or where there are more than given, the first."""
    count = len(names) if count is None else count
    shown = ", ".join(names[:most])
    more = count - min(most, len(names))
    return tr("{} and {} more").format(shown, whole(more)) if more > 0 else shown


def headline(effect: Effect) -> str:
    """What a choice gives: ``150 rows, 4 inputs, 3 classes``."""
    if effect.table is None:
        return tr("Nothing can be learned from it in this way")
    report = effect.table.report
    rows = tr("1 row") if report.used == 1 else tr("{} rows").format(whole(report.used))
    count = len(report.inputs)
    inputs = tr("1 input") if count == 1 else tr("{} inputs").format(whole(count))
    classes = len(report.classes)
    kind = tr("{} classes").format(whole(classes)) if classes else tr("numbers to predict")
    return ", ".join((rows, inputs, kind))


def effect_lines(effect: Effect) -> list[str]:
    """What there is to know about what a choice gives, a sentence each."""
    return list(_effect_lines(effect))


def _effect_lines(effect: Effect) -> Iterator[str]:
    if not effect.choice.features:
        yield tr("Tick at least one column to learn from.")
    elif effect.problem:
        yield _sentence(effect.problem)
    if effect.table is not None:
        report = effect.table.report
        if report.classes:
            names = [f"{name} ({whole(count)})" for name, count in report.classes]
            yield tr("Classes of {}: {}.").format(report.target, listed(names, most=MOST_LISTED))
        else:
            yield tr("{} is predicted as a number.").format(report.target)
        columns = sum(column.use == "input" for column in report.columns)
        if columns != len(report.inputs):
            yield tr("Each category is an input of its own: {} columns give {} inputs.").format(
                whole(columns), whole(len(report.inputs))
            )
    if effect.dropped:
        yield dropped_text(effect)
    if effect.table is not None:
        for warning in effect.table.report.warnings:
            yield tr("Mind: {}").format(_sentence(warning))


def dropped_text(effect: Effect) -> str:
    """How many rows are dropped, which, and why."""
    rows = listed([whole(row) for row in effect.dropped[:MOST_LISTED]], len(effect.dropped))
    why = listed([f"{name} ({whole(count)})" for name, count in effect.lacking])
    if len(effect.dropped) == 1:
        return tr("Row {} is dropped, as it has no value in {}.").format(rows, why)
    return tr("{} rows are dropped, as they lack a value in {}: rows {}.").format(whole(len(effect.dropped)), why, rows)


def _sentence(text: str) -> str:
    """A reason as a sentence; names in it stay as they are written."""
    first = text[:1].upper() + text[1:]
    return first if first.endswith((".", "!", "?")) else f"{first}."
