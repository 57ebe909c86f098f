"""Whose numbers the user wants to see: an example of the batch, the batch's mean, or an example that is followed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nnviz.engine.training.record.iteration import Iteration
from nnviz.ui.session.moment import Moment


@dataclass(frozen=True)
class Whose:
    """What the user has chosen.

    Attributes:
        mean: The batch's mean.
        pinned: An example that is followed, as a place in the data set; ``None`` for none.
    """

    mean: bool = False
    pinned: int | None = None

    def seen(self, moment: Moment, visitor: Iteration | None) -> Moment:
        """The same moment, with these numbers shown.

        Args:
            moment: Its own example is kept where the choice does not name one.
            visitor: The last record there is of an example that is not in its batch.
        """
        example, shown = moment.example, None
        if self.pinned is not None:
            places = (moment.record.examples == self.pinned).nonzero()[0]
            if len(places):
                example = int(places[0])
            elif visitor is not None and int(visitor.examples[0]) == self.pinned:
                shown = visitor
        example = min(example, len(moment.record.examples) - 1)
        return replace(moment, example=example, mean=self.mean, pinned=self.pinned, visitor=shown)

    def within(self, examples: int) -> Whose:
        """The same choice for a data set of so many examples: one that is not in it is not followed."""
        return self if self.pinned is None or self.pinned < examples else replace(self, pinned=None)
