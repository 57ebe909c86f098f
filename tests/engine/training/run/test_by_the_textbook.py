"""What the plan computes is what the textbook says, number by number, along a whole epoch and over its end."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.engine import Trainer
from nnviz.engine.textbook import LOSSES, SQUARED_ERRORS, backward, batch_gradient, forward, step
from tests.engine.networks import HIDDEN, PAIRS, experiment, textbook_layers


def assert_close(ours, theirs):
    np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-14)


def assert_follows_the_textbook(chosen, updates=5):
    """Each iteration, started from the engine's own parameters, agrees in every number."""
    trainer = Trainer(chosen)
    training, frozen = trainer.experiment.training, chosen.network.frozen
    loss, rate, l2 = LOSSES[training.loss], training.learning_rate, training.l2
    if training.loss == "squared_error":
        loss = SQUARED_ERRORS[training.loss_scale]
    for _ in range(updates):
        before = textbook_layers(trainer)
        record = trainer.iterate()
        x, y = trainer.examples.x[record.examples], trainer.examples.y[record.examples]
        assert np.array_equal(record.x, x) and np.array_equal(record.y, y)
        losses = []
        for example, (inputs, target) in enumerate(zip(x, y, strict=True)):
            z, a = forward(before, inputs)
            losses.append(loss.value(a[-1], target))
            delta = backward(before, loss, z, a, target)
            for layer, *expected in zip(record.layers, z, a[1:], delta, strict=True):
                for ours, theirs in zip((layer.z, layer.a, layer.delta), expected, strict=True):
                    assert_close(ours[example], theirs)
        assert_close(record.example_losses, losses)
        penalty = 0.5 * l2 * sum((layer.W**2).sum() for layer in before)
        assert_close(record.loss.total, np.mean(losses) + penalty)
        gradients, after = batch_gradient(before, loss, x, y), step(before, loss, x, y, rate)
        for place, layer in enumerate(record.layers):
            W = before[place].W
            assert_close(layer.W, W)
            assert_close(layer.grad_W, gradients[place][0] + l2 * W)
            assert_close(layer.grad_b, gradients[place][1])
            assert_close(layer.W_after, W if f"W{place + 1}" in frozen else after[place].W - rate * l2 * W)
            assert_close(layer.b_after, (before if f"b{place + 1}" in frozen else after)[place].b)
            assert np.array_equal(layer.W_after, trainer.parameters()[place][0])


@pytest.mark.parametrize("depth", [0, 1, 2, 3])
@pytest.mark.parametrize(("output", "loss"), PAIRS)
@pytest.mark.parametrize("activation", HIDDEN)
def test_every_activation_output_and_loss_follows_the_textbook(activation, output, loss, depth):
    # 11 examples in batches of 4: the last batch is smaller.
    assert_follows_the_textbook(experiment(hidden=(4, 3, 5)[:depth], activation=activation, output=output, loss=loss))


@pytest.mark.parametrize("scale", SQUARED_ERRORS)
@pytest.mark.parametrize("output", [output for output, loss in PAIRS if loss == "squared_error"])
def test_every_squared_error_follows_the_textbook(scale, output):
    assert_follows_the_textbook(experiment(hidden=(4, 3), output=output, loss_scale=scale, l2=0.01))


@given(
    st.lists(st.tuples(st.integers(1, 6), st.sampled_from(HIDDEN)), max_size=4),
    st.sampled_from(PAIRS),
    st.integers(1, 12),
    st.integers(0, 2**63 - 1),
)
def test_networks_of_any_shape_follow_the_textbook(hidden, pair, batch_size, seed):
    chosen = experiment(
        hidden=tuple(units for units, _ in hidden),
        activation=tuple(name for _, name in hidden),
        output=pair[0],
        loss=pair[1],
        batch_size=batch_size,
        seed=seed,
    )
    assert_follows_the_textbook(chosen)


@pytest.mark.parametrize("activations", [("relu", "tanh", "tanh"), ("sigmoid", "linear", "sigmoid")])
def test_every_layer_can_have_its_own_activation(activations):
    assert_follows_the_textbook(experiment(hidden=(3, 4, 2), activation=activations))


@pytest.mark.parametrize(("output", "loss"), PAIRS)
def test_a_penalty_adds_to_the_loss_and_to_the_gradients_of_weights(output, loss):
    assert_follows_the_textbook(experiment(output=output, loss=loss, l2=0.03))


def test_frozen_parameters_stay_where_they_are():
    assert_follows_the_textbook(experiment(hidden=(4, 3), frozen=("b1", "W2"), l2=0.01))


def test_a_single_frozen_weight_stays_and_its_neighbours_move():
    trainer = Trainer(experiment(hidden=(4,), frozen=("W1[2,1]", "b2[0]")))
    (weights, bias), (_, output_bias) = trainer.parameters()
    trainer.run(6)
    (weights_after, bias_after), (_, output_bias_after) = trainer.parameters()
    moved = weights != weights_after
    assert not moved[2, 1] and np.count_nonzero(~moved) == 1
    assert (bias != bias_after).all()
    assert (output_bias != output_bias_after).tolist() == [False, True]


@pytest.mark.parametrize("batch_size", [1, 2, 10, 11, 12, "full"])
def test_batches_of_any_size_follow_the_textbook(batch_size):
    assert_follows_the_textbook(experiment(hidden=(4, 3), batch_size=batch_size), updates=13)


@pytest.mark.parametrize("output", ["sigmoid", "tanh", "softmax"])
def test_classes_become_the_targets_that_the_output_can_reach(output):
    chosen = experiment(output=output, loss="squared_error")
    trainer = Trainer(
        chosen.with_fields({"data.y": [place % 3 for place in range(11)], "training.loss": "squared_error"})
    )
    no, yes = (-1.0, 1.0) if output == "tanh" else (0.0, 1.0)
    assert trainer.examples.y.shape == (11, 3)
    assert trainer.examples.y[4].tolist() == [no, yes, no]
