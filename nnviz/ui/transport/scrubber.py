"""The whole run in one strip, and the way to any iteration of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.session.moment import Moment
from nnviz.ui.toolkit.refresh import Refresh
from nnviz.ui.transport.futures_button import FuturesButton
from nnviz.ui.transport.run_track import RunTrack
from nnviz.ui.transport.run_view import RunKnowledge, RunView
from nnviz.worker.messages import RunInfo, Snapshot

WIDTH_FOR_WORDS = 600
"""Under this width (at scale 1) the button for other futures says only how many there are."""

SELDOM = 200
"""Milliseconds between two pictures of the run while it trains: it is a long one."""


class Scrubber(QWidget):
    """The strip of the run, and beside it the other futures where there are any.

    Signals:
        visited(int): The user goes to an iteration; sent all along a drag.
        line_picked(int): The user wants another line, by its number.
    """

    visited = Signal(int)
    line_picked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._knowledge = RunKnowledge()
        self._is_new = False
        self._moment: Moment | None = None
        self._rim = 0
        self.track = RunTrack(look)
        self.futures = FuturesButton(look)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.track, 1)
        self._row.addWidget(self.futures, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._refresh = Refresh(self, self._bring_up_to_date, offset=SELDOM // 3, interval=SELDOM)
        self._space_out()
        self.track.visited.connect(self.visited)
        self.futures.line_picked.connect(self.line_picked)

    # ---- what it is told -----------------------------------------------------------------------------------------

    def set_run(self, run: RunInfo) -> None:
        """A new run: nothing is known of it yet."""
        self._knowledge.begin(run)
        self._moment = None
        self._is_new = True
        self._refresh.request()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take in what is new; it is drawn a few times a second."""
        self._knowledge.take_in(snapshot)
        self._is_new = True
        self._refresh.request()

    def show_moment(self, moment: Moment) -> None:
        """Show where one is; while training, a few times a second."""
        self._moment = moment
        self._refresh.request()
        if not moment.training:
            self._refresh.flush()

    def set_low(self, low: bool) -> None:
        """Be as low as can be."""
        self.track.set_low(low)

    def set_rim(self, rim: int) -> None:
        """Stand so far from the sides as the cells of the phases do."""
        self._rim = rim
        self._space_out()

    def flush(self) -> None:
        """Draw what is new right now."""
        self._refresh.flush()

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    def _bring_up_to_date(self) -> None:
        if self._is_new:
            self._is_new = False
            view: RunView = self._knowledge.view()
            self.track.show_view(view)
            self.futures.set_futures(view.futures, view.names)
            self._space_out()
        moment = self._moment
        if moment is not None:
            last = len(moment.record.phases) - 1
            self.track.show_place(moment.record.iteration, 1.0 if moment.training else moment.phase_index / last)

    def _space_out(self) -> None:
        """The strip's own rim counts; the button has none."""
        side = max(0, self._rim - self.track.rim())
        self._row.setContentsMargins(side, 0, side if self.futures.isHidden() else self._rim, 0)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.futures.set_short(self.width() < self._look.px(WIDTH_FOR_WORDS))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh.flush()
