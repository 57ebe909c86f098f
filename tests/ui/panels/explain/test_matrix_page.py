from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent

from nnviz.engine.training.record.phases import phase_index
from nnviz.engine.training.record.steps import Grain, Step
from nnviz.ui.look.numbers import written
from nnviz.ui.look.theme import themes
from nnviz.ui.panels.explain.matrix_model import STRONGEST_TINT, UNKNOWN
from nnviz.ui.panels.explain.matrix_page import MatrixPage
from nnviz.ui.session.moment import Selection
from tests.ui.colour_vision import contrast
from tests.ui.diagram.networks import run_of, trainer_of
from tests.ui.panels.explain.explained import explain, shown
from tests.ui.panels.runs import THEMES, colours_in, trainer


@pytest.fixture
def page(qtbot, look):
    return shown(qtbot, MatrixPage(look))


def column(page, name, source=None):
    names = [(each.name, each.source) for each in page.model.columns]
    return names.index((name, source))


def shown_text(page, row, place):
    return page.model.index(row, place).data()


def click(qtbot, page, row, place):
    box = page.table.visualRect(page.model.index(row, place))
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


def at(run, name):
    return phase_index(name, run.architecture.layers)


# ---- what it shows ------------------------------------------------------------------------------------------------


def test_before_a_network_it_says_what_will_appear(page):
    assert page.empty.isVisible() and not page.table.isVisible()


def test_a_row_has_the_units_weights_and_then_its_own_numbers(page, look):
    record = explain(page, trainer("circle"), Selection(2, 0, 0), example=3)
    layer = record.layers[1]
    expected = np.column_stack((layer.W, layer.b, layer.z[3], layer.a[3], layer.slope[3], layer.delta[3]))
    assert np.array_equal(page.model.values, expected)
    assert shown_text(page, 1, 2) == written(float(layer.W[1, 2]), look.numbers, plus=True)


def test_a_column_is_headed_by_its_input_and_that_inputs_value(page, look):
    record = explain(page, trainer("circle"), Selection(2, 0, 0), example=3)
    value = written(float(record.layers[0].a[3, 1]), look.numbers, plus=True)
    assert page.model.headerData(1, Qt.Orientation.Horizontal) == f"h¹₂\n{value}"


@pytest.mark.parametrize(("block", "weights", "biases"), [("∇W", "grad_W", "grad_b"), ("W←", "W_after", "b_after")])
def test_the_block_of_weights_shows_gradients_or_new_weights(page, block, weights, biases):
    record = explain(page, trainer("circle"), Selection(1, 0, 0))
    page.block_choice.button(block).click()
    layer = record.layers[0]
    assert np.array_equal(page.model.values[:, :2], getattr(layer, weights))
    assert np.array_equal(page.model.values[:, 2], getattr(layer, biases))


def test_a_softmax_has_no_slope_of_its_own(page):
    explain(page, trainer("digits"), Selection(3, 0))
    assert [each.name for each in page.model.columns][-4:] == ["b", "z", "a", "delta"]
    assert page.model.unit_names[3].endswith("class 3")


def test_forward_values_and_gradients_have_the_diagrams_colours(page):
    explain(page, trainer("circle"), Selection(1, 0, 0))
    model = page.model
    for row in range(len(model.values)):
        for place in range(len(model.columns)):
            sign = "negative" if model.values[row, place] < 0.0 else "positive"
            is_delta = model.columns[place].name == "delta"
            assert model.role_at(row, place) == (f"grad_{sign}" if is_delta else sign)
    page.block_choice.button("∇W").click()
    assert model.role_at(0, 0).startswith("grad_")


