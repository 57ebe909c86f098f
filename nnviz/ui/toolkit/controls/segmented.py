"""One of a few, all of them visible."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.controls.button import Button


class Segmented(QWidget):
    """Small buttons in a row, one of them pressed in.

    Signals:
        picked(str): The key of what the user picked.
    """

    picked = Signal(str)

    def __init__(
        self,
        look: Look,
        choices: Sequence[tuple[str, str]],
        key: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        self._row = QHBoxLayout(self)
        for each, text in choices:
            button = Button(look, kind="segment")
            button.setCheckable(True)
            self._group.addButton(button)
            self._row.addWidget(button)
            self._buttons[each] = button
            self.set_text(each, text)
        self.set_key(key or choices[0][0])
        self._group.buttonClicked.connect(self._on_clicked)
        look.changed.connect(self._restyle)
        self._restyle()

    def key(self) -> str:
        """The key of what is chosen."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def set_key(self, key: str) -> None:
        """Show a choice; no signal is sent. Raises KeyError for an unknown one."""
        self._buttons[key].setChecked(True)

    def set_text(self, key: str, text: str) -> None:
        """What a choice is called, to those who hear it together with what is chosen."""
        name = self.accessibleName()
        self._buttons[key].setText(text)
        self._buttons[key].setAccessibleName(f"{name}: {text}" if name else text)

    def button(self, key: str) -> Button:
        """The button of a choice, for a tool tip or to disable it."""
        return self._buttons[key]

    def _on_clicked(self) -> None:
        self.picked.emit(self.key())

    def _restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._look.px(2))
