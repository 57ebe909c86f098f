"""Changing one example in the middle of a run: what was asked for, checked, and as the network sees it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nnviz.engine.data.examples import Examples, inputs_of, targets_of
from nnviz.engine.data.task_shape import task_shape_of
from nnviz.engine.errors import PlaceError, check_counted
from nnviz.engine.experiment import Experiment
from nnviz.engine.functions.outputs import OUTPUTS
from nnviz.engine.names import counted
from nnviz.engine.settings import Data
from nnviz.engine.training.timeline.events import SetExample
from nnviz.engine.types import LARGEST_NUMBER, Array
from nnviz.said import said


def example_event(
    examples: Examples,
    experiment: Experiment,
    example: int,
    x: Sequence[float] | None,
    label: int | None,
    target: Sequence[float] | None,
) -> SetExample:
    """The event of a change to an example, all of it in the data's own units.

    Args:
        examples: As they are now.
        experiment: What they were made for.
        example: Its place among them.
        x: A number for each raw column.
        label: A class.
        target: A number for each output.

    Raises:
        PlaceError: There is no such example or class, or the numbers do not fit the data.
    """
    check_counted(said("Engine", "examples"), example, len(examples.x))
    raw = inputs = y = None
    if x is not None:
        raw = _numbers("x", x, examples.raw.shape[1])
        inputs = _standardised(raw, example, examples, experiment.data)
    if label is not None:
        if examples.task == "regression":
            raise PlaceError(said("Engine", "this data has numbers to predict, no classes"))
        check_counted(said("Engine", "classes"), label, examples.classes)
        output = OUTPUTS[experiment.network.output or ""]
        y = targets_of(np.array([label]), examples.classes, examples.y.shape[1], output)[0]
    if target is not None:
        if examples.task != "regression":
            raise PlaceError(said("Engine", "this data has classes, no numbers to predict"))
        y = (_numbers("target", target, examples.y.shape[1]) - examples.target_mean) / examples.target_deviation
    return SetExample(example, _row(raw), _row(inputs), _row(y), label)


def _standardised(raw: Array, example: int, examples: Examples, data: Data) -> Array:
    """Raw columns as the network sees them: the same way as those of the other examples of its part."""
    inputs: Array = inputs_of(raw[None, :], data, task_shape_of(data).columns)[0]
    if data.faults.unstandardized_test and example in examples.test:
        return inputs
    return np.asarray((inputs - examples.mean) / examples.deviation)


def _numbers(name: str, given: Sequence[float], count: int) -> Array:
    numbers = np.array(given, dtype=np.float64)
    if numbers.shape != (count,):
        raise PlaceError(
            said("Engine", "{name}: expected {numbers}, got {given}").format(
                name=name, numbers=counted(count, "number"), given=len(given)
            )
        )
    if not (np.abs(numbers) <= LARGEST_NUMBER).all():
        raise PlaceError(
            said("Engine", "{name}: expected finite numbers up to {largest_number:g}").format(
                name=name, largest_number=LARGEST_NUMBER
            )
        )
    return numbers


def _row(numbers: Array | None) -> tuple[float, ...] | None:
    return tuple(numbers.tolist()) if numbers is not None else None
