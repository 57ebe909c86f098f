"""Optimisers: what an update makes of the gradient. Adding one is adding a row to ``OPTIMISERS``.

Formulas and defaults are PyTorch's: ``momentum`` has no dampening, epsilon is added outside the root. All parameters of
a network are one vector θ, and so is the gradient g; everything here works on each parameter alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from nnviz.engine.kernel.calls import Call, number
from nnviz.engine.kernel.update_room import UpdateRoom
from nnviz.engine.settings import Optimizer, Training
from nnviz.engine.types import Array

OptimiserSettings: TypeAlias = Mapping[str, float]


@dataclass(frozen=True)
class Optimiser:
    """An optimiser as the calls of one update.

    Attributes:
        settings: What can be set, and the defaults.
        memory: The letters of the vectors, as long as θ, that it remembers between updates.
        powers: The settings whose powers it counts: a decay βᵗ after t updates, to correct for a start from zero.
        step: ``step(room, settings)`` gives the calls that write what is taken off θ into ``room.step``, from
            ``room.gradient`` and ``room.rate``, an array so that it can change during a run.
    """

    name: str
    settings: OptimiserSettings
    memory: tuple[str, ...]
    powers: tuple[str, ...]
    step: Callable[[UpdateRoom, OptimiserSettings], list[Call]]


def _sgd(room: UpdateRoom, settings: OptimiserSettings) -> list[Call]:
    return [partial(np.multiply, room.gradient, room.rate, room.step)]


def _momentum(room: UpdateRoom, settings: OptimiserSettings) -> list[Call]:
    # v ← μ v + g, θ ← θ − η v
    velocity = room.memory[0]
    return [
        *_decayed_sum(velocity, settings["momentum"], room.gradient),
        partial(np.multiply, velocity, room.rate, room.step),
    ]


def _nesterov(room: UpdateRoom, settings: OptimiserSettings) -> list[Call]:
    # v ← μ v + g, θ ← θ − η (g + μ v)
    velocity, momentum = room.memory[0], settings["momentum"]
    return [
        *_decayed_sum(velocity, momentum, room.gradient),
        partial(np.multiply, velocity, number(momentum, velocity), room.step),  # μ v
        partial(np.add, room.step, room.gradient, room.step),  # g + μ v
        partial(np.multiply, room.step, room.rate, room.step),  # η (g + μ v)
    ]


def _adagrad(room: UpdateRoom, settings: OptimiserSettings) -> list[Call]:
    # s ← s + g², θ ← θ − η g / (√s + ε)
    squares = room.memory[0]
    return [
        partial(np.multiply, room.gradient, room.gradient, room.scratch),  # g²
        partial(np.add, squares, room.scratch, squares),  # s + g²
        *_over_root(room, squares, settings["epsilon"]),
    ]


def _rmsprop(room: UpdateRoom, settings: OptimiserSettings) -> list[Call]:
    # s ← α s + (1 − α) g², θ ← θ − η g / (√s + ε)
    squares = room.memory[0]
    return [*_mean_square(room, squares, settings["decay"]), *_over_root(room, squares, settings["epsilon"])]


def _adam(room: UpdateRoom, settings: OptimiserSettings) -> list[Call]:
    # m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², θ ← θ − η / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε)
    mean, squares = room.memory
    kept = np.array([settings["beta1"], settings["beta2"]])
    corrections, root, size = np.empty(2), np.empty(()), np.empty_like(room.rate)
    return [
        partial(np.multiply, room.powers, kept, room.powers),  # β₁ᵗ and β₂ᵗ
        partial(np.subtract, np.ones(2), room.powers, corrections),  # 1 − β₁ᵗ and 1 − β₂ᵗ
        partial(np.subtract, room.gradient, mean, room.step),  # g − m
        partial(np.multiply, room.step, number(1.0 - settings["beta1"], mean), room.step),  # (1 − β₁) (g − m)
        partial(np.add, mean, room.step, mean),  # β₁ m + (1 − β₁) g
        *_mean_square(room, squares, settings["beta2"]),  # β₂ v + (1 − β₂) g²
        partial(np.sqrt, squares, room.scratch),  # √v
        partial(np.sqrt, corrections[1, ...], root),
        partial(np.divide, room.scratch, root, room.scratch),  # √v / √(1 − β₂ᵗ)
        partial(np.add, room.scratch, number(settings["epsilon"], squares), room.scratch),  # … + ε
        partial(np.divide, mean, room.scratch, room.step),  # m / (…)
        partial(np.divide, room.rate, corrections[0, ...], size),  # η / (1 − β₁ᵗ)
        partial(np.multiply, room.step, size, room.step),
    ]


def _adamw(room: UpdateRoom, settings: OptimiserSettings) -> list[Call]:
    # Adam, and every parameter, biases too, shrinks by η λ (Loshchilov & Hutter 2019).
    shrink = np.empty_like(room.rate)
    return [
        *_adam(room, settings),
        partial(np.multiply, room.rate, number(settings["weight_decay"], shrink), shrink),  # η λ
        partial(np.multiply, room.theta, shrink, room.scratch),  # η λ θ
        partial(np.add, room.step, room.scratch, room.step),
    ]


def _decayed_sum(total: Array, decay: float, gradient: Array) -> list[Call]:
    return [partial(np.multiply, total, number(decay, total), total), partial(np.add, total, gradient, total)]


def _mean_square(room: UpdateRoom, squares: Array, decay: float) -> list[Call]:
    return [
        partial(np.multiply, squares, number(decay, squares), squares),  # α s
        partial(np.multiply, room.gradient, room.gradient, room.scratch),  # g²
        partial(np.multiply, room.scratch, number(1.0 - decay, squares), room.scratch),  # (1 − α) g²
        partial(np.add, squares, room.scratch, squares),  # α s + (1 − α) g²
    ]


def _over_root(room: UpdateRoom, squares: Array, epsilon: float) -> list[Call]:
    return [
        partial(np.sqrt, squares, room.scratch),  # √s
        partial(np.add, room.scratch, number(epsilon, squares), room.scratch),  # √s + ε
        partial(np.divide, room.gradient, room.scratch, room.step),  # g / (√s + ε)
        partial(np.multiply, room.step, room.rate, room.step),  # η g / (√s + ε)
    ]


def _settings(**settings: float) -> OptimiserSettings:
    return MappingProxyType(settings)


_ADAM = {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}

OPTIMISERS = MappingProxyType(
    {
        row.name: row
        for row in (
            Optimiser("sgd", _settings(), (), (), _sgd),
            Optimiser("momentum", _settings(momentum=0.9), ("v",), (), _momentum),
            Optimiser("nesterov", _settings(momentum=0.9), ("v",), (), _nesterov),
            Optimiser("adagrad", _settings(epsilon=1e-10), ("s",), (), _adagrad),
            Optimiser("rmsprop", _settings(decay=0.99, epsilon=1e-8), ("s",), (), _rmsprop),
            Optimiser("adam", _settings(**_ADAM), ("m", "v"), ("beta1", "beta2"), _adam),
            Optimiser("adamw", _settings(**_ADAM, weight_decay=0.01), ("m", "v"), ("beta1", "beta2"), _adamw),
        )
    }
)
"""The optimisers, by name."""


def chosen_optimiser(training: Training) -> tuple[Optimiser, OptimiserSettings]:
    """The optimiser of a complete experiment, and its settings."""
    chosen = training.optimizer
    assert isinstance(chosen, Optimizer), "a complete experiment"
    row = OPTIMISERS[chosen.name]
    return row, MappingProxyType({name: getattr(chosen, name) for name in row.settings})
