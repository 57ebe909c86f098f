"""The look of a window of its own: the shared one, but it presents when it wants to."""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from nnviz.ui.look.look import Look
from nnviz.ui.look.stylesheet import stylesheet


class OwnLook(Look):
    """Follows a shared look in theme, type size and numbers. It presents while the shared one does, or on its own."""

    def __init__(self, shared: Look, window: QWidget) -> None:
        super().__init__(shared.theme.name, shared.scale, shared.numbers, window)
        self._shared = shared
        self._window = window
        self._presents = False
        self._was_maximised = False
        shared.changed.connect(self._hear)
        self._follow()

    @property
    def presents(self) -> bool:
        """Whether it presents by itself."""
        return self._presents

    @property
    def presents_alone(self) -> bool:
        """Whether it presents while the shared look does not."""
        return self._presents and not self._shared.presenting

    def present_window(self, presents: bool) -> None:
        """Give the window the full screen and large type, or let it be as it was."""
        if presents == self._presents:
            return
        if presents:
            self._was_maximised = self._window.isMaximized()
        self.present(presents)
        if presents:
            self._window.showFullScreen()
        elif self._was_maximised:
            self._window.showMaximized()
        else:
            self._window.showNormal()

    def present(self, presents: bool) -> None:
        """Present, whatever the shared look does, or only while that does."""
        self._presents = presents
        self._follow()

    def _hear(self) -> None:
        """Each window takes turns of its own: of two in one, none would be short."""
        self._shared.in_turns(self._follow_in_turns)

    def _follow(self) -> None:
        for _ in self._follow_in_turns():
            pass

    def _follow_in_turns(self) -> Generator[None]:
        if not isValid(self):
            # Closed before it was its turn.
            return
        shared = self._shared
        # All at once: whoever listens hears of it one time.
        self._theme, self._scale, self._numbers = shared.theme, shared.scale, shared.numbers
        self._reduced_motion = shared.reduced_motion
        self._presenting = self._presents or shared.presenting
        # The application has a style sheet for the shared size: another size needs one of its own.
        differs = (self.factor, self.presenting) != (shared.factor, shared.presenting)
        own = stylesheet(self.theme, self.factor, self.presenting) if differs else ""
        if self._window.styleSheet() != own:
            self._window.setStyleSheet(own)
            yield
        if isValid(self):
            yield from self.changed.in_turns()
            yield
