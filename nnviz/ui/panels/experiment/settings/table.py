"""Every setting of an experiment: where the panel has it, what it is called, and what it does, in one line.

Adding one is adding a row, and a control in the section that it names.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from nnviz.engine.data.datasets import DATASETS
from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.initialisers import INITIALISERS
from nnviz.engine.functions.losses import LOSSES
from nnviz.engine.functions.optimisers import OPTIMISERS
from nnviz.engine.functions.outputs import OUTPUTS
from nnviz.engine.functions.schedules import SCHEDULES
from nnviz.ui.names.functions import shown_name

DATA, NETWORK, TRAINING, FAULTS = "data", "network", "training", "faults"
NOT_STANDARDIZED = "faults.not_standardized"
"""The key of the switch that turns standardisation off as a fault."""
ACTIVATION_BY_LAYER, DROPOUT_BY_LAYER = "network.activation.layers", "training.dropout.layers"
"""The keys of what can be one for all hidden layers, or one for each, where it is one for each."""
BY_LAYER = ACTIVATION_BY_LAYER, DROPOUT_BY_LAYER
PATIENCE = "training.early_stopping.patience"
"""The key of how long early stopping waits, to the epoch."""
_SECTIONS: MappingProxyType[str, Any] = MappingProxyType(
    {
        DATA: QT_TRANSLATE_NOOP("Settings", "Data"),
        NETWORK: QT_TRANSLATE_NOOP("Settings", "Network"),
        TRAINING: QT_TRANSLATE_NOOP("Settings", "Training"),
        FAULTS: QT_TRANSLATE_NOOP("Settings", "Faults on purpose"),
    }
)


@dataclass(frozen=True)
class Setting:
    """A setting of an experiment.

    Attributes:
        section: The part of the panel that it is in.
        rare: Whether it is folded away until it is asked for.
        field: What experiment files call it, in dots.
        named: Its name, before translation.
        explained: What it does, one sentence, before translation.
        also: Further fields that are changed and set back with it.
        choices: The names that it is chosen from; a search finds it by them too.
        own_key: Its key, where another setting stands for the same field.
    """

    section: str
    rare: bool
    field: str
    named: str
    explained: str
    also: tuple[str, ...] = ()
    choices: Collection[str] = ()
    own_key: str = ""

    @property
    def key(self) -> str:
        """What the panel knows it by."""
        return self.own_key or self.field

    @property
    def title(self) -> str:
        return QCoreApplication.translate("Settings", self.named)

    @property
    def explanation(self) -> str:
        return QCoreApplication.translate("Settings", self.explained)

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields that it stands for."""
        return self.field, *self.also

    def searched_text(self) -> str:
        """All that a search looks through, in small letters."""
        names = [*self.choices, *map(shown_name, self.choices)]
        fields = [*self.fields, *(field.replace("_", " ") for field in self.fields)]
        return "\n".join([self.title, self.explanation, section_title(self.section), *fields, *names]).casefold()


def section_title(section: str) -> str:
    """The heading of a part of the panel."""
    return QCoreApplication.translate("Settings", str(_SECTIONS[section]))


def _row(section: str, rare: bool, field: str, named: object, explained: object, **more: Any) -> Setting:
    # Qt types its mark for the translators as an object.
    return Setting(section, rare, field, str(named), str(explained), **more)


