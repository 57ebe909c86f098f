"""What painted lists share: parts of which one is pointed at, by the pointer or by keys, and a click picks one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.toolkit.claimed_keys import ENTER
from nnviz.ui.toolkit.lettering import Lettering

TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class PointedParts(QWidget):
    """A widget that paints parts, each with a place in their order; subclasses know what they are, and where.

    Signals:
        pointed(int): The user points at the part at that place; −1 for at none any more.
        picked(int): The user clicked on it, or pressed Enter.

    Attributes:
        current: The place that is pointed at; −1 for none.
        steps: Which keys go how far.
        wraps: Whether the first part follows the last.
        pickable: Whether the pointer does anything here.
    """

    pointed = Signal(int)
    picked = Signal(int)
    steps: Mapping[Qt.Key, int] = MappingProxyType({Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1})
    wraps = False

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lettering = Lettering(look)
        self.current = -1
        self.pickable = True
        self.setMouseTracking(True)
        look.changed.connect(self._restyle)

    # ---- what subclasses say -------------------------------------------------------------------------------------

    @property
    def _count(self) -> int:
        """How many parts can be pointed at."""
        raise NotImplementedError

    def place_at(self, at: QPointF) -> int:
        """The place of the part there; −1 if there is none."""
        raise NotImplementedError

    def _tip(self, place: int) -> str:
        """What the tool tip of a part says."""
        raise NotImplementedError

    def _tip_at(self, at: QPointF) -> str:
        place = self.place_at(at)
        return self._tip(place) if place >= 0 else ""

    def _restyle(self) -> None:
        raise NotImplementedError

    def _pick(self, place: int) -> None:
        self.picked.emit(place)

    # ---- pointing ------------------------------------------------------------------------------------------------

    def _point_at(self, place: int) -> None:
        if place != self.current:
            self.current = place
            self.update()
            self.pointed.emit(place)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if self.pickable and event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self._pick(place)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.pickable:
            self._point_at(self.place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(-1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point_at(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = event.key(), self._count - 1
        if key in self.steps and last >= 0:
            place = self.current + self.steps[Qt.Key(key)]
            self._point_at(place % (last + 1) if self.wraps else min(max(place, 0), last))
        elif key in ENTER and self.current >= 0:
            self._pick(self.current)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tip(self._tip_at(QPointF(event.pos()))), self)
            return True
        return super().event(event)
