"""Tables as people have them: what stands around one is left out, and what is plainly meant is mended, with a word."""

import pytest
from openpyxl import Workbook, load_workbook

from nnviz.engine import ExperimentError
from nnviz.engine.data.tables.preview import preview_table
from nnviz.engine.settings import Reading
from tests.engine.data.tables.files import read, rows, write, write_excel


def some(row):
    return row * row % 7 + 0.5


def two(row):
    return "uv"[row % 2]


LINES = rows(some, lambda row: row * row * row % 5, two)
QUOTED = "".join("'" + line.replace(",", "';'") + "'\n" for line in LINES.splitlines())
HALF, REST = "".join(LINES.splitlines(True)[:6]), "".join(LINES.splitlines(True)[6:])
SPACED = rows(some, lambda row: "?" if row == 3 else row % 5, count=12, separator="   ").splitlines()
ONE_SHORT = rows(lambda row: f'"{row + 1}"', some, lambda row: row % 5, two)

KINDS = {
    "a title": ("Marks of 2024\n\na,b,y\n" + LINES, "y", ("a", "b"), '"Marks of 2024" above'),
    "a title with separators": ("Marks,,\n,,\na,b,y\n" + LINES, "y", ("a", "b"), '"Marks" above'),
    "a total": ("a,b,y\n" + LINES + "55.5,22,Total\n", "y", ("a", "b"), 'row 14, "Total", adds up'),
    "a total in German": ("n,b,y\n" + LINES + "Summe,22,\n", "y", ("n", "b"), '"Summe"'),
    "a title that begins with a number": ("2024年成绩表\na,b,y\n" + LINES, "y", ("a", "b"), "成绩表"),
    "a total in bold": ("n,b,y\n" + LINES + "**Total**,22,\n", "y", ("n", "b"), "adds up"),
    "a grand total": ("n,b,y\n" + LINES + "Grand Total,22,\n", "y", ("n", "b"), '"Grand Total", adds up'),
    "a mean and a total": (
        "n;b;y\n" + LINES.replace(",", ";") + "Durchschnitt;2;\nSumme;22;\n",
        "y",
        ("n", "b"),
        'row 14, "Durchschnitt", is made of the others',
    ),
    "an index that is not whole": (
        "Unnamed: 0,a,y\n" + rows(lambda row: 3 * row + 1, some, two),
        "y",
        ("a",),
        '"Unnamed: 0" only counts the rows',
    ),
    "an index in another order": (
        ",a,y\n" + rows(lambda row: row * 5 % 12, some, two),
        "y",
        ("a",),
        "no name and only",
    ),
    "numbers that may be names": (
        "id,a,y\n" + rows(lambda row: 1000 + row * row, some, two),
        "y",
        ("id", "a"),
        '"id" has another number in every row and may only name',
    ),
    "a number that stands for none once": (
        "a,b,y\n" + LINES.replace("0.5,", "-999.9,", 1),
        "y",
        ("a", "b"),
        "-999.9 in 1 row",
    ),
    "zero bytes at the end": ("a,b,y\n" + LINES + "\0" * 99, "y", ("a", "b"), "zero bytes"),
    "trailing separators": ("a,b,y\n" + LINES.replace("\n", ",\n"), "y", ("a", "b"), "at the ends"),
    "doubled tabs": (
        LINES.replace(",", "\t").replace("\t", "\t\t", 1),
        "x3",
        ("x1", "x2"),
        "doubled separators are read as one in 1 row",
    ),
    "R": ("a,b,y\n" + ONE_SHORT, "y", ("a", "b"), "one name less"),
    "spaces and a tab": (
        "\n".join(f'{line}\t"car {row}"' for row, line in enumerate(SPACED)),
        "x1",
        ("x2",),
        '"x3" has another text in every row',
    ),
    "ARFF": (
        "% a comment\n@RELATION r\n\n@attribute 'the a' REAL\n@ATTRIBUTE b numeric\n@ATTRIBUTE y {u,v}\n@DATA\n"
        + LINES,
        "y",
        ("the a", "b"),
        "an ARFF file",
    ),
    "Orange's three rows": (
        "a\tb\ty\nc\tcontinuous\td\n\t\tclass\n" + LINES.replace(",", "\t"),
        "y",
        ("a", "b"),
        "the two rows below the names are Orange's",
    ),
    "Orange's one row": ("C#a\tC#b\tcD#y\n" + LINES.replace(",", "\t"), "y", ("a", "b"), "the signs before"),
    "a preamble of several cells": (
        "Model,DPO2014\nInterval,4e-9\n\na,b,c,y\n" + LINES.replace(",u", ",7,u").replace(",v", ",8,v"),
        "y",
        ("a", "b"),
        '"Model DPO2014" and 1 row more above',
    ),
    "units below the names": ("a,b,y\n(s),(m),\n" + LINES, "y", ("a", "b"), "row 2, below the names"),
    "questions below the names": (
        'a,b,y\nHow old?,"Which, one?",Who?\n"{""id"": 1}","{""id"": 2}","{""id"": 3}"\n' + LINES,
        "y",
        ("a", "b"),
        "row 3, below the names",
    ),
    "names in two rows": ("m,,y\na,b,\n" + LINES, "y", ("m a", "m b"), "in two rows, down to row 2"),
    "names once more": ("a,b,y\n" + HALF + "a,b,y\n" + REST, "y", ("a", "b"), "once more in 1 row, first in row 8"),
    "notes below": ("a,b,y\n" + LINES + "\nSource: a bank, 2024\n", "y", ("a", "b"), '"Source: a bank 2024" below'),
    "names in a comment": ("# of 2024\n# a b y\n" + LINES.replace(",", " "), "y", ("a", "b"), "the last comment"),
    "names that an experiment knows": (
        "k,l,m\n" + LINES + "a,b,y\n" + LINES,
        "y",
        ("a", "b"),
        "the names are in row 14",
    ),
    "Markdown": (
        "| a | b | y |\n|---:|:--:|---|\n"
        + "".join(f"| {line.replace(',', ' | ')} |\n" for line in LINES.splitlines()),
        "y",
        ("a", "b"),
        "the bars at the ends",
    ),
    "R in spaces": (
        "a b y\n" + "".join(f'"{row}" {line.replace(",", " ")}\n' for row, line in enumerate(LINES.splitlines(), 1)),
        "y",
        ("a", "b"),
        "one name less",
    ),
    "single quotes": ("'a';'b';'y'\n" + QUOTED, "y", ("a", "b"), ""),
    "tildes": ("a~b~y\n" + LINES.replace(",", "~"), "y", ("a", "b"), ""),
    "dashes for a minus": ("a,b,y\n" + LINES.replace("0.5,", "–2.5,"), "y", ("a", "b"), ""),
    "a number that stands for none": ("a,b,y\n" + LINES.replace("0.5,", "-999,"), "y", ("a", "b"), '"a" is -999 in'),
    "several units": ("a,b,y\n" + LINES.replace("0.5,", "1M,").replace(".5,", "K,"), "y", (), "in several units"),
    "a title as wide as R's header": (
        "Run 3, lab B\nof May\n\na,b,y\n" + LINES,
        "y",
        ("a", "b"),
        '"Run 3 lab B" and 1 row more',
    ),
    "names and values above": ("Device,X2\nSerial,12\na,b,y\n" + LINES, "y", ("a", "b"), '"Device X2" and 1 row more'),
    "one name and value above": ("Date,2024-05-01\na,b,y\n" + LINES, "y", ("a", "b"), '"Date 2024-05-01" above'),
    "comments of other signs": ("! by me, 2024, lab\n// a, b, c\na,b,y\n" + LINES, "y", ("a", "b"), ""),
    "a comment between": ("a,b,y\n" + HALF + "# pause\n" + REST, "y", ("a", "b"), 'the first "# pause"'),
    "what a database prints": (
        " a | b | y \n---+---+---\n" + LINES.replace(",", " | ") + "(12 rows)\n",
        "y",
        ("a", "b"),
        "only draw a rule",
    ),
    "what another prints": (
        "+---+---+---+\n| a | b | y |\n+---+---+---+\n"
        + "".join(f"| {line.replace(',', ' | ')} |\n" for line in LINES.splitlines())
        + "+---+---+---+\n",
        "y",
        ("a", "b"),
        "the bars at the ends",
    ),
    "tabs beside commas": ("a,\tb,\ty\n" + LINES.replace(",", ",\t"), "y", ("a", "b"), ""),
    "texts as formulas": ('="a",b,y\n' + LINES.replace("0.5,", '="0.5",'), "y", ("a", "b"), ""),
    "quotes of C": ("a,b,y\n" + LINES.replace("u", '"\\"u\\" is it"'), "y", ("a", "b"), ""),
    "years as names": ("1990,2000,y\n" + LINES, "y", ("1990", "2000"), ""),
    "columns of a width": (
        "id  full name     a    y\n"
        + "".join(
            f"{row:<4}{['Ann Lee', 'Bo', 'Cy van Dyk'][row % 3]:<14}{some(row):<5}{two(row)}\n" for row in range(12)
        ),
        "y",
        ("full name=Ann Lee", "full name=Bo", "full name=Cy van Dyk", "a"),
        '"id" only counts',
    ),
    "ARFF with tabs and quotes": (
        "@relation r\n@attribute a real\n@attribute b real\n@attribute y {'a u',v}\n@data\n"
        + LINES.replace(",", "\t").replace("u", "'a u'"),
        "y",
        ("a", "b"),
        "an ARFF file",
    ),
    "rows in quotation marks": (
        "".join(f'"{line}"\n' for line in ("a,b,y\n" + LINES).splitlines()),
        "y",
        ("a", "b"),
        "the quotation marks around whole rows",
    ),
    "rows of quoted cells in quotation marks": (
        "".join(
            '"' + ",".join(f'""{cell}""' for cell in line.split(",")) + '";;\n'
            for line in ("a,b,y\n" + LINES).splitlines()
        ),
        "y",
        ("a", "b"),
        "the quotation marks around whole rows",
    ),
    "quotes of typesetters": ("“a”,„b“,“y”\n" + LINES.replace("u", "„u, v“"), "y", ("a", "b"), ""),
    "a title with more separators than the table has": (
        "Taken on Monday, 4 May, by A, B\na,b,y\n" + LINES,
        "y",
        ("a", "b"),
        '"Taken on Monday 4 May by A B" above',
    ),
    "years over an empty column": (
        '"Country","1960","1961","y",\n' + rows(lambda row: f"C{row}", some, some, two, ""),
        "y",
        ("1960", "1961"),
        "",
    ),
    "a grid": (
        "+---+---+---+\n| a | b | y |\n+===+===+===+\n"
        + "".join(f"| {line.replace(',', ' | ')} |\n+---+---+---+\n" for line in LINES.splitlines()),
        "y",
        ("a", "b"),
        "the bars at the ends",
    ),
    "Orange's values": (
        "a\tb\ty\nc\tc\tu v\n\t\tclass\n" + LINES.replace(",", "\t"),
        "y",
        ("a", "b"),
        "the two rows below the names are Orange's",
    ),
    "ARFF with weights": (
        "@relation r\n@attribute a real\n@attribute b real\n@attribute y {u,v}\n@data\n" + LINES.replace("u", "u, {2}"),
        "y",
        ("a", "b"),
        "an ARFF file",
    ),
    "a line that counts": ("12,2,u,v\n" + rows(some, two, some, two), "x4", ("x1", "x2=u"), "counts rows"),
}


