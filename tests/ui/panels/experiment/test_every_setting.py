"""Every row of the table of settings on the real panel: moved through its values, shown, found, and set back.

A setting that is added is tested here by its row; one that is written needs a line in ``WRITTEN`` too.
"""

import math
from collections.abc import Callable, Iterator

import pytest

from nnviz.engine import Experiment
from nnviz.engine.functions.optimisers import OPTIMISERS
from nnviz.engine.functions.schedules import SCHEDULES
from nnviz.ui.look.look import Look
from nnviz.ui.panels.experiment.panel import ExperimentPanel
from nnviz.ui.panels.experiment.settings.choice import AS_GIVEN
from nnviz.ui.panels.experiment.settings.controls import values_of
from nnviz.ui.session.differences import differences
from nnviz.ui.session.settings.bounds import bounds_of
from nnviz.ui.session.settings.setting import (
    Choice,
    Fault,
    HiddenLayers,
    Part,
    Pictures,
    Seed,
    Setting,
    Slider,
    Split,
    Switch,
    Written,
)
from nnviz.ui.session.settings.table import SETTINGS
from nnviz.ui.session.settings.training_table import LEARNING_RATE
from tests.ui.panels.experiment.hands import Heard, control, move, offered, pick

WRITTEN = {
    "title": ("Mine", "Mine"),
    "data.inputs": ("x1, x1^2", ("x1", "x1^2")),
    "data.target": ("b", "b"),
    "data.features": ("b", ("b",)),
    "network.activation.layers": ("relu, elu", ("relu", "elu")),
    "network.bias": ("1, 2, 0.5", (1.0, 2.0, 0.5)),
    "network.frozen": ("W1, b2", ("W1", "b2")),
    "training.dropout.layers": ("0.1, 0.2", (0.1, 0.2)),
    "data.faults.mislabelled.centre": ("0.5, -1", (0.5, -1.0)),
}
"""What is written for a setting, and what the experiment then has."""
GOES_ALONG = {
    "data.source": ("data.", "network.output", "training.loss", "training.early_stopping"),
    "data.target": ("data.", "network.output", "training.loss"),
    "data.task": ("network.output", "training.loss"),
    "network.output": ("training.loss",),
}
"""What else changes with a setting, as it cannot stay."""


def mine(name: str, fields: dict[str, object] | None = None) -> Experiment:
    """A built-in experiment without wrong labels, as a file of the user's that changes are counted from."""
    return Experiment.named(name).with_fields({"title": "Before", "data.label_noise": None, **(fields or {})})


@pytest.fixture
def table(tmp_path):
    rows = "\n".join(f"{n},{n % 3},{n % 2}" for n in range(30))
    (tmp_path / "mine.csv").write_text(f"a,b,c\n{rows}\n")
    (tmp_path / "mine.toml").write_text('title = "Before"\n[data]\nfile = "mine.csv"\ntarget = "c"\n')
    return Experiment.load(tmp_path / "mine.toml")


@pytest.fixture(scope="module")
def panel(fonts):
    """One for all: every test begins by opening an experiment in it, as users do."""
    panel = ExperimentPanel(Look())
    yield panel
    panel.deleteLater()


def experiments(table: Experiment) -> Iterator[Experiment]:
    yield mine("circle")
    yield mine("sine")
    yield table
    yield from (mine("circle", {"training.optimizer": name}) for name in OPTIMISERS)
    yield from (mine("circle", {"training.schedule": name}) for name in SCHEDULES)
    yield from (mine("circle", {"network.init": name}) for name in ("constant", "normal", "uniform"))


def opened(panel: ExperimentPanel, setting: Setting, table: Experiment) -> Experiment:
    """An experiment that has a use for a setting, as it was opened."""
    before = next(each for each in experiments(table) if not setting.folds(each) and not setting.locks(each))
    # Where another stood, nothing is taken for what the panel has said itself.
    for experiment in (Experiment.named("worked-example"), before):
        panel.show_experiment(experiment)
        panel.set_origin(experiment)
    return before


