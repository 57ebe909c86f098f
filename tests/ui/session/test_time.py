"""Moving through time at every grain, through changes and back: picture and model stay at the same place."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from nnviz.engine import Experiment, Trainer
from nnviz.engine.training.record.steps import Grain, Walk
from nnviz.engine.training.timeline.events import SetFrozen, SetLearningRate, SetParameter, SetParameters, SetSilenced
from nnviz.ui.session.clock import State
from nnviz.ui.session.moment import Selection
from nnviz.worker.messages import Change, Train, Visit
from tests.ui.session.test_controller import SMALL, Harness, fresh_record


@pytest.fixture
def app(qtbot: QtBot) -> Iterator[Harness]:
    harness = Harness(qtbot, SMALL)
    yield harness
    harness.link.close()


def after_its_changes(experiment: Experiment, app: Harness) -> bytes:
    """The record on screen, made by a trainer of its own that is told what the user did on this line."""
    snapshot = app.controller.snapshot
    assert snapshot is not None
    trainer = Trainer(experiment)
    for mark in snapshot.timeline.marks:
        if mark.iteration > app.moment.record.iteration:
            break
        trainer.seek(mark.iteration)
        match mark.event:
            case SetParameter(layer, unit, None, value):
                trainer.set_bias(layer, unit, value)
            case SetParameter(layer, unit, source, value):
                trainer.set_weight(layer, unit, source, value)
            case SetLearningRate(rate):
                trainer.set_learning_rate(rate)
            case SetFrozen(layer, unit, source, frozen):
                trainer.set_frozen(layer, unit, source, frozen)
            case SetSilenced(layer, unit, silenced):
                trainer.silence(layer, unit, silenced)
            case SetParameters():
                trainer.restore_best()
    trainer.seek(app.moment.record.iteration)
    return trainer.iterate().arena.tobytes()


# ---- grains ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("grain", [Grain.PHASE, Grain.UNIT, Grain.TERM])
def test_at_every_grain_stepping_reaches_the_next_iteration_and_comes_back_the_same_way(app: Harness, grain: Grain):
    app.controller.viewing.set_grain(grain)
    app.controller.stepping.home()
    walk = Walk(app.moment.record.architecture.widths)
    steps = [app.moment.step]
    while app.settle().record.iteration == 0:
        app.controller.stepping.step()
        steps.append(app.settle().step)
    assert steps[-1] == walk.first(grain)
    for step in reversed(steps[:-1]):
        app.controller.stepping.step_back()
        assert (app.settle().record.iteration, app.moment.step) == (0, step)


def test_at_the_grain_of_iterations_a_step_is_a_whole_iteration(app: Harness) -> None:
    app.controller.viewing.set_grain(Grain.ITERATION)
    places = []
    for _ in range(3):
        app.controller.stepping.step()
        places.append(app.place)
    app.controller.stepping.step_back()
    places.append(app.place)
    assert places == [(0, "update"), (1, "update"), (2, "update"), (1, "update")]


def test_a_finer_grain_begins_the_phase_with_the_unit_that_is_picked(app: Harness) -> None:
    app.controller.stepping.pick_phase(1)
    app.controller.viewing.select(Selection(1, 2))
    app.controller.viewing.set_grain(Grain.TERM)
    assert (app.moment.unit, app.moment.term, app.moment.unit_in_play) == (2, 0, (1, 2))
    app.controller.viewing.set_grain(Grain.PHASE)
    assert (app.moment.phase_index, app.moment.unit, app.moment.term) == (1, None, None)


def test_stepping_by_units_a_click_goes_to_the_unit(app: Harness) -> None:
    app.controller.viewing.set_grain(Grain.UNIT)
    app.controller.stepping.pick_phase(1)
    app.controller.viewing.select(Selection(1, 3))
    assert app.moment.unit == 3
    app.controller.viewing.select(Selection(2, 1))
    assert app.moment.unit == 3 and app.moment.selection == Selection(2, 1)


def test_units_are_known_one_after_another(app: Harness) -> None:
    app.controller.viewing.set_grain(Grain.TERM)
    app.controller.stepping.pick_phase(1)
    kind = app.moment.phase.kind
    known = []
    for _ in range(4 * 3):
        known.append(app.moment.known_units(kind, 1))
        app.controller.stepping.step()
    assert known == [0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4]


def test_after_training_one_stands_at_the_end_of_the_update_at_any_grain(app: Harness) -> None:
    app.controller.viewing.set_grain(Grain.UNIT)
    app.controller.toggle_training()
    app.qtbot.waitUntil(lambda: app.moment.record.iteration > 20)
    app.controller.clock.pause()
    moment = app.settle()
    assert moment.step == moment.walk.last(Grain.UNIT)


def test_playing_goes_by_units_when_one_steps_by_units(app: Harness) -> None:
    app.controller.clock.speed = 1000.0
    app.controller.viewing.set_grain(Grain.UNIT)
    seen = []
    app.controller.moment_changed.connect(lambda moment: seen.append(moment.step))
    app.controller.toggle_play()
    app.qtbot.waitUntil(lambda: app.moment.record.iteration >= 1)
    app.controller.clock.pause()
    assert {step.unit for step in seen if step.phase == 1} == {0, 1, 2, 3}


# ---- which example ---------------------------------------------------------------------------------------------------


def test_the_batchs_mean_can_be_shown_and_left_again(app: Harness) -> None:
    app.controller.viewing.show_mean()
    assert app.moment.mean and app.moment.shown_example is None
    assert np.allclose(app.moment.shown.x[0], app.moment.record.x.mean(axis=0))
    app.controller.stepping.step_iteration()
    assert app.settle().mean
    app.controller.viewing.shift_example(+1)
    assert not app.moment.mean


def test_a_pinned_example_is_followed_whether_it_is_in_the_batch_or_not(app: Harness) -> None:
    pinned = int(app.moment.record.examples[3])
    app.controller.viewing.pin_example(pinned)
    inside = []
    for _ in range(6):
        app.controller.stepping.step_iteration()
        moment = app.settle()
        assert moment.shown_example == pinned
        inside.append(moment.visitor is None)
    assert True in inside and False in inside


def test_an_example_from_outside_the_batch_can_be_pinned_and_let_go(app: Harness) -> None:
    outside = next(n for n in range(50) if n not in app.moment.record.examples)
    app.controller.viewing.pin_example(outside)
    moment = app.settle()
    assert moment.visitor is not None and moment.shown_example == outside and moment.explained == (moment.visitor, 0)
    app.controller.viewing.pin_shown(False)
    assert app.moment.visitor is None and app.moment.pinned is None


def test_picking_another_example_moves_the_pin(app: Harness) -> None:
    app.controller.viewing.pin_shown(True)
    app.controller.viewing.pick_example(4)
    assert app.moment.pinned == int(app.moment.record.examples[4]) == app.moment.shown_example


def test_training_needs_no_visitor_and_has_it_again_when_it_stops(app: Harness) -> None:
    outside = next(n for n in range(50) if n not in app.moment.record.examples)
    app.controller.viewing.pin_example(outside)
    app.settle()
    app.controller.toggle_training()
    app.qtbot.waitUntil(lambda: app.moment.record.iteration > 20)
    app.controller.clock.pause()
    assert app.settle().shown_example == outside


# ---- changes, undo and other futures ---------------------------------------------------------------------------------


def test_undo_returns_to_where_the_change_was_made_and_redo_comes_back(app: Harness) -> None:
    before = app.moment.record
    app.controller.editing.edit(Selection(1, 0, source=1), 2.5)
    changed = app.settle().record
    app.controller.stepping.step_epoch()
    app.settle()
    app.controller.editing.undo()
    assert app.settle().record.arena.tobytes() == before.arena.tobytes()
    app.controller.editing.redo()
    assert app.settle().record.arena.tobytes() == changed.arena.tobytes()


def test_every_kind_of_change_can_be_undone(app: Harness) -> None:
    changes: list[Callable[[], None]] = [
        lambda: app.controller.editing.edit(Selection(2, 1, bias=True), 1.0),
        lambda: app.controller.editing.set_learning_rate(0.7),
        lambda: app.controller.editing.freeze([(1, 0, 0), (1, 0, None)], True),
        lambda: app.controller.editing.silence(1, 3, True),
        app.controller.editing.restore_best,
    ]
    app.controller.stepping.step_epoch()
    states = [app.settle().record.after.tobytes()]
    for change in changes:
        change()
        states.append(app.settle().record.after.tobytes())
    assert app.controller.editing.stack.count() == len(changes)
    for state in reversed(states[:-1]):
        app.controller.editing.undo()
        assert app.settle().record.after.tobytes() == state
    for state in states[1:]:
        app.controller.editing.redo()
        assert app.settle().record.after.tobytes() == state
    assert app.failures == []


def test_a_drag_is_undone_at_once(app: Harness) -> None:
    app.controller.editing.hold()
    for value in np.linspace(0.0, 1.0, 40):
        app.controller.editing.edit(Selection(1, 0, source=0), float(value))
    app.controller.editing.release()
    app.settle()
    app.controller.editing.edit(Selection(1, 0, source=0), 3.0)
    app.settle()
    assert app.controller.editing.stack.count() == 2


def test_a_nudge_that_is_not_kept_leaves_nothing(app: Harness) -> None:
    before = app.moment.record.after.tobytes()
    app.controller.editing.hold()
    for value in (0.1, 0.2, 0.3):
        app.controller.editing.edit(Selection(1, 0, source=0), value)
    app.settle()
    assert app.moment.record.after.tobytes() != before
    app.controller.editing.release(keep=False)
    assert app.settle().record.after.tobytes() == before
    assert app.controller.editing.stack.count() == 0


def test_what_is_changed_by_the_way_while_a_nudge_is_held_is_a_change_of_its_own_that_stays(app: Harness) -> None:
    states = [app.moment.record.after.tobytes()]
    app.controller.editing.hold()
    for selection, value in ((Selection(1, 0, source=0), 0.3), (Selection(1, 1), 2.0)):
        app.controller.editing.edit(selection, value)
        states.append(app.settle().record.after.tobytes())
    app.controller.editing.release(keep=False)
    assert app.settle().record.after.tobytes() == states[-1], "no change of the other's is lost"
    for state in reversed(states[:-1]):
        app.controller.editing.undo()
        assert app.settle().record.after.tobytes() == state


def test_a_gesture_in_which_nothing_was_changed_takes_nothing_back(app: Harness) -> None:
    app.controller.editing.edit(Selection(1, 0, source=0), 3.0)
    changed = app.settle().record.after.tobytes()
    app.controller.editing.hold()
    app.controller.editing.release(keep=False)
    assert app.settle().record.after.tobytes() == changed
    assert app.controller.editing.stack.count() == 1


def test_the_old_future_is_kept_until_the_run_is_reset(app: Harness) -> None:
    for _ in range(3):
        app.controller.stepping.step_epoch()
        app.settle()
    far = app.moment.record
    app.controller.stepping.visit(2)
    app.settle()
    app.controller.editing.edit(Selection(1, 0, source=0), 3.0)
    app.settle()
    assert app.controller.snapshot is not None
    old = app.controller.snapshot.timeline.lines[0]
    assert (old.number, old.furthest) == (0, far.iteration + 1)
    app.controller.editing.take_line(0)
    app.settle()
    app.controller.stepping.visit(far.iteration)
    assert app.settle().record.arena.tobytes() == far.arena.tobytes()
    app.controller.reset()
    app.settle()
    assert len(app.controller.snapshot.timeline.lines) == 1
    assert app.controller.editing.stack.count() == 0


def test_scrubbing_faster_than_the_model_answers_ends_where_it_was_let_go(app: Harness) -> None:
    app.controller.stepping.step_epoch()
    app.settle()
    for iteration in (2, 0, 1, 2, 1, 0, 2, 1):
        app.controller.stepping.visit(iteration)
    assert app.settle().record.iteration == 1
    assert app.moment.record.arena.tobytes() == fresh_record(SMALL, 1)


def test_scrubbing_keeps_the_phase(app: Harness) -> None:
    app.controller.stepping.step_epoch()
    app.settle()
    app.controller.stepping.pick_phase(4)
    app.controller.stepping.visit(0)
    assert (app.settle().record.iteration, app.moment.phase_index) == (0, 4)


def test_training_goes_on_from_the_past_along_what_is_known(app: Harness) -> None:
    app.controller.stepping.step_epoch()
    app.settle()
    app.controller.stepping.visit(0)
    app.settle()
    app.controller.toggle_training()
    app.qtbot.waitUntil(lambda: app.moment.record.iteration > 30)
    app.controller.clock.pause()
    moment = app.settle()
    assert moment.record.arena.tobytes() == fresh_record(SMALL, moment.record.iteration)


def test_what_is_asked_for_faster_than_it_can_be_done_is_done_once(app: Harness) -> None:
    answers: list[object] = []
    app.link.answered.connect(lambda answer: answers.append(answer.request))
    app.controller.stepping.step_iteration()
    for iteration in range(20):
        app.controller.stepping.visit(iteration)
    for value in range(20):
        app.controller.editing.edit(Selection(1, 0, 0), float(value))
    assert app.settle().record.iteration == 19
    assert app.moment.record.layers[0].W[0, 0] == 19.0
    assert [type(request) for request in answers] == [Train, Visit, Change]


# ---- all of it -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
def test_two_thousand_keys_and_clicks_in_any_order_leave_picture_and_model_in_the_same_place(
    app: Harness, seed: int
) -> None:
    controller, choice = app.controller, np.random.default_rng(seed)
    picks = [Selection(1, 2), Selection(2, 1), Selection(1, 3, source=1), Selection(3, 0, bias=True), None]

    def value() -> float:
        return round(float(choice.normal()), 2)

    def line() -> None:
        lines = controller.snapshot.timeline.lines if controller.snapshot is not None else ()
        if lines:
            controller.editing.take_line(lines[choice.integers(len(lines))].number)

    commands: list[Callable[[], object]] = [
        *(controller.stepping.step, controller.stepping.step_back) * 6,
        *(controller.stepping.step_iteration, controller.stepping.step_iteration_back) * 2,
        controller.stepping.step_epoch,
        controller.stepping.home,
        controller.toggle_training,
        controller.toggle_play,
        controller.clock.pause,
        *(lambda grain=grain: controller.viewing.set_grain(grain) for grain in Grain),
        lambda: controller.stepping.pick_phase(int(choice.integers(20))),
        lambda: controller.stepping.visit(int(choice.integers(60))),
        lambda: controller.viewing.select(picks[choice.integers(len(picks))]),
        lambda: controller.viewing.shift_example(3),
        controller.viewing.show_mean,
        lambda: controller.viewing.pin_example(int(choice.integers(50))),
        lambda: controller.viewing.pin_shown(False),
        lambda: controller.editing.edit(Selection(1, int(choice.integers(4)), source=0), value()),
        lambda: controller.editing.edit(Selection(2, 0, bias=True), value()),
        lambda: controller.editing.set_learning_rate(0.05),
        lambda: controller.editing.freeze([(1, int(choice.integers(4)), 1)], bool(choice.integers(2))),
        lambda: controller.editing.silence(1, int(choice.integers(4)), bool(choice.integers(2))),
        controller.editing.hold,
        lambda: controller.editing.release(keep=bool(choice.integers(2))),
        *(controller.editing.undo, controller.editing.redo) * 2,
        line,
        lambda: app.qtbot.wait(1),
    ]
    for _ in range(500):
        commands[choice.integers(len(commands))]()
    controller.clock.pause()
    moment = app.settle()
    assert app.failures == []
    assert controller.state is State.PAUSED
    assert moment.record.arena.tobytes() == after_its_changes(SMALL, app)
    if moment.pinned is not None:
        assert moment.shown_example == moment.pinned
    controller.stepping.step_iteration()
    assert app.settle().record.iteration == moment.record.iteration + 1
    assert app.moment.record.arena.tobytes() == after_its_changes(SMALL, app)


# ---- what an attacker found ------------------------------------------------------------------------------------------


def test_a_drag_while_training_is_one_change_too(app: Harness) -> None:
    before = app.moment.record.learning_rate
    app.controller.toggle_training()
    app.controller.editing.hold()
    for place in range(40):
        app.controller.editing.set_learning_rate(0.01 + place * 0.001)
        app.qtbot.wait(2)
    app.controller.editing.release()
    app.controller.clock.pause()
    app.settle()
    assert app.controller.editing.stack.count() == 1
    app.controller.editing.undo()
    assert app.settle().record.learning_rate == before


def test_however_much_is_changed_every_undo_leads_back(app: Harness) -> None:
    for place in range(90):
        app.controller.editing.edit(Selection(1, place % 4, source=0), place / 50)
        app.settle()
        if place % 3 == 2:
            app.controller.editing.undo()
            app.settle()
    count = app.controller.editing.stack.index()
    assert count >= 49
    for _ in range(count):
        app.controller.editing.undo()
        app.settle()
    assert app.failures == []
    assert app.controller.snapshot is not None
    assert app.controller.snapshot.timeline.lines[0].number == 0


def test_a_rate_that_was_undone_does_not_come_back_with_a_reset(app: Harness) -> None:
    before = app.moment.record.learning_rate
    app.controller.editing.set_learning_rate(0.5)
    app.settle()
    app.controller.editing.undo()
    app.settle()
    app.controller.reset()
    assert app.settle().record.learning_rate == before


def test_what_was_meant_for_a_network_is_not_done_to_the_next_one(app: Harness) -> None:
    app.controller.load(SMALL.with_fields({"network.seed": 9}))
    app.controller.editing.edit(Selection(1, 0, source=0), 3.0)
    app.controller.editing.in_turn(lambda: app.controller.editing.silence(1, 0, True))
    moment = app.settle()
    assert app.controller.run is not None and app.controller.run.experiment.network.seed == 9
    assert moment.record.layers[0].W[0, 0] != 3.0 and moment.record.architecture.silenced == ()
    assert app.controller.editing.stack.count() == 0


def test_what_waits_its_turn_is_not_done_for_somebody_who_has_gone(app: Harness) -> None:
    gone, here, done = QObject(), QObject(), []
    app.controller.load(SMALL.with_fields({"network.seed": 9}))
    app.controller.in_turn(gone, lambda: done.append("gone"))
    app.controller.in_turn(here, lambda: done.append("here"))
    delete(gone)
    assert done == []
    app.settle()
    assert done == ["here"]


def test_a_nudge_is_put_back_even_where_one_has_stepped_on(app: Harness) -> None:
    before = app.moment.record.after.tobytes()
    app.controller.editing.hold()
    app.controller.editing.edit(Selection(1, 0, source=0), 0.3)
    app.controller.stepping.step_iteration()
    app.settle()
    app.controller.editing.release(keep=False)
    assert app.settle().record.after.tobytes() == before
    assert app.controller.editing.stack.count() == 0


def test_a_place_that_the_run_does_not_reach_is_refused_and_picture_and_model_stay_together(app: Harness) -> None:
    app.controller.load(SMALL.with_fields({"training.epochs": 2}))
    app.settle()
    app.controller.stepping.visit(1000)
    app.qtbot.waitUntil(lambda: bool(app.failures))
    assert app.settle().record.iteration == 0
    app.controller.stepping.step_iteration()
    assert app.settle().record.iteration == 1


def test_training_goes_on_without_painting_also_after_a_change(app: Harness) -> None:
    app.controller.snapshot_arrived.disconnect()
    app.controller.toggle_training()
    app.qtbot.waitUntil(lambda: app.moment.record.iteration > 3)
    app.controller.editing.set_learning_rate(0.05)
    iteration = app.moment.record.iteration
    app.qtbot.waitUntil(lambda: app.moment.record.iteration > iteration + 3)
    app.controller.clock.pause()
    app.settle()


def test_playing_stops_where_the_run_has_diverged(app: Harness) -> None:
    wild = {"network.activation": "relu", "network.output": "linear", "training.loss": "squared_error"}
    app.controller.load(SMALL.with_fields({**wild, "training.learning_rate": 1e100}))
    app.settle()
    app.controller.clock.speed = 1000.0
    app.controller.viewing.set_grain(Grain.ITERATION)
    app.controller.toggle_play()
    app.qtbot.waitUntil(lambda: app.controller.state is State.PAUSED)
