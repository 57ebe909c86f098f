"""Where a step goes is a question of values alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.engine import Experiment, Trainer
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.record.steps import Grain, Step, Walk
from nnviz.ui.session import moves
from nnviz.ui.session.moment import Moment
from nnviz.ui.session.moves import Trip
from nnviz.ui.session.place import Place
from nnviz.worker.messages import Train, Visit

TRAINER = Trainer(Experiment.named("circle").with_fields({"data.examples": 50, "network.hidden": [3]}))
RECORDS = [TRAINER.iterate() for _ in range(2 * TRAINER.batches_per_epoch)]
WALK = Walk(RECORDS[0].architecture.widths)


def first_of(record: Iteration, grain: Grain) -> Moment:
    return Moment(record, 0).at(WALK.first(grain))


@pytest.mark.parametrize("grain", Grain)
def test_on_and_on_one_comes_to_the_next_iteration_and_back_and_back_to_where_one_was(grain: Grain) -> None:
    moment, way = first_of(RECORDS[1], grain), []
    while isinstance(step := moves.on(moment, grain), Step):
        way.append(moment.step)
        moment = moment.at(step)
    assert step == Trip(Train(iterations=1, go_on=True), Walk.first)
    assert moment.step == WALK.last(grain)
    while isinstance(back := moves.back(moment, grain), Step):
        moment = moment.at(back)
        assert moment.step == way.pop()
    assert not way
    assert back == Trip(Visit(0), Walk.last)


@pytest.mark.parametrize("grain", Grain)
def test_nothing_comes_before_the_beginning(grain: Grain) -> None:
    assert moves.back(Moment(RECORDS[0], 0), grain) is None
    assert moves.iteration_back(Moment(RECORDS[0], 0)) is None
    assert moves.to_iteration(Moment(RECORDS[1], 0), -5) == Trip(Visit(0))


def test_by_whole_iterations_one_comes_back_to_the_beginning() -> None:
    assert moves.back(Moment(RECORDS[0], WALK.last_phase), Grain.ITERATION) == Step(0)


@given(place=st.integers(0, len(RECORDS) - 1))
def test_an_epoch_ends_with_its_last_batch(place: int) -> None:
    batches = TRAINER.batches_per_epoch
    end = place + moves.updates_to_end_of_epoch(Moment(RECORDS[place], 0), batches)
    assert place < end <= place + batches
    assert (end + 1) % batches == 0


@given(index=st.integers(-3, 30), grain=st.sampled_from(Grain))
def test_a_phase_is_gone_to_where_it_begins(index: int, grain: Grain) -> None:
    step = moves.to_phase(Moment(RECORDS[0], 3), grain, index)
    assert step.phase == min(max(index, 0), WALK.last_phase)
    assert (step.unit, step.term) == (
        0 if grain in (Grain.UNIT, Grain.TERM) else None,
        0 if grain is Grain.TERM else None,
    )


@given(grain=st.sampled_from(Grain), iteration=st.integers(0, 3))
def test_a_place_is_the_same_in_this_iteration_and_in_another(grain: Grain, iteration: int) -> None:
    move = moves.to_place(Moment(RECORDS[1], 0), grain, Place(iteration, "z1", 2, 1))
    step = move if isinstance(move, Step) else moves.landed(WALK, grain, Moment(RECORDS[1], 0), move.landing, False)
    assert isinstance(move, Step) == (iteration == 1)
    assert step == WALK.at_grain(Step(1, 2, 1), grain)


@pytest.mark.parametrize("grain", Grain)
def test_one_lands_at_the_end_while_training_and_else_where_one_was_or_is_to_be(grain: Grain) -> None:
    before = Moment(RECORDS[0], 3)
    assert moves.landed(WALK, grain, before, Walk.first, training=True) == Step(WALK.last_phase)
    assert moves.landed(WALK, grain, before, Walk.first, training=False) == WALK.first(grain)
    assert moves.landed(WALK, grain, before, None, training=False) == Step(3)
    assert moves.landed(WALK, grain, None, None, training=False) == WALK.first(grain)
    training = Moment(RECORDS[0], 3, training=True)
    assert moves.landed(WALK, grain, training, None, training=False) == WALK.last(grain)
