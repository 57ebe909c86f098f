"""What the network answers at any place of a data plot, read off its map or its curve."""

from __future__ import annotations

import numpy as np

from nnviz.engine.analysis.responses import ResponseMaps
from nnviz.engine.types import Array
from nnviz.ui.examples.colours import middle_of
from nnviz.ui.examples.points import DataPoints, sides_of
from nnviz.ui.examples.words import Line
from nnviz.ui.look.numbers import NumberStyle, percent, short, written
from nnviz.ui.names.translation import translate
from nnviz.worker.messages import RunInfo
from nnviz.worker.queries.maps import Curve

PROBABILITIES = ("sigmoid", "softmax")
"""Output activations whose answers are probabilities."""


def read_map(maps: ResponseMaps, x: float, y: float) -> Array | None:
    """The output's answers at a place, shape (outputs,), evenly between the map's points; ``None`` outside of it."""
    answers = maps.layers[-1]
    (left, right), (low, high) = sides_of(maps.plane)
    rows, columns = answers.shape[1:]
    column, row = (x - left) / (right - left) * (columns - 1), (high - y) / (high - low) * (rows - 1)
    if not (0.0 <= column <= columns - 1 and 0.0 <= row <= rows - 1):
        return None
    first, top = min(int(column), columns - 2), min(int(row), rows - 2)
    across, down = column - first, row - top
    patch = answers[:, top : top + 2, first : first + 2].astype(np.float64)
    upper, lower = (patch[:, each, 0] * (1.0 - across) + patch[:, each, 1] * across for each in (0, 1))
    return np.asarray(upper * (1.0 - down) + lower * down)


def read_curve(curve: Curve, x: float) -> float | None:
    """The first prediction at a raw input, evenly between the curve's points; ``None`` outside of it."""
    if not curve.x[0] <= x <= curve.x[-1]:
        return None
    return float(np.interp(x, curve.x, curve.predictions[:, 0]))


def plane_lines(
    run: RunInfo, points: DataPoints, maps: ResponseMaps, place: tuple[float, float], style: NumberStyle
) -> list[Line]:
    """Names and numbers of a place in the plane, in raw numbers: where it is, and what the network answers there."""
    answer = read_map(maps, *place)
    if answer is None:
        return []
    lines = [(name, short(value, style)) for name, value in zip(points.names, place, strict=True)]
    if not run.examples.classes:
        return [*lines, ("ŷ", _about(written(float(run.examples.in_own_unit(answer[None])[0, 0]), style)))]
    output = run.architecture.output
    if len(answer) == 1:
        lines.append(("ŷ", _about(written(float(answer[0]), style))))
        predicted = int(answer[0] > middle_of(output))
        probability = float(answer[0]) if predicted else 1.0 - float(answer[0])
    else:
        predicted = int(np.nan_to_num(answer, nan=-np.inf).argmax())
        probability = float(answer[predicted])
    lines.append((translate("DataPanel", "predicted"), run.examples.class_names[predicted]))
    if output.name in PROBABILITIES:
        lines.append((translate("DataPanel", "probability"), _about(percent(probability, 1, style))))
    elif len(answer) > 1:
        lines.append(("ŷ", _about(written(probability, style))))
    return lines


def curve_lines(points: DataPoints, curve: Curve, x: float, style: NumberStyle) -> list[Line]:
    """Names and numbers of a place on the curve: a raw input, and what the network predicts from it."""
    prediction = read_curve(curve, x)
    return [] if prediction is None else [(points.names[0], short(x, style)), ("ŷ", _about(written(prediction, style)))]


def _about(text: str) -> str:
    """Between the points that the network answered, numbers are about so."""
    return text if text.startswith(("<", ">")) else f"≈ {text}"
