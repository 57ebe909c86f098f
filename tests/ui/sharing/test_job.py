"""What is on its way can be stopped, can fail, and ends with the window; a file is whole or it is not there."""

from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from nnviz.sessions.session import Session
from nnviz.ui.sharing.forms import form_named
from nnviz.ui.sharing.job import Job
from tests.ui.sharing.conftest import LONG, Hands, change, running


def long_one(hands: Hands) -> Job:
    """A film of many frames, under way."""
    order = hands.order(form_named("film"), of="training", to=100_000)
    job = hands.sharing.make(order)
    with hands.qtbot.waitSignal(job.progressed, timeout=LONG):
        pass
    return job


def test_it_says_how_far_it_is_and_stopped_it_leaves_nothing(hands: Hands) -> None:
    job = long_one(hands)
    row, process = hands.row(), psutil.Process(job.child.process)  # type: ignore[union-attr]
    hands.qtbot.waitUntil(lambda: row.count.text().endswith("/ 100001"), timeout=LONG)
    assert len(hands.left()) == 1 and hands.left()[0].startswith(".nnviz-")
    with hands.qtbot.waitSignal(job.stopped, timeout=LONG):
        row.stop.click()
    assert not process.is_running()
    assert hands.left() == [] and hands.sharing.shelf.rows() == [] and hands.sharing.jobs == []
    assert not hands.sharing.shelf.isVisible()


def test_the_window_does_not_wait_for_it_but_ends_it_when_it_is_closed(hands: Hands) -> None:
    job = long_one(hands)
    process = psutil.Process(job.child.process)  # type: ignore[union-attr]
    hands.app.controller.stepping.step()
    hands.wait()
    assert process.is_running()
    hands.app.window.close()
    # On a machine with other things to do the system may take longer than the window waits.
    hands.qtbot.waitUntil(lambda: not process.is_running() and hands.left() == [], timeout=LONG)


def test_what_is_stopped_before_it_has_begun_never_begins(hands: Hands) -> None:
    # The session is still to be written.
    job = hands.sharing.make(hands.order(form_named("page")))
    assert not running(job)
    with hands.qtbot.waitSignal(job.stopped):
        job.stop()
    hands.wait()
    assert not running(job) and hands.left() == []


def test_what_a_command_says_is_said_in_its_words_without_folders_that_nobody_knows(hands: Hands) -> None:
    change(hands)
    job = hands.sharing.make(hands.order(form_named("code")))
    with hands.qtbot.waitSignal(job.failed, timeout=LONG):
        pass
    row = hands.row()
    assert "program" in row.problem.text() and "error" in row.word.text()
    assert not row.problem.text().startswith(("nnviz", "error")) and ".tmp" not in row.problem.text()
    assert hands.left() == []
    row.cross.click()
    assert hands.sharing.shelf.rows() == []


def test_where_nothing_can_be_written_it_is_said_at_once(hands: Hands) -> None:
    hands.folder = hands.folder / "nowhere"
    job = hands.sharing.make(hands.order(form_named("page")))
    assert "there is no folder" in hands.row().problem.text()
    assert not running(job)


def test_what_is_there_is_written_over_and_what_was_there_stays_until_then(hands: Hands) -> None:
    order = hands.order(form_named("weights"))
    order.target.write_bytes(b"before")
    job = hands.sharing.make(order)
    hands.qtbot.waitUntil(lambda: running(job), timeout=LONG)
    assert order.target.read_bytes() == b"before"
    with hands.qtbot.waitSignal(job.done, timeout=LONG):
        pass
    assert order.target.read_bytes() != b"before"


def test_a_session_that_cannot_be_written_is_said(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    from nnviz.files import WriteError

    def refuse(file: Path, _: Session) -> None:
        raise WriteError(file, OSError(28, "full"))

    monkeypatch.setattr("nnviz.ui.window.sessions.keeping.write_session", refuse)
    job = hands.sharing.make(hands.order(form_named("page")))
    with hands.qtbot.waitSignal(job.failed):
        pass
    assert hands.row().problem.text() == "session.nnviz: no space left on device"
    assert hands.left() == []
    # It is a session on the way, not one of the user's.
    assert hands.app.window.opening.recent() == [] and not hands.app.window.messages.text()


def test_what_leaves_is_what_is_on_screen_with_all_that_has_been_changed(hands: Hands, qtbot: QtBot) -> None:
    change(hands)
    from safetensors.numpy import load_file

    (file,) = hands.made(hands.order(form_named("weights")))
    moment = hands.app.controller.moment
    assert moment is not None
    weights = load_file(file)
    assert weights["0.weight"][0, 0] == 1.5
    assert (weights["0.weight"] == moment.record.layers[0].W).all()
