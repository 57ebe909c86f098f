"""A line of text that says less where there is less room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip


class FittingLabel(QWidget):
    """One line of text, in the first of several wordings that fits; the last one is cut off with an ellipsis.

    Its tool tip is the whole text wherever that is not what is shown. A ``tight`` one is never wider than its text.
    """

    def __init__(
        self,
        look: Look,
        font: str = "tiny",
        colour: str = "text_muted",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        tight: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tight = tight
        self._font_role = font
        self._colour = colour
        self._align = align
        self._wordings: tuple[str, ...] = ("",)
        self._shown = ""
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

    def shown(self) -> str:
        """What fits right now."""
        return self._shown

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        widths = (metrics.horizontalAdvance(text) for text in self._wordings)
        fitting = (text for text, width in zip(self._wordings, widths, strict=True) if width <= self.width())
        last = self._wordings[-1]
        self._shown = next(fitting, "") or metrics.elidedText(last, Qt.TextElideMode.ElideRight, self.width())
        tip = plain_tip("" if self._shown == self.text else self.text)
        if tip != self.toolTip():
            self.setToolTip(tip)

    def _restyle(self) -> None:
        self.setFont(self._look.font(self._font_role))
        self.updateGeometry()
        self._fit()
        self.update()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text) + 1, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(20), QFontMetrics(self.font()).height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setFont(self.font())
            painter.setPen(self._look.colour(self._colour))
            painter.drawText(self.rect(), self._align | Qt.AlignmentFlag.AlignVCenter, self._shown)
