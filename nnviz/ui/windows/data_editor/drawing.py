"""A drawing is a value: points with labels or targets, and what becomes of them when something is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from nnviz.engine.data.datasets import counted_columns, counted_names
from nnviz.engine.data.examples import Examples
from nnviz.engine.types import Array, frozen

MOST_POINTS = 5000
"""More are not drawn by hand, and a file of them would be too large to open again."""
MOST_CLASSES = 10
"""As many as there are colours."""
FLAT_ROOM = 0.5
"""What is left around points that are all the same, as a share of their size."""
EMPTY = (-1.2, 1.2)
"""What an empty board shows."""

Chosen = npt.NDArray[np.bool_]
Range = tuple[float, float]


@dataclass(frozen=True, eq=False)
class Drawing:
    """Points of one or two inputs.

    On the board a point stands at its two inputs; with one input, at the input and what is to be predicted from it.

    Attributes:
        x: Raw inputs, shape (points, inputs).
        y: Labels from 0, or numbers to predict, shape (points,).
        clean: The labels before wrong ones were painted on, shape (points,).
        classes: How many classes there are; 0 where numbers are predicted.
        columns: The names of the inputs.
        class_names: The names of the classes.
        title: Where it comes from.
    """

    x: Array
    y: Array
    clean: Array
    classes: int
    columns: tuple[str, ...]
    class_names: tuple[str, ...]
    title: str

    @classmethod
    def of(cls, examples: Examples, columns: tuple[str, ...], title: str) -> Drawing:
        """All examples, noise and wrong labels included: they are part of the points now.

        Args:
            examples: They.
            columns: The names of their raw inputs.
            title: Where they come from.
        """
        y = examples.labels.astype(np.float64) if examples.classes else examples.in_own_unit(examples.y)[:, 0]
        return cls(frozen(examples.raw.copy()), frozen(y), y, examples.classes, columns, examples.class_names, title)

    @classmethod
    def empty(cls, inputs: int, classes: int, title: str) -> Drawing:
        """No points yet."""
        nothing = np.zeros(0)
        names = counted_names(classes)
        return cls(np.zeros((0, inputs)), nothing, nothing, classes, counted_columns(inputs), names, title)

    # ---- what it is ----------------------------------------------------------------------------------------------

    def __len__(self) -> int:
        return len(self.x)

    @property
    def inputs(self) -> int:
        """One or two."""
        return self.x.shape[1]

    @property
    def places(self) -> Array:
        """Where the points stand on the board, shape (points, 2)."""
        return self.x if self.inputs == 2 else np.column_stack((self.x[:, 0], self.y))

    @property
    def labels(self) -> npt.NDArray[np.int64]:
        """The classes of the points."""
        return self.y.astype(np.int64)

    @property
    def wrong(self) -> Chosen:
        """Which labels were painted wrong."""
        return self.y != self.clean

    def counts(self) -> list[int]:
        """How many points each class has."""
        return [int(count) for count in np.bincount(self.labels, minlength=self.classes)] if self.classes else []

    def target_at(self, place: float, chosen: float) -> float:
        """What a new point has to predict: with one input its height says it, the nearest class or the number."""
        if self.inputs == 2:
            return chosen
        return float(min(max(round(place), 0), self.classes - 1)) if self.classes else place

    def ranges(self, room: float = 0.12) -> tuple[Range, Range]:
        """The stretch of the board that holds all points, with room to add others around them.

        Two inputs of about the same spread have one scale, so that a circle is round.
        """
        if not len(self):
            return (EMPTY, EMPTY if self._free_height else self._lanes)
        across, up = (_stretched(self.places[:, axis], room) for axis in (0, 1))
        if not self._free_height:
            return across, self._lanes
        if self.inputs == 2:
            width, height = across[1] - across[0], up[1] - up[0]
            if max(width, height) < 3.0 * min(width, height):
                across, up = _widened(across, max(width, height)), _widened(up, max(width, height))
        return across, up

    @property
    def _free_height(self) -> bool:
        return self.inputs == 2 or not self.classes

    @property
    def _lanes(self) -> Range:
        """A lane for each class."""
        return -0.6, self.classes - 0.4

    # ---- what becomes of it --------------------------------------------------------------------------------------

    def added(self, places: Array, target: float) -> Drawing:
        """With further points at places of the board, shape (points, 2); not more than there may be."""
        places = np.atleast_2d(places)[: max(0, MOST_POINTS - len(self))]
        y = np.array([self.target_at(float(up), target) for up in places[:, 1]])
        x = places[:, : self.inputs]
        return self._with(np.vstack((self.x, x)), np.append(self.y, y), np.append(self.clean, y))

    def moved(self, point: int, place: Sequence[float]) -> Drawing:
        """With one point elsewhere on the board; with one input, what it has to predict moves too."""
        x, y, clean = self.x.copy(), self.y.copy(), self.clean.copy()
        x[point] = place[: self.inputs]
        if self.inputs == 1:
            y[point] = clean[point] = self.target_at(place[1], y[point])
        return self._with(x, y, clean)

    def removed(self, chosen: Chosen) -> Drawing:
        """Without some points."""
        return self._with(self.x[~chosen], self.y[~chosen], self.clean[~chosen])

    def mislabelled(self, chosen: Chosen) -> Drawing:
        """With the labels of some points replaced by the next class, a wrong one; after the last comes the first."""
        y = np.where(chosen, (self.y + 1.0) % max(self.classes, 1), self.y)
        return self._with(self.x, y, self.clean)

    def painted(self, chosen: Chosen, target: float) -> Drawing:
        """With some points of a class, or with a number to predict, and rightly so."""
        return self._with(self.x, np.where(chosen, target, self.y), np.where(chosen, target, self.clean))

    def with_class(self) -> Drawing:
        """With one class more, that no point is of yet."""
        classes = min(self.classes + 1, MOST_CLASSES)
        names = (*self.class_names, str(self.classes))[:classes]
        return replace(self, classes=classes, class_names=names)

    def _with(self, x: Array, y: Array, clean: Array) -> Drawing:
        return replace(self, x=frozen(x), y=frozen(y), clean=frozen(clean))


def near_line(places: Array, start: Sequence[float], end: Sequence[float], reach: float) -> Chosen:
    """Which places, shape (places, 2), are within reach of a line from one point to another."""
    first, along = np.asarray(start, dtype=np.float64), np.subtract(end, start, dtype=np.float64)
    length = float(along @ along)
    shares = np.clip((places - first) @ along / length, 0.0, 1.0) if length > 0.0 else np.zeros(len(places))
    squared = ((places - first - shares[:, None] * along) ** 2).sum(axis=1)
    return np.asarray(squared <= reach * reach)


def rounded(values: Array, spans: Sequence[float]) -> Array:
    """Places, shape (places, 2), to about a ten-thousandth of what is on screen: more was never pointed at."""
    digits = [max(0, 4 - int(np.floor(np.log10(span)))) if span > 0.0 else 4 for span in spans]
    return np.column_stack([np.round(values[:, axis], digits[axis]) + 0.0 for axis in (0, 1)])


def _stretched(values: Array, room: float) -> Range:
    low, high = float(values.min()), float(values.max())
    margin = room * (high - low) if high > low else FLAT_ROOM * max(1.0, abs(high))
    return low - margin, high + margin


def _widened(span: Range, width: float) -> Range:
    middle = (span[0] + span[1]) / 2.0
    return middle - width / 2.0, middle + width / 2.0
