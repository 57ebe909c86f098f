"""Lines through time: each of them, at any place, is a run of its own to the last bit, however one went to and fro."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.engine import EarlyStopping, Experiment, PlaceError, Trainer
from nnviz.engine.training.timeline import checkpoints, lines
from nnviz.engine.training.timeline.events import SetLearningRate, SetParameter, Stopped
from tests.engine.walks import CHOICES, OPERATIONS, Naive, do, next_record, small, state


def forked(at=17, first=40, **fields):
    """A run that was trained on one line, went back, and stands at the beginning of another."""
    trainer = Trainer(small(**fields))
    trainer.run(first)
    trainer.seek(at)
    trainer.fork()
    return trainer


def fresh(iterations, *edits, **fields):
    """A run of its own to an iteration, with edits by iteration on the way."""
    trainer = Trainer(small(**fields))
    for at, edit in edits:
        trainer.run(at - trainer.iteration)
        edit(trainer)
    trainer.run(iterations - trainer.iteration)
    return trainer


def pull(trainer, value=0.75):
    trainer.set_weight(1, 2, 0, value)


def test_a_run_begins_on_a_line_of_its_own():
    trainer = Trainer(small())
    trainer.run(15)
    assert trainer.line == 0
    assert trainer.lines == (lines.Line(0, None, 0, furthest=15, epochs=2),)


def test_forking_moves_nothing():
    trainer, twin = Trainer(small()), Trainer(small())
    for each in (trainer, twin):
        each.run(40)
        each.seek(17)
    before = state(trainer)
    assert trainer.fork() == trainer.line == 1
    assert state(trainer) == before
    assert trainer.lines == (
        lines.Line(0, None, 0, furthest=40, epochs=6),
        lines.Line(1, 0, forked_at=17, furthest=17, epochs=2),
    )
    assert next_record(trainer) == next_record(twin)


def test_a_new_line_is_known_up_to_where_it_began():
    trainer = forked()
    assert trainer.furthest == 17 and len(trainer.rows_ahead()) == 0
    trainer.switch(0)
    trainer.seek(17)
    assert trainer.furthest == 40 and trainer.rows_ahead()[:, 1].tolist() == [18.0, 24.0, 30.0, 36.0]


def test_both_futures_stay_whole(checkpoint_stride):
    trainer = forked()
    pull(trainer)
    trainer.run(33)
    changed = state(fresh(50, (17, pull)))
    assert state(trainer) == changed
    trainer.switch(0)
    assert trainer.iteration == 40 and state(trainer) == state(fresh(40))
    trainer.switch(1)
    assert trainer.iteration == 40 and state(trainer) == state(fresh(40, (17, pull)))
    trainer.seek(50)
    assert state(trainer) == changed


def test_a_line_goes_on_where_it_was_left(checkpoint_stride):
    trainer = forked()
    pull(trainer)
    trainer.run(5)
    trainer.switch(0)
    trainer.run(60)
    trainer.switch(1)
    assert trainer.iteration == 22
    trainer.run(90)
    assert state(trainer) == state(fresh(112, (17, pull)))
    trainer.switch(0)
    assert trainer.iteration == 82 and state(trainer) == state(fresh(82))


def test_switching_stands_at_the_same_iteration_where_the_line_is_known_so_far():
    trainer = forked()
    trainer.run(3)
    trainer.switch(0)
    assert trainer.iteration == 20
    trainer.seek(39)
    trainer.switch(1)
    assert trainer.iteration == 20
    trainer.seek(2)
    trainer.switch(0)
    assert trainer.iteration == 2
    assert state(trainer) == state(fresh(2))


def test_a_line_can_fork_from_any_line():
    trainer = forked()
    pull(trainer)
    trainer.run(13)
    trainer.seek(20)
    assert trainer.fork() == 2
    trainer.set_learning_rate(0.5)
    trainer.run(10)
    assert state(trainer) == state(fresh(30, (17, pull), (20, lambda each: each.set_learning_rate(0.5))))
    assert [(line.number, line.forked_from, line.forked_at) for line in trainer.lines] == [
        (0, None, 0),
        (1, 0, 17),
        (2, 1, 20),
    ]
    trainer.switch(1)
    assert state(trainer) == state(fresh(30, (17, pull)))


def test_what_happened_is_known_of_the_whole_line():
    trainer = forked()
    pull(trainer)
    trainer.run(3)
    trainer.set_bias(1, 0, 2.0)
    trainer.seek(5)
    assert trainer.events == ((17, SetParameter(1, 2, 0, 0.75)), (20, SetParameter(1, 0, None, 2.0)))
    trainer.switch(0)
    assert trainer.events == ()
    trainer.run()
    assert [(at, type(event)) for at, event in trainer.events] == [(240, Stopped)]


def test_each_line_has_a_history_of_its_own():
    trainer = forked()
    pull(trainer, 3.0)
    trainer.run(30)
    other = trainer.history
    trainer.switch(0)
    assert trainer.history.rows.tobytes() == fresh(40).history.rows.tobytes()
    trainer.seek(24)
    rows = trainer.rows_ahead()
    assert rows[:, 1].tolist() == [30.0, 36.0] and not rows.flags.writeable
    trainer.switch(1)
    trainer.seek(47)
    assert trainer.history.rows.tobytes() == other.rows.tobytes()
    assert trainer.history.rows[-1, 2] != fresh(47).history.rows[-1, 2]


def test_early_stopping_ends_each_line_by_itself(checkpoint_stride):
    fields = {"learning_rate": 2.0, "early_stopping": EarlyStopping(patience=3)}
    trainer = Trainer(small(**fields))
    assert trainer.run() == "early_stopping"
    end = state(trainer)
    trainer.seek(7)
    trainer.fork()
    trainer.set_learning_rate(0.3)
    trainer.run()
    alone = Trainer(small(**fields))
    alone.run(7)
    alone.set_learning_rate(0.3)
    alone.run()
    assert trainer.finished == "early_stopping" and state(trainer) == state(alone)
    assert trainer.iteration != end["iteration"]
    trainer.switch(0)
    trainer.seek(end["iteration"])
    assert state(trainer) == end


def test_a_line_that_diverged_is_left_behind():
    trainer = Trainer(small(activation="relu", output="linear"))
    trainer.run(9)
    trainer.fork()
    trainer.set_learning_rate(1e200)
    assert trainer.run() == "diverged"
    end = state(trainer)
    trainer.switch(0)
    assert trainer.finished is None
    trainer.run(20)
    assert state(trainer) == state(fresh(29, activation="relu", output="linear"))
    trainer.switch(1)
    trainer.seek(end["iteration"])
    assert trainer.finished == "diverged" and state(trainer) == end


def test_the_best_epoch_is_that_of_the_line():
    trainer = Trainer(small(learning_rate=0.5))
    trainer.run(60)
    best = trainer.history.best_iteration
    trainer.seek(best + 2)
    scored = fresh(best, learning_rate=0.5).theta().tobytes()
    trainer.fork()
    trainer.set_learning_rate(1e-9)
    trainer.set_bias(3, 0, 50.0)
    trainer.run(20)
    assert trainer.history.best_iteration == best
    trainer.restore_best()
    assert trainer.theta().tobytes() == scored
    trainer.switch(0)
    trainer.restore_best()
    assert trainer.theta().tobytes() == scored


def test_an_edited_example_stays_on_its_line():
    trainer = forked()
    trainer.set_example(3, x=(1.0, 2.0, 3.0))
    trainer.run(3)
    changed = state(trainer)
    trainer.switch(0)
    assert state(trainer) == state(fresh(20))
    trainer.switch(1)
    assert state(trainer) == changed


def test_a_line_that_is_not_there_is_refused_and_nothing_changes():
    trainer = forked()
    before = state(trainer)
    for refused in (lambda: trainer.switch(2), lambda: trainer.forget(2), lambda: trainer.forget(1)):
        with pytest.raises(PlaceError, match=r"there is no other line \d; there are: 0"):
            refused()
    trainer.switch(1)
    assert state(trainer) == before and [line.number for line in trainer.lines] == [0, 1]


def test_a_forgotten_line_is_gone_and_its_number_too():
    trainer = forked()
    trainer.forget(0)
    assert trainer.fork() == 2
    trainer.forget(1)
    assert trainer.lines == (lines.Line(2, forked_from=1, forked_at=17, furthest=17, epochs=2),)
    with pytest.raises(PlaceError, match="there are: none"):
        trainer.switch(0)


def test_of_many_lines_those_that_were_left_longest_ago_are_forgotten(monkeypatch):
    monkeypatch.setattr(lines, "MOST_LINES", 4)
    trainer = Trainer(small())
    for number in range(1, 7):
        trainer.switch(0)
        assert trainer.fork() == number
    assert [line.number for line in trainer.lines] == [0, 4, 5, 6]


def test_lines_that_are_put_away_keep_few_checkpoints_and_stay_exact(monkeypatch):
    monkeypatch.setattr(checkpoints, "FIRST_STRIDE", 2)
    monkeypatch.setattr(checkpoints, "MOST_PUT_AWAY", 5)
    trainer = forked(at=17, first=200)
    assert len(trainer._timelines._others._kept[0].known.checkpoints._kept) <= 5
    for _ in range(3):
        trainer.switch(0)
        trainer.seek(93)
        assert state(trainer) == state(fresh(93))
        trainer.run(240 - trainer.iteration)
        trainer.switch(1)
    trainer.switch(0)
    trainer.seek(240)
    assert state(trainer) == state(fresh(240))


LINE_OPERATIONS = st.one_of(
    st.tuples(st.just("fork"), st.none()),
    st.tuples(st.just("switch"), st.integers(0, 4)),
    st.tuples(st.just("forget"), st.integers(0, 4)),
)


@pytest.mark.parametrize("stride", [2, 64])
@settings(max_examples=60, deadline=None)
@given(choices=CHOICES, operations=st.lists(st.one_of(LINE_OPERATIONS, OPERATIONS), max_size=14))
def test_any_walk_over_lines_ends_where_a_replay_from_the_start_does(stride, choices, operations):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checkpoints, "FIRST_STRIDE", stride)
        patch.setattr(checkpoints, "MOST_CHECKPOINTS", 6)
        patch.setattr(checkpoints, "MOST_PUT_AWAY", 4)
        chosen = small(**choices)
        trainer, naive = Trainer(chosen), {0: Naive(chosen)}
        for name, value in operations:
            here = naive[trainer.line]
            if name == "fork":
                naive[trainer.fork()] = here.fork()
            elif name in ("switch", "forget"):
                if value == trainer.line or value not in naive:
                    continue
                if name == "switch":
                    trainer.switch(value)
                    naive[value].stand_as(here)
                else:
                    trainer.forget(value)
                    del naive[value]
            else:
                do(trainer, here, name, value)
            here = naive[trainer.line]
            assert state(trainer) == state(here.trainer(here.here)), (name, value)
            assert {line.number: line.furthest for line in trainer.lines} == {
                number: each.furthest for number, each in naive.items()
            }
        here = naive[trainer.line]
        whole = here.trainer(here.furthest).history.rows
        assert np.array_equal(trainer.rows_ahead(), whole[len(trainer.history) :], equal_nan=True)
        for number, each in naive.items():
            trainer.switch(number)
            trainer.seek(each.furthest)
            assert next_record(trainer) == next_record(each.trainer(each.furthest))


def test_a_line_says_what_made_it_another_one():
    trainer = Trainer(Experiment.named("circle"))
    trainer.run(50)
    trainer.seek(20)
    trainer.fork()
    trainer.set_weight(1, 0, 0, 0.25)
    trainer.fork()
    trainer.set_learning_rate(0.5)
    trainer.run(5)
    first, second, third = trainer.lines
    assert first.change is None
    assert second.change == SetParameter(1, 0, 0, 0.25)
    assert third.change == SetLearningRate(0.5)


def test_a_run_that_is_changed_before_it_begins_is_scored_with_the_change():
    trainer, other = (Trainer(Experiment.named("circle")) for _ in range(2))
    untouched = trainer.history.train_loss[0]
    trainer.set_weight(3, 0, 0, 4.0)
    assert trainer.history.train_loss[0] == trainer.score("train")[0] != untouched
    trainer.run(40)
    trainer.seek(0)
    trainer.fork()
    trainer.set_weight(3, 0, 0, float(other.parameters()[2][0][0, 0]))
    assert trainer.history.train_loss[0] == untouched
    trainer.switch(0)
    assert trainer.history.train_loss[0] != untouched
