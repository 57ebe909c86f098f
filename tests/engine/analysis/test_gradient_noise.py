"""Batch gradients and their angle to the whole gradient, against autograd."""

from dataclasses import replace

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad

from nnviz.engine import Trainer
from nnviz.engine.analysis.gradient_noise import DataGradient, batch_cosine, batch_cosines, cosine, gradient_fan
from tests.engine.networks import PAIRS, experiment
from tests.engine.training.record.test_gradients import FUNCTIONS, LOSSES


def a_trainer(output="sigmoid", loss="squared_error", **fields):
    trainer = Trainer(experiment(output=output, loss=loss, count=20, split=(0.6, 0.2, 0.2), **fields))
    trainer.run(3)
    return trainer


def of(trainer):
    return trainer.architecture, trainer.theta(), trainer.examples


def mean_loss(parameters, names, loss, x, y):
    for (weights, bias), name in zip(parameters, names, strict=True):
        x = FUNCTIONS[name](anp.dot(x, weights.T) + bias)
    return anp.mean(LOSSES[loss](x, y))


def by_autograd(trainer, batch):
    """∇L as long as θ: each layer's W transposed and b below it."""
    architecture, examples = trainer.architecture, trainer.examples
    names = [architecture.activation_name(layer) for layer in range(1, architecture.layers + 1)]
    parameters = [(np.array(W), np.array(b)) for W, b in trainer.parameters()]
    gradients = grad(mean_loss)(parameters, names, architecture.loss.name, examples.x[batch], examples.y[batch])
    return np.concatenate([np.vstack([W.T, b]).ravel() for W, b in gradients])


def angle(one, other):
    return one @ other / (np.linalg.norm(one) * np.linalg.norm(other))


@pytest.mark.parametrize(("output", "loss"), PAIRS)
def test_a_batch_s_cosine_is_that_of_the_gradients_that_autograd_finds(output, loss):
    trainer = a_trainer(output, loss, l2=0.1)
    train = trainer.examples.train
    full = by_autograd(trainer, train)
    for batch in (train[:1], train[2:7], train[[5, 1]]):
        expected = angle(by_autograd(trainer, batch), full)
        assert batch_cosine(*of(trainer), batch) == pytest.approx(expected, rel=1e-9)


def test_the_gradient_is_that_of_the_data_alone():
    trainer = a_trainer(l2=0.5, l1=0.1, clip_norm=0.01, dropout=0.5, frozen=("W1",))
    batch = trainer.examples.train[:4]
    gradient = DataGradient(*of(trainer), 4)
    np.testing.assert_allclose(gradient(batch), by_autograd(trainer, batch), rtol=1e-9, atol=1e-15)
    np.testing.assert_allclose(gradient(batch[::-1]), by_autograd(trainer, batch), rtol=1e-9, atol=1e-15)


def test_all_training_examples_point_where_they_point():
    trainer = a_trainer()
    assert batch_cosine(*of(trainer), trainer.examples.train) == pytest.approx(1.0, abs=1e-12)
    assert batch_cosines(*of(trainer), 1000) == pytest.approx([1.0], abs=1e-12)


def test_batches_of_one_take_every_training_example_once():
    trainer = a_trainer()
    full = by_autograd(trainer, trainer.examples.train)
    expected = [angle(by_autograd(trainer, [place]), full) for place in trainer.examples.train]
    np.testing.assert_allclose(np.sort(batch_cosines(*of(trainer), 1)), np.sort(expected), rtol=1e-9)


def test_the_batches_of_an_epoch_leave_a_smaller_rest_out():
    trainer = a_trainer()
    assert len(trainer.examples.train) == 12
    assert len(batch_cosines(*of(trainer), 5)) == 2


def test_random_batches_are_those_of_their_seed():
    trainer = a_trainer()
    cosines = batch_cosines(*of(trainer), 3, count=30, seed=4)
    assert len(cosines) == 30
    assert cosines.tolist() == batch_cosines(*of(trainer), 3, count=30, seed=4).tolist()
    assert cosines.tolist() != batch_cosines(*of(trainer), 3, count=30, seed=5).tolist()
    assert len(batch_cosines(*of(trainer), 3, count=0)) == 0


def test_larger_batches_point_closer_to_the_whole_gradient():
    trainer = a_trainer()
    one, six = (batch_cosines(*of(trainer), size, count=100).mean() for size in (1, 6))
    assert one < six < 1.0


def test_a_gradient_of_zero_has_no_direction():
    assert np.isnan(cosine(np.zeros(3), np.ones(3)))
    assert np.isnan(cosine(np.ones(2), np.array([np.inf, 1.0])))


@pytest.mark.parametrize("size", [1e-200, 1e200])
def test_the_size_of_a_gradient_does_not_matter(size):
    assert cosine(size * np.array([3.0, 4.0]), np.array([3.0, 0.0])) == pytest.approx(0.6, rel=1e-15)


def test_the_model_is_left_alone():
    trainer, other = a_trainer(), a_trainer()
    batch_cosines(*of(trainer), 2)
    assert trainer.iterate().after.tobytes() == other.iterate().after.tobytes()


def test_the_arrows_of_a_fan_are_off_by_the_angles_of_their_batches():
    trainer = a_trainer(hidden=[3], activation="tanh")
    fan = gradient_fan(*of(trainer), size=2, count=30)
    assert (fan.size, fan.whole, len(fan.angles)) == (2, 12, 30)
    expected = batch_cosines(*of(trainer), size=2, count=30)
    assert np.cos(fan.angles) == pytest.approx(expected, abs=1e-9)
    assert fan.mean_cosine == pytest.approx(expected.mean(), abs=1e-9)
    assert (fan.angles > 0.0).any() and (fan.angles < 0.0).any(), "they scatter to both sides"


def test_batches_of_all_examples_point_where_all_do():
    fan = gradient_fan(*of(a_trainer(hidden=[3], activation="tanh")), size=500, count=3)
    assert fan.size == 12 and np.abs(fan.angles) == pytest.approx(np.zeros(3), abs=1e-6)


def test_without_a_gradient_there_is_no_arrow():
    trainer = Trainer(experiment(output="linear", loss="squared_error", hidden=[], count=20, split=(0.6, 0.2, 0.2)))
    architecture, theta, examples = of(trainer)
    at_rest = replace(examples, y=np.zeros_like(examples.y))
    fan = gradient_fan(architecture, np.zeros_like(theta), at_rest, size=2, count=5)
    assert len(fan.angles) == 0 and np.isnan(fan.mean_cosine)
