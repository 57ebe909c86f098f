"""What panels ask for: worked out on the model's side, no more often than it wants while training."""

import math
from dataclasses import dataclass

import pytest

from nnviz.engine import PlaceError
from nnviz.worker.messages import Load, Refresh, Train, Wanted
from nnviz.worker.queries import query
from nnviz.worker.queries.query import ModelState, NoAnswer
from tests.worker.test_model import CIRCLE, Desk


@dataclass(frozen=True)
class Iteration:
    """The number of the update on screen."""

    every: float = 0.0

    def answer(self, state: ModelState) -> int:
        return state.record.iteration


@dataclass(frozen=True)
class Loss:
    every: float = 1e9

    def answer(self, state: ModelState) -> float:
        return state.record.loss.total


@dataclass(frozen=True)
class Refused:
    every: float = 0.0

    def answer(self, state: ModelState) -> object:
        raise PlaceError("there is none")


@pytest.fixture
def desk(qapp, monkeypatch):
    # However busy the machine is: what is due comes.
    monkeypatch.setattr(query, "MOST_SECONDS", math.inf)
    desk = Desk()
    desk.ask(Load(CIRCLE))
    return desk


def test_what_is_wanted_is_found_and_nothing_else(desk):
    snapshot = desk.ask(Train(iterations=4), Wanted(queries=frozenset({Iteration()})))
    assert snapshot.answers == {Iteration(): 4}
    assert desk.ask(Train(iterations=1)).answers == {}


def test_while_training_a_query_comes_only_when_it_is_due(desk):
    wanted = Wanted(queries=frozenset({Iteration(), Loss()}))
    first = desk.ask(Train(seconds=0.0), wanted)
    assert set(first.answers) == {Iteration(), Loss()}
    second = desk.ask(Train(seconds=0.0), wanted)
    assert set(second.answers) == {Iteration()}
    paused = desk.ask(Refresh(), wanted)
    assert paused.answers == {Iteration(): paused.record.iteration, Loss(): paused.record.loss.total}


def test_where_there_is_no_answer_the_reason_is_one_and_the_others_are_found(desk):
    snapshot = desk.ask(Refresh(), Wanted(queries=frozenset({Refused(), Iteration()})))
    assert snapshot.answers == {Refused(): NoAnswer("there is none"), Iteration(): 0}


def test_what_is_wanted_again_after_a_while_is_found_at_once(desk):
    wanted, other = Wanted(queries=frozenset({Loss()})), Wanted(queries=frozenset({Iteration()}))
    assert desk.ask(Train(seconds=0.0), wanted).answers
    assert not desk.ask(Train(seconds=0.0), wanted).answers
    desk.ask(Train(seconds=0.0), other)
    assert desk.ask(Train(seconds=0.0), wanted).answers


def test_the_model_is_seen_as_it_began_and_at_its_best(desk):
    found = []

    @dataclass(frozen=True)
    class Whole:
        every: float = 0.0

        def answer(self, state: ModelState) -> None:
            found.append(state)

    first = desk.answers[0].result.record.theta
    desk.ask(Train(iterations=30))
    snapshot = desk.ask(Refresh(), Wanted(queries=frozenset({Whole()})))
    (state,) = found
    assert state.first_theta.tobytes() == first.tobytes()
    assert state.theta.tobytes() == snapshot.record.theta_after.tobytes()
    best = state.best_theta()
    assert best is not None and best.shape == first.shape
    again = desk.ask(Train(iterations=1))
    assert again.record.iteration == snapshot.record.iteration + 1
