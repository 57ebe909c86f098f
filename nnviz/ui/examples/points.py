"""Where the examples of a run stand in its data plot: what the axes are, and which example is near a place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import isqrt

import numpy as np

from nnviz.engine.analysis.informative_pair import informative_pair
from nnviz.engine.analysis.responses import Plane
from nnviz.engine.data.datasets import counted_columns
from nnviz.engine.data.task_shape import task_shape_of
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.types import Array, Indices
from nnviz.ui.names.symbols import unit_symbol
from nnviz.ui.names.units import column_in_words, target_in_words
from nnviz.worker.messages import RunInfo

PARTS = ("train", "validation", "test")
FEWEST_PIXELS = 16
ROOM = 0.06
"""What is left around the points, as a share of what they span."""


class View(Enum):
    """How the examples of a run are shown."""

    PLANE = "two raw inputs: their plane, with what the network answers over it"
    CURVE = "one raw input, and what is to be predicted from it"
    PAIR = "two of several raw inputs"
    IMAGES = "pictures"


@dataclass(frozen=True, eq=False)
class DataPoints:
    """Every example as a point.

    Attributes:
        x, y: Its place, shape (examples,).
        part: Its part, as a place in ``PARTS``.
        x_range, y_range: The stretch of the plane that holds them all.
        names: What the axes are.
        columns: The names of all raw inputs.
        axes: Which of them the axes are, as places.
    """

    view: View
    x: Array
    y: Array
    part: Indices
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    names: tuple[str, str]
    columns: tuple[str, ...]
    axes: tuple[int, ...]

    @classmethod
    def of(cls, run: RunInfo, wanted: tuple[str, ...] = ()) -> DataPoints:
        """The points of a run's examples; of more than two raw inputs these are the axes, if they are two of them."""
        examples, data = run.examples, run.experiment.data
        columns, view = column_names(run), view_of(run)
        part = np.zeros(len(examples.raw), dtype=np.int64)
        for place, name in enumerate(PARTS):
            part[examples.part(name)] = place
        across, up = axes_of(run, wanted) if view is View.PAIR else (0, 1)
        x = examples.raw[:, across]
        if view is View.CURVE:
            y = values_of(examples.y, run)
            name = "y" if examples.y.shape[1] == 1 else ""
            if examples.classes == 0:
                name = target_in_words(data)
            return cls(view, x, y, part, _stretch(x), _stretch(y), (columns[0], name), columns, (0,))
        y = examples.raw[:, up]
        x_range, y_range = _stretch(x), _stretch(y)
        if view is View.PLANE:
            x_range, y_range = sides_of(Plane.around(examples, data))
        return cls(view, x, y, part, x_range, y_range, (columns[across], columns[up]), columns, (across, up))


def axes_of(run: RunInfo, wanted: tuple[str, ...] = ()) -> tuple[int, int]:
    """The columns across and up: those that are wanted, if the data has both; else those that tell most."""
    names, examples = task_shape_of(run.experiment.data).columns, run.examples
    if len(set(wanted)) == 2 and set(wanted) <= set(names):
        return names.index(wanted[0]), names.index(wanted[1])
    return informative_pair(examples.raw[examples.train], examples.y[examples.train])


def view_of(run: RunInfo) -> View:
    """How the examples of a run are shown: it depends on how many raw inputs there are."""
    inputs = run.examples.raw.shape[1]
    if inputs <= 2:
        return View.CURVE if inputs == 1 else View.PLANE
    return View.IMAGES if inputs >= FEWEST_PIXELS and isqrt(inputs) ** 2 == inputs else View.PAIR


def has_curve(run: RunInfo) -> bool:
    """Whether what the network predicts is a curve in the data plot: over one input, and not one of several classes."""
    return view_of(run) is View.CURVE and (run.examples.classes == 0 or run.examples.y.shape[1] == 1)


def column_names(run: RunInfo) -> tuple[str, ...]:
    """The raw inputs on screen: ``bill length``; ``x₁``, ``x₂`` where they have no names of their own."""
    columns = task_shape_of(run.experiment.data).columns
    if columns == counted_columns(len(columns)):
        return tuple(unit_symbol("x", place) for place in range(len(columns)))
    return tuple(map(column_in_words, columns))


def values_of(outputs: Array, run: RunInfo) -> Array:
    """Targets or predictions, shape (any number, outputs), as heights over one input: shape (any number,).

    Numbers are in their own unit; of several classes, it is the place of the largest.
    """
    if run.examples.classes and outputs.shape[1] > 1:
        return outputs.argmax(axis=1).astype(np.float64)
    return run.examples.in_own_unit(outputs)[:, 0]


def sides_of(plane: Plane) -> tuple[tuple[float, float], tuple[float, float]]:
    """From where to where a plane reaches, in raw numbers."""
    (left, low), (right, high) = (
        [centre + sign * plane.reach * unit for centre, unit in zip(plane.centre, plane.unit, strict=True)]
        for sign in (-1.0, 1.0)
    )
    return (left, right), (low, high)


def nearest(places: Array, x: float, y: float, within: float) -> int | None:
    """The row of the place, shape (places, 2), that is nearest to a point; ``None`` where none is so near."""
    if not len(places):
        return None
    squared = (places[:, 0] - x) ** 2 + (places[:, 1] - y) ** 2
    row = int(squared.argmin())
    return row if squared[row] <= within * within else None


def neighbour(train: Indices, example: int | None, step: int) -> int:
    """The example of the training part before (``step`` −1) or after (1) one that may be of any part; all round."""
    if example is None:
        return int(train[0 if step > 0 else -1])
    place = int(np.searchsorted(train, example, side="right" if step > 0 else "left"))
    return int(train[(place if step > 0 else place - 1) % len(train)])


def row_of(record: Iteration, example: int) -> int | None:
    """Where an example is in a record's batch; ``None`` where it is not."""
    rows = np.flatnonzero(record.examples == example)
    return int(rows[0]) if len(rows) else None


def _stretch(values: Array) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    room = ROOM * (high - low) if high > low else 0.5
    return low - room, high + room
