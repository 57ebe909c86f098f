"""A line of text that says less where there is less room."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.toolkit.fitting import Fitted, fit


class FittingLabel(QWidget):
    """One line of text, in the first of several wordings that fits; see ``fit``.

    Its tool tip is the whole text wherever that is not what is shown. A ``tight`` one is never wider than its text; of
    that width a share (``kept``) is never given up.
    """

    def __init__(
        self,
        look: Look,
        font: str = "tiny",
        colour: str = "text_muted",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        tight: bool = False,
        kept: float = 0.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tight, self._kept = tight, kept
        self._font_role = font
        self._colour = colour
        self._align = align
        self._wordings: tuple[str, ...] = ("",)
        self._shown = Fitted("", self.font())
        across = QSizePolicy.Policy.Maximum if tight else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def text(self) -> str:
        """The longest wording."""
        return self._wordings[0]

    def set_texts(self, *wordings: str, colour: str | None = None) -> None:
        """Say this, or where there is too little room one of the shorter wordings that follow."""
        if colour is not None and colour != self._colour:
            self._colour = colour
            self.update()
        if wordings != self._wordings:
            self._wordings = wordings
            self.setAccessibleName(wordings[0])
            if self._tight:
                self.updateGeometry()
            self._fit()
            self.update()

    def set_role(self, font: str) -> None:
        """Take another type style."""
        self._font_role = font
        self._restyle()

    def shown(self) -> str:
        """What fits right now."""
        return self._shown.text

    def _fit(self) -> None:
        self._shown = fit(self.font(), self.width(), *self._wordings, least=self._look.least_pixels)
        tip = plain_tip("" if self._shown.text == self.text else self.text)
        if tip != self.toolTip():
            self.setToolTip(tip)

    def _restyle(self) -> None:
        self.setFont(self._look.font(self._font_role))
        self.updateGeometry()
        self._fit()
        self.update()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        return QSize(ceil(metrics.horizontalAdvance(self.text)) + 1, ceil(metrics.height()))

    def minimumSizeHint(self) -> QSize:
        least = max(self._look.px(20), ceil(self._kept * self.sizeHint().width()))
        return QSize(least, ceil(QFontMetricsF(self.font()).height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setFont(self._shown.font)
            painter.setPen(self._look.colour(self._colour))
            painter.drawText(self.rect(), self._align | Qt.AlignmentFlag.AlignVCenter, self._shown.text)
