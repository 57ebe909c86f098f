"""Which screen is whose: the audience's, and the laptop's before which the lecturer stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

BUILT_IN = ("edp", "lvds", "dsi", "built-in", "color lcd")
"""How the names of screens begin that are part of a computer: under X11 and Wayland, and on a Mac. Windows names none:
there, the first screen is taken for it."""


class Screens(NamedTuple):
    """Where the stage goes, and where the console; the same one where there is only one."""

    stage: QScreen
    console: QScreen

    @property
    def two(self) -> bool:
        """Whether there are two."""
        return self.stage is not self.console


def screens_now(swapped: bool) -> Screens:
    """The audience's screen is the one that is not the laptop's; ``swapped``: the other way round."""
    screens = QGuiApplication.screens()
    order = [screens.index(QGuiApplication.primaryScreen()), *range(len(screens))]
    ours, theirs = roles([screen.name() for screen in screens], [screen.geometry() for screen in screens], order)
    found = Screens(screens[theirs], screens[ours])
    return Screens(*reversed(found)) if swapped else found


def roles(names: Sequence[str], places: Sequence[QRect], order: Sequence[int]) -> tuple[int, int]:
    """The laptop's screen and the audience's, by their numbers; the same one twice where there is only one.

    Args:
        names: What the screens are called.
        places: Where they are. Those that show the same place are one: what is on a laptop is then on the projector.
        order: The numbers of the screens, from the one that is the laptop's if no name says so.
    """
    ours = next((place for place in order if names[place].lower().startswith(BUILT_IN)), order[0])
    others = [place for place in order if not places[place].intersects(places[ours])]
    return ours, others[0] if others else ours


def fills(window: QWidget, screen: QScreen) -> bool:
    """Whether a window is all of a screen."""
    return window.isVisible() and window.isFullScreen() and window.screen() is screen and window.size() == screen.size()


def fill(window: QWidget, screen: QScreen) -> None:
    """Let a window be all of a screen."""
    if fills(window, screen):
        return
    if window.isFullScreen():
        # What fills one screen goes to no other.
        window.showNormal()
    window.winId()
    # Wayland knows no places: there, the screen that is named last before it fills one is the one.
    window.windowHandle().setScreen(screen)
    window.setGeometry(screen.geometry())
    window.showFullScreen()
