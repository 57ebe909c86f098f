"""A frameless area that scrolls up and down what is higher than it, and ends with a whole row."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

Rows = Callable[[], Iterable[tuple[float, float]]]
"""Where the rows of what scrolls begin and end, in its own pixels."""

MOST_LEFT_EMPTY = 0.4
"""Of the area's height: a row that is higher than this is shown in part."""
MOST_TRIMS = 3
"""For a place that changes with what is left empty."""


class WholeRows(QScrollArea):
    """Shows no row in part at its lower end: what there is no room for is left out until one scrolls to it.

    Its rows are those that it is told of, or else the widgets in it that hold no others.
    """

    def __init__(self, rows: Rows | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._trimming = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._trim)
        self.verticalScrollBar().rangeChanged.connect(self._trim)

    def show_rows_of(self, widget: QWidget) -> None:
        """Scroll this."""
        self.setWidget(widget)
        widget.installEventFilter(self)

    def _trim(self) -> None:
        if self._trimming:
            # Another margin is another range, at which somebody may scroll to another place.
            return
        self._trimming = True
        try:
            for _ in range(MOST_TRIMS):
                empty = self._left_empty()
                if empty == self.viewportMargins().bottom():
                    break
                self.setViewportMargins(0, 0, 0, empty)
        finally:
            self._trimming = False

    def _left_empty(self) -> int:
        end = self.verticalScrollBar().value() + self.height()
        begun = self._begun_at(end)
        empty = round(end - min(begun)) if begun else 0
        if empty > MOST_LEFT_EMPTY * self.height() or (begun and self._begun_at(min(begun))):
            # Beside what is left out stands something that would be cut in its place.
            return 0
        return empty

    def _begun_at(self, height: float) -> list[float]:
        """Where the rows begin that do not end before a height of what scrolls."""
        rows = self._rows() if self._rows is not None else self._widgets_at(height)
        return [top for top, bottom in rows if top + 0.5 < height < bottom - 0.5]

    def _widgets_at(self, height: float) -> Iterable[tuple[float, float]]:
        """The widgets that hold no others and stand at a height of what scrolls."""
        content: QWidget | None = self.widget()
        # From the outside in: what does not reach there, or is not visible, holds nothing that does or is.
        unread = [(content, 0)] if content is not None else []
        while unread:
            each, top = unread.pop()
            inner = each.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            seen = [(child, top + child.y()) for child in inner if child.isVisible()]
            if not seen and each is not content:
                yield top, top + each.height()
            unread += [(child, place) for child, place in seen if place < height < place + child.height()]

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._trim()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._trim()


def scrolling(widget: QWidget, rows: Rows | None = None) -> WholeRows:
    """A widget in such an area, as wide as it."""
    area = WholeRows(rows)
    area.show_rows_of(widget)
    return area
