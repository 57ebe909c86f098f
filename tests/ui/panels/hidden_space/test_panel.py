"""The hidden-space panel: pictures of layers, the way from one to the next, a straight line's scores."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from nnviz.engine.training.record.phases import phase_index
from nnviz.ui.examples.legend import Sign
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.panels.hidden_space.panel import HiddenSpacePanel
from nnviz.ui.panels.hidden_space.words import axis_names, sentences
from nnviz.ui.session.moment import Moment, Selection
from nnviz.view import HiddenSpacePart
from nnviz.worker.queries.query import Queries
from tests.ui.panels.runs import THEMES, colours_in, run_info, trainer
from tests.ui.put_up import put_up
from tests.worker.queries.states import state_after

STYLE = NumberStyle()


class Model:
    """A run, and what it answers a panel."""

    def __init__(self, name="circle", updates=50, **fields):
        self.run = trainer(name, **fields)
        self.first = self.run.theta()
        self.run.run(updates)
        self.record = self.run.iterate()

    def moment(self, phase="update", **fields):
        return Moment(self.record, phase_index(phase, self.run.architecture.layers), **fields)

    def answer(self, panel):
        panel.show_answers(Queries().answers(panel.wanted(), self.seen(), in_a_hurry=False))

    def seen(self):
        return replace(state_after(self.run, self.record), first_theta=self.first)

    def show_in(self, panel, **fields):
        panel.set_run(run_info(self.run))
        panel.show_moment(self.moment(**fields))
        self.answer(panel)


@pytest.fixture
def panel(qtbot, look):
    widget = HiddenSpacePanel(look)
    qtbot.addWidget(widget)
    widget._look.set_reduced_motion(True)
    widget.resize(540, 340)
    widget.show()
    return widget


@pytest.fixture
def model():
    return Model(network__hidden=[6, 5, 2])


# ---- empty, loading, error -----------------------------------------------------------------------------------------


def test_before_anything_it_says_what_will_appear_and_wants_nothing(panel):
    assert panel.empty.isVisible() and panel.empty.text()
    assert not panel.wanted()


def test_until_the_first_answer_it_says_that_it_is_on_its_way(panel, model):
    panel.set_run(run_info(model.run))
    assert panel.empty.isVisible() and "being computed" in panel.empty.text()
    assert panel.wanted()
    model.answer(panel)
    assert panel.plot.isVisible() and panel.empty.isHidden()


def test_a_network_beyond_measure_says_so_and_its_layers_have_no_score(panel):
    model = Model(network__activation="linear", updates=0)
    panel.set_run(run_info(model.run))
    seen = replace(model.seen(), theta=np.full_like(model.first, 1e300))
    panel.show_answers(Queries().answers(panel.wanted(), seen, in_a_hurry=False))
    assert "beyond what can be measured" in panel.empty.text()
    assert panel.bars.rows[1].texts[0] == "—"
    assert "beyond what can be measured" in panel.sentence.text


# ---- the picture ---------------------------------------------------------------------------------------------------


def test_it_begins_with_the_last_hidden_layer(panel, model):
    model.show_in(panel)
    assert panel.layer == 3
    assert panel.plot.names == ("h³₁", "h³₂")
    assert panel.headline.text == "the plane of its 2 units"


def test_many_units_are_shown_along_directions_with_their_share(panel, model):
    model.show_in(panel)
    panel.layer_choice.pick(1)
    model.answer(panel)
    shares = panel.plot.spaces.here.projection.shares
    assert panel.plot.names[0] == f"direction 1 · {shares[0] * 100:.0f}\u00a0%"
    assert f"{shares.sum() * 100:.0f}\u00a0% of the spread" in panel.headline.text


@pytest.mark.parametrize(("width", "height"), [(540, 340), (404, 300)])
def test_the_legend_names_ten_classes_with_their_colours(panel, width, height):
    panel.resize(width, height)
    Model("digits").show_in(panel)
    legend = panel.legend
    assert legend.isVisible() and panel.plot.height() > 3 * legend.height()
    assert [item.text for item in legend.shown() if item.sign is Sign.CLASS] == [str(digit) for digit in range(10)]
    assert colours_in(legend) > 10


def test_the_direction_with_the_larger_share_is_the_first_wherever_it_points(panel, model):
    model.show_in(panel)
    panel.layer_choice.pick(1)
    model.answer(panel)
    space = panel.plot.spaces.here
    upright = replace(space, projection=replace(space.projection, shares=space.projection.shares[::-1]))
    across, up = axis_names(run_info(model.run), upright, STYLE)
    assert across.startswith("direction 2") and up.startswith("direction 1")


def test_every_point_stands_where_its_numbers_say(panel, model):
    model.show_in(panel)
    points, plot = panel.plot.spaces.here.points, panel.plot
    for example in (0, 17, 205):
        place = plot.place_of(example)
        assert place.x() == pytest.approx(plot.x_pixel(points[example, 0]))
        assert place.y() == pytest.approx(plot.y_pixel(points[example, 1]))
        assert plot.frame.contains(place)


def test_both_axes_have_one_scale_whatever_the_shape_of_the_panel(panel, model):
    model.show_in(panel)
    for size in ((540, 340), (380, 230), (420, 560)):
        panel.resize(*size)
        plot = panel.plot
        across = plot.frame.width() / np.ptp(plot.x_range)
        assert across == pytest.approx(plot.frame.height() / np.ptp(plot.y_range))


def test_a_single_unit_is_shown_against_the_classes(panel):
    model = Model("spiral3", network__hidden=[1])
    model.show_in(panel)
    assert panel.plot.names == ("h₁", "class")
    heights = panel.plot.scene_shown.points[:, 1]
    assert np.array_equal(np.rint(heights), model.run.examples.labels)


def test_a_single_input_of_a_regression_is_shown_against_its_target(panel):
    model = Model("sine")
    model.show_in(panel)
    panel.layer_choice.pick(0)
    model.answer(panel)
    assert panel.plot.scene_shown.points[:, 1] == pytest.approx(
        model.run.examples.in_own_unit(model.run.examples.y)[:, 0]
    )


def test_images_have_no_grid(panel):
    Model("digits", updates=1).show_in(panel)
    assert panel.plot.scene_shown.lines is None
    assert len(panel.bars.rows) == 3


def test_a_straight_line_is_drawn_only_in_the_plane_of_two_units_of_two_classes(panel, model):
    model.show_in(panel)
    assert panel.plot.line is panel.scores.probes[3]
    panel.layer_choice.pick(1)
    model.answer(panel)
    assert panel.plot.line is None


def test_more_units_are_seen_along_that_line_where_they_are_wanted_apart(panel, model, qtbot):
    model.show_in(panel)
    assert not panel.apart_button.isVisible()
    panel.layer_choice.pick(1)
    model.answer(panel)
    assert panel.apart_button.isVisible() and not panel.part().apart
    with qtbot.waitSignal(panel.wants_changed):
        panel.show_part(HiddenSpacePart(layer=1, apart=True))
    model.answer(panel)
    assert panel.part().apart and panel.apart_button.isChecked()
    assert panel.plot.line is panel.plot.spaces.here.line is not None
    assert panel.plot.names[0] == "across the straight line"


def test_the_pointer_reads_an_example_and_its_coordinates(panel, model):
    model.show_in(panel)
    panel.plot.pointer = panel.plot.place_of(17)
    example = panel.plot.hovered
    lines = dict(panel.plot.readout()[1:])
    assert lines["class"] == str(model.run.examples.labels[example])
    assert lines["h³₁"].replace("−", "-") == f"{panel.plot.spaces.here.points[example, 0]:.3f}"


def test_a_click_on_a_point_picks_its_example(panel, model, qtbot):
    model.show_in(panel)
    place = panel.plot.place_of(17)
    expected = panel.plot.example_at(place)
    with qtbot.waitSignal(panel.example_picked) as caught:
        qtbot.mouseClick(panel.plot.viewport(), Qt.MouseButton.LeftButton, pos=place.toPoint())
    near = panel.plot.place_of(caught.args[0]) - panel.plot.place_of(expected)
    assert near.manhattanLength() < 2.0


def test_a_click_beside_all_points_picks_nothing(panel, model, qtbot):
    model.show_in(panel)
    assert panel.plot.example_at(QPointF(-100.0, -100.0)) is None


# ---- from layer to layer -------------------------------------------------------------------------------------------


def test_everything_moves_from_where_it_was_to_where_it_is_next(panel, model):
    model.show_in(panel)
    panel.layer_choice.pick(1)
    model.answer(panel)
    before = panel.plot.place_of(17)
    panel._look.set_reduced_motion(False)
    panel.layer_choice.pick(2)
    model.answer(panel)
    assert panel.plot.animating
    assert panel.plot.place_of(17) == before
    panel.plot.finish()
    plot = panel.plot
    assert not plot.animating
    assert plot.place_of(17).x() == pytest.approx(plot.x_pixel(plot.spaces.here.points[17, 0]))


def test_a_jump_over_layers_sets_out_from_the_layer_before(panel, model):
    model.show_in(panel)
    panel.layer_choice.pick(0)
    model.answer(panel)
    at_input = panel.plot.place_of(17)
    panel._look.set_reduced_motion(False)
    panel.layer_choice.pick(3)
    model.answer(panel)
    assert panel.plot.animating and panel.plot.place_of(17) != at_input


def test_with_reduced_motion_it_is_there_at_once(panel, model):
    model.show_in(panel)
    panel.layer_choice.pick(1)
    model.answer(panel)
    assert not panel.plot.animating


def test_it_is_there_as_soon_as_motion_is_reduced(panel, model):
    model.show_in(panel)
    panel._look.set_reduced_motion(False)
    panel.layer_choice.pick(2)
    model.answer(panel)
    panel._look.set_reduced_motion(True)
    assert not panel.plot.animating


def test_a_hidden_panel_stops_moving(panel, model):
    model.show_in(panel)
    panel._look.set_reduced_motion(False)
    panel.layer_choice.pick(2)
    model.answer(panel)
    panel.hide()
    assert not panel.plot.animating


@pytest.mark.parametrize(("phase", "layer"), [("x", 0), ("z1", 1), ("a2", 2), ("delta3", 3), ("L", 3), ("z4", 3)])
def test_it_goes_where_the_diagram_goes(panel, model, phase, layer):
    model.show_in(panel)
    panel.show_moment(model.moment("dW1" if layer != 1 else "z2"))
    panel.show_moment(model.moment(phase))
    assert panel.layer == layer


def test_it_goes_to_the_layer_of_a_unit_that_is_selected(panel, model):
    model.show_in(panel)
    panel.show_moment(model.moment(selection=Selection(1, 0)))
    assert panel.layer == 1


def test_a_layer_that_the_user_chose_stays_until_it_is_to_follow_again(panel, model, qtbot):
    model.show_in(panel)
    panel.layer_choice.pick(0)
    panel.show_moment(model.moment("z2"))
    assert panel.layer == 0 and not panel.follow_button.isChecked()
    qtbot.mouseClick(panel.follow_button, Qt.MouseButton.LeftButton)
    assert panel.layer == 2


def test_another_layer_is_another_want(panel, model, qtbot):
    model.show_in(panel)
    before = panel.wanted()
    with qtbot.waitSignal(panel.wants_changed):
        panel.layer_choice.pick(1)
    assert panel.wanted() != before


def test_an_answer_about_another_layer_is_not_taken(panel, model):
    model.show_in(panel)
    stale = panel.wanted()
    panel.layer_choice.pick(1)
    shown = panel.plot.spaces
    panel.show_answers(dict.fromkeys(stale - panel.wanted(), object()))
    assert panel.plot.spaces is shown


def test_arrow_keys_go_through_layers_and_examples_where_the_plot_has_the_keyboard(panel, model, qtbot):
    model.show_in(panel)
    panel.activateWindow()
    panel.plot.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(panel.plot, Qt.Key.Key_Down)
    assert panel.layer == 2
    QTest.keyClick(panel.plot, Qt.Key.Key_Up)
    QTest.keyClick(panel.plot, Qt.Key.Key_Up)
    assert panel.layer == 3
    with qtbot.waitSignal(panel.example_picked) as caught:
        QTest.keyClick(panel.plot, Qt.Key.Key_Right)
    assert caught.args[0] in model.run.examples.train


# ---- the probe -----------------------------------------------------------------------------------------------------


def test_bars_and_numbers_are_the_scores(panel, model):
    model.show_in(panel)
    for row, now, first in zip(panel.bars.rows, panel.scores.trained, panel.scores.untrained, strict=True):
        assert (row.trained, row.untrained) == (now.validation, first.validation)
    assert [row.name for row in panel.bars.rows] == ["input", "hidden 1", "hidden 2", "hidden 3"]


def test_the_user_can_have_the_line_judged_on_the_training_part(panel, model):
    model.show_in(panel)
    panel.part_choice.pick(1)
    assert [row.trained for row in panel.bars.rows] == [score.train for score in panel.scores.trained]


def test_without_a_validation_part_it_is_judged_on_the_training_part(panel):
    Model(data__split=[1.0, 0.0, 0.0], training__early_stopping=None).show_in(panel)
    assert panel.bars.rows[0].trained == panel.scores.trained[0].train
    assert panel.part_choice.isHidden()


@pytest.mark.parametrize("theme", THEMES)
def test_under_the_plot_all_layers_and_what_their_bars_mean_are_in_sight(panel, model, theme, qtbot):
    panel._look.set_theme(theme)
    panel.resize(400, 640)
    model.show_in(panel)
    for layer in (1, 3):
        panel.layer_choice.pick(layer)
        model.answer(panel)
        # Where the button "apart" is to be seen its row is the higher.
        qtbot.waitUntil(lambda: panel._scroll.verticalScrollBar().maximum() == 0)


def test_a_click_on_a_row_shows_that_layer(panel, model, qtbot):
    model.show_in(panel)
    box = panel.bars.box_of(1)
    qtbot.mouseClick(panel.bars, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert panel.layer == 1 and not panel.follow_button.isChecked()


def test_a_better_layer_is_compared_with_the_input_and_a_worse_one_with_that_before_it():
    run = run_info(trainer("circle", network__hidden=[4, 4]))
    scores = [0.61, 0.98, 0.9]
    assert sentences(run, 0, scores, STYLE)[0] == "In the input a straight line gets 61\u00a0% right"
    assert sentences(run, 1, scores, STYLE)[0] == "In hidden 1 a straight line gets 98\u00a0% right (input: 61\u00a0%)"
    worse = sentences(run, 2, scores, STYLE)[0]
    assert worse == "In hidden 2 a straight line gets 90\u00a0% right: worse than in hidden 1 (98\u00a0%)"


def test_a_regression_speaks_of_r_squared():
    run = run_info(trainer("sine"))
    assert sentences(run, 1, [0.5, 0.994], STYLE)[0] == "In hidden 1 a linear fit has R² 0.99 (input: 0.50)"


# ---- the look ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [(540, 340), (380, 230), (420, 560)])
@pytest.mark.parametrize("name", ["circle", "sine", "plane"])
def test_it_paints_in_every_theme_and_size(qtbot, theme, size, name):
    panel = put_up(qtbot, HiddenSpacePanel(Look(theme, 0.75)), *size)
    model = Model(name)
    model.show_in(panel, pinned=int(model.record.examples[0]))
    assert colours_in(panel) > 20


def test_while_hidden_it_draws_nothing_and_catches_up_when_it_is_shown(panel, model):
    panel.hide()
    model.show_in(panel)
    assert panel.plot.spaces is None
    panel.show()
    assert panel.plot.spaces is not None


def test_on_the_way_points_are_between_where_they_were_and_where_they_will_be(panel, model, qtbot):
    model.show_in(panel)
    panel.layer_choice.pick(1)
    model.answer(panel)
    before = panel.plot.place_of(17)
    panel._look.set_reduced_motion(False)
    panel.layer_choice.pick(2)
    model.answer(panel)
    qtbot.waitUntil(lambda: panel.plot.place_of(17) != before)


@pytest.mark.parametrize("width", [300, 330, 400, 540])
def test_the_part_that_is_judged_on_is_named_whole(panel, look, width):
    look.set_scale(0.75)
    Model(**{"network.hidden": (4, 3)}).show_in(panel)
    panel.resize(width, 220)
    assert panel.apart_button.isVisible() and panel.part_choice.isVisible()
    for button in (panel.apart_button, panel.part_choice):
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()) + 2, button.text()
