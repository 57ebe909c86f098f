"""Whose numbers the user wants to see: an example of the batch, the batch's mean, or an example that is followed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nnviz.engine.training.record.iteration import Iteration
from nnviz.ui.session.moment import Moment


@dataclass(frozen=True)
class Viewpoint:
    """What the user has chosen.

    Attributes:
        mean: The batch's mean.
        pinned: An example that is followed, as a place in the data set; ``None`` for none.
        place: The place in the batch of the example that is shown, where a batch has so many; ``None`` for the one so
            far.
    """

    mean: bool = False
    pinned: int | None = None
    place: int | None = None

    @classmethod
    def of(cls, moment: Moment) -> Viewpoint:
        """The one from which a moment is seen."""
        return cls(moment.mean, moment.pinned, moment.example)

    def seen(self, moment: Moment, visitor: Iteration | None) -> Moment:
        """The same moment, with these numbers shown.

        Args:
            moment: Its own example is kept where the choice does not name one.
            visitor: The last record there is of an example that is not in its batch.
        """
        example = moment.example if self.place is None else self.place
        shown = None
        if self.pinned is not None:
            places = (moment.record.examples == self.pinned).nonzero()[0]
            if len(places):
                example = int(places[0])
            elif visitor is not None and int(visitor.examples[0]) == self.pinned:
                shown = visitor
        example = max(0, min(example, len(moment.record.examples) - 1))
        return replace(moment, example=example, mean=self.mean, pinned=self.pinned, visitor=shown)

    def within(self, examples: int) -> Viewpoint:
        """The same choice for a data set of so many examples: one that is not in it is not followed."""
        return self if self.pinned is None or 0 <= self.pinned < examples else replace(self, pinned=None)
