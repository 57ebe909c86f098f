"""What the plan computes is what the textbook says, number by number, along a whole epoch and over its end."""

import numpy as np
import pytest

from nnviz.engine import Trainer
from tests.engine.networks import HIDDEN, PAIRS, experiment
from tests.engine.reference import step


def assert_close(ours, theirs):
    np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-14)


def assert_follows_the_textbook(chosen, updates=5):
    """Each iteration, started from the engine's own parameters, agrees in every number."""
    trainer = Trainer(chosen)
    training, architecture = trainer.experiment.training, trainer.architecture
    names = [architecture.activation_name(layer) for layer in range(1, architecture.layers + 1)]
    for _ in range(updates):
        before = trainer.parameters()
        record = trainer.iterate()
        examples = trainer.examples
        x, y = examples.x[record.examples], examples.y[record.examples]
        expected = step(before, names, training.loss, x, y, training.learning_rate, training.l2, chosen.network.frozen)
        assert np.array_equal(record.x, x) and np.array_equal(record.y, y)
        assert_close(record.example_losses, expected.losses)
        penalty = 0.5 * training.l2 * sum((weights**2).sum() for weights, _ in before)
        assert_close(record.loss.total, expected.losses.mean() + penalty)
        for place, layer in enumerate(record.layers):
            assert_close(layer.W, before[place][0])
            assert_close(layer.z, expected.z[place])
            assert_close(layer.a, expected.a[place])
            assert_close(layer.delta, expected.delta[place])
            assert_close(layer.grad_W, expected.gradients[place][0])
            assert_close(layer.grad_b, expected.gradients[place][1])
            assert_close(layer.W_after, expected.after[place][0])
            assert_close(layer.b_after, expected.after[place][1])
            assert np.array_equal(layer.W_after, trainer.parameters()[place][0])


@pytest.mark.parametrize("depth", [0, 1, 2, 3])
@pytest.mark.parametrize(("output", "loss"), PAIRS)
@pytest.mark.parametrize("activation", HIDDEN)
def test_every_activation_output_and_loss_follows_the_textbook(activation, output, loss, depth):
    # 11 examples in batches of 4: the last batch is smaller.
    assert_follows_the_textbook(experiment(hidden=(4, 3, 5)[:depth], activation=activation, output=output, loss=loss))


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
