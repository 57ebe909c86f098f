"""A network's architecture, and its parameters as one vector with a view for each layer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

import numpy as np

from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.checks import FROZEN_NAME
from nnviz.engine.experiments.completion import layer_widths
from nnviz.engine.functions.activations import ACTIVATIONS, Activation
from nnviz.engine.functions.initialisers import INITIALISERS
from nnviz.engine.functions.losses import LOSSES, Loss
from nnviz.engine.functions.outputs import OUTPUTS, Output
from nnviz.engine.settings import Network
from nnviz.engine.types import Array, Numbers, frozen


@dataclass(frozen=True)
class Architecture:
    """The shape of a network and the functions in it.

    The parameters of all layers stand in one vector θ. Each layer's block has shape (in + 1, out): the weights W
    transposed, and the bias as its last row, so that with a row of ones under the inputs one product gives z.

    Attributes:
        widths: Inputs, hidden units, output units.
        hidden: The activation of each hidden layer.
        dropout: The share of each hidden layer's units that an update silences; empty where none are.
        silenced: The hidden units, as (layer, unit), that answer 0 whatever they are given: knocked out, in training
            and everywhere else.
    """

    widths: tuple[int, ...]
    hidden: tuple[Activation, ...]
    output: Output
    loss: Loss
    dropout: tuple[float, ...] = ()
    silenced: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, experiment: Experiment) -> Architecture:
        """The architecture of a complete experiment."""
        network = experiment.network
        names = (
            (network.activation,) * len(network.hidden) if isinstance(network.activation, str) else network.activation
        )
        widths, training = layer_widths(experiment), experiment.training
        return cls(
            widths=widths,
            hidden=tuple(ACTIVATIONS[name] for name in names),
            output=OUTPUTS[network.output or ""],
            loss=LOSSES[training.loss or ""].with_scale(training.loss_scale, widths[-1]),
            dropout=_dropout(training.dropout, len(network.hidden)),
        )

    @property
    def layers(self) -> int:
        """How many layers have parameters: the hidden ones and the output."""
        return len(self.widths) - 1

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """How many parameters each layer has."""
        return tuple((before + 1) * units for before, units in pairwise(self.widths))

    @property
    def parameter_count(self) -> int:
        """How many numbers θ holds."""
        return sum(self.sizes)

    def with_silenced(self, layer: int, unit: int, silenced: bool) -> Architecture:
        """The same with one hidden unit that answers 0, or that answers again."""
        others = set(self.silenced) - {(layer, unit)}
        return replace(self, silenced=tuple(sorted(others | {(layer, unit)} if silenced else others)))

    def heard(self, layer: int) -> Array | None:
        """1 for each unit of a layer that answers and 0 for each silenced one, shape (units, 1); ``None`` if all do."""
        units = [unit for here, unit in self.silenced if here == layer]
        if not units:
            return None
        column = np.ones((self.widths[layer], 1))
        column[units] = 0.0
        return frozen(column)

    def drops(self, layer: int) -> bool:
        """Whether updates silence some units of a layer at random."""
        return layer <= len(self.dropout) and self.dropout[layer - 1] > 0.0

    def blocks(self, theta: Numbers) -> list[Numbers]:
        """Views of a vector as long as θ, or of each in a stack: each layer's block, shape (…, in + 1, out)."""
        places = np.cumsum((0, *self.sizes))
        return [
            theta[..., start:end].reshape(*theta.shape[:-1], before + 1, units)
            for (start, end), (before, units) in zip(pairwise(places), pairwise(self.widths), strict=True)
        ]

    def weights_and_biases(self, theta: Array) -> list[tuple[Array, Array]]:
        """Views of a vector as long as θ as (W, b) for each layer, shapes (out, in) and (out,)."""
        return [(block[:-1].T, block[-1]) for block in self.blocks(theta)]

    def activation_name(self, layer: int) -> str:
        """The name of a layer's activation; layer 1 is the first hidden one."""
        return self.output.name if layer == self.layers else self.hidden[layer - 1].name


def initial_parameters(network: Network, architecture: Architecture) -> Array:
    """θ before training: explicit values, or drawn from the network's seed."""
    theta = np.zeros(architecture.parameter_count)
    views = architecture.weights_and_biases(theta)
    if network.parameters is not None:
        for (weights, bias), given in zip(views, network.parameters, strict=True):
            weights[...] = given.W
            bias[...] = given.b
        return theta
    generator = np.random.default_rng(network.seed)
    initialise = INITIALISERS[network.init].draw
    biases = network.bias if isinstance(network.bias, tuple) else (network.bias,) * len(views)
    for (weights, bias), start, (before, units) in zip(views, biases, pairwise(architecture.widths), strict=True):
        weights[...] = network.gain * initialise(generator, before, units, network)
        bias[...] = start
    return theta


def _dropout(shares: float | tuple[float, ...], hidden: int) -> tuple[float, ...]:
    """The share of each hidden layer; empty where all are 0."""
    each = shares if isinstance(shares, tuple) else (shares,) * hidden
    return each if any(each) else ()


def trainable_mask(network: Network, architecture: Architecture) -> Array | None:
    """1 for each parameter that trains and 0 for each frozen one, as long as θ; ``None`` where all train."""
    if not network.frozen:
        return None
    mask = np.ones(architecture.parameter_count)
    views = architecture.weights_and_biases(mask)
    for name in network.frozen:
        match = FROZEN_NAME.fullmatch(name)
        assert match is not None, "the experiment was checked"
        weights, bias = views[int(match[2]) - 1]
        part = weights if match[1] == "W" else bias
        part[tuple(int(index) for index in match.group(3, 4) if index is not None)] = 0.0
    return frozen(mask)


def with_frozen(
    trainable: Array | None, architecture: Architecture, layer: int, unit: int, source: int | None, freezes: bool
) -> Array | None:
    """Such a mask with one weight, or the bias where ``source`` is ``None``, that is frozen or trains."""
    mask = np.ones(architecture.parameter_count) if trainable is None else trainable.copy()
    architecture.blocks(mask)[layer - 1][-1 if source is None else source, unit] = 0.0 if freezes else 1.0
    return None if mask.all() else frozen(mask)


def weight_mask(architecture: Architecture) -> Array:
    """1 for each weight and 0 for each bias, as long as θ: what a penalty applies to."""
    mask = np.zeros(architecture.parameter_count)
    for weights, _ in architecture.weights_and_biases(mask):
        weights[...] = 1.0
    return frozen(mask)
