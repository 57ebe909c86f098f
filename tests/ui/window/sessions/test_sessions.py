"""Sessions in the window: saved and opened they are the same; what is not saved outlives the process that had it."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from nnviz.engine.training.timeline.events import SetParameter
from nnviz.sessions.opening import trainer_of
from nnviz.sessions.reading import load_session
from nnviz.ui.app import App
from nnviz.ui.session.moment import Selection
from nnviz.ui.session.place import Place
from nnviz.ui.window.lecture.resume_dialog import ResumeDialog
from nnviz.ui.window.sessions.autosaved import Autosaved
from tests.sessions.machines import rounds_otherwise
from tests.ui.window.desk import Desk
from tests.ui.window.test_main_window import wait_until_idle


def play(qtbot: QtBot, app: App) -> None:
    """Some training, a change in the past, a pick and a place in the middle of an update."""
    controller = app.controller
    controller.stepping.visit(30)
    wait_until_idle(qtbot, app)
    controller.stepping.visit(12)
    wait_until_idle(qtbot, app)
    controller.editing.edit(Selection(1, 2, 0), 1.5)
    wait_until_idle(qtbot, app)
    controller.stepping.visit(20)
    wait_until_idle(qtbot, app)
    controller.viewing.select(Selection(2, 1, 0))
    controller.go_to(Place(20, "delta1", None, None))
    wait_until_idle(qtbot, app)


def seen(app: App) -> tuple[object, ...]:
    """What is on screen, and the numbers of it."""
    snapshot, moment = app.controller.snapshot, app.controller.moment
    assert snapshot is not None and moment is not None
    record, timeline = moment.record, snapshot.timeline
    return (
        app.window.view(),
        record.iteration,
        record.before.tobytes(),
        record.after.tobytes(),
        snapshot.history.rows[:, 1:].tolist() if snapshot.history_from == 0 else None,
        timeline.line,
        timeline.lines,
    )


def save(monkeypatch: pytest.MonkeyPatch, app: App, file: Path, kind: str = "") -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), kind))
    app.window.actions_["save"].trigger()


def test_what_is_saved_as_a_session_opens_again_as_it_was(
    qtbot: QtBot, open_app: Callable[..., App], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, file = open_app(), tmp_path / "mine.nnviz"
    play(qtbot, app)
    before = seen(app)
    save(monkeypatch, app, file)
    qtbot.waitUntil(lambda: str(file) in app.window.messages.text())
    assert seen(app)[:4] == before[:4]
    assert app.window.opening.recent() == [file.resolve()]
    other = open_app("moons")
    other.window.opening.open_file(file)
    qtbot.waitUntil(lambda: other.controller.run is not None and other.controller.run.experiment.title == "Circle")
    wait_until_idle(qtbot, other)
    qtbot.waitUntil(lambda: other.window.view() == before[0])
    after = seen(other)
    assert after[:4] == before[:4] and after[5:] == before[5:]
    assert not other.controller.editing.stack.canUndo()
    qtbot.waitUntil(lambda: "Replayed here" in other.window.messages.text())
    # Its futures are there.
    other.controller.editing.take_line(0)
    wait_until_idle(qtbot, other)
    other.controller.stepping.visit(30)
    app.controller.editing.take_line(0)
    wait_until_idle(qtbot, app)
    app.controller.stepping.visit(30)
    for each in (app, other):
        wait_until_idle(qtbot, each)
    assert seen(app)[1:4] == seen(other)[1:4]


def test_a_window_that_computes_otherwise_shows_the_numbers_of_the_file_and_says_so(
    qtbot: QtBot, open_app: Callable[..., App], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, file = open_app(), tmp_path / "mine.nnviz"
    play(qtbot, app)
    before = seen(app)
    save(monkeypatch, app, file)
    qtbot.waitUntil(file.exists)
    rounds_otherwise(monkeypatch)
    other = open_app("moons")
    other.window.opening.open_file(file)
    words = "This machine computes the last digits otherwise: the numbers at iteration 20 are those of the file"
    qtbot.waitUntil(lambda: words in other.window.messages.text(), timeout=20_000)
    assert seen(other)[:3] == before[:3] and seen(other)[3] != before[3]


def test_the_kind_that_is_chosen_counts_where_the_name_is_the_proposed_one(
    qtbot: QtBot, open_app: Callable[..., App], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app()
    save(monkeypatch, app, tmp_path / "circle.toml", "Sessions (*.nnviz)")
    qtbot.waitUntil((tmp_path / "circle.nnviz").exists)
    save(monkeypatch, app, tmp_path / "circle.toml", "Experiments (*.toml)")
    assert (tmp_path / "circle.toml").exists()


def test_a_session_that_cannot_be_written_is_said(
    qtbot: QtBot, open_app: Callable[..., App], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app()
    save(monkeypatch, app, tmp_path / "nowhere" / "x.nnviz")
    qtbot.waitUntil(lambda: "there is no folder" in app.window.messages.text())


def test_what_is_no_session_is_refused_and_nothing_is_lost(
    qtbot: QtBot, open_app: Callable[..., App], tmp_path: Path
) -> None:
    app = open_app()
    play(qtbot, app)
    before = seen(app)
    (tmp_path / "x.nnviz").write_bytes(b"PK")
    app.window.opening.open_file(tmp_path / "x.nnviz")
    qtbot.waitUntil(lambda: "this is no nnviz session" in app.window.messages.text())
    assert seen(app) == before


# ---- what is kept by itself --------------------------------------------------------------------------------------


def kept(settings: Path) -> list[Path]:
    return sorted(settings.with_name("kept").glob("*.nnviz"))


def test_a_change_is_kept_soon_and_nothing_is_kept_of_what_is_as_it_began(
    qtbot: QtBot, open_app: Callable[..., App], settings: Path
) -> None:
    app = open_app()
    app.window.sessions.keeping.keep_now()
    wait_until_idle(qtbot, app)
    assert kept(settings) == []
    app.controller.editing.edit(Selection(1, 0, 0), 2.0)
    qtbot.waitUntil(lambda: len(kept(settings)) == 1)
    session = load_session(kept(settings)[0])
    assert [event for _, event in session.run.present.known.events] == [SetParameter(1, 0, 0, 2.0)]
    app.window.close()
    assert kept(settings) == []


def test_it_is_kept_while_training_and_training_goes_on(
    qtbot: QtBot, open_app: Callable[..., App], settings: Path
) -> None:
    app = open_app()
    app.controller.toggle_training(gather=False)
    qtbot.waitUntil(lambda: app.controller.moment.record.iteration > 100)  # type: ignore[union-attr]
    app.window.sessions.keeping.keep_now()
    qtbot.waitUntil(lambda: len(kept(settings)) == 1)
    iteration = load_session(kept(settings)[0]).run.iteration
    qtbot.waitUntil(lambda: app.controller.moment.record.iteration > iteration + 100)  # type: ignore[union-attr]
    assert app.controller.clock.training


def test_where_nothing_can_be_kept_it_is_said_once(qtbot: QtBot, open_app: Callable[..., App], settings: Path) -> None:
    settings.with_name("kept").write_text("in the way")
    app = open_app()
    for value in (1.0, 2.0):
        app.controller.editing.edit(Selection(1, 0, 0), value)
        wait_until_idle(qtbot, app)
        with qtbot.waitSignal(app.window.sessions.keeping._written):
            app.window.sessions.keeping.keep_now()
        qtbot.waitUntil(lambda value=value: ("cannot be kept" in app.window.messages.text()) == (value == 1.0))
        app.window.messages.dismiss()


def test_what_is_said_while_training_can_be_read(qtbot: QtBot, open_app: Callable[..., App]) -> None:
    app = open_app()

    def comes_to(iteration: int) -> Callable[[], bool]:
        return lambda: app.controller.moment.record.iteration > iteration  # type: ignore[union-attr]

    app.controller.toggle_training(gather=False)
    qtbot.waitUntil(comes_to(10))
    app.window.notices.say("Saved.")
    qtbot.waitUntil(comes_to(app.controller.moment.record.iteration + 50))  # type: ignore[union-attr]
    assert app.window.messages.text() == "Saved."
    app.controller.clock.pause()
    wait_until_idle(qtbot, app)
    assert app.window.messages.text() == "Saved."
    app.controller.stepping.step()
    wait_until_idle(qtbot, app)
    assert app.window.messages.text() == ""


def test_that_nothing_can_be_kept_stays_said_until_it_is_read(
    qtbot: QtBot, open_app: Callable[..., App], settings: Path
) -> None:
    settings.with_name("kept").write_text("in the way")
    app = open_app()
    app.controller.toggle_training(gather=False)
    qtbot.waitUntil(lambda: app.controller.moment.record.iteration > 10)  # type: ignore[union-attr]
    with qtbot.waitSignal(app.window.sessions.keeping.said):
        app.window.sessions.keeping.keep_now()
    app.controller.clock.pause()
    wait_until_idle(qtbot, app)
    app.window.notices.say("Something else.")
    app.controller.stepping.step()
    wait_until_idle(qtbot, app)
    assert "cannot be kept" in app.window.messages.text() and app.window.messages.kind() == "warning"
    app.window.messages.dismiss()
    assert app.window.messages.text() == ""


KILLED = """
import os, signal, sys
from pathlib import Path
from nnviz.sessions.reading import load_session
from nnviz.sessions.writing import write_session
from nnviz.ui.window.sessions.autosaved import Autosaved

