"""The landscape of the loss around where the network is: a query."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from nnviz.engine.analysis.landscape.landscape import Frame, Landscape, landscape
from nnviz.engine.analysis.landscape.losses import LossOf
from nnviz.engine.analysis.landscape.slices import Slice, random_slice, slice_of_parameters, slice_of_path
from nnviz.engine.errors import PlaceError
from nnviz.engine.types import Array, Indices
from nnviz.said import said
from nnviz.worker.queries.query import ModelState

SliceKind = Literal["weights", "path", "random"]
LandscapePartName = Literal["train", "validation", "batch"]

MOST_WORK = {True: 4_500_000, False: 18_000_000}
"""So many units' answers may be asked for a map: while training, and at rest."""
LEAST_REACH: dict[SliceKind, float] = {"weights": 1.0, "path": 1e-6, "random": 1.0}
"""Half of how high a map is at least, in the units of its axes."""
MOST_PLACES, MOST_BYTES = 512, 8_000_000
"""Of a longer path every second place is kept; and so many bytes it may take."""
MOST_REPLAYED, FINE = {True: 512, False: 4096}, 128
"""A path of no more updates than this, while training and at rest, is replayed, to have about so many places of it."""


class KeptPath:
    """The places that training has passed, and what was looked at. The model thread's alone."""

    def __init__(self) -> None:
        self._of: tuple[object, ...] = ()
        self._places: dict[int, Array] = {}
        self.shown: Slice | None = None

    def up_to_now(self, state: ModelState) -> tuple[Indices, Array]:
        """The updates before which places are known, rising up to the one on screen, and the places."""
        now, of = state.record.iteration, (state.first_theta, state.line)
        if len(self._of) != 2 or self._of[0] is not of[0] or self._of[1] != of[1]:
            self._of, self._places, self.shown = of, {}, None
        self._places = {iteration: theta for iteration, theta in self._places.items() if iteration < now}
        most = self._most(state)
        every = max(1, now // min(FINE, most))
        last = max(self._places, default=-1)
        if last < 0 or now - last > every:
            replayed = now <= MOST_REPLAYED[state.in_a_hurry]
            self._places |= state.path(now - 1, every if replayed else None)
        self._places[now] = state.record.theta
        self._thin(most)
        iterations = sorted(self._places)
        return np.array(iterations, dtype=np.int64), np.array([self._places[each] for each in iterations])

    @staticmethod
    def _most(state: ModelState) -> int:
        return max(8, min(MOST_PLACES, MOST_BYTES // state.record.theta.nbytes))

    def _thin(self, most: int) -> None:
        while len(self._places) > most:
            first, *others = sorted(self._places)
            self._places = {each: self._places[each] for each in (first, *others[1::2], others[-1])}


@dataclass(frozen=True)
class LandscapeOf:
    """Asks for the landscape before the update on screen.

    Attributes:
        kind: Along picked weights, along the path of training, or along random directions.
        weights: The picked ones, one or two, as (layer, unit, source): source ``None`` is a bias.
        part: Which examples the loss is the mean of. The penalty is added where training lowers it too.
        aspect: How many times as wide as high the map is.
        zoom: So many doublings closer.
        live: Whether the model trains meanwhile: then a map has fewer points.
        kept: What one answer hands on to the next.
    """

    every = 0.08

    kind: SliceKind
    weights: tuple[tuple[int, int, int | None], ...]
    part: LandscapePartName
    aspect: float
    zoom: float
    live: bool
    kept: KeptPath = field(compare=False, repr=False)

    def answer(self, state: ModelState) -> Landscape:
        """Ask the network at every point. Raises PlaceError where there is no such landscape."""
        record, kept = state.record, self.kept
        if not np.isfinite(record.theta).all():
            raise PlaceError(said("Engine", "the parameters are beyond what numbers can hold"))
        iterations, path = kept.up_to_now(state)
        where = self._slice(state, path[:-1])
        kept.shown = where
        frame = Frame(self.aspect, self.zoom, MOST_WORK[self.live], LEAST_REACH[self.kind])
        return landscape(self._loss(state), where, frame, record.theta_after, record.gradient, path, iterations)

    def _slice(self, state: ModelState, path: Array) -> Slice:
        record = state.record
        if self.kind == "path":
            return slice_of_path(record.theta, path, self.kept.shown)
        if self.kind == "random":
            return random_slice(record.architecture, record.theta, record.trainable)
        return slice_of_parameters(record.architecture, record.theta, self.weights)

    def _loss(self, state: ModelState) -> LossOf:
        record, examples = state.record, state.examples
        places = record.examples if self.part == "batch" else examples.part(self.part)
        if len(places) == 0:
            raise PlaceError(said("Engine", "the {part} part has no examples").format(part=self.part))
        penalties = (record.l1, record.l2) if self.part != "validation" else (0.0, 0.0)
        return LossOf(record.architecture, examples.x[places], examples.y[places], *penalties)
