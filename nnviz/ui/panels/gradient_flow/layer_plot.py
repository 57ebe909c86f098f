"""What the pictures of a network's layers share: a row for each, from the first hidden layer down to the output."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QMarginsF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.names.layers import layer_name, short_layer_name
from nnviz.ui.toolkit.claimed_keys import claims_key, meaning
from nnviz.ui.toolkit.focus_ring import paint_focus
from nnviz.ui.toolkit.lettering import LEFT
from nnviz.ui.toolkit.plots.plot import Plot

TALLEST_ROW = 64
WIDTH_FOR_NAMES = 320
"""Under this width (at scale 1) layers have short names."""

KEYS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Return: (0, 0),
    Qt.Key.Key_Enter: (0, 0),
}


class LayerPlot(Plot):
    """Rows with the layers' names at their left; subclasses paint what is in them.

    Where Tab has brought the keyboard, the arrow keys move the pointer, and Enter picks the layer.

    Signals:
        layer_clicked(int): The user picked a layer, 1 being the first hidden one.

    Attributes:
        layers: How many rows there are.
        selected: The layer that the window has selected.
    """

    layer_clicked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.layers = 0
        self.selected: int | None = None
        super().__init__(look, parent)
        # A click leaves the keyboard where it was: the arrow keys are steps in time unless Tab came here.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_layers(self, layers: int) -> None:
        """Another network."""
        self.layers, self.pointer = layers, None
        self.arrange()

    def set_selected(self, layer: int | None) -> None:
        """Mark a layer."""
        if layer != self.selected:
            self.selected = layer
            self.viewport().update()

    # ---- where things are ----------------------------------------------------------------------------------------

    def room(self) -> QMarginsF:
        """The room around the rows apart from their names: for headings, axes and numbers."""
        return QMarginsF()

    def margins(self) -> QMarginsF:
        room, names = self.room(), self._name_width()
        free = self.height() - room.top() - room.bottom() - self.layers * self.look.px(TALLEST_ROW)
        return QMarginsF(names + self.look.px(10), room.top(), room.right(), room.bottom() + max(free, 0.0))

    def resized(self) -> None:
        super().resized()
        self.restyle()

    def row_of(self, layer: int) -> QRectF:
        """A layer's row, as wide as the frame."""
        height = self.frame.height() / max(self.layers, 1)
        return QRectF(self.frame.left(), self.frame.top() + (layer - 1) * height, self.frame.width(), height)

    def layer_at(self, y: float) -> int | None:
        """The layer whose row is at a height; ``None`` above and below them."""
        if not self.layers or not self.frame.top() <= y < self.frame.bottom():
            return None
        return min(int((y - self.frame.top()) / self.frame.height() * self.layers) + 1, self.layers)

    @property
    def hovered(self) -> int | None:
        """The layer under the pointer."""
        return None if self.pointer is None else self.layer_at(self.pointer.y())

    def stops(self) -> list[float]:
        """Where in the frame, from left to right, the pointer stops when keys move it across; in pixels."""
        return [self.frame.center().x()]

    def readout(self) -> list[tuple[str, str]]:
        """What is written beside the pointer: names and numbers."""
        return []

    def shown_name(self, layer: int) -> str:
        """What is written at the left of a row."""
        is_short = self.width() < self.look.px(WIDTH_FOR_NAMES)
        return short_layer_name(layer, self.layers) if is_short else layer_name(layer, self.layers)

    def _name_width(self) -> int:
        width = self.lettering.width
        names = (self.shown_name(layer) for layer in range(1, self.layers + 1))
        return math.ceil(max((width(name, "tiny") for name in names), default=0.0))

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint_names(self, painter: QPainter) -> None:
        """The layers' names, as many as there is room for, and which of them is selected or pointed at."""
        look, lettering, line = self.look, self.lettering, self.lettering.line("tiny")
        for layer in {self.selected, self.hovered}:
            if layer is not None and 1 <= layer <= self.layers:
                row = self.row_of(layer)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("accent_soft" if layer == self.selected else "control_hover"))
                painter.drawRoundedRect(QRectF(0.0, row.top(), row.left() - look.px(4), row.height()), 4.0, 4.0)
        every = max(1, math.ceil(0.9 * line / max(self.row_of(1).height(), 1.0)))
        for layer in range(self.layers, 0, -every):
            row, chosen = self.row_of(layer), layer == self.selected
            box = QRectF(look.px(3), row.top(), row.left(), row.height())
            colour = look.colour("accent" if chosen else "text")
            lettering.write(painter, box, self.shown_name(layer), "tiny", colour, LEFT)

    def paint_pointer(self, painter: QPainter) -> None:
        """The numbers under the pointer, and where the keyboard is."""
        if self.hasFocus():
            paint_focus(painter, self.look, QRectF(self.rect()).adjusted(1, 1, -1, -1), rounding=5)
        lines = self.readout()
        if lines and self.pointer is not None:
            self.paint_readout(painter, self.pointer, lines)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        layer = self.layer_at(event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and layer is not None:
            self.layer_clicked.emit(layer)
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.show_hand(self.hovered is not None)

    def event(self, event: QEvent) -> bool:
        claimed = claims_key(event, lambda key: self.hasFocus() and meaning(key, KEYS) is not None)
        return claimed or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = meaning(event, KEYS)
        if step is None or not self.layers:
            event.ignore()
            return
        across, down = step
        if not across and not down:
            if self.hovered is not None:
                self.layer_clicked.emit(self.hovered)
            return
        self._move_pointer(across, down)

    def _move_pointer(self, across: int, down: int) -> None:
        layer, stops = self.hovered, self.stops()
        if self.pointer is None or layer is None or not stops:
            layer, x = self.selected or 1, stops[-1] if stops else self.frame.center().x()
        else:
            layer, before = min(max(layer + down, 1), self.layers), self.pointer.x()
            nearest = min(range(len(stops)), key=lambda stop: abs(stops[stop] - before))
            x = stops[min(max(nearest + across, 0), len(stops) - 1)]
        self.pointer = QPointF(x, self.row_of(layer).center().y())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointer = None
