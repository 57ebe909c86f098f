"""What is on screen right now, as one frozen value that every part of the window shows."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.engine.analysis.diagnostics import FLAT_BELOW
from nnviz.engine.analysis.responses import ResponseMaps
from nnviz.engine.training.iteration import Iteration
from nnviz.engine.training.phases import Kind, Phase, Work


@dataclass(frozen=True)
class Selection:
    """A unit (``source`` is ``None``), or the weight that leads to it from a unit of the layer before.

    Attributes:
        layer: 0 is the inputs, 1 the first hidden layer.
        unit: Counts from 0.
        source: The unit of the layer before, for a weight.
        bias: Whether the unit's bias is meant.
    """

    layer: int
    unit: int
    source: int | None = None
    bias: bool = False


@dataclass(frozen=True, eq=False)
class Moment:
    """A place in time: a phase of a recorded iteration, seen for one example of its batch.

    Attributes:
        phase_index: The place in ``record.phases``.
        example: The place in the batch whose numbers are shown.
        maps: Unit maps of the parameters as they are in this phase, where there are two inputs.
        training: Whether the model is training on right now.
        selection: What the user has picked; ``None`` for nothing.
        flat_below: A slope below this share of the largest one counts as flat.
    """

    record: Iteration
    phase_index: int
    example: int = 0
    maps: ResponseMaps | None = None
    training: bool = False
    selection: Selection | None = None
    flat_below: float = FLAT_BELOW

    @property
    def phase(self) -> Phase:
        """The phase that is shown."""
        return self.record.phases[self.phase_index]

    @property
    def work(self) -> Work:
        """The kind of work that is shown."""
        return self.phase.work

    def has_passed(self, kind: Kind, layer: int = 0) -> bool:
        """Whether the numbers of a phase are known at this moment: it is shown, or was before."""
        return any(phase.kind is kind and phase.layer == layer for phase in self.record.phases[: self.phase_index + 1])

    @property
    def unit_in_play(self) -> tuple[int, int]:
        """The layer and unit that the numbers in the formula strip are about: the selected one if the phase has it."""
        layer = self.phase.layer
        if self.selection is not None and self.selection.layer == layer:
            return layer, self.selection.unit
        return layer, 0
