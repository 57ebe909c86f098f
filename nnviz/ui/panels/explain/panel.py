"""Why a number is what it is: the pages of explanations, one of them open at a time."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from nnviz.ui.diagram.highlight import NOTHING_LIT
from nnviz.ui.look.look import Look
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.controls import Card, Segmented
from nnviz.ui.toolkit.controls.menu_button import MenuButton
from nnviz.worker.messages import RunInfo
from nnviz.worker.questions import Question

OF_WEIGHTS, OF_UNITS = ("chain", "nudge", "update"), ("blame", "curve")
"""The pages that are about a weight, and those about a unit; the others are about either."""


class ExplainPanel(Card):
    """The explanations of what is picked. Picking a unit where a weight was explained opens a page about units.

    A page is made when it is first opened, and hears of nothing while it is not seen.

    Signals:
        asked(Question): A page wants to know something of a record.
        selection_changed(Selection): The user picked something in a page.
        lit_changed(Lit): What is to stand out in the diagram.
        silence_requested(int, int, bool): Knock a unit (layer, unit) out, or bring it back.
        freeze_requested(Selection, bool): Freeze a weight or bias, or let it train again.
        nudge_begun(), nudged(Selection, float), nudge_ended(bool): A weight is dragged; whether to keep its value.
    """

    asked = Signal(object)
    selection_changed = Signal(object)
    lit_changed = Signal(object)
    silence_requested = Signal(int, int, bool)
    freeze_requested = Signal(object, bool)
    nudge_begun = Signal()
    nudged = Signal(object, float)
    nudge_ended = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setAccessibleName(self.tr("Explanations"))
        self._run: RunInfo | None = None
        self._moment: Moment | None = None
        self._pages: dict[str, QWidget] = {}
        self._key = "chain"
        self._last = {"weight": "chain", "unit": "blame"}
        self._picked: Selection | None = None
        self.tabs = Segmented(look, list(self._names().items()), name=self.tr("Explanation"))
        self.menu = MenuButton(look, self.tr("Which explanation is shown"))
        self.menu.set_choices(list(enumerate(self._names().values())))
        self.menu.show_choice(0, self._names()[self._key])
        self._stack = QStackedWidget()
        # The tabs are exchanged for a list where they have no room; they must not hold the panel open.
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.header.insertWidget(0, self.tabs)
        self.header.insertWidget(1, self.menu)
        self.header.addStretch(1)
        self.body.addWidget(self._stack, 1)
        self.tabs.picked.connect(self.open)
        self.menu.picked.connect(lambda place: self.open(list(self._names())[place]))
        look.changed.connect(self._fit_tabs)
        self._fit_tabs()

    def _names(self) -> dict[str, str]:
        return {
            "chain": self.tr("Chain rule"),
            "nudge": self.tr("Nudge"),
            "update": self.tr("Update"),
            "blame": self.tr("Blame"),
            "curve": self.tr("Curve"),
            "matrix": self.tr("Matrix"),
        }

    # ---- what it is told -----------------------------------------------------------------------------------------

    def set_run(self, info: RunInfo) -> None:
        """A new run: nothing of it is known yet."""
        self._run, self._moment = info, None
        for page in self._pages.values():
            page.set_run(info)  # type: ignore[attr-defined]

    def show_moment(self, moment: Moment) -> None:
        """Explain this moment."""
        self._moment = moment
        if moment.selection != self._picked:
            self._picked = moment.selection
            self._follow(moment.selection)
        if self.isVisible():
            self.page.show_moment(moment)  # type: ignore[attr-defined]

    def show_answer(self, question: Question, answer: object) -> None:
        """Hand an answer to the page that asked."""
        if self._key in self._pages and hasattr(self.page, "show_answer"):
            self.page.show_answer(question, answer)

    def open(self, key: str) -> None:
        """Open a page."""
        self._key = key
        for kind, keys in (("weight", OF_WEIGHTS), ("unit", OF_UNITS)):
            if key in keys:
                self._last[kind] = key
        self.tabs.set_key(key)
        self.menu.show_choice(list(self._names()).index(key), self._names()[key])
        self.lit_changed.emit(NOTHING_LIT)
        if self.isVisible():
            self._bring_page()

    @property
    def key(self) -> str:
        """The name of the page that is open."""
        return self._key

    @property
    def page(self) -> QWidget:
        """The page that is open."""
        if self._key not in self._pages:
            self._pages[self._key] = self._made(self._key)
            self._stack.addWidget(self._pages[self._key])
        return self._pages[self._key]

    # ---- pages ---------------------------------------------------------------------------------------------------

    def _follow(self, selection: Selection | None) -> None:
        """Open a page that has something to say about what is picked."""
        if selection is None or selection.layer == 0:
            return
        kind, pages = ("unit", OF_UNITS) if selection.source is None and not selection.bias else ("weight", OF_WEIGHTS)
        if self._key not in pages and self._key != "matrix":
            self.open(self._last[kind])

    def _bring_page(self) -> None:
        page = self.page
        self._stack.setCurrentWidget(page)
        if self._moment is not None:
            page.show_moment(self._moment)  # type: ignore[attr-defined]

    def _made(self, key: str) -> QWidget:
        # Five of the six are not needed for the first picture: they are read when they are opened.
        look = self._look
        page: QWidget
        match key:
            case "chain":
                from nnviz.ui.panels.explain.chain_rule_page import ChainRulePage

                page = chain = ChainRulePage(look)
                chain.asked.connect(self.asked)
                chain.lit_changed.connect(self.lit_changed)
            case "nudge":
                from nnviz.ui.panels.explain.nudge_page import NudgePage

                page = nudge = NudgePage(look)
                nudge.asked.connect(self.asked)
                nudge.nudge_begun.connect(self.nudge_begun)
                nudge.nudged.connect(self.nudged)
                nudge.nudge_ended.connect(self.nudge_ended)
            case "update":
                from nnviz.ui.panels.explain.update_page import UpdatePage

                page = update = UpdatePage(look)
                update.freeze_requested.connect(self.freeze_requested)
            case "blame":
                from nnviz.ui.panels.explain.blame_page import BlamePage

                page = blame = BlamePage(look)
                blame.asked.connect(self.asked)
                blame.lit_changed.connect(self.lit_changed)
                blame.silence_requested.connect(self.silence_requested)
            case "curve":
                from nnviz.ui.panels.explain.curve_page import CurvePage

                page = CurvePage(look)
            case _:
                from nnviz.ui.panels.explain.matrix_page import MatrixPage

                page = MatrixPage(look)
        if hasattr(page, "selection_changed"):
            page.selection_changed.connect(self.selection_changed)
        if self._run is not None:
            page.set_run(self._run)
        return page

    # ---- room ----------------------------------------------------------------------------------------------------

    def _fit_tabs(self) -> None:
        """All tabs where they fit, else one that drops down."""
        fits = self.tabs.sizeHint().width() <= self.contentsRect().width() - self._look.px(32)
        self.tabs.setVisible(fits)
        self.menu.setVisible(not fits)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_tabs()
        self._bring_page()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tabs()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(220), self._look.px(160))
