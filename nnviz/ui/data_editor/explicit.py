"""From a drawing to an experiment that holds the points themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from nnviz.engine.data.examples import Examples, make_examples, part_sizes
from nnviz.engine.data.features import feature_problems
from nnviz.engine.data.subject import subject_of
from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Data, Experiment, Faults
from nnviz.ui.data_editor.drawing import MOST_POINTS, Drawing

NOT_BY_HAND = {
    "inputs": QT_TRANSLATE_NOOP(
        "DataEditor",
        "This data has {count} inputs. On a board there is room for one or two: it cannot be edited by hand.",
    ),
    "targets": QT_TRANSLATE_NOOP(
        "DataEditor", "This data has {count} numbers to predict for each example. By hand, there can be one."
    ),
    "points": QT_TRANSLATE_NOOP("DataEditor", "{count} examples are too many to be edited by hand (at most {most})."),
    "classes": QT_TRANSLATE_NOOP("DataEditor", "{count} classes are too many to be edited by hand (at most 10)."),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("DataEditor", text)


def refusal(examples: Examples) -> str:
    """Why data cannot be edited by hand, in a sentence; nothing if it can."""
    found = {
        "inputs": (examples.raw.shape[1], examples.raw.shape[1] > 2),
        "targets": (examples.y.shape[1], examples.classes == 0 and examples.y.shape[1] > 1),
        "points": (len(examples.raw), len(examples.raw) > MOST_POINTS),
        "classes": (examples.classes, examples.classes > 10),
    }
    for name, (count, is_so) in found.items():
        if is_so:
            return _tr(str(NOT_BY_HAND[name])).format(count=f"{count:,}", most=f"{MOST_POINTS:,}")
    return ""


@dataclass(frozen=True)
class Explicit:
    """An experiment with the points in it, and what had to go.

    Attributes:
        notes: What was left out of the experiment before, a sentence each.
    """

    experiment: Experiment
    notes: tuple[str, ...]


def explicit(experiment: Experiment, drawing: Drawing) -> Explicit:
    """The experiment with a drawing as its data; network and training stay as far as they fit.

    Noise, wrong labels and copies are in the points by now and are taken out; the split, its seed and what is made of
    the raw inputs stay.

    Raises:
        ExperimentError: Nothing can be learned from these points.
    """
    if not len(drawing):
        raise ExperimentError(_tr("there are no points yet"))
    data, notes = _data(experiment.data, drawing)
    fields: dict[str, Any] = {"title": _title(drawing), "data": msgspec.to_builtins(data)}
    fields["data"] = {name: value for name, value in fields["data"].items() if value is not None}
    fields["data"]["faults"] = {name: value for name, value in fields["data"]["faults"].items() if value is not None}
    before, after = subject_of(experiment.data), subject_of(data)
    if (before.task, before.classes, before.targets) != (after.task, after.classes, after.targets):
        fields |= {"network.output": None, "training.loss": None}
    if _widths(before) != _widths(after):
        if experiment.network.parameters is not None or experiment.network.frozen:
            notes.append(_tr("The weights of the file do not fit any more and are drawn afresh."))
        fields |= {"network.parameters": None, "network.frozen": None}
    if experiment.training.early_stopping is not None and part_sizes(len(drawing), data.split)[1] == 0:
        notes.append(_tr("There is no validation part, so there is no early stopping."))
        fields["training.early_stopping"] = None
    result = experiment.with_fields(fields)
    make_examples(result)  # what is wrong with a feature may show only in its values
    return Explicit(result, tuple(notes))


def _widths(subject: Any) -> tuple[int, int, int]:
    return subject.inputs, subject.targets, subject.classes


def _data(data: Data, drawing: Drawing) -> tuple[Data, list[str]]:
    notes: list[str] = []
    classes = drawing.classes > 0
    columns = tuple(f"x{place + 1}" for place in range(drawing.inputs))
    inputs, faults = data.inputs, data.faults
    if inputs is not None and list(feature_problems(inputs, columns)):
        inputs = None
        notes.append(_tr("The features made of the inputs need other inputs: the points go in as they are."))
    scaled = faults.scaled_input if faults.scaled_input in columns else None
    if faults.scaled_input is not None and scaled is None:
        notes.append(_tr("There is no input “{}” any more that could be in another unit.").format(faults.scaled_input))
    return (
        Data(
            x=tuple(map(tuple, drawing.x.tolist())),
            y=tuple(drawing.labels.tolist()) if classes else tuple((value,) for value in drawing.y.tolist()),
            seed=data.seed,
            split=data.split,
            inputs=inputs,
            standardize=data.standardize,
            standardize_target=data.standardize_target and not classes,
            faults=Faults(
                scaled_input=scaled,
                scale=faults.scale,
                unstandardized_test=faults.unstandardized_test,
                sorted_split=faults.sorted_split,
            ),
        ),
        notes,
    )


def _title(drawing: Drawing) -> str:
    """The title of what it was made from, with a word that it was edited."""
    if not drawing.title:
        return _tr("Drawn by hand")
    edited = _tr(", edited")
    return drawing.title if drawing.title.endswith(edited) else drawing.title + edited


def worth_knowing(drawing: Drawing) -> str:
    """What is odd about the points, in a sentence; nothing if nothing is."""
    counts = drawing.counts()
    empty = [drawing.class_names[label] for label, count in enumerate(counts) if count == 0]
    if not len(drawing) or not counts:
        if len(drawing) > 1 and np.ptp(drawing.y) == 0.0:
            return _tr("All points have the same number: there is nothing to tell apart.")
        return ""
    if len(counts) - len(empty) == 1:
        return _tr("All points are of one class: there is nothing to tell apart.")
    if empty:
        return _tr("No points of class {}.").format(", ".join(empty))
    return ""
