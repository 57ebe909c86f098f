"""What the panels are told, those too that are made later; and what they want to know and contribute to a view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from nnviz.engine.training.timeline.history import COLUMNS
from nnviz.ui.look.look import Look
from nnviz.ui.panels.panel import Panel, PanelHost
from nnviz.ui.panels.table import PANELS, PanelRow
from nnviz.ui.session.history_rows import HistoryRows
from nnviz.ui.session.moment import Moment
from nnviz.view import PanelName, Part, View, fitted
from nnviz.worker.messages import RunInfo, Snapshot
from nnviz.worker.queries.query import Query

PARTS = tuple(row.id for row in PANELS if row.id in View.__struct_fields__)
"""The panels that have a part in a view."""


class PanelFeed(QObject):
    """Makes panels, and tells those that there are what is new. It knows none of them by name.

    Signals:
        wants_changed(): A panel wants to know something else, or none of it any more.
    """

    wants_changed = Signal()

    def __init__(self, look: Look, host: PanelHost, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._host = look, host
        self._panels: dict[PanelName, Panel[Any]] = {}
        self._parts: dict[str, Part] = {}
        self._run: RunInfo | None = None
        self._moment: Moment | None = None
        self._snapshot: Snapshot | None = None
        # The window is told of each row of the history once; a panel that is made later is told of all of them.
        self._rows = HistoryRows()

    def __iter__(self) -> Iterator[Panel[Any]]:
        """The panels that have been made."""
        return iter(tuple(self._panels.values()))

    def panel(self, row: PanelRow) -> Panel[Any]:
        """The panel of a row; it is made now if it has not been yet."""
        return self._panels[row.id] if row.id in self._panels else self.make(row)

    def make(self, row: PanelRow) -> Panel[Any]:
        """A panel, with all that it has missed."""
        panel = row.make(self._look)
        self._panels[row.id] = panel
        panel.connect_to(self._host)
        panel.wants_changed.connect(self.wants_changed)
        if self._run is not None:
            panel.set_run(self._run)
        if self._snapshot is not None:
            panel.show_snapshot(self._whole(self._snapshot))
        if self._moment is not None:
            panel.show_moment(self._moment)
        if row.id in self._parts:
            panel.show_part(self._parts.pop(row.id))
        return panel

    @property
    def latest(self) -> Snapshot | None:
        """What the model has answered last, with the whole history."""
        return self._whole(self._snapshot) if self._snapshot is not None else None

    def _whole(self, snapshot: Snapshot) -> Snapshot:
        """A snapshot that brings the whole history."""
        rows = np.stack([self._rows.column(name) for name in COLUMNS], axis=1)
        return replace(snapshot, history=replace(snapshot.history, rows=rows), history_from=0)

    # ---- what they are told --------------------------------------------------------------------------------------

    def set_run(self, info: RunInfo) -> None:
        """A new run."""
        layers, first = info.architecture.layers, self._run is None
        self._run, self._moment, self._snapshot = info, None, None
        self._rows.clear()
        self._parts = {name: fitted(part, layers) for name, part in self._parts.items()}
        for panel in self:
            part = panel.part()
            panel.set_run(info)
            # What was set before there was a run is so in the first one.
            if first and part is not None:
                panel.show_part(fitted(part, layers))

    def show_moment(self, moment: Moment) -> None:
        """What is on screen now."""
        self._moment = moment
        for panel in self:
            panel.show_moment(moment)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """What the model has answered; what panels wanted to know goes to those that can be seen."""
        self._snapshot = snapshot
        self._rows.replace_from(snapshot.history_from, snapshot.history.rows)
        for panel in self:
            panel.show_snapshot(snapshot)
            if panel.isVisible():
                panel.show_answers(snapshot.answers)

    def show_best(self, best: bool) -> None:
        """The best epoch's network, or the present one, wherever either can be shown."""
        for panel in self:
            panel.show_best(best)

    def show_again(self) -> None:
        """Something was refused: show what is."""
        for panel in self:
            panel.show_again()

    def flush(self) -> None:
        """Draw at once what was put off."""
        for panel in self:
            panel.flush()

    def complete(self) -> None:
        """Have at once what is made while the user looks."""
        for panel in self:
            panel.complete()

    # ---- what they want to know ----------------------------------------------------------------------------------

    @property
    def map_points(self) -> int:
        """Points along each side of the unit maps that the panels that can be seen need; 0 for none."""
        return max((panel.map_points for panel in self if panel.isVisible()), default=0)

    def wanted(self) -> frozenset[Query]:
        """What the panels that can be seen want to know."""
        return frozenset().union(*(panel.wanted() for panel in self if panel.isVisible()))

    # ---- their parts of a view -----------------------------------------------------------------------------------

    def parts(self) -> dict[str, Part]:
        """What is set in each panel, by its field of a view; of those not made yet, what will be."""
        parts = dict(self._parts)
        for name, panel in self._panels.items():
            part = panel.part()
            if part is not None:
                parts[name] = part
        return parts

    def show_parts(self, view: View) -> None:
        """Set every panel as a view has it, as far as the network goes; one that is not made yet, when it is."""
        for name in PARTS:
            part = getattr(view, name)
            if self._run is not None:
                part = fitted(part, self._run.architecture.layers)
            if name in self._panels:
                self._panels[name].show_part(part)
            else:
                self._parts[name] = part
