"""Setting the same thing again before the same iteration is one event: what a replay does is the same to the bit."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.engine import PlaceError, Trainer
from nnviz.engine.training.timeline.coalescing import coalesced, remember
from nnviz.engine.training.timeline.events import (
    GoOn,
    MoveParameters,
    SetExample,
    SetFrozen,
    SetLearningRate,
    SetParameter,
    SetParameters,
    SetSilenced,
    Stopped,
)
from tests.engine.networks import experiment
from tests.engine.walks import next_record, small, state

STOPPED = Stopped("epochs", 1, "all 1 epochs are done")


def remembered(*events):
    """What is left of events before iteration 5."""
    kept = []
    for event in events:
        remember(kept, 5, event)
    return [event for _, event in kept]


def test_dragging_a_weight_is_one_event():
    trainer = Trainer(small())
    trainer.run(5)
    for step in range(100):
        trainer.set_weight(1, 0, 0, step / 100)
    assert trainer.events == ((5, SetParameter(1, 0, 0, 0.99)),)
    assert trainer.parameters()[0][0][0, 0] == 0.99


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (SetLearningRate(0.1), SetLearningRate(0.2)),
        (SetParameter(1, 2, None, 0.1), SetParameter(1, 2, None, 0.2)),
        (SetFrozen(1, 2, 0, True), SetFrozen(1, 2, 0, False)),
        (SetSilenced(1, 2, True), SetSilenced(1, 2, False)),
        (SetExample(1, (1.0,), (1.5,), None, None), SetExample(1, (2.0,), (2.5,), None, None)),
    ],
)
def test_the_last_one_counts(earlier, later):
    between = [SetParameter(2, 0, 0, 9.0), SetSilenced(2, 0, True), SetExample(2, None, None, None, 1)]
    assert remembered(earlier, later) == [later]
    assert remembered(earlier, *between, later) == [later, *between]


def test_a_drag_through_the_landscape_is_one_event():
    first, last = MoveParameters(np.zeros(3)), MoveParameters(np.ones(3))
    weight, best = SetParameter(1, 0, 0, 0.5), SetParameters(np.ones(3))
    assert remembered(weight, first, last) == [weight, last]
    assert remembered(first, best, last) == [first, best, last]


def test_what_two_changes_set_of_an_example_is_all_set():
    one, other = SetExample(1, (1.0,), (1.5,), None, None), SetExample(1, None, None, (0.0,), 1)
    assert remembered(one, other) == [SetExample(1, (1.0,), (1.5,), (0.0,), 1)]


def test_other_things_are_other_events():
    events = [
        SetParameter(1, 0, 0, 1.0),
        SetParameter(1, 0, None, 1.0),
        SetParameter(1, 1, 0, 1.0),
        SetParameter(2, 0, 0, 1.0),
        SetFrozen(1, 0, 0, True),
        SetFrozen(1, 0, None, True),
        SetSilenced(1, 0, True),
        SetExample(0, None, None, None, 1),
        SetLearningRate(1.0),
    ]
    assert remembered(*events) == events


@pytest.mark.parametrize("other", [STOPPED, GoOn(7, 14)])
def test_what_happened_before_the_end_of_a_run_stays_before_it(other):
    events = [SetParameter(1, 0, 0, 1.0), other, SetParameter(1, 0, 0, 2.0)]
    assert remembered(*events) == events
    assert remembered(other, other) == [other, other]


def test_at_another_iteration_it_is_another_event():
    kept = []
    remember(kept, 5, SetLearningRate(0.1))
    remember(kept, 6, SetLearningRate(0.1))
    assert [at for at, _ in kept] == [5, 6]


def test_restored_parameters_are_edited_afterwards_and_before():
    trainer = Trainer(small(learning_rate=0.5))
    trainer.run(30)
    trainer.set_weight(1, 0, 0, 7.0)
    trainer.restore_best()
    trainer.set_weight(1, 0, 0, 8.0)
    trainer.set_weight(1, 0, 0, 9.0)
    assert len(trainer.events) == 3
    edited = state(trainer)
    trainer.seek(3)
    trainer.seek(30)
    assert state(trainer) == edited


EDITS = st.one_of(
    st.tuples(st.just("set_weight"), st.just(1), st.integers(0, 1), st.just(0), st.floats(-2, 2)),
    st.tuples(st.just("set_bias"), st.just(2), st.integers(0, 1), st.floats(-2, 2)),
    st.tuples(st.just("set_learning_rate"), st.floats(0.01, 1)),
    st.tuples(st.just("set_frozen"), st.just(1), st.integers(0, 1), st.none(), st.booleans()),
    st.tuples(st.just("silence"), st.just(1), st.integers(0, 1), st.booleans()),
    st.tuples(st.just("set_example"), st.integers(0, 1), st.just((1.0, 2.0, 3.0)) | st.none(), st.integers(0, 2)),
    st.tuples(st.just("restore_best")),
)


@given(edits=st.lists(EDITS, max_size=12))
def test_a_replay_gives_the_bits_that_the_edits_gave(edits):
    chosen = experiment(
        hidden=(3, 2), output="softmax", loss="cross_entropy", count=20, split=(0.5, 0.5, 0.0), optimizer="adam"
    )
    trainer = Trainer(chosen)
    trainer.run(7)
    for name, *values in edits:
        getattr(trainer, name)(*values)
    edited = state(trainer)
    trainer.seek(0)
    trainer.seek(7)
    assert state(trainer) == edited
    record = next_record(trainer)
    trainer.seek(7)
    assert next_record(trainer) == record


EVENTS = st.one_of(
    st.builds(SetLearningRate, st.floats(0.01, 1)),
    st.builds(SetParameter, st.just(1), st.integers(0, 1), st.sampled_from([0, None]), st.floats(-2, 2)),
    st.builds(SetFrozen, st.just(1), st.integers(0, 1), st.sampled_from([0, None]), st.booleans()),
    st.builds(SetSilenced, st.just(1), st.integers(0, 1), st.booleans()),
    st.builds(
        SetExample,
        st.integers(0, 1),
        st.none(),
        st.tuples(*[st.floats(-1, 1)] * 3) | st.none(),
        st.none(),
        st.integers(0, 2) | st.none(),
    ),
    st.builds(MoveParameters, st.floats(-1, 1).map(lambda value: np.full(29, value))),
    st.builds(SetParameters, st.floats(-1, 1).map(lambda value: np.full(29, value))),
)


@given(events=st.lists(EVENTS, max_size=12), at=st.sampled_from([0, 7]), cut=st.integers(0, 12))
def test_fewer_events_leave_what_all_of_them_leave_one_by_one(events, at, cut):
    chosen = experiment(
        hidden=(3, 2), output="softmax", loss="cross_entropy", count=20, split=(0.5, 0.5, 0.0), optimizer="adam"
    )
    one_by_one, together = Trainer(chosen), Trainer(chosen)
    few = coalesced([*coalesced(events[:cut]), *coalesced(events[cut:])])
    for trainer in (one_by_one, together):
        trainer.run(at)
    for event in events:
        one_by_one.change([event])
    together.change(few)
    assert coalesced(few) == coalesced(events) == few
    assert state(together) == state(one_by_one)
    assert coalesced(event for _, event in one_by_one.events) == few
    assert next_record(together) == next_record(one_by_one)


def test_events_are_made_all_or_none():
    trainer = Trainer(small())
    trainer.run(5)
    before = state(trainer)
    with pytest.raises(PlaceError, match="layers count from 1"):
        trainer.change([SetLearningRate(0.7), SetParameter(1, 0, 0, 0.5), SetParameter(9, 0, 0, 0.5)])
    assert state(trainer) == before
    assert not trainer.events
