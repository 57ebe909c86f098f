"""Paints one network of the strip: its name and how it ended, its map with the training points, its loss curve."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from nnviz.engine.analysis.responses import Map
from nnviz.engine.types import Array
from nnviz.ui.examples.boundary import boundary
from nnviz.ui.examples.colours import map_image, middle_of, point_colours
from nnviz.ui.examples.marks import class_shape
from nnviz.ui.examples.points import DataPoints
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.lettering import LEFT, RIGHT, Lettering
from nnviz.ui.toolkit.plots.outline import outline
from nnviz.ui.windows.seeds.cells import Cells
from nnviz.ui.windows.seeds.multiples import Axes, Multiple, State
from nnviz.worker.sweep_messages import SweepPlan

MOST_POINTS = 120
"""Of more training points, so many are drawn, evenly taken: a small map has no room for more."""
BINS = 40
ICON = 13
ICONS = {State.SOLVED: ("check", "update"), State.DIVERGED: ("close", "error"), State.STOPPED: ("pause", "text_muted")}


@dataclass(frozen=True)
class Words:
    """What is written in a cell: the network's name, and its score or state, perhaps not where an icon says enough.

    Attributes:
        note: What is to be minded, at the foot of the map.
    """

    name: str
    score: str
    beside_icon: bool = True
    note: str = ""


class CellPainter:
    """Knows the data that all networks of a sweep share."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.lettering = Lettering(look)
        self._plan: SweepPlan | None = None
        self._points: tuple[tuple[object, ...], QPixmap] = ((), QPixmap())
        self._maps: dict[int, tuple[Map, tuple[object, ...], QPixmap]] = {}

    def set_plan(self, plan: SweepPlan | None) -> None:
        """Other networks, perhaps of other data."""
        self._plan = plan
        self._points = ((), QPixmap())
        self._maps.clear()

    def paint(
        self,
        painter: QPainter,
        cells: Cells,
        multiple: Multiple,
        state: State,
        words: Words,
        axes: Axes,
    ) -> None:
        """Paint a cell with its corner at the origin."""
        look, factor = self._look, self._look.factor
        line = (2.0 if state in (State.SOLVED, State.DIVERGED) else 1.0) * max(1.0, factor)
        cell = QRectF(0.0, 0.0, cells.width, cells.height)
        border = {State.SOLVED: "update", State.DIVERGED: "error"}.get(state, "card_border")
        painter.setPen(QPen(look.colour(border), line))
        painter.setBrush(look.colour("error_soft" if state is State.DIVERGED else "card"))
        inset = line / 2.0
        painter.drawRoundedRect(cell.adjusted(inset, inset, -inset, -inset), look.px(7), look.px(7))
        caption, square, curve = cells.parts(cell)
        self._paint_caption(painter, caption, state, words)
        if cells.has_maps:
            self._paint_map(painter, square, multiple, state)
        self._paint_curve(painter, curve, multiple, axes)
        if words.note:
            self._paint_note(painter, square if cells.has_maps else curve, words.note)

    def _paint_note(self, painter: QPainter, box: QRectF, note: str) -> None:
        """A word at the foot of a picture, in as many lines as it takes, on a ground of its own."""
        look, pad = self._look, self._look.px(3)
        painter.setFont(self.lettering.font("tiny_bold"))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        inner = box.adjusted(pad, pad, -pad, -pad)
        text = painter.boundingRect(inner, flags, note)
        ground = QRectF(box.left(), text.top() - pad, box.width(), box.bottom() - text.top() + pad)
        painter.fillRect(ground, look.colour("card", 0.9))
        painter.setPen(look.colour("text"))
        painter.drawText(inner, flags, note)

    def _paint_caption(self, painter: QPainter, box: QRectF, state: State, words: Words) -> None:
        look, write = self._look, self.lettering.write
        right = box.right()
        if state in ICONS:
            icon, role = ICONS[state]
            side = look.px(ICON)
            place = QRectF(right - side, box.center().y() - side / 2.0, side, side)
            pixmap = look.pixmap(icon, role, ICON, painter.device().devicePixelRatioF())
            painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
            right -= side + look.px(3)
        if state not in ICONS or words.beside_icon:
            role = {State.SOLVED: "update", State.DIVERGED: "error"}.get(state, "text_muted")
            box_right = QRectF(box.left(), box.top(), right - box.left(), box.height())
            write(painter, box_right, words.score, "tiny", look.colour(role), RIGHT)
        write(painter, box, words.name, "tiny_bold", look.colour("text"), LEFT)

    def room_for(self, words: Words, state: State) -> float:
        """How wide a caption is with these words."""
        icon = self._look.px(ICON + 3) if state in ICONS else 0
        score = words.score if not icon or words.beside_icon else ""
        return (
            self.lettering.width(words.name, "tiny_bold")
            + self._look.px(6)
            + self.lettering.width(score, "tiny")
            + icon
        )

    # ---- the map -------------------------------------------------------------------------------------------------

    def _paint_map(self, painter: QPainter, square: QRectF, multiple: Multiple, state: State) -> None:
        plan, look = self._plan, self._look
        frame = QPainterPath()
        frame.addRoundedRect(square, look.px(4), look.px(4))
        if plan is None or multiple.map is None or state is State.DIVERGED:
            painter.fillPath(frame, look.colour("groove", 0.5))
            if state is State.DIVERGED:
                painter.fillPath(frame, QBrush(look.colour("error", 0.4), Qt.BrushStyle.BDiagPattern))
            return
        ratio = painter.device().devicePixelRatioF()
        painter.save()
        painter.setClipPath(frame)
        place = multiple.member.place
        painter.drawPixmap(square.topLeft(), self._map_picture(place, multiple.map, plan, square.width(), ratio))
        painter.restore()

    def _map_picture(self, place: int, answers: Map, plan: SweepPlan, side: float, ratio: float) -> QPixmap:
        """A map with the training points, kept until there is another: curves change more often."""
        look, run = self._look, plan.run
        key = (side, ratio, look.theme.name)
        known = self._maps.get(place)
        if known is not None and known[0] is answers and known[1] == key:
            return known[2]
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            square = QRectF(0.0, 0.0, side, side)
            step = square.width() / (answers.shape[-1] - 1)
            # The first and the last answers are those of the plane's sides: half of their squares lies outside.
            target = square.adjusted(-step / 2, -step / 2, step / 2, step / 2)
            painter.drawImage(target, map_image(answers, run, look.theme))
            if run.examples.classes:
                segments = boundary(answers, middle_of(run.architecture.output)) * step
                painter.setPen(QPen(look.colour("text"), 1.3 * look.factor))
                painter.drawLines([QLineF(*start, *end) for start, end in segments.tolist()])
            painter.drawPixmap(QPointF(), self._point_layer(side, ratio))
        self._maps[place] = answers, key, pixmap
        return pixmap

    def _point_layer(self, side: float, ratio: float) -> QPixmap:
        """The training points, the same for all networks: painted once for a size."""
        key = (side, ratio, self._look.theme.name)
        if self._points[0] != key:
            pixmap = QPixmap(round(side * ratio), round(side * ratio))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            with QPainter(pixmap) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._paint_points(painter, side)
            self._points = key, pixmap
        return self._points[1]

    def _paint_points(self, painter: QPainter, side: float) -> None:
        assert self._plan is not None
        run, look = self._plan.run, self._look
        points, (colours, which) = DataPoints.of(run), point_colours(run, look.theme)
        train = run.examples.train
        if len(train) > MOST_POINTS:
            train = train[np.linspace(0, len(train) - 1, MOST_POINTS).round().astype(np.int64)]
        (left, right), (low, high) = points.x_range, points.y_range
        radius = min(max(side / (26.0 if len(train) <= 40 else 60.0), 1.4 * look.factor), 4.0 * look.factor)
        painter.setPen(QPen(look.colour("card"), 0.8 * look.factor))
        for example in train.tolist():
            x = (points.x[example] - left) / (right - left) * side
            y = (high - points.y[example]) / (high - low) * side
            label = int(run.examples.labels[example]) if run.examples.classes else None
            painter.setBrush(colours[which[example]])
            painter.drawPath(class_shape(label, QPointF(x, y), radius))

    # ---- the curve -----------------------------------------------------------------------------------------------

    def _paint_curve(self, painter: QPainter, box: QRectF, multiple: Multiple, axes: Axes) -> None:
        look, factor = self._look, self._look.factor
        painter.setPen(QPen(look.colour("grid"), max(1.0, factor)))
        if axes.log:
            for power in axes.lines(box.height() / look.px(7)):
                y = box.bottom() - (power - axes.low) / (axes.high - axes.low) * box.height()
                painter.drawLine(QPointF(box.left(), round(y) + 0.5), QPointF(box.right(), round(y) + 0.5))
        painter.setPen(QPen(look.colour("axis"), max(1.0, factor)))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topLeft(), box.bottomLeft())
        history = multiple.history
        if history is None or not len(history):
            return
        pen = QPen(look.colour("training"), 1.8 * factor)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPolyline(_polygon(history.epochs, history.train_loss, axes, box))
        if history.best_epoch is None:
            return
        pen = QPen(look.colour("validation"), 1.4 * factor, Qt.PenStyle.DashLine)
        pen.setDashPattern([4.0, 2.0])
        painter.setPen(pen)
        painter.drawPolyline(_polygon(history.epochs, history.validation_loss, axes, box))
        row = int(np.searchsorted(history.epochs, history.best_epoch))
        best = _places(history.epochs[row : row + 1], history.validation_loss[row : row + 1], axes, box)[0]
        painter.setPen(QPen(look.colour("card"), factor))
        painter.setBrush(look.colour("best_marker"))
        painter.drawEllipse(QPointF(*best), 2.8 * factor, 2.8 * factor)


def _polygon(epochs: Array, losses: Array, axes: Axes, box: QRectF) -> QPolygonF:
    x, y = outline(epochs, losses, BINS)
    return QPolygonF([QPointF(*place) for place in _places(x, y, axes, box).tolist()])


def _places(epochs: Array, losses: Array, axes: Axes, box: QRectF) -> Array:
    x = box.left() + axes.across(epochs) * box.width()
    y = box.bottom() - axes.up(losses) * box.height()
    return np.column_stack((x, y))
