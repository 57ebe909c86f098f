"""What plots over the epochs share: curves of a loss or a score, their axes, and the epoch under the pointer."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.lettering import RIGHT
from nnviz.ui.toolkit.plots.measure import Measure
from nnviz.ui.toolkit.plots.outline import outline
from nnviz.ui.toolkit.plots.plot import Plot
from nnviz.ui.toolkit.plots.ticks import Tick, linear_ticks, log_ticks

FEWEST_EPOCHS = 10
"""The epoch axis reaches at least so far, so that the first epochs do not push each other about."""

PIXELS_PER_POINT = 1.5
FEW_POINTS = 120
WIDTHS = {"training": 2.6, "validation": 1.8}
"""Of each role's stroke. Validation is drawn last: where curves lie on each other, the thinner one stays visible."""


class EpochPlot(Plot):
    """Curves over the epochs. Subclasses draw them in ``redraw``, and call ``restyle`` when they have them."""

    lines_per_tick = 1.7
    """A mark of the upright axis takes at least so many lines of its text."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.log = False
        self._fellow: EpochPlot | None = None
        self._reach = (0.0, math.inf, -math.inf)
        self._x_ticks: list[Tick] = []
        self._y_ticks: list[Tick] = []

    @property
    def measure(self) -> Measure:
        """What the curves are of."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw everything that is known."""
        raise NotImplementedError

    def words_width(self) -> float:
        """The room for the words right of the frame, in pixels."""
        raise NotImplementedError

    def accuracy_range(self, low: float) -> tuple[float, float]:
        """What the axis of an accuracy shows, where the curves reach down to ``low``."""
        raise NotImplementedError

    def set_log(self, log: bool) -> None:
        """Whether the axis is logarithmic; that of an accuracy never is."""
        self.log = log
        self.redraw()

    def share_scale(self, fellow: EpochPlot) -> None:
        """Let the axes reach as far as those of another plot: what is compared is seen on one scale."""
        if fellow is not self._fellow:
            self._fellow = fellow
            self.redraw()

    @property
    def is_log(self) -> bool:
        """Whether the axis that is shown is logarithmic."""
        return self.log and self.measure is not Measure.ACCURACY

    @property
    def axis_name(self) -> str:
        """What the upright axis is."""
        return self.tr("{} (log)").format(self.measure.word) if self.is_log else self.measure.word

    @property
    def pointed_at(self) -> float | None:
        """The place on the axis of epochs that is under the pointer; ``None`` outside of the frame."""
        if self.pointer is None or not self.frame.adjusted(-4, -4, 4, 4).contains(self.pointer):
            return None
        low, high = self.x_range
        return low + (self.pointer.x() - self.frame.left()) / self.frame.width() * (high - low)

    def restyle(self) -> None:
        super().restyle()
        self.redraw()

    def resized(self) -> None:
        super().resized()
        self.redraw()

    # ---- drawing -------------------------------------------------------------------------------------------------

    def pen(self, role: str) -> QPen:
        """The stroke of a role's curves."""
        pen = QPen(self.look.colour(role), WIDTHS[role] * self.look.factor)
        pen.setCosmetic(True)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    def scaled(self, values: Array) -> Array:
        """Losses or scores as the axis has them: nan where they cannot be drawn."""
        if not self.is_log:
            return values
        with np.errstate(all="ignore"):
            return np.where(values > 0.0, np.log10(values), np.nan)

    def points(self, epochs: Array, values: Array) -> tuple[Array, Array]:
        """As few points as a curve needs at this size, on the scale of the axis."""
        x, y = outline(epochs, values, max(int(self.frame.width() / PIXELS_PER_POINT), 20))
        y = self.scaled(y)
        if self.is_log:
            seen = np.isfinite(y)
            x, y = x[seen], y[seen]
        return x, y

    def draw_points(self, item: pg.PlotCurveItem, x: Array, y: Array, dashed: bool = False) -> None:
        """Give a curve its points, in the way that its stroke wants."""
        # A few long strokes join better as one path; many short ones are quicker one by one. Dashes that begin anew
        # in every stretch would be none.
        item.setSegmentedLineMode("off" if dashed or len(x) < FEW_POINTS else "on")
        self.draw(item, x, y)

    def fit_ranges(self, last: float, curves: list[Array]) -> None:
        """Let the axes hold all curves, up to the last epoch."""
        low = min((float(y.min()) for y in curves), default=math.inf)
        high = max((float(y.max()) for y in curves), default=-math.inf)
        self._reach = last, low, high
        fellow = self._fellow
        if fellow is not None and (fellow.measure, fellow.is_log) != (self.measure, self.is_log):
            fellow = None
        if fellow is not None:
            its_last, its_low, its_high = fellow._reach
            last, low, high = max(last, its_last), min(low, its_low), max(high, its_high)
        known = low <= high
        if not known:
            low, high = 0.0, 1.0
        if self.measure is Measure.ACCURACY:
            low, high = self.accuracy_range(low)
        elif self.is_log:
            if not known:
                low, high = -3.0, 0.0
            room = max(0.05 * (high - low), 0.05)
            low, high = low - room, high + room
        else:
            low, high = min(0.0, low), high * 1.04 if high > 0.0 else 1.0
        self.set_range((0.0, max(last, FEWEST_EPOCHS)), (low, high))
        self._measure_ticks()
        self.arrange()
        if fellow is not None and (fellow.x_range, fellow.y_range) != (self.x_range, self.y_range):
            fellow.redraw()

    def _measure_ticks(self) -> None:
        """Which marks the axes have; the room for their texts follows from them."""
        style, line = self.look.numbers, self.lettering.line("tiny")
        most = int(min(max(self.frame.height() / (self.lines_per_tick * line), 1), 6))
        ticks = log_ticks if self.is_log else self.measure.ticks
        self._y_ticks = ticks(*self.y_range, most, style)
        across = int(min(max(self.frame.width() / (3.2 * line), 1), 8))
        self._x_ticks = linear_ticks(*self.x_range, across, style, whole=True)

    def margins(self) -> QMarginsF:
        px, lettering = self.look.px, self.lettering
        left = max(lettering.width(text, "tiny") for text in (*(tick.text for tick in self._y_ticks), "0.00"))
        line = lettering.line("tiny")
        return QMarginsF(line + math.ceil(left) + px(7), px(5), math.ceil(self.words_width()) + px(10), line + px(4))

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint_axes(self, painter: QPainter) -> None:
        """Grid, marks and the names of both axes."""
        self.paint_grid(painter, self._y_ticks)
        self.paint_y_texts(painter, self._y_ticks)
        lettering, colour, name = self.lettering, self.look.colour("text_faint"), self.tr("epoch")
        line = lettering.line("tiny")
        box = QRectF(self.frame.left(), self.frame.bottom() + self.look.px(3), self.frame.width(), line)
        lettering.write(painter, box, name, "tiny", colour, RIGHT)
        self.paint_x_texts(painter, self._x_ticks, until=box.right() - lettering.width(name, "tiny") - self.look.px(8))
        painter.save()
        painter.translate(0.0, self.frame.center().y())
        painter.rotate(-90.0)
        box = QRectF(-self.height() / 2, 0.0, self.height(), line)
        lettering.write(painter, box, self.axis_name, "tiny", colour)
        painter.restore()

    def paint_promise(self, painter: QPainter, text: str) -> None:
        """What will be here, while there is nothing."""
        painter.setFont(self.lettering.font("small"))
        painter.setPen(self.look.colour("text_muted"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)

    def paint_epoch_line(self, painter: QPainter, epoch: float) -> float:
        """The line through the epoch that the pointer reads; where it is."""
        x = self.x_pixel(epoch)
        painter.setPen(QPen(self.look.colour("axis"), max(1, self.look.px(1))))
        painter.drawLine(QPointF(x, self.frame.top()), QPointF(x, self.frame.bottom()))
        return x
