"""The drawing on the board, and every one before it: undo and redo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from nnviz.ui.windows.data_editor.drawing import Drawing

MOST_UNDONE = 200


class _Change(QUndoCommand):
    """From one drawing to another. Moves of the same point by key, one after the other, are one change."""

    def __init__(self, text: str, before: Drawing, after: Drawing, point: int, take: Callable[[Drawing], None]) -> None:
        super().__init__(text)
        self._before, self._after, self._point, self._take = before, after, point, take

    def undo(self) -> None:
        self._take(self._before)

    def redo(self) -> None:
        self._take(self._after)

    def id(self) -> int:
        return 1 if self._point >= 0 else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Change) or other._point != self._point:
            return False
        self._after = other._after
        return True


class History(QObject):
    """Holds the drawing. A stroke is shown as it is drawn, and becomes one change when it ends.

    Signals:
        changed(): Another drawing is on the board.
    """

    changed = Signal()

    def __init__(self, drawing: Drawing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(MOST_UNDONE)
        self._drawing = self._kept = drawing

    @property
    def drawing(self) -> Drawing:
        """What is on the board, an unfinished stroke included."""
        return self._drawing

    @property
    def before_stroke(self) -> Drawing:
        """What was on the board before the stroke that is being drawn."""
        return self._kept

    def show(self, drawing: Drawing) -> None:
        """Show an unfinished stroke."""
        if drawing is not self._drawing:
            self._drawing = drawing
            self.changed.emit()

    def keep(self, text: str, drawing: Drawing | None = None, moved: int = -1) -> None:
        """Make the unfinished stroke, or a drawing, a change that can be undone.

        Args:
            text: What was done.
            drawing: What comes of it; left out: what is shown.
            moved: The point that it moves, so that many small steps of it are one change.
        """
        drawing = drawing if drawing is not None else self._drawing
        if drawing is not self._kept:
            self.stack.push(_Change(text, self._kept, drawing, moved, self._take))

    def drop(self) -> None:
        """Forget the unfinished stroke."""
        self.show(self._kept)

    def _take(self, drawing: Drawing) -> None:
        self._drawing = self._kept = drawing
        self.changed.emit()
