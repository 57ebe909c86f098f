from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QApplication

from nnviz.engine import Experiment, Trainer
from nnviz.engine.analysis.responses import Responses, has_plane, network_inputs
from nnviz.engine.analysis.unit_answers import answers
from nnviz.engine.training.record.views import Visits
from nnviz.ui.examples.answers import read_map
from nnviz.ui.examples.colours import TINT, Scale, map_image, point_colours
from nnviz.ui.examples.legend import Sign
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import short, written
from nnviz.ui.look.theme import LIGHT
from nnviz.ui.panels.data.panel import DataPanel
from nnviz.ui.session.moment import Moment
from nnviz.ui.toolkit.tints import colour_table
from nnviz.view import DataPart
from nnviz.worker.queries.evaluation import BestEpoch
from nnviz.worker.queries.maps import CurveOf, MapOf
from nnviz.worker.queries.query import Queries
from tests.ui.panels.runs import THEMES, colours_in, run_info, trainer
from tests.ui.put_up import put_up
from tests.worker.queries.states import state_after

DATA = ("circle", "spiral3", "sine", "digits", "penguins", "plane")


def made(name="circle", epochs=1, **fields):
    """A run, and the last moment of an update of it."""
    run = trainer(name, **fields)
    run.run(epochs * run.batches_per_epoch)
    record = run.iterate()
    maps = None
    if has_plane(run.examples):
        maps = Responses.of(run.architecture, run.examples, run.experiment.data, 24)(record.theta)
    return run_info(run), Moment(record, len(record.phases) - 1, maps=maps)


def show(panel, info, moment):
    panel.set_run(info)
    panel.show_moment(moment)
    panel.flush()


@pytest.fixture(scope="module")
def circle():
    return made("circle", epochs=20)


@pytest.fixture
def panel(qtbot, look):
    return put_up(qtbot, DataPanel(look), 540, 330)


@pytest.fixture
def circle_panel(panel, circle):
    show(panel, *circle)
    return panel


def click(qtbot, panel, example):
    place = panel.stage.plot.place_of(example).toPoint()
    qtbot.mouseClick(panel.stage.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)


def hover(panel, example):
    panel.stage.plot.pointer = panel.stage.plot.place_of(example)
    return dict(panel.stage.plot.readout())


def alone(panel):
    """A training example of the batch with no other one near."""
    plot, record = panel.stage.plot, panel._moment.record
    return next(int(each) for each in record.examples if plot.example_at(plot.place_of(int(each))) == each)


# ---- what is there -------------------------------------------------------------------------------------------------


def test_before_a_run_it_says_what_will_appear(panel):
    assert panel.empty.isVisible() and "examples appear here" in panel.empty.text()
    assert panel.stage.isHidden() and panel.pin_button.isHidden()
    assert panel.shown is None


@pytest.mark.parametrize("name", DATA)
@pytest.mark.parametrize("theme", THEMES)
def test_all_data_is_painted_in_every_theme(qtbot, fonts, name, theme):
    panel = put_up(qtbot, DataPanel(Look(theme)), 540, 330)
    show(panel, *made(name))
    assert panel.empty.isHidden()
    assert colours_in(panel.stage.main) > 20
    assert colours_in(panel.stage.table) > 4


@pytest.mark.parametrize("name", DATA)
@pytest.mark.parametrize(("width", "height", "scale"), [(380, 220, 0.75), (420, 560, 1.5), (240, 160, 1.0)])
def test_it_fits_any_room(qtbot, fonts, name, width, height, scale):
    panel = put_up(qtbot, DataPanel(Look("light", scale)), width, height)
    show(panel, *made(name))
    assert (panel.width(), panel.height()) == (width, height)
    for part in (panel.stage.main, panel.stage.table, panel.stage.legend):
        assert part.isHidden() or panel.stage.rect().contains(part.geometry())
    assert colours_in(panel.stage.main) > 10


def test_a_plane_is_square(circle_panel):
    plot = circle_panel.stage.plot
    assert plot.frame.width() == pytest.approx(plot.frame.height(), abs=1.5)
    circle_panel.resize(420, 560)
    assert plot.frame.width() == pytest.approx(plot.frame.height(), abs=1.5)


