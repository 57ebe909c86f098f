"""What lists of bars share: rows of which one is selected, one is under the pointer, and a click picks one."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.pointed_parts import PointedParts


class RowList(PointedParts):
    """Rows under each other, as high as there is room for; subclasses know what is in them.

    Signals:
        picked(int): The user clicked on a row: its key, not its place.

    Attributes:
        tallest_row: In pixels at scale 1.
    """

    tallest_row = 34

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setProperty("surface", "plain")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # ---- what subclasses say -------------------------------------------------------------------------------------

    @property
    def _keys(self) -> Sequence[int]:
        """What the rows stand for, from the top."""
        raise NotImplementedError

    @property
    def _selected_key(self) -> int | None:
        raise NotImplementedError

    @property
    def _head(self) -> float:
        """The room above the rows."""
        return 0.0

    # ---- where things are ----------------------------------------------------------------------------------------

    def box_of(self, place: int) -> QRectF:
        """Where a row is."""
        height = min((self.height() - self._head) / max(len(self._keys), 1), self._look.px(self.tallest_row))
        return QRectF(0.0, self._head + place * height, self.width(), height)

    def edges(self) -> list[tuple[float, float]]:
        """Where the rows begin and end."""
        return [(box.top(), box.bottom()) for box in map(self.box_of, range(len(self._keys)))]

    def selected_box(self) -> QRectF | None:
        """Where the selected row is; ``None`` if there is none."""
        places = [place for place, key in enumerate(self._keys) if key == self._selected_key]
        return self.box_of(places[0]) if places else None

    @property
    def _count(self) -> int:
        return len(self._keys)

    def place_at(self, at: QPointF) -> int:
        place = math.floor((at.y() - self._head) / self.box_of(0).height())
        return place if 0 <= place < len(self._keys) else -1

    def _pick(self, place: int) -> None:
        self.picked.emit(self._keys[place])

    def _paint_ground(self, painter: QPainter, place: int, inset: int) -> bool:
        """What is behind a row, where it is selected or pointed at; whether it is selected."""
        chosen, over = self._keys[place] == self._selected_key, place == self.current
        paint_ground(painter, self._look, self.box_of(place), chosen, over, self._look.px(inset))
        return chosen


def paint_ground(painter: QPainter, look: Look, box: QRectF, chosen: bool, over: bool, inset: int) -> None:
    """The ground of a row that is selected (``chosen``) or pointed at.

    A selected row has a mark at its left too, which is so many pixels (``inset``) shorter at either end.
    """
    px = look.px
    if chosen or over:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent_soft" if chosen else "control_hover"))
        painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), px(5), px(5))
    if chosen:
        painter.setBrush(look.colour("accent"))
        painter.drawRoundedRect(QRectF(0, box.top() + inset, px(3), box.height() - 2 * inset), 1.5, 1.5)
