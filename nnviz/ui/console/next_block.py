"""What the next click brings."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.ui.console.words import deeds
from nnviz.ui.look.look import Look
from nnviz.ui.stage.question import LETTERS
from nnviz.ui.stage.script import Spot
from nnviz.ui.toolkit.controls import Text

BESIDE = "\N{NO-BREAK SPACE}" * 2
"""Between a letter and its answer, where no line ends."""


class NextBlock(QWidget):
    """The sentence of the next cue, and what it does; or the question that comes next."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.what = Text(look, role="body", tone="muted")
        self.sentence = Text(look, role="title")
        self.does = Text(look, role="body", tone="muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for text in (self.what, self.sentence, self.does):
            text.setWordWrap(True)
            self._column.addWidget(text)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_step(self) -> None:
        """Without a lecture, the next click is a step."""
        self._say(self.tr("Next"), self.tr("One step on"), "")

    def show_spot(self, here: Spot, coming: Spot | None, language: str) -> None:
        """What comes after a spot; ``None`` at the end."""
        if coming is None:
            self._say(self.tr("Next"), self.tr("The end"), "")
            return
        what = self.tr("Next · scene {0}").format(_number(coming)) if coming.number != here.number else self.tr("Next")
        if coming.ask is not None:
            answers = (f"{LETTERS[n]}{BESIDE}{each.text(language)}" for n, each in enumerate(coming.ask.answers))
            self._say(self.tr("{0} · question").format(what), coming.ask.text.text(language), "   ".join(answers))
            return
        cue = coming.scene.cues[coming.cue - 1]
        done = " · ".join(deeds(coming.scene, coming.cue, self._look.numbers))
        self._say(self.tr("{0} · cue {1}").format(what, coming.cue), cue.say.text(language), done)

    def _say(self, what: str, sentence: str, does: str) -> None:
        self.what.setText(what)
        self.sentence.setText(sentence)
        self.does.setText(does)
        self.does.setVisible(bool(does))

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.px(4))


def _number(spot: Spot) -> int:
    return spot.scene.slide if spot.scene.slide is not None else spot.number
