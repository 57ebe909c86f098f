"""Going back and forth in time: always exactly the state of a fresh run to there, history included."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.engine import EarlyStopping, PlaceError, Trainer
from nnviz.engine.training.timeline import checkpoints
from tests.engine.walks import CHOICES, OPERATIONS, Naive, do, next_record, small, state


def test_iterating_and_running_give_the_same_bits():
    one, other = Trainer(small()), Trainer(small())
    one.run(50)
    for _ in range(50):
        other.iterate()
    assert state(one) == state(other)


def test_running_in_pieces_gives_the_same_bits():
    one, other = Trainer(small()), Trainer(small())
    one.run(50)
    for piece in (1, 5, 6, 0, 13, 25):
        other.run(piece)
    assert state(one) == state(other)


def test_running_without_scores_gives_the_same_parameters():
    one, other = Trainer(small()), Trainer(small())
    one.run(50)
    other.run(50, score=False)
    assert one.theta().tobytes() == other.theta().tobytes()
    assert len(other.history) == 1


def test_a_deadline_in_the_past_makes_one_update():
    trainer = Trainer(small())
    trainer.run(deadline=0.0)
    assert trainer.iteration == 1


def test_the_same_seeds_give_the_same_bits_and_others_do_not():
    one, other = Trainer(small()), Trainer(small())
    one.run(30)
    other.run(30)
    assert state(one) == state(other)
    for field in ("data.seed", "network.seed", "training.seed"):
        different = Trainer(small().with_fields({field: 2}))
        different.run(30)
        assert different.theta().tobytes() != one.theta().tobytes(), field


@pytest.mark.parametrize("batch_size", [1, 2, 5, "full"])
@pytest.mark.parametrize("target", [0, 1, 5, 6, 7, 17, 60])
def test_seeking_gives_the_state_of_a_fresh_run(checkpoint_stride, target, batch_size):
    trainer, fresh = Trainer(small(batch_size=batch_size, epochs=99)), Trainer(small(batch_size=batch_size, epochs=99))
    trainer.run(37)
    trainer.seek(target)
    fresh.run(target)
    assert state(trainer) == state(fresh)
    assert next_record(trainer) == next_record(fresh)


def test_seeking_in_a_long_run_thins_the_checkpoints_and_stays_exact(monkeypatch):
    monkeypatch.setattr(checkpoints, "MOST_CHECKPOINTS", 8)
    chosen = small(epochs=3000)
    trainer, fresh = Trainer(chosen), Trainer(chosen)
    trainer.run(5000, score=False)
    trainer.seek(3333)
    fresh.run(3333, score=False)
    assert trainer.theta().tobytes() == fresh.theta().tobytes()


def test_what_is_changed_before_an_iteration_is_there_after_seeking_it(checkpoint_stride):
    trainer = Trainer(small())
    trainer.run(12)
    trainer.set_weight(1, 2, 0, 0.75)
    trainer.set_learning_rate(0.3)
    changed = state(trainer)
    trainer.run(20)
    later = state(trainer)
    trainer.seek(12)
    assert state(trainer) == changed
    assert trainer.parameters()[0][0][2, 0] == 0.75
    trainer.seek(11)
    assert trainer.learning_rate == 0.1
    trainer.run(21)
    assert state(trainer) == later


def test_a_change_in_the_past_starts_another_future():
    trainer = Trainer(small())
    trainer.run(12)
    trainer.set_bias(1, 0, 5.0)
    trainer.run(12)
    trainer.seek(6)
    trainer.set_learning_rate(0.2)
    trainer.run(18)
    fresh = Trainer(small())
    fresh.run(6)
    fresh.set_learning_rate(0.2)
    fresh.run(18)
    assert state(trainer) == state(fresh)


def test_the_best_parameters_are_those_that_were_scored_even_when_edited_there(checkpoint_stride):
    trainer = Trainer(small(learning_rate=0.5))
    trainer.run(60)
    best = trainer.history.best_iteration
    trainer.seek(best)
    scored = trainer.theta()
    trainer.set_bias(3, 0, 50.0)
    trainer.run(12)
    assert trainer.history.best_iteration == best
    trainer.seek(best + 3)
    trainer.restore_best()
    assert trainer.theta().tobytes() == scored.tobytes()


def test_an_edited_untrained_network_is_put_back_as_it_was_edited_after_a_later_epoch_was_the_best():
    trainer = Trainer(small())
    trainer.set_weight(1, 0, 0, -2.0)
    edited = trainer.theta()
    trainer.run(60)
    assert trainer.history.best_iteration > 0
    trainer.seek(0)
    trainer.restore_best()
    assert trainer.theta().tobytes() == edited.tobytes()


def test_going_back_before_early_stopping_and_forward_again_ends_the_same(checkpoint_stride):
    chosen = small(learning_rate=2.0, early_stopping=EarlyStopping(patience=3))
    trainer = Trainer(chosen)
    assert trainer.run() == "early_stopping"
    end, stopped = trainer.iteration, state(trainer)
    trainer.set_bias(1, 0, 0.25)
    edited = state(trainer)
    for target in (end - 1, 0, end - 7):
        trainer.seek(target)
        assert trainer.finished is None
        trainer.seek(end)
        assert state(trainer) == edited
    trainer.seek(0)
    fresh = Trainer(chosen)
    fresh.run()
    assert state(fresh) == stopped


def test_iterations_past_the_end_can_be_visited_again():
    trainer = Trainer(small(epochs=2))
    assert trainer.run() == "epochs"
    end = trainer.iteration
    for _ in range(4):
        trainer.iterate()
    past = state(trainer)
    trainer.seek(end - 2)
    trainer.seek(end + 4)
    assert state(trainer) == past
    with pytest.raises(PlaceError, match="the run ends after"):
        trainer.seek(end + 5)


def test_seeking_beyond_the_end_says_where_the_run_ends():
    trainer = Trainer(small(epochs=2))
    with pytest.raises(PlaceError, match="the run ends after 12 iterations: all 2 epochs are done"):
        trainer.seek(13)
    with pytest.raises(PlaceError, match="count from 0, got -1"):
        trainer.seek(-1)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda trainer: trainer.set_learning_rate(0.0), "finite number > 0"),
        (lambda trainer: trainer.set_learning_rate(float("nan")), "finite number > 0"),
        (lambda trainer: trainer.set_weight(0, 0, 0, 1.0), "layers count from 1 to 3"),
        (lambda trainer: trainer.set_weight(1, 3, 0, 1.0), "units of layer 1 count from 0 to 2"),
        (lambda trainer: trainer.set_weight(2, 0, 3, 1.0), "inputs of layer 2 count from 0 to 2"),
        (lambda trainer: trainer.set_bias(3, -1, 1.0), "units of layer 3 count from 0"),
        (lambda trainer: trainer.set_bias(1, 0, float("inf")), "finite number"),
    ],
)
def test_a_change_that_makes_no_sense_is_refused_and_changes_nothing(change, message):
    trainer = Trainer(small())
    trainer.run(5)
    before = state(trainer)
    with pytest.raises(PlaceError, match=message):
        change(trainer)
    assert state(trainer) == before


def test_an_interrupt_in_the_middle_of_an_update_leaves_a_run_that_goes_on_exactly():
    trainer, fresh = Trainer(small()), Trainer(small())
    bring, calls = trainer._course.updates[3]
    blows = iter([KeyboardInterrupt])

    def blow():
        for blow in blows:
            raise blow

    trainer._course.updates[3] = bring, (*calls[:5], blow, *calls[5:])
    trainer.run(1)
    with pytest.raises(KeyboardInterrupt):
        trainer.run()
    trainer.run(30 - trainer.iteration)
    fresh.run(30)
    assert state(trainer) == state(fresh)


def test_there_is_no_best_epoch_without_a_validation_part():
    trainer = Trainer(small(split=(1.0, 0.0, 0.0)))
    trainer.run(12)
    assert trainer.history.best_epoch is None
    with pytest.raises(PlaceError, match="no best epoch"):
        trainer.restore_best()


@pytest.mark.parametrize("stride", [2, 64])
@settings(max_examples=60, deadline=None)
@given(choices=CHOICES, operations=st.lists(OPERATIONS, max_size=10))
def test_any_walk_through_time_ends_where_a_replay_from_the_start_does(stride, choices, operations):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checkpoints, "FIRST_STRIDE", stride)
        patch.setattr(checkpoints, "MOST_CHECKPOINTS", 5)
        chosen = small(**choices)
        trainer, naive = Trainer(chosen), Naive(chosen)
        for operation in operations:
            do(trainer, naive, *operation)
            assert state(trainer) == state(naive.trainer(naive.here)), operation
        assert next_record(trainer) == next_record(naive.trainer(naive.here))


def test_history_since_a_row_is_the_end_of_the_whole_one():
    trainer = Trainer(small())
    trainer.run(30)
    assert np.array_equal(trainer.history_since(3).rows, trainer.history.rows[3:])
    assert trainer.epochs_scored == len(trainer.history) == 6
