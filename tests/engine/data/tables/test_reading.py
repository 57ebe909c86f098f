"""What somebody says of how a table is written holds, whatever it looks like."""

import pytest

from nnviz.engine import Experiment, ExperimentError
from nnviz.engine.data.tables.encodings import ENCODINGS, decoded, encoding_named
from nnviz.engine.data.tables.preview import preview_table
from nnviz.engine.settings import Reading
from tests.engine.data.tables.files import read, rows, write, write_excel

UNITS = "Station 7,,\na,b,y\ns,m,\n" + rows(lambda row: row * row % 7, lambda row: row % 5, lambda row: "uv"[row % 2])


def test_the_rows_of_names_and_of_the_first_example_can_be_told(tmp_path):
    table = read(write(tmp_path, UNITS), reading=Reading(header=2, skip=3))
    assert table.columns == ("a", "b") and len(table.x) == 12
    assert table.report.header_row == 2 and table.x[1].tolist() == [1.0, 1.0]


def test_rows_keep_their_numbers_in_the_file(tmp_path):
    text = UNITS.replace("4,2,u", "4,oops,u")
    with pytest.raises(ExperimentError, match='"oops" in row 6'):
        read(write(tmp_path, text), reading=Reading(header=2, skip=3), features=("a", "b"))


def test_a_first_row_of_numbers_can_be_names_and_words_can_be_an_example(tmp_path):
    years = "2021,2022,y\n" + rows(lambda row: row % 5, lambda row: row * row % 7, lambda row: "uv"[row % 2])
    assert read(write(tmp_path, years), reading=Reading(header=1)).columns == ("2021", "2022")
    words = "u,v\n" + rows(lambda row: "uv"[row % 2], lambda row: "vw"[row % 3 % 2])
    assert len(read(write(tmp_path, words), "x2", reading=Reading(header=0)).x) == 13


@pytest.mark.parametrize("told", ["tab", "\t", "\\t"])
def test_a_separator_can_be_told(tmp_path, told):
    file = write(tmp_path, "a;1\ty\n" + rows(lambda row: f"{row % 5}", lambda row: row % 2, separator="\t"))
    assert read(file, reading=Reading(separator=told)).columns == ("a;1",)


def test_a_decimal_sign_can_be_told(tmp_path):
    file = write(tmp_path, "a\ty\n" + rows(lambda row: f"1,{row:03d}", lambda row: row % 2, separator="\t"))
    assert read(file, reading=Reading(decimal=",")).x[2, 0] == 1.002
    assert read(file, reading=Reading(decimal=".")).x[2, 0] == 1002.0


def test_what_is_missing_can_be_told(tmp_path):
    file = write(tmp_path, "a,b,y\n" + rows(lambda row: -999 if row == 3 else row % 5, two_or_na, lambda row: row % 2))
    table = read(file, reading=Reading(missing=("-999",)))
    assert table.report.dropped == 1 and table.report.lacking == (("a", 1),)
    assert read(file, reading=Reading(missing=("-999", "na"))).report.lacking == (("a", 1), ("b", 6))


def two_or_na(row):
    return ("u", "v", "NA", "NA")[row % 4]


def test_dates_are_numbers_where_that_is_told(tmp_path):
    text = "when,y\n" + rows(lambda row: f"{row + 1}.3.2024", lambda row: row % 2)
    table = read(write(tmp_path, text), reading=Reading(dates="days"))
    assert table.x[:2, 0].tolist() == [19783.0, 19784.0]
    assert any("days since 1970" in warning for warning in table.report.warnings)


def test_a_sheet_can_be_told_by_name_and_by_place(tmp_path):
    first = [["a", "y"], *([row % 5, row % 2] for row in range(9))]
    second = [["b", "y"], *([row % 4, row % 2] for row in range(9))]
    file = write_excel(tmp_path, first, second)
    assert read(file, reading=Reading(sheet=2)).columns == ("b",)
    assert read(file, reading=Reading(sheet="Sheet1")).report.sheet == "Sheet1"


