"""The penalties on large weights, L1 and L2: their parts of the loss and of a gradient, as formulas and as numbers."""

from __future__ import annotations

import math

from nnviz.engine.training.record.iteration import Iteration
from nnviz.ui.formula.written import Written, call, product, setting
from nnviz.ui.formula.written import weight as weight_number
from nnviz.ui.look.numbers import NumberStyle


def has_penalty(record: Iteration) -> bool:
    """Whether the loss has a part that does not come from the examples."""
    return record.l1 > 0.0 or record.l2 > 0.0


def loss_formula(record: Iteration) -> tuple[str, str]:
    """What the loss has besides, in LaTeX and as plain text; empty where there is no penalty."""
    one, two = _symbols(record)
    latex, plain = "", ""
    if record.l2:
        latex += rf" + \frac{{{two[0]}}}{{2}}\sum W^2"
        plain += f" + ½ {two[1]} Σ W²"
    if record.l1:
        latex += rf" + {one[0]}\sum |W|"
        plain += f" + {one[1]} Σ |W|"
    return latex, plain


def gradient_formula(record: Iteration, layer: int, raised: str) -> tuple[str, str]:
    """What the gradient of a layer's weights has besides, in LaTeX and as plain text."""
    one, two = _symbols(record)
    latex, plain = "", ""
    if record.l2:
        latex += rf" + {two[0]} W^{{({layer})}}"
        plain += f" + {two[1]} W{raised}"
    if record.l1:
        latex += rf" + {one[0]}\,\mathrm{{sign}}\,W^{{({layer})}}"
        plain += f" + {one[1]} sign W{raised}"
    return latex, plain


def gradient_parts(record: Iteration, weight: float, style: NumberStyle) -> list[Written]:
    """What one weight's gradient has besides: ``+0.01 × 0.40`` and ``+0.01 × sign(0.40)``."""
    parts = []
    told = weight_number(weight, style)
    if record.l2:
        parts.append(product(setting(record.l2, style), told))
    if record.l1:
        parts.append(product(setting(record.l1, style), call("sign({0})", _sign, told)))
    return [Written("+" + part.pieces, part.shown, part.exact) for part in parts]


def loss_parts(record: Iteration) -> list[tuple[str, float]]:
    """Each penalty's name and its part of the loss."""
    parts = []
    weights = [layer.W for layer in record.layers]
    if record.l2:
        parts.append(("L2", 0.5 * record.l2 * sum(float((W * W).sum()) for W in weights)))
    if record.l1:
        parts.append(("L1", record.l1 * sum(float(abs(W).sum()) for W in weights)))
    return parts


def _symbols(record: Iteration) -> tuple[tuple[str, str], tuple[str, str]]:
    """λ of L1 and of L2, told apart only where there are both."""
    if record.l1 and record.l2:
        return (r"\lambda_1", "λ₁"), (r"\lambda_2", "λ₂")
    return (r"\lambda", "λ"), (r"\lambda", "λ")


def _sign(value: float) -> float:
    return math.copysign(1.0, value) if value else 0.0
