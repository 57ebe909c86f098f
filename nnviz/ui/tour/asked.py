"""A question of the tour: answered by a click, with a word on why."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.lecture.values import Ask
from nnviz.ui.look.look import Look
from nnviz.ui.stage.question import LETTERS
from nnviz.ui.toolkit.controls import Text
from nnviz.ui.tour.answer import AnswerButton


class Asked(QWidget):
    """What is asked, and the answers; a click says which one is right, and why. Another click changes nothing."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._ask: Ask | None = None
        self._language = "en"
        self.chosen: int | None = None
        self.text = Text(look, role="strong")
        self.text.setWordWrap(True)
        self.why = Text(look)
        self.why.setWordWrap(True)
        self.answers: list[AnswerButton] = []
        self._list = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.text)
        self._column.addLayout(self._list)
        self._column.addWidget(self.why)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_ask(self, ask: Ask | None, language: str) -> None:
        """Ask; what has been answered already stays so while it is the same question."""
        if ask is not self._ask:
            self.chosen = None
        self._ask, self._language = ask, language
        self.setVisible(ask is not None)
        if ask is not None:
            self.text.setText(ask.text.text(language))
            while len(self.answers) < len(ask.answers):
                self._add()
            self._mark()

    def _add(self) -> None:
        place = len(self.answers)
        button = AnswerButton(self._look, LETTERS[place])
        button.clicked.connect(partial(self._choose, place + 1))
        self._list.addWidget(button)
        self.answers.append(button)

    def _choose(self, answer: int) -> None:
        if self.chosen is None:
            self.chosen = answer
            self._mark()

    def _mark(self) -> None:
        ask = self._ask
        if ask is None:
            return
        for place, button in enumerate(self.answers, start=1):
            there = place <= len(ask.answers)
            button.setVisible(there)
            if there:
                right = self.chosen is not None and place == ask.right
                mark = "right" if right else "wrong" if place == self.chosen else ""
                button.show_answer(ask.answers[place - 1].text(self._language), mark)
        verdict = self.tr("Right.") if self.chosen == ask.right else self.tr("Not quite.")
        self.why.setText(f"{verdict} {ask.why.text(self._language)}".strip())
        self.why.setVisible(self.chosen is not None)

    def _restyle(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(0, px(6), 0, 0)
        self._column.setSpacing(px(8))
        self._list.setSpacing(px(6))
