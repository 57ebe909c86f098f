"""What only the audience sees, and what only who sits before the window does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.ui.formula import FormulaStrip
from nnviz.ui.look.look import Look
from nnviz.ui.stage.clicks import StageClicks
from nnviz.ui.stage.folded import FoldedControls
from nnviz.ui.stage.parts import StageParts
from nnviz.ui.transport import Transport

LOW_WINDOW = 560
"""A window lower than this, in pixels at scale 1, has no room for all that can stand under the diagram."""
VERY_LOW_WINDOW = 520
"""Lower than this, none for the sentence under the formula: the diagram has a short one over the network."""


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
        look: Look,
        ground: QWidget,
        column: QVBoxLayout,
        parts: StageParts,
        formula: FormulaStrip,
        transport: Transport,
    ) -> None:
        super().__init__(ground)
        self._look = look
        self._ground, self._column, self._parts = ground, column, parts
        self._formula, self._transport = formula, transport
        # Over the caption and the line of time, which they say more of.
        self._folded = FoldedControls(transport, ground.window(), (parts.diagram, parts.foot))
        self.clicks = StageClicks(ground, parts.head, parts.base)
        parts.diagram.installEventFilter(self)

    def show(self, presenting: bool) -> None:
        """Be the stage, or the window."""
        self._parts.head.setVisible(presenting)
        self._parts.base.setVisible(presenting)
        if presenting:
            self._column.removeWidget(self._transport)
        else:
            self._column.addWidget(self._transport)
        self._folded.set_folded(presenting)
        self.clicks.set_hearing(presenting)
        self.make_room()

    def make_room(self) -> None:
        """Fold what stands under the network, as far as the window is low for its type.

        Two networks or many in its place need the room of the formula, which is that of one.
        """
        look, height = self._look, self._ground.window().height()
        low = not look.presenting and height < look.px(LOW_WINDOW)
        self._formula.set_window_low(low, low and height < look.px(VERY_LOW_WINDOW))
        self._transport.set_window_low(low)
        self._formula.setVisible(not look.presenting and not (low and self._parts.diagram.isHidden()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._parts.diagram and event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.make_room()
        return super().eventFilter(watched, event)
