"""A run that is brought somewhere is exactly there, whatever has been done to it, and comes back without training."""

import pytest

from nnviz.engine import Experiment, Trainer
from nnviz.engine.training.run.ways import Happening
from nnviz.engine.training.timeline.events import SetLearningRate, SetParameter
from nnviz.worker import model as model_module
from nnviz.worker.messages import Bring, Change, Load, RestoreBest, Train, Visit
from tests.worker.test_model import Desk

CIRCLE = Experiment.named("circle").with_fields(
    {"data.examples": 50, "training.early_stopping": None, "training.epochs": 12, "training.batch_size": 10}
)
OTHER = CIRCLE.with_fields({"network.seed": 5})
WAY = (Happening(3, (SetParameter(1, 0, 0, 2.5),)), Happening(9, (SetLearningRate(0.7),)))


@pytest.fixture
def desk(qapp):
    return Desk()


def straight(way, iteration, experiment=CIRCLE):
    """The parameters there, of a run that has gone nowhere else."""
    trainer = Trainer(experiment)
    for happening in way:
        trainer.run(iterations=happening.iteration - trainer.iteration)
        trainer.change(happening.events)
    trainer.run(iterations=iteration - trainer.iteration)
    return trainer.iteration, trainer.theta().tobytes()


def brought(desk, way, iteration, experiment=CIRCLE):
    record = desk.ask(Bring(experiment, way, iteration)).record
    return record.iteration, record.theta.tobytes()


PLACES = [((), 0), (WAY, 20), (WAY[:1], 5), ((), 7), (WAY, 12), (WAY, 9), ((), 40), (WAY[:1], 30)]


def test_it_is_exactly_there_in_whatever_order_it_is_brought(desk):
    for way, iteration in [*PLACES, *reversed(PLACES)]:
        assert brought(desk, way, iteration) == straight(way, iteration)


@pytest.mark.parametrize(
    "meanwhile",
    [
        [Train(iterations=3)],
        [Visit(2), Change(redo=True, events=(SetParameter(2, 0, 1, -4.0),)), Train(iterations=5)],
        [Train(iterations=200), Train(iterations=9, go_on=True)],
        [Train(iterations=30), RestoreBest()],
        [Load(OTHER), Train(iterations=4)],
        [Bring(OTHER, (), 6)],
        [Change(redo=True, events=(SetParameter(2, 0, 1, float(value)),)) for value in range(70)],
    ],
    ids=["trained", "changed", "gone on after its end", "best", "another", "another brought", "many lines"],
)
def test_what_is_done_meanwhile_makes_no_difference(desk, meanwhile):
    for way, iteration in PLACES:
        brought(desk, way, iteration)
        for request in meanwhile:
            desk.ask(request)
        for there in ((way, iteration), (WAY, 25)):
            assert brought(desk, *there) == straight(*there)


def test_a_run_that_stops_before_stands_where_it_stopped_however_often_it_is_brought(desk):
    end = straight((), 10_000)
    for _ in range(3):
        assert brought(desk, (), 10_000) == end
        desk.ask(Train(iterations=3, go_on=True))
    assert brought(desk, (), 2) == straight((), 2)


def test_to_come_back_makes_no_run_and_tells_the_whole_history(desk, monkeypatch):
    first = desk.ask(Bring(CIRCLE, (), 40))
    desk.ask(Bring(OTHER, (), 3))
    monkeypatch.setattr(model_module, "Trainer", None)
    again = desk.ask(Bring(CIRCLE, (), 40))
    assert again.run is first.run
    assert again.history_from == 0 and len(again.history.rows) == len(first.history.rows)


def test_of_many_runs_those_that_were_left_longest_ago_are_forgotten(desk, monkeypatch):
    monkeypatch.setattr(model_module, "MOST_KEPT", 1)
    first = desk.ask(Bring(CIRCLE, (), 4))
    for seed in range(2):
        desk.ask(Bring(CIRCLE.with_fields({"network.seed": 50 + seed}), (), 1))
    again = desk.ask(Bring(CIRCLE, (), 4))
    assert again.run is not first.run and again.record.theta.tobytes() == first.record.theta.tobytes()
