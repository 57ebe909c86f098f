"""Hand-made features, the field ``data.inputs``: what the network sees instead of the raw columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from nnviz.engine.data.feature_grammar import Apply, Column, Number, Step, read_formula, refusal
from nnviz.engine.errors import ExperimentError
from nnviz.engine.names import shown
from nnviz.engine.types import LARGEST_NUMBER, Array
from nnviz.said import joined, said

INPUTS = "data.inputs"
MOST_FEATURES = 1024


@dataclass(frozen=True)
class Feature:
    """A formula over the raw columns. Two that say the same are equal, however they are written.

    Attributes:
        columns: The names of all raw columns.
        steps: What it says, in postfix order.
        place: The field of the experiment that it stands in.
    """

    text: str = field(compare=False)
    columns: tuple[str, ...]
    steps: tuple[Step, ...]
    place: str = field(compare=False)

    def __call__(self, raw: Array, strict: bool = True) -> Array:
        """The feature's value for each example, shape (examples,).

        Args:
            raw: Shape (examples, columns).
            strict: Whether every example must have a value; nan or an infinity stands for it otherwise.

        Raises:
            ExperimentError: For some example it has none, or one that is too large.
        """
        stack: list[Any] = []
        with np.errstate(all="ignore"):
            for step in self.steps:
                match step:
                    case Number(value):
                        stack.append(np.float64(value))
                    case Column(index):
                        stack.append(raw[:, index])
                    case Apply(operation):
                        arguments = stack[-operation.arguments :]
                        del stack[-operation.arguments :]
                        value = operation.of(*arguments)
                        if strict and not np.all(np.abs(value) <= LARGEST_NUMBER):
                            raise self._without_value(step, np.broadcast_to(value, len(raw)), raw)
                        stack.append(value)
        return np.broadcast_to(stack[0], len(raw))

    def _without_value(self, step: Apply, values: Array, raw: Array) -> ExperimentError:
        """What an operation gives for the first example where nothing can be done with it."""
        example = int(np.argmin(np.abs(values) <= LARGEST_NUMBER))
        value = values[example]
        if np.isnan(value):
            gives = said("Engine", "is not defined")
        else:
            gives = (
                said("Engine", "gives infinity")
                if np.isinf(value)
                else said("Engine", "gives {value:.3g} (at most {largest_number:g})").format(
                    value=value, largest_number=LARGEST_NUMBER
                )
            )
        used = sorted({step.index for step in self.steps if isinstance(step, Column)})
        where = said("Engine", " and ").join(f"{self.columns[index]} = {raw[example, index]:.6g}" for index in used)
        for_example = (
            said("Engine", " for example {example}, where {where}").format(example=example, where=where)
            if where
            else ""
        )
        return refusal(self.text, step.place, joined("", step.operation.name, " ", gives, for_example), self.place)


def read_features(inputs: Sequence[str], columns: Sequence[str]) -> Iterator[Feature | ExperimentError]:
    """Each feature of a list, or what is wrong with it.

    Args:
        inputs: The formulas.
        columns: The names of the raw columns.
    """
    if not inputs:
        yield ExperimentError(
            said("Engine", "name at least one feature; left out, the raw columns are the inputs"), INPUTS
        )
    if len(inputs) > MOST_FEATURES:
        yield ExperimentError(
            said("Engine", "at most {most_features:,} features, got {inputs:,}").format(
                most_features=MOST_FEATURES, inputs=len(inputs)
            ),
            INPUTS,
        )
        return
    places: dict[Feature, int] = {}
    names = tuple(columns)
    for index, text in enumerate(inputs):
        place = f"{INPUTS}[{index}]"
        try:
            feature = Feature(text, names, read_formula(text, names, place), place)
        except ExperimentError as error:
            yield error
            continue
        first = places.setdefault(feature, index)
        same = ExperimentError(
            said("Engine", "{text} is the same as {inputs}[{first}]").format(
                text=shown(text), inputs=INPUTS, first=first
            ),
            place,
        )
        yield feature if first == index else same


def feature_problems(inputs: Sequence[str], columns: Sequence[str]) -> Iterator[ExperimentError]:
    """What is wrong with a list of features; what only shows with the examples at hand is not among it."""
    return (found for found in read_features(inputs, columns) if isinstance(found, ExperimentError))


def make_features(inputs: Sequence[str], columns: Sequence[str], raw: Array, strict: bool = True) -> Array:
    """The features of all examples, shape (examples, features).

    Args:
        inputs: The formulas.
        columns: The names of the raw columns.
        raw: Shape (examples, columns).
        strict: Whether every example must have a value.

    Raises:
        ExperimentError: A feature is none, or has no value for some example.
    """
    values = np.empty((len(raw), len(inputs)))
    for index, feature in enumerate(read_features(inputs, columns)):
        if isinstance(feature, ExperimentError):
            raise feature
        values[:, index] = feature(raw, strict)
    return values
