"""The textbook is right by itself: against finite differences, and by its own example."""

import doctest

import numpy as np
import pytest

from nnviz.engine import textbook
from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.losses import LOSS_SCALES, LOSSES
from nnviz.engine.textbook import Layer, backward, batch_gradient, forward
from tests.engine.networks import HIDDEN, PAIRS

STEP = 1e-6


def network(hidden, output, seed=3):
    generator = np.random.default_rng(seed)
    widths = [(4, 2), (3, 4), (3, 3)]
    names = [hidden, hidden, output]
    return [
        Layer(generator.normal(size=shape), generator.normal(size=shape[0]), name)
        for shape, name in zip(widths, names, strict=True)
    ]


def mean_loss(layers, loss, x, y):
    row = textbook.LOSSES[loss] if isinstance(loss, str) else loss
    return np.mean([row.value(forward(layers, a)[1][-1], b) for a, b in zip(x, y, strict=True)])


def nudged(layers, place, part, index, by):
    """The same layers with one parameter a little larger."""
    values = getattr(layers[place], part).copy()
    values[index] += by
    return [*layers[:place], layers[place]._replace(**{part: values}), *layers[place + 1 :]]


ALL_PAIRS = [
    *PAIRS,
    *((output, row) for row in textbook.SQUARED_ERRORS.values() for output in LOSSES["squared_error"].outputs),
]


@pytest.mark.parametrize(("output", "loss"), ALL_PAIRS)
@pytest.mark.parametrize("hidden", HIDDEN)
def test_gradients_are_how_the_loss_changes(hidden, output, loss):
    layers = network(hidden, output)
    generator = np.random.default_rng(4)
    x, y = generator.normal(size=(3, 2)), generator.uniform(size=(3, 3))
    for place, gradients in enumerate(batch_gradient(layers, loss, x, y)):
        for part, gradient in zip(("W", "b"), gradients, strict=True):
            for index in np.ndindex(gradient.shape):
                up, down = (mean_loss(nudged(layers, place, part, index, by), loss, x, y) for by in (STEP, -STEP))
                assert gradient[index] == pytest.approx((up - down) / (2 * STEP), rel=1e-5, abs=1e-6)


def test_delta_is_how_the_loss_of_an_example_changes_with_a_bias():
    layers, x, y = network("tanh", "softmax"), np.array([0.3, -0.7]), np.array([0.0, 1.0, 0.0])
    z, a = forward(layers, x)
    for place, delta in enumerate(backward(layers, "cross_entropy", z, a, y)):
        (_, expected) = batch_gradient(layers, "cross_entropy", x[None], y[None])[place]
        assert delta == pytest.approx(expected)


def test_every_function_of_the_engine_is_in_the_textbook():
    assert set(textbook.ACTIVATIONS) == set(ACTIVATIONS) and set(textbook.LOSSES) == set(LOSSES)
    assert set(textbook.SQUARED_ERRORS) == set(LOSS_SCALES)


def test_its_own_example_is_right():
    assert doctest.testmod(textbook) == (0, 3)
