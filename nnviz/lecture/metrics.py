"""What claims can speak of: a row each. Adding a metric is adding a row to ``METRICS``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal

from nnviz.engine.analysis.collapse import linear_runs
from nnviz.engine.analysis.linear_pieces import is_piecewise_linear
from nnviz.engine.data.task_shape import task_shape_of
from nnviz.engine.errors import PlaceError
from nnviz.engine.experiment import Experiment
from nnviz.engine.names import shown
from nnviz.engine.networks.network import Architecture
from nnviz.lecture import measures
from nnviz.lecture.measures import Trained
from nnviz.lecture.values import Claim
from nnviz.said import Said, said
from nnviz.view import PICK, PICK_WORDS, View, check_view

Task = Literal["classes", "numbers"]
Argument = Literal["weight", "unit", "weight or unit", "layer", "batch"]
FIELDS: dict[Argument, str] = {
    "weight": "pick",
    "unit": "pick",
    "weight or unit": "pick",
    "layer": "layer",
    "batch": "batch",
}
"""The field of a claim that says what a metric is about."""


def _any(architecture: Architecture) -> str | None:
    return None


def _with_hidden(architecture: Architecture) -> str | None:
    return None if architecture.layers > 1 else said("Lecture", "this network has no hidden units")


def _straight(architecture: Architecture) -> str | None:
    fits = is_piecewise_linear(architecture) and architecture.widths[0] == 1
    return None if fits else said("Lecture", "only ReLUs and the like over one input make straight pieces")


def _linear(architecture: Architecture) -> str | None:
    fits = linear_runs(architecture) == [(1, architecture.layers)]
    return None if fits else said("Lecture", "not all hidden layers are linear")


@dataclass(frozen=True)
class Metric:
    """A number that claims can speak of.

    Attributes:
        name: What a lecture's file calls it.
        measures: What it measures, in a few words.
        measure: It, of a network; what it is about, it reads from the claim.
        about: What the claim has to name; ``None`` where it is about the whole network.
        tasks: What kinds of tasks it is of.
        misfit: Why a network has no such number; ``None`` where it has.
    """

    name: str
    measures: str
    measure: Callable[[Trained, Claim], float]
    about: Argument | None = None
    tasks: tuple[Task, ...] = ("classes", "numbers")
    misfit: Callable[[Architecture], str | None] = _any


PARTS = {
    "train": said("Lecture", "training"),
    "validation": said("Lecture", "validation"),
    "test": said("Lecture", "test"),
}
FIGURES: tuple[tuple[str, Said, int, tuple[Task, ...]], ...] = (
    ("loss", said("Lecture", "the mean loss on the {part} part"), 0, ("classes", "numbers")),
    ("accuracy", said("Lecture", "the share of the {part} part that is right"), 1, ("classes",)),
    ("rmse", said("Lecture", "the RMSE on the {part} part"), 1, ("numbers",)),
)


def _figures() -> Iterator[Metric]:
    """The losses and scores of each part of the data."""
    for name, text, column, tasks in FIGURES:
        for part, words in PARTS.items():
            measure = partial(measures.figure, part, column)
            yield Metric(f"{part}.{name}", text.format(part=words), measure, tasks=tasks)


ROWS = (
    *_figures(),
    Metric(
        "train.solved",
        said("Lecture", "1 where all training examples are right, else 0"),
        measures.solved,
        tasks=("classes",),
    ),
    Metric("validation.rise", said("Lecture", "the validation loss as a multiple of the lowest so far"), measures.rise),
    Metric("run.diverged", said("Lecture", "1 where the run has diverged, else 0"), measures.diverged),
    Metric("run.epochs", said("Lecture", "epochs trained"), measures.epochs),
    Metric("network.parameters", said("Lecture", "how many parameters there are"), measures.count),
    Metric(
        "hidden.mean_slope",
        said("Lecture", "the mean |g′(z)| of the hidden units"),
        measures.mean_slope,
        misfit=_with_hidden,
    ),
    Metric(
        "hidden.saturated",
        said("Lecture", "the share of hidden units and examples on a flat part of the curve"),
        measures.saturated,
        misfit=_with_hidden,
    ),
    Metric(
        "hidden.dead",
        said("Lecture", "the share of hidden units without a slope for any example"),
        measures.dead,
        misfit=_with_hidden,
    ),
    Metric(
        "hidden.spread",
        said("Lecture", "how far the first hidden layer's units differ in a weight or bias"),
        measures.spread,
        misfit=_with_hidden,
    ),
    Metric(
        "hidden.best_unit",
        said("Lecture", "how well a cut through a single unit of the last hidden layer does on held-out examples"),
        measures.best_unit,
        misfit=_with_hidden,
    ),
    Metric(
        "hidden.knocked_out",
        said("Lecture", "the lowest training accuracy with one unit of the first hidden layer off"),
        measures.knocked_out,
        tasks=("classes",),
        misfit=_with_hidden,
    ),
    Metric(
        "probe",
        said("Lecture", "how well a straight line through a layer does on held-out examples"),
        measures.probe,
        "layer",
    ),
    Metric(
        "answer.pieces",
        said("Lecture", "of how many straight pieces the answer is made"),
        measures.pieces,
        misfit=_straight,
    ),
    Metric(
        "answer.collapse",
        said("Lecture", "how far the output's z is off from one matrix's"),
        measures.collapsed,
        misfit=_linear,
    ),
    Metric(
        "gradient.reach",
        said("Lecture", "the mean |δ| of the first hidden layer as a multiple of the output's"),
        measures.reach,
        misfit=_with_hidden,
    ),
    Metric("gradient.norm", said("Lecture", "‖∇L‖ of the training part"), measures.gradient_norm),
    Metric(
        "gradient.cosine",
        said("Lecture", "the mean cosine of batches' gradients with the whole one"),
        measures.cosine,
        "batch",
    ),
    Metric(
        "value",
        said("Lecture", "a weight, a bias, or a unit's answer to the first example"),
        measures.value,
        "weight or unit",
    ),
    Metric("gradient", said("Lecture", "∂L/∂w of a weight or bias"), measures.gradient, "weight"),
    Metric("delta", said("Lecture", "the mean |δ| of a unit"), measures.delta, "unit"),
    Metric(
        "nudge.error", said("Lecture", "how far ∂L/∂w is off from what a nudge measures"), measures.nudged, "weight"
    ),
    Metric(
        "paths.error",
        said("Lecture", "how far ∂L/∂w of an example is off from the sum over its paths"),
        measures.paths,
        "weight",
    ),
)

METRICS = {metric.name: metric for metric in ROWS}


def refusal(claim: Claim, experiment: Experiment) -> tuple[str, str] | None:
    """The field of a claim that does not go with the network of an experiment, and why; ``None`` if all is well.

    Args:
        claim: Its metric is a known one.
        experiment: Complete.
    """
    metric, architecture = METRICS[claim.metric], Architecture.of(experiment)
    task: Task = "numbers" if task_shape_of(experiment.data).task == "regression" else "classes"
    if task not in metric.tasks:
        return "metric", said("Lecture", "{name} is about {tasks}, and this data has {task} to predict").format(
            name=metric.name, tasks=metric.tasks[0], task=task
        )
    if misfit := metric.misfit(architecture):
        return "metric", f"{metric.name}: {misfit}"
    needed = FIELDS[metric.about] if metric.about is not None else None
    for field in sorted(set(FIELDS.values())):
        given = getattr(claim, field) not in ("", None)
        if given and field != needed:
            return field, said("Lecture", "{name} is not about one").format(name=metric.name)
        if field == needed and not given:
            return field, said("Lecture", "{name} is about a {about}, and needs one").format(
                name=metric.name, about=metric.about
            )
    if claim.layer is not None and claim.layer >= architecture.layers:
        return "layer", said("Lecture", "layers count from 0 to {highest} here, got {layer}").format(
            highest=architecture.layers - 1, layer=claim.layer
        )
    return _wrong_pick(metric, claim.pick, architecture) if claim.pick else None


def _wrong_pick(metric: Metric, pick: str, architecture: Architecture) -> tuple[str, str] | None:
    if PICK.fullmatch(pick) is None:
        return "pick", said("Lecture", "expected {pick_words}, got {pick}").format(
            pick_words=PICK_WORDS, pick=shown(pick)
        )
    try:
        check_view(View(pick=pick), architecture, examples=1, batch=1)
    except PlaceError as error:
        return "", str(error).removeprefix("view.")
    kind = "unit" if pick[0] in "hy" else "weight" if pick[0] in "Wb" else "input"
    if kind not in (metric.about or ""):
        return "pick", said("Lecture", "{name} is about a {about}, got {pick}").format(
            name=metric.name, about=metric.about, pick=pick
        )
    return None