def test_the_shown_example_is_named_and_its_numbers_are_those_of_the_record(circle_panel, circle, look):
    info, moment = circle
    example = moment.shown_example
    table = circle_panel.stage.table
    assert table.title == f"Example {example + 1}" and table.part == "training · raw → input"
    lines = dict(table.lines)
    raw, given = info.examples.raw[example], info.examples.x[example]
    assert lines["x₁"] == f"{short(float(raw[0]), look.numbers)} → {written(float(given[0]), look.numbers)}"
    assert "standardised by the training part's mean and deviation" in table.toolTip()
    assert lines["class"] == str(info.examples.labels[example])
    assert lines["ŷ"] == written(float(moment.record.prediction[0, 0]), look.numbers)


def test_inputs_that_the_network_is_given_as_they_are_stand_alone(panel):
    info, moment = made("xor4")
    show(panel, info, moment)
    table = panel.stage.table
    assert table.part == "training" and table.toolTip() == ""
    assert dict(table.lines)["x₁"] == "0"


def test_where_the_name_of_an_input_would_be_cut_its_raw_number_stands_alone(panel):
    show(panel, *made("penguins"))
    table = panel.stage.table
    table.resize(120, 100)
    assert table.fitting("flipper length", "208 → 0.473") == "208"
    assert table.fitting("x₁", "208 → 0.473") == "208 → 0.473"


@pytest.mark.parametrize("name", ["circle", "penguins"])
@pytest.mark.parametrize(("width", "height", "scale"), [(540, 246, 1.0), (404, 166, 0.75)])
def test_in_a_small_panel_the_axes_inputs_come_before_the_class(qtbot, fonts, name, width, height, scale):
    look = Look("light", scale)
    # The style sheet decides how high the header's buttons are, and so how much is left.
    look.dress(QApplication.instance())
    panel = put_up(qtbot, DataPanel(look), width, height)
    show(panel, *made(name))
    table = panel.stage.table
    assert [line[0] for line in table.shown()] == [*panel.stage.plot.points.names, "class", "ŷ"]
    legend = panel.stage.legend
    classes = [item.text for item in legend.items if item.sign is Sign.CLASS]
    assert legend.isVisible() and legend.shown()[: len(classes)] == legend.items[: len(classes)]
    table.resize(table.width(), round(table.height_for_rows(3)) + 1)
    assert [line[0] for line in table.shown()] == [*panel.stage.plot.points.names, "class"]


def test_of_several_inputs_those_are_the_axes_that_tell_most_until_others_are_picked(panel):
    show(panel, *made("diabetes"))
    plot, axes = panel.stage.plot, panel.axes
    assert plot.points.names == ("bmi", "s5") and axes.isVisible()
    assert [choice.text() for choice in axes.lists] == ["bmi ▾", "s5 ▾"]
    before = plot.grab().toImage()
    axes.lists[0].pick(0)
    assert plot.points.names == ("age", "s5") and panel.part().axes == ("age", "s5")
    assert plot.grab().toImage() != before
    assert [line[0] for line in panel.stage.table.lines[:2]] == ["age", "s5"]
    axes.lists[1].pick(0)
    assert plot.points.names == ("s5", "age"), "they change places"


def test_chosen_axes_wait_for_data_that_has_them(panel):
    show(panel, *made("penguins"))
    panel.show_part(DataPart(axes=("age", "bp")))
    assert panel.stage.plot.points.names == ("bill length", "flipper length")
    show(panel, *made("diabetes"))
    assert panel.stage.plot.points.names == ("age", "bp")
    panel.show_part(DataPart())
    assert panel.stage.plot.points.names == ("bmi", "s5")


def test_where_the_plane_is_shown_or_room_is_short_there_are_no_axes_to_choose(panel, circle):
    show(panel, *circle)
    assert panel.axes.isHidden()
    show(panel, *made("penguins"))
    assert panel.axes.isVisible()
    panel.resize(240, 300)
    assert panel.axes.isHidden()


