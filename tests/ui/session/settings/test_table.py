"""The table of settings against the engine: every field of an experiment, and how small and large it may be."""

from collections.abc import Iterator

import pytest
from msgspec import inspect

from nnviz.engine.experiment import Experiment
from nnviz.ui.session.difference_words import field_name
from nnviz.ui.session.experiment_fields import MOST_UNITS
from nnviz.ui.session.settings.bounds import bounds_of, words_of
from nnviz.ui.session.settings.setting import Fault, Part, Slider
from nnviz.ui.session.settings.table import SECTIONS, SETTINGS, found_settings

CHOSEN_BY_ITS_NAME = "what chooses an optimiser or a schedule sets its name"
WRITTEN_IN_FILES = "explicit weights are written in files; what draws weights puts them away"
NOT_IN_THE_PANEL = {
    "data.reading": "how a table is read is set beside its preview",
    "data.reading.header": "the same",
    "data.reading.skip": "the same",
    "data.reading.separator": "the same",
    "data.reading.encoding": "the same",
    "data.reading.decimal": "the same",
    "data.reading.missing": "the same",
    "data.reading.dates": "the same",
    "data.reading.sheet": "the same",
    "training.optimizer.name": CHOSEN_BY_ITS_NAME,
    "training.schedule.name": CHOSEN_BY_ITS_NAME,
    "network.parameters[].W": WRITTEN_IN_FILES,
    "network.parameters[].b": WRITTEN_IN_FILES,
    "network.weights": WRITTEN_IN_FILES,
}
"""The fields that have no row, and why."""


def all_fields(table: inspect.StructType, within: str = "") -> Iterator[str]:
    """Every field of an experiment; a table that may be left out, or be named only, is one too."""
    for field in table.fields:
        name = f"{within}{field.name}"
        kinds = field.type.types if isinstance(field.type, inspect.UnionType) else (field.type,)
        if len(kinds) > 1 or not isinstance(kinds[0], inspect.StructType):
            yield name
        for kind in kinds:
            if isinstance(kind, inspect.StructType):
                yield from all_fields(kind, f"{name}.")
            elif isinstance(kind, inspect.VarTupleType) and isinstance(kind.item_type, inspect.StructType):
                yield from all_fields(kind.item_type, f"{name}[].")


ALL_FIELDS = frozenset(all_fields(inspect.type_info(Experiment)))


def parts() -> Iterator[Part]:
    """All that has a control of its own."""
    for setting in SETTINGS.values():
        yield setting
        if isinstance(setting.kind, Fault):
            yield from setting.kind.parts


SLIDERS = [pytest.param(part, part.kind, id=part.key) for part in parts() if isinstance(part.kind, Slider)]


def set_here() -> set[str]:
    rows = {field for setting in SETTINGS.values() for field in (*setting.all_fields, setting.key)}
    return (rows | {part.field for part in parts()}) & ALL_FIELDS


def test_the_walk_goes_into_every_table():
    assert {"title", "data.faults.mislabelled.radius", "training.early_stopping.patience"} <= ALL_FIELDS


def test_every_field_of_an_experiment_has_a_row_or_a_reason_why_not():
    assert sorted(ALL_FIELDS - set_here() - set(NOT_IN_THE_PANEL)) == []


def test_no_field_has_both_a_row_and_a_reason_why_not():
    assert sorted(set_here() & set(NOT_IN_THE_PANEL)) == []
    assert sorted(set(NOT_IN_THE_PANEL) - ALL_FIELDS) == []


def test_no_setting_is_of_a_field_that_there_is_not():
    fields = {field for setting in SETTINGS.values() for field in setting.all_fields}
    assert sorted((fields | {part.field for part in parts()}) - ALL_FIELDS) == []


def test_no_two_settings_have_one_key():
    assert len(SETTINGS) == sum(len(section.first) + len(section.more) for section in SECTIONS)


# ---- bounds ------------------------------------------------------------------------------------------------------


def test_the_bounds_of_a_field_are_those_of_its_type():
    rate, examples, dropout = map(bounds_of, ("training.learning_rate", "data.examples", "training.dropout"))
    assert (rate.least, rate.most, rate.above, rate.whole) == (None, None, 0.0, False)
    assert (examples.least, examples.most, examples.whole) == (1, 1_100_000, True)
    assert (dropout.least, dropout.most) == (0.0, 0.95)
    assert bounds_of("training.optimizer.momentum").below == 1.0
    assert bounds_of("network.hidden").least == 1 and bounds_of("network.hidden").most > MOST_UNITS
    assert words_of("training.early_stopping.monitor") == ("loss", "score")
    with pytest.raises(ValueError, match="no number"):
        bounds_of("title")


@pytest.mark.parametrize(("part", "slider"), SLIDERS)
def test_no_bound_is_written_twice(part, slider):
    bounds = bounds_of(part.key)
    assert slider.low is None or slider.low != bounds.least
    assert slider.high is None or slider.high != bounds.most
    assert slider.lowest is None or bounds.least is None, "the engine says it"
    assert slider.highest is None or bounds.most is None, "the engine says it"


def test_what_a_field_is_called_over_a_side_stands_in_its_row():
    assert field_name("training.optimizer.name") == "optimiser"
    assert field_name("network.parameters") == "weights"
    for setting in SETTINGS.values():
        if setting.beside:
            assert field_name(setting.key) == setting.beside


# ---- words -------------------------------------------------------------------------------------------------------


def test_explanations_are_one_line_and_names_are_short():
    for setting in SETTINGS.values():
        assert setting.explanation and "\n" not in setting.explanation
        assert len(setting.title) <= 26, setting.title


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("clip", "training.clip_norm"),
        ("clip_norm", "training.clip_norm"),
        ("training.clip_norm", "training.clip_norm"),
        ("GRADIENT norm", "training.clip_norm"),
        ("optimizer", "training.optimizer"),
        ("adam", "training.optimizer"),
        ("ReLU", "network.activation"),
        ("Xavier", "network.init"),
        ("cosine", "training.schedule"),
        ("label noise", "data.label_noise"),
        ("frozen", "network.frozen"),
        ("fault", "data.faults.sorted_split"),
    ],
)
def test_a_setting_is_found_by_title_field_explanation_and_choices(query, key):
    assert key in found_settings(query)


def test_every_word_must_be_found():
    assert found_settings("weights seed") < found_settings("seed")
    assert not found_settings("learning giraffe")
