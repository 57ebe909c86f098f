import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from nnviz.engine.analysis.gradient_flow import gradient_norms, mean_signals, update_ratios
from nnviz.engine.analysis.gradient_noise import gradient_fan
from nnviz.ui.look.look import Look
from nnviz.ui.panels.gradient_flow import panel as gradient_flow
from nnviz.ui.panels.gradient_flow.panel import GradientFlowPanel
from nnviz.ui.panels.gradient_flow.signal_history import Measure
from nnviz.ui.session.moment import Moment, Selection
from nnviz.worker.queries.query import ModelState, NoAnswer
from nnviz.worker.queries.signal_health import FanOfGradients, HistogramsOf, SignalNow
from tests.ui.panels.runs import THEMES, colours_in, moment, run_info, trainer
from tests.ui.put_up import put_up


@pytest.fixture
def panel(qtbot, look):
    return shown(qtbot, look)


def shown(qtbot, look, width=540, height=340):
    return put_up(qtbot, GradientFlowPanel(look), width, height)


def answer(panel, run, record, training=False, **fields):
    """Show a record as the window does: what the model finds out, and the moment."""
    seen = ModelState(
        experiment=run.experiment,
        architecture=record.architecture,
        examples=run.examples,
        record=record,
        theta=record.theta_after,
        first_theta=record.theta,
        best_theta=run.best_theta,
        line=run.line,
    )
    panel.show_moment(Moment(record, len(record.phases) - 1, training=training, **fields))
    panel.show_answers({query: query.answer(seen) for query in panel.wanted()})


def watch(panel, run, updates=1, every=1):
    """Train while the panel is watched; returns the last record."""
    for _ in range(updates):
        run.run(every - 1)
        record = run.iterate()
        answer(panel, run, record, training=True)
    panel.show_moment(moment(record))
    panel.flush()
    return record


def start(panel, name="circle", **fields):
    run = trainer(name, **fields)
    panel.set_run(run_info(run))
    return run


def go_back(panel, run, iteration):
    run.seek(iteration)
    record = run.iterate()
    answer(panel, run, record)
    return record


# ---- now ----------------------------------------------------------------------------------------------------------


def test_before_anything_it_says_what_will_appear(panel):
    for page in gradient_flow.PAGES:
        panel.set_page(page)
        assert panel.empty.isVisible() and panel.empty.text()
        assert not any(plot.isVisible() for plot in (panel.bars, panel.map, panel.histograms))


def test_bars_stand_where_the_logarithm_of_the_engines_numbers_is(panel):
    record = watch(panel, start(panel, network__hidden=[4, 3]), updates=3)
    bars = panel.bars
    for measure, values in ((Measure.SIGNAL, mean_signals(record)), (Measure.GRADIENT, gradient_norms(record))):
        for layer, value in enumerate(values, start=1):
            assert bars.bar_of(measure, layer).right() == pytest.approx(bars.x_pixel(math.log10(value)))
    low, high = bars.x_range
    assert low == int(low) and high == int(high)


def test_update_ratios_are_printed_with_a_word(panel):
    record = watch(panel, start(panel, training__learning_rate=1e-7))
    assert [panel.bars.value_of(Measure.RATIO, layer) for layer in (1, 2, 3)] == update_ratios(record).tolist()
    assert panel.bars.words_of(1).endswith("too small")
    watch(panel, start(panel, training__learning_rate=10.0))
    assert panel.bars.words_of(3).endswith("too large")


def test_a_sentence_says_that_the_signal_vanishes(panel):
    record = watch(panel, start(panel, network__hidden=[8] * 10, network__activation="sigmoid"))
    signals = mean_signals(record)
    assert signals[0] < 1e-5 * signals[-1]
    assert panel.words.text.startswith("δ shrinks") and panel.words.text.endswith("it vanishes")


