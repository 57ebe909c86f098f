"""Where the experiment on screen came from; what differs from that, setting by setting, and the way back.

Where both have chosen the same optimiser or schedule, its settings are compared with the other's;
else with what that optimiser or schedule usually has.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.experiment_files import named_experiments
from nnviz.engine.functions.optimisers import OPTIMISERS
from nnviz.engine.functions.schedules import SCHEDULES
from nnviz.engine.settings import EarlyStopping
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.names.functions import shown_title
from nnviz.ui.names.translation import translate
from nnviz.ui.session.difference_words import value_text
from nnviz.ui.session.experiment_fields import Fields, plain_at, value_at
from nnviz.ui.session.settings.data_table import WORKED_EXAMPLE
from nnviz.ui.session.settings.network_table import ACTIVATION_BY_LAYER
from nnviz.ui.session.settings.setting import Setting
from nnviz.ui.session.settings.table import SETTINGS
from nnviz.ui.session.settings.training_table import DROPOUT_BY_LAYER, OPTIMISER, SCHEDULE, STOPPING

BY_LAYER = ACTIVATION_BY_LAYER, DROPOUT_BY_LAYER
"""The keys of what can be one for all hidden layers, or one for each, where it is one for each."""


class Origin:
    """Follows the experiments that are shown one after another.

    Attributes:
        experiment: What the latest one is compared with; ``None`` before there was any.
        names: The built-in experiments.
    """

    def __init__(self) -> None:
        self.experiment: Experiment | None = None
        self.names = named_experiments()
        self._latest: Experiment | None = None
        self._built_in: dict[str, Experiment] = {}

    def named(self, name: str) -> Experiment:
        """A built-in experiment, read once."""
        if name not in self._built_in:
            self._built_in[name] = Experiment.named(name)
        return self._built_in[name]

    def built_in(self, experiment: Experiment) -> str | None:
        """The name of the built-in experiment that has this one's data and its title, if there is one."""
        name = experiment.data.source or WORKED_EXAMPLE
        known = name in self.names and self.named(name).title == experiment.title
        return name if known else None

    def follow(self, experiment: Experiment, *, changed: bool) -> None:
        """Take the next one; ``changed`` where it is the latest one with a change.

        A built-in experiment stays the origin of all that has its title and its data. Else it is what was opened.
        """
        name = self.built_in(experiment)
        if name is not None:
            self.experiment = self.named(name)
        elif not changed and (self._latest is None or self._latest.title != experiment.title):
            self.experiment = experiment
        self._latest = experiment

    def start_from(self, experiment: Experiment) -> None:
        """This was opened: it is its own origin."""
        self.experiment = self._latest = experiment


def usual_value(experiment: Experiment, origin: Experiment, field: str) -> Any:
    """What a field of an experiment is compared with: its origin's value, or else the default."""
    table, _, name = field.rpartition(".")
    if table == STOPPING and origin.training.early_stopping is None:
        return getattr(EarlyStopping(), name)
    if table in (OPTIMISER, SCHEDULE) and value_at(experiment, table) != value_at(origin, table):
        known: Mapping[str, Any] = OPTIMISERS if table == OPTIMISER else SCHEDULES
        return known[value_at(experiment, table)].settings.get(name)
    return value_at(origin, field)


def is_changed(experiment: Experiment, origin: Experiment, setting: Setting) -> bool:
    """Whether a setting is not what it was."""
    if setting.field == STOPPING:
        before, now = origin.training.early_stopping, experiment.training.early_stopping
        return _patience(before) != _patience(now)
    if setting.key in BY_LAYER and not _is_by_layer(experiment, origin, setting.field):
        return False
    if setting.field.startswith(f"{STOPPING}.") and experiment.training.early_stopping is None:
        return False
    return any(value_at(experiment, field) != usual_value(experiment, origin, field) for field in setting.all_fields)


def changed_settings(experiment: Experiment, origin: Experiment) -> frozenset[str]:
    """The keys of all settings that are not what they were."""
    return frozenset(key for key, setting in SETTINGS.items() if is_changed(experiment, origin, setting))


def set_back_fields(experiment: Experiment, origin: Experiment, setting: Setting) -> Fields:
    """Fields that set one setting back, with what cannot stand without it."""
    if setting.back is not None:
        return setting.back(experiment, origin)
    return {each: _usual_plain(experiment, origin, each) for each in setting.all_fields}


def set_back_tip(origin: Experiment, setting: Setting, style: NumberStyle) -> str:
    """What a click on the dot of a changed setting does."""
    if setting.untold or setting.field.rpartition(".")[0] in (OPTIMISER, SCHEDULE, STOPPING):
        back = translate("Settings", "Changed: set it back to what it is in “{origin}”")
        return back.format(origin=shown_title(origin.title))
    value = value_at(origin, setting.field)
    if setting.field == STOPPING:
        value = _patience(value)
    told = translate("Settings", "Changed: set it back to what “{origin}” has, {value}")
    return told.format(origin=shown_title(origin.title), value=value_text(setting.field, value, origin, style))


def _is_by_layer(experiment: Experiment, origin: Experiment, field: str) -> bool:
    return any(isinstance(value_at(each, field), tuple) for each in (experiment, origin))


def _patience(stopping: EarlyStopping | None) -> int | None:
    return None if stopping is None else stopping.patience


def _usual_plain(experiment: Experiment, origin: Experiment, field: str) -> Any:
    """The usual value as plain tables, lists, numbers and strings."""
    usual = usual_value(experiment, origin, field)
    return plain_at(origin, field) if usual == value_at(origin, field) else usual
