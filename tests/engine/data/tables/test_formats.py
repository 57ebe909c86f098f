"""Separator, decimal sign, encoding and header are found out from the file itself."""

import codecs
import re
from datetime import date
from zipfile import ZipFile

import numpy as np
import pytest
from openpyxl import load_workbook

from nnviz.engine import ExperimentError
from tests.engine.data.tables.files import read, rows, write, write_excel

PLAIN = "a,b,y\n" + rows(lambda row: row / 4, lambda row: row * row % 7, lambda row: row % 2)
A, B, Y = np.arange(12) / 4, np.arange(12) ** 2 % 7, np.arange(12) % 2


def assert_plain(table):
    """Whatever the format was, these are the numbers."""
    assert table.columns == ("a", "b") and table.class_names == ("0", "1")
    np.testing.assert_array_equal(table.x, np.column_stack([A, B]))
    np.testing.assert_array_equal(table.y[:, 0], Y)


@pytest.mark.parametrize(
    ("separator", "words"),
    [(",", "commas"), (";", "semicolons"), ("\t", "tabs"), ("|", "bars"), (" ", "spaces"), ("   ", "spaces")],
)
def test_the_separator_is_found(tmp_path, separator, words):
    table = read(write(tmp_path, PLAIN.replace(",", separator)))
    assert_plain(table)
    assert table.report.separator == words


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("cp1252", "Windows-1252"),
        ("latin-1", "Windows-1252"),
    ],
)
def test_the_encoding_is_found(tmp_path, encoding, words):
    text = "Größe,Straße,y\n" + rows(lambda row: row / 4, lambda row: "äß"[row % 2], lambda row: "óé"[row % 2])
    table = read(write(tmp_path, text, encoding=encoding))
    assert table.columns == ("Größe", "Straße=ß", "Straße=ä")
    assert table.class_names == ("é", "ó")
    assert table.report.encoding == words


