"""The graph of scalars: every value follows from those before it, every derivative from trying."""

import math

import numpy as np
import pytest

from nnviz.engine import PlaceError
from nnviz.engine.analysis.scalar_graph import MOST_NODES, count_nodes, scalar_graph
from tests.ui.panels.runs import trainer

RUNS = [
    ("worked-example", {}),
    ("circle", {"network__hidden": (4,)}),
    ("circle", {"network__hidden": (3,), "network__output": "tanh", "training__loss": "squared_error"}),
    ("circle", {"network__hidden": (2,), "network__output": "softmax", "training__loss": "cross_entropy"}),
    ("sine", {"network__hidden": (2, 2), "network__activation": "sigmoid"}),
]


def graph_of(name, fields, example=1):
    run = trainer(name, **fields)
    run.run(3)
    record = run.iterate()
    example = min(example, len(record.examples) - 1)
    return record, example, scalar_graph(record, example)


def forward(record, graph, changed=None, by=0.0):
    """The values of all nodes, one of them changed, by an interpreter that knows only kinds and parents."""
    architecture = record.architecture
    values = []
    for place, node in enumerate(graph):
        of = [values[parent] for parent in node.parents]
        match node.kind:
            case "product":
                value = of[0] * of[1]
            case "sum":
                value = sum(of)
            case "function":
                last = node.layer == architecture.layers
                function = architecture.output if last else architecture.hidden[node.layer - 1]
                found = function.of(np.array([of]))[0]
                value = found[node.unit] if len(of) > 1 else found[0]
            case "loss":
                half = len(of) // 2
                z = [
                    values[at]
                    for at, each in enumerate(graph[:place])
                    if each.kind == "sum" and each.layer == node.layer
                ]
                y_hat, y = np.array(of[:half]), np.array(of[half:])
                value = loss_of(record, np.array(z), y_hat, y)
            case _:
                value = node.value
        values.append(float(value) + (by if place == changed else 0.0))
    return values


def loss_of(record, z, y_hat, y):
    if record.architecture.loss.name == "squared_error":
        return float(record.architecture.loss.factor) * ((y_hat - y) ** 2).sum()
    if record.architecture.loss.name == "cross_entropy":
        return -(y * np.log(y_hat)).sum()
    return -(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat)).sum()


@pytest.mark.parametrize(("name", "fields"), RUNS)
def test_values_follow_from_one_another_up_to_the_loss(name, fields):
    record, example, graph = graph_of(name, fields)
    assert forward(record, graph) == pytest.approx([node.value for node in graph], rel=1e-9)
    assert graph[-1].kind == "loss" and graph[-1].value == pytest.approx(record.example_losses[example])
    assert all(parent < place for place, node in enumerate(graph) for parent in node.parents)


@pytest.mark.parametrize(("name", "fields"), RUNS)
def test_derivatives_are_what_trying_gives(name, fields):
    record, _, graph = graph_of(name, fields)
    step = 1e-6
    for place, node in enumerate(graph):
        if node.kind == "target":
            assert math.isnan(node.derivative) and not node.known_back
            continue
        ends = [forward(record, graph, place, by)[-1] for by in (-step, step)]
        assert node.derivative == pytest.approx((ends[1] - ends[0]) / (2 * step), rel=1e-5, abs=1e-8), node


@pytest.mark.parametrize(("name", "fields"), RUNS)
def test_every_node_has_its_phases(name, fields):
    record, _, graph = graph_of(name, fields)
    phases = {phase.name for phase in record.phases}
    assert len(graph) == count_nodes(record.architecture)
    assert {node.known for node in graph} | {node.known_back for node in graph} - {""} <= phases


def test_a_larger_network_says_how_large_its_graph_would_be():
    run = trainer("circle", network__hidden=(8, 8))
    assert count_nodes(run.architecture) > MOST_NODES
    with pytest.raises(PlaceError, match=f"{count_nodes(run.architecture)} nodes"):
        scalar_graph(run.iterate(), 0)
