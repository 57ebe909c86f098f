"""Small experiments for tests: any pair of activations, outputs and losses, with data that suits them."""

import numpy as np

from nnviz.engine import Data, Experiment, Network, Training
from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.losses import LOSSES
from nnviz.engine.textbook import Layer, forward

PAIRS = [(output, loss.name) for loss in LOSSES.values() for output in loss.outputs]
HIDDEN = list(ACTIVATIONS)


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


def textbook_layers(trainer):
    """The network of a trainer as the textbook has it."""
    architecture = trainer.architecture
    names = [architecture.activation_name(layer) for layer in range(1, architecture.layers + 1)]
    return [Layer(*parameters, name) for parameters, name in zip(trainer.parameters(), names, strict=True)]


def textbook_answers(trainer, x):
    """The inputs and what each layer makes of them by the textbook; rows are examples."""
    layers = textbook_layers(trainer)
    return [np.array(rows) for rows in zip(*(forward(layers, row)[1] for row in x), strict=True)]
