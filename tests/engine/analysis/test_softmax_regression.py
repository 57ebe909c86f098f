"""The linear classifier, against its own definition: where its loss is smallest."""

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad

from nnviz.engine.analysis.softmax_regression import RIDGE, softmax_regression


def points(count, columns, classes, seed=1):
    """Standardised points, with classes that overlap."""
    generator = np.random.default_rng(seed)
    labels = generator.integers(0, classes, count)
    x = generator.normal(size=(count, columns)) + generator.normal(size=(classes, columns))[labels]
    return (x - x.mean(axis=0)) / x.std(axis=0), labels


def loss(parameters, x, labels, ridge):
    W, b = parameters
    z = anp.dot(x, W.T) + b
    logs = z - anp.log(anp.sum(anp.exp(z), axis=1, keepdims=True))
    return -anp.mean(logs[np.arange(len(labels)), labels]) + 0.5 * ridge * anp.sum(W**2)


@pytest.mark.parametrize("ridge", [RIDGE, 0.01, 1.0])
@pytest.mark.parametrize(("columns", "classes"), [(1, 2), (2, 2), (8, 2), (3, 4), (64, 10)])
def test_it_ends_where_the_loss_is_flat(columns, classes, ridge):
    x, labels = points(120, columns, classes)
    for part in grad(loss)(softmax_regression(x, labels, classes, ridge), x, labels, ridge):
        assert np.abs(part).max() < 2e-7


def test_nowhere_near_is_the_loss_smaller():
    x, labels = points(50, 2, 3)
    W, b = softmax_regression(x, labels, 3)
    least = loss((W, b), x, labels, RIDGE)
    generator = np.random.default_rng(3)
    for _ in range(200):
        other = W + 0.1 * generator.normal(size=W.shape), b + 0.1 * generator.normal(size=b.shape)
        assert loss(other, x, labels, RIDGE) > least


def test_without_columns_it_gives_the_shares_of_the_classes():
    labels = np.array([0, 1, 1, 2, 2, 2, 2, 2])
    _, b = softmax_regression(np.empty((8, 0)), labels, 3)
    np.testing.assert_allclose(np.exp(b) / np.exp(b).sum(), [1 / 8, 2 / 8, 5 / 8], rtol=1e-5)


def test_classes_that_a_line_separates_have_weights_that_stay_finite():
    x = np.array([[-1.5], [-0.5], [0.5], [1.5]])
    W, b = softmax_regression(x, np.array([0, 0, 1, 1]), 2)
    assert (x @ W.T + b).argmax(axis=1).tolist() == [0, 0, 1, 1]
    assert 1.0 < np.abs(W).max() < 100.0


def test_equal_columns_share_their_weight():
    x, labels = points(60, 1, 2)
    W, _ = softmax_regression(np.hstack([x, x]), labels, 2)
    np.testing.assert_allclose(W[:, 0], W[:, 1], rtol=1e-6)


def test_a_class_without_examples_is_never_chosen():
    x, labels = points(60, 3, 2)
    W, b = softmax_regression(x, labels, 4)
    assert set((x @ W.T + b).argmax(axis=1)) == {0, 1}


def test_one_class_alone_is_always_chosen():
    x, _ = points(20, 3, 2)
    W, b = softmax_regression(x, np.full(20, 1), 2)
    assert ((x @ W.T + b).argmax(axis=1) == 1).all()
