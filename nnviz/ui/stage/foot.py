"""Under the network: the phase and this step's numbers, one sentence, a softer line, and the line of time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.ui.diagram.words import work_title
from nnviz.ui.formula.formula_colours import in_colours
from nnviz.ui.formula.formula_label import FormulaLabel
from nnviz.ui.formula.numbers_line import NumbersLine
from nnviz.ui.formula.phase_numbers import SIMPLEST, numbers_of
from nnviz.ui.formula.phase_words import words_about
from nnviz.ui.formula.typeset import Typesetter
from nnviz.ui.look.look import Look
from nnviz.ui.session.moment import Moment
from nnviz.ui.stage.time_line import TimeLine
from nnviz.ui.toolkit.controls import Text
from nnviz.ui.toolkit.fitting import fit
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.worker.messages import RunInfo

FORMULA_PIXELS = 22
FORMULA_HEIGHT, NUMBERS_HEIGHT = 46, 30
SENTENCE_HEIGHT = 46
"""One line in the largest type, or two in smaller: no phase moves the network."""
HIGH_WINDOW = 660
"""A window as high as this, at scale 1, has room for the typeset formula over its numbers."""


class StageFoot(QWidget):
    """What is happening, in a few words that can be read from the back row."""

    def __init__(self, look: Look, typesetter: Typesetter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rules = SIMPLEST
        self._quiet = False
        self._caption: tuple[str, str] | None = None
        self._moment: Moment | None = None
        self.formula = FormulaLabel(look, typesetter, pixels=FORMULA_PIXELS)
        self.work = Text(look, role="title")
        self.numbers = NumbersLine(look)
        self.numbers.set_at_right(False)
        self.sentence = Text(look, role="caption")
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.softer = FittingLabel(look, "body")
        self.time = TimeLine(look)
        self._band = QHBoxLayout()
        self._band.addWidget(self.work)
        self._band.addWidget(self.numbers, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.formula)
        self._column.addLayout(self._band)
        self._column.addWidget(self.sentence)
        self._column.addWidget(self.softer)
        self._column.addWidget(self.time)
        look.changed.connect(self._restyle)
        self._restyle()

    # ---- what it shows -------------------------------------------------------------------------------------------

    def set_run(self, info: RunInfo) -> None:
        """A new run: how it trains."""
        self._rules = info.experiment.training
        self._moment = None

    def set_caption(self, caption: tuple[str, str] | None) -> None:
        """Say this sentence and this softer line in place of what happens in the phase; ``None`` for that again."""
        self._caption = caption
        self._say()

    def set_quiet(self, quiet: bool) -> None:
        """Only the sentence: where two networks are shown, one network's numbers would be half the story."""
        self._quiet = quiet
        for widget in (self.work, self.numbers, self.time):
            widget.setVisible(not quiet)
        self._make_room()

    def show_moment(self, moment: Moment) -> None:
        """Show a place in time."""
        before, self._moment = self._moment, moment
        self.time.show_moment(moment)
        if before is not None and before.training and moment.training:
            return
        self.work.setText(work_title(moment))
        self.work.set_tone(moment.work.value if not moment.training else "text")
        look, rules = self._look, self._rules
        if moment.training:
            self.numbers.show_numbers(None)
        else:
            self.numbers.show_numbers(lambda most: numbers_of(moment, look.numbers, most, rules), moment.work.value)
        self._say()

    def _say(self) -> None:
        caption = self._caption
        if self._moment is not None:
            words = words_about(self._moment, self._rules)
            self.formula.set_formula(in_colours(words.formula.latex), words.formula.plain)
            caption = caption or (words.sentence, "")
        if caption is not None:
            sentence, softer = caption
            self.sentence.setText(sentence)
            self.softer.set_texts(softer)
            self.softer.setVisible(bool(softer))
            self._fit_sentence()

    # ---- room ----------------------------------------------------------------------------------------------------

    def _fit_sentence(self) -> None:
        """As large as one line can be, and no smaller than in two."""
        look, text = self._look, self.sentence.text()
        least = look.font("title").pixelSize()
        # The last pixel is the label's own: what fills its line to the end is broken all the same.
        one = fit(look.font("caption"), self.width() - 2 * look.px(22) - 1, text, least=least)
        self.sentence.set_role("caption" if one.text == text else "title")
        if one.text == text:
            self.sentence.setFont(one.font)

    def _restyle(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(22), 0, px(22), px(14))
        self._column.setSpacing(px(4))
        self._band.setSpacing(px(14))
        self.formula.setFixedHeight(px(FORMULA_HEIGHT))
        self.numbers.setFixedHeight(px(NUMBERS_HEIGHT))
        self.sentence.setFixedHeight(px(SENTENCE_HEIGHT))
        self._make_room()

    def _make_room(self) -> None:
        self.formula.setVisible(not self._quiet and self.window().height() >= self._look.px(HIGH_WINDOW))
        self._fit_sentence()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
