"""What the pointer does on the board: rows of ``TOOLS``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from nnviz.ui.names.translation import QT_TRANSLATE_NOOP


class Tool(Enum):
    """What a press of the mouse, or Enter, does."""

    POINT = "point"
    SPRAY = "spray"
    ERASE = "erase"
    PAINT = "paint"
    WRONG = "wrong"

    @property
    def is_brush(self) -> bool:
        """Whether it works on an area."""
        return self is not Tool.POINT


@dataclass(frozen=True)
class ToolRow:
    """How a tool is shown: its name, icon and key, what it does, and what undoing it is called."""

    tool: Tool
    text: str
    icon: str
    key: str
    tip: str
    done: str


TOOLS = (
    ToolRow(
        Tool.POINT,
        str(QT_TRANSLATE_NOOP("DataEditor", "Point")),
        "pencil",
        "A",
        str(QT_TRANSLATE_NOOP("DataEditor", "Click adds a point, drag moves one, right click removes one")),
        str(QT_TRANSLATE_NOOP("DataEditor", "add a point")),
    ),
    ToolRow(
        Tool.SPRAY,
        str(QT_TRANSLATE_NOOP("DataEditor", "Spray")),
        "spray",
        "S",
        str(QT_TRANSLATE_NOOP("DataEditor", "Drag sprays points")),
        str(QT_TRANSLATE_NOOP("DataEditor", "spray points")),
    ),
    ToolRow(
        Tool.ERASE,
        str(QT_TRANSLATE_NOOP("DataEditor", "Erase")),
        "eraser",
        "E",
        str(QT_TRANSLATE_NOOP("DataEditor", "Drag removes the points under the brush")),
        str(QT_TRANSLATE_NOOP("DataEditor", "erase points")),
    ),
    ToolRow(
        Tool.PAINT,
        str(QT_TRANSLATE_NOOP("DataEditor", "Recolour")),
        "brush",
        "P",
        str(QT_TRANSLATE_NOOP("DataEditor", "Drag gives the points under the brush the chosen class or value")),
        str(QT_TRANSLATE_NOOP("DataEditor", "recolour points")),
    ),
    ToolRow(
        Tool.WRONG,
        str(QT_TRANSLATE_NOOP("DataEditor", "Wrong labels")),
        "swap",
        "W",
        str(
            QT_TRANSLATE_NOOP(
                "DataEditor",
                "Drag paints label noise on: points under the brush get the label of the next class, and a cross",
            )
        ),
        str(QT_TRANSLATE_NOOP("DataEditor", "paint wrong labels")),
    ),
)


@dataclass
class Hand:
    """What is in the user's hand.

    Attributes:
        label: The chosen class.
        value: The chosen number to predict.
        radius: Of the brush, in pixels at scale 1.
    """

    tool: Tool = Tool.POINT
    label: int = 0
    value: float = 1.0
    radius: float = 30.0


def tool_row(tool: Tool) -> ToolRow:
    """The row of a tool."""
    return next(row for row in TOOLS if row.tool is tool)