def test_zero_is_said_and_has_no_bar(panel):
    watch(panel, start(panel, network__init="zeros"))
    assert panel.bars.bar_of(Measure.SIGNAL, 1).width() == 0.0
    assert "mean |δ| 0," in panel.bars.words_of(1) and panel.bars.words_of(1).endswith("no ratio")
    assert panel.words.text == "Nothing of δ reaches layer 1: it is exactly 0 there"


def test_a_diverged_network_has_no_bars_of_any_length(panel):
    run = start(panel, network__activation="relu", network__output="linear", training__loss="squared_error")
    run.set_learning_rate(1e200)
    run.run()
    for page in gradient_flow.PAGES:
        panel.set_page(page)
        watch(panel, run)
        assert colours_in(panel) > 5
    assert any(math.isnan(panel.bars.value_of(Measure.SIGNAL, layer)) for layer in (1, 2, 3))
    assert "no longer finite" in panel.words.text


def test_a_click_on_a_row_picks_the_layer(panel, qtbot):
    watch(panel, start(panel))
    picked = []
    panel.layer_clicked.connect(picked.append)
    for layer in (1, 3):
        place = panel.bars.row_of(layer).center().toPoint()
        qtbot.mouseClick(panel.bars.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseClick(panel.bars.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 1))
    assert picked == [1, 3]


def test_keys_point_at_layers_and_pick_them(panel, qtbot):
    watch(panel, start(panel))
    picked = []
    panel.layer_clicked.connect(picked.append)
    panel.bars.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(panel.bars, key)
    assert picked == [2]
    assert panel.bars.readout()[0] == ("hidden 2", "")


def test_the_selected_layer_is_marked_on_every_page(panel):
    record = watch(panel, start(panel))
    panel.show_moment(moment(record, Selection(2, 0)))
    assert {plot.selected for plot in (panel.bars, panel.map, panel.histograms)} == {2}


# ---- over time ----------------------------------------------------------------------------------------------------


def test_each_update_that_was_watched_has_a_column(panel):
    panel.set_page("time")
    run = start(panel)
    records = [watch(panel, run) for _ in range(5)]
    values = panel.map.shown_values()
    assert values.shape == (5, 3)
    for row, record in zip(values, records, strict=True):
        assert row.tolist() == mean_signals(record).tolist()


def test_while_training_a_sample_stands_for_the_updates_since_the_one_before(panel):
    panel.set_page("time")
    watch(panel, start(panel), updates=4, every=100)
    assert panel.history.last.tolist() == [99, 199, 299, 399]
    assert panel.history.first.tolist() == [99, 100, 200, 300]


@pytest.mark.parametrize("measure", Measure)
def test_another_measure_can_be_chosen(panel, measure):
    panel.set_page("time")
    watch(panel, start(panel, network__activation="sigmoid"), updates=5, every=40)
    panel.measure_choice.pick(measure.value)
    assert panel.map.measure is measure
    assert panel.map.shown_values().tolist() == panel.history.values[:, measure.value].tolist()
    assert colours_in(panel.map) > 10


def test_what_was_not_watched_is_left_empty(panel):
    panel.set_page("time")
    run = start(panel)
    watch(panel, run, updates=2, every=100)
    panel.hide()
    run.run(500)
    panel.show()
    watch(panel, run, updates=2, every=100)
    assert panel.history.column_at([150, 450]).tolist() == [1, -1]


def test_going_back_cuts_the_picture_off_at_the_present_and_going_on_brings_it_back(panel):
    panel.set_page("time")
    run = start(panel)
    watch(panel, run, updates=10, every=50)
    go_back(panel, run, 249)
    assert panel.map.present == 249
    assert len(panel.map.shown_values()) == 5
    right = panel.map.frame.right() - 3
    assert panel.map.column_at(right) == -1
    go_back(panel, run, 499)
    assert len(panel.map.shown_values()) == 10
    assert panel.map.column_at(right) == 9


