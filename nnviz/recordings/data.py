"""The examples of a recording as those of an experiment."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnviz.engine.functions.outputs import OUTPUTS
from nnviz.engine.types import Indices, Numbers


def data_tables(x: Numbers, y: Numbers, output: str) -> dict[str, Any]:
    """The table ``data`` of an experiment with these examples, all of them to train on, as they are.

    Args:
        x: Inputs, shape (examples, inputs).
        y: Targets of the outputs, shape (examples, outputs).
        output: The output layer's activation.
    """
    labels = labels_of(y, output)
    tables: dict[str, Any] = {
        "x": np.asarray(x, np.float64).tolist(),
        "y": np.asarray(y, np.float64).tolist() if labels is None else labels.tolist(),
        "split": [1.0, 0.0, 0.0],
        "standardize": False,
    }
    if labels is not None and y.shape[1] > 2:
        # Not each of them may have been seen.
        tables["classes"] = y.shape[1]
    return tables


def labels_of(y: Numbers, output: str) -> Indices | None:
    """The classes that targets stand for; ``None`` where they are numbers to predict."""
    row, units = OUTPUTS.get(output), y.shape[1]
    # An output that there is none of is refused with the rest of the network.
    if row is None or output == "linear" or (units == 2 and not row.is_coupled):
        return None
    no, yes = row.targets
    if not bool(np.isin(y, (no, yes)).all()):
        return None
    if units == 1:
        labels: Indices = (y[:, 0] == yes).astype(np.int64)
        return labels
    if not bool(((y == yes).sum(axis=1) == 1).all()):
        return None
    labels = np.argmax(y, axis=1).astype(np.int64)
    return labels
