"""Text in one of the window's type styles."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from nnviz.ui.look.look import Look

_SYMBOL = r"[^\W\d_][\w′]{0,2}"
_FORMULA = re.compile(rf"(?<!\w){_SYMBOL}(?: [−×·=≈] {_SYMBOL})+(?!\w)")
_ROLES = {"": "text", "muted": "text_muted", "faint": "text_faint"}


class Text(QLabel):
    """A label in a type style of ``Look.font`` and a tone, that follows the look.

    A tone is "" for ordinary text, "muted", "faint", or a role of the theme: accent, error, forward, backward...
    """

    def __init__(
        self, look: Look, text: str = "", role: str = "body", tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(unbroken(text), parent)
        # Titles and names come from files.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._look = look
        self._role = role
        self._tone = tone
        look.changed.connect(self._restyle)
        self._restyle()

    def setText(self, text: str) -> None:
        """Say something else; formulas in it stay on one line."""
        super().setText(unbroken(text))

    def tone(self) -> str:
        return self._tone

    def set_tone(self, tone: str) -> None:
        """Take another tone."""
        self._tone = tone
        self._restyle()

    def set_role(self, role: str) -> None:
        """Take another type style."""
        self._role = role
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._look.font(self._role))
        palette = QPalette()
        colour = self._look.colour(_ROLES.get(self._tone, self._tone))
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            palette.setColor(group, QPalette.ColorRole.WindowText, colour)
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, self._look.colour("text_faint"))
        self.setPalette(palette)


def unbroken(text: str) -> str:
    """The text with no place to break it within a short formula, such as ``ŷ − y``."""
    return _FORMULA.sub(lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"), text)


class Section(Text):
    """The heading of a part of a panel, in small muted capitals."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, text, role="section", tone="faint", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _restyle(self) -> None:
        super()._restyle()
        self.setContentsMargins(0, self._look.px(8), 0, 0)
