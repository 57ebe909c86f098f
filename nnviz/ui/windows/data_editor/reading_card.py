"""How a table is read: what was found out of its file, with a control for each that says otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QStyle, QStyleOptionComboBox, QVBoxLayout, QWidget

from nnviz.engine.data.tables.encodings import ENCODINGS
from nnviz.engine.data.tables.preview import TablePreview
from nnviz.engine.data.tables.separators import words_of
from nnviz.engine.settings import FOUND_OUT
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import whole
from nnviz.ui.names.translation import in_words, translate
from nnviz.ui.panels.experiment.settings.text_row import Line
from nnviz.ui.toolkit.controls import Card, Choice
from nnviz.ui.toolkit.controls.text import Section

MOST_ROWS_OFFERED = 30
"""Rows of a file that may hold the names, or be the first example."""
SPARE = 4
"""Pixels beside what is chosen."""
NARROWEST = 118
"""Pixels at scale 1 of a control: where there are fewer, they stand in several rows."""


def _separator_text(separator: str) -> str:
    return in_words(words_of({"tab": "\t", "spaces": r"\s+"}.get(separator, separator)))


def _row_text(row: int) -> str:
    return translate("TablePreview", "row {}").format(whole(row)) if row else translate("TablePreview", "none")


def _decimal_text(decimal: str) -> str:
    return translate("TablePreview", "comma") if decimal == "," else translate("TablePreview", "point")


class ReadingCard(Card):
    """A row of controls, or several. Each shows what was found out until somebody says something else.

    Signals:
        changed(Reading): Somebody says so.
    """

    changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.told = FOUND_OUT
        self._grid = QGridLayout()
        self._standing: tuple[list[QWidget], int] = [], 0
        self._labels: dict[str, Section] = {}
        self._names: dict[str, str] = {}
        self._columns: dict[str, QWidget] = {}
        self._spaced: list[QVBoxLayout] = []
        self.choices: dict[str, Choice] = {}
        for field, text in (
            ("header", self.tr("Names in")),
            ("skip", self.tr("First example")),
            ("sheet", self.tr("Sheet")),
            ("separator", self.tr("Separator")),
            ("encoding", self.tr("Encoding")),
            ("decimal", self.tr("Decimal sign")),
            ("dates", self.tr("Dates")),
        ):
            choice = Choice(look, "", [])
            choice.set_spoken_name(text)
            choice.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.picked.connect(lambda key, field=field: self._tell(field, _value(field, key)))
            self.choices[field] = choice
            self._add(field, text, choice)
        self.missing = Line()
        self.missing.setAccessibleName(self.tr("Missing values"))
        self.missing.entered.connect(self._on_missing)
        self._add("missing", self.tr("Missing values"), self.missing)
        self.body.addLayout(self._grid)
        look.changed.connect(self._space)
        self._space()

    def _add(self, field: str, text: str, control: QWidget) -> None:
        whole = QWidget(self)
        whole.setProperty("surface", "plain")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        self._names[field], self._labels[field], self._columns[field] = text, Section(self._look, text), whole
        self._spaced.append(column)
        column.addWidget(self._labels[field])
        column.addWidget(control)

    def show_found(self, read: TablePreview) -> None:
        """Show how a table was read."""
        found = read.found
        rows = range(1, min(read.rows + (found.skip or 0), MOST_ROWS_OFFERED) + 1)
        self._offer("header", _row_text, (0, *rows), found.header)
        self._offer("skip", lambda skip: _row_text(skip + 1), [row - 1 for row in rows], found.skip)
        self._offer("sheet", str, read.cells.sheets, found.sheet)
        self._offer("separator", _separator_text, (",", ";", "tab", "|", "spaces"), found.separator)
        self._offer("encoding", str, tuple(ENCODINGS), found.encoding)
        self._offer("decimal", _decimal_text, (".", ","), found.decimal)
        self._offer_dates()
        self._show_kind(found.sheet is not None)
        self.missing.show_value(", ".join(self.told.missing or ()))
        marks = ", ".join(found.missing or ())
        self.missing.setPlaceholderText(marks or self.tr("empty cells"))

    def show_failed(self, path: Path) -> None:
        """Offer what may be said of a table that could not be read."""
        rows = range(1, MOST_ROWS_OFFERED + 1)
        self._offer("header", _row_text, (0, *rows), None)
        self._offer("skip", lambda skip: _row_text(skip + 1), [row - 1 for row in rows], None)
        self._offer("sheet", str, [self.told.sheet] if self.told.sheet is not None else [], None)
        self._offer("separator", _separator_text, (",", ";", "tab", "|", "spaces"), None)
        self._offer("encoding", str, tuple(ENCODINGS), None)
        self._offer("decimal", _decimal_text, (".", ","), None)
        self._offer_dates()
        self._show_kind(path.suffix.lower() == ".xlsx")

    def _offer(self, field: str, text: Callable[[Any], str], values: Sequence[Any], found: Any) -> None:
        """The values of a field; the first entry leaves it to be found out."""
        told = getattr(self.told, field)
        automatic = text(found) if found is not None and told is None else self.tr("found out")
        others = [value for value in values if value != found or told is not None]
        if told is not None and told not in others:
            others.append(told)
        self.choices[field].set_choices([("", automatic), *((str(value), text(value)) for value in others)])
        self.choices[field].set_key("" if told is None else str(told))
        self._show_told(field)

    def _offer_dates(self) -> None:
        self.choices["dates"].set_choices([("", self.tr("left out")), ("days", self.tr("as days"))])
        self.choices["dates"].set_key(self.told.dates or "")
        self._show_told("dates")
        self._show_told("missing")

    def _show_told(self, field: str) -> None:
        """Say which are no longer found out, but as somebody wants them."""
        is_told = getattr(self.told, field) is not None
        self._labels[field].setText(self.tr("{} (set)").format(self._names[field]) if is_told else self._names[field])

    def _show_kind(self, is_excel: bool) -> None:
        """An Excel file has sheets, a text file an encoding and a separator."""
        for field in ("sheet", "separator", "encoding"):
            self._columns[field].setVisible((field == "sheet") == is_excel)
        self._place()

    def _on_missing(self, text: str) -> None:
        marks = tuple(mark.strip() for mark in text.split(",") if mark.strip())
        self.missing.setModified(False)
        self._tell("missing", marks or None)

    def _tell(self, field: str, value: Any) -> None:
        if getattr(self.told, field) != value:
            self.told = msgspec.structs.replace(self.told, **{field: value})
            self.changed.emit(self.told)

    def _place(self) -> None:
        """As many beside each other as can be read."""
        shown = [column for column in self._columns.values() if not column.isHidden()]
        margins, gap = self._column.contentsMargins(), self._grid.horizontalSpacing()
        room = self.width() - margins.left() - margins.right() + gap
        narrowest = max(self._look.px(NARROWEST), *(_wanted(choice.box) for choice in self._choices_of(shown)))
        rows = -(-len(shown) // max(1, room // (narrowest + gap)))
        across = -(-len(shown) // rows)
        if (shown, across) == self._standing:
            return
        self._standing = shown, across
        for place, column in enumerate(shown):
            self._grid.addWidget(column, place // across, place % across)
        for place in range(self._grid.columnCount()):
            self._grid.setColumnStretch(place, int(place < across))

    def _choices_of(self, shown: list[QWidget]) -> list[Choice]:
        return [choice for field, choice in self.choices.items() if self._columns[field] in shown]

    def _space(self) -> None:
        self._grid.setSpacing(self._look.px(10))
        for column in self._spaced:
            column.setSpacing(self._look.px(3))
        self.missing.setFont(self._look.font("body"))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()


def _wanted(box: QComboBox) -> int:
    """How wide a list is to be, for what is chosen in it to be seen whole."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    frame = QStyle.SubControl.SC_ComboBoxEditField
    field = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, frame, box)
    return box.width() - field.width() + box.fontMetrics().horizontalAdvance(box.currentText()) + SPARE


def _value(field: str, key: str) -> str | int | None:
    """What a key of a list stands for."""
    return (int(key) if field in ("header", "skip") else key) if key else None
