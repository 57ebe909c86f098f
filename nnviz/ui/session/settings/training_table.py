"""The settings of the training."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from nnviz.engine.experiment import Experiment
from nnviz.engine.functions.losses import LOSS_SCALES, LOSSES
from nnviz.engine.functions.optimisers import OPTIMISERS
from nnviz.engine.functions.schedules import SCHEDULES, changes_rate
from nnviz.engine.settings import EarlyStopping
from nnviz.ui.look.numbers import percent
from nnviz.ui.names.functions import shown_name
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP, translate
from nnviz.ui.session.experiment_fields import (
    Fields,
    chosen_back,
    has_loss_scale,
    loss_back,
    loss_fields,
    stopping_back,
    valid_losses,
    value_at,
)
from nnviz.ui.session.settings.lists import joined, number_text, numbers
from nnviz.ui.session.settings.network_table import no_hidden_layer
from nnviz.ui.session.settings.setting import (
    Choice,
    End,
    Say,
    Section,
    Seed,
    Setting,
    Slider,
    Switch,
    Written,
)

LEARNING_RATE = "training.learning_rate"
OPTIMISER, SCHEDULE, STOPPING = "training.optimizer", "training.schedule", "training.early_stopping"
PATIENCE = f"{STOPPING}.patience"
DROPOUT_BY_LAYER = "training.dropout.layers"
"""The key of dropout where it is one for each hidden layer."""
OFF = "off"
_PATIENCES = (5, 10, 20, 50, 100, 200, 500)
_ALMOST_ONE = 0.999999999
_LONG = 10_000_000
"""Epochs that nobody waits for."""
_WATCHED = {"loss": QT_TRANSLATE_NOOP("Settings", "loss"), "score": QT_TRANSLATE_NOOP("Settings", "score")}


def _patience(experiment: Experiment) -> str | None:
    stopping = experiment.training.early_stopping
    return None if stopping is None else str(stopping.patience)


def _patiences(experiment: Experiment) -> list[str]:
    stopping = experiment.training.early_stopping
    return [str(n) for n in sorted({*_PATIENCES, *([] if stopping is None else [stopping.patience])})]


def _patience_fields(experiment: Experiment, key: Any) -> Fields:
    return {STOPPING: None} if key is None else {PATIENCE: int(key)}


def _no_stopping(experiment: Experiment) -> str:
    return "" if experiment.training.early_stopping is not None else translate("Settings", "Only with early stopping")


def _no_loss_scale(experiment: Experiment) -> str:
    scaled = joined(shown_name(row.name) for row in LOSSES.values() if row.scaled)
    return "" if has_loss_scale(experiment) else translate("Settings", "Only with {names}").format(names=scaled)


def _scheduled(experiment: Experiment) -> str:
    if not changes_rate(experiment.training):
        return ""
    return translate("Settings", "A schedule changes it from epoch to epoch; a rate set by hand holds from then on")


def _not_of(table: str, known: Mapping[str, Any], name: str, words: str) -> Say:
    """Why a setting of an optimiser or a schedule has nothing to do with the one that is chosen."""

    def reason(experiment: Experiment) -> str:
        if name in known[value_at(experiment, table)].settings:
            return ""
        return translate("Settings", words).format(
            names=joined(shown_name(row.name) for row in known.values() if name in row.settings)
        )

    return reason


def _of_optimiser(name: str, named: str, kind: Slider, explained: str) -> Setting:
    only = _not_of(OPTIMISER, OPTIMISERS, name, QT_TRANSLATE_NOOP("Settings", "Only with {names}"))
    return Setting(f"{OPTIMISER}.{name}", named, kind, explained, folds=only)


def _of_schedule(name: str, named: str, kind: Slider, explained: str) -> Setting:
    only = _not_of(
        SCHEDULE, SCHEDULES, name, QT_TRANSLATE_NOOP("Settings", "Only with a rate over time that is {names}")
    )
    return Setting(f"{SCHEDULE}.{name}", named, kind, explained, folds=only)


def _differs(experiment: Experiment) -> str:
    each = isinstance(experiment.training.dropout, tuple)
    return no_hidden_layer(experiment) or (translate("Settings", "It is not the same in all layers") if each else "")


def _one_dropout(experiment: Experiment) -> str:
    dropout = experiment.training.dropout
    return "" if isinstance(dropout, tuple) else number_text(dropout)


_FIRST = (
    Setting(
        OPTIMISER,
        QT_TRANSLATE_NOOP("Settings", "Optimiser"),
        Choice(names=tuple(OPTIMISERS)),
        QT_TRANSLATE_NOOP("Settings", "How the weights follow the gradient"),
        beside=QT_TRANSLATE_NOOP("Settings", "optimiser"),
        back=chosen_back(OPTIMISER),
    ),
    Setting(
        LEARNING_RATE,
        QT_TRANSLATE_NOOP("Settings", "Learning rate"),
        Slider(low=1e-4, high=10.0, logarithmic=True, lowest=1e-12),
        QT_TRANSLATE_NOOP("Settings", "How far each update goes; takes effect at once, in the current run"),
        beside=QT_TRANSLATE_NOOP("Settings", "learning rate"),
        tip=_scheduled,
    ),
    Setting(
        "training.l2",
        QT_TRANSLATE_NOOP("Settings", "L2 penalty"),
        Slider(low=1e-6, high=1.0, logarithmic=True),
        QT_TRANSLATE_NOOP("Settings", "How strongly large weights are penalised"),
        beside=QT_TRANSLATE_NOOP("Settings", "L2 penalty"),
    ),
    Setting(
        STOPPING,
        QT_TRANSLATE_NOOP("Settings", "Early stopping"),
        Choice(
            fitting=_patiences,
            texts=lambda epochs: translate("Settings", "patience {epochs}").format(epochs=epochs),
            nothing=(OFF, QT_TRANSLATE_NOOP("Settings", "off")),
        ),
        QT_TRANSLATE_NOOP("Settings", "Stop when the validation part has not improved for this many epochs (patience)"),
        beside=QT_TRANSLATE_NOOP("Settings", "early stopping"),
        read=_patience,
        write=_patience_fields,
        back=stopping_back,
    ),
)

_MORE = (
    Setting(
        "training.loss",
        QT_TRANSLATE_NOOP("Settings", "Loss"),
        Choice(names=tuple(LOSSES), fitting=valid_losses),
        QT_TRANSLATE_NOOP("Settings", "How the error of a prediction is counted; only what fits the output is listed"),
        beside=QT_TRANSLATE_NOOP("Settings", "loss"),
        write=loss_fields,
        back=loss_back,
    ),
    Setting(
        "training.loss_scale",
        QT_TRANSLATE_NOOP("Settings", "Loss scale"),
        Choice(names=tuple(LOSS_SCALES)),
        QT_TRANSLATE_NOOP("Settings", "What stands before Σ (ŷ − y)²: ½, nothing, or one over the number of outputs"),
        beside=QT_TRANSLATE_NOOP("Settings", "loss scale"),
        folds=_no_loss_scale,
    ),
    _of_optimiser(
        "momentum",
        QT_TRANSLATE_NOOP("Settings", "Momentum μ"),
        Slider(high=0.99, step=0.01, highest=_ALMOST_ONE),
        QT_TRANSLATE_NOOP("Settings", "The share of the last step's velocity that goes into the next"),
    ),
    _of_optimiser(
        "decay",
        QT_TRANSLATE_NOOP("Settings", "Decay α"),
        Slider(high=0.99, step=0.01, highest=_ALMOST_ONE),
        QT_TRANSLATE_NOOP("Settings", "How slowly the mean of squared gradients forgets"),
    ),
    _of_optimiser(
        "beta1",
        QT_TRANSLATE_NOOP("Settings", "Decay β₁"),
        Slider(high=0.99, step=0.01, highest=_ALMOST_ONE),
        QT_TRANSLATE_NOOP("Settings", "How slowly the mean of gradients forgets"),
    ),
    _of_optimiser(
        "beta2",
        QT_TRANSLATE_NOOP("Settings", "Decay β₂"),
        Slider(low=0.9, high=0.999, step=0.001, highest=_ALMOST_ONE),
        QT_TRANSLATE_NOOP("Settings", "How slowly the mean of squared gradients forgets"),
    ),
    _of_optimiser(
        "epsilon",
        QT_TRANSLATE_NOOP("Settings", "Epsilon ε"),
        Slider(low=1e-12, high=1e-1, logarithmic=True, lowest=1e-300),
        QT_TRANSLATE_NOOP("Settings", "A small number that keeps the step from dividing by zero"),
    ),
    _of_optimiser(
        "weight_decay",
        QT_TRANSLATE_NOOP("Settings", "Weight decay"),
        Slider(low=1e-5, high=1.0, logarithmic=True),
        QT_TRANSLATE_NOOP("Settings", "Every update shrinks all parameters by this, times the learning rate"),
    ),
    Setting(
        SCHEDULE,
        QT_TRANSLATE_NOOP("Settings", "Rate over time"),
        Choice(names=tuple(SCHEDULES)),
        QT_TRANSLATE_NOOP("Settings", "How the learning rate changes from epoch to epoch"),
        beside=QT_TRANSLATE_NOOP("Settings", "learning rate goes"),
        back=chosen_back(SCHEDULE),
        caption=QT_TRANSLATE_NOOP("Settings", "Learning rate over time"),
    ),
    _of_schedule(
        "factor",
        QT_TRANSLATE_NOOP("Settings", "Rate times"),
        Slider(low=0.01, step=0.01, lowest=1e-6, unset=1.0),
        QT_TRANSLATE_NOOP("Settings", "What the learning rate is multiplied by each time"),
    ),
    _of_schedule(
        "every",
        QT_TRANSLATE_NOOP("Settings", "Every … epochs"),
        Slider(stops=(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000), unset=1),
        QT_TRANSLATE_NOOP("Settings", "After this many epochs the learning rate takes its next step"),
    ),
    _of_schedule(
        "epochs",
        QT_TRANSLATE_NOOP("Settings", "Lowest after"),
        Slider(
            stops=(10, 20, 50, 100, 200, 500, 1000, 2000, math.inf),
            end=End(math.inf, None, QT_TRANSLATE_NOOP("Settings", "all")),
        ),
        QT_TRANSLATE_NOOP("Settings", "Epochs from the full learning rate to the lowest; at the right end, all"),
    ),
    _of_schedule(
        "lowest",
        QT_TRANSLATE_NOOP("Settings", "Lowest rate"),
        Slider(step=0.01, printed=percent, unset=0.0),
        QT_TRANSLATE_NOOP("Settings", "Where the cosine ends, as a share of the full learning rate"),
    ),
    _of_schedule(
        "warmup",
        QT_TRANSLATE_NOOP("Settings", "Warm-up epochs"),
        Slider(high=100.0, unset=0),
        QT_TRANSLATE_NOOP("Settings", "Over this many epochs at the start the learning rate rises in equal steps"),
    ),
    Setting(
        "training.dropout",
        QT_TRANSLATE_NOOP("Settings", "Dropout"),
        Slider(step=0.05, printed=percent, by_layer=QT_TRANSLATE_NOOP("Settings", "per layer")),
        QT_TRANSLATE_NOOP("Settings", "Share of the hidden units that each update silences at random"),
        beside=QT_TRANSLATE_NOOP("Settings", "dropout"),
        locks=_differs,
        caption=QT_TRANSLATE_NOOP("Settings", "Regularisation"),
    ),
    Setting(
        "training.dropout",
        QT_TRANSLATE_NOOP("Settings", "Dropout per layer"),
        Written(
            text=lambda value: joined(map(number_text, value)) if isinstance(value, tuple) else "",
            value=lambda text: numbers(text) or None,
            hint=_one_dropout,
        ),
        QT_TRANSLATE_NOOP("Settings", "One share for each hidden layer: 0.2, 0.5; if empty, the same in all"),
        own_key=DROPOUT_BY_LAYER,
        read=lambda experiment: experiment.training.dropout,
        write=lambda experiment, shares: {"training.dropout": shares},
        locks=no_hidden_layer,
    ),
    Setting(
        "training.l1",
        QT_TRANSLATE_NOOP("Settings", "L1 penalty"),
        Slider(low=1e-6, high=1.0, logarithmic=True),
        QT_TRANSLATE_NOOP("Settings", "How strongly weights are pulled towards exactly 0"),
        beside=QT_TRANSLATE_NOOP("Settings", "L1 penalty"),
    ),
    Setting(
        "training.clip_norm",
        QT_TRANSLATE_NOOP("Settings", "Clip gradients at"),
        Slider(low=1e-3, high=100.0, logarithmic=True, end=End(0.0, None, QT_TRANSLATE_NOOP("Settings", "off"))),
        QT_TRANSLATE_NOOP("Settings", "A gradient with a larger norm than this is shortened to it"),
        beside=QT_TRANSLATE_NOOP("Settings", "gradient is clipped at"),
    ),
    Setting(
        "training.epochs",
        QT_TRANSLATE_NOOP("Settings", "Epochs, at most"),
        Slider(stops=(10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000)),
        QT_TRANSLATE_NOOP("Settings", "The run ends after this many passes through the training examples"),
        beside=QT_TRANSLATE_NOOP("Settings", "epochs"),
        caption=QT_TRANSLATE_NOOP("Settings", "When to stop"),
    ),
    Setting(
        STOPPING,
        QT_TRANSLATE_NOOP("Settings", "Patience"),
        Slider(stops=(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000), highest=_LONG, unset=EarlyStopping().patience),
        QT_TRANSLATE_NOOP("Settings", "The epochs without an improvement after which training stops early"),
        beside=QT_TRANSLATE_NOOP("Settings", "patience"),
        own_key=PATIENCE,
        back=stopping_back,
        locks=_no_stopping,
    ),
    Setting(
        f"{STOPPING}.monitor",
        QT_TRANSLATE_NOOP("Settings", "Watch"),
        Choice(texts=lambda name: translate("Settings", _WATCHED[name]), unset=EarlyStopping().monitor),
        QT_TRANSLATE_NOOP("Settings", "What has to improve on the validation part: its loss, or its score"),
        locks=_no_stopping,
    ),
    Setting(
        f"{STOPPING}.min_delta",
        QT_TRANSLATE_NOOP("Settings", "Smallest improvement"),
        Slider(low=1e-6, high=0.1, logarithmic=True, unset=EarlyStopping().min_delta),
        QT_TRANSLATE_NOOP("Settings", "A smaller gain than this does not count as an improvement"),
        locks=_no_stopping,
    ),
    Setting(
        f"{STOPPING}.restore_best",
        QT_TRANSLATE_NOOP("Settings", "Restore the best epoch"),
        Switch(),
        QT_TRANSLATE_NOOP("Settings", "nnviz train and many seeds report the best epoch; in the window, B restores it"),
        locks=_no_stopping,
    ),
    Setting(
        "training.shuffle",
        QT_TRANSLATE_NOOP("Settings", "Shuffle before each epoch"),
        Switch(),
        QT_TRANSLATE_NOOP("Settings", "Without it, the batches are the same in every epoch"),
        beside=QT_TRANSLATE_NOOP("Settings", "examples are shuffled"),
        caption=QT_TRANSLATE_NOOP("Settings", "Batches"),
    ),
    Setting(
        "training.seed",
        QT_TRANSLATE_NOOP("Settings", "Batches seed"),
        Seed(),
        QT_TRANSLATE_NOOP("Settings", "The same seed shuffles the examples into the same batches"),
        beside=QT_TRANSLATE_NOOP("Settings", "seed of the batches"),
    ),
)

TRAINING = Section(
    named=QT_TRANSLATE_NOOP("Settings", "Training"),
    first=_FIRST,
    more=_MORE,
    remark=QT_TRANSLATE_NOOP("Settings", "Each starts a new run."),
)
