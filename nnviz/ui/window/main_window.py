"""The window: the diagram with the formula strip and the transport under it, panels in docks around them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

from nnviz.engine.experiment import Experiment
from nnviz.engine.training.record.steps import Grain
from nnviz.ui.actions.actions import Actions
from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.formula import FormulaStrip
from nnviz.ui.formula.typeset import Typesetter
from nnviz.ui.look.look import Look, usual_scale
from nnviz.ui.look.numbers import whole
from nnviz.ui.look.plain import plain_title
from nnviz.ui.names.faults import fault_note
from nnviz.ui.panels.data.panel import DataPanel
from nnviz.ui.panels.experiment.panel import ExperimentPanel
from nnviz.ui.panels.explain.panel import ExplainPanel
from nnviz.ui.panels.finding_panel import FindingPanel
from nnviz.ui.panels.gradient_flow.panel import GradientFlowPanel
from nnviz.ui.panels.hidden_space.panel import HiddenSpacePanel
from nnviz.ui.panels.loss.panel import LossPanel
from nnviz.ui.panels.results.panel import ResultsPanel
from nnviz.ui.panels.saturation.panel import SaturationPanel
from nnviz.ui.panels.units.panel import UnitsPanel
from nnviz.ui.session.clock import State
from nnviz.ui.session.controller import Controller
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.message_bar import MessageBar
from nnviz.ui.transport import Transport
from nnviz.ui.window.actions.table import GROUPS
from nnviz.ui.window.comparisons import Comparisons
from nnviz.ui.window.header import HeaderBar
from nnviz.ui.window.keys_dialog import KeysDialog
from nnviz.ui.window.opening import Opening
from nnviz.ui.window.panel_docks import PanelDocks, Row
from nnviz.ui.window.picked_actions import PickedActions
from nnviz.ui.window.preference_store import PreferenceStore
from nnviz.ui.window.preferences import QtState
from nnviz.ui.window.undo_actions import UndoActions
from nnviz.worker.explainer import Explained, ExplainerLink
from nnviz.worker.messages import Failure, RunInfo, Snapshot
from nnviz.worker.queries.query import Query

GAP = 12
"""Pixels between cards, and between them and the window's edge; the separators of the docks are as wide."""

PRESENTING_GAP = 8
"""The same when presenting, where type is half as large again and room is dear."""

ROWS = (
    Row(("experiment",), 1000, Qt.DockWidgetArea.LeftDockWidgetArea),
    Row(("loss",), 285),
    Row(("saturation", "data", "units"), 300),
    Row(("explain", "hidden_space", "gradient_flow", "results"), 400),
)
"""Where the panels stand."""

DATA_MAP_POINTS = 80
"""Points along each side of the map in the data panel."""

RESIZED_MILLISECONDS = 120


