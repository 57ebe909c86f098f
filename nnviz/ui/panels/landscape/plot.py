"""A landscape that one can walk in: the map or the curve, the path of training, and a point to drag."""

from __future__ import annotations

import math
from types import MappingProxyType

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QMarginsF, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from nnviz.engine.analysis.landscape.landscape import Landscape
from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import written
from nnviz.ui.panels.landscape.arrows import LONGEST, SHORTEST, Arrow, Arrows, magnified
from nnviz.ui.panels.landscape.marks import paint_path, paint_point
from nnviz.ui.panels.landscape.terrain import Terrain
from nnviz.ui.toolkit.lettering import LEFT, RIGHT
from nnviz.ui.toolkit.plots.handle_plot import SMALL_STEPS, HandlePlot
from nnviz.ui.toolkit.plots.layer import Layer
from nnviz.ui.toolkit.plots.ticks import Tick, linear_ticks

ZOOM_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
SAME_SHAPE = 0.1
"""A map fills a room whose shape differs by less than this share."""
ROOM = 0.08
"""Above and below a curve, as a share of its height."""
FLAT = 1e-7


class LandscapePlot(HandlePlot):
    """The point is dragged with the mouse or with the arrow keys (Shift: further); the wheel, + and − come closer.

    Its many methods are small: where places are, the steps of one painting, and what Qt and ``HandlePlot`` ask.

    Signals:
        pointed(object): The pointer is over a place (coordinates of the slice), or over none.
        dragged(object): The place that the point is to have, all along a drag.
        zoomed(int): So many steps closer.
        room_changed(): There is more room for a map, or less.

    Attributes:
        told: A place and its loss, exactly, to be written there.
        names: Of the axes.
        terrain: Paints the map.
        headline: Written above the frame, shorter ones where there is less room.
    """

    pointed = Signal(object)
    dragged = Signal(object)
    zoomed = Signal(int)
    room_changed = Signal()
    arrows = MappingProxyType(
        {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
    )
    hand = Qt.CursorShape.SizeAllCursor

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.landscape: Landscape | None = None
        self.told: tuple[Array, float] | None = None
        self.held: Array | None = None
        self.names: tuple[str, ...] = ("", "")
        self.headline: tuple[str, ...] = ("",)
        self._updated = False
        self._x_ticks: list[Tick] = []
        self._y_ticks: list[Tick] = []
        self.terrain, self._layer = Terrain(look), Layer()
        self._fellow: LandscapePlot | None = None
        self._curve = self.curve()
        self.setAccessibleName(self.tr("Landscape of the loss"))
        self.restyle()

    # ---- what it is told -----------------------------------------------------------------------------------------

    def show_landscape(self, landscape: Landscape, names: tuple[str, ...], headline: tuple[str, ...]) -> None:
        """Show another landscape; one of other axes is another map."""
        if names != self.names:
            self.terrain.forget()
        self.landscape, self.names, self.headline = landscape, names, headline
        self.held = None
        self._lay_out()
        if self._fellow is not None:
            self._fellow.repaint_map()

    def share_scale(self, fellow: LandscapePlot) -> None:
        """Let lines and shades be those of another map too: what is compared is seen on one scale."""
        self._fellow = fellow
        self.repaint_map()

    def resized(self) -> None:
        super().resized()
        self._lay_out()
        self.room_changed.emit()

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

    @property
    def magnification(self) -> int:
        """How many times as long as it is the step is drawn."""
        if self.landscape is None:
            return 1
        start, end = self.pixel_of(self.landscape.here), self.pixel_of(self.landscape.after)
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

    def pixel_of(self, place: Array) -> QPointF:
        """Where a place is in the widget: on the map, or on the curve."""
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
        self._curve.setPen(self.loss_pen())
        super().restyle()
        self.terrain.forget()
        self._lay_out()

    def margins(self) -> QMarginsF:
        px, lettering = self.look.px, self.lettering
        widest = max((lettering.width(tick.text, "tiny") for tick in self._y_ticks), default=0.0)
        line = lettering.line("tiny")
        return QMarginsF(math.ceil(widest) + px(7), lettering.line("small") + px(3), px(2), line + px(5))

    @property
    def room(self) -> QRectF:
        """What there is for a map."""
        return QRectF(self.rect()).marginsRemoved(self.margins())

    def arrange(self) -> None:
        """A map keeps its shape, so that right angles are right, until one comes that was made for this room."""
        super().arrange()
        if self.landscape is None or not self.is_map:
            return
        across, up = ((high - low) for low, high in (self.x_range, self.y_range))
        width = min(self.frame.width(), self.frame.height() * across / up)
        if min(width / self.frame.width(), width * up / across / self.frame.height()) < 1.0 - SAME_SHAPE:
            self.frame = QRectF(self.frame.left(), self.frame.top(), width, width * up / across)
            self.view.setGeometry(self.frame)

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint_behind(self, painter: QPainter) -> None:
        landscape = self.landscape
        if landscape is None:
            return
        if self.is_map:
            fellow = self._fellow.landscape if self._fellow is not None and self._fellow.is_map else None

            def paint(into: QPainter, size: QSizeF) -> None:
                origin = -self.frame.topLeft()
                covered = [box.translated(origin) for box in self.arrows_at(landscape).covered(self._both(landscape))]
                self.terrain.paint(into, size, landscape, self.pixel_of(landscape.here) + origin, covered, fellow)

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
        paint_path(painter, self.look, self._path_pixels(landscape))
        if self.held is None:
            self._paint_arrows(painter, landscape)
        paint_point(painter, self.look, self.pixel_of(at), self.hasFocus())
        painter.restore()
        self._paint_told(painter)
        self.paint_focus(painter)

    def _paint_frame(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.look.colour("card_border"), max(1, self.look.px(1))))
        painter.drawRect(self.frame.adjusted(0.5, 0.5, -0.5, -0.5))

    def _path_pixels(self, landscape: Landscape) -> Array:
        if self.is_map:
            return self.pixels(*landscape.path.T)
        x = landscape.path[:, 0]
        grid = landscape.stretches[0].points(len(landscape.losses))
        return self.pixels(x, np.interp(x, grid, landscape.losses))

    def _paint_arrows(self, painter: QPainter, landscape: Landscape) -> None:
        arrows, step = self.arrows_at(landscape), self._step(landscape)
        if self.is_map:
            arrows.paint(painter, self._both(landscape))
            return
        slope = -float(landscape.downhill[0])
        ends = [landscape.loss + slope * (x - float(landscape.here[0])) for x in self.x_range]
        tangent = [QPointF(self.x_pixel(x), self.y_pixel(y)) for x, y in zip(self.x_range, ends, strict=True)]
        arrows.paint_slope(painter, tangent, step.x(), self.magnification)

    def _step(self, landscape: Landscape) -> QPointF:
        return self.pixel_of(landscape.after) - self.pixel_of(landscape.here)

    def arrows_at(self, landscape: Landscape) -> Arrows:
        """Those at where the network is."""
        return Arrows(self.look, self.lettering, self.frame, self.pixel_of(landscape.here))

    def _both(self, landscape: Landscape) -> list[Arrow]:
        return self.arrows_at(landscape).both(landscape.downhill, self._step(landscape), self.magnification)

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
        self.paint_readout(painter, self.pixel_of(place), [*lines, ("L", written(loss, self.look.numbers))])

    # ---- the point -----------------------------------------------------------------------------------------------

    @property
    def handle_pixel(self) -> QPointF | None:
        at = self.at
        return self.pixel_of(at) if at is not None else None

    def drag_to_pixel(self, pixel: QPointF) -> None:
        self._drag_to(self.place_at(pixel))

    def push(self, across: int, up: int) -> None:
        landscape = self.landscape
        assert landscape is not None, "it is held"
        moved = (landscape.here if self.held is None else self.held).copy()
        for axis, (steps, stretch) in enumerate(zip((across, up), landscape.stretches, strict=False)):
            place = moved[axis] + steps * (stretch.high - stretch.low) / SMALL_STEPS
            moved[axis] = min(max(place, stretch.low), stretch.high)
        self._drag_to(moved)

    def _drag_to(self, place: Array) -> None:
        if self.dragging:
            self.held = place
            self.dragged.emit(place)
            self.viewport().update()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self.landscape is not None and not self.dragging:
            over = self.frame.contains(event.position())
            self.pointed.emit(self.place_at(event.position()) if over else None)

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
        key = Qt.Key(event.key())
        if key in ZOOM_KEYS:
            self.zoomed.emit(ZOOM_KEYS[key])
        else:
            super().keyPressEvent(event)

    def wants_key(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        return super().wants_key(event) or (plain and event.key() in ZOOM_KEYS)
