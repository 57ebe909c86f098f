import pytest

from nnviz.ui.panels.explain.bar_rows import BarRow, BarRows

LONG = "+0.317354 × +0.141573 × 0.241301"


@pytest.fixture
def rows(qtbot, look):
    widget = BarRows(look, "positive", "negative", pickable=True)
    qtbot.addWidget(widget)
    return widget


def show(widget, width, *rows, **options):
    widget.show_rows(rows, **options)
    widget.resize(width, widget.heightForWidth(width))
    widget.show()


def test_bars_are_as_long_as_their_numbers_are_large(rows):
    show(rows, 400, BarRow("a", 2.0, "+2"), BarRow("b", -1.0, "−1"))
    assert rows.bar_of(0).width() == pytest.approx(2.0 * rows.bar_of(1).width())
    assert rows.bar_of(1).right() == pytest.approx(rows.bar_of(0).left())


def test_what_is_never_negative_starts_at_the_left(rows):
    show(rows, 400, BarRow("a", 0.75, "0.75"), BarRow("b", 0.25, "0.25"), one_sided=True)
    assert rows.bar_of(0).left() == rows.bar_of(1).left()


@pytest.mark.parametrize("value", [0.0, float("nan"), float("inf")])
def test_what_has_no_length_has_no_bar(rows, value):
    show(rows, 400, BarRow("a", value, "?"), BarRow("b", 1.0, "+1"))
    assert rows.bar_of(0).width() == 0.0
    rows.grab()


def test_a_working_goes_to_a_line_of_its_own_where_there_is_no_room_beside_the_bar(rows):
    row = BarRow("ŷ₁", 0.0108, "= +0.010842", LONG)
    rows.show_rows([row])
    assert rows.heightForWidth(900) < rows.heightForWidth(400) < rows.heightForWidth(200)


def test_a_number_that_is_pointed_at_is_told_and_let_go(rows, qtbot):
    show(rows, 400, BarRow("a", 2.0, "+2"), BarRow("b", -1.0, "−1"))
    places = []
    rows.pointed.connect(places.append)
    qtbot.mouseMove(rows, rows.box_of(1).center().toPoint())
    rows.hide()
    assert places == [1, -1]


def test_all_of_a_row_can_be_read_out(rows):
    show(rows, 200, BarRow("a", 2.0, "= +2", "1 × 2"))
    assert rows.accessibleName() == "a: 1 × 2 = +2"
