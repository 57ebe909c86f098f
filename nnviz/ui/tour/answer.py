"""An answer to choose from, as a button whose text has as many lines as it needs."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.controls import Button, Text

MARKS = {"": "", "right": "✓ ", "wrong": "✗ "}
TONES = {"": "", "right": "update", "wrong": "error"}


class AnswerButton(Button):
    """A letter and an answer; once it is marked, a sign says whether it is right."""

    def __init__(self, look: Look, letter: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._name = letter
        self.mark = ""
        self.letter = Text(look, letter, role="strong", parent=self)
        self.words = Text(look, parent=self)
        self.words.setWordWrap(True)
        self.letter.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.letter)
        self._row.addWidget(self.words, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._restyle_row)
        self._restyle_row()

    def show_answer(self, answer: str, mark: str = "") -> None:
        """Show it, marked ``right`` or ``wrong`` or not at all."""
        self.mark = mark
        self.letter.setText(f"{MARKS[mark]}{self._name}")
        self.letter.set_tone(TONES[mark])
        self.words.setText(answer)
        self.setAccessibleName(f"{self.letter.text()} {answer}")

    def _restyle_row(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(px(12), px(7), px(10), px(7))
        self._row.setSpacing(px(10))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._row.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        return QSize(self._row.totalSizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(80), self.sizeHint().height())
