"""The place in time: whatever keys are pressed, in whatever order, picture and model are at the same place."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnviz.engine import Experiment, Trainer
from nnviz.engine.training.record.steps import Step
from nnviz.ui.session import stepping
from nnviz.ui.session.clock import State
from nnviz.ui.session.controller import Controller
from nnviz.ui.session.moment import Moment, Selection
from nnviz.worker.link import ModelLink

SMALL = Experiment.named("circle").with_fields({"data.examples": 50, "training.early_stopping": None})


class Harness:
    """A controller with a real model thread, and a window that paints at once."""

    def __init__(self, qtbot: QtBot, experiment: Experiment) -> None:
        self.qtbot = qtbot
        self.link = ModelLink()
        self.controller = Controller(self.link)
        self.controller.want(maps=8)
        self.failures: list[str] = []
        self.stops: list[str] = []
        self.controller.failed.connect(lambda failure: self.failures.append(failure.text))
        self.controller.stopped.connect(self.stops.append)
        self.controller.snapshot_arrived.connect(lambda _: self.controller.clock.painted())
        self.controller.load(experiment)
        self.settle()

    def settle(self) -> Moment:
        """Wait until the model has answered everything."""
        self.qtbot.waitUntil(lambda: self.link.idle and self.controller.moment is not None)
        return self.moment

    @property
    def moment(self) -> Moment:
        assert self.controller.moment is not None
        return self.controller.moment

    @property
    def place(self) -> tuple[int, str]:
        moment = self.settle()
        return moment.record.iteration, moment.phase.name


@pytest.fixture
def app(qtbot: QtBot) -> Iterator[Harness]:
    harness = Harness(qtbot, SMALL)
    yield harness
    harness.link.close()


def fresh_record(experiment: Experiment, iteration: int) -> bytes:
    trainer = Trainer(experiment)
    trainer.run(iteration)
    return trainer.iterate().arena.tobytes()


def test_a_loaded_experiment_stands_at_the_first_phase_of_its_first_iteration(app: Harness) -> None:
    assert app.place == (0, "x")


def test_stepping_goes_through_every_phase_and_on_to_the_next_iteration(app: Harness) -> None:
    names = []
    for _ in range(len(app.moment.record.phases)):
        app.controller.stepping.step()
        names.append(app.place)
    assert [name for _, name in names[:-1]] == [phase.name for phase in app.moment.record.phases[1:]]
    assert names[-1] == (1, "x")


def test_stepping_back_across_the_start_goes_to_the_end_of_the_iteration_before(app: Harness) -> None:
    app.controller.stepping.step_iteration()
    app.controller.stepping.step_back()
    assert app.place == (0, "update")
    assert app.moment.record.arena.tobytes() == fresh_record(SMALL, 0)


def test_nothing_comes_before_the_first_phase_of_the_first_iteration(app: Harness) -> None:
    app.controller.stepping.step_back()
    assert app.place == (0, "x")
    app.controller.stepping.step_iteration_back()
    assert app.place == (0, "x")


def test_an_iteration_forward_and_back_keeps_the_phase(app: Harness) -> None:
    app.controller.stepping.pick_phase(4)
    name = app.moment.phase.name
    app.controller.stepping.step_iteration()
    assert app.place == (1, name)
    app.controller.stepping.step_iteration_back()
    assert app.place == (0, name)


def test_an_epoch_ends_with_the_update_of_its_last_batch(app: Harness) -> None:
    app.controller.stepping.step_epoch()
    record = app.settle().record
    assert (record.batch, app.moment.phase.name) == (record.batches - 1, "update")
    app.controller.stepping.step_epoch()
    assert app.settle().record.epoch == record.epoch + 1


def test_keys_pressed_faster_than_the_model_answers_all_count(app: Harness) -> None:
    phases = len(app.moment.record.phases)
    for _ in range(3 * phases + 2):
        app.controller.stepping.step()
    app.qtbot.waitUntil(lambda: app.link.idle and app.moment.record.iteration == 3)
    assert app.moment.phase_index == 2


def test_maps_are_those_of_the_parameters_before_the_update_until_the_update(app: Harness) -> None:
    app.controller.stepping.step_iteration()
    app.settle()
    app.controller.stepping.pick_phase(0)
    before = app.moment.maps
    app.controller.stepping.pick_phase(10_000)
    after = app.moment.maps
    assert before is not None and after is not None
    assert not np.array_equal(before.layers[1], after.layers[1])


def test_training_goes_on_until_it_is_paused_and_stands_after_the_last_update(app: Harness) -> None:
    app.controller.toggle_training()
    assert app.controller.state is State.TRAINING
    app.qtbot.waitUntil(lambda: app.moment.record.iteration > 200)
    app.controller.toggle_training()
    moment = app.settle()
    assert app.controller.state is State.PAUSED
    assert not moment.training and moment.phase.name == "update"
    assert moment.record.arena.tobytes() == fresh_record(SMALL, moment.record.iteration)


def test_training_pauses_at_the_end_of_the_run_and_goes_on_when_asked_again(app: Harness) -> None:
    app.controller.load(SMALL.with_fields({"training.epochs": 5}))
    app.settle()
    app.controller.toggle_training()
    app.qtbot.waitUntil(lambda: app.controller.state is State.PAUSED)
    app.settle()
    assert app.stops == ["all 5 epochs are done"]
    assert app.moment.record.epoch == 4
    app.controller.toggle_training()
    app.qtbot.waitUntil(lambda: app.moment.record.epoch >= 9)
    app.controller.clock.pause()
    app.settle()


def test_training_goes_on_when_asked_again_in_the_moment_it_stopped(app: Harness) -> None:
    app.controller.load(SMALL.with_fields({"training.epochs": 5}))
    app.settle()
    app.controller.stopped.connect(lambda _: app.controller.toggle_training())
    app.controller.toggle_training()
    app.qtbot.waitUntil(lambda: app.moment.record.epoch > 40)
    app.controller.clock.pause()
    assert len(app.stops) >= 8
    assert app.stops == [f"all {5 * time} epochs are done" for time in range(1, len(app.stops) + 1)]


def test_a_step_while_training_pauses_and_steps_from_there(app: Harness) -> None:
    app.controller.toggle_training()
    app.qtbot.waitUntil(lambda: app.moment.record.iteration > 20)
    app.controller.stepping.step()
    _, name = app.place
    assert (app.controller.state, name) == (State.PAUSED, "x")


def test_playing_goes_from_phase_to_phase(app: Harness) -> None:
    app.controller.clock.speed = 100.0
    app.controller.toggle_play()
    app.qtbot.waitUntil(lambda: app.moment.record.iteration == 1)
    app.controller.toggle_play()
    assert app.controller.state is State.PAUSED


def test_every_example_of_the_batch_can_be_shown(app: Harness) -> None:
    count = len(app.moment.record.examples)
    seen = []
    for _ in range(count + 1):
        seen.append(app.moment.example)
        app.controller.viewing.shift_example(+1)
    assert seen == [*range(count), 0]
    app.controller.viewing.shift_example(-1)
    assert app.moment.example == 0


def test_an_edit_while_paused_remakes_the_update_on_screen_with_it(app: Harness) -> None:
    app.controller.stepping.step_iteration()
    app.settle()
    app.controller.stepping.pick_phase(3)
    app.controller.editing.edit(Selection(1, 2, bias=True), 4.0)
    moment = app.settle()
    assert (moment.record.iteration, moment.phase_index) == (1, 3)
    assert moment.record.layers[0].b[2] == 4.0


def test_a_learning_rate_set_while_paused_is_the_one_of_the_update_on_screen(app: Harness) -> None:
    app.controller.stepping.step_iteration()
    app.settle()
    app.controller.editing.set_learning_rate(0.5)
    assert (app.settle().record.iteration, app.moment.record.learning_rate) == (1, 0.5)


def test_a_learning_rate_set_by_hand_survives_a_reset_and_new_weights(app: Harness) -> None:
    app.controller.stepping.step_epoch()
    app.settle()
    app.controller.editing.set_learning_rate(0.5)
    app.settle()
    for begin_again in (app.controller.reset, app.controller.new_weights):
        begin_again()
        assert app.place == (0, "x") and app.moment.record.learning_rate == 0.5
    assert app.controller.run is not None
    assert app.controller.run.experiment.training.learning_rate == 0.5


def test_before_training_a_new_rate_is_the_one_that_a_schedule_starts_from(app: Harness) -> None:
    app.controller.load(SMALL.with_fields({"training.schedule": "exponential"}))
    app.settle()
    app.controller.editing.set_learning_rate(0.5)
    app.settle()
    app.controller.stepping.step_epoch()
    app.settle()
    app.controller.stepping.step_epoch()
    assert app.settle().record.learning_rate == pytest.approx(0.5 * 0.99)


def test_later_a_new_rate_takes_over_from_the_schedule(app: Harness) -> None:
    app.controller.load(SMALL.with_fields({"training.schedule": "exponential"}))
    for _ in range(2):
        app.settle()
        app.controller.stepping.step_epoch()
    app.settle()
    app.controller.editing.set_learning_rate(0.25)
    app.settle()
    app.controller.stepping.step_epoch()
    assert app.settle().record.learning_rate == 0.25


def test_new_weights_without_the_data_are_refused_and_nothing_is_lost(app: Harness, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("a,b,y\n" + "".join(f"{n},{n * n % 7},{'no' if n % 2 else 'yes'}\n" for n in range(20)))
    app.controller.load(Experiment.parse("").with_fields({"data": {"file": str(table), "target": "y"}}))
    app.settle()
    before = app.moment.record.arena.tobytes()
    table.unlink()
    app.controller.new_weights()
    assert len(app.failures) == 1 and "no such file" in app.failures[0]
    assert app.settle().record.arena.tobytes() == before


def test_an_impossible_edit_is_refused_and_changes_nothing(app: Harness) -> None:
    before = app.moment.record.arena.tobytes()
    app.controller.editing.edit(Selection(7, 0, bias=True), 1.0)
    app.qtbot.waitUntil(lambda: bool(app.failures))
    assert app.failures == ["layers count from 1 to 3, got 7"]
    assert app.settle().record.arena.tobytes() == before


def test_reset_brings_the_same_weights_back_and_new_weights_others(app: Harness) -> None:
    first = app.moment.record.theta.tobytes()
    app.controller.stepping.step_epoch()
    app.settle()
    app.controller.reset()
    assert app.place == (0, "x") and app.moment.record.theta.tobytes() == first
    app.controller.new_weights()
    assert app.place == (0, "x") and app.moment.record.theta.tobytes() != first


def test_a_new_run_tells_its_history_from_the_first_row(app: Harness) -> None:
    starts: list[int] = []
    app.controller.stepping.step_epoch()
    app.settle()
    app.controller.snapshot_arrived.connect(lambda snapshot: starts.append(snapshot.history_from))
    app.controller.reset()
    app.settle()
    assert starts[0] == 0


def test_going_back_takes_the_later_rows_of_the_history_away(app: Harness) -> None:
    held = []
    app.controller.snapshot_arrived.connect(lambda snapshot: held.append(snapshot.history_from + len(snapshot.history)))
    for _ in range(3):
        app.controller.stepping.step_epoch()
        app.settle()
    app.controller.stepping.visit(0)
    app.settle()
    assert held[-2:] == [4, 1]


def test_the_best_epochs_parameters_can_be_put_back(app: Harness) -> None:
    app.controller.stepping.step_epoch()
    app.settle()
    app.controller.editing.restore_best()
    assert app.settle().phase.name == "x"


@pytest.mark.parametrize("selection", [Selection(1, 9), Selection(9, 0), Selection(1, 0, source=9), Selection(-1, 0)])
def test_what_a_network_does_not_have_is_not_picked(app: Harness, selection: Selection) -> None:
    app.controller.viewing.select(Selection(1, 1))
    app.controller.viewing.select(selection)
    assert app.settle().selection == Selection(1, 1)


def test_a_selection_survives_stepping_and_a_reset_but_not_another_network(app: Harness) -> None:
    app.controller.viewing.select(Selection(1, 1))
    app.controller.stepping.step()
    app.controller.reset()
    assert app.settle().selection == Selection(1, 1)
    app.controller.load(SMALL.with_fields({"network.hidden": [2]}))
    app.qtbot.waitUntil(lambda: app.link.idle and app.moment.record.architecture.widths == (2, 2, 1))
    assert app.moment.selection is None


@pytest.mark.parametrize("seed", range(4))
def test_no_order_of_keys_brings_picture_and_model_apart(app: Harness, seed: int) -> None:
    controller = app.controller
    commands = [
        controller.stepping.step,
        controller.stepping.step,
        controller.stepping.step_back,
        controller.stepping.step_back,
        controller.stepping.step_iteration,
        controller.stepping.step_iteration_back,
        controller.stepping.step_epoch,
        controller.stepping.home,
        controller.toggle_training,
        controller.toggle_play,
        controller.clock.pause,
        lambda: controller.stepping.pick_phase(5),
        lambda: controller.viewing.select(Selection(2, 1)),
        lambda: controller.viewing.shift_example(3),
        lambda: app.qtbot.wait(1),
    ]
    choice = np.random.default_rng(seed)
    for _ in range(250):
        commands[choice.integers(len(commands))]()
    controller.clock.pause()
    moment = app.settle()
    assert app.failures == []
    assert moment.record.arena.tobytes() == fresh_record(SMALL, moment.record.iteration)
    assert moment.maps is not None
    controller.stepping.step_iteration()
    assert app.settle().record.iteration == moment.record.iteration + 1


def test_every_place_is_told_as_it_is_reached(app: Harness, qtbot: QtBot) -> None:
    with qtbot.waitSignal(app.controller.moment_changed) as told:
        app.controller.stepping.step()
    assert told.args == [app.controller.moment]


def test_a_step_asks_for_its_animation(app: Harness, qtbot: QtBot) -> None:
    with qtbot.waitSignal(app.controller.play_requested):
        app.controller.stepping.step()


def test_training_that_pauses_asks_for_the_maps_that_it_went_without(app: Harness, qtbot: QtBot) -> None:
    app.controller.toggle_training()
    qtbot.waitUntil(lambda: app.moment.record.iteration > 30)
    app.controller.clock.pause()
    qtbot.waitUntil(lambda: app.controller.idle)
    assert app.controller.snapshot is not None
    assert app.controller.snapshot.maps_before is not None


def test_an_epoch_that_is_interrupted_does_not_go_on(
    app: Harness, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    app.controller.load(SMALL.with_fields({"data.examples": 1000, "training.batch_size": 1}))
    app.settle()
    # So that an epoch takes many answers.
    monkeypatch.setattr(stepping, "LONGEST_COUNT_SECONDS", 1e-6)
    app.controller.stepping.step_epoch()
    app.controller.stepping.step_iteration()
    qtbot.waitUntil(lambda: app.controller.idle)
    assert app.moment.record.iteration < 100


def test_over_one_input_the_lines_are_those_before_the_update_until_it_is_shown(app: Harness) -> None:
    app.controller.load(Experiment.named("sine"))
    moment, snapshot = app.settle(), app.controller.snapshot
    assert snapshot is not None
    assert moment.lines is snapshot.lines_before is not None and moment.maps is None
    app.controller.viewing.stand_at(Step(moment.walk.last_phase))
    assert app.moment.lines is snapshot.lines is not None
