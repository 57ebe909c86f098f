"""Experiments and tables in and out of the window: dropped, opened, saved, recent, drawn by hand."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from nnviz.engine import Experiment
from nnviz.engine.experiments import experiment_files
from nnviz.engine.weights.files import weights_bytes
from nnviz.ui.app import App
from nnviz.ui.window.preferences.preference_store import PreferenceStore
from tests.ui.window.test_main_window import wait_until_idle

Open = Callable[..., App]


def drop(app: App, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(100, 100), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    app.window.dropEvent(event)


def title(app: App) -> str:
    assert app.controller.run is not None
    return app.controller.run.experiment.title


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(Experiment.named("moons").with_fields({"title": "Mine"}).to_toml())
    return path


def test_an_experiment_that_is_dropped_is_opened_and_is_recent_then(
    qtbot: QtBot,
    open_app: Open,
    written: Path,
) -> None:
    app = open_app()
    drop(app, written)
    wait_until_idle(qtbot, app)
    assert title(app) == "Mine"
    assert app.window.opening.recent() == [written.resolve()]


def test_what_is_no_experiment_is_refused_in_words_and_nothing_is_lost(
    qtbot: QtBot,
    open_app: Open,
    tmp_path: Path,
) -> None:
    app = open_app()
    for name, text in (("photo.png", "neither"), ("broken.toml", "broken.toml")):
        path = tmp_path / name
        path.write_text("hidden = [")
        drop(app, path)
        assert text in app.window.messages.text()
    assert title(app) == "Circle"


def test_a_table_is_looked_into_first_and_opened_only_when_the_user_says_so(
    qtbot: QtBot,
    open_app: Open,
    tmp_path: Path,
) -> None:
    app = open_app()
    table = tmp_path / "table.csv"
    table.write_text("a,b,y\n" + "".join(f"{n},{n * n % 7},{'no' if n % 2 else 'yes'}\n" for n in range(30)))
    drop(app, table)
    preview = app.window.opening._preview
    assert preview is not None and preview.isVisible() and title(app) == "Circle"
    experiment = Experiment.parse("").with_fields({"title": "Table", "data": {"file": str(table), "target": "y"}})
    preview.accepted.emit(experiment)
    wait_until_idle(qtbot, app)
    assert title(app) == "Table"
    assert app.window.opening.recent() == [table.resolve()]


def test_what_is_saved_opens_again_as_it_was(
    qtbot: QtBot,
    open_app: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = open_app("spiral")
    path = tmp_path / "kept"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *arguments: (str(path), ""))
    app.window.opening.save()
    saved = tmp_path / "kept.toml"
    assert app.controller.run is not None
    assert Experiment.load(saved) == app.controller.run.experiment
    assert "Saved" in app.window.messages.text()
    assert app.window.opening.recent() == [saved.resolve()]


def with_weights(folder: Path, hidden: int) -> Path:
    """An experiment whose weights are in a file beside it."""
    layers = [(np.full((hidden, 2), 1 / 3), np.zeros(hidden)), (np.full((1, hidden), 0.1), np.zeros(1))]
    (folder / "w.safetensors").write_bytes(weights_bytes(".safetensors", layers, ["tanh", "sigmoid"]))
    file = folder / "mine.toml"
    file.write_text('title = "Mine"\n[data]\nsource = "xor"\n[network]\nweights = "w.safetensors"')
    return file


def test_an_experiment_with_weights_in_a_file_is_opened_and_saved_with_their_numbers(
    qtbot: QtBot,
    open_app: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = open_app()
    drop(app, with_weights(tmp_path, 3))
    wait_until_idle(qtbot, app)
    assert title(app) == "Mine"
    path = tmp_path / "kept.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *arguments: (str(path), ""))
    app.window.opening.save()
    (tmp_path / "w.safetensors").unlink()
    parameters = Experiment.load(path).network.parameters
    assert parameters is not None and parameters[0].W == ((1 / 3, 1 / 3),) * 3


def test_what_would_be_too_long_to_be_opened_again_is_not_saved(
    qtbot: QtBot,
    open_app: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = open_app()
    drop(app, with_weights(tmp_path, 3))
    wait_until_idle(qtbot, app)
    monkeypatch.setattr(experiment_files, "LARGEST_FILE", 500)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *arguments: (str(tmp_path / "kept.toml"), ""))
    app.window.opening.save()
    assert "are too many for an experiment file" in app.window.messages.text()
    assert not (tmp_path / "kept.toml").exists()


def test_a_file_that_cannot_be_written_is_said(
    open_app: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = open_app()
    path = tmp_path / "nowhere" / "kept.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *arguments: (str(path), ""))
    app.window.opening.save()
    assert "there is no folder" in app.window.messages.text()


def test_files_that_are_gone_are_not_recent(qtbot: QtBot, open_app: Open, written: Path) -> None:
    app = open_app()
    drop(app, written)
    wait_until_idle(qtbot, app)
    written.unlink()
    assert app.window.opening.recent() == []


def test_data_drawn_by_hand_start_a_new_run(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    app.window.opening.edit_data()
    editor = app.window.opening._editor
    assert editor is not None and editor.isVisible()
    assert editor.height() >= editor.sizeHint().height(), "the board has the room that it asks for"
    editor.accepted.emit(Experiment.named("xor4"))
    wait_until_idle(qtbot, app)
    assert title(app) == Experiment.named("xor4").title


@pytest.mark.parametrize("way", ["before the first update", "in the middle of the run", "while training", "undone"])
def test_a_rate_that_was_set_is_the_one_that_is_saved_compared_remembered_and_begun_again(
    qtbot: QtBot,
    open_app: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    settings: Path,
    way: str,
) -> None:
    app = open_app()
    first = app.controller.experiment
    assert first is not None and first.training.learning_rate != 0.7
    if way == "while training":
        app.controller.toggle_training()
    elif way != "before the first update":
        app.controller.stepping.step_epoch()
        wait_until_idle(qtbot, app)
    app.window.panels.panel("experiment").pages.edits.dragged.emit({"training.learning_rate": 0.7})
    wanted = first.with_fields({"training.learning_rate": 0.7})
    if way == "undone":
        wait_until_idle(qtbot, app)
        app.window.actions_["undo"].trigger()
        qtbot.waitUntil(lambda: app.controller.experiment == first)
        wanted = first
    # At once: nothing waits for the model's answer.
    path = tmp_path / "kept.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *arguments: (str(path), ""))
    app.window.opening.save()
    assert Experiment.load(path) == wanted
    app.window.actions_["seeds"].trigger()
    app.window.actions_["twin"].trigger()
    qtbot.waitUntil(lambda: app.window.comparisons._twin is not None)
    seeds, twin = app.window.comparisons._seeds, app.window.comparisons._twin
    assert seeds is not None and seeds._experiment == wanted
    assert twin is not None and twin._pair is not None and twin._pair[0] == wanted
    app.controller.reset()
    wait_until_idle(qtbot, app)
    assert app.controller.run is not None and app.controller.run.experiment == wanted
    app.window.close()
    assert PreferenceStore(settings).last_experiment() == wanted


def test_a_table_that_is_named_at_the_start_is_looked_into_over_what_was_open_last(
    qtbot: QtBot,
    open_app: Open,
    tmp_path: Path,
) -> None:
    app = open_app()
    table = tmp_path / "table.csv"
    table.write_text("a,y\n" + "".join(f"{n},{'no' if n % 2 else 'yes'}\n" for n in range(30)))
    app.open(table)
    wait_until_idle(qtbot, app)
    preview = app.window.opening._preview
    assert preview is not None and preview.isVisible() and preview.path == table
    assert title(app) == "Circle"
