"""The main window as something that can be taken away: all of it, the network, its formula, and each panel."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from nnviz.parts import DIAGRAM, FORMULA
from nnviz.ui.sharing.actions import offered
from nnviz.ui.sharing.sharing import Sharing
from nnviz.ui.window.docks.docks import PanelDock
from nnviz.ui.window.preferences.preference_store import PreferenceStore
from nnviz.ui.window.sessions.keeping import Keeping
from nnviz.ui.window.sharing.of_window import OfWindow, Shared


def sharing_of(window: Shared, keeping: Keeping, store: PreferenceStore) -> Sharing:
    """What takes the window away; its parts can be copied and dragged out alone.

    A panel is dragged by its title, the network while Ctrl is held down: dragging changes it.
    """
    assert isinstance(window, QWidget)
    source = OfWindow(window, keeping, store)
    sharing = Sharing(window.look, source, lambda: offered(window.actions_), window)
    diagram, formula = window.diagram, window.formula

    def around(at: QPoint) -> tuple[QWidget, str] | None:
        parts: tuple[tuple[QWidget, str], ...] = ((diagram, DIAGRAM), (formula, FORMULA))
        for part, name in parts:
            if part.isVisible() and part.rect().contains(part.mapFrom(window, at)):
                return part, name
        return None

    # From the foot up: what stands above the one may be over the other.
    sharing.shelf.keep_off(window.transport, formula)
    sharing.offer_drag(window.header)
    sharing.parts.offer_menu(window, around)
    sharing.parts.offer_drag(diagram, lambda _: (diagram, DIAGRAM), Qt.KeyboardModifier.ControlModifier)
    for dock in window.panels.docks.values():
        panel = partial(_panel_of, dock)
        sharing.parts.offer_menu(dock, panel)
        sharing.parts.offer_drag(dock, panel)
    return sharing


def _panel_of(dock: PanelDock, _: QPoint) -> tuple[QWidget, str] | None:
    return (dock.panel, dock.objectName()) if dock.panel is not None else None
