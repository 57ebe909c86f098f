"""How long it has taken and how long it was to take, large; the time of day; a pause and a new start."""

from __future__ import annotations

from PySide6.QtCore import QTime, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.lecture.values import Lecture
from nnviz.ui.console.timing import ON_TIME, Timing
from nnviz.ui.console.words import behind_text, clock_text
from nnviz.ui.look.look import Look
from nnviz.ui.stage.script import Spot
from nnviz.ui.toolkit.controls import Button, Text
from nnviz.ui.toolkit.fitting_label import FittingLabel

MILLISECONDS = 500


class TimeBlock(QWidget):
    """Reads the clock of the lecture twice a second, and not while it cannot be seen.

    Signals:
        restarted(): The time is to count from here.
    """

    restarted = Signal()

    def __init__(self, look: Look, timing: Timing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._timing = look, timing
        self._where: tuple[Lecture, Spot] | None = None
        self.elapsed = Text(look, role="clock")
        self.plan = FittingLabel(look, "body")
        self.behind = FittingLabel(look, "strong")
        self.day = FittingLabel(look, "body", tight=True)
        self.pause = Button(look, kind="quiet")
        self.restart = Button(look, self.tr("From here"), kind="quiet")
        self.restart.setToolTip(self.tr("Count the time from here (Shift+F5 starts so)"))
        self.pause.clicked.connect(self._toggle)
        self.restart.clicked.connect(self.restarted)
        self._beside = QVBoxLayout()
        self._beside.addStretch(1)
        self._beside.addWidget(self.plan)
        self._beside.addWidget(self.behind)
        self._beside.addStretch(1)
        self._upper = QHBoxLayout()
        self._upper.addWidget(self.elapsed)
        self._upper.addLayout(self._beside, 1)
        self._lower = QHBoxLayout()
        self._lower.addWidget(self.day)
        self._lower.addWidget(self.pause)
        self._lower.addWidget(self.restart)
        self._lower.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._upper)
        self._column.addLayout(self._lower)
        self._tick = QTimer(self, interval=MILLISECONDS)
        self._tick.timeout.connect(self.read)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_spot(self, lecture: Lecture | None, spot: Spot | None) -> None:
        """Where one is, which says how long it was to take; ``None`` without a lecture."""
        self._where = (lecture, spot) if lecture is not None and spot is not None else None
        self.read()

    def read(self) -> None:
        """What the clocks say now."""
        timing = self._timing
        self.elapsed.setText(clock_text(timing.elapsed))
        self.day.set_texts(QTime.currentTime().toString("HH:mm"))
        self.pause.set_text(self.tr("Pause") if timing.running else self.tr("Go on"))
        if self._where is None:
            self.plan.set_texts("")
            self.behind.set_texts("")
            return
        behind = timing.behind(*self._where)
        self.plan.set_texts(self.tr("of {0}").format(clock_text(timing.whole(self._where[0]))))
        self.behind.set_texts(behind_text(behind), colour="warning" if behind >= ON_TIME else "text_muted")

    def _toggle(self) -> None:
        if self._timing.running:
            self._timing.pause()
        else:
            self._timing.go_on()
        self.read()

    def _restyle(self) -> None:
        px = self._look.px
        self._column.setSpacing(px(2))
        self._upper.setSpacing(px(14))
        self._lower.setSpacing(px(6))
        self._beside.setSpacing(px(2))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read()
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()
