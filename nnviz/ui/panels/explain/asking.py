"""What the pages share whose explanation the model works out: they ask about a weight, and wait for the answer."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import whole
from nnviz.ui.names.translation import translate
from nnviz.ui.names.units import NO_NAMES, UnitNames
from nnviz.ui.panels.explain.page import SELDOM, Page, parameter_of
from nnviz.ui.panels.panel import PanelHost
from nnviz.ui.session.moment import Moment
from nnviz.ui.toolkit.controls import Text
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.ui.toolkit.refresh import Refresh
from nnviz.worker.messages import RunInfo
from nnviz.worker.questions import Question, WhatIfNudged, WhyGradient

About = WhyGradient | WhatIfNudged


class AskingPage(Page):
    """A title, a place, and a subclass's parts under them, or a sentence where nothing is selected.

    It asks when there is a question that was not asked yet: only while it is visible, seldom while training. Until an
    answer has come it shows the one before. An ``ExplanationPage`` never waits: a moment has all that it shows.

    Signals:
        asked(Question): What wants an answer.

    Attributes:
        kind: What it asks about the selected weight or bias.
    """

    asked = Signal(object)
    kind: ClassVar[type[WhyGradient] | type[WhatIfNudged]]

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._moment: Moment | None = None
        self._latest: Question | None = None
        self._names = NO_NAMES
        self.title = FittingLabel(look, "strong", "text")
        self.place = FittingLabel(look, "small", tight=True)
        self.empty = Text(look, role="body", tone="muted")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._header = QHBoxLayout()
        self._header.addWidget(self.title, 1)
        self._header.addWidget(self.place)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.addLayout(self._header)
        self._refresh = Refresh(self, self._ask_if_new, interval=SELDOM)

    def connect_to(self, host: PanelHost) -> None:
        self.asked.connect(host.ask)

    # ---- what it is told -----------------------------------------------------------------------------------------

    def set_run(self, info: RunInfo) -> None:
        """A new run: nothing is known of it yet, and no answer is waited for any more."""
        self._moment = self._latest = None
        self._names = UnitNames.of_examples(info.examples)
        self._ask_soon()

    def show_moment(self, moment: Moment) -> None:
        """Ask about what is selected, where that is not known yet."""
        self._moment = moment
        self._ask_soon(moment.training)

    # ---- what a subclass says ------------------------------------------------------------------------------------

    def _show_empty(self) -> None:
        """Say what will appear here, and how to get it."""
        raise NotImplementedError

    def _show_place(self) -> None:
        """Say whose numbers are on the page, and of which iteration."""
        raise NotImplementedError

    def _ask(self, question: About) -> None:
        """Send a question off."""
        self.asked.emit(question)

    # ---- what subclasses use -------------------------------------------------------------------------------------

    def _ask_soon(self, training: bool = False) -> None:
        """Something may have changed: ask at once, or soon while the model trains."""
        self._refresh.request()
        if not training:
            self._refresh.flush()

    def _is_latest(self, question: Question) -> bool:
        """Whether it is the question that was asked last."""
        return question is self._latest

    def _say_place(self, moment: Moment, wide: bool) -> None:
        """The iteration, and whose numbers are meant, unless they pass by now; in full only where there is room."""
        texts = [place_text(moment, long) for long in ((True, False) if wide else (False,))]
        self.place.set_texts(*([""] if self._moment is not None and self._moment.is_passing else texts))

    def _space_out(self) -> None:
        self._page.setSpacing(self._look.px(8))
        self._header.setSpacing(self._look.px(10))

    def _question(self) -> About | None:
        """What the page wants to know right now; ``None`` for nothing."""
        moment = self._moment
        parameter = parameter_of(moment.selection) if moment is not None else None
        if moment is None or parameter is None:
            return None
        record, row = moment.explained
        return self.kind(record, *parameter, row)

    def _ask_if_new(self) -> None:
        question = self._question()
        if question is None:
            self._latest = None
            self._show_empty()
        elif self._latest is None or vars(question) != vars(self._latest):
            self._latest = question
            self._ask(question)
        else:
            # Of the same numbers it may be told now whose they are: they pass no more.
            self._show_place()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh.flush()


def place_text(moment: Moment, long: bool = True) -> str:
    """The iteration, and whose numbers are meant: an example by its number in the data set; counts are from 1."""
    when = (translate("Explain", "iteration {}") if long else translate("Explain", "it {}")).format(
        whole(moment.record.iteration + 1)
    )
    if moment.shown_example is None:
        count = whole(len(moment.record.examples))
        whose = (translate("Explain", "mean of {} examples") if long else translate("Explain", "mean of {}")).format(
            count
        )
    else:
        whose = (translate("Explain", "example {}") if long else translate("Explain", "ex {}")).format(
            whole(moment.shown_example + 1)
        )
    return f"{when} · {whose}"
