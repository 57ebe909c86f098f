"""What the controller says, shown in the window's views; and what the user does in them, handed on to it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from nnviz.ui.formula import FormulaStrip
from nnviz.ui.look.plain import plain_title
from nnviz.ui.names.faults import fault_note
from nnviz.ui.names.functions import shown_title
from nnviz.ui.names.recordings import recording_note
from nnviz.ui.session.clock import State
from nnviz.ui.session.controller import Controller
from nnviz.ui.session.moment import Moment
from nnviz.ui.stage.parts import StageParts
from nnviz.ui.transport import Transport
from nnviz.ui.window.docks.panel_feed import PanelFeed
from nnviz.ui.window.header import HeaderBar
from nnviz.ui.window.preferences.preference_store import PreferenceStore
from nnviz.worker.messages import RunInfo, Snapshot


class Showing(QObject):
    """Header, network, formula, transport, stage and panels show one run, at one moment.

    Signals:
        run_shown(): They have another run, and may want to know other things of it.
    """

    run_shown = Signal()

    def __init__(
        self,
        controller: Controller,
        store: PreferenceStore,
        header: HeaderBar,
        stage: StageParts,
        formula: FormulaStrip,
        transport: Transport,
        feed: PanelFeed,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._controller, self._store, self._window = controller, store, window
        self._header, self._stage, self._transport, self._feed = header, stage, transport, feed
        self._views = stage.diagram, formula, stage.foot, transport, feed
        self._hear_controller()
        self._hear_user()

    def _hear_controller(self) -> None:
        controller = self._controller
        controller.run_changed.connect(self._show_run)
        controller.moment_changed.connect(self._show_moment)
        controller.snapshot_arrived.connect(self._show_snapshot)
        controller.play_requested.connect(self._stage.diagram.play)
        controller.state_changed.connect(self._show_state)
        controller.failed.connect(self._feed.show_again)
        controller.speed_measured.connect(self._transport.show_speed)

    def _hear_user(self) -> None:
        controller, diagram, transport = self._controller, self._stage.diagram, self._transport
        diagram.selection_changed.connect(controller.viewing.select)
        diagram.edit_requested.connect(controller.editing.edit)
        diagram.drag_begun.connect(controller.editing.hold)
        diagram.drag_ended.connect(controller.editing.release)
        transport.phase_picked.connect(controller.stepping.pick_phase)
        transport.example_picked.connect(controller.viewing.pick_example)
        transport.mean_picked.connect(controller.viewing.show_mean)
        transport.pin_toggled.connect(controller.viewing.pin_shown)
        transport.visited.connect(controller.stepping.visit)
        transport.line_picked.connect(controller.editing.take_line)

    def show_all(self, snapshot: Snapshot) -> None:
        """Show at once where the controller is, in views that have just been made.

        Args:
            snapshot: The last one, with all rows of its history.
        """
        run, moment = self._controller.run, self._controller.moment
        assert run is not None and moment is not None, "there is a snapshot of it"
        self._show_run(run)
        self._show_snapshot(snapshot)
        self._show_moment(moment)
        self._show_state(self._controller.state)

    def settle(self) -> None:
        """Show at once what was put off while training."""
        self._feed.flush()
        self._transport.flush()

    def _show_run(self, run: RunInfo) -> None:
        title = shown_title(run.experiment.title)
        self._header.set_title(title)
        self._header.set_note(recording_note(run) or fault_note(run.experiment, run.examples.faults))
        self._window.setWindowTitle(plain_title(f"{title} – nnviz"))
        if run.recording is None:
            self._store.remember_experiment(run.experiment)
        self._stage.head.set_title(title)
        for view in self._views:
            view.set_run(run)
        self.run_shown.emit()

    def _show_moment(self, moment: Moment) -> None:
        for view in (self._stage.head, *self._views):
            view.show_moment(moment)

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        for view in (self._transport, self._stage.head, self._feed):
            view.show_snapshot(snapshot)

    def _show_state(self, state: State) -> None:
        self._transport.set_playing(state is State.PLAYING)
        self._transport.set_training(state is State.TRAINING)
        if state is not State.TRAINING:
            self.settle()
