"""The window: what the keys do, what is remembered, and that nothing that is fed to it brings it down."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nnviz.engine import Experiment
from nnviz.ui.app import App
from nnviz.ui.session.clock import State
from nnviz.ui.window.docks.dock_places import LAYOUT_VERSION
from nnviz.ui.window.main_window import MainWindow
from nnviz.ui.window.preferences.preference_store import PreferenceStore
from nnviz.ui.window.preferences.preferences import Preferences, to_json

Open = Callable[..., App]


def wait_until_idle(qtbot: QtBot, app: App) -> None:
    reading = app.window.opening.reading
    qtbot.waitUntil(lambda: reading.idle and app.link.idle and app.controller.moment is not None)


def press(qtbot: QtBot, app: App, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(app.window, key, modifier)
    wait_until_idle(qtbot, app)


def phase(app: App) -> str:
    assert app.controller.moment is not None
    return app.controller.moment.phase.name


def test_the_right_arrow_steps_through_an_iteration(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    seen = [phase(app)]
    for _ in range(3):
        press(qtbot, app, Qt.Key.Key_Right)
        seen.append(phase(app))
    assert seen == ["x", "z1", "a1", "z2"]


def test_a_clicker_steps_too(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    press(qtbot, app, Qt.Key.Key_PageDown)
    press(qtbot, app, Qt.Key.Key_PageDown)
    press(qtbot, app, Qt.Key.Key_PageUp)
    assert phase(app) == "z1"


def test_a_fault_of_the_data_is_said_beside_the_title(qtbot: QtBot, open_app: Open) -> None:
    app = open_app("moons")
    assert app.window.header.note() == ""
    app.window.open(Experiment.named("moons").with_fields({"data.faults.sorted_split": True}))
    qtbot.waitUntil(lambda: app.window.header.note() != "")
    assert "the split is sorted" in app.window.header.note()


def test_t_trains_and_t_stops(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    qtbot.keyClick(app.window, Qt.Key.Key_T)
    assert app.controller.state is State.TRAINING
    qtbot.waitUntil(lambda: app.controller.moment is not None and app.controller.moment.record.epoch >= 3)
    press(qtbot, app, Qt.Key.Key_T)
    assert app.controller.state is State.PAUSED
    assert app.window.panels.panel("loss").rows_held >= 4


def test_putting_the_best_weights_back_is_said(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    press(qtbot, app, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, app, Qt.Key.Key_B)
    assert phase(app) == "x"
    assert "Restored the weights of epoch" in app.window.messages.text()
    assert not app.window.messages.geometry().intersects(app.window.diagram.geometry())
    press(qtbot, app, Qt.Key.Key_Right)
    assert app.window.messages.text() == "" and not app.window.messages.isVisible()


def test_presenting_puts_the_panels_out_of_the_way_and_escape_brings_them_back(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    shown = [name for name, dock in app.window.panels.docks.items() if not dock.isHidden()]
    press(qtbot, app, Qt.Key.Key_F5)
    assert app.look.presenting and app.window.isFullScreen()
    assert all(dock.isHidden() for dock in app.window.panels.docks.values())
    press(qtbot, app, Qt.Key.Key_Escape)
    assert not app.look.presenting
    assert [name for name, dock in app.window.panels.docks.items() if not dock.isHidden()] == shown


def test_theme_type_size_and_layout_are_remembered(qtbot: QtBot, open_app: Open, settings: Path) -> None:
    first = open_app()
    press(qtbot, first, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    first.window.actions_["panel_loss"].trigger()
    first.window.close()
    assert PreferenceStore(settings).now.theme == "dark"
    again = open_app()
    assert again.window.panels.docks["loss"].isHidden()
    assert not again.window.panels.docks["saturation"].isHidden()


def test_closed_while_presenting_the_layout_is_the_one_from_before(open_app: Open) -> None:
    first = open_app()
    layout, scale = first.window.saveState(LAYOUT_VERSION), first.look.scale
    first.window.presenting.present(True)
    first.window.close()
    remembered = first.window._store.now
    assert remembered.layout is not None and remembered.layout.state == layout.data()
    assert remembered.scale * first.window.usual_scale() == pytest.approx(scale)
    assert not any(dock.isHidden() for dock in open_app().window.panels.docks.values())


def test_the_last_experiment_is_remembered(open_app: Open) -> None:
    app = open_app("spiral")
    assert app.window._store.last_experiment().title == "Spiral"


def test_a_remembered_experiment_that_cannot_be_read_any_more_is_forgotten(settings: Path) -> None:
    settings.write_bytes(b"".join(to_json(Preferences(experiment="[data]\nsource = 'gone'"), {})))
    assert PreferenceStore(settings).last_experiment().title == "Circle"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"[data", "not valid TOML"),
        (b"\xff\xfe\x00junk", "UTF-8"),
        (b"[training]\nlearning_rate = 'fast'", 'training.learning_rate: expected a number > 0, got "fast"'),
        (b"[network]\nhidden = [1024, 1024, 1024]", "parameters"),
    ],
)
def test_a_bad_file_is_said_in_the_message_bar_and_what_was_loaded_stays(
    qtbot: QtBot, open_app: Open, tmp_path: Path, content: bytes, reason: str
) -> None:

    app = open_app()
    before = app.controller.run
    file = tmp_path / "bad.toml"
    file.write_bytes(content)
    app.window.opening.load(lambda: Experiment.load(file))
    wait_until_idle(qtbot, app)
    assert "bad.toml" in app.window.messages.text() and reason in app.window.messages.text()
    assert app.controller.run is before
    press(qtbot, app, Qt.Key.Key_Escape)
    assert app.window.messages.text() == ""


def test_switching_the_data_while_training_starts_a_new_run(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    qtbot.keyClick(app.window, Qt.Key.Key_T)
    app.window.panels.panel("experiment").named_requested.emit("spiral")
    qtbot.waitUntil(lambda: app.controller.run is not None and app.controller.run.experiment.title == "Spiral")
    wait_until_idle(qtbot, app)
    assert app.controller.state is State.PAUSED and phase(app) == "x"


def test_resizing_while_training_keeps_training(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    qtbot.keyClick(app.window, Qt.Key.Key_T)
    for width in (900, 1600, 700, 1920, 1280):
        app.window.resize(width, width * 9 // 16)
        here = app.controller.moment
        qtbot.waitUntil(lambda here=here: app.controller.moment is not here)
    assert app.controller.state is State.TRAINING


def test_closing_while_training_leaves_no_thread_behind(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    qtbot.keyClick(app.window, Qt.Key.Key_T)
    app.window.close()
    app.close()
    assert not app.link.findChildren(QThread)
    assert app.link.idle and not app.link.running


def test_every_built_in_experiment_opens_and_steps(qtbot: QtBot, open_app: Open) -> None:
    from nnviz.engine.experiments.experiment_files import named_experiments

    app = open_app()
    for name in named_experiments():
        app.window.panels.panel("experiment").named_requested.emit(name)
        title = Experiment.named(name).title
        qtbot.waitUntil(
            lambda title=title: app.controller.run is not None and app.controller.run.experiment.title == title
        )
        wait_until_idle(qtbot, app)
        for _ in range(20):
            press(qtbot, app, Qt.Key.Key_Right)
        assert app.window.messages.text() == ""


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_the_window_is_painted_in_every_theme(open_app: Open, theme: str) -> None:
    app = open_app(theme=theme)
    image = app.window.grab().toImage()
    colours = {image.pixel(x, y) for x in range(0, 1280, 7) for y in range(0, 720, 7)}
    assert len(colours) > 50


def test_every_widget_that_takes_the_keyboard_leaves_the_stepping_keys_alone(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    before = phase(app)
    for widget in (app.window.diagram, app.window.transport, app.window.formula):
        assert isinstance(widget, QWidget)
        widget.setFocus()
        press(qtbot, app, Qt.Key.Key_Right)
    assert phase(app) != before


def test_the_window_can_be_made_small(open_app: Open) -> None:
    app = open_app()
    assert isinstance(app.window, MainWindow)
    hint = app.window.minimumSizeHint()
    assert hint.width() <= 1280 and hint.height() <= 720
