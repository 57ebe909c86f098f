"""The place in time: the strip of phases, the batch's examples, the run as a whole, and the buttons to move with."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLayout, QSizePolicy, QWidget

from nnviz.engine.training.record.steps import Grain
from nnviz.ui.actions.actions import Actions
from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.look.tight import tight
from nnviz.ui.session.moment import Moment
from nnviz.ui.session.pace import SPEEDS, USUAL_PACE, pace_choices
from nnviz.ui.session.way_on import WayOn, way_on
from nnviz.ui.toolkit.controls import Card, Choice
from nnviz.ui.transport.example_row import ExampleRow
from nnviz.ui.transport.first_fitting import FirstFitting
from nnviz.ui.transport.phase_strip import PhaseStrip
from nnviz.ui.transport.readout import Readout, Words
from nnviz.ui.transport.scrubber import Scrubber
from nnviz.ui.transport.step_button import SQUARE, Face, Shows, StepButton
from nnviz.worker.messages import RunInfo, Snapshot

HIGH_WINDOW = 1000
"""A window lower than this, in pixels at scale 1, has a low strip of the whole run, without its epochs."""

_NARROW_LIST = "QComboBox::drop-down {{ width: {arrow}px; }}"


class Density(IntEnum):
    """How much there is on the row of buttons, from all to the least."""

    FULL = 0
    SHORT = 1
    """Shorter words for the paces and the readout, fewer icons."""
    ICONS = 2
    """Steps are icons."""
    ALL_ICONS = 3
    """So are play and train."""
    NO_READOUT = 4
    BUTTONS = 5
    """The buttons alone."""


class Transport(Card):
    """Moves through time: by the strips of phases and of the run, by buttons, at a grain, a speed, a pace of training.

    Half of its methods are what it is told; the others find the longest names for which there is room.

    Signals:
        phase_picked(int): The user picked a phase of the iteration on screen.
        grain_picked(Grain): The user picked how finely one steps.
        example_picked(int): The user picked an example of the batch, by its place in it.
        mean_picked(): The user wants the batch's mean.
        pin_toggled(bool): The user pins the shown example, or lets go of the pinned one.
        visited(int): The user goes to an iteration; sent all along a drag.
        line_picked(int): The user wants another line of the run, by its number.
        speed_changed(float): The user picked how fast phases are played, 1 for the usual speed.
        pace_changed(str): The user picked how fast training goes on, by the name of the pace.
    """

    phase_picked = Signal(int)
    grain_picked = Signal(object)
    example_picked = Signal(int)
    mean_picked = Signal()
    pin_toggled = Signal(bool)
    visited = Signal(int)
    line_picked = Signal(int)
    speed_changed = Signal(float)
    pace_changed = Signal(str)

    def __init__(self, look: Look, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.strip = PhaseStrip(look)
        self.choices = ExampleRow(look, actions)
        self.scrubber = Scrubber(look)
        self.buttons = self._made_buttons(actions)
        self.speed = Choice(look, "", [(str(speed), f"×{speed:g}") for speed in SPEEDS], "1.0")
        self.pace = Choice(look, "", pace_choices(), USUAL_PACE)
        self.readout = Readout(look)
        self.setAccessibleName(self.tr("Transport"))
        self._say_what_the_lists_are()
        # The row is arranged to fit; it must not hold the window open.
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._buttons_row = QHBoxLayout()
        for button in self.buttons.values():
            self._buttons_row.addWidget(button)
        self._row_widget = QWidget()
        self._row = QHBoxLayout(self._row_widget)
        self._row.addLayout(self._buttons_row)
        self._row.addStretch(1)
        for widget in (self.speed, self.pace, self.readout):
            self._row.addWidget(widget)
        for part in (self.strip, self.choices, self.scrubber, self._row_widget):
            self.body.addWidget(part)
        self._way_on, self._training = WayOn.TRAIN, False
        self._density = Density.FULL
        self._window_low = False
        self._fitting = FirstFitting(self, Density, self._apply, self._needed)
        self.strip.phase_picked.connect(self.phase_picked)
        self.choices.grain.grain_picked.connect(self.grain_picked)
        self.choices.examples.example_picked.connect(self.example_picked)
        self.choices.examples.mean_picked.connect(self.mean_picked)
        self.choices.examples.pin_toggled.connect(self.pin_toggled)
        self.scrubber.visited.connect(self.visited)
        self.scrubber.line_picked.connect(self.line_picked)
        self.speed.picked.connect(lambda key: self.speed_changed.emit(float(key)))
        self.pace.picked.connect(self.pace_changed)
        look.changed.connect(self._restyle_row)
        # Once every widget has the new style: only then are their widths right.
        self._styled = QTimer(self, singleShot=True, interval=0)
        self._styled.timeout.connect(self._restyle_row)
        self._restyle_row()

    # ---- what it shows -------------------------------------------------------------------------------------------

    def set_run(self, run: RunInfo) -> None:
        """A new run: other examples, and nothing is known of its course."""
        self.choices.set_run(run)
        self.scrubber.set_run(run)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show how far the run is known, and where training would go on from."""
        self.scrubber.show_snapshot(snapshot)
        if (way := way_on(snapshot)) is not self._way_on:
            self._way_on = way
            self._offer_training()

    def show_moment(self, moment: Moment) -> None:
        """Show the place in time."""
        self.strip.show_moment(moment)
        self.choices.show_moment(moment)
        self.scrubber.show_moment(moment)
        self.readout.show_place(moment.record.iteration, moment.record.epoch, moment.record.learning_rate)

    def set_playing(self, playing: bool) -> None:
        """Offer to pause, or to play."""
        self.buttons["play"].set_face(int(playing))

    def set_training(self, training: bool) -> None:
        """Offer to stop, or to train."""
        self._training = training
        self._offer_training()
        if not training:
            self.readout.show_speed(None)

    def _offer_training(self) -> None:
        """Name on the button of training what it would do."""
        button, on = self.buttons["train"], self._way_on is not WayOn.TRAIN
        button.set_face(1 if self._training else 2 if on else 0)
        button.tell(
            {
                WayOn.TRAIN: "",
                WayOn.FROM_LAST: self.tr("Train on from the weights of the last epoch, with patience reset (T)"),
                WayOn.FROM_BEST: self.tr("Train on from the weights of the best epoch, with patience reset (T)"),
            }[self._way_on]
        )

    def show_speed(self, iterations_per_second: float, epochs_per_second: float) -> None:
        """Show how fast training goes."""
        self.readout.show_speed(iterations_per_second)

    def set_speed(self, speed: float) -> None:
        """Show a speed of playing, the nearest one that is offered; no signal is sent."""
        self.speed.set_key(str(min(SPEEDS, key=lambda each: abs(each - speed))))

    def set_pace(self, name: str) -> None:
        """Show a pace of training by its name; no signal is sent."""
        self.pace.set_key(name)

    def set_grain(self, grain: Grain) -> None:
        """Show how finely one steps; no signal is sent."""
        self.choices.grain.set_grain(grain)

    def flush(self) -> None:
        """Show at once what was put off while training."""
        self.scrubber.flush()

    def set_window_low(self, low: bool) -> None:
        """Whether the window is so low for its type that the diagram needs the room of all that keys do as well."""
        if low is not self._window_low:
            self._window_low = low
            self._make_room()

    def density(self) -> Density:
        """How much there is room for."""
        return self._density

    # ---- what it is made of --------------------------------------------------------------------------------------

    def _made_buttons(self, actions: Actions) -> dict[str, StepButton]:
        look = self._look

        def button(action: str, *faces: Face, kind: str = "", icon_after: bool = False) -> StepButton:
            return StepButton(look, actions[action], faces, kind, icon_after)

        return {
            "home": button("home", Face("", "to-start")),
            "step_back": button("step_back", Face(self.tr("step"), "step-back")),
            "play": button("play", Face(self.tr("Play"), "play"), Face(self.tr("Pause"), "pause"), kind="primary"),
            "step": button("step", Face(self.tr("step"), "step-forward"), icon_after=True),
            "step_iteration": button("step_iteration", Face(self.tr("iteration"), "iteration"), icon_after=True),
            "step_epoch": button("step_epoch", Face(self.tr("epoch"), "epoch"), icon_after=True),
            "train": button(
                "train",
                Face(self.tr("Train  T"), "train"),
                Face(self.tr("Stop  T"), "pause"),
                Face(self.tr("Train on  T"), "train"),
            ),
        }

    def _say_what_the_lists_are(self) -> None:
        for choice, name, tip in (
            (self.speed, self.tr("Speed"), self.tr("How fast the phases are played ([ slower, ] faster)")),
            (self.pace, self.tr("Training speed"), self.tr("How fast training goes ({ slower, } faster)")),
        ):
            choice.set_spoken_name(name)
            choice.setToolTip(plain_tip(tip))

    # ---- room ----------------------------------------------------------------------------------------------------

    def _restyle_row(self) -> None:
        """Take the lengths of the look, and forget how much room each density needs."""
        px = self._look.px
        self._buttons_row.setSpacing(px(6))
        self._row.setSpacing(px(6))
        # The cells stand in line with the buttons, the cursor's rim beyond them.
        rim = self.strip.picture.margin
        self._row.setContentsMargins(rim, 0, rim, 0)
        self.choices.set_rim(rim)
        self.scrubber.set_rim(rim)
        narrow = tight(self._look, 7, upright=4, least=22, kind="QComboBox") + _NARROW_LIST.format(arrow=px(18))
        for choice in (self.speed, self.pace):
            choice.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            choice.box.setFont(self._look.font("small"))
            if choice.box.styleSheet() != narrow:
                choice.box.setStyleSheet(narrow)
        self._fitting.forget()
        self._make_room()
        if self.isVisible():
            self._choose()

    def _make_room(self) -> None:
        """As low as a low window asks for; where it is low for its type, only what has no key."""
        px, low = self._look.px, self._window_low
        side = max(0, px(16) - self.strip.picture.margin)
        self._column.setContentsMargins(side, px(4 if low else 8), side, px(4 if low else 14))
        self.strip.set_low(low)
        self.scrubber.set_low(self.window().height() < px(HIGH_WINDOW))
        for part in (self.choices, self.scrubber):
            if part.isVisibleTo(self) is low:
                part.setVisible(not low)

    def _choose(self) -> None:
        """Take the first density that fits."""
        self._fitting.choose()
        # At once, so that no frame is painted in between.
        self._column.activate()

    def _needed(self) -> int:
        """The width of the row with its margins."""
        lists = [widget for widget in (self.speed, self.pace, self.readout) if not widget.isHidden()]
        buttons = list(self.buttons.values())
        gaps = self._buttons_row.spacing() * (len(buttons) - 1) + self._row.spacing() * (len(lists) + 1)
        widths = [button.minimumWidth() for button in buttons] + [widget.sizeHint().width() for widget in lists]
        return sum(widths) + gaps + self._margins()

    def _margins(self) -> int:
        frames = self.contentsMargins(), self._column.contentsMargins(), self._row.contentsMargins()
        return sum(frame.left() + frame.right() for frame in frames)

    def _apply(self, density: Density) -> None:
        if density is self._density and self._fitting.knows(density):
            return
        self._density = density
        for name, button in self.buttons.items():
            button.show_as(_shows(name, density))
        paces = pace_choices(short=density >= Density.SHORT)
        if self.pace.box.itemText(0) != paces[0][1]:
            self.pace.set_choices(paces)
        for choice in (self.speed, self.pace):
            # Said outright: a list keeps the least width that its first entries needed.
            width = choice.box.sizeHint().width()
            choice.box.setFixedWidth(width)
            choice.setFixedWidth(width)
        self.readout.set_words((Words.LONG, Words.SHORT, Words.SHORTEST)[min(density, 2)])
        self.speed.setVisible(density < Density.BUTTONS)
        self.pace.setVisible(density < Density.BUTTONS)
        self.readout.setVisible(density < Density.NO_READOUT)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._styled.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
        if self.isVisible():
            self._choose()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._choose()

    def minimumSizeHint(self) -> QSize:
        buttons = len(self.buttons) * (self._look.px(SQUARE) + self._buttons_row.spacing())
        return QSize(buttons + self._look.px(20) + self._margins(), super().minimumSizeHint().height())


def _shows(button: str, density: Density) -> Shows:
    """What there is room for on a button."""
    if density is Density.FULL or (density is Density.SHORT and button in ("step_back", "step", "play")):
        return Shows.BOTH
    if density is Density.SHORT or (density is Density.ICONS and button == "train"):
        return Shows.TEXT
    return Shows.BOTH if density is Density.ICONS and button == "play" else Shows.ICON
