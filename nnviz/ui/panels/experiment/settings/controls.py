"""A control for each kind of setting: it shows what an experiment has, and says what the user makes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import assert_never

from PySide6.QtWidgets import QWidget

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle, short, whole
from nnviz.ui.names.translation import in_words, translate
from nnviz.ui.panels.experiment.settings.choice import AS_GIVEN, SettingChoice
from nnviz.ui.panels.experiment.settings.edits import PanelEdits
from nnviz.ui.panels.experiment.settings.fault_switch import FaultSwitch
from nnviz.ui.panels.experiment.settings.features_row import FeaturesRow
from nnviz.ui.panels.experiment.settings.hidden_layers import HiddenLayersRows
from nnviz.ui.panels.experiment.settings.pictures import DataPictures
from nnviz.ui.panels.experiment.settings.row import SettingRow
from nnviz.ui.panels.experiment.settings.seed_row import SeedRow
from nnviz.ui.panels.experiment.settings.split import SplitRow
from nnviz.ui.panels.experiment.settings.text_row import LineRow, TextRow
from nnviz.ui.session.experiment_fields import (
    Fields,
    add_layer_fields,
    layers_fields,
    remove_layer_fields,
    task_shape,
    units_fields,
)
from nnviz.ui.session.settings.bounds import Bounds, bounds_of
from nnviz.ui.session.settings.lists import layers
from nnviz.ui.session.settings.setting import (
    Choice,
    Fault,
    Features,
    HiddenLayers,
    Part,
    Pictures,
    Seed,
    Slider,
    Split,
    Switch,
    Written,
)
from nnviz.ui.toolkit.controls import LabelledSlider, SliderRange
from nnviz.ui.toolkit.controls.check import Check
from nnviz.ui.toolkit.controls.slider_range import ListedRange, OpenRange

FARTHEST = 1e6
"""How far typing goes where nothing else says it."""


@dataclass(frozen=True)
class Place:
    """Where a control is made, and whom it speaks to."""

    look: Look
    edits: PanelEdits
    row: SettingRow
    parent: QWidget

    def edit(self, part: Part, value: object) -> None:
        """The user has chosen a value."""
        self.edits.edited.emit(part.fields(self.edits.experiment, value))

    def drag(self, part: Part, value: object) -> None:
        """The user is still moving on."""
        self.edits.dragged.emit(part.fields(self.edits.experiment, value))


@dataclass(frozen=True)
class Control:
    """A widget, and how it shows a complete experiment; nothing is emitted then."""

    widget: QWidget
    show: Callable[[Experiment], None]


def make_control(part: Part, place: Place) -> Control:
    """The control of a setting, or of a part of one."""
    kind = part.kind
    match kind:
        case Slider():
            return _slider(part, kind, place)
        case Choice():
            return _choice(part, kind, place)
        case Features():
            return _features(part, kind, place)
        case Written():
            line = TextRow(place.look, part.title, parent=place.parent)
            return _written(part, kind, line, place)
        case Switch():
            return _switch(part, place)
        case Seed():
            return _seed(part, place)
        case Split():
            return _split(part, place)
        case HiddenLayers():
            return _hidden_layers(part, place)
        case Pictures():
            pictures = DataPictures(place.look, place.edits, kind.names, place.parent)
            return Control(pictures, pictures.show_experiment)
        case Fault():
            return _fault(part, kind, place)
    assert_never(kind)


# ---- numbers -----------------------------------------------------------------------------------------------------


def values_of(kind: Slider, bounds: Bounds) -> SliderRange:
    """The values of a slider: what is usual, as the setting says, within what can be, as the engine says."""
    low = kind.low if kind.low is not None else bounds.least
    high = kind.high if kind.high is not None else bounds.most
    lowest = kind.lowest if kind.lowest is not None else bounds.least
    highest = kind.highest if kind.highest is not None else bounds.most
    with_zero = kind.logarithmic and (bounds.least == 0.0 or (kind.end is not None and kind.end.value == 0.0))
    if highest is None:
        highest = FARTHEST
    if kind.stops:
        return ListedRange.of(*kind.stops, lowest=kind.stops[0] if lowest is None else lowest, highest=highest)
    assert low is not None and high is not None, "a slider has ends, its own or the engine's"
    if lowest is None:
        lowest = 0.0 if with_zero else low
    return OpenRange(low, high, kind.step, kind.logarithmic, with_zero, lowest, highest)


def _slider(part: Part, kind: Slider, place: Place) -> Control:
    bounds, end, edits = bounds_of(part.key), kind.end, place.edits
    values = values_of(kind, bounds)

    def printed(value: float) -> str:
        if end is not None and value == end.value:
            return translate("Settings", end.named)
        if kind.by_layer and isinstance(part.value(edits.experiment), tuple):
            return translate("Settings", kind.by_layer)
        if kind.printed is not None:
            return kind.printed(value)
        return whole(int(value)) if bounds.whole else short(value, NumberStyle(6, place.look.numbers.decimal_sign))

    def kept(value: float) -> object:
        if end is not None and value == end.value:
            return end.kept
        return int(value) if bounds.whole else value

    def show(experiment: Experiment) -> None:
        value = part.value(experiment)
        if end is not None and value == end.kept:
            value = end.value
        if isinstance(value, tuple):
            value = max(value, default=0.0)
        if value is None:
            value = kind.unset
        if value is not None:
            slider.set_value(value)

    slider = LabelledSlider(place.look, part.title, values, values.value_at(0), printed, place.parent)
    slider.changed.connect(lambda value: place.drag(part, kept(value)))
    slider.settled.connect(lambda value: edits.settled.emit())
    return Control(slider, show)


def _seed(part: Part, place: Place) -> Control:
    bounds = bounds_of(part.key)
    assert bounds.least is not None and bounds.most is not None, "the engine knows its seeds"
    seed = SeedRow(place.look, part.title, int(bounds.least), int(bounds.most), place.parent)
    seed.changed.connect(partial(place.edit, part))
    return Control(seed, lambda experiment: seed.set_value(part.value(experiment)))


def _split(part: Part, place: Place) -> Control:
    split = SplitRow(place.look, part.title, place.parent)
    split.changed.connect(partial(place.drag, part))
    split.settled.connect(place.edits.settled)
    return Control(split, lambda experiment: split.set_split(part.value(experiment)))


def _hidden_layers(part: Part, place: Place) -> Control:
    bounds, edits = bounds_of(part.key), place.edits
    assert bounds.least is not None and bounds.most is not None, "the engine knows how wide a layer may be"
    rows = HiddenLayersRows(place.look, int(bounds.least), int(bounds.most), place.parent)
    rows.units_picked.connect(lambda at, units: edits.edited.emit(units_fields(edits.experiment, at, units)))
    rows.removed.connect(lambda at: edits.edited.emit(remove_layer_fields(edits.experiment, at)))
    rows.add_wanted.connect(lambda: edits.edited.emit(add_layer_fields(edits.experiment)))
    rows.row_made.connect(lambda: edits.rows_made.emit(part.key))
    line = rows.line
    line.entered.connect(lambda text: _take(text, line, lambda: layers_fields(edits.experiment, layers(text)), place))
    return Control(rows, lambda experiment: rows.show_units(experiment.network.hidden))


# ---- words -------------------------------------------------------------------------------------------------------


def _choice(part: Part, kind: Choice, place: Place) -> Control:
    choice = SettingChoice(place.look, part.title, place.parent)

    def show(experiment: Experiment) -> None:
        offered = kind.offered(part, experiment)
        if given := kind.as_given(experiment):
            choice.offer([*offered, (AS_GIVEN, given)], AS_GIVEN)
            return
        value = part.value(experiment)
        if value is None:
            value = kind.unset if kind.nothing is None else kind.nothing[0]
        choice.offer(offered, value)

    def take(key: str) -> None:
        # What only a file can choose stands for no change.
        if key != AS_GIVEN:
            place.edit(part, None if kind.nothing is not None and key == kind.nothing[0] else key)

    choice.picked.connect(take)
    return Control(choice, show)


def _take(text: str, line: LineRow, fields: Callable[[], Fields], place: Place) -> None:
    """Take what was typed. What is not valid stays there, with the reason under it."""
    edits = place.edits
    try:
        changed = {} if text == line.value() else fields()
        edits.experiment.with_fields(changed)
    except (ExperimentError, ValueError) as error:
        place.row.say_problem(in_words(error.reason if isinstance(error, ExperimentError) else str(error)))
        return
    place.row.say_problem("")
    line.field.setModified(False)
    if changed:
        edits.edited.emit(changed)


def _written(part: Part, kind: Written, line: TextRow, place: Place) -> Control:
    edits = place.edits

    def take(text: str) -> None:
        _take(text, line, lambda: part.fields(edits.experiment, kind.value(text)), place)

    def show(experiment: Experiment) -> None:
        line.set_value(kind.text(part.value(experiment)))
        line.field.setPlaceholderText(kind.hint(experiment))

    line.entered.connect(take)
    return Control(line, show)


def _features(part: Part, kind: Features, place: Place) -> Control:
    line = FeaturesRow(place.look, part.title, place.parent)
    written = _written(part, kind, line, place)

    def show(experiment: Experiment) -> None:
        line.set_columns(task_shape(experiment).columns)
        written.show(experiment)

    return Control(line, show)


# ---- yes and no --------------------------------------------------------------------------------------------------


def _switch(part: Part, place: Place) -> Control:
    check = Check(place.look, part.title, place.parent)
    check.clicked.connect(lambda on: place.edit(part, on))
    return Control(check, lambda experiment: check.setChecked(bool(part.value(experiment))))


def _fault(part: Part, kind: Fault, place: Place) -> Control:
    switch = FaultSwitch(place.look, part.title, place.row.setting.explanation, place.parent)
    inside = Place(place.look, place.edits, place.row, switch)
    details = [make_control(each, inside) for each in kind.parts]
    for each, detail in zip(kind.parts, details, strict=True):
        switch.add_detail(each.field, detail.widget)
    switch.switched.connect(lambda on: place.edit(part, on))

    def show(experiment: Experiment) -> None:
        switch.show_on(bool(part.value(experiment)))
        for detail in details:
            detail.show(experiment)

    return Control(switch, show)
