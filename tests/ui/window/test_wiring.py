"""What the model says reaches what one sees, and what hands do reaches the model: on the real window.

What is done in the panels is in ``test_wiring_panels``, what the actions do in ``actions``.
"""

from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton

from nnviz.engine import Experiment
from nnviz.engine.training.record.steps import Grain
from nnviz.ui.diagram.value_editor import ValueEditor
from nnviz.ui.panels.data.panel import DataPanel
from nnviz.ui.panels.experiment.panel import ExperimentPanel
from nnviz.ui.panels.loss.panel import LossPanel
from nnviz.ui.panels.results.panel import ResultsPanel
from nnviz.ui.panels.saturation.panel import SaturationPanel
from nnviz.ui.session.controller import State
from nnviz.ui.session.moment import Selection
from nnviz.ui.window.keys_dialog import KeysDialog
from nnviz.ui.windows.data_editor.dialog import DataEditorDialog
from nnviz.ui.windows.data_editor.table_preview import TablePreview
from nnviz.ui.windows.seeds.window import SeedWindow
from nnviz.worker.explainer import Explained
from nnviz.worker.messages import Failure
from tests.ui.diagram.test_view import middle, on_edge
from tests.ui.panels.experiment.hands import pick
from tests.ui.window.desk import Desk

LEFT = Qt.MouseButton.LeftButton

# ---- what the model says -------------------------------------------------------------------------------------------


def test_another_experiment_is_named_drawn_and_remembered(desk: Desk) -> None:
    assert desk.diagram.layout_shown is not None
    assert len(desk.diagram.layout_shown.columns[1].places) == 4
    desk.window.open(Experiment.named("spiral"))
    desk.until(lambda: desk.window.windowTitle() == "Spiral – nnviz")
    desk.wait()
    assert desk.diagram.layout_shown.columns[-1].places
    assert desk.the(ExperimentPanel).experiment == Experiment.named("spiral")


def test_a_step_is_seen_everywhere(desk: Desk) -> None:
    before = desk.diagram.grab().toImage(), desk.transport.strip.grab().toImage()
    desk.do("step")
    assert desk.diagram.grab().toImage() != before[0]
    assert desk.transport.strip.grab().toImage() != before[1]


def test_what_the_model_answers_is_in_the_curves_of_the_loss(desk: Desk) -> None:
    panel = desk.bring(LossPanel)
    rows = panel.rows_held
    desk.do("step_epoch")
    assert panel.rows_held > rows


def test_a_step_is_played(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.diagram.animation_finished):
        desk.action("step").trigger()


def test_a_step_is_not_played_where_motion_is_reduced(desk: Desk) -> None:
    desk.do("reduced_motion", "step")
    assert not desk.diagram.animating


def test_the_buttons_say_what_goes_on(desk: Desk) -> None:
    buttons = desk.transport.buttons
    for name, resting, going, state in (
        ("play", "Play", "Pause", State.PLAYING),
        ("train", "Train  T", "Stop  T", State.TRAINING),
    ):
        assert buttons[name].text() == resting
        desk.action(name).trigger()
        assert desk.controller.state is state
        assert buttons[name].text() == going
        desk.do(name)
        assert buttons[name].text() == resting


def test_training_says_how_fast_it_is_and_goes_on_as_fast_as_frames_are_painted(desk: Desk) -> None:
    desk.action("train").trigger()
    desk.until(lambda: "/s" in desk.transport.readout.lines()[1])
    desk.do("train")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"training.epochs": 2}, "2 epochs"),
        (
            {
                "network.activation": "relu",
                "network.output": "linear",
                "training.loss": "squared_error",
                "training.learning_rate": 1e100,
            },
            "went first",
        ),
    ],
)
def test_why_training_stopped_is_said(desk: Desk, fields: dict[str, object], said: str) -> None:
    desk.window.open(Experiment.named("circle").with_fields(fields))
    desk.wait()
    desk.action("train").trigger()
    desk.until(lambda: desk.said())
    assert desk.said().startswith("Training stopped") and said in desk.said()


