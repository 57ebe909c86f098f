"""Which paths through a network carry the most: the largest of billions, without writing them all down.

A path's value is the mean over the examples of a product: of what enters, of a crossing for each pair of neighbouring
layers, and of δ at the output. Two bounds say how large a path that has only begun can still become, so that what
cannot be among the largest is dropped (branch and bound, Land & Doig 1960):

- the root of the sum of the squares of all paths that go on from here. No path is larger than that, and it is known
  without looking at any of them: squares of sums over examples are a matrix that is carried back layer by layer. It
  knows that examples cancel each other.
- the mean over the examples of the largest product that each could still get. For one example this is exact.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.engine.types import Array, Indices

BREADTH = 256
"""Paths that are followed at first, to learn how large the largest are at least."""
ROOM = 1_000_000
"""Numbers to work with at a time."""
MOST_FOLLOWED = 8_000
"""Paths that are followed on from a layer, and fewer where ``ROOM`` is short: those with the smallest bounds go."""
MOST_EXAMPLES = 128
"""With more of them the matrices of the first bound would cost more than they save."""
SLACK = 1e-9
"""What is as large as the smallest of the largest, but for rounding, is not dropped."""
SMALLEST = float(np.finfo(np.float64).tiny)
"""What carries less than this carries nothing."""
ROUNDING = 1e-13
"""By so much of its diagonal a matrix of squares is enlarged, so that rounding never makes a bound too small."""


@dataclass(frozen=True, eq=False)
class _Stage:
    """What there is to know at one layer.

    Attributes:
        crossing: From the layer before, shape (units here, units before, examples).
        squares: Of all that can come after a unit, for each pair of examples, shape (units here, examples, examples);
            ``None`` for too many examples.
        largest: The most that can come after a unit, for each example, shape (units here, examples, 1).
        is_last: Whether it is the output.
    """

    crossing: Array
    squares: Array | None
    largest: Array
    is_last: bool


def largest_paths(entering: Array, crossings: list[Array], last: Array, most: int) -> list[tuple[int, ...]]:
    """The units of the largest paths in each layer that they pass, largest first.

    They are the largest there are, unless so much has to be followed that some is cut off: in networks of far more
    than ten layers, or with large batches. Then they are the largest that were found.

    Args:
        entering: What goes into all paths, shape (examples,).
        crossings: ∂z above / ∂z here for neighbouring layers, shapes (examples, units here, units above); the first has
            one unit here.
        last: δ at the output, shape (examples, outputs).
        most: How many to find, at least 1; there have to be more.
    """
    start, output = _scaled(entering), _scaled(last).T
    stages = _stages(crossings, output)
    widest = max(stage.crossing.shape[0] for stage in stages)
    few, many = max(2 * most, BREADTH), min(ROOM // (widest * len(entering)), MOST_FOLLOWED)
    first, first_sizes = _follow(stages, start, output, 0.0, few)
    least = max(float(np.sort(first_sizes)[-most]) * (1.0 - SLACK), SMALLEST)
    paths, sizes = _follow(stages, start, output, least, max(few, many))
    # Where hardly any path carries something, some that carry nothing are among the largest.
    paths = np.concatenate([paths[np.argsort(-sizes)], first[first_sizes < SMALLEST]])
    return [tuple(path) for path in paths[:most].tolist()]


def _stages(crossings: list[Array], output: Array) -> list[_Stage]:
    """From the first layer to the output, whose δ is given as (outputs, examples)."""
    examples = output.shape[1]
    enlarge = 1.0 + ROUNDING * np.eye(examples) if examples <= MOST_EXAMPLES else None
    squares = None if enlarge is None else output[:, :, None] * output[:, None, :] * enlarge
    largest = np.abs(output)
    stages: list[_Stage] = []
    for crossing in reversed(crossings):
        scaled = np.ascontiguousarray(_scaled(crossing).transpose(2, 1, 0))
        stages.append(_Stage(scaled, squares, largest[:, :, None], is_last=not stages))
        if squares is not None:
            carried = [here[:, :, None] * here[:, None, :] * ahead for here, ahead in zip(scaled, squares, strict=True)]
            squares = np.sum(carried, axis=0) * enlarge
        largest = (np.abs(scaled) * largest[:, None, :]).max(axis=0)
    return stages[::-1]


def _follow(stages: list[_Stage], start: Array, output: Array, least: float, room: int) -> tuple[Indices, Array]:
    """Paths that are not smaller than ``least``, and how large they are: shapes (paths, layers) and (paths,).

    Args:
        stages: Of the layers that paths go through.
        start: What enters, shape (examples,).
        output: δ at the output, shape (outputs, examples).
        least: What is bound to stay below is dropped.
        room: At most so many are followed on; of more, those with the largest bounds.
    """
    so_far, units = start[None], np.zeros((1, 1), dtype=np.int64)
    sizes = np.zeros(1)
    for stage in stages:
        at_once = max(1, ROOM // (stage.crossing.shape[0] * len(start)))
        bounds = np.concatenate(
            [
                _bounds(so_far[begin : begin + at_once], units[begin : begin + at_once, -1], stage, output)
                for begin in range(0, max(1, len(units)), at_once)
            ],
            axis=1,
        )
        # Not "at least": of a run that diverged, what is no number is kept.
        here, path = np.nonzero(~(bounds < least))
        if len(here) > room:
            kept = np.argpartition(bounds[here, path], -room)[-room:]
            here, path = here[kept], path[kept]
        so_far = so_far[path] * stage.crossing[here, units[path, -1]]
        units = np.concatenate([units[path], here[:, None]], axis=1)
        sizes = bounds[here, path]
    return units[:, 1:], sizes


def _bounds(so_far: Array, units: Indices, stage: _Stage, output: Array) -> Array:
    """What no path exceeds that goes on from one of these to a unit of the next layer, shape (units, paths).

    At the output it is how large the path is.
    """
    ahead = so_far[None] * stage.crossing[:, units]
    if stage.is_last:
        sizes: Array = np.abs((ahead @ output[:, :, None])[:, :, 0])
        return sizes
    bounds: Array = (np.abs(ahead) @ stage.largest)[:, :, 0]
    if stage.squares is not None:
        squares = np.einsum("upn,upn->up", ahead @ stage.squares, ahead)
        bounds = np.fmin(bounds, np.sqrt(np.maximum(squares, 0.0)))
    return bounds


def _scaled(numbers: Array) -> Array:
    """Divided by the largest of them: squares of many small numbers would be too small for a number."""
    largest = float(np.abs(numbers).max(initial=0.0))
    return numbers / largest if largest > 0.0 else numbers
