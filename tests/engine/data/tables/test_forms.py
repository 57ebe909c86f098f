"""Numbers are read in the form of their own column, and never turn into categories without a word."""

import pytest

from nnviz.engine import ExperimentError
from nnviz.engine.data.tables.forms import form_of, taken_apart
from nnviz.engine.data.tables.values import number
from tests.engine.data.tables.files import read, write, write_excel


def two(row):
    return "uv"[row % 2]


@pytest.mark.parametrize(
    ("texts", "mark", "values"),
    [
        (["60%", "100 %", "0"], "%", [60.0, 100.0, 0.0]),
        (["$1,630.68", "$5", "7"], "$", [1630.68, 5.0, 7.0]),
        (["4.032,36 €", "611,00 €"], "€", [4032.36, 611.0]),
        (["-$5.50", "$6.50"], "$", [-5.5, 6.5]),
        (["12 kg", "13.5 kg", "?"], "kg", [12.0, 13.5, None]),
        (["3 m/s", "4 m/s"], "m/s", [3.0, 4.0]),
        (["< 0.5", "0.7", "0.9", "1.2"], "", [0.5, 0.7, 0.9, 1.2]),
        (["0.854", "0.912"], "", [0.854, 0.912]),
        (["R$ 1.234,50", "R$ 3,00"], "R$", [1234.5, 3.0]),
        (["1,23,456", "45,000.5", "999"], "", [123456.0, 45000.5, 999.0]),
        (["１０％", "20％"], "%", [10.0, 20.0]),
        (["100 mm Hg", "120 mm Hg"], "mm Hg", [100.0, 120.0]),
        (["60 m^2", "61 m^2"], "m^2", [60.0, 61.0]),
        (['60"', '61"'], '"', [60.0, 61.0]),
        (["7/20", "8/20", "20/20"], "/20", [7.0, 8.0, 20.0]),
        (["1.5*", "2.5", "3.5", "4"], "", [1.5, 2.5, 3.5, 4.0]),
        (["1.5*", "2.5**", "3.5", "4†"], "", [1.5, 2.5, 3.5, 4.0]),
        (["1 \u00b5m", "2 \u03bcm"], "\u00b5m", [1.0, 2.0]),
        (["\u200b1.5", "2.5\u2060"], "", [1.5, 2.5]),
        (["1", "2", "3", "4+"], "", [1.0, 2.0, 3.0, 4.0]),
        (["~4", "5", "6", "7"], "", [4.0, 5.0, 6.0, 7.0]),
    ],
)
def test_numbers_are_read_with_what_stands_around_them(texts, mark, values):
    form = form_of(texts, "semicolons", ".")
    assert form.mark == mark and [form.number(text) for text in texts] == values


@pytest.mark.parametrize(
    "texts",
    [
        ["<=50K", ">50K"],
        ["1st", "2nd", "3rd"],
        ["3a", "4a", "b"],
        ["<18", "18-30", ">30"],
        ["24h"],
        ["1½", "2½"],
        ["1/2", "1/4"],
        ["1/2", "1/8", "3/8", "7/8"],
        ["+49 89 1234", "+49 89 12"],
    ],
)
def test_names_with_numbers_in_them_stay_names(texts):
    form = form_of(texts, "commas", ".")
    assert [form.number(text) for text in texts] == [None] * len(texts)


def test_a_number_without_the_per_cent_sign_of_its_column_is_no_guess():
    assert form_of(["60%", "50%", "0.5"], "commas", ".").number("0.5") is None


def test_each_column_has_its_own_decimal_sign(tmp_path):
    lines = "".join(f"15{row},5;{2.048 + row:.3f};{two(row)}\n" for row in range(6))
    table = read(write(tmp_path, "a;b;y\n" + lines))
    assert table.x[0].tolist() == [150.5, 2.048]
    assert [column.decimal for column in table.report.columns] == [",", ".", ""]
    assert '"b" may be read in two ways: 2.048 is taken for 2.048' in table.report.warnings
    assert any("b  numbers, decimal point" in line for line in table.report.lines())


