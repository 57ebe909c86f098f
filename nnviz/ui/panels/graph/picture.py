"""The graph: each node with its value and its derivative; what the phase in play computes is lit, with arrows to it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.engine.analysis.scalar_graph import Node
from nnviz.ui.look.look import Look
from nnviz.ui.panels.graph.layout import Layout, laid_out
from nnviz.ui.toolkit.claimed_keys import claims_key, meaning
from nnviz.ui.toolkit.focus_ring import paint_focus
from nnviz.ui.toolkit.pointed_parts import PointedParts

FONT = "mono"
WIDE, HIGH = 0.86, 0.86
"""Of its column and its row, for a node."""
CHARACTERS = 6.2
"""Of the numbers, that there must be room for."""
LINE = 1.18
MOST_LINES = 3
SMALLEST = 7.0
"""Type of fewer pixels than this is not painted: the picture is then too small for numbers."""
HEAD = 6.0
KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True)
class Shown:
    """How a node is shown.

    Attributes:
        name: What it is called.
        label: What is written in it, where there is room.
        value: Its value as it is written; empty where it is not known yet.
        derivative: The same of ∂L/∂it.
        lit: Whether the phase in play computes it: forward its value, backward its derivative.
        picked: Whether it belongs to what is picked.
    """

    name: str
    label: str
    value: str
    derivative: str
    lit: bool
    picked: bool


class GraphPicture(PointedParts):
    """Boxes with lines between them. What is lit has a thick frame, a ground of its colour, and arrows into it.

    Attributes:
        nodes: What is shown.
        shown: How, node by node.
    """

    steps = KEYS

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.nodes: tuple[Node, ...] = ()
        self.shown: tuple[Shown, ...] = ()
        self._widths: tuple[int, ...] = (1, 1)
        self._role, self._backward = "forward", False
        self._layout = Layout((), 1, ())
        self._pixels = 0.0
        self.setProperty("surface", "plain")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_graph(
        self, nodes: Sequence[Node], widths: tuple[int, ...], shown: Sequence[Shown], role: str, backward: bool
    ) -> None:
        """Show this graph; ``role`` is the colour of the work that is done, ``backward`` its direction."""
        anew = len(nodes) != len(self.nodes) or widths != self._widths
        self.nodes, self._widths, self.shown = tuple(nodes), widths, tuple(shown)
        self._role, self._backward = role, backward
        if anew:
            self.current = -1
            self._arrange()
        self.setAccessibleName("; ".join(self._tip(place) for place in range(len(nodes))))
        self.update()

    # ---- where things are ----------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """The one of two layouts in which the numbers are larger."""
        self._pixels, self._layout = 0.0, Layout((), 1, ())
        for stacked in (False, True):
            layout = laid_out(self.nodes, self._widths, stacked)
            across = WIDE * self.width() / layout.columns / (CHARACTERS * 0.6)
            down = HIGH * self.height() / max(layout.rows, default=1) / (2.0 * LINE)
            pixels = min(across, down, QFontMetricsF(self._look.font(FONT)).height() / LINE)
            if pixels > self._pixels:
                self._pixels, self._layout = pixels, layout

    def _font(self, bold: bool = False) -> QFont:
        font = self._look.font(FONT)
        font.setPixelSize(max(1, int(self._pixels)))
        font.setBold(bold)
        return font

    def _lines(self, place: int) -> int:
        """How many lines there is room for in a node: its symbol too where there are three."""
        return min(MOST_LINES, int(HIGH * self.height() / self._layout.rows[place] / (LINE * max(self._pixels, 1.0))))

    def box_of(self, place: int) -> QRectF:
        """Where a node is."""
        x, y = self._layout.places[place]
        width = WIDE * self.width() / self._layout.columns
        height = max(2, self._lines(place)) * LINE * self._pixels + 2.0
        box = QRectF(0.0, 0.0, width, height)
        box.moveCenter(QPointF(x * self.width(), y * self.height()))
        return box

    @property
    def _count(self) -> int:
        return len(self.nodes)

    def place_at(self, at: QPointF) -> int:
        return next((place for place in range(len(self.nodes)) if self.box_of(place).contains(at)), -1)

    def _tip(self, place: int) -> str:
        shown = self.shown[place]
        texts = [f"{shown.name} = {shown.value}"] if shown.value else [shown.name]
        return " · ".join([*texts, *([f"∂L/∂{shown.name} = {shown.derivative}"] if shown.derivative else [])])

    def _restyle(self) -> None:
        self._arrange()
        self.update()

    # ---- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            boxes = [self.box_of(place) for place in range(len(self.nodes))]
            for lit in (False, True):
                for place, node in enumerate(self.nodes):
                    for parent in node.parents:
                        if self._is_lit_edge(parent, place) is lit:
                            self._paint_edge(painter, boxes[parent], boxes[place], lit)
            for place, box in enumerate(boxes):
                self._paint_node(painter, box, place)
            if self.hasFocus() and self.current >= 0:
                paint_focus(painter, self._look, boxes[self.current].adjusted(-2, -2, 2, 2))

    def _is_lit_edge(self, parent: int, child: int) -> bool:
        """Whether what is worked out comes along here: forward from what it is made of, backward from what it makes."""
        to = parent if self._backward else child
        return self.shown[to].lit and (not self._backward or bool(self.shown[child].derivative))

    def _paint_edge(self, painter: QPainter, parent: QRectF, child: QRectF, lit: bool) -> None:
        look = self._look
        start, end = QPointF(parent.right(), parent.center().y()), QPointF(child.left(), child.center().y())
        if child.left() < parent.right():
            # One under the other.
            down = child.center().y() > parent.center().y()
            start = QPointF(parent.center().x(), parent.bottom() if down else parent.top())
            end = QPointF(child.center().x(), child.top() if down else child.bottom())
        colour = look.colour(self._role) if lit else look.colour("control_border")
        painter.setPen(QPen(colour, (2.2 if lit else 1.1) * look.factor))
        painter.drawLine(start, end)
        if lit:
            self._paint_head(painter, *((end, start) if self._backward else (start, end)))

    def _paint_head(self, painter: QPainter, start: QPointF, end: QPointF) -> None:
        length = math.hypot(end.x() - start.x(), end.y() - start.y())
        if length <= 1.0:
            return
        along, size = (end - start) / length, min(HEAD * self._look.factor, length)
        side = QPointF(-along.y(), along.x()) * 0.55 * size
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(self._role))
        painter.drawPolygon(QPolygonF([end, end - along * size + side, end - along * size - side]))

    def _paint_node(self, painter: QPainter, box: QRectF, place: int) -> None:
        look, shown, px = self._look, self.shown[place], self._look.px
        fill = f"{self._role}_soft" if shown.lit else "control_hover" if place == self.current else "card"
        painter.setBrush(look.colour(fill))
        role, width = (self._role, 2.4) if shown.lit else ("control_border", 1.0)
        painter.setPen(QPen(look.colour(role), width * look.factor))
        leaf = not self.nodes[place].parents
        painter.drawRoundedRect(box, px(3 if leaf else 9), px(3 if leaf else 9))
        if shown.picked:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("accent"), 2.0 * look.factor, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), px(7), px(7))
        if self._pixels < SMALLEST:
            return
        lines = [(shown.value, "text"), (shown.derivative, "backward")]
        if self._lines(place) >= MOST_LINES:
            lines.insert(0, (shown.label, "text_muted"))
        painter.setFont(self._font(bold=shown.lit))
        height = box.height() / len(lines)
        for row, (text, role) in enumerate(lines):
            line = QRectF(box.left(), box.top() + row * height, box.width(), height)
            painter.setPen(look.colour(role))
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        return claims_key(event, self._wants) or super().event(event)

    def _wants(self, event: QKeyEvent) -> bool:
        return meaning(event, KEYS) is not None or (
            self.current >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        )
