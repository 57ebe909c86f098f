"""A list of units, each with its saturated share as a bar; a click picks one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.ui.look import Look
from nnviz.ui.numbers import percent
from nnviz.ui.panels.lettering import LEFT, RIGHT, Lettering
from nnviz.ui.panels.thin_bar import paint_bar

ROW = 18
TALLEST_ROW = 34
NARROWEST_BAR = 16


@dataclass(frozen=True)
class UnitRow:
    """One unit: its place in the layer, its name, its saturated share, and whether no example passes it."""

    unit: int
    name: str
    saturated: float
    dead: bool


class UnitBars(QWidget):
    """Rows of name, bar and percentage.

    Signals:
        unit_picked(int): The user clicked on that unit's row.
    """

    unit_picked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lettering = Lettering(look)
        self.rows: list[UnitRow] = []
        self.selected: int | None = None
        self._hovered = -1
        self.setProperty("surface", "plain")
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._restyle)

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

    def box_of(self, place: int) -> QRectF:
        """Where a row is."""
        height = min(self.height() / max(len(self.rows), 1), self._look.px(TALLEST_ROW))
        return QRectF(0.0, place * height, self.width(), height)

    def selected_box(self) -> QRectF | None:
        """Where the selected row is; ``None`` if there is none."""
        places = [place for place, row in enumerate(self.rows) if row.unit == self.selected]
        return self.box_of(places[0]) if places else None

    def _place_at(self, y: float) -> int:
        """The place of the row at a height; -1 if there is none."""
        place = int(y / self.box_of(0).height())
        return place if 0 <= place < len(self.rows) else -1

    def _restyle(self) -> None:
        self.setMinimumHeight(len(self.rows) * self._look.px(ROW))
        self.update()

    # ---- painting ------------------------------------------------------------------------------------------------

    def _paint_row(self, painter: QPainter, place: int, row: UnitRow, name_width: float) -> None:
        look, px, box = self._look, self._look.px, self.box_of(place)
        chosen = row.unit == self.selected
        if chosen or place == self._hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_soft" if chosen else "control_hover"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), px(5), px(5))
        if chosen:
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(QRectF(0, box.top() + px(3), px(3), box.height() - 2 * px(3)), 1.5, 1.5)
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
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name_width = max((self._lettering.width(row.name, "mono_small") for row in self.rows), default=0.0)
        for place, row in enumerate(self.rows):
            self._paint_row(painter, place, row, name_width)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self.unit_picked.emit(self.rows[place].unit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().y())
        if place != self._hovered:
            self._hovered = place
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place_at(event.pos().y())
            row = self.rows[place] if place >= 0 else None
            QToolTip.showText(event.globalPos(), f"{row.name}: {self.words_of(row)}" if row is not None else "", self)
            return True
        return super().event(event)