class MainWindow(QMainWindow):
    """Wires the controller to what shows it. It decides nothing about time or the model.

    Signals:
        frame_painted(float): The window has painted a frame that shows a network, which took so many seconds.
    """

    frame_painted = Signal(float)

    def __init__(self, look: Look, controller: Controller, store: PreferenceStore) -> None:
        super().__init__()
        self.look = look
        self.controller = controller
        self._store = store
        self._said_at: int | None = None
        self.setDockOptions(QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AllowTabbedDocks)
        self.setWindowTitle("nnviz")
        self.actions_ = Actions(look, GROUPS, self, self)
        self.actions_.attach(self)
        # Resizing asks for maps of another size once, when it is over.
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(RESIZED_MILLISECONDS)
        self._resized.timeout.connect(self._want)
        self.explainer = ExplainerLink(self)
        self._build_centre()
        self._build_panels()
        self.picked = PickedActions(controller, self.actions_, self._say, self)
        UndoActions(controller.editing.stack, self.actions_, self)
        self.opening = Opening(look, controller, store, self._say, self.messages.show_error, self)
        self.opening.opened.connect(self._open_new)
        self.opening.saved.connect(self.experiment.set_origin)
        self.opening.recent_changed.connect(lambda: self.experiment.set_recent(self.opening.recent()))
        self.experiment.set_recent(self.opening.recent())
        self.setAcceptDrops(True)
        self.comparisons = Comparisons(look, lambda: controller.experiment, self)
        self.comparisons.open_requested.connect(self._open_compared)
        self._connect_controller()
        self._connect_views()
        look.changed.connect(self._restyle)
        self._restyle()
        self._recall()
        look.changed.connect(self._remember_look)
        store.said.connect(self.messages.show_warning)

    # ---- building ------------------------------------------------------------------------------------------------

    def _build_centre(self) -> None:
        look = self.look
        menu = QMenu(self)
        self.actions_.fill_menu(menu)
        self.header = HeaderBar(look, self.actions_, menu)
        self.messages: MessageBar = MessageBar(look)
        self.diagram = DiagramView(look)
        self.messages.float_over(self.diagram)
        self.typesetter = Typesetter(look, self)
        self.formula = FormulaStrip(look, self.typesetter)
        self.transport = Transport(look, self.actions_)
        top = QWidget()
        self._top = QVBoxLayout(top)
        self._top.setSpacing(0)
        self._top.addWidget(self.header)
        self.setMenuWidget(top)
        centre = QWidget()
        centre.setProperty("surface", "window")
        self._centre = QVBoxLayout(centre)
        self._centre.addWidget(self.diagram, 1)
        self._centre.addWidget(self.formula)
        self._centre.addWidget(self.transport)
        self.setCentralWidget(centre)
        self.diagram.setFocus()

    def _build_panels(self) -> None:
        look = self.look
        self.experiment = ExperimentPanel(look)
        self.loss = LossPanel(look)
        self.saturation = SaturationPanel(look)
        self.data = DataPanel(look)
        self.explain = ExplainPanel(look)
        self.finding_panels = self._made_finding_panels()
        for asking in self.finding_panels:
            asking.wants_changed.connect(self._want)
        panels: dict[str, tuple[str, QWidget]] = {
            "experiment": (self.tr("Experiment"), self.experiment),
            "loss": (self.tr("Loss"), self.loss),
            "saturation": (self.tr("Saturation"), self.saturation),
            "data": (self.tr("Data"), self.data),
            "explain": (self.tr("Explanations"), self.explain),
            "hidden_space": (self.tr("Hidden space"), self.hidden_space),
            "gradient_flow": (self.tr("Gradient flow"), self.gradient_flow),
            "units": (self.tr("Units"), self.units),
            "results": (self.tr("Results"), self.results),
        }
        self.panels = PanelDocks(self, look, self.actions_, panels, ROWS)
        self.docks = self.panels.docks
        self.panels.shown_changed.connect(self._tell_of_panels)

    def _made_finding_panels(self) -> tuple[FindingPanel, ...]:
        """The panels that ask the model thread for what they show."""
        self.hidden_space = HiddenSpacePanel(self.look)
        self.gradient_flow = GradientFlowPanel(self.look)
        self.units = UnitsPanel(self.look)
        self.results = ResultsPanel(self.look)
        return self.data, self.hidden_space, self.gradient_flow, self.units, self.results

    # ---- wiring --------------------------------------------------------------------------------------------------

    def _connect_controller(self) -> None:
        controller = self.controller
        controller.run_changed.connect(self._show_run)
        controller.moment_changed.connect(self._show_moment)
        controller.snapshot_arrived.connect(self._show_snapshot)
        controller.play_requested.connect(self.diagram.play)
        controller.state_changed.connect(self._show_state)
        controller.stopped.connect(self._show_stop)
        controller.restored.connect(self._show_restored)
        controller.failed.connect(self._show_failure)
        controller.speed_measured.connect(self.transport.show_speed)
        self.frame_painted.connect(lambda _: controller.frame_painted())

    def _connect_views(self) -> None:
        controller = self.controller
        for view in (self.diagram, self.saturation, self.explain, self.units):
            view.selection_changed.connect(controller.select)
        self.diagram.edit_requested.connect(controller.edit)
        self.diagram.drag_begun.connect(controller.hold_edit)
        self.diagram.drag_ended.connect(controller.release_edit)
        self.diagram.menu_requested.connect(self.picked.show_menu)
        self._connect_explanations()
        self._connect_transport()
        for plot in (self.data, self.hidden_space):
            plot.example_picked.connect(controller.pin_example)
        self.gradient_flow.layer_clicked.connect(lambda layer: controller.select(Selection(layer, 0)))
        self.data.pin_toggled.connect(controller.pin_shown)
        self.data.best_shown.connect(self._show_best)
        self.results.best_shown.connect(self._show_best)
        self.saturation.bias_edited.connect(
            lambda layer, unit, value: controller.edit(Selection(layer, unit, bias=True), value)
        )
        self.saturation.flat_below_changed.connect(self._set_flat_below)
        self.loss.restore_best_requested.connect(controller.restore_best)
        self.experiment.experiment_changed.connect(controller.load)
        self.experiment.learning_rate_changed.connect(controller.set_learning_rate)
        self.experiment.named_requested.connect(lambda name: self.opening.load(lambda: Experiment.named(name)))
        self.experiment.save_requested.connect(self.opening.save)
        self.experiment.recent_requested.connect(self.opening.open_file)
        self.experiment.reset_requested.connect(controller.reset)
        self.experiment.new_weights_requested.connect(controller.new_weights)
        self.experiment.open_requested.connect(self.opening.ask_for_file)
        self.experiment.rejected.connect(self.messages.show_error)

    def _show_best(self, best: bool) -> None:
        """The best epoch's network, or the present one, wherever either can be shown."""
        self.data.show_best = self.results.show_best = best

    def _connect_explanations(self) -> None:
        controller, explain = self.controller, self.explain
        explain.asked.connect(self.explainer.ask)
        self.explainer.answered.connect(self._show_explained)
        explain.lit_changed.connect(self.diagram.set_lit)
        explain.silence_requested.connect(controller.silence)
        explain.freeze_requested.connect(self.picked.freeze)
        explain.nudge_begun.connect(controller.hold_edit)
        explain.nudged.connect(controller.edit)
        explain.nudge_ended.connect(controller.release_edit)

    def _connect_transport(self) -> None:
        controller, transport = self.controller, self.transport
        transport.phase_picked.connect(controller.pick_phase)
        transport.speed_changed.connect(self.set_speed)
        transport.pace_changed.connect(self._set_pace)
        transport.grain_picked.connect(self.set_grain)
        transport.example_picked.connect(controller.pick_example)
        transport.mean_picked.connect(controller.show_mean)
        transport.pin_toggled.connect(controller.pin_shown)
        transport.visited.connect(controller.visit)
        transport.line_picked.connect(controller.take_line)

    # ---- what the controller says --------------------------------------------------------------------------------

    def _show_run(self, run: RunInfo) -> None:
        self.messages.clear()
        self.header.set_title(run.experiment.title)
        self.header.set_note(fault_note(run.experiment, run.examples.faults))
        self.setWindowTitle(plain_title(f"{run.experiment.title} – nnviz"))
        self._store.remember_experiment(run.experiment)
        for view in self._views:
            view.set_run(run)
        self.experiment.show_experiment(run.experiment)
        self._want()

    def _show_moment(self, moment: Moment) -> None:
        if self._said_at is not None and moment.record.iteration != self._said_at:
            # What was said is about another update.
            self._said_at = None
            self.messages.clear()
        for view in self._views:
            view.show_moment(moment)
        if not moment.training and self.controller.idle:
            self.experiment.show_learning_rate(moment.record.learning_rate)

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        self.loss.show_snapshot(snapshot)
        self.transport.show_snapshot(snapshot)
        for panel in self.finding_panels:
            if panel.isVisible():
                panel.show_findings(snapshot.answers)
        if self.controller.idle and self.controller.state is not State.TRAINING:
            # Going through time comes past other rates.
            self.experiment.show_learning_rate(snapshot.learning_rate)

    def _show_state(self, state: State) -> None:
        self.transport.set_playing(state is State.PLAYING)
        self.transport.set_training(state is State.TRAINING)
        if state is not State.PAUSED:
            self.messages.clear()
        if state is not State.TRAINING:
            self.settle()

    def _show_stop(self, message: str) -> None:
        text = self.tr("Training stopped: %1.").replace("%1", message)
        snapshot = self.controller.snapshot
        if snapshot is None:
            return
        reason, stopping = snapshot.history.stop_reason, snapshot.run.experiment.training.early_stopping
        if reason == "diverged":
            self.messages.show_warning(text)
            return
        if reason == "early_stopping" and stopping is not None and stopping.restore_best:
            text += " " + self.tr("The next update starts from the best epoch's weights.")
        self._say(text)

    def _show_restored(self, epoch: int) -> None:
        text = self.tr("The weights of epoch %1 are back: this update starts from them.")
        self._say(text.replace("%1", whole(epoch)))

    def _say(self, text: str) -> None:
        """Say something about the update on screen, for as long as it is on screen."""
        self.messages.show_info(text)
        moment = self.controller.moment
        self._said_at = moment.record.iteration if moment is not None else None

    def _show_failure(self, failure: Failure) -> None:
        if failure.refused:
            self.messages.show_error(failure.text)
        else:
            place = Path(failure.details).name
            self.messages.show_error(self.tr("The model had a fault: %1").replace("%1", f"{failure.text} ({place})"))
        if self.controller.experiment is not None:
            self.experiment.show_experiment(self.controller.experiment)

    def _show_explained(self, explained: Explained) -> None:
        if isinstance(explained.result, Failure):
            self._show_failure(explained.result)
        else:
            self.explain.show_answer(explained.question, explained.result)

    def settle(self) -> None:
        """Show at once what panels put off while training."""
        putting_off: tuple[Any, ...] = self.loss, self.saturation, self.transport, *self.finding_panels
        for panel in putting_off:
            panel.flush()

    def complete(self) -> None:
        """Have at once what is made while the user looks: pictures of data, typeset formulas."""
        self.settle()
        self.typesetter.load()
        self.experiment.prepare_pictures()

    # ---- opening -------------------------------------------------------------------------------------------------

    def open(self, experiment: Experiment) -> None:
        """Show an experiment. What was there stays until it is ready."""
        self.controller.load(experiment)

    def _open_new(self, experiment: Experiment) -> None:
        """One from elsewhere: changes count from it on."""
        self.experiment.set_origin(experiment)
        self._open_compared(experiment)

    def _open_compared(self, experiment: Experiment) -> None:
        self._store.forget_last_experiment()
        self.open(experiment)
        self.raise_()
        self.activateWindow()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.opening.open_file(Path(event.mimeData().urls()[0].toLocalFile()))

    # ---- looking -------------------------------------------------------------------------------------------------

    def present(self, presenting: bool) -> None:
        """Full screen, large type, panels out of the way; or back to how it was."""
        if presenting == self.look.presenting:
            return
        if presenting:
            self.panels.before_presenting()
            self.header.hide()
            self.look.set_presenting(True)
            self.showFullScreen()
        else:
            self.look.set_presenting(False)
            self.header.show()
            if self.panels.after_presenting():
                self.showMaximized()
            else:
                self.showNormal()
        self.actions_["present"].setChecked(presenting)
        self._tell_of_panels()

    @property
    def _views(self) -> tuple[Any, ...]:
        """Everything that shows runs and moments."""
        usual = self.diagram, self.formula, self.transport, self.loss, self.saturation, self.explain
        return (*usual, *self.finding_panels)

    def _tell_of_panels(self) -> None:
        self.transport.set_panels_beside(self.look.presenting and bool(self.panels.shown()))
        self._want()

    def leave(self) -> None:
        """Put a message away; if there is none, the panels that are shown while presenting; then stop presenting."""
        if self.messages.text():
            self.messages.clear()
        elif self.look.presenting and self.panels.shown():
            self.panels.hide_all()
        elif self.look.presenting:
            self.present(False)

    def show_keys(self) -> None:
        """List every key."""
        KeysDialog(self.look, self).open()

    def choose_options(self) -> None:
        names = "unit_maps", "weight_values", "reduced_motion"
        maps, weights, still = (self.actions_[name].isChecked() for name in names)
        self.diagram.set_options(show_maps=maps, show_weights=weights)
        self.diagram.reduced_motion = self.hidden_space.reduced_motion = still
        self._store.take(replace(self._store.now, unit_maps=maps, weight_values=weights, reduced_motion=still))
        self._want()

    def _want(self) -> None:
        """Ask the model for what is visible, and for nothing else."""
        for_data = DATA_MAP_POINTS if self.data.isVisible() else 0
        queries: frozenset[Query] = frozenset()
        for panel in self.finding_panels:
            if panel.isVisible():
                queries |= panel.wanted()
        self.controller.want(max(self.diagram.map_resolution, for_data), queries)

    def search_settings(self) -> None:
        self.panels.toggle("experiment", True)
        self.experiment.focus_search()

    def set_grain(self, grain: Grain) -> None:
        self.controller.set_grain(grain)
        self.transport.set_grain(grain)
        self._store.take(replace(self._store.now, grain=grain))

    def set_speed(self, speed: float) -> None:
        self.controller.set_speed(speed)
        self._store.take(replace(self._store.now, speed=speed))

    def _set_flat_below(self, share: float) -> None:
        self.controller.set_flat_below(share)
        self._store.take(replace(self._store.now, flat_below=share))

    def _set_pace(self, name: str) -> None:
        self.controller.set_pace(name)
        self._store.take(replace(self._store.now, pace=name))

    def usual_scale(self) -> float:
        """The type size that suits the screen."""
        return usual_scale(self.screen().geometry().height())

    def _restyle(self) -> None:
        px = self.look.px
        gap = px(PRESENTING_GAP if self.look.presenting else GAP)
        self.setContentsMargins(gap, 0, gap, gap)
        self._top.setContentsMargins(0, 0, 0, gap)
        self._centre.setContentsMargins(0, 0, 0, 0)
        self._centre.setSpacing(gap)
        self.controller.set_number_style(self.look.numbers)
        # The bar behind the header, once the header has its new height.
        QTimer.singleShot(0, self, self.update)

    # ---- remembering ---------------------------------------------------------------------------------------------

    def _recall(self) -> None:
        now, actions = self._store.now, self.actions_
        actions["decimal_comma"].setChecked(now.decimal_sign == ",")
        actions["unit_maps"].setChecked(now.unit_maps)
        actions["weight_values"].setChecked(now.weight_values)
        actions["reduced_motion"].setChecked(now.reduced_motion)
        self.controller.set_speed(now.speed)
        self.controller.set_pace(now.pace)
        self.transport.set_speed(now.speed)
        self.transport.set_pace(now.pace)
        self.set_grain(now.grain)
        self.controller.set_flat_below(now.flat_below)
        self.saturation.set_flat_below(now.flat_below)
        self.choose_options()
        if now.geometry is not None:
            self.restoreGeometry(now.geometry.state)
        self.panels.recall(now.layout.state if now.layout is not None else None)

    def show_where_it_was(self) -> None:
        """Show the window with its last size and place; the first time, as large as the screen allows."""
        if self._store.now.geometry is None:
            self.showMaximized()
        else:
            self.show()

    def _remember_look(self) -> None:
        theme, numbers = self.look.theme.name, self.look.numbers
        scale, digits, sign = self.look.scale / self.usual_scale(), numbers.digits, numbers.decimal_sign
        self._store.take(replace(self._store.now, theme=theme, scale=scale, digits=digits, decimal_sign=sign))

    def _remember(self) -> None:
        # While presenting, what counts is how everything stood before: brought back now, it would not be laid out yet.
        arrangement = self.panels.arrangement()
        self.look.set_presenting(False)
        self._remember_look()
        if self.controller.experiment is not None:
            self._store.remember_experiment(self.controller.experiment)
        geometry, layout = QtState.of(arrangement.geometry), QtState.of(arrangement.layout)
        self._store.take(replace(self._store.now, geometry=geometry, layout=layout))
        self._store.save()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.UpdateRequest:
            return super().event(event)
        started = perf_counter()
        done = super().event(event)
        # Before there is a network on screen there is no frame worth the name.
        if self.diagram.has_shown_network:
            self.frame_painted.emit(perf_counter() - started)
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # The bar behind the header reaches from edge to edge, past the margins that the cards keep.
        bar = QRect(0, 0, self.width(), self.header.mapTo(self, self.header.rect().bottomLeft()).y() + 1)
        if self.header.isVisible() and event.rect().intersects(bar):
            with QPainter(self) as painter:
                painter.fillRect(bar, self.look.colour("card"))
                painter.fillRect(bar.adjusted(0, bar.height() - 1, 0, 0), self.look.colour("card_border"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.panels.layout_is_usual:
            self.panels.arrange_usually()
        self._resized.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.controller.pause()
        self.explainer.close()
        self.comparisons.close()
        self.opening.close()
        self._remember()
        super().closeEvent(event)
