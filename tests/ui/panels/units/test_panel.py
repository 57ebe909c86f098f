"""The units panel in real runs: which page, which units, what is said of them, and how one picks one."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from nnviz.engine.analysis.responses import Responses, has_plane
from nnviz.engine.training.record.phases import Work
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle, written
from nnviz.ui.panels.units.curves_plot import apart
from nnviz.ui.panels.units.one_matrix import ends_of
from nnviz.ui.panels.units.pages import Page
from nnviz.ui.panels.units.panel import POINTS, UnitsPanel
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.brief import brief
from nnviz.worker.queries.query import NoAnswer
from nnviz.worker.queries.units import CollapsedRuns, CurvesOf, MeansByGroup, MostExciting
from tests.ui.panels.runs import THEMES, colours_in, run_info, trainer
from tests.ui.put_up import put_up
from tests.worker.queries.states import state_after

LINEAR = {"network__hidden": (8, 8), "network__activation": "linear"}


def made(name="circle", iterations=20, **fields):
    """A run, the last moment of an update of it, and what queries see of it."""
    run = trainer(name, **fields)
    run.run(iterations)
    record = run.iterate()
    maps = None
    if has_plane(run.examples):
        maps = Responses.of(run.architecture, run.examples, run.experiment.data, 24)(record.theta_after)
    seen = state_after(run, record)
    return run_info(run), Moment(record, len(record.phases) - 1, maps=maps), seen


def answer(panel, seen):
    panel.show_answers({query: query.answer(seen) for query in panel.wanted()})


def show(panel, case, selection=None):
    info, moment, seen = case
    panel.set_run(info)
    panel.show_moment(replace(moment, selection=selection))
    answer(panel, seen)


@pytest.fixture
def panel(qtbot, look):
    return put_up(qtbot, UnitsPanel(look), 540, 340)


@pytest.mark.parametrize(
    ("name", "fields", "page", "wanted"),
    [
        ("circle", {}, Page.MAPS, set()),
        ("sine", {}, Page.CURVES, {CurvesOf(POINTS)}),
        ("digits", {}, Page.WEIGHTS, {MostExciting(1, 0, 5)}),
        ("penguins", {}, Page.MEANS, {MeansByGroup(1)}),
        ("diabetes", {}, Page.MEANS, {MeansByGroup(1)}),
        ("circle", {"network__hidden": ()}, Page.MAPS, set()),
        ("sine", {"network__hidden": ()}, Page.CURVES, {CurvesOf(POINTS)}),
    ],
)
def test_the_data_says_how_units_are_shown(panel, name, fields, page, wanted):
    show(panel, made(name, 2, **fields))
    assert panel.page is page
    assert panel.wanted() == wanted
    assert colours_in(panel) > 20


def test_before_a_run_it_says_what_will_be_there(panel):
    assert panel.wanted() == frozenset()
    assert "learned" in panel.empty.text() and panel.empty.isVisible()


def test_while_an_answer_is_awaited_it_says_so_and_then_shows_it(panel):
    info, moment, seen = made("sine")
    panel.set_run(info)
    panel.show_moment(moment)
    assert panel.empty.isVisible()
    answer(panel, seen)
    assert not panel.empty.isVisible() and panel.curves.isVisible()


def test_where_there_is_no_answer_it_says_why(panel):
    info, moment, _ = made("sine")
    panel.set_run(info)
    panel.show_moment(moment)
    panel.show_answers({CurvesOf(POINTS): NoAnswer("no reason at all")})
    assert "no reason at all" in panel.empty.text() and panel.empty.isVisible()


# ---- maps ------------------------------------------------------------------------------------------------------------


def test_a_layers_maps_are_in_order_and_the_outputs_is_last(panel):
    show(panel, made(network__hidden=(3, 2)))
    assert [cell.name for cell in panel.maps.cells] == ["h¹₁", "h¹₂", "h¹₃", "ŷ class 1"]
    panel.layer_choice.pick(2)
    assert [cell.name for cell in panel.maps.cells] == ["h²₁", "h²₂", "ŷ class 1"]


def test_each_map_prints_from_where_to_where_it_goes(panel):
    case = made(network__hidden=(3,))
    show(panel, case)
    values = case[1].maps.layers[1][0]
    low, high = (brief(float(each), 2, NumberStyle()) for each in (values.min(), values.max()))
    assert panel.maps.cells[0].notes[0] == f"{low} … {high}"


def test_a_click_on_a_map_selects_its_unit(panel, qtbot):
    show(panel, made(network__hidden=(3,)))
    with qtbot.waitSignal(panel.selection_changed) as caught:
        qtbot.mouseClick(panel.maps, Qt.MouseButton.LeftButton, pos=panel.maps.boxes()[3].center().toPoint())
    assert caught.args == [Selection(2, 0)]


def test_a_selected_unit_brings_its_layer(panel):
    case = made(network__hidden=(3, 2))
    show(panel, case)
    panel.show_moment(replace(case[1], selection=Selection(2, 1, source=0)))
    assert panel.layer == 2
    assert panel.maps.selected == Selection(2, 1)


def test_the_pointer_reads_both_inputs_and_the_units_answer(panel):
    case = made(network__hidden=(3,))
    moment = case[1]
    show(panel, case)
    panel.maps.pointer = panel.maps.boxes()[1].topLeft() + QPointF(0.1, 0.1)
    lines = dict(panel.maps.readout())
    plane = moment.maps.plane
    assert lines["h₂"] == written(float(moment.maps.layers[1][1][0, 0]), NumberStyle())
    assert lines["x₁"] == written(plane.centre[0] - plane.reach * plane.unit[0], NumberStyle())
    assert lines["x₂"] == written(plane.centre[1] + plane.reach * plane.unit[1], NumberStyle())


def test_where_ranges_would_run_into_each_other_the_pointer_says_them(qtbot, fonts):
    panel = put_up(qtbot, UnitsPanel(Look("light", 0.8)), 404, 166)
    show(panel, made("circle", network__hidden=(8,)))
    grid = panel.maps
    assert not grid.notes_shown
    grid.pointer = grid.boxes()[0].center()
    assert dict(grid.readout())["from … to"] == grid.cells[0].notes[0]
    panel.resize(900, 500)
    assert grid.notes_shown
    grid.pointer = grid.boxes()[0].center()
    assert "from … to" not in dict(grid.readout())


def test_training_points_lie_over_the_selected_map_only(panel):
    case = made(network__hidden=(3,))
    show(panel, case)
    box = panel.maps.boxes()[0].toRect()
    before = panel.maps.grab(box).toImage()
    panel.show_moment(replace(case[1], selection=Selection(1, 0)))
    selected = panel.maps.grab(box).toImage()
    panel.show_moment(replace(case[1], selection=Selection(1, 1)))
    assert selected != before and panel.maps.grab(box).toImage() == before


def test_arrow_keys_go_from_unit_to_unit_where_the_pictures_have_the_keyboard(panel, qtbot):
    show(panel, made(network__hidden=(3,)), Selection(1, 2))
    panel.maps.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(panel.selection_changed) as caught:
        qtbot.keyClick(panel.maps, Qt.Key.Key_Right)
    assert caught.args == [Selection(2, 0)]
    with qtbot.waitSignal(panel.selection_changed) as caught:
        qtbot.keyClick(panel.maps, Qt.Key.Key_Left)
    assert caught.args == [Selection(1, 1)]


@pytest.mark.parametrize("size", [(540, 340), (380, 230), (420, 560), (900, 200)])
@pytest.mark.parametrize("units", [1, 4, 8, 30])
def test_maps_never_overlap_and_stay_inside(panel, size, units):
    panel.resize(*size)
    show(panel, made(network__hidden=(units,), iterations=1))
    boxes = panel.maps.boxes()
    area = panel.maps.rect().toRectF()
    assert len(boxes) == units + 1
    assert all(area.adjusted(-1, -1, 1, 1).contains(box) for box in boxes)
    assert not any(one.intersects(other) for place, one in enumerate(boxes) for other in boxes[:place])


# ---- curves ----------------------------------------------------------------------------------------------------------


def test_the_terms_and_b_add_up_to_the_prediction_on_screen(panel):
    show(panel, made("sine", network__hidden=(4,)))
    *terms, prediction = panel.curves.sum.curves
    assert [curve.name for curve in panel.curves.sum.curves] == ["w²₁₁ h₁", "w²₁₂ h₂", "w²₁₃ h₃", "w²₁₄ h₄", "b", "ŷ"]
    assert sum(curve.y for curve in terms) == pytest.approx(prediction.y, abs=1e-12)
    assert [curve.name for curve in panel.curves.answers.curves] == ["h₁", "h₂", "h₃", "h₄"]


def test_pieces_of_a_relu_network_are_counted_and_those_of_a_curve_are_not(panel):
    show(panel, made("sine"))
    assert panel.headline.text == ""
    case = made("sawtooth", network__hidden=(8,))
    show(panel, case)
    pieces = CurvesOf(POINTS).answer(case[2]).pieces
    assert panel.headline.text == f"ŷ has {pieces} straight pieces"


def test_a_click_near_a_curve_selects_its_unit(panel, qtbot):
    show(panel, made("sine", network__hidden=(4,)))
    plot = panel.curves.answers
    curve = max(plot.curves, key=lambda each: float(each.y[40]))
    place = QPointF(plot.x_pixel(float(plot.x[40])), plot.y_pixel(float(curve.y[40]))).toPoint()
    with qtbot.waitSignal(panel.selection_changed) as caught:
        qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == [curve.place]


def test_one_input_and_classes_show_the_outputs_curve(panel):
    rows = {
        "data__source": None,
        "data__x": tuple((float(n),) for n in range(12)),
        "data__y": tuple(int(n > 5) for n in range(12)),
        "data__examples": None,
        "data__noise": 0.0,
        "training__batch_size": 4,
    }
    show(panel, made("circle", 3, **rows))
    assert panel.page is Page.CURVES
    assert [curve.name for curve in panel.curves.sum.curves] == ["ŷ class 1"]


def test_numbers_beyond_all_bounds_are_drawn_as_far_as_they_can(panel):
    info, moment, seen = made("sine", network__hidden=(3,))
    panel.set_run(info)
    panel.show_moment(moment)
    theta = seen.theta.copy()
    theta[-1] = np.nan
    panel.show_answers({CurvesOf(POINTS): CurvesOf(POINTS).answer(replace(seen, theta=theta))})
    assert colours_in(panel) > 5
    theta[-1] = 1e200
    panel.show_answers({CurvesOf(POINTS): CurvesOf(POINTS).answer(replace(seen, theta=theta))})
    assert colours_in(panel) > 5


@pytest.mark.parametrize("width", [280, 404, 540])
def test_the_input_axis_of_curves_has_two_marks_at_least(panel, width):
    panel.resize(width, 170)
    show(panel, made("sine"))
    for plot in panel.curves.plots:
        assert len(plot._x_ticks) >= 2


def test_names_at_the_ends_of_curves_keep_apart_and_inside():
    places = apart([5.0, 5.0, 6.0, 99.0], 10.0, 0.0, 100.0)
    assert all(after - before >= 10.0 for before, after in pairwise(places))
    assert apart([98.0, 99.0, 99.5], 10.0, 0.0, 100.0) == [80.0, 90.0, 100.0]


# ---- pictures --------------------------------------------------------------------------------------------------------


def test_weights_are_those_of_the_phase(panel):
    info, moment, _ = made("digits", 2)
    panel.set_run(info)
    layer = moment.record.layers[0]
    panel.show_moment(moment)
    assert moment.work is Work.UPDATE and panel.pictures.weights.weights is layer.W_after
    panel.show_moment(replace(moment, phase_index=0))
    assert np.array_equal(panel.pictures.weights.weights, layer.W)


def test_the_pointer_reads_the_weight_of_a_pixel(panel):
    case = made("digits", 2)
    show(panel, case)
    weights = panel.pictures.weights
    box = weights.boxes()[2]
    weights.pointer = QPointF(box.left() + 3.5 / 8 * box.width(), box.top() + 1.5 / 8 * box.height())
    value = float(case[1].record.layers[0].W_after[2, 8 + 3])
    assert weights.readout() == [("row, column", "2, 4"), ("w¹₃‚₁₂", written(value, NumberStyle(), plus=True))]


def test_digits_that_excite_the_selected_unit_stand_beside(panel):
    case = made("digits", 2)
    show(panel, case, Selection(1, 3))
    expected = MostExciting(1, 3, 5).answer(case[2])
    assert panel.pictures.strip.name == "h¹₄"
    assert panel.pictures.strip.found.most.tolist() == expected.most.tolist()
    assert panel.pictures.strip.isVisible()


def test_another_unit_is_another_wish(panel, qtbot):
    info, moment, _ = made("digits", 2)
    panel.set_run(info)
    panel.show_moment(moment)
    with qtbot.waitSignal(panel.wants_changed):
        panel.show_moment(replace(moment, selection=Selection(1, 7)))
    assert panel.wanted() == {MostExciting(1, 7, 5)}


def test_later_layers_of_digits_show_means_by_class_and_what_excites(panel):
    case = made("digits", 2)
    show(panel, case)
    panel.layer_choice.pick(3)
    assert panel.wanted() == {MeansByGroup(3), MostExciting(3, 0, 5)}
    answer(panel, case[2])
    assert panel.pictures.means.means.shape == (10, 10)
    assert panel.pictures.means.units[0] == "ŷ₁"


def test_a_click_on_a_row_of_means_selects_its_unit(panel, qtbot):
    show(panel, made("penguins", 2))
    table = panel.pictures.means
    row = table._cells()[2][0].center().toPoint()
    with qtbot.waitSignal(panel.selection_changed) as caught:
        qtbot.mouseClick(table, Qt.MouseButton.LeftButton, pos=row)
    assert caught.args == [Selection(1, 2)]


# ---- one matrix ------------------------------------------------------------------------------------------------------


def test_linear_layers_are_offered_as_one_matrix_and_others_are_not(panel):
    show(panel, made("moons"))
    assert not panel.matrix_button.isVisible()
    case = made("moons", **LINEAR)
    show(panel, case)
    assert panel.matrix_button.isVisible()
    panel.matrix_button.click()
    assert panel.wanted() == {CollapsedRuns()}
    answer(panel, case[2])
    assert panel.matrix.isVisible()
    assert (panel.matrix.product, panel.matrix.shapes) == ("W³ W² W¹ = W", "(1×8)(8×8)(8×2) = 1×2")
    show(panel, made("moons"))
    assert panel.page is Page.MAPS


def test_its_line_is_where_the_network_says_one_half(panel):
    case = made("moons", 200, **LINEAR)
    show(panel, case)
    panel.matrix_button.click()
    answer(panel, case[2])
    w1, w2, b = panel.matrix.line_of().tolist()
    on_line = np.array([[x1, -(w1 * x1 + b) / w2] for x1 in (-1.0, 0.0, 2.0)])
    one, examples = seen_matrix(case[2]), case[0].examples
    z = (on_line - examples.mean) / examples.deviation @ one.W.T + one.b
    assert z == pytest.approx(0.0, abs=1e-12)
    assert panel.matrix.line.endswith("= 0")


def seen_matrix(seen):
    return CollapsedRuns().answer(seen)[0].collapsed


def test_the_pointer_reads_a_number_of_the_matrix_in_full(panel):
    case = made("moons", **LINEAR)
    show(panel, case)
    panel.matrix_button.click()
    answer(panel, case[2])
    panel.matrix.pointer = panel.matrix._cells()[1][0].center()
    expected = written(float(seen_matrix(case[2]).W[0, 1]), NumberStyle(), plus=True)
    assert panel.matrix.readout() == [("z³₁ ← x₂", expected)]


def test_of_several_runs_of_layers_one_chooses_one(panel):
    fields = {"network__hidden": (3, 4, 5, 2), "network__activation": ("linear", "tanh", "linear", "linear")}
    case = made("moons", **fields)
    show(panel, case)
    panel.matrix_button.click()
    answer(panel, case[2])
    assert panel.matrix.product == "W² W¹ = W"
    panel.layer_choice.pick(1)
    assert panel.matrix.product == "W⁵ W⁴ W³ = W"
    assert panel.matrix.shapes == "(1×2)(2×5)(5×4) = 1×4"


def test_a_line_is_cut_off_at_the_sides_of_the_plane():
    ends = ends_of(np.array([1.0, 1.0, 0.0]), (-1.0, 1.0), (-1.0, 1.0))
    assert sorted(map(tuple, ends.tolist())) == [(-1.0, 1.0), (1.0, -1.0)]
    assert len(ends_of(np.array([1.0, 0.0, 5.0]), (-1.0, 1.0), (-1.0, 1.0))) == 0
    assert ends_of(np.array([1.0, 0.0, -0.5]), (-1.0, 1.0), (-1.0, 1.0))[:, 0].tolist() == [0.5, 0.5]


# ---- every look ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["circle", "sine", "sawtooth", "digits", "penguins"])
def test_it_is_painted_in_every_theme_small_and_presenting(qtbot, fonts, theme, name):
    look = Look(theme, 0.75)
    panel = put_up(qtbot, UnitsPanel(look), 380, 230)
    show(panel, made(name, 1), Selection(1, 1))
    assert colours_in(panel) > 15
    look.set_presenting(True)
    panel.resize(420, 560)
    assert panel.minimumSizeHint().width() <= 420
    assert colours_in(panel) > 15


def test_while_hidden_it_draws_nothing_and_catches_up_when_shown(qtbot, look):
    panel = UnitsPanel(look)
    qtbot.addWidget(panel)
    panel.resize(540, 340)
    show(panel, made())
    assert panel.maps.cells == ()
    panel.show()
    assert len(panel.maps.cells) > 0


@pytest.mark.parametrize("size", [(220, 270), (150, 160), (388, 180), (600, 90)])
def test_the_two_groups_of_exciting_digits_keep_apart_at_any_size(panel, size):
    show(panel, made("digits", 2), Selection(1, 3))
    strip = panel.pictures.strip
    strip.resize(*size)
    boxes = [box for box, _, _ in strip._cells()]
    titles = [strip.lettering.width(title, "tiny") for title, _, _ in strip.rows()]
    corners = [strip._corner(group) for group in range(2)]
    assert len(boxes) == 10
    assert not any(one.intersects(other) for place, one in enumerate(boxes) for other in boxes[:place])
    assert corners[0].y() != corners[1].y() or corners[0].x() + titles[0] <= corners[1].x()


def test_a_click_near_a_term_of_the_sum_selects_its_unit(panel, qtbot):
    show(panel, made("sine", network__hidden=(4,)))
    plot = panel.curves.sum
    curve = next(each for each in plot.curves if each.place is not None)
    points = (QPointF(plot.x_pixel(float(x)), plot.y_pixel(float(y))) for x, y in zip(plot.x, curve.y, strict=True))
    place = next(point for point in points if plot.curve_at(point) is curve).toPoint()
    with qtbot.waitSignal(panel.selection_changed) as caught:
        qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == [curve.place]


def test_a_click_on_a_picture_of_weights_selects_its_unit(panel, qtbot):
    show(panel, made("digits", 2))
    weights = panel.pictures.weights
    cell = next(
        QPointF(x, y)
        for x in range(4, weights.width(), 8)
        for y in range(4, weights.height(), 8)
        if weights.place_at(QPointF(x, y)) == 2
    )
    with qtbot.waitSignal(panel.selection_changed) as caught:
        qtbot.mouseClick(weights, Qt.MouseButton.LeftButton, pos=cell.toPoint())
    assert caught.args == [weights.cells[2].place]


def test_the_page_of_one_matrix_asks_for_it(panel, qtbot):
    show(panel, made("circle", **LINEAR))
    with qtbot.waitSignal(panel.wants_changed):
        panel.matrix_button.click()
    assert any(isinstance(each, CollapsedRuns) for each in panel.wanted())
    assert panel.page is Page.MATRIX
