"""What an experiment sets: data, network and training, each a table of fields that are checked by their types alone."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Seed = Annotated[int, Meta(ge=0, le=2**63 - 1)]
MOST_EXAMPLES = 1_100_000
"""As many as a spreadsheet has rows, and some."""
MOST_HIDDEN_LAYERS = 32
MOST_UNITS = 1024
"""Of one layer."""
MOST_EPOCHS = 10_000_000
Units = Annotated[int, Meta(ge=1, le=MOST_UNITS)]
Share = Annotated[float, Meta(ge=0.0, le=1.0)]
Positive = Annotated[float, Meta(gt=0.0)]
NotNegative = Annotated[float, Meta(ge=0.0)]
Decay = Annotated[float, Meta(ge=0.0, lt=1.0)]
Dropped = Annotated[float, Meta(ge=0.0, le=0.95)]
Row = tuple[float, ...]


class Region(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A ball in the space of the raw inputs."""

    centre: Row
    radius: Positive


class Faults(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What can be wrong with data, switched on to be found: each does what its name says, and nothing else."""

    mislabelled: Region | None = None
    """Every example in this region carries the label of the next class."""
    scaled_input: str | None = None
    """A raw input, by its name, that comes in another unit: ``scale`` times as large."""
    scale: Positive = 1000.0
    unstandardized_test: bool = False
    """Standardisation is forgotten on the test part."""
    sorted_split: bool = False
    """The examples are sorted by label (or target) before they are split, not shuffled."""
    leaked_duplicates: Share = 0.0
    """Share of the validation and of the test part that are copies of training examples."""


class Reading(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a table is written; what is left out is found out from the file. Rows are counted as spreadsheets do, from 1.

    Rows of a text file are its lines.
    """

    header: Annotated[int, Meta(ge=0)] | None = None
    """The row that holds the columns' names; 0 where none does."""
    skip: Annotated[int, Meta(ge=0)] | None = None
    """So many rows at the top are no examples. Between the names and the first example they may be units."""
    separator: Annotated[str, Meta(min_length=1, max_length=20)] | None = None
    """What stands between the cells of a text file: a character, ``"tab"`` or ``"spaces"``."""
    encoding: str | None = None
    """How a text file is written: ``"UTF-8"``, ``"Windows-1252"``, ``"GB18030"`` and so on."""
    decimal: Literal[".", ","] | None = None
    """What stands before the fraction of every number that is a text."""
    missing: tuple[str, ...] | None = None
    """The texts that stand for a missing value, beside nothing at all; left out: what people usually write."""
    dates: Literal["days"] | None = None
    """Dates as numbers: days since the first of January 1970, a time of day as a part of them."""
    sheet: str | Annotated[int, Meta(ge=1)] | None = None
    """The sheet of an Excel file, by its name or its place from 1."""


FOUND_OUT = Reading()
"""Nothing is told."""


class Data(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the examples come from, how many, and how they are split.

    Either ``source`` names a built-in set, or ``file`` a table, or ``x`` and ``y`` hold the examples themselves.
    """

    source: str | None = None
    file: str | None = None
    """A table: CSV, TSV or Excel. A relative path counts from the folder of the experiment file."""
    reading: Reading | None = None
    """How the table is written, where that cannot be left to be found out."""
    target: str | tuple[str, ...] | None = None
    """The column of a table that is to be predicted, or several: numbers, or classes one-hot, a column for each."""
    features: tuple[str, ...] | None = None
    """The columns of a table that are the raw inputs; left out: all but the target."""
    task: Literal["classes", "numbers"] | None = None
    """What the target of a table is; left out: what it looks like."""
    x: tuple[Row, ...] | None = None
    y: tuple[Row | int, ...] | None = None
    """Rows of numbers make a regression; whole numbers, from 0, are classes."""
    classes: Annotated[int, Meta(ge=2, le=100)] | None = None
    """How many classes there are, where ``y`` does not show all of them; left out: as many as it shows."""
    examples: Annotated[int, Meta(ge=1, le=MOST_EXAMPLES)] | None = None
    """How many examples to make or to take; left out: as many as the set usually has, or all."""
    noise: NotNegative = 0.0
    """Standard deviation of the normal noise added to the inputs."""
    label_noise: Share = 0.0
    """Share of labels replaced by another class."""
    clean_test: bool = False
    """Wrong labels, random or of a region, spare the test part: it then says how good a network really is."""
    seed: Seed = 1
    split: tuple[Share, Share, Share] = (0.6, 0.2, 0.2)
    """Train, validation, test; sums to 1."""
    inputs: tuple[str, ...] | None = None
    """Hand-made features over the raw columns, ``"x1^2"`` for example; left out: the raw columns themselves."""
    standardize: bool = True
    """Shift and scale each input by the training part's mean and deviation."""
    standardize_target: bool = False
    """Do the same with the numbers to predict; RMSE and the like stay in their own unit."""
    faults: Faults = Faults()


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
    sigma: NotNegative = 0.5
    """The standard deviation of ``init = "normal"``."""
    range: NotNegative = 0.5
    """``init = "uniform"`` draws from −range to range."""
    gain: float = 1.0
    """A factor on every weight that ``init`` gives."""
    bias: float | Row = 0.0
    """The value that the biases start from: one for all layers, or one for each, the output's last."""
    seed: Seed = 1
    parameters: tuple[LayerParameters, ...] | None = None
    """Explicit values instead of ``init``, one block a layer."""
    weights: str | None = None
    """A file with explicit values, safetensors or ONNX; a relative path counts from the folder of the experiment file.

    A complete experiment has them as ``parameters``: it needs the file no more.
    """
    frozen: tuple[str, ...] = ()
    """Parameters that do not train: ``"W1"``, ``"b2"``, or a single one, ``"W1[0,2]"`` (to, from), ``"b1[0]"``."""


class EarlyStopping(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Stop when the validation part has not got better for ``patience`` epochs."""

    monitor: Literal["loss", "score"] = "loss"
    """What has to get better: the validation loss, or the validation score (accuracy or RMSE)."""
    patience: Annotated[int, Meta(ge=1)] = 20
    min_delta: NotNegative = 0.0
    restore_best: bool = True


class Optimizer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The optimiser and its settings. Each has some of them; what is left out is PyTorch's default."""

    name: str = "sgd"
    momentum: Decay | None = None
    decay: Decay | None = None
    beta1: Decay | None = None
    beta2: Decay | None = None
    epsilon: Positive | None = None
    weight_decay: NotNegative | None = None


class Schedule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the learning rate changes from epoch to epoch. Each schedule has some of the settings.

    A rate that is set by hand in the middle of a run holds from there on: the schedule gives way.
    """

    name: str = "constant"
    factor: Annotated[float, Meta(gt=0.0, le=1.0)] | None = None
    """``step`` and ``exponential``: what the rate is multiplied by."""
    every: Annotated[int, Meta(ge=1, le=MOST_EPOCHS)] | None = None
    """``step``: after so many epochs."""
    epochs: Annotated[int, Meta(ge=1, le=MOST_EPOCHS)] | None = None
    """``cosine``: the epochs from the full rate to the lowest; left out: all of the training."""
    lowest: Share | None = None
    """``cosine``: where it ends, as a share of the full rate."""
    warmup: Annotated[int, Meta(ge=0, le=MOST_EPOCHS)] | None = None
    """In the first so many epochs the rate rises in equal steps to where the schedule has it."""


class Training(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the parameters are updated, and for how long."""

    loss: str | None = None
    """Left out: it follows the output layer."""
    loss_scale: str = "half_sum"
    """What stands before the sum of squared errors: ½, or with ``"sum"`` nothing, or with ``"mean"`` 1 / outputs.

    Other losses have no such choice.
    """
    optimizer: str | Optimizer = Optimizer()
    learning_rate: Positive = 0.1
    schedule: str | Schedule = Schedule()
    clip_norm: Positive | None = None
    """The gradient is scaled down where its norm, over all parameters that train, is larger than this."""
    l1: NotNegative = 0.0
    """The penalty λ Σ |W|; biases are not penalised."""
    l2: NotNegative = 0.0
    """The penalty ½ λ Σ W²; biases are not penalised."""
    dropout: Dropped | tuple[Dropped, ...] = 0.0
    """The share of units silenced at random in each update: one for all hidden layers, or one for each."""
    batch_size: Annotated[int, Meta(ge=1)] | Literal["full"] = 10
    shuffle: bool = True
    """Shuffle the training examples before each epoch."""
    epochs: Annotated[int, Meta(ge=1, le=MOST_EPOCHS)] = 500
    seed: Seed = 1
    early_stopping: EarlyStopping | None = None


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that an experiment sets; ``Experiment`` is this, and can read and write itself."""

    title: str = "Untitled"
    data: Data = Data(source="circle")
    network: Network = Network()
    training: Training = Training()
