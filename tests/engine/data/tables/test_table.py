"""What becomes of the columns of a table: inputs, a target, and a report of it all."""

import os

import numpy as np
import pytest

from nnviz.engine import Experiment, ExperimentError, Trainer, make_examples
from nnviz.engine.data.task_shape import task_shape_of
from nnviz.engine.experiments.completion import complete
from tests.engine.data.tables.files import read, rows, write


def some(row):
    return row * row % 7 + 0.5


ANIMALS = "weight,colour,legs,kind\n" + rows(
    lambda row: row + 0.5 if row != 3 else "NA",
    lambda row: ["red", "blue", "red", "green"][row % 4] if row != 6 else "",
    lambda row: 2 + 2 * (row % 2),
    lambda row: ["owl", "cat"][row % 2],
)


@pytest.fixture
def animals(tmp_path):
    return write(tmp_path, ANIMALS, name="animals.csv")


def experiment(file, target="kind", **fields):
    return complete(
        Experiment().with_fields(
            {"data": {"file": str(file), "target": target}, **{f"data.{name}": value for name, value in fields.items()}}
        )
    )


def test_numbers_stay_and_each_category_becomes_an_input(animals):
    table = read(animals, target="kind")
    assert table.columns == ("weight", "colour=blue", "colour=green", "colour=red", "legs")
    assert table.x[0].tolist() == [0.5, 0, 0, 1, 2]
    assert table.x[1].tolist() == [1.5, 1, 0, 0, 4]
    assert (table.x[:, 1:4].sum(axis=1) == 1.0).all()


def test_rows_that_lack_a_value_are_dropped_and_counted(animals):
    table = read(animals, target="kind")
    assert (table.report.rows, table.report.dropped, table.report.used) == (12, 2, 10)
    assert len(table.x) == len(table.y) == 10
    assert {column.name: column.missing for column in table.report.columns} == {
        "weight": 1,
        "colour": 1,
        "legs": 0,
        "kind": 0,
    }


def test_a_row_is_dropped_only_for_what_is_used(animals):
    assert read(animals, target="kind", features=("legs", "weight")).report.dropped == 1
    assert read(animals, target="kind", features=("legs",)).report.dropped == 0


@pytest.mark.parametrize("missing", ["", "NA", "n/a", "NaN", "null", "None", "?", "-", "#N/A", "."])
def test_what_people_write_for_a_missing_value_is_missing(tmp_path, missing):
    text = "a,y\n" + rows(lambda row: row % 5 if row != 3 else missing, lambda row: row % 2)
    assert read(write(tmp_path, text)).report.dropped == 1


def test_the_inputs_are_the_features_in_their_order(animals):
    table = read(animals, target="kind", features=("legs", "weight"))
    assert table.columns == ("legs", "weight")
    assert {column.name: column.use for column in table.report.columns} == {
        "weight": "input",
        "colour": "left out",
        "legs": "input",
        "kind": "target",
    }


def test_texts_are_classes_in_alphabetical_order(animals):
    table = read(animals, target="kind")
    assert (table.task, table.class_names) == ("binary", ("cat", "owl"))
    assert table.y[:3, 0].tolist() == [1.0, 0.0, 1.0]
    assert table.report.classes == (("cat", 5), ("owl", 5))


def test_few_whole_numbers_are_classes_in_their_own_order(tmp_path):
    table = read(write(tmp_path, "a,y\n" + rows(lambda row: row % 5, lambda row: [10, 9, 2][row % 3], count=30)))
    assert (table.task, table.class_names) == ("multiclass", ("2", "9", "10"))
    assert table.y[:3, 0].tolist() == [2.0, 1.0, 0.0]


@pytest.mark.parametrize(
    "number",
    [lambda row: row % 2 + 0.5, lambda row: row % 11, lambda row: row],
    ids=["fractions", "eleven of them", "none twice"],
)
def test_other_numbers_are_numbers(tmp_path, number):
    table = read(write(tmp_path, "a,y\n" + rows(lambda row: row % 5, number, count=44)))
    assert (table.task, table.class_names) == ("regression", ())
    np.testing.assert_array_equal(table.y[:, 0], [number(row) for row in range(44)])


