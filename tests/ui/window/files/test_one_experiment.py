"""Whatever is changed, and however often it is taken back: all that speaks of the experiment means the same one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from nnviz.engine import Experiment
from nnviz.ui.app import App
from nnviz.ui.session.moment import Selection
from tests.ui.window.test_main_window import wait_until_idle

Open = Callable[..., App]


def experiment_of(app: App) -> Experiment:
    experiment = app.controller.experiment
    assert experiment is not None
    return experiment


def set_rate(app: App, number: int) -> None:
    app.window.panels.panel("experiment").pages.edits.dragged.emit({"training.learning_rate": 0.1 * number})


def set_hidden(app: App, number: int) -> None:
    app.controller.load(experiment_of(app).with_fields({"network.hidden": (number, 2)}))


def draw_data(app: App, number: int) -> None:
    rows = tuple((0.1 * row, 0.01 * row * number) for row in range(12))
    data = {"x": rows, "y": tuple(row % 2 for row in range(12))}
    app.window.opening.opened.emit(Experiment.parse("").with_fields({"title": f"Drawn {number}", "data": data}))


def set_weight(app: App, number: int) -> None:
    app.controller.editing.edit(Selection(1, 0, 0), 0.1 * number)


def take_line(app: App, number: int) -> None:
    assert app.controller.snapshot is not None
    lines = app.controller.snapshot.timeline.lines
    app.controller.editing.take_line(lines[number % len(lines)].number)


def trigger(name: str) -> Callable[[App, int], None]:
    return lambda app, _: app.window.actions_[name].trigger()


CHANGES: dict[str, Callable[[App, int], None]] = {
    "rate": set_rate,
    "hidden": set_hidden,
    "data": draw_data,
    "weight": set_weight,
    "line": take_line,
    **{name: trigger(name) for name in ("undo", "redo", "step_epoch", "step_iteration_back", "new_weights", "reset")},
}


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(changes=st.lists(st.tuples(st.sampled_from(sorted(CHANGES)), st.integers(1, 6)), min_size=2, max_size=8))
def check(qtbot: QtBot, app: App, path: Path, changes: list[tuple[str, int]]) -> None:
    for name, number in changes:
        CHANGES[name](app, number)
        wait_until_idle(qtbot, app)
        now, snapshot, run = experiment_of(app), app.controller.snapshot, app.controller.run
        assert snapshot is not None and run is not None
        # What is true of the model: its network and its data, and the rate that was set.
        assert now.network == run.experiment.network and now.data == run.experiment.data
        if name == "rate":
            assert now.training.learning_rate == snapshot.learning_rate == pytest.approx(0.1 * number)
        app.window.opening.save()
        assert Experiment.load(path) == now
        assert app.window.comparisons._experiment() == now
        assert app.window.header._title.text == now.title
        assert app.window.windowTitle().startswith(now.title)
    app.window.actions_["reset"].trigger()
    before = experiment_of(app)
    wait_until_idle(qtbot, app)
    assert app.controller.run is not None and app.controller.run.experiment == before
    assert app.controller.snapshot is not None
    assert app.controller.snapshot.learning_rate == pytest.approx(before.training.learning_rate)
    app.window._store.save()
    assert Experiment.parse(app.window._store.now.experiment) == before


def test_all_that_speaks_of_the_experiment_means_the_same_one(
    qtbot: QtBot, open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kept.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *arguments: (str(path), ""))
    check(qtbot, open_app(), path)
