"""Optimisers against their formulas, parameter by parameter, over many updates; the gradients are the record's own."""

import math

import numpy as np
import pytest

from nnviz.engine import Optimizer, Trainer
from nnviz.engine.functions.optimisers import OPTIMISERS
from tests.engine.networks import experiment

UPDATES = 20


def sgd(history, rate, theta):
    return theta - rate * history[-1]


def momentum(history, rate, theta, momentum=0.9):
    return theta - rate * sum(momentum**age * g for age, g in enumerate(reversed(history)))


def nesterov(history, rate, theta, momentum=0.9):
    velocity = sum(momentum**age * g for age, g in enumerate(reversed(history)))
    return theta - rate * (history[-1] + momentum * velocity)


def adagrad(history, rate, theta, epsilon=1e-10):
    return theta - rate * history[-1] / (math.sqrt(sum(g * g for g in history)) + epsilon)


def rmsprop(history, rate, theta, decay=0.99, epsilon=1e-8):
    square = sum((1.0 - decay) * decay**age * g * g for age, g in enumerate(reversed(history)))
    return theta - rate * history[-1] / (math.sqrt(square) + epsilon)


def adam(history, rate, theta, beta1=0.9, beta2=0.999, epsilon=1e-8):
    mean = sum((1.0 - beta1) * beta1**age * g for age, g in enumerate(reversed(history)))
    square = sum((1.0 - beta2) * beta2**age * g * g for age, g in enumerate(reversed(history)))
    mean /= 1.0 - beta1 ** len(history)
    square /= 1.0 - beta2 ** len(history)
    return theta - rate * mean / (math.sqrt(square) + epsilon)


def adamw(history, rate, theta, weight_decay=0.01, **settings):
    return adam(history, rate, theta * (1.0 - rate * weight_decay), **settings)


CLOSED_FORMS = {
    "sgd": sgd,
    "momentum": momentum,
    "nesterov": nesterov,
    "adagrad": adagrad,
    "rmsprop": rmsprop,
    "adam": adam,
    "adamw": adamw,
}
SETTINGS = [
    Optimizer(name="momentum", momentum=0.5),
    Optimizer(name="nesterov", momentum=0.99),
    Optimizer(name="adagrad", epsilon=1e-3),
    Optimizer(name="rmsprop", decay=0.5, epsilon=1e-2),
    Optimizer(name="adam", beta1=0.0, beta2=0.5, epsilon=1e-2),
    Optimizer(name="adamw", weight_decay=0.3, beta1=0.8),
]


def given_settings(optimizer):
    settings = {name: getattr(optimizer, name) for name in OPTIMISERS[optimizer.name].settings}
    return {name: value for name, value in settings.items() if value is not None}


def assert_follows_its_formula(optimizer, **fields):
    trainer = Trainer(experiment(hidden=(4, 3), optimizer=optimizer, learning_rate=0.05, **fields))
    history = []
    for _ in range(UPDATES):
        record = trainer.iterate()
        history.append(record.gradient)
        for place, theta in enumerate(record.theta):
            seen = [gradient[place] for gradient in history]
            expected = CLOSED_FORMS[optimizer.name](seen, record.learning_rate, theta, **given_settings(optimizer))
            assert record.theta_after[place] == pytest.approx(expected, rel=1e-10, abs=1e-15)
        assert np.array_equal(record.state_after, trainer.iterate().state)
        trainer.seek(record.iteration + 1)


def test_every_optimiser_has_its_closed_form_here():
    assert set(CLOSED_FORMS) == set(OPTIMISERS)


@pytest.mark.parametrize("name", sorted(OPTIMISERS))
def test_every_optimiser_follows_its_formula(name):
    assert_follows_its_formula(Optimizer(name=name))


@pytest.mark.parametrize("optimizer", SETTINGS, ids=lambda optimizer: optimizer.name)
def test_its_settings_are_heard(optimizer):
    assert_follows_its_formula(optimizer, l2=0.01, schedule="exponential")


@pytest.mark.parametrize("name", sorted(OPTIMISERS))
def test_what_is_frozen_does_not_move_whatever_the_optimiser(name):
    trainer = Trainer(experiment(hidden=(4,), optimizer=name, frozen=("W1", "b2[0]"), l2=0.1))
    (weights, _), (_, bias) = trainer.parameters()
    trainer.run(UPDATES)
    (weights_after, _), (_, bias_after) = trainer.parameters()
    assert np.array_equal(weights, weights_after)
    assert bias_after[0] == bias[0] and bias_after[1] != bias[1]


@pytest.mark.parametrize("name", sorted(OPTIMISERS))
def test_the_record_names_what_the_optimiser_remembers(name):
    record = Trainer(experiment(optimizer=name)).iterate()
    assert record.memory == OPTIMISERS[name].memory
    assert record.state.shape == record.state_after.shape == (len(record.memory), len(record.theta))
    assert not record.state.any(), "it starts with nothing"
