"""A question to the audience, beside the network that is about to answer it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from nnviz.lecture.values import Ask
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import percent
from nnviz.ui.stage.hands import Counting, Hands, shares
from nnviz.ui.toolkit.controls import Text
from nnviz.ui.toolkit.controls.thin_bar import ThinBar

LETTERS = "ABCDEFGH"
LETTER_SIDE, BORDER = 36.0, 2.0
"""In pixels at scale 1."""


class Letter(QWidget):
    """An answer's letter in a box.

    Attributes:
        text: What stands in it.
        tone: The colour's role.
    """

    def __init__(self, look: Look, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.text, self.tone = text, "text"
        self.setAccessibleName(text)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_tone(self, tone: str) -> None:
        """Take the colour of another role."""
        self.tone = tone
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
            box, rounding = QRectF(self.rect()).adjusted(line, line, -line, -line), look.px(8)
            painter.drawRoundedRect(box, rounding, rounding)
            painter.setFont(look.font("title"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text)


class AnswerRow(NamedTuple):
    """An answer: its letter, its text, and the share of the hands it has, as a bar and as a number."""

    letter: Letter
    text: Text
    bar: ThinBar
    share: Text


class Question(Counting):
    """What is asked, and the answers to choose from, each with a letter; hands that are counted grow as bars."""

    def __init__(self, look: Look, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(look, hands, parent)
        self.text = Text(look, role="heading")
        self.text.setWordWrap(True)
        self.answers: list[AnswerRow] = []
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.text)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        hands.changed.connect(self._show_hands)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_ask(self, ask: Ask, language: str) -> None:
        """Ask."""
        self.text.setText(ask.text.text(language))
        answers = [f"{LETTERS[place]} {answer.text(language)}" for place, answer in enumerate(ask.answers)]
        self.setAccessibleName("; ".join((ask.text.text(language), *answers)))
        while len(self.answers) < len(ask.answers):
            self._add()
        for place, row in enumerate(self.answers):
            there = place < len(ask.answers)
            row.letter.setVisible(there)
            row.text.setVisible(there)
            if there:
                row.text.setText(ask.answers[place].text(language))
        self._show_hands()

    def _show_hands(self) -> None:
        ask = self.hands.asked
        counts = self.hands.of(ask) if ask is not None else ()
        parts = shares(counts)
        for place, row in enumerate(self.answers):
            counted = place < len(parts)
            row.bar.setVisible(counted)
            row.share.setVisible(counted)
            row.letter.set_tone("accent" if counted and place == self.hands.current else "text")
            if counted:
                row.bar.set_share(parts[place])
                row.share.setText(percent(parts[place]))

    def _add(self) -> None:
        look, place, middle = self._look, len(self.answers), Qt.AlignmentFlag.AlignVCenter
        letter, text = Letter(look, LETTERS[place], self), Text(look, role="answer", parent=self)
        bar, share = ThinBar(look, parent=self), Text(look, role="mono_large", tone="muted", parent=self)
        text.setWordWrap(True)
        bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        answer = QVBoxLayout()
        answer.setSpacing(look.px(5))
        answer.addWidget(text)
        answer.addWidget(bar)
        self._grid.addWidget(letter, place, 0, middle)
        self._grid.addLayout(answer, place, 1)
        self._grid.addWidget(share, place, 2, middle | Qt.AlignmentFlag.AlignRight)
        self.answers.append(AnswerRow(letter, text, bar, share))
        self._restyle()

    def _restyle(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(12), px(24), px(22), px(12))
        self._column.setSpacing(px(28))
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(18))
        for row in self.answers:
            row.bar.setFixedHeight(px(9))
