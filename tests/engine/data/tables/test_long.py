"""Long tables are read piece by piece, and are the same tables; what would take too much is refused before it does."""

import zipfile

import numpy as np
import pytest

from nnviz.engine import ExperimentError
from nnviz.engine.data.examples import make_examples
from nnviz.engine.data.tables import archive, cells, long, reading
from nnviz.engine.data.tables.number_column import NumberColumn
from nnviz.engine.data.tables.preview import preview_table
from nnviz.engine.data.tables.reading import read_grid
from nnviz.engine.experiment import Experiment
from nnviz.engine.settings import FOUND_OUT, Reading
from tests.engine.data.tables.files import read, rows, write, write_excel

LINES = rows(
    lambda row: f"{row * row % 97 + 0.25}",
    lambda row: "" if row == 700 else f"{row % 13} kg",
    lambda row: ("red", "green", "blue")[row % 3],
    lambda row: f"{row % 11},5" if row % 2 else "7",
    lambda row: "uv"[row % 2],
    count=900,
    separator=";",
)
TEXT = "a;b;c;d;y\n" + LINES


@pytest.fixture
def pieces(monkeypatch):
    """Even small files are long."""
    monkeypatch.setattr(reading, "LONG", 1_000)
    monkeypatch.setattr(reading, "HEAD", 2_000)
    monkeypatch.setattr(long, "PIECE_ROWS", 100)
    monkeypatch.setattr(long, "PIECE_BYTES", 2_000)


def test_a_long_table_is_what_it_is_in_one_piece(tmp_path, monkeypatch, request):
    whole = read(write(tmp_path, TEXT, name="whole.csv"))
    request.getfixturevalue("pieces")
    table = read(write(tmp_path, TEXT, name="long.csv"))
    assert table.columns == whole.columns and table.class_names == whole.class_names
    assert np.array_equal(table.x, whole.x) and np.array_equal(table.y, whole.y)
    assert table.report.lacking == whole.report.lacking == (("b", 1),)
    assert table.report.lines()[1:] == whole.report.lines()[1:]


PLAIN = rows(
    lambda row: f"{row * row % 97 + 0.25}", lambda row: f"{row % 13}.5", lambda row: "uv"[row % 2], count=900
).splitlines()
NAMED = ["a,b,y", *PLAIN]
QUOTED = ['"' + line.replace(",", '","') + '"' for line in NAMED]
WRITTEN = {
    "single quotes": [line.replace('"', "'") for line in QUOTED],
    "curled quotes": [line.replace('"', "“") for line in QUOTED],
    "quotes around rows": ['"' + line.replace('"', '""') + '"' for line in QUOTED],
    "escaped quotes": ["a,b,y", *(f'{line} \\"no"'.replace(",u", ',"u').replace(",v", ',"v') + '"' for line in PLAIN)],
    "texts as formulas": ["a,b,y", *(f'="{line}'.replace(",", '",', 1) for line in PLAIN)],
    "wide commas": [line.replace(",", "，") for line in NAMED],
    "spaces": [line.replace(",", "   ") for line in NAMED],
    "a width": ["{:<8}{:<8}{}".format(*line.split(",")) for line in NAMED],
    "Markdown": ["|a|b|y|", "|---|---|---|", *(f"| {line.replace(',', ' | ')} |" for line in PLAIN)],
    "ARFF": [
        "@relation r",
        "@attribute a real",
        "@attribute b real",
        "@attribute y {u,v}",
        "@data",
        *PLAIN,
        "% the end",
    ],
    "comments": ["a,b,y", *(f"{line}\n# and" if place % 50 == 9 else line for place, line in enumerate(PLAIN))],
    "what databases print": [" a | b | y", "---+---+---", *(line.replace(",", " | ") for line in PLAIN), "(900 rows)"],
    "a total": [*NAMED, "5.5,7.5,Total"],
    "means": [*NAMED, "5.5,,Mean", "1.5,,SD"],
    "notes": [*NAMED, "", "Source: us", "* of May"],
}


