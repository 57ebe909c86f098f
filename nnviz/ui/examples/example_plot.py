"""What the plots that show examples as points share: pointing at one, and picking it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from nnviz.ui.toolkit.plots.plot import Plot

NEAR = 14
"""How far (at scale 1) a click may be from a point."""


class ExamplePlot(Plot):
    """A plot of points, each of them an example; subclasses know where they are.

    Signals:
        example_picked(int): The user clicked near an example: its place in the data set.
    """

    example_picked = Signal(int)

    def example_at(self, place: QPointF) -> int | None:
        """The example whose point is nearest to a place in the widget; ``None`` if none is near."""
        raise NotImplementedError

    @property
    def hovered(self) -> int | None:
        """The example under the pointer."""
        return None if self.pointer is None else self.example_at(self.pointer)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        example = self.example_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and example is not None:
            self.example_picked.emit(example)
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.show_hand(self.hovered is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The panel knows what keys do; a plot would scroll.
        event.ignore()