@pytest.mark.parametrize(
    ("told", "error"),
    [
        (Reading(header=99), "data.reading.header: table.csv: there are only 15 rows"),
        (Reading(skip=99), "data.reading.skip: table.csv: there are only 15 rows"),
        (
            Reading(separator="ab"),
            'data.reading.separator: table.csv: expected one character, "tab", "spaces" or "fixed"',
        ),
        (Reading(encoding="latin9000"), 'data.reading.encoding: table.csv: no encoding "latin9000"'),
        (Reading(sheet="S"), "data.reading.sheet: table.csv: a text file has none"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(tmp_path, told, error):
    with pytest.raises(ExperimentError) as caught:
        read(write(tmp_path, UNITS), reading=told)
    assert str(caught.value).startswith(error)


def test_an_excel_file_has_no_separator(tmp_path):
    file = write_excel(tmp_path, [["a", "y"], [1, 2]])
    with pytest.raises(ExperimentError, match=r"data.reading.separator: table.xlsx: an Excel file has none"):
        read(file, reading=Reading(separator=","))
    with pytest.raises(ExperimentError, match=r"data.reading.sheet: table.xlsx: there are fewer sheets: 1"):
        read(file, reading=Reading(sheet=2))


def test_an_experiment_says_how_its_table_is_read_and_keeps_it(tmp_path):
    write(tmp_path, UNITS)
    toml = tmp_path / "e.toml"
    toml.write_text('[data]\nfile = "table.csv"\ntarget = "y"\nreading = {header = 2, skip = 3, missing = ["6"]}\n')
    experiment = Experiment.load(toml)
    assert experiment.data.reading == Reading(header=2, skip=3, missing=("6",))
    assert Experiment.parse(experiment.to_toml()).data.reading == experiment.data.reading
    with pytest.raises(ExperimentError, match=r"data.reading.decimal: expected"):
        Experiment.load(toml, {"data.reading.decimal": ";"})


def test_a_preview_says_how_it_was_read(tmp_path):
    found = preview_table(write(tmp_path, "Title\n" + UNITS.partition("\n")[2].replace("s,m,\n", ""))).found
    assert (found.header, found.skip, found.separator, found.encoding, found.decimal) == (2, 2, ",", "UTF-8", ".")


LETTERS = {
    "Windows-1252": "Größe;Prénom;Åse\nBär;15 €;Niño\n",
    "MacRoman": "Größe;Prénom\nBär;25 °C\nNiño;ß\n",
    "DOS-850": "Größe;Straße\nBär;Löwe\n",
    "Windows-1250": "Płeć;Łódź\nŻaneta;mężczyzna\n",
    "Windows-1251": "Имя;Рост\nИван;да\n",
    "KOI8-R": "Имя;Рост\nИван;да\n",
    "Windows-1254": "Şehir;Nüfus\nMuğla;İzmir\n",
    "Windows-1253": "Πόλη;Πληθυσμός\nΑθήνα;1\n",
    "GB18030": "编号,身高,类别\n1,1.7,男\n2,1.6,女\n",
    "Big5": "身高,體重,類別\n1,2,男\n",
    "Shift-JIS": "番号,種類\n1,いぬ\n2,ネコ\n",
    "EUC-KR": "번호,종류\n1,개\n2,고양이\n",
}


@pytest.mark.parametrize("name", LETTERS)
def test_letters_tell_how_they_are_written(name):
    content = LETTERS[name].encode(ENCODINGS[name].codec)
    assert decoded(content)[:2] == (LETTERS[name], name)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("utf8", "UTF-8"),
        ("cp1252", "Windows-1252"),
        ("ANSI", "Windows-1252"),
        ("gbk", "GB18030"),
        ("macroman", "MacRoman"),
    ],
)
def test_encodings_have_more_than_one_name(name, meant):
    assert encoding_named(name).name == meant