@pytest.mark.parametrize("kind", WRITTEN)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_what_is_made_of_a_line_is_made_of_all(tmp_path, request, kind, line_end):
    text = "\n".join([*WRITTEN[kind], ""]).replace("\n", line_end)
    whole = read(write(tmp_path, text, name="whole.csv"), "y")
    request.getfixturevalue("pieces")
    table = read(write(tmp_path, text, name="long.csv"), "y")
    assert table.report.used == 900 and table.class_names == whole.class_names
    assert np.array_equal(table.x, whole.x) and np.array_equal(table.y, whole.y)
    assert set(table.report.warnings) == set(whole.report.warnings)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "cp1252"])
def test_a_long_table_may_be_written_in_any_encoding(tmp_path, pieces, encoding):
    text = "\n".join(NAMED).replace("u", "ü")
    assert read(write(tmp_path, text, encoding=encoding)).class_names == ("v", "ü")


def test_a_number_that_is_not_finite_far_below_is_said_with_its_row(tmp_path, pieces, monkeypatch):
    monkeypatch.setattr(long, "FIRST_TEXTS", 10)
    lines = [*NAMED[:700], "inf,1.5,u", *NAMED[700:]]
    with pytest.raises(ExperimentError, match='"a" holds "inf" in row 701: expected a finite number'):
        read(write(tmp_path, "\n".join(lines)))


def test_first_rows_without_a_number_are_empty(tmp_path, pieces, monkeypatch):
    monkeypatch.setattr(long, "FIRST_TEXTS", 10)
    lines = [*NAMED[:20], ",1.5,u", *NAMED[20:]]
    assert preview_table(write(tmp_path, "\n".join(lines))).first_rows[19].texts[0] == ""


@pytest.mark.parametrize("told", ["UTF-16", "UTF-32"])
def test_a_long_table_without_the_mark_of_its_encoding_is_read_as_told(tmp_path, pieces, told):
    file = write(tmp_path, "\n".join(NAMED), encoding=f"{told.lower()}-le")
    assert read(file, reading=Reading(encoding=told)).class_names == ("u", "v")


def test_zero_bytes_far_below_are_no_text(tmp_path, pieces):
    with pytest.raises(ExperimentError, match="neither text nor an Excel file"):
        read(write(tmp_path, "\n".join(NAMED) + "\0" * 99))


def test_what_is_wrong_far_below_is_said_with_its_row(tmp_path, pieces):
    file = write(tmp_path, TEXT.replace("24.25;8 kg", "oops;8 kg"))
    row = next(place for place, line in enumerate(file.read_text().splitlines(), 1) if "oops" in line)
    with pytest.raises(ExperimentError, match=rf'"oops" in row {row}'):
        read(file)


def test_lines_in_another_encoding_far_below_harm_only_themselves(tmp_path, pieces):
    lines = [f"{row % 7};{'Bär' if row % 2 else 'Löwe'}\n" for row in range(900)]
    content = b"a;y\n" + b"".join(
        line.encode("cp1252" if place == 650 else "utf-8") for place, line in enumerate(lines)
    )
    assert read(write(tmp_path, content)).class_names == ("Bär", "Löwe")


def test_the_examples_of_a_long_table_are_the_block_it_was_read_into(tmp_path, pieces):
    text = "a,b,c,y\n" + rows(*[lambda row: row * row % 31 + 0.5] * 3, lambda row: row % 2, count=900)
    table = read(write(tmp_path, text))
    _, grid = read_grid(write(tmp_path, text, name="again.csv"), FOUND_OUT)
    assert all(isinstance(column, NumberColumn) for column in grid.columns)
    assert table.x.base is not None and table.x.base.shape[1] == 4
    toml = tmp_path / "e.toml"
    toml.write_text('[data]\nfile = "table.csv"\ntarget = "y"\n')
    examples = make_examples(Experiment.load(toml))
    assert np.allclose(examples.x[examples.train].mean(axis=0), 0.0)


