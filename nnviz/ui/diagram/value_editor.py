"""A small field that opens over a weight or a bias to change it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.session.moment import Selection
from nnviz.ui.toolkit.claimed_keys import ENTER

LIMIT = 1e6
_DECIMALS = 6


class ValueEditor(QDoubleSpinBox):
    """Edits one number in place: Enter commits, Esc or a click elsewhere leaves.

    Signals:
        committed(Selection, float): The user has given the number another value.
        left(): The field is done with.
    """

    committed = Signal(object, float)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._within = parent
        self._selection: Selection | None = None
        self._shown = 0.0
        self.setRange(-LIMIT, LIMIT)
        self.setDecimals(_DECIMALS)
        self.setSingleStep(0.1)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.hide()
        self.installEventFilter(self)

    def open(self, selection: Selection, value: float, at: QPointF) -> None:
        """Show the field around a point, with the number picked out."""
        self._selection = selection
        bias = selection.source is None
        self.setAccessibleName(self.tr("Bias") if bias else self.tr("Weight"))
        self.setPrefix("b = " if bias else "w = ")
        self.setFont(self._look.font("mono"))
        self.setValue(value)
        self._shown = self.value()
        self.lineEdit().setModified(False)
        self.adjustSize()
        self.resize(max(self.sizeHint().width(), self._look.px(150)), self.sizeHint().height())
        x = min(max(0.0, at.x() - self.width() / 2.0), max(0, self._within.width() - self.width()))
        y = min(max(0.0, at.y() - self.height() / 2.0), max(0, self._within.height() - self.height()))
        self.move(round(x), round(y))
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.selectAll()

    def leave(self) -> None:
        """Close without a change."""
        if self._selection is not None:
            self._selection = None
            self.hide()
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # While a number is typed, no key of the window's is meant.
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._commit()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.leave()

    def _commit(self) -> None:
        selection = self._selection
        # Read as it was shown, a number of many digits would be another one.
        changed = self.lineEdit().isModified() or self.value() != self._shown
        self.interpretText()
        self._selection = None
        self.hide()
        if selection is not None and changed:
            self.committed.emit(selection, self.value())
        self.left.emit()
