"""The loss of many parameter vectors at once is that of each of them."""

import numpy as np
import pytest

from nnviz.engine.analysis.landscape.losses import LossOf
from nnviz.engine.analysis.nudge import loss_curve
from tests.ui.panels.runs import trainer

NETWORKS = [
    ("circle", {"network__hidden": (8, 8, 8)}),
    ("digits", {"network__hidden": (6,)}),
    ("sine", {}),
    ("penguins", {"network__activation": "relu", "training__l1": 0.01, "training__l2": 0.1}),
]


@pytest.mark.parametrize(("name", "fields"), NETWORKS)
def test_the_loss_at_where_a_network_is_is_that_of_its_run(name, fields):
    run = trainer(name, **fields)
    run.run(5)
    train = run.examples.train
    found = LossOf(run.architecture, run.examples.x[train], run.examples.y[train]).at_one(run.theta())
    assert found == pytest.approx(run.score("train")[0], rel=1e-13)


@pytest.mark.parametrize(("name", "fields"), NETWORKS)
def test_losses_of_many_at_once_are_those_of_a_weight_that_is_nudged_with_the_penalty(name, fields):
    run = trainer(name, **fields)
    record = run.iterate()
    values = np.linspace(-2.0, 2.0, 301)
    thetas = np.repeat(record.theta[None], len(values), axis=0)
    for theta, value in zip(thetas, values, strict=True):
        run.architecture.weights_and_biases(theta)[0][0][1, 0] = value
    loss_of = LossOf(record.architecture, record.x, record.y, record.l1, record.l2)
    expected = loss_curve(record, 1, 1, 0, values)
    assert loss_of.at(thetas) == pytest.approx(expected, rel=1e-12)
    assert loss_of.at(thetas, np.float32) == pytest.approx(expected, rel=2e-6)


def test_a_silenced_unit_is_silent():
    run = trainer("circle")
    run.silence(1, 0, True)
    record = run.iterate()
    assert LossOf(record.architecture, record.x, record.y).at_one(record.theta) == pytest.approx(record.loss.data)


def test_fewer_examples_are_taken_evenly():
    run = trainer("circle")
    whole = LossOf(run.architecture, run.examples.x, run.examples.y)
    some = whole.thinned(7)
    assert len(some.x) == len(some.y) == 7
    assert (some.x[0] == whole.x[0]).all() and (some.x[-1] == whole.x[-1]).all()
    assert whole.thinned(10_000) is whole
