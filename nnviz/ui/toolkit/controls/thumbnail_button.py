"""A picture to choose by."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.theme import Theme
from nnviz.ui.toolkit.controls.painted_button import PaintedButton
from nnviz.ui.toolkit.fitting import Fitted, fit
from nnviz.ui.toolkit.focus_ring import paint_focus

CLOSE = 93
"""Percent of their usual distance, from one letter to the next."""

Picture = QPixmap | Callable[[QPainter, QRectF, Theme], None]


class ThumbnailButton(PaintedButton):
    """A checkable picture with a caption under it.

    The picture is a pixmap, or a function that paints into a rectangle of the painter it is given, in a theme.
    """

    def __init__(self, look: Look, caption: str, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._picture = picture
        self.setText(caption)
        self.setAccessibleName(caption)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._look.font("small_strong" if self.isChecked() else "small"))
        self.updateGeometry()
        self.update()

    def _caption_height(self) -> int:
        return self._look.px(20)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(80), self._look.px(66) + self._caption_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(56), self.sizeHint().height())

    def checkStateSet(self) -> None:
        super().checkStateSet()
        self._restyle()

    def nextCheckState(self) -> None:
        super().nextCheckState()
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._look.theme, self._look.px
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            if not self.isEnabled():
                painter.setOpacity(0.5)
            thick = px(2 if self.isChecked() else 1)
            frame = QRectF(0, 0, self.width(), self.height() - self._caption_height() - px(2))
            frame = frame.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
            border = "accent" if self.isChecked() else "control_border"
            ground = "control_hover" if self.underMouse() and self.isEnabled() else "window"
            outline = QPainterPath()
            outline.addRoundedRect(frame, px(7), px(7))
            painter.fillPath(outline, theme.colour(ground))
            painter.save()
            painter.setClipPath(outline)
            self._paint_picture(painter, frame.adjusted(px(4), px(4), -px(4), -px(4)))
            painter.restore()
            painter.strokePath(outline, QPen(theme.colour(border), thick))
            caption = QRectF(0, self.height() - self._caption_height(), self.width(), self._caption_height())
            painter.setPen(theme.colour("text" if self.isChecked() else "text_muted"))
            shown = self.caption()
            painter.setFont(shown.font)
            painter.drawText(caption, Qt.AlignmentFlag.AlignCenter, shown.text)
            if self.hasFocus():
                # Around both: a frame around the picture says that it is chosen.
                paint_focus(painter, self._look, QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def caption(self) -> Fitted:
        """What stands under the picture: the name, or as much of it as says most."""
        # The last word of a name says most: "three clouds" are clouds, and not three.
        last = self.text().rpartition(" ")[2]
        short = last[:1].upper() + last[1:]
        # In type as large as its neighbours', which a smaller whole name would not be.
        whole = QFontMetricsF(self.font()).horizontalAdvance(self.text()) <= self.width()
        shown = fit(self.font(), self.width(), self.text() if whole else short)
        if shown.text:
            return shown
        # A name of one word, in type that is large for the tile: its letters stand a little closer.
        close = QFont(self.font())
        close.setLetterSpacing(QFont.SpacingType.PercentageSpacing, CLOSE)
        if QFontMetricsF(close).horizontalAdvance(self.text()) <= self.width():
            return Fitted(self.text(), close)
        # The beginning of it is better than nothing.
        beginning = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        return Fitted(beginning, self.font())

    def _paint_picture(self, painter: QPainter, area: QRectF) -> None:
        if not isinstance(self._picture, QPixmap):
            self._picture(painter, area, self._look.theme)
            return
        size = self._picture.deviceIndependentSize()
        size.scale(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(area.topLeft(), size)
        place.moveCenter(area.center())
        painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