def test_the_experiment_says_what_a_target_is_where_it_looks_like_something_else(tmp_path):
    text = "a,few,many\n" + rows(lambda row: row % 5, lambda row: row % 3, lambda row: row % 11 / 2, count=44)
    file = write(tmp_path, text)
    assert read(file, target="few", task="numbers").task == "regression"
    table = read(file, target="many", task="classes")
    assert table.class_names == ("0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5")


def test_a_column_of_nothing_is_left_out_and_that_is_said(tmp_path):
    table = read(write(tmp_path, "a,y,\n" + rows(lambda row: row % 5, lambda row: row % 2, "")))
    assert table.columns == ("a",)
    assert table.report.warnings == ('"column 3" is empty: left out',)


def test_many_columns_that_are_left_out_for_the_like_have_one_line(tmp_path):
    names = ",".join(f"c{place}" for place in range(20))
    text = f"a,{names},n,y\n" + rows(some, *[7] * 20, lambda row: f"n{row}", lambda row: "uv"[row % 2])
    warnings = read(write(tmp_path, text)).report.warnings
    assert warnings[0] == '"c0" is 7 in every row: left out, as are 19 more for the like'
    assert len(warnings) == 2 and '"n" has another text' in warnings[1]


@pytest.mark.parametrize(
    ("cell", "word"),
    [
        (lambda row: "7" if row % 2 else "", '"c" is 7 in every row that has a value: left out'),
        (lambda row: "x" if row % 2 else "", '"c" is "x" in every row that has a value: left out'),
        (lambda row: f"n{max(row, 1)}", '"c" holds 11 different texts in 12 rows, so it hardly does more'),
        (lambda row: f"0{row % 3 + 1000}", '"c" holds "01000" and the like: read as numbers, it is 1000'),
        (lambda row: ["Yes", "no", "yes"][row % 3], '"Yes", "yes" in "c" differ only in capitals'),
    ],
)
def test_what_may_be_meant_otherwise_is_said(tmp_path, cell, word):
    text = "c,a,y\n" + rows(cell, some, lambda row: "uv"[row % 2])
    assert any(word in warning for warning in read(write(tmp_path, text)).report.warnings)


def test_an_input_that_only_counts_the_rows_is_pointed_out(tmp_path):
    report = read(write(tmp_path, "id,y\n" + rows(lambda row: row + 1, lambda row: row % 2))).report
    assert report.warnings == ('"id" only counts the rows, yet is an input',)


def test_the_report_reads_well(animals):
    assert read(animals, target="kind").report.lines() == [
        "animals.csv: 12 rows read, 2 dropped for missing values, 10 used",
        "  missing: weight (1), colour (1)",
        "  format: columns separated by commas, decimal point, UTF-8, header in the first row",
        "  target: kind, 2 classes: cat (5), owl (5)",
        "  inputs: 5",
        "    weight  numbers, 1 missing",
        "    colour  categories: blue, green, red, 1 missing",
        "    legs    numbers",
    ]


def test_the_shape_of_a_table_is_what_was_read(animals):
    shape = task_shape_of(experiment(animals).data)
    assert (shape.task, shape.inputs, shape.classes, shape.examples) == ("binary", 5, 2, 10)
    assert shape.class_names == ("cat", "owl") and shape.columns[0] == "weight"


def test_a_network_trains_on_a_table(animals):
    trainer = Trainer(experiment(animals))
    trainer.run()
    # Legs tell all.
    assert trainer.score("train")[1] == 1.0


def test_numbers_of_a_table_are_predicted(animals):
    examples = make_examples(experiment(animals, target="weight", standardize=False))
    assert examples.task == "regression"
    np.testing.assert_array_equal(examples.y[:, 0], [row + 0.5 for row in range(12) if row not in (3, 6)])


def test_examples_take_some_rows_at_random_by_the_seed(animals):
    def taken(seed):
        return make_examples(experiment(animals, examples=6, seed=seed, standardize=False)).x

    everything = read(animals, target="kind").x.tolist()
    assert np.array_equal(taken(1), taken(1))
    assert any(not np.array_equal(taken(1), taken(seed)) for seed in range(2, 6))
    assert len(taken(1)) == 6 and all(row in everything for row in taken(1).tolist())


