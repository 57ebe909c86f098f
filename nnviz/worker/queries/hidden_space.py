"""What a layer makes of the examples, as a picture, and how easy it has made the task: queries."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from nnviz.engine.analysis.probe import LayerProbe, Probe, class_probe, probe_layer
from nnviz.engine.analysis.projection import Projection, input_grid, project
from nnviz.engine.analysis.representations import is_measurable, representations
from nnviz.engine.data.examples import Examples
from nnviz.engine.errors import NnvizError
from nnviz.engine.types import Array, Indices, frozen
from nnviz.said import said
from nnviz.worker.queries.query import ModelState

MOST_EXAMPLES = 2000
"""Of more, so many are shown, evenly taken."""
MOST_PROBED = 300
"""Of more examples in a part, probes see so many, evenly taken: fitting them takes time."""


# ---- the picture -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Space:
    """The examples as a layer sees them.

    Attributes:
        layer: 0 is the input, 1 the first hidden layer.
        units: How many the layer has.
        projection: How it is looked at.
        points: The places of the examples, shape (examples shown, 1 or 2).
        lines: The grid of the input plane, carried along: shape (lines, points, 1 or 2); ``None`` where there is none.
        line: Reads the places in the picture as the straight line does that it is turned towards; ``None`` where it is
            turned towards none.
    """

    layer: int
    units: int
    projection: Projection
    points: Array
    lines: Array | None
    line: Probe | None = None


@dataclass(frozen=True, eq=False)
class Spaces:
    """A layer's picture, and that of the layer before it, from which it comes.

    Attributes:
        examples: Which ones are shown, as places in the data set, rising.
        before: ``None`` for the input.
    """

    examples: Indices
    here: Space
    before: Space | None


class Kept:
    """What one picture hands on to the next: how the axes were turned, and the grid. The model thread's alone."""

    def __init__(self) -> None:
        self._of: tuple[Examples, Array] | None = None
        self.shown: Indices = np.zeros(0, dtype=np.int64)
        self.grid: Array | None = None
        self.places: dict[int, Array] = {}

    def begin(self, state: ModelState) -> None:
        """Forget everything where this is about another run, or about other examples."""
        if self._of is None or self._of[0] is not state.examples or self._of[1] is not state.first_theta:
            self._of = state.examples, state.first_theta
            self.shown = _evenly(np.arange(len(state.examples.x)), MOST_EXAMPLES)
            self.grid = input_grid(state.examples, state.experiment.data)
            self.places = {}


@dataclass(frozen=True)
class HiddenSpace:
    """A layer's picture.

    Attributes:
        layer: 0 is the input.
        apart: Whether more than two units are looked at along the straight line that tells two classes apart, so that
            one sees it do so, in place of where they differ most.
        kept: What queries about other layers, or asked again, share, so that nothing turns without a reason.
    """

    layer: int
    apart: bool = field(default=False, kw_only=True)
    kept: Kept = field(compare=False, repr=False)

    @property
    def every(self) -> float:
        """As often as a panel paints."""
        return 0.1

    def answer(self, state: ModelState) -> Spaces:
        """Project the layer and the one before it. Raises NnvizError where a number is beyond what can be measured."""
        kept, architecture = self.kept, state.architecture
        kept.begin(state)
        values = representations(architecture, state.theta, state.examples.x[kept.shown])
        lines: list[Array] = []
        if kept.grid is not None:
            flat = representations(architecture, state.theta, kept.grid.reshape(-1, kept.grid.shape[-1]))
            lines = [each.reshape(*kept.grid.shape[:2], -1) for each in flat]
        spaces = []
        for layer in range(min(self.layer, len(values) - 1) + 1):
            # Layers farther back are looked at only to turn the first pictures of all.
            if layer < self.layer - 1 and layer in kept.places:
                continue
            if not is_measurable(values[layer]):
                raise NnvizError(said("Engine", "the activations of this layer are beyond what can be measured"))
            probe = self._line(state, layer) if self.apart and layer == self.layer else None
            first = probe.W[1] - probe.W[0] if probe is not None else None
            projection = project(values[layer], kept.places.get(layer, kept.places.get(layer - 1)), first=first)
            points = projection(values[layer])
            if projection.components and not projection.shares.any():
                # What is left is rounding, and would be seen as if it were something.
                points = np.zeros_like(points)
            kept.places[layer] = frozen(points)
            carried = frozen(projection(lines[layer])) if lines else None
            spaces.append(Space(layer, values[layer].shape[1], projection, points, carried, _seen(probe, projection)))
        return Spaces(kept.shown, spaces[-1], spaces[-2] if len(spaces) > 1 else None)

    @staticmethod
    def _line(state: ModelState, layer: int) -> Probe | None:
        """The straight line that tells two classes apart best in a layer of more than two units."""
        examples, units = state.examples, state.architecture.widths[layer]
        if examples.classes != 2 or units <= 2:
            return None
        train = _evenly(examples.train, MOST_PROBED)
        values = representations(state.architecture, state.theta, examples.x[train])[layer]
        probe = class_probe(values, examples.labels[train], examples.classes)
        length = float(np.linalg.norm(probe.W[1] - probe.W[0]))
        return probe if np.isfinite(length) and length > 0.0 else None


