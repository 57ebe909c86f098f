"""What the losses of a batch would be if something in one layer were different: a forward pass from there on.

Everything before it is taken from the record, and the masks of dropout and of silenced units stay. Arrays have shape
(cases, examples, units): a case is one way in which things could be.
"""

from __future__ import annotations

import numpy as np

from nnviz.engine.analysis.places import rows_of
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.types import Array


def losses_if_z(record: Iteration, layer: int, z: Array, example: int | slice | None = None) -> Array:
    """Each example's own loss, penalty left out, if a layer's pre-activations were these; shape (cases, examples).

    Args:
        record: The iteration.
        layer: 1 is the first hidden layer.
        z: Shape (cases, examples, units).
        example: The place in the batch of the only example, or a slice of it; ``None`` where all are there.
    """
    architecture = record.architecture
    if layer == architecture.layers:
        return _losses(record, z, example)
    return losses_if_a(record, layer, architecture.hidden[layer - 1].of(z), example)


def losses_if_a(record: Iteration, layer: int, a: Array, example: int | slice | None = None) -> Array:
    """The same if a hidden layer's activations, before they are masked, were these."""
    mask, above = record.layers[layer - 1].mask, record.layers[layer]
    if mask is not None:
        a = a * mask[rows_of(example)]
    # One product for all cases is quicker than one for each.
    z = a.reshape(-1, a.shape[-1]) @ above.W.T + above.b
    return losses_if_z(record, layer + 1, z.reshape(*a.shape[:-1], len(above.b)), example)


def _losses(record: Iteration, z: Array, example: int | slice | None) -> Array:
    cases, examples, units = z.shape
    rows, mask = z.reshape(-1, units), record.layers[-1].mask
    prediction = record.architecture.output.of(rows)
    if mask is not None:
        prediction = prediction * np.tile(mask[rows_of(example)], (cases, 1))
    targets = np.tile(record.y[rows_of(example)], (cases, 1))
    columns = [np.ascontiguousarray(part.T) for part in (rows, prediction, targets)]
    return record.architecture.loss.per_example(*columns).reshape(cases, examples)
