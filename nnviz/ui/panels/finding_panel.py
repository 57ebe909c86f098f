"""A panel that shows what the model thread finds out for it, for as long as it can be seen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from nnviz.ui.session.moment import Moment
from nnviz.ui.toolkit.controls import Card
from nnviz.worker.messages import RunInfo
from nnviz.worker.queries.query import Query


class FindingPanel(Card):
    """Says what it wants to know (``wanted``), and is given the answers (``show_findings``) while it is visible.

    Signals:
        wants_changed(): What it wants to know is not what it was: another layer, or it is hidden or shown.
    """

    wants_changed = Signal()

    def wanted(self) -> frozenset[Query]:
        """What it wants to know; the window asks only while it is visible."""
        raise NotImplementedError

    def show_findings(self, findings: Mapping[Query, object]) -> None:
        """Show the answers: those to what it wants, if they were due, among those to others.

        An answer is a ``NoAnswer`` where there is none.
        """
        raise NotImplementedError

    def set_run(self, info: RunInfo) -> None:
        """A new run: nothing of it is known yet."""

    def show_moment(self, moment: Moment) -> None:
        """What is on screen now."""

    def flush(self) -> None:
        """Draw what is new right now."""

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.wants_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.wants_changed.emit()
