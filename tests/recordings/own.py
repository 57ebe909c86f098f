"""A recording of nnviz's own training, written as one of a PyTorch loop is: for tests that need no PyTorch."""

import msgspec
import numpy as np

from nnviz.engine import Experiment, Trainer
from nnviz.recordings.layout import COUNTS, FORMAT, STEPPED, About, shapes
from nnviz.recordings.reading import open_recording
from nnviz.recordings.spool import Counts, Spool

WHOLE = {"hidden", "activation", "output"}


def own_training(steps=30, **fields):
    """A trainer, and what it did."""
    settings = {"data.examples": 25, "data.split": [1.0, 0.0, 0.0], "training.early_stopping": None}
    settings |= {"network.hidden": [4, 3], "training.batch_size": 6}
    trainer = Trainer(Experiment.named("circle", {**settings, **fields}))
    return trainer, [trainer.iterate() for _ in range(steps)]


def about_of(trainer, **fields):
    """What a recording of it says of itself."""
    experiment = trainer.experiment.to_dict()
    network = {name: experiment["network"][name] for name in ("hidden", "activation", "output")}
    training = {name: experiment["training"][name] for name in ("loss", "optimizer", "learning_rate", "batch_size")}
    layers = tuple(f"layers.{place}" for place in range(trainer.architecture.layers))
    tables = {"title": "Circle", "network": network, "training": training}
    memory = {"adam": ("m", "v"), "sgd": ()}[trainer.experiment.training.optimizer.name]
    return About(format=FORMAT, layers=layers, experiment=tables, memory=memory, seen=trainer.iteration, **fields)


def write(path, trainer, records, about=None):
    """Write it; gives the path."""
    about = about or about_of(trainer)
    architecture, spool = trainer.architecture, Spool(path)
    examples = trainer.examples
    states = [records[0].before, *(record.after[:-1] for record in records)]
    spool.take([("x", examples.x.tobytes()), ("y", examples.y.tobytes())], Counts())

    def pieces(vector, prefix):
        for layer, (weights, bias) in enumerate(architecture.weights_and_biases(vector), start=1):
            yield f"{prefix}W{layer}", np.ascontiguousarray(weights).tobytes()
            yield f"{prefix}b{layer}", np.ascontiguousarray(bias).tobytes()

    for state in states:
        for letter, vector in zip((*(f"{each}." for each in about.memory), ""), state, strict=True):
            spool.take(list(pieces(vector, letter)), Counts())
    for place, record in enumerate(records):
        found = {
            "rows": np.int32(len(record.x)),
            "before": np.int32(place),
            "after": np.int32(place + 1),
            "updates": np.int32(place + 1),
            "loss": np.float64(record.loss.total),
            "learning_rate": np.float64(record.learning_rate),
            "clip": np.array([1.0, 1.0]),
            "example": record.examples.astype("<i4"),
        }
        for layer in record.layers:
            found[f"z{layer.number}"], found[f"delta{layer.number}"] = layer.z, layer.delta
        content = [(name, np.ascontiguousarray(value).tobytes()) for name, value in found.items()]
        spool.take([*content, *pieces(record.gradient, "d")], Counts())
    rows = sum(len(record.x) for record in records)
    counts = {"examples": len(examples.x), "rows": rows, "steps": len(records), "states": len(states)}
    tensors = {"example": (COUNTS, (rows,))}
    tensors |= {name: (kind, (len(records), *shape)) for name, kind, shape in STEPPED}
    tensors |= {name: ("F64", (counts[of], *shape)) for name, of, shape in shapes(architecture.widths, about.memory)}
    spool.finish(tensors, msgspec.json.encode(about).decode())
    spool.close()
    return path


def own_recording(path, steps=30, **fields):
    """An opened one."""
    return open_recording(write(path, *own_training(steps, **fields)))
