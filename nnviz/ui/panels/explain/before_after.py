"""A number before and after, side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.controls import Text


class BeforeAfter(QWidget):
    """``0.400 → 0.359`` in large type, with what the two are over them."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.before = Text(look, role="mono_large")
        self.after = Text(look, role="mono_large", tone="update")
        self._grid = QGridLayout(self)
        captions = (Text(look, self.tr("before"), tone="muted"), Text(look, self.tr("after"), tone="muted"))
        for column, (caption, number) in zip(
            (0, 2), zip(captions, (self.before, self.after), strict=True), strict=True
        ):
            self._grid.addWidget(caption, 0, column)
            self._grid.addWidget(number, 1, column)
        self._grid.addWidget(Text(look, "→", role="mono_large", tone="faint"), 1, 1, Qt.AlignmentFlag.AlignHCenter)
        self._grid.setColumnStretch(3, 1)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_numbers(self, before: str, after: str) -> None:
        """Show these two."""
        self.before.setText(before)
        self.after.setText(after)
        self.setAccessibleName(self.tr("before {0}, after {1}").format(before, after))

    def _restyle(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(self._look.px(10))
        self._grid.setVerticalSpacing(0)
