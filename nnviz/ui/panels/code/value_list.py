"""Rows of numbers under the code: a variable, what it holds, and its shape."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.panels.code.values import ValueRow
from nnviz.ui.toolkit.lettering import LEFT, RIGHT, Lettering

FONT, SHAPE_FONT = "mono", "tiny"
SPACING = 1.2
MORE = "…"


class ValueList(QWidget):
    """As many numbers of each row as there is room for.

    Attributes:
        rows: What is shown.
        places: How many rows there is room for: it is as high whether or not there are so many.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._lettering = look, Lettering(look)
        self.rows: tuple[ValueRow, ...] = ()
        self.places = 4
        self._role = "text"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_rows(self, rows: Sequence[ValueRow], role: str) -> None:
        """Show these, their names in the colour of a role."""
        if tuple(rows) != self.rows or role != self._role:
            self.rows, self._role = tuple(rows), role
            self.setAccessibleName("; ".join(f"{row.name}: {' '.join(row.numbers)} {row.shape}" for row in rows))
            self.update()

    def set_places(self, places: int) -> None:
        """Have room for so many rows."""
        if places != self.places:
            self.places = places
            self.updateGeometry()

    def shown(self, row: ValueRow, room: float) -> str:
        """The numbers of a row that there is room for."""
        taken: list[str] = []
        for place, number in enumerate(row.numbers):
            more = f"  {MORE}" if place + 1 < len(row.numbers) else ""
            if taken and self._lettering.width("  ".join([*taken, number]) + more, FONT) > room:
                return "  ".join(taken) + f"  {MORE}"
            taken.append(number)
        return "  ".join(taken)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), round(self.places * self._row))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), round(self.places * self._row))

    @property
    def _row(self) -> float:
        return self._lettering.line(FONT) * SPACING

    def paintEvent(self, event: QPaintEvent) -> None:
        look, lettering, px = self._look, self._lettering, self._look.px
        names = max((lettering.width(row.name, FONT + "_bold") for row in self.rows), default=0.0)
        with QPainter(self) as painter:
            for place, row in enumerate(self.rows[: self.places]):
                box = QRectF(px(2), place * self._row, self.width() - px(4), self._row)
                lettering.write(painter, box, row.name, FONT + "_bold", look.colour(self._role), LEFT)
                shape = lettering.width(row.shape, SHAPE_FONT) + px(10) if row.shape else 0.0
                numbers = box.adjusted(names + px(12), 0, -shape, 0)
                lettering.write(painter, numbers, self.shown(row, numbers.width()), FONT, look.colour("text"), LEFT)
                if row.shape:
                    lettering.write(painter, box, row.shape, SHAPE_FONT, look.colour("text_muted"), RIGHT)