def test_larger_numbers_have_a_stronger_tint(page):
    explain(page, trainer("circle"), Selection(1, 0, 0))
    tints = [page.model.index(row, 0).data(Qt.ItemDataRole.BackgroundRole).alphaF() for row in range(4)]
    assert np.array_equal(np.argsort(tints), np.argsort(np.abs(page.model.values[:, 0])))
    assert max(tints) <= STRONGEST_TINT


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.name)
def test_numbers_can_be_read_on_the_strongest_tint(theme):
    for role in ("positive", "negative", "grad_positive", "grad_negative"):
        over, under = theme.colour(role), theme.colour("card")
        mixed = QColor.fromRgbF(
            *(
                STRONGEST_TINT * above + (1.0 - STRONGEST_TINT) * below
                for above, below in zip(over.getRgbF()[:3], under.getRgbF()[:3], strict=True)
            )
        )
        assert contrast(theme.text, mixed.name()) >= (7.0 if theme.name == "projector" else 4.5)


# ---- what is known yet --------------------------------------------------------------------------------------------


def test_numbers_of_later_phases_are_not_known_yet(page):
    run = trainer("circle")
    explain(page, run, Selection(1, 0, 0), phase=at(run, "z1"))
    dashes = [each.name for place, each in enumerate(page.model.columns) if shown_text(page, 0, place) == UNKNOWN]
    assert dashes == ["a", "slope", "delta"]


def test_gradients_are_known_from_their_phase_on(page):
    run = trainer("circle")
    record = explain(page, run, Selection(2, 0, 0), phase=at(run, "delta2"))
    page.block_choice.button("∇W").click()
    assert shown_text(page, 0, 0) == UNKNOWN
    explain(page, run, Selection(2, 0, 0), record=record, phase=at(run, "dW2"))
    assert UNKNOWN not in [shown_text(page, row, 0) for row in range(3)]


def test_at_unit_grain_rows_fill_one_after_another(page):
    run = trainer("circle")
    explain(page, run, Selection(1, 0, 0), phase=at(run, "z1"), grain=Grain.UNIT, unit=1)
    z = column(page, "z")
    assert [shown_text(page, row, z) == UNKNOWN for row in range(4)] == [False, False, True, True]


def test_at_term_grain_gradients_fill_one_after_another(page):
    run = trainer("circle")
    explain(page, run, Selection(1, 0, 0), phase=at(run, "dW1"))
    page.block_choice.button("∇W").click()
    page.show_moment(replace(page.moment, grain=Grain.TERM).at(Step(at(run, "dW1"), 1, 0)))
    known = [[shown_text(page, row, place) != UNKNOWN for place in range(3)] for row in range(3)]
    assert known == [[True, True, True], [True, False, False], [False, False, False]]


# ---- one selection ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "source", "selection"),
    [
        ("w", 1, Selection(1, 2, 1)),
        ("b", None, Selection(1, 2, bias=True)),
        ("z", None, Selection(1, 2)),
        ("delta", None, Selection(1, 2)),
    ],
)
def test_a_click_on_a_cell_selects_its_edge_bias_or_unit(page, qtbot, name, source, selection):
    page.resize(900, 380)
    explain(page, trainer("circle"))
    with qtbot.waitSignal(page.selection_changed) as picked:
        click(qtbot, page, 2, column(page, name, source))
    assert picked.args == [selection]


@pytest.mark.parametrize("selection", [Selection(2, 1, 3), Selection(2, 1, bias=True), Selection(2, 1)])
def test_what_is_selected_elsewhere_is_selected_here_without_a_signal(page, selection):
    picked = []
    page.selection_changed.connect(picked.append)
    explain(page, trainer("circle"), selection)
    current = page.table.currentIndex()
    assert page.layer == 2
    assert page.model.selection_at(current.row(), current.column()) == selection
    assert picked == []


def test_a_cell_stays_selected_when_its_own_selection_comes_back(page, qtbot):
    page.resize(900, 380)
    explain(page, trainer("circle"))
    click(qtbot, page, 2, column(page, "delta"))
    page.show_moment(replace(page.moment, selection=Selection(1, 2)))
    assert page.table.currentIndex().column() == column(page, "delta")


def test_when_nothing_is_selected_any_more_no_cell_is(page):
    explain(page, trainer("circle"), Selection(1, 2, 0))
    page.show_moment(replace(page.moment, selection=None))
    assert not page.table.currentIndex().isValid() and not page.table.selectedIndexes()


