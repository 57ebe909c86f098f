"""Small experiments for tests: any pair of activations, outputs and losses, with data that suits them."""

import numpy as np

from nnviz.engine import Data, Experiment, Network, Training

PAIRS = [
    ("sigmoid", "squared_error"),
    ("tanh", "squared_error"),
    ("linear", "squared_error"),
    ("softmax", "squared_error"),
    ("sigmoid", "binary_cross_entropy"),
    ("softmax", "cross_entropy"),
]
HIDDEN = ["sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "gelu", "silu", "linear"]


def examples(count, inputs=3, outputs=2, seed=1):
    """Random inputs and targets in (0, 1), as the tuples that an experiment holds."""
    generator = np.random.default_rng(seed)
    x = generator.normal(size=(count, inputs))
    y = generator.uniform(size=(count, outputs))
    return tuple(map(tuple, x.tolist())), tuple(map(tuple, y.tolist()))


def classes(count, inputs=3, number=3, seed=1):
    """Random inputs, and classes in turn."""
    x, _ = examples(count, inputs, seed=seed)
    return x, tuple(place % number for place in range(count))


def experiment(
    *, hidden=(4,), activation="tanh", output="sigmoid", loss="squared_error", count=11, split=(1.0, 0.0, 0.0), **fields
):
    """An experiment on random data; ``fields`` go to the part that knows them."""
    x, y = classes(count) if output == "softmax" or loss != "squared_error" else examples(count)
    network = {name: fields.pop(name) for name in list(fields) if name in Network.__struct_fields__ and name != "seed"}
    training = {"batch_size": 4, "epochs": 5, **fields}
    return Experiment(
        data=Data(x=x, y=y, split=split),
        network=Network(hidden=hidden, activation=activation, output=output, **network),
        training=Training(loss=loss, **training),
    )
