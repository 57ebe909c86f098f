"""Numbers as bars to the left and to the right of zero, each with its name, its sign and how it comes about."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.lettering import LEFT, RIGHT
from nnviz.ui.toolkit.pointed_parts import TAB, PointedParts

FONT = "mono_body"
SMALLER_FONT = "mono"
"""What a working is set in where it then fits on one line."""

TIMES = " × "
"""Where a working can be broken."""

LEAST_BAR = 70
"""With less room for the bar, in pixels at scale 1, the working goes to a line of its own."""


@dataclass(frozen=True)
class BarRow:
    """One bar.

    Attributes:
        name: What it is.
        value: Its length and side.
        text: The value as it is written.
        working: How it comes about; empty where there is nothing to say.
    """

    name: str
    value: float
    text: str
    working: str = ""


class BarRows(PointedParts):
    """Rows of name, working, bar and number; all bars on one scale.

    Its many methods are small: where things are, the steps of one painting, and what Qt and ``PointedParts`` ask.

    Attributes:
        rows: What is shown.
        marked: The place of the row that stands out; −1 for none.
    """

    def __init__(
        self, look: Look, positive: str, negative: str, *, pickable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._roles = positive, negative
        self.pickable = pickable
        self._one_sided = False
        self._has_bars = True
        self.rows: tuple[BarRow, ...] = ()
        self.marked = -1
        # Measured once for these rows in this look: there may be hundreds.
        self._widest: tuple[float, float, float] | None = None
        self._heights: dict[float, float] = {}
        self.setProperty("surface", "plain")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(pickable)
        if pickable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_rows(self, rows: Sequence[BarRow], marked: int = -1, *, one_sided: bool = False) -> None:
        """Show these; ``one_sided`` has zero at the left, for what is never negative."""
        resized = len(rows) != len(self.rows) or any(map(_is_worked_out, (*rows, *self.rows)))
        self.rows, self.marked, self._one_sided = tuple(rows), marked, one_sided
        self._forget()
        if self.current >= len(rows):
            self._point_at(-1)
        self.setAccessibleName("; ".join(self.words_of(place) for place in range(len(rows))))
        if resized:
            self.updateGeometry()
        self.update()

    def show_bars(self, visible: bool) -> None:
        """Leave the bars out, for a sum under the rows, or paint them."""
        self._has_bars = visible
        self.update()

    def words_of(self, place: int) -> str:
        """All that a row says, in a line."""
        row = self.rows[place]
        return f"{row.name}: {row.working} {row.text}" if row.working else f"{row.name}: {row.text}"

    def box_of(self, place: int) -> QRectF:
        """Where a row is."""
        height = self._row_height(self.width())
        return QRectF(0.0, place * height, self.width(), height)

    def bar_of(self, place: int) -> QRectF:
        """Where a row's bar is; it has no width where its number is zero, or not finite."""
        left, right = self._room_for_bars(self.width())
        line = self._first_line(place)
        height = self._look.px(12)
        top = line.center().y() - height / 2
        zero = left if self._one_sided else (left + right) / 2
        largest = max((abs(row.value) for row in self.rows if math.isfinite(row.value)), default=0.0)
        value = self.rows[place].value
        if not math.isfinite(value) or not largest:
            return QRectF(zero, top, 0.0, height)
        length = abs(value) / largest * (right - zero)
        return QRectF(zero if value >= 0.0 else zero - length, top, length, height)

    # ---- where things are ----------------------------------------------------------------------------------------

    def _widths(self) -> tuple[float, float, float]:
        """The widest name, working and number."""
        if self._widest is None:
            width = self._lettering.width
            self._widest = (
                max((width(row.name, f"{FONT}_bold") for row in self.rows), default=0.0),
                max((width(row.working, FONT) for row in self.rows), default=0.0),
                max((width(row.text, f"{FONT}_bold") for row in self.rows), default=0.0),
            )
        return self._widest

    def _is_folded(self, width: float) -> bool:
        """Whether the workings stand on lines of their own."""
        name, working, text = self._widths()
        gaps = 3 * self._look.px(12) + 2 * self._look.px(6)
        return working > 0.0 and name + working + text + gaps + self._look.px(LEAST_BAR) > width

    def _room_for_bars(self, width: float) -> tuple[float, float]:
        name, working, text = self._widths()
        px = self._look.px
        left = px(6) + name + px(12)
        if working and not self._is_folded(width):
            left += working + px(12)
        return left, max(width - px(6) - text - px(12), left + 1.0)

    def _line(self) -> float:
        return self._lettering.line(FONT)

    def _set(self, working: str, width: float) -> tuple[str, list[str]]:
        """A working on lines of its own: its type, and its lines."""
        room = width - 2 * self._look.px(6)
        for font in (FONT, SMALLER_FONT):
            if self._lettering.width(working, font) <= room:
                return font, [working]
        first, *factors = working.split(TIMES)
        lines = [first]
        for factor in factors:
            if self._lettering.width(lines[-1] + TIMES + factor, FONT) <= room:
                lines[-1] += TIMES + factor
            else:
                lines.append(TIMES.lstrip() + factor)
        return FONT, lines

    def _row_height(self, width: float) -> float:
        if width not in self._heights:
            lines = 1
            if self._is_folded(width):
                lines += max(len(self._set(row.working, width)[1]) for row in self.rows)
            self._heights[width] = lines * self._line() + self._look.px(8)
        return self._heights[width]

    def _first_line(self, place: int) -> QRectF:
        box, px = self.box_of(place), self._look.px
        return QRectF(box.left() + px(6), box.top() + px(4), box.width() - 2 * px(6), self._line())

    @property
    def _count(self) -> int:
        return len(self.rows)

    def place_at(self, at: QPointF) -> int:
        place = int(at.y() // self._row_height(self.width()))
        return place if 0 <= place < len(self.rows) else -1

    def _tip(self, place: int) -> str:
        return self.words_of(place)

    def _forget(self) -> None:
        """What was measured is no longer so."""
        self._widest = None
        self._heights.clear()

    def _restyle(self) -> None:
        self._forget()
        self.updateGeometry()
        self.update()

    # ---- painting ------------------------------------------------------------------------------------------------

    def _paint_row(self, painter: QPainter, place: int) -> None:
        look, px, row = self._look, self._look.px, self.rows[place]
        stands_out = place in (self.marked, self.current)
        if stands_out:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_soft" if place == self.marked else "control_hover"))
            painter.drawRoundedRect(self.box_of(place).adjusted(0, 1, 0, -1), px(5), px(5))
        line = self._first_line(place)
        font = f"{FONT}_bold" if place == self.marked else FONT
        self._lettering.write(painter, line, row.name, font, look.colour("text"), LEFT)
        role = self._roles[row.value < 0.0] if row.value else "text"
        self._lettering.write(painter, line, row.text, f"{FONT}_bold", look.colour(role), RIGHT)
        if not self._has_bars:
            return
        bar = self.bar_of(place)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(role))
        if bar.width():
            rounding = min(px(3), bar.width() / 2)
            painter.drawRoundedRect(bar, rounding, rounding)
        self._paint_working(painter, line, row)

    def _paint_working(self, painter: QPainter, line: QRectF, row: BarRow) -> None:
        if not row.working:
            return
        name, _, _ = self._widths()
        colour = self._look.colour("text_muted")
        if self._is_folded(self.width()):
            font, lines = self._set(row.working, self.width())
            for number, text in enumerate(lines, start=1):
                self._lettering.write(painter, line.translated(0.0, number * line.height()), text, font, colour, LEFT)
        else:
            beside = line.adjusted(name + self._look.px(12), 0, 0, 0)
            self._lettering.write(painter, beside, row.working, FONT, colour, LEFT)

    def _paint_zero(self, painter: QPainter) -> None:
        left, right = self._room_for_bars(self.width())
        zero = round(left if self._one_sided else (left + right) / 2) + 0.5
        painter.setPen(QPen(self._look.colour("axis"), max(1, self._look.px(1))))
        reach = self._look.px(10)
        for place in range(len(self.rows)):
            middle = self._first_line(place).center().y()
            painter.drawLine(QPointF(zero, middle - reach), QPointF(zero, middle + reach))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return math.ceil(len(self.rows) * self._row_height(width))

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > self._look.px(100) else self._look.px(300)
        return QSize(self._look.px(300), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self.sizeHint().height())

    def resizeEvent(self, event: object) -> None:
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place in range(len(self.rows)):
                if self.box_of(place).toAlignedRect().intersects(event.rect()):
                    self._paint_row(painter, place)
            if self._has_bars:
                self._paint_zero(painter)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in TAB and self.current < 0 and self.rows:
            self._point_at(0)

    def hideEvent(self, event: object) -> None:
        self._point_at(-1)


def _is_worked_out(row: BarRow) -> bool:
    return bool(row.working)
