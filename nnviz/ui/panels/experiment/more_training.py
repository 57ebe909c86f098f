"""The settings of the training that are seldom changed."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from nnviz.engine.experiment import Experiment
from nnviz.engine.functions.optimisers import OPTIMISERS
from nnviz.engine.functions.schedules import SCHEDULES
from nnviz.engine.settings import EarlyStopping, Optimizer, Schedule, Training
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle, percent, short, whole
from nnviz.ui.names.functions import shown_choices, shown_name
from nnviz.ui.panels.experiment.lists import joined, number_text, numbers
from nnviz.ui.panels.experiment.settings.choice import SettingChoice
from nnviz.ui.panels.experiment.settings.group import SettingsGroup
from nnviz.ui.panels.experiment.settings.seed_row import SeedRow
from nnviz.ui.panels.experiment.settings.table import DROPOUT_BY_LAYER, PATIENCE
from nnviz.ui.panels.experiment.settings.text_row import TextRow
from nnviz.ui.panels.experiment.since_origin import OPTIMISER, SCHEDULE, STOPPING
from nnviz.ui.session.experiment_fields import valid_losses
from nnviz.ui.toolkit.controls import LabelledSlider, SliderRange
from nnviz.ui.toolkit.controls.listed_range import ListedRange
from nnviz.ui.toolkit.controls.open_range import OpenRange

EPOCHS = ListedRange.of(10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, highest=10_000_000)
SHARE_SILENCED = SliderRange(0.0, 0.95, 0.05)
L1 = OpenRange(1e-6, 1.0, logarithmic=True, with_zero=True)
CLIP_NORM = OpenRange(1e-3, 100.0, logarithmic=True, with_zero=True)
MIN_DELTA = OpenRange(1e-6, 0.1, logarithmic=True, with_zero=True)
DECAY = OpenRange(0.0, 0.99, 0.01, highest=0.999999999)
SLOW_DECAY = OpenRange(0.9, 0.999, 0.001, highest=0.999999999)
EPSILON = OpenRange(1e-12, 1e-1, logarithmic=True, lowest=1e-300)
WEIGHT_DECAY = OpenRange(1e-5, 1.0, logarithmic=True, with_zero=True)
FACTOR = OpenRange(0.01, 1.0, 0.01, lowest=1e-6, highest=1.0)
STEPS = ListedRange.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, highest=10_000_000)
PATIENCES = ListedRange.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, highest=10_000_000)
TO_LOWEST = ListedRange.of(10, 20, 50, 100, 200, 500, 1000, 2000, math.inf)
SHARE = SliderRange(0.0, 1.0, 0.01)
WARMUP = OpenRange(0.0, 100.0, 1.0, highest=10_000_000)
Show = Callable[[float], str]


class MoreTraining(SettingsGroup):
    """The loss, the optimiser's settings, how the rate changes, what restrains the weights, and when to stop."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.add_aside(self.tr("Each starts a new run."))
        self.loss = self._choice("training.loss")
        self.momentum = self._slider(f"{OPTIMISER}.momentum", DECAY)
        self.decay = self._slider(f"{OPTIMISER}.decay", DECAY)
        self.beta1 = self._slider(f"{OPTIMISER}.beta1", DECAY)
        self.beta2 = self._slider(f"{OPTIMISER}.beta2", SLOW_DECAY)
        self.epsilon = self._slider(f"{OPTIMISER}.epsilon", EPSILON)
        self.weight_decay = self._slider(f"{OPTIMISER}.weight_decay", WEIGHT_DECAY)
        self.add_caption(self.tr("Learning rate over time"))
        self.schedule = self._choice(SCHEDULE)
        self.factor = self._slider(f"{SCHEDULE}.factor", FACTOR)
        self.every = self._slider(f"{SCHEDULE}.every", STEPS, _counted, int)
        self.to_lowest = self._slider(f"{SCHEDULE}.epochs", TO_LOWEST, self._lowest_text, _finite)
        self.lowest = self._slider(f"{SCHEDULE}.lowest", SHARE, percent)
        self.warmup = self._slider(f"{SCHEDULE}.warmup", WARMUP, _counted, int)
        self.add_caption(self.tr("Regularisation"))
        self.dropout = self._slider("training.dropout", SHARE_SILENCED, self._dropout_text)
        self.by_layer = self.add(DROPOUT_BY_LAYER, lambda title, parent: TextRow(look, title, parent=parent))
        self.connect_text(DROPOUT_BY_LAYER, self.by_layer, self._dropout_fields)
        self.l1 = self._slider("training.l1", L1)
        self.clip_norm = self._slider("training.clip_norm", CLIP_NORM, self._clip_text, lambda value: value or None)
        self.add_caption(self.tr("When to stop"))
        self.epochs = self._slider("training.epochs", EPOCHS, _counted, int)
        self.patience = self._slider(PATIENCE, PATIENCES, _counted, int)
        self.monitor = self._choice(f"{STOPPING}.monitor")
        self.min_delta = self._slider(f"{STOPPING}.min_delta", MIN_DELTA)
        self.restore_best = self.add_check(f"{STOPPING}.restore_best", lambda on: {f"{STOPPING}.restore_best": on})
        self.add_caption(self.tr("Batches"))
        self.shuffle = self.add_check("training.shuffle", lambda on: {"training.shuffle": on})
        self.seed = self.add("training.seed", lambda title, parent: SeedRow(look, title, parent))
        self.seed.changed.connect(lambda seed: self.edited.emit({"training.seed": seed}))

    def _choice(self, key: str) -> SettingChoice:
        choice = self.add(key, lambda title, parent: SettingChoice(self._look, title, parent))
        self.connect_choice(choice, lambda name: {key: name})
        return choice

    def _slider(
        self, key: str, values: SliderRange, show: Show | None = None, kept: Callable[[float], Any] = float
    ) -> LabelledSlider:
        """A slider for a field, how its values are printed, and what of them goes into an experiment."""
        slider = self.add(
            key,
            lambda title, parent: LabelledSlider(self._look, title, values, values.value_at(0), show, parent),
        )
        self.connect_slider(slider, lambda value: {key: kept(value)})
        return slider

    # ---- showing -------------------------------------------------------------------------------------------------

    def _fill(self, experiment: Experiment) -> None:
        training = experiment.training
        self.loss.offer(shown_choices(valid_losses(experiment)), training.loss or "")
        self._fill_optimiser(training)
        self._fill_schedule(training)
        self._fill_dropout(experiment)
        self.l1.set_value(training.l1)
        self.clip_norm.set_value(training.clip_norm or 0.0)
        self.shuffle.setChecked(training.shuffle)
        self.epochs.set_value(training.epochs)
        self._fill_stopping(training)
        self.seed.set_value(training.seed)

    def _fill_optimiser(self, training: Training) -> None:
        chosen = training.optimizer
        assert isinstance(chosen, Optimizer), "a complete experiment"
        for name in chosen.__struct_fields__[1:]:
            value = getattr(chosen, name)
            having = joined(shown_name(row.name) for row in OPTIMISERS.values() if name in row.settings)
            reason = "" if value is not None else self.tr("Only with {names}").format(names=having)
            self.setting_rows[f"{OPTIMISER}.{name}"].set_use(reason, folded=bool(reason))
            if value is not None:
                getattr(self, name).set_value(value)

    def _fill_schedule(self, training: Training) -> None:
        chosen = training.schedule
        assert isinstance(chosen, Schedule), "a complete experiment"
        self.schedule.offer(shown_choices(SCHEDULES), chosen.name)
        for name in chosen.__struct_fields__[1:]:
            having = joined(shown_name(row.name) for row in SCHEDULES.values() if name in row.settings)
            reason = self.tr("Only with a rate over time that is {names}").format(names=having)
            fits = name in SCHEDULES[chosen.name].settings
            self.setting_rows[f"{SCHEDULE}.{name}"].set_use("" if fits else reason, folded=not fits)
        self.factor.set_value(1.0 if chosen.factor is None else chosen.factor)
        self.every.set_value(chosen.every or 1)
        self.to_lowest.set_value(math.inf if chosen.epochs is None else chosen.epochs)
        self.lowest.set_value(chosen.lowest or 0.0)
        self.warmup.set_value(chosen.warmup or 0)

    def _fill_dropout(self, experiment: Experiment) -> None:
        dropout = experiment.training.dropout
        none = "" if experiment.network.hidden else self.tr("There is no hidden layer")
        each = self.tr("It is not the same in all layers") if isinstance(dropout, tuple) else ""
        self.setting_rows["training.dropout"].set_use(none or each)
        self.setting_rows[DROPOUT_BY_LAYER].set_use(none)
        self.dropout.set_value(max(dropout, default=0.0) if isinstance(dropout, tuple) else dropout)
        self.by_layer.set_value(joined(map(number_text, dropout)) if isinstance(dropout, tuple) else "")
        self.by_layer.field.setPlaceholderText("" if isinstance(dropout, tuple) else number_text(dropout))

    def _dropout_fields(self, text: str) -> dict[str, Any]:
        """One share for each layer; nothing is none for all of them."""
        return {"training.dropout": numbers(text) or None}

    def _fill_stopping(self, training: Training) -> None:
        stopping = training.early_stopping
        off = "" if stopping is not None else self.tr("Only with early stopping")
        for name in ("patience", "monitor", "min_delta", "restore_best"):
            self.setting_rows[f"{STOPPING}.{name}"].set_use(off)
        self.patience.set_value(stopping.patience if stopping is not None else EarlyStopping().patience)
        watched = [("loss", self.tr("loss")), ("score", self.tr("score"))]
        self.monitor.offer(watched, stopping.monitor if stopping is not None else "loss")
        self.min_delta.set_value(stopping.min_delta if stopping is not None else 0.0)
        self.restore_best.setChecked(stopping is not None and stopping.restore_best)

    def _dropout_text(self, value: float) -> str:
        return self.tr("per layer") if isinstance(self.experiment.training.dropout, tuple) else percent(value)

    def _clip_text(self, value: float) -> str:
        return short(value, NumberStyle(6, self._look.numbers.decimal_sign)) if value else self.tr("off")

    def _lowest_text(self, value: float) -> str:
        return self.tr("all") if math.isinf(value) else _counted(value)


def _counted(value: float) -> str:
    return whole(int(value))


def _finite(value: float) -> int | None:
    return None if math.isinf(value) else int(value)
