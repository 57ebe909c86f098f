"""PyTorch's optimisers as nnviz has them: one table. Adding one is adding a row to ``ROWS``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import torch

from nnviz.recordings.problem import RecordingError
from nnviz.recordings.watching.network import Layer
from nnviz.said import said


@dataclass(frozen=True)
class Row:
    """An optimiser of PyTorch's.

    Attributes:
        name: What nnviz calls it, given its settings.
        settings: What nnviz calls those, given PyTorch's.
        memory: The letters of what it remembers, and what PyTorch calls that.
        only: Settings that can only have this value.
        decays_all: Whether ``weight_decay`` is a setting of the optimiser itself, and not a penalty.
    """

    name: Callable[[Mapping[str, Any]], str]
    settings: Callable[[Mapping[str, Any]], dict[str, float]]
    memory: Mapping[str, str]
    only: Mapping[str, object] = field(default_factory=dict)
    decays_all: bool = False


@dataclass(frozen=True)
class Optimiser:
    """The optimiser of a loop, as nnviz has it.

    Attributes:
        table: As an experiment has it: its name and settings.
        memory: The letters of what it remembers, and what PyTorch calls that.
        l2: λ of the penalty ½ λ Σ W².
        trained: The parameters that it trains, by their ids.
    """

    table: dict[str, Any]
    memory: Mapping[str, str]
    l2: float
    trained: frozenset[int]


def _sgd(settings: Mapping[str, Any]) -> str:
    return "sgd" if not settings["momentum"] else "nesterov" if settings["nesterov"] else "momentum"


def _adam(settings: Mapping[str, Any]) -> dict[str, float]:
    beta1, beta2 = map(float, settings["betas"])
    return {"beta1": beta1, "beta2": beta2, "epsilon": settings["eps"]}


_ADAM_MEMORY = {"m": "exp_avg", "v": "exp_avg_sq"}
_AS_USUAL = {"maximize": False}
ROWS: Mapping[type, Row] = MappingProxyType(
    {
        torch.optim.SGD: Row(
            _sgd,
            lambda settings: {"momentum": settings["momentum"]} if settings["momentum"] else {},
            {"v": "momentum_buffer"},
            {**_AS_USUAL, "dampening": 0},
        ),
        torch.optim.Adagrad: Row(
            lambda _: "adagrad",
            lambda settings: {"epsilon": settings["eps"]},
            {"s": "sum"},
            {**_AS_USUAL, "lr_decay": 0, "initial_accumulator_value": 0},
        ),
        torch.optim.RMSprop: Row(
            lambda _: "rmsprop",
            lambda settings: {"decay": settings["alpha"], "epsilon": settings["eps"]},
            {"s": "square_avg"},
            {**_AS_USUAL, "momentum": 0, "centered": False},
        ),
        torch.optim.Adam: Row(
            lambda _: "adam",
            _adam,
            _ADAM_MEMORY,
            {**_AS_USUAL, "amsgrad": False, "decoupled_weight_decay": False},
        ),
        torch.optim.AdamW: Row(
            lambda _: "adamw",
            lambda settings: {**_adam(settings), "weight_decay": settings["weight_decay"]},
            _ADAM_MEMORY,
            {**_AS_USUAL, "amsgrad": False},
            decays_all=True,
        ),
    }
)


def optimiser_of(optimizer: Any, layers: Sequence[Layer]) -> Optimiser:
    """What an optimiser is in nnviz.

    Raises:
        RecordingError: It is none that nnviz has, or it trains something else.
    """
    if isinstance(optimizer, (list, tuple)):
        raise RecordingError(said("Recording", "one optimiser can be recorded, not several"))
    if not isinstance(optimizer, torch.optim.Optimizer):
        raise RecordingError(said("Recording", "expected an optimiser of torch.optim"))
    row = ROWS.get(type(optimizer))
    if row is None:
        names = ", ".join(kind.__name__ for kind in ROWS)
        reason = said("Recording", "the optimiser {kind} is none that nnviz has: {names}")
        raise RecordingError(reason.format(kind=type(optimizer).__name__, names=names))
    groups = optimizer.param_groups
    settings = {name: value for name, value in groups[0].items() if name != "params"}
    decay = 0.0 if row.decays_all else _weight_decay(groups, layers)
    for name, value in settings.items():
        if (name != "weight_decay" or row.decays_all) and any(group[name] != value for group in groups[1:]):
            raise _differing(name)
        if name in row.only and value != row.only[name]:
            reason = said("Recording", "{kind} with {name} = {value} is none that nnviz has")
            raise RecordingError(reason.format(kind=type(optimizer).__name__, name=name, value=str(value)))
    trained = frozenset(id(each) for group in groups for each in group["params"] if each.requires_grad)
    known = {id(each) for layer in layers for each in (layer.weight, layer.bias) if each is not None}
    if not trained <= known:
        raise RecordingError(
            said("Recording", "the optimiser trains parameters that are not those of the model's layers")
        )
    name = row.name(settings)
    memory = row.memory if name != "sgd" else {}
    table = {"name": name, **{key: float(value) for key, value in row.settings(settings).items()}}
    return Optimiser(table, memory, decay, trained)


class Settings:
    """The settings of an optimiser as they are when its loop begins."""

    def __init__(self, optimizer: Any) -> None:
        self._optimizer = optimizer
        self._known, self._train = self._values(), self._training()

    def _values(self) -> list[dict[str, Any]]:
        names = [name for name in self._optimizer.defaults if name != "lr"]
        return [{name: group[name] for name in names} for group in self._optimizer.param_groups]

    def _training(self) -> list[bool]:
        return [each.requires_grad for group in self._optimizer.param_groups for each in group["params"]]

    def check(self) -> None:
        """Only the rate may change, and of all parameters.

        Raises:
            RecordingError: Something else has.
        """
        groups, values = self._optimizer.param_groups, self._values()
        if values != self._known:
            changed = "params" if len(values) != len(self._known) else self._changed(values)
        elif self._training() != self._train:
            changed = "requires_grad"
        elif any(group["lr"] != groups[0]["lr"] for group in groups[1:]):
            raise _differing("lr")
        else:
            return
        reason = said(
            "Recording",
            "{name} of the optimiser is not what it was at the beginning, and nnviz can have the rate change alone",
        )
        if changed in ("momentum", "betas"):
            reason = said(
                "Recording",
                "the schedule changes {name} too, which nnviz cannot: give it cycle_momentum=False",
            )
        raise RecordingError(reason.format(name=changed))

    def _changed(self, values: Sequence[Mapping[str, Any]]) -> str:
        pairs = zip(values, self._known, strict=True)
        return next(name for now, known in pairs for name in known if now[name] != known[name])


def _differing(name: str) -> RecordingError:
    return RecordingError(said("Recording", "the optimiser's groups of parameters differ in {name}").format(name=name))


def _weight_decay(groups: Sequence[Mapping[str, Any]], layers: Sequence[Layer]) -> float:
    """λ of the weights' penalty; biases have none in nnviz."""
    each = {id(one): float(group["weight_decay"]) for group in groups for one in group["params"]}
    of_weights = {each.get(id(layer.weight), 0.0) for layer in layers}
    if len(of_weights) > 1:
        raise _differing("weight_decay")
    if any(each.get(id(layer.bias), 0.0) for layer in layers if layer.bias is not None):
        raise RecordingError(
            said(
                "Recording",
                "the optimiser's weight_decay is on biases too, which nnviz's penalty leaves alone: "
                "give the biases a group of parameters with weight_decay = 0, or use AdamW",
            )
        )
    return of_weights.pop()