def test_where_there_is_no_table_the_header_names_the_example(circle_panel, circle):
    circle_panel.resize(300, 250)
    example = circle[1].shown_example
    assert circle_panel.stage.table.isHidden()
    label = circle[0].examples.labels[example]
    assert circle_panel.headline.text == f"example {example + 1} · training · class {label}"


def test_the_mean_of_the_batch_is_no_example(panel, circle):
    info, moment = circle
    show(panel, info, replace(moment, mean=True))
    assert panel.shown is None
    assert panel.stage.table.title == "mean of the batch"
    assert not panel.pin_button.isEnabled()


def test_other_inputs_than_those_of_the_axes_are_counted(panel):
    show(panel, *made("penguins"))
    assert panel.headline.text == "2 of 9 inputs"
    assert panel.stage.plot.maps is None


def test_of_many_examples_some_are_drawn_and_it_is_said(panel):
    show(panel, *made("moons", data__examples=5000))
    assert panel.headline.text == "4000 of 5000 drawn"


def test_the_legend_says_what_is_in_the_picture(circle_panel):
    items = circle_panel.stage.legend.items
    assert [item.text for item in items if item.sign is Sign.PART] == ["training", "validation", "test"]
    assert [item.text for item in items if item.sign is Sign.CLASS] == ["class 0", "class 1"]
    assert [item.text for item in items if item.sign is Sign.LINE] == ["boundary ŷ = 0.5"]


def test_parts_without_examples_are_not_in_the_legend(panel):
    show(panel, *made("xor4"))
    assert [item.text for item in panel.stage.legend.items if item.sign is Sign.PART] == ["training"]


# ---- picking and reading -------------------------------------------------------------------------------------------


def test_a_click_picks_the_example_there(qtbot, circle_panel):
    example = alone(circle_panel)
    with qtbot.waitSignal(circle_panel.example_picked) as caught:
        click(qtbot, circle_panel, example)
    assert caught.args == [example]


def test_a_click_far_from_all_examples_picks_nothing(circle_panel):
    assert circle_panel.stage.plot.example_at(QPointF(-100.0, -100.0)) is None


def test_the_pointer_reads_an_example_of_the_batch(circle_panel, circle, look):
    info, moment = circle
    example = alone(circle_panel)
    said = hover(circle_panel, example)
    row = moment.record.examples.tolist().index(example)
    assert said[f"example {example + 1}"] == "training"
    assert said["ŷ"] == written(float(moment.record.prediction[row, 0]), look.numbers)
    assert said["class"] == str(info.examples.labels[example])


def test_outside_of_the_batch_no_prediction_is_said(circle_panel, circle):
    info, moment = circle
    plot = circle_panel.stage.plot
    example = next(
        int(each)
        for each in info.examples.test
        if each not in moment.record.examples and plot.example_at(plot.place_of(int(each))) == each
    )
    said = hover(circle_panel, example)
    assert said[f"example {example + 1}"] == "test" and "ŷ" not in said


def test_before_the_output_has_answered_there_is_no_prediction(panel, circle):
    info, moment = circle
    show(panel, info, replace(moment, phase_index=0))
    assert "ŷ" not in dict(panel.stage.table.lines)


def test_a_visitor_has_its_prediction(panel, circle, look):
    info, moment = circle
    example = next(int(each) for each in info.examples.train if each not in moment.record.examples)
    visitor = Visits()(moment.record, info.examples, example)
    show(panel, info, replace(moment, visitor=visitor, pinned=example))
    assert panel.shown == example and panel.pinned
    assert panel.stage.table.part == "training · pinned · raw → input"
    lines = dict(panel.stage.table.lines)
    assert lines["ŷ"] == written(float(visitor.prediction[0, 0]), look.numbers)


