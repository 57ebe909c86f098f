"""What only the audience sees, and what only who sits before the window does."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.ui.formula import FormulaStrip
from nnviz.ui.stage.clicks import StageClicks
from nnviz.ui.stage.folded import FoldedControls
from nnviz.ui.stage.parts import StageParts
from nnviz.ui.transport import Transport


class StageSet(QObject):
    """Changes the middle of the window into the stage, and back.

    Args:
        ground: What everything in the middle stands on.
        column: Its layout, at whose end the transport stands.

    Attributes:
        clicks: Those on the stage that nothing on it takes for itself.
    """

    def __init__(
        self,
        ground: QWidget,
        column: QVBoxLayout,
        parts: StageParts,
        formula: FormulaStrip,
        transport: Transport,
    ) -> None:
        super().__init__(ground)
        self._ground, self._column, self._parts = ground, column, parts
        self._formula, self._transport = formula, transport
        # Over the caption and the line of time, which they say more of.
        self._folded = FoldedControls(transport, ground.window(), (parts.diagram, parts.foot))
        self.clicks = StageClicks(ground, parts.head, parts.base)

    def show(self, presenting: bool) -> None:
        """Be the stage, or the window."""
        self._parts.head.setVisible(presenting)
        self._parts.base.setVisible(presenting)
        self._formula.setVisible(not presenting)
        if presenting:
            self._column.removeWidget(self._transport)
        else:
            self._column.addWidget(self._transport)
        self._folded.set_folded(presenting)
        self.clicks.set_hearing(presenting)
