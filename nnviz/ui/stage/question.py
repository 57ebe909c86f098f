"""A question to the audience, beside the network that is about to answer it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from nnviz.lecture.values import Ask
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.controls import Text

LETTERS = "ABCDEFGH"
LETTER_SIDE, BORDER = 36.0, 2.0
"""In pixels at scale 1."""


class Letter(QWidget):
    """An answer's letter in a box; that of the right one is filled, and a tick stands in its place.

    Attributes:
        text: What stands in it.
        tone: The colour's role.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.text, self.tone, self._filled = "", "text", False
        look.changed.connect(self._restyle)
        self._restyle()

    def show_letter(self, text: str, tone: str, filled: bool) -> None:
        """Show it in the colour of a role, as a border or as the ground."""
        self.text, self.tone, self._filled = text, tone, filled
        self.setAccessibleName(text)
        self.update()

    def _restyle(self) -> None:
        side = self._look.px(LETTER_SIDE)
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colour, line = look.colour(self.tone), BORDER * look.factor
            painter.setPen(QPen(colour, line))
            painter.setBrush(colour if self._filled else Qt.BrushStyle.NoBrush)
            box, rounding = QRectF(self.rect()).adjusted(line, line, -line, -line), look.px(8)
            painter.drawRoundedRect(box, rounding, rounding)
            painter.setFont(look.font("title"))
            painter.setPen(look.colour("card") if self._filled else colour)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text)


class Question(QWidget):
    """What is asked, and the answers to choose from, each with a letter; once it is answered, which one is right."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.text = Text(look, role="heading")
        self.text.setWordWrap(True)
        self.answers: list[tuple[Letter, Text]] = []
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
                tone = "update" if right else "text_muted" if answered else "text"
                letter.show_letter("✓" if right else LETTERS[place], tone, filled=right)
                text.setText(ask.answers[place].text(language))
                text.set_tone("muted" if answered and not right else "text")

    def _add(self) -> None:
        letter, text = Letter(self._look, self), Text(self._look, role="answer", parent=self)
        text.setWordWrap(True)
        row = len(self.answers)
        self._grid.addWidget(letter, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(text, row, 1, Qt.AlignmentFlag.AlignVCenter)
        self.answers.append((letter, text))

    def _restyle(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(12), px(24), px(22), px(12))
        self._column.setSpacing(px(28))
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(18))
