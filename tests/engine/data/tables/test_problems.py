"""Every table that cannot be used is refused in one line that names the file, the field and the reason."""

import os
import re
import zipfile

import pytest

from nnviz.engine import Experiment, ExperimentError
from nnviz.engine.data.tables import archive, cells, reading
from tests.engine.data.tables.files import read, rows, write, write_excel


def some(row):
    return row % 5


def two(row):
    return row % 2


GOOD = "a,b,y\n" + rows(some, lambda row: row * row % 7, two)

PROBLEMS = {
    "one class": ("a,y\n" + rows(some, "u"), 'data.target: table.csv: only one class in "y": "u" in every row'),
    "one number": ("a,y\n" + rows(some, 2.5), 'data.target: table.csv: "y" is 2.5 in every row: nothing to learn'),
    "a class for each row": (
        "a,y\n" + rows(some, lambda row: f"n{row}"),
        'data.target: table.csv: every row has its own class in "y": nothing repeats',
    ),
    "101 classes": (
        "a,y\n" + rows(some, lambda row: f"n{row % 101}", count=202),
        'data.target: table.csv: "y" has 101 classes: at most 100',
    ),
    "dates to predict": (
        "a,y\n" + rows(some, lambda row: f"2026-01-{row + 1:02}"),
        'data.target: table.csv: "y" holds dates, which are neither classes nor numbers',
    ),
    "text among numbers to predict": (
        "a,y\n" + rows(some, lambda row: row / 2 if row != 4 else "oops"),
        'data.target: table.csv: text in "y", a column of numbers: "oops" in row 6',
    ),
    "text among numbers": (
        "a,b,y\n" + rows(some, lambda row: row if row != 7 else "7 kg", two),
        'data.features: table.csv: text in "b", a column of numbers: "7 kg" in row 9',
    ),
    "decimal points and commas": (
        "a;y\n" + rows(lambda row: f"{row},5" if row != 7 else "7.5", two, separator=";"),
        'data.features: table.csv: text in "a", a column of numbers: "7.5" in row 9',
    ),
    "infinity": (
        "a,y\n" + rows(lambda row: row if row != 2 else "-inf", two),
        'data.features: table.csv: "a" holds "-inf" in row 4: expected a finite number',
    ),
    "a number beyond all numbers": (
        "a,y\n" + rows(lambda row: row if row != 2 else "1e999", two),
        'data.features: table.csv: "a" holds "1e999" in row 4: expected a finite number',
    ),
    "too few rows": (
        "a,y\n1,u\n2,v\n3,u\n",
        "data.file: table.csv: 3 rows of data: at least 4 are needed",
    ),
    "too few complete rows": (
        "a,y\n1,u\n,v\n3,\n4,v\n5,u\n",
        "data.file: table.csv: 3 rows of data without the 2 that lack a value (y (1), a (1)): at least 4 are needed",
    ),
    "a header alone": ("a,y\n", "data.file: table.csv: 0 rows of data: at least 4 are needed"),
    "no column but the target": (
        "y,z\n" + rows(two, ""),
        'data.features: table.csv: no column is left to learn from beside the target ("z" is empty)',
    ),
    "one column": (
        "y\n" + rows(two),
        "data.file: table.csv: only one column: no commas, semicolons, tabs or spaces separate the cells of its rows",
    ),
    "a row too long": (
        GOOD + "1,2,0,4\n",
        "data.file: table.csv: row 14 has 4 cells where the rows before it have 3",
    ),
    "an open quotation": (
        GOOD + '"1,2,0\n1,2,0\n',
        "data.file: table.csv: row 14 opens a quotation mark that is never closed",
    ),
    "nothing": ("", "data.file: table.csv: the file is empty"),
    "blanks": (" \n\n \n", "data.file: table.csv: the file is empty"),
    "comments": ("# nothing\n", "data.file: table.csv: the file is empty"),
    "separators": (",,,\n,,,\n", "data.file: table.csv: the file is empty"),
    "a picture": (
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
        "data.file: table.csv: not a table: neither text nor an Excel file (.xlsx)",
    ),
    "zeros": (bytes(1000), "data.file: table.csv: not a table: neither text nor an Excel file (.xlsx)"),
    "an old Excel file": (
        b"\xd0\xcf\x11\xe0" + bytes(100),
        "data.file: table.csv: an Excel file of the old kind (.xls): save it as .xlsx or as CSV",
    ),
    "half an archive": (
        b"PK\x03\x04" + bytes(100),
        "data.file: table.csv: a damaged Excel file: it cannot be unpacked",
    ),
}


