"""The question that is asked: what is right, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.lecture.values import Ask
from nnviz.ui.look.look import Look
from nnviz.ui.stage.question import LETTERS
from nnviz.ui.toolkit.controls import Text


class AnswerBlock(QWidget):
    """There only while a question is asked."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.right = Text(look, role="title", tone="update")
        self.why = Text(look, role="body", tone="muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for text in (self.right, self.why):
            text.setWordWrap(True)
            self._column.addWidget(text)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_ask(self, ask: Ask | None, language: str) -> None:
        """Say the answer of a question; ``None`` where there is none."""
        self.setVisible(ask is not None)
        if ask is not None:
            place = ask.right - 1
            self.right.setText(f"✓ {LETTERS[place]}  {ask.answers[place].text(language)}")
            self.why.setText(ask.why.text(language))
            self.why.setVisible(bool(self.why.text()))

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.px(4))
