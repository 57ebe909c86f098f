from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.ui.look.look import Look
from nnviz.ui.panels.saturation.bias_row import BiasRow
from nnviz.ui.panels.saturation.panel import SaturationPanel
from nnviz.ui.session.moment import Selection
from nnviz.ui.toolkit import refresh
from tests.ui.panels.runs import THEMES, colours_in, moment, run_info, trainer
from tests.ui.put_up import put_up


@pytest.fixture
def panel(qtbot, look):
    return put_up(qtbot, SaturationPanel(look), 420, 260)


def inspect(panel, run, selection=None):
    """Show the run's next update; returns its record."""
    record = run.iterate()
    panel.set_run(run_info(run))
    panel.show_moment(replace(moment(record, selection), flat_below=panel.flat_below))
    return record


def pushed(bias, **fields):
    """A sigmoid layer whose units have this bias."""
    return trainer("circle", network__activation="sigmoid", network__hidden=[4], network__bias=bias, **fields)


def share_where_flat(z, share):
    """Independently: a sigmoid's slope is below a share of 1/4."""
    a = 1 / (1 + np.exp(-z))
    return (a * (1 - a) < share * 0.25).mean(axis=0)


def click_row(qtbot, panel, place):
    qtbot.mouseClick(panel.bars, Qt.MouseButton.LeftButton, pos=panel.bars.box_of(place).center().toPoint())


# ---- what it shows ------------------------------------------------------------------------------------------------


def test_before_anything_it_says_what_will_appear(panel):
    assert panel.empty.isVisible() and panel.empty.text()
    assert panel.plot.isHidden()


@pytest.mark.parametrize("share", [0.01, 0.05, 0.2])
def test_saturated_shares_are_those_of_an_independent_count(panel, share):
    panel.set_flat_below(share)
    run = pushed(3.0)
    run.run(100)
    record = inspect(panel, run)
    expected = share_where_flat(record.layers[0].z, share)
    assert [row.saturated for row in panel.bars.rows] == pytest.approx(expected.tolist())


def test_the_headline_counts_the_layer(panel):
    record = inspect(panel, pushed(6.0))
    share = share_where_flat(record.layers[0].z, 0.05).mean()
    assert panel.layer_choice.text() == "hidden 1 ▾"
    assert panel.headline.text == f"· 4 units · {100 * share:.0f}\u00a0% saturated"


def test_every_unit_stands_on_the_curve_once_for_each_example(panel):
    run = pushed(0.0)
    record = inspect(panel, run)
    points = panel.plot.points
    batch, units = record.layers[0].z.shape
    assert len(points.z) == batch * units
    assert np.array_equal(points.z, record.layers[0].z[points.example, points.unit])
    assert points.a == pytest.approx(1 / (1 + np.exp(-points.z)))


def test_flat_regions_are_where_the_slope_is_small(panel):
    inspect(panel, pushed(0.0))
    (_, left), (right, _) = panel.plot.flat
    for z in (left, right):
        a = 1 / (1 + np.exp(-z))
        assert a * (1 - a) == pytest.approx(0.05 * 0.25, rel=0.05)


def test_the_curve_reaches_as_far_as_the_points(panel):
    run = pushed(40.0)
    record = inspect(panel, run)
    assert panel.plot.x_range[1] >= record.layers[0].z.max()
    assert panel.plot.x_range[0] == -panel.plot.x_range[1]


def test_dead_units_are_named(panel):
    run = trainer("circle", network__activation="relu", network__hidden=[3], network__bias=-100.0)
    record = inspect(panel, run)
    assert (record.layers[0].z < 0).all()
    assert [panel.bars.words_of(row) for row in panel.bars.rows] == ["dead: no example passes"] * 3
    assert panel.headline.text.endswith("3 dead")


def test_units_of_a_linear_layer_never_saturate(panel):
    inspect(panel, trainer("circle", network__activation="linear"))
    assert panel.plot.flat == []
    assert {row.saturated for row in panel.bars.rows} == {0.0}


def test_of_many_units_the_most_saturated_are_shown(panel):
    run = trainer("circle", network__activation="sigmoid", network__hidden=[40])
    for unit in (3, 30, 39):
        run.set_bias(1, unit, 50.0)
    inspect(panel, run)
    shown = [row.unit for row in panel.bars.rows]
    assert len(shown) == 16
    assert {3, 30, 39} <= set(shown)
    assert shown == sorted(shown)


