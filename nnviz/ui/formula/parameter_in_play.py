"""The weight or bias that gradient and update are shown for."""

from __future__ import annotations

from nnviz.engine.training.record.phases import Kind
from nnviz.ui.session.moment import Moment, Selection


def parameter_in_play(moment: Moment) -> tuple[int, int, int | None]:
    """Layer, unit and source; source ``None`` is the bias.

    Term by term it is each weight of the unit in play, and its bias at last. Else the one that is selected, if the
    phase is about its layer and one has not stepped to another unit; else the unit's first weight.
    """
    widths = moment.record.architecture.widths
    last = len(widths) - 1
    current, selection = moment.current_unit, moment.selection
    if current is not None and moment.term is not None:
        layer, unit = current
        return layer, unit, moment.term if moment.term < widths[layer - 1] else None
    if selection is not None and not _is_about(moment, selection, last):
        selection = None
    if current is not None:
        layer, unit = current
        if selection is not None and (selection.layer, selection.unit) != current:
            selection = None
    elif selection is not None:
        layer, unit = selection.layer, min(selection.unit, widths[selection.layer] - 1)
    else:
        layer, unit = moment.phase.layer or last, 0
    if selection is None:
        return layer, unit, 0
    if selection.bias:
        return layer, unit, None
    return layer, unit, min(selection.source or 0, widths[layer - 1] - 1)


def _is_about(moment: Moment, selection: Selection, last: int) -> bool:
    """Whether the phase has a parameter of the layer that is selected."""
    if moment.phase.kind is Kind.UPDATE:
        return 1 <= selection.layer <= last
    return selection.layer == moment.phase.layer
