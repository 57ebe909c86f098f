"""What the parts of the window that can be pictures of their own are called."""

from typing import get_args

from nnviz.view import PanelName

WINDOW, DIAGRAM, FORMULA = "window", "diagram", "formula"
PLOT = ".plot"
"""What follows the name of a panel where its plot alone is meant, without the title and what stands around it."""

PANELS: tuple[PanelName, ...] = get_args(PanelName)
PARTS = (WINDOW, DIAGRAM, FORMULA, *PANELS)


def panel_of(part: str) -> PanelName | None:
    """The panel that a part is or belongs to, if it is one."""
    name = part.removesuffix(PLOT)
    return next((panel for panel in PANELS if panel == name), None)


def is_part(name: str) -> bool:
    """Whether there is such a part."""
    return name in PARTS or panel_of(name) is not None
