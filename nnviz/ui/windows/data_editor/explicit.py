"""From a drawing to an experiment that holds the points themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np

from nnviz.engine.data.datasets import counted_columns
from nnviz.engine.data.examples import Examples, make_examples, part_sizes
from nnviz.engine.data.features import feature_problems
from nnviz.engine.data.task_shape import TaskShape, task_shape_of
from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.engine.settings import Data, Faults
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP, translate
from nnviz.ui.session.experiment_fields import NO_LOSS
from nnviz.ui.windows.data_editor.drawing import MOST_POINTS, Drawing

NOT_BY_HAND = {
    "inputs": QT_TRANSLATE_NOOP(
        "DataEditor",
        "This data has {count} inputs. A board has room for one or two: it cannot be edited by hand.",
    ),
    "targets": QT_TRANSLATE_NOOP(
        "DataEditor", "This data has {count} numbers to predict for each example. By hand, there can be one."
    ),
    "points": QT_TRANSLATE_NOOP("DataEditor", "{count} examples are too many to be edited by hand (at most {most})."),
    "classes": QT_TRANSLATE_NOOP("DataEditor", "{count} classes are too many to be edited by hand (at most 10)."),
}


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
            return translate("DataEditor", str(NOT_BY_HAND[name])).format(count=f"{count:,}", most=f"{MOST_POINTS:,}")
    return ""


@dataclass(frozen=True)
class Left:
    """What of an experiment does not go with a drawing.

    Attributes:
        inputs: The features that are made of the raw inputs: they need others.
        scaled_input: The input that is in another unit is not there any more.
        output: The output and the loss are those of another task.
        parameters: Explicit and frozen weights, of a network of other widths.
        early_stopping: There is no validation part.
    """

    inputs: bool
    scaled_input: bool
    output: bool
    parameters: bool
    early_stopping: bool

    def sentences(self, experiment: Experiment) -> list[str]:
        """What is left out, for those who would miss it."""
        sentences = []
        if self.inputs:
            sentences.append(translate("DataEditor", "The features need other inputs: the points go in as they are."))
        if self.scaled_input:
            sentences.append(
                translate("DataEditor", "“{}”, the input in another unit, is gone.").format(
                    experiment.data.faults.scaled_input
                )
            )
        if self.parameters and (experiment.network.parameters is not None or experiment.network.frozen):
            sentences.append(translate("DataEditor", "The file's weights no longer fit: new ones are drawn."))
        if self.early_stopping:
            sentences.append(translate("DataEditor", "Without a validation part there is no early stopping."))
        return sentences


def left_out(experiment: Experiment, before: TaskShape, drawing: Drawing) -> Left:
    """What of an experiment does not go with a drawing.

    Args:
        experiment: Complete.
        before: What it is about.
        drawing: What it is to be about.
    """
    data, columns = experiment.data, counted_columns(drawing.inputs)
    drops_inputs = data.inputs is not None and any(True for _ in feature_problems(data.inputs, columns))
    scaled = data.faults.scaled_input
    classes = max(2, int(drawing.y.max(initial=0.0)) + 1) if drawing.classes else 0
    inputs = drawing.inputs if data.inputs is None or drops_inputs else len(data.inputs)
    output = (before.classes, before.targets) != (classes, 1)
    return Left(
        inputs=drops_inputs,
        scaled_input=scaled is not None and scaled not in columns,
        output=output,
        parameters=output or before.inputs != inputs,
        early_stopping=experiment.training.early_stopping is not None and part_sizes(len(drawing), data.split)[1] == 0,
    )


def explicit(experiment: Experiment, drawing: Drawing) -> Experiment:
    """The experiment with a drawing as its data; network and training stay as far as they fit.

    Noise, wrong labels and copies are in the points by now and are taken out; the split, its seed and what is made of
    the raw inputs stay.

    Raises:
        ExperimentError: Nothing can be learned from these points.
    """
    if not len(drawing):
        raise ExperimentError(translate("DataEditor", "there are no points yet"))
    left = left_out(experiment, task_shape_of(experiment.data), drawing)
    fields: dict[str, Any] = {"title": _title(drawing), "data": _without_none(_data(experiment.data, drawing, left))}
    if left.output:
        fields |= {"network.output": None, **NO_LOSS}
    if left.parameters:
        fields |= {"network.parameters": None, "network.frozen": None}
    if left.early_stopping:
        fields["training.early_stopping"] = None
    result = experiment.with_fields(fields)
    make_examples(result)  # what is wrong with a feature may show only in its values
    return result


def _data(data: Data, drawing: Drawing, left: Left) -> Data:
    classes, faults = drawing.classes > 0, data.faults
    return Data(
        x=tuple(map(tuple, drawing.x.tolist())),
        y=tuple(drawing.labels.tolist()) if classes else tuple((value,) for value in drawing.y.tolist()),
        seed=data.seed,
        split=data.split,
        inputs=None if left.inputs else data.inputs,
        standardize=data.standardize,
        standardize_target=data.standardize_target and not classes,
        faults=Faults(
            scaled_input=None if left.scaled_input else faults.scaled_input,
            scale=faults.scale,
            unstandardized_test=faults.unstandardized_test,
            sorted_split=faults.sorted_split,
        ),
    )


def _without_none(data: Data) -> dict[str, Any]:
    """The fields of the data part that are not left out."""
    tables = msgspec.to_builtins(data)
    tables["faults"] = {name: value for name, value in tables["faults"].items() if value is not None}
    return {name: value for name, value in tables.items() if value is not None}


def _title(drawing: Drawing) -> str:
    """The title of what it was made from, with a word that it was edited."""
    if not drawing.title:
        return translate("DataEditor", "Drawn by hand")
    edited = translate("DataEditor", ", edited")
    return drawing.title if drawing.title.endswith(edited) else drawing.title + edited


def worth_knowing(drawing: Drawing) -> str:
    """What is odd about the points, in a sentence; nothing if nothing is."""
    counts = drawing.counts()
    empty = [drawing.class_names[label] for label, count in enumerate(counts) if count == 0]
    if not len(drawing) or not counts:
        if len(drawing) > 1 and np.ptp(drawing.y) == 0.0:
            return translate("DataEditor", "All points have the same number: there is nothing to tell apart.")
        return ""
    if len(counts) - len(empty) == 1:
        return translate("DataEditor", "All points are of one class: there is nothing to tell apart.")
    if empty:
        return translate("DataEditor", "No points of class {}.").format(", ".join(empty))
    return ""
