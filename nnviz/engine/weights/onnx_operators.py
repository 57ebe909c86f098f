"""What ONNX calls the activations: one table for reading and for writing."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from nnviz.engine.functions.activations import LEAK


class Operator(NamedTuple):
    """An activation as an ONNX operator.

    Attributes:
        name: What nnviz calls the activation.
        operator: What ONNX calls it.
        attributes: Those that it has to have, each with the values that mean the same, what is written first.
        defaults: What an attribute is where it is left out.
        since: The first version of ONNX's operators that has it as it is used here.
    """

    name: str
    operator: str
    attributes: Mapping[str, tuple[float | str, ...]] = MappingProxyType({})
    defaults: Mapping[str, float | str] = MappingProxyType({})
    since: int = 13


OPERATORS = (
    Operator("sigmoid", "Sigmoid"),
    Operator("tanh", "Tanh"),
    Operator("relu", "Relu"),
    Operator("leaky_relu", "LeakyRelu", {"alpha": (LEAK,)}, {"alpha": 0.01}),
    Operator("elu", "Elu", {"alpha": (1.0,)}, {"alpha": 1.0}),
    Operator("softplus", "Softplus"),
    Operator("gelu", "Gelu", {"approximate": ("none",)}, {"approximate": "none"}, since=20),
    # Of a batch of rows, the last axis is axis 1.
    Operator("softmax", "Softmax", {"axis": (-1, 1)}, {"axis": -1}),
)
"""Beside these, ``linear`` is no operator at all, and ``silu`` is z times its Sigmoid."""
