"""Asks whether to go on with a lecture where it was interrupted; Enter and a clicker's key say yes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.claimed_keys import ENTER
from nnviz.ui.toolkit.controls import Button, Text

YES = (*ENTER, Qt.Key.Key_PageDown)
WIDTH = 460


class ResumeDialog(QDialog):
    """Says which lecture and where. It stands before the window until it is answered."""

    def __init__(self, look: Look, lecture: str, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Go on?"))
        px = look.px
        self.question = Text(look, self.tr("“{}” was interrupted. Go on there?").format(lecture), role="title")
        self.place = Text(look, place, role="strong")
        self.go_on = Button(look, self.tr("Go on"), kind="primary")
        self.leave = Button(look, self.tr("Not now"))
        for text in (self.question, self.place):
            text.setWordWrap(True)
        self.go_on.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(22), px(18), px(22), px(18))
        column.setSpacing(px(14))
        column.addWidget(self.question)
        column.addWidget(self.place)
        column.addLayout(buttons)
        self.setFixedWidth(px(WIDTH))
        self.go_on.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in YES:
            self.accept()
        else:
            super().keyPressEvent(event)
