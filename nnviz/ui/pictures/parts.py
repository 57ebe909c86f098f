"""The parts of the window that can be pictures of their own, by their names."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from nnviz.parts import DIAGRAM, FORMULA, PLOT, WINDOW, panel_of
from nnviz.ui.panels.panel import Panel
from nnviz.ui.toolkit.plots.plot import Plot
from nnviz.view import PanelName


class Panels(Protocol):
    """The panels of a window."""

    def panel(self, name: PanelName) -> Panel[Any]: ...


class Frame(Protocol):
    """What of a window can be a picture."""

    @property
    def diagram(self) -> QWidget: ...
    @property
    def formula(self) -> QWidget: ...
    @property
    def panels(self) -> Panels: ...


def widget_of(window: QWidget, frame: Frame, part: str) -> QWidget | None:
    """The widget that a part of a window is; ``None`` where it cannot be seen, or is no part.

    Args:
        window: The window itself.
        frame: What it is made of.
        part: As ``nnviz.parts`` has them.
    """
    panel = panel_of(part)
    if panel is not None:
        found: QWidget | None = frame.panels.panel(panel)
        if part.endswith(PLOT) and found is not None:
            plots = [plot for plot in found.findChildren(Plot) if plot.isVisible()]
            found = max(plots, key=lambda plot: plot.width() * plot.height(), default=None)
    else:
        found = {WINDOW: window, DIAGRAM: frame.diagram, FORMULA: frame.formula}.get(part)
    return found if found is not None and found.isVisible() else None
