"""A recording in the window: seen as a run is, stepped through, changed by nobody, and gone on from in the engine."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnviz.recordings.reading import Recording, open_recording
from nnviz.ui.app import App
from nnviz.ui.session.moment import Selection
from nnviz.view import At, View
from tests.recordings.own import about_of, own_recording, own_training, write
from tests.ui.window.desk import Desk


@pytest.fixture
def recording(tmp_path: Path) -> Recording:
    return own_recording(tmp_path / "mine.nnviz-run", **{"training.optimizer": "adam"})


@pytest.fixture
def recorded(desk: Desk, recording: Recording) -> Desk:
    """The window with the recording in it."""
    desk.window.opening.open_file(recording.path)
    desk.until(lambda: desk.run.recording is not None)
    desk.wait()
    return desk


def test_it_opens_and_says_what_it_is(recorded: Desk, recording: Recording) -> None:
    assert recorded.place == (0, "x")
    assert recorded.header.note() == "recorded from PyTorch"
    recorded.until(lambda: "30 of 30 steps of a PyTorch loop" in recorded.said())
    assert recorded.window.opening.recent() == [recording.path.resolve()]


def test_every_panel_and_every_explanation_shows_it(recorded: Desk) -> None:
    for panel in (
        "data",
        "loss",
        "saturation",
        "hidden_space",
        "gradient_flow",
        "units",
        "results",
        "landscape",
        "code",
        "graph",
    ):
        recorded.window.show_view(View(panels=(panel,), at=At(iteration=7, phase="delta1")))
        recorded.wait()
        recorded.window.complete()
        assert recorded.in_front(panel) and recorded.place == (7, "delta1")
    for page in ("chain", "nudge", "update", "blame", "curve", "matrix"):
        recorded.window.show_view(View(panels=("explain",), explain=page, pick="W1[0,1]", at=At(iteration=3)))
        recorded.wait()
        recorded.window.complete()
        recorded.until(lambda: recorded.window.explainer.idle)


def test_time_goes_through_it_and_no_further(recorded: Desk) -> None:
    recorded.do("step_iteration", "step_iteration")
    assert recorded.place == (2, "x")
    recorded.controller.stepping.visit(29)
    recorded.wait()
    assert recorded.record.iteration == 29
    recorded.do("step_iteration")
    recorded.until(lambda: "trains on in nnviz's own engine" in recorded.said())
    assert recorded.record.iteration == 29
    recorded.do("reset")
    assert recorded.place == (0, "x") and recorded.run.recording is not None


def test_training_plays_it_to_its_end(recorded: Desk) -> None:
    recorded.window.set_pace("full_speed")
    recorded.do("train")
    recorded.until(lambda: "The recording ends here." in recorded.said())
    assert recorded.record.iteration == 29
    assert recorded.controller.snapshot is not None
    assert len(recorded.window.feed.latest.history) >= 1


def test_changes_are_refused_with_the_reason_and_the_way(recorded: Desk) -> None:
    before = recorded.record.before.tobytes()
    recorded.controller.editing.edit(Selection(1, 0, 0), 2.0)
    recorded.wait()
    recorded.until(lambda: "this is a recording" in recorded.said())
    assert recorded.record.before.tobytes() == before and not recorded.action("undo").isEnabled()


def test_a_rate_that_is_set_is_refused_and_stays(recorded: Desk) -> None:
    rate = recorded.run.experiment.training.learning_rate
    recorded.controller.editing.set_learning_rate(2 * rate)
    recorded.wait()
    recorded.until(lambda: "this is a recording" in recorded.said())
    assert recorded.controller.experiment is not None
    assert recorded.controller.experiment.training.learning_rate == rate


def test_in_another_language_it_can_still_be_gone_on_from(recorded: Desk) -> None:
    recorded.app.speak("zh")
    assert recorded.app.window.header.note() == "记录自PyTorch"
    assert recorded.app.window.actions_["go_on_from_recording"].isEnabled()


def test_it_is_kept_nowhere_else(recorded: Desk, tmp_path: Path) -> None:
    problems: list[str] = []
    recorded.window.sessions.keeping.write(tmp_path / "a.nnviz", problems.append)
    assert problems == ["this is a recording: it is in a file of its own already"]
    recorded.window.sessions.keeping.keep_now()
    recorded.wait()
    assert recorded.said() == "" or "recording" not in recorded.said() or "loop" in recorded.said()
    assert "mine" not in recorded.window._store.now.experiment


def test_going_on_trains_from_where_it_stands(recorded: Desk, recording: Recording) -> None:
    recorded.controller.stepping.visit(11)
    recorded.wait()
    shown = recorded.record
    recorded.do("go_on_from_recording")
    recorded.until(lambda: recorded.run.recording is None)
    recorded.wait()
    recorded.until(lambda: "after step 12 of the recording" in recorded.said())
    first = recorded.record
    assert (first.iteration, first.updates) == (0, 13)
    assert np.array_equal(first.before, shown.after[:-1])
    assert not recorded.action("go_on_from_recording").isEnabled()
    recorded.controller.editing.edit(Selection(1, 0, 0), 2.0)
    recorded.wait()
    assert recorded.weight() == 2.0


def test_a_recording_that_ended_early_says_why(desk: Desk, tmp_path: Path) -> None:
    trainer, records = own_training()
    about = about_of(trainer, ended="the learning rate has become strange")
    desk.window.recordings.begin(open_recording(write(tmp_path / "a.nnviz-run", trainer, records, about)))
    desk.wait()
    desk.window.set_pace("full_speed")
    desk.do("train")
    desk.until(lambda: "strange" in desk.said())


def test_what_is_no_recording_is_refused_and_nothing_is_lost(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "x.nnviz-run"
    file.write_bytes(b"x" * 100)
    desk.window.opening.open_file(file)
    desk.until(lambda: "x.nnviz-run: not a safetensors file" in desk.said())
    assert desk.run.experiment.title == "Circle" and desk.run.recording is None


def test_it_can_be_opened_at_the_start(qtbot: QtBot, open_app: Callable[..., App], recording: Recording) -> None:
    app = open_app()
    app.open(recording)
    qtbot.waitUntil(lambda: app.controller.run is not None and app.controller.run.recording is recording)
    qtbot.waitUntil(lambda: app.link.idle and app.controller.idle)
