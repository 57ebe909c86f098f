"""An experiment that names a table is read beside the window, and not for longer than the user wants."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread, current_thread

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.engine import Experiment
from nnviz.ui.app import App
from nnviz.ui.window.preferences.preference_store import PreferenceStore
from tests.ui.window.test_main_window import wait_until_idle

Open = Callable[..., App]


class Gate:
    """Holds the reading of experiments up until it is opened, and knows on which threads they were read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.opened, self.threads = Event(), list[Thread]()
        for name in ("load", "parse"):
            monkeypatch.setattr(Experiment, name, self._held(getattr(Experiment, name)))

    def _held(self, read: Callable[..., Experiment]) -> Callable[..., Experiment]:
        def held(given: object) -> Experiment:
            self.threads.append(current_thread())
            assert self.opened.wait(20)
            return read(given)

        return held


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate = Gate(monkeypatch)
    yield gate
    gate.opened.set()


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """An experiment file beside the table that it names."""
    rows = "".join(f"{number},{number * number % 7},{'no' if number % 2 else 'yes'}\n" for number in range(30))
    (tmp_path / "animals.csv").write_text(f"a,b,y\n{rows}")
    path = tmp_path / "mine.toml"
    path.write_text('title = "Mine"\n[data]\nfile = "animals.csv"\ntarget = "y"\n')
    return path


def title(app: App) -> str:
    assert app.controller.experiment is not None
    return app.controller.experiment.title


def reading_threads(qtbot: QtBot) -> list[QThread]:
    application = QApplication.instance()
    assert application is not None
    return [thread for thread in application.findChildren(QThread) if thread.isRunning()]


def test_the_window_goes_on_while_a_table_is_read(qtbot: QtBot, open_app: Open, written: Path, gate: Gate) -> None:
    app = open_app()
    app.window.opening.open_file(written)
    assert app.window.messages.text() == "Reading animals.csv … Esc stops it."
    assert title(app) == "Circle"
    qtbot.waitUntil(lambda: len(gate.threads) == 1)
    assert gate.threads[0] is not current_thread()
    gate.opened.set()
    qtbot.waitUntil(lambda: title(app) == "Mine", timeout=20_000)
    assert app.window.messages.text() == ""
    assert app.window.opening.recent() == [written.resolve()]
    assert app.window.opening.origin == app.controller.experiment


@pytest.mark.parametrize("how", ["key", "cross", "another"])
def test_nothing_is_heard_of_what_was_stopped(
    qtbot: QtBot, open_app: Open, written: Path, gate: Gate, how: str
) -> None:
    app = open_app()
    app.window.opening.open_file(written)
    qtbot.waitUntil(lambda: len(gate.threads) == 1)
    if how == "key":
        app.window.actions_["leave"].trigger()
    elif how == "cross":
        app.window.messages._cross.click()
    else:
        app.window.opening.load(lambda: Experiment.named("moons"))
    gate.opened.set()
    qtbot.waitUntil(lambda: not reading_threads(qtbot), timeout=20_000)
    wait_until_idle(qtbot, app)
    assert title(app) == ("Moons" if how == "another" else "Circle")
    assert app.window.messages.text() == ""


def test_what_is_wrong_with_a_table_is_said(qtbot: QtBot, open_app: Open, written: Path) -> None:
    app = open_app()
    (written.parent / "animals.csv").write_text("")
    app.window.opening.open_file(written)
    qtbot.waitUntil(lambda: "the file is empty" in app.window.messages.text(), timeout=20_000)
    assert title(app) == "Circle" and app.window.messages.kind() == "error"


def remember(app: App, path: Path) -> None:
    """As at the start: this is what was open the last time."""
    store = app.window._store
    store.take(replace(store.now, experiment=Experiment.load(path).to_toml()))


def test_the_last_experiment_is_read_beside_the_window_too(
    qtbot: QtBot, open_app: Open, written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app()
    remember(app, written)
    gate = Gate(monkeypatch)
    app.window.opening.open_last()
    qtbot.waitUntil(lambda: len(gate.threads) == 1)
    assert gate.threads[0] is not current_thread()
    gate.opened.set()
    qtbot.waitUntil(lambda: title(app) == "Mine", timeout=20_000)


def test_a_last_experiment_that_nobody_waits_for_stays_the_last_one(
    qtbot: QtBot, open_app: Open, written: Path, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app("moons")
    remember(app, written)
    gate = Gate(monkeypatch)
    app.window.opening.open_last()
    qtbot.waitUntil(lambda: len(gate.threads) == 1)
    app.window.messages.dismiss()
    gate.opened.set()
    qtbot.waitUntil(lambda: title(app) == "Circle", timeout=20_000)
    app.window.close()
    assert PreferenceStore(settings).last_experiment().title == "Mine"
