"""What an explanation is about, in words: which parameter, which iteration, whose numbers."""

from __future__ import annotations

from nnviz.ui.look.numbers import whole
from nnviz.ui.names.translation import translate
from nnviz.ui.session.moment import Moment, Selection


def parameter_of(selection: Selection | None) -> tuple[int, int, int | None] | None:
    """The weight or bias that a selection means, a unit's bias for a unit; ``None`` for nothing or for an input."""
    if selection is None or selection.layer < 1:
        return None
    return selection.layer, selection.unit, None if selection.bias else selection.source


def place_text(moment: Moment, long: bool = True) -> str:
    """The iteration, and whose numbers are meant: an example by its number in the data set; counts are from 1."""
    when = (translate("Explain", "iteration {}") if long else translate("Explain", "it {}")).format(
        whole(moment.record.iteration + 1)
    )
    if moment.shown_example is None:
        count = whole(len(moment.record.examples))
        whose = (translate("Explain", "mean of {} examples") if long else translate("Explain", "mean of {}")).format(
            count
        )
    else:
        whose = (translate("Explain", "example {}") if long else translate("Explain", "ex {}")).format(
            whole(moment.shown_example + 1)
        )
    return f"{when} · {whose}"
