"""The board that data is drawn on, with the mouse or with the keyboard."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import whole
from nnviz.ui.names.translation import translate
from nnviz.ui.toolkit.claimed_keys import ENTER, claims_key
from nnviz.ui.windows.data_editor.board_view import BoardView
from nnviz.ui.windows.data_editor.drawing import MOST_POINTS
from nnviz.ui.windows.data_editor.history import History
from nnviz.ui.windows.data_editor.strokes import BrushStroke
from nnviz.ui.windows.data_editor.tools import Hand, Tool, tool_row

STEPS, FINE_STEPS = 40, 400
"""Steps of the crosshair from side to side; the fine ones with Shift."""
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
USING = (*ENTER, Qt.Key.Key_Space)
REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Board(BoardView):
    """Where what is in the hand is used: a press, a drag, a key.

    Signals:
        spoken(str): Something could not be done, in a sentence.
        brush_turned(bool): The wheel was turned with a brush in hand: it is to be larger, or else smaller.
    """

    spoken = Signal(str)
    brush_turned = Signal(bool)

    def __init__(
        self,
        look: Look,
        history: History,
        hand: Hand,
        generator: np.random.Generator | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, history, hand, parent)
        self._generator = generator if generator is not None else np.random.default_rng()
        self._before = history.drawing
        self._stroke: BrushStroke | None = None
        self._added = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Drawing board"))
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)

    # ---- what the user does --------------------------------------------------------------------------------------

    def use(self, place: QPointF) -> None:
        """Press the tool down at a place and lift it again."""
        self._press(place)
        self._release()

    def remove_at(self, place: QPointF) -> bool:
        """Remove the point there; whether there was one."""
        point = self.point_at(place)
        if point is None:
            return False
        chosen = np.zeros(len(self._places), dtype=bool)
        chosen[point] = True
        self.history.keep(self.tr("remove a point"), self.history.drawing.removed(chosen))
        return True

    def _press(self, place: QPointF) -> None:
        self._end_stroke()
        drawing, hand = self.history.drawing, self.hand
        self._before = drawing
        if hand.tool.is_brush:
            if hand.tool is Tool.WRONG and not drawing.classes:
                self.spoken.emit(self.tr("Only classes have labels that can be wrong: here numbers are predicted."))
                return
            self._say_if_full()
            radius = hand.radius * self.look.factor
            self._stroke = BrushStroke(
                hand.tool,
                drawing,
                self.target,
                radius,
                self.pixels_of,
                self.numbers_at,
                self.inside,
                self._generator,
            )
            self.history.show(self._stroke.to(place))
            return
        self.dragged = self.point_at(place)
        self._added = self.dragged is None
        if self._added and self.frame.contains(place) and not self._say_if_full():
            self.history.show(drawing.added(self.numbers_at(np.array([place.toTuple()])), self.target))
            self.dragged = len(drawing)

    def _drag(self, place: QPointF) -> None:
        self._check_ground()
        if self._stroke is not None:
            self.history.show(self._stroke.to(place))
        elif self.dragged is not None:
            to = self.numbers_at(np.array([self.bounded(place).toTuple()]))[0]
            self.history.show(self.history.drawing.moved(self.dragged, to.tolist()))

    def _release(self) -> None:
        self._check_ground()
        if self._stroke is not None:
            self.history.keep(translate("DataEditor", tool_row(self.hand.tool).done))
        elif self.dragged is not None:
            self.history.keep(
                translate("DataEditor", tool_row(Tool.POINT).done) if self._added else self.tr("move a point")
            )
        self._stroke = self.dragged = None

    def _check_ground(self) -> None:
        """Let go where something was undone in the middle of a stroke: it has nothing left to stand on."""
        if self.history.before_stroke is not self._before:
            self._stroke = self.dragged = None

    def _end_stroke(self) -> None:
        self.history.drop()
        self._stroke = self.dragged = None

    def _say_if_full(self) -> bool:
        adds = self.hand.tool in (Tool.POINT, Tool.SPRAY)
        full = adds and len(self.history.drawing) >= MOST_POINTS
        if full:
            self.spoken.emit(self.tr("There are {} points already, and no room for more.").format(whole(MOST_POINTS)))
        return full

    # ---- the crosshair -------------------------------------------------------------------------------------------

    def _move_crosshair(self, step: tuple[int, int], fine: bool, carries: bool) -> None:
        start = self.crosshair_place
        point = self.point_at(start) if carries else None
        steps = FINE_STEPS if fine else STEPS
        # From lane to lane, where heights are classes.
        up = self.frame.height() / (self.y_range[1] - self.y_range[0] if self.has_lanes else steps)
        bit = QPointF(step[0] * self.frame.width() / steps, -step[1] * up)
        place = self.bounded(start + bit)
        drawing = self.history.drawing
        if point is not None:
            to = self.numbers_at(np.array([self.bounded(self.place_of(point) + bit).toTuple()]))[0]
            moved = drawing.moved(point, to.tolist())
            self.history.keep(self.tr("move a point"), moved, point)
            place = self.place_of(point)
        (left, right), (low, high), frame = self.x_range, self.y_range, self.frame
        self.crosshair = QPointF(
            left + (place.x() - frame.left()) / frame.width() * (right - left),
            low + (frame.bottom() - place.y()) / frame.height() * (high - low),
        )
        self.viewport().update()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.crosshair = None
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(event.position())
        elif event.button() == Qt.MouseButton.RightButton:
            self.remove_at(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._release()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Two quick clicks are two points.
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned and self.hand.tool.is_brush:
            self.brush_turned.emit(turned > 0)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()

    def event(self, event: QEvent) -> bool:
        return claims_key(event, self._means) or super().event(event)

    def _means(self, event: QKeyEvent) -> bool:
        if event.key() in USING:
            return not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return event.key() in ARROWS or event.key() in REMOVING

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers()
        if not self._means(event):
            event.ignore()
        elif (step := ARROWS.get(Qt.Key(event.key()))) is not None:
            shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self._move_crosshair(step, shift, bool(modifiers & Qt.KeyboardModifier.ControlModifier))
        elif event.key() in USING:
            self._show_crosshair()
            self.use(self.crosshair_place)
        else:
            keyed = self.crosshair is not None or self.pointer is None
            self.remove_at(self.crosshair_place if keyed or self.pointer is None else self.pointer)

    def _show_crosshair(self) -> None:
        if self.crosshair is None:
            self._move_crosshair((0, 0), fine=False, carries=False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._show_crosshair()
