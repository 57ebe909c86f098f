"""What the symbols in a line of numbers stand for, where the data has names for them."""

from __future__ import annotations

from collections.abc import Iterable

from nnviz.engine.training.record.phases import Kind
from nnviz.ui.formula.forward_numbers import layer_and_unit
from nnviz.ui.formula.parameter_in_play import parameter_in_play
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.units import UnitNames
from nnviz.ui.session.moment import Moment

MOST_NAMES, MOST_INPUTS = 3, 16
"""Of inputs that are named one after the other, where there are not too many for a few of them to tell anything."""

SEPARATOR = " · "


def legend_of(moment: Moment, names: UnitNames) -> str:
    """``x₂ bill depth``, ``ŷ₁ Adelie``, ``y Chinstrap``: what is in play; empty where nothing of it has a name."""
    kind, layer, architecture = moment.phase.kind, moment.phase.layer, moment.record.architecture
    last = architecture.layers
    match kind:
        case Kind.INPUT if moment.current_unit is not None:
            return _named(moment, names, 0, [moment.unit_in_play[1]])
        case Kind.INPUT:
            return _inputs(moment, names)
        case Kind.LOSS:
            target = names.target(moment.shown.y[moment.row])
            return f"y {target}" if target else ""
        case Kind.GRADIENT | Kind.UPDATE:
            to, unit, source = parameter_in_play(moment)
            units = [_named(moment, names, 0, [source])] if to == 1 and source is not None else []
            units += [_named(moment, names, last, [unit])] if to == last else []
            return SEPARATOR.join(filter(None, units))
        case Kind.PRE_ACTIVATION if layer == 1 and layer < last:
            return _inputs(moment, names)
        case _:
            return _named(moment, names, layer, [layer_and_unit(moment)[1]]) if layer == last else ""


def _inputs(moment: Moment, names: UnitNames) -> str:
    """The first of all inputs."""
    count = moment.record.architecture.widths[0]
    return _named(moment, names, 0, range(count)) if count <= MOST_INPUTS else ""


def _named(moment: Moment, names: UnitNames, layer: int, units: Iterable[int]) -> str:
    """Units one after the other, each with its name; the first few of many, and nothing of those without one."""
    architecture = moment.record.architecture
    symbols, texts = Names(architecture), list[str]()
    for unit in units:
        name = names.of(layer, unit, architecture.layers)
        if name and len(texts) == MOST_NAMES:
            return SEPARATOR.join([*texts, "…"])
        texts += [f"{symbols.unit(layer, unit)} {name}"] if name else []
    return SEPARATOR.join(texts)
