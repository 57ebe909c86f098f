"""The results panel: how good the network is on each part of the data, and what it takes for what."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from nnviz.engine.training.run.evaluation import Evaluation
from nnviz.ui.examples.words import part_name
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import subscript
from nnviz.ui.names.translation import in_words
from nnviz.ui.names.units import target_in_words
from nnviz.ui.panels.best_switch import BestSwitch
from nnviz.ui.panels.live_panel import LivePanel
from nnviz.ui.panels.panel import PanelHost
from nnviz.ui.panels.results.confusion_matrix import ConfusionMatrix
from nnviz.ui.panels.results.cover import ResultsCover
from nnviz.ui.panels.results.figures import ResultFigures, figures_of, headlines
from nnviz.ui.panels.results.plots import ResultPlots
from nnviz.ui.session.moment import Moment
from nnviz.ui.toolkit.controls import Segmented
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.view import DataPartName, ResultsPart
from nnviz.worker.messages import RunInfo
from nnviz.worker.queries.evaluation import Evaluated, EvaluationOf
from nnviz.worker.queries.query import NoAnswer, Query

PARTS = {"train": "training", "validation": "validation", "test": "test"}
"""The parts of the data, and the roles of their colours."""
MOST_LETTERS = 12
"""Of the target's name at the axes; a longer one is y."""

WIDTH_FOR_WORDS = 430
"""Under this width (at scale 1) parts and epochs are said in fewer words."""
CHOICES_GAP = 8
"""Between the two at least, where they stand side by side."""


