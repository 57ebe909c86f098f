"""The application: look, model thread, controller and window put together, run, and taken apart again."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

from msgspec import structs
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from nnviz import __version__
from nnviz.engine.experiment import Experiment
from nnviz.language import SOURCE, config_folder, languages
from nnviz.recordings.reading import Recording
from nnviz.sessions.opening import Opened
from nnviz.temporary import clear, temporary_folders
from nnviz.ui.look.fonts import load_fonts
from nnviz.ui.look.look import Look, usual_scale
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.look.turns import Turns
from nnviz.ui.names.speaker import Speaker
from nnviz.ui.session.clock import State
from nnviz.ui.session.controller import Controller
from nnviz.ui.session.pace import FULL_SPEED
from nnviz.ui.stats import Stats
from nnviz.ui.toolkit.collector import Collector
from nnviz.ui.toolkit.deaf import deaf
from nnviz.ui.toolkit.heap import keep_little
from nnviz.ui.toolkit.in_sight import InSight
from nnviz.ui.toolkit.interrupts import Interrupts
from nnviz.ui.toolkit.painted_apart import PaintedApart
from nnviz.ui.toolkit.uncaught import Uncaught
from nnviz.ui.window.lecture.giving import Giving
from nnviz.ui.window.main_window import MainWindow
from nnviz.ui.window.preferences.preference_store import PreferenceStore, users_store
from nnviz.ui.window.sessions.autosaved import FOLDER
from nnviz.worker.link import ModelLink

COVERED_MILLISECONDS = 200
"""So long a window stays under the one that has come in its place: what is not painted yet shows it."""


class App:
    """Everything that lives as long as somebody looks.

    Args:
        language: What is spoken; left out, English.

    Attributes:
        window: The present one: when another language is spoken, another one comes in its place.
    """

    def __init__(
        self, application: QApplication, store: PreferenceStore, theme: str, scale: float, language: str = SOURCE
    ) -> None:
        load_fonts()
        self._application = application
        self._in_sight = InSight(application)
        self._speaker = Speaker(application)
        self._speaker.speak(language)
        self._next_language = language
        self._turns: Turns | None = None
        self._welcomes: list[Callable[[MainWindow], object]] = []
        self.look = Look(
            theme=theme,
            scale=scale,
            numbers=NumberStyle(digits=store.now.digits, decimal_sign=store.now.decimal_sign),
        )
        self.look.dress(application)
        self._store = store
        self.link = ModelLink()
        self.controller = Controller(self.link)
        try:
            for _ in self._make_window():
                pass
        except BaseException:
            self.link.close()
            raise
        self.controller.run_changed.connect(self._tell)

    def _make_window(self) -> Generator[None]:
        """Make the window that is the present one from then on, in turns; also where this is broken off, all of it."""
        window = MainWindow(self.look, self.controller, self._store)
        rooms = window.furnish()
        try:
            yield
            for _ in rooms:
                yield
        except GeneratorExit:
            # What is begun can be let go of only when it is whole.
            for _ in rooms:
                pass
            self.window = window
            raise
        # When the window is done with the key: it is to be closed.
        window.language_asked.connect(self.speak_next, Qt.ConnectionType.QueuedConnection)
        self.window = window

    def welcome(self, welcome: Callable[[MainWindow], object]) -> None:
        """Do something with the window, and with each that comes in its place."""
        self._welcomes.append(welcome)
        welcome(self.window)

    def speak_next(self) -> None:
        """Speak the next language there is."""
        every = languages()
        self.speak(every[(every.index(self._speaker.language) + 1) % len(every)])

    def speak(self, language: str) -> None:
        """Speak another language. Who looks stays where they are: the run goes on, and so does a lecture.

        Raises:
            FileNotFoundError: There are no translations into it.
        """
        self._next_language = language
        self.look.in_turns(self._speak)

    def change_in_turns(self) -> None:
        """From here on another look or language takes a few turns of the loop, none of them long, nor does painting."""
        self._turns = self.look.change_in_turns()
        self.welcome(PaintedApart)

    def _speak(self) -> Generator[None]:
        """Let another window come in the place of the one that is there, which goes however far this has come."""
        old, was_seen = self.window, self.window.isVisible()
        finished = closed = False
        quits = self._application.quitOnLastWindowClosed()
        self._application.setQuitOnLastWindowClosed(False)
        try:
            yield from self._come_over(old)
            finished = True
        except Exception:
            # Somewhere it has to be said what went wrong.
            self.window.show_where_it_was()
            raise
        finally:
            if self.window is not old:
                closed = was_seen and not old.isVisible()
                self._let_go(old, covered=finished and self._turns is not None)
            self._application.setQuitOnLastWindowClosed(quits)
        if closed:
            # Whoever has closed it meanwhile does not want another one.
            self.window.close()

    def _come_over(self, old: MainWindow) -> Generator[None]:
        """Put another window over this one; until it is there, nobody hears what is asked of this one."""
        language, state = self._next_language, self.controller.state
        giving, stage = old.lectures.here, old.sessions.staging.now
        # The panels of before the stage or the tour: what is shown there is hidden and shown by them.
        view = structs.replace(old.view(), panels=old.panels.arrangement().in_front)
        shown = old.panels.shown()
        presenting, whole_screen = self.look.presenting, old.isFullScreen()
        closing = QCloseEvent()
        QCoreApplication.sendEvent(old, closing)
        if not closing.isAccepted():
            return
        with self.link.held(), deaf(old):
            # Nothing that it has begun is to arrive there later.
            old.lecturing.end()
            self.controller.forget_turns()
            self._speaker.speak(language)
            self._store.take(replace(self._store.now, language=language))
            yield
            yield from self._make_window()
            new = self.window
            for welcome in self._welcomes:
                welcome(new)
            yield
            new.catch_up(old)
            if self.controller.moment is not None:
                for panel in view.panels:
                    yield
                    new.panels.panel(panel)
                yield
                new.show_view(view)
            yield
            # Not to be seen as a plain window on its way to the stage.
            new.setUpdatesEnabled(False)
            new.show_where_it_was()
            new.follow_screen()
            new.sessions.staging.take_up(stage, giving.reading.lecture if giving is not None else None)
            if giving is not None:
                yield
                new.lectures.begin(replace(giving, language=language, windowed=not whole_screen, tour=not presenting))
                if not presenting:
                    # Not to be seen with the panels of before the tour until its scene is there.
                    new.lectures.touring.begin_with(tuple(shown))
            elif presenting:
                new.presenting.present(True, whole_screen=whole_screen)
            new.setUpdatesEnabled(True)
            # It is painted before it hears what has been answered meanwhile.
            yield
        if state is State.TRAINING:
            self.controller.toggle_training(gather=False)
        elif state is State.PLAYING:
            self.controller.toggle_play()

    def _let_go(self, old: MainWindow, *, covered: bool) -> None:
        """Delete a window in whose place another has come; one that is covered, once that one is painted."""
        # Since it was closed it may have been asked for more of what is opened beside it.
        old.comparisons.close()
        old.opening.close()
        _end_threads(old)
        if covered:
            timer = QTimer(old, singleShot=True, interval=COVERED_MILLISECONDS)
            timer.timeout.connect(old.deleteLater)
            timer.start()
        else:
            old.hide()
            old.deleteLater()

    def _tell(self, _: object) -> None:
        """Say what is not as the user left it, once there is a network: what comes on screen puts messages away."""
        self.controller.run_changed.disconnect(self._tell)
        if self._store.words:
            self.window.messages.show_warning(" ".join(self._store.words))

    def open(self, what: Experiment | Opened | Recording | Path | Giving | None) -> None:
        """Show the window, with what is given or else with what was open last; over that one, a file that is named."""
        if isinstance(what, Giving):
            self.give(what)
            return
        if isinstance(what, Experiment):
            self.window.open(what)
        elif isinstance(what, Recording):
            self.window.recordings.begin(what)
        elif not isinstance(what, Opened):
            self.window.opening.open_last()
        self.window.show_where_it_was()
        if isinstance(what, Opened):
            self.window.sessions.take_up(what)
        if isinstance(what, Path):
            self.window.opening.open_file(what)
        if what is None:
            self.window.sessions.offer()

    def give(self, giving: Giving) -> None:
        """Show the window, to the audience unless it is a tour, and begin."""
        self.window.show_where_it_was()
        self.window.lectures.begin(giving)
        self.window.sessions.offer(giving)

    def close(self) -> None:
        """End the threads, and leave the application as it was."""
        if self._turns is not None:
            self._turns.stop()
        self.controller.forget_turns()
        self._in_sight.deleteLater()
        self._speaker.speak(SOURCE)
        self.link.close()
        _end_threads(self.window)
        # What they hear of each other keeps them, and with them the model and its runs: nobody else ends them.
        self.controller.deleteLater()
        self.link.deleteLater()


def _end_threads(window: MainWindow) -> None:
    """Those that work for a window alone: Qt ends the process over one that is running when its window is deleted."""
    window.explainer.close()
    window.typesetter.close()
    window.lecturing.close()


def make_application() -> QApplication:
    """The Qt application with its names; one without windows gives way to it."""
    if (without := QCoreApplication.instance()) is not None:
        without.shutdown()
    application = QApplication([sys.argv[0]])
    application.setApplicationName("nnviz")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("org.nnviz.nnviz")
    return application


def run_window(
    what: Experiment | Opened | Recording | Path | Giving | None,
    stats_file: Path | None,
    quit_after: float | None,
    train: bool,
    language: str = SOURCE,
) -> int:
    """Open the window, and come back when it is closed.

    Args:
        what: What to open, a table to look into, or a lecture to give; left out, what was open the last time.
        stats_file: Where to write what the app measured of itself.
        quit_after: Seconds after the first painted frame at which the window closes by itself.
        train: Whether to train at once.
        language: What is spoken.
    """
    keep_little()
    application = make_application()
    with ExitStack() as stack:
        # The first to come and the last to go: whenever somebody ends the process, it ends as it should.
        ending: list[bool] = []

        def end() -> None:
            ending.append(True)
            application.closeAllWindows()

        interrupts = Interrupts(end)
        stack.callback(interrupts.close)
        application.commitDataRequest.connect(lambda _: end())
        store = users_store()
        usual = usual_scale(application.primaryScreen().geometry().height())
        stack.callback(Collector().close)
        app = App(application, store, store.now.theme, usual * store.now.scale, language)
        controller, uncaught, stats = app.controller, Uncaught(), Stats()
        stack.callback(uncaught.close)
        stack.callback(app.close)
        # Queued: not in the middle of painting, and on the window's thread.
        queued = Qt.ConnectionType.QueuedConnection
        app.welcome(lambda window: uncaught.happened.connect(window.messages.show_error, queued))
        if stats_file is not None or quit_after is not None:
            _measure(app, stats, quit_after)
        if train:
            _train_when_loaded(controller)
        if train or stats_file is not None:
            # What is measured is how fast it can be.
            controller.clock.set_pace(FULL_SPEED)
            app.window.transport.set_pace(FULL_SPEED)
        app.open(what)
        app.window.follow_screen()
        app.change_in_turns()
        clear_leftovers(store.now.folder)
        if ending:
            # Before there was a window to close.
            application.closeAllWindows()
        status = 0 if ending else application.exec()
    if stats_file is not None:
        _write(stats_file, stats, app.window.lecturing.shown if isinstance(what, Giving) else None)
    return status


def clear_leftovers(saved: str) -> Thread:
    """What processes that were killed have left where the user keeps things goes, beside the window, on a thread."""
    folders = [config_folder(), config_folder() / FOLDER, *([Path(saved)] if saved else []), *temporary_folders()]
    thread = Thread(target=clear, args=folders, name="leftovers", daemon=True)
    thread.start()
    return thread


def _measure(app: App, stats: Stats, quit_after: float | None) -> None:
    controller = app.controller
    app.welcome(lambda window: window.frame_painted.connect(stats.frame_painted))
    controller.snapshot_arrived.connect(lambda snapshot: stats.iterations_made(snapshot.iterations_made))
    controller.state_changed.connect(lambda state: stats.training_changed(state is State.TRAINING))
    if quit_after is not None:
        timer = QTimer(controller)
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: app.window.close())

        def begin(_: object) -> None:
            if not timer.isActive():
                timer.start(round(quit_after * 1e3))

        app.welcome(lambda window: window.frame_painted.connect(begin))
        # A lecture may begin with words alone, in which no network is painted.
        app.welcome(lambda window: window.lecturing.arrived.connect(lambda: begin(None)))
        # Where nothing could be loaded, no frame comes.
        controller.failed.connect(begin)


def _train_when_loaded(controller: Controller) -> None:
    """Train as soon as there is a network, and go on when a run ends by itself."""

    def begin(_: object) -> None:
        controller.snapshot_arrived.disconnect(begin)
        controller.toggle_training(gather=False)

    def go_on() -> None:
        if controller.state is State.PAUSED:
            controller.toggle_training(gather=False)

    controller.snapshot_arrived.connect(begin)
    controller.stopped.connect(lambda _: QTimer.singleShot(0, go_on))


def _write(file: Path, stats: Stats, cues: list[dict[str, Any]] | None) -> None:
    import json

    from nnviz.files import write_whole

    report = stats.report() if cues is None else {**stats.report(), "cues": cues}
    write_whole(file, [json.dumps(report, indent=2).encode() + b"\n"])
