"""A landscape that one can walk in: the map or the curve, the path of training, and a point to drag."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QMarginsF, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from nnviz.engine.analysis.landscape.landscape import Landscape
from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import written
from nnviz.ui.panels.landscape.arrows import DIRECTION, LONGEST, SHORTEST, magnified, paint_arrow, paint_name
from nnviz.ui.panels.landscape.terrain import Terrain
from nnviz.ui.toolkit.claimed_keys import claims_key
from nnviz.ui.toolkit.lettering import LEFT, RIGHT
from nnviz.ui.toolkit.plots.layer import Layer
from nnviz.ui.toolkit.plots.plot import Plot, polygon
from nnviz.ui.toolkit.plots.ticks import Tick, linear_ticks

HANDLE, NEAR = 8, 22
SMALL_STEPS, LARGE_STEP = 200, 10
"""Small steps of the keyboard from one end of an axis to the other; and how many are a large one."""
KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
ZOOM_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
ROOM = 0.08
"""Above and below a curve, as a share of its height."""
FLAT = 1e-7


class LandscapePlot(Plot):
    """The point is dragged with the mouse or with the arrow keys (Shift: further); the wheel, + and − come closer.

    Signals:
        pointed(object): The pointer is over a place (coordinates of the slice), or over none.
        drag_begun(): The point is held.
        dragged(object): The place that it is to have, all along a drag.
        drag_ended(bool): It was let go; or by Escape it is to go back, and then this is true.
        zoomed(int): So many steps closer.

    Many of its methods are Qt's: the point is held by the pointer or by keys, and let go in as many ways.

    Attributes:
        ready: Whether the point can be taken hold of.
        dragging: Whether it is held.
        told: A place and its loss, exactly, to be written there.
        names: Of the axes.
        headline: Written above the frame, shorter ones where there is less room.
    """

    pointed = Signal(object)
    drag_begun = Signal()
    dragged = Signal(object)
    drag_ended = Signal(bool)
    zoomed = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.landscape: Landscape | None = None
        self.told: tuple[Array, float] | None = None
        self.held: Array | None = None
        self.names: tuple[str, ...] = ("", "")
        self.headline: tuple[str, ...] = ("",)
        self.ready = self.dragging = False
        self._updated = False
        self._x_ticks: list[Tick] = []
        self._y_ticks: list[Tick] = []
        self._terrain, self._layer = Terrain(look), Layer()
        self._fellow: LandscapePlot | None = None
        self._borrowed = False
        self._came_from: QWidget | None = None
        self._curve = self.curve()
        # A click on the plot leaves the keyboard where it was: the arrow keys step through the iteration.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Landscape of the loss"))
        self.restyle()

    # ---- what it is told -----------------------------------------------------------------------------------------

    def show_landscape(self, landscape: Landscape, names: tuple[str, ...], headline: tuple[str, ...]) -> None:
        """Show another landscape; one of other axes is another map."""
        if names != self.names:
            self._terrain.forget()
        self.landscape, self.names, self.headline = landscape, names, headline
        self.held = None
        self._lay_out()
        if self._fellow is not None:
            self._fellow.repaint_map()

    def share_scale(self, fellow: LandscapePlot) -> None:
        """Let lines and shades be those of another map too: what is compared is seen on one scale."""
        self._fellow = fellow
        self.repaint_map()

    def repaint_map(self) -> None:
        """The map is painted anew: what is beside it is another one."""
        self._layer.forget()
        self.viewport().update()

    def show_updated(self, updated: bool) -> None:
        """Whether the update on screen has been made: the network is where it leads, or still before it."""
        if updated != self._updated:
            self._updated = updated
            self.viewport().update()

    def tell(self, place: Array, loss: float) -> None:
        """Write the loss of a place beside it."""
        self.told = place, loss
        self.viewport().update()

    def let_go(self) -> None:
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

    @property
    def magnification(self) -> int:
        """How many times as long as it is the step is drawn."""
        if self.landscape is None:
            return 1
        start, end = self._pixel(self.landscape.here), self._pixel(self.landscape.after)
        px = self.look.px
        return magnified(QLineF(start, end).length(), px(LONGEST), px(SHORTEST))

    @property
    def is_map(self) -> bool:
        """Whether there are two directions."""
        return self.landscape is None or len(self.landscape.here) == 2

    # ---- places --------------------------------------------------------------------------------------------------

    def place_at(self, pixel: QPointF) -> Array:
        """The coordinates of a place in the widget, inside the frame."""
        (left, right), (low, high), frame = self.x_range, self.y_range, self.frame
        x = left + (min(max(pixel.x(), frame.left()), frame.right()) - frame.left()) / frame.width() * (right - left)
        y = low + (frame.bottom() - min(max(pixel.y(), frame.top()), frame.bottom())) / frame.height() * (high - low)
        return np.array([x, y] if self.is_map else [x])

    def _pixel(self, place: Array) -> QPointF:
        if len(place) == 2:
            return QPointF(self.x_pixel(float(place[0])), self.y_pixel(float(place[1])))
        return QPointF(self.x_pixel(float(place[0])), self.y_pixel(self._height(float(place[0]))))

    def _height(self, x: float) -> float:
        """The loss of a place on the curve."""
        landscape = self.landscape
        assert landscape is not None, "there is a curve"
        if self.told is not None and float(self.told[0][0]) == x:
            return self.told[1]
        if x == float(landscape.here[0]):
            return landscape.loss
        return float(np.interp(x, landscape.stretches[0].points(len(landscape.losses)), landscape.losses))

    @property
    def at(self) -> Array | None:
        """Where the point is."""
        if self.landscape is None:
            return None
        if self.held is not None:
            return self.held
        return self.landscape.after if self._updated else self.landscape.here

    def _lay_out(self) -> None:
        landscape = self.landscape
        if landscape is None:
            return
        across = landscape.stretches[0]
        if self.is_map:
            up = landscape.stretches[1]
            ends = up.low, up.high
        else:
            losses = landscape.losses[np.isfinite(landscape.losses)]
            low, high = (float(losses.min()), float(losses.max())) if len(losses) else (0.0, 1.0)
            room = abs(high) / 2 or 1.0 if high - low <= FLAT * abs(high) else ROOM * (high - low)
            ends = low - room, high + room
        self.set_range((across.low, across.high), ends)
        line = self.lettering.line("tiny")
        self._y_ticks = linear_ticks(
            *self.y_range, int(min(max(self.frame.height() / (3 * line), 2), 5)), self.look.numbers
        )
        self.arrange()
        self._x_ticks = linear_ticks(
            *self.x_range, int(min(max(self.frame.width() / (5 * line), 2), 7)), self.look.numbers
        )
        self._curve.setVisible(not self.is_map)
        if not self.is_map:
            seen = np.isfinite(landscape.losses)
            self.draw(self._curve, across.points(len(landscape.losses))[seen], landscape.losses[seen])
        self._layer.forget()
        self.viewport().update()

    def restyle(self) -> None:
        pen = QPen(self.look.colour("loss"), 2.6 * self.look.factor)
        pen.setCosmetic(True)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self._curve.setPen(pen)
        super().restyle()
        self._terrain.forget()
        self._lay_out()

    def margins(self) -> QMarginsF:
        px, lettering = self.look.px, self.lettering
        widest = max((lettering.width(tick.text, "tiny") for tick in self._y_ticks), default=0.0)
        line = lettering.line("tiny")
        return QMarginsF(math.ceil(widest) + px(7), lettering.line("small") + px(3), px(2), line + px(5))

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint_behind(self, painter: QPainter) -> None:
        landscape = self.landscape
        if landscape is None:
            return
        if self.is_map:
            fellow = self._fellow.landscape if self._fellow is not None and self._fellow.is_map else None

            def paint(into: QPainter, size: QSizeF) -> None:
                self._terrain.paint(into, size, landscape, self._pixel(landscape.here) - self.frame.topLeft(), fellow)

            self._layer.put(painter, self.frame, paint, landscape)
        else:
            self.paint_grid(painter, self._y_ticks)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        """The names of the axes, at the right end of the one and above the other, and numbers."""
        lettering, frame, px, text = self.lettering, self.frame, self.look.px, self.look.colour("text")
        across, up = self.names if self.is_map else (self.names[0], "L")
        width, line = lettering.width(across, "small_strong"), lettering.line("small")
        box = QRectF(frame.right() - width, frame.bottom() + px(3), width, lettering.line("tiny"))
        lettering.write(painter, box, across, "small_strong", text, RIGHT)
        self.paint_x_texts(painter, self._x_ticks, frame.right() - width - px(8))
        start = 0.0 if self.is_map else frame.left() - px(24)
        top = QRectF(start, 0.0, self.width() - start, line)
        loss = self.look.colour("loss")
        lettering.write(painter, top, up, "small_strong", text if self.is_map else loss, LEFT)
        top.setLeft(start + lettering.width(up, "small_strong") + px(12))
        lettering.write_fitting(painter, top, self.headline, "mono_strong", loss, RIGHT)
        self.paint_y_texts(
            painter, [tick for tick in self._y_ticks if self.y_pixel(tick.place) > frame.top() + line / 2]
        )

    def paint_above(self, painter: QPainter) -> None:
        landscape, at = self.landscape, self.at
        if landscape is None or at is None:
            return
        painter.save()
        painter.setClipRect(self.frame.adjusted(-1, -1, 1, 1))
        if self.is_map:
            self._paint_frame(painter)
        self._paint_path(painter, landscape)
        if self.held is None:
            self._paint_arrows(painter, landscape)
        self._paint_point(painter, self._pixel(at))
        painter.restore()
        self._paint_told(painter)
        self.paint_focus(painter)

    def _paint_frame(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.look.colour("card_border"), max(1, self.look.px(1))))
        painter.drawRect(self.frame.adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_path(self, painter: QPainter, landscape: Landscape) -> None:
        """Where training came from, and where it began: a small square."""
        if len(landscape.path) < 2:
            return
        look = self.look
        if self.is_map:
            points = self.pixels(*landscape.path.T)
        else:
            x = landscape.path[:, 0]
            grid = landscape.stretches[0].points(len(landscape.losses))
            points = self.pixels(x, np.interp(x, grid, landscape.losses))
        line = polygon(np.clip(points, -1e5, 1e5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((look.colour("card", 0.9), 4.6), (look.colour("text"), 2.0)):
            painter.setPen(QPen(colour, width * look.factor, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPolyline(line)
        start, half = QPointF(*np.clip(points[0], -1e5, 1e5)), look.px(5)
        painter.setPen(QPen(look.colour("text"), 2.0 * look.factor))
        painter.setBrush(look.colour("card"))
        painter.drawRect(QRectF(start.x() - half, start.y() - half, 2 * half, 2 * half))

    def _paint_arrows(self, painter: QPainter, landscape: Landscape) -> None:
        look, here, px = self.look, self._pixel(landscape.here), self.look.px
        if not self.is_map:
            self._paint_tangent(painter, landscape, here)
            return
        direction = landscape.downhill * (1.0, -1.0)
        length = float(np.hypot(*direction))
        tips: list[tuple[QPointF, str, str]] = []
        if math.isfinite(length) and length > 0.0:
            tip = here + QPointF(*(direction / length * px(DIRECTION)))
            paint_arrow(painter, look, here, tip, "backward", Qt.PenStyle.DashLine, 2.4)
            tips.append((tip, self.tr("−∇L"), "backward"))
        times = self.magnification
        step = self._pixel(landscape.after) - here
        if math.hypot(step.x(), step.y()) * times >= px(6):
            tip = here + step * times
            paint_arrow(painter, look, here, tip, "update", Qt.PenStyle.SolidLine, 3.2)
            tips.append((tip, self.tr("step × {}").format(times) if times > 1 else self.tr("step"), "update"))
        for place, (tip, text, role) in enumerate(tips):
            other = tips[1 - place][0] if len(tips) == 2 else None
            paint_name(painter, look, self.lettering, self.frame, here, tip, text, role, other)

    def _paint_tangent(self, painter: QPainter, landscape: Landscape, here: QPointF) -> None:
        """The slope by the gradient, and the step along the axis."""
        look, slope = self.look, -float(landscape.downhill[0])
        left, right = self.x_range
        ends = [landscape.loss + slope * (x - float(landscape.here[0])) for x in (left, right)]
        if all(map(math.isfinite, ends)):
            start, end = (QPointF(self.x_pixel(x), self.y_pixel(y)) for x, y in zip((left, right), ends, strict=True))
            painter.setPen(QPen(look.colour("backward"), 1.8 * look.factor, Qt.PenStyle.DashLine))
            painter.drawLine(start, end)
            lower = max((start, end), key=lambda each: each.y())
            paint_name(painter, look, self.lettering, self.frame, here, lower, "∇L", "backward", None)
        times = self.magnification
        step = (self._pixel(landscape.after) - here).x() * times
        tip = here + QPointF(step, 0.0)
        paint_arrow(painter, look, here, tip, "update", Qt.PenStyle.SolidLine, 3.2)
        text = self.tr("step × {}").format(times) if times > 1 else self.tr("step")
        if abs(step) >= look.px(6):
            below = here + QPointF(0.0, -look.px(10) * slope)
            paint_name(painter, look, self.lettering, self.frame, here, tip, text, "update", below)

    def _paint_point(self, painter: QPainter, place: QPointF) -> None:
        look, px = self.look, self.look.px
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2.0 * look.factor))
            painter.drawEllipse(place, px(HANDLE + 4), px(HANDLE + 4))
        painter.setPen(QPen(look.colour("card"), 2.0 * look.factor))
        painter.setBrush(look.colour("accent"))
        painter.drawEllipse(place, px(HANDLE), px(HANDLE))

    def _paint_told(self, painter: QPainter) -> None:
        """The table beside the place that was asked about: its coordinates, and the loss there."""
        if self.told is None:
            return
        place, loss = self.told
        names = self.names if self.is_map else self.names[:1]
        lines = [
            (name, written(float(value), self.look.numbers, plus=True))
            for name, value in zip(names, place, strict=True)
        ]
        self.paint_readout(painter, self._pixel(place), [*lines, ("L", written(loss, self.look.numbers))])

    # ---- the point -----------------------------------------------------------------------------------------------

    @property
    def can_be_held(self) -> bool:
        """Whether the point is held, or can be taken hold of."""
        return self.dragging or (self.ready and self.landscape is not None)

    def _begin(self) -> None:
        if not self.dragging:
            self.dragging = True
            self.drag_begun.emit()

    def _drag_to(self, place: Array) -> None:
        if self.dragging:
            self.held = place
            self.dragged.emit(place)
            self.viewport().update()

    def _step(self, across: int, up: int) -> None:
        """As the keyboard does it."""
        landscape = self.landscape
        if landscape is None or not self.can_be_held or (up and not self.is_map):
            return
        start = landscape.here if self.held is None else self.held
        self._begin()
        moved = start.copy()
        for axis, (steps, stretch) in enumerate(zip((across, up), landscape.stretches, strict=False)):
            place = moved[axis] + steps * (stretch.high - stretch.low) / SMALL_STEPS
            moved[axis] = min(max(place, stretch.low), stretch.high)
        self._drag_to(moved)

    def _end(self, back: bool) -> None:
        if self.dragging:
            self.dragging = False
            self.drag_ended.emit(back)

    def _is_over_point(self, pixel: QPointF) -> bool:
        at = self.at
        return at is not None and self.can_be_held and QLineF(pixel, self._pixel(at)).length() <= self.look.px(NEAR)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._is_over_point(event.position()):
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
        pixel = event.position()
        if self.dragging and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag_to(self.place_at(pixel))
        elif self.landscape is not None and not self.dragging:
            over = self.frame.contains(pixel)
            self.pointed.emit(self.place_at(pixel) if over else None)
        over = self.dragging or self._is_over_point(pixel)
        self.viewport().setCursor(Qt.CursorShape.SizeAllCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.dragging:
            self._end(back=False)
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.dragging:
            self.pointed.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if self.landscape is None or self.dragging or not turned:
            super().wheelEvent(event)
            return
        self.zoomed.emit(1 if turned > 0 else -1)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in KEYS:
            across, up = KEYS[key]
            times = LARGE_STEP if shift else 1
            self._step(across * times, up * times)
        elif key in ZOOM_KEYS:
            self.zoomed.emit(ZOOM_KEYS[key])
        elif key == Qt.Key.Key_Escape and self.dragging:
            self._end(back=True)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.dragging:
            self._end(back=False)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._end(back=False)

    def event(self, event: QEvent) -> bool:
        return claims_key(event, self._wants) or super().event(event)

    def _wants(self, event: QKeyEvent) -> bool:
        """Keys that would step through the iteration or leave presenting, while the keyboard is here."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if event.key() in KEYS or event.key() in ZOOM_KEYS:
            return True
        return self.dragging and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_curve"):
            self._lay_out()
