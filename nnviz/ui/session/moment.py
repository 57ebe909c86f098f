"""What is on screen right now, as one frozen value that every part of the window shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from nnviz.engine.analysis.diagnostics import FLAT_BELOW
from nnviz.engine.analysis.response_lines import ResponseLines
from nnviz.engine.analysis.responses import ResponseMaps
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.record.phases import Kind, Phase, Work
from nnviz.engine.training.record.steps import Grain, Step, Walk
from nnviz.engine.training.record.views import MeanOfBatch


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

    def is_of(self, widths: Sequence[int]) -> bool:
        """Whether a network of these widths, the inputs first, has such a unit or weight."""
        if not (0 <= self.layer < len(widths) and 0 <= self.unit < widths[self.layer]):
            return False
        return self.source is None or (self.layer > 0 and 0 <= self.source < widths[self.layer - 1])


@dataclass(frozen=True, eq=False)
class Moment:
    """A place in time: a step through a recorded iteration, seen for one example.

    Attributes:
        phase_index: The place in ``record.phases``.
        example: The place in the batch whose numbers are shown, unless ``mean`` or ``visitor`` says otherwise.
        maps: Unit maps of the parameters as they are in this phase, where there are two inputs.
        training: Whether the model is training on right now.
        selection: What the user has picked; ``None`` for nothing.
        flat_below: A slope below this share of the largest one counts as flat.
        grain: How finely one steps.
        unit: The place of the unit in play among those of the phase (``Walk.units``); those before it are done.
            ``None`` for all at once.
        term: The place of the term of its sum that has just been added; ``None`` for all at once.
        mean: Whether the batch's mean is shown in place of an example.
        visitor: The record of an example that is not in the batch, to be shown all the same; ``None`` otherwise.
        pinned: The example that is followed from iteration to iteration, as a place in the data set; ``None`` for none.
        lines: The same as ``maps`` over one input, where there is only one.
        hurried: Whether training, where it goes on, does so faster than anybody could read.
    """

    record: Iteration
    phase_index: int
    example: int = 0
    maps: ResponseMaps | None = None
    training: bool = False
    selection: Selection | None = None
    flat_below: float = FLAT_BELOW
    grain: Grain = Grain.PHASE
    unit: int | None = None
    term: int | None = None
    mean: bool = False
    visitor: Iteration | None = None
    pinned: int | None = None
    hurried: bool = False
    lines: ResponseLines | None = None

    @property
    def phase(self) -> Phase:
        """The phase that is shown."""
        return self.record.phases[self.phase_index]

    @property
    def work(self) -> Work:
        """The kind of work that is shown."""
        return self.phase.work

    # ---- whose numbers -------------------------------------------------------------------------------------------

    @cached_property
    def shown(self) -> Iteration:
        """The record whose row ``row`` has the numbers to show: the batch's own, its mean, or a visitor's.

        Parameters and gradients in it are the update's in any case.
        """
        if self.visitor is not None:
            return self.visitor
        return MeanOfBatch(self.record) if self.mean else self.record

    @property
    def row(self) -> int:
        """The row of ``shown`` whose numbers are shown."""
        return self.example if self.shown is self.record else 0

    @property
    def shown_example(self) -> int | None:
        """The example whose numbers are shown, as a place in the data set; ``None`` for the batch's mean."""
        if self.visitor is None and self.mean:
            return None
        return int(self.shown.examples[self.row])

    @property
    def is_passing(self) -> bool:
        """Whether the next batch's example takes the place of the one that is shown before its numbers can be read.

        Then parts of the window that are painted less often than others would tell of different ones: none tells.
        """
        return self.training and self.hurried and not self.mean and self.pinned is None

    @property
    def told_example(self) -> int | None:
        """The example that is shown, where it stays long enough to be told of; otherwise as ``shown_example``."""
        return None if self.is_passing else self.shown_example

    @property
    def explained(self) -> tuple[Iteration, int | None]:
        """What explanations are to be about: a record, and the row of the example in it or ``None`` for the mean."""
        if self.visitor is not None:
            return self.visitor, 0
        return self.record, None if self.mean else self.example

    # ---- where in the iteration ----------------------------------------------------------------------------------

    @property
    def step(self) -> Step:
        """The place in the iteration."""
        return Step(self.phase_index, self.unit, self.term)

    @property
    def walk(self) -> Walk:
        """The steps of this iteration."""
        return Walk(self.record.architecture.widths)

    def at(self, step: Step) -> Moment:
        """The same at another place of the iteration."""
        return replace(self, phase_index=step.phase, unit=step.unit, term=step.term)

    def has_passed(self, kind: Kind, layer: int = 0) -> bool:
        """Whether the numbers of a phase are known at this moment: it is shown, or was before."""
        return any(phase.kind is kind and phase.layer == layer for phase in self.record.phases[: self.phase_index + 1])

    def known_units(self, kind: Kind, layer: int) -> int:
        """How many units of a phase, from the first on, have their number: all, none, or some of them."""
        for index, phase in enumerate(self.record.phases[: self.phase_index + 1]):
            if phase.kind is kind and phase.layer == layer:
                if index < self.phase_index or self.unit is None or self.training:
                    return len(self.walk.units(index))
                return self.unit + int(self.is_sum_complete)
        return 0

    @property
    def is_sum_complete(self) -> bool:
        """Whether all terms of the unit in play have been added up."""
        return self.term is None or self.term + 1 == self.walk.terms(self.step)

    @property
    def current_unit(self) -> tuple[int, int] | None:
        """The layer and unit that one has stepped to; ``None`` where all units of a phase are shown at once."""
        return None if self.unit is None or self.training else self.walk.units(self.phase_index)[self.unit]

    @property
    def unit_in_play(self) -> tuple[int, int]:
        """The layer and unit that the numbers in the formula strip are about.

        The one that one has stepped to; else the selected one if the phase has it.
        """
        current = self.current_unit
        if current is not None:
            return current
        layer = self.phase.layer
        if self.selection is not None and self.selection.layer == layer:
            return layer, self.selection.unit
        return layer, 0
