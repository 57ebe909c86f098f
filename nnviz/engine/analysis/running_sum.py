"""A sum of the network while it is being added up: the terms so far, and what they come to.

Only the products and sums of the record's own numbers: after the last term the total is the engine's number.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.record.phases import Kind
from nnviz.engine.training.record.views import MeanOfBatch
from nnviz.engine.types import Array


@dataclass(frozen=True)
class Term:
    """One step of a sum.

    Attributes:
        source: The unit it comes from: of the layer before for a pre-activation, of the layer ahead for an error
            signal. ``None`` for what comes last, the bias or the slope.
        factors: What is multiplied: a weight and what it carries; the bias alone; the slope, and dropout's mask where
            there is one.
        value: Their product.
    """

    source: int | None
    factors: tuple[float, ...]
    value: float


@dataclass(frozen=True)
class RunningSum:
    """The terms up to now.

    Attributes:
        terms: Those that are done, in their order.
        total: What they come to; at an error signal's last step the sum has been multiplied by the slope.
        of: How many terms there are in all.
        result: The engine's own number, once all terms are done.
    """

    terms: tuple[Term, ...]
    total: float
    of: int
    result: float | None


def is_summed(record: Iteration, kind: Kind, layer: int) -> bool:
    """Whether a unit of a layer adds up terms in a phase: any pre-activation, and the error signal of hidden units."""
    return kind is Kind.PRE_ACTIVATION or (kind is Kind.DELTA and layer < record.architecture.layers)


def running_sum(record: Iteration, row: int, kind: Kind, layer: int, unit: int, terms_done: int) -> RunningSum:
    """The first terms of a unit's sum.

    The pre-activation adds up ``w × input`` and then the bias. The error signal of a hidden unit adds up ``w × δ
    ahead`` and is then multiplied by the slope. The mean of a batch is not the mean sum times the mean slope: there,
    the last step has no factors, and its value is what it makes of the sum.

    Args:
        record: The iteration, or what is seen of it.
        row: The example's place in it.
        kind: A phase that ``is_summed``.
        layer: 1 is the first hidden layer.
        unit: Counts from 0.
        terms_done: How many terms are done; what is more than there are means all.

    Raises:
        ValueError: Nothing is added up there.
    """
    if not is_summed(record, kind, layer):
        raise ValueError(f"{kind.name.lower()} of layer {layer} is no sum of terms")
    here = record.layers[layer - 1]
    if kind is Kind.PRE_ACTIVATION:
        weights, carried = here.W[unit], here.inputs[row]
    else:
        weights, carried = record.layers[layer].W[:, unit], record.layers[layer].delta[row]
    of = len(weights) + 1
    done = max(0, min(terms_done, of))
    pairs = zip(weights[:done].tolist(), carried[:done].tolist(), strict=True)
    terms = [Term(source, pair, pair[0] * pair[1]) for source, pair in enumerate(pairs)]
    total = exact_sum(term.value for term in terms)
    if done < of:
        return RunningSum(tuple(terms), total, of, None)
    if kind is Kind.PRE_ACTIVATION:
        bias = float(here.b[unit])
        terms.append(Term(None, (bias,), bias))
        return RunningSum(tuple(terms), exact_sum(term.value for term in terms), of, float(here.z[row, unit]))
    result = float(here.delta[row, unit])
    if isinstance(record, MeanOfBatch):
        return RunningSum((*terms, Term(None, (), result)), result, of, result)
    assert here.slope is not None, "only an output can be a softmax"
    factors = [float(here.slope[row, unit])]
    if here.mask is not None:
        factors.append(float(here.mask[row, unit]))
    last = Term(None, tuple(factors), math.prod(factors))
    return RunningSum((*terms, last), total * last.value, of, result)


def loss_by_output(record: Iteration) -> Array:
    """What each output adds to each example's own loss, shape (batch, outputs)."""
    with np.errstate(all="ignore"):
        return record.architecture.loss.parts(record.layers[-1].z, record.prediction, record.y)


def exact_sum(values: Iterable[float]) -> float:
    """A sum that is rounded only once; ∞ and NaN where the numbers lead there."""
    numbers = list(values)
    try:
        return math.fsum(numbers)
    except (OverflowError, ValueError):
        return sum(numbers)
