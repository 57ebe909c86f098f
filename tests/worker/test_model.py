"""The model's side of the thread: every request is answered once, with what was wanted and nothing else."""

from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from nnviz.engine import EarlyStopping, Experiment, Trainer
from nnviz.engine.training.timeline.events import SetLearningRate, SetParameter
from nnviz.worker import model as model_module
from nnviz.worker.messages import Ask, Change, Failure, Load, Reset, RestoreBest, Snapshot, Train, Visit, Wanted
from nnviz.worker.model import Model

CIRCLE = Experiment.named("circle").with_fields({"data.examples": 50, "training.early_stopping": None})
NO_MAPS = Wanted()


class Desk:
    """Asks a model on this thread, and keeps its answers."""

    def __init__(self):
        self.model = Model()
        self.answers = []
        self.model.answered.connect(self.answers.append)

    def ask(self, request, wanted=NO_MAPS):
        number = len(self.answers) + 1
        self.model.answer(Ask(number, request, wanted))
        assert len(self.answers) == number, "one answer for each request"
        answer = self.answers[-1]
        assert (answer.number, answer.request) == (number, request)
        return answer.result

    def refused(self, request):
        failure = self.ask(request)
        assert isinstance(failure, Failure) and failure.refused
        return failure.text


@pytest.fixture
def desk(qapp):
    desk = Desk()
    desk.first = desk.ask(Load(CIRCLE))
    return desk


def bits(snapshot):
    return snapshot.record.arena.tobytes(), snapshot.record.after.tobytes()


def fresh(iterations, experiment=CIRCLE):
    """The record of the last of so many updates."""
    trainer = Trainer(experiment)
    trainer.run(iterations - 1)
    return trainer.iterate()


def test_nothing_can_be_asked_before_an_experiment_is_loaded(qapp):
    assert Desk().refused(Train(iterations=1)) == "no experiment is loaded"


def test_loading_answers_with_the_first_iteration(desk):
    first = desk.first
    assert first.record.iteration == 0 and first.iterations_made == 1
    assert first.run.experiment.title == "Circle" and first.run.number == 1
    assert first.run.batches_per_epoch == 3
    assert len(first.history) == 1


def test_a_credit_counted_in_iterations_is_spent_to_the_last_and_no_further(desk):
    for count in (1, 2, 7, 30):
        before = desk.answers[-1].result.record.iteration
        snapshot = desk.ask(Train(iterations=count))
        assert snapshot.record.iteration == before + count
        assert snapshot.iterations_made == count
    assert snapshot.record.after.tobytes() == fresh(41).after.tobytes()


def test_a_credit_counted_in_time_comes_back_by_itself(desk):
    snapshot = desk.ask(Train(seconds=0.002))
    assert snapshot.iterations_made >= 1 and snapshot.seconds > 0.0
    made = 1 + snapshot.iterations_made
    assert snapshot.record.after.tobytes() == fresh(made).after.tobytes()


def test_a_credit_of_no_time_still_makes_an_update(desk):
    assert desk.ask(Train(seconds=0.0)).iterations_made >= 1


def test_a_credit_bounded_in_both_ends_with_the_first(desk):
    assert desk.ask(Train(seconds=60.0, iterations=5)).iterations_made == 5


def test_a_stopped_run_goes_on_only_when_asked_to(qapp):
    desk = Desk()
    desk.ask(Load(CIRCLE.with_fields({"training.epochs": 2})))
    ended = desk.ask(Train(iterations=100))
    assert ended.history.stop_reason == "epochs" and ended.record.iteration == 5
    assert bits(desk.ask(Train(iterations=100))) == bits(ended)
    further = desk.ask(Train(iterations=4, go_on=True))
    assert further.record.iteration == 9 and further.history.stop_reason is None


def test_a_run_that_ends_within_a_credit_shows_its_last_update(qapp):
    settings = EarlyStopping(patience=2)
    desk = Desk()
    desk.ask(Load(CIRCLE.with_fields({"training.early_stopping": {"patience": 2}, "training.learning_rate": 5.0})))
    ended = desk.ask(Train(iterations=10_000))
    assert ended.history.stop_reason == "early_stopping" and ended.history.patience == settings.patience
    assert ended.record.iteration + 1 == ended.history.iterations[-1]


def test_a_diverging_run_says_so_and_can_still_be_visited(qapp):
    desk = Desk()
    wild = {"network.activation": "relu", "network.output": "linear", "training.loss": "squared_error"}
    desk.ask(Load(CIRCLE.with_fields({**wild, "training.learning_rate": 1e100})))
    ended = desk.ask(Train(seconds=1.0))
    assert ended.history.stop_reason == "diverged" and "went first" in ended.history.message
    assert desk.ask(Visit(0)).record.iteration == 0


