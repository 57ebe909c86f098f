"""What lies over the test figures until somebody asks for them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.controls import Button, Text

WIDEST = 400
"""How wide its sentences may be, in pixels at scale 1."""


class ResultsCover(QWidget):
    """Says why the test part is kept back, and has a button that shows its figures all the same.

    Signals:
        uncovered(): The user asks for them.
    """

    uncovered = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.title = Text(look, self.tr("Kept for the end"), role="strong")
        self.words = Text(
            look,
            self.tr(
                "Nothing here was used to train the network or to choose its settings: that makes it a test. Each look "
                "tempts you to choose by it, and makes it less of a test. Use it once, at the end."
            ),
            role="small",
            tone="muted",
        )
        self.words.setWordWrap(True)
        self.button = Button(look, self.tr("Show the test figures"))
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        for text in (self.title, self.words):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._column.addWidget(text)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self.button.clicked.connect(self.uncovered)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self.look.px
        # Short lines are read at a glance.
        side = max(px(16), (self.width() - px(WIDEST)) // 2)
        self._column.setContentsMargins(side, px(6), side, px(6))
        self._column.setSpacing(px(8))
        self.update()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(150), self.look.px(90))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.look.colour("control_border"), 1.4 * self.look.factor, Qt.PenStyle.DashLine))
            painter.setBrush(self.look.colour("control_hover", 0.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self.look.px(8), self.look.px(8))
