"""The window: the diagram with the formula strip and the transport under it, panels in docks around them."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QRect, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

from nnviz.engine.experiment import Experiment
from nnviz.engine.training.record.steps import Grain
from nnviz.ui.actions.actions import Actions
from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.formula import FormulaStrip
from nnviz.ui.formula.typeset import Typesetter
from nnviz.ui.look.look import Look
from nnviz.ui.session.controller import Controller
from nnviz.ui.sharing.sharing import Sharing
from nnviz.ui.stage.parts import StageParts
from nnviz.ui.toolkit.message_bar import MessageBar
from nnviz.ui.toolkit.soon import soon
from nnviz.ui.transport import Transport
from nnviz.ui.window.actions.table import GROUPS
from nnviz.ui.window.comparisons import Comparisons
from nnviz.ui.window.docks.panel_docks import PanelDocks
from nnviz.ui.window.docks.panel_feed import PanelFeed
from nnviz.ui.window.files.opening import Opening
from nnviz.ui.window.header import HeaderBar
from nnviz.ui.window.keys_dialog import KeysDialog
from nnviz.ui.window.lecture.authoring import Authoring
from nnviz.ui.window.lecture.lecture_stage import LectureStage
from nnviz.ui.window.lecture.lectures import Lectures
from nnviz.ui.window.lecture.lecturing import Lecturing
from nnviz.ui.window.lecture.pointing import Pointing
from nnviz.ui.window.lecture.presenting import Presenting
from nnviz.ui.window.lecture.stage_set import StageSet
from nnviz.ui.window.lecture.staging import Staging
from nnviz.ui.window.notices import Notices
from nnviz.ui.window.on_screen import SWITCHES, OnScreen
from nnviz.ui.window.panel_host import WindowHost
from nnviz.ui.window.picked_actions import PickedActions
from nnviz.ui.window.preferences.preference_store import PreferenceStore
from nnviz.ui.window.preferences.remembering import Remembering
from nnviz.ui.window.sessions.autosaved import FOLDER, Autosaved
from nnviz.ui.window.sessions.recordings import Recordings
from nnviz.ui.window.sessions.sessions import Sessions
from nnviz.ui.window.sharing.shared import sharing_of
from nnviz.ui.window.showing import Showing
from nnviz.ui.window.stage_keys import StageKeys
from nnviz.ui.window.undo_actions import UndoActions
from nnviz.view import View
from nnviz.worker.explainer import ExplainerLink

GAP = 12
"""Pixels between cards, and between them and the window's edge; the separators of the docks are as wide."""

PRESENTING_GAP = 8
"""The same when presenting, where type is half as large again and room is dear."""

RESIZED_MILLISECONDS = 120


