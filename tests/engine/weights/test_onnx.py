"""ONNX in and out: held to the package's own checker and its reference evaluator."""

import subprocess
import sys
from itertools import pairwise

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator

from nnviz.engine import Experiment, Trainer
from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.outputs import OUTPUTS
from nnviz.engine.weights.onnx_files import onnx_bytes, read_onnx
from nnviz.engine.weights.problem import WeightsError


def layers_of(widths, seed=1):
    generator = np.random.default_rng(seed)
    return [
        (generator.normal(size=(units, before)), generator.normal(size=units)) for before, units in pairwise(widths)
    ]


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("hidden", ACTIVATIONS)
def test_what_is_written_comes_back_to_the_bit(hidden, output):
    layers = layers_of([3, 4, 2])
    content = onnx_bytes(layers, [hidden, output])
    onnx.checker.check_model(onnx.load_from_string(content), full_check=True)
    chain = read_onnx(content)
    assert [layer.activation or "linear" for layer in chain] == [hidden, output]
    for layer, (weights, bias) in zip(chain, layers, strict=True):
        assert layer.W.tobytes() == weights.tobytes() and layer.b.tobytes() == bias.tobytes()


@pytest.mark.parametrize("hidden", ACTIVATIONS)
def test_another_program_computes_the_same_from_it(hidden):
    experiment = Experiment.named("blobs3").with_fields({"network.activation": hidden})
    trainer = Trainer(experiment)
    record = trainer.iterate()
    content = onnx_bytes(
        [(layer.W, layer.b) for layer in record.layers], [hidden] * (len(record.layers) - 1) + ["softmax"]
    )
    (answer,) = ReferenceEvaluator(onnx.load_from_string(content)).run(None, {"x": np.array(record.x)})
    # ONNX keeps the slope of a leaky ReLU in 32 bits, and its evaluator has the error function of a GELU to 1e-7.
    tolerance = 1e-6 if hidden in ("leaky_relu", "gelu") else 1e-12
    assert np.allclose(answer, record.layers[-1].a, rtol=0, atol=tolerance)


def constant(name, array, kind=None):
    tensor = numpy_helper.from_array(np.asarray(array, dtype=np.float64), name)
    if kind is not None:
        tensor.data_type = kind
    return tensor


def model(nodes, numbers, inputs=("x",), outputs=("y",)):
    ends = [
        [helper.make_tensor_value_info(name, TensorProto.DOUBLE, None) for name in part] for part in (inputs, outputs)
    ]
    return helper.make_model(helper.make_graph(nodes, "g", *ends, numbers)).SerializeToString()


W, B = constant("W", [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), constant("b", [0.5, -0.5, 0.0])


@pytest.mark.parametrize("operands", [["z", "b"], ["b", "z"]])
def test_a_product_with_a_sum_is_a_layer_too(operands):
    nodes = [helper.make_node("MatMul", ["x", "W"], ["z"]), helper.make_node("Add", operands, ["y"])]
    (layer,) = read_onnx(model(nodes, [W, B]))
    assert layer.W.tolist() == [[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]] and layer.b.tolist() == [0.5, -0.5, 0.0]
    assert layer.activation is None


def test_constants_come_as_nodes_too_and_in_32_bits():
    value = numpy_helper.from_array(np.array([[0.1, 0.2]], dtype=np.float32), "")
    nodes = [
        helper.make_node("Constant", [], ["c"], value=value),
        helper.make_node("Identity", ["c"], ["w"]),
        helper.make_node("Gemm", ["x", "w"], ["y"], transB=1),
    ]
    (layer,) = read_onnx(model(nodes, []))
    assert layer.W.tolist() == [[float(np.float32(0.1)), float(np.float32(0.2))]] and layer.b.tolist() == [0.0]


def external():
    tensor = constant("W", np.ones((2, 1)))
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="../../etc/passwd")
    return tensor


def overflowing():
    tensor = constant("W", np.ones((2, 1)))
    tensor.dims[:] = [2**32, 2**32]
    return tensor


def negative():
    tensor = constant("W", np.ones((2, 1)))
    tensor.dims[:] = [-2, -1]
    return tensor


def many(part, times=2_000_000):
    """A model with so many of the same in its graph."""
    graph, length = part * times, b""
    rest = len(graph)
    while rest > 127:
        length, rest = length + bytes([rest % 128 + 128]), rest // 128
    return b"\x3a" + length + bytes([rest]) + graph


