"""The row of buttons under a comparison; every one of them has a key."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.ui.actions.actions import Actions
from nnviz.ui.look.look import Look
from nnviz.ui.session.pace import FULL_SPEED, pace_choices
from nnviz.ui.sharing.button import ShareButton
from nnviz.ui.toolkit.controls import Button, Choice, Segmented


class Words(Enum):
    """How much the buttons say, the most first."""

    ALL = auto()
    NAMES = auto()
    NONE = auto()


class TwinBar(QWidget):
    """Train, step, begin again; how fast, and which side is large.

    Where there is little room its buttons leave out their keys, then their names: each has an icon and a tool tip.

    Signals:
        pace_changed(str): The user picked how fast training goes on, by the name of the pace.
        emphasis_picked(str): Which side is to be large: left, both or right.
    """

    pace_changed = Signal(str)
    emphasis_picked = Signal(str)

    def __init__(self, look: Look, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.train = Button(look, self.tr("Train  T"), icon="train", kind="primary")
        self.step = Button(look, self.tr("Iteration  →"), icon="iteration")
        self.epoch = Button(look, self.tr("Epoch  Ctrl+→"), icon="epoch")
        self.reset = Button(look, self.tr("Reset  R"), icon="reset")
        self.present = Button(look, self.tr("Present  F5"), icon="present")
        self.share = ShareButton(look, actions)
        self._share_name = self.share.text()
        self.share.setAccessibleName(self._share_name)
        self.pace = Choice(look, "", pace_choices(), FULL_SPEED)
        self.pace.set_spoken_name(self.tr("Training speed"))
        self.pace.setToolTip(self.tr("How fast training goes"))
        sides = [("left", self.tr("left large")), ("both", self.tr("equal size")), ("right", self.tr("right large"))]
        self.emphasis = Segmented(look, sides, "both", name=self.tr("Which side is large"))
        self.emphasis.setToolTip(self.tr("Which side is large (E or Ctrl+Tab)"))
        self.train.setToolTip(self.tr("Train both in step, or pause both (Space or T)"))
        self.epoch.setToolTip(self.tr("To the end of this epoch on both sides (Ctrl+→)"))
        self.reset.setToolTip(self.tr("Both start again from their first weights (R)"))
        self.present.setToolTip(self.tr("Full screen and large type (F5)"))
        self._said = {each: each.text() for each in (self.train, self.step, self.epoch, self.reset, self.present)}
        self._row = QHBoxLayout(self)
        for widget in (self.train, self.step, self.epoch, self.reset, self.pace):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.emphasis)
        self._row.addWidget(self.share)
        self._row.addWidget(self.present)
        self.pace.picked.connect(self.pace_changed)
        self.emphasis.picked.connect(self.emphasis_picked)
        look.changed.connect(self._restyle)
        self._restyle()
        self.show_ways(can_go_on=False, by_epochs=False)

    def show_training(self, training: bool) -> None:
        """Whether both train."""
        self.train.set_icon_name("pause" if training else "train")
        self._said[self.train] = self.tr("Pause  T") if training else self.tr("Train  T")
        self._share_out()

    def show_ways(self, can_go_on: bool, by_epochs: bool) -> None:
        """Whether there is a way on, and whether a step on both sides is an epoch."""
        self.train.setEnabled(can_go_on)
        self.epoch.setEnabled(can_go_on)
        self.step.setEnabled(can_go_on and not by_epochs)
        self.step.setToolTip(
            self.tr("An epoch has more iterations on one side than on the other: both go epoch by epoch")
            if by_epochs
            else self.tr("One iteration on both sides (→)")
        )

    def _restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._look.px(8))
        self._share_out()

    def _share_out(self) -> None:
        """Say as much on the buttons as there is room for."""
        for words in Words:
            for button, said in self._said.items():
                # A key stands after its name, with two spaces between.
                name = said.partition("  ")[0]
                button.set_text(said if words is Words.ALL else name if words is Words.NAMES else "")
                button.setAccessibleName(name)
            self.share.set_text("" if words is Words.NONE else self._share_name)
            if self._row.sizeHint().width() <= self.width():
                return

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()
