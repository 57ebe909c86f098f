"""Time as a thin line: a piece for each phase, in the colours of the four kinds of work."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.engine.training.record.phases import Phase
from nnviz.ui.look.look import Look
from nnviz.ui.session.moment import Moment

HEIGHT, LOW = 10.0, 7.0
"""Of the current piece and of the others, in pixels at scale 1."""
GAP = 3.0


class TimeLine(QWidget):
    """Done, current, still to come. It names nothing: the current phase is named over it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._phases: tuple[Phase, ...] = ()
        self._index = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Phases of the iteration"))
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def show_moment(self, moment: Moment) -> None:
        """Show where in its iteration a moment is."""
        shown = moment.record.phases, moment.phase_index
        if shown != (self._phases, self._index):
            self._phases, self._index = shown
            self.setAccessibleDescription(moment.phase.label)
            self.update()

    def pieces(self) -> list[QRectF]:
        """Where each phase is."""
        count, factor = len(self._phases), self._look.factor
        each = (self.width() + GAP * factor) / max(1, count)
        heights = [(HEIGHT if place == self._index else LOW) * factor for place in range(count)]
        return [QRectF(place * each, 0.0, each - GAP * factor, high) for place, high in enumerate(heights)]

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(400), self._look.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for place, (phase, box) in enumerate(zip(self._phases, self.pieces(), strict=True)):
                work = phase.work.value
                role = work if place == self._index else f"{work}_soft" if place < self._index else f"{work}_faint"
                painter.setBrush(self._look.colour(role))
                radius = box.height() / 2.0
                painter.drawRoundedRect(box, radius, radius)
