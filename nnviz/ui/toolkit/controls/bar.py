"""A share as a thin bar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import percent


class Bar(QWidget):
    """A name, a thin bar filled up to a share of 1, and the percentage printed.

    The name's column has the width of ``widest_text``, so that bars under each other start in line.
    """

    def __init__(
        self, look: Look, text: str = "", role: str = "accent", widest_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._text = text
        self._role = role
        self._widest = widest_text or text
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    def share(self) -> float:
        return self._share

    def set_share(self, share: float) -> None:
        """Show a share from 0 to 1. Raises ValueError outside of that."""
        if not 0 <= share <= 1:
            raise ValueError(f"a share is from 0 to 1, got {share}")
        if share != self._share:
            self._share = share
            self._say()
            self.update()

    def set_role(self, role: str) -> None:
        """Fill the bar with the colour of another role of the theme."""
        self._role = role
        self.update()

    def shown_share(self) -> str:
        """The share as it is printed."""
        return percent(self._share, style=self._look.numbers)

    def _say(self) -> None:
        self.setAccessibleName(f"{self._text} {self.shown_share()}".strip())

    def _restyle(self) -> None:
        self.setFont(self._look.font("mono"))
        self._say()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(90), self._look.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._look.theme, self._look.px
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            metrics = painter.fontMetrics()
            left = metrics.horizontalAdvance(self._widest) + px(10) if self._widest else 0
            right = metrics.horizontalAdvance("100\u00a0%") + px(6)
            area = QRectF(self.rect())
            painter.setPen(theme.colour("text"))
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._text)
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.shown_share())
            height = px(10)
            track = QRectF(left, (area.height() - height) / 2, max(0.0, area.width() - left - right), height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("groove"))
            painter.drawRoundedRect(track, height / 2, height / 2)
            if self._share > 0:
                filled = QRectF(track)
                filled.setWidth(max(height, track.width() * self._share))
                painter.setBrush(theme.colour(self._role))
                painter.drawRoundedRect(filled, height / 2, height / 2)
