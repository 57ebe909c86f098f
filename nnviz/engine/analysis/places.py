"""Where an explanation looks: one weight or bias, or one unit, for one example or for the whole batch."""

from __future__ import annotations

import numpy as np

from nnviz.engine.errors import check_counted
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.timeline.events import SetParameter
from nnviz.engine.types import Array
from nnviz.said import said


def check_place(record: Iteration, layer: int, unit: int, source: int | None, example: int | None) -> None:
    """Refuse what the network or the batch does not have.

    Args:
        record: The iteration.
        layer: 1 is the first hidden layer.
        unit: Counts from 0.
        source: Where a weight comes from; ``None`` for a bias, or where it is about the unit.
        example: A place in the batch; ``None`` for all of it.

    Raises:
        PlaceError: Saying what is wrong.
    """
    SetParameter(layer, unit, source, 0.0).check(record.architecture.widths)
    if example is not None:
        check_counted(said("Engine", "examples of this batch"), example, len(record.examples))


def rows_of(example: int | slice | None) -> slice:
    """The rows of a record's arrays that one example stands in, or some of them as they are told, or all."""
    if isinstance(example, slice):
        return example
    return slice(None) if example is None else slice(example, example + 1)


def parameter_in(record: Iteration, vector: Array, layer: int, unit: int, source: int | None) -> float:
    """What a vector as long as θ holds for one weight, or for one bias where ``source`` is ``None``."""
    weights, bias = record.architecture.weights_and_biases(vector)[layer - 1]
    return float(bias[unit] if source is None else weights[unit, source])


def gradient_parts(
    record: Iteration, layer: int, unit: int, source: int | None, example: int | None = None
) -> tuple[float, float]:
    """∂L/∂w before clipping, in two parts: what comes through the network, and the penalty's ``λ₂ w + λ₁ sign(w)``.

    The first is δ of the weight's unit times what enters by the weight: for one example, or the mean over the batch.
    """
    here, rows = record.layers[layer - 1], rows_of(example)
    delta = here.delta[rows, unit]
    with np.errstate(all="ignore"):
        through_network = float((delta if source is None else delta * here.inputs[rows, source]).mean())
    weight = 0.0 if source is None else float(here.W[unit, source])
    return through_network, record.l2 * weight + record.l1 * float(np.sign(weight))
