"""The examples as a layer sees them, with the grid of the input plane that was carried there with them."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from nnviz.engine.analysis.probe import Probe
from nnviz.engine.types import Array, Indices
from nnviz.ui.examples.colours import point_colours
from nnviz.ui.examples.example_plot import NEAR, ExamplePlot
from nnviz.ui.examples.marks import Stamps, paint_pin, paint_ring
from nnviz.ui.examples.points import PARTS, nearest
from nnviz.ui.examples.words import Line, example_name, part_name, target_text
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import written
from nnviz.ui.names.units import target_in_words
from nnviz.ui.panels.hidden_space.marks import RimmedStamps, dividing_line, paint_grid
from nnviz.ui.panels.hidden_space.passage import Passage
from nnviz.ui.panels.hidden_space.scenery import Scene, Stretch
from nnviz.ui.panels.hidden_space.words import axis_names
from nnviz.ui.session.moment import Moment
from nnviz.ui.toolkit.lettering import LEFT
from nnviz.ui.toolkit.plots.layer import Layer
from nnviz.ui.toolkit.plots.ticks import Tick, linear_ticks
from nnviz.worker.messages import RunInfo
from nnviz.worker.queries.hidden_space import Spaces


class SpacePlot(ExamplePlot):
    """Points in their classes' colours, the warped grid behind them, a ring around the example that is shown.

    Its many methods are one thing: where points are, and what is painted there.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.spaces: Spaces | None = None
        self.scene_shown: Scene | None = None
        self.moment: Moment | None = None
        self.names = ("", "")
        self.line: Probe | None = None
        self._run: RunInfo | None = None
        self._parts: Indices = np.zeros(0, dtype=np.int64)
        self._colours: tuple[list[QColor], Indices] = ([], np.zeros(0, dtype=np.int64))
        self._stretches: dict[int, tuple[Stretch, Stretch]] = {}
        self._passage = Passage(self)
        self._passage.moved.connect(self._repaint)
        self._x_ticks: list[Tick] = []
        self._y_ticks: list[Tick] = []
        self._stamps: Stamps = Stamps(look)
        self._layer = Layer()
        # A click leaves the keyboard where it was: the arrow keys are steps in time unless Tab came here.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Examples in a layer's space"))

    # ---- what it is told -----------------------------------------------------------------------------------------

    def set_run(self, run: RunInfo) -> None:
        """Other examples, and nothing known of them yet."""
        self.finish()
        self._run, self.spaces, self.scene_shown, self.moment, self.line = run, None, None, None, None
        self._stretches.clear()
        self._parts = np.zeros(len(run.examples.x), dtype=np.int64)
        for place, name in enumerate(PARTS):
            self._parts[run.examples.part(name)] = place
        self.restyle()

    def show_spaces(self, spaces: Spaces, moving: bool) -> None:
        """Show a layer's picture; if ``moving``, on the way from the layer before, or from the one that was shown."""
        run, shown = self._run, self.spaces
        assert run is not None
        came_from = self._passage.points, self._passage.lines
        self.spaces, self.scene_shown = spaces, Scene.of(run, spaces, spaces.here)
        self._lay_out()
        if moving and shown is not None:
            if spaces.before is not None and shown.here.layer < spaces.here.layer - 1:
                came_from = self._placed(Scene.of(run, spaces, spaces.before), spaces.before.layer)
            self._passage.set_out(*came_from)
        self._repaint()

    def show_moment(self, moment: Moment) -> None:
        """The example that is shown, and the one that is pinned."""
        self.moment = moment
        self.viewport().update()

    def show_line(self, line: Probe | None) -> None:
        """The straight line that separates two classes in a plane of two units; ``None`` for none."""
        if line is not self.line:
            self.line = line
            self.viewport().update()

    # ---- places --------------------------------------------------------------------------------------------------

    @property
    def animating(self) -> bool:
        """Whether everything is on its way from another layer."""
        return self._passage.moving

    def finish(self) -> None:
        """Be there at once."""
        self._passage.finish()

    def _lay_out(self) -> None:
        """Choose what is shown of the plane, and where everything is in the frame."""
        scene, spaces, run = self.scene_shown, self.spaces, self._run
        if scene is None or spaces is None or run is None:
            return
        self.names = axis_names(run, spaces.here, self.look.numbers)
        self._passage.lead_to(*self._placed(scene, spaces.here.layer))
        self.set_range(*self._in_frame(scene, spaces.here.layer))
        self._measure()
        # With other numbers at the axes, the frame may have become another one.
        frame = self.frame
        self.arrange()
        if self.frame != frame:
            self._passage.lead_to(*self._placed(scene, spaces.here.layer))
            self.set_range(*self._in_frame(scene, spaces.here.layer))

    def _in_frame(self, scene: Scene, layer: int) -> tuple[Stretch, Stretch]:
        ratio = self.frame.width() / max(self.frame.height(), 1.0)
        self._stretches[layer] = scene.stretches(self._stretches.get(layer))
        return scene.in_frame(*self._stretches[layer], ratio)

    def _placed(self, scene: Scene, layer: int) -> tuple[Array, Array | None]:
        """A scene's points and lines as shares of the frame."""
        (left, right), (low, high) = self._in_frame(scene, layer)
        start, span = np.array([left, low]), np.array([right - left, high - low])
        with np.errstate(all="ignore"):
            return (scene.points - start) / span, None if scene.lines is None else (scene.lines - start) / span

    def _to_pixels(self, shares: Array) -> Array:
        frame = self.frame
        return shares * (frame.width(), -frame.height()) + (frame.left(), frame.bottom())

    def _pixels(self) -> Array:
        """Where the examples that are drawn are now."""
        return self._to_pixels(self._passage.points)

    def _row_of(self, example: int) -> int | None:
        if self.spaces is None:
            return None
        row = int(np.searchsorted(self.spaces.examples, example))
        found = row < len(self.spaces.examples) and self.spaces.examples[row] == example
        return row if found else None

    def place_of(self, example: int) -> QPointF | None:
        """Where an example's point is in the widget; ``None`` if it is not drawn."""
        row = self._row_of(example)
        return None if row is None else QPointF(*self._pixels()[row])

    def example_at(self, place: QPointF) -> int | None:
        """The example whose point is nearest to a place in the widget; ``None`` if none is near."""
        if self.spaces is None:
            return None
        row = nearest(self._pixels(), place.x(), place.y(), self.look.px(NEAR))
        return None if row is None else int(self.spaces.examples[row])

    @property
    def hovered(self) -> int | None:
        """The example under the pointer."""
        return None if self.animating else super().hovered

    def readout(self) -> list[Line]:
        """What is written beside the pointer: the example there, and where the layer puts it."""
        example, run, spaces = self.hovered, self._run, self.spaces
        if example is None or run is None or spaces is None:
            return []
        row, style = self._row_of(example), self.look.numbers
        assert row is not None
        name = self.tr("class") if run.examples.classes else target_in_words(run.experiment.data)
        target = run.examples.class_names[run.examples.labels[example]] if run.examples.classes else ""
        lines = [(example_name(example), part_name(int(self._parts[example])))]
        lines.append((name, target or target_text(run, example, style)))
        places = spaces.here.points[row]
        lines += [
            (axis.partition(" · ")[0], written(float(place), style))
            for axis, place in zip(self.names, places, strict=False)
        ]
        return lines

    # ---- room ----------------------------------------------------------------------------------------------------

    def restyle(self) -> None:
        if self._run is not None:
            self._colours = point_colours(self._run, self.look.theme)
            self._stamps = Stamps(self.look) if self._run.examples.classes else RimmedStamps(self.look)
        self._layer.forget()
        if self.look.reduced_motion and self.animating:
            self.finish()
        super().restyle()
        self._lay_out()

    def resized(self) -> None:
        super().resized()
        self.finish()
        self._lay_out()

    def _measure(self) -> None:
        style, line, frame = self.look.numbers, self.lettering.line("tiny"), self.frame
        self._y_ticks = linear_ticks(*self.y_range, int(min(max(frame.height() / (2.6 * line), 2), 5)), style)
        self._x_ticks = linear_ticks(*self.x_range, int(min(max(frame.width() / (4.0 * line), 3), 6)), style)
        run, space = self._run, self.spaces.here if self.spaces is not None else None
        if run is not None and space is not None and space.units == 1 and run.examples.classes:
            self._y_ticks = [Tick(float(label), name) for label, name in enumerate(run.examples.class_names)]

    def margins(self) -> QMarginsF:
        px, lettering = self.look.px, self.lettering
        widest = max((lettering.width(tick.text, "tiny") for tick in self._y_ticks), default=0.0)
        line = lettering.line("tiny")
        return QMarginsF(math.ceil(widest) + px(7), line + px(3), px(2), line + px(4))

    # ---- painting ------------------------------------------------------------------------------------------------

    def _repaint(self) -> None:
        self._layer.forget()
        self.viewport().update()

    def paint_behind(self, painter: QPainter) -> None:
        if self.scene_shown is None:
            return
        self._paint_lattice(painter)
        self._paint_words(painter)
        whole = QRectF(self.rect())
        if self.animating:
            self._paint_all(painter, whole.size())
        else:
            self._layer.put(painter, whole, self._paint_all, None)

    def _paint_lattice(self, painter: QPainter) -> None:
        """The frame, and thin lines where either axis is 0."""
        frame, width = self.frame, max(1, self.look.px(1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.look.colour("card_border"), width))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), self.look.px(6), self.look.px(6))
        painter.setPen(QPen(self.look.colour("grid"), width))
        if self.x_range[0] < 0.0 < self.x_range[1]:
            x = round(self.x_pixel(0.0)) + 0.5
            painter.drawLine(QPointF(x, frame.top() + 1), QPointF(x, frame.bottom() - 1))
        if self.y_range[0] < 0.0 < self.y_range[1]:
            y = round(self.y_pixel(0.0)) + 0.5
            painter.drawLine(QPointF(frame.left() + 1, y), QPointF(frame.right() - 1, y))

    def _paint_words(self, painter: QPainter) -> None:
        """The names of the axes, at the right end of the one and above the other, and numbers."""
        lettering, frame, px, text = self.lettering, self.frame, self.look.px, self.look.colour("text")
        line, (across, up) = lettering.line("tiny"), self.names
        width = lettering.width(across, "tiny_bold")
        box = QRectF(frame.right() - width, frame.bottom() + px(3), width, line)
        lettering.write(painter, box, across, "tiny_bold", text, LEFT)
        self.paint_x_texts(painter, self._x_ticks, frame.right() - width - px(6))
        lettering.write(painter, QRectF(0.0, 0.0, self.width(), line), up, "tiny_bold", text, LEFT)
        self.paint_y_texts(
            painter, [tick for tick in self._y_ticks if self.y_pixel(tick.place) > frame.top() + line / 2]
        )

    def _paint_all(self, painter: QPainter, size: QSizeF) -> None:
        lines = self._passage.lines
        if lines is not None:
            painter.save()
            painter.setClipRect(self.frame)
            paint_grid(painter, self.look, self._to_pixels(lines), self._passage.lines_seen)
            painter.restore()
        assert self.spaces is not None
        colours, which = self._colours
        examples = self.spaces.examples
        parts, places = self._parts[examples], self._pixels()
        for part in (2, 1, 0):
            rows = np.flatnonzero(parts == part)
            for example, (x, y) in zip(examples[rows].tolist(), places[rows].tolist(), strict=True):
                self._stamps.put(painter, QPointF(x, y), part, colours[which[example]], False)

    def paint_above(self, painter: QPainter) -> None:
        if self.scene_shown is None:
            return
        if not self.animating:
            self._paint_line(painter)
        if self.moment is not None:
            self._paint_followed(painter, self.moment)
        self.paint_focus(painter)
        example = self.hovered
        place = self.place_of(example) if example is not None else None
        if place is not None:
            paint_ring(painter, self.look, place, 7.0)
            self.paint_readout(painter, place, self.readout())

    def _paint_line(self, painter: QPainter) -> None:
        """The line on which the probe takes both classes for equally likely."""
        if self.line is None or self.line.W.shape != (2, 2):
            return
        ends = dividing_line(self.line, 4.0 * float(np.ptp(self.x_range) + np.ptp(self.y_range)))
        if ends is None:
            return
        start, end = (QPointF(*place) for place in self.pixels(*ends.T))
        painter.save()
        painter.setClipRect(self.frame.adjusted(1, 1, -1, -1))
        for role, width in (("card", 4.2), ("text", 2.0)):
            painter.setPen(QPen(self.look.colour(role), width * self.look.factor))
            painter.drawLine(start, end)
        painter.restore()

    def _paint_followed(self, painter: QPainter, moment: Moment) -> None:
        """A ring and a name at the example that is shown, a pin at the one that is followed."""
        factor = self.look.factor
        shown = moment.told_example
        place = self.place_of(shown) if shown is not None else None
        if shown is not None and place is not None:
            paint_ring(painter, self.look, place)
            colours, which = self._colours
            self._stamps.put(painter, place, int(self._parts[shown]), colours[which[shown]], True)
            if self.hovered is None:
                self._paint_name(painter, place, example_name(shown))
        place = self.place_of(moment.pinned) if moment.pinned is not None else None
        if place is not None:
            out = 5.0 * factor
            paint_pin(painter, self.look, QPointF(place.x() + out, place.y() - out))

    def _paint_name(self, painter: QPainter, place: QPointF, name: str) -> None:
        """A name beside a ring, under it where there is a pin above, on a ground of its own."""
        px, lettering = self.look.px, self.lettering
        width, height = lettering.width(name, "tiny_bold") + px(8), lettering.line("tiny_bold")
        right = place.x() + px(13) + width <= self.frame.right()
        left = place.x() + px(13) if right else place.x() - px(13) - width
        top = min(max(place.y() + px(2), self.frame.top()), self.frame.bottom() - height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour("card", 0.88))
        box = QRectF(left, top, width, height)
        painter.drawRoundedRect(box, px(4), px(4))
        lettering.write(painter, box, name, "tiny_bold", self.look.colour("text"))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.finish()
