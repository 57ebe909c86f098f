"""The panel of the tour: which scene it is, what is said, what is asked, and the way on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.lecture.errors import LectureError
from nnviz.ui.look.look import Look
from nnviz.ui.stage.dots import Dots
from nnviz.ui.stage.script import Script
from nnviz.ui.toolkit.controls import Button, Card, Text
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.ui.toolkit.scrolling import scrolling
from nnviz.ui.tour.asked import Asked
from nnviz.ui.tour.scenes import TourScenes

WIDTH = 330
SAID, LISTED = 3, 2
"""How what is said and the list of scenes share the height."""


class TourPanel(Card):
    """Says and asks what the lecture does, beside a window in which everything can be tried.

    Signals:
        next_wanted(): The next cue or question.
        back_wanted(): The one before.
        return_wanted(): Back to what the cue had brought.
        end_wanted(): No tour any more.
        scene_picked(str): Another scene, by its id.
        fault_picked(str): What is wrong with a scene that cannot be shown.
    """

    next_wanted = Signal()
    back_wanted = Signal()
    return_wanted = Signal()
    end_wanted = Signal()
    scene_picked = Signal(str)
    fault_picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.lecture = FittingLabel(look, "small")
        self.close_button = Button(look, icon="close", kind="segment")
        self.close_button.setToolTip(self.tr("End the tour"))
        self.close_button.setAccessibleName(self.tr("End the tour"))
        self.number = Text(look, role="mono_large", tone="muted")
        self.scene = Text(look, role="title")
        self.dots = Dots(look)
        self.sentence, self.softer = Text(look, role="strong"), Text(look, tone="muted")
        self.asked = Asked(look)
        self.back = Button(look, icon="step-back")
        self.back.setToolTip(self.tr("The cue before (Page Up)"))
        self.back.setAccessibleName(self.tr("Back"))
        self.next = Button(look, self.tr("Next"), icon="step-forward", kind="primary")
        self.next.setToolTip(self.tr("The next cue (Page Down)"))
        self.departed = Text(look, self.tr("You have left the script."), role="small", tone="warning")
        self.return_button = Button(look, self.tr("Return  ⌫"), kind="quiet")
        self.return_button.setToolTip(self.tr("Back to what the cue had brought (Backspace)"))
        self.scenes = TourScenes(look)
        self._lay_out()
        for button, signal in (
            (self.close_button, self.end_wanted),
            (self.back, self.back_wanted),
            (self.next, self.next_wanted),
            (self.return_button, self.return_wanted),
        ):
            button.clicked.connect(signal)
        self.scenes.scene_picked.connect(self.scene_picked)
        self.scenes.fault_picked.connect(self.fault_picked)
        look.changed.connect(self._restyle_tour)
        self._restyle_tour()
        self.show_departed(False)

    def show_spot(self, script: Script, language: str, problems: Sequence[LectureError]) -> None:
        """Show where one is in a lecture."""
        spot = script.here
        number = spot.scene.slide if spot.scene.slide is not None else spot.number
        cue = spot.scene.cues[max(spot.cue, 1) - 1] if spot.ask is None else None
        softer, answered = (cue.more.text(language) if cue is not None else ""), script.answered()
        if not softer and answered is not None:
            softer = answered.why.text(language)
        self.lecture.set_texts(script.lecture.title.text(language))
        self.number.setText(str(number))
        self.scene.setText(spot.scene.title.text(language))
        self.dots.show_count(*script.dots)
        self.sentence.setText(cue.say.text(language) if cue is not None else "")
        self.softer.setText(softer)
        self.sentence.setVisible(cue is not None)
        self.softer.setVisible(bool(softer))
        self.asked.show_ask(spot.ask, language)
        self.back.setEnabled(not script.at_start)
        self.next.setEnabled(not script.at_end)
        self.scenes.show_lecture(script.lecture, problems, language, spot.scene.id)

    def show_departed(self, departed: bool) -> None:
        """Whether somebody has left the script: then there is a way back."""
        self.departed.setVisible(departed)
        self.return_button.setVisible(departed)

    def _lay_out(self) -> None:
        self.header.addWidget(self.lecture, 1)
        self.header.addWidget(self.close_button)
        heading = QHBoxLayout()
        heading.addWidget(self.number)
        heading.addWidget(self.scene, 1)
        self._said = QVBoxLayout()
        for text in (self.scene, self.sentence, self.softer):
            text.setWordWrap(True)
        content = QWidget()
        content.setProperty("surface", "plain")
        content.setLayout(self._said)
        self._said.addLayout(heading)
        self._said.addWidget(self.dots)
        self._said.addWidget(self.sentence)
        self._said.addWidget(self.softer)
        self._said.addWidget(self.asked)
        self._said.addStretch(1)
        self._departure = QHBoxLayout()
        self._departure.addWidget(self.departed, 1)
        self._departure.addWidget(self.return_button)
        self._way = QHBoxLayout()
        self._way.addWidget(self.back)
        self._way.addWidget(self.next, 1)
        self.body.addWidget(scrolling(content), SAID)
        self.body.addLayout(self._departure)
        self.body.addLayout(self._way)
        self.body.addWidget(self.scenes, LISTED)

    def _restyle_tour(self) -> None:
        px = self._look.px
        self._said.setContentsMargins(0, 0, px(4), 0)
        self._said.setSpacing(px(10))
        self._way.setSpacing(px(8))
        self.setFixedWidth(px(WIDTH))