class MainWindow(QMainWindow):
    """The frame: it puts the rooms together and hands on what they say. It decides nothing about time or the model.

    It has many methods, each of a few lines: Qt's events come in here, and what keys and rooms want of all of it.

    Signals:
        frame_painted(float): The window has painted a network, or a cue of a lecture; it took so many seconds.
        language_asked(): The next language is wanted, for which a window is made anew.
    """

    frame_painted = Signal(float)
    language_asked = Signal()

    def __init__(self, look: Look, controller: Controller, store: PreferenceStore) -> None:
        super().__init__()
        self.look, self.controller, self._store, self._begun = look, controller, store, False
        self.setAcceptDrops(True)
        self.setDockOptions(QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AllowTabbedDocks)
        self.setWindowTitle("nnviz")
        self.actions_ = Actions(look, GROUPS, self, self)
        self.actions_.attach(self)
        # Resizing asks for maps of another size once, when it is over.
        self._resized = QTimer(self, singleShot=True, interval=RESIZED_MILLISECONDS)
        self.explainer = ExplainerLink(self)

    def furnish(self) -> Generator[None]:
        """Make the centre and the rooms around it, in turns; before that, nobody may see the window or ask it."""
        look, controller, store = self.look, self.controller, self._store
        yield from self._build_centre(look)
        self.notices = Notices(self.messages, controller, self)
        self.picked = PickedActions(controller, self.actions_, self.notices.say, self)
        UndoActions(controller.editing.stack, self.actions_, self)
        self.opening = Opening(look, controller, store, self.notices.say, self.messages.show_error, self)
        self.comparisons = Comparisons(look, lambda: controller.experiment, self)
        host = self._host_of(controller, self.diagram)
        self.feed = PanelFeed(look, host, self)
        self.panels = PanelDocks(self, look, self.actions_, self.feed.make)
        host.best_shown.connect(self.feed.show_best)
        yield
        self.on_screen = OnScreen(controller, self.actions_, self.panels, self.feed, self.set_grain)
        self._lecture_stage = LectureStage(look, controller, self._host_of, self.stage, self._want, self)
        self.lecturing = Lecturing(controller, self._lecture_stage, self.show_view, self.view, self)
        self.stage.page.scene_picked.connect(self.lecturing.open_again)
        self.pointing = Pointing(look, controller, self.lecturing, self._stage_set.clicks, self)
        rooms = self.panels, self.header, self.messages, self.stage.page, self.pointing, self.explainer
        self.presenting = Presenting(look, *rooms, self.actions_, controller.stepping, self.lecturing, self)
        self.stage_keys = StageKeys(look, self.actions_, self)
        of_lectures = self.lecturing, self.presenting, self.panels, self.opening, store, self.messages
        self.lectures = Lectures(look, *of_lectures, self)
        self.lectures.offered.connect(host.offer)
        yield
        self.authoring = Authoring(controller, self.lecturing, self.lectures, store, self.messages, self.view, self)
        staging = Staging(look, self.lectures, self.lecturing, self.pointing, self)
        kept = Autosaved(store.beside(FOLDER))
        of_sessions = self.opening, self.on_screen, self.lectures, staging, kept, self.messages
        self.sessions = Sessions(look, controller, *of_sessions, self)
        self.sessions.begun.connect(store.forget_last_experiment)
        self.sessions.begun.connect(self._come_forward)
        self.opening.recording_opened.connect(self._come_forward)
        self.recordings = Recordings(controller, self.opening, self.sessions, self.actions_, self.messages, self)
        self.sharing: Sharing = sharing_of(self, self.sessions.keeping, store)
        self._remembering = Remembering(store, look, controller, self.actions_, self.panels, self.on_screen, self)
        shown_in = self.header, self.stage, self.formula, self.transport, self.feed
        self.showing = Showing(controller, store, *shown_in, self)
        self._connect()
        look.changed.connect(self._restyle)
        self._set_stage()
        self._recall()
        store.said.connect(self.messages.show_lasting)

    # ---- building ------------------------------------------------------------------------------------------------

    def _build_centre(self, look: Look) -> Generator[None]:
        menu = QMenu(self)
        self.actions_.fill_menu(menu)
        self.header: HeaderBar = HeaderBar(look, self.actions_, menu)
        self.messages: MessageBar = MessageBar(look)
        self.diagram: DiagramView = DiagramView(look)
        self.typesetter = Typesetter(look, self)
        self.formula: FormulaStrip = FormulaStrip(look, self.typesetter)
        yield
        self.transport: Transport = Transport(look, self.actions_)
        yield
        top = QWidget()
        self._top = QVBoxLayout(top)
        self._top.setSpacing(0)
        self.stage: StageParts = StageParts(look, self.diagram, self.typesetter)
        self._top.addWidget(self.header)
        self._top.addWidget(self.stage.head)
        # What is over and under the network is over and under a panel beside it, too.
        self.setMenuWidget(top)
        self.setStatusBar(self.stage.base)
        centre = QWidget()
        centre.setProperty("surface", "window")
        self._centre = QVBoxLayout(centre)
        self._centre.addLayout(self.stage.middle, 1)
        self._centre.addWidget(self.messages)
        self._centre.addWidget(self.formula)
        self._centre.addWidget(self.transport)
        self.setCentralWidget(centre)
        self._stage_set: StageSet = StageSet(look, centre, self._centre, self.stage, self.formula, self.transport)
        self.diagram.setFocus()
        yield

    def _host_of(
        self, controller: Controller, diagram: DiagramView, explainer: ExplainerLink | None = None
    ) -> WindowHost:
        rooms = self.opening, self.picked, self.messages
        return WindowHost(controller, diagram, explainer or self.explainer, *rooms, self)

    # ---- wiring --------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        changes = self.showing.run_shown, self.panels.shown_changed, self.feed.wants_changed, self._resized.timeout
        for changed in changes:
            changed.connect(self._want)
        self.frame_painted.connect(lambda _: self.controller.clock.painted())
        self.explainer.answered.connect(self.notices.hear_answer)
        self.presenting.changed.connect(self._set_stage)
        self.lectures.touring.changed.connect(self._set_tour)
        self.opening.opened.connect(self._open_here)
        self.messages.dismissed.connect(self.opening.reading.stop)
        self.comparisons.open_requested.connect(self._open_here)
        self.diagram.menu_requested.connect(self.picked.show_menu)
        self.transport.speed_changed.connect(self.set_speed)
        self.transport.pace_changed.connect(self.set_pace)
        self.transport.grain_picked.connect(self.set_grain)

    # ---- what is on screen ---------------------------------------------------------------------------------------

    def catch_up(self, before: MainWindow) -> None:
        """Know what a window knew in whose place this one comes."""
        self.lecturing.shown = before.lecturing.shown
        self.panels.places.are_usual = before.panels.places.are_usual
        if (snapshot := before.feed.latest) is not None and self.controller.moment is not None:
            self.showing.show_all(snapshot)

    def complete(self) -> None:
        """Have at once what is made while the user looks: panels, pictures of data, maps, typeset formulas."""
        self._resized.stop()
        self.panels.complete()
        self._want()
        self.showing.settle()
        self.feed.complete()
        self.typesetter.load()

    # ---- opening -------------------------------------------------------------------------------------------------

    def open(self, experiment: Experiment) -> None:
        """Show an experiment. What was there stays until it is ready."""
        self.controller.load(experiment)

    def _open_here(self, experiment: Experiment) -> None:
        self._store.forget_last_experiment()
        self.open(experiment)
        self._come_forward()

    def _come_forward(self) -> None:
        self.raise_()
        self.activateWindow()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.opening.open_file(Path(event.mimeData().urls()[0].toLocalFile()))

    # ---- looking -------------------------------------------------------------------------------------------------

    def show_view(self, view: View) -> None:
        """Put a view on screen, when what is under way is done.

        Raises:
            PlaceError: The run has not what the view names; nothing has changed.
        """
        self.on_screen.show(view)

    def view(self) -> View:
        """What is on screen."""
        return self.on_screen.view()

    def _set_stage(self) -> None:
        self._stage_set.show(self.look.presenting)
        self.lectures.touring.follow_stage()
        self._set_tour()
        self._want()

    def _set_tour(self) -> None:
        self.stage_keys.hold(self.look.presenting, self.lectures.touring.on)
        self._restyle()

    def ask_for_next_language(self) -> None:
        """Have the next language spoken, by another window in the place of this one."""
        self.language_asked.emit()

    def show_keys(self) -> None:
        """List every key."""
        KeysDialog(self.look, self).open()

    def choose_options(self) -> None:
        """Show what is switched on, and as it is switched on."""
        maps, signals, values = (self.actions_[name].isChecked() for name in SWITCHES)
        self.diagram.set_options(show_maps=maps, show_weights=values, show_signals=signals)
        self._remembering.note_view()
        self._want()

    def _want(self) -> None:
        """Ask the model for what is visible, and for nothing else."""
        points, queries = self._lecture_stage.wanted()
        points = max(self.diagram.map_resolution, self.feed.map_points, points)
        self.controller.want(points, self.feed.wanted() | queries)

    def set_grain(self, grain: Grain) -> None:
        """Step this finely."""
        self.controller.viewing.set_grain(grain)
        self.transport.set_grain(grain)
        self._remembering.note_view()

    def set_speed(self, speed: float) -> None:
        """Play so fast."""
        self.controller.clock.speed = speed
        self._store.take(replace(self._store.now, speed=speed))

    def set_pace(self, name: str) -> None:
        """Train so fast."""
        self.controller.clock.set_pace(name)
        self._store.take(replace(self._store.now, pace=name))

    def usual_scale(self) -> float:
        """The type size that suits the screen."""
        return self._remembering.usual_scale

    def _restyle(self) -> None:
        px, presenting = self.look.px, self.look.presenting
        gap, around = (px(PRESENTING_GAP), 0) if presenting else (px(GAP), px(GAP))
        self.setContentsMargins(around + self.lectures.touring.room, 0, around, around)
        self._top.setContentsMargins(0, 0, 0, around)
        self._centre.setContentsMargins(0, 0, 0, 0)
        self._centre.setSpacing(gap)
        self._stage_set.make_room()
        self.controller.editing.set_number_style(self.look.numbers)
        # The bar behind the header, once the header has its new height.
        soon(self, self.update)

    # ---- remembering ---------------------------------------------------------------------------------------------

    def _recall(self) -> None:
        self._remembering.recall()
        now = self._store.now
        self.controller.clock.set_pace(now.pace)
        self.transport.set_pace(now.pace)
        self.transport.set_speed(now.speed)
        self.set_speed(now.speed)
        self.choose_options()

    def follow_screen(self) -> None:
        """Let the type suit the screen that the window is on, wherever it is moved."""
        self._remembering.follow_screen()

    def show_where_it_was(self) -> None:
        """Show the window with its last size and place; the first time, as large as the screen allows."""
        if self._remembering.knows_the_place:
            self.show()
        else:
            self.showMaximized()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.UpdateRequest:
            return super().event(event)
        started = perf_counter()
        done = super().event(event)
        # Before there is a network on screen, or a cue of a lecture, there is no frame worth the name.
        if self.diagram.has_shown_network or self.lecturing.shown:
            self.frame_painted.emit(perf_counter() - started)
            if self.diagram.has_shown_network and not self._begun:
                self._begun = True
                soon(self.panels, self.panels.begin)
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
        # What is about to fill a screen is not as high as that at once.
        if not self.isFullScreen() or self.height() >= self.screen().size().height():
            self.look.set_stage_height(self.height())
        self._stage_set.make_room()
        self.panels.places.follow_window()
        self._resized.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # What can be seen of the panels is known once they are laid out.
        soon(self.panels, self.panels.places.follow_window)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.controller.clock.pause()
        self.explainer.close()
        self.comparisons.close()
        self.lecturing.close()
        self.opening.close()
        self.sharing.close()
        self.sessions.close()
        self._remembering.close()
        super().closeEvent(event)
