"""Where an axis has its marks, and what is written at them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from nnviz.ui.look.numbers import NumberStyle, scientific, short, superscript


@dataclass(frozen=True)
class Tick:
    """A mark on an axis: its value (the logarithm on a logarithmic axis), and what is written there."""

    place: float
    text: str


def nice_step(span: float, most: int) -> float:
    """The smallest of 1, 2, 5, 10, … (times a power of ten) of which at most ``most`` fit into a span."""
    power = 10.0 ** math.floor(math.log10(span / max(most, 1)))
    return next(factor * power for factor in (1, 2, 5, 10, 20) if span / (factor * power) <= max(most, 1) * (1 + 1e-9))


def linear_ticks(low: float, high: float, most: int, style: NumberStyle, whole: bool = False) -> list[Tick]:
    """Marks at round numbers from ``low`` to ``high``, ``most`` + 1 at most; only whole ones if ``whole``."""
    span = high - low
    if not (math.isfinite(span) and span > 0.0):
        return []
    step = nice_step(span, most)
    if whole:
        step = max(step, 1.0)
    digits = replace(style, digits=min(max(0, -math.floor(math.log10(step) + 1e-9)), 15))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    large = max(abs(low), abs(high))
    if large >= 1e6 or large < 1e-4:
        return [Tick(n * step, _scientific(n * step, style)) for n in range(first, last + 1)]
    return [Tick(n * step, short(n * step, digits)) for n in range(first, last + 1)]


def log_ticks(low: float, high: float, most: int, style: NumberStyle) -> list[Tick]:
    """Marks between 10 ** ``low`` and 10 ** ``high``: powers of ten, and between them 2 and 5 where there is room."""
    span = high - low
    if not (math.isfinite(span) and span > 0.0):
        return []
    first, last = math.ceil(low - 1e-9), math.floor(high + 1e-9)
    decades = last - first + 1
    if decades >= 2 or (decades == 1 and most <= 2):
        every = max(1, math.ceil((decades - 1) / max(most, 1)))
        return [Tick(power, _power_text(power, style)) for power in range(first, last + 1) if power % every == 0]
    ticks = []
    for power in range(first - 1, last + 2):
        for factor in (1, 2, 5):
            place = power + math.log10(factor)
            if low - 1e-9 <= place <= high + 1e-9:
                value = factor * 10.0**power
                digits = replace(style, digits=min(max(0, -power), 15))
                ticks.append(Tick(place, short(value, digits) if abs(power) < 5 else _scientific(value, style)))
    return ticks


def _power_text(power: int, style: NumberStyle) -> str:
    if -2 <= power <= 3:
        return short(10.0**power, replace(style, digits=max(0, -power)))
    return f"10{superscript(power)}"


def _scientific(value: float, style: NumberStyle) -> str:
    mantissa, times, power = scientific(value, replace(style, digits=1)).partition("×")
    for sign in (".", ","):
        mantissa = mantissa.removesuffix(f"{sign}0")
    return mantissa + times + power
