"""How the running means of Adam change in an update, in numbers; other optimisers tell it with the update itself."""

from __future__ import annotations

from nnviz.engine.analysis.update_step import UpdateStep
from nnviz.ui.formula.equation import Equation, equation
from nnviz.ui.formula.written import Written, bracket, call, in_brackets_if_negative, number, product, setting, total
from nnviz.ui.look.numbers import NumberStyle

DECAYS = {"m": "beta1", "v": "beta2"}


def running_means(step: UpdateStep, style: NumberStyle) -> list[Equation]:
    """``m ← 0.9 × 0.012 + 0.1 × 0.034 = 0.014`` and the same for the squares; nothing where there are none."""
    settings = dict(step.settings)
    if not set(DECAYS.values()) <= set(settings):
        return []
    lines = []
    for letter, before, after in step.memory:
        decay = settings[DECAYS[letter]]
        kept = product(setting(decay, style), in_brackets_if_negative(number(before, style)))
        added = product(setting(1.0 - decay, style), _new_part(letter, step.gradient, style))
        lines.append(equation(letter, total([kept, added]), after, style, sign="←"))
    return lines


def _new_part(letter: str, gradient: float, style: NumberStyle) -> Written:
    told = in_brackets_if_negative(number(gradient, style))
    return told if letter == "m" else call("{0}²", lambda value: value * value, told)


def gradient_line(step: UpdateStep, style: NumberStyle) -> Equation | None:
    """``∇ = (0.081 + 0.001) × 0.5 = 0.041``: the parts of a gradient; ``None`` where it has only one."""
    if step.clipping is None and not step.penalty_gradient:
        return None
    working = number(step.loss_gradient, style, plus=True)
    if step.penalty_gradient:
        working = total([working, number(step.penalty_gradient, style, plus=True)])
    if step.clipping is not None:
        if step.penalty_gradient:
            working = bracket(working)
        working = product(working, setting(step.clipping, style))
    return equation("∇", working, step.gradient, style, plus=True)