def test_a_selected_unit_is_always_among_them(panel):
    run = trainer("circle", network__activation="sigmoid", network__hidden=[40])
    inspect(panel, run, Selection(1, 39))
    assert 39 in [row.unit for row in panel.bars.rows]
    assert panel.bars.selected == 39


def test_hidden_layers_and_a_saturating_output_can_be_chosen(panel):
    inspect(panel, trainer("circle", network__hidden=[4, 3]))
    assert panel.layer_choice.choices() == [1, 2, 3]
    panel.layer_choice.pick(3)
    assert panel.layer_choice.text() == "output ▾"
    assert [row.name for row in panel.bars.rows] == ["ŷ"]


def test_a_linear_output_cannot_be_chosen(panel):
    inspect(panel, trainer("sine", network__hidden=[4]))
    assert panel.layer_choice.choices() == [1]


def test_without_any_such_layer_it_says_so(panel):
    inspect(panel, trainer("sine", network__hidden=[]))
    assert "no hidden layer" in panel.empty.text()
    inspect(panel, trainer("sine", network__hidden=[2]))
    assert panel.empty.isHidden() and panel.plot.isVisible()


def test_numbers_beyond_all_bounds_do_not_break_it(panel):
    run = trainer("moons", network__activation="relu", training__learning_rate=1e100, data__noise=100.0)
    for _ in range(4):
        inspect(panel, run)
    assert np.isfinite(panel.plot.points.z).all()
    assert colours_in(panel) > 10


# ---- selecting ----------------------------------------------------------------------------------------------------


def test_clicking_a_row_selects_its_unit(panel, qtbot):
    inspect(panel, pushed(0.0))
    with qtbot.waitSignal(panel.selection_changed) as picked:
        click_row(qtbot, panel, 2)
    assert picked.args == [Selection(1, 2)]


def test_clicking_a_point_selects_its_unit(panel, qtbot):
    run = trainer("circle", network__hidden=[3, 2])
    inspect(panel, run)
    panel.layer_choice.pick(2)
    plot = panel.plot
    place = plot.pixels(plot.points.z, plot.points.a)[0]
    with qtbot.waitSignal(panel.selection_changed) as picked:
        qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(*place.round().astype(int).tolist()))
    assert picked.args[0].layer == 2
    assert picked.args[0].unit in (0, 1)