def test_wide_commas_separate_too(tmp_path):
    table = read(write(tmp_path, "a，b，y\n" + LINES.replace(",", "，")))
    assert table.columns == ("a", "b") and table.report.separator == "wide commas"


def test_merged_cells_count_for_each_row(tmp_path):
    book = Workbook()
    book.active.append(["g", "a", "y"])
    for row in range(12):
        book.active.append(["uv"[row // 6] if row % 6 == 0 else None, some(row), row % 3 + 0.5])
    book.active.merge_cells("A2:A7")
    book.active.merge_cells("A8:A13")
    book.save(tmp_path / "table.xlsx")
    table = read(tmp_path / "table.xlsx")
    assert table.columns == ("g=u", "g=v", "a") and table.x[:, 0].tolist() == [1.0] * 6 + [0.0] * 6
    assert any("merged cells" in warning for warning in table.report.warnings)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_plain_is_read_with_a_word(tmp_path, kind):
    text, target, columns, word = KINDS[kind]
    if kind == "a line that counts":
        text = text.replace("12,2,", "12,3,")
    table = read(write(tmp_path, text), target=target)
    assert table.columns[: len(columns)] == columns
    assert table.report.rows == 12
    assert not word or any(word in warning for warning in table.report.warnings)


FORMATS = {
    "a.csv.gz": (b"\x1f\x8b\x08", "a compressed file: unpack it first"),
    "a.parquet": (b"PAR1\x15", "a file of the format Parquet: save it as CSV or as Excel (.xlsx)"),
    "a.xls": (b"<html><table><tr><td>1</td></tr></table>", "a file of the format HTML"),
    "a.json": (b'[{"a": 1, "y": 2}]', "a file of the format JSON"),
    "a.csv.zst": (b"\x28\xb5\x2f\xfd\x04", "a compressed file: unpack it first"),
    "a.feather": (b"ARROW1\0\0", "a file of the format Feather"),
    "a.pkl": (b"\x80\x04\x95\x00", "a file of the format pickle"),
    "a.rtf": (b"{\\rtf1\\ansi a,b", "a file of the format RTF"),
    "lfs.csv": (b"version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 1\n", "a pointer of Git LFS"),
    "sparse.arff": (b"@relation r\n@attribute a real\n@data\n{0 1.5}\n", "a file of the format sparse ARFF"),
    "a.txt": (b"full name age y\n1 2 3\n2 3 4\n3 4 5\n", "4 words in its first row stand over 3 cells"),
    "a.slk": (b"ID;PWXL;N;E\nC;Y1;X1;K1\n", "a file of the format SYLK"),
    "a.dif": (b'TABLE\n0,1\n"EXCEL"\n', "a file of the format DIF"),
    "a.xpt": (b"HEADER RECORD*******LIBRARY", "a file of the format SAS"),
    "a.por": (b"ASCII SPSS PORT FILE", "a file of the format SPSS"),
    "b.svm": (b"+1 1:0.5 3:2 # one\n-1 1:0.25 # two\n", "a file of the format LIBSVM"),
    "a.svm": (b"+1 1:0.5 3:2\n-1 1:0.25\n", "a file of the format LIBSVM"),
}


@pytest.mark.parametrize("name", FORMATS)
def test_other_formats_are_told_by_their_name(tmp_path, name):
    content, refusal = FORMATS[name]
    with pytest.raises(ExperimentError) as caught:
        read(write(tmp_path, content, name=name))
    assert refusal in str(caught.value)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a,b,y\n" + rows(lambda row: f"{row},5", lambda row: f"{row % 5},25", two), "row 2 has 5 cells"),
        ("a,n,y\n" + rows(some, two, lambda row: "one\\, two", two), "row 2 has 5 cells"),
        ("a,b,y\n" + rows(lambda row: row % 5, some, two, two), "row 2 has 4 cells"),
        ("a,b,y\n" + rows(lambda row: row + 0.25, some, two, two), "row 2 has 4 cells"),
    ],
)
def test_names_are_not_shifted_over_other_cells(tmp_path, text, cells):
    with pytest.raises(ExperimentError, match=cells):
        preview_table(write(tmp_path, text))


def test_a_class_called_minus_beside_plus_is_a_class(tmp_path):
    text = "a,y\n" + rows(some, lambda row: "+-"[row % 2])
    assert read(write(tmp_path, text)).class_names == ("+", "-")


@pytest.mark.parametrize(
    ("texts", "kept"),
    [(("#f00", "#0f0"), 12), (('"C:\\d\\"', '"D:\\e\\"'), 12), (('"one\n# no comment\nend"', "x"), 12)],
)
def test_what_only_looks_like_a_comment_or_a_quote_stays(tmp_path, texts, kept):
    table = read(write(tmp_path, "c,a,y\n" + rows(lambda row: texts[row % 2], some, lambda row: two(row // 2))))
    assert table.report.rows == kept and len(table.columns) == 3
    assert table.columns[0].removeprefix("c=") in {text.strip('"') for text in texts}


def test_a_hidden_sheet_is_not_the_table_unless_it_is_named(tmp_path):
    old, new = ([["a", name], *([some(row), two(row)] for row in range(8))] for name in ("old", "y"))
    file = write_excel(tmp_path, old, new)
    book = load_workbook(file)
    book.worksheets[0].sheet_state = "hidden"
    book.save(file)
    assert read(file).report.sheet == "Sheet1"
    assert read(file, "old", reading=Reading(sheet=1)).report.sheet == "Sheet"


def test_formulas_that_were_never_calculated_are_said(tmp_path):
    sheet = [["a", "b", "y"], *([some(row), f"=A{row + 2}*2", two(row)] for row in range(8))]
    table = read(write_excel(tmp_path, sheet))
    assert table.columns == ("a",)
    assert any("formulas in B were never calculated" in warning for warning in table.report.warnings)


def test_a_name_that_is_merged_over_two_rows_stands_once(tmp_path):
    book = Workbook()
    for cells in (["size", None, "y"], ["a", "b", None], *([some(row), row % 5, two(row)] for row in range(8))):
        book.active.append(cells)
    book.active.merge_cells("A1:B1")
    book.active.merge_cells("C1:C2")
    book.save(tmp_path / "table.xlsx")
    assert read(tmp_path / "table.xlsx").columns == ("size a", "size b")


def test_a_sheet_that_explains_is_not_the_table(tmp_path):
    words = [["column", "what it is"], *([name, f"{name} of it"] for name in "abyuv")]
    sheet = [["a", "y"], *([some(row), two(row)] for row in range(8))]
    assert read(write_excel(tmp_path, words, sheet)).report.sheet == "Sheet1"


def test_what_stands_beside_a_table_in_a_sheet_is_left_out(tmp_path):
    rows = [[some(row), two(row), None, row if row < 3 else None] for row in range(8)]
    table = read(write_excel(tmp_path, [["a", "y", None, "note"], *rows]))
    assert table.columns == ("a",) and table.report.rows == 8 and not table.report.dropped


def test_of_empty_rows_above_nothing_is_said(tmp_path):
    table = read(write(tmp_path, ",,\n,,\na,b,y\n" + LINES))
    assert table.report.header_row == 3 and not table.report.warnings


def test_an_empty_column_within_a_table_does_not_part_it(tmp_path):
    table = [["a", None, "b", "y"], *([some(row), None, row % 5, two(row)] for row in range(12))]
    assert read(write_excel(tmp_path, table)).columns == ("a", "b")
    twice = [["a", "y", None, "a", "y"], *([some(row), two(row), None, 7.5 - row, two(row)] for row in range(12))]
    assert read(write_excel(tmp_path, twice)).x.shape == (12, 1)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_sheet_of_whole_rows_is_taken_apart(tmp_path, separator):
    lines = ("a,b,y\n" + LINES).replace(",", separator).splitlines()
    table = read(write_excel(tmp_path, [[line] for line in lines]))
    assert table.columns == ("a", "b") and table.report.rows == 12
    assert 'each cell of the sheet "Sheet" holds a whole row: taken apart' in table.report.warnings


def test_rows_keep_their_numbers_where_something_above_is_left_out(tmp_path):
    text = "Marks\n\na,b,y\n" + LINES.replace("5,", "oops,", 1)
    with pytest.raises(ExperimentError, match="row 4"):
        read(write(tmp_path, text))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32"])
def test_letters_of_several_bytes_need_no_mark(tmp_path, encoding):
    text = "温度,类别\n" + rows(some, lambda row: "山变"[row % 2])
    assert read(write(tmp_path, text, encoding=encoding), target="类别").class_names == ("变", "山")


def test_a_class_called_total_is_a_class(tmp_path):
    text = "a,y\n" + rows(some, lambda row: ("Total", "part")[row % 2], count=13)
    assert read(write(tmp_path, text)).report.rows == 13


def test_the_first_sheet_that_holds_a_table_is_read(tmp_path):
    sheet = [["a", "y"], *([some(row), two(row)] for row in range(8))]
    report = read(write_excel(tmp_path, [["Read me"], ["and this"]], sheet)).report
    assert report.rows == 8 and report.sheet == "Sheet1"


@pytest.mark.parametrize(("utf8", "other"), [(1, 1), (1, 4), (4, 1)])
def test_lines_of_both_encodings_are_read_however_many_there_are(tmp_path, utf8, other):
    lines = ["1.5,Bär\n".encode()] * utf8 + ["2.5,Bär\n".encode("cp1252")] * other + [b"3.5,Hund\n"] * 5
    table = read(write(tmp_path, b"a,y\n" + b"".join(lines)))
    assert table.class_names == ("Bär", "Hund")
    assert any("and repaired" in warning for warning in table.report.warnings)


def test_letters_of_two_bytes_that_may_be_others_stay_what_they_are(tmp_path):
    text = "a,y\n" + rows(some, lambda row: ["男", "女", "未知"][row % 3])
    assert read(write(tmp_path, text, encoding="gb18030")).class_names == ("女", "未知", "男")


def test_half_a_letter_at_the_end_is_none(tmp_path):
    assert read(write(tmp_path, ("a,b,y\n" + LINES.rstrip()).encode("utf-16") + b"\n")).class_names == ("u", "v")


def test_texts_that_look_alike_are_the_same(tmp_path):
    text = "a,Gro\u0308ße\n" + rows(some, lambda row: ["Bär", "Ba\u0308r", "Hund", "Hund\u200b"][row % 4])
    for target in ("Größe", "Gro\u0308ße"):
        assert read(write(tmp_path, text), target).class_names == ("Bär", "Hund")
    cells = [["a\u200b", "y"], *([some(row), ["Bär", "Ba\u0308r", "Hund"][row % 3]] for row in range(12))]
    table = read(write_excel(tmp_path, cells))
    assert table.columns == ("a",) and table.class_names == ("Bär", "Hund")


def test_a_line_in_another_encoding_harms_only_itself(tmp_path):
    lines = [
        f"{some(row)},{'Bär' if row % 2 else 'Löwe'}\n".encode("cp1252" if row == 5 else "utf-8") for row in range(12)
    ]
    report = read(write(tmp_path, b"a,y\n" + b"".join(lines))).report
    assert report.encoding == "UTF-8" and [name for name, _ in report.classes] == ["Bär", "Löwe"]
    assert any("repaired: row 7" in warning for warning in report.warnings)
