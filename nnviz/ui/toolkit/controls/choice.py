"""One of several, from a list that drops down."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QStyledItemDelegate, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.controls.text import Text

MOST_SHOWN = 24
"""Entries of a list that drops down; where there are more, it scrolls."""


class _List(QComboBox):
    """A combo box that the wheel changes only while it has the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        # Its own entries' painter Qt replaces with every style, and keeps those of before: 15 kB a change of theme.
        self.setItemDelegate(QStyledItemDelegate(self))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            # Qt would keep the size of the style before: for another least length it measures anew.
            for length in (1, 0):
                self.setMinimumContentsLength(length)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def minimumSizeHint(self) -> QSize:
        # Qt keeps the least height that a list had in another style or type.
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


class Choice(QWidget):
    """A name at the left and a list at the right; each entry has a key for the program and a text for the user.

    Signals:
        picked(str): The key of what the user picked.
    """

    picked = Signal(str)

    def __init__(
        self, look: Look, text: str, choices: Sequence[tuple[str, str]], key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._label = Text(look, text)
        # Only ever hidden: a widget that is shown before it has a parent is a window.
        if not text:
            self._label.hide()
        self.box = _List()
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContentsOnFirstShow)
        self.box.setMaxVisibleItems(MOST_SHOWN)
        self.set_spoken_name(text)
        self.setFocusProxy(self.box)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self.box, 1)
        self.set_choices(choices, key)
        self.box.activated.connect(self._on_activated)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_spoken_name(self, name: str) -> None:
        """Have a name for those who hear what is chosen; left out, it is the text at the left."""
        self.box.setAccessibleName(name)
        # On Linux the name of a list is what is chosen in it: then this is what says of what.
        self.box.setAccessibleDescription(name)

    def key(self) -> str:
        """The key of what is chosen, "" when nothing is."""
        return self.box.currentData() or ""

    def set_key(self, key: str) -> None:
        """Show a choice; no signal is sent. An unknown key shows none."""
        self.box.setCurrentIndex(self.box.findData(key))

    def set_choices(self, choices: Sequence[tuple[str, str]], key: str = "") -> None:
        """Offer other choices as (key, text), with ``key``, or else what was chosen before, or the first, chosen."""
        wanted = key or self.key()
        self.box.clear()
        for each, text in choices:
            self.box.addItem(text, each)
        self.box.setCurrentIndex(max(self.box.findData(wanted), 0) if choices else -1)

    def _on_activated(self, index: int) -> None:
        self.picked.emit(self.box.itemData(index))

    def _restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._look.px(10))
        self.box.setFont(self._look.font("body"))
