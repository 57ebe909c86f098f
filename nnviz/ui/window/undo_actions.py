"""Undo and redo say what they do, and are offered only where there is something to do."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from nnviz.ui.actions.actions import Actions


class UndoActions(QObject):
    """Keeps the names of undo and redo, and whether they can be asked for, in step with what there is to undo."""

    def __init__(self, stack: QUndoStack, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._undo, self._redo = actions["undo"], actions["redo"]
        self._undo.setEnabled(stack.canUndo())
        self._redo.setEnabled(stack.canRedo())
        stack.canUndoChanged.connect(self._undo.setEnabled)
        stack.canRedoChanged.connect(self._redo.setEnabled)
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)

    def _name_undo(self, what: str) -> None:
        self._undo.setText(self.tr("Undo: %1").replace("%1", what) if what else self.tr("Undo"))

    def _name_redo(self, what: str) -> None:
        self._redo.setText(self.tr("Redo: %1").replace("%1", what) if what else self.tr("Redo"))
