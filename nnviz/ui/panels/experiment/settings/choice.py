"""A list to choose a setting from, lined up with the lists above and below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.controls import Choice

LIST_WIDTH = 144
AS_GIVEN = "as given"
"""The key of an entry that only a file can choose."""


class SettingChoice(Choice):
    """A choice whose list is as wide as every other's, wider only where its texts need it."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        self._offered: list[tuple[str, str]] = []
        super().__init__(look, text, (), parent=parent)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._row.setStretch(1, 0)

    def offer(self, choices: Sequence[tuple[str, str]], key: str) -> None:
        """Offer choices, with one of them chosen; nothing is emitted."""
        if list(choices) != self._offered:
            self._offered = list(choices)
            self.set_choices(choices, key)
        self.set_key(key)

    def _restyle(self) -> None:
        super()._restyle()
        self._row.setSpacing(self._look.px(2))
        self.box.setFont(self._look.font("small"))
        self.box.setMinimumWidth(self._look.px(LIST_WIDTH))
