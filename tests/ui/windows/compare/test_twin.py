"""The window of a twin run: what its keys do, what it says of each side, and that it leaves nothing behind."""

import pytest
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from nnviz.engine import Experiment
from nnviz.ui.look.look import Look
from nnviz.ui.session.pace import pace_choices
from nnviz.ui.toolkit.over_active import open_over_active
from nnviz.ui.windows.compare.twin import TwinWindow, open_twin
from tests.ui.panels.runs import THEMES, colours_in

LEFT = Experiment.named("circle").with_fields(
    {"data.examples": 50, "network.hidden": [4], "training.early_stopping": None}
)
LINEAR = LEFT.with_fields({"network.activation": "linear"})
Key = Qt.Key


def open_pair(qtbot: QtBot, twin: TwinWindow, left: Experiment = LEFT, right: Experiment = LINEAR) -> None:
    twin.open(left, right)
    settle(qtbot, twin)


def settle(qtbot: QtBot, twin: TwinWindow) -> None:
    qtbot.waitUntil(lambda: twin.lockstep.idle and not twin._resized.isActive())


def press(
    qtbot: QtBot, twin: TwinWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(twin, key, modifier)
    settle(qtbot, twin)


def updates(twin: TwinWindow) -> tuple[int, ...]:
    return tuple(half.updates for half in twin.lockstep.halves)


def specials(twin: TwinWindow) -> list[str]:
    return [side.head.special.text for side in twin.sides]


def test_it_says_over_each_side_what_is_special_about_it(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin)
    assert specials(twin) == ["activation: tanh", "activation: linear"]
    assert twin.count.text == "one difference, all else equal"


def test_several_differences_are_all_said(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin, right=LINEAR.with_fields({"training.learning_rate": 1.0}))
    assert specials(twin)[1] == "activation: linear · learning rate: 1"
    assert twin.count.text == "2 differences: activation, learning rate"


def test_the_arrow_steps_both(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin)
    press(qtbot, twin, Key.Key_Right)
    assert updates(twin) == (1, 1)
    press(qtbot, twin, Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert updates(twin) == (3, 3)
    assert twin.curves.position.text == "1 epoch · 3 iterations"


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_T])
def test_a_key_trains_both_and_pauses_both(qtbot: QtBot, twin: TwinWindow, key: Qt.Key) -> None:
    open_pair(qtbot, twin)
    qtbot.keyClick(twin, key)
    qtbot.waitUntil(lambda: updates(twin)[0] > 30)
    qtbot.keyClick(twin, key)
    settle(qtbot, twin)
    assert not twin.lockstep.training
    left, right = updates(twin)
    assert left == right > 30


def test_r_resets_both(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin)
    press(qtbot, twin, Key.Key_Right)
    press(qtbot, twin, Key.Key_R)
    assert updates(twin) == (0, 0)


def test_e_goes_from_left_to_right_to_both(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin)
    seen = []
    for _ in range(3):
        press(qtbot, twin, Key.Key_E)
        left, right = (side.top.width() for side in twin.sides)
        seen.append((twin.emphasis, (left > right) - (left < right)))
    assert seen == [("left", 1), ("right", -1), ("both", 0)]


def test_escape_ends_an_emphasis_first_and_closes_then(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin)
    press(qtbot, twin, Key.Key_E)
    press(qtbot, twin, Key.Key_Escape)
    assert twin.emphasis == "both"
    assert twin.isVisible()
    with qtbot.waitSignal(twin.closed):
        qtbot.keyClick(twin, Key.Key_Escape)
    assert not any(half.link.running for half in twin.lockstep.halves)


def test_f5_presents_without_touching_the_shared_look(qtbot: QtBot, twin: TwinWindow, look: Look) -> None:
    open_pair(qtbot, twin)
    press(qtbot, twin, Key.Key_F5)
    assert twin.isFullScreen()
    assert twin.bar.isHidden()
    assert not look.presenting
    press(qtbot, twin, Key.Key_Escape)
    assert not twin.isFullScreen()
    assert not twin.bar.isHidden()


def test_while_the_main_window_presents_escape_leads_back_to_it(qtbot: QtBot, look: Look) -> None:
    look.set_presenting(True)
    window = open_twin(look, LEFT)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window.lockstep.idle)
    assert window.isFullScreen()
    with qtbot.waitSignal(window.closed):
        qtbot.keyClick(window, Key.Key_Escape)


