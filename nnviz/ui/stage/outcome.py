"""What the room thought, in the line over the network that answers it; at the end, which answer is right."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.lecture.values import Ask
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import percent
from nnviz.ui.stage.hands import shares
from nnviz.ui.stage.question import LETTERS
from nnviz.ui.toolkit.controls.thin_bar import paint_bar

GAP, BAR = 16.0, 5.0
"""Between two answers, and how high a bar is, in pixels at scale 1."""


class Outcome(QWidget):
    """A letter for each answer, the share of hands it had, as a number and as a bar; without hands the right one."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._ask: Ask | None = None
        self._counts: tuple[int, ...] = ()
        self.revealed = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def show_ask(self, ask: Ask | None, counts: tuple[int, ...]) -> None:
        """A question that is being answered, and the hands for each answer; ``None`` where there is none."""
        self._ask, self._counts, self.revealed = ask, counts, False
        self._show()

    def reveal(self) -> None:
        """The network has answered: mark what is right."""
        if self._ask is not None and not self.revealed:
            self.revealed = True
            self._show()

    def texts(self) -> list[str]:
        """What stands there, answer by answer."""
        if self._ask is None:
            return []
        right = self._ask.right - 1 if self.revealed else None
        if not self._counts:
            return [] if right is None else [f"✓ {LETTERS[right]}"]
        return [
            f"{'✓ ' if place == right else ''}{LETTERS[place]} {percent(share)}"
            for place, share in enumerate(shares(self._counts))
        ]

    def _show(self) -> None:
        self.setVisible(bool(self.texts()))
        self.setAccessibleName(", ".join(self.texts()))
        self.updateGeometry()
        self.update()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        look, metrics = self._look, QFontMetricsF(self._look.font("strong"))
        width = sum(metrics.horizontalAdvance(text) + look.px(GAP) for text in self.texts())
        return QSize(ceil(width), ceil(metrics.height()) + (look.px(2 * BAR) if self._counts else 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, font, left = self._look, self._look.font("strong"), 0.0
        metrics, parts = QFontMetricsF(font), shares(self._counts)
        with QPainter(self) as painter:
            painter.setFont(font)
            for place, text in enumerate(self.texts()):
                right = text.startswith("✓")
                width, height = metrics.horizontalAdvance(text), metrics.height()
                painter.setPen(look.colour("update" if right else "text_muted"))
                painter.drawText(QRectF(left, 0.0, width + 1.0, height), Qt.AlignmentFlag.AlignVCenter, text)
                if parts:
                    bar = QRectF(left, height, width, look.px(BAR))
                    paint_bar(painter, look, bar, parts[place], "update" if right else "accent")
                left += width + look.px(GAP)
