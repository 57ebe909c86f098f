"""The look of the console: of a theme and of a size of its own, since it stands on another screen than the stage."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nnviz.ui.look.look import Look, usual_scale
from nnviz.ui.look.stylesheet import stylesheet
from nnviz.ui.look.theme import DARK, palette

READ_STANDING = 1.4
"""Type is so much larger than in a window that one sits before."""


class ConsoleLook(Look):
    """Numbers and the user's own factor are those of the shared look; the type suits the screen that the console is on.

    Args:
        shared: The look of the stage.
        stage: The window of the stage, whose screen the shared type suits.
        window: The console.
    """

    def __init__(self, shared: Look, stage: QWidget, window: QWidget) -> None:
        super().__init__(DARK.name, shared.scale, shared.numbers, window)
        self._shared, self._stage, self._window = shared, stage, window
        self._worn: tuple[str, float] | None = None
        shared.changed.connect(self.follow)
        self.changed.connect(self._wear)
        self.follow()
        self._wear()

    @property
    def factor(self) -> float:
        return self._scale * READ_STANDING

    def follow(self) -> None:
        """Suit the screen that the console is on, and take what the shared look says."""
        own, others = (usual_scale(each.screen().geometry().height()) for each in (self._window, self._stage))
        self.set_numbers(self._shared.numbers)
        self.set_scale(self._shared.scale / others * own)

    def _wear(self) -> None:
        # The application's style sheet is for the stage: another theme and another size need one of their own.
        worn = self.theme.name, self.factor
        if worn != self._worn:
            self._worn = worn
            self._window.setPalette(palette(self.theme))
            self._window.setStyleSheet(stylesheet(self.theme, self.factor))
