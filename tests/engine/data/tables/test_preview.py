"""A look into a table says what reading it will give, before it is read for good."""

from pathlib import Path

import pytest

from nnviz.engine import ExperimentError
from nnviz.engine.data.tables import read_table
from nnviz.engine.data.tables.choice import TableChoice
from nnviz.engine.data.tables.preview import effect_of, preview_table
from nnviz.engine.settings import Data
from nnviz.resources import resource
from tests.engine.data.tables.files import rows, write, write_excel

PENGUINS = Path(str(resource("data", "penguins.csv")))


def by_name(preview):
    return {column.name: column for column in preview.columns}


def test_columns_say_what_they_hold():
    preview = preview_table(PENGUINS)
    columns = by_name(preview)
    assert (preview.name, preview.rows) == ("penguins.csv", 344)
    assert columns["island"].kind == "categories" and columns["island"].categories == ("Biscoe", "Dream", "Torgersen")
    mass = columns["body_mass_g"]
    assert (mass.kind, mass.low, mass.high, mass.missing) == ("numbers", 2700.0, 6300.0, 2)


def test_first_rows_are_numbered_as_in_the_file_and_know_their_gaps(tmp_path):
    preview = preview_table(write(tmp_path, "# a remark\na,b\n1,x\n\n?,y\n3,x\n4,y\n5,x\n"))
    assert [row.number for row in preview.first_rows] == [3, 5, 6, 7, 8]
    assert preview.first_rows[1].texts == ("?", "y") and preview.first_rows[1].missing == (True, False)


def test_what_people_call_a_target_is_suggested_and_else_the_last_column(tmp_path):
    assert preview_table(PENGUINS).suggested.targets[0] == "species"
    text = "a,b,c\n" + rows(lambda row: row % 5, lambda row: row % 3, lambda row: row % 2)
    assert preview_table(write(tmp_path, text)).suggested == TableChoice(("c",), ("a", "b"))


def test_columns_that_cannot_be_inputs_are_not_suggested_and_say_why(tmp_path):
    text = "when,name,empty,row,one,a,y\n" + rows(
        lambda row: f"2026-01-{row + 1:02}", lambda row: f"n{row}", "", lambda row: row, 7, lambda row: row % 5, "u"
    ).replace("u\n", "v\n", 6)
    preview = preview_table(write(tmp_path, text))
    columns = by_name(preview)
    assert preview.suggested == TableChoice(("y",), ("a",))
    assert "dates" in columns["when"].refusal and "only names the rows" in columns["name"].refusal
    assert columns["empty"].refusal == '"empty" is empty' and "in every row" in columns["one"].refusal
    assert columns["row"].only_counts and not columns["row"].refusal
    assert not any("data.features" in column.refusal for column in preview.columns)


@pytest.mark.parametrize("task", [None, "classes", "numbers"])
@pytest.mark.parametrize("target", ["species", "year", "body_mass_g"])
def test_an_effect_is_what_reading_the_file_gives(target, task):
    preview = preview_table(PENGUINS)
    features = tuple(column.name for column in preview.columns if column.name != target)
    effect = effect_of(preview, TableChoice((target,), features, task))
    data = Data(file=str(PENGUINS), target=target, features=features, task=task)
    if effect.table is None:
        with pytest.raises(ExperimentError) as caught:
            read_table(data)
        assert effect.problem in str(caught.value)
        return
    table = read_table(data)
    assert effect.table.report == table.report
    assert (effect.table.x == table.x).all() and (effect.table.y == table.y).all()
    assert len(effect.dropped) == table.report.dropped


def test_dropped_rows_and_the_columns_to_blame_are_named():
    preview = preview_table(PENGUINS)
    effect = effect_of(preview, TableChoice(("species",), ("body_mass_g", "sex")))
    assert effect.lacking == (("body_mass_g", 2), ("sex", 11))
    gaps = {row.number for row in preview.first_rows if row.missing[6] or row.missing[5]}
    assert gaps and gaps == {row for row in effect.dropped if row <= preview.first_rows[-1].number}


def test_a_choice_of_nothing_is_a_problem_in_words():
    preview = preview_table(PENGUINS)
    effect = effect_of(preview, TableChoice(("species",), ()))
    assert effect.table is None and effect.problem == 'expected at least one column to predict "species" from'


def test_excel_has_no_separator(tmp_path):
    cells = [["a", "b"], *[[row, "uv"[row % 2]] for row in range(8)]]
    preview = preview_table(write_excel(tmp_path, cells))
    assert preview.cells.sheet and not preview.cells.separator
    assert effect_of(preview, preview.suggested).table is not None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n1,2\n1,2,3\n", "table.csv: row 3 has 3 cells"),
        ("", "table.csv: the file is empty"),
    ],
)
def test_what_is_no_table_is_refused_with_file_and_row(tmp_path, text, said):
    with pytest.raises(ExperimentError) as caught:
        preview_table(write(tmp_path, text))
    assert str(caught.value).startswith(said)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ExperimentError, match=r"gone\.csv: no such file"):
        preview_table(tmp_path / "gone.csv")
