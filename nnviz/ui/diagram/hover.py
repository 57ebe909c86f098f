"""What the pointer is over in the diagram, and whether it rests there."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QTimer, Signal

from nnviz.ui.session.moment import Selection

REST_MILLISECONDS = 400
"""How long the pointer rests on something before its card comes: it is not to lie over what one is about to do."""


class Hover(QObject):
    """Follows the pointer.

    Attributes:
        on: What it is over; ``None`` for nothing.
        pointer: Where it is.
        rested: Whether it has been there for long enough.

    Signals:
        came_to_rest(): It has been on something for a while.
    """

    came_to_rest = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.on: Selection | None = None
        self.pointer = QPointF()
        self.rested = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MILLISECONDS)
        self._rest.timeout.connect(self._come_to_rest)

    def move(self, on: Selection | None, pointer: QPointF) -> bool:
        """The pointer has moved. Returns whether that can be seen."""
        before = self.on
        if on != before:
            self.rested = False
            self._rest.start()
        self.on, self.pointer = on, pointer
        return on is not None or before is not None

    def put_card_away(self) -> None:
        """Until the pointer goes to something else."""
        self.rested = False
        self._rest.stop()

    def _come_to_rest(self) -> None:
        self.rested = True
        self.came_to_rest.emit()
