"""What stands in a recording: a safetensors file, whose metadata say what was recorded, as its types say here.

Batches are rows, and the layers count from 1. δ is each example's own: what PyTorch has for the mean of a batch, times
the number of its examples. A *state* is the parameters, and what the optimiser remembers, between two steps.

=====================  ===================  ====================================================================
tensor                 shape                is
=====================  ===================  ====================================================================
``x``, ``y``           (examples, …)        what went in, and the targets of the outputs; each example once
``example``            (rows,)              which example each row of each batch is, one step after the other
``rows``               (steps,)             how many examples each step's batch has
``z1``, ``delta1`` …   (rows, units)        pre-activations, and δ
``dW1``, ``db1`` …     (steps, …)           what the optimiser got: clipped, and with its ``weight_decay``
``W1``, ``b1`` …       (states, …)          parameters; ``m.W1`` and the like are what the optimiser remembers
``before``, ``after``  (steps,)             the states between which each step went
``updates``            (steps,)             the optimiser's count with this step: the t of its formula
``loss``               (steps,)             as the loop had it
``learning_rate``      (steps,)             as the optimiser had it
``clip``               (steps, 2)           the norm of the gradient, and what clipping multiplied it by
=====================  ===================  ====================================================================
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from types import MappingProxyType
from typing import Annotated, Any

from msgspec import Meta, Struct

from nnviz.engine.weights.safetensors import KINDS

FORMAT = "nnviz-run/1"
METADATA = "nnviz"
"""Under what name the metadata have ``About``, as JSON."""
COUNTS = "I32"
NUMBER_KINDS = MappingProxyType({kind: KINDS[kind] for kind in ("F64", "F32")} | {COUNTS: "<i4"})
"""As NumPy calls their bytes."""
MOST_STEPS = 1_000_000
MOST_EXAMPLE_NUMBERS = 2_000_000
"""Numbers of all examples together: they stand in an experiment, one by one."""
EXAMPLE_ROOM = 8
"""What a row takes there besides its numbers, in the room of one."""
MOST_BATCH_NUMBERS = 2_000_000
"""Numbers of the largest batch, in its widest layer."""
LONGEST_NAME = 200

Count = Annotated[int, Meta(ge=0, le=2**31 - 1)]


class About(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a recording says of itself."""

    format: str
    layers: Annotated[tuple[Annotated[str, Meta(max_length=LONGEST_NAME)], ...], Meta(min_length=1, max_length=64)]
    """What the model calls its layers."""
    experiment: dict[str, Any]
    """The tables ``network`` and ``training`` of the experiment that it is, without parameters and data."""
    memory: Annotated[tuple[Annotated[str, Meta(max_length=2)], ...], Meta(max_length=4)] = ()
    """The letters of what the optimiser remembers."""
    first: Count = 0
    """The step of the loop that was recorded first; they count from 0."""
    every: Annotated[int, Meta(ge=1, le=2**31 - 1)] = 1
    """One in so many steps was recorded."""
    seen: Count = 0
    """How many steps the loop made while it was watched."""
    ended: Annotated[str, Meta(max_length=2000)] = ""
    """Why recording ended before the loop did; empty where it did not."""
    torch: Annotated[str, Meta(max_length=LONGEST_NAME)] = ""
    """The version of PyTorch."""


def most_examples(widths: tuple[int, ...]) -> int:
    """How many examples of a network there may be."""
    return MOST_EXAMPLE_NUMBERS // (widths[0] + widths[-1] + EXAMPLE_ROOM)


def shapes(widths: tuple[int, ...], memory: tuple[str, ...]) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """Each tensor that holds numbers of the network: its name, what its rows are, and the shape of a row.

    Args:
        widths: Inputs, hidden units, outputs.
        memory: The letters of what the optimiser remembers.
    """
    yield "x", "examples", (widths[0],)
    yield "y", "examples", (widths[-1],)
    for layer, (below, units) in enumerate(pairwise(widths), start=1):
        yield f"z{layer}", "rows", (units,)
        yield f"delta{layer}", "rows", (units,)
        yield f"dW{layer}", "steps", (units, below)
        yield f"db{layer}", "steps", (units,)
        for letter in ("", *(f"{letter}." for letter in memory)):
            yield f"{letter}W{layer}", "states", (units, below)
            yield f"{letter}b{layer}", "states", (units,)


STEPPED: tuple[tuple[str, str, tuple[int, ...]], ...] = (
    ("rows", COUNTS, ()),
    ("before", COUNTS, ()),
    ("after", COUNTS, ()),
    ("updates", COUNTS, ()),
    ("loss", "F64", ()),
    ("learning_rate", "F64", ()),
    ("clip", "F64", (2,)),
)
"""What each step has beside: its name, its kind, and the shape of one."""
