"""What a data plot says of an example: its number, part, inputs, target, and what the network predicts for it."""

from __future__ import annotations

import numpy as np

from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.record.phases import Kind
from nnviz.engine.types import Array
from nnviz.ui.examples.points import PARTS, DataPoints, View, row_of
from nnviz.ui.look.numbers import NumberStyle, short, whole, written
from nnviz.ui.names.translation import translate
from nnviz.ui.names.units import class_in_words, target_in_words
from nnviz.ui.session.moment import Moment
from nnviz.worker.messages import RunInfo

Line = tuple[str, str]
MOST_COLUMNS = 4
"""Of more inputs, those that the axes show are said beside the pointer, and how many there are."""


ARROW = " → "
"""Between a raw input and what the network is given of it."""


def part_name(part: int) -> str:
    """A part of the data."""
    return {
        "train": translate("DataPanel", "training"),
        "validation": translate("DataPanel", "validation"),
        "test": translate("DataPanel", "test"),
    }[PARTS[part]]


def example_name(example: int) -> str:
    """An example, counted from 1 as everything on screen."""
    return translate("DataPanel", "example {}").format(whole(example + 1))


def class_name(run: RunInfo, label: int) -> str:
    """A class in words: ``class 1``, ``Adelie``."""
    return class_in_words(run.examples.class_names[label])


def target_text(run: RunInfo, example: int, style: NumberStyle) -> str:
    """An example's class, or the numbers to predict in their own unit."""
    examples = run.examples
    if examples.classes:
        return class_name(run, int(examples.labels[example]))
    return _numbers(examples.in_own_unit(examples.y[[example]])[0], style)


def example_lines(
    run: RunInfo,
    points: DataPoints,
    moment: Moment | None,
    example: int,
    style: NumberStyle,
    most: int = MOST_COLUMNS,
    given: bool = False,
) -> list[Line]:
    """Names and numbers of an example: its inputs (if they are no more than ``most``, else two), target, prediction.

    With ``given``, what the network is given stands after each raw input from which it differs.
    """
    examples, raw = run.examples, run.examples.raw[example]
    both = given and inputs_differ(run)
    lines: list[Line] = []
    if points.view is not View.IMAGES:
        others = [place for place in range(len(raw)) if place not in points.axes] if len(raw) <= most else []
        said = (*points.axes, *others)
        for place in said:
            value = short(float(raw[place]), style)
            if both:
                value += ARROW + written(float(examples.x[example, place]), style)
            lines.append((points.columns[place], value))
        if len(said) < len(raw):
            lines.append(("…", translate("DataPanel", "{} inputs").format(len(raw))))
    name = translate("DataPanel", "class") if examples.classes else target_in_words(run.experiment.data)
    lines.append((name, _target_cell(run, example, style)))
    prediction = predicted(moment, example)
    if prediction is not None:
        lines.append(("ŷ", prediction_text(run, prediction, style)))
    return lines


def inputs_differ(run: RunInfo) -> bool:
    """Whether the network is given the raw inputs, one for one, but shifted or scaled."""
    examples = run.examples
    return run.experiment.data.inputs is None and not np.array_equal(examples.x, examples.raw)


def given_words(run: RunInfo) -> tuple[str, str]:
    """What the two numbers of an input are, in few words and in a sentence; nothing where there is only one."""
    if not inputs_differ(run):
        return "", ""
    if run.experiment.data.standardize:
        tip = translate("DataPanel", "On the left the raw input, on the right what the network gets: ")
        return translate("DataPanel", "raw → input"), tip + translate(
            "DataPanel", "standardised by the training part's mean and deviation"
        )
    return translate("DataPanel", "raw → input"), translate(
        "DataPanel", "On the left the raw input, on the right what the network gets"
    )


def _target_cell(run: RunInfo, example: int, style: NumberStyle) -> str:
    if run.examples.classes:
        return run.examples.class_names[int(run.examples.labels[example])]
    return target_text(run, example, style)


def prediction_text(run: RunInfo, prediction: Array, style: NumberStyle) -> str:
    """A prediction, shape (outputs,): of several classes the likeliest, with its output."""
    if run.examples.classes and len(prediction) > 1:
        best = int(prediction.argmax())
        return f"{run.examples.class_names[best]}: {written(float(prediction[best]), style)}"
    return _numbers(run.examples.in_own_unit(prediction[None])[0], style)


def predicted(moment: Moment | None, example: int) -> Array | None:
    """The prediction for an example, shape (outputs,), once the output has answered; ``None`` outside of the batch."""
    if moment is None or not predictions_known(moment):
        return None
    for record in (moment.visitor, moment.record):
        row = row_of(record, example) if record is not None else None
        if record is not None and row is not None:
            return np.asarray(record.prediction[row])
    return None


def predictions_known(moment: Moment) -> bool:
    """Whether the output has answered at this moment."""
    return moment.training or moment.has_passed(Kind.ACTIVATION, moment.record.architecture.layers)


def wrong(run: RunInfo, record: Iteration) -> Array:
    """Whether each example of a batch is taken for another class, shape (batch,), booleans; nobody in a regression."""
    examples, prediction = run.examples, record.prediction
    if not examples.classes:
        return np.zeros(len(prediction), dtype=np.bool_)
    if prediction.shape[1] > 1:
        return np.asarray(prediction.argmax(axis=1) != examples.labels[record.examples])
    said = prediction[:, 0] > sum(run.architecture.output.targets) / 2.0
    return np.asarray(said != (examples.labels[record.examples] == 1))


def _numbers(values: Array, style: NumberStyle) -> str:
    shown = [written(float(value), style) for value in values[:3]]
    return ", ".join([*shown, "…"] if len(values) > 3 else shown)
