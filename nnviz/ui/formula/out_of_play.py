"""Units that answer 0: those that dropout silences in an update, and those that the user has knocked out."""

from __future__ import annotations

from nnviz.engine.training.record.iteration import LayerRecord
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.translation import translate
from nnviz.ui.session.moment import Moment


def is_knocked_out(moment: Moment, layer: int, unit: int) -> bool:
    """Whether a unit answers 0 for good."""
    return (layer, unit) in moment.record.architecture.silenced


def factor_of_mask(moment: Moment, layer: LayerRecord, unit: int) -> float | None:
    """What the unit's activation is multiplied by; ``None`` where neither dropout nor the user does anything to it."""
    if layer.mask is None:
        return None
    if moment.shown.architecture.drops(layer.number) or is_knocked_out(moment, layer.number, unit):
        return float(layer.mask[moment.row, unit])
    return None


def note_on_unit(moment: Moment, layer: LayerRecord, unit: int) -> str:
    """``(knocked out)`` or ``(silenced)``; empty for a unit that answers."""
    if is_knocked_out(moment, layer.number, unit):
        return translate("PhaseNumbers", "(knocked out)")
    return translate("PhaseNumbers", "(silenced)") if factor_of_mask(moment, layer, unit) == 0.0 else ""


def note_on_gradient(moment: Moment, layer: int, unit: int, source: int | None, most: int) -> str:
    """``(h₁ knocked out)``: the unit at either end of a weight; without its name where there is little room."""
    ends = [(layer, unit)] if source is None else [(layer, unit), (layer - 1, source)]
    names = Names(moment.record.architecture)
    out = [names.unit(*end) for end in ends if is_knocked_out(moment, *end)]
    if not out:
        return ""
    if most <= 1:
        return translate("PhaseNumbers", "(knocked out)")
    return translate("PhaseNumbers", "({0} knocked out)").format(", ".join(out))
