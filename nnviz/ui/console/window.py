"""The console: the lecturer's own window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from nnviz.ui.console.answer_block import AnswerBlock
from nnviz.ui.console.claim_rows import ClaimRows
from nnviz.ui.console.live_picture import LivePicture
from nnviz.ui.console.look import ConsoleLook
from nnviz.ui.console.next_block import NextBlock
from nnviz.ui.console.scene_rows import SceneRows
from nnviz.ui.console.time_block import TimeBlock
from nnviz.ui.console.timing import Timing
from nnviz.ui.look.look import Look
from nnviz.ui.stage.hands import Hands
from nnviz.ui.stage.scene_list import SceneList
from nnviz.ui.stage.script import Script
from nnviz.ui.toolkit.controls import Text
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.ui.toolkit.scrolling import scrolling

LEFT, RIGHT = 63, 37
"""How the columns share the width."""
SAID, LISTED = 3, 2
"""How notes and scenes share the height."""


class Console(QWidget):
    """Shows what it is told, and nothing of its own.

    Args:
        shared: The look of the stage.
        stage: The window that the audience sees.
        take: Gives a picture of it; ``None`` before there is one.

    Signals:
        scene_picked(str): The lecturer wants another scene, by its id.
        restarted(): The time is to count from here.
        closed(): It was closed by hand.
    """

    scene_picked = Signal(str)
    restarted = Signal()
    closed = Signal()

    def __init__(
        self, shared: Look, stage: QWidget, take: Callable[[], QImage | None], timing: Timing, hands: Hands
    ) -> None:
        super().__init__()
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("nnviz – console"))
        # Nothing in it has the keyboard by itself: a clicker's Enter is the next cue.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        self.look = ConsoleLook(shared, stage, self)
        look = self.look
        self.where = FittingLabel(look, "body", "text")
        self.mark = Text(look, role="strong", tone="warning")
        self.picture = LivePicture(look, take)
        self.keys = Text(look, role="small", tone="muted")
        self.keys.setWordWrap(True)
        self.claims = ClaimRows(look)
        self.next, self.time = NextBlock(look), TimeBlock(look, timing)
        self.line = QFrame()
        self.line.setFrameShape(QFrame.Shape.HLine)
        self.answer = AnswerBlock(look, hands)
        self.notes = Text(look, role="title_plain")
        self.notes.setWordWrap(True)
        self.scenes = SceneRows(look)
        self.list = SceneList(look, self)
        for scenes in (self.scenes, self.list):
            scenes.scene_picked.connect(self.scene_picked)
        self.time.restarted.connect(self.restarted)
        self._lay_out()
        look.changed.connect(self._restyle)
        self._restyle()

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.where, 1)
        self._head.addWidget(self.mark)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._left.addLayout(self._head)
        self._left.addWidget(self.picture)
        self._left.addWidget(scrolling(_stack(self.keys, self.claims)), 1)
        for widget in (self.next, self.time, self.line):
            self._right.addWidget(widget)
        # Where type is large or notes are long they scroll, and the rest stays in sight.
        self._right.addWidget(scrolling(_stack(self.answer, self.notes)), SAID)
        self._right.addWidget(self.scenes, LISTED)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._left, LEFT)
        self._row.addLayout(self._right, RIGHT)

    # ---- what it shows -------------------------------------------------------------------------------------------

    def show_title(self, title: str) -> None:
        """Without a lecture: what is on screen."""
        self.where.set_texts(self.tr("On screen · {0}").format(title), title)
        self.next.show_step()
        self.time.show_spot(None, None)
        for widget in (self.answer, self.notes, self.scenes, self.claims):
            widget.hide()

    def show_spot(self, script: Script, language: str) -> None:
        """Where one is in a lecture."""
        spot, scene = script.here, script.here.scene
        number = scene.slide if scene.slide is not None else spot.number
        title = f"{number}  {scene.title.text(language)}"
        place = self.tr("cue {0} of {1}").format(spot.cue, len(scene.cues))
        if spot.ask is not None:
            place = self.tr("question before cue {0}").format(spot.cue + 1)
        self.where.set_texts(self.tr("On screen · {0} · {1}").format(title, place), f"{title} · {place}", title)
        self.next.show_spot(spot, script.coming, language)
        self.time.show_spot(script.lecture, spot)
        if spot.ask is None and self.answer.hasFocus():
            self.setFocus()
        self.answer.show_ask(spot.ask, language)
        cue = scene.cues[max(spot.cue, 1) - 1]
        notes = cue.notes.text(language) if spot.ask is None else ""
        self.notes.setText(notes)
        self.notes.setVisible(bool(notes))
        self.scenes.show()
        self.scenes.show_scene(script.lecture, scene.id, language)

    def show_marks(self, black: bool, frozen: bool, departed: bool) -> None:
        """Whether the audience sees something else than what is on the stage, and that something else than the cue."""
        marks = (
            [self.tr("Black (.)")] * black + [self.tr("Frozen (Z)")] * frozen + [self.tr("Off the script")] * departed
        )
        self.mark.setText("■ " + " · ".join(marks) if marks else "")
        self.mark.setVisible(bool(marks))

    def show_keys(self, text: str) -> None:
        """Where the stage is, and what keys there are."""
        self.keys.setText(text)

    def _restyle(self) -> None:
        px = self.look.px
        self._row.setContentsMargins(px(20), px(16), px(20), px(16))
        self._row.setSpacing(px(22))
        for column in (self._left, self._right):
            column.setSpacing(px(10))
        self.line.setFixedHeight(px(1))
        self.line.setStyleSheet(f"background: {self.look.theme.card_border}; border: none;")

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


def _stack(*widgets: QWidget) -> QWidget:
    """Widgets under each other, at the top."""
    stack = QWidget()
    stack.setProperty("surface", "plain")
    column = QVBoxLayout(stack)
    column.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return stack
