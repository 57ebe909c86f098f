"""A table that was just opened gets a small network that suits its task."""

import pytest

from nnviz.engine import Experiment, Trainer
from nnviz.engine.data.tables.choice import TableChoice
from nnviz.engine.data.tables.preview import effect_of, preview_table
from nnviz.engine.experiments.table_experiments import experiment_of_table
from tests.engine.data.tables.files import rows, write


def opened(file, choice):
    effect = effect_of(preview_table(file), choice)
    assert effect.table is not None, effect.problem
    return experiment_of_table(Experiment, file, choice, effect.table)


def table(folder, count=60):
    text = "a,b,y\n" + rows(lambda row: row % 7, lambda row: row * row % 11, lambda row: row % 3, count=count)
    return write(folder, text, "mine.csv")


def test_classes_get_a_softmax_and_the_title_is_the_files(tmp_path):
    experiment = opened(table(tmp_path), TableChoice(("y",), ("a", "b")))
    assert (experiment.title, experiment.network.output) == ("mine", "softmax")
    assert experiment.data.file == str(tmp_path / "mine.csv") and experiment.data.features == ("a", "b")
    assert Trainer(experiment).iterate().loss.total > 0.0


def test_numbers_are_standardised(tmp_path):
    experiment = opened(table(tmp_path), TableChoice(("y",), ("a",), "numbers"))
    assert experiment.network.output == "linear" and experiment.data.standardize_target
    assert experiment.data.task == "numbers"


def test_more_rows_have_larger_batches(tmp_path):
    sizes = [
        opened(table(tmp_path, count), TableChoice(("y",), ("a", "b"))).training.batch_size for count in (60, 1500)
    ]
    assert sizes == [10, 32]


def test_a_handful_of_rows_can_be_opened_too(tmp_path):
    experiment = opened(table(tmp_path, 6), TableChoice(("y",), ("a", "b")))
    assert experiment.training.early_stopping is not None
    assert Trainer(experiment).iterate().loss.total > 0.0


@pytest.mark.parametrize("task", ["classes", "numbers"])
def test_it_survives_its_file(tmp_path, task):
    experiment = opened(table(tmp_path), TableChoice(("y",), ("a", "b"), task))
    assert Experiment.parse(experiment.to_toml()) == experiment