def test_reading_says_how_far_it_is_and_can_be_ended(tmp_path, pieces):
    told = []
    preview_table(write(tmp_path, TEXT), told.append)
    assert told == sorted(told) and told[-1] == 1.0 and len({done for done in told if 0.0 < done < 1.0}) > 2

    def end(done):
        if done > 0.3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        preview_table(write(tmp_path, TEXT), end)


def test_too_many_cells_of_a_long_table_are_refused_before_they_are_read(tmp_path, pieces, monkeypatch):
    monkeypatch.setattr(long, "MOST_NUMBERS", 1_000)
    monkeypatch.setattr(long, "long_grid", None)
    with pytest.raises(ExperimentError, match="901 rows of 5 cells are too many"):
        read(write(tmp_path, TEXT))


def packed(folder, **parts):
    """An Excel file with other parts."""
    source = write_excel(folder, [["a", "y"], *([row % 5, row % 2] for row in range(9))])
    with zipfile.ZipFile(source) as book:
        content = {name: book.read(name) for name in book.namelist()}
    with zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as book:
        for name, part in (content | {name.replace("__", "/"): part for name, part in parts.items()}).items():
            book.writestr(name, part)
    return source


SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)
BOMBS = {
    "a part that is nothing but air": {"xl__sharedStrings.xml": " " * 6_000_000},
    "a row of nothing but cells": {"xl__worksheets__sheet1.xml": SHEET.format("<row>" + "<c/>" * 300_000 + "</row>")},
    "a cell far to the right": {"xl__worksheets__sheet1.xml": SHEET.format('<row><c r="XFD1"><v>1</v></c></row>')},
    "entities": {"xl__worksheets__sheet1.xml": '<!DOCTYPE x [<!ENTITY a "aa">]>' + SHEET.format("")},
    "one part as many sheets": {
        "xl__workbook.xml": f'<workbook xmlns="{archive.MAIN}"><sheets>{"<sheet/>" * 1_000}</sheets></workbook>',
        "xl___rels__workbook.xml.rels": "<Relationships/>",
    },
}
REFUSALS = ("that is no table", "holds too much", "16,384 columns", "holds too much", "sheets are too many")


@pytest.mark.parametrize(("kind", "refusal"), list(zip(BOMBS, REFUSALS, strict=True)))
def test_what_unpacks_to_too_much_is_refused(tmp_path, kind, refusal):
    with pytest.raises(ExperimentError, match=refusal):
        read(packed(tmp_path, **BOMBS[kind]))


def test_a_cell_far_below_is_not_gone_to(tmp_path):
    body = "".join(f'<row r="{row}"><c><v>{row % 3}</v></c><c><v>{row % 2}</v></c></row>' for row in range(1, 10))
    far = '<row r="1000000"><c r="A1000000"><v>1</v></c></row>'
    table = read(
        packed(tmp_path, xl__worksheets__sheet1__xml="", **{"xl__worksheets__sheet1.xml": SHEET.format(body + far)}),
        "x2",
    )
    assert table.report.rows == 9


@pytest.mark.parametrize("text", ["," * 100_000, "a,b\n" + "1," * 100_000, "1 " * 100_000])
def test_lines_of_too_many_cells_are_not_taken_apart(tmp_path, text, monkeypatch):
    monkeypatch.setattr("nnviz.engine.data.tables.text.found_separator", None)
    with pytest.raises(ExperimentError, match=rf"columns are too many \(at most {cells.MOST_COLUMNS:,}\)"):
        read(write(tmp_path, text))


def test_a_row_that_does_not_end_is_refused_before_it_is_taken_apart(tmp_path, pieces, monkeypatch):
    monkeypatch.setattr(long, "COUNTED", 2_000)
    with pytest.raises(ExperimentError, match="a row holds too much"):
        read(write(tmp_path, TEXT + "," * 5_000))


def test_rows_that_are_all_longer_than_those_at_the_beginning_are_not_cut(tmp_path, pieces):
    text = "a,b,y\n" + "".join(f"{row},{row % 5},{'uv'[row % 2]},{'7' * (row > 300)}\n" for row in range(900))
    with pytest.raises(ExperimentError, match="cannot be told apart"):
        read(write(tmp_path, text))
