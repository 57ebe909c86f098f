"""Whose numbers the strip shows."""

from __future__ import annotations

from enum import Enum, auto

from nnviz.ui.names.translation import translate
from nnviz.ui.session.moment import Moment


class NumbersOf(Enum):
    """Whose numbers are shown."""

    EXAMPLE = auto()
    """One of the batch."""
    MEAN = auto()
    """The mean of a batch with more than one example."""
    VISITOR = auto()
    """An example that is not in the batch."""

    @classmethod
    def of(cls, moment: Moment) -> NumbersOf:
        """Whose numbers a moment shows."""
        if moment.visitor is not None:
            return cls.VISITOR
        return cls.MEAN if moment.mean and len(moment.record.examples) > 1 else cls.EXAMPLE


def note_on_mean(moment: Moment, most: int) -> str:
    """``(mean of 10)`` where every number of a line is a mean; shorter where there is little room."""
    if NumbersOf.of(moment) is not NumbersOf.MEAN:
        return ""
    if most <= 1:
        return translate("PhaseNumbers", "(mean)")
    return translate("PhaseNumbers", "(mean of {0})").format(len(moment.record.examples))


def note_on_visitor(moment: Moment, most: int) -> str:
    """``(not in this batch)``; shorter where there is little room."""
    if NumbersOf.of(moment) is not NumbersOf.VISITOR:
        return ""
    return (
        translate("PhaseNumbers", "(not in batch)") if most <= 1 else translate("PhaseNumbers", "(not in this batch)")
    )
