"""Everything that painting needs at one time, in one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import isfinite

import numpy as np
from PySide6.QtGui import QColor, QImage

from nnviz.engine.analysis.response_lines import ResponseLines
from nnviz.engine.training.record.phases import Work
from nnviz.ui.diagram.ink import GapInk
from nnviz.ui.diagram.lettering import Lettering, column_of
from nnviz.ui.diagram.marks import Marks
from nnviz.ui.diagram.places import Layout
from nnviz.ui.diagram.state import DiagramState
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.names.units import NO_NAMES, UnitNames
from nnviz.ui.session.moment import Moment


@dataclass(frozen=True, eq=False)
class Painting:
    """What is to be painted.

    Attributes:
        images: Unit maps by layer and unit; ``None`` where units show none.
        lines: Their curves over a single input; ``None`` where units show none.
        example_share: Where the example stands between the ends of those curves, 0 to 1; ``None`` where none does.
        show_weights: Whether edges show their numbers even when they are not in play.
        show_signals: Whether units show their error signals as colours, as far as they are known.
        progress: How much of the update has been made, 0 to 1.
        names: What inputs and outputs stand for.
        picture: What the inputs are the pixels of; ``None`` where they are none.
        colours: Those that were asked for already.
        styles: The same for how the numbers of columns are written.
    """

    look: Look
    lettering: Lettering
    marks: Marks
    layout: Layout
    moment: Moment
    state: DiagramState
    inks: Sequence[GapInk]
    images: list[list[QImage]] | None
    show_weights: bool
    show_signals: bool = False
    progress: float = 1.0
    names: UnitNames = NO_NAMES
    picture: QImage | None = None
    lines: ResponseLines | None = None
    example_share: float | None = None
    colours: dict[tuple[str, float], QColor] = field(default_factory=dict)
    styles: dict[int, tuple[NumberStyle, NumberStyle]] = field(default_factory=dict)

    def colour(self, role: str, opacity: float = 1.0) -> QColor:
        """A colour of the theme."""
        key = (role, opacity)
        if key not in self.colours:
            self.colours[key] = self.look.theme.colour(role, opacity)
        return self.colours[key]

    @cached_property
    def largest_signal(self) -> float:
        """The largest |δ| that is known of all units that are shown; 0 where none is, and where they are not shown."""
        known = [
            float(np.abs(units.deltas[units.delta_known]).max(initial=0.0))
            for units in (self.state.units if self.show_signals else ())
            if units.deltas is not None
        ]
        return max((each for each in known if isfinite(each)), default=0.0)

    def column_styles(self, layer: int) -> tuple[NumberStyle, NumberStyle]:
        """How the values of a layer are written one under the other, and how its error signals are."""
        if layer not in self.styles:
            state, style, characters = self.state.units[layer], self.look.numbers, self.layout.characters
            values = state.values[state.known].tolist() if state.values is not None else ()
            deltas = state.deltas[state.delta_known].tolist() if state.deltas is not None else ()
            self.styles[layer] = column_of(values, style, characters), column_of(deltas, style, characters)
        return self.styles[layer]

    @property
    def work_role(self) -> str:
        """The colour of the work that is shown."""
        return "text" if self.moment.training else work_role(self.moment.work)


def work_role(work: Work) -> str:
    """The theme's name for the colour of a kind of work."""
    return work.value
