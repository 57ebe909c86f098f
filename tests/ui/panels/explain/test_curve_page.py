import numpy as np
import pytest

from nnviz.ui.look.numbers import written
from nnviz.ui.panels.explain.curve_page import CurvePage
from nnviz.ui.session.moment import Selection
from tests.ui.panels.explain.explained import explain, shown
from tests.ui.panels.runs import THEMES, colours_in, trainer


@pytest.fixture
def page(qtbot, look):
    return shown(qtbot, CurvePage(look))


def number(page, value):
    return written(float(value), page.plot.look.numbers, plus=True)


def test_without_a_selection_it_says_how_to_get_one(page):
    explain(page, trainer("circle"))
    assert page.empty.isVisible() and not page.plot.isVisible()
    assert "Click a unit" in page.empty.text()


def test_the_unit_stands_on_its_curve_with_the_engines_numbers(page):
    record = explain(page, trainer("circle"), Selection(1, 2), example=3)
    layer = record.layers[0]
    assert page.plot.z == layer.z[3, 2]
    values = (layer.z[3, 2], layer.a[3, 2], layer.slope[3, 2])
    assert [row.text for row in page.readings.rows] == [number(page, value) for value in values]


def test_the_other_examples_of_the_batch_are_there_too(page):
    record = explain(page, trainer("circle"), Selection(1, 2), example=3)
    assert page.plot.others.tolist() == np.delete(record.layers[0].z[:, 2], 3).tolist()


def test_the_tangent_has_the_slope_of_the_curve(page):
    record = explain(page, trainer("worked-example"), Selection(1, 0))
    tangent, plot = page.plot.tangent(), page.plot
    (left, right), (low, high) = plot.x_range, plot.y_range
    steepness = -(tangent.dy() / plot.frame.height() * (high - low)) / (tangent.dx() / plot.frame.width())
    assert steepness / (right - left) == pytest.approx(record.layers[0].slope[0, 0])
    assert tangent.center().x() == pytest.approx(plot.point().x())


@pytest.mark.parametrize(("size", "above"), [((506, 326), False), ((708, 943), True), ((300, 326), True)])
def test_the_numbers_stand_above_the_plot_where_the_page_is_narrow_or_high(qapp, page, size, above):
    page.resize(*size)
    explain(page, trainer("circle"), Selection(1, 2))
    qapp.processEvents()
    assert (page.readings.geometry().bottom() <= page.plot.geometry().top()) == above


def test_a_selected_weight_leads_to_its_unit(page):
    record = explain(page, trainer("circle"), Selection(2, 1, 3))
    assert page.plot.z == record.layers[1].z[0, 1]


def test_the_batchs_mean_is_no_place_on_the_curve(page):
    record = explain(page, trainer("circle"), Selection(1, 0), mean=True)
    assert page.plot.z is None and page.plot.tangent() is None
    assert page.readings.rows[1].text == number(page, record.layers[0].a[:, 0].mean())


def test_a_softmax_shows_all_outputs_and_says_that_they_are_coupled(page):
    record = explain(page, trainer("digits"), Selection(3, 4))
    assert not page.plot.isVisible() and page.outputs.isVisible()
    assert [row.value for row in page.outputs.rows] == record.prediction[0].tolist()
    assert page.outputs.marked == 4
    assert "couples" in page.note.text()


def test_a_click_on_an_output_selects_it(page, qtbot):
    explain(page, trainer("digits"), Selection(3, 4))
    with qtbot.waitSignal(page.selection_changed) as picked:
        page.outputs.picked.emit(7)
    assert picked.args == [Selection(3, 7)]


def test_dropout_and_a_knocked_out_unit_are_told(page):
    run = trainer("circle", training__dropout=0.5)
    record = run.iterate()
    mask = record.layers[0].mask
    row, unit = np.argwhere(mask == 0.0)[0]
    explain(page, run, Selection(1, int(unit)), record=record, example=int(row))
    assert "Dropout silences" in page.note.text()
    run = trainer("circle")
    run.silence(1, 0, True)
    explain(page, run, Selection(1, 0))
    assert "knocked out" in page.note.text()
    explain(page, run, Selection(1, 1))
    assert "Dropout" not in page.note.text() and "multiplied" in page.note.text()


def test_a_hidden_page_does_nothing_until_it_is_shown(page):
    page.hide()
    explain(page, trainer("circle"), Selection(1, 0))
    assert page.plot.z is None
    page.show()
    assert page.plot.z is not None


def test_another_number_style_is_taken_over_at_once(page, look):
    record = explain(page, trainer("circle"), Selection(1, 0))
    look.set_digits(5)
    assert page.readings.rows[0].text == written(float(record.layers[0].z[0, 0]), look.numbers, plus=True)


@pytest.mark.parametrize("theme", THEMES)
def test_it_is_painted_in_every_theme(page, look, theme):
    look.set_theme(theme)
    explain(page, trainer("circle"), Selection(1, 0))
    assert colours_in(page) > 6
