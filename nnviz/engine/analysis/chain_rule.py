"""The chain rule of one weight: ∂L/∂w as a sum over paths, each a product of factors that stand in the record.

A path runs from the weight's unit through one unit of every later layer to an output. Backpropagation adds up the same
products without ever writing them down (Rumelhart, Hinton & Williams 1986).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import prod

import numpy as np

from nnviz.engine.analysis.largest_paths import largest_paths
from nnviz.engine.analysis.places import check_place, gradient_parts, rows_of
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.types import Array

MOST_PATHS = 10_000
"""Where there are more, only the largest are told one by one."""


@dataclass(frozen=True)
class Factor:
    """One derivative on a path.

    Attributes:
        name: ``dL/dy``, ``dy/dz``, ``dL/dz`` where the two are one, ``dz/dh`` (a weight), ``dh/dz``, ``dropout``,
            ``silenced`` (0, where a unit is silenced for good), ``dz/dw`` or ``dz/db``; or ``mean``, over the batch, of
            all factors that differ from example to example.
        layer, unit: Where it stands; layer 1 is the first hidden one, units count from 0. Of ``dz/dh`` the upper unit,
            of ``dz/dw`` the weight's own.
    """

    name: str
    layer: int
    unit: int
    value: float


@dataclass(frozen=True)
class Path:
    """One way from the weight to the loss.

    Attributes:
        units: The unit of each layer that it passes, from the weight's own layer to the output.
        factors: From the loss back to the weight.
        product: Theirs.
    """

    units: tuple[int, ...]
    factors: tuple[Factor, ...]
    product: float


@dataclass(frozen=True, eq=False)
class ChainRule:
    """The chain rule of one weight or bias.

    Attributes:
        layer, unit, source: Which one; source ``None`` is the bias.
        example: The place in the batch; ``None`` for the batch's mean.
        gradient: ∂L/∂w, penalty included; before clipping.
        penalty: The penalty's part of it.
        paths: Largest first.
        rest: The sum of the paths that are not told one by one; 0 where all are.
        ways: How many paths there are, told or not.
    """

    layer: int
    unit: int
    source: int | None
    example: int | None
    gradient: float
    penalty: float
    paths: tuple[Path, ...]
    rest: float
    ways: int


def chain_rule(
    record: Iteration, layer: int, unit: int, source: int | None, example: int | None = None, most: int = MOST_PATHS
) -> ChainRule:
    """Take apart the gradient of one weight, or of one bias where ``source`` is ``None``.

    Args:
        record: The iteration that it stands in.
        layer: 1 is the first hidden layer.
        unit: The unit that the weight leads to.
        source: The unit or input that it comes from.
        example: A place in the batch; ``None`` for the batch's mean.
        most: How many paths to tell one by one: the largest, or in very deep networks and with large batches the
            largest that are found (see ``largest_paths``). The sum is exact in any case.

    Raises:
        PlaceError: There is no such weight or example.
    """
    check_place(record, layer, unit, source, example)
    walk = _Walk(record, layer, unit, source, example)
    through_network, penalty = gradient_parts(record, layer, unit, source, example)
    with np.errstate(all="ignore"):
        paths = sorted((walk.path(units) for units in walk.largest(most)), key=lambda path: -abs(path.product))
    told = sum(path.product for path in paths)
    rest = through_network - told if walk.ways > len(paths) else 0.0
    return ChainRule(layer, unit, source, example, through_network + penalty, penalty, tuple(paths), rest, walk.ways)


class _Walk:
    """The factors that a path can have; a number for each example (the chosen one, or all of the batch).

    Attributes:
        entering: ∂z/∂w, shape (examples,).
    """

    def __init__(self, record: Iteration, layer: int, unit: int, source: int | None, example: int | None) -> None:
        self._record, self._layer, self._unit, self._source = record, layer, unit, source
        self._rows = rows_of(example)
        inputs = record.layers[layer - 1].inputs[self._rows]
        self.entering: Array = np.ones(len(inputs)) if source is None else inputs[:, source]

    @property
    def ways(self) -> int:
        """How many paths there are."""
        return prod(self._later)

    @property
    def _later(self) -> tuple[int, ...]:
        """Units of the layers after the weight's own."""
        return self._record.architecture.widths[self._layer + 1 :]

    def path(self, units: tuple[int, ...]) -> Path:
        """The path that passes these units of the later layers."""
        passed = (self._unit, *units)
        factors = self._factors(passed)
        own = [factor for factor, values in factors if values is None]
        if len(self.entering) == 1:
            each = tuple(
                factor if values is None else Factor(factor.name, factor.layer, factor.unit, float(values[0]))
                for factor, values in factors
            )
        else:
            # What differs from example to example can only be averaged as a whole; weights stand before the mean.
            varying = np.prod([values for _, values in factors if values is not None], axis=0)
            each = (Factor("mean", self._layer, self._unit, float(varying.mean())), *own)
        return Path(passed, each, prod(factor.value for factor in each))

    def _factors(self, passed: tuple[int, ...]) -> list[tuple[Factor, Array | None]]:
        """From the loss back; with the value for each example, or ``None`` for what is the same for all."""
        record, last = self._record, self._record.architecture.layers
        found: list[tuple[Factor, Array | None]] = []

        def varies(name: str, layer: int, unit: int, values: Array) -> None:
            found.append((Factor(name, layer, unit, 0.0), values))

        for layer, unit in reversed(list(enumerate(passed, start=self._layer))):
            here = record.layers[layer - 1]
            if layer == last:
                for name, values in self._output_factors(unit):
                    varies(name, layer, unit, values)
            else:
                above = passed[layer - self._layer + 1]
                weight = float(record.layers[layer].W[above, unit])
                found.append((Factor("dz/dh", layer + 1, above, weight), None))
                if (layer, unit) in record.architecture.silenced:
                    found.append((Factor("silenced", layer, unit, 0.0), None))
                elif record.architecture.drops(layer):
                    assert here.mask is not None
                    varies("dropout", layer, unit, here.mask[self._rows, unit])
                assert here.slope is not None, "only a softmax has none"
                varies("dh/dz", layer, unit, here.slope[self._rows, unit])
        varies("dz/db" if self._source is None else "dz/dw", self._layer, self._unit, self.entering)
        return found

    def _output_factors(self, unit: int) -> list[tuple[str, Array]]:
        """``∂L/∂y · ∂y/∂z``, or ``∂L/∂z`` where the loss and the output make one of the two."""
        record = self._record
        output, architecture = record.layers[-1], record.architecture
        if not architecture.loss.cancels and output.slope is not None:
            error = architecture.loss.error(record.prediction, record.y)[self._rows, unit]
            return [("dL/dy", error), ("dy/dz", output.slope[self._rows, unit])]
        return [("dL/dz", output.delta[self._rows, unit])]

    # ---- which paths -----------------------------------------------------------------------------------------------

    def largest(self, most: int) -> list[tuple[int, ...]]:
        """The units of the largest paths, at most so many; all of them where there are no more."""
        if self.ways <= most:
            return list(product(*(range(units) for units in self._later)))
        if most < 1:
            return []
        return largest_paths(self.entering, self._crossings(), self._record.layers[-1].delta[self._rows], most)

    def _crossings(self) -> list[Array]:
        """∂z above / ∂z here for neighbouring units from the weight's own on: shapes (examples, here, above)."""
        crossings = []
        for layer in range(self._layer, self._record.architecture.layers):
            here, above = self._record.layers[layer - 1], self._record.layers[layer]
            assert here.slope is not None, "only a softmax has none"
            units = slice(self._unit, self._unit + 1) if layer == self._layer else slice(None)
            through = here.slope[self._rows, units]
            if here.mask is not None:
                through = through * here.mask[self._rows, units]
            crossings.append(through[:, :, None] * above.W[:, units].T)
        return crossings
