import msgspec
import pytest

from nnviz.engine.experiment import Experiment
from nnviz.engine.settings import Data, EarlyStopping, Faults, Network, Optimizer, Schedule, Training
from nnviz.ui.session.settings.table import SETTINGS, found_settings

TABLES = {
    "": Experiment,
    "data.": Data,
    "data.faults.": Faults,
    "network.": Network,
    "training.": Training,
    "training.optimizer.": Optimizer,
    "training.schedule.": Schedule,
    "training.early_stopping.": EarlyStopping,
}
INSIDE = {"data", "data.faults", "network", "training"}
SAID_BY_THE_TABLE = {
    "training.optimizer.name": "training.optimizer",
    "training.schedule.name": "training.schedule",
    "training.early_stopping.patience": "training.early_stopping",
}


def all_fields():
    for prefix, table in TABLES.items():
        for field in msgspec.structs.fields(table):
            name = f"{prefix}{field.name}"
            if name not in INSIDE:
                yield SAID_BY_THE_TABLE.get(name, name)


def test_every_field_of_an_experiment_can_be_set():
    set_here = {field for setting in SETTINGS.values() for field in setting.all_fields}
    assert set(all_fields()) <= set_here


def test_no_setting_is_of_a_field_that_there_is_not():
    assert {field for setting in SETTINGS.values() for field in setting.all_fields} <= set(all_fields())


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
