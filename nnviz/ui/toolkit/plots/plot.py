"""What the plots of the panels share: a quiet pyqtgraph view whose axes, words and marks follow the window's look."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QMarginsF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView, QSizePolicy, QWidget

from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.focus_ring import paint_focus
from nnviz.ui.toolkit.lettering import LEFT, RIGHT, Lettering
from nnviz.ui.toolkit.plots.readout import paint_readout
from nnviz.ui.toolkit.plots.ticks import Tick


class Plot(pg.GraphicsView):
    """A plotting area without menus, buttons, dragging or zooming.

    Curves are pyqtgraph items in ``view``. Subclasses paint grid and areas in ``paint_behind`` and words and marks in
    ``paint_above``, in pixels; ``frame`` is the area that the curves are in.

    Half of its methods are Qt's: what a view of pyqtgraph would do with the mouse, and this one does not.
    """

    _is_built = False
    """Qt tells of a size while pyqtgraph's part is being made, before there is anything that has one."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent, useOpenGL=False, background=None)
        self.look = look
        self.view = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self.view.disableAutoRange()
        self.view.setRange(xRange=(0.0, 1.0), yRange=(0.0, 1.0), padding=0.0)
        self.x_range = (0.0, 1.0)
        self.y_range = (0.0, 1.0)
        self.scene().addItem(self.view)
        self.frame = QRectF()
        self.pointer: QPointF | None = None
        self.lettering = Lettering(look)
        # Words stand all over the plot, so a part of it is never up to date on its own.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        # All of it is painted: what is under that is seen only where there is to be no ground.
        self.viewport().setAutoFillBackground(False)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        look.changed.connect(self.restyle)
        self._is_built = True

    def curve(self) -> pg.PlotCurveItem:
        """Add a curve. Its data must be finite."""
        item = pg.PlotCurveItem(antialias=True, skipFiniteCheck=True)
        # One stroke for each stretch: many times faster than one long path, and the same to the eye.
        item.setSegmentedLineMode("on")
        self.view.addItem(item, ignoreBounds=True)
        return item

    def restyle(self) -> None:
        """Take over the look. Subclasses add their pens and call this."""
        self.arrange()
        self.viewport().update()

    def margins(self) -> QMarginsF:
        """The room around the frame, in pixels: for the words at the axes."""
        return QMarginsF()

    def arrange(self) -> None:
        """Give the frame what the margins leave."""
        frame = QRectF(self.rect()).marginsRemoved(self.margins())
        frame.setWidth(max(frame.width(), 1.0))
        frame.setHeight(max(frame.height(), 1.0))
        if frame != self.frame:
            self.frame = frame
            self.view.setGeometry(frame)

    def resized(self) -> None:
        """It has another size. Subclasses add what is measured or drawn for that size."""
        self.arrange()

    def set_range(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Show a part of the plane. Curves keep what they have until they are drawn again."""
        self.x_range = x
        self.y_range = y

    def draw(self, item: pg.PlotCurveItem, x: Array, y: Array, connect: npt.NDArray[np.bool_] | None = None) -> None:
        """Give a curve its points; ``connect`` says of each whether a line leads on from it."""
        (left, right), (low, high) = self.x_range, self.y_range
        # The view always spans 0 to 1: nothing has to follow a change of range, and no number in it is too large.
        item.setData(
            (x - left) / (right - left), (y - low) / (high - low), connect="all" if connect is None else connect
        )

    def x_pixel(self, x: float) -> float:
        low, high = self.x_range
        return self.frame.left() + (x - low) / (high - low) * self.frame.width()

    def y_pixel(self, y: float) -> float:
        low, high = self.y_range
        return self.frame.bottom() - (y - low) / (high - low) * self.frame.height()

    def pixels(self, x: Array, y: Array) -> Array:
        """Where points are in the widget, shape (points, 2)."""
        (left, right), (low, high), frame = self.x_range, self.y_range, self.frame
        # What has run away is beyond every frame.
        with np.errstate(all="ignore"):
            return np.column_stack(
                (
                    frame.left() + (x - left) / (right - left) * frame.width(),
                    frame.bottom() - (y - low) / (high - low) * frame.height(),
                )
            )

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint_behind(self, painter: QPainter) -> None:
        """Paint what is under the curves."""

    def paint_above(self, painter: QPainter) -> None:
        """Paint what is over the curves."""

    def paint_grid(self, painter: QPainter, ticks: Sequence[Tick]) -> None:
        """A thin line at each mark of the y axis."""
        painter.setPen(QPen(self.look.colour("grid"), max(1, self.look.px(1))))
        for tick in ticks:
            y = round(self.y_pixel(tick.place)) + 0.5
            painter.drawLine(QPointF(self.frame.left(), y), QPointF(self.frame.right(), y))

    def paint_y_texts(self, painter: QPainter, ticks: Sequence[Tick]) -> None:
        """What is written at the marks of the y axis, to the left of the frame."""
        height, colour = self.lettering.line("tiny"), self.look.colour("text_muted")
        for tick in ticks:
            y = min(max(self.y_pixel(tick.place), height / 2), self.height() - height / 2)
            box = QRectF(0, y - height / 2, self.frame.left() - self.look.px(6), height)
            self.lettering.write(painter, box, tick.text, "tiny", colour, RIGHT)

    def paint_x_texts(self, painter: QPainter, ticks: Sequence[Tick], until: float) -> None:
        """What is written at the marks of the x axis, under the frame, as far as ``until`` (in pixels)."""
        colour = self.look.colour("text_muted")
        for tick in ticks:
            width = self.lettering.width(tick.text, "tiny")
            left = max(self.x_pixel(tick.place) - width / 2, 0.0)
            if left + width <= until:
                box = QRectF(left, self.frame.bottom() + self.look.px(3), width, self.lettering.line("tiny"))
                self.lettering.write(painter, box, tick.text, "tiny", colour, LEFT)

    def paint_readout(self, painter: QPainter, at: QPointF, lines: Sequence[tuple[str, str]]) -> None:
        """A small table beside a place: names and numbers."""
        paint_readout(painter, self.look, self.lettering, QRectF(self.rect()), at, lines)

    def paint_focus(self, painter: QPainter) -> None:
        """Where the keyboard is, if it is here: a ring around the frame."""
        if self.hasFocus():
            paint_focus(painter, self.look, self.frame)

    def show_hand(self, over: bool) -> None:
        """Whether the pointer is over what can be clicked."""
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(240), self.look.px(140))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(110), self.look.px(56))

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        painter.fillRect(rect, self.look.ground())
        self.paint_behind(painter)

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        self.paint_above(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_built:
            self.resized()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer = event.position()
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        self.pointer = None
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()


def polygon(points: Array) -> QPolygonF:
    """Points of shape (points, 2) as Qt draws them."""
    result = pg.functions.create_qpolygonf(len(points))
    if len(points):
        pg.functions.ndarray_from_qpolygonf(result)[:] = points
    return result