def _seen(probe: Probe | None, projection: Projection) -> Probe | None:
    """The same reading, of places in the picture: what is left out there makes no class the likelier one."""
    if probe is None:
        return None
    return Probe(frozen(probe.W @ projection.axes.T), frozen(probe.b + probe.W @ projection.centre))


# ---- the probe ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Score:
    """How well the best linear reading does: accuracy, or R² in a regression; nan where there is none.

    Attributes:
        train: On the examples that it was fitted to.
        validation: On the validation part.
    """

    train: float
    validation: float


@dataclass(frozen=True, eq=False)
class ProbeScores:
    """How far each representation is from being told apart, or read off, by a straight line.

    Attributes:
        trained: The input and each hidden layer, as the network is now.
        untrained: The same with the parameters that the run began with.
        probes: Those of the network as it is now; ``None`` where nothing can be measured.
        guess: What always saying the commonest class scores; nan in a regression.
        fitted: How many examples of the training part they were fitted to.
    """

    trained: tuple[Score, ...]
    untrained: tuple[Score, ...]
    probes: tuple[Probe | None, ...]
    guess: Score
    fitted: int


class KeptProbes:
    """Probes that stay the same during a run: that of the input, and those before training. The model thread's alone.

    Attributes:
        examples: Those to probe with.
    """

    def __init__(self, state: ModelState) -> None:
        self._examples, self._first_theta = state.examples, state.first_theta
        self.examples = replace(
            state.examples,
            train=_evenly(state.examples.train, MOST_PROBED),
            validation=_evenly(state.examples.validation, MOST_PROBED),
        )
        self.untrained = probes_of(self.examples, state, state.first_theta)

    def is_about(self, state: ModelState) -> bool:
        """Whether this is the same run with the same examples."""
        return self._examples is state.examples and self._first_theta is state.first_theta


@dataclass(frozen=True)
class Probes:
    """How well a straight line tells the classes apart (or gives the number) in each layer, now and before training."""

    _kept: list[KeptProbes] = field(default_factory=list, compare=False, repr=False)

    @property
    def every(self) -> float:
        """Seldom: fits take 2 to 7 ms where the input is a plane, and 30 ms for ten classes of images."""
        return 0.5

    def answer(self, state: ModelState) -> ProbeScores:
        """Fit a probe to each representation."""
        if not self._kept or not self._kept[0].is_about(state):
            self._kept[:] = [KeptProbes(state)]
        kept = self._kept[0]
        now = [kept.untrained[0], *probes_of(kept.examples, state, state.theta, first=1)]
        return ProbeScores(
            tuple(Score(each.train, each.validation) for each in now),
            tuple(Score(each.train, each.validation) for each in kept.untrained),
            tuple(each.probe for each in now),
            _guess(state.examples),
            len(kept.examples.train),
        )


def probes_of(examples: Examples, state: ModelState, theta: Array, first: int = 0) -> list[LayerProbe]:
    """The probes of the representations from the first one wanted on."""
    train = representations(state.architecture, theta, examples.x[examples.train])
    validation = representations(state.architecture, theta, examples.x[examples.validation])
    return [probe_layer(examples, *values) for values in list(zip(train, validation, strict=True))[first:]]


def _guess(examples: Examples) -> Score:
    if examples.task == "regression":
        return Score(np.nan, np.nan)
    commonest = np.bincount(examples.labels[examples.train]).argmax()
    shares = [
        float(np.mean(examples.labels[part] == commonest)) if len(part) else np.nan
        for part in (examples.train, examples.validation)
    ]
    return Score(*shares)


def _evenly(places: Indices, most: int) -> Indices:
    """No more than so many of them, evenly taken."""
    if len(places) <= most:
        return places
    return places[np.linspace(0, len(places) - 1, most).round().astype(np.int64)]
