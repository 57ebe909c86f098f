"""A question to the audience, beside the network that is about to answer it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from nnviz.lecture.values import Ask
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.controls import Text

LETTERS = "ABCDEFGH"


class Question(QWidget):
    """What is asked, and the answers to choose from, each with a letter; once it is answered, which one is right."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.text = Text(look, role="heading")
        self.text.setWordWrap(True)
        self.answers: list[tuple[Text, Text]] = []
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.text)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_ask(self, ask: Ask, language: str, answered: bool) -> None:
        """Ask; ``answered`` says which answer is right, by a sign and not by colour alone."""
        self.text.setText(ask.text.text(language))
        while len(self.answers) < len(ask.answers):
            self._add()
        for place, (letter, text) in enumerate(self.answers):
            there = place < len(ask.answers)
            letter.setVisible(there)
            text.setVisible(there)
            if there:
                right = answered and place + 1 == ask.right
                letter.setText(f"✓ {LETTERS[place]}" if right else LETTERS[place])
                letter.set_tone("update" if right else "muted" if answered else "text")
                text.setText(ask.answers[place].text(language))
                text.set_tone("muted" if answered and not right else "text")

    def _add(self) -> None:
        letter, text = Text(self._look, role="title", parent=self), Text(self._look, role="title", parent=self)
        text.setWordWrap(True)
        letter.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        row = len(self.answers)
        self._grid.addWidget(letter, row, 0)
        self._grid.addWidget(text, row, 1)
        self.answers.append((letter, text))

    def _restyle(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(12), px(24), px(22), px(12))
        self._column.setSpacing(px(18))
        self._grid.setHorizontalSpacing(px(14))
        self._grid.setVerticalSpacing(px(14))
