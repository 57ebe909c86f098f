"""A window of its own in which two experiments, alike but for one thing, train side by side and in step."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from nnviz.engine.experiment import Experiment
from nnviz.ui.actions.actions import Actions
from nnviz.ui.actions.spec import ActionGroup
from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_title
from nnviz.ui.names.functions import shown_title
from nnviz.ui.session.difference_words import count_text, side_names, side_texts
from nnviz.ui.session.differences import Difference, differences
from nnviz.ui.sharing.actions import offered, share_actions
from nnviz.ui.sharing.forms import forms_of
from nnviz.ui.sharing.sharing import Sharing
from nnviz.ui.toolkit.controls import Text
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.ui.toolkit.over_active import open_over_active
from nnviz.ui.toolkit.painted_apart import PaintedApart
from nnviz.ui.toolkit.soon import soon
from nnviz.ui.windows.compare.bar import TwinBar
from nnviz.ui.windows.compare.curves import CurvesCard
from nnviz.ui.windows.compare.lockstep import Lockstep
from nnviz.ui.windows.compare.offers import usual_right
from nnviz.ui.windows.compare.picker import DifferencePicker
from nnviz.ui.windows.compare.side import TwinSide, share_scales
from nnviz.ui.windows.compare.taken import OfTwin
from nnviz.ui.windows.own_look import OwnLook

GAP, PRESENTING_GAP = 12, 8
SIZE = QSize(1280, 800)
"""At scale 1, where it is not as large as the screen."""
RESIZED_MILLISECONDS = 120
SHARE_ACTIONS: ActionGroup[TwinWindow] = share_actions(forms_of("cue", "scene"))
EMPHASES = ("both", "left", "right")
LARGE, SMALL = 17, 8
"""How the sides share the width while one of them is emphasised."""
UPPER, LOWER = 13, 10
"""How networks and data share the height; with an emphasis, and when presenting, equal size."""
HEIGHT_FOR_PICKER = 560
"""Under this height (at scale 1) the picker gives its room to what is presented."""
CURVES_SHARE = 12
"""Beside the data of each side, which has 10."""


class TwinWindow(QMainWindow):
    """Two runs in step: their networks above, their data below, and between those the curves of both.

    Signals:
        closed(): The window has been closed, and both threads have ended.
    """

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._look = OwnLook(look, self)
        self.lockstep = Lockstep(self)
        self.emphasis = "both"
        self.found: tuple[Difference, ...] = ()
        self._pair: tuple[Experiment, Experiment] | None = None
        self._unseen: deque[Callable[[], None]] = deque()
        # Resizing asks for maps of another size once, when it is over.
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(RESIZED_MILLISECONDS)
        self._resized.timeout.connect(self._want)
        self._actions = Actions(self._look, (SHARE_ACTIONS,), self, self)
        self._actions.attach(self)
        source = OfTwin(self._look, lambda: self._pair, self.lockstep, self)
        self.sharing: Sharing = Sharing(self._look, source, lambda: offered(self._actions), self)
        self._build()
        self._connect()
        self._look.changed.connect(self._restyle)
        self._restyle()

    # ---- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        self.setWindowTitle(self.tr("Twin run – nnviz"))
        left, right = self.lockstep.halves
        self.sides = (
            TwinSide(look, left, self.tr("Left"), dashed=False, parent=self),
            TwinSide(look, right, self.tr("Right"), dashed=True, parent=self),
        )
        self.picker = DifferencePicker(look)
        self.count = FittingLabel(look, "small", align=Qt.AlignmentFlag.AlignRight)
        self.curves = CurvesCard(look, self.lockstep.halves)
        self.bar = TwinBar(look, self._actions)
        self.title = Text(look, self.tr("Twin run"), role="title", tone="accent")
        self._top = QWidget()
        self._header, self._upper, self._lower = QHBoxLayout(self._top), QHBoxLayout(), QHBoxLayout()
        self._header.addWidget(self.title)
        self._header.addWidget(self.picker)
        self._header.addWidget(self.count, 1)
        for side in self.sides:
            self._upper.addWidget(side.top)
        for widget in (self.sides[0].bottom, self.curves, self.sides[1].bottom):
            self._lower.addWidget(widget)
        centre = QWidget()
        centre.setProperty("surface", "window")
        self._column = QVBoxLayout(centre)
        self.sharing.offer_drag(self._top)
        self._column.addWidget(self._top)
        self._column.addLayout(self._upper)
        self._column.addLayout(self._lower)
        self._column.addWidget(self.bar)
        self.sharing.shelf.keep_off(self.bar)
        self.setCentralWidget(centre)
        # The keys are the window's; a list that has the keyboard would look as if it wanted something.
        centre.setAccessibleName(self.title.text())
        centre.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        centre.setFocus()

    def _connect(self) -> None:
        lockstep, bar = self.lockstep, self.bar
        lockstep.runs_changed.connect(self._show_runs)
        lockstep.moved.connect(self._show_now)
        lockstep.training_changed.connect(bar.show_training)
        self.picker.picked.connect(self._take_right)
        for side in self.sides:
            side.data.example_picked.connect(self._follow)
            side.data.pin_toggled.connect(lambda pinned, side=side: self._follow(side.data.shown if pinned else None))
        bar.train.clicked.connect(lockstep.toggle_training)
        bar.step.clicked.connect(lockstep.step)
        bar.epoch.clicked.connect(lockstep.step_epoch)
        bar.reset.clicked.connect(lockstep.reset)
        bar.present.clicked.connect(self.toggle_presenting)
        bar.pace_changed.connect(lockstep.set_pace)
        bar.emphasis_picked.connect(self.emphasise)
        for keys, slot, repeats in (
            (("Space", "T"), lockstep.toggle_training, False),
            (("Right",), lockstep.step, True),
            (("Ctrl+Right",), lockstep.step_epoch, True),
            (("R",), lockstep.reset, False),
            (("E", "Ctrl+Tab"), self.swap_emphasis, False),
            (("F5",), self.toggle_presenting, False),
            (("Esc",), self.leave, False),
        ):
            self._key(keys, slot, repeats)

    def _key(self, keys: tuple[str, ...], slot: Callable[[], object], repeats: bool) -> None:
        action = QAction(self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setAutoRepeat(repeats)
        action.triggered.connect(lambda: slot())
        self.addAction(action)

    # ---- what is compared ----------------------------------------------------------------------------------------

    def open(self, left: Experiment, right: Experiment) -> None:
        """Compare two experiments, both from their first weights."""
        self._pair = left, right
        self.found = differences(left, right)
        self.setWindowTitle(plain_title(self.tr("Twin run: {} – nnviz").format(shown_title(left.title))))
        self.picker.show_pair(left, right)
        self.lockstep.load(left, right)

    def _take_right(self, right: Experiment) -> None:
        if self._pair is not None:
            self.open(self._pair[0], right)

    def _follow(self, example: int | None) -> None:
        self.lockstep.follow(example)

    # ---- what both runs say --------------------------------------------------------------------------------------

    def _show_runs(self) -> None:
        for side in self.sides:
            side.set_run()
        self._name_sides()
        self._want()

    def _name_sides(self) -> None:
        if self._pair is None:
            return
        style = self._look.numbers
        for place, (side, experiment) in enumerate(zip(self.sides, self._pair, strict=True)):
            side.show_special(side_texts(self.found, place, experiment, style))
        self.curves.set_names(side_names(self.found, self._pair, style))
        self.count.set_texts(count_text(self.found), self._short_count())

    def _short_count(self) -> str:
        if len(self.found) == 1:
            return self.tr("one difference")
        return self.tr("{} differences").format(len(self.found))

    def _show_now(self) -> None:
        """Show where both are: while training one after the other, so that no single frame has to wait for all."""
        self._unseen = deque((lambda: self._show_side(0), lambda: self._show_side(1), self._show_curves))
        shown = len(self._unseen)
        if self.lockstep.training and all(half.works for half in self.lockstep.halves):
            shown = 1
        for _ in range(shown):
            self._unseen.popleft()()

    def _show_side(self, place: int) -> None:
        lockstep, other = self.lockstep, self.lockstep.halves[1 - place]
        self.sides[place].show_now(lockstep.training, lockstep.example, other.works and not other.ended)

    def _show_curves(self) -> None:
        share_scales([side.data for side in self.sides])
        self.curves.show_now(self.lockstep.training, self.lockstep.pair.can_go_on)
        self.bar.show_ways(self.lockstep.pair.can_go_on, self.lockstep.pair.by_epochs)

    # ---- looking -------------------------------------------------------------------------------------------------

    def swap_emphasis(self) -> None:
        """The left one large, then the right one, then equal size."""
        self.emphasise(EMPHASES[(EMPHASES.index(self.emphasis) + 1) % len(EMPHASES)])

    def emphasise(self, emphasis: str) -> None:
        """Make a side large: ``left``, ``right``, or ``both`` alike."""
        self.emphasis = emphasis
        self.bar.emphasis.set_key(emphasis)
        self._arrange()
        self._resized.start()

    def present(self, presenting: bool) -> None:
        """Full screen and large type, the buttons out of the way; or back to how it was."""
        self._look.present_window(presenting)

    def toggle_presenting(self) -> None:
        """Present, or stop presenting."""
        self.present(not self._look.presents)

    def leave(self) -> None:
        """Both sides alike again; if they are, stop presenting; if only the main window presents, or none, close."""
        if self.emphasis != "both":
            self.emphasise("both")
        elif self._look.presents_alone:
            self.present(False)
        else:
            self.close()

    def _arrange(self) -> None:
        """Give each side its share of the window."""
        left, right = {"both": (1, 1), "left": (LARGE, SMALL), "right": (SMALL, LARGE)}[self.emphasis]
        self._upper.setStretch(0, left)
        self._upper.setStretch(1, right)
        alike = self.emphasis == "both"
        for place, share in enumerate((10 * left, CURVES_SHARE * (1 if alike else SMALL), 10 * right)):
            self._lower.setStretch(place, share)
        self._column.setStretch(1, UPPER)
        self._column.setStretch(2, LOWER if alike and not self._look.presenting else UPPER)
        self._top.setVisible(not self._look.presenting or self.height() >= self._look.px(HEIGHT_FOR_PICKER))

    def _want(self) -> None:
        """Ask both models for maps of the size that is on screen."""
        self.lockstep.want((self.sides[0].map_points, self.sides[1].map_points))

    def _restyle(self) -> None:
        px, presenting = self._look.px, self._look.presenting
        gap = px(PRESENTING_GAP if presenting else GAP)
        self._column.setContentsMargins(gap, px(8), gap, gap)
        self._column.setSpacing(gap)
        self._header.setContentsMargins(0, 0, 0, 0)
        self._header.setSpacing(px(16))
        for row in (self._upper, self._lower):
            row.setSpacing(gap)
        self.title.setVisible(not presenting)
        self.bar.setVisible(not presenting)
        self._name_sides()
        self._arrange()
        self._resized.start()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.UpdateRequest:
            return super().event(event)
        done = super().event(event)
        if self._unseen:
            self._unseen.popleft()()
        if not self._unseen:
            self.lockstep.frame_painted()
        return done

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._resized.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._resized.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._resized.stop()
        self.sharing.close()
        self.lockstep.close()
        super().closeEvent(event)
        self.closed.emit()


def open_twin(look: Look, experiment: Experiment) -> TwinWindow:
    """Open a window that compares an experiment with the same one but for one thing, which the user can pick there.

    It is seen in the next turn of the loop: to make it is enough for one.
    """
    window = TwinWindow(look)
    PaintedApart(window)
    window.open(experiment, usual_right(experiment))

    def show() -> None:
        open_over_active(window, SIZE * look.factor)
        window.showMaximized()
        window.present(look.presenting)

    soon(window, show)
    return window
