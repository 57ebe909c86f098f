"""A list of units, each with its saturated share as a bar; a click picks one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import percent
from nnviz.ui.toolkit.controls.thin_bar import paint_bar
from nnviz.ui.toolkit.lettering import LEFT, RIGHT
from nnviz.ui.toolkit.row_list import RowList

ROW = 18
NARROWEST_BAR = 16


@dataclass(frozen=True)
class UnitRow:
    """One unit: its place in the layer, its name, its saturated share, and whether no example passes it."""

    unit: int
    name: str
    saturated: float
    dead: bool


class UnitBars(RowList):
    """Rows of name, bar and percentage; what is picked is a unit's place in the layer."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.rows: list[UnitRow] = []
        self.selected: int | None = None

    def show_rows(self, rows: list[UnitRow], selected: int | None) -> None:
        """Show these units, one of them selected."""
        if len(rows) != len(self.rows):
            self.setMinimumHeight(len(rows) * self._look.px(ROW))
        if rows != self.rows or selected != self.selected:
            self.rows, self.selected = rows, selected
            self.setAccessibleName("; ".join(f"{row.name} {self.words_of(row)}" for row in rows))
            self.update()

    def words_of(self, row: UnitRow) -> str:
        """What is printed at the right of a row, in full."""
        return self.tr("dead: no example passes") if row.dead else percent(row.saturated, style=self._look.numbers)

    @property
    def _keys(self) -> list[int]:
        return [row.unit for row in self.rows]

    @property
    def _selected_key(self) -> int | None:
        return self.selected

    def _tip(self, place: int) -> str:
        return f"{self.rows[place].name}: {self.words_of(self.rows[place])}"

    def _restyle(self) -> None:
        self.setMinimumHeight(len(self.rows) * self._look.px(ROW))
        self.update()

    # ---- painting ------------------------------------------------------------------------------------------------

    def _paint_row(self, painter: QPainter, place: int, row: UnitRow, name_width: float) -> None:
        look, px, box = self._look, self._look.px, self.box_of(place)
        chosen = self._paint_ground(painter, place, inset=3)
        inside = box.adjusted(px(7), 0, -px(5), 0)
        lettering, font = self._lettering, "mono_small"
        lettering.write(painter, inside, row.name, font, look.colour("accent" if chosen else "text"), LEFT)
        left, right = inside.left() + name_width + px(7), inside.right()
        if row.dead:
            self._paint_dead(painter, QRectF(left, box.top(), right - left, box.height()), row)
            return
        lettering.write(painter, inside, self.words_of(row), font, look.colour("text"), RIGHT)
        width = right - lettering.width("100\u00a0%", font) - px(6) - left
        if width >= px(NARROWEST_BAR):
            bar = QRectF(left, box.center().y() - px(4), width, px(8))
            paint_bar(painter, look, bar, row.saturated, "negative")

    def _paint_dead(self, painter: QPainter, box: QRectF, row: UnitRow) -> None:
        fits = self._lettering.width(self.words_of(row), "tiny_bold") <= box.width()
        text = self.words_of(row) if fits else self.tr("dead")
        self._lettering.write(painter, box, text, "tiny_bold", self._look.colour("error"), RIGHT)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(150), len(self.rows) * self._look.px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            name_width = max((self._lettering.width(row.name, "mono_small") for row in self.rows), default=0.0)
            for place, row in enumerate(self.rows):
                self._paint_row(painter, place, row, name_width)