def test_visiting_gives_the_same_bits_again_forward_and_back(desk):
    seen = {0: bits(desk.first)}
    for _ in range(8):
        snapshot = desk.ask(Train(iterations=1))
        seen[snapshot.record.iteration] = bits(snapshot)
    for iteration in (3, 0, 8, 7, 2):
        assert bits(desk.ask(Visit(iteration))) == seen[iteration]


def test_visiting_beyond_the_end_is_refused_and_the_model_goes_on(qapp):
    desk = Desk()
    desk.ask(Load(CIRCLE.with_fields({"training.epochs": 2})))
    assert "the run ends after 6 iterations" in desk.refused(Visit(100))
    assert "count from 0" in desk.refused(Visit(-1))
    assert desk.ask(Visit(3)).record.iteration == 3


def test_resetting_is_the_first_iteration_again_with_nothing_edited(desk):
    desk.ask(Train(iterations=20))
    desk.ask(Change(redo=True, events=(SetLearningRate(2.0), SetParameter(1, 0, 0, 3.0))))
    again = desk.ask(Reset())
    assert bits(again) == bits(desk.first)
    assert again.learning_rate == CIRCLE.training.learning_rate and again.run.number == 2
    assert again.run.examples is desk.first.run.examples


def test_a_change_on_screen_is_made_before_the_last_update_which_is_made_again(desk):
    before = desk.ask(Train(iterations=5)).record
    after = desk.ask(Change(redo=True, events=(SetParameter(1, 2, 0, 0.5), SetParameter(2, 0, None, -1.0)))).record
    assert after.iteration == before.iteration
    assert after.layers[0].W[2, 0] == 0.5 and after.layers[1].b[0] == -1.0
    others = before.layers[0].W != after.layers[0].W
    assert np.count_nonzero(others) == 1


def test_a_change_while_training_comes_before_the_next_update(desk):
    before = desk.ask(Train(iterations=5)).record
    snapshot = desk.ask(Change(redo=False, events=(SetLearningRate(0.5),)))
    assert snapshot.record is before and snapshot.learning_rate == 0.5
    assert desk.ask(Train(iterations=1)).record.learning_rate == 0.5


def test_a_change_that_makes_the_end_of_an_epoch_again_sends_its_row_again(desk):
    ended = desk.ask(Train(iterations=2))
    assert ended.record.batch == 2 and (ended.history_from, len(ended.history)) == (1, 1)
    changed = desk.ask(Change(redo=True, events=(SetParameter(3, 0, None, 4.0),)))
    assert changed.history_from == 1 and len(changed.history) == 1
    assert changed.history.train_loss[0] > 1.5 * ended.history.train_loss[0]


def test_a_change_of_what_is_not_there_is_refused_and_changes_nothing(desk):
    before = desk.ask(Train(iterations=5))
    assert "layers count from 1" in desk.refused(Change(redo=True, events=(SetParameter(9, 0, 0, 1.0),)))
    assert "finite number" in desk.refused(Change(redo=True, events=(SetParameter(1, 0, 0, float("nan")),)))
    assert bits(desk.ask(Visit(5))) == bits(before)


def test_a_change_is_made_whole_or_not_at_all(desk):
    before = desk.ask(Train(iterations=5))
    some_good = (SetLearningRate(0.7), SetParameter(1, 0, 0, 0.5), SetParameter(2, 0, None, float("inf")))
    for redo in (True, False):
        assert "finite number" in desk.refused(Change(redo, some_good))
    after = desk.ask(Train(iterations=1))
    assert after.record.theta.tobytes() == before.record.theta_after.tobytes()
    assert after.record.learning_rate == before.record.learning_rate


def test_rows_are_told_later_where_something_else_went_wrong(desk, monkeypatch):
    monkeypatch.setattr(model_module.Run, "maps", lambda *arguments: 1 / 0)
    assert isinstance(desk.ask(Train(iterations=10)), Failure)
    monkeypatch.undo()
    later = desk.ask(Train(iterations=1))
    assert later.history_from == 1 and later.history.epochs.tolist() == [1.0, 2.0, 3.0, 4.0]


def test_putting_the_best_parameters_back_records_the_update_after(desk):
    desk.ask(Train(iterations=30))
    best = desk.answers[-1].result.history.best_iteration
    restored = desk.ask(RestoreBest())
    expected = fresh(best + 1).theta
    assert restored.record.theta.tobytes() == expected.tobytes()


def test_without_a_validation_part_there_is_nothing_to_put_back(qapp):
    desk = Desk()
    desk.ask(Load(CIRCLE.with_fields({"data.split": [1.0, 0.0, 0.0]})))
    assert "no best epoch" in desk.refused(RestoreBest())


