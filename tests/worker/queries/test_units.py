"""What the units panel asks for, from real runs."""

from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from nnviz.engine.analysis.responses import Plane, network_inputs
from nnviz.engine.analysis.unit_answers import answers
from nnviz.engine.training.run.trainer import Trainer
from nnviz.worker.queries.query import ModelState
from nnviz.worker.queries.units import CollapsedRuns, CurvesOf, MeansByGroup, MostExciting
from tests.ui.panels.runs import trainer
from tests.worker.queries.states import state_after


def state(run: Trainer, iterations: int = 20) -> ModelState:
    run.run(iterations)
    return state_after(run)


def test_curves_are_of_the_parameters_after_the_update():
    what = state(trainer("sine"))
    found = CurvesOf(31).answer(what)
    inputs = network_inputs(found.x[:, None], what.examples, what.experiment.data)
    expected = answers(what.architecture, what.record.theta_after, inputs)
    assert found.output == pytest.approx(what.examples.in_own_unit(expected), abs=1e-12)


def test_digits_that_excite_a_unit_are_found_at_most_twice_a_second():
    query = MostExciting(1, 3, 5)
    assert query.every >= 0.5
    found = query.answer(state(trainer("digits"), 2))
    assert len(found.most) == len(found.least) == 5
    assert found.most_answers[0] >= found.most_answers[-1] >= found.least_answers[-1] >= found.least_answers[0]


def test_means_have_a_row_for_each_class_and_a_column_for_each_unit():
    what = state(trainer("penguins"), 2)
    assert MeansByGroup(1).answer(what).means.shape == (3, what.architecture.widths[1])


def test_a_linear_network_over_two_inputs_is_one_plane_of_the_raw_inputs():
    what = state(trainer("moons", network__hidden=(8, 8), network__activation="linear"))
    (one,) = CollapsedRuns().answer(what)
    assert one.collapsed.W.shape == (1, 2)
    points = Plane.around(what.examples, what.experiment.data).points(5)
    inputs = network_inputs(points, what.examples, what.experiment.data)
    z = points @ one.raw[0, :2] + one.raw[0, 2]
    sigmoid = 1.0 / (1.0 + np.exp(-z))
    assert answers(what.architecture, what.theta, inputs)[:, 0] == pytest.approx(sigmoid, abs=1e-12)


def test_a_run_that_is_not_the_whole_network_has_no_plane():
    what = state(trainer("moons", network__hidden=(4, 4, 4), network__activation=("linear", "linear", "tanh")))
    (one,) = CollapsedRuns().answer(what)
    assert (one.collapsed.first, one.collapsed.last) == (1, 3)
    assert one.raw is None


def test_where_no_two_layers_in_a_row_are_linear_nothing_collapses():
    assert CollapsedRuns().answer(state(trainer("moons"))) == ()


@pytest.mark.parametrize("query", [CurvesOf(31), MostExciting(1, 0, 5), MeansByGroup(1), CollapsedRuns()])
def test_a_query_is_a_value(query):
    again = type(query)(**vars(query))
    assert again == query and hash(again) == hash(query)
    with pytest.raises(FrozenInstanceError):
        query.layer = 2
