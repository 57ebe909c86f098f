"""The parts of the main window that can leave it alone: the network, its formula, and each panel."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from nnviz.parts import DIAGRAM, FORMULA
from nnviz.ui.sharing.parts import Parts
from nnviz.ui.window.docks.docks import PanelDock


def offer_parts(parts: Parts, window: QWidget, diagram: QWidget, formula: QWidget, docks: Iterable[PanelDock]) -> None:
    """Let each be copied and dragged out: a panel by its title, the network while Ctrl is held down."""

    def around(at: QPoint) -> tuple[QWidget, str] | None:
        for part, name in ((diagram, DIAGRAM), (formula, FORMULA)):
            if part.isVisible() and part.rect().contains(part.mapFrom(window, at)):
                return part, name
        return None

    parts.offer_menu(window, around)
    parts.offer_drag(diagram, lambda _: (diagram, DIAGRAM), Qt.KeyboardModifier.ControlModifier)
    for dock in docks:
        panel = partial(_panel_of, dock)
        parts.offer_menu(dock, panel)
        parts.offer_drag(dock, panel)


def _panel_of(dock: PanelDock, _: QPoint) -> tuple[QWidget, str] | None:
    return (dock.panel, dock.objectName()) if dock.panel is not None else None