def test_another_difference_is_one_click_away(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin)
    next(button for button in twin.picker.buttons if button.text() == "ReLU").click()
    settle(qtbot, twin)
    assert specials(twin) == ["activation: tanh", "activation: ReLU"]
    run = twin.lockstep.halves[1].run
    assert run is not None
    assert run.experiment.network.activation == "relu"


def test_another_kind_of_difference_is_trained_at_once(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin, right=LEFT.with_fields({"network.hidden": []}))
    twin.picker.kind.set_key("activation")
    twin.picker.kind.picked.emit("activation")
    settle(qtbot, twin)
    assert specials(twin) == ["activation: tanh", "activation: linear"]
    assert [button.text() for button in twin.picker.buttons if button.isChecked()] == ["linear"]
    assert twin.lockstep.halves[1].experiment == LINEAR


def test_two_losses_are_not_to_be_compared_by_height(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin, right=LEFT.with_fields({"training.loss": "squared_error"}))
    assert twin.curves.remark.text.startswith("Two different losses")
    twin.curves.measure.button("score").click()
    assert twin.curves.remark.text == ""


def test_two_scales_of_a_loss_are_not_to_be_compared_by_height(qtbot: QtBot, twin: TwinWindow) -> None:
    left = LEFT.with_fields({"training.loss": "squared_error"})
    open_pair(qtbot, twin, left=left, right=left.with_fields({"training.loss_scale": "sum"}))
    assert twin.curves.remark.text.startswith("Two different losses")