def moves(part: Part, widget) -> list[tuple[Callable[[], object], object]]:
    """What hands can do with a control, and the value that the experiment then has."""
    kind = part.kind
    match kind:
        case Slider():
            values = values_of(kind, bounds_of(part.key))
            places = (0, values.last // 3, values.last)
            return [(lambda at=at: move(widget, at), kept(kind, values.value_at(at))) for at in places]
        case Choice():
            keys = [key for key in offered(widget) if key != AS_GIVEN]
            nothing = kind.nothing[0] if kind.nothing is not None else None
            return [(lambda key=key: pick(widget, key), None if key == nothing else key) for key in keys]
        case Written():
            return [(lambda: write(widget, WRITTEN[part.key][0]), WRITTEN[part.key][1])]
        case Switch():
            return [(widget.click, not widget.isChecked())]
        case Seed():
            return [(lambda: widget.field.pick(2**62), 2**62), (widget.dice.click, widget.value() + 1)]
        case Split():
            return [(lambda: (widget.slider.move_handle(0, 0.5), widget.slider.released.emit()), (0.5, 0.3, 0.2))]
        case HiddenLayers():
            return [
                (widget.rows[0].plus.click, (5, 3)),
                (widget.rows[0].cross.click, (3,)),
                (widget.add.click, (4, 3, 3)),
            ]
        case Pictures():
            return [(widget.tiles["moons"].click, "moons")]
        case Fault():
            return [(widget.check.click, True)]
    raise AssertionError(f"nobody has hands for {kind}")


def shown(part: Part, widget) -> object:
    """The value that a control shows."""
    kind = part.kind
    match kind:
        case Slider():
            return kept(kind, widget.value())
        case Choice():
            return None if kind.nothing is not None and widget.key() == kind.nothing[0] else widget.key()
        case Written():
            return WRITTEN[part.key][1] if widget.value() == WRITTEN[part.key][0] else widget.value()
        case Switch():
            return widget.isChecked()
        case Seed():
            return widget.value()
        case Split():
            return widget.slider.split
        case HiddenLayers():
            return tuple(row.value() for row in widget.rows)
        case Pictures():
            return next(name for name, tile in widget.tiles.items() if tile.isChecked())
        case Fault():
            return widget.check.isChecked()
    raise AssertionError(f"nobody has eyes for {kind}")


def kept(kind: Slider, value: float) -> object:
    return kind.end.kept if kind.end is not None and value == kind.end.value else value


def write(line, text: str) -> None:
    line.field.setText(text)
    line.field.setModified(True)
    line.field.take()


def may_change(part: Part, field: str) -> bool:
    """Whether a field is a part's own, or what goes along."""
    own = part.all_fields if isinstance(part, Setting) else (part.field,)
    names = (*own, part.key, *GOES_ALONG.get(part.key, ()))
    return any(field == name or field.startswith(f"{name.rstrip('.')}.") for name in names)


def check_each_move(panel: ExperimentPanel, part: Part, widget, before: Experiment) -> None:
    """Move a control through its values, and look at what comes of each."""
    changes = 0
    panel.show_experiment(before)
    for place in range(len(moves(part, widget))):
        panel.show_experiment(before)
        heard = Heard(panel)
        act, value = moves(part, widget)[place]
        act()
        after = panel.experiment
        had = bool(part.value(after)) if isinstance(part.kind, Fault) else part.value(after)
        assert had == value and shown(part, widget) == value
        assert Experiment.parse(after.to_toml()) == after, "the engine takes it"
        changed = {each.field for each in differences(before, after)}
        assert all(may_change(part, field) for field in changed), changed
        if after == before:
            assert heard.all == []
            continue
        changes += 1
        said = ("learning_rate_changed", value) if part.key == LEARNING_RATE else ("experiment_changed", after)
        assert heard.all == [said]
        panel.show_experiment(before)
        assert shown(part, widget) != value
        panel.show_experiment(after)
        assert shown(part, widget) == value
    assert changes


# ---- the rows ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", SETTINGS)
def test_each_control_makes_the_experiments_that_it_stands_for_and_shows_them(panel, table, key):
    setting = SETTINGS[key]
    before = opened(panel, setting, table)
    widget = control(panel, key)
    check_each_move(panel, setting, widget, before)
    if isinstance(setting.kind, Fault):
        panel.show_experiment(before.with_fields(setting.fields(before, True)))
        on = panel.experiment
        for part in setting.kind.parts:
            check_each_move(panel, part, widget.details[part.field], on)


# Other data brings an origin of its own.
@pytest.mark.parametrize("key", [key for key in SETTINGS if key != "data.source"])
def test_what_is_changed_has_a_dot_that_sets_it_back(panel, table, key):
    setting = SETTINGS[key]
    before = opened(panel, setting, table)
    widget = control(panel, key)
    for act, _ in moves(setting, widget):
        act()
        if panel.experiment != before:
            break
    row = widget.parentWidget()
    assert row.dot is not None and not row.dot.isHidden()
    row.dot.click()
    assert panel.experiment == before
    assert row.dot.isHidden()


def test_a_search_for_its_title_finds_each_setting(panel):
    panel.show_experiment(mine("circle"))
    for key, setting in SETTINGS.items():
        panel.search.setText(setting.title)
        assert not control(panel, key).parentWidget().isHidden(), key


# ---- the engine's bounds -----------------------------------------------------------------------------------------


def sliders() -> Iterator[tuple[Part, Slider]]:
    for setting in SETTINGS.values():
        for part in (setting, *(setting.kind.parts if isinstance(setting.kind, Fault) else ())):
            if isinstance(part.kind, Slider):
                yield part, part.kind


@pytest.mark.parametrize(("part", "kind"), [pytest.param(*each, id=each[0].key) for each in sliders()])
def test_no_slider_offers_what_the_engine_does_not_take(part, kind):
    bounds = bounds_of(part.key)
    values = values_of(kind, bounds)
    offered = [values.value_at(place) for place in range(values.last + 1)]
    typed = [values.nearest(value) for value in (-1e300, -1.0, 0.0, 1e-320, 0.5, 1.0, 1e300, math.inf)]
    for value in (*offered, *typed):
        if kind.end is not None and value == kind.end.value:
            continue
        assert bounds.least is None or value >= bounds.least
        assert bounds.most is None or value <= bounds.most
        assert bounds.above is None or value > bounds.above
        assert bounds.below is None or value < bounds.below
        assert math.isfinite(value) and (not bounds.whole or value == int(value))
