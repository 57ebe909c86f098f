"""NumPy's floor: the same training as a loop written out by hand for one network, with everything that helps.

Nothing is recorded, nothing can be asked, changed or stopped: it only shows what NumPy itself costs. One vector for all
parameters and one for all gradients, bound ``dot`` methods, biases as the last row of each block, z overwritten by a,
one call for all slopes, the mean folded into the rate, batches laid out once an epoch, nothing allocated in the loop.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np

VALUES = {
    "tanh": ["tanh({a}, {a})"],
    "sigmoid": ["negative({a}, {a})", "exp({a}, {a})", "add({a}, one, {a})", "reciprocal({a}, {a})"],
    "relu": ["maximum({a}, zero, out={a})"],
    "softmax": [
        "largest({a}, 0, None, row, True)",
        "subtract({a}, row, {a})",
        "exp({a}, {a})",
        "add_up({a}, row)",
        "divide({a}, row, {a})",
    ],
}
SLOPES = {
    "tanh": ["multiply({a}, {a}, {s})", "subtract(one, {s}, {s})"],
    "sigmoid": ["subtract(one, {a}, {s})", "multiply({s}, {a}, {s})"],
    "relu": ["sign({a}, {s})"],
}


class Floor:
    """Trains one network. The parameters are laid out as the engine's, so that both can be compared."""

    def __init__(
        self,
        widths: tuple[int, ...],
        activation: str,
        output: str,
        theta: np.ndarray,
        rows: tuple[np.ndarray, np.ndarray],
        batch: int,
        rate: float,
        seed: int,
    ) -> None:
        self.theta = theta.copy()
        self._x, self._y = np.hstack([rows[0], np.ones((len(rows[0]), 1))]), rows[1]
        self._batch = batch
        self._generator = np.random.default_rng(seed)
        self._step = self._written_out(widths, activation, output, rate)

    def run(self, steps: int) -> None:
        """Make so many updates, in whole epochs."""
        count = len(self._x) // self._batch
        for _ in range(steps // count):
            order = self._generator.permutation(len(self._x))
            x = np.ascontiguousarray(self._x[order].reshape(count, self._batch, -1).transpose(0, 2, 1))
            y = np.ascontiguousarray(self._y[order].reshape(count, self._batch, -1).transpose(0, 2, 1))
            for place in range(count):
                self._step(x[place], y[place])

    def _written_out(
        self, widths: tuple[int, ...], activation: str, output: str, rate: float
    ) -> Callable[[np.ndarray, np.ndarray], None]:
        names = self._names(widths, rate)
        layers = len(widths) - 1
        lines = []
        for layer in range(1, layers + 1):
            below = "x" if layer == 1 else f"with_one{layer - 1}"
            lines.append(f"forward{layer}({below}, a{layer})")
            lines += [line.format(a=f"a{layer}") for line in VALUES[output if layer == layers else activation]]
        lines.append(f"subtract(a{layers}, y, d{layers})")
        if output == activation:
            lines += [line.format(a="all_a", s="all_s") for line in SLOPES[activation]]
            lines.append(f"multiply(d{layers}, s{layers}, d{layers})")
        else:
            lines += [line.format(a="hidden_a", s="hidden_s") for line in SLOPES[activation]]
        for layer in range(layers, 0, -1):
            below = "x.dot" if layer == 1 else f"gradient{layer}"
            lines.append(f"{below}(d{layer}_T, g{layer})")
            if layer > 1:
                lines.append(f"back{layer}(d{layer}, d{layer - 1})")
                lines.append(f"multiply(d{layer - 1}, s{layer - 1}, d{layer - 1})")
        lines += ["multiply(g, rate, g)", "subtract(theta, g, theta)"]
        code = f"def step(x, y, {', '.join(f'{name}={name}' for name in names)}):\n    " + "\n    ".join(lines)
        exec(code, names)
        return names["step"]

    def _names(self, widths: tuple[int, ...], rate: float) -> dict:
        """Everything that the written-out step speaks of."""
        batch, hidden = self._batch, widths[1:-1]
        rows = sum(widths[1:]) + len(hidden)
        all_a, all_s = np.ones((rows, batch)), np.ones((rows, batch))
        gradient = np.zeros_like(self.theta)
        names = {
            name: getattr(np, name)
            for name in (
                "tanh",
                "exp",
                "add",
                "subtract",
                "multiply",
                "divide",
                "negative",
                "reciprocal",
                "sign",
                "maximum",
            )
        }
        names |= {"one": np.ones(()), "zero": np.zeros(()), "row": np.empty((1, batch)), "largest": np.maximum.reduce}
        names |= {"add_up": np.ones((1, widths[-1])).dot, "rate": np.full((), rate / batch)}
        names |= {"all_a": all_a, "all_s": all_s, "hidden_a": all_a[: -widths[-1]], "hidden_s": all_s[: -widths[-1]]}
        names |= {"g": gradient, "theta": self.theta}
        start = row = 0
        for layer, (before, units) in enumerate(pairwise(widths), start=1):
            end = start + (before + 1) * units
            block = self.theta[start:end].reshape(before + 1, units)
            delta = np.zeros((units, batch))
            names |= {
                f"forward{layer}": block.T.dot,
                f"back{layer}": block[:-1].dot,
                f"a{layer}": all_a[row : row + units],
                f"s{layer}": all_s[row : row + units],
                f"with_one{layer}": all_a[row : row + units + 1],
                f"gradient{layer + 1}": all_a[row : row + units + 1].dot,
                f"d{layer}": delta,
                f"d{layer}_T": delta.T,
                f"g{layer}": gradient[start:end].reshape(before + 1, units),
            }
            start, row = end, row + units + 1
        return names
