"""What the hidden-space panel says: of layers, of the axes of their pictures, and of what a straight line can do."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnviz.ui.examples.points import column_names
from nnviz.ui.look.numbers import NumberStyle, percent, whole, written
from nnviz.ui.names.layers import layer_name
from nnviz.ui.names.symbols import Names
from nnviz.worker.messages import RunInfo
from nnviz.worker.queries.hidden_space import Score, Space


def tr(text: str) -> str:
    """The text in the user's language."""
    return QCoreApplication.translate("HiddenSpacePanel", text)


def in_layer(layer: int) -> str:
    """Where something is: ``In hidden 1``, ``In the input``."""
    return tr("In hidden {}").format(layer) if layer else tr("In the input")


def axis_names(run: RunInfo, space: Space, style: NumberStyle) -> tuple[str, str]:
    """What the axes of a layer's picture are: its units, or directions with their share of the spread."""
    if space.projection.components:
        across, up = (float(share) for share in space.projection.shares)
        # Where both are about as large, the picture may have the larger one upwards: it is the first all the same.
        places = (1, 2) if across >= up else (2, 1)
        first, second = (
            tr("direction {} · {}").format(place, percent(share, style=style))
            for place, share in zip(places, (across, up), strict=True)
        )
        return first, second
    symbols = Names(run.architecture)
    names = [symbols.unit(space.layer, unit) for unit in range(space.units)] if space.layer else _input_names(run)
    if space.units == 1:
        return names[0], tr("class") if run.examples.classes else "y"
    return names[0], names[1]


def _input_names(run: RunInfo) -> list[str]:
    examples = run.examples
    names = list(column_names(run)) if run.experiment.data.inputs is None else list(examples.input_names)
    if np.any(examples.mean != 0.0) or np.any(examples.deviation != 1.0):
        return [tr("{}, standardised").format(name) for name in names]
    return names


def headlines(run: RunInfo, space: Space, shown: int, style: NumberStyle) -> tuple[str, ...]:
    """How much of a layer its picture shows, from the longest to the shortest wording."""
    texts: tuple[str, ...]
    if space.projection.components:
        share = percent(float(space.projection.shares.sum()), style=style)
        count = tr("{} inputs").format(space.units) if space.layer == 0 else tr("{} units").format(space.units)
        texts = (
            tr("{} · first two components: {} of the spread").format(count, share),
            tr("{} · {} of the spread").format(count, share),
            tr("{} of the spread").format(share),
            share,
        )
    elif space.units == 1:
        texts = (tr("1 input") if space.layer == 0 else tr("1 unit"),)
    else:
        texts = (tr("the plane of the 2 inputs"),) if space.layer == 0 else (tr("the plane of its 2 units"),)
    total = len(run.examples.x)
    if shown < total:
        note = tr("{} of {} drawn").format(whole(shown), whole(total))
        texts = (f"{note} · {texts[0]}", *texts)
    return (*texts, "")


def score_text(run: RunInfo, score: float, style: NumberStyle) -> str:
    """An accuracy as a percentage, R² as a number."""
    if not math.isfinite(score):
        return "—"
    return percent(score, style=style) if run.examples.classes else written(score, replace(style, digits=2))


def probe_caption(run: RunInfo) -> tuple[str, ...]:
    """What the bars are about, from the longest to the shortest wording."""
    if run.examples.classes == 0:
        return tr("R² of a linear reading"), tr("linear R²")
    if run.examples.classes == 2:
        return tr("a straight line separates"), tr("straight line")
    return tr("straight lines separate"), tr("straight lines")


def sentences(run: RunInfo, layer: int, scores: list[float], style: NumberStyle) -> tuple[str, ...]:
    """What a straight line can do in a layer, against the layer before it if that was better, else the input.

    ``scores`` are those of the input and of each hidden layer.
    """
    here = score_text(run, scores[layer], style)
    if not math.isfinite(scores[layer]):
        return (tr("{}: beyond what can be measured").format(layer_name(layer, run.architecture.layers)),)
    if run.examples.classes == 0:
        first = tr("{} a linear reading has R² {}").format(in_layer(layer), here)
        short = tr("{}: R² {}").format(layer_name(layer, run.architecture.layers), here)
    elif run.examples.classes == 2:
        first = tr("{} a straight line separates {}").format(in_layer(layer), here)
        short = tr("{}: {}").format(layer_name(layer, run.architecture.layers), here)
    else:
        first = tr("{} straight lines separate {}").format(in_layer(layer), here)
        short = tr("{}: {}").format(layer_name(layer, run.architecture.layers), here)
    if layer == 0:
        return first, short
    before = score_text(run, scores[layer - 1], style)
    if scores[layer] < scores[layer - 1] and before != here:
        name = tr("the input") if layer == 1 else layer_name(layer - 1, run.architecture.layers)
        return (
            tr("{}: worse than in {} ({})").format(first, name, before),
            tr("{}, worse than {}: {}").format(short, name, before),
            tr("{}, {} before").format(short, before),
            short,
        )
    start = score_text(run, scores[0], style)
    return tr("{} (input: {})").format(first, start), tr("{} (input: {})").format(short, start), short


def score_on(score: Score, part: str) -> float:
    """A score on ``"train"`` or ``"validation"``."""
    return score.validation if part == "validation" else score.train