NAMED = {
    "a constant": (
        "a,b,y\n" + rows(some, 7, two),
        'data.features: table.csv: "b" is 7 in every row: leave it out by naming the others in data.features',
    ),
    "a constant text": (
        "a,b,y\n" + rows(some, "x", two),
        'data.features: table.csv: "b" is "x" in every row: leave it out by naming the others in data.features',
    ),
    "names of rows": (
        "name,b,y\n" + rows(lambda row: f"n{row}", some, two),
        'data.features: table.csv: "name" has another text in every row, so it only names the rows: '
        "leave it out by naming the others in data.features",
    ),
    "too many categories": (
        "a,y\n" + rows(lambda row: f"n{row % 51}", two, count=204),
        'data.features: table.csv: "a" holds 51 different texts (at most 50): '
        "leave it out by naming the others in data.features",
    ),
    "dates": (
        "when,y\n" + rows(lambda row: f"{row + 1}.2.2026", two),
        'data.features: table.csv: "when" holds dates, which cannot be inputs: '
        "leave it out by naming the others in data.features",
    ),
}
"""The second column is named as an input."""


def refusal(file, **fields):
    with pytest.raises(ExperimentError) as caught:
        read(file, **fields)
    return str(caught.value)


@pytest.mark.parametrize("problem", PROBLEMS)
def test_a_table_is_refused_with_its_reason(tmp_path, problem):
    content, reason = PROBLEMS[problem]
    assert refusal(write(tmp_path, content)) == reason


@pytest.mark.parametrize("problem", NAMED)
def test_a_column_that_is_named_and_cannot_be_an_input_is_refused(tmp_path, problem):
    content, reason = NAMED[problem]
    feature = re.search('"(.+?)"', reason)[1]
    assert refusal(write(tmp_path, content), features=(feature,)) == reason


@pytest.mark.parametrize("problem", NAMED)
def test_where_no_inputs_are_named_it_is_left_out_with_its_reason(tmp_path, problem):
    content, reason = NAMED[problem]
    lines = content.splitlines()
    wider = [f"more,{lines[0]}", *(f"{place % 5},{line}" for place, line in enumerate(lines[1:]))]
    table = read(write(tmp_path, "\n".join(wider)))
    assert table.columns[0] == "more"
    why = reason.removeprefix("data.features: table.csv: ").split(": leave it out")[0]
    assert f"{why}: left out" in table.report.warnings


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"target": None}, "data.target: table.csv: name the column that is to be predicted; there are: a, b, y"),
        ({"target": "Y"}, 'data.target: table.csv: no column "Y"; did you mean "y"?'),
        ({"target": "species"}, 'data.target: table.csv: no column "species"; known: a, b, y'),
        ({"features": ("a", "aa")}, 'data.features[1]: table.csv: no column "aa"; did you mean "a"?'),
        ({"features": ("a", "a")}, 'data.features[1]: table.csv: "a" is named twice'),
        ({"features": ("a", "y")}, 'data.features[1]: table.csv: "y" is the target'),
        ({"features": ()}, 'data.features: table.csv: expected at least one column to predict "y" from'),
    ],
)
def test_what_the_experiment_asks_for_must_be_there(tmp_path, fields, reason):
    assert refusal(write(tmp_path, GOOD), **fields) == reason


def test_texts_cannot_be_predicted_as_numbers(tmp_path):
    file = write(tmp_path, "a,y\n" + rows(some, lambda row: "uv"[row % 2]))
    assert refusal(file, task="numbers") == 'data.target: table.csv: text in "y", a column of numbers: "u" in row 2'


def test_without_a_header_the_columns_are_named_by_the_refusal(tmp_path):
    file = write(tmp_path, rows(some, two))
    assert refusal(file, target=None) == (
        "data.target: table.csv: name the column that is to be predicted; "
        "there are (its first row is no header): x1, x2"
    )


def test_a_column_that_is_not_used_may_hold_anything(tmp_path):
    file = write(tmp_path, "a,mess,y\n" + rows(some, lambda row: row if row != 7 else "inf", two))
    assert read(file, features=("a",)).columns == ("a",)


def test_a_file_that_is_not_there_is_named(tmp_path):
    assert refusal(tmp_path / "no.csv") == "data.file: no.csv: no such file or directory"
    assert refusal(tmp_path) == f"data.file: {tmp_path.name}: this is a folder, not a table"
    assert refusal("/dev/zero") == "data.file: zero: this is a device, not a table"
    assert refusal(tmp_path / "a\0b") == "data.file: a\0b: this is not the name of a file"


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path):
    file = write(tmp_path, GOOD)
    file.chmod(0)
    assert refusal(file) == "data.file: table.csv: permission denied"


def test_a_file_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    file = write(tmp_path, GOOD)
    monkeypatch.setattr(reading, "LARGEST_TEXT", 50)
    assert refusal(file) == f"data.file: table.csv: {len(GOOD)} bytes are too many for a table (at most 50)"


def test_a_table_with_too_many_rows_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(cells, "MOST_ROWS", 1000)
    file = write(tmp_path, "a,y\n" + rows(some, two, count=1001))
    assert refusal(file) == "data.file: table.csv: more than 1,000 rows: too many"


def test_a_table_with_too_many_cells_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(cells, "MOST_CELLS", 30)
    assert refusal(write(tmp_path, GOOD)) == (
        "data.file: table.csv: 13 rows of 3 cells are too many (at most 30 cells)"
    )


