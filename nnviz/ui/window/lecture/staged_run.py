"""A run on one side of the stage: what its controller says goes to the side and to the picture that stands there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from nnviz.lecture.values import TwinPicture
from nnviz.ui.look.look import Look
from nnviz.ui.panels.panel import PanelHost
from nnviz.ui.panels.table import PANELS
from nnviz.ui.session.controller import Controller
from nnviz.ui.stage.twin import StagedSide
from nnviz.ui.window.docks.panel_feed import PanelFeed
from nnviz.view import PanelName, View
from nnviz.worker.explainer import ExplainerLink
from nnviz.worker.link import ModelLink
from nnviz.worker.queries.query import Query

PICTURES: dict[TwinPicture, PanelName | None] = {
    "maps": "data",
    "hidden_space": "hidden_space",
    "curves": "loss",
    "networks": None,
}
"""The panel that shows what a twin's sides show large."""
ROWS = {row.id: row for row in PANELS}


class StagedRun(QObject):
    """Feeds a side of the stage.

    Signals:
        wants_changed(): What is visible there wants to know something else.
    """

    wants_changed = Signal()

    def __init__(self, look: Look, controller: Controller, host: PanelHost, side: StagedSide, parent: QObject) -> None:
        super().__init__(parent)
        self.controller, self.side = controller, side
        self.feed = PanelFeed(look, host, self)
        for receiver in (self.feed, side):
            controller.run_changed.connect(receiver.set_run)
            controller.moment_changed.connect(receiver.show_moment)
            controller.snapshot_arrived.connect(receiver.show_snapshot)
        self.feed.wants_changed.connect(self.wants_changed)
        # What has been said before it was there.
        run, snapshot, moment = controller.run, controller.snapshot, controller.moment
        for receiver in (self.feed, side):
            if run is not None:
                receiver.set_run(run)
            if snapshot is not None:
                receiver.show_snapshot(snapshot)
            if moment is not None:
                receiver.show_moment(moment)

    def show_picture(self, view: View, shows: TwinPicture) -> None:
        """What is large there: the view's first panel, else what a twin shows."""
        asked = view.panels if view.panels != View().panels else ()
        name = next((panel for panel in asked if panel != "experiment"), PICTURES[shows])
        self.side.set_picture(self.feed.panel(ROWS[name]) if name is not None else None)
        self.wants_changed.emit()

    def wanted(self) -> frozenset[Query]:
        """What has to be found out for what is visible there."""
        return self.feed.wanted() | self.side.wanted()

    def want(self) -> None:
        """Ask the model for it."""
        self.controller.want(max(self.side.diagram.map_resolution, self.feed.map_points), self.wanted())


class RightRun(QObject):
    """The run on the right side, on threads of its own for the model and what explains it, there as long as this."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.link = ModelLink(self)
        self.controller = Controller(self.link, self)
        self.explainer = ExplainerLink(self)

    def close(self) -> None:
        """End the thread."""
        self.controller.clock.pause()
        self.link.close()
        self.explainer.close()