def test_after_an_early_stop_the_last_epoch_stands_and_either_way_on_is_named(desk: Desk) -> None:
    stopping = {"patience": 3, "min_delta": 100.0, "restore_best": True}
    desk.window.open(Experiment.named("circle").with_fields({"training.early_stopping": stopping}))
    desk.wait()
    train = desk.transport.buttons["train"]
    assert train.text() == "Train  T"
    desk.action("train").trigger()
    desk.until(lambda: desk.said())
    desk.wait()
    assert (
        "The network has the weights of the last epoch, 3: T trains on from them, B restores those of 0." in desk.said()
    )
    assert train.text() == "Train on  T" and "last epoch" in train.toolTip()
    last, stopped = desk.record.theta_after.tobytes(), desk.place
    # Restoring is an action of its own, and so is the way back from it.
    desk.do("restore_best")
    assert train.text() == "Train on  T" and "best epoch" in train.toolTip()
    assert "T trains on from the best epoch" in desk.said()
    desk.do("undo")
    assert desk.place[0] == stopped[0] and "last epoch" in train.toolTip()
    # No hidden jump: the next update starts where the picture stood.
    desk.do("step_iteration")
    assert desk.record.theta.tobytes() == last
    assert train.text() == "Train  T" and train.toolTip() == desk.action("train").toolTip()
    # Armed again: it stops after as many epochs as before.
    desk.controller.toggle_training()
    desk.until(lambda: "weights of the last epoch, 6:" in desk.said())


def test_what_the_model_refuses_is_said(desk: Desk, tmp_path: Path) -> None:
    table = tmp_path / "gone.csv"
    table.write_text("a,b,y\n" + "".join(f"{n},{n * n % 7},{n % 2}\n" for n in range(40)))
    experiment = Experiment.named("circle").with_fields({"data": {"file": str(table), "target": "y"}})
    table.unlink()
    panel = desk.bring(ExperimentPanel)
    panel.show_experiment(Experiment.named("spiral"))
    desk.window.open(experiment)
    desk.until(lambda: "gone.csv" in desk.said())
    # What was there stays, and is shown again.
    assert panel.experiment == Experiment.named("circle")


def test_what_cannot_be_explained_is_said(desk: Desk) -> None:
    desk.window.explainer.answered.emit(Explained(None, Failure("no such weight", refused=True)))
    assert desk.said() == "no such weight"


