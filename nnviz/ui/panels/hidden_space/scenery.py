"""Where the points and lines of a layer's picture stand, and which stretch of it is shown."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.engine.types import Array
from nnviz.ui.examples.points import values_of
from nnviz.worker.messages import RunInfo
from nnviz.worker.queries.hidden_space import Space, Spaces

Stretch = tuple[float, float]
ROOM = 0.05
"""What is left around everything, as a share of what it spans."""
FULL_ENOUGH = 0.6
"""A stretch that was chosen once is kept as long as so much of it is used: a picture must not jump about."""
MOST_UNEQUAL = 8.0
"""Both axes have one scale, unless one of them would be shown this many times flatter than it is wide."""
SPREAD = 0.62
"""How much of a class's row its points are spread over, where heights only tell the classes apart."""
GOLDEN = 0.6180339887498949


@dataclass(frozen=True, eq=False)
class Scene:
    """A layer's picture in two dimensions.

    Attributes:
        points: Shape (examples, 2).
        lines: Shape (lines, points, 2), nan where a line has no place; ``None`` without a grid.
        limits: What the axes can show at most, where the units are bounded; ``None`` otherwise.
        equal: Whether both axes are in the same unit.
    """

    points: Array
    lines: Array | None
    limits: tuple[Stretch, Stretch] | None
    equal: bool

    @classmethod
    def of(cls, run: RunInfo, spaces: Spaces, space: Space) -> Scene:
        """The picture of a layer; that of a single unit has classes or targets as heights."""
        if space.units == 1:
            heights = _heights(run)[spaces.examples]
            return cls(np.column_stack([space.points[:, 0], heights]), None, None, False)
        return cls(space.points, space.lines, _limits(run, space), True)

    def bounds(self) -> tuple[Stretch, Stretch]:
        """From where to where points and lines reach."""
        places = self.points if self.lines is None else np.vstack([self.points, self.lines.reshape(-1, 2)])
        places = places[np.isfinite(places).all(axis=1)]
        low, high = places.min(axis=0), places.max(axis=0)
        return (float(low[0]), float(high[0])), (float(low[1]), float(high[1]))

    def stretches(self, before: tuple[Stretch, Stretch] | None) -> tuple[Stretch, Stretch]:
        """What is to be shown along each axis.

        Args:
            before: What was shown of the same layer before.
        """
        x, y = self.limits or self.bounds()
        if before is not None and self.limits is None and all(map(_fits, (x, y), before)):
            return before
        return _roomy(x), _roomy(y)

    def in_frame(self, x: Stretch, y: Stretch, ratio: float) -> tuple[Stretch, Stretch]:
        """Stretches that fill a frame: the narrower of the two is widened where both axes have one scale."""
        wide, high = x[1] - x[0], y[1] - y[0]
        if not self.equal or not 1.0 / MOST_UNEQUAL <= wide / high <= MOST_UNEQUAL:
            return x, y
        if wide < ratio * high:
            return _widened(x, ratio * high), y
        return x, _widened(y, wide / ratio)


def _limits(run: RunInfo, space: Space) -> tuple[Stretch, Stretch] | None:
    """The bounds of two units' activations, where both ends are finite."""
    if space.layer == 0 or space.projection.components:
        return None
    low, high = run.architecture.hidden[space.layer - 1].limits
    return ((low, high), (low, high)) if np.isfinite((low, high)).all() else None


def _heights(run: RunInfo) -> Array:
    """Of a single unit's examples: the target; or the class, each point somewhere in its row."""
    if run.examples.classes == 0:
        return values_of(run.examples.y, run)
    within = np.arange(len(run.examples.labels)) * GOLDEN % 1.0 - 0.5
    return run.examples.labels + SPREAD * within


def _fits(needed: Stretch, shown: Stretch) -> bool:
    inside = shown[0] <= needed[0] and needed[1] <= shown[1]
    return inside and needed[1] - needed[0] >= FULL_ENOUGH * (shown[1] - shown[0])


def _roomy(stretch: Stretch) -> Stretch:
    low, high = stretch
    span = high - low
    if span <= 1e-12 * max(abs(low), abs(high), 1e-12):
        span = max(abs(low), 0.5)
        return low - span, high + span
    return low - ROOM * span, high + ROOM * span


def _widened(stretch: Stretch, span: float) -> Stretch:
    middle = (stretch[0] + stretch[1]) / 2.0
    return middle - span / 2.0, middle + span / 2.0
