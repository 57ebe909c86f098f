"""The four networks that speed is measured on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.engine import Data, EarlyStopping, Experiment, Network, Training


@dataclass(frozen=True)
class Case:
    """A network, its data and its batches; half of the examples are trained on, a quarter is held out."""

    name: str
    words: str
    hidden: tuple[int, ...]
    activation: str
    output: str
    loss: str
    inputs: int
    classes: int
    examples: int
    batch: int

    def experiment(self, epochs: int = 10_000_000) -> Experiment:
        """The experiment, with early stopping that watches and never stops."""
        generator = np.random.default_rng(1)
        x = generator.normal(size=(self.examples, self.inputs))
        signs = (x[:, 0] * x[:, 1] > 0).astype(int)
        labels = signs if self.classes == 2 else generator.integers(0, self.classes, self.examples)
        return Experiment(
            title=self.name,
            data=Data(
                x=tuple(map(tuple, x.tolist())),
                y=tuple(labels.tolist()),
                split=(0.5, 0.25, 0.25),
            ),
            network=Network(hidden=self.hidden, activation=self.activation, output=self.output),
            training=Training(
                loss=self.loss,
                learning_rate=0.01,
                batch_size=self.batch,
                epochs=epochs,
                early_stopping=EarlyStopping(patience=10_000_000),
            ),
        )


CASES = (
    Case("a", "2-4-2-1 tanh, squared error, batch 10", (4, 2), "tanh", "tanh", "squared_error", 2, 2, 500, 10),
    Case("b", "2-8-8-8-1 tanh, squared error, batch 10", (8, 8, 8), "tanh", "tanh", "squared_error", 2, 2, 500, 10),
    Case("c", "64-32-16-10 ReLU, softmax, batch 32", (32, 16), "relu", "softmax", "cross_entropy", 64, 10, 2048, 32),
    Case("d", "2-(10 × 8)-1 sigmoid, batch 10", (8,) * 10, "sigmoid", "sigmoid", "squared_error", 2, 2, 500, 10),
)