def test_more_inputs_than_a_layer_can_have_are_refused(tmp_path):
    text = ",".join(["y", *(f"c{column}" for column in range(1025))]) + "\n"
    text += "".join(",".join([str(row % 2), *[str(row)] * 1025]) + "\n" for row in range(5))
    assert refusal(write(tmp_path, text)) == "data.features: table.csv: 1,025 inputs are too many (at most 1,024)"


def packed(folder, **files):
    with zipfile.ZipFile(folder / "table.xlsx", "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return folder / "table.xlsx"


def test_another_archive_is_no_excel_file(tmp_path):
    file = packed(tmp_path, content="<x/>")
    assert refusal(file) == f"data.file: table.xlsx: {archive.NOT_EXCEL}"


def test_a_damaged_excel_file_is_refused(tmp_path):
    file = packed(tmp_path, **{"xl/workbook.xml": "<x/>"})
    assert refusal(file) == "data.file: table.xlsx: a damaged Excel file: it cannot be read"


def test_an_archive_that_unpacks_to_too_much_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_UNPACKED", 10_000)
    file = packed(tmp_path, **{"xl/workbook.xml": "0" * 20_000})
    assert refusal(file).startswith("data.file: table.xlsx: 20,000 bytes once it is unpacked: too many")


def test_a_workbook_without_its_workbook_part_is_damaged(tmp_path):
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    file = packed(tmp_path, **{"xl/workbook.xml": "<x/>", "[Content_Types].xml": types})
    assert refusal(file) == "data.file: table.xlsx: a damaged Excel file: it cannot be read"


@pytest.mark.parametrize(
    ("part", "content", "reason"),
    [
        ("xl/workbook.bin", b"", "a binary Excel file (.xlsb)"),
        ("xl/workbook.xml", b'<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>', "Strict Open XML"),
    ],
)
def test_an_excel_file_of_another_kind_is_told_by_its_name(tmp_path, part, content, reason):
    with zipfile.ZipFile(tmp_path / "table.xlsx", "w") as archive:
        archive.writestr(part, content)
        archive.writestr("xl/_rels/workbook.xml.rels", "<Relationships/>")
    with pytest.raises(ExperimentError) as caught:
        read(tmp_path / "table.xlsx")
    assert reason in str(caught.value)


def test_too_many_sheets_are_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MOST_PARTS", 2)
    file = write_excel(tmp_path, [["a"]], [["b"]], [["c"]])
    assert refusal(file) == "data.file: table.xlsx: 3 sheets are too many (at most 2)"


def test_a_separator_that_cannot_be_one_is_named(tmp_path):
    assert refusal(write(tmp_path, "sep=§\n" + GOOD)) == (
        'data.file: table.csv: its first line names "§" as the separator: it cannot be one'
    )


def test_a_sheet_without_cells_is_empty(tmp_path):
    assert refusal(write_excel(tmp_path, [])) == 'data.file: table.xlsx: the first sheet, "Sheet", is empty'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (
            'source = "circle"\nfile = "a.csv"',
            "data.source: give either source or file, not both (--set data.source= takes the source out)",
        ),
        ('file = "a.csv"\nx = [[1]]', "data.file: give either file or the examples x and y, not both"),
        ('file = ""', "data.file: expected the name of a file"),
        ('source = "circle"\ntarget = "y"', "data.target: only a table has columns to choose from: give data.file"),
        (
            'source = "circle"\nfeatures = ["a"]',
            "data.features: only a table has columns to choose from: give data.file",
        ),
        ('x = [[1]]\ny = [0]\ntask = "classes"', "data.task: only a table has columns to choose from: give data.file"),
        ('file = "a.csv"\ntask = "class"', 'data.task: expected "classes" or "numbers", got "class"'),
        ("file = 3", "data.file: expected a text, got 3"),
        ('features = "a"', 'data.features: expected a list of texts, got "a"'),
    ],
)
def test_data_comes_from_one_place(data, reason):
    with pytest.raises(ExperimentError) as caught:
        Experiment.parse(f"[data]\n{data}\n")
    assert str(caught.value) == reason


def test_a_long_name_of_a_file_is_cut(tmp_path):
    assert refusal(str(tmp_path / ("a" * 5000))).startswith("data.file: " + "a" * 79 + "…: ")


@pytest.mark.parametrize("column", ["a", "y"])
def test_a_text_of_several_lines_is_in_one_line_where_it_is_refused(tmp_path, column):
    lines = '"one\n\nline"'
    text = rows(lines, lambda row: "uv"[row % 2]) if column == "a" else rows(lambda row: row % 5, lines)
    assert "one line" in refusal(str(write(tmp_path, "a,y\n" + text)))


def test_a_long_name_of_a_column_is_cut_where_it_is_told(tmp_path):
    text = "a" * 5_000 + ",y\n" + rows(lambda row: row * row % 5, lambda row: "uv"[row % 2])
    assert max(map(len, read(write(tmp_path, text)).report.lines())) < 200
