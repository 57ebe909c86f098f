"""A file of weights in an experiment: what it says of the architecture, and whether the two agree."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiments.data_checks import Problems
from nnviz.engine.experiments.draft import WEIGHTS, Draft, chain_in
from nnviz.engine.names import counted
from nnviz.engine.weights.chain import Chain
from nnviz.engine.weights.problem import plain_name
from nnviz.engine.weights.safetensors import shown_shape
from nnviz.said import joined, said
from nnviz.shortened import called


def with_architecture(tables: dict[str, Any]) -> dict[str, Any]:
    """Plain tables of an experiment, with what its file of weights says of the network where they leave that out.

    Raises:
        ExperimentError: The file cannot be read.
    """
    network = tables.get("network")
    if not isinstance(network, dict) or "parameters" in network or not isinstance(file := network.get("weights"), str):
        return tables  # what is wrong with that, others find
    return {**tables, "network": {**_architecture(chain_in(file)), **network}}


def _architecture(chain: Chain) -> dict[str, Any]:
    *hidden, last = chain
    said_in_file: dict[str, Any] = {"hidden": [len(layer.W) for layer in hidden]}
    if hidden and hidden[0].activation is not None:
        said_in_file["activation"] = [layer.activation for layer in hidden]
    if last.activation is not None:
        said_in_file["output"] = last.activation
    return said_in_file


def weights_problems(draft: Draft) -> Problems:
    """Where a file of weights and the rest of the experiment do not agree."""
    if draft.network.weights is None:
        return
    if draft.network.parameters is not None:
        reason = said("Engine", "give either weights or parameters, not both (--set {field}= takes one of them out)")
        yield ExperimentError(reason.format(field="network.parameters"), WEIGHTS)
        return
    chain = draft.chain
    assert chain is not None
    if (reason_ := _other_shape(chain, draft.widths) or _other_activation(chain, draft)) is not None:
        yield ExperimentError(joined(": ", called(draft.network.weights), reason_), WEIGHTS)


def _other_shape(chain: Chain, widths: tuple[int, ...]) -> str | None:
    first = chain[0]
    if first.W.shape[1] != widths[0]:
        reason = said("Engine", "{tensor}: takes {inputs:,} inputs, but this data has {columns:,}")
        return reason.format(tensor=plain_name(first.name), inputs=first.W.shape[1], columns=widths[0])
    if len(chain) != len(widths) - 1:
        return said("Engine", "{layers} in it, but with network.hidden this network has {got:,}").format(
            layers=counted(len(chain), "layer"), got=len(widths) - 1
        )
    for layer, (before, units) in zip(chain, pairwise(widths), strict=True):
        if layer.W.shape != (units, before):
            return said("Engine", "{tensor}: expected the shape {expected}, got {shape}").format(
                tensor=plain_name(layer.name), expected=shown_shape((units, before)), shape=shown_shape(layer.W.shape)
            )
    return None


def _other_activation(chain: Chain, draft: Draft) -> str | None:
    given = draft.network.activation
    hidden = (given,) * len(draft.network.hidden) if isinstance(given, str) else given
    for place, (layer, name) in enumerate(zip(chain, (*hidden, draft.output), strict=True), start=1):
        if layer.activation not in (None, name):
            return said("Engine", "layer {place} is {activation} there, and {name} here").format(
                place=place, activation=str(layer.activation), name=name
            )
    return None