def test_maps_are_made_only_when_they_are_wanted(desk):
    assert desk.first.maps is None and desk.first.maps_before is None
    after = desk.ask(Train(iterations=3), Wanted(maps=8))
    assert after.maps is not None and after.maps_before is None
    assert [layer.shape for layer in after.maps.layers] == [(2, 8, 8), (4, 8, 8), (3, 8, 8), (1, 8, 8)]
    both = desk.ask(Visit(3), Wanted(maps=8, maps_before=True))
    assert both.maps is not None and both.maps_before is not None
    assert both.maps.layers[-1].tobytes() == after.maps.layers[-1].tobytes()
    assert both.maps_before.layers[-1].tobytes() != after.maps.layers[-1].tobytes()


def test_data_without_two_inputs_has_no_maps(qapp):
    desk = Desk()
    assert desk.ask(Load(Experiment.named("sine")), Wanted(maps=8)).maps is None


def test_over_one_input_there_are_lines_in_place_of_maps(desk):
    assert desk.ask(Train(iterations=1), Wanted(maps=8, maps_before=True)).lines is None
    first = desk.ask(Load(Experiment.named("sine")))
    assert first.lines is None and first.lines_before is None
    both = desk.ask(Train(iterations=3), Wanted(maps=8, maps_before=True))
    assert both.maps is None and both.maps_before is None
    assert both.lines.layers[1].shape == (first.run.architecture.widths[1], 8)
    assert both.lines.layers[-1].tobytes() != both.lines_before.layers[-1].tobytes()
    assert desk.ask(Train(iterations=1), Wanted(maps=8)).lines_before is None


def test_every_row_of_the_history_is_told_once(desk):
    rows = {0: desk.first.history.rows[0].tolist()}
    for count in (20, 1, 1, 1, 10, 2):
        snapshot = desk.ask(Train(iterations=count))
        assert snapshot.history_from == len(rows)
        rows |= {snapshot.history_from + place: row for place, row in enumerate(snapshot.history.rows.tolist())}
    trainer = Trainer(CIRCLE)
    trainer.run(36)
    assert [rows[place] for place in range(len(rows))] == trainer.history.rows.tolist()


def test_a_long_run_tells_a_short_history_and_leaves_nothing_stale(qapp, monkeypatch):
    monkeypatch.setattr(model_module, "LONGEST_HISTORY", 12)
    desk = Desk()
    told = desk.ask(Load(CIRCLE)).history.rows.tolist()
    for count in (3, 5, 40, 1, 1, 1, 90, 3, 3, 2, 200, 1):
        snapshot = desk.ask(Train(iterations=count))
        told[snapshot.history_from :] = snapshot.history.rows.tolist()
        assert len(told) <= 13
        assert told == desk.model._run.trainer.history.rows.tolist()
    assert told[-1][0] == 351 // 3


def test_going_back_says_how_many_rows_are_left_and_going_on_tells_them_again(desk):
    desk.ask(Train(iterations=30))
    back = desk.ask(Visit(4))
    assert back.history_from == 2 and len(back.history) == 0
    again = desk.ask(Train(iterations=4))
    assert again.history_from == 2 and again.history.epochs.tolist() == [2.0, 3.0]


def test_a_snapshot_is_frozen(desk):
    with pytest.raises(FrozenInstanceError):
        desk.first.record = None
    with pytest.raises(ValueError, match="read-only"):
        desk.first.record.arena[0] = 1.0


def test_what_was_loaded_stays_when_an_experiment_is_refused(desk):
    broken = Experiment(data=CIRCLE.data.__class__(source="nowhere"))
    assert 'no data set "nowhere"' in desk.refused(Load(broken))
    again = desk.ask(Visit(0))
    assert bits(again) == bits(desk.first) and again.run.number == 1


def test_a_fault_in_the_model_becomes_a_message_with_its_place(desk, monkeypatch):
    def broken(self):
        raise ZeroDivisionError("the floor fell in")

    monkeypatch.setattr(Trainer, "iterate", broken)
    failure = desk.ask(Train(iterations=1))
    assert isinstance(failure, Failure) and not failure.refused
    assert failure.text == "ZeroDivisionError: the floor fell in"
    assert "test_model.py" in failure.details and "in broken" in failure.details
    monkeypatch.undo()
    assert isinstance(desk.ask(Train(iterations=1)), Snapshot)


def test_too_little_memory_is_said_in_words(desk, monkeypatch):
    def too_large(*arguments, **options):
        raise MemoryError

    monkeypatch.setattr(model_module, "Trainer", too_large)
    assert "not enough memory" in desk.refused(Load(CIRCLE))
