"""The built-in data sets, each by what it is made for; and the real ones by what is in their files."""

import csv
import subprocess
import sys

import numpy as np
import pytest

from nnviz.engine import Experiment, ExperimentError, Trainer, make_examples
from nnviz.engine.data.datasets import DATASETS
from nnviz.engine.data.task_shape import task_shape_of
from nnviz.engine.experiments.completion import complete
from nnviz.resources import resource

SHIPPED = sorted(name for name, row in DATASETS.items() if row.most is not None)

FOLDING = """
[data]
source = "sawtooth"
standardize = false
[network]
hidden = [2, 2, 2]
activation = "relu"
[[network.parameters]]
W = [[1], [1]]
b = [0, -0.5]
[[network.parameters]]
W = [[2, -4], [2, -4]]
b = [0, -0.5]
[[network.parameters]]
W = [[2, -4], [2, -4]]
b = [0, -0.5]
[[network.parameters]]
W = [[2, -4]]
b = [0]
"""
"""Each layer folds what comes in: 2 relu(x) − 4 relu(x − ½)."""


def drawn(name, examples=2000, seed=0):
    return DATASETS[name].make(np.random.default_rng(seed), examples)


def header(name):
    with resource("data", f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def test_the_sawtooth_has_eight_straight_pieces():
    x, y = drawn("sawtooth")
    assert x.min() >= 0.0 and x.max() <= 1.0
    for piece in range(8):
        inside = (x > piece / 8) & (x < (piece + 1) / 8)
        rising = piece % 2 == 0
        expected = 8.0 * x[inside] - piece if rising else piece + 1 - 8.0 * x[inside]
        np.testing.assert_allclose(y[inside], expected, atol=1e-12)


def test_three_layers_of_two_relus_fold_the_sawtooth_without_any_error():
    trainer = Trainer(Experiment.parse(FOLDING))
    assert trainer.architecture.parameter_count == 19
    assert trainer.score("train") == (0.0, 0.0) and trainer.score("test") == (0.0, 0.0)


def test_the_plane_is_a_plane():
    x, y = drawn("plane")
    columns = np.column_stack([x, np.ones(len(x))])
    fitted, *_ = np.linalg.lstsq(columns, y, rcond=None)
    np.testing.assert_allclose(columns @ fitted, y, atol=1e-12)
    assert np.abs(fitted[:2]).min() > 0.1 and np.abs(y).max() <= 1.0


def test_the_bumps_go_both_ways_and_are_no_plane():
    x, y = drawn("bumps")
    assert y.max() > 0.7 and y.min() < -0.7
    columns = np.column_stack([x, np.ones(len(x))])
    fitted, *_ = np.linalg.lstsq(columns, y, rcond=None)
    assert np.std(y - columns @ fitted) > 0.9 * np.std(y)


def test_the_three_clouds_are_around_three_centres():
    x, y = drawn("blobs3")
    centres = np.array([x[y[:, 0] == label].mean(axis=0) for label in range(3)])
    distances = np.linalg.norm(x[:, None] - centres, axis=2)
    assert np.mean(distances.argmin(axis=1) == y[:, 0]) > 0.98
    np.testing.assert_allclose(np.linalg.norm(centres, axis=1), 0.75, atol=0.05)


def test_an_arm_of_the_three_is_another_one_turned_by_a_third():
    x, y = drawn("spiral3")
    angle, radius = np.arctan2(x[:, 0], x[:, 1]), np.linalg.norm(x, axis=1)
    turned = (angle - 1.5 * np.pi * radius - 2.0 * np.pi * y[:, 0] / 3.0) % (2.0 * np.pi)
    np.testing.assert_allclose(np.minimum(turned, 2.0 * np.pi - turned), 0.0, atol=1e-9)


def test_the_inputs_of_the_real_sets_are_the_columns_of_their_files():
    assert header("digits") == [*DATASETS["digits"].columns, "digit"]
    assert header("diabetes") == [*DATASETS["diabetes"].columns, "progression"]
    columns = {column.partition("=")[0] for column in DATASETS["penguins"].columns}
    assert columns == {*header("penguins")} - {"species", "year"}


def test_the_digits_are_pixels_from_0_to_16_and_every_digit_is_there():
    x, y = drawn("digits", 1797)
    assert x.shape == (1797, 64) and (x.min(), x.max()) == (0.0, 16.0)
    assert np.bincount(y[:, 0].astype(int)).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    # The first one is a nought: a ring with nothing in its middle.
    nought = x[0].reshape(8, 8)
    assert y[0] == 0.0 and nought[3:5, 3:5].max() < 5.0 < nought[3, [2, 5]].min()


def test_penguins_without_a_measurement_or_a_sex_are_left_out():
    x, y = drawn("penguins", 333)
    assert x.shape == (333, 9) and np.isfinite(x).all()
    assert np.bincount(y[:, 0].astype(int)).tolist() == [146, 68, 119]
    categories = [place for place, name in enumerate(DATASETS["penguins"].columns) if "=" in name]
    # One island and one sex each.
    assert set(x[:, categories].ravel()) == {0.0, 1.0} and set(x[:, categories].sum(axis=1)) == {2.0}
    assert task_shape_of(Experiment.named("penguins").data).class_names == ("Adelie", "Chinstrap", "Gentoo")


def test_diabetes_comes_in_its_own_units():
    x, y = drawn("diabetes", 442)
    assert x.shape == (442, 10) and x[0, 0] == 59.0
    assert (y.min(), y.max()) == (25.0, 346.0)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_part_of_a_real_set_is_drawn_at_random_and_by_the_seed(name):
    everything = {row.tobytes() for row in drawn(name, DATASETS[name].most)[0]}
    one, same, other = (drawn(name, 50, seed)[0] for seed in (1, 1, 2))
    assert np.array_equal(one, same) and not np.array_equal(one, other)
    assert len(one) == 50 and {row.tobytes() for row in one} <= everything


@pytest.mark.parametrize("name", SHIPPED)
def test_a_real_set_has_no_more_examples_than_it_has(name):
    most = DATASETS[name].most
    assert len(make_examples(complete(Experiment().with_fields({"data.source": name}))).x) == most
    with pytest.raises(ExperimentError, match=rf'^data\.examples: "{name}" has {most:,} examples, got {most + 1:,}$'):
        Experiment().with_fields({"data.source": name, "data.examples": most + 1})


def test_every_file_of_data_names_its_source():
    sources = resource("data", "SOURCES.txt").read_text("utf-8")
    files = {path.name for path in resource("data").iterdir()} - {"SOURCES.txt"}
    assert {f"{name}.csv" for name in SHIPPED} < files
    assert all(name in sources for name in files)


def test_no_file_is_read_and_no_reader_of_tables_loaded_before_it_is_needed():
    code = """
import sys
import nnviz.engine
from nnviz.engine.data import shipped
assert shipped.digits.cache_info().misses == 0
trainer = nnviz.engine.Trainer(nnviz.engine.Experiment.named("penguins"))
assert shipped.penguins.cache_info().misses == 1
assert not {"pandas", "openpyxl"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", code], check=True)