@pytest.mark.parametrize(
    ("separator", "texts", "other", "value", "unsure"),
    [
        ("\t", ("1,100", "2,101"), "0,5", 1.1, False),
        ("\t", ("1,100", "2,101"), "5", 1.1, True),
        (";", ("1,100", "2,101"), "0.5", 1100.0, True),
        (";", ("1,100", "956"), "0.5", 1100.0, False),
        (";", ("1,100", "956"), "5", 1100.0, True),
    ],
)
def test_a_comma_that_may_be_either_is_read_as_the_others_are_and_said(
    tmp_path, separator, texts, other, value, unsure
):
    lines = [separator.join((texts[row % 2], other, two(row // 2))) for row in range(8)]
    if other != "5":
        lines[0] = lines[0].replace(other, other.replace("5", "6"))
    table = read(write(tmp_path, separator.join("aby") + "\n" + "\n".join(lines)), features=("a",))
    assert table.x[0, 0] == value
    assert any('"a" may be read in two ways' in warning for warning in table.report.warnings) == unsure


def test_texts_of_a_sheet_with_points_that_may_be_either_are_said(tmp_path):
    table = read(write_excel(tmp_path, [["a", "y"], *([f"{row + 1}.{200 + row}", two(row)] for row in range(12))]))
    assert table.x[0, 0] == 1.2
    assert any('may be read in two ways: "1.200" is taken for 1.2' in warning for warning in table.report.warnings)


def test_texts_of_a_sheet_that_may_be_either_are_said(tmp_path):
    sheet = [["a", "y"], *([f"{row + 1},100", two(row)] for row in range(6))]
    table = read(write_excel(tmp_path, sheet))
    assert table.x[0, 0] == 1.1
    assert 'numbers kept as texts may be read in two ways: "1,100" is taken for 1.1' in table.report.warnings


@pytest.mark.parametrize("text", ["\\N", "(null)", "..", "nil", "#####", "unknown", "x", "无"])
def test_what_stands_for_a_missing_number_is_one(tmp_path, text):
    lines = "".join(f"{text if row == 3 else row / 4},{two(row)}\n" for row in range(8))
    table = read(write(tmp_path, "a,y\n" + lines))
    assert table.report.dropped == 1 and table.report.lacking == (("a", 1),)


def test_unknown_among_texts_is_a_category(tmp_path):
    lines = "".join(f"{['unknown', 'known'][row % 2]},{two(row // 2)}\n" for row in range(8))
    assert read(write(tmp_path, "a,y\n" + lines)).columns == ("a=known", "a=unknown")


def test_thousands_beside_hundreds_stay_thousands(tmp_path):
    lines = "".join(f"{row},5;{'1.221' if row % 2 else '956'};{two(row)}\n" for row in range(6))
    assert read(write(tmp_path, "a;b;y\n" + lines)).x[:2, 1].tolist() == [956.0, 1221.0]


def test_a_share_to_predict_is_a_number(tmp_path):
    lines = "".join(f"{row},{10 * (row % 3)}%\n" for row in range(12))
    table = read(write(tmp_path, "a,y\n" + lines))
    assert table.task == "regression" and table.y[1, 0] == 10.0
    assert table.report.columns[1].mark == "%"


def test_a_typed_cell_is_its_type_and_numbers_kept_as_texts_are_numbers(tmp_path):
    sheet = [["a", "b", "c", "y"]]
    sheet += [[f"179,{row}", 4.619 + row, f"1.03{row},5 €", two(row)] for row in range(6)]
    table = read(write_excel(tmp_path, sheet))
    assert table.x[1].tolist() == [179.1, 5.619, 1031.5]


def test_bounds_are_said(tmp_path):
    lines = "".join(f"{'< 0.5' if row == 2 else row + 0.25},{two(row)}\n" for row in range(8))
    table = read(write(tmp_path, "a,y\n" + lines))
    assert table.x[2, 0] == 0.5 and any('"a" holds bounds' in line for line in table.report.warnings)


def test_another_unit_is_a_mistake_and_no_category(tmp_path):
    lines = "".join(f"{'500 g' if row == 5 else f'{row} kg'},{two(row)}\n" for row in range(8))
    with pytest.raises(ExperimentError, match='"500 g" in row 7'):
        read(write(tmp_path, "a,y\n" + lines))


@pytest.mark.parametrize(
    ("text", "bare", "mark"),
    [
        ("($1,000.50)", "-1,000.50", "$"),
        ("12,50-", "-12,50", ""),
        ("CHF 900.–", "900", "CHF"),
        ("60㎡", "60", "㎡"),
        ("200万元", "200", "万元"),
    ],
)
def test_numbers_of_accounts_and_wide_units_are_taken_apart(text, bare, mark):
    written = taken_apart(text)
    assert (written.bare, written.mark) == (bare, mark)


@pytest.mark.parametrize("text", ["10-20", "2024-01-05", "(-3)", "(nm)"])
def test_ranges_and_brackets_are_no_numbers(text):
    assert taken_apart(text) is None


def test_double_precision_of_fortran_is_a_number():
    assert number("-1.250D-03") == -0.00125 and number("1D2") is None
