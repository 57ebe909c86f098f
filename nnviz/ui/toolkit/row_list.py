"""What lists of bars share: rows of which one is selected, one is under the pointer, and a click picks one."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.toolkit.lettering import Lettering


class RowList(QWidget):
    """Rows under each other, as high as there is room for; subclasses know what is in them.

    Signals:
        picked(int): The user clicked on a row: its key.

    Attributes:
        tallest_row: In pixels at scale 1.
    """

    picked = Signal(int)
    tallest_row = 34

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lettering = Lettering(look)
        self._hovered = -1
        self.setProperty("surface", "plain")
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._restyle)

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

    def _tip(self, place: int) -> str:
        """What the tool tip of a row says."""
        raise NotImplementedError

    def _restyle(self) -> None:
        raise NotImplementedError

    # ---- where things are ----------------------------------------------------------------------------------------

    def box_of(self, place: int) -> QRectF:
        """Where a row is."""
        height = min((self.height() - self._head) / max(len(self._keys), 1), self._look.px(self.tallest_row))
        return QRectF(0.0, self._head + place * height, self.width(), height)

    def selected_box(self) -> QRectF | None:
        """Where the selected row is; ``None`` if there is none."""
        places = [place for place, key in enumerate(self._keys) if key == self._selected_key]
        return self.box_of(places[0]) if places else None

    def _place_at(self, y: float) -> int:
        """The place of the row at a height; -1 if there is none."""
        place = math.floor((y - self._head) / self.box_of(0).height())
        return place if 0 <= place < len(self._keys) else -1

    def _paint_ground(self, painter: QPainter, place: int, inset: int) -> bool:
        """What is behind a row, where it is selected or pointed at; whether it is selected."""
        chosen, over = self._keys[place] == self._selected_key, place == self._hovered
        paint_ground(painter, self._look, self.box_of(place), chosen, over, self._look.px(inset))
        return chosen

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self.picked.emit(self._keys[place])

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
            QToolTip.showText(event.globalPos(), plain_tip(self._tip(place) if place >= 0 else ""), self)
            return True
        return super().event(event)


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