def test_clicking_beside_the_points_selects_nothing(panel, qtbot):
    inspect(panel, pushed(0.0))
    with qtbot.assertNotEmitted(panel.selection_changed):
        qtbot.mouseClick(panel.plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def test_a_selection_from_elsewhere_brings_its_layer(panel):
    run = trainer("circle", network__hidden=[4, 3])
    record = inspect(panel, run)
    panel.show_moment(moment(record, Selection(2, 1)))
    assert panel.layer == 2
    assert panel.bars.selected == 1 and panel.plot.selected == 1


def test_the_layer_that_the_user_picks_stays_until_something_else_is_selected(panel):
    run = trainer("circle", network__hidden=[4, 3])
    record = inspect(panel, run, Selection(2, 1))
    panel.layer_choice.pick(1)
    panel.show_moment(moment(record, Selection(2, 1)))
    assert panel.layer == 1 and panel.bars.selected is None
    panel.show_moment(moment(record, Selection(2, 2)))
    assert panel.layer == 2


def test_inputs_have_no_curve(panel):
    run = trainer("circle", network__hidden=[4, 3])
    inspect(panel, run, Selection(0, 1))
    assert panel.layer == 1 and panel.bars.selected is None


def test_the_pointer_reads_a_point(panel, qtbot):
    run = pushed(0.0)
    record = inspect(panel, run, Selection(1, 2))
    plot = panel.plot
    index = int(np.flatnonzero(plot.points.unit == 2)[0])
    place = plot.pixels(plot.points.z, plot.points.a)[index]
    qtbot.mouseMove(plot.viewport(), QPoint(*place.round().astype(int).tolist()))
    qtbot.waitUntil(lambda: plot.pointer is not None)
    (name, example), (_, z), *_ = plot.readout()
    assert name == "h₃"
    number = int(example.removeprefix("example ")) - 1
    assert float(z.replace("−", "-")) == pytest.approx(record.layers[0].z[number, 2], abs=6e-4)


# ---- pushing ------------------------------------------------------------------------------------------------------


def test_the_selected_unit_is_read_out(panel):
    record = inspect(panel, pushed(2.0), Selection(1, 1))
    layer = record.layers[0]
    assert panel.bias.value() == layer.b[1]
    delta, slope = np.abs(layer.delta[:, 1]).mean(), layer.slope[:, 1].mean()
    assert panel.readings.text == f"mean |δ| {delta:.3f} · mean g′ {slope:.3f}"


def test_without_a_selection_there_is_nothing_to_push(panel):
    inspect(panel, pushed(2.0))
    assert panel.bias.isHidden()
    assert "Click" in panel.readings.text


def test_a_bias_of_nothing_stands_in_the_middle_of_the_slider(panel):
    run = trainer("circle", network__hidden=[3])
    inspect(panel, run, Selection(1, 0))
    slider = panel.bias.slider
    assert panel.bias.value() == 0.0
    assert slider.value() == (slider.minimum() + slider.maximum()) // 2


def test_the_slider_pushes_the_selected_bias(panel, qtbot):
    inspect(panel, pushed(2.0), Selection(1, 1))
    panel.bias.slider.setFocus()
    with qtbot.waitSignal(panel.bias_edited) as edited:
        qtbot.keyClick(panel.bias.slider, Qt.Key.Key_Up)
    assert edited.args == [1, 1, pytest.approx(2.1)]


def test_a_bias_can_be_typed_beyond_the_slider(panel, qtbot):
    inspect(panel, pushed(2.0), Selection(1, 1))
    panel.bias.field.start_typing()
    panel.bias.field.setText("−25,5")
    with qtbot.waitSignal(panel.bias_edited) as edited:
        qtbot.keyClick(panel.bias.field, Qt.Key.Key_Return)
    assert edited.args == [1, 1, -25.5]


def test_showing_a_bias_pushes_nothing(panel, qtbot):
    run = pushed(2.0)
    inspect(panel, run, Selection(1, 1))
    with qtbot.assertNotEmitted(panel.bias_edited):
        for _ in range(3):
            panel.show_moment(moment(run.iterate(), Selection(1, 1)))


def test_what_the_user_holds_is_not_moved(panel, qtbot):
    run = pushed(2.0)
    inspect(panel, run, Selection(1, 1))
    panel.bias.slider.setSliderDown(True)
    panel.bias.slider.setSliderPosition(180)
    held = panel.bias.value()
    panel.show_moment(moment(run.iterate(), Selection(1, 1)))
    assert panel.bias.value() == held
    panel.bias.slider.setSliderDown(False)


def test_pushed_into_saturation_its_error_signal_fades(panel):
    """The panel's point, with real numbers: the same update with a larger bias passes back less."""
    deltas = []
    for bias in (0.0, 4.0, 8.0):
        run = pushed(0.0)
        run.set_bias(1, 1, bias)
        record = inspect(panel, run, Selection(1, 1))
        deltas.append(np.abs(record.layers[0].delta[:, 1]).mean())
        assert panel.bias.value() == bias
    assert deltas[0] > 5 * deltas[1] > 25 * deltas[2]
    assert panel.bars.rows[1].saturated == 1.0


# ---- the setting --------------------------------------------------------------------------------------------------


def test_what_counts_as_flat_is_a_setting(panel, qtbot):
    inspect(panel, pushed(3.0))
    before = [row.saturated for row in panel.bars.rows]
    with qtbot.waitSignal(panel.flat_below_changed) as changed:
        panel.flat_choice.pick(20)
    assert changed.args == [0.2]
    assert panel.flat_choice.text() == "g′ < 20\u00a0% ▾"
    assert sum(row.saturated for row in panel.bars.rows) > sum(before)


@pytest.mark.parametrize(("wanted", "taken"), [(0.0, 0.01), (0.07, 0.07), (0.9, 0.2)])
def test_it_stays_between_one_and_twenty_per_cent(panel, wanted, taken):
    panel.set_flat_below(wanted)
    assert panel.flat_below == taken


# ---- when and where it is painted ---------------------------------------------------------------------------------


def test_a_hidden_panel_draws_nothing_and_catches_up_when_shown(panel):
    run = pushed(2.0)
    inspect(panel, run)
    panel.hide()
    before = panel.plot.points
    record = run.iterate()
    panel.show_moment(moment(record))
    panel.flush()
    assert panel.plot.points is before
    panel.show()
    assert np.array_equal(panel.plot.points.z, record.layers[0].z[panel.plot.points.example, panel.plot.points.unit])


def test_while_training_frames_are_skipped_but_never_the_last(panel, qtbot, monkeypatch):
    monkeypatch.setattr(refresh, "monotonic", lambda: 1000.0)  # all within one interval, however slow the machine
    run = pushed(2.0)
    inspect(panel, run)
    panel.show_moment(moment(run.iterate(), training=True))
    before = panel.plot.points
    for _ in range(30):
        record = run.iterate()
        panel.show_moment(moment(record, training=True))
    assert panel.plot.points is before
    qtbot.waitUntil(lambda: panel.plot.points is not before)
    assert np.array_equal(panel.plot.points.z, record.layers[0].z[panel.plot.points.example, panel.plot.points.unit])


def test_with_little_height_the_curve_keeps_its_room(panel, qtbot):
    inspect(panel, pushed(2.0), Selection(1, 1))
    assert panel.bias.isVisible() and panel.readings.isVisible()
    panel.resize(330, 190)
    assert panel.bias.isVisible() and panel.readings.isHidden()
    panel.resize(330, 150)
    assert panel.bias.isHidden()
    qtbot.waitUntil(lambda: panel.plot.height() > 60)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("width", "height", "scale"), [(420, 250, 1.0), (330, 170, 1.0), (900, 560, 1.6)])
