"""What is between two steps of a loop: the parameters, and what the optimiser remembers of each."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Any, TypeAlias

import numpy as np

from nnviz.engine.types import Numbers
from nnviz.recordings.watching.network import Layer
from nnviz.recordings.watching.optimisers import Optimiser

State: TypeAlias = list[bytes]
"""The bytes of each tensor, in the order of ``StateOf.names``."""


class StateOf:
    """Reads a state, again and again: two NumPy views a tensor would be what takes longest.

    Attributes:
        names: Of the tensors, as a recording has them.
    """

    def __init__(self, layers: Sequence[Layer], optimiser: Optimiser, optimizer: Any, kind: np.dtype[Any]) -> None:
        self._kept, self._kind = optimizer.state, kind
        self._places: list[tuple[Any, str | None]] = []
        self._shapes: list[tuple[int, ...]] = []
        self.names: list[str] = []
        for letter, key in (*optimiser.memory.items(), ("", None)):
            for number, layer in enumerate(layers, start=1):
                for name, parameter, shape in (
                    ("W", layer.weight, tuple(layer.weight.shape)),
                    ("b", layer.bias, (len(layer.weight),)),
                ):
                    self.names.append(f"{letter}.{name}{number}" if letter else f"{name}{number}")
                    self._places.append((parameter, key))
                    self._shapes.append(shape)
        self._views: list[tuple[Any, int, Numbers]] = [(None, 0, np.zeros(shape, kind)) for shape in self._shapes]

    def now(self) -> State:
        """The state as it is."""
        return [self._view(place).tobytes() for place in range(len(self._places))]

    def untrained(self, trained: Container[int]) -> list[int]:
        """The places of the parameters whose ids are not among these."""
        return [
            place
            for place, (parameter, key) in enumerate(self._places)
            if key is None and parameter is not None and id(parameter) not in trained
        ]

    def _view(self, place: int) -> Numbers:
        parameter, key = self._places[place]
        tensor = parameter
        if key is not None and parameter is not None:
            own = self._kept.get(parameter)
            tensor = own.get(key) if own else None
        known, address, view = self._views[place]
        if tensor is known and (tensor is None or (tensor.data_ptr() == address and tensor.device.type == "cpu")):
            return view
        view = np.zeros(self._shapes[place], self._kind) if tensor is None else tensor.detach().cpu().numpy()
        self._views[place] = tensor, 0 if tensor is None else tensor.data_ptr(), view
        return view

    def pairs(self, state: State) -> list[list[tuple[Numbers, Numbers]]]:
        """A state as (W, b) of each layer: of what is remembered by letter, and last the parameters."""
        arrays = [
            np.frombuffer(content, self._kind).reshape(shape)
            for content, shape in zip(state, self._shapes, strict=True)
        ]
        both = list(zip(arrays[::2], arrays[1::2], strict=True))
        layers = sum(not name.startswith("b") for name in self.names if "." not in name)
        return [both[start : start + layers] for start in range(0, len(both), layers)]


def updates_of(layers: Sequence[Layer], optimizer: Any) -> int | None:
    """How many updates an optimiser has made, as it counts them; ``None`` where it does not."""
    for layer in layers:
        for parameter in (layer.weight, layer.bias):
            step = optimizer.state.get(parameter, {}).get("step") if parameter is not None else None
            if step is not None:
                return int(step)
    return None
