"""The split of the data, in numbers and as a slider."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.panels.experiment.settings.split_slider import Split, SplitSlider
from nnviz.ui.toolkit.controls import Text


class SplitRow(QWidget):
    """A name, the three shares in per cent, and the slider under them.

    Signals:
        changed(object): The user moves a border: (train, validation, test).
        settled(): The user let go.
    """

    changed = Signal(object)
    settled = Signal()

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._numbers = Text(look, role="mono", parent=self)
        self.slider = SplitSlider(look, self)
        self.setFocusProxy(self.slider)
        self._grid = QGridLayout(self)
        self._grid.addWidget(Text(look, text, parent=self), 0, 0)
        self._grid.addWidget(self._numbers, 0, 1, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(self.slider, 1, 0, 1, 2)
        self.slider.split_changed.connect(self._on_changed)
        self.slider.released.connect(self.settled)
        look.changed.connect(self._space)
        self._space()

    def shown_split(self) -> str:
        """The three shares as they are printed."""
        return self._numbers.text()

    def set_split(self, split: Split) -> None:
        """Show a split; nothing is emitted."""
        self.slider.set_split(split)
        self._print(split)

    def _on_changed(self, split: Split) -> None:
        self._print(split)
        self.changed.emit(split)

    def _print(self, split: Split) -> None:
        self._numbers.setText("/".join(f"{100 * share:.3g}" for share in split))

    def _space(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(self._look.px(1))
        # In line with the values of the sliders, which can be typed and have a margin for that.
        self._numbers.setContentsMargins(0, 0, self._look.px(4), 0)
        self._numbers.setFixedHeight(self._look.px(24))
