"""The phases of one iteration as a strip of cells, with a cursor that can be dragged through them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.engine.training.record.phases import Phase, Work
from nnviz.ui.formula.phase_words import phase_name
from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.session.moment import Moment
from nnviz.ui.transport.inside_phase import Inside, paint_inside
from nnviz.ui.transport.phase_layout import Labels, captions_under, cells_in, cursor_in, label_area, labels_for

WHEEL_NOTCH = 120
"""What Qt reports for one notch of a mouse wheel."""

GROW = 2.5
"""How far the current cell reaches beyond the others on each side, in pixels at scale 1."""

RING = 2
"""The line around it while the strip has the keyboard."""


class PhaseStrip(QWidget):
    """One cell for each phase, in the colours of the four kinds of work: done, current (the cursor), still to come.

    Signals:
        phase_picked(int): The user dragged the cursor to a phase, clicked it, or stepped there by wheel or key.
    """

    phase_picked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._phases: tuple[Phase, ...] = ()
        self._index = 0
        self._inside: Inside | None = None
        self._wanted = 0
        self._dragging = False
        self._turned = 0
        self._low = False
        self._widths: list[float] = []
        self._cells: list[QRectF] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Phases of the iteration"))
        look.changed.connect(self._restyle)
        self._restyle()

    # ---- what it shows -------------------------------------------------------------------------------------------

    def show_moment(self, moment: Moment) -> None:
        """Show the phases of the moment's iteration, the cursor on its own."""
        phases, inside = moment.record.phases, Inside.of(moment)
        if phases is not self._phases:
            self._phases = phases
            self._measure()
        elif (moment.phase_index, inside) == (self._index, self._inside):
            return
        self._index = self._wanted = moment.phase_index
        self._inside = inside
        self.setAccessibleDescription(self.name_of(self._index) + self._name_inside())
        self.update()

    def set_low(self, low: bool) -> None:
        """Be as low as can be: the cells alone, the kinds of work told by their colours."""
        if low is not self._low:
            self._low = low
            self._place()
            self.updateGeometry()
            self.update()

    def index(self) -> int:
        """The phase that the cursor is on."""
        return self._index

    def name_of(self, index: int) -> str:
        """A phase in words."""
        layers = max(phase.layer for phase in self._phases)
        return phase_name(self._phases[index], layers)

    def _name_inside(self) -> str:
        """How far one has stepped within the phase, in words."""
        if self._inside is None:
            return ""
        inside = self._inside
        text = self.tr(", unit {0} of {1}").format(inside.unit + 1, inside.units)
        if inside.term is not None:
            text += self.tr(", term {0} of {1}").format(inside.term + 1, inside.terms)
        return text

    def phase_at(self, position: QPointF) -> int | None:
        """The phase nearest to a place in the widget; ``None`` while there are no phases."""
        if not self._cells:
            return None
        return min(range(len(self._cells)), key=lambda place: abs(self._cells[place].center().x() - position.x()))

    # ---- where things are ----------------------------------------------------------------------------------------

    def cells(self) -> list[QRectF]:
        """The cells, in their order."""
        return self._cells

    def cursor_area(self) -> QRectF:
        """The current cell as it is painted."""
        metrics = QFontMetricsF(self._look.font("strong"))
        label = metrics.horizontalAdvance(self._phases[self._index].label) + 2 * self._look.px(6)
        return cursor_in(self._strip(), self._cells[self._index], label, self._look.px(GROW))

    def labels(self) -> Labels:
        """Which other cells have a label, and at what size."""
        around = self._look.px(1)
        cursor = self.cursor_area().adjusted(-around, 0, around, 0)
        return labels_for(self._cells, self._widths, cursor, self._look.px(4))

    def captions(self) -> list[tuple[Work, QRectF]]:
        """Where the kinds of work are named under the strip."""
        if self._low:
            return []
        works = list(Work)
        spans = []
        for work in works:
            cells = [cell for cell, phase in zip(self._cells, self._phases, strict=True) if phase.work is work]
            spans.append((cells[0].left(), cells[-1].right()))
        metrics = QFontMetricsF(self._caption_font())
        widths = [metrics.horizontalAdvance(self._caption(work)) + self._arrow(work) for work in works]
        top = self._strip().bottom() + self.margin()
        lefts = captions_under(spans, widths, self._look.px(10))
        return [
            (work, QRectF(left, top, width, metrics.height()))
            for work, left, width in zip(works, lefts, widths, strict=True)
            if left is not None
        ]

    def _strip(self) -> QRectF:
        margin = self.margin()
        return QRectF(margin, margin, self.width() - 2 * margin, max(1.0, self.height() - margin - self._below()))

    def _below(self) -> float:
        """The room under the cells: for the captions, if there are any."""
        return self.margin() + (0.0 if self._low else QFontMetricsF(self._caption_font()).height())

    def _caption_font(self) -> QFont:
        return self._look.font("strong" if self._look.presenting else "small_strong")

    def margin(self) -> int:
        """Room around the cells for the cursor, which is larger than they are, and its focus ring."""
        return self._look.px(GROW) + self._look.px(RING) + 2

    def _measure(self) -> None:
        metrics = QFontMetricsF(self._look.font("body"))
        self._widths = [metrics.horizontalAdvance(phase.label) for phase in self._phases]
        self._place()

    def _place(self) -> None:
        unit = self._look.factor
        self._cells = cells_in(self._strip(), len(self._phases), unit) if self._phases else []

    def _restyle(self) -> None:
        self._measure()
        self.updateGeometry()
        self.update()

    # ---- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._phases:
                self._paint_cells(painter)
                self._paint_labels(painter)
                self._paint_cursor(painter)
                self._paint_captions(painter)

    def _paint_cells(self, painter: QPainter) -> None:
        radius = min(self._look.px(6), self._cells[0].width() / 3)
        painter.setPen(Qt.PenStyle.NoPen)
        for place, (phase, cell) in enumerate(zip(self._phases, self._cells, strict=True)):
            shade = "soft" if place <= self._index else "faint"
            painter.setBrush(self._look.colour(f"{phase.work.value}_{shade}"))
            painter.drawRoundedRect(cell, radius, radius)

    def _paint_labels(self, painter: QPainter) -> None:
        labels = self.labels()
        font = QFont(self._look.font("body"))
        font.setPixelSize(max(1, int(font.pixelSize() * labels.shrink)))
        painter.setFont(font)
        painter.setPen(self._look.colour("text"))
        for place in labels.shown:
            area = label_area(self._cells[place], self._widths[place] + 2)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._phases[place].label)

    def _paint_cursor(self, painter: QPainter) -> None:
        phase, area = self._phases[self._index], self.cursor_area()
        radius = self._look.px(7)
        # A rim in the card's colour lifts it off its neighbours.
        painter.setPen(QPen(self._look.colour("card"), 2 * self._look.px(1.5)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(phase.work.value))
        painter.drawRoundedRect(area, radius, radius)
        painter.setFont(self._look.font("strong"))
        painter.setPen(self._look.colour(f"{phase.work.value}_on"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, phase.label)
        if self._inside is not None:
            paint_inside(painter, self._inside, area, self._look, self._look.colour(f"{phase.work.value}_on"))
        if self.hasFocus():
            line = self._look.px(RING)
            away = 1 + line / 2
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("focus"), line))
            painter.drawRoundedRect(area.adjusted(-away, -away, away, away), radius + away, radius + away)

    def _paint_captions(self, painter: QPainter) -> None:
        painter.setFont(self._caption_font())
        for work, area in self.captions():
            colour = self._look.colour(work.value)
            painter.setPen(colour)
            right_hand = Qt.AlignmentFlag.AlignRight if work is Work.BACKWARD else Qt.AlignmentFlag.AlignLeft
            painter.drawText(area, right_hand | Qt.AlignmentFlag.AlignVCenter, self._caption(work))
            if self._arrow(work):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawPolygon(self._triangle(work, area))

    def _caption(self, work: Work) -> str:
        return {
            Work.FORWARD: self.tr("forward"),
            Work.LOSS: self.tr("loss"),
            Work.BACKWARD: self.tr("backward"),
            Work.UPDATE: self.tr("update"),
        }[work]

    def _arrow(self, work: Work) -> float:
        """The room that the caption's arrow takes."""
        return self._look.px(14) if work in (Work.FORWARD, Work.BACKWARD) else 0.0

    def _triangle(self, work: Work, area: QRectF) -> QPolygonF:
        half, length = self._look.px(4.5), self._look.px(9)
        middle = area.center().y() + self._look.px(1)
        tip = area.right() if work is Work.FORWARD else area.left()
        back = tip - length if work is Work.FORWARD else tip + length
        return QPolygonF([QPointF(tip, middle), QPointF(back, middle - half), QPointF(back, middle + half)])

    # ---- the user ------------------------------------------------------------------------------------------------

    def _pick(self, index: int, again: bool = False) -> None:
        """Say that the user wants a phase; the one that is wanted already only if asked ``again``."""
        index = max(0, min(len(self._phases) - 1, index))
        if self._phases and (again or index != self._wanted):
            self._wanted = index
            self.phase_picked.emit(index)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(760), self._height(30 if self._low else 36))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._height(26))

    def _height(self, cell: float) -> int:
        px = self._look.px
        return px(cell) + self.margin() + round(self._below())

    def resizeEvent(self, event: QEvent) -> None:
        self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.phase_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and place is not None:
            self._dragging = True
            self._pick(place, again=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.phase_at(event.position())
        if self._dragging and place is not None:
            self._pick(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turned += event.angleDelta().y() or -event.angleDelta().x()
        notches = int(self._turned / WHEEL_NOTCH)
        self._turned -= notches * WHEEL_NOTCH
        if notches:
            self._pick(self._index - notches)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._phases) - 1
        target = {
            Qt.Key.Key_Left: self._index - 1,
            Qt.Key.Key_Right: self._index + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if target is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        else:
            self._pick(target)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = self.phase_at(QPointF(event.pos()))
            if place is not None:
                name = self.name_of(place) + (self._name_inside() if place == self._index else "")
                QToolTip.showText(event.globalPos(), plain_tip(name), self, self._cells[place].toRect())
                return True
        return super().event(event)
