"""The start: the lines that give a network its first weights and biases."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from nnviz.code.literals import array, number
from nnviz.code.subject import Subject
from nnviz.engine.settings import Network

DRAWS = MappingProxyType(
    {
        "xavier_uniform": ("np.sqrt(6 / (inputs + units))", "rng.uniform(-scale, scale, (units, inputs))"),
        "xavier_normal": ("np.sqrt(2 / (inputs + units))", "rng.normal(0, scale, (units, inputs))"),
        "he_uniform": ("np.sqrt(6 / inputs)", "rng.uniform(-scale, scale, (units, inputs))"),
        "he_normal": ("np.sqrt(2 / inputs)", "rng.normal(0, scale, (units, inputs))"),
        "lecun_normal": ("np.sqrt(1 / inputs)", "rng.normal(0, scale, (units, inputs))"),
        "normal": ("{sigma}", "rng.normal(0, scale, (units, inputs))"),
        "uniform": ("{range}", "rng.uniform(-scale, scale, (units, inputs))"),
        "zeros": ("", "np.zeros((units, inputs))"),
        "constant": ("", "np.full((units, inputs), {constant})"),
    }
)
"""How each of the engine's initialisers draws the weights of a layer: a scale, and what is done with it."""


def first_parameters(subject: Subject) -> list[str]:
    """The lines that make W1, b1, W2 and so on, arrays of NumPy."""
    network, layers = subject.experiment.network, subject.layers
    if network.parameters is not None:
        return [
            line
            for layer, given in zip(layers, network.parameters, strict=True)
            for line in (f"W{layer} = {array(np.array(given.W))}", f"b{layer} = {array(np.array(given.b))}")
        ]
    biases = network.bias if isinstance(network.bias, tuple) else (network.bias,) * len(layers)
    widths = subject.architecture.widths
    return [
        *_drawing(network),
        *(
            f"W{layer}, b{layer} = first_weights({widths[layer - 1]}, {widths[layer]}), {_bias(widths[layer], bias)}"
            for layer, bias in zip(layers, biases, strict=True)
        ),
    ]


def _drawing(network: Network) -> list[str]:
    """The function ``first_weights``, and the generator that it draws from where it draws."""
    settings = {name: float(getattr(network, name)) for name in ("sigma", "range", "constant")}
    scale, draw = (text.format(**settings) for text in DRAWS[network.init])
    gain = f"{number(network.gain)} * " if network.gain != 1.0 else ""
    return [
        *([f"rng = np.random.default_rng({network.seed})", "", ""] if "rng" in draw else []),
        "def first_weights(inputs, units):",
        f'    """{network.init}: a row for each unit."""',
        *([f"    scale = {scale}"] if scale else []),
        f"    return {gain}{draw}",
        "",
        "",
    ]


def _bias(units: int, start: float) -> str:
    return f"np.full({units}, {float(start)})" if start else f"np.zeros({units})"
