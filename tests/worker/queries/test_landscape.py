"""The landscape that the panel asks for, from real runs."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz.engine import PlaceError
from nnviz.worker.queries.landscape import KeptPath, LandscapeOf
from tests.ui.panels.runs import trainer
from tests.worker.queries.states import state_after

TWO = ((1, 0, 0), (1, 0, 1))


def query(kind="weights", part="train", live=False, kept=None):
    return LandscapeOf(kind, TWO if kind == "weights" else (), part, 1.4, 0.0, live, kept or KeptPath())


class Run:
    """A run, and what a query sees of it."""

    def __init__(self, **fields):
        self.trainer = trainer("circle", **fields)
        self.first = self.trainer.theta()

    def after(self, updates, in_a_hurry=False):
        self.trainer.run(updates - self.trainer.iteration)
        state = state_after(self.trainer)
        return replace(state, first_theta=self.first, path=self.trainer.path, in_a_hurry=in_a_hurry)


@pytest.fixture
def run():
    return Run()


def test_the_loss_is_that_of_the_part_that_is_asked_for(run):
    state = run.after(30)
    run.trainer.seek(30)
    assert query().answer(state).loss == pytest.approx(run.trainer.score("train")[0], rel=1e-12)
    assert query(part="validation").answer(state).loss == pytest.approx(run.trainer.score("validation")[0], rel=1e-12)
    assert query(part="batch").answer(state).loss == pytest.approx(state.record.loss.total, rel=1e-12)


def test_without_a_validation_part_there_is_no_landscape_of_it():
    with pytest.raises(PlaceError, match="validation"):
        query(part="validation").answer(Run(data__split=(1.0, 0.0, 0.0), training__early_stopping=None).after(1))


def test_the_path_is_where_the_run_has_been_and_ends_where_it_is(run):
    state, kept = run.after(300), KeptPath()
    iterations, path = kept.up_to_now(state)
    assert iterations[0] == 0 and iterations[-1] == 300
    assert (path[0] == run.first).all() and (path[-1] == state.record.theta).all()
    run.trainer.seek(int(iterations[70]))
    assert (run.trainer.theta() == path[70]).all()


def test_while_training_the_path_is_what_is_kept_anyway_and_grows(run):
    kept = KeptPath()
    early, _ = kept.up_to_now(run.after(1000, in_a_hurry=True))
    assert set(early) <= {*range(0, 1001, 64), 1000}
    later, _ = kept.up_to_now(run.after(1003, in_a_hurry=True))
    assert later.tolist() == [*early.tolist(), 1003]


def test_going_back_and_another_run_take_the_path_with_them(run):
    kept = KeptPath()
    kept.up_to_now(run.after(300))
    run.trainer.seek(100)
    iterations, path = kept.up_to_now(run.after(100))
    assert iterations[-1] == 100
    other = Run(network__seed=9)
    _, path = kept.up_to_now(other.after(10))
    assert (path[0] == other.first).all()


def test_a_long_path_of_a_large_network_is_thinned_and_keeps_its_ends(run):
    kept = KeptPath()
    state = run.after(300)
    many = {at: np.full(100_000, float(at)) for at in range(300)}
    wide = replace(state, path=lambda until, every: many, record=_Wide(300, np.zeros(100_000)))
    iterations, _ = kept.up_to_now(wide)
    assert len(iterations) <= 10 and (iterations[0], iterations[-1]) == (0, 300)


def test_of_a_large_network_no_more_places_are_made_than_are_kept(run):
    asked = []

    def path(until, every):
        asked.append(len(range(0, until + 1, every)))
        return {at: np.full(100_000, float(at)) for at in range(0, until + 1, every)}

    KeptPath().up_to_now(replace(run.after(300), path=path, record=_Wide(300, np.zeros(100_000))))
    assert asked[0] <= 11


class _Wide:
    def __init__(self, iteration, theta):
        self.iteration, self.theta = iteration, theta


def test_a_map_of_training_that_goes_on_has_fewer_points(run):
    state = run.after(50)
    assert query(live=True).answer(state).losses.size < query().answer(state).losses.size


def test_along_the_path_most_of_it_is_seen(run):
    found = query("path").answer(run.after(500))
    assert found.slice.share > 0.9
    assert found.here == pytest.approx([0.0, 0.0])
    assert found.path[-1] == pytest.approx(found.here)


def test_parameters_that_are_no_numbers_have_no_landscape(run):
    state = run.after(1)
    before = state.record.before.copy()
    before[-1] = np.nan
    with pytest.raises(PlaceError, match="beyond"):
        query().answer(replace(state, record=replace_before(state.record, before)))


def replace_before(record, before):
    fields = {name: getattr(record, name) for name in type(record).__dataclass_fields__}
    return type(record)(**{**fields, "before": before})
