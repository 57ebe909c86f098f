"""State dicts of Linear layers: their names give the order, their shapes the architecture."""

import numpy as np
import pytest

from nnviz.engine.weights.chain import chain_of
from nnviz.engine.weights.problem import WeightsError
from nnviz.engine.weights.safetensors import read_tensors, tensor_bytes


def state(shapes):
    arrays = {}
    for name, shape in shapes.items():
        arrays[f"{name}.weight"] = np.full(shape, 0.5)
        arrays[f"{name}.bias"] = np.full(shape[0], 0.25)
    return tensors(arrays)


def tensors(arrays):
    return read_tensors(tensor_bytes(arrays))


def order(shapes):
    return [layer.name.removesuffix(".weight") for layer in chain_of(state(shapes))]


@pytest.mark.parametrize(
    "names", [["0", "1", "2"], ["net.0", "net.2", "net.10"], ["fc1", "fc2", "fc10"], ["a.b.c", "a.b.d", "e"]]
)
def test_layers_come_in_the_order_of_their_names_with_numbers_as_numbers(names):
    shapes = dict(zip(names, [(8, 2), (8, 8), (1, 8)], strict=True))
    assert order(dict(sorted(shapes.items()))) == names
    assert order(dict(reversed(shapes.items()))) == names


def test_where_the_names_say_nothing_the_shapes_do():
    assert order({"hidden": (8, 4), "input": (4, 2), "output": (1, 8)}) == ["input", "hidden", "output"]


def test_one_layer_needs_no_prefix_and_no_bias():
    (layer,) = chain_of(tensors({"weight": np.ones((1, 2))}))
    assert layer.b.tolist() == [0.0] and layer.W.tolist() == [[1.0, 1.0]]


def test_parameters_are_as_an_experiment_has_them():
    (layer,) = chain_of(tensors({"fc.weight": np.array([[0.1, 0.2], [-0.0, 3.0]]), "fc.bias": np.array([1.0, 2.0])}))
    assert layer.parameters().W == ((0.1, 0.2), (-0.0, 3.0)) and layer.parameters().b == (1.0, 2.0)


WRONG = {
    "nothing": ({}, "there are no weights in it"),
    "does not chain": (
        {"fc1.weight": np.ones((4, 2)), "fc2.weight": np.ones((1, 5))},
        "fc2.weight: takes 5 inputs, but fc1.weight before it gives 4",
    ),
    "more than one order": (
        {"a.weight": np.ones((4, 4)), "b.weight": np.ones((4, 4)), "c.weight": np.ones((4, 2))},
        "c.weight: takes 2 inputs, but b.weight before it gives 4",
    ),
    "many": (
        {f"{place}.weight": np.ones((1, 1)) for place in range(34)},
        "34 layers in it; nnviz holds at most 33",
    ),
    "convolution": (
        {"conv.weight": np.ones((8, 1, 3, 3))},
        "conv.weight: the shape (8, 1, 3, 3) is not that of a Linear layer, (out, in)",
    ),
    "batch norm": (
        {"bn.weight": np.ones(4), "bn.bias": np.ones(4)},
        "bn.weight: the shape (4) is not that of a Linear layer, (out, in)",
    ),
    "something else": (
        {"0.weight": np.ones((1, 2)), "1.running_mean": np.ones(1)},
        "1.running_mean: neither the weight nor the bias of a Linear layer",
    ),
    "bias alone": ({"fc.bias": np.ones(1)}, "fc.bias: there is no fc.weight"),
    "bias of another": (
        {"fc.weight": np.ones((1, 2)), "fc.bias": np.ones(2)},
        "fc.bias: expected the shape (1), got (2)",
    ),
    "no units": (
        {"fc.weight": np.ones((0, 2))},
        "fc.weight: the shape (0, 2) is not that of a Linear layer, (out, in)",
    ),
    "too wide": ({"fc.weight": np.ones((1025, 1))}, "fc.weight: a layer of 1,025 units; nnviz holds at most 1,024"),
    "nan": ({"fc.weight": np.array([[1.0, np.nan]])}, "fc.weight: holds a number that is not finite"),
    "infinite bias": (
        {"fc.weight": np.ones((1, 1)), "fc.bias": np.array([-np.inf])},
        "fc.bias: holds a number that is not finite",
    ),
    "too large": ({"fc.weight": np.array([[-1e101]])}, "fc.weight: holds a number beyond ±1e+100"),
}


@pytest.mark.parametrize(("arrays", "reason"), WRONG.values(), ids=WRONG)
def test_what_is_no_chain_is_refused_with_the_name_of_the_tensor(arrays, reason):
    with pytest.raises(WeightsError) as refused:
        chain_of(tensors(arrays))
    assert refused.value.text == reason


def test_layers_that_could_stand_in_very_many_orders_are_given_up_on():
    shapes = {f"{letter}": (4, 4) for letter in "abcdefghijklmnopqrstuvwxy"} | {"z": (4, 2), "zz": (5, 3)}
    with pytest.raises(WeightsError, match="takes 2 inputs"):
        order(shapes)
