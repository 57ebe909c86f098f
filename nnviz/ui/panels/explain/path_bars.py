"""The paths that a gradient is the sum of: a list with a bar for each, to the left (−) or right (+) of zero."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.lettering import RIGHT
from nnviz.ui.toolkit.pointed_parts import TAB, PointedParts
from nnviz.ui.toolkit.row_list import paint_ground

NAME, NUMBER = "body", "body"
ROOM = 5
NARROWEST_BARS = 60
BAR = 10


class RowKind(Enum):
    """What a row adds to the sum."""

    PATH = auto()
    REST = auto()
    PENALTY = auto()
    TOTAL = auto()


@dataclass(frozen=True)
class Row:
    """One line of the sum: what it is, its value, and how that is written."""

    kind: RowKind
    name: str
    value: float
    number: str


class PathBars(PointedParts):
    """Rows of route, bar and number; the first ones are paths, one of which is spelled out elsewhere.

    The Up and Down keys pick the path that they go to. Its many methods are small: where things are, the steps of one
    painting, and what Qt and ``PointedParts`` ask.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.rows: tuple[Row, ...] = ()
        self._beside: tuple[Row, ...] = ()
        self.selected = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[Row], selected: int = -1, beside: Sequence[Row] = ()) -> None:
        """Show these rows of a sum, one of its paths selected; ``beside`` are its others, shown elsewhere in line."""
        rows, beside = tuple(rows), tuple(beside)
        if (rows, selected, beside) == (self.rows, self.selected, self._beside):
            return
        self.rows, self.selected, self._beside = rows, selected, beside
        self.setAccessibleName("; ".join(f"{row.name} {row.number}" for row in rows))
        if self.current >= self.paths:
            self._point_at(-1)
        self._restyle()

    @property
    def paths(self) -> int:
        """How many of the rows are paths."""
        return sum(row.kind is RowKind.PATH for row in self.rows)

    @property
    def is_cut(self) -> bool:
        """Whether a name has too little room."""
        return any(self._is_cut(row) for row in self.rows)

    @property
    def _all(self) -> tuple[Row, ...]:
        return (*self.rows, *self._beside)

    @property
    def row_height(self) -> int:
        """How high a row is."""
        return math.ceil(self._lettering.line(NAME)) + self._look.px(ROOM)

    def box_of(self, place: int) -> QRectF:
        """Where a row is."""
        return QRectF(0.0, place * self.row_height, self.width(), self.row_height)

    def bar_of(self, place: int) -> QRectF:
        """Where the bar of a row is: left of ``zero`` for a negative value. Empty where there is no room for bars."""
        left, right = self._bars()
        value, largest = self.rows[place].value, self._largest()
        if right - left < self._look.px(NARROWEST_BARS) or not largest or not math.isfinite(value):
            return QRectF()
        length = min(abs(value) / largest, 1.0) * (right - left) / 2
        box, half = self.box_of(place), self._look.px(BAR) / 2
        start = self.zero - (length if value < 0 else 0.0)
        return QRectF(start, box.center().y() - half, length, 2 * half)

    @property
    def zero(self) -> float:
        """Where bars begin."""
        return sum(self._bars()) / 2

    def _largest(self) -> float:
        return max((abs(row.value) for row in self._all if math.isfinite(row.value)), default=0.0)

    def _bars(self) -> tuple[float, float]:
        """The left and right end of the column of bars."""
        px = self._look.px
        numbers = max((self._lettering.width(row.number, NUMBER) for row in self._all), default=0.0)
        return self._name_width() + px(20), self.width() - numbers - px(18)

    def _name_width(self) -> float:
        longest = max((self._lettering.width(row.name, self._name_role(row)) for row in self._all), default=0.0)
        numbers = max((self._lettering.width(row.number, NUMBER) for row in self._all), default=0.0)
        return max(min(longest, self.width() - numbers - self._look.px(34)), 1.0)

    @staticmethod
    def _name_role(row: Row) -> str:
        return "strong" if row.kind is RowKind.TOTAL else NAME

    def _restyle(self) -> None:
        self.setFixedHeight(len(self.rows) * self.row_height)
        self.updateGeometry()
        self.update()

    # ---- painting ------------------------------------------------------------------------------------------------

    def _paint_row(self, painter: QPainter, place: int, row: Row) -> None:
        look, px, box, lettering = self._look, self._look.px, self.box_of(place), self._lettering
        chosen = row.kind is RowKind.PATH and place == self.selected and self.paths > 1
        paint_ground(painter, look, box, chosen, place == self.current, px(4))
        if row.kind is RowKind.TOTAL:
            painter.setPen(QPen(look.colour("axis"), max(1, px(1))))
            painter.drawLine(QPointF(0, box.top() + 0.5), QPointF(box.right(), box.top() + 0.5))
        role, inside = self._name_role(row), box.adjusted(px(8), 0, -px(6), 0)
        tone = "accent" if chosen else "text" if row.kind in (RowKind.PATH, RowKind.TOTAL) else "text_muted"
        name = QRectF(inside.topLeft(), QSizeF(self._name_width() + 1, inside.height()))
        lettering.write_fitting(painter, name, (row.name,), role, look.colour(tone))
        self._paint_bar(painter, place, row)
        colour = look.colour(sign_role(row.value))
        lettering.write(painter, inside, row.number, "strong" if role == "strong" else NUMBER, colour, RIGHT)

    def _paint_bar(self, painter: QPainter, place: int, row: Row) -> None:
        bar = self.bar_of(place)
        if bar.isEmpty():
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(sign_role(row.value)))
        painter.drawRoundedRect(bar, 1.5, 1.5)

    def _is_cut(self, row: Row) -> bool:
        return self._lettering.fitted(self._name_role(row), self._name_width() + 1, row.name).text != row.name

    # ---- what the user does --------------------------------------------------------------------------------------

    def place_at(self, at: QPointF) -> int:
        place = int(at.y() // self.row_height)
        return place if 0 <= place < self.paths else -1

    def _tip_at(self, at: QPointF) -> str:
        """A name that is cut, also that of a row which is no path."""
        place = int(at.y() // self.row_height)
        row = self.rows[place] if 0 <= place < len(self.rows) else None
        return row.name if row is not None and self._is_cut(row) else ""

    def _point_at(self, place: int) -> None:
        several = place >= 0 and self.paths > 1
        self.setCursor(Qt.CursorShape.PointingHandCursor if several else Qt.CursorShape.ArrowCursor)
        super()._point_at(place)

    def _pick(self, place: int) -> None:
        if 0 <= place < self.paths and place != self.selected:
            self.selected = place
            self.update()
            self.picked.emit(place)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(240), len(self.rows) * self.row_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), len(self.rows) * self.row_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place, row in enumerate(self.rows):
                if self.box_of(place).intersects(QRectF(event.rect())):
                    self._paint_row(painter, place, row)
            left, right = self._bars()
            if right - left >= self._look.px(NARROWEST_BARS):
                painter.setPen(QPen(self._look.colour("axis"), max(1, self._look.px(1))))
                painter.drawLine(QPointF(round(self.zero) + 0.5, 0), QPointF(round(self.zero) + 0.5, self.height()))
            if self.hasFocus() and self.paths > 1:
                painter.setPen(QPen(self._look.colour("focus"), self._look.px(2)))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(self.box_of(self.selected).adjusted(1, 1, -1, -1), 5, 5)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        if self.paths and event.reason() in TAB:
            self.pointed.emit(self.selected)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        self.pointed.emit(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self.steps and self.paths > 1:
            self._pick(min(max(self.selected + self.steps[Qt.Key(event.key())], 0), self.paths - 1))
            self.pointed.emit(self.selected)
        else:
            event.ignore()


def sign_role(value: float) -> str:
    """The colour of a gradient's sign; zero and what is no number have none."""
    return "grad_positive" if value > 0 else "grad_negative" if value < 0 else "text_muted"
