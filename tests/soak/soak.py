"""Somebody who does anything, without thinking, for as long as is asked for."""

from __future__ import annotations

import gc
import os
import weakref
from collections import deque
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import monotonic, thread_time

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from nnviz.engine import Experiment, Trainer
from nnviz.engine.experiments.experiment_files import named_experiments
from nnviz.sessions.opening import Opened
from nnviz.ui.app import App, make_application
from nnviz.ui.toolkit.collector import Collector
from nnviz.ui.toolkit.heap import keep_little
from nnviz.ui.toolkit.uncaught import Uncaught
from nnviz.ui.window.actions.table import ACTIONS
from nnviz.ui.window.main_window import MainWindow
from nnviz.ui.window.preferences.preference_store import PreferenceStore
from tests.soak.files import written_files
from tests.soak.found import Found

STALL = 100.0
"""Milliseconds of processor time of one turn."""
LONGEST_REPLAY = 3_000
"""Updates that an engine of its own makes to compare its numbers."""
PATIENCE = 40
"""Looks, a twentieth of a second apart, until a window is gone that was closed or replaced."""
REMEMBERED = 12
"""Things that were asked for before something went wrong."""
LEFT_ALONE = ("quit", "open", "save", "copy_", "share")
"""Actions that ask a dialog of the system's, or have other programs at work."""
KEYS = (
    *(Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return),
    *(Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_F5),
)
LETTERS = "abcdefghlmnpstuwxyz0123456789.,+-[]{}"


