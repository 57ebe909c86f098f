"""Paints one network of the strip: its name and how it ended, its map with the training points, its loss curve."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF

from nnviz.engine.types import Array
from nnviz.ui.examples.small_maps import SmallMaps
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.lettering import LEFT, RIGHT, Lettering
from nnviz.ui.toolkit.plots.outline import outline
from nnviz.ui.windows.seeds.cells import Cells
from nnviz.ui.windows.seeds.multiples import Axes, Multiple, State
from nnviz.worker.sweep_messages import SweepPlan

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
        self._maps: SmallMaps | None = None

    def set_plan(self, plan: SweepPlan | None) -> None:
        """Other networks, perhaps of other data."""
        self._maps = SmallMaps(self._look, plan.run) if plan is not None else None

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
        maps, look = self._maps, self._look
        frame = QPainterPath()
        frame.addRoundedRect(square, look.px(4), look.px(4))
        if maps is None or multiple.map is None or state is State.DIVERGED:
            painter.fillPath(frame, look.colour("groove", 0.5))
            if state is State.DIVERGED:
                painter.fillPath(frame, QBrush(look.colour("error", 0.4), Qt.BrushStyle.BDiagPattern))
            return
        ratio = painter.device().devicePixelRatioF()
        painter.save()
        painter.setClipPath(frame)
        place = multiple.member.place
        painter.drawPixmap(square.topLeft(), maps.picture(place, multiple.map, square.width(), ratio))
        painter.restore()

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
