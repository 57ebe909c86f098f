"""The rounded panel that everything in the window lies on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.fitting import LITTLE_SMALLER
from nnviz.ui.toolkit.fitting_label import FittingLabel


class Card(QFrame):
    """A rounded panel with a title at the left, a muted note at the right, and a body below.

    Attributes:
        body: The layout that holds the panel's own widgets.
        header: The row of title and note; more can be added at its end. It is hidden while it has nothing to show.
    """

    def __init__(self, look: Look, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("surface", "card")
        self._title = FittingLabel(look, "title", "text", tight=True, kept=LITTLE_SMALLER)
        self._note = FittingLabel(look, "small", align=Qt.AlignmentFlag.AlignRight)
        self.header = QHBoxLayout()
        self.header.addWidget(self._title)
        self.header.addWidget(self._note, 1)
        self.body = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addLayout(self.header)
        self._column.addLayout(self.body, 1)
        self.set_title(title)
        self.set_note("")
        look.changed.connect(self._restyle)
        self._restyle()

    def set_title(self, title: str) -> None:
        self._title.set_texts(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_note(self, note: str) -> None:
        """Show a remark at the right of the title; where the panel is too narrow for it, its tool tip has it whole."""
        self._note.set_texts(note)
        self._note.setVisible(bool(note))

    def title(self) -> str:
        return self._title.text

    def note(self) -> str:
        return self._note.text

    def _restyle(self) -> None:
        px = self._look.px
        # On a stage nothing else is beside it.
        around = (px(4), px(4), px(12), 0) if self._look.presenting else (px(16), px(12), px(16), px(14))
        self._column.setContentsMargins(*around)
        self._column.setSpacing(px(8))
        self.header.setSpacing(px(10))
        self.body.setSpacing(px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._look.bare:
            super().paintEvent(event)
