"""What the layers make of the inputs, and its rank."""

import numpy as np
import pytest

from nnviz.engine import Trainer
from nnviz.engine.analysis.representations import layer_ranks, rank_of, representations
from tests.engine.networks import HIDDEN, experiment, textbook_answers


def spread(shape, rank, seed=1):
    """Random numbers of a rank, before a mean is taken off or after."""
    generator = np.random.default_rng(seed)
    values = generator.normal(size=(shape[0], rank)) @ generator.normal(size=(rank, shape[1]))
    return values - values.mean(axis=0)


@pytest.mark.parametrize("activation", HIDDEN)
def test_representations_are_the_inputs_and_what_each_hidden_layer_makes_of_them(activation):
    trainer = Trainer(experiment(hidden=(5, 3), activation=activation))
    trainer.run(3)
    x = np.random.default_rng(2).normal(size=(7, 3))
    layers = representations(trainer.architecture, trainer.theta(), x)
    assert layers[0].tolist() == x.tolist() and len(layers) == 3
    for layer, expected in zip(layers, textbook_answers(trainer, x)[:-1], strict=True):
        np.testing.assert_allclose(layer, expected, rtol=1e-12, atol=1e-15)


def test_they_are_those_of_the_record():
    trainer = Trainer(experiment(hidden=(5, 3), batch_size="full"))
    theta = trainer.theta()
    record = trainer.iterate()
    for layer, ours in zip(record.layers, representations(record.architecture, theta, record.x), strict=True):
        np.testing.assert_allclose(ours, layer.inputs, rtol=1e-14)


def test_no_examples_have_representations_of_no_rows():
    trainer = Trainer(experiment(hidden=(5, 3)))
    layers = representations(trainer.architecture, trainer.theta(), np.empty((0, 3)))
    assert [layer.shape for layer in layers] == [(0, 3), (0, 5), (0, 3)]
    assert layer_ranks(trainer.architecture, trainer.theta(), np.empty((0, 3))) == [None] * 3


@pytest.mark.parametrize("rank", [1, 2, 5])
@pytest.mark.parametrize("shape", [(40, 6), (6, 40)])
def test_the_rank_is_how_many_directions_there_are(shape, rank):
    assert rank_of(spread(shape, rank)).numerical == rank


def test_where_the_examples_stand_does_not_matter_only_how_they_spread():
    values = spread((40, 6), 3)
    assert rank_of(values + 1000.0).numerical == 3
    assert rank_of(values + 1000.0).effective == pytest.approx(rank_of(values).effective, rel=1e-9)


def test_units_that_answer_every_example_the_same_spread_nothing():
    assert rank_of(np.full((30, 4), 0.1)).numerical == 0
    assert rank_of(np.full((30, 4), 0.1)).effective == 0.0
    assert rank_of(np.zeros((30, 4))).numerical == 0
    assert rank_of(np.ones((1, 4))).numerical == 0


def test_small_directions_count_down_to_the_tolerance():
    # Four points at the ends of two axes: singular values √2 · 1 and √2 · 0.01.
    values = np.array([[1.0, 0.0], [-1.0, 0.0], [0.0, 0.01], [0.0, -0.01]])
    assert [rank_of(values, tolerance).numerical for tolerance in (None, 0.009, 0.011)] == [2, 2, 1]


def test_the_effective_rank_weighs_the_directions():
    even = np.array([[1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, -1.0]])
    assert rank_of(even).effective == pytest.approx(2.0, rel=1e-12)
    p = np.array([3.0, 1.0]) / 4.0
    assert rank_of(even * [3.0, 1.0]).effective == pytest.approx(np.prod(p**-p), rel=1e-12)


@pytest.mark.parametrize("number", [np.nan, np.inf, 1e300])
def test_numbers_that_are_not_finite_or_nearly_so_have_no_rank(number):
    assert rank_of(np.array([[1.0, number], [2.0, -number]])) is None


def test_a_layer_s_rank_is_bounded_by_its_units_and_a_linear_one_adds_none():
    trainer = Trainer(experiment(hidden=(2, 6), activation=("linear", "linear"), count=40))
    ranks = layer_ranks(trainer.architecture, trainer.theta(), trainer.examples.x)
    assert [rank.numerical for rank in ranks] == [3, 2, 2]
    curved = Trainer(experiment(hidden=(2, 6), activation=("linear", "tanh"), count=40))
    ranks = layer_ranks(curved.architecture, curved.theta(), curved.examples.x)
    assert [rank.numerical for rank in ranks] == [3, 2, 6]


def test_units_that_are_equal_have_rank_one():
    trainer = Trainer(experiment(hidden=(4,), init="constant"))
    trainer.run(3)
    assert layer_ranks(trainer.architecture, trainer.theta(), trainer.examples.x)[1].numerical == 1
