"""The room of a graph: what does not fit into it is scrolled to, and what is computed comes into sight by itself."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from nnviz.ui.panels.graph.picture import GraphPicture

NOTCH = 120
"""Eighths of a degree, of a wheel."""
MARGIN = 12


class GraphRoom(QScrollArea):
    """Scrolls a picture that is larger than it; the wheel with Ctrl makes it larger, or as small as it was.

    Attributes:
        picture: The graph.
    """

    def __init__(self, picture: GraphPicture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = picture
        self._lit: tuple[bool, ...] = ()
        self._follows = True
        self._held: tuple[QPointF, QPointF] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(picture)
        picture.placed.connect(self._on_placed)
        picture.pointed.connect(self._on_pointed)

    def follow(self) -> None:
        """Bring what is lit into sight, when it is another than before."""
        lit = tuple(each.lit for each in self.picture.shown)
        if lit != self._lit:
            self._lit, self._follows = lit, True
            self._on_placed()

    def _on_placed(self) -> None:
        """Keep in sight what was: the place that was zoomed at, or what is lit until the user looks elsewhere."""
        if self._held is not None:
            share, at = self._held
            size = self.picture.size()
            self.horizontalScrollBar().setValue(round(share.x() * size.width() - at.x()))
            self.verticalScrollBar().setValue(round(share.y() * size.height() - at.y()))
        elif self._follows:
            area, view = self.picture.lit_area(), self.viewport().size()
            for bar, start, end, length in (
                (self.horizontalScrollBar(), area.left(), area.right(), view.width()),
                (self.verticalScrollBar(), area.top(), area.bottom(), view.height()),
            ):
                if not area.isEmpty() and not bar.value() <= start <= end <= bar.value() + length:
                    # What is larger than the room is seen from its beginning.
                    bar.setValue(round(start - MARGIN if end - start > length else 0.5 * (start + end - length)))

    def _on_pointed(self, place: int) -> None:
        if place >= 0 and self.picture.hasFocus():
            box = self.picture.box_of(place).toAlignedRect()
            self.ensureVisible(
                box.center().x(), box.center().y(), box.width() // 2 + MARGIN, box.height() // 2 + MARGIN
            )

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.picture.fit_in(QSizeF(self.maximumViewportSize()))
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._follows = False
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._held = None
            super().wheelEvent(event)
            return
        at = event.position()
        on = QPointF(self.picture.mapFrom(self.viewport(), at.toPoint()))
        size = self.picture.size()
        self._held = QPointF(on.x() / size.width(), on.y() / size.height()), at
        self.picture.zoom(event.angleDelta().y() / NOTCH)
        event.accept()
