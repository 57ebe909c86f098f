"""Traces: every number of some consecutive iterations as JSON, for those who check them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

import msgspec

from nnviz.engine.data.examples import Examples
from nnviz.engine.errors import beyond_the_end
from nnviz.engine.experiment import Experiment
from nnviz.engine.networks.network import Architecture
from nnviz.engine.reports.plain import plain_list, plain_number
from nnviz.engine.training.record.iteration import Iteration, LayerRecord
from nnviz.engine.training.timeline.history import History
from nnviz.engine.types import Array

FORMAT = "nnviz-trace/1"


class Steps(Protocol):
    """A run of which iterations are traced: a trainer, or whatever else can stand in one."""

    experiment: Experiment

    @property
    def examples(self) -> Examples:
        """What it learns from."""

    @property
    def architecture(self) -> Architecture:
        """Of its network."""

    @property
    def iteration(self) -> int:
        """Updates made so far."""

    @property
    def finished(self) -> str | None:
        """Why it stopped; ``None`` while it may go on."""

    @property
    def history(self) -> History:
        """The run up to now."""

    def seek(self, iteration: int) -> None:
        """Stand before an iteration."""

    def iterate(self) -> Iteration:
        """Make the next one, or take it up."""


def trace(trainer: Steps, start: int, count: int) -> Iterator[bytes]:
    """The trace of ``count`` iterations from ``start`` on, in pieces that together are one JSON object.

    It ends early where the run ends: ``trainer.finished`` then says why.

    Raises:
        PlaceError: The run ends before ``start``.
    """
    trainer.seek(start)
    if trainer.finished is not None:
        raise beyond_the_end(trainer.iteration, trainer.history.message)
    head = {
        "format": FORMAT,
        "experiment": trainer.experiment.to_dict(),
        "task": trainer.examples.task,
        "faults": list(trainer.examples.faults),
        "layers": layers(trainer.architecture),
    }
    # A line for each field and each iteration: still one to read, and quick to find one's way in.
    yield b"{" + b",\n ".join(_field(name, value) for name, value in head.items()) + b',\n "iterations": ['
    separator = b"\n"
    for _ in range(count):
        yield separator + msgspec.json.encode(iteration_fields(trainer.iterate()))
        separator = b",\n"
        if trainer.finished is not None:
            break
    yield b"]}\n"


def layers(architecture: Architecture) -> list[dict[str, Any]]:
    """Units and activation of each layer, first hidden layer first."""
    return [
        {"units": units, "activation": architecture.activation_name(layer)}
        for layer, units in enumerate(architecture.widths[1:], start=1)
    ]


def iteration_fields(record: Iteration) -> dict[str, Any]:
    """One iteration as plain lists and numbers, in the order in which they are computed."""
    fields = {
        "iteration": record.iteration,
        "epoch": record.epoch,
        "batch": record.batch,
        "examples": record.examples.tolist(),
        "learning_rate": record.learning_rate,
        "x": plain_list(record.x),
        "y": plain_list(record.y),
        "before": _parameters([(layer.W, layer.b) for layer in record.layers]),
        "forward": [_forward(layer) for layer in record.layers],
        "loss": {
            "data": plain_number(record.loss.data),
            "penalty": plain_number(record.loss.penalty),
            "total": plain_number(record.loss.total),
        },
        "backward": [
            {"delta": plain_list(layer.delta), "dW": plain_list(layer.grad_W), "db": plain_list(layer.grad_b)}
            for layer in record.layers
        ],
        "after": _parameters([(layer.W_after, layer.b_after) for layer in record.layers]),
    }
    if record.clip is not None:
        norm, factor = record.clip
        fields["clipping"] = {"norm": plain_number(norm), "factor": plain_number(factor)}
    if record.memory:
        fields["optimizer"] = {
            "before": _memory(record, record.state),
            "after": _memory(record, record.state_after),
        }
    return fields


def _forward(layer: LayerRecord) -> dict[str, Any]:
    fields = {"z": plain_list(layer.z), "a": plain_list(layer.a)}
    return fields if layer.mask is None else {**fields, "mask": plain_list(layer.mask)}


def _memory(record: Iteration, vectors: Array) -> dict[str, Any]:
    """What the optimiser remembers for each parameter, by the letters of its formula."""
    return {
        letter: _parameters(record.architecture.weights_and_biases(vector))
        for letter, vector in zip(record.memory, vectors, strict=True)
    }


def _parameters(layers: Iterable[tuple[Array, Array]]) -> list[dict[str, Any]]:
    return [{"W": plain_list(weights), "b": plain_list(biases)} for weights, biases in layers]


def _field(name: str, value: object) -> bytes:
    return msgspec.json.encode(name) + b": " + msgspec.json.encode(value)