GEMM = helper.make_node("Gemm", ["x", "W"], ["y"], name="dense")
ONLY = "only a chain of Gemm, or MatMul and Add, and of Sigmoid, Tanh, Relu, LeakyRelu, Elu, Softplus, Gelu, Softmax"
WRONG = {
    "not one": (b"\xff" * 100, "not an ONNX file"),
    "many small things": (many(b"\x0a\x00"), "not the file of a chain of dense layers: there is more in it than that"),
    "many things inside a node": (
        many(b"\x0a\x80\x89\x7a" + b"\x0a\x00" * 1_000_000, 1),
        "not the file of a chain of dense layers: there is more in it than that",
    ),
    "many nodes": (many(b"\x0a\x02\x22\x00", 1_000), "only a chain of dense layers can be read"),
    "a group": (b"\x0b\x0c", "not an ONNX file"),
    "a length beyond the end": (b"\x3a\x7f", "not an ONNX file"),
    "a number that does not end": (b"\x08" + b"\xff" * 100, "not an ONNX file"),
    "nothing": (b"", "not an ONNX file, or one without a network"),
    "convolution": (
        model([helper.make_node("Conv", ["x", "W"], ["y"], name="conv1")], [W]),
        f"conv1: a node Conv cannot be read here: {ONLY}",
    ),
    "a loop": (
        model([GEMM, helper.make_node("Loop", ["", "", "y"], ["z"])], [W], outputs=("z",)),
        f"Loop: a node Loop cannot be read here: {ONLY}",
    ),
    "another domain": (
        model([helper.make_node("Gemm", ["x", "W"], ["y"], domain="evil")], [W]),
        f"Gemm: a node Gemm cannot be read here: {ONLY}",
    ),
    "skip connection": (
        model([GEMM, helper.make_node("Add", ["x", "y"], ["z"])], [W], outputs=("z",)),
        f"Add: a node Add cannot be read here: {ONLY}",
    ),
    "two inputs": (model([GEMM], [W], ("x", "x2")), "only a network with one input and one output can be read"),
    "end elsewhere": (model([GEMM], [W], outputs=("x",)), "only a chain of dense layers can be read"),
    "scaled": (
        model([helper.make_node("Gemm", ["x", "W"], ["y"], name="dense", alpha=2.0)], [W]),
        "dense: a Gemm with transA, alpha or beta cannot be read",
    ),
    "not a constant": (model([GEMM], []), "W: is worked out in the network, not a constant of it"),
    "external data": (model([GEMM], [external()]), "W: its numbers are in another file, which is not read"),
    "overflowing": (model([GEMM], [overflowing()]), f"W: its shape ({2**32}, {2**32}) does not fit its 2 numbers"),
    "negative": (model([GEMM], [negative()]), "W: its shape (-2, -1) does not fit its 2 numbers"),
    "whole numbers": (
        model([GEMM], [constant("W", np.ones((2, 1)), TensorProto.INT64)]),
        "W: holds no numbers that can be read; known: DOUBLE, FLOAT, FLOAT16, BFLOAT16",
    ),
    "nan": (model([GEMM], [constant("W", [[np.nan]])]), "W: holds a number that is not finite"),
    "four dimensions": (
        model([GEMM], [constant("W", np.ones((1, 1, 1, 1)))]),
        "W: the shape (1, 1, 1, 1) is not that of a Linear layer, (out, in)",
    ),
    "another slope": (
        model([GEMM, helper.make_node("LeakyRelu", ["y"], ["z"], name="act", alpha=0.5)], [W], outputs=("z",)),
        "act: LeakyRelu with alpha = 0.5 is none of nnviz's activations",
    ),
    "relu at the end": (
        model([GEMM, helper.make_node("Relu", ["y"], ["z"])], [W], outputs=("z",)),
        "W: no layer at its place can have the activation relu",
    ),
    "does not chain": (
        model(
            [GEMM, helper.make_node("Gemm", ["y", "W2"], ["z"])], [W, constant("W2", np.ones((5, 1)))], outputs=("z",)
        ),
        "W2: takes 5 inputs, but W before it gives 3",
    ),
}


@pytest.mark.parametrize(("content", "reason"), WRONG.values(), ids=WRONG)
def test_what_is_no_chain_of_dense_layers_is_refused(content, reason):
    with pytest.raises(WeightsError) as refused:
        read_onnx(content)
    assert refused.value.text == reason


def test_of_bytes_that_are_changed_at_random_nothing_but_a_refusal_comes():
    good = onnx_bytes(layers_of([2, 3, 1]), ["silu", "sigmoid"])
    generator = np.random.default_rng(1)
    refused = 0
    for _ in range(300):
        content = bytearray(good)
        for place in generator.integers(len(good), size=3):
            content[place] = generator.integers(256)
        try:
            read_onnx(bytes(content))
        except WeightsError:
            refused += 1
    assert refused > 100


def test_without_the_package_the_line_that_installs_it_is_said(monkeypatch):
    monkeypatch.setitem(sys.modules, "onnx", None)
    with pytest.raises(WeightsError, match=r'^ONNX needs the package onnx: pip install "nnviz-desktop\[onnx\]"$'):
        read_onnx(b"")


def test_safetensors_need_no_onnx():
    script = (
        "import sys, nnviz.engine.weights.files as f; "
        "f.weights_bytes('.safetensors', [], []); sys.exit('onnx' in sys.modules or 'torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
