"""Activations: their values and slopes against plain formulas, digit by digit, out into the tails."""

import math

import numpy as np
import pytest

from nnviz.engine.functions.activations import ACTIVATIONS

Z = np.concatenate([np.linspace(-37.0, 37.0, 1481), [-1e-12, 1e-12, -0.0078125, 0.0078125]])


def normal(z):
    return 0.5 * math.erfc(-z / math.sqrt(2.0))


def density(z):
    return math.exp(-0.5 * z * z) / math.sqrt(2.0 * math.pi)


def sigmoid(z):
    return 1.0 / (1.0 + math.exp(-z)) if z >= 0.0 else math.exp(z) / (1.0 + math.exp(z))


FORMULAS = {
    "sigmoid": (sigmoid, lambda z: sigmoid(z) * sigmoid(-z)),
    "tanh": (math.tanh, lambda z: 1.0 / math.cosh(z) ** 2),
    "relu": (lambda z: max(z, 0.0), lambda z: float(z > 0.0)),
    "leaky_relu": (lambda z: max(z, 0.01 * z), lambda z: 1.0 if z > 0.0 else 0.01),
    "elu": (lambda z: z if z > 0.0 else math.expm1(z), lambda z: 1.0 if z > 0.0 else math.exp(z)),
    "softplus": (lambda z: max(z, 0.0) + math.log1p(math.exp(-abs(z))), sigmoid),
    "gelu": (lambda z: z * normal(z), lambda z: normal(z) + z * density(z)),
    "silu": (lambda z: z * sigmoid(z), lambda z: sigmoid(z) * (1.0 + z * sigmoid(-z))),
    "linear": (lambda z: z, lambda z: 1.0),
}


def test_every_activation_has_its_formula_here():
    assert set(FORMULAS) == set(ACTIVATIONS)


@pytest.mark.parametrize("name", sorted(FORMULAS))
def test_values_are_exact_far_out_in_the_tails_too(name):
    expected = [FORMULAS[name][0](z) for z in Z.tolist()]
    np.testing.assert_allclose(ACTIVATIONS[name].of(Z), expected, rtol=1e-11, atol=0.0)


@pytest.mark.parametrize("name", sorted(FORMULAS))
def test_slopes_are_exact(name):
    # 1 − a² and a (1 − a) lose digits where a is nearly 1; what is left is far below anything that is shown.
    slack = 3e-16 if name in ("tanh", "sigmoid") else 0.0
    expected = [FORMULAS[name][1](z) for z in Z.tolist()]
    near_a_zero = 1e-15 if name in ("gelu", "silu") else 0.0
    np.testing.assert_allclose(ACTIVATIONS[name].slope_at(Z), expected, rtol=1e-11, atol=slack + near_a_zero * 1e-3)


@pytest.mark.parametrize("name", sorted(FORMULAS))
def test_the_limits_and_the_largest_slope_are_reached_and_not_passed(name):
    activation = ACTIVATIONS[name]
    z = np.linspace(-40.0, 40.0, 800_001)
    values, slopes = activation.of(z), activation.slope_at(z)
    low, high = activation.limits
    assert low <= values.min() and values.max() <= high
    for limit, reached in ((low, values.min()), (high, values.max())):
        assert math.isinf(limit) or reached == pytest.approx(limit, abs=1e-9)
    assert slopes.max() == pytest.approx(activation.slope_maximum, rel=1e-9)


@pytest.mark.parametrize("name", sorted(FORMULAS))
def test_single_precision_gives_the_same_to_its_own_digits(name):
    z = np.linspace(-8.0, 8.0, 1001)
    single = z.astype(np.float32)
    a = np.empty_like(single)
    for call in ACTIVATIONS[name].value(single, a):
        call()
    assert a.dtype == np.float32
    np.testing.assert_allclose(a, ACTIVATIONS[name].of(z), rtol=2e-5, atol=2e-6)