def test_another_future_forgets_the_first_and_returning_finds_it_again(panel):
    panel.set_page("time")
    run = start(panel)
    watch(panel, run, updates=6, every=50)
    first = panel.history.values.copy()
    go_back(panel, run, 149)
    run.fork()
    run.set_bias(1, 0, 3.0)
    watch(panel, run, updates=3, every=50)
    assert panel.history.last.tolist() == [49, 99, 149, 199, 249, 299]
    assert panel.history.values[:3].tolist() == first[:3].tolist()
    assert not np.allclose(panel.history.values[3:], first[3:])
    run.switch(0)
    go_back(panel, run, 299)
    assert panel.history.values.tolist() == first.tolist()


def test_a_line_that_parted_unseen_starts_empty(panel):
    run = start(panel)
    watch(panel, run, updates=4, every=50)
    panel.hide()
    run.seek(50)
    run.fork()
    run.set_bias(1, 0, 3.0)
    run.run(100)
    panel.show()
    watch(panel, run)
    assert panel.history.last.tolist() == [150]


def test_where_flat_begins_elsewhere_the_old_shares_are_gone(panel, qtbot):
    run = start(panel, network__activation="sigmoid")
    record = watch(panel, run, updates=3)
    with qtbot.waitSignal(panel.wants_changed):
        answer(panel, run, record, flat_below=0.2)
    assert panel.wanted() == {SignalNow(0.2)}
    assert np.isnan(panel.history.values[:2, Measure.SATURATION.value]).all()
    assert np.isfinite(panel.history.values[:, Measure.SIGNAL.value]).all()


def test_zeros_are_hatched_and_said(panel):
    panel.set_page("time")
    watch(panel, start(panel, network__init="zeros"), updates=3)
    assert panel.map.has_hatched(finite=True) and not panel.map.has_hatched(finite=False)
    assert panel.caption.text.startswith("hatched: 0")


def test_after_a_run_that_nobody_watched_words_say_how_to_watch_one(panel):
    run = start(panel)
    run.run(500)
    answer(panel, run, run.iterate())
    panel.set_page("time")
    assert panel.empty.isVisible() and "press T" in panel.empty.text()
    assert panel.map.isHidden() and panel.measure_choice.isHidden()
    watch(panel, run, updates=20)
    assert panel.map.isVisible() and panel.empty.isHidden()


def test_the_pointer_reads_layer_time_and_number(panel):
    panel.set_page("time")
    run = start(panel)
    watch(panel, run, updates=10)
    panel.map.pointer = QPointF(panel.map.stops()[4], panel.map.row_of(2).center().y())
    value = panel.history.values[4, 0, 1]
    lines = dict(panel.map.readout())
    assert lines["hidden 2"] == "" and lines["iteration"] == "4"
    assert lines["epoch"] == f"{5 / run.batches_per_epoch:.1f}"
    assert lines["mean |δ|"].startswith(f"{value:.3e}"[:5])


def test_keys_go_through_time(panel, qtbot):
    panel.set_page("time")
    watch(panel, start(panel), updates=10)
    panel.map.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(panel.map, Qt.Key.Key_Left)
    assert dict(panel.map.readout())["iteration"] == "9"
    for _ in range(3):
        qtbot.keyClick(panel.map, Qt.Key.Key_Left)
    assert dict(panel.map.readout())["iteration"] == "6"


# ---- histograms ---------------------------------------------------------------------------------------------------


def test_histograms_are_wanted_on_their_page_only(panel, qtbot):
    assert panel.wanted() == {SignalNow()}
    with qtbot.waitSignal(panel.wants_changed):
        panel.set_page("spread")
    assert panel.wanted() == {SignalNow(), HistogramsOf()}


def test_every_layer_has_its_histograms(panel):
    panel.set_page("spread")
    record = watch(panel, start(panel, network__hidden=[4, 3]))
    weights, activations = panel.histograms.kinds
    assert weights.counts.sum(axis=1).tolist() == [layer.W.size for layer in record.layers]
    assert len(activations.counts) == 3
    assert panel.caption.text == "after the update, for 180 training examples"


