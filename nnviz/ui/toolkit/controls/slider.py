"""A thin slider with a round handle."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from nnviz.ui.look.look import Look

_COARSE = 10


class Slider(QSlider):
    """A horizontal slider: a press anywhere takes the handle there, Up and Down move it, with Shift in tens.

    Left, Right, Home and the page keys belong to the stepping through time. The wheel moves the slider only while it
    has the keyboard, so that a panel can be scrolled past it.

    Signals:
        typing_wanted(): Enter was pressed.
    """

    typing_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _radius(self) -> float:
        return self._look.px(15) / 2

    def _track(self) -> QRectF:
        """Where the handle's centre can be, as a rectangle as high as the groove."""
        inset, height = self._radius(), self._look.px(5)
        return QRectF(inset, (self.height() - height) / 2, max(1.0, self.width() - 2 * inset), height)

    def _position_at(self, x: float) -> int:
        track = self._track()
        share = min(max((x - track.left()) / track.width(), 0.0), 1.0)
        return self.minimum() + round(share * (self.maximum() - self.minimum()))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(140), self._look.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(24))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setSliderDown(True)
        self.setSliderPosition(self._position_at(event.position().x()))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderPosition(self._position_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = _COARSE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        match event.key():
            case Qt.Key.Key_Up:
                self.setValue(self.value() + steps)
            case Qt.Key.Key_Down:
                self.setValue(self.value() - steps)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.typing_wanted.emit()
            case _:
                event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, track = self._look.theme, self._track()
        span = max(1, self.maximum() - self.minimum())
        x = track.left() + track.width() * (self.sliderPosition() - self.minimum()) / span
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            groove, rounding = QRectF(0, track.top(), self.width(), track.height()), track.height() / 2
            painter.setBrush(theme.colour("groove"))
            painter.drawRoundedRect(groove, rounding, rounding)
            filled = theme.colour("accent" if self.isEnabled() else "text_faint")
            painter.setBrush(filled)
            painter.drawRoundedRect(
                QRectF(groove.left(), groove.top(), x - groove.left(), groove.height()), rounding, rounding
            )
            radius, centre = self._radius(), QPointF(x, track.center().y())
            painter.drawEllipse(centre, radius, radius)
            if self.hasFocus():
                ring = self._look.px(2)
                painter.setPen(QPen(theme.colour("focus"), ring))
                painter.setBrush(theme.colour("card"))
                painter.drawEllipse(centre, radius - ring / 2, radius - ring / 2)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(filled)
                painter.drawEllipse(centre, radius / 2, radius / 2)
