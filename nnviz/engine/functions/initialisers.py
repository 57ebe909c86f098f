"""Where weights start from. Adding an initialiser is adding a row to ``INITIALISERS``.

Sources: Glorot & Bengio 2010 ("Xavier"), He et al. 2015, LeCun et al. 1998. Fan-in and fan-out are the numbers of
inputs and units.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from nnviz.engine.settings import Network
from nnviz.engine.types import Array


@dataclass(frozen=True)
class Initialiser:
    """A way to draw the weights of a layer.

    Attributes:
        draw: ``draw(generator, fan_in, fan_out, network)`` gives W of shape (fan_out, fan_in).
        settings: The fields of the network that say how.
    """

    name: str
    draw: Callable[[np.random.Generator, int, int, Network], Array]
    settings: tuple[str, ...] = ()


def _xavier_uniform(generator: np.random.Generator, fan_in: int, fan_out: int, network: Network) -> Array:
    bound = np.sqrt(6.0 / (fan_in + fan_out))
    return generator.uniform(-bound, bound, (fan_out, fan_in))


def _xavier_normal(generator: np.random.Generator, fan_in: int, fan_out: int, network: Network) -> Array:
    return generator.normal(0.0, np.sqrt(2.0 / (fan_in + fan_out)), (fan_out, fan_in))


def _he_uniform(generator: np.random.Generator, fan_in: int, fan_out: int, network: Network) -> Array:
    bound = np.sqrt(6.0 / fan_in)
    return generator.uniform(-bound, bound, (fan_out, fan_in))


def _he_normal(generator: np.random.Generator, fan_in: int, fan_out: int, network: Network) -> Array:
    return generator.normal(0.0, np.sqrt(2.0 / fan_in), (fan_out, fan_in))


def _lecun_normal(generator: np.random.Generator, fan_in: int, fan_out: int, network: Network) -> Array:
    return generator.normal(0.0, np.sqrt(1.0 / fan_in), (fan_out, fan_in))


def _normal(generator: np.random.Generator, fan_in: int, fan_out: int, network: Network) -> Array:
    return generator.normal(0.0, network.sigma, (fan_out, fan_in))


def _uniform(generator: np.random.Generator, fan_in: int, fan_out: int, network: Network) -> Array:
    return generator.uniform(-network.range, network.range, (fan_out, fan_in))


def _zeros(generator: np.random.Generator, fan_in: int, fan_out: int, network: Network) -> Array:
    return np.zeros((fan_out, fan_in))


def _constant(generator: np.random.Generator, fan_in: int, fan_out: int, network: Network) -> Array:
    return np.full((fan_out, fan_in), network.constant)


INITIALISERS = MappingProxyType(
    {
        row.name: row
        for row in (
            Initialiser("xavier_uniform", _xavier_uniform),
            Initialiser("xavier_normal", _xavier_normal),
            Initialiser("he_uniform", _he_uniform),
            Initialiser("he_normal", _he_normal),
            Initialiser("lecun_normal", _lecun_normal),
            Initialiser("normal", _normal, ("sigma",)),
            Initialiser("uniform", _uniform, ("range",)),
            Initialiser("zeros", _zeros),
            Initialiser("constant", _constant, ("constant",)),
        )
    }
)
"""The initialisers, by name."""