autosaved = Autosaved(Path(sys.argv[1]))
autosaved.prepare()
write_session(autosaved.file, load_session(Path(sys.argv[2])))
print("kept", flush=True)
if sys.argv[3] == "killed":
    os.kill(os.getpid(), signal.SIGKILL)
sys.stdin.read()
"""


def another_window(settings: Path, session: Path, end: str) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", KILLED, str(settings.with_name("kept")), str(session), end]
    process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stdout.readline() == "kept\n"
    if end == "killed":
        process.communicate()
        assert process.returncode == -signal.SIGKILL
    return process


@pytest.fixture
def written(
    qtbot: QtBot, open_app: Callable[..., App], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Path, tuple[object, ...]]:
    app, file = open_app(), tmp_path / "mine.nnviz"
    play(qtbot, app)
    save(monkeypatch, app, file)
    qtbot.waitUntil(file.exists)
    before = seen(app)
    app.window.close()
    return file, before


def asked(app: App) -> list[ResumeDialog]:
    return [each for each in app.window.findChildren(ResumeDialog) if each.isVisible()]


@pytest.mark.skipif(os.name == "nt", reason="nobody is killed like this there")
def test_the_next_start_offers_what_a_killed_window_had(
    qtbot: QtBot, open_app: Callable[..., App], settings: Path, written: tuple[Path, tuple[object, ...]]
) -> None:
    file, before = written
    another_window(settings, file, "killed")
    (left,) = kept(settings)
    app = open_app()
    app.window.sessions.offer()
    (dialog,) = asked(app)
    dialog.go_on.click()
    qtbot.waitUntil(lambda: app.window.view() == before[0])
    assert seen(app)[:4] == before[:4]
    assert kept(settings) == [left]
    again = trainer_of(load_session(left))
    again.seek(20)
    record = again.iterate()
    assert (record.iteration, record.before.tobytes(), record.after.tobytes()) == before[1:4]
    assert again.lines == trainer_of(load_session(file)).lines
    # It is this window's now: no other one is asked about it, and closed there is nothing left.
    assert Autosaved(settings.with_name("kept")).left_behind() == []
    app.window.close()
    assert kept(settings) == []


@pytest.mark.skipif(os.name == "nt", reason="nobody is killed like this there")
def test_who_does_not_want_it_is_not_asked_again(
    qtbot: QtBot, open_app: Callable[..., App], settings: Path, written: tuple[Path, tuple[object, ...]]
) -> None:
    another_window(settings, written[0], "killed")
    desk = Desk(qtbot, open_app(), open_app)
    desk.window.sessions.offer()
    (dialog,) = asked(desk.app)
    dialog.leave.click()
    assert kept(settings) == []


def test_what_has_been_written_when_the_window_has_gone_is_told_to_nobody(
    qtbot: QtBot, open_app: Callable[..., App], tmp_path: Path
) -> None:
    app, file = open_app(), tmp_path / "it.nnviz"
    file.write_bytes(b"of a run that is over")
    keeping = app.window.sessions.keeping
    app.speak("zh")
    qtbot.waitUntil(lambda: not isValid(keeping))
    keeping._write(file, None)
    assert not file.exists()


def test_two_windows_do_not_fight(
    open_app: Callable[..., App], settings: Path, written: tuple[Path, tuple[object, ...]]
) -> None:
    other = another_window(settings, written[0], "lives")
    app = open_app()
    app.window.sessions.offer()
    assert asked(app) == [] and len(kept(settings)) == 1
    app.window.close()
    assert len(kept(settings)) == 1
    other.communicate("")
