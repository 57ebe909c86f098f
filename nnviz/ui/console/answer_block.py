"""The question that is asked: the hands for each answer, what is right, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.lecture.values import Ask
from nnviz.ui.look.look import Look
from nnviz.ui.stage.hands import Counting, Hands
from nnviz.ui.stage.question import LETTERS
from nnviz.ui.toolkit.controls import Text


class AnswerBlock(Counting):
    """There only while a question is asked; it has the keyboard then, and hands are typed."""

    def __init__(self, look: Look, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(look, hands, parent)
        self._ask: Ask | None = None
        self._language = "en"
        self.rows: list[Text] = []
        self._list = QVBoxLayout()
        self.why = Text(look, role="body", tone="muted")
        self.how = Text(look, self.tr("Hands: type a number, ↓ the next answer, Backspace"), "small", "muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._list)
        for text in (self.why, self.how):
            text.setWordWrap(True)
            self._column.addWidget(text)
        hands.changed.connect(self._show_hands)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_ask(self, ask: Ask | None, language: str) -> None:
        """Show the answers of a question; ``None`` where there is none."""
        self._ask, self._language = ask, language
        self.setVisible(ask is not None)
        if ask is None:
            return
        while len(self.rows) < len(ask.answers):
            self.rows.append(Text(self._look, parent=self))
            self.rows[-1].setWordWrap(True)
            self._list.addWidget(self.rows[-1])
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(ask.answers))
        self.why.setText(ask.why.text(language))
        self.why.setVisible(bool(self.why.text()))
        self._show_hands()
        self.setFocus()

    def _show_hands(self) -> None:
        ask, hands = self._ask, self.hands
        if ask is None or ask != hands.asked:
            return
        counts = hands.of(ask)
        for place, answer in enumerate(ask.answers):
            right, here = place + 1 == ask.right, place == hands.current
            count = str(counts[place]) if counts else "–"
            sign = "✓" if right else "\u2007"
            mark = "▸" if here else "\u2007"
            self.rows[place].setText(f"{mark} {count:\u2007>3}  {sign} {LETTERS[place]}  {answer.text(self._language)}")
            self.rows[place].set_role("strong" if right else "body")
            self.rows[place].set_tone("update" if right else "")

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.px(6))
        self._list.setSpacing(self._look.px(2))
