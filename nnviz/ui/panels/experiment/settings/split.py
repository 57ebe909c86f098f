"""The split of the data, in numbers and as a slider: two handles cut a line into training, validation and test."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.controls import Text

DRAG_STEP = 0.05
KEY_STEP = 0.01
COARSE = 10
LEAST_TRAINING = 0.05
PARTS = ("training", "validation", "test")
Split = tuple[float, float, float]


class SplitSlider(QWidget):
    """Three parts in the colours that their losses have, and a handle at each border.

    Tab goes from the first handle to the second; Up and Down move it by 1 %, with Shift by 10 %.

    Signals:
        split_changed(object): The user moved a handle: (train, validation, test), summing to 1.
        released(): The user let go.
    """

    split_changed = Signal(object)
    released = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._borders = [0.6, 0.8]
        self._handle = 0
        self._grabbed = False
        self._pressed_at: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Train, validation and test split"))
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    @property
    def split(self) -> Split:
        """Train, validation, test."""
        first, second = self._borders
        return round(first, 6), round(second - first, 6), round(1.0 - second, 6)

    def set_split(self, split: Split) -> None:
        """Show a split; nothing is emitted."""
        self._borders = [split[0], min(1.0, split[0] + split[1])]
        self._describe()
        self.update()

    def move_handle(self, handle: int, share: float) -> None:
        """Move the first (0) or second (1) handle, as the user does; it stops at the other one."""
        low, high = (LEAST_TRAINING, self._borders[1]) if handle == 0 else (self._borders[0], 1.0)
        share = min(max(share, low), high)
        if abs(share - self._borders[handle]) > 1e-9:
            self._borders[handle] = share
            self._describe()
            self.update()
            self.split_changed.emit(self.split)

    def _describe(self) -> None:
        self.setAccessibleDescription(" / ".join(f"{share:.0%}" for share in self.split))

    def _track(self) -> QRectF:
        radius, height = self._radius(), self._look.px(5)
        return QRectF(radius, (self.height() - height) / 2, max(1.0, self.width() - 2 * radius), height)

    def _radius(self) -> float:
        return self._look.px(15) / 2

    def _handle_place(self, handle: int) -> QPointF:
        track = self._track()
        return QPointF(track.left() + self._borders[handle] * track.width(), track.center().y())

    def _share_at(self, x: float) -> float:
        track = self._track()
        return (x - track.left()) / max(1.0, track.width())

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(80), self._look.px(24))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        share = self._share_at(event.position().x())
        distances = [abs(share - border) for border in self._borders]
        self._grabbed = True
        # Where both handles lie on each other, the way of the first move decides which one is meant.
        together = abs(self._borders[1] - self._borders[0]) < 1e-9
        self._pressed_at = share if together else None
        if not together:
            self._handle = distances.index(min(distances))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._grabbed:
            return
        share = self._share_at(event.position().x())
        if self._pressed_at is not None:
            if abs(share - self._pressed_at) * self._track().width() < self._look.px(2):
                return
            self._handle = 0 if share < self._pressed_at else 1
            self._pressed_at = None
        self.move_handle(self._handle, round(round(share / DRAG_STEP) * DRAG_STEP, 6))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grabbed and event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = False
            self._pressed_at = None
            self.update()
            self.released.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if way is None:
            event.ignore()
            return
        steps = COARSE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        self.move_handle(self._handle, round(self._borders[self._handle] + way * steps * KEY_STEP, 6))
        self.released.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self.hasFocus() and self._handle == (0 if forward else 1):
            self._handle = 1 - self._handle
            self.update()
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._handle = 0 if event.reason() is Qt.FocusReason.TabFocusReason else 1
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, track = self._look.theme, self._track()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            places = (0.0, self._handle_place(0).x(), self._handle_place(1).x(), float(self.width()))
            for part, (start, end) in zip(PARTS, pairwise(places), strict=True):
                painter.setBrush(theme.colour(part))
                painter.drawRoundedRect(
                    QRectF(start, track.top(), end - start, track.height()), track.height() / 2, track.height() / 2
                )
            radius = self._radius()
            for handle in (0, 1):
                centre = self._handle_place(handle)
                painter.setPen(QPen(theme.colour("card"), self._look.px(2)))
                painter.setBrush(theme.colour("accent"))
                painter.drawEllipse(centre, radius, radius)
                if self.hasFocus() and handle == self._handle:
                    painter.setPen(QPen(theme.colour("focus"), self._look.px(2)))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawEllipse(centre, radius - 0.5, radius - 0.5)


class SplitRow(QWidget):
    """A name, the three shares in per cent, and the slider under them.

    Signals:
        changed(object): The user moves a border: (train, validation, test).
        settled(): The user let go.
    """

    changed = Signal(object)
    settled = Signal()

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._numbers = Text(look, role="mono", parent=self)
        self.slider = SplitSlider(look, self)
        self.setFocusProxy(self.slider)
        self._grid = QGridLayout(self)
        self._grid.addWidget(Text(look, text, parent=self), 0, 0)
        self._grid.addWidget(self._numbers, 0, 1, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(self.slider, 1, 0, 1, 2)
        self.slider.split_changed.connect(self._on_changed)
        self.slider.released.connect(self.settled)
        look.changed.connect(self._space)
        self._space()

    def shown_split(self) -> str:
        """The three shares as they are printed."""
        return self._numbers.text()

    def set_split(self, split: Split) -> None:
        """Show a split; nothing is emitted."""
        self.slider.set_split(split)
        self._print(split)

    def _on_changed(self, split: Split) -> None:
        self._print(split)
        self.changed.emit(split)

    def _print(self, split: Split) -> None:
        self._numbers.setText("/".join(f"{100 * share:.3g}" for share in split))

    def _space(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(self._look.px(1))
        # In line with the values of the sliders, which can be typed and have a margin for that.
        self._numbers.setContentsMargins(0, 0, self._look.px(4), 0)
        self._numbers.setFixedHeight(self._look.px(24))