def test_a_big_endian_byte_order_mark_is_understood(tmp_path):
    assert_plain(read(write(tmp_path, codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"))))


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_lines_end_as_on_any_system(tmp_path, line_end):
    assert_plain(read(write(tmp_path, PLAIN.replace("\n", line_end))))


def test_a_german_table_is_read_as_it_was_meant(tmp_path):
    text = "Größe;Einwohner;y\n" + rows(
        lambda row: f"{row},5", lambda row: f"{row + 1}.234,5", lambda row: row % 2, separator=";"
    )
    table = read(write(tmp_path, text, encoding="latin-1"))
    assert table.report.decimal == "," and table.report.separator == "semicolons"
    np.testing.assert_array_equal(table.x[:, 0], np.arange(12) + 0.5)
    np.testing.assert_array_equal(table.x[:, 1], 1000.0 * np.arange(1, 13) + 234.5)


def test_decimal_commas_in_quotation_marks_stand_between_commas(tmp_path):
    table = read(write(tmp_path, "a,y\n" + rows(lambda row: f'"{row},25"', lambda row: row % 2)))
    np.testing.assert_array_equal(table.x[:, 0], np.arange(12) + 0.25)


def test_thousands_may_be_set_apart(tmp_path):
    table = read(write(tmp_path, "a,y\n" + rows(lambda row: f'"{row + 1},234.5"', lambda row: row % 2)))
    np.testing.assert_array_equal(table.x[:, 0], 1000.0 * np.arange(1, 13) + 234.5)


def test_a_text_may_hold_the_separator_in_quotation_marks(tmp_path):
    table = read(write(tmp_path, "a,y\n" + rows(lambda row: row % 5, lambda row: ['"cat, big"', "dog"][row % 2])))
    assert table.class_names == ("cat, big", "dog")


def test_spaces_around_cells_are_no_part_of_them(tmp_path):
    table = read(
        write(tmp_path, " a , y \n" + rows(lambda row: f" {row % 5} ", lambda row: ["u ", " v", "u"][row % 3]))
    )
    assert table.columns == ("a",) and table.class_names == ("u", "v")


def test_comments_and_a_line_that_names_the_separator_are_passed_over(tmp_path):
    text = "# measured in May\n\nsep=;\n" + PLAIN.replace(",", ";")
    assert_plain(read(write(tmp_path, text)))


def test_a_first_row_of_numbers_is_no_header(tmp_path):
    table = read(write(tmp_path, PLAIN.partition("\n")[2]), target="x3")
    assert not table.report.header
    assert table.columns == ("x1", "x2") and len(table.x) == 12


def test_a_first_row_of_words_that_come_again_below_is_no_header(tmp_path):
    text = rows(lambda row: "ab"[row % 2], lambda row: "uvw"[row % 3])
    assert read(write(tmp_path, text), target="x2").columns == ("x1=a", "x1=b")


def test_a_name_over_numbers_makes_a_header_though_a_year_is_beside_it(tmp_path):
    table = read(write(tmp_path, "2024,y\n" + rows(lambda row: row % 5, lambda row: row % 2)))
    assert table.columns == ("2024",)


def test_a_column_that_the_experiment_names_is_in_a_header(tmp_path):
    table = read(write(tmp_path, "2023,2024\n" + rows(lambda row: row % 5, lambda row: row % 2)), target="2024")
    assert table.report.header and table.columns == ("2023",)


def test_empty_rows_are_not_there(tmp_path):
    table = read(write(tmp_path, PLAIN.replace("\n", "\n\n", 5)))
    assert_plain(table)
    assert (table.report.rows, table.report.dropped) == (12, 0)


def test_a_first_column_that_has_no_name_and_counts_the_rows_is_left_out(tmp_path):
    text = ",a,b,y\n" + "".join(f"{row},{line}\n" for row, line in enumerate(PLAIN.splitlines()[1:]))
    table = read(write(tmp_path, text))
    assert_plain(table)
    assert "only counts the rows: left out" in table.report.warnings[0]


def test_an_excel_file_is_read_by_what_it_is_not_by_what_it_is_called(tmp_path):
    cells = [["a", "b", "y"], *([float(a), int(b), int(y)] for a, b, y in zip(A, B, Y, strict=True))]
    table = read(write_excel(tmp_path, cells, name="table.csv"))
    assert_plain(table)
    assert table.report.sheet == "Sheet" and table.report.separator == ""


def test_numbers_of_an_excel_file_are_read_to_the_last_bit(tmp_path):
    # As many digits as Excel itself keeps.
    numbers = np.random.default_rng(1).standard_normal(20).round(14)
    table = read(
        write_excel(tmp_path, [["a", "y"], *([float(number), place % 2] for place, number in enumerate(numbers))])
    )
    np.testing.assert_array_equal(table.x[:, 0], numbers)


def test_true_and_one_are_not_the_same_in_an_excel_file(tmp_path):
    cells = [["a", "y"], *([row % 5, [True, "false"][row % 2]] for row in range(12))]
    assert read(write_excel(tmp_path, cells)).class_names == ("false", "true")


def test_only_the_first_sheet_is_read_and_that_is_said(tmp_path):
    cells = [["a", "y"], *([row % 5, row % 2] for row in range(12))]
    report = read(write_excel(tmp_path, cells, [["other", 1]])).report
    assert report.warnings == ('only one of 2 sheets is read: "Sheet"',)


def test_rows_of_an_excel_file_are_counted_as_it_counts_them(tmp_path):
    file = write_excel(tmp_path, [[], ["a", "y"], *([row % 5, row % 2] for row in range(12))])
    book = load_workbook(file)
    book.active["A7"] = "oops"
    book.save(file)
    with pytest.raises(ExperimentError, match=r'text in "a", a column of numbers: "oops" in row 7$'):
        read(file)


def test_dates_of_an_excel_file_are_dates(tmp_path):
    cells = [["when", "y"], *([date(2026, 1, 1 + row), row % 2] for row in range(12))]
    with pytest.raises(ExperimentError, match='"when" holds dates'):
        read(write_excel(tmp_path, cells))


def test_of_a_damaged_excel_file_nothing_reaches_standard_output(tmp_path, capfd):
    """What reads it prints where a style is missing, in the midst of a table that a command writes."""
    file = write_excel(tmp_path, [["a", "y"], *([row % 5, row % 2] for row in range(9))])
    parts = {}
    with ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    styles = re.sub(rb"<cellStyleXfs.*</cellStyleXfs>", b"<cellStyleXfs></cellStyleXfs>", parts["xl/styles.xml"])
    assert styles != parts["xl/styles.xml"]
    with ZipFile(file, "w") as archive:
        for name, content in {**parts, "xl/styles.xml": styles}.items():
            archive.writestr(name, content)
    with pytest.raises(ExperimentError, match="damaged"):
        read(file)
    assert capfd.readouterr() == ("", "")
