"""The table preview: read beside the window, it says what will be read, and opens what was chosen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from nnviz.engine import Trainer
from nnviz.engine.data.tables import read_table
from nnviz.engine.settings import Reading
from nnviz.resources import resource
from nnviz.ui.look.look import Look
from nnviz.ui.windows.data_editor.columns_model import HOLDS, NAME, PREDICT
from nnviz.ui.windows.data_editor.rows_model import RowsModel
from nnviz.ui.windows.data_editor.table_preview import SEVERAL, WIDEST_CELL, TablePreview
from tests.engine.data.tables.files import rows, write
from tests.ui.panels.runs import colours_in
from tests.ui.walk.walker import cut_words

PENGUINS = Path(str(resource("data", "penguins.csv")))
FONT = Qt.ItemDataRole.FontRole
DISPLAY, CHECK = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def opened(qtbot, look):
    windows = []

    def open_one(path, of=look, reads=True):
        window = TablePreview(of, path)
        qtbot.addWidget(window)
        windows.append(window)
        window.resize(1180, 780)
        window.show()
        if reads:
            settle(window, qtbot)
        return window

    yield open_one
    for window in windows:
        window.close()


def settle(window, qtbot):
    qtbot.waitUntil(lambda: window.link.idle, timeout=20_000)


def row_of(window, name):
    model = window.columns_model
    return next(row for row in range(model.rowCount()) if model.index(row, NAME).data() == name)


def tick(window, name, ticked=False):
    state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
    assert window.columns_model.setData(window.columns_model.index(row_of(window, name), NAME), state, CHECK)


def choose(window, name):
    window.target.set_key(name)
    window.target.picked.emit(name)


def test_while_it_reads_it_says_so_and_can_be_closed(opened):
    window = opened(PENGUINS, reads=False)
    assert window.state.isVisible() and window.state.text() == "Reading penguins.csv, 15 kB …"
    assert not window.open.isVisible()
    window.cancel.click()
    assert not window.isVisible() and window.link.idle


def test_nothing_is_heard_of_a_reading_that_was_cancelled(qtbot, opened):
    window = opened(PENGUINS, reads=False)
    window.close()
    other = opened(PENGUINS)
    assert window.read is None and other.read is not None


def test_it_shows_what_will_be_read(opened):
    window = opened(PENGUINS)
    assert window.title.text == "penguins.csv"
    assert window.format.text == "columns separated by commas · decimal point · UTF-8 · header in the first row"
    assert window.headline.text() == "333 rows, 10 inputs, 3 classes"
    assert "Adelie (146)" in window.details.text() and "11 rows are dropped" in window.details.text()
    model = window.rows_model
    assert model.rowCount() == 60 and model.headerData(0, Qt.Orientation.Vertical) == "2"
    number, cell = (
        model.headerData(0, way, Qt.ItemDataRole.FontRole)
        for way in (Qt.Orientation.Vertical, Qt.Orientation.Horizontal)
    )
    assert number.pixelSize() == cell.pixelSize()
    assert model.headerData(0, Qt.Orientation.Horizontal) == "species\ncategories · to predict"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "island\ncategories · input"


def test_dropped_rows_and_missing_cells_are_marked(opened):
    model = opened(PENGUINS).rows_model
    assert model.headerData(3, Qt.Orientation.Vertical) == "5 ✕"
    assert model.index(3, 2).data() == "missing" and model.index(2, 2).data() == "40.3"
    assert model.index(3, 0).data(Qt.ItemDataRole.FontRole).strikeOut()
    assert not model.index(2, 0).data(Qt.ItemDataRole.FontRole).strikeOut()


def test_the_effect_of_a_tick_is_told_at_once(qtbot, opened):
    window = opened(PENGUINS)
    tick(window, "sex")
    settle(window, qtbot)
    assert window.headline.text() == "342 rows, 8 inputs, 3 classes"
    assert window.rows_model.headerData(6, Qt.Orientation.Horizontal) == "sex\ncategories · left out"


def test_of_many_ticks_the_last_one_counts(qtbot, opened):
    window = opened(PENGUINS)
    for name in ("island", "sex", "year", "bill_length_mm"):
        tick(window, name)
    settle(window, qtbot)
    assert window.effect.choice == window.choice
    assert window.headline.text() == "342 rows, 3 inputs, 3 classes"


def test_another_target_frees_the_one_before(qtbot, opened):
    window = opened(PENGUINS)
    choose(window, "body_mass_g")
    settle(window, qtbot)
    assert window.headline.text().endswith("numbers to predict")
    assert "species" in window.choice.features and "body_mass_g" not in window.choice.features
    row = row_of(window, "body_mass_g")
    assert window.columns_model.index(row, NAME).data(CHECK) is None
    assert window.columns_model.index(row, HOLDS).data().startswith("to predict")


def test_numbers_can_be_taken_as_classes(qtbot, opened):
    window = opened(PENGUINS)
    choose(window, "year")
    window.task.button("numbers").click()
    settle(window, qtbot)
    assert window.headline.text().endswith("numbers to predict")
    window.task.button("classes").click()
    settle(window, qtbot)
    assert window.headline.text().endswith("3 classes")


def test_what_cannot_be_learned_is_said_and_cannot_be_opened(qtbot, opened):
    window = opened(PENGUINS)
    window.none_button.click()
    settle(window, qtbot)
    assert window.headline.text() == "Nothing can be learned from it this way" and window.headline.tone() == "error"
    assert window.details.text() == "Tick at least one column to learn from." and not window.open.isEnabled()
    window.all_button.click()
    settle(window, qtbot)
    assert window.open.isEnabled() and window.headline.tone() == ""


def test_a_column_that_cannot_be_an_input_says_why_and_the_row_where_it_fails(qtbot, opened, tmp_path):
    text = "a,b,y\n" + rows(lambda row: row % 5, lambda row: row if row != 7 else "7 kg", lambda row: row % 2)
    window = opened(write(tmp_path, text))
    row = row_of(window, "b")
    assert window.choice.features == ("a",)
    assert "7 kg" in window.columns_model.index(row, HOLDS).data()
    tick(window, "b", True)
    settle(window, qtbot)
    assert window.details.text() == 'Text in "b", a column of numbers: "7 kg" in row 9.'


UNITS = "Station 7,,\na,b,y\ns,m,\n" + rows(lambda row: row * row % 7, lambda row: row % 5, lambda row: "uv"[row % 2])


def say(window, field, key):
    window.reading.choices[field].set_key(key)
    window.reading.choices[field].picked.emit(key)


def shown(window, field):
    return window.reading.choices[field].box.currentText()


def test_what_was_found_out_has_a_control_each(opened):
    window = opened(PENGUINS)
    fields = ("header", "skip", "separator", "encoding", "decimal", "dates")
    assert [shown(window, field) for field in fields] == ["row 1", "row 2", "commas", "UTF-8", "point", "left out"]
    assert window.reading.choices["encoding"].isVisible() and not window.reading.choices["sheet"].isVisible()


@pytest.mark.parametrize("width", [720, 885, 1180])
@pytest.mark.parametrize("scale", [0.75, 1.0, 1.2])
def test_what_was_found_out_is_seen_whole(opened, tmp_path, width, scale):
    look = Look(scale=scale)
    (tmp_path / "fruit.csv").write_bytes("name;größe\nÄpfel;1,5\nÖl;2,5\n".encode("cp1252"))
    window = opened(tmp_path / "fruit.csv", look)
    window.resize(width, 700)
    QApplication.processEvents()
    assert shown(window, "encoding") == "Windows-1252"
    assert not list(cut_words([choice.box for choice in window.reading.choices.values() if choice.isVisible()]))


def test_how_it_is_read_is_changed_there_and_written_into_the_experiment(qtbot, opened, tmp_path):
    window = opened(write(tmp_path, UNITS))
    say(window, "header", "2")
    settle(window, qtbot)
    say(window, "skip", "3")
    settle(window, qtbot)
    window.reading.missing.setText("6, -999")
    window.reading.missing.entered.emit("6, -999")
    settle(window, qtbot)
    assert window.headline.text() == "12 rows, 2 inputs, 2 classes" and shown(window, "header") == "row 2"
    with qtbot.waitSignal(window.accepted) as caught:
        window.open.click()
    assert caught.args[0].data.reading == Reading(header=2, skip=3, missing=("6", "-999"))


def test_what_was_said_can_be_left_to_be_found_out_again(qtbot, opened):
    window = opened(PENGUINS)
    say(window, "separator", ";")
    settle(window, qtbot)
    assert not window.open.isEnabled() and window.reading.isVisible() and shown(window, "separator") == "semicolons"
    say(window, "separator", "")
    settle(window, qtbot)
    assert window.open.isEnabled() and window.headline.text() == "333 rows, 10 inputs, 3 classes"


def test_several_columns_are_predicted_together(qtbot, opened):
    window = opened(PENGUINS)
    choose(window, "bill_length_mm")
    choose(window, SEVERAL)
    row = row_of(window, "bill_depth_mm")
    assert not window.columns.isColumnHidden(PREDICT)
    assert window.columns_model.setData(window.columns_model.index(row, PREDICT), Qt.CheckState.Checked, CHECK)
    settle(window, qtbot)
    assert window.effect.table.y.shape == (333, 2)
    with qtbot.waitSignal(window.accepted) as caught:
        window.open.click()
    assert caught.args[0].data.target == ("bill_length_mm", "bill_depth_mm")


def test_opening_hands_over_an_experiment_that_learns_from_it(qtbot, opened):
    window = opened(PENGUINS)
    tick(window, "sex")
    with qtbot.waitSignal(window.accepted) as caught:
        window.open.click()
    (experiment,) = caught.args
    assert experiment.data.target == "species" and "sex" not in experiment.data.features
    assert read_table(experiment.data).report.used == 342
    assert Trainer(experiment).examples.x.shape == (342, 8)
    assert not window.isVisible()


@pytest.mark.parametrize(
    ("text", "said"),
    [("a,b\n1,2\n1,2,3\n", "table.csv: row 3 has 3 cells where the rows before it have 2"), ("", "file is empty")],
)
def test_what_is_no_table_is_refused_in_the_engines_words(opened, tmp_path, text, said):
    window = opened(write(tmp_path, text))
    assert said in window.state.text() and window.state.tone() == "error" and window.icon.isVisible()
    assert not window.open.isVisible() and window.cancel.text() == "Close"


def test_a_file_that_changed_in_between_is_refused_and_the_window_stays(qtbot, opened, tmp_path):
    file = write(tmp_path, "a,y\n" + rows(lambda row: row % 5, lambda row: row % 2))
    window = opened(file)
    file.write_text("something else")
    got = []
    window.accepted.connect(got.append)
    window.open.click()
    settle(window, qtbot)
    assert got == [] and window.isVisible() and window.headline.tone() == "error"
    assert window.details.text().startswith("data.file: table.csv: ")


def test_closing_leaves_no_thread_behind(qtbot, opened, qapp):
    window = opened(PENGUINS)
    window.close()
    qtbot.waitUntil(lambda: not any(thread.isRunning() for thread in qapp.findChildren(QThread)), timeout=20_000)


@pytest.mark.parametrize(
    ("theme", "size", "scale"),
    [("light", (1180, 780), 1.0), ("dark", (900, 560), 0.75), ("projector", (1900, 1000), 1.5)],
)
def test_it_is_painted_in_every_theme_and_size(opened, fonts, theme, size, scale):
    window = opened(PENGUINS, Look(theme, scale))
    window.resize(*size)
    assert colours_in(window) > 20
    assert window.rect().contains(window.open.geometry())


def test_enter_opens_and_escape_closes(qtbot, opened):
    window = opened(PENGUINS)
    with qtbot.waitSignal(window.accepted):
        qtbot.keyClick(window, Qt.Key.Key_Return)
    other = opened(PENGUINS)
    qtbot.keyClick(other, Qt.Key.Key_Escape)
    assert not other.isVisible()


def test_a_table_of_hundreds_of_columns_is_shown_without_asking_for_every_cell(opened, tmp_path, monkeypatch):
    path = write(tmp_path, rows(*[str] * 400, count=20))
    asked = []
    data = RowsModel.data
    monkeypatch.setattr(RowsModel, "data", lambda self, index, *role: asked.append(0) or data(self, index, *role))
    window = opened(path)
    assert window.rows_model.columnCount() == 400
    assert len(asked) < 400 * 20


def test_a_column_is_as_wide_as_its_longest_text_within_bounds(opened, tmp_path):
    header = "one,two,three,four\n"
    window = opened(write(tmp_path, header + rows(f"{'a' * 15}", f"{'b' * 23}", "c" * 200, lambda row: row)))
    widths = [window.rows.columnWidth(column) for column in range(3)]
    assert widths == sorted(widths) and widths[0] < widths[1] < widths[2] == WIDEST_CELL
    for column, text in enumerate(("a" * 15, "b" * 23)):
        assert QFontMetrics(window.rows_model.index(0, column).data(FONT)).horizontalAdvance(text) < widths[column]
