"""What is said of the layers' signals: sentences, names, powers of ten."""

from __future__ import annotations

import math
from dataclasses import replace

from nnviz.engine.analysis.gradient_flow import Fate, Pace, fate_of, reach_of
from nnviz.engine.types import Array
from nnviz.ui.look.numbers import NumberStyle, percent, scientific, superscript, whole, written
from nnviz.ui.names.layers import layer_name
from nnviz.ui.names.translation import translate
from nnviz.ui.panels.gradient_flow.signal_history import Measure
from nnviz.ui.toolkit.plots.ticks import Tick

SAME = 1.5
"""A signal that grows or shrinks by less than this keeps its size."""

PACE_SIGNS = {Pace.HEALTHY: "✓", Pace.SLOW: "▾", Pace.FAST: "▴", Pace.STILL: "0", Pace.UNKNOWN: "–"}
PACE_ROLES = {Pace.HEALTHY: "update", Pace.SLOW: "warning", Pace.FAST: "warning"}
FATE_ROLES = {
    Fate.VANISHES: "warning",
    Fate.EXPLODES: "warning",
    Fate.LOST: "warning",
    Fate.NOT_FINITE: "error",
}


def measure_name(measure: Measure) -> str:
    """What a measure is called."""
    return {
        Measure.SIGNAL: translate("SignalWords", "mean |δ|"),
        Measure.GRADIENT: translate("SignalWords", "‖∇W‖"),
        Measure.RATIO: translate("SignalWords", "update / weights"),
        Measure.SATURATION: translate("SignalWords", "saturated share"),
    }[measure]


def pace_word(pace: Pace) -> str:
    """Whether an update is as large as it should be."""
    return {
        Pace.HEALTHY: translate("SignalWords", "healthy"),
        Pace.SLOW: translate("SignalWords", "too small"),
        Pace.FAST: translate("SignalWords", "too large"),
        Pace.STILL: translate("SignalWords", "no update"),
        Pace.UNKNOWN: translate("SignalWords", "no ratio"),
    }[pace]


def fold(factor: float, style: NumberStyle) -> str:
    """How many times as large, by two digits: ``7.1``, ``35``, ``1200``, ``8.1×10⁶``."""
    if factor < 9.95:
        return written(factor, replace(style, digits=1))
    if factor >= 1e6:
        return scientific(factor, replace(style, digits=1))
    place = 10 ** max(math.floor(math.log10(factor)) - 1, 0)
    return whole(round(factor / place) * place)


def rounded(value: float, style: NumberStyle) -> str:
    """A number by two digits, in the scientific form unless it is zero: ``1.2×10⁻³``."""
    return scientific(value, replace(style, digits=1))


def measured(measure: Measure, value: float, style: NumberStyle) -> str:
    """A measurement in full."""
    if measure is Measure.SATURATION:
        return "–" if math.isnan(value) else percent(value, 1, style)
    if measure is Measure.RATIO and math.isnan(value):
        return "–"
    return scientific(value, style)


def fate_words(signals: Array, style: NumberStyle) -> tuple[str, ...]:
    """What becomes of the error signal on its way back: a sentence, and shorter ones for where there is less room."""
    fate, last = fate_of(signals), len(signals)
    match fate:
        case Fate.NOT_FINITE:
            place = next(layer for layer in range(last, 0, -1) if not math.isfinite(signals[layer - 1]))
            name = layer_name(place, last)
            return translate("SignalWords", "δ is no longer finite in {}").format(name), translate(
                "SignalWords", "δ: not finite in {}"
            ).format(name)
        case Fate.NOTHING:
            return translate("SignalWords", "δ is 0 at the output: this batch teaches nothing"), translate(
                "SignalWords", "δ is 0 at the output"
            )
        case Fate.ALONE:
            return translate("SignalWords", "No hidden layer: δ is used where it arises"), translate(
                "SignalWords", "No hidden layer"
            )
        case Fate.LOST:
            return translate("SignalWords", "Nothing of δ reaches layer 1: it is exactly 0 there"), translate(
                "SignalWords", "δ is exactly 0 in layer 1"
            )
    return _way_words(fate, reach_of(signals), style)


def _way_words(fate: Fate, reach: float, style: NumberStyle) -> tuple[str, ...]:
    if 1 / SAME < reach < SAME:
        return translate("SignalWords", "δ keeps its size from the output to layer 1"), translate(
            "SignalWords", "δ keeps its size"
        )
    shrinks = reach < 1.0
    factor = fold(1.0 / reach if shrinks else reach, style)
    verdict = {
        Fate.VANISHES: translate("SignalWords", ": it vanishes"),
        Fate.EXPLODES: translate("SignalWords", ": it explodes"),
    }.get(fate, "")
    verb = translate("SignalWords", "shrinks {}-fold") if shrinks else translate("SignalWords", "grows {}-fold")
    change = verb.format(factor)
    return (
        translate("SignalWords", "δ {} from the output to layer 1").format(change) + verdict,
        f"δ {change}{verdict}",
        f"δ {'÷' if shrinks else '×'} {factor}{verdict}",
    )


def power_ticks(low: float, high: float, most: int) -> list[Tick]:
    """Marks at whole powers of ten from 10 ** ``low`` to 10 ** ``high``, ``most`` + 1 at most."""
    first, last = math.ceil(low - 1e-9), math.floor(high + 1e-9)
    every = max(1, math.ceil((last - first) / max(most, 1)))
    return [
        Tick(power, "1" if power == 0 else f"10{superscript(power)}")
        for power in range(first, last + 1)
        if power % every == 0
    ]