def test_a_side_that_stopped_says_so_and_that_the_other_goes_on(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin, left=LEFT.with_fields({"training.epochs": 4}), right=LEFT)
    for _ in range(6):
        press(qtbot, twin, Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert updates(twin) == (12, 18)
    assert "stopped at epoch 4" in twin.sides[0].head.status.text
    assert "the other continues" in twin.sides[0].head.status.text
    assert twin.sides[1].head.status.text == ""
    assert twin.curves.position.text == "epochs: 4 left, 6 right"


def test_when_both_have_stopped_it_says_so(qtbot: QtBot, twin: TwinWindow) -> None:
    left = LEFT.with_fields({"training.epochs": 2})
    open_pair(qtbot, twin, left, left.with_fields({"network.activation": "linear"}))
    for _ in range(2):
        press(qtbot, twin, Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert twin.curves.position.text == "both stopped · T continues, R restarts"
    assert twin.bar.train.isEnabled()
    assert "the other continues" not in twin.sides[0].head.status.text


def test_two_that_have_stopped_apart_cannot_go_on(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin, LEFT.with_fields({"training.epochs": 1}), LEFT.with_fields({"training.epochs": 2}))
    for _ in range(2):
        press(qtbot, twin, Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert twin.curves.position.text == "both stopped · R restarts"
    assert not twin.bar.train.isEnabled()


def test_a_side_that_is_refused_says_why_and_the_other_stays(qtbot: QtBot, twin: TwinWindow, tmp_path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("a,b,y\n" + "".join(f"{i},{i * i % 7},{i % 2}\n" for i in range(20)))
    gone = Experiment.parse(f'[data]\nfile="{table.as_posix()}"\ntarget="y"\n')
    table.unlink()
    open_pair(qtbot, twin, right=gone)
    assert twin.sides[1].refusal.isVisible()
    assert "table.csv" in twin.sides[1].head.status.text
    assert twin.sides[0].diagram.isVisible()
    press(qtbot, twin, Key.Key_Right)
    assert updates(twin)[0] == 1
    open_pair(qtbot, twin)
    assert twin.sides[1].diagram.isVisible()


def test_batches_of_another_size_disable_the_single_iteration(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin, right=LEFT.with_fields({"training.batch_size": "full"}))
    assert not twin.bar.step.isEnabled()
    press(qtbot, twin, Key.Key_Right)
    assert updates(twin) == (3, 1)
    assert twin.curves.position.text == "1 epoch · iterations: 3 left, 1 right"


def test_an_example_is_followed_on_both_sides(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin)
    twin.sides[0].data.example_picked.emit(7)
    settle(qtbot, twin)
    assert [side.data.shown for side in twin.sides] == [7, 7]
    assert all(side.data.pinned for side in twin.sides)


def test_data_of_another_extent_shares_the_scale(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin, right=LEFT.with_fields({"data.noise": 1.0}))
    left, right = (side.data.stage.plot for side in twin.sides)
    assert (left.x_range, left.y_range) == (right.x_range, right.y_range)


def test_a_diagram_is_only_looked_at(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin)
    diagram = twin.sides[0].diagram
    with qtbot.assertNotEmitted(diagram.selection_changed):
        qtbot.mouseClick(diagram, Qt.MouseButton.LeftButton, pos=diagram.rect().center())


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("presenting", [False, True])
def test_it_is_painted_in_every_theme(qtbot: QtBot, twin: TwinWindow, look: Look, theme: str, presenting: bool) -> None:
    look.set_theme(theme)
    look.set_presenting(presenting)
    open_pair(qtbot, twin)
    assert colours_in(twin) > 30


def test_it_opens_with_a_difference_to_start_from(qtbot: QtBot, look: Look) -> None:
    window = open_twin(look, LEFT)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window.lockstep.idle)
    assert specials(window) == ["network: 2-4-1", "network: 2-1"]
    window.close()
    assert not any(half.link.running for half in window.lockstep.halves)


def test_no_longer_maximised_it_stands_in_the_middle(qtbot: QtBot, look: Look) -> None:
    window = TwinWindow(look)
    qtbot.addWidget(window)
    open_over_active(window, QSize(640, 400))
    room = window.screen().availableGeometry()
    assert (window.geometry().center() - room.center()).manhattanLength() <= 2
    window.close()


def test_the_buttons_do_what_the_keys_do(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin)
    bar = twin.bar
    bar.step.click()
    settle(qtbot, twin)
    assert updates(twin) == (1, 1)
    bar.epoch.click()
    settle(qtbot, twin)
    assert updates(twin) == (3, 3)
    bar.reset.click()
    settle(qtbot, twin)
    assert updates(twin) == (0, 0)
    bar.present.click()
    assert twin.isFullScreen()


def test_the_button_trains_both_and_says_that_it_would_pause_them(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin)
    before = twin.bar.train.text()
    twin.bar.train.click()
    qtbot.waitUntil(lambda: updates(twin)[0] > 30)
    assert twin.bar.train.text() != before
    assert "Pause" in twin.bar.train.text()
    twin.bar.train.click()
    settle(qtbot, twin)
    assert not twin.lockstep.training
    assert twin.bar.train.text() == before


def test_a_pace_that_is_picked_is_kept_by_both(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin)
    slowest, _ = pace_choices()[0]
    assert twin.lockstep.clock.pace != slowest
    box = twin.bar.pace.box
    box.setCurrentIndex(box.findData(slowest))
    box.activated.emit(box.currentIndex())
    assert twin.lockstep.clock.pace == slowest


def test_a_side_that_is_picked_is_made_large(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin)
    twin.bar.emphasis.button("right").click()
    settle(qtbot, twin)
    left, right = (side.top.width() for side in twin.sides)
    assert left < right


def test_maps_have_the_size_that_they_have_on_screen(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin)
    twin.lockstep.want((4, 4))
    twin.resize(1900, 1000)
    settle(qtbot, twin)
    assert [half.wanted.maps for half in twin.lockstep.halves] == [side.map_points for side in twin.sides]


def test_a_pin_on_one_side_pins_both_and_taking_it_off_follows_the_batch(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin)
    right = twin.sides[1].data
    shown = right.shown
    right.pin_button.click()
    settle(qtbot, twin)
    assert twin.lockstep.example == shown
    assert all(side.data.pinned for side in twin.sides)
    right.pin_button.click()
    settle(qtbot, twin)
    assert twin.lockstep.example is None
    assert not any(side.data.pinned for side in twin.sides)


def test_the_curves_have_a_logarithmic_axis_when_asked(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin)
    press(qtbot, twin, Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    before = twin.curves.plot.grab().toImage()
    twin.curves.log_button.click()
    assert twin.curves.plot.grab().toImage() != before


def test_after_training_what_was_left_out_meanwhile_is_shown(qtbot: QtBot, twin: TwinWindow) -> None:
    open_pair(qtbot, twin)
    twin.sides[0].data.example_picked.emit(7)
    settle(qtbot, twin)
    twin.lockstep.toggle_training()
    qtbot.waitUntil(lambda: updates(twin)[0] > 30)
    twin.lockstep.pause()
    qtbot.waitUntil(lambda: twin.lockstep.idle)
    for half in twin.lockstep.halves:
        assert half.snapshot is not None
        assert half.snapshot.visitor is not None or 7 in half.snapshot.record.examples
