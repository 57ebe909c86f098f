"""The examples of a run as points, over what the network answers where there are two raw inputs."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QWidget

from nnviz.engine.analysis.responses import ResponseMaps
from nnviz.engine.types import Array, Indices
from nnviz.ui.examples.answers import curve_lines, plane_lines
from nnviz.ui.examples.colours import point_colours
from nnviz.ui.examples.example_plot import NEAR, ExamplePlot
from nnviz.ui.examples.map import corners_of, paint_map
from nnviz.ui.examples.marks import PART_ROLES, Stamps, paint_pin, paint_ring
from nnviz.ui.examples.points import DataPoints, View, nearest, values_of
from nnviz.ui.examples.words import Line, example_lines, example_name, part_name, predictions_known
from nnviz.ui.look.look import Look
from nnviz.ui.session.moment import Moment
from nnviz.ui.toolkit.lettering import LEFT, RIGHT
from nnviz.ui.toolkit.plots.layer import Layer
from nnviz.ui.toolkit.plots.ticks import Tick, linear_ticks
from nnviz.worker.messages import RunInfo
from nnviz.worker.queries.maps import Curve

MOST_POINTS = 4000
"""Of more examples, as many are drawn, evenly taken; those of the batch always."""
MOST_OF_BATCH = 1000
MOST_AMONG_NUMBERS = 3
"""Names of so few letters stand among the numbers of their axis, longer ones beside them."""
KINK = 5.0
LARGEST = 1e300
"""What is larger cannot be drawn."""


class DataPlot(ExamplePlot):
    """Points whose shape tells the part and whose colour tells the class; a ring around the one that is shown.

    Its many methods are one thing: where points are, and the layers of one painting, the slow ones kept for the next.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.points: DataPoints | None = None
        self.moment: Moment | None = None
        self.maps: ResponseMaps | None = None
        self.curve_shown: Curve | None = None
        self._best = False
        self._best_maps: ResponseMaps | None = None
        self._run: RunInfo | None = None
        self._places: Array = np.zeros((0, 2))
        self._drawn: Indices = np.zeros(0, dtype=np.int64)
        self._colours: tuple[list[QColor], Indices] = ([], np.zeros(0, dtype=np.int64))
        self._stamps = Stamps(look)
        self._map_layer = Layer()
        self._point_layer = Layer()
        self._x_ticks: list[Tick] = []
        self._y_ticks: list[Tick] = []
        self._curve = self.curve()
        # A click leaves the keyboard where it was: the arrow keys are steps in time unless Tab came here.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Data plot"))

    # ---- what it is told -----------------------------------------------------------------------------------------

    def set_run(self, run: RunInfo, points: DataPoints) -> None:
        """Other examples, and no moment yet."""
        self._run, self.points, self.moment, self.maps = run, points, None, None
        self._best_maps = self.curve_shown = None
        self._drawn = np.arange(len(points.x))
        if len(points.x) > MOST_POINTS:
            self._drawn = np.linspace(0, len(points.x) - 1, MOST_POINTS).round().astype(np.int64)
        self.set_range(points.x_range, points.y_range)
        self.restyle()

    def show_moment(self, moment: Moment) -> None:
        """The batch, the example that is shown and the maps of a moment."""
        self.moment = moment
        self._choose_maps()

    def show_answers(self, best: bool, maps: ResponseMaps | None, curve: Curve | None) -> None:
        """What the network answers over its inputs.

        Args:
            best: Whether the best epoch's answers are shown, and so not the batch's predictions of now.
            maps: The best epoch's maps, as soon as they are there; otherwise the moment's are shown.
            curve: The curve over one input.
        """
        self._best, self._best_maps = best, maps
        if curve is not self.curve_shown:
            self.curve_shown = curve
            self._draw_curve()
        self._choose_maps()

    def _choose_maps(self) -> None:
        """The maps that are shown: the best epoch's, or the moment's."""
        self.maps = None
        if self.points is not None and self.points.view is View.PLANE:
            now = self.moment.maps if self.moment is not None else None
            self.maps = self._best_maps if self._best and self._best_maps is not None else now
        self.viewport().update()

    def _draw_curve(self) -> None:
        curve, x, y = self.curve_shown, np.zeros(0), np.zeros(0)
        if curve is not None:
            drawable = np.abs(curve.predictions[:, 0]) < LARGEST
            x, y = curve.x[drawable], curve.predictions[drawable, 0]
        self.draw(self._curve, x, y)

    @property
    def thinned(self) -> bool:
        """Whether there are more examples than points."""
        return self.points is not None and len(self._drawn) < len(self.points.x)

    def example_at(self, place: QPointF) -> int | None:
        """The example whose point is nearest to a place in the widget; ``None`` if none is near."""
        return nearest(self._places, place.x(), place.y(), self.look.px(NEAR))

    def place_of(self, example: int) -> QPointF:
        """Where an example's point is in the widget."""
        return QPointF(*self._places[example])

    def readout(self) -> list[Line]:
        """What is written beside the pointer: names and numbers of the example there, or of the answer."""
        example, points, run = self.hovered, self.points, self._run
        if points is None or run is None:
            return []
        if example is None:
            return self._answer_lines(run, points)
        head = (example_name(example), part_name(int(points.part[example])))
        return [head, *self.said(example_lines(run, points, self.moment, example, self.look.numbers))]

    def said(self, lines: list[Line]) -> list[Line]:
        """The lines of an example beside the best epoch's answers: its prediction is of now all the same."""
        return [(self.tr("ŷ now") if name == "ŷ" and self._best else name, text) for name, text in lines]

    def _answer_lines(self, run: RunInfo, points: DataPoints) -> list[Line]:
        """What the network answers where the pointer is, away from the examples."""
        pointer, frame = self.pointer, self.frame
        if pointer is None or not frame.contains(pointer):
            return []
        (left, right), (low, high) = self.x_range, self.y_range
        x = left + (pointer.x() - frame.left()) / frame.width() * (right - left)
        y = high - (pointer.y() - frame.top()) / frame.height() * (high - low)
        if self.maps is not None:
            return plane_lines(run, points, self.maps, (x, y), self.look.numbers)
        return curve_lines(points, self.curve_shown, x, self.look.numbers) if self.curve_shown is not None else []

    def width_for(self, height: float) -> float:
        """How wide it is for a square frame where it is so high."""
        around = self._room_for_words()
        return height - around.top() - around.bottom() + around.left() + around.right()

    def height_for(self, width: float) -> float:
        """How high it is for a square frame where it is so wide."""
        around = self._room_for_words()
        return width - around.left() - around.right() + around.top() + around.bottom()

    # ---- room ----------------------------------------------------------------------------------------------------

    def restyle(self) -> None:
        if self._run is not None:
            self._colours = point_colours(self._run, self.look.theme)
            if self._by_part:
                self._colours = [self.look.colour(role) for role in PART_ROLES], self._run_points.part
        self._forget()
        self._measure()
        pen = QPen(self.look.colour("text"), 2.2 * self.look.factor)
        pen.setCosmetic(True)
        self._curve.setPen(pen)
        self._draw_curve()
        super().restyle()
        self._place()

    def resized(self) -> None:
        super().resized()
        self._forget()
        self._measure()
        self.arrange()
        self._place()

    @property
    def _run_points(self) -> DataPoints:
        assert self.points is not None
        return self.points

    @property
    def _by_part(self) -> bool:
        """Whether colour repeats the part: the target is a height already."""
        assert self._run is not None
        return self._run_points.view is View.CURVE and not self._run.examples.classes

    def _forget(self) -> None:
        self._map_layer.forget()
        self._point_layer.forget()

    def _place(self) -> None:
        if self.points is not None:
            self._places = self.pixels(self.points.x, self.points.y)

    def _measure(self) -> None:
        if self.points is None:
            return
        style, line = self.look.numbers, self.lettering.line("tiny")
        frame = self.frame
        self._y_ticks = linear_ticks(*self.y_range, int(min(max(frame.height() / (2.2 * line), 2), 5)), style)
        self._x_ticks = linear_ticks(*self.x_range, int(min(max(frame.width() / (3.5 * line), 4), 6)), style)
        run = self._run
        if run is not None and self.points.view is View.CURVE and run.examples.classes and not self.points.names[1]:
            # Heights are classes: their names stand where their numbers would.
            self._y_ticks = [Tick(float(label), name) for label, name in enumerate(run.examples.class_names)]

    def _room_for_words(self) -> QMarginsF:
        px, lettering = self.look.px, self.lettering
        widest = max((lettering.width(tick.text, "tiny") for tick in self._y_ticks), default=0.0)
        if self._among_numbers(1):
            name = self.points.names[1] if self.points is not None else ""
            left = max(widest, lettering.width(name, "tiny_bold")) + px(8)
        else:
            left = widest + px(10) + lettering.line("tiny")
        rows = 1 if self._among_numbers(0) else 2
        return QMarginsF(math.ceil(left), px(5), px(3), rows * lettering.line("tiny") + px(6))

    def _among_numbers(self, axis: int) -> bool:
        """Whether the name of an axis (0 across, 1 up) is short enough to stand among its numbers."""
        return self.points is None or len(self.points.names[axis]) <= MOST_AMONG_NUMBERS

    def margins(self) -> QMarginsF:
        around = self._room_for_words()
        if self.points is None or self.points.view is not View.PLANE:
            return around
        over = (self.width() - around.left() - around.right()) - (self.height() - around.top() - around.bottom())
        wide, high = max(over, 0.0) / 2.0, max(-over, 0.0) / 2.0
        return around + QMarginsF(wide, high, wide, high)

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint_behind(self, painter: QPainter) -> None:
        if self.points is None:
            return
        if self.points.view is View.PLANE:
            self._map_layer.put(painter, self.frame, self._paint_map, self.maps)
        else:
            self._paint_lattice(painter)
        self._paint_words(painter)
        whole = QRectF(self.rect())
        self._point_layer.put(painter, whole, self._paint_points, None)

    def _paint_map(self, painter: QPainter, size: QSizeF) -> None:
        corners = np.zeros((2, 2))
        if self.maps is not None:
            corners = self.pixels(*corners_of(self.maps)) - (self.frame.left(), self.frame.top())
        paint_map(painter, self.look, size, self.maps, self._run, corners)

    def _paint_lattice(self, painter: QPainter) -> None:
        self.paint_grid(painter, self._y_ticks)
        for tick in self._x_ticks:
            x = round(self.x_pixel(tick.place)) + 0.5
            painter.drawLine(QPointF(x, self.frame.top()), QPointF(x, self.frame.bottom()))

    def _paint_words(self, painter: QPainter) -> None:
        """The names of the axes, and the numbers that they leave room for."""
        lettering, frame, px, text = self.lettering, self.frame, self.look.px, self.look.colour("text")
        line, (across, up) = lettering.line("tiny"), self._run_points.names
        width = lettering.width(across, "tiny_bold")
        if self._among_numbers(0):
            box = QRectF(frame.right() - width, frame.bottom() + px(3), width, line)
            self.paint_x_texts(painter, self._x_ticks, frame.right() - width - px(6))
        else:
            box = QRectF(frame.center().x() - width / 2, frame.bottom() + px(3) + line, width, line)
            self.paint_x_texts(painter, self._x_ticks, self.width())
        lettering.write(painter, box, across, "tiny_bold", text, LEFT)
        ticks = self._y_ticks
        if up and self._among_numbers(1):
            box = QRectF(0.0, frame.top() - px(2), frame.left() - px(6), line)
            lettering.write(painter, box, up, "tiny_bold", text, RIGHT)
            ticks = [tick for tick in ticks if self.y_pixel(tick.place) - line / 2 > box.bottom()]
        elif up:
            painter.save()
            painter.translate(0.0, frame.center().y() + lettering.width(up, "tiny_bold") / 2)
            painter.rotate(-90.0)
            lettering.write(painter, QRectF(0.0, 0.0, frame.height(), line), up, "tiny_bold", text, LEFT)
            painter.restore()
        self.paint_y_texts(painter, ticks)

    def _paint_points(self, painter: QPainter, size: QSizeF) -> None:
        """All examples, those to train on above the others."""
        part = self._run_points.part[self._drawn]
        for which in (2, 1, 0):
            self._stamp(painter, self._drawn[part == which], in_batch=False)

    def _stamp(self, painter: QPainter, examples: Indices, in_batch: bool) -> None:
        colours, which = self._colours
        parts = self._run_points.part
        for example, (x, y) in zip(examples.tolist(), self._places[examples].tolist(), strict=True):
            self._stamps.put(painter, QPointF(x, y), int(parts[example]), colours[which[example]], in_batch)

    def paint_above(self, painter: QPainter) -> None:
        if self.points is None or self._run is None:
            return
        moment = self.moment
        if moment is not None:
            self._paint_predictions(painter, moment)
            self._stamp(painter, moment.record.examples[:MOST_OF_BATCH], in_batch=True)
            self._paint_followed(painter, moment)
        self.paint_focus(painter)
        self._paint_kinks(painter)
        self._paint_pointer(painter)

    def _paint_kinks(self, painter: QPainter) -> None:
        """A ring on the curve wherever one straight piece ends and the next begins."""
        curve = self.curve_shown
        if curve is None or curve.kinks is None:
            return
        radius = KINK * self.look.factor
        painter.setPen(QPen(self.look.colour("text"), 2.2 * self.look.factor))
        painter.setBrush(self.look.colour("card"))
        heights = np.interp(curve.kinks, curve.x, curve.predictions[:, 0])
        for x, y in self.pixels(curve.kinks, heights).tolist():
            if math.isfinite(y) and self.frame.contains(x, y):
                painter.drawEllipse(QPointF(x, y), radius, radius)

    def _paint_pointer(self, painter: QPainter) -> None:
        example, lines = self.hovered, self.readout()
        if example is not None:
            paint_ring(painter, self.look, self.place_of(example), 7.0)
            self.paint_readout(painter, self.place_of(example), lines)
        elif lines and self.pointer is not None:
            if self.curve_shown is not None:
                x = self.pointer.x()
                painter.setPen(QPen(self.look.colour("axis"), max(1, self.look.px(1))))
                painter.drawLine(QPointF(x, self.frame.top()), QPointF(x, self.frame.bottom()))
            self.paint_readout(painter, self.pointer, lines)

    def _paint_predictions(self, painter: QPainter, moment: Moment) -> None:
        """Over one input: what the network predicts for the batch, and how far that is from the targets."""
        assert self._run is not None
        if self._run_points.view is not View.CURVE or self._best or not predictions_known(moment):
            return
        factor, examples = self.look.factor, moment.record.examples[:MOST_OF_BATCH]
        heights = values_of(moment.record.prediction[:MOST_OF_BATCH], self._run)
        places = self.pixels(self._run_points.x[examples], heights)
        lines, marks = QPen(self.look.colour("axis"), 1.4 * factor), QPen(self.look.colour("text"), 2.4 * factor)
        reach = 5.5 * factor
        for (x, target), (_, y) in zip(self._places[examples].tolist(), places.tolist(), strict=True):
            if math.isfinite(y) and self.frame.top() <= y <= self.frame.bottom():
                painter.setPen(lines)
                painter.drawLine(QPointF(x, target), QPointF(x, y))
                painter.setPen(marks)
                painter.drawLine(QPointF(x - reach, y), QPointF(x + reach, y))

    def _paint_followed(self, painter: QPainter, moment: Moment) -> None:
        """A ring around the example that is shown, a pin at the one that is followed."""
        shown, pinned = moment.told_example, moment.pinned
        if shown is not None and shown < len(self._places):
            paint_ring(painter, self.look, self.place_of(shown))
            self._stamp(painter, np.array([shown]), in_batch=True)
        if pinned is not None and pinned < len(self._places):
            place, out = self.place_of(pinned), 5.0 * self.look.factor
            paint_pin(painter, self.look, QPointF(place.x() + out, place.y() - out))
