"""What the hidden-space panel says: of layers, of the axes of their pictures, and of what a straight line can do."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from nnviz.ui.examples.points import column_names
from nnviz.ui.look.numbers import NumberStyle, percent, whole, written
from nnviz.ui.names.layers import layer_name
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.translation import translate
from nnviz.worker.messages import RunInfo
from nnviz.worker.queries.hidden_space import ProbeScores, Score, Space


def in_layer(layer: int) -> str:
    """Where something is: ``In hidden 1``, ``In the input``."""
    return (
        translate("HiddenSpacePanel", "In hidden {}").format(layer)
        if layer
        else translate("HiddenSpacePanel", "In the input")
    )


def axis_names(run: RunInfo, space: Space, style: NumberStyle) -> tuple[str, str]:
    """What the axes of a layer's picture are: its units, or directions with their share of the spread."""
    if space.projection.components:
        across, up = (float(share) for share in space.projection.shares)
        # Where both are about as large, the picture may have the larger one upwards: it is the first all the same.
        places = (1, 2) if across >= up else (2, 1)
        first, second = (
            translate("HiddenSpacePanel", "direction {} · {}").format(place, percent(share, style=style))
            for place, share in zip(places, (across, up), strict=True)
        )
        if space.line is not None:
            return translate("HiddenSpacePanel", "across the straight line"), second
        return first, second
    symbols = Names(run.architecture)
    names = [symbols.unit(space.layer, unit) for unit in range(space.units)] if space.layer else _input_names(run)
    if space.units == 1:
        return names[0], translate("HiddenSpacePanel", "class") if run.examples.classes else "y"
    return names[0], names[1]


def _input_names(run: RunInfo) -> list[str]:
    examples = run.examples
    names = list(column_names(run)) if run.experiment.data.inputs is None else list(examples.input_names)
    if np.any(examples.mean != 0.0) or np.any(examples.deviation != 1.0):
        return [translate("HiddenSpacePanel", "{}, standardised").format(name) for name in names]
    return names


def headlines(run: RunInfo, space: Space, shown: int, style: NumberStyle) -> tuple[str, ...]:
    """How much of a layer its picture shows, from the longest to the shortest wording."""
    texts: tuple[str, ...]
    if space.projection.components:
        share = percent(float(space.projection.shares.sum()), style=style)
        count = (
            translate("HiddenSpacePanel", "{} inputs").format(space.units)
            if space.layer == 0
            else translate("HiddenSpacePanel", "{} units").format(space.units)
        )
        texts = (
            translate("HiddenSpacePanel", "{} · first two components: {} of the spread").format(count, share),
            translate("HiddenSpacePanel", "{} · {} of the spread").format(count, share),
            translate("HiddenSpacePanel", "{} of the spread").format(share),
            share,
        )
    elif space.units == 1:
        texts = (
            translate("HiddenSpacePanel", "1 input") if space.layer == 0 else translate("HiddenSpacePanel", "1 unit"),
        )
    else:
        texts = (
            (translate("HiddenSpacePanel", "the plane of the 2 inputs"),)
            if space.layer == 0
            else (translate("HiddenSpacePanel", "the plane of its 2 units"),)
        )
    total = len(run.examples.x)
    if shown < total:
        note = translate("HiddenSpacePanel", "{} of {} drawn").format(whole(shown), whole(total))
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
        return translate("HiddenSpacePanel", "R² of a linear fit"), translate("HiddenSpacePanel", "linear R²")
    if run.examples.classes == 2:
        return translate("HiddenSpacePanel", "a straight line gets right"), translate(
            "HiddenSpacePanel", "straight line"
        )
    return translate("HiddenSpacePanel", "straight lines get right"), translate("HiddenSpacePanel", "straight lines")


def sentences(run: RunInfo, layer: int, scores: list[float], style: NumberStyle) -> tuple[str, ...]:
    """What a straight line can do in a layer, against the layer before it if that was better, else the input.

    ``scores`` are those of the input and of each hidden layer.
    """
    here = score_text(run, scores[layer], style)
    if not math.isfinite(scores[layer]):
        return (
            translate("HiddenSpacePanel", "{}: beyond what can be measured").format(
                layer_name(layer, run.architecture.layers)
            ),
        )
    if run.examples.classes == 0:
        first = translate("HiddenSpacePanel", "{} a linear fit has R² {}").format(in_layer(layer), here)
        short = translate("HiddenSpacePanel", "{}: R² {}").format(layer_name(layer, run.architecture.layers), here)
    elif run.examples.classes == 2:
        first = translate("HiddenSpacePanel", "{} a straight line gets {} right").format(in_layer(layer), here)
        short = translate("HiddenSpacePanel", "{}: {}").format(layer_name(layer, run.architecture.layers), here)
    else:
        first = translate("HiddenSpacePanel", "{} straight lines get {} right").format(in_layer(layer), here)
        short = translate("HiddenSpacePanel", "{}: {}").format(layer_name(layer, run.architecture.layers), here)
    if layer == 0:
        return first, short
    before = score_text(run, scores[layer - 1], style)
    if scores[layer] < scores[layer - 1] and before != here:
        name = (
            translate("HiddenSpacePanel", "the input") if layer == 1 else layer_name(layer - 1, run.architecture.layers)
        )
        return (
            translate("HiddenSpacePanel", "{}: worse than in {} ({})").format(first, name, before),
            translate("HiddenSpacePanel", "{}, worse than {}: {}").format(short, name, before),
            translate("HiddenSpacePanel", "{}, {} before").format(short, before),
            short,
        )
    start = score_text(run, scores[0], style)
    return (
        translate("HiddenSpacePanel", "{} (input: {})").format(first, start),
        translate("HiddenSpacePanel", "{} (input: {})").format(short, start),
        short,
    )


def score_on(score: Score, part: str) -> float:
    """A score on ``"train"`` or ``"validation"``."""
    return score.validation if part == "validation" else score.train


def part_text(part: str, short: bool = False) -> str:
    """A part of the data that a line is judged on."""
    if part == "validation":
        return translate("HiddenSpacePanel", "val.") if short else translate("HiddenSpacePanel", "validation")
    return translate("HiddenSpacePanel", "train") if short else translate("HiddenSpacePanel", "training")


def probe_tip(run: RunInfo, scores: ProbeScores, layer: int, part: str, style: NumberStyle) -> str:
    """What was measured of a layer, and on what; the guess is judged on one part of the data."""
    now, first = scores.trained[layer], scores.untrained[layer]
    lines = [
        translate("HiddenSpacePanel", "{}: the best linear fit on its {} units").format(
            layer_name(layer, run.architecture.layers), run.architecture.widths[layer]
        )
    ]
    named = [(translate("HiddenSpacePanel", "training part"), now.train, first.train)]
    if len(run.examples.validation):
        named.append((translate("HiddenSpacePanel", "validation part"), now.validation, first.validation))
    for name, trained, untrained in named:
        texts = score_text(run, trained, style), score_text(run, untrained, style)
        lines.append(translate("HiddenSpacePanel", "{}: {} trained, {} untrained").format(name, *texts))
    guess = score_on(scores.guess, part)
    if np.isfinite(guess):
        text = translate("HiddenSpacePanel", "majority guess: {}")
        lines.append(text.format(score_text(run, guess, style)))
    total = len(run.examples.train)
    if scores.fitted < total:
        text = translate("HiddenSpacePanel", "fitted to {} of {} training examples")
        lines.append(text.format(scores.fitted, total))
    return "\n".join(lines)
