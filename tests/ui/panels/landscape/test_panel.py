"""The landscape panel: what it asks for, the point that is dragged, the loss under the pointer."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nnviz.engine.training.record.phases import phase_index
from nnviz.engine.training.timeline.events import MoveParameters, SetParameter
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle, written
from nnviz.ui.panels.landscape.arrows import magnified
from nnviz.ui.panels.landscape.panel import OTHER_ASPECT, STEEPEST, LandscapePanel
from nnviz.ui.session.moment import Moment, Selection
from nnviz.view import LandscapePart
from nnviz.worker.explainer import Explained
from nnviz.worker.queries.query import Queries
from tests.ui.panels.host import NotingHost
from tests.ui.panels.runs import THEMES, colours_in, run_info, trainer
from tests.ui.put_up import put_up
from tests.worker.queries.states import state_after


class Model:
    """A run, and what it answers a panel."""

    def __init__(self, updates=50, **fields):
        self.run = trainer("circle", **fields)
        self.first = self.run.theta()
        self.run.run(updates)
        self.record = self.run.iterate()

    def moment(self, phase="update", **fields):
        return Moment(self.record, phase_index(phase, self.run.architecture.layers), **fields)

    def answer(self, panel, in_a_hurry=False):
        state = replace(state_after(self.run, self.record), first_theta=self.first, path=self.run.path)
        panel.show_answers(Queries().answers(panel.wanted(), state, in_a_hurry=in_a_hurry))

    def show_in(self, panel, **fields):
        panel.set_run(run_info(self.run))
        panel.show_moment(self.moment(**fields))
        self.answer(panel)


@pytest.fixture
def host(qtbot):
    return NotingHost()


@pytest.fixture
def panel(qtbot, look, host):
    widget = put_up(qtbot, LandscapePanel(look), 520, 380)
    widget.connect_to(host)
    return widget


@pytest.fixture
def model():
    return Model()


def wanted(panel):
    (query,) = panel.wanted()
    return query


def answer_last(host):
    host.answered.emit(Explained(host.asked[-1], host.asked[-1].answer()))


# ---- what is there, and what is said where nothing is --------------------------------------------------------------


def test_before_anything_it_says_what_will_appear_and_wants_nothing(panel):
    assert panel.empty.isVisible() and "two weights" in panel.empty.text()
    assert not panel.wanted()


def test_the_map_has_the_weights_at_its_axes_and_the_exact_losses_above(panel, model):
    model.show_in(panel)
    assert panel.plot.isVisible() and panel.empty.isHidden()
    assert panel.plot.names == ("w¹₁₁", "w¹₁₂")
    landscape = panel.plot.landscape
    change = written(landscape.loss_after - landscape.loss, NumberStyle(), plus=True)
    assert panel.plot.headline[0] == f"L {landscape.loss:.3f} · ΔL {change}"
    assert colours_in(panel.plot) > 30


@pytest.mark.parametrize("height", [180, 220, 300])
def test_a_map_is_asked_for_in_the_shape_of_the_room_that_there_is(panel, model, height):
    panel.resize(520, height)
    model.show_in(panel)
    QApplication.processEvents()
    room = panel.plot.room
    assert wanted(panel).aspect == pytest.approx(min(room.width() / room.height(), STEEPEST), rel=OTHER_ASPECT)


@pytest.mark.parametrize("updates", [0, 3, 8, 20])
@pytest.mark.parametrize("height", [190, 230, 300])
def test_no_number_of_a_line_is_covered_by_an_arrow_or_its_name(panel, updates, height):
    panel.resize(380, height)
    model = Model(updates=updates)
    model.show_in(panel)
    QApplication.processEvents()
    model.answer(panel)
    plot = panel.plot
    plot.repaint_map()
    plot.grab()
    landscape = plot.landscape
    arrows = plot.arrows_at(landscape)
    step = plot.pixel_of(landscape.after) - plot.pixel_of(landscape.here)
    covered = arrows.covered(arrows.both(landscape.downhill, step, plot.magnification))
    numbers = [box.translated(plot.frame.topLeft()) for box in plot.terrain.numbers]
    assert numbers
    assert not [box for box in numbers if any(box.intersects(each) for each in covered)]


@pytest.mark.parametrize("across", [1e6, 1e300, np.inf, np.nan])
def test_a_step_that_has_run_away_leads_just_out_of_the_picture(panel, model, across):
    model.show_in(panel)
    model.answer(panel)
    plot, downhill = panel.plot, np.array([across, 1.0])
    plot.grab()
    arrows = plot.arrows_at(plot.landscape)
    found = arrows.both(downhill, QPointF(across, 0.0), 1)
    assert [each.role for each in found] == (["backward", "update"] if np.isfinite(across) else [])
    assert all(plot.width() < each.tip.x() < 9 * plot.width() for each in found if each.role == "update")
    assert len(arrows.covered(found)) < 1000


def test_a_path_without_two_directions_is_told_of(panel):
    panel.show_part(LandscapePart(directions="path"))
    Model(updates=0).show_in(panel)
    assert "two directions" in panel.empty.text() and panel.plot.isHidden()


def test_where_the_network_is_follows_the_update_that_is_stepped_through(panel, model):
    model.show_in(panel, phase="L")
    assert (panel.plot.at == panel.plot.landscape.here).all()
    panel.show_moment(model.moment("update"))
    assert (panel.plot.at == panel.plot.landscape.after).all()


# ---- which directions ----------------------------------------------------------------------------------------------


def test_weights_that_are_picked_one_after_the_other_become_the_axes(panel, model):
    model.show_in(panel)
    panel.show_moment(model.moment(selection=Selection(2, 1, 3)))
    assert panel.weights[0] == (2, 1, 3)
    panel.show_moment(model.moment(selection=Selection(1, 2, bias=True)))
    assert panel.weights == ((2, 1, 3), (1, 2, None))
    panel.show_moment(model.moment(selection=Selection(1, 0)))
    assert panel.weights == ((2, 1, 3), (1, 2, None))
    assert panel.part() == LandscapePart(weights=("W2[1,3]", "b1[2]"))


def test_what_a_view_asks_for_is_shown_whatever_is_picked_in_it(panel, model):
    part = LandscapePart(directions="weights", weights=("W2[0,1]", "b2[0]"), part="validation", zoom=3)
    panel.show_part(part)
    model.show_in(panel, selection=Selection(1, 0, 0))
    assert panel.part() == part
    query = wanted(panel)
    assert query.weights == ((2, 0, 1), (2, 0, None)) and query.part == "validation" and query.zoom == 1.5


def test_one_weight_is_a_curve(panel, model):
    panel.show_part(LandscapePart(directions="weight"))
    model.show_in(panel, selection=Selection(2, 0, 1))
    assert panel.plot.landscape.losses.ndim == 1
    assert panel.plot.names == ("w²₁₂",)
    assert colours_in(panel.plot) > 10


def test_weights_that_another_network_has_not_are_forgotten(panel, model):
    panel.show_part(LandscapePart(weights=("W2[2,3]", "W2[2,1]")))
    model.show_in(panel)
    Model(network__hidden=(2,)).show_in(panel)
    assert panel.part().weights == ()
    assert panel.plot.landscape is not None


def test_menus_choose_directions_and_the_examples_of_the_loss(panel, model):
    model.show_in(panel)
    panel.direction_choice.pick(2)
    panel.part_choice.pick(2)
    assert panel.part() == LandscapePart(directions="path", part="batch")
    model.answer(panel)
    assert panel.plot.landscape.loss == pytest.approx(model.record.loss.total)
    assert "of its path" in panel.caption.text


def test_without_a_validation_part_there_is_none_to_choose(panel):
    Model(data__split=(1.0, 0.0, 0.0), training__early_stopping=None).show_in(panel)
    assert panel.part_choice.choices() == [0, 2]


# ---- live ----------------------------------------------------------------------------------------------------------


def test_while_training_it_asks_for_a_quicker_map_and_afterwards_for_a_finer_one(panel, model, qtbot):
    model.show_in(panel)
    assert not wanted(panel).live
    with qtbot.waitSignal(panel.wants_changed):
        panel.show_moment(model.moment(training=True))
    assert wanted(panel).live
    with qtbot.waitSignal(panel.wants_changed):
        panel.show_moment(model.moment())
    assert not wanted(panel).live


def test_the_map_has_the_shape_of_the_room_for_it(panel, model, qtbot):
    model.show_in(panel)
    before = wanted(panel).aspect
    panel.resize(300, 600)
    assert wanted(panel).aspect < before


def test_a_map_that_was_made_for_another_room_keeps_its_shape(panel, model, qtbot):
    model.show_in(panel)
    panel.resize(300, 600)
    plot = panel.plot
    across, up = (high - low for low, high in (plot.x_range, plot.y_range))
    assert plot.frame.width() / across == pytest.approx(plot.frame.height() / up, rel=0.11)
    model.answer(panel)
    assert plot.frame.height() == pytest.approx(plot.room.height(), rel=0.02)


def test_wheel_and_keys_come_closer(panel, model, qtbot):
    model.show_in(panel)
    place = panel.plot.frame.center()
    turn = QWheelEvent(
        place, panel.plot.mapToGlobal(place), QPointF().toPoint(), QPointF(0, 120).toPoint(),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(panel.plot.viewport(), turn)
    assert panel.zoom == 1
    QTest.keyClick(panel.plot, Qt.Key.Key_Minus)
    QTest.keyClick(panel.plot, Qt.Key.Key_Minus)
    assert panel.zoom == -1


def test_two_maps_that_are_compared_have_the_lines_of_both(panel, model, qtbot, look):
    other = put_up(qtbot, LandscapePanel(look), 520, 380)
    panel.share_scale(other)
    other.share_scale(panel)
    model.show_in(panel)
    panel.grab()
    alone = panel.plot.terrain.levels
    Model(updates=2000).show_in(other)
    panel.grab()
    other.grab()
    assert panel.plot.terrain.levels == other.plot.terrain.levels != alone


# ---- the loss under the pointer ------------------------------------------------------------------------------------


def test_the_loss_under_the_pointer_is_computed_there(panel, model, host):
    model.show_in(panel)
    place = panel.plot.frame.center() + QPointF(40, 25)
    QTest.mouseMove(panel.plot.viewport(), place.toPoint())
    answer_last(host)
    told, loss = panel.plot.told
    landscape = panel.plot.landscape
    assert told == pytest.approx(panel.plot.place_at(QPointF(place.toPoint())))
    assert loss == landscape.loss_of.at_one(landscape.slice.thetas(told[None])[0])


def test_an_answer_to_a_place_that_the_pointer_has_left_is_not_told(panel, model, host):
    model.show_in(panel)
    QTest.mouseMove(panel.plot.viewport(), panel.plot.frame.center().toPoint())
    panel.plot.pointed.emit(None)
    answer_last(host)
    assert panel.plot.told is None


# ---- the point -----------------------------------------------------------------------------------------------------


def test_dragging_the_point_gives_the_weights_its_place(panel, model, host):
    model.show_in(panel, phase="x")
    plot = panel.plot
    start = plot.pixel_of(plot.landscape.here).toPoint()
    end = start + QPointF(30, -20).toPoint()
    QTest.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(plot.viewport(), end)
    plot._drag_to(plot.place_at(QPointF(end)))
    QTest.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=end)
    x, y = plot.place_at(QPointF(end))
    assert host.what("hold_edit") == [[]]
    assert host.what("change")[-1] == [SetParameter(1, 0, 0, x), SetParameter(1, 0, 1, y)]
    assert host.what("release_edit") == [[True]]


def test_along_the_path_all_parameters_are_moved(panel, model, host):
    panel.show_part(LandscapePart(directions="path"))
    model.show_in(panel)
    panel.plot.setFocus()
    QTest.keyClick(panel.plot, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    ((event,),) = host.what("change")
    assert isinstance(event, MoveParameters)
    landscape = panel.plot.landscape
    assert landscape.slice.places(event.theta[None])[0] == pytest.approx(panel.plot.held)
    assert np.linalg.norm(event.theta - model.record.theta) > 0.0


def test_escape_puts_the_point_back_and_enter_leaves_it(panel, model, host):
    model.show_in(panel)
    panel.plot.setFocus()
    QTest.keyClick(panel.plot, Qt.Key.Key_Up)
    answer_last(host)
    assert panel.plot.told is not None
    QTest.keyClick(panel.plot, Qt.Key.Key_Escape)
    assert host.what("release_edit") == [[False]] and panel.plot.held is None and panel.plot.told is None
    QTest.keyClick(panel.plot, Qt.Key.Key_Left)
    QTest.keyClick(panel.plot, Qt.Key.Key_Return)
    assert host.what("release_edit") == [[False], [True]]


def test_the_map_stays_while_the_point_is_held_and_the_next_one_comes_after(panel, model, host):
    model.show_in(panel)
    before = panel.plot.landscape
    panel.plot.setFocus()
    QTest.keyClick(panel.plot, Qt.Key.Key_Up)
    model.answer(panel)
    assert panel.plot.landscape is before
    QTest.keyClick(panel.plot, Qt.Key.Key_Return)
    assert panel.plot.landscape is not before


def test_the_point_of_a_network_in_training_cannot_be_taken(panel, model, host):
    model.show_in(panel)
    panel.show_moment(model.moment(training=True))
    panel.plot.setFocus()
    QTest.keyClick(panel.plot, Qt.Key.Key_Up)
    assert not host.what("change") and panel.plot.held is None


# ---- pictures ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("directions", ["weights", "weight", "path", "random"])
def test_every_landscape_is_painted_in_every_theme(qtbot, theme, directions, model):
    panel = LandscapePanel(Look(theme))
    qtbot.addWidget(panel)
    panel.show_part(LandscapePart(directions=directions))
    panel.resize(520, 380)
    panel.show()
    model.show_in(panel)
    assert colours_in(panel.plot) > 10


def test_a_step_too_short_to_be_seen_is_drawn_a_round_number_of_times_as_long():
    assert magnified(40.0, 92.0, 34.0) == 1
    assert magnified(0.2, 92.0, 34.0) == 200
    assert magnified(0.0, 92.0, 34.0) == 1
    assert magnified(float("nan"), 92.0, 34.0) == 1
