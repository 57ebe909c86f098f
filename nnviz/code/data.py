"""The data: the training and the validation part as numbers, and how they are standardised."""

from __future__ import annotations

import numpy as np

from nnviz.code.literals import UNPACKED, array, one_hot, rows
from nnviz.code.sections import Section, code
from nnviz.code.subject import Subject
from nnviz.engine.data.examples import inputs_of, scale_of
from nnviz.engine.data.task_shape import task_shape_of
from nnviz.engine.types import Array

MOST_PLACES = 12
"""After the point, of targets that are looked for as they were before they were standardised."""


def data_section(subject: Subject, more: tuple[str, ...] = ()) -> Section:
    """The section that makes ``x_train``, ``y_train``, and with a validation part ``x_validation``, ``y_validation``.

    Args:
        subject: What the data is of.
        more: Lines for its end.
    """
    lines: list[str] = []
    examples, data = subject.examples, subject.experiment.data
    parts = {"train": examples.train}
    if subject.validated:
        parts["validation"] = examples.validation
    inputs = inputs_of(examples.raw, data, task_shape_of(data).columns)
    targets = _targets_before(subject) if data.standardize_target else None
    packed = False
    for part, places in parts.items():
        text, is_packed = rows(inputs[places])
        packed |= is_packed
        lines.append(f"x_{part} = {text}")
        wanted = (examples.y if targets is None else targets)[places]
        classes = one_hot(wanted)
        text, is_packed = (classes, False) if classes is not None else rows(wanted)
        packed |= is_packed
        lines.append(f"y_{part} = {text}")
    if packed:
        lines = [*UNPACKED, "", "", *lines]
    if data.standardize:
        lines += ["", "# Each input is shifted and scaled: mean 0 and deviation 1 over the training part."]
        lines += _standardising("x", "mean", "deviation", list(parts), inputs[examples.train])
    if targets is not None:
        lines += ["", "# The same with the targets."]
        lines += _standardising("y", "target_mean", "target_deviation", list(parts), targets[examples.train])
    elif subject.scores_in_own_unit:
        lines += ["", f"target_deviation = {array(examples.target_deviation)}  # before they were standardised"]
    return Section("data", _title(subject), code([*lines, *more]))


def uses_packing(section: Section) -> bool:
    """Whether some of its numbers are packed."""
    return UNPACKED[0] in section.code


def _title(subject: Subject) -> str:
    counts = f"{len(subject.examples.train):,} examples to train on"
    if subject.validated:
        counts += f", {len(subject.examples.validation):,} to validate with"
    return f"The data: {counts}"


def _targets_before(subject: Subject) -> Array | None:
    """The targets as they were before they were standardised; ``None`` where rounding has taken their last bits."""
    examples = subject.examples
    own = examples.in_own_unit(examples.y)
    for places in range(MOST_PLACES + 1):
        rounded = np.round(own, places)
        mean, deviation = scale_of(rounded[examples.train], True)
        if np.array_equal((rounded - mean) / deviation, examples.y):
            return rounded
    return None


def _standardising(name: str, mean: str, deviation: str, parts: list[str], trained: Array) -> list[str]:
    still = (np.ptp(trained, axis=0) == 0.0).any()
    spread = f"{name}_train.std(axis=0)"
    if still:
        spread = f"np.where(np.ptp({name}_train, axis=0) == 0, 1, {spread})"
    return [
        f"{mean}, {deviation} = {name}_train.mean(axis=0), {spread}",
        *(f"{name}_{part} = ({name}_{part} - {mean}) / {deviation}" for part in parts),
    ]
