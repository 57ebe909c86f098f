"""What the variables of a training step hold, out of the record of the update."""

from __future__ import annotations

import re

import numpy as np

from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.types import Array

NAME = re.compile(r"(?P<what>x|y|L|y_hat|z|h|delta|dW|db|W|b)(?P<layer>\d*)(?P<grad>\.grad)?")


def value_in(record: Iteration, name: str) -> Array:
    """The value of a variable after the line that gives it one; parameters have theirs after the update.

    Args:
        record: The update.
        name: As a line of a step has it: ``z1``, ``y_hat``, ``dW2``, ``W1.grad``.

    Returns:
        An array of the shape that the variable has in the program; that of a number is ``()``.
    """
    match = NAME.fullmatch(name)
    assert match is not None, f"a step has no variable {name}"
    what = match["what"]
    if what == "L":
        return np.array(record.loss.data)
    if what in ("x", "y", "y_hat"):
        return {"x": record.x, "y": record.y, "y_hat": record.prediction}[what]
    layer = record.layers[int(match["layer"]) - 1]
    if match["grad"]:
        return layer.grad_W if what == "W" else layer.grad_b
    return {
        "z": layer.z,
        "h": layer.a,
        "delta": layer.delta,
        "dW": layer.grad_W,
        "db": layer.grad_b,
        "W": layer.W_after,
        "b": layer.b_after,
    }[what]
