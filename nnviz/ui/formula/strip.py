"""What is happening: the formula of the phase, this very step's numbers in it, and one sentence."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.record.phases import Kind
from nnviz.engine.types import Array
from nnviz.ui.formula.formula_colours import in_colours
from nnviz.ui.formula.formula_label import FormulaLabel
from nnviz.ui.formula.frozen import Frozen
from nnviz.ui.formula.legend import legend_of
from nnviz.ui.formula.numbers_line import NumbersLine
from nnviz.ui.formula.numbers_of import NumbersOf
from nnviz.ui.formula.phase_numbers import SIMPLEST, numbers_of
from nnviz.ui.formula.phase_words import (
    PhaseWords,
    step_name,
    training_sentence,
    training_words,
    update_sentences,
    words_about,
    words_of,
)
from nnviz.ui.formula.typeset import Typesetter
from nnviz.ui.look.look import Look
from nnviz.ui.names.faults import fault_note
from nnviz.ui.names.units import NO_NAMES, UnitNames
from nnviz.ui.session.moment import Moment
from nnviz.ui.toolkit.controls import Card, Text
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.ui.toolkit.soon import soon
from nnviz.worker.messages import RunInfo

BESIDE_FROM = 780
"""From this width on, at scale 1, the numbers stand beside the formula; below, under it."""

FORMULA_PIXELS = 22
ROW_HEIGHT = 57
"""Of the formula with the numbers beside it, in pixels at scale 1."""

FORMULA_HEIGHT = 46
NUMBERS_HEIGHT = 24
"""When the numbers stand under the formula."""

AHEAD_MILLISECONDS = 40
"""Between two formulas that are typeset before they are asked for: each takes some 10 to 40 ms."""

LEAST_SHARE = 0.48
"""Of the width, for the formula."""

SMALLEST_SHARE = 0.7
"""Of the formula's full size: smaller it is only where the numbers cannot be shortened."""

GAP = 24
"""Between formula and numbers."""


