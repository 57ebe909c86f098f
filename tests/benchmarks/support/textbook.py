"""The same training as a textbook writes it in NumPy for whole batches: clear, and with a new array for each result.

The formulas are those of ``nnviz.engine.textbook``, which goes through a batch one example after the other.
"""

from __future__ import annotations

import numpy as np

VALUES = {
    "tanh": np.tanh,
    "sigmoid": lambda z: 1.0 / (1.0 + np.exp(-z)),
    "relu": lambda z: np.maximum(z, 0.0),
    "softmax": lambda z: np.exp(z - z.max(axis=0)) / np.exp(z - z.max(axis=0)).sum(axis=0),
}
SLOPES = {"tanh": lambda a: 1.0 - a**2, "sigmoid": lambda a: a * (1.0 - a), "relu": lambda a: (a > 0.0) * 1.0}


class Textbook:
    """Trains one network."""

    def __init__(self, parameters, names, rows, batch, rate, seed) -> None:
        self.parameters = [(weights.copy(), bias[:, None].copy()) for weights, bias in parameters]
        self._names, self._rows, self._batch, self._rate = names, rows, batch, rate
        self._generator = np.random.default_rng(seed)

    def run(self, steps: int) -> None:
        """Make so many updates, in whole epochs."""
        x, y = self._rows
        for _ in range(steps * self._batch // len(x)):
            order = self._generator.permutation(len(x))
            for start in range(0, len(x), self._batch):
                chosen = order[start : start + self._batch]
                self._step(x[chosen].T, y[chosen].T)

    def _step(self, x: np.ndarray, y: np.ndarray) -> None:
        activations = [x]
        for (weights, bias), name in zip(self.parameters, self._names, strict=True):
            activations.append(VALUES[name](weights @ activations[-1] + bias))
        delta = activations[-1] - y
        if self._names[-1] != "softmax":
            delta = delta * SLOPES[self._names[-1]](activations[-1])
        gradients = []
        for layer in range(len(self.parameters) - 1, -1, -1):
            gradients.append((delta @ activations[layer].T / x.shape[1], delta.mean(axis=1, keepdims=True)))
            if layer:
                delta = (self.parameters[layer][0].T @ delta) * SLOPES[self._names[layer - 1]](activations[layer])
        for (weights, bias), (grad_weights, grad_bias) in zip(self.parameters, reversed(gradients), strict=True):
            weights -= self._rate * grad_weights
            bias -= self._rate * grad_bias
