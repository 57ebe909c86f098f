"""Several targets: numbers, or classes one-hot; and what is said of a target that others tell."""

import numpy as np
import pytest

from nnviz.engine import ExperimentError, Trainer
from nnviz.engine.data.tables.preview import preview_table
from nnviz.engine.experiment import Experiment
from nnviz.engine.settings import Reading
from tests.engine.data.tables.files import read, rows, write


def some(row):
    return row * row % 7 + 0.5


HOT = "a,b,u,v,w\n" + rows(
    lambda row: row * row % 7,
    lambda row: row % 5,
    lambda row: int(row % 3 == 0),
    lambda row: int(row % 3 == 1),
    lambda row: int(row % 3 == 2),
)


def test_one_hot_targets_are_classes_in_the_order_of_the_columns(tmp_path):
    table = read(write(tmp_path, HOT), ("w", "u", "v"))
    assert table.task == "multiclass" and table.class_names == ("w", "u", "v") and table.columns == ("a", "b")
    assert table.y[:3, 0].tolist() == [1.0, 2.0, 0.0]
    assert table.report.lines()[2] == "  target: w, u, v, 3 classes: w (4), u (4), v (4)"


def test_truths_are_one_hot_too(tmp_path):
    text = HOT.replace(",0", ",False").replace(",1", ",True")
    assert read(write(tmp_path, text.replace("a,b", "a,c")), ("u", "v", "w"), features=("a",)).task == "multiclass"


def test_several_numbers_are_predicted_together(tmp_path):
    file = write(tmp_path, HOT)
    assert read(file, ("a", "b")).y.shape == (12, 2)
    assert read(file, ("u", "v", "w"), task="numbers").y.shape == (12, 3)
    toml = tmp_path / "e.toml"
    toml.write_text('[data]\nfile = "table.csv"\ntarget = ["a", "b"]\n')
    trainer = Trainer(Experiment.load(toml))
    assert trainer.iterate().y.shape[1] == 2 and trainer.experiment.network.output == "linear"


@pytest.mark.parametrize(
    ("targets", "task", "error"),
    [
        (("a", "u"), "classes", "several targets are classes only where exactly one of them is 1 in every row"),
        (("a", "a"), None, '"a" is named twice'),
        (("a", "q"), None, 'no column "q"'),
    ],
)
def test_several_targets_that_cannot_be_are_refused(tmp_path, targets, task, error):
    with pytest.raises(ExperimentError) as caught:
        read(write(tmp_path, HOT), targets, task=task)
    assert error in str(caught.value) and str(caught.value).startswith("data.target")


def test_columns_that_tell_the_target_are_left_out_with_a_word_or_named(tmp_path):
    file = write(tmp_path, HOT)
    table = read(file, "w")
    assert table.columns == ("a", "b")
    assert '"u" is one-hot together with the target, and tells it: left out' in table.report.warnings
    named = read(file, "w", features=("a", "u", "v"))
    assert '"u", "v" are one-hot together with the target, and tell it: name them all as the target' in (
        named.report.warnings
    )


def test_a_preview_suggests_one_hot_columns_together(tmp_path):
    suggested = preview_table(write(tmp_path, HOT)).suggested
    assert suggested.targets == ("u", "v", "w") and suggested.features == ("a", "b")


def test_a_class_that_is_lost_is_named(tmp_path):
    text = "a,b,y\n" + rows(
        lambda row: "" if row % 4 == 3 else row % 5, lambda row: row % 3, lambda row: "stuv"[row % 4]
    )
    table = read(write(tmp_path, text))
    assert table.class_names == ("s", "t", "u")
    assert 'class "v" is gone: a value is missing in each of its 3 rows' in table.report.warnings


def test_a_class_called_na_is_lost_only_where_that_is_told(tmp_path):
    text = "a,y\n" + rows(lambda row: row % 5, lambda row: ("EU", "NA", "AS")[row % 3])
    file = write(tmp_path, text)
    assert read(file).class_names == ("AS", "EU", "NA")
    assert read(file, reading=Reading(missing=("NA",))).class_names == ("AS", "EU")


