"""What there is on the stage, and where it stands."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStatusBar

from nnviz.lecture.values import Kind
from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.formula.typeset import Typesetter
from nnviz.ui.look.look import Look
from nnviz.ui.stage.foot import StageFoot
from nnviz.ui.stage.hands import Hands
from nnviz.ui.stage.head import StageHead
from nnviz.ui.stage.page import TextPage
from nnviz.ui.stage.question import Question
from nnviz.ui.stage.sheet import StagedSheet
from nnviz.ui.stage.twin import StagedTwin

PICTURE, QUESTION, QUESTION_BY_TWO = 55, 45, 35
"""How they share the width; beside two pictures a question has less of it."""


class StageParts:
    """The line over the network, what is said under it, and what a lecture puts beside it or in its place.

    Attributes:
        diagram: The network.
        hands: Those that are counted for the answers of a question.
        base: Holds what is said under the network, as wide as the window.
        middle: The network, the twin that may stand in its place, and the question beside them.
    """

    def __init__(self, look: Look, diagram: DiagramView, typesetter: Typesetter) -> None:
        self._look, self.diagram = look, diagram
        self.hands = Hands()
        self.head, self.foot, self.question = StageHead(look), StageFoot(look, typesetter), Question(look, self.hands)
        self.base = QStatusBar()
        self.base.setSizeGripEnabled(False)
        self.base.addWidget(self.foot, 1)
        self._twin: StagedTwin | None = None
        self._sheet: StagedSheet | None = None
        self.middle = QHBoxLayout()
        self.middle.addWidget(diagram, PICTURE)
        self.page = TextPage(look)
        self.middle.addWidget(self.page, PICTURE)
        self.middle.addWidget(self.question, QUESTION)
        for widget in (self.head, self.base, self.question, self.page):
            widget.hide()

    @property
    def twin(self) -> StagedTwin:
        """Two networks, hidden until they are wanted; they are made when first asked for."""
        if self._twin is None:
            self._twin = StagedTwin(self._look)
            self._twin.hide()
            self.middle.insertWidget(1, self._twin, PICTURE)
        return self._twin

    @property
    def sheet(self) -> StagedSheet:
        """Many networks, hidden until they are wanted; it is made when first asked for."""
        if self._sheet is None:
            self._sheet = StagedSheet(self._look)
            self._sheet.hide()
            self.middle.insertWidget(1, self._sheet, PICTURE)
        return self._sheet

    def show_question(self, asks: bool) -> None:
        """Show the question, which then has the keyboard, or put it away."""
        if not asks and self.question.hasFocus():
            self.question.window().setFocus()
        self.question.setVisible(asks)
        if asks:
            self.question.setFocus()

    def show_kind(self, kind: Kind) -> None:
        """Show what stands in the network's place, or the network."""
        if kind == "twin" or self._twin is not None:
            self.twin.setVisible(kind == "twin")
        if kind == "seeds" or self._sheet is not None:
            self.sheet.setVisible(kind == "seeds")
        if kind != "network" and self.diagram.window().focusWidget() is self.diagram:
            # Or Qt gives the keyboard to what comes next, a plot, which then has a ring for all to see.
            self.diagram.window().setFocus()
        self.page.setVisible(kind == "text")
        self.diagram.setVisible(kind == "network")
        self.middle.setStretchFactor(self.question, QUESTION_BY_TWO if kind == "twin" else QUESTION)
        self.foot.set_quiet(kind != "network")