class Soak:
    """The window, and whoever sits before it.

    Args:
        seed: The same seed asks for the same things; what comes of them depends on the machine.
        folder: For files and settings.
        say: Gets a line now and then.
    """

    def __init__(self, seed: int, folder: Path, say: Callable[[str], object] = lambda _: None) -> None:
        keep_little()
        self._random, self._say = Random(seed), say
        self._store_file = folder / "preferences.json"
        self._files = written_files(folder)
        instance = QApplication.instance()
        self._application = instance if isinstance(instance, QApplication) else make_application()
        self.found = Found()
        self._before: deque[str] = deque(maxlen=REMEMBERED)
        self._uncaught = Uncaught()
        self._uncaught.happened.connect(self._note_fault)
        self._away = QTimer(interval=200)
        self._away.timeout.connect(self._close_dialogs)
        self._away.start()
        self._windows: list[weakref.ref[MainWindow]] = []
        self._others: list[Experiment] = []
        # Before there are windows.
        self._collector = Collector()
        self._start = monotonic()
        self._actions = [spec.id for spec in ACTIONS if not spec.id.startswith(LEFT_ALONE)]
        self._open_app()

    def run(self, seconds: float) -> None:
        """Do anything for so long."""
        ways = [self._act] * 8 + [self._press] * 5 + [self._click] * 6 + [self._wheel] * 2
        ways += [self._open, self._resize, self._look, self._language, self._act_often]
        end, noted = monotonic() + seconds, 0.0
        rounds = 0
        while monotonic() < end:
            rounds += 1
            self._random.choice(ways)()
            self._settle(self._random.choice((0.0, 0.0, 0.02, 0.1, 0.4)))
            if rounds % 40 == 0:
                self._compare()
            if rounds % 300 == 0:
                self._reopen()
            if monotonic() - noted > min(20.0, seconds / 12):
                noted = monotonic()
                self._note_memory()

    def close(self) -> Found:
        """Leave, and say what was found."""
        self._look_for_left()
        self._close_app()
        self._collector.close()
        self._away.stop()
        self._uncaught.close()
        return self.found

    # ---- the window ----------------------------------------------------------------------------------------------

    def _open_app(self) -> None:
        self._app = App(self._application, PreferenceStore(self._store_file), "light", 0.75)
        # Those too in whose place another language puts another one.
        self._app.welcome(lambda window: self._windows.append(weakref.ref(window)))
        self._app.welcome(lambda window: window.opening.session_opened.connect(self._note_numbers))
        self._app.window.resize(1280, 720)
        self._app.open(None)
        self._app.change_in_turns()
        self._settle(0.5)

    def _close_app(self) -> None:
        before = self._app.window
        before.close()
        self._app.close()
        # Where its language was just changing, another one has come.
        for window in {before, self._app.window}:
            window.close()
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _reopen(self) -> None:
        self._note("close and open again")
        self._look_for_left()
        self._close_app()
        self._open_app()

    def _look_for_left(self) -> None:
        """Whether windows are there that were closed, or replaced by one of another language, but for this one."""
        left = self._left()
        for _ in range(PATIENCE):
            if not left:
                break
            # One may be covered still, or have something to do in the next turn.
            self._settle(0.05)
            left = self._left()
        if left:
            self._note_fault(f"{left} of {len(self._windows) - 1} windows that were closed are still there")
            # Told once.
            self._windows = [window for window in self._windows if window() is self._app.window]

    def _left(self) -> int:
        """How many are there for Qt: what PySide keeps of one is told by the memory it takes."""
        gc.collect()
        found = (window() for window in self._windows)
        return sum(window not in (None, self._app.window) and isValid(window) for window in found)

    def _settle(self, seconds: float) -> None:
        end = monotonic() + seconds
        while True:
            before = thread_time()
            self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            taken = (thread_time() - before) * 1e3
            if taken > STALL:
                self.found.stalls[self._before[-1] if self._before else "the start"].append(taken)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if monotonic() >= end:
                return

    def _close_dialogs(self) -> None:
        for _ in range(3):
            if (dialog := QApplication.activeModalWidget()) is not None:
                dialog.close()
            if (popup := QApplication.activePopupWidget()) is not None:
                popup.close()
        # Windows that have been opened beside it come and go.
        others = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not self._app.window]
        if len(others) > 3:
            self._random.choice(others).close()

    # ---- what hands do -------------------------------------------------------------------------------------------

    def _note(self, what: str) -> None:
        self.found.asked[what.partition(":")[0]] += 1
        self._before.append(what)

    def _timed(self, do: Callable[[], object]) -> None:
        before = thread_time()
        do()
        taken = (thread_time() - before) * 1e3
        if taken > STALL:
            self.found.stalls[self._before[-1]].append(taken)

    def _act(self) -> None:
        name = self._random.choice(self._actions)
        action = self._app.window.actions_[name]
        if action.isEnabled():
            self._note(name)
            self._timed(action.trigger)

    def _act_often(self) -> None:
        name = self._random.choice(("step", "step_back", "step_iteration", "step_epoch", "undo", "redo", "train"))
        self._note(f"{name}, many times")
        for _ in range(self._random.randrange(30)):
            self._timed(self._app.window.actions_[name].trigger)

    def _widget(self) -> QWidget | None:
        tops = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each.isWindow()]
        if not tops:
            return None
        top = self._random.choice([*tops, self._app.window])
        inner = [
            each for each in top.findChildren(QWidget) if each.isVisible() and each.width() > 0 and each.height() > 0
        ]
        return self._random.choice(inner) if inner else None

    def _press(self) -> None:
        widget = QApplication.focusWidget() or self._app.window
        modifier = self._random.choice((Qt.KeyboardModifier.NoModifier,) * 4 + (Qt.KeyboardModifier.ShiftModifier,))
        if self._random.random() < 0.5:
            key = self._random.choice(KEYS)
            self._note(f"press: {key.name}")
            self._timed(lambda: QTest.keyClick(widget, key, modifier))
        else:
            letter = self._random.choice(LETTERS)
            self._note(f"press: {letter}")
            self._timed(lambda: QTest.keyClick(widget, letter, modifier))

    def _click(self) -> None:
        widget = self._widget()
        if widget is None:
            return
        place = QPoint(self._random.randrange(widget.width()), self._random.randrange(widget.height()))
        self._note(f"click: {type(widget).__name__}")
        left = Qt.MouseButton.LeftButton
        if self._random.random() < 0.3:
            self._timed(lambda: QTest.mousePress(widget, left, pos=place))
            for _ in range(3):
                place += QPoint(self._random.randrange(-40, 41), self._random.randrange(-40, 41))
                self._timed(lambda to=place: QTest.mouseMove(widget, to))
            self._timed(lambda: QTest.mouseRelease(widget, left, pos=place))
        else:
            click = self._random.choice((QTest.mouseClick, QTest.mouseClick, QTest.mouseDClick))
            self._timed(lambda: click(widget, left, pos=place))

    def _wheel(self) -> None:
        widget = self._widget()
        if widget is None:
            return
        self._note(f"wheel: {type(widget).__name__}")
        place = QPointF(widget.width() / 2, widget.height() / 2)
        turned = QPoint(0, self._random.choice((-120, 120, -600, 600)))
        none = Qt.KeyboardModifier.NoModifier
        event = QWheelEvent(
            place,
            widget.mapToGlobal(place),
            QPoint(),
            turned,
            Qt.MouseButton.NoButton,
            none,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        self._timed(lambda: QApplication.sendEvent(widget, event))

    def _open(self) -> None:
        if self._random.random() < 0.5:
            name = self._random.choice(named_experiments())
            self._note(f"built in: {name}")
            self._timed(lambda: self._app.window.open(Experiment.named(name)))
        else:
            file = self._random.choice(self._files)
            self._note(f"file: {file.name}")
            self._timed(lambda: self._app.window.opening.open_file(file))

    def _resize(self) -> None:
        width, height = self._random.choice(((1920, 1080), (1280, 720), (1024, 768), (700, 500), (1366, 768)))
        self._note(f"resize: {width} × {height}")
        self._timed(lambda: self._app.window.resize(width, height))

    def _look(self) -> None:
        name = self._random.choice(("theme", "larger", "smaller", "present", "leave", "normal_size"))
        self._note(name)
        self._timed(self._app.window.actions_[name].trigger)

    def _language(self) -> None:
        self._note("language")
        self._timed(self._app.speak_next)

    # ---- what is looked at ---------------------------------------------------------------------------------------

    def _note_fault(self, text: str) -> None:
        line = f"{text} (after {', '.join(self._before)})"
        self.found.faults.append(line)
        self._say(f"FAULT {line}")

    def _note_numbers(self, opened: Opened) -> None:
        """The numbers of a session that was damaged are its own, as it is said."""
        if opened.check.differs or opened.check.examples_differ:
            self._others.append(opened.session.experiment)

    def _note_memory(self) -> None:
        minutes, used = (monotonic() - self._start) / 60, _memory()
        self.found.memory.append((minutes, used))
        self._say(f"{minutes:5.1f} min  {used:4.0f} MB  {self.found.asked.total():,} asked for")

    def _compare(self) -> None:
        """Whether the numbers on screen are those of an engine that has gone there by itself."""
        controller = self._app.controller
        snapshot, moment, experiment = controller.snapshot, controller.moment, controller.experiment
        if snapshot is None or moment is None or experiment is None or not (self._app.link.idle and controller.idle):
            return
        timeline, record = snapshot.timeline, moment.record
        if timeline.marks or len(timeline.lines) > 1 or record.iteration > LONGEST_REPLAY:
            return
        if experiment in self._others:
            return
        trainer = Trainer(experiment)
        trainer.seek(record.iteration)
        own = trainer.iterate()
        self.found.compared += 1
        if (own.arena.tobytes(), own.after.tobytes()) != (record.arena.tobytes(), record.after.tobytes()):
            line = f"{experiment.title}, iteration {record.iteration} (after {', '.join(self._before)})"
            self.found.differences.append(line)
            self._say(f"OTHER NUMBERS {line}")


def _memory() -> float:
    """Megabytes that this process has now."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:  # not on Linux
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
