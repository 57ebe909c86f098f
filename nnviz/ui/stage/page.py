"""A scene that is a text: one or two sentences, and what opens other scenes again."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from nnviz.lecture.values import Scene
from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_name
from nnviz.ui.toolkit.claimed_keys import claims_key
from nnviz.ui.toolkit.controls import Text
from nnviz.ui.toolkit.focus_ring import paint_focus
from nnviz.ui.toolkit.lettering import Lettering

LEAST_PICTURE = 60
GAP = 4
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
MOST_COLUMNS = 3


class PictureTile(QAbstractButton):
    """A picture, if there is one, over its number and a sentence: a click opens the scene."""

    def __init__(self, look: Look, number: int, text: str, picture: QPixmap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._picture = look, picture
        self._lettering = Lettering(look)
        self.setText(plain_name(f"{number}   {text}"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        high = QSizePolicy.Policy.Fixed if picture.isNull() else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, high)

    @property
    def shows_picture(self) -> bool:
        """Whether there is one."""
        return not self._picture.isNull()

    def sizeHint(self) -> QSize:
        line = round(self._lettering.line("title")) + self._look.px(14)
        return QSize(self._look.px(160), line + (self._look.px(LEAST_PICTURE) if self.shows_picture else 0))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        wide = self.width() - 2 * px(GAP)
        metrics = self._lettering.metrics("title")
        high = metrics.boundingRect(QRectF(0.0, 0.0, wide, self.height()), WRAPPED, self.text()).height()
        top = float(px(GAP))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if self.shows_picture:
                room = QSize(wide, round(self.height() - high - 4 * px(GAP)))
                size = self._picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
                box = QRectF(px(GAP), top, size.width(), size.height())
                top = box.bottom() + 2 * px(GAP)
                painter.drawPixmap(box, self._picture, QRectF(self._picture.rect()))
                painter.setPen(QPen(look.colour("accent" if self.underMouse() else "card_border"), 2.0 * look.factor))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box, px(6), px(6))
            painter.setFont(self._lettering.font("title"))
            painter.setPen(look.colour("text"))
            painter.drawText(QRectF(px(GAP), top, wide, high + px(GAP)), WRAPPED, self.text())
            if self.hasFocus():
                paint_focus(painter, look, QRectF(self.rect()).adjusted(1.0, 1.0, -1.0, -1.0))


class TextPage(QWidget):
    """The text, large, and a tile for each of its pictures; their numbers are keys.

    Signals:
        scene_picked(str): The user wants another scene, by its id.
    """

    scene_picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.text = Text(look, role="heading")
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.buttons: list[PictureTile] = []
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(self.text)
        self._tiles = QGridLayout()
        self._column.addLayout(self._tiles, 12)
        self._column.addStretch(1)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_scene(self, scene: Scene, language: str) -> None:
        """Show a scene's text."""
        self.text.setText(scene.text.text(language))
        for button in self.buttons:
            self._tiles.removeWidget(button)
            button.hide()
            button.deleteLater()
        pictures = [QPixmap(picture.file) if picture.file is not None else QPixmap() for picture in scene.pictures]
        columns = min(MOST_COLUMNS, math.ceil(math.sqrt(len(pictures)))) if any(not p.isNull() for p in pictures) else 1
        self.buttons = []
        for place, (picture, drawn) in enumerate(zip(scene.pictures, pictures, strict=True)):
            button = PictureTile(self._look, place + 1, picture.say.text(language), drawn)
            button.clicked.connect(partial(self.scene_picked.emit, picture.scene))
            self._tiles.addWidget(button, *divmod(place, columns))
            self.buttons.append(button)
        self._restyle()

    def reach_next(self) -> None:
        """Lead the keyboard to the next picture; from the last one, to the first."""
        if self.isVisible() and self.buttons:
            reached = next((place for place, button in enumerate(self.buttons) if button.hasFocus()), -1)
            self.buttons[(reached + 1) % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def open_reached(self) -> bool:
        """Open the picture that the keyboard has been led to. Returns whether there is one."""
        reached = next((button for button in self.buttons if button.hasFocus()), None)
        if reached is not None:
            reached.click()
        return reached is not None

    def _numbered(self, event: QKeyEvent) -> PictureTile | None:
        """The picture whose number a key is."""
        place = event.key() - Qt.Key.Key_1
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self.buttons[place] if 0 <= place < len(self.buttons) and not held else None

    def _restyle(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(60), px(24), px(60), px(24))
        self._column.setSpacing(px(28))
        self._tiles.setHorizontalSpacing(px(28))
        self._tiles.setVerticalSpacing(px(14))
        for button in self.buttons:
            button.updateGeometry()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        return claims_key(event, lambda key: self._numbered(key) is not None) or super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        button = self._numbered(event)
        if button is not None:
            button.click()
        else:
            super().keyPressEvent(event)
