"""Sweeps on a thread of their own: they come in live, stop, fail in words, and end with their window."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from nnviz.engine import Experiment, Trainer
from nnviz.engine.analysis.responses import Responses
from nnviz.engine.sweeps.sweep import Sweep
from nnviz.engine.sweeps.sweep_members import members_of
from nnviz.worker.sweep_messages import News, Progress, SweepEnd, SweepPlan, SweepRequest
from nnviz.worker.sweeper import SweeperLink


def request(name: str = "xor4", seeds: int = 5, rates: tuple[float, ...] = (), epochs: int = 50) -> SweepRequest:
    return SweepRequest(Experiment.named(name), seeds, rates, epochs, resolution=8)


class Desk:
    """Hears everything that a link says."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.link = SweeperLink()
        self.plans: list[SweepPlan] = []
        self.progress: list[Progress] = []
        self.ends: list[SweepEnd] = []
        self.link.begun.connect(self.plans.append)
        self.link.progressed.connect(self.progress.append)
        self.link.finished.connect(self.ends.append)

    def sweep(self, asked: SweepRequest) -> dict[int, News]:
        self.link.start(asked)
        self.qtbot.waitUntil(lambda: not self.link.running, timeout=60_000)
        return self.latest()

    def latest(self) -> dict[int, News]:
        return {news.place: news for progress in self.progress for news in progress.news}


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    yield desk
    desk.link.close()


def test_every_network_of_the_plan_ends_with_the_engines_own_figures(desk):
    asked = request()
    latest = desk.sweep(asked)
    (plan,) = desk.plans
    assert [member.seed for member in plan.members] == [1, 2, 3, 4, 5] and plan.has_maps
    assert sorted(latest) == [0, 1, 2, 3, 4]
    alone = {result.member.place: result for result in Sweep(asked.experiment, 5, {"training.epochs": [50]}).run()}
    for place, news in latest.items():
        assert news.result is not None and news.result.figures == alone[place].figures
        assert np.array_equal(news.history.rows, alone[place].history.rows, equal_nan=True)
    assert desk.ends == [SweepEnd()]
    assert desk.progress[-1].epochs_done == desk.progress[-1].epochs == 250


def test_the_map_of_a_network_is_made_with_its_final_parameters(desk):
    news, run = desk.sweep(request())[3], desk.plans[0].run
    assert news.result is not None and news.map is not None
    maps = Responses.of(run.architecture, run.examples, run.experiment.data, 8)(news.result.theta)
    assert np.array_equal(news.map, maps.layers[-1])
    assert not news.map.flags.writeable and not news.history.rows.flags.writeable


def test_a_member_is_an_experiment_that_a_trainer_repeats(desk):
    news, plan = desk.sweep(request("moons", seeds=5, epochs=3))[2], desk.plans[0]
    trainer = Trainer(plan.members[2].experiment)
    trainer.run()
    assert np.allclose(trainer.history.rows, news.history.rows, equal_nan=True)


def test_rates_and_seeds_make_rows_and_columns(desk):
    desk.sweep(request(seeds=2, rates=(0.1, 1.0, 10.0)))
    members = desk.plans[0].members
    assert [(each.experiment.training.learning_rate, each.seed) for each in members] == [
        (rate, seed) for rate in (0.1, 1.0, 10.0) for seed in (1, 2)
    ]


def test_networks_without_a_plane_have_no_maps(desk):
    latest = desk.sweep(request("sine", seeds=4, epochs=2))
    assert not desk.plans[0].has_maps
    assert len(latest) == 4 and all(news.map is None for news in latest.values())


def test_a_network_that_diverges_is_a_result_like_the_others(desk):
    asked = request("sine", seeds=1, rates=(0.1, 1e6), epochs=20)
    latest = desk.sweep(asked)
    assert [latest[place].history.stop_reason for place in (0, 1)] == ["epochs", "diverged"]


def test_a_stopped_sweep_tells_what_it_knows_and_nothing_after(desk):
    desk.link.progressed.connect(lambda _: desk.link.stop())
    latest = desk.sweep(request("moons", seeds=20, epochs=100_000))
    assert desk.ends == [SweepEnd(stopped=True)]
    assert len(latest) == 20 and all(news.result is None for news in latest.values())
    assert all(news.history.epochs[-1] > 0 for news in latest.values())
    assert desk.progress[-1].epochs_done < desk.progress[-1].epochs


def test_an_experiment_that_cannot_be_swept_is_refused_in_words(desk):
    desk.sweep(request(rates=(0.1, -1.0)))
    (end,) = desk.ends
    assert end.failure is not None and end.failure.refused and "learning_rate" in end.failure.text
    assert desk.plans == []
    assert len(desk.sweep(request())) == 5


def test_another_sweep_takes_the_place_of_the_one_under_way(desk):
    desk.link.start(request("moons", seeds=20, epochs=100_000))
    desk.sweep(request(seeds=4))
    assert desk.ends == [SweepEnd()] and len(desk.plans[-1].members) == 4


def test_news_is_heard_on_the_ui_thread(desk):
    heard_on = []
    desk.link.progressed.connect(lambda _: heard_on.append(QThread.currentThread()))
    desk.sweep(request())
    assert set(heard_on) == {QThread.currentThread()}


def test_closing_ends_the_thread_in_the_middle_of_a_sweep_and_a_new_one_can_begin(desk):
    desk.link.begun.connect(lambda _: desk.link.close())
    desk.sweep(request("moons", seeds=20, epochs=100_000))
    desk.link.close()
    assert not desk.link.running and desk.ends == [] and desk.progress == []
    desk.link.begun.disconnect()
    desk.link.begun.connect(desk.plans.append)
    assert len(desk.sweep(request())) == 5


def test_networks_that_are_put_together_already_each_have_the_map_of_their_own_shape(desk):
    members = members_of(
        Experiment.named("xor4").with_fields, 2, {"network.hidden": [[], [3]], "training.epochs": [20]}
    )
    asked = SweepRequest(members[0].experiment, 2, (), 20, resolution=8, members=members)
    latest = desk.sweep(asked)
    (plan,) = desk.plans
    assert [run.architecture.widths for run in plan.runs] == [(2, 1), (2, 3, 1)]
    for member in members:
        trainer = Trainer(member.experiment)
        trainer.run()
        run = plan.runs[member.combination]
        maps = Responses.of(run.architecture, run.examples, member.experiment.data, 8)(trainer.theta())
        assert np.array_equal(latest[member.place].map, maps.layers[-1])


def test_without_an_epoch_they_are_known_as_they_begin(desk):
    members = members_of(Experiment.named("xor4").with_fields, 3, {})
    latest = desk.sweep(SweepRequest(members[0].experiment, 3, (), 0, resolution=8, members=members))
    for member in members:
        result = latest[member.place].result
        assert result.epochs == result.iterations == 0
        assert np.array_equal(result.theta, Trainer(member.experiment).theta())


def test_it_takes_as_long_as_somebody_watches_and_hurries_when_nobody_does(desk, qtbot):
    desk.link.start(request(epochs=400), seconds=600.0)
    qtbot.waitUntil(lambda: bool(desk.progress), timeout=20_000)
    assert desk.link.running and desk.link.hurry()
    qtbot.waitUntil(lambda: not desk.link.running, timeout=20_000)
    assert all(news.result is not None for news in desk.latest().values())
    assert not desk.link.hurry()
