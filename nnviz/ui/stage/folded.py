"""Controls that are folded away while presenting: they come when the pointer moves, and go again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

MILLISECONDS = 2500
"""So long they stay after the pointer has come to rest elsewhere."""


class FoldedControls(QObject):
    """Lets a widget lie over the lower end of another one as long as somebody reaches for it.

    Args:
        controls: What is folded away.
        over: What it lies over.
        watched: Where the pointer moves; they track it.
    """

    def __init__(self, controls: QWidget, over: QWidget, watched: tuple[QWidget, ...]) -> None:
        super().__init__(over)
        self._controls, self._over, self._watched = controls, over, watched
        self._folded = False
        self._last: QPointF | None = None
        self._rest = QTimer(self, singleShot=True, interval=MILLISECONDS)
        self._rest.timeout.connect(self._leave)

    def set_folded(self, folded: bool) -> None:
        """Fold them away from now on, or leave them to their layout."""
        if folded == self._folded:
            return
        self._folded, self._last = folded, None
        self._rest.stop()
        for widget in (*self._watched, self._over):
            if folded:
                widget.installEventFilter(self)
            else:
                widget.removeEventFilter(self)
        self._controls.setVisible(not folded)

    def _come(self) -> None:
        if self._controls.parentWidget() is not self._over:
            self._controls.setParent(self._over)
        height = self._controls.sizeHint().height()
        self._controls.setGeometry(0, self._over.height() - height, self._over.width(), height)
        self._controls.raise_()
        self._controls.show()
        self._rest.start()

    def _leave(self) -> None:
        if self._controls.underMouse():
            self._rest.start()
        else:
            self._controls.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            # What moves under a pointer that rests is told as a move, too.
            place, before = event.globalPosition(), self._last
            self._last = place
            if before is not None and place != before:
                self._come()
        elif event.type() == QEvent.Type.Resize and watched is self._over:
            self._controls.hide()
        return super().eventFilter(watched, event)