def test_a_digit_is_picked_by_its_picture(qtbot, panel):
    info, moment = made("digits")
    show(panel, info, moment)
    images = panel.stage.images
    assert (images.examples == moment.record.examples).all()
    place = images.boxes()[5].center().toPoint()
    with qtbot.waitSignal(panel.example_picked) as caught:
        qtbot.mouseClick(images, Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == [int(moment.record.examples[5])]


def test_a_picture_has_an_examples_raw_values(panel):
    info, moment = made("digits")
    show(panel, info, moment)
    example = int(moment.record.examples[0])
    picture = panel.stage.images.picture(example)
    ink = 255 - np.array([[picture.pixelColor(x, y).red() for x in range(8)] for y in range(8)])
    raw = info.examples.raw[example].reshape(8, 8)
    assert (np.diff(ink.ravel()[np.argsort(raw.ravel(), kind="stable")]) >= 0).all()


# ---- keys ----------------------------------------------------------------------------------------------------------


def test_arrows_go_through_the_training_part(qtbot, circle_panel, circle):
    train, shown = circle[0].examples.train, circle[1].shown_example
    place = train.tolist().index(shown)
    circle_panel.stage.plot.setFocus()
    for key, expected in ((Qt.Key.Key_Right, place + 1), (Qt.Key.Key_Left, place - 1)):
        with qtbot.waitSignal(circle_panel.example_picked) as caught:
            qtbot.keyClick(circle_panel.stage.plot, key)
        assert caught.args == [int(train[expected % len(train)])]


def test_enter_pins_and_lets_go(qtbot, circle_panel, circle):
    info, moment = circle
    circle_panel.stage.plot.setFocus()
    for pinned in (None, moment.shown_example):
        show(circle_panel, info, replace(moment, pinned=pinned))
        with qtbot.waitSignal(circle_panel.pin_toggled) as caught:
            qtbot.keyClick(circle_panel.stage.plot, Qt.Key.Key_Return)
        assert caught.args == [pinned is None]


def test_the_pin_button_shows_what_is(qtbot, circle_panel):
    with qtbot.waitSignal(circle_panel.pin_toggled) as caught:
        qtbot.mouseClick(circle_panel.pin_button, Qt.MouseButton.LeftButton)
    assert caught.args == [True]
    assert not circle_panel.pin_button.isChecked()


def taken(panel, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Whether the panel keeps a key from the window's shortcuts."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    panel.event(event)
    return event.isAccepted()


def test_the_window_has_its_keys_unless_the_plot_has_the_keyboard(qtbot, circle_panel):
    circle_panel.stage.plot.clearFocus()
    assert not taken(circle_panel, Qt.Key.Key_Right)
    click(qtbot, circle_panel, alone(circle_panel))
    assert not taken(circle_panel, Qt.Key.Key_Right)
    circle_panel.stage.plot.setFocus()
    assert taken(circle_panel, Qt.Key.Key_Right)
    assert not taken(circle_panel, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert not taken(circle_panel, Qt.Key.Key_Space)


# ---- colours and time ----------------------------------------------------------------------------------------------


def test_points_of_two_classes_have_the_colours_of_the_classes(circle):
    colours, which = point_colours(circle[0], LIGHT)
    assert (which == circle[0].examples.labels).all()
    assert colours == [LIGHT.class_colour(0), LIGHT.class_colour(1)]


def test_map_and_points_of_a_regression_have_one_scale():
    info, _ = made("plane")
    scale = Scale.of(info)
    reach = np.abs(info.examples.y).max()
    assert (scale.low, scale.high) == (-reach, reach)
    image = map_image(np.full((1, 2, 2), reach, dtype=np.float32), info, LIGHT)
    # Pale, so that the points stand out, which have the same colour in full.
    assert image.pixelColor(0, 0) == QColor(int(colour_table(LIGHT, TINT)[-1]))
    colours, _ = point_colours(info, LIGHT)
    assert colours[-1].name().upper() == LIGHT.map_positive and colours[-1] != image.pixelColor(0, 0)


def test_where_no_class_leads_the_map_has_no_colour():
    info, _ = made("spiral3")
    answers = np.full((3, 2, 2), 1 / 3, dtype=np.float32)
    answers[1, 0, 0], answers[0, 1, 1] = 1.0, np.nan
    image = map_image(answers, info, LIGHT)
    assert image.pixelColor(1, 0).name().upper() == LIGHT.map_zero
    assert image.pixelColor(0, 0).blue() > image.pixelColor(0, 0).red() + 60


def test_the_map_is_painted_once(circle_panel, circle, monkeypatch):
    plot, painted = circle_panel.stage.plot, []
    circle_panel.grab()
    monkeypatch.setattr(plot, "_paint_map", lambda painter, size: painted.append(plot.maps))
    circle_panel.grab()
    assert painted == []
    other = replace(circle[1].maps)
    circle_panel.show_moment(replace(circle[1], maps=other))
    circle_panel.grab()
    assert painted == [other]


def test_a_hidden_panel_does_nothing_and_catches_up_when_shown(panel, circle):
    panel.hide()
    show(panel, *circle)
    assert panel.stage.plot.points is None
    panel.show()
    assert panel.stage.plot.moment is circle[1]


def test_the_last_moment_always_ends_up_on_screen(panel, qtbot):
    run = trainer("circle")
    panel.set_run(run_info(run))
    for _ in range(20):
        record = run.iterate()
        panel.show_moment(Moment(record, len(record.phases) - 1, training=True))
    qtbot.waitUntil(lambda: panel.stage.plot.moment is not None and panel.stage.plot.moment.record is record)


def test_a_new_run_brings_other_data(circle_panel):
    info, _ = made("sine")
    circle_panel.set_run(replace(info, number=2))
    assert circle_panel.stage.plot.points.names == ("x₁", "y")
    assert circle_panel.shown is None
    show(circle_panel, *made("digits"))
    assert circle_panel.stage.images.isVisible() and circle_panel.stage.plot.isHidden()


def test_it_follows_the_look(circle_panel, look):
    before = circle_panel.stage.plot.grab().toImage().pixelColor(1, 1)
    look.set_theme("dark")
    assert circle_panel.stage.plot.grab().toImage().pixelColor(1, 1) != before


def test_the_pointer_becomes_a_hand_over_an_example(qtbot, circle_panel):
    plot = circle_panel.stage.plot
    qtbot.mouseMove(plot.viewport(), plot.place_of(alone(circle_panel)).toPoint() + QPoint(1, 1))
    qtbot.waitUntil(lambda: plot.pointer is not None)
    assert plot.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor


# ---- what the network answers: now, in the best epoch, at the pointer ----------------------------------------------


def answered(panel, name, epochs=20, **fields):
    """A run, shown in a panel with the answers that it wants; and the model as a query sees it."""
    run = trainer(name, **fields)
    run.run(epochs * run.batches_per_epoch)
    record = run.iterate()
    seen = state_after(run, record)
    maps = None
    if has_plane(run.examples):
        maps = Responses.of(run.architecture, run.examples, run.experiment.data, 24)(record.theta_after)
    show(panel, run_info(run), Moment(record, len(record.phases) - 1, maps=maps))
    answer(panel, seen)
    return run, seen


def answer(panel, seen):
    panel.show_answers(Queries().answers(panel.wanted(), seen, in_a_hurry=False))


def point_at(panel, x, y):
    """The pointer at a place in raw numbers."""
    plot = panel.stage.plot
    plot.pointer = QPointF(plot.x_pixel(x), plot.y_pixel(y))
    return dict(plot.readout())


def empty_place(plot):
    """A place in the frame with no example near it."""
    for across in np.linspace(0.1, 0.9, 30):
        for up in np.linspace(0.1, 0.9, 30):
            place = QPointF(
                plot.frame.left() + across * plot.frame.width(), plot.frame.bottom() - up * plot.frame.height()
            )
            if plot.example_at(place) is None:
                (left, right), (low, high) = plot.x_range, plot.y_range
                return left + across * (right - left), low + up * (high - low)
    raise AssertionError("examples are everywhere")


def test_the_map_flips_to_that_of_the_best_epoch_and_back(qtbot, panel):
    run, seen = answered(panel, "circle", 30)
    plot, switch = panel.stage.plot, panel.best_switch
    now = plot.maps
    assert panel.wanted() == {BestEpoch()}
    assert switch.button("best").text() == f"best epoch {run.history.best_epoch}"
    with qtbot.waitSignals([panel.best_shown, panel.wants_changed]):
        qtbot.mouseClick(switch.button("best"), Qt.MouseButton.LeftButton)
    assert panel.shows_best and panel.wanted() == {MapOf(best=True, points=80)}
    answer(panel, seen)
    assert (plot.maps.layers[-1] == MapOf(True, 80).answer(seen).maps.layers[-1]).all()
    panel.show_moment(replace(panel._moment, training=False))
    assert plot.maps is not now
    panel.show_best(False)
    assert plot.maps is now


def test_it_is_told_without_saying_so_itself(qtbot, panel):
    answered(panel, "circle", 2)
    with qtbot.assertNotEmitted(panel.best_shown), qtbot.waitSignal(panel.wants_changed):
        panel.show_best(True)
    assert panel.best_switch.best


def test_beside_the_best_epochs_map_predictions_say_that_they_are_of_now(panel):
    answered(panel, "circle", 5)
    assert "ŷ" in dict(panel.stage.table.lines)
    panel.show_best(True)
    lines = dict(panel.stage.table.lines)
    assert "ŷ now" in lines and "ŷ" not in lines


@pytest.mark.parametrize("name", ["digits", "penguins", "xor4"])
def test_where_there_is_no_best_epoch_or_no_map_there_is_no_switch(panel, name):
    answered(panel, name, 1)
    panel.show_best(True)
    assert panel.best_switch.isHidden() and not panel.shows_best
    assert panel.wanted() == frozenset()


def test_over_one_input_the_fitted_curve_is_drawn(panel):
    run, seen = answered(panel, "sine", data__standardize_target=True)
    curve = CurveOf(300).answer(seen)
    plot = panel.stage.plot
    assert (plot.curve_shown.predictions == curve.predictions).all()
    x, y = plot._curve.getData()
    (left, right), (low, high) = plot.x_range, plot.y_range
    assert left + x * (right - left) == pytest.approx(curve.x)
    assert low + y * (high - low) == pytest.approx(curve.predictions[:, 0])
    assert "fitted curve" in [item.text for item in panel.stage.legend.items]
    panel.show_best(True)
    answer(panel, seen)
    assert (plot.curve_shown.predictions == CurveOf(300, best=True).answer(seen).predictions).all()
    assert panel.best_switch.button("best").text() == f"best epoch {run.history.best_epoch}"


def test_of_how_many_straight_pieces_a_curve_is_made_is_said_and_each_kink_ringed(panel):
    _, seen = answered(panel, "sawtooth", network__hidden=[3], network__activation="relu")
    pieces = CurveOf(300).answer(seen).pieces
    assert pieces is not None and panel.pieces.isVisible()
    assert panel.pieces.text == f"{pieces} straight pieces" if pieces > 1 else "1 straight piece"
    answered(panel, "sine")
    assert panel.pieces.isHidden()


def test_until_another_curve_has_come_the_last_one_stays(panel):
    answered(panel, "sine")
    before = panel.stage.plot.curve_shown
    panel.show_best(True)
    assert panel.stage.plot.curve_shown is before is not None
    panel.set_run(replace(run_info(trainer("sine")), number=2))
    assert panel.stage.plot.curve_shown is None


def test_a_curve_that_cannot_be_drawn_is_none(panel):
    _, seen = answered(panel, "sine")
    answer(panel, replace(seen, theta=np.full_like(seen.theta, np.nan)))
    assert len(panel.stage.plot._curve.getData()[0]) == 0
    panel.grab()


@pytest.mark.parametrize("name", ["circle", "spiral3"])
def test_away_from_examples_the_pointer_reads_class_and_probability(panel, name):
    run, _ = answered(panel, name)
    plot = panel.stage.plot
    x, y = empty_place(plot)
    said = point_at(panel, x, y)
    # The network itself, at the very place: the map is read between its points.
    inputs = network_inputs(np.array([[x, y]]), run.examples, run.experiment.data)
    prediction = answers(run.architecture, run.theta(), inputs)[0]
    probabilities = prediction if len(prediction) > 1 else np.array([1.0 - prediction[0], prediction[0]])
    likely = int(probabilities.argmax())
    assert said["predicted"] == run.examples.class_names[likely]
    shown = float(said["probability"].lstrip("≈<> ").rstrip("\u00a0%")) / 100.0
    assert shown == pytest.approx(probabilities[likely], abs=0.08)
    assert float(said["x₁"].replace("−", "-")) == pytest.approx(x, abs=1e-3)


def test_the_pointer_reads_the_points_of_the_map_exactly(circle):
    maps = circle[1].maps
    for row, column in ((0, 0), (23, 23), (5, 17)):
        x1, x2 = maps.plane.points(24)[row * 24 + column]
        assert read_map(maps, x1, x2) == pytest.approx(maps.layers[-1][:, row, column], abs=1e-6)
    assert read_map(maps, 1e6, 0.0) is None


def test_over_a_regression_the_pointer_reads_a_number_in_its_own_unit(panel):
    _, seen = answered(panel, "sine", data__standardize_target=True)
    x, y = empty_place(panel.stage.plot)
    said = point_at(panel, x, y)
    curve = CurveOf(300).answer(seen)
    assert said["ŷ"] == f"≈ {np.interp(x, curve.x, curve.predictions[:, 0]):.3f}".replace("-", "−")
    answered(panel, "plane")
    said = point_at(panel, *empty_place(panel.stage.plot))
    assert said["ŷ"].startswith("≈ ") and "predicted" not in said


def test_before_there_is_a_map_the_pointer_reads_nothing(panel, circle):
    info, moment = circle
    show(panel, info, replace(moment, maps=None))
    assert point_at(panel, *empty_place(panel.stage.plot)) == {}


def test_hidden_it_forgets_and_shown_again_it_asks(qtbot, panel):
    _, seen = answered(panel, "circle", 3)
    panel.show_best(True)
    answer(panel, seen)
    panel.hide()
    with qtbot.waitSignal(panel.wants_changed):
        panel.show()
    answer(panel, seen)
    assert panel.stage.plot.maps is not panel._moment.maps


def test_a_larger_data_set_while_it_is_hidden_is_shown_as_soon_as_it_is(panel, circle, look):
    panel.resize(540, 200)
    show(panel, *made("worked-example"))
    panel.hide()
    info, moment = circle
    panel.set_run(info)
    panel.show_moment(replace(moment, example=len(moment.record.examples) - 1))
    # Without a table, the header names the example.
    panel.stage.resize(260, 90)
    panel.stage.arrange()
    assert not panel.stage.table.isVisibleTo(panel)
    look.set_scale(0.75)
    panel.show()
    assert (
        panel.shown is not None
        and f"example {panel.shown + 1}" in f"{panel.headline.text} {panel.stage.table.title}".lower()
    )


def test_the_header_names_the_example_as_soon_as_there_is_no_room_for_its_table(panel, circle):
    show(panel, *circle)
    assert panel.stage.table.isVisible()
    panel.resize(240, 170)
    assert not panel.stage.table.isVisible()
    assert "example" in panel.headline.text


def test_a_head_of_two_lines_gives_the_rows_another_place(panel, circle):
    show(panel, *circle)
    stage = panel.stage
    stage.table.show_lines(
        "example 5", "a part with a name that is so long that it takes a line of its own", stage.table.lines
    )
    placed = stage.legend.geometry(), stage.table.geometry()
    stage.arrange()
    assert (stage.legend.geometry(), stage.table.geometry()) == placed


def test_in_larger_type_everything_has_its_place_at_once(panel, circle, look):
    show(panel, *circle)
    look.set_scale(1.5)
    stage = panel.stage
    placed = [part.geometry() for part in (stage.plot, stage.legend, stage.table)]
    stage.arrange()
    assert [part.geometry() for part in (stage.plot, stage.legend, stage.table)] == placed


def test_a_number_to_predict_is_called_by_the_name_of_its_column(panel, tmp_path):
    rows = "\n".join(f"{place},{place * place % 7},{3.5 * place + 0.1}" for place in range(30))
    (tmp_path / "cars.csv").write_text(f"weight_kg,power,fuel_use\n{rows}\n", encoding="utf-8")
    text = f'[data]\nfile = "{(tmp_path / "cars.csv").as_posix()}"\ntarget = "fuel_use"\ntask = "numbers"\n'
    run = Trainer(Experiment.parse(text))
    show(panel, run_info(run), Moment(run.iterate(), 0))
    assert "fuel use" in [name for name, _ in panel.stage.table.lines]
