"""A plot with a point that can be held: dragged with the mouse, or pushed with the arrow keys."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QLineF, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.claimed_keys import ENTER, claims_key
from nnviz.ui.toolkit.plots.plot import Plot

HANDLE, NEAR = 8, 22
"""The point's radius, and how near one must come to take hold of it, in pixels at scale 1."""
SMALL_STEPS = 200
"""Small steps of the keyboard from one end of an axis to the other."""
LARGE_STEP = 10
"""Small steps in a large one."""


class HandlePlot(Plot):
    """The point is held from the press of a button or a key until it is let go; by Escape it goes back.

    Signals:
        drag_begun(): The point is held.
        drag_ended(bool): It was let go; or taken back to where it began by Escape, and then this is true.

    Attributes:
        ready: Whether the point can be taken hold of.
        dragging: Whether it is held.
        arrows: Which keys push it, by how many small steps across and up.
        hand: What the pointer is over it.
    """

    drag_begun = Signal()
    drag_ended = Signal(bool)
    arrows: Mapping[Qt.Key, tuple[int, int]] = MappingProxyType({Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0)})
    hand = Qt.CursorShape.SizeHorCursor

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.ready = self.dragging = False
        self._borrowed = False
        self._came_from: QWidget | None = None
        # A click on the plot leaves the keyboard where it was: the arrow keys step through the iteration.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    # ---- what a subclass says ------------------------------------------------------------------------------------

    @property
    def handle_pixel(self) -> QPointF | None:
        """Where the point is in the widget; ``None`` where there is none."""
        raise NotImplementedError

    def drag_to_pixel(self, pixel: QPointF) -> None:
        """Bring the point, which is held, as near to a place in the widget as it can be."""
        raise NotImplementedError

    def push(self, across: int, up: int) -> None:
        """Bring the point, which is held, so many small steps further."""
        raise NotImplementedError

    def loss_pen(self) -> QPen:
        """How the loss is drawn as a curve along which the point is brought."""
        pen = QPen(self.look.colour("loss"), 2.6 * self.look.factor)
        pen.setCosmetic(True)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    # ---- holding it ----------------------------------------------------------------------------------------------

    @property
    def can_be_held(self) -> bool:
        """Whether the point is held, or there is one to take hold of."""
        return self.dragging or (self.ready and self.handle_pixel is not None)

    def release(self) -> None:
        """The drag is over, whoever ended it."""
        self.dragging = False
        if self._borrowed:
            self._borrowed, came_from = False, self._came_from
            self._came_from = None
            if came_from is not None and isValid(came_from):
                came_from.setFocus()
            else:
                self.clearFocus()
        self.viewport().update()

    def _begin(self) -> None:
        if not self.dragging:
            self.dragging = True
            self.drag_begun.emit()

    def _end(self, back: bool) -> None:
        if self.dragging:
            self.dragging = False
            self.drag_ended.emit(back)

    def _is_over_handle(self, pixel: QPointF) -> bool:
        at = self.handle_pixel
        return at is not None and self.can_be_held and QLineF(pixel, at).length() <= self.look.px(NEAR)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._is_over_handle(event.position()):
            super().mousePressEvent(event)
            return
        if not self.hasFocus():
            # For as long as the drag takes, so that Escape is heard.
            self._borrowed, self._came_from = True, QApplication.focusWidget()
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._begin()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        held = self.dragging and bool(event.buttons() & Qt.MouseButton.LeftButton)
        if held:
            self.drag_to_pixel(event.position())
        over = held or self._is_over_handle(event.position())
        self.viewport().setCursor(self.hand if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.dragging:
            self._end(back=False)
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in self.arrows:
            if self.can_be_held:
                across, up = self.arrows[key]
                times = LARGE_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
                self._begin()
                self.push(across * times, up * times)
        elif self.dragging and key == Qt.Key.Key_Escape:
            self._end(back=True)
        elif self.dragging and key in ENTER:
            self._end(back=False)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._end(back=False)

    def event(self, event: QEvent) -> bool:
        return claims_key(event, self.wants_key) or super().event(event)

    def wants_key(self, event: QKeyEvent) -> bool:
        """Keys that would step through the iteration or leave presenting, while the keyboard is here."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        return event.key() in self.arrows or (self.dragging and event.key() in (Qt.Key.Key_Escape, *ENTER))
