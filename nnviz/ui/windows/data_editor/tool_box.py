"""The tools of the drawing board, and how large their brush is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.names.translation import translate
from nnviz.ui.toolkit.controls import Button, LabelledSlider, SliderRange
from nnviz.ui.windows.data_editor.tools import TOOLS, Tool

SIZES = SliderRange(4.0, 120.0, 2.0)
STEP = 1.25
COLUMNS = 2


class ToolBox(QWidget):
    """A button for each tool, one of them pressed in, and a slider.

    Signals:
        picked(Tool): The user wants another tool.
        resized(float): The user wants a brush of this radius, in pixels at scale 1.
    """

    picked = Signal(object)
    resized = Signal(float)

    def __init__(self, look: Look, radius: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tool = Tool.POINT
        self.buttons: dict[Tool, Button] = {}
        self.brush_size = LabelledSlider(look, self.tr("Brush size"), SIZES, radius, lambda value: f"{value:.0f}", self)
        self.brush_size.setToolTip(self.tr("Radius of the brush, in pixels ([ smaller, ] larger)"))
        self._grid = QGridLayout(self)
        for place, row in enumerate(TOOLS):
            button = Button(look, translate("DataEditor", row.text), icon=row.icon, kind="segment", parent=self)
            button.setCheckable(True)
            tip = translate("DataEditor", row.tip)
            button.setToolTip(plain_tip(f"{tip} ({row.key})"))
            button.clicked.connect(lambda _=False, tool=row.tool: self._on_clicked(tool))
            self.buttons[row.tool] = button
            self._grid.addWidget(button, place // COLUMNS, place % COLUMNS)
        self._grid.addWidget(self.brush_size, self._grid.rowCount(), 0, 1, COLUMNS)
        self.brush_size.changed.connect(self.resized)
        look.changed.connect(self._restyle)
        self.choose(Tool.POINT)
        self._restyle()

    def choose(self, tool: Tool) -> None:
        """Show which tool is in hand; no signal is sent."""
        self._tool = tool
        for each, button in self.buttons.items():
            button.setChecked(each is tool)
        self.brush_size.setEnabled(tool.is_brush)

    def offer_wrong_labels(self, offered: bool) -> None:
        """Whether there are labels that can be wrong."""
        self.buttons[Tool.WRONG].setEnabled(offered)

    def resize_brush(self, larger: bool) -> None:
        """One step, as the keys do it."""
        value = SIZES.nearest(self.brush_size.value() * STEP if larger else self.brush_size.value() / STEP)
        self.brush_size.set_value(value)
        self.resized.emit(value)

    def _on_clicked(self, tool: Tool) -> None:
        self.choose(self._tool)
        self.picked.emit(tool)

    def _restyle(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(self._look.px(4))
        self._grid.setVerticalSpacing(self._look.px(4))