class ResultsPanel(LivePanel[ResultsPart]):
    """Confusion matrix of classes, predicted against true of numbers; the test part is covered until asked for.

    Half of its methods are those of any panel; the others say what there is to see, and when.

    Signals:
        best_shown(bool): The user wants the results of the best epoch's parameters, or those of now again.
    """

    forgets = True

    best_shown = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Results"), parent)
        self.shown_part: DataPartName = "validation"
        self.looks = 0
        self._uncovered = False
        self._seen: Evaluation | None = None
        self.headline = FittingLabel(look, "small", align=Qt.AlignmentFlag.AlignRight)
        self.parts = Segmented(look, [(part, "") for part in PARTS], self.shown_part, self.tr("Part of the data"))
        self.parts.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.best_switch = BestSwitch(look)
        self.figures = ResultFigures(look)
        self.matrix = ConfusionMatrix(look)
        self.plots = ResultPlots(look)
        self.cover = ResultsCover(look)
        self._lay_out()
        self.parts.picked.connect(self.choose_part)
        self.best_switch.best_shown.connect(self._on_best)
        self.cover.uncovered.connect(self.uncover)
        self._start(offset=1 / 3)
        self._fold()
        self._show_pages()

    def _lay_out(self) -> None:
        self.header.addWidget(self.headline, 1)
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._choices.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        self._choices.addStretch(1)
        self._choices.addWidget(self.best_switch, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._choices)
        self.body.addWidget(self.figures)
        self.body.addWidget(self.matrix, 1)
        self.body.addWidget(self.plots, 1)
        self.body.addWidget(self.cover, 1)
        self.body.addWidget(self.empty, 1)

    def connect_to(self, host: PanelHost) -> None:
        self.best_shown.connect(host.show_best)

    def part(self) -> ResultsPart:
        return ResultsPart(part=self.shown_part, best=self.best_switch.best, uncovered=self._uncovered)

    def show_part(self, part: ResultsPart) -> None:
        self.choose_part(part.part)
        self.show_best(part.best)
        if part.uncovered != self._uncovered:
            self._uncovered = part.uncovered
            self._ask_anew()

    # ---- what it is told -----------------------------------------------------------------------------------------

    @property
    def shows_best(self) -> bool:
        """Whether the results of the best epoch's parameters are shown, not those of now."""
        return self.best_switch.best and self._has_best

    def show_best(self, best: bool) -> None:
        if best != self.best_switch.best:
            self.best_switch.set_best(best)
            self._refresh.now()

    @property
    def covered(self) -> bool:
        """Whether the test figures are asked for, and lie under their cover."""
        return self.shown_part == "test" and not self._uncovered

    def choose_part(self, part: DataPartName) -> None:
        """Show another part of the data."""
        if part != self.shown_part:
            self.shown_part = part
            self.parts.set_key(part)
            self._ask_anew()

    def uncover(self) -> None:
        """Show the test figures, for this run."""
        self._uncovered = True
        self._ask_anew()

    def set_run(self, info: RunInfo) -> None:
        """A new run: nothing is known of it, and its test figures are covered."""
        self._uncovered, self.looks, self._seen = False, 0, None
        self.matrix.set_names(info.examples.class_names)
        super().set_run(info)

    def show_moment(self, moment: Moment) -> None:
        """Whether it is training; the figures come by themselves."""
        self._moment = moment

    def wanted(self) -> frozenset[Query]:
        """The figures of the part that is shown, now and in the best epoch; none of what is covered or empty."""
        if self._run is None or self.covered or self._is_empty:
            return frozenset()
        return frozenset(
            EvaluationOf(self.shown_part, best) for best in ((False, True) if self._has_best else (False,))
        )

    @property
    def _has_best(self) -> bool:
        return self._run is not None and len(self._run.examples.validation) > 0

    @property
    def _is_empty(self) -> bool:
        return self._run is not None and len(self._run.examples.part(self.shown_part)) == 0

    @property
    def evaluation(self) -> Evaluation | None:
        """What is shown; ``None`` while nothing is known, and where nothing may be."""
        return self._evaluation(self.shows_best)

    def _evaluation(self, best: bool) -> Evaluation | None:
        found = self._found.get(EvaluationOf(self.shown_part, best))
        return found.evaluation if isinstance(found, Evaluated) else None

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    def _bring_up_to_date(self) -> None:
        self._count_look()
        self._show_pages()
        for found in self._found.values():
            if isinstance(found, Evaluated):
                self.best_switch.set_epoch(found.best_epoch)
                self._place_choices()
        evaluation, run = self.evaluation, self._run
        self.headline.set_texts(*headlines(evaluation, self.shown_part, self.looks))
        if evaluation is None or run is None:
            return
        other = self._evaluation(not self.shows_best) if self._has_best else None
        part = part_name(list(PARTS).index(self.shown_part)) if self._look.presenting else ""
        self.figures.show_figures(figures_of(evaluation, other, self.shows_best, self._look.numbers, part))
        if evaluation.classes is not None:
            self.matrix.show_scores(evaluation.classes)
        elif evaluation.numbers is not None:
            index = subscript(1) if run.examples.y.shape[1] > 1 else ""
            name = f"y{index}" if index else target_in_words(run.experiment.data, MOST_LETTERS)
            names = (name, f"ŷ{index}")
            self.plots.show_evaluation(evaluation, 0, PARTS[self.shown_part], names)

    def _count_look(self) -> None:
        """Test figures that are not those of before are one more look."""
        now = self._evaluation(best=False)
        if self.shown_part != "test" or now is None:
            return
        before, self._seen = self._seen, now
        if before is None or not np.array_equal(before.predictions, now.predictions, equal_nan=True):
            self.looks += 1

    def _show_pages(self) -> None:
        """What there is to see: figures, the cover, or a sentence."""
        text, evaluation = self._message(), self.evaluation
        self.empty.setText(text)
        self.empty.setVisible(bool(text))
        self.cover.setVisible(not text and self.covered)
        self.figures.setVisible(evaluation is not None)
        self.matrix.setVisible(evaluation is not None and evaluation.classes is not None)
        self.plots.setVisible(evaluation is not None and evaluation.numbers is not None)
        self._show_choices()

    def _show_choices(self) -> None:
        """The audience has no choice: the figures say what they are of."""
        chooses = not self._look.presenting
        self.parts.setVisible(chooses and self._run is not None)
        self.best_switch.setVisible(chooses and self._has_best and not self.covered and not self._is_empty)

    def _message(self) -> str:
        if self._run is None:
            return self.tr(
                "The results appear here: how good the network is on each part of the data, and where it errs."
            )
        if self._is_empty:
            if self.shown_part == "validation":
                return self.tr("This data has no validation part: nothing is held out to judge the training by.")
            return self.tr("This data has no test part: nothing is kept back for the end.")
        if self.covered or self.evaluation is not None:
            return ""
        found = self._found.get(EvaluationOf(self.shown_part, self.shows_best))
        return in_words(found.reason) if isinstance(found, NoAnswer) else self.tr("The figures are being computed.")

    # ---- what the user does --------------------------------------------------------------------------------------

    def _on_best(self, best: bool) -> None:
        self._refresh.now()
        self.best_shown.emit(best)

    # ---- room ----------------------------------------------------------------------------------------------------

    def _fold(self) -> None:
        self._show_choices()
        px, narrow = self._look.px, self.width() < self._look.px(WIDTH_FOR_WORDS)
        words = (
            (self.tr("train"), self.tr("val."), self.tr("test"))
            if narrow
            else (self.tr("training"), self.tr("validation"), self.tr("test"))
        )
        for part, word in zip(PARTS, words, strict=True):
            self.parts.set_text(part, word)
        self.best_switch.set_short(narrow)
        self._place_choices()
        self._choices.setSpacing(px(2))
        self.body.setSpacing(px(6))

    def _place_choices(self) -> None:
        """One row of them where there is room for their words, else two."""
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        needed = self.parts.sizeHint().width() + self._look.px(CHOICES_GAP) + self.best_switch.sizeHint().width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._choices.setDirection(across if needed <= room else down)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(150))

    def showEvent(self, event: QShowEvent) -> None:
        self._refresh.now()
        super().showEvent(event)