def test_it_is_painted_in_every_theme_and_size(qtbot, fonts, theme, width, height, scale):
    panel = put_up(qtbot, SaturationPanel(Look(theme, scale)), width, height)
    inspect(panel, pushed(3.0), Selection(1, 1))
    assert (panel.width(), panel.height()) == (width, height)
    assert colours_in(panel.plot) > 20
    assert colours_in(panel.bars) > 10


# ---- curves with one flat end ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("activation", ["relu", "elu", "softplus", "gelu", "silu"])
def test_a_curve_with_one_flat_end_is_flat_there_and_does_not_saturate(panel, activation):
    inspect(panel, trainer("circle", network__activation=activation))
    assert panel.headline.text.endswith("flat") and "saturated" not in panel.headline.text
    assert panel.caption.text == "share where flat"
    assert panel.plot.flat and panel.plot.flat[0][0] == panel.plot.x_range[0]
    assert max(end for _, end in panel.plot.flat) <= 0.0


@pytest.mark.parametrize("activation", ["leaky_relu", "elu", "softplus", "gelu", "silu"])
def test_curve_and_slope_are_in_the_frame_however_they_bend(panel, activation):
    inspect(panel, trainer("circle", network__activation=activation))
    low, high = panel.plot.x_range
    z = np.linspace(low, high, 500)
    curve = ACTIVATIONS[activation]
    bottom, top = panel.plot.y_range
    for values in (curve.of(z), curve.slope_at(z)):
        assert bottom < values.min() and values.max() < top


def test_a_slope_that_goes_through_zero_is_flat_there_too(panel):
    inspect(panel, trainer("circle", network__activation="silu"))
    assert any(start < -1.2785 < end for start, end in panel.plot.flat)


def test_units_stay_on_the_curve_when_dropout_changes_what_they_hand_on(panel):
    run = trainer("circle", training__dropout=0.5)
    inspect(panel, run)
    points = panel.plot.points
    assert points.a == pytest.approx(np.tanh(points.z))


def test_enter_on_the_bias_slider_types_and_the_keyboard_comes_back(panel, qtbot):
    inspect(panel, pushed(0.5), Selection(1, 0))
    row = panel.findChild(BiasRow)
    panel.activateWindow()
    row.slider.setFocus()
    qtbot.keyClick(row.slider, Qt.Key.Key_Return)
    assert row.field.hasFocus()
    qtbot.keyClick(row.field, Qt.Key.Key_Escape)
    assert row.slider.hasFocus()
