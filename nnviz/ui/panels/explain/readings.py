"""A few numbers in large type: each with its name at the left, or one before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.controls import Text


@dataclass(frozen=True)
class Reading:
    """A name, a number as it is written, and the role of the theme that it is written in."""

    name: str
    text: str
    tone: str = ""


class Readings(QWidget):
    """Rows of name and number."""

    def __init__(self, look: Look, role: str = "mono_large", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._role = role
        self.rows: tuple[Reading, ...] = ()
        self._texts: list[tuple[Text, Text]] = []
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(0, 1)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_rows(self, rows: Sequence[Reading]) -> None:
        """Show these."""
        while len(self._texts) < len(rows):
            self._add()
        for place, (name, number) in enumerate(self._texts):
            there = place < len(rows)
            name.setVisible(there)
            number.setVisible(there)
            if there:
                name.setText(rows[place].name)
                number.setText(rows[place].text)
                number.set_tone(rows[place].tone)
        self.rows = tuple(rows)
        self.setAccessibleName("; ".join(f"{row.name} {row.text}" for row in rows))

    def _add(self) -> None:
        name, number = Text(self._look, tone="muted", parent=self), Text(self._look, role=self._role, parent=self)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = len(self._texts)
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(number, row, 1)
        self._texts.append((name, number))

    def _restyle(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(self._look.px(10))
        self._grid.setVerticalSpacing(self._look.px(2))


class BeforeAfter(QWidget):
    """``0.400 → 0.359`` in large type, with what the two are over them."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.before = Text(look, role="mono_large")
        self.after = Text(look, role="mono_large", tone="update")
        self._grid = QGridLayout(self)
        captions = (Text(look, self.tr("before"), tone="muted"), Text(look, self.tr("after"), tone="muted"))
        for column, (caption, number) in zip(
            (0, 2), zip(captions, (self.before, self.after), strict=True), strict=True
        ):
            self._grid.addWidget(caption, 0, column)
            self._grid.addWidget(number, 1, column)
        self._grid.addWidget(Text(look, "→", role="mono_large", tone="faint"), 1, 1, Qt.AlignmentFlag.AlignHCenter)
        self._grid.setColumnStretch(3, 1)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_numbers(self, before: str, after: str) -> None:
        """Show these two."""
        self.before.setText(before)
        self.after.setText(after)
        self.setAccessibleName(self.tr("before {0}, after {1}").format(before, after))

    def _restyle(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(self._look.px(10))
        self._grid.setVerticalSpacing(0)
