"""Which example is shown: the batch's examples as dots, the batch's mean, and a pin that follows one of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import whole
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.look.tight import tight
from nnviz.ui.session.moment import Moment
from nnviz.ui.toolkit.controls import Button, Text
from nnviz.ui.toolkit.refresh import Refresh
from nnviz.ui.transport.example_dots import ExampleDots
from nnviz.ui.transport.example_words import example_name
from nnviz.worker.messages import RunInfo

SELDOM = 200
"""Milliseconds between two batches that are shown while the model trains: nobody could follow more."""


class ExampleStrip(QWidget):
    """``example 37  ○ ○ ● ○ ○  mean  pin``; the tips tell of mean and pin what they do, and by which key.

    Signals:
        example_picked(int): The user picked an example of the batch, by its place in it.
        mean_picked(): The user wants the batch's mean.
        pin_toggled(bool): The user pins the shown example, or lets go of the pinned one.
    """

    example_picked = Signal(int)
    mean_picked = Signal()
    pin_toggled = Signal(bool)

    def __init__(self, look: Look, mean_tip: str, pin_tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._moment: Moment | None = None
        self._refresh = Refresh(self, self._bring_up_to_date, offset=2 * SELDOM // 3, interval=SELDOM)
        self._short = False
        self._most = 1
        self.name = Text(look, role="small_strong")
        self.dots = ExampleDots(look)
        self.mean = Button(look, self.tr("mean"), kind="segment")
        self.pin = Button(look, icon="pin", kind="segment")
        self.pin.setAccessibleName(self.tr("Pin the example"))
        self.mean.setToolTip(plain_tip(mean_tip))
        self.pin.setToolTip(plain_tip(pin_tip))
        for button in (self.mean, self.pin):
            button.setCheckable(True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.name)
        self._row.addWidget(self.dots)
        self._row.addWidget(self.mean)
        self._row.addWidget(self.pin)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.dots.example_picked.connect(self.example_picked)
        self.mean.clicked.connect(self._on_mean)
        self.pin.clicked.connect(self._on_pin)
        look.changed.connect(self._space_out)
        self._space_out()
        self._say()

    # ---- what it shows -------------------------------------------------------------------------------------------

    def set_run(self, run: RunInfo) -> None:
        """A new run."""
        self._moment = None
        self._most = len(run.examples.x)
        self.dots.set_run(run)
        self._say()
        self._space_out()

    def show_moment(self, moment: Moment) -> None:
        """Show which example is shown; while training, a few times a second."""
        self._moment = moment
        if moment.training:
            self._refresh.request()
        else:
            self._bring_up_to_date()

    def _bring_up_to_date(self) -> None:
        if self._moment is not None:
            self.dots.show_moment(self._moment)
        self._say()

    def set_short(self, short: bool) -> None:
        """Say the example's number without a word before it."""
        if short is not self._short:
            self._short = short
            self._say()
            self._space_out()

    def _say(self) -> None:
        moment = self._moment
        example = moment.shown_example if moment is not None else None
        if moment is None or moment.is_passing:
            text = ""
        elif example is None:
            text = self.tr("mean") if self._short else self.tr("mean of {0}").format(whole(len(moment.record.examples)))
        else:
            text = self._name(example)
        if text != self.name.text():
            self.name.setText(text)
        self.mean.setChecked(moment is not None and moment.mean and moment.visitor is None)
        pinned = example is not None and moment is not None and moment.pinned == example
        self.pin.setChecked(pinned)
        self.pin.setEnabled(example is not None)

    def _name(self, example: int) -> str:
        return whole(example + 1) if self._short else example_name(example)

    # ---- the user ------------------------------------------------------------------------------------------------

    def _on_mean(self) -> None:
        self._say()
        self.mean_picked.emit()

    def _on_pin(self, pinned: bool) -> None:
        self._say()
        self.pin_toggled.emit(pinned)

    # ---- room ----------------------------------------------------------------------------------------------------

    def least_width(self) -> int:
        """The room that it needs for a few dots."""
        fixed = (self.name.minimumWidth(), self.mean.sizeHint().width(), self.pin.sizeHint().width())
        return sum(fixed) + 3 * self._row.spacing() + self._look.px(120)

    def _space_out(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(4))
        sheet = tight(self._look, 7, upright=2)
        for button in (self.mean, self.pin):
            if button.styleSheet() != sheet:
                button.setStyleSheet(sheet)
        # A width of its own: another example's number moves nothing.
        metrics = self.name.fontMetrics()
        names = (self._name(self._most - 1), self.tr("mean") if self._short else self.tr("mean of {0}").format("00"))
        self.name.setFixedWidth(max(metrics.horizontalAdvance(name) for name in names) + px(4))
