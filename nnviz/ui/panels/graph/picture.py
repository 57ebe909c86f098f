"""The graph: each node with its value and its derivative; what the phase in play computes is lit, with arrows to it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.engine.analysis.scalar_graph import Node
from nnviz.ui.look.look import Look
from nnviz.ui.panels.graph.layout import HEIGHT, PADDING, Layout, laid_out
from nnviz.ui.toolkit.claimed_keys import ENTER, claims_key, meaning
from nnviz.ui.toolkit.focus_ring import paint_focus
from nnviz.ui.toolkit.pointed_parts import PointedParts

FONT = "mono"
LEAST, MOST = "mono_small", 1.5
"""Type is never smaller than this role's, and never larger than ``FONT`` so many times: what then has no room is
scrolled to."""
LARGEST_ZOOM = 4.0
ZOOM = 1.2
"""A notch of the wheel."""
FEWEST = 6
"""Characters in each column that there is room for: ``−0.123``."""
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
        characters: How many the longest of its texts has, whether it is known yet or not.
        lit: Whether the phase in play computes it: forward its value, backward its derivative.
        picked: Whether it belongs to what is picked.
    """

    name: str
    label: str
    value: str
    derivative: str
    characters: int
    lit: bool
    picked: bool


class GraphPicture(PointedParts):
    """Boxes with lines between them. What is lit has a thick frame, a ground of its colour, and arrows into it.

    It is as large as the room that it is given, or as all texts need in type that can be read.

    Signals:
        placed(): Everything has another place.

    Attributes:
        nodes: What is shown.
        shown: How, node by node.
    """

    placed = Signal()
    steps = KEYS

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.nodes: tuple[Node, ...] = ()
        self.shown: tuple[Shown, ...] = ()
        self._widths: tuple[int, ...] = (1, 1)
        self._role, self._backward = "forward", False
        self._layout = Layout((), 1, (), ())
        self._room = QSizeF(self.size())
        self._lengths: list[int] = []
        self._pixels, self._zoom = 0.0, 1.0
        self._widest: list[float] = []
        self._columns: list[tuple[float, float]] = []
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
            self.current, self._zoom, self._lengths = -1, 1.0, [FEWEST] * len(nodes)
        # Room that a number has once had it keeps: while training nothing jumps.
        lengths = [max(pair) for pair in zip(self._lengths, (each.characters for each in shown), strict=True)]
        if anew or lengths != self._lengths:
            self._lengths = lengths
            self._arrange()
        self.setAccessibleName("; ".join(self._tip(place) for place in range(len(nodes))))
        self.update()

    def fit_in(self, room: QSizeF) -> None:
        """So much of it can be seen at once."""
        self._room = room
        self._arrange()

    def zoom(self, notches: float) -> None:
        """Larger, or with a number below 0 smaller; never smaller than it fits, or can be read."""
        self._zoom = min(max(self._zoom * ZOOM**notches, 1.0), LARGEST_ZOOM)
        self._arrange()

    def lit_area(self) -> QRectF:
        """Where what is lit stands; nothing where there is none."""
        area = QRectF()
        for place, shown in enumerate(self.shown):
            if shown.lit:
                area |= self.box_of(place)
        return area

    # ---- where things are ----------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """The one of two layouts in which the type is larger."""
        font = self._look.font(FONT)
        advance = QFontMetricsF(font).horizontalAdvance("0") / font.pixelSize()
        least, found = self._look.font(LEAST).pixelSize(), -1.0
        for stacked in (False, True):
            layout = laid_out(self.nodes, self._widths, stacked)
            widths = layout.widest([advance * length for length in self._lengths])
            wide, high = layout.room(widths)
            fits = min(self._room.width() / wide, self._room.height() / high)
            if fits > found:
                found, self._layout, self._widest, needed = fits, layout, widths, (wide, high)
        self._pixels = self._zoom * max(least, min(found, MOST * font.pixelSize()))
        self.setMinimumSize(*(math.ceil(self._pixels * length) for length in needed))
        self._place()

    def _place(self) -> None:
        """Columns share what is left between them."""
        pixels = self._pixels
        taken = pixels * (sum(self._widest) + 2.0 * PADDING * len(self._widest))
        between = max(0.0, self.width() - taken) / len(self._widest)
        left, self._columns = 0.5 * between, []
        for widest in self._widest:
            width = pixels * (widest + 2.0 * PADDING)
            self._columns.append((left, width))
            left += width + between
        self.placed.emit()

    def _font(self, bold: bool = False) -> QFont:
        font = self._look.font(FONT)
        font.setPixelSize(max(1, int(self._pixels)))
        font.setBold(bold)
        return font

    def box_of(self, place: int) -> QRectF:
        """Where a node is."""
        left, width = self._columns[self._layout.column[place]]
        height = HEIGHT * self._pixels
        return QRectF(left, self._layout.places[place][1] * self.height() - 0.5 * height, width, height)

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
            if self.hasFocus():
                # Until the keyboard has come to a node it is at all of them.
                whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
                ring = boxes[self.current].adjusted(-2, -2, 2, 2) if self.current >= 0 else whole
                paint_focus(painter, self._look, ring)

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
        colour = look.colour(self._role) if lit else look.colour("axis")
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
        role, width = (self._role, 2.4) if shown.lit else ("axis", 1.2)
        painter.setPen(QPen(look.colour(role), width * look.factor))
        leaf = not self.nodes[place].parents
        painter.drawRoundedRect(box, px(3 if leaf else 9), px(3 if leaf else 9))
        if shown.picked:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("accent"), 2.0 * look.factor, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), px(7), px(7))
        lines = [
            (shown.label, "text" if shown.lit else "text_muted"),
            (shown.value, "text"),
            (shown.derivative, "backward"),
        ]
        painter.setFont(self._font(bold=shown.lit))
        height = box.height() / len(lines)
        for row, (text, role) in enumerate(lines):
            line = QRectF(box.left(), box.top() + row * height, box.width(), height)
            painter.setPen(look.colour(role))
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        return claims_key(event, self._wants) or super().event(event)

    def _wants(self, event: QKeyEvent) -> bool:
        return meaning(event, KEYS) is not None or (self.current >= 0 and event.key() in ENTER)
