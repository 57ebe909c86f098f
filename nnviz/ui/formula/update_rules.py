"""How the optimisers' updates are told: the formula of each, and a sentence. Adding one is adding a row to ``RULES``.

``w`` is any weight or bias, ``g`` its gradient.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

_HATS = r",\quad \hat{m} = \frac{m}{1-\beta_1^t},\quad \hat{v} = \frac{v}{1-\beta_2^t}"
_OVER_ROOT = r"w \leftarrow w - \eta\,\frac{g}{\sqrt{s}+\epsilon}"


@dataclass(frozen=True)
class UpdateRule:
    """An optimiser's update.

    Attributes:
        latex, plain: The formula; empty where weights and biases have one each.
        sentence: What it does, for a student; marked for the translators.
    """

    latex: str
    plain: str
    sentence: Any


RULES = MappingProxyType(
    {
        "momentum": UpdateRule(
            r"v \leftarrow \mu v + g,\quad w \leftarrow w - \eta\,v",
            "v ← μ v + g,  w ← w − η v",
            QT_TRANSLATE_NOOP(
                "PhaseWords",
                "Gradients g add up to a velocity v that fades slowly: steps grow where they keep pointing one way.",
            ),
        ),
        "nesterov": UpdateRule(
            r"v \leftarrow \mu v + g,\quad w \leftarrow w - \eta\,(g + \mu v)",
            "v ← μ v + g,  w ← w − η (g + μ v)",
            QT_TRANSLATE_NOOP(
                "PhaseWords",
                "Gradients g add up to a velocity v, as with momentum; the step looks ahead to where v will carry it.",
            ),
        ),
        "adagrad": UpdateRule(
            rf"s \leftarrow s + g^2,\quad {_OVER_ROOT}",
            "s ← s + g²,  w ← w − η g / (√s + ε)",
            QT_TRANSLATE_NOOP(
                "PhaseWords",
                "Each step is divided by the root of all squared gradients so far: where they are large, it shrinks.",
            ),
        ),
        "rmsprop": UpdateRule(
            rf"s \leftarrow \alpha s + (1-\alpha)\,g^2,\quad {_OVER_ROOT}",
            "s ← α s + (1 − α) g²,  w ← w − η g / (√s + ε)",
            QT_TRANSLATE_NOOP(
                "PhaseWords",
                "Each step is divided by the root of the running mean of g²: all parameters move about equally fast.",
            ),
        ),
        "adam": UpdateRule(
            rf"w \leftarrow w - \eta\,\frac{{\hat{{m}}}}{{\sqrt{{\hat{{v}}}}+\epsilon}}{_HATS}",
            "w ← w − η m̂ / (√v̂ + ε),  m̂ = m / (1 − β₁ᵗ),  v̂ = v / (1 − β₂ᵗ)",
            QT_TRANSLATE_NOOP(
                "PhaseWords",
                "m and v are running means of g and of g²; the hats make up for both having started from 0.",
            ),
        ),
        "adamw": UpdateRule(
            rf"w \leftarrow w - \eta\,\frac{{\hat{{m}}}}{{\sqrt{{\hat{{v}}}}+\epsilon}} - \eta\lambda w{_HATS}",
            "w ← w − η m̂ / (√v̂ + ε) − η λ w,  m̂ = m / (1 − β₁ᵗ),  v̂ = v / (1 − β₂ᵗ)",
            QT_TRANSLATE_NOOP(
                "PhaseWords",
                "Adam's step from running means m of g and v of g²; and every parameter shrinks a little towards 0.",
            ),
        ),
    }
)
"""The optimisers that remember something, by name; without a memory an update is a step against the gradient."""