def test_a_picture_keeps_the_pixels_that_never_change(tmp_path):
    names = ",".join(["label", *(f"pixel{place}" for place in range(64))])
    noise = np.random.default_rng(1).integers(0, 255, (20, 64))
    noise[:, :9] = 0
    text = names + "\n" + "".join(f"{row % 2},{','.join(map(str, pixels))}\n" for row, pixels in enumerate(noise))
    file = write(tmp_path, text)
    table = read(file, "label")
    assert table.x.shape == (20, 64)
    assert "    and 56 more columns" in table.report.lines()
    assert "pictures of 8 × 8 pixels: 9 that never change are kept" in table.report.warnings
    for lines in (text, text.partition("\n")[2]):
        preview = preview_table(write(tmp_path, lines))
        assert preview.suggested.targets == (preview.columns[0].name,) and len(preview.suggested.features) == 64
        assert not any(column.refusal for column in preview.columns)


def test_one_column_that_is_the_contrary_of_the_target_tells_it(tmp_path):
    text = "a,yes,no\n" + rows(lambda row: row * row % 7, lambda row: row % 2, lambda row: 1 - row % 2)
    table = read(write(tmp_path, text), "yes")
    assert table.columns == ("a",)
    assert '"no" is one-hot together with the target, and tells it: left out' in table.report.warnings
    assert preview_table(tmp_path / "table.csv").suggested.targets == ("yes", "no")


def test_the_contrary_of_the_target_is_an_input_where_there_is_no_other(tmp_path):
    text = "a,y\n" + rows(lambda row: row % 2, lambda row: 1 - row % 2)
    assert read(write(tmp_path, text)).columns == ("a",)


def test_an_id_beside_a_picture_is_left_out(tmp_path):
    names = ",".join(f"p{pixel}" for pixel in range(64))
    text = f"id,name,label,{names}\n" + rows(
        lambda row: row + 1,
        lambda row: f"n{row}",
        lambda row: row % 3,
        *(lambda row, p=p: row * p % 9 for p in range(64)),
    )
    table = read(write(tmp_path, text), "label")
    assert table.x.shape == (12, 64) and table.columns[0] == "p0"
    assert any("pictures of 8 × 8 pixels" in warning for warning in table.report.warnings)
    assert {'"id" only counts the rows: left out'} < set(table.report.warnings)


def test_few_numbers_and_texts_that_repeat_are_categories_with_a_word(tmp_path):
    text = "doors,a,y\n" + rows(lambda row: ["2", "3", "5more"][row % 3], some, lambda row: "uv"[row % 2])
    table = read(write(tmp_path, text))
    assert table.columns == ("doors=2", "doors=3", "doors=5more", "a")
    assert '"doors" holds numbers and texts that repeat: they are read as categories' in table.report.warnings
    unknown = "r,a,y\n" + rows(lambda row: ["1", "2", "unknown"][row % 3], some, lambda row: "uv"[row % 2])
    assert read(write(tmp_path, unknown)).columns == ("r", "a")


def test_few_numbers_and_letters_that_repeat_are_classes(tmp_path):
    text = "a,y\n" + rows(lambda row: row * row % 7, lambda row: "12A"[row % 3])
    assert read(write(tmp_path, text)).class_names == ("1", "2", "A")
    with pytest.raises(ExperimentError, match='text in "y", a column of numbers: "B" in row 9'):
        read(write(tmp_path, "a,y\n" + rows(lambda row: row % 5, lambda row: "B" if row == 7 else row % 3)))


@pytest.mark.parametrize("missing", ["nan", "null", "?", "n/a"])
def test_a_class_that_is_called_like_a_missing_value_is_said(tmp_path, missing):
    text = "a,y\n" + rows(lambda row: row * row % 7, lambda row: (missing, "u", "v")[row % 3])
    file, word = write(tmp_path, text), f'"{missing}" stands for a missing value, unless data.reading.missing'
    assert any(word in warning for warning in read(file).report.warnings)
    assert len(read(file, reading=Reading(missing=())).class_names) == 3
    text = text.replace(",v", ",u")
    with pytest.raises(ExperimentError) as caught:
        read(write(tmp_path, text))
    assert f'"u" in every row that has a value ({word}' in str(caught.value)