def test_more_examples_than_rows_are_refused(animals):
    with pytest.raises(ExperimentError, match=r"^data\.examples: animals\.csv has 10 examples to use, got 11$"):
        experiment(animals, examples=11)


def test_a_file_that_has_changed_is_read_again(animals):
    assert len(read(animals, target="kind").x) == 10
    animals.write_text(ANIMALS + "1,red,2,owl\n")
    assert len(read(animals, target="kind").x) == 11


def test_a_file_that_has_not_changed_is_read_once(animals):
    assert read(animals, target="kind") is read(animals, target="kind")


def test_nothing_can_write_into_what_was_read(animals):
    table = read(animals, target="kind")
    for array in (table.x, table.y):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0.0


def test_a_relative_path_counts_from_the_folder_of_the_experiment(tmp_path, monkeypatch, animals):
    (tmp_path / "lecture").mkdir()
    (tmp_path / "lecture" / "a.toml").write_text('[data]\nfile = "../animals.csv"\ntarget = "kind"\n')
    monkeypatch.chdir("/")
    assert Experiment.load(tmp_path / "lecture" / "a.toml").data.examples == 10


def test_a_relative_path_in_a_text_counts_from_the_working_folder(tmp_path, monkeypatch, animals):
    monkeypatch.chdir(tmp_path)
    assert Experiment.parse('data = {file = "animals.csv", target = "kind"}').data.examples == 10


def test_a_relative_path_that_overrides_a_file_counts_from_the_working_folder(tmp_path, monkeypatch, animals):
    (tmp_path / "lecture").mkdir()
    (tmp_path / "lecture" / "a.toml").write_text('[data]\nfile = "elsewhere.csv"\ntarget = "kind"\n')
    monkeypatch.chdir(tmp_path)
    assert Experiment.load(tmp_path / "lecture" / "a.toml", {"data.file": "animals.csv"}).data.examples == 10


def test_the_echo_of_an_experiment_finds_its_table_from_anywhere(tmp_path, monkeypatch, animals):
    monkeypatch.chdir(tmp_path)
    here = Experiment.parse('data = {file = "animals.csv", target = "kind", task = "classes"}')
    (tmp_path / "other").mkdir()
    echo = tmp_path / "other" / "echo.toml"
    echo.write_text(here.to_toml())
    monkeypatch.chdir("/")
    there = Experiment.load(echo)
    assert there == here and os.path.isabs(there.data.file)
    assert np.array_equal(make_examples(there).x, make_examples(here).x)


def test_a_name_that_stands_twice_is_made_distinct_and_that_is_said(tmp_path):
    text = "a,a,a 2,y\n" + rows(*[lambda row, n=n: row * n % 5 for n in (1, 2, 3)], lambda row: row % 2)
    table = read(write(tmp_path, text))
    assert table.columns == ("a", "a 3", "a 2")
    assert 'two columns are called "a": the later one is read as "a 3"' in table.report.warnings


def test_a_class_called_na_is_a_class_when_it_repeats(tmp_path):
    text = "a,y\n" + rows(lambda row: row % 5, lambda row: ("EU", "NA", "AS")[row % 3])
    report = read(write(tmp_path, text)).report
    assert report.classes == (("AS", 4), ("EU", 4), ("NA", 4)) and report.dropped == 0
    assert '"NA" in "y" is read as a category, as it repeats' in report.warnings


def test_a_single_na_among_texts_is_missing(tmp_path):
    text = "a,y\n" + rows(lambda row: row % 5, lambda row: "NA" if row == 3 else "uv"[row % 2])
    assert read(write(tmp_path, text)).report.dropped == 1


def test_a_picture_keeps_the_pixels_that_never_change(tmp_path):
    text = ",".join([*(f"p{place}" for place in range(64)), "y"]) + "\n"
    text += rows(*[0] * 63, lambda row: row % 5, lambda row: row % 2)
    assert len(read(write(tmp_path, text)).columns) == 64


def test_a_column_that_no_longer_changes_without_the_dropped_rows_is_left_out(tmp_path):
    text = "a,b,y\n" + rows(lambda row: "" if row == 2 else row % 5, lambda row: int(row == 2), lambda row: row % 2)
    table = read(write(tmp_path, text))
    assert table.columns == ("a",) and table.report.warnings == ('"b" is 0 in every row: left out',)
