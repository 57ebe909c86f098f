"""Text in one of the window's type styles."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from nnviz.ui.look import Look


class Text(QLabel):
    """A label in a type style of ``Look.font`` and a tone of the style sheet, that follows the look."""

    def __init__(
        self, look: Look, text: str = "", role: str = "body", tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._role = role
        self.set_tone(tone)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_role(self, role: str) -> None:
        """Take another type style."""
        self._role = role
        self._restyle()

    def set_tone(self, tone: str) -> None:
        """Take another tone: muted, faint, accent, error, warning, info, forward, ...; "" is ordinary text."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def _restyle(self) -> None:
        self.setFont(self._look.font(self._role))


class Section(Text):
    """The heading of a part of a panel, in small muted capitals."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, text, role="section", tone="faint", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _restyle(self) -> None:
        super()._restyle()
        self.setContentsMargins(0, self._look.px(8), 0, 0)
