"""The picture of the phase strip: where cells, cursor, labels and captions are, and how they are painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from nnviz.engine.training.record.phases import Phase, Work
from nnviz.ui.look.look import LEAST_PIXELS, Look
from nnviz.ui.names.translation import translate
from nnviz.ui.toolkit.fitting import sized
from nnviz.ui.transport.inside_phase import Inside, paint_inside
from nnviz.ui.transport.phase_layout import (
    Labels,
    captions_under,
    cells_in,
    cursor_in,
    gap_of,
    label_area,
    labels_for,
    type_in,
)

GROW = 2.5
"""How far the current cell reaches beyond the others on each side, in pixels at scale 1."""

PADDING_SHARE = 0.14
"""Of the distance from cell to cell, between two labels at most."""

RING = 2
"""The line around it while the strip has the keyboard."""


class PhasePicture:
    """Cells in the colours of the four kinds of work, the current one larger, and the kinds' names under them.

    Attributes:
        phases: One cell for each; call ``measure`` when there are others.
        index: The current one.
        inside: How far one has stepped within it.
        low: The cells alone, the kinds of work told by their colours.
        cells: Where the phases are, in their order.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self.phases: tuple[Phase, ...] = ()
        self.index = 0
        self.inside: Inside | None = None
        self.low = False
        self.cells: list[QRectF] = []
        self._size = QSize()
        self._widths: list[float] = []
        self._shrink = 1.0

    # ---- where things are ----------------------------------------------------------------------------------------

    def measure(self, size: QSize) -> None:
        """Other phases, another look or another size."""
        # Each label is bold once: when its phase is the current one.
        metrics = QFontMetricsF(self._look.font("strong"))
        self._widths = [metrics.horizontalAdvance(phase.label) for phase in self.phases]
        self._size = size
        self.cells = cells_in(self._strip(), len(self.phases), self._look.factor, self._needs()) if self.phases else []
        found = type_in(self.cells, self._widths, self._padding, self._least) if self.phases else None
        self._shrink = found[1] if found is not None else 1.0

    def phase_at(self, position: QPointF) -> int | None:
        """The phase nearest to a place in the strip; ``None`` while there are no phases."""
        middles = [abs(cell.center().x() - position.x()) for cell in self.cells]
        return middles.index(min(middles)) if middles else None

    def height(self, cell: float) -> int:
        """Of everything, with cells of this height at scale 1."""
        return self._look.px(cell) + self.margin + round(self._below())

    def cursor_area(self) -> QRectF:
        """The current cell as it is painted."""
        metrics = QFontMetricsF(self.label_font("strong"))
        label = metrics.horizontalAdvance(self.phases[self.index].label) + self._padding
        return cursor_in(self._strip(), self.cells[self.index], label, self._grow)

    def labels(self) -> Labels:
        """Which other cells have a label, and at what size."""
        return labels_for(self.cells, self._widths, self.cursor_area(), self._padding, self._least)

    def captions(self) -> list[tuple[Work, QRectF]]:
        """Where the kinds of work are named under the strip."""
        if self.low:
            return []
        works = list(Work)
        spans = []
        for work in works:
            cells = [cell for cell, phase in zip(self.cells, self.phases, strict=True) if phase.work is work]
            spans.append((cells[0].left(), cells[-1].right()))
        metrics = QFontMetricsF(self._caption_font())
        widths = [metrics.horizontalAdvance(self._caption(work)) + self._arrow(work) for work in works]
        top = self._strip().bottom() + self.margin
        lefts = captions_under(spans, widths, self._look.px(10))
        return [
            (work, QRectF(left, top, width, metrics.height()))
            for work, left, width in zip(works, lefts, widths, strict=True)
            if left is not None
        ]

    @property
    def _padding(self) -> int:
        """Between two labels, less of it where cells are narrow."""
        return min(self._look.px(4), round(self._size.width() / len(self.phases) * PADDING_SHARE))

    @property
    def _grow(self) -> float:
        """How far the cursor reaches beyond its cell: where cells are narrow, not over their labels."""
        gap = gap_of(self._strip(), len(self.phases), self._look.factor)
        return max(1.0, min(float(self._look.px(GROW)), gap + self._padding / 2 - 1.0))

    @property
    def _least(self) -> float:
        """How small labels may become, as a share of their size."""
        full = self._look.font("body").pixelSize()
        return min(full, LEAST_PIXELS) / full

    def label_font(self, role: str) -> QFont:
        """The type that labels are set in."""
        font = self._look.font(role)
        return sized(font, int(font.pixelSize() * self._shrink))

    def _needs(self) -> list[float]:
        """How wide each cell must be for its label, in the largest type in which all have room; else 0."""
        area, count = self._strip(), len(self.phases)
        room = area.width() - gap_of(area, count, self._look.factor) * (count - 1) - count * (self._padding + 1)
        shrink = min(1.0, room / (sum(self._widths) or 1.0))
        return [width * shrink + self._padding + 1 if shrink >= self._least else 0.0 for width in self._widths]

    def _strip(self) -> QRectF:
        margin = self.margin
        return QRectF(
            margin, margin, self._size.width() - 2 * margin, max(1.0, self._size.height() - margin - self._below())
        )

    def _below(self) -> float:
        """The room under the cells: for the captions, if there are any."""
        return self.margin + (0.0 if self.low else QFontMetricsF(self._caption_font()).height())

    def _caption_font(self) -> QFont:
        return self._look.font("small_strong")

    @property
    def margin(self) -> int:
        """Room around the cells for the cursor, which is larger than they are, and its focus ring."""
        return self._look.px(GROW) + self._look.px(RING) + 2

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, focused: bool) -> None:
        """Paint everything; ``focused`` with a ring around the cursor."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.phases:
            self._paint_cells(painter)
            self._paint_labels(painter)
            self._paint_cursor(painter, focused)
            self._paint_captions(painter)

    def _paint_cells(self, painter: QPainter) -> None:
        radius = min(self._look.px(6), self.cells[0].width() / 3)
        painter.setPen(Qt.PenStyle.NoPen)
        for place, (phase, cell) in enumerate(zip(self.phases, self.cells, strict=True)):
            shade = "soft" if place <= self.index else "faint"
            painter.setBrush(self._look.colour(f"{phase.work.value}_{shade}"))
            painter.drawRoundedRect(cell, radius, radius)

    def _paint_labels(self, painter: QPainter) -> None:
        labels = self.labels()
        painter.setFont(self.label_font("body"))
        painter.setPen(self._look.colour("text"))
        for place in labels.shown:
            area = label_area(self.cells[place], self._widths[place] + 2)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.phases[place].label)

    def _paint_cursor(self, painter: QPainter, focused: bool) -> None:
        phase, area = self.phases[self.index], self.cursor_area()
        radius = self._look.px(7)
        # A rim in the card's colour lifts it off its neighbours.
        painter.setPen(QPen(self._look.colour("card"), 2 * self._look.px(1.5)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(phase.work.value))
        painter.drawRoundedRect(area, radius, radius)
        painter.setFont(self.label_font("strong"))
        painter.setPen(self._look.colour(f"{phase.work.value}_on"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, phase.label)
        if self.inside is not None:
            paint_inside(painter, self.inside, area, self._look, self._look.colour(f"{phase.work.value}_on"))
        if focused:
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
            Work.FORWARD: translate("PhaseStrip", "forward"),
            Work.LOSS: translate("PhaseStrip", "loss"),
            Work.BACKWARD: translate("PhaseStrip", "backward"),
            Work.UPDATE: translate("PhaseStrip", "update"),
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
