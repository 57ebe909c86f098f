"""What the actions act on."""

from __future__ import annotations

from typing import Protocol

from nnviz.engine.training.record.steps import Grain
from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.look.look import Look
from nnviz.ui.session.controller import Controller
from nnviz.ui.sharing.sharing import Sharing
from nnviz.ui.transport import Transport
from nnviz.ui.window.comparisons import Comparisons
from nnviz.ui.window.docks.panel_docks import PanelDocks
from nnviz.ui.window.files.opening import Opening
from nnviz.ui.window.lecture.authoring import Authoring
from nnviz.ui.window.lecture.lectures import Lectures
from nnviz.ui.window.lecture.lecturing import Lecturing
from nnviz.ui.window.lecture.pointing import Pointing
from nnviz.ui.window.lecture.presenting import Presenting
from nnviz.ui.window.picked_actions import PickedActions
from nnviz.ui.window.sessions.recordings import Recordings


class Window(Protocol):
    """The main window, as far as the actions need it."""

    look: Look
    controller: Controller
    diagram: DiagramView
    transport: Transport
    panels: PanelDocks
    picked: PickedActions
    opening: Opening
    comparisons: Comparisons
    presenting: Presenting
    lecturing: Lecturing
    lectures: Lectures
    authoring: Authoring
    pointing: Pointing
    sharing: Sharing
    recordings: Recordings

    def set_grain(self, grain: Grain) -> None:
        """Step this finely."""

    def set_speed(self, speed: float) -> None:
        """Play so fast."""

    def set_pace(self, name: str) -> None:
        """Train so fast."""

    def choose_options(self) -> None:
        """Show what is switched on, and as it is switched on."""

    def usual_scale(self) -> float:
        """The type size that suits the screen."""

    def ask_for_next_language(self) -> None:
        """Have the next language spoken."""

    def show_keys(self) -> None:
        """List every key."""

    def close(self) -> bool:
        """Close the window."""
