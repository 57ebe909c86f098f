"""An experiment is a value: data, network, training and seeds in one frozen, validated object."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

Seed = Annotated[int, Meta(ge=0, le=2**63 - 1)]
Units = Annotated[int, Meta(ge=1, le=1024)]
Share = Annotated[float, Meta(ge=0.0, le=1.0)]
Positive = Annotated[float, Meta(gt=0.0)]
NotNegative = Annotated[float, Meta(ge=0.0)]
Row = tuple[float, ...]


class Data(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the examples come from, how many, and how they are split.

    Either ``source`` names a built-in set, or ``x`` and ``y`` hold the examples themselves.
    """

    source: str | None = None
    x: tuple[Row, ...] | None = None
    y: tuple[Row | int, ...] | None = None
    """Rows of numbers make a regression; whole numbers, from 0, are classes."""
    examples: Annotated[int, Meta(ge=1, le=100_000)] | None = None
    """How many examples to make; left out: as many as the set usually has."""
    noise: NotNegative = 0.0
    """Standard deviation of the normal noise added to the inputs."""
    label_noise: Share = 0.0
    """Share of labels replaced by another class."""
    seed: Seed = 1
    split: tuple[Share, Share, Share] = (0.6, 0.2, 0.2)
    """Train, validation, test; sums to 1."""
    standardize: bool = True
    """Shift and scale each input by the training part's mean and deviation."""


class LayerParameters(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One layer's parameters given explicitly: ``W`` of shape (out, in), ``b`` of shape (out,)."""

    W: tuple[Row, ...]
    b: Row


class Network(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A chain of dense layers."""

    hidden: tuple[Units, ...] = (4,)
    activation: str | tuple[str, ...] = "tanh"
    """One for all hidden layers, or one for each."""
    output: str | None = None
    """The output layer's activation; left out: it follows the task."""
    init: str = "xavier_uniform"
    constant: float = 0.5
    """The value that ``init = "constant"`` gives every weight."""
    bias: float = 0.0
    """The value that every bias starts from."""
    seed: Seed = 1
    parameters: tuple[LayerParameters, ...] | None = None
    """Explicit values instead of ``init``, one block a layer."""
    frozen: tuple[str, ...] = ()
    """Parameters that do not train: ``"W1"``, ``"b2"``, or a single one, ``"W1[0,2]"`` (to, from), ``"b1[0]"``."""


class EarlyStopping(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Stop when the validation loss has not improved for ``patience`` epochs."""

    patience: Annotated[int, Meta(ge=1)] = 20
    min_delta: NotNegative = 0.0
    restore_best: bool = True


class Optimizer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The optimiser and its settings."""

    name: str = "sgd"


class Training(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the parameters are updated, and for how long."""

    loss: str | None = None
    """Left out: it follows the output layer."""
    optimizer: str | Optimizer = Optimizer()
    learning_rate: Positive = 0.1
    l2: NotNegative = 0.0
    """The penalty ½ λ Σ W²; biases are not penalised."""
    batch_size: Annotated[int, Meta(ge=1)] | Literal["full"] = 10
    epochs: Annotated[int, Meta(ge=1, le=10_000_000)] = 500
    seed: Seed = 1
    early_stopping: EarlyStopping | None = None


class Experiment(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that determines a run. Equal experiments give equal runs, to the bit, on one machine.

    ``Experiment.load``, ``named`` and ``parse`` give *complete* experiments: validated, every default filled in.
    """

    title: str = "Untitled"
    data: Data = Data(source="circle")
    network: Network = Network()
    training: Training = Training()

    @classmethod
    def load(cls, path: str | Path) -> Experiment:
        """Read an experiment file.

        Raises:
            ExperimentError: The file cannot be read or is not a valid experiment.
        """
        from nnviz.engine import experiment_files  # the files know the type, so the type asks late

        return experiment_files.load(Path(path))

    @classmethod
    def named(cls, name: str) -> Experiment:
        """A built-in experiment.

        Raises:
            ExperimentError: There is none of that name.
        """
        from nnviz.engine import experiment_files

        return experiment_files.named(name)

    @classmethod
    def parse(cls, text: str) -> Experiment:
        """An experiment from TOML text.

        Raises:
            ExperimentError: The text is not a valid experiment.
        """
        from nnviz.engine import experiment_files

        return experiment_files.parse(text)

    def to_toml(self) -> str:
        """The experiment as TOML, every default filled in; parsing it gives an equal experiment."""
        from nnviz.engine import experiment_files

        return experiment_files.to_toml(self)

    def to_dict(self) -> dict[str, Any]:
        """Plain tables, lists, numbers and strings; what is left out stays out."""
        from nnviz.engine import experiment_files

        return experiment_files.to_dict(self)

    def with_fields(self, fields: Mapping[str, Any]) -> Experiment:
        """The experiment with some fields replaced, each named in dots, for example ``training.learning_rate``.

        A value of ``None`` takes a field out, so that its default comes back.

        Raises:
            ExperimentError: The result would not be valid.
        """
        from nnviz.engine import experiment_files

        return experiment_files.with_fields(self, fields)
