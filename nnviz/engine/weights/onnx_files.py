"""ONNX: networks that are a chain of Gemm, or MatMul and Add, each with an activation or none. Nothing else is read.

The package ``onnx`` is an extra, and imported only here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.outputs import OUTPUTS
from nnviz.engine.types import Array
from nnviz.engine.weights.chain import (
    Chain,
    Layer,
    check_bias_shape,
    check_chained,
    check_layers,
    check_weights_shape,
    checked_numbers,
)
from nnviz.engine.weights.onnx_operators import OPERATORS
from nnviz.engine.weights.onnx_structure import check_structure
from nnviz.engine.weights.problem import WeightsError, plain_name
from nnviz.engine.weights.safetensors import shown_shape
from nnviz.said import said

DOMAINS = ("", "ai.onnx")
BY_OPERATOR = {row.operator: row for row in OPERATORS}
BY_NAME = {row.name: row for row in OPERATORS}
MOST_NODES = 500
"""Many more than a chain of so many layers has."""
VERSION, FORMAT = 17, 8
"""What is written: a version of the operators and one of the file that other tools have long understood."""
FORMATS = {20: 9}
"""Of the file, where an operator asks for a later version."""


def read_onnx(content: bytes) -> Chain:
    """The layers of an ONNX file, each with the activation that comes after it.

    Raises:
        WeightsError: It is none, or holds another network than a chain of dense layers.
    """
    check_structure(content)
    onnx = _package()
    from google.protobuf.message import DecodeError

    try:
        model = onnx.ModelProto.FromString(content)
    except DecodeError:
        raise WeightsError(said("Engine", "not an ONNX file")) from None
    if not model.graph.node:
        raise WeightsError(said("Engine", "not an ONNX file, or one without a network"))
    if len(model.graph.node) > MOST_NODES:
        raise WeightsError(said("Engine", "only a chain of dense layers can be read"))
    if model.functions or model.graph.sparse_initializer:
        raise WeightsError(said("Engine", "only a chain of dense layers can be read"))
    return _Walk(model.graph, onnx).chain()


def onnx_bytes(layers: Sequence[tuple[Array, Array]], activations: Sequence[str]) -> bytes:
    """An ONNX file of float64 numbers: x, (batch, in), goes in, and y, (batch, out), comes out.

    Args:
        layers: W and b of each.
        activations: The name of each layer's.

    Raises:
        WeightsError: The package ``onnx`` is not installed.
    """
    onnx = _package()
    helper, from_array, double = onnx.helper, onnx.numpy_helper.from_array, onnx.TensorProto.DOUBLE
    nodes, numbers, value = [], [], "x"
    for place, ((weights, bias), activation) in enumerate(zip(layers, activations, strict=True)):
        numbers += [from_array(np.ascontiguousarray(weights), f"{place}.weight"), from_array(bias, f"{place}.bias")]
        nodes.append(helper.make_node("Gemm", [value, numbers[-2].name, numbers[-1].name], [f"z{place + 1}"], transB=1))
        value = nodes[-1].output[0]
        if activation == "silu":
            nodes.append(helper.make_node("Sigmoid", [value], [f"s{place + 1}"]))
            nodes.append(helper.make_node("Mul", [value, nodes[-1].output[0]], [f"a{place + 1}"]))
        elif activation != "linear":
            row = BY_NAME[activation]
            settings = {name: same[0] for name, same in row.attributes.items()}
            nodes.append(helper.make_node(row.operator, [value], [f"a{place + 1}"], **settings))
        value = nodes[-1].output[0]
    nodes[-1].output[0] = "y"
    version = max([VERSION, *(BY_NAME[name].since for name in activations if name in BY_NAME)])
    ends = [
        helper.make_tensor_value_info(name, double, ["batch", units])
        for name, units in (("x", layers[0][0].shape[1]), ("y", layers[-1][0].shape[0]))
    ]
    graph = helper.make_graph(nodes, "nnviz", ends[:1], ends[1:], numbers)
    model = helper.make_model(
        graph,
        producer_name="nnviz",
        opset_imports=[helper.make_opsetid("", version)],
        ir_version=FORMATS.get(version, FORMAT),
    )
    return bytes(model.SerializeToString(deterministic=True))


def _package() -> Any:
    try:
        import onnx
        import onnx.numpy_helper
    except ImportError:
        reason = said("Engine", "ONNX needs the package onnx: {command}")
        raise WeightsError(reason.format(command='pip install "nnviz-desktop[onnx]"')) from None
    return onnx


class _Walk:
    """From node to node along the one value that goes through the network."""

    def __init__(self, graph: Any, onnx: Any) -> None:
        self._graph, self._onnx = graph, onnx
        self._constants = {each.name: each for each in graph.initializer}
        self._layers: list[Layer] = []
        self._before = self._value = ""
        self._open = ""
        """The kind of the last node, where it may go on: a MatMul to its Add, a Sigmoid to a SiLU."""

    def chain(self) -> Chain:
        """All layers, in order."""
        inputs = [each.name for each in self._graph.input if each.name not in self._constants]
        if len(inputs) != 1 or len(self._graph.output) != 1:
            raise WeightsError(said("Engine", "only a network with one input and one output can be read"))
        self._value = inputs[0]
        for node in self._graph.node:
            self._take(node)
        if self._value != self._graph.output[0].name or not self._layers:
            raise WeightsError(said("Engine", "only a chain of dense layers can be read"))
        self._check_activations()
        return tuple(self._layers)

    def _take(self, node: Any) -> None:
        texts = (node.name, node.op_type, *node.input, *node.output)
        if not all(isinstance(text, str) for text in texts):  # bytes, where it is not UTF-8
            raise WeightsError(said("Engine", "not an ONNX file"))
        if node.domain not in DOMAINS or len(node.output) != 1:
            raise _refused(node)
        if (constant := self._constant(node)) is not None:
            self._constants[node.output[0]] = constant
            return
        if self._value not in node.input:
            raise _refused(node)
        if node.op_type == "Gemm":
            self._gemm(node)
        elif node.op_type == "MatMul":
            self._product(node)
        elif node.op_type == "Add" and self._open == "MatMul":
            self._add(node)
        elif node.op_type == "Mul" and self._open == "Sigmoid" and set(node.input) == {self._before, self._value}:
            self._layers[-1] = self._layers[-1]._replace(activation="silu")
        elif node.op_type in BY_OPERATOR and self._layers and self._layers[-1].activation is None:
            self._activation(node)
        elif node.op_type != "Identity":
            raise _refused(node)
        self._open = node.op_type
        self._before, self._value = self._value, node.output[0]

    def _check_activations(self) -> None:
        """Each is one that a layer at its place can have; the output may say nothing: a loss then takes z."""
        *hidden, last = self._layers
        output = last.activation
        wrong = [layer for layer in hidden if layer.activation not in ACTIVATIONS]
        if output is not None and output not in OUTPUTS:
            wrong.append(last)
        if wrong:
            reason = said("Engine", "no layer at its place can have the activation {activation}")
            raise WeightsError(reason.format(activation=str(wrong[0].activation)), wrong[0].name)

    def _constant(self, node: Any) -> Any:
        """The constant that a node is, or passes on; ``None`` where it is none."""
        if node.op_type == "Constant":
            value = _attributes(node, self._onnx).get("value")
            return value if isinstance(value, self._onnx.TensorProto) else None
        return self._constants.get(node.input[0]) if node.op_type == "Identity" and node.input else None

    def _gemm(self, node: Any) -> None:
        attributes = _attributes(node, self._onnx)
        if attributes.get("transA", 0) or attributes.get("alpha", 1.0) != 1.0 or attributes.get("beta", 1.0) != 1.0:
            raise WeightsError(said("Engine", "a Gemm with transA, alpha or beta cannot be read"), _called(node))
        if not 2 <= len(node.input) <= 3 or node.input[0] != self._value:
            raise _refused(node)
        weights = self._numbers(node.input[1])
        self._dense(node.input[1], weights if attributes.get("transB", 0) else weights.T)
        if len(node.input) == 3 and node.input[2]:
            self._bias(node.input[2])

    def _product(self, node: Any) -> None:
        if len(node.input) != 2 or node.input[0] != self._value:
            raise _refused(node)
        self._dense(node.input[1], self._numbers(node.input[1]).T)

    def _add(self, node: Any) -> None:
        others = [name for name in node.input if name != self._value]
        if len(others) != 1:
            raise _refused(node)
        self._bias(others[0])

    def _activation(self, node: Any) -> None:
        row, given = BY_OPERATOR[node.op_type], _attributes(node, self._onnx)
        for name, same in row.attributes.items():
            value = given.get(name, row.defaults[name])
            if not any(_is_same(value, each) for each in same):
                reason = said("Engine", "{operator} with {attribute} = {value} is none of nnviz's activations")
                raise WeightsError(
                    reason.format(operator=row.operator, attribute=name, value=f"{value}"), _called(node)
                )
        self._layers[-1] = self._layers[-1]._replace(activation=row.name)

    def _dense(self, name: str, weights: Array) -> None:
        check_weights_shape(name, weights.shape)
        check_chained(name, weights.shape, self._layers)
        check_layers(len(self._layers) + 1)
        if self._layers and self._layers[-1].activation is None:
            self._layers[-1] = self._layers[-1]._replace(activation="linear")
        self._layers.append(Layer(name, np.ascontiguousarray(weights), np.zeros(len(weights))))

    def _bias(self, name: str) -> None:
        units, bias = len(self._layers[-1].W), self._numbers(name)
        if bias.shape == (1, units):
            bias = bias[0]
        check_bias_shape(name, bias.shape, units)
        self._layers[-1] = self._layers[-1]._replace(b=bias)

    def _numbers(self, name: str) -> Array:
        """The numbers of a constant, once it is certain that the file holds them."""
        tensor, kinds = self._constants.get(name), self._onnx.TensorProto
        if tensor is None:
            raise WeightsError(said("Engine", "is worked out in the network, not a constant of it"), name)
        if tensor.data_location == kinds.EXTERNAL or tensor.external_data:
            raise WeightsError(said("Engine", "its numbers are in another file, which is not read"), name)
        if tensor.data_type not in (kinds.DOUBLE, kinds.FLOAT, kinds.FLOAT16, kinds.BFLOAT16):
            raise WeightsError(
                said("Engine", "holds no numbers that can be read; known: {names}").format(
                    names="DOUBLE, FLOAT, FLOAT16, BFLOAT16"
                ),
                name,
            )
        size = {kinds.DOUBLE: 8, kinds.FLOAT: 4}.get(tensor.data_type, 2)
        count = max(
            len(tensor.raw_data) / size, len(tensor.double_data), len(tensor.float_data), len(tensor.int32_data)
        )
        if any(length < 0 for length in tensor.dims) or math.prod(tensor.dims) != count:
            shape = shown_shape(tuple(tensor.dims)[:8])
            raise WeightsError(
                said("Engine", "its shape {shape} does not fit its {numbers:g} numbers").format(
                    shape=shape, numbers=count
                ),
                name,
            )
        try:
            numbers = np.asarray(self._onnx.numpy_helper.to_array(tensor)).astype(np.float64)
        except (TypeError, ValueError):
            raise WeightsError(said("Engine", "its numbers cannot be read"), name) from None
        return checked_numbers(name, numbers)


def _attributes(node: Any, onnx: Any) -> dict[str, Any]:
    try:
        found = [(each.name, onnx.helper.get_attribute_value(each)) for each in node.attribute]
    except ValueError:
        raise _refused(node) from None
    return {name: value.decode("utf-8", "replace") if isinstance(value, bytes) else value for name, value in found}


def _is_same(value: object, wanted: float | str) -> bool:
    # ONNX keeps the numbers of attributes in 32 bits.
    if isinstance(value, (int, float)) and not isinstance(wanted, str):
        return bool(np.float32(value) == np.float32(wanted))
    return value == wanted


def _called(node: Any) -> str:
    return str(node.name or node.op_type)


def _refused(node: Any) -> WeightsError:
    reason = said(
        "Engine", "a node {operator} cannot be read here: only a chain of Gemm, or MatMul and Add, and of {names}"
    )
    return WeightsError(
        reason.format(operator=plain_name(node.op_type), names=", ".join(row.operator for row in OPERATORS)),
        _called(node),
    )
