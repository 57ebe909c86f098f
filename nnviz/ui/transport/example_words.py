"""What the transport says of an example: its number, its inputs, its target."""

from __future__ import annotations

from collections.abc import Callable

from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.types import Array
from nnviz.ui.look.numbers import NumberStyle, short, whole
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.translation import translate
from nnviz.ui.names.units import UnitNames, class_in_words
from nnviz.worker.messages import RunInfo

MOST_NUMBERS = 4


def example_name(example: int) -> str:
    """An example by its number in the data set, which counts from 1 on screen."""
    return translate("Examples", "example {0}").format(whole(example + 1))


def example_tip(run: RunInfo, record: Iteration, row: int, style: NumberStyle) -> str:
    """An example of a record in three lines: ``example 37``, ``x₁ = 0.4, x₂ = −1.2``, ``y = 1, inner``.

    Inputs that have names of their own are called by them: ``bill length = 0.4``.
    """
    example = int(record.examples[row])
    names = Names(record.architecture)
    own = UnitNames.of_examples(run.examples).inputs
    target = _numbers(names.target, record.y[row], style)
    if run.examples.classes:
        target += ", " + class_in_words(run.examples.class_names[int(run.examples.labels[example])])
    return "\n".join(
        (
            example_name(example),
            _numbers(lambda place: own[place] if own else names.unit(0, place), record.x[row], style),
            target,
        )
    )


def _numbers(name: Callable[[int], str], values: Array, style: NumberStyle) -> str:
    shown = [f"{name(place)} = {short(float(value), style)}" for place, value in enumerate(values)]
    if len(shown) > MOST_NUMBERS + 1:
        shown[MOST_NUMBERS:] = [translate("Examples", "… {0} in all").format(len(values))]
    return ", ".join(shown)