def test_another_layer_can_be_chosen(page):
    explain(page, trainer("circle"), Selection(1, 2, 0))
    page.layer_choice.pick(3)
    assert page.model.layer == 3 and not page.table.selectedIndexes()


# ---- copying ------------------------------------------------------------------------------------------------------


def test_the_whole_table_is_copied_with_headers_and_all_digits(page):
    record = explain(page, trainer("circle"), Selection(1, 2, 0))
    page.copy_button.click()
    header, inputs, *rows = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert header == ["", "x₁", "x₂", "b", "z", "h", "g′", "δ"]
    assert [float(text) for text in inputs[1:3]] == record.x[0].tolist()
    assert [row[0] for row in rows] == ["h¹₁", "h¹₂", "h¹₃", "h¹₄"]
    assert [[float(text) for text in row[1:]] for row in rows] == page.model.values.tolist()


def test_ctrl_c_copies_the_selected_cells(page, qtbot):
    record = explain(page, trainer("circle"), Selection(1, 2, 1))
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "\tx₂"
    assert lines[2] == f"h¹₃\t{float(record.layers[0].W[2, 1])!r}"


def test_copied_numbers_have_the_users_decimal_sign(page, look):
    look.set_decimal_sign(",")
    record = explain(page, trainer("circle"), Selection(1, 2, 1))
    assert repr(float(record.layers[0].W[2, 1])).replace(".", ",") in page.table.whole_text()
    assert "." not in page.table.whole_text()


def test_what_is_not_known_is_copied_as_an_empty_cell(page):
    run = trainer("circle")
    explain(page, run, phase=at(run, "z1"))
    assert page.table.whole_text().splitlines()[2].endswith("\t\t\t")


# ---- keys and size ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reason", "taken"), [(Qt.FocusReason.TabFocusReason, True), (Qt.FocusReason.MouseFocusReason, False)]
)
def test_the_arrows_belong_to_time_unless_tab_brought_the_keyboard_here(page, reason, taken):
    explain(page, trainer("circle"), Selection(1, 2, 1))
    page.block_choice.button("W").setFocus()
    page.table.setFocus(reason)
    event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QGuiApplication.sendEvent(page.table, event)
    assert event.isAccepted() == taken


def test_the_table_is_set_up_anew_only_where_its_shape_changes(page):
    run = trainer("circle")
    resets, changes = [], []
    explain(page, run, Selection(1, 0, 0))
    page.model.modelReset.connect(lambda: resets.append(1))
    page.model.dataChanged.connect(lambda *_: changes.append(1))
    page.show_moment(replace(page.moment, record=run.iterate()))
    assert (len(resets), len(changes)) == (0, 1)
    page.show_moment(replace(page.moment, selection=Selection(2, 0)))
    assert len(resets) == 1


def test_columns_are_wide_enough_for_every_number(page):
    explain(page, trainer("circle"), Selection(1, 0, 0))
    page.block_choice.button("∇W").click()
    for place in range(len(page.model.columns)):
        for row in range(4):
            width = max(page.table.columnWidth(place), page.units.columnWidth(place))
            assert page.table.cells.width_of(shown_text(page, row, place)) <= width


def headings(page):
    return [*page.table._headers(), *page.units._headers()]


@pytest.mark.parametrize("presenting", [(True,), (True, False), (False, True, False)])
def test_headings_have_the_type_of_the_cells_in_every_mode(qapp, page, look, presenting):
    look.dress(qapp)
    explain(page, trainer("worked-example"), Selection(1, 0, 0))
    for each in presenting:
        look.set_presenting(each)
        qapp.processEvents()
    for heading in headings(page):
        assert heading._lettering.font("strong").pixelSize() == look.font("strong").pixelSize()
    across, down = page.table._headers()
    assert across.height() >= 2 * page.table.cells._lettering.line("mono_body") - 4
    assert down.width() >= down.width_of(0)
    for place in page.model.parameters:
        assert across.width_of(place) <= page.table.columnWidth(place)