_ROWS = (
    # ---- data ----------------------------------------------------------------------------------------------------
    _row(
        DATA,
        False,
        "data.source",
        QT_TRANSLATE_NOOP("Settings", "Data set"),
        QT_TRANSLATE_NOOP("Settings", "Where the examples come from; the network and the training stay as they are"),
        also=("data.file", "data.x", "data.y"),
        choices=tuple(DATASETS),
    ),
    _row(
        DATA,
        False,
        "data.noise",
        QT_TRANSLATE_NOOP("Settings", "Noise"),
        QT_TRANSLATE_NOOP("Settings", "How far examples are moved at random: the standard deviation"),
    ),
    _row(
        DATA,
        False,
        "data.split",
        QT_TRANSLATE_NOOP("Settings", "Train / validation / test"),
        QT_TRANSLATE_NOOP("Settings", "Per cent to learn from, to decide when to stop, and to judge by at the end"),
    ),
    _row(
        DATA,
        False,
        "training.batch_size",
        QT_TRANSLATE_NOOP("Settings", "Batch size"),
        QT_TRANSLATE_NOOP("Settings", "Examples that each update of the weights looks at"),
    ),
    _row(
        DATA,
        True,
        "title",
        QT_TRANSLATE_NOOP("Settings", "Title"),
        QT_TRANSLATE_NOOP("Settings", "What the experiment is called, in the window and in its file"),
    ),
    _row(
        DATA,
        True,
        "data.examples",
        QT_TRANSLATE_NOOP("Settings", "Examples"),
        QT_TRANSLATE_NOOP("Settings", "How many examples there are in all three parts"),
    ),
    _row(
        DATA,
        True,
        "data.seed",
        QT_TRANSLATE_NOOP("Settings", "Data seed"),
        QT_TRANSLATE_NOOP("Settings", "The same seed draws the same examples"),
    ),
    _row(
        DATA,
        True,
        "data.inputs",
        QT_TRANSLATE_NOOP("Settings", "Inputs"),
        QT_TRANSLATE_NOOP("Settings", "What the network sees: hand-made features such as x1^2; empty, the raw columns"),
    ),
    _row(
        DATA,
        True,
        "data.standardize",
        QT_TRANSLATE_NOOP("Settings", "Standardise inputs"),
        QT_TRANSLATE_NOOP("Settings", "Shift and scale inputs to mean 0 and deviation 1, as the training part says"),
    ),
    _row(
        DATA,
        True,
        "data.standardize_target",
        QT_TRANSLATE_NOOP("Settings", "Standardise target"),
        QT_TRANSLATE_NOOP("Settings", "Do the same with the numbers to predict; errors stay in their own unit"),
    ),
    _row(
        DATA,
        True,
        "data.clean_test",
        QT_TRANSLATE_NOOP("Settings", "Spare the test part"),
        QT_TRANSLATE_NOOP("Settings", "Wrong labels leave the test part alone: it says how good a network really is"),
    ),
    _row(
        DATA,
        True,
        "data.target",
        QT_TRANSLATE_NOOP("Settings", "Target column"),
        QT_TRANSLATE_NOOP("Settings", "The column of the table that is to be predicted"),
    ),
    _row(
        DATA,
        True,
        "data.features",
        QT_TRANSLATE_NOOP("Settings", "Input columns"),
        QT_TRANSLATE_NOOP("Settings", "The columns of the table that are the raw inputs; empty, all but the target"),
    ),
    _row(
        DATA,
        True,
        "data.task",
        QT_TRANSLATE_NOOP("Settings", "Target is"),
        QT_TRANSLATE_NOOP("Settings", "Whether the target of the table names classes or is a number to predict"),
    ),
    # ---- network -------------------------------------------------------------------------------------------------
    _row(
        NETWORK,
        False,
        "network.hidden",
        QT_TRANSLATE_NOOP("Settings", "Hidden layers"),
        QT_TRANSLATE_NOOP("Settings", "How many hidden layers there are, and how many units each has"),
    ),
    _row(
        NETWORK,
        False,
        "network.activation",
        QT_TRANSLATE_NOOP("Settings", "Activation"),
        QT_TRANSLATE_NOOP("Settings", "What each hidden unit makes of its weighted sum"),
        choices=tuple(ACTIVATIONS),
    ),
    _row(
        NETWORK,
        False,
        "network.init",
        QT_TRANSLATE_NOOP("Settings", "Initialise"),
        QT_TRANSLATE_NOOP("Settings", "How the weights are drawn before training"),
        also=("network.parameters",),
        choices=tuple(INITIALISERS),
    ),
    _row(
        NETWORK,
        True,
        "network.output",
        QT_TRANSLATE_NOOP("Settings", "Output"),
        QT_TRANSLATE_NOOP("Settings", "What the output makes of its weighted sum; only what fits the data is listed"),
        choices=tuple(OUTPUTS),
    ),
    _row(
        NETWORK,
        True,
        "network.activation",
        QT_TRANSLATE_NOOP("Settings", "Activation, layer by layer"),
        QT_TRANSLATE_NOOP("Settings", "One name for each hidden layer: tanh, relu; empty, the same in all"),
        choices=tuple(ACTIVATIONS),
        own_key=ACTIVATION_BY_LAYER,
    ),
    _row(
        NETWORK,
        True,
        "network.constant",
        QT_TRANSLATE_NOOP("Settings", "Every weight"),
        QT_TRANSLATE_NOOP("Settings", "The value that every weight starts from"),
    ),
    _row(
        NETWORK,
        True,
        "network.sigma",
        QT_TRANSLATE_NOOP("Settings", "Deviation σ"),
        QT_TRANSLATE_NOOP("Settings", "How widely normal weights are drawn: the standard deviation"),
    ),
    _row(
        NETWORK,
        True,
        "network.range",
        QT_TRANSLATE_NOOP("Settings", "Range ±"),
        QT_TRANSLATE_NOOP("Settings", "Uniform weights are drawn from minus this to this"),
    ),
    _row(
        NETWORK,
        True,
        "network.gain",
        QT_TRANSLATE_NOOP("Settings", "Gain"),
        QT_TRANSLATE_NOOP("Settings", "A factor on every weight that is drawn"),
    ),
    _row(
        NETWORK,
        True,
        "network.bias",
        QT_TRANSLATE_NOOP("Settings", "Biases start at"),
        QT_TRANSLATE_NOOP("Settings", "One number for all layers, or one for each, the output's last: 4, 4, 0"),
    ),
    _row(
        NETWORK,
        True,
        "network.frozen",
        QT_TRANSLATE_NOOP("Settings", "Do not train"),
        QT_TRANSLATE_NOOP("Settings", "Parameters that stay as they are: W1, b2, or one alone, W1[0,2] or b1[0]"),
    ),
    _row(
        NETWORK,
        True,
        "network.seed",
        QT_TRANSLATE_NOOP("Settings", "Weights seed"),
        QT_TRANSLATE_NOOP("Settings", "The same seed draws the same weights"),
    ),
    # ---- training ------------------------------------------------------------------------------------------------
    _row(
        TRAINING,
        False,
        "training.optimizer",
        QT_TRANSLATE_NOOP("Settings", "Optimiser"),
        QT_TRANSLATE_NOOP("Settings", "How the weights follow the gradient"),
        choices=tuple(OPTIMISERS),
    ),
    _row(
        TRAINING,
        False,
        "training.learning_rate",
        QT_TRANSLATE_NOOP("Settings", "Learning rate"),
        QT_TRANSLATE_NOOP("Settings", "How far each update goes; takes effect at once, in the run that is on"),
    ),
    _row(
        TRAINING,
        False,
        "training.l2",
        QT_TRANSLATE_NOOP("Settings", "L2 penalty"),
        QT_TRANSLATE_NOOP("Settings", "How strongly large weights are held down"),
    ),
    _row(
        TRAINING,
        False,
        "training.early_stopping",
        QT_TRANSLATE_NOOP("Settings", "Early stopping"),
        QT_TRANSLATE_NOOP("Settings", "Stop when the validation part has not got better for so many epochs (patience)"),
    ),
    _row(
        TRAINING,
        True,
        "training.loss",
        QT_TRANSLATE_NOOP("Settings", "Loss"),
        QT_TRANSLATE_NOOP("Settings", "How wrong a prediction counts; only what fits the output is listed"),
        choices=tuple(LOSSES),
    ),
    _row(
        TRAINING,
        True,
        "training.optimizer.momentum",
        QT_TRANSLATE_NOOP("Settings", "Momentum μ"),
        QT_TRANSLATE_NOOP("Settings", "The share of the last step's velocity that goes into the next"),
    ),
    _row(
        TRAINING,
        True,
        "training.optimizer.decay",
        QT_TRANSLATE_NOOP("Settings", "Decay α"),
        QT_TRANSLATE_NOOP("Settings", "How slowly the mean of squared gradients forgets"),
    ),
    _row(
        TRAINING,
        True,
        "training.optimizer.beta1",
        QT_TRANSLATE_NOOP("Settings", "Decay β₁"),
        QT_TRANSLATE_NOOP("Settings", "How slowly the mean of gradients forgets"),
    ),
    _row(
        TRAINING,
        True,
        "training.optimizer.beta2",
        QT_TRANSLATE_NOOP("Settings", "Decay β₂"),
        QT_TRANSLATE_NOOP("Settings", "How slowly the mean of squared gradients forgets"),
    ),
    _row(
        TRAINING,
        True,
        "training.optimizer.epsilon",
        QT_TRANSLATE_NOOP("Settings", "Epsilon ε"),
        QT_TRANSLATE_NOOP("Settings", "A small number that keeps the step from dividing by zero"),
    ),
    _row(
        TRAINING,
        True,
        "training.optimizer.weight_decay",
        QT_TRANSLATE_NOOP("Settings", "Weight decay"),
        QT_TRANSLATE_NOOP("Settings", "Every update shrinks all parameters by this, times the learning rate"),
    ),
    _row(
        TRAINING,
        True,
        "training.schedule",
        QT_TRANSLATE_NOOP("Settings", "Rate over time"),
        QT_TRANSLATE_NOOP("Settings", "How the learning rate changes from epoch to epoch"),
        choices=tuple(SCHEDULES),
    ),
    _row(
        TRAINING,
        True,
        "training.schedule.factor",
        QT_TRANSLATE_NOOP("Settings", "Rate times"),
        QT_TRANSLATE_NOOP("Settings", "What the learning rate is multiplied by each time"),
    ),
    _row(
        TRAINING,
        True,
        "training.schedule.every",
        QT_TRANSLATE_NOOP("Settings", "Every … epochs"),
        QT_TRANSLATE_NOOP("Settings", "After so many epochs the learning rate takes its next step"),
    ),
    _row(
        TRAINING,
        True,
        "training.schedule.epochs",
        QT_TRANSLATE_NOOP("Settings", "Lowest after"),
        QT_TRANSLATE_NOOP("Settings", "Epochs from the full learning rate to the lowest; at the right end, all"),
    ),
    _row(
        TRAINING,
        True,
        "training.schedule.lowest",
        QT_TRANSLATE_NOOP("Settings", "Lowest rate"),
        QT_TRANSLATE_NOOP("Settings", "Where the cosine ends, as a share of the full learning rate"),
    ),
    _row(
        TRAINING,
        True,
        "training.schedule.warmup",
        QT_TRANSLATE_NOOP("Settings", "Warm-up epochs"),
        QT_TRANSLATE_NOOP("Settings", "In the first so many epochs the learning rate rises in equal steps"),
    ),
    _row(
        TRAINING,
        True,
        "training.dropout",
        QT_TRANSLATE_NOOP("Settings", "Dropout"),
        QT_TRANSLATE_NOOP("Settings", "Share of the hidden units that each update silences at random"),
    ),
    _row(
        TRAINING,
        True,
        "training.dropout",
        QT_TRANSLATE_NOOP("Settings", "Dropout, layer by layer"),
        QT_TRANSLATE_NOOP("Settings", "One share for each hidden layer: 0.2, 0.5; empty, the same in all"),
        own_key=DROPOUT_BY_LAYER,
    ),
    _row(
        TRAINING,
        True,
        "training.l1",
        QT_TRANSLATE_NOOP("Settings", "L1 penalty"),
        QT_TRANSLATE_NOOP("Settings", "How strongly weights are pulled to exactly 0"),
    ),
    _row(
        TRAINING,
        True,
        "training.clip_norm",
        QT_TRANSLATE_NOOP("Settings", "Clip gradients at"),
        QT_TRANSLATE_NOOP("Settings", "A gradient whose norm is larger than this is shortened to it"),
    ),
    _row(
        TRAINING,
        True,
        "training.epochs",
        QT_TRANSLATE_NOOP("Settings", "Epochs, at most"),
        QT_TRANSLATE_NOOP("Settings", "The run ends after so many passes through the training examples"),
    ),
    _row(
        TRAINING,
        True,
        "training.early_stopping",
        QT_TRANSLATE_NOOP("Settings", "Patience"),
        QT_TRANSLATE_NOOP("Settings", "The epochs without an improvement after which training stops early"),
        own_key=PATIENCE,
    ),
    _row(
        TRAINING,
        True,
        "training.early_stopping.monitor",
        QT_TRANSLATE_NOOP("Settings", "Watch"),
        QT_TRANSLATE_NOOP("Settings", "What has to get better on the validation part: its loss, or its score"),
    ),
    _row(
        TRAINING,
        True,
        "training.early_stopping.min_delta",
        QT_TRANSLATE_NOOP("Settings", "Least improvement"),
        QT_TRANSLATE_NOOP("Settings", "A smaller gain than this does not count as an improvement"),
    ),
    _row(
        TRAINING,
        True,
        "training.early_stopping.restore_best",
        QT_TRANSLATE_NOOP("Settings", "Go back to the best epoch"),
        QT_TRANSLATE_NOOP("Settings", "After stopping early, put the best epoch's weights back"),
    ),
    _row(
        TRAINING,
        True,
        "training.shuffle",
        QT_TRANSLATE_NOOP("Settings", "Shuffle before each epoch"),
        QT_TRANSLATE_NOOP("Settings", "Without it, the batches are the same in every epoch"),
    ),
    _row(
        TRAINING,
        True,
        "training.seed",
        QT_TRANSLATE_NOOP("Settings", "Batches seed"),
        QT_TRANSLATE_NOOP("Settings", "The same seed shuffles the examples into the same batches"),
    ),
    # ---- faults --------------------------------------------------------------------------------------------------
    _row(
        FAULTS,
        True,
        "data.label_noise",
        QT_TRANSLATE_NOOP("Settings", "Random wrong labels"),
        QT_TRANSLATE_NOOP("Settings", "Label noise: a share of the examples gets another class, drawn at random."),
    ),
    _row(
        FAULTS,
        True,
        "data.faults.mislabelled",
        QT_TRANSLATE_NOOP("Settings", "A mislabelled region"),
        QT_TRANSLATE_NOOP("Settings", "Every example in one ball of the input space has the label of the next class."),
    ),
    _row(
        FAULTS,
        True,
        "data.faults.scaled_input",
        QT_TRANSLATE_NOOP("Settings", "An input in another unit"),
        QT_TRANSLATE_NOOP("Settings", "One raw input comes many times as large as it should, as if in another unit."),
        also=("data.faults.scale",),
    ),
    _row(
        FAULTS,
        True,
        "data.standardize",
        QT_TRANSLATE_NOOP("Settings", "Inputs not standardised"),
        QT_TRANSLATE_NOOP("Settings", "Inputs go in as they are, large ones and small ones side by side."),
        own_key=NOT_STANDARDIZED,
    ),
    _row(
        FAULTS,
        True,
        "data.faults.unstandardized_test",
        QT_TRANSLATE_NOOP("Settings", "Test part not standardised"),
        QT_TRANSLATE_NOOP("Settings", "Standardisation is forgotten on the test part: it looks like other data."),
    ),
    _row(
        FAULTS,
        True,
        "data.faults.sorted_split",
        QT_TRANSLATE_NOOP("Settings", "Sorted before the split"),
        QT_TRANSLATE_NOOP("Settings", "Examples are split in the order of their labels: the parts differ in classes."),
    ),
    _row(
        FAULTS,
        True,
        "data.faults.leaked_duplicates",
        QT_TRANSLATE_NOOP("Settings", "Copies leak into the test"),
        QT_TRANSLATE_NOOP("Settings", "A share of the held-out examples are copies of training examples."),
    ),
)

SETTINGS: MappingProxyType[str, Setting] = MappingProxyType({row.key: row for row in _ROWS})
"""The settings, by key, in the order of the panel."""


def found_settings(query: str) -> frozenset[str]:
    """The keys of the settings in which a search finds each of its words: in title, field, explanation or choices."""
    words = query.casefold().split()
    return frozenset(key for key, setting in SETTINGS.items() if all(word in setting.searched_text() for word in words))
