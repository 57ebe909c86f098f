"""What an optimiser gets: the gradients of a step, and what the loop made of them after the backward pass."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

import numpy as np

from nnviz.engine.types import Numbers
from nnviz.recordings.problem import RecordingError
from nnviz.recordings.watching.network import Layer, numbers_of
from nnviz.recordings.watching.optimisers import Optimiser
from nnviz.recordings.watching.step import Pass
from nnviz.said import said

SAME = 1e-5
"""How far a gradient may be from what clipping makes of it, in its own size."""


class Gradients(NamedTuple):
    """The gradients of a step.

    Attributes:
        pairs: ∂L/∂W and ∂L/∂b of each layer, as the optimiser gets them.
        norm: Of all that train, before clipping.
        factor: What clipping multiplied them by; 1 where it did nothing.
    """

    pairs: list[tuple[Numbers, Numbers]]
    norm: float
    factor: float


def raw_gradients(layers: Sequence[Layer]) -> dict[int, bytes]:
    """The gradients as the backward pass has left them, by the ids of the parameters."""
    return {
        id(parameter): parameter.grad.detach().cpu().numpy().tobytes()
        for layer in layers
        for parameter in (layer.weight, layer.bias)
        if parameter is not None and parameter.grad is not None
    }


def gradients_of(
    layers: Sequence[Layer], passes: Sequence[Pass], raw: dict[int, bytes], optimiser: Optimiser
) -> Gradients:
    """The gradients as they are just before the step.

    Raises:
        RecordingError: They were changed by something else than clipping.
    """
    computed: list[tuple[Numbers, Numbers]] | None = None
    pairs, changed, squares, scaled = [], [], 0.0, 0.0
    for place, layer in enumerate(layers):
        own = []
        for which, parameter in enumerate((layer.weight, layer.bias)):
            if parameter is None or parameter.grad is None or id(parameter) not in optimiser.trained:
                # The optimiser never asks for it; the formula has it all the same.
                computed = computed or _computed(passes)
                own.append(computed[place][which])
                continue
            got = numbers_of(parameter.grad)
            content = raw.get(id(parameter), b"")
            before = got
            if content != got.tobytes():
                before = np.frombuffer(content, got.dtype).reshape(got.shape) if content else np.zeros_like(got)
                changed.append((before, got))
            squares += float(np.vdot(before, before))
            scaled += float(np.vdot(before, got))
            own.append(got)
        pairs.append((own[0], own[1]))
    norm, factor = sqrt(squares), 1.0
    if changed:
        factor = scaled / squares if squares else 1.0
        _check_clipped(changed, norm, factor, optimiser)
    if optimiser.l2:
        pairs = [
            (dW + dW.dtype.type(optimiser.l2) * numbers_of(layer.weight), db)
            for (dW, db), layer in zip(pairs, layers, strict=True)
        ]
    return Gradients(pairs, norm, factor)


def _computed(passes: Sequence[Pass]) -> list[tuple[Numbers, Numbers]]:
    made = []
    for each in passes:
        assert each.delta is not None, "the error signal has passed"
        made.append((each.delta.T @ numbers_of(each.x), each.delta.sum(axis=0)))
    return made


def _check_clipped(
    changed: Sequence[tuple[Numbers, Numbers]], norm: float, factor: float, optimiser: Optimiser
) -> None:
    close = all(np.abs(got - factor * before).max(initial=0.0) <= SAME * norm for before, got in changed)
    if not close or not 0.0 <= factor <= 1.0 + SAME:
        raise RecordingError(
            said(
                "Recording",
                "the gradients were changed between backward() and step(), and not by clipping their norm",
            )
        )
    if optimiser.l2:
        raise RecordingError(
            said(
                "Recording", "gradients are clipped before weight_decay is added, which nnviz does the other way round"
            )
        )


class ClipNorm:
    """The norm that gradients are clipped to, found out from what clipping makes of them.

    Attributes:
        value: It; ``None`` where nothing was clipped so far.
    """

    def __init__(self) -> None:
        self.value: float | None = None

    def see(self, gradients: Gradients) -> None:
        """A step.

        Raises:
            RecordingError: It was clipped to another norm than those before.
        """
        if gradients.factor >= 1.0 - SAME:
            return
        norm = float(f"{gradients.factor * (gradients.norm + 1e-6):.5g}")
        if self.value is None:
            self.value = norm
        elif abs(self.value - norm) > 1e-4 * norm:
            raise RecordingError(
                said("Recording", "gradients are clipped to another norm than before, or made smaller in another way")
            )