@pytest.mark.parametrize(("size", "presenting"), [((500, 320), False), ((345, 190), False), ((710, 950), True)])
def test_with_six_digits_the_units_numbers_go_under_the_weights_before_any_is_cut(page, look, size, presenting):
    look.set_digits(6)
    look.set_presenting(presenting)
    if not presenting and size[0] < 400:
        look.set_scale(0.75)
    page.resize(*size)
    explain(page, trainer("worked-example"), Selection(1, 0, 0))
    for table in (page.table, page.units):
        seen = [place for place in range(table.model().columnCount()) if not table.isColumnHidden(place)]
        assert table.isVisible() and table.width_of(seen) <= page.width()
        assert table.height() >= table.whole_height(seen, page.width()) and table.geometry().bottom() <= page.height()
    assert page.units.isColumnHidden(0) and page.table.isColumnHidden(page.model.columnCount() - 1)


def test_where_all_columns_fit_they_are_one_table(page):
    page.resize(900, 320)
    explain(page, trainer("worked-example"), Selection(1, 0, 0))
    assert not page.units.isVisible()
    assert not any(map(page.table.isColumnHidden, range(page.model.columnCount())))


def test_a_cell_of_the_lower_table_is_selected_and_copied_like_any_other(page, look, qtbot):
    look.set_digits(6)
    record = explain(page, trainer("worked-example"), Selection(1, 0, 0))
    picked = []
    page.selection_changed.connect(picked.append)
    box = page.units.visualRect(page.model.index(1, column(page, "z")))
    qtbot.mouseClick(page.units.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert picked == [Selection(1, 1)]
    assert page.table.selected_text() == f"\tz\nh₂\t{float(record.layers[0].z[0, 1])!r}\n"


def test_what_was_worked_out_before_the_update_says_so_beside_the_new_weights(page):
    explain(page, trainer("worked-example"), Selection(1, 0, 0))
    assert not page.note.isVisible()
    page.block_choice.button("W←").click()
    told = [page.model.headerData(place, Qt.Orientation.Horizontal) for place in range(page.model.columnCount())]
    assert told[2:] == ["b←", "z\nbefore", "h\nbefore", "g′\nbefore", "δ\nbefore"]
    assert page.note.isVisible() and "z, h, g′, δ" in page.note.text and "before" in page.note.text
    assert page.table.whole_text().splitlines()[0] == "\tx₁\tx₂\tb←\tz (before)\th (before)\tg′ (before)\tδ (before)"


def test_no_half_of_a_number_is_painted(page, look):
    page.resize(300, 320)
    look.set_digits(15)
    explain(page, trainer("worked-example"), Selection(1, 0, 0))
    cut = page.table.visualRect(page.model.index(0, 1))
    assert cut.right() > page.table.viewport().width()
    number = page.table.grab(QRect(page.table.viewport().mapTo(page.table, cut.topLeft()), cut.size()))
    assert len({number.toImage().pixel(x, 8) for x in range(number.width())}) <= 3


def test_a_large_layer_is_shown_whole(page):
    run = trainer_of((32, 64, 2))
    page.set_run(run_of(run))
    explain(page, run, Selection(1, 63, 31))
    assert (page.model.rowCount(), page.model.columnCount()) == (64, 37)
    assert page.table.visualRect(page.model.index(63, 31)).intersects(page.table.viewport().rect())


def test_a_diverged_network_is_shown_as_it_is(page):
    run = trainer("circle", training__learning_rate=1e8, training__loss="squared_error", network__output="linear")
    for _ in range(60):
        record = run.iterate()
        if run.finished:
            break
    explain(page, run, Selection(1, 0, 0), record=record)
    assert np.isfinite(page.model.strengths).all()
    assert colours_in(page) > 3


@pytest.mark.parametrize("theme", THEMES)
def test_it_is_painted_in_every_theme(page, look, theme):
    look.set_theme(theme)
    explain(page, trainer("digits"), Selection(2, 0, 0))
    assert colours_in(page) > 6
