"""A pane of glass before the stage: what is pointed at is seen through it large, lit, or drawn upon."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QRegion, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from nnviz.sessions.on_stage import Point
from nnviz.ui.look.look import Look
from nnviz.ui.stage.ink import EDGE, WIDTH, Ink, paint_strokes
from nnviz.ui.stage.lens import Lens

RADIUS, SMALLEST, WIDEST = 130.0, 40.0, 500.0
"""Of the light, in pixels at scale 1."""
RING = 2.0
STEP = 1.25
"""How much one press of a key, or one notch of the wheel, enlarges."""
DARK = 0.72
"""How much is taken from what is not lit."""
NOTCH = 120
SHARE_DIGITS = 5
"""A tenth of a pixel of the widest screen."""


class Glass(QWidget):
    """Lies over a window while something in it is pointed at, and is not there otherwise.

    The light follows the pointer. The pen draws where the button is held. What is seen large is painted at that size,
    so that it is sharp, and is dragged along.

    Attributes:
        ink: What has been drawn.
        lens: Which part is seen.
        lit: Whether the light is on.
        drawing: Whether the pointer is the pen.

    Signals:
        drawn(): There are other strokes.
        clicked(): The user clicked, and neither drew nor dragged.
    """

    drawn = Signal()
    clicked = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look, self._over = look, over
        self.ink = Ink()
        self.lens = Lens()
        self.lit = self.drawing = False
        self._radius = RADIUS
        self._pointer = QPointF()
        self._pressed: QPointF | None = None
        self._dragged = False
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("What is pointed at"))
        self.hide()
        over.installEventFilter(self)
        look.changed.connect(self.update)

    # ---- what it does --------------------------------------------------------------------------------------------

    def set_lit(self, lit: bool) -> None:
        """The light on, or off."""
        self.lit = lit
        self.lie_over()

    def set_drawing(self, drawing: bool) -> None:
        """Take the pen, or put it away; what is drawn stays."""
        self.drawing, self._pressed = drawing, None
        self.lie_over()

    def enlarge(self, steps: float, around: QPointF | None = None) -> None:
        """See larger what is at a place, or at the pointer; fewer than no steps: smaller."""
        around = around if around is not None else self.pointer
        self.lens = self.lens.zoomed(STEP**steps, around, QSizeF(self._over.size()))
        self.lie_over()

    def see_all(self) -> None:
        """Everything as large as it is."""
        self.lens = Lens()
        self.lie_over()

    def widen(self, steps: float) -> None:
        """A larger light; fewer than no steps: a smaller one."""
        self._radius = min(max(self._radius * STEP**steps, SMALLEST), WIDEST)
        self.update()

    def take_back(self) -> None:
        """The last stroke away."""
        self.ink.take_back()
        self.lie_over()
        self.drawn.emit()

    def wipe(self) -> None:
        """All strokes on what is shown away."""
        self.ink.wipe()
        self.lie_over()
        self.drawn.emit()

    def put_away(self) -> None:
        """Nothing is pointed at any more, and nothing drawn is seen; it is kept for the next time."""
        self.lit = self.drawing = False
        self.lens = Lens()
        self.hide()

    def lie_over(self) -> None:
        """Be there as far as something is pointed at, or drawn on what is shown."""
        large = not self.lens.is_plain
        held = self.lit or self.drawing or large
        if not self._follows:
            self._pointer = self._under_pointer()
        # Where there is nothing but strokes, the pointer is for what lies under them.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not held)
        # What is seen large needs not be painted under it as well.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, large)
        shape = Qt.CursorShape.OpenHandCursor if large else Qt.CursorShape.ArrowCursor
        self.setCursor(Qt.CursorShape.CrossCursor if self.drawing else shape)
        there = held or bool(self.ink.strokes)
        if there and self.isHidden():
            self.setGeometry(self._over.rect())
            self.raise_()
        self.setVisible(there)
        self.update()

    # ---- where things are ----------------------------------------------------------------------------------------

    @property
    def pointer(self) -> QPointF:
        """Where the pointer is; the middle, where it is not over the stage."""
        return self._pointer if self._follows else self._under_pointer()

    @property
    def _follows(self) -> bool:
        """Whether every move of the pointer is told."""
        return self.isVisible() and not self.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _under_pointer(self) -> QPointF:
        stage, place = QRectF(self._over.rect()), self._over.mapFromGlobal(QPointF(QCursor.pos()))
        return place if stage.contains(place) else stage.center()

    @property
    def light(self) -> QRectF:
        """Where the light falls."""
        radius, centre = self._radius * self._look.factor, self.pointer
        return QRectF(centre.x() - radius, centre.y() - radius, 2.0 * radius, 2.0 * radius)

    def _share(self, seen: QPointF) -> Point:
        """A place as shares of the stage's width and height, as exactly as it can be seen."""
        point = self.lens.on_stage(seen)
        return round(point.x() / self.width(), SHARE_DIGITS), round(point.y() / self.height(), SHARE_DIGITS)

    # ---- painting ------------------------------------------------------------------------------------------------

    def _paint_stage(self, painter: QPainter) -> None:
        """What lies under it, at the size at which it is seen."""
        painter.fillRect(self.rect(), self._look.colour("card"))
        below = self._over.children()
        for child in below[: below.index(self)]:
            if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
                painter.setTransform(self.lens.transform)
                painter.translate(child.pos())
                child.render(painter, QPoint())
        painter.resetTransform()

    def _paint_dark(self, painter: QPainter) -> None:
        light, dark = QPainterPath(), QPainterPath()
        light.addEllipse(self.light)
        dark.addRect(QRectF(self.rect()))
        painter.fillPath(dark - light, QColor(0, 0, 0, round(255 * DARK)))
        painter.setPen(QPen(self._look.colour("accent"), RING * self._look.factor))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(self.light)

    def _update_around(self, *boxes: QRectF) -> None:
        """Paint as little anew as has changed."""
        region, margin = QRegion(), round((WIDTH + 2.0 * EDGE + RING) * self._look.factor)
        for box in boxes:
            region += box.toAlignedRect().adjusted(-margin, -margin, margin, margin)
        self.update(region)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if not self.lens.is_plain:
                self._paint_stage(painter)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setTransform(self.lens.transform)
            paint_strokes(painter, self._look, self.ink.strokes, QSizeF(self.size()))
            painter.resetTransform()
            if self.lit:
                self._paint_dark(painter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
            self.lens = self.lens.within(QSizeF(self.size()))
        elif watched is self._over and event.type() == QEvent.Type.UpdateRequest and not self.lens.is_plain:
            # Something in the window is to be painted anew: here it is where it is seen.
            self.update()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = self._pointer = event.position()
        self._dragged = False
        if self.drawing:
            self.ink.begin(self._share(event.position()))
            self._update_around(QRectF(event.position(), event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        before, lit = self._pointer, self.light
        self._pointer = event.position()
        if self._pressed is not None and self.drawing:
            self.ink.draw(self._share(event.position()))
            self._update_around(QRectF(before, event.position()).normalized())
        elif self._pressed is not None and not self.lens.is_plain:
            far = (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            self._dragged = self._dragged or far
            if self._dragged:
                self.lens = self.lens.moved(event.position() - before, QSizeF(self.size()))
                self.update()
        if self.lit:
            self._update_around(lit, self.light)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and self.drawing:
            self.drawn.emit()
        clicked = self._pressed is not None and not self.drawing and not self._dragged
        self._pressed = None
        if clicked and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.turn(event)

    def turn(self, event: QWheelEvent) -> None:
        """The wheel was turned."""
        steps = event.angleDelta().y() / NOTCH
        if self.lit and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            lit = self.light
            self.widen(steps)
            self._update_around(lit, self.light)
        else:
            self.enlarge(steps, self._over.mapFromGlobal(event.globalPosition()))
