"""The run as a strip that one can click and drag in to go anywhere in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.toolkit.focus_ring import paint_focus
from nnviz.ui.toolkit.lettering import LEFT, RIGHT, Lettering
from nnviz.ui.toolkit.plots.layer import pixel_ratio
from nnviz.ui.toolkit.plots.ticks import linear_ticks
from nnviz.ui.transport.run_painting import ABOVE, HANDLE, STOP, paint_cursor, paint_edits, paint_marks, picture_of
from nnviz.ui.transport.run_scale import RunScale
from nnviz.ui.transport.run_view import RunView
from nnviz.ui.transport.run_words import place_text, tip

HIGH, LOW = 38, 24
"""In pixels at scale 1: with the epochs written under it, and without."""

REACH = 6
"""How near the pointer has to be to a mark for the tool tip to tell of it."""

PAGE = 10
"""Epochs that the page keys go."""


class RunTrack(QWidget):
    """Losses as the background, marks on it, and a cursor where one is.

    Signals:
        visited(int): The user goes to an iteration; sent all along a drag.
    """

    visited = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lettering = Lettering(look)
        self._view = RunView()
        self._iteration = 0
        self._passed = 0.0
        self._wanted: int | None = None
        self._dragging = False
        self._low = False
        self._picture: QPixmap | None = None
        # A click leaves the keyboard where it was: the arrows there are the steps through time.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The run"))
        look.changed.connect(self._restyle)

    # ---- what it shows -------------------------------------------------------------------------------------------

    def show_view(self, view: RunView) -> None:
        """Show what is known of the run."""
        self._view = view
        self._picture = None
        self.setCursor(Qt.CursorShape.ArrowCursor if view.is_empty else Qt.CursorShape.PointingHandCursor)
        self.update()

    def show_place(self, iteration: int, passed: float) -> None:
        """Show where one is: in an iteration, of which a share of 1 has passed."""
        if not self._dragging:
            self._wanted = None
        self._iteration, self._passed = iteration, passed
        self.setAccessibleDescription(place_text(self._view, iteration))
        self.update()

    def set_low(self, low: bool) -> None:
        """Be as low as can be: without the numbers of the epochs."""
        if low is not self._low:
            self._low = low
            self._picture = None
            self.updateGeometry()
            self.update()

    # ---- where things are ----------------------------------------------------------------------------------------

    def area(self) -> QRectF:
        """Where the curves are."""
        px = self._look.px
        below = px(3) if self._low else self._lettering.line("tiny")
        side, top = self.rim(), px(ABOVE)
        stop = px(STOP + 2) if self._view.stop else 0
        width, height = self.width() - 2 * side - stop, self.height() - top - below
        return QRectF(side, top, max(1.0, width), max(1.0, height))

    def scale(self) -> RunScale:
        """Where the iterations are."""
        area = self.area()
        return RunScale(area.left(), area.width(), self._view.end, self._view.batches_per_epoch)

    def iteration_at(self, x: float) -> int:
        """The iteration at a place, or the nearest one that is known."""
        return self.scale().iteration_at(x, self._view.known)

    def cursor_x(self) -> float:
        """Where the cursor is."""
        if self._wanted is not None and self._wanted != self._iteration:
            return self.scale().x_of(self._wanted + self._passed)
        return self.scale().x_of(self._iteration + self._passed)

    def rim(self) -> int:
        """Room at the sides for the handle, which reaches beyond the ends."""
        return self._look.px(HANDLE) + self._look.px(2)

    # ---- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = self.area()
            if not self._view.is_empty or area.height() >= self._lettering.line("tiny"):
                # The frame of a low track would run through what is written in it.
                self._paint_ground(painter, area)
            if self.hasFocus():
                paint_focus(painter, self._look, area, rounding=4)
            if self._view.is_empty:
                words = self.tr("The loss curve appears here during training.")
                self._lettering.write(painter, area, words, "tiny", self._look.colour("text_muted"))
                return
            self._paint_losses(painter, area)
            self._paint_epochs(painter, area)
            scale, cursor = self.scale(), self.cursor_x()
            paint_marks(painter, self._look, self._view, scale, area, cursor)
            paint_cursor(painter, self._look, cursor, area, self.hasFocus())
            paint_edits(painter, self._look, self._view, scale, area)

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        """A frame as long as the run may get, filled as far as it is known."""
        look, radius = self._look, self._look.px(4)
        whole = QPainterPath()
        whole.addRoundedRect(area, radius, radius)
        if not self._view.is_empty:
            known = QPainterPath()
            known.addRect(
                QRectF(area.left(), area.top(), self.scale().x_of(self._view.known) - area.left(), area.height())
            )
            painter.fillPath(whole.intersected(known), look.colour("control_hover"))
        pen = QPen(look.colour("control_border"), max(1.0, look.factor))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(whole)

    def _paint_losses(self, painter: QPainter, area: QRectF) -> None:
        """The losses: strong up to the present, pale where one has been and come back from."""
        ratio = pixel_ratio(painter)
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = picture_of(self._view, self.scale(), area, self._look, ratio)
        x = self.cursor_x()
        for left, right, opacity in ((0.0, x, 1.0), (x, float(self.width()), 0.45)):
            painter.save()
            painter.setClipRect(QRectF(left, 0.0, right - left, self.height()))
            painter.setOpacity(opacity)
            painter.drawPixmap(QPointF(0.0, 0.0), self._picture)
            painter.restore()

    def _paint_epochs(self, painter: QPainter, area: QRectF) -> None:
        look, scale, lettering = self._look, self.scale(), self._lettering
        most = int(max(1.0, min(8.0, area.width() / (5.5 * lettering.line("tiny")))))
        ticks = linear_ticks(0.0, scale.epochs, most, look.numbers, whole=True)
        painter.setPen(QPen(look.colour("axis"), max(1.0, look.factor)))
        for tick in ticks:
            x = scale.x_of(tick.place * scale.batches_per_epoch)
            if area.left() + 2 < x < area.right() - 2:
                painter.drawLine(QPointF(x, area.bottom() - look.px(3)), QPointF(x, area.bottom()))
        if self._low:
            return
        colour, line = look.colour("text_faint"), lettering.line("tiny")
        name, gap = self.tr("epoch"), look.px(6)
        box = QRectF(area.left(), area.bottom() + look.px(1), area.width(), line)
        lettering.write(painter, box, name, "tiny", colour, RIGHT)
        free = box.right() - lettering.width(name, "tiny") - gap
        for tick in ticks:
            width = lettering.width(tick.text, "tiny")
            left = max(scale.x_of(tick.place * scale.batches_per_epoch) - width / 2, box.left())
            if left + width <= free:
                lettering.write(painter, QRectF(left, box.top(), width, line), tick.text, "tiny", colour, LEFT)

    # ---- the user ------------------------------------------------------------------------------------------------

    def _visit(self, iteration: int, again: bool = False) -> None:
        iteration = min(max(iteration, 0), self._view.known - 1)
        if again or iteration != self._wanted:
            self._wanted = iteration
            self.update()
            self.visited.emit(iteration)

    def _target(self, event: QKeyEvent) -> int | None:
        """Where a key leads to."""
        if self._view.is_empty or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        here = self._wanted if self._wanted is not None else self._iteration
        epoch = self._view.batches_per_epoch
        return {
            Qt.Key.Key_Left: here - epoch,
            Qt.Key.Key_Right: here + epoch,
            Qt.Key.Key_PageUp: here - PAGE * epoch,
            Qt.Key.Key_PageDown: here + PAGE * epoch,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self._view.known - 1,
        }.get(Qt.Key(event.key()))

    def _restyle(self) -> None:
        self._picture = None
        self.updateGeometry()
        self.update()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(600), self._look.px(LOW if self._low else HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self.sizeHint().height())

    def resizeEvent(self, event: QEvent) -> None:
        self._picture = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not self._view.is_empty:
            self._dragging = True
            self._visit(self.iteration_at(event.position().x()), again=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._visit(self.iteration_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        target = self._target(event)
        if target is None:
            super().keyPressEvent(event)
        else:
            self._visit(target)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            if self._target(event) is not None:
                # While it has the keyboard these keys are its own, not the steps through time.
                event.accept()
                return True
        elif isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            if not self._view.is_empty:
                x = event.pos().x()
                reach = self._look.px(REACH) / self.area().width() * self._view.end
                text = tip(self._view, self.iteration_at(x), reach, self._look.numbers)
                # Another place has another tip.
                QToolTip.showText(event.globalPos(), plain_tip(text), self, QRect(x - 2, 0, 5, self.height()))
            return True
        return super().event(event)