def test_the_pointer_reads_a_bin(panel):
    panel.set_page("spread")
    watch(panel, start(panel))
    plot = panel.histograms
    weights = plot.kinds[0]
    fullest = int(weights.counts[0].argmax())
    plot.pointer = QPointF(plot.stops()[fullest], plot.row_of(1).center().y())
    lines = dict(plot.readout())
    assert lines["hidden 1"] == "weights"
    share = weights.counts[0, fullest] / weights.counts[0].sum()
    assert lines["share"] == f"{100 * share:.1f}\u00a0%"


# ---- batches ------------------------------------------------------------------------------------------------------


def test_batches_are_as_large_as_those_that_train_and_as_far_off_as_measured(panel, qtbot):
    with qtbot.waitSignal(panel.wants_changed):
        panel.set_page("noise")
    assert panel.wanted() == {SignalNow(), FanOfGradients()}
    run = start(panel, training__batch_size=6)
    record = watch(panel, run)
    fan = gradient_fan(record.architecture, record.theta, run.examples, 6, FanOfGradients().count)
    assert np.array_equal(panel.fan.fan.angles, fan.angles)
    assert panel.words.text == f"mean cosine with the whole gradient: {fan.mean_cosine:+.3f}".replace("+", "")
    assert panel.caption.text == "40 batches of 6, each turned by as much as its gradient is off"
    assert panel.fan.isVisible() and not panel.bars.isVisible()


# ---- the panel ----------------------------------------------------------------------------------------------------


def test_trouble_is_said(panel):
    run = start(panel)
    panel.show_moment(moment(run.iterate()))
    panel.show_answers({SignalNow(): NoAnswer("no such thing")})
    assert panel.empty.text() == "no such thing"


def test_a_new_run_forgets_the_old_one(panel):
    watch(panel, start(panel), updates=3)
    start(panel, network__hidden=[5])
    assert panel.empty.isVisible() and len(panel.history) == 0
    watch(panel, trainer(network__hidden=[5]))
    assert panel.bars.layers == 2


def test_others_findings_change_nothing(panel):
    watch(panel, start(panel))
    panel.show_answers({})
    assert panel.bars.isVisible() and panel.empty.isHidden()


def test_hidden_it_draws_nothing(panel, monkeypatch):
    run = start(panel)
    watch(panel, run)
    panel.hide()
    drawn = []
    monkeypatch.setattr(panel.bars, "show_health", lambda health: drawn.append(health.iteration))
    record = watch(panel, run)
    assert drawn == []
    panel.show()
    assert drawn == [record.iteration]


def test_where_it_is_narrow_pages_are_in_a_menu(qtbot, look):
    panel = shown(qtbot, look, width=300)
    assert panel.tabs.isHidden() and panel.menu.isVisible()
    panel.menu.pick(2)
    assert panel.page == "spread"
    panel.resize(540, 340)
    assert panel.tabs.isVisible() and panel.menu.isHidden()
    assert panel.tabs.key() == "spread"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("page", gradient_flow.PAGES)
def test_every_page_can_be_seen_in_every_theme_small_and_large(qtbot, fonts, theme, page):
    look = Look(theme)
    panel = shown(qtbot, look)
    panel.set_page(page)
    watch(panel, start(panel, network__hidden=[8] * 6), updates=12, every=10)
    assert colours_in(panel) > 8
    look.set_scale(0.75)
    panel.resize(380, 230)
    assert colours_in(panel) > 8
    look.set_presenting(True)
    panel.resize(420, 560)
    assert colours_in(panel) > 8
    assert panel.width() == 420


def test_a_tab_turns_to_its_page(panel):
    start(panel)
    panel.tabs.button("time").click()
    assert panel.page == "time" and panel.part().page == "time"
