"""The phases of one iteration as a strip of cells, with a cursor that can be dragged through them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.ui.formula.phase_words import phase_name
from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.session.moment import Moment
from nnviz.ui.transport.inside_phase import Inside
from nnviz.ui.transport.phase_picture import PhasePicture

WHEEL_NOTCH = 120
"""What Qt reports for one notch of a mouse wheel."""


class PhaseStrip(QWidget):
    """One cell for each phase, in the colours of the four kinds of work: done, current (the cursor), still to come.

    Signals:
        phase_picked(int): The user dragged the cursor to a phase, clicked it, or stepped there by wheel or key.
    """

    phase_picked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.picture = PhasePicture(look)
        self._wanted = 0
        self._dragging = False
        self._turned = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Phases of the iteration"))
        look.changed.connect(self._restyle)
        self._restyle()

    # ---- what it shows -------------------------------------------------------------------------------------------

    def show_moment(self, moment: Moment) -> None:
        """Show the phases of the moment's iteration, the cursor on its own."""
        phases, inside = moment.record.phases, Inside.of(moment)
        if phases is not self.picture.phases:
            self.picture.phases = phases
            self.picture.measure(self.size())
        elif (moment.phase_index, inside) == (self.picture.index, self.picture.inside):
            return
        self.picture.index = self._wanted = moment.phase_index
        self.picture.inside = inside
        self.setAccessibleDescription(self.name_of(self.picture.index) + self._name_inside())
        self.update()

    def set_low(self, low: bool) -> None:
        """Be as low as can be: the cells alone, the kinds of work told by their colours."""
        if low is not self.picture.low:
            self.picture.low = low
            self.picture.measure(self.size())
            self.updateGeometry()
            self.update()

    def name_of(self, index: int) -> str:
        """A phase in words."""
        layers = max(phase.layer for phase in self.picture.phases)
        return phase_name(self.picture.phases[index], layers)

    def _name_inside(self) -> str:
        """How far one has stepped within the phase, in words."""
        if self.picture.inside is None:
            return ""
        inside = self.picture.inside
        text = self.tr(", unit {0} of {1}").format(inside.unit + 1, inside.units)
        if inside.term is not None:
            text += self.tr(", term {0} of {1}").format(inside.term + 1, inside.terms)
        return text

    def _restyle(self) -> None:
        self.picture.measure(self.size())
        self.updateGeometry()
        self.update()

    # ---- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.picture.paint(painter, self.hasFocus())

    # ---- the user ------------------------------------------------------------------------------------------------

    def _pick(self, index: int, again: bool = False) -> None:
        """Say that the user wants a phase; the one that is wanted already only if asked ``again``."""
        index = max(0, min(len(self.picture.phases) - 1, index))
        if self.picture.phases and (again or index != self._wanted):
            self._wanted = index
            self.phase_picked.emit(index)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(760), self.picture.height(30 if self.picture.low else 36))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), self.picture.height(26))

    def resizeEvent(self, event: QEvent) -> None:
        self.picture.measure(self.size())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.picture.phase_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and place is not None:
            self._dragging = True
            self._pick(place, again=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.picture.phase_at(event.position())
        if self._dragging and place is not None:
            self._pick(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turned += event.angleDelta().y() or -event.angleDelta().x()
        notches = int(self._turned / WHEEL_NOTCH)
        self._turned -= notches * WHEEL_NOTCH
        if notches:
            self._pick(self.picture.index - notches)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.picture.phases) - 1
        target = {
            Qt.Key.Key_Left: self.picture.index - 1,
            Qt.Key.Key_Right: self.picture.index + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if target is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        else:
            self._pick(target)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = self.picture.phase_at(QPointF(event.pos()))
            if place is not None:
                name = self.name_of(place) + (self._name_inside() if place == self.picture.index else "")
                QToolTip.showText(event.globalPos(), plain_tip(name), self, self.picture.cells[place].toRect())
                return True
        return super().event(event)