def test_what_is_said_is_gone_with_what_it_was_about(desk: Desk, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text("= [")

    def refused() -> None:
        desk.window.opening.open_file(bad)
        assert "bad.toml" in desk.said()

    refused()
    desk.action("play").trigger()
    assert desk.said() == ""
    desk.do("play")
    refused()
    desk.window.open(Experiment.named("spiral"))
    desk.until(lambda: desk.run.experiment.title == "Spiral")
    desk.wait()
    assert desk.said() == ""
    desk.do("step_epoch", "step_epoch", "restore_best")
    assert "Restored the weights of epoch" in desk.said()
    desk.do("step_iteration")
    assert desk.said() == ""


def test_while_training_the_next_credit_comes_with_the_next_frame(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[bool] = []
    monkeypatch.setattr(desk.controller.clock, "painted", lambda: painted.append(True))
    desk.window.repaint()
    desk.diagram.update()
    desk.until(lambda: painted)


# ---- hands on the diagram ------------------------------------------------------------------------------------------


def test_a_click_picks_what_it_is_on(desk: Desk) -> None:
    desk.click(desk.diagram, middle(desk.diagram, 1, 2))
    assert desk.moment.selection == Selection(1, 2)


def test_a_weight_that_is_dragged_however_slowly_is_one_change_and_dragged_again_another(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    minutes = count()
    monkeypatch.setattr("nnviz.ui.session.gestures.perf_counter", lambda: 60.0 * next(minutes))
    diagram = desk.diagram
    for drags in (1, 2):
        start = on_edge(diagram, 2, 0, 1)
        before = desk.weight(2, 0, 1)
        desk.qtbot.mousePress(diagram, LEFT, pos=start)
        for up in (10, 20, 30):
            desk.qtbot.mouseMove(diagram, start - QPoint(0, up))
            desk.wait()
        desk.qtbot.mouseRelease(diagram, LEFT, pos=start - QPoint(0, 30))
        desk.wait()
        assert desk.weight(2, 0, 1) == pytest.approx(before + 0.3, abs=0.01), drags
    # What is typed afterwards is no part of the drag.
    desk.controller.editing.edit(Selection(2, 0, 1), 1.5)
    desk.wait()
    assert desk.undone() == 3


def test_a_value_that_is_typed_is_the_weights(desk: Desk) -> None:
    desk.qtbot.mouseDClick(desk.diagram, LEFT, pos=on_edge(desk.diagram, 2, 0, 1))
    editor = desk.the(ValueEditor)
    editor.setValue(2.5)
    desk.qtbot.keyClick(editor, Qt.Key.Key_Return)
    desk.wait()
    assert desk.weight(2, 0, 1) == 2.5


def test_the_menu_of_what_is_picked_does_what_it_says(desk: Desk) -> None:
    desk.click(desk.diagram, middle(desk.diagram, 1, 2))
    place = middle(desk.diagram, 1, 2)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, desk.diagram.mapToGlobal(place))
    QApplication.sendEvent(desk.diagram, event)
    (menu,) = [each for each in desk.window.findChildren(QMenu) if each.isVisible()]
    entries = {action.text(): action for action in menu.actions()}
    entries["Knock the unit out"].trigger()
    desk.wait()
    assert set(desk.record.architecture.silenced) == {(1, 2)}
    entries["Freeze"].trigger()
    desk.wait()
    assert desk.record.trainable is not None and not all(desk.record.trainable)
    menu.close()


# ---- hands on the transport ----------------------------------------------------------------------------------------


def test_a_phase_is_picked_on_the_strip(desk: Desk) -> None:
    strip = desk.transport.strip
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_End)
    at_the_end = desk.place
    desk.click(strip, QPoint(strip.width() // 2, strip.height() // 2))
    assert desk.record.iteration == 0
    assert desk.moment.phase.name not in ("x", at_the_end[1] if at_the_end[1] != "x" else "")


def test_speed_and_pace_are_picked_in_their_lists_and_remembered(desk: Desk) -> None:
    pick(desk.transport.speed, "4.0")
    pick(desk.transport.pace, "epochs_1")
    assert desk.controller.clock.speed == 4.0
    desk.window.close()
    again = desk.reopened()
    assert again.controller.clock.speed == 4.0
    assert again.transport.speed.box.currentText() == "×4"
    assert again.transport.pace.key() == "epochs_1"


def test_the_pace_that_is_picked_is_the_trainings(desk: Desk) -> None:
    pick(desk.transport.pace, "iteration")
    desk.action("train").trigger()
    seen: list[int] = []
    desk.controller.snapshot_arrived.connect(lambda snapshot: seen.append(snapshot.iterations_made))
    desk.until(lambda: len(seen) > 4)
    desk.do("train")
    assert set(seen[1:4]) == {1}


def test_the_grain_is_picked_and_at_the_next_start_one_steps_by_phases_again(desk: Desk) -> None:
    desk.click(desk.transport.choices.grain.choice.button("unit"))
    assert desk.controller.viewing.grain is Grain.UNIT
    desk.window.close()
    again = desk.reopened()
    assert again.transport.choices.grain.grain() is Grain.PHASE
    assert again.controller.viewing.grain is Grain.PHASE


def test_an_example_is_picked_the_mean_and_the_pin_too(desk: Desk) -> None:
    examples = desk.transport.choices.examples
    desk.click(examples.dots, examples.dots.centre(6).toPoint())
    assert desk.moment.example == 6
    desk.click(examples.pin)
    assert desk.moment.pinned == int(desk.record.examples[6])
    desk.click(examples.mean)
    assert desk.moment.mean


def test_an_update_is_visited_on_the_track(desk: Desk) -> None:
    desk.do("step_epoch")
    assert desk.record.iteration > 0
    desk.transport.flush()
    track = desk.transport.scrubber.track
    track.setFocus()
    desk.qtbot.keyClick(track, Qt.Key.Key_Home)
    desk.wait()
    assert desk.record.iteration == 0


def test_another_future_is_gone_back_to(desk: Desk) -> None:
    desk.do("step_epoch")
    desk.do("step_iteration_back", "step_iteration_back", "step_iteration_back")
    weight = desk.weight()
    desk.pick(1, 0, 0)
    desk.controller.editing.edit(Selection(1, 0, 0), 7.5)
    desk.wait()
    assert desk.weight() == 7.5
    desk.transport.flush()
    desk.transport.scrubber.futures.pick(0)
    desk.wait()
    assert desk.weight() == weight


# ---- the window itself ---------------------------------------------------------------------------------------------


def test_the_buttons_of_the_header_do_what_their_actions_do(desk: Desk) -> None:
    buttons = {button.text(): button for button in desk.header.findChildren(QPushButton)}
    desk.click(buttons["Light"])
    assert desk.look.theme.name == "dark"
    assert buttons["Light"].text() == "Dark"
    desk.click(buttons["Keys  F1"])
    (keys,) = desk.window.findChildren(KeysDialog)
    keys.close()
    desk.click(buttons["Present  F5"])
    assert desk.look.presenting


def test_another_type_size_and_other_digits_are_seen_everywhere(desk: Desk) -> None:
    margins, formula = desk.window.contentsMargins().left(), desk.diagram.grab().toImage()
    desk.look.set_scale(1.5)
    assert desk.window.contentsMargins().left() > margins
    desk.look.set_scale(0.75)
    desk.look.set_decimal_sign(",")
    assert desk.diagram.grab().toImage() != formula
    desk.controller.editing.set_learning_rate(0.25)
    desk.wait()
    assert "0,25" in desk.action("undo").text()


def test_a_larger_window_has_finer_maps(desk: Desk) -> None:
    before = desk.controller.wanted.maps
    desk.window.resize(1900, 1000)
    desk.until(lambda: desk.controller.wanted.maps > before)


def test_what_a_panel_needs_is_asked_for_while_it_is_seen_and_when_it_needs_more(desk: Desk) -> None:
    panel = desk.bring(ResultsPanel)
    desk.until(lambda: panel.wanted() <= desk.controller.wanted.queries)
    before = desk.controller.wanted.queries
    desk.click(panel.parts.button("train"))
    assert desk.controller.wanted.queries != before
    desk.do("panel_results")
    desk.wait()
    assert not panel.wanted() & desk.controller.wanted.queries


def test_a_panel_works_only_while_it_is_in_front_and_its_action_says_whether_it_is_there(desk: Desk) -> None:
    assert not desk.in_front("data")
    saturation = desk.bring(SaturationPanel)
    data = desk.bring(DataPanel)
    assert not saturation.isVisible()
    desk.bring(SaturationPanel)
    assert not data.isVisible()
    assert desk.action("panel_data").isChecked()
    desk.dock("data").close()
    assert not desk.action("panel_data").isChecked()


def test_a_panel_that_floats_has_a_title_to_drag_it_by(desk: Desk) -> None:
    dock = desk.dock("loss")
    assert dock.titleBarWidget() is not None
    dock.setFloating(True)
    assert dock.titleBarWidget() is None
    dock.setFloating(False)
    assert dock.titleBarWidget() is not None


def test_undo_and_redo_say_what_they_do_and_are_off_where_there_is_nothing(desk: Desk) -> None:
    undo, redo = desk.action("undo"), desk.action("redo")
    assert not undo.isEnabled() and not redo.isEnabled()
    desk.controller.editing.edit(Selection(1, 0, 0), 7.5)
    desk.wait()
    assert undo.isEnabled() and undo.text().startswith("Undo: ")
    desk.do("undo")
    assert not undo.isEnabled() and undo.text() == "Undo"
    assert redo.isEnabled() and redo.text().startswith("Redo: ")
    desk.do("redo")
    assert redo.text() == "Redo" and not redo.isEnabled()


def test_one_of_many_seeds_is_opened_in_the_window(desk: Desk) -> None:
    desk.do("seeds")
    (seeds,) = desk.opened(SeedWindow)
    other = Experiment.named("circle").with_fields({"network.seed": 11})
    seeds.open_requested.emit(other)
    desk.until(lambda: desk.run.experiment.network.seed == 11)


def test_the_list_of_keys_follows_the_windows_look(desk: Desk) -> None:
    desk.do("keys")
    (keys,) = desk.window.findChildren(KeysDialog)
    before = keys.grab().toImage()
    desk.look.set_theme("dark")
    assert keys.grab().toImage() != before
    keys.close()


def test_a_table_that_is_looked_into_is_opened_and_so_are_data_drawn_by_hand(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("a,b,y\n" + "".join(f"{n},{n * n % 7},{'no' if n % 2 else 'yes'}\n" for n in range(40)))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *arguments: (str(table), ""))
    desk.do("open")
    (preview,) = desk.opened(TablePreview)
    desk.until(preview.open.isEnabled)
    desk.until(lambda: preview.starts.text)
    desk.click(preview.open)
    desk.until(lambda: desk.run.experiment.title != "Circle")
    recent = [action.text() for action in desk.the(ExperimentPanel).files.fresh_menu().actions()]
    assert "table.csv" in recent
    desk.window.open(Experiment.named("circle"))
    desk.wait()
    desk.do("edit_data")
    (editor,) = desk.opened(DataEditorDialog)
    desk.click(editor.use)
    desk.until(lambda: desk.run.experiment.data != Experiment.named("circle").data)


def test_settings_that_nobody_sees_are_filled_in_when_they_are_seen(desk: Desk) -> None:
    panel = desk.bring(ExperimentPanel)
    before = panel.experiment
    desk.dock("experiment").hide()
    desk.window.open(Experiment.named("spiral"))
    desk.wait()
    desk.controller.editing.set_learning_rate(0.321)
    desk.wait()
    assert panel.experiment == before
    desk.dock("experiment").show()
    desk.until(lambda: panel.experiment == desk.controller.experiment)
    assert panel.experiment is not None and panel.experiment.training.learning_rate == 0.321