class FormulaStrip(Card):
    """Says in a formula, in numbers and in words what the phase on screen does.

    Its height depends on its width and the look alone, never on the phase, so that nothing jumps while stepping.
    """

    def __init__(self, look: Look, typesetter: Typesetter, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.typesetter = typesetter
        self._rules = SIMPLEST
        self._faults = ""
        self._names = NO_NAMES
        self._legend = ""
        self._data_enters = False
        self._frozen: tuple[Array | None, Frozen] = None, Frozen.NOTHING
        self._training = False
        self._window_low = self._window_very_low = False
        self._shown: Hashable = None
        self._kind: Hashable = None
        # Until a run says what there is to say: a long sentence.
        self._sentences = frozenset([training_sentence()])
        self._words: PhaseWords | None = None
        self._step = ""
        self._unset: deque[str] = deque()
        self._ahead = QTimer(self, interval=AHEAD_MILLISECONDS)
        self._ahead.timeout.connect(self._typeset_ahead)
        self.setAccessibleName(self.tr("What is happening"))
        self._caption = FittingLabel(look, "small_strong", "text_faint")
        self._caption.set_texts(self.tr("What is happening"))
        self.formula = FormulaLabel(look, typesetter, pixels=FORMULA_PIXELS)
        self.numbers = NumbersLine(look)
        self._row = QWidget()
        self.formula.setParent(self._row)
        self.numbers.setParent(self._row)
        self.sentence = Text(look, tone="muted")
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for widget in (self._caption, self._row, self.sentence):
            self.body.addWidget(widget)
        look.changed.connect(self._arrange)
        typesetter.loaded.connect(self._place)
        typesetter.loaded.connect(self._ahead.start)
        self._arrange()

    # ---- what it shows -------------------------------------------------------------------------------------------

    def set_run(self, info: RunInfo) -> None:
        """A new run: how it trains, and what is wrong with its data on purpose."""
        self._faults = fault_note(info.experiment, info.examples.faults)
        self._rules = info.experiment.training
        self._names = UnitNames.of_examples(info.examples)
        self._shown = None

    def show_moment(self, moment: Moment) -> None:
        """Show a place in time; while training, always the same."""
        key = self._key(moment)
        if key == self._shown:
            return
        self._shown = key
        self._training = moment.training
        self._data_enters = moment.phase.kind is Kind.INPUT and not moment.training
        self._learn_sentences(moment.record)
        self._legend = "" if moment.training else legend_of(moment, self._names)
        if moment.training:
            self._show_words(words_about(moment, self._rules), "")
            self.numbers.show_numbers(None)
        else:
            self._show_words(words_about(moment, self._rules), step_name(moment))
            look, rules = self._look, self._rules
            self.numbers.show_numbers(lambda most: numbers_of(moment, look.numbers, most, rules), moment.work.value)
        self._place()

    def words(self) -> PhaseWords | None:
        """What is said; ``None`` before the first moment."""
        return self._words

    def beside(self) -> bool:
        """Whether the numbers stand beside the formula, and not under it."""
        return self.width() >= self._look.px(BESIDE_FROM)

    def _learn_sentences(self, record: Iteration) -> None:
        """Find out what can be said in this run: the longest sentence sets the height."""
        kind = (record.architecture, record.l1, record.l2, len(record.examples), self._frozen_in(record), self._rules)
        if kind != self._kind:
            self._kind = kind
            said = [words_of(record, phase, self._rules) for phase in record.phases]
            said += [words_of(record, record.phases[0], self._rules, whose) for whose in NumbersOf]
            said.append(training_words(record, self._rules))
            # Whatever gets frozen on the way, the height stays.
            self._sentences = frozenset(words.sentence for words in said) | update_sentences(self._rules)
            self._unset = deque(dict.fromkeys(in_colours(words.formula.latex) for words in said))
            if self.typesetter.is_loaded():
                self._ahead.start()
            self._arrange()

    def _typeset_ahead(self) -> None:
        """Typeset the run's formulas one by one while nothing else goes on, so that no step waits for its own."""
        if not self._unset:
            self._ahead.stop()
        elif not self._training and self.typesetter.typeset_soon(self._unset[0], self.formula.role()):
            self._unset.popleft()

    def _key(self, moment: Moment) -> Hashable:
        record = moment.record
        if moment.training:
            return (record.architecture.widths, self._frozen_in(record), "training")
        # The record itself is in the key: while it is, no other one can have its identity.
        whose = (moment.example, moment.mean, moment.visitor)
        return (record, moment.grain, moment.step, whose, moment.selection)

    def _frozen_in(self, record: Iteration) -> Frozen:
        """What did not train in an update; worked out again only where another mask was in force."""
        if record.trainable is not self._frozen[0]:
            self._frozen = record.trainable, Frozen.in_update(record)
        return self._frozen[1]

    def _show_words(self, words: PhaseWords, step: str) -> None:
        self._words = words
        self._step = step
        self._caption_text()
        self.formula.set_formula(in_colours(words.formula.latex), words.formula.plain)
        self.sentence.setText(words.sentence)
        self.setAccessibleDescription(words.sentence)

    def _caption_text(self) -> None:
        """Name the phase, what is in play, and where the data enters what is wrong with it; names give way first."""
        if self._words is None:
            return
        name = self._words.name
        texts = [f"{self.tr('What is happening')}  ·  {name}"]
        if self._step:
            texts = [f"{text}  ·  {self._step}" for text in (*texts, name)]
        if self._legend:
            texts = [*(f"{text}  ·  {self._legend}" for text in (*texts, name)), *texts]
        if self._faults and self._data_enters:
            texts = [f"{text}  ·  {self._faults}" for text in (*texts, name)]
        self._caption.set_texts(*texts, name)

    def set_window_low(self, low: bool, very_low: bool = False) -> None:
        """Whether the window is so low for its type that there is no room for the caption, or for the sentence too."""
        if (low, very_low) != (self._window_low, self._window_very_low):
            self._window_low, self._window_very_low = low, very_low
            self._arrange()

    # ---- where things are ----------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Give every part the height that it has at this width and in this look."""
        px = self._look.px
        self._column.setContentsMargins(px(16), px(8), px(16), px(8))
        self._column.setSpacing(0)
        self.body.setSpacing(px(2))
        self._caption.setVisible(not self._window_low)
        self.sentence.setVisible(not self._window_very_low)
        self._caption_text()
        self._row.setFixedHeight(px(ROW_HEIGHT if self.beside() else FORMULA_HEIGHT + NUMBERS_HEIGHT))
        self.sentence.setFixedHeight(self._sentence_height())
        self._place()

    def _place(self) -> None:
        """Put formula and numbers into their row."""
        px, width, height = self._look.px, self._inner_width(), self._row.height()
        self.numbers.set_at_right(self.beside())
        if not self.beside():
            low = px(NUMBERS_HEIGHT)
            self.formula.setGeometry(0, 0, width, height - low)
            self.numbers.setGeometry(0, height - low, width, low)
            return
        # The formula can shrink; it gives way where the numbers need the room, down to a share of its own.
        room = max(round(width * LEAST_SHARE), width - px(GAP) - self.numbers.comfortable_width())
        whole = self.formula.sizeHint().width()
        if whole * SMALLEST_SHARE > room:
            # Numbers in their shortest form are no loss where the formula could not be read otherwise.
            room = max(room, width - px(GAP) - self.numbers.comfortable_width(shortest=True))
        wanted = min(whole, room)
        self.formula.setGeometry(0, 0, wanted, height)
        left = wanted + px(GAP)
        self.numbers.setGeometry(left, 0, width - left, height)

    def _inner_width(self) -> int:
        margins = self._column.contentsMargins()
        return max(1, self.contentsRect().width() - margins.left() - margins.right())

    def _sentence_height(self) -> int:
        """What the longest sentence of the run takes."""
        metrics = QFontMetricsF(self._look.font("body"))
        room = QRectF(0, 0, self._inner_width(), 10_000)
        heights = [
            metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, sentence).height() for sentence in self._sentences
        ]
        return round(max(heights, default=metrics.lineSpacing())) + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()
            # The layout around it, which is at work now, does not hear of another height until it is done.
            soon(self, self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(320), super().minimumSizeHint().height())
