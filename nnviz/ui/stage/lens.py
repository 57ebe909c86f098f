"""Which part of the stage is seen, and how much larger."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QTransform

LARGEST = 8.0


@dataclass(frozen=True)
class Lens:
    """The whole of it, or a part; never more than there is.

    Attributes:
        factor: How much larger, at least 1.
        corner: The point of the stage that is seen at the upper left.
    """

    factor: float = 1.0
    corner: QPointF = field(default_factory=QPointF)

    @property
    def is_plain(self) -> bool:
        """Whether everything is seen as it is."""
        return self.factor == 1.0

    @property
    def transform(self) -> QTransform:
        """From the stage to the screen."""
        scaled = QTransform.fromScale(self.factor, self.factor)
        return scaled.translate(-self.corner.x(), -self.corner.y())

    def on_stage(self, seen: QPointF) -> QPointF:
        """The point of the stage that is seen at a place."""
        return self.corner + seen / self.factor

    def zoomed(self, by: float, around: QPointF, size: QSizeF) -> Lens:
        """So much larger, or smaller; what is seen at a place stays there as far as it can."""
        factor = min(max(self.factor * by, 1.0), LARGEST)
        if factor < 1.0 + 1e-6:
            return Lens()
        return Lens(factor, self.on_stage(around) - around / factor).within(size)

    def moved(self, by: QPointF, size: QSizeF) -> Lens:
        """What is seen dragged along by so many pixels of the screen."""
        return Lens(self.factor, self.corner - by / self.factor).within(size)

    def within(self, size: QSizeF) -> Lens:
        """The same, where nothing beside a stage of this size is seen."""
        right, bottom = size.width() * (1.0 - 1.0 / self.factor), size.height() * (1.0 - 1.0 / self.factor)
        corner = QPointF(min(max(self.corner.x(), 0.0), right), min(max(self.corner.y(), 0.0), bottom))
        return Lens(self.factor, corner)
