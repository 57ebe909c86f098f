"""What panels ask for: worked out on the model's side, no more often than it wants while training."""

from dataclasses import dataclass

import pytest

from nnviz.engine import PlaceError
from nnviz.worker.findings import NotFound, Seen
from nnviz.worker.messages import Load, Look, Train, Wanted
from tests.worker.test_model import CIRCLE, Desk


@dataclass(frozen=True)
class Iteration:
    """The number of the update on screen."""

    every: float = 0.0

    def find(self, seen: Seen) -> int:
        return seen.record.iteration


@dataclass(frozen=True)
class Loss:
    every: float = 1e9

    def find(self, seen: Seen) -> float:
        return seen.record.loss.total


@dataclass(frozen=True)
class Refused:
    every: float = 0.0

    def find(self, seen: Seen) -> object:
        raise PlaceError("there is none")


@pytest.fixture
def desk(qapp):
    desk = Desk()
    desk.ask(Load(CIRCLE))
    return desk


def test_what_is_wanted_is_found_and_nothing_else(desk):
    snapshot = desk.ask(Train(iterations=4), Wanted(findings=frozenset({Iteration()})))
    assert snapshot.findings == {Iteration(): 4}
    assert desk.ask(Train(iterations=1)).findings == {}


def test_while_training_a_finding_comes_only_when_it_is_due(desk):
    wanted = Wanted(findings=frozenset({Iteration(), Loss()}))
    first = desk.ask(Train(seconds=0.0), wanted)
    assert set(first.findings) == {Iteration(), Loss()}
    second = desk.ask(Train(seconds=0.0), wanted)
    assert set(second.findings) == {Iteration()}
    paused = desk.ask(Look(), wanted)
    assert paused.findings == {Iteration(): paused.record.iteration, Loss(): paused.record.loss.total}


def test_where_there_is_no_answer_the_reason_is_one_and_the_others_are_found(desk):
    snapshot = desk.ask(Look(), Wanted(findings=frozenset({Refused(), Iteration()})))
    assert snapshot.findings == {Refused(): NotFound("there is none"), Iteration(): 0}


def test_what_is_wanted_again_after_a_while_is_found_at_once(desk):
    wanted, other = Wanted(findings=frozenset({Loss()})), Wanted(findings=frozenset({Iteration()}))
    assert desk.ask(Train(seconds=0.0), wanted).findings
    assert not desk.ask(Train(seconds=0.0), wanted).findings
    desk.ask(Train(seconds=0.0), other)
    assert desk.ask(Train(seconds=0.0), wanted).findings


def test_the_model_is_seen_as_it_began_and_at_its_best(desk):
    found = []

    @dataclass(frozen=True)
    class Whole:
        every: float = 0.0

        def find(self, seen: Seen) -> None:
            found.append(seen)

    first = desk.answers[0].result.record.theta
    desk.ask(Train(iterations=30))
    snapshot = desk.ask(Look(), Wanted(findings=frozenset({Whole()})))
    (seen,) = found
    assert seen.first_theta.tobytes() == first.tobytes()
    assert seen.theta.tobytes() == snapshot.record.theta_after.tobytes()
    best = seen.best_theta()
    assert best is not None and best.shape == first.shape
    again = desk.ask(Train(iterations=1))
    assert again.record.iteration == snapshot.record.iteration + 1
