"""What the audience sees, small."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui.look.look import Look

MILLISECONDS = 250
"""Between two pictures."""
RADIUS = 8


class LivePicture(QWidget):
    """Takes a picture of the stage a few times a second when the stage has changed, and none while it cannot be seen.

    While the stage moves the picture is made small in a hurry; when it has come to rest, well.

    Args:
        take: Gives what is on the stage; ``None`` before there is anything.
    """

    def __init__(self, look: Look, take: Callable[[], QImage | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._take = look, take
        self._picture, self._shape = QImage(), QSize(16, 9)
        self._soon = QTimer(self, singleShot=True, interval=MILLISECONDS)
        self._soon.timeout.connect(self._take_in_a_hurry)
        self._rest = QTimer(self, singleShot=True, interval=2 * MILLISECONDS)
        self._rest.timeout.connect(self._take_well)
        self.taken = 0
        """How many pictures were taken."""
        self.setAccessibleName(self.tr("What the audience sees"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)

    def stage_painted(self) -> None:
        """There is something new on the stage."""
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def box(self) -> QRectF:
        """Where the picture is: as large as there is room for, at the top."""
        size = self._shape.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(0, 0, size.width(), size.height())

    def _take_in_a_hurry(self) -> None:
        self._take_one(Qt.TransformationMode.FastTransformation)
        self._rest.start()

    def _take_well(self) -> None:
        self._take_one(Qt.TransformationMode.SmoothTransformation)

    def _take_one(self, how: Qt.TransformationMode) -> None:
        picture = self._take() if self.isVisible() else None
        if picture is None or picture.isNull():
            return
        self.taken += 1
        shape, self._shape = self._shape, picture.size()
        self._picture = picture.scaled(self.size() * self.devicePixelRatioF(), Qt.AspectRatioMode.KeepAspectRatio, how)
        if shape != self._shape:
            self.updateGeometry()
        self.update()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(640), self._look.px(360))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(90))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._shape.height() / max(1, self._shape.width()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rest.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()
        self._rest.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rest.start(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        look, box = self._look, self.box().adjusted(0.5, 0.5, -0.5, -0.5)
        radius = look.px(RADIUS)
        path = QPainterPath()
        path.addRoundedRect(box, radius, radius)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setClipPath(path)
            painter.drawImage(box, self._picture)
            painter.setClipping(False)
            painter.setPen(QPen(look.colour("card_border"), 1.0))
            painter.drawPath(path)
