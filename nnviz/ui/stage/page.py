"""A scene that is a text: one or two sentences, and what opens other scenes again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.lecture.values import Scene
from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_name
from nnviz.ui.toolkit.controls import Button, Text


class TextPage(QWidget):
    """The text, large, and a button for each of its pictures.

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
        self.buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(self.text)
        self._list = QVBoxLayout()
        self._column.addLayout(self._list)
        self._column.addStretch(2)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_scene(self, scene: Scene, language: str) -> None:
        """Show a scene's text."""
        self.text.setText(scene.text.text(language))
        for button in self.buttons:
            self._list.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for number, picture in enumerate(scene.pictures, start=1):
            button = Button(self._look, plain_name(f"{number}   {picture.say.text(language)}"), kind="quiet")
            button.clicked.connect(partial(self.scene_picked.emit, picture.scene))
            self._list.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
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

    def _restyle(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(60), px(24), px(60), px(24))
        self._column.setSpacing(px(28))
        self._list.setSpacing(px(10))
        for button in self.buttons:
            button.setFont(self._look.font("title"))
