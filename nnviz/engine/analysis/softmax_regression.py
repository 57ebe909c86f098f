"""Softmax regression: the linear classifier with the highest likelihood, found by Newton's method.

The mean cross-entropy plus ``½ λ Σ W²``; biases are not penalised. The penalty keeps the weights finite where a
straight line separates the classes perfectly, and makes the answer the only one. Hastie, Tibshirani & Friedman, "The
Elements of Statistical Learning", section 4.4.1, has the method; each step solves its linear system by conjugate
gradients, without ever writing the matrix down (Nocedal & Wright, "Numerical Optimization", algorithm 7.1).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from nnviz.engine.types import Array, Indices

RIDGE = 1e-4
"""λ for columns of deviation 1: small enough to lean on the data, large enough for some ten steps of Newton's."""
MOST_STEPS = 100
FLAT_ENOUGH = 1e-7
"""It has arrived where no component of the gradient is larger."""


def softmax_regression(x: Array, labels: Indices, classes: int, ridge: float = RIDGE) -> tuple[Array, Array]:
    """(W, b) of the best linear classifier, shapes (classes, columns) and (classes,).

    Args:
        x: Columns of mean 0 and deviation 1, shape (examples, columns), at least one example.
        labels: Classes from 0, shape (examples,).
        classes: How many there are.
        ridge: λ.
    """
    count, columns = x.shape
    x = np.hstack([x, np.ones((count, 1))])
    y = (labels[:, None] == np.arange(classes)).astype(np.float64)
    penalty = np.full((columns + 1, 1), ridge)
    penalty[-1] = 0.0
    weights = np.zeros((columns + 1, classes))
    loss, p = _loss(x, y, penalty, weights)
    for _ in range(MOST_STEPS):
        gradient = x.T @ (p - y) / count + penalty * weights
        if np.abs(gradient).max() <= FLAT_ENOUGH:
            break

        def curvature(direction: Array, p: Array = p) -> Array:
            change = x @ direction
            change = p * (change - (p * change).sum(axis=1, keepdims=True))
            result: Array = x.T @ change / count + penalty * direction
            return result

        step = _solved(curvature, gradient)
        size, slope = 1.0, float((gradient * step).sum())
        trial, trial_p = _loss(x, y, penalty, weights - step)
        # The whole step, or as much of it as makes the loss smaller by a fair share of what the slope promises.
        while trial > loss - 1e-4 * size * slope and size > 1e-6:
            size *= 0.5
            trial, trial_p = _loss(x, y, penalty, weights - size * step)
        if trial >= loss:
            break
        weights, loss, p = weights - size * step, trial, trial_p
    return weights[:-1].T.copy(), weights[-1].copy()


def _loss(x: Array, y: Array, penalty: Array, weights: Array) -> tuple[float, Array]:
    """The penalised loss, and the probabilities, shape (examples, classes)."""
    z = x @ weights
    z -= z.max(axis=1, keepdims=True)
    p = np.exp(z)
    sums = p.sum(axis=1, keepdims=True)
    p /= sums
    losses = np.log(sums[:, 0]) - (y * z).sum(axis=1)
    return float(losses.mean() + 0.5 * (penalty * weights * weights).sum()), p


def _solved(product: Callable[[Array], Array], right: Array) -> Array:
    """``A⁻¹ right`` for a symmetric matrix without negative directions, near enough, by conjugate gradients."""
    solution, rest = np.zeros_like(right), right
    direction = right
    square = float((rest * rest).sum())
    enough = 1e-6 * square
    for _ in range(right.size):
        image = product(direction)
        bend = float((direction * image).sum())
        if bend <= 0.0:
            break
        length = square / bend
        solution = solution + length * direction
        rest = rest - length * image
        before, square = square, float((rest * rest).sum())
        if square <= enough:
            break
        direction = rest + square / before * direction
    return solution
