"""The window: it trains, stops, opens, and says what is wrong; closing it ends its thread."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nnviz.engine.experiment import Experiment
from nnviz.engine.sweeps.sweep import Sweep
from nnviz.ui.toolkit.over_active import centred
from nnviz.ui.windows.seeds.multiples import State
from nnviz.ui.windows.seeds.settings import MOST_EPOCHS
from nnviz.ui.windows.seeds.window import SeedWindow, open_seeds
from tests.ui.panels.runs import THEMES, colours_in


@pytest.fixture
def opened(look, qtbot):
    windows = []

    def open_one(name="xor4", **fields):
        experiment = Experiment.named(name).with_fields(
            {key.replace("__", "."): value for key, value in fields.items()}
        )
        window = open_seeds(look, experiment)
        qtbot.addWidget(window)
        windows.append(window)
        return window

    yield open_one
    for window in windows:
        window.close()


def train(window, qtbot):
    qtbot.mouseClick(window.settings.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.link.running, timeout=60_000)


def test_before_anything_is_trained_it_says_what_will_appear(opened):
    window = opened()
    assert window.empty.isVisible() and "20 networks" in window.empty.text()
    window.settings.vary.button("rates").click()
    assert "learning rate" in window.empty.text() and window.settings.rates.isVisible()


def test_start_trains_all_and_counts_the_solved_ones(opened, qtbot):
    window = opened(network__hidden=[2], training__epochs=500)
    window.settings.seeds.button("10").click()
    train(window, qtbot)
    experiment = Experiment.named("xor4").with_fields({"network.hidden": [2], "training.epochs": 500})
    solved = sum(result.figures["train_accuracy"] >= 0.99 for result in Sweep(experiment, 10).run())
    assert window.headline.text() == f"{solved} of 10 solved"
    assert "10 networks finished in " in window.progress_text.text
    assert window.strip.isVisible() and not window.empty.isVisible() and window.settings.start.text() == "Start"


def test_the_legend_says_of_which_weights_the_maps_are(opened, qtbot):
    window = opened(training__epochs=5)
    train(window, qtbot)
    assert ("", "maps, scores: last epoch") in window.legend.entries()


def test_another_bound_counts_again_without_training(opened, qtbot):
    window = opened(training__epochs=300)
    window.settings.seeds.button("5").click()
    train(window, qtbot)
    window.settings.measure.button("loss").click()
    window.settings.bound.setText("1000")
    window.settings.bound.editingFinished.emit()
    assert window.headline.text() == "5 of 5 solved"
    window.settings.bound.setText("0.0000001")
    window.settings.bound.editingFinished.emit()
    assert window.headline.text() == "0 of 5 solved"


def test_a_click_opens_the_experiment_of_that_seed(opened, qtbot):
    window = opened(training__epochs=20)
    window.settings.seeds.button("5").click()
    train(window, qtbot)
    wanted = []
    window.open_requested.connect(wanted.append)
    window.strip.go_to(2)
    qtbot.keyClick(window.strip, Qt.Key.Key_Return)
    (experiment,) = wanted
    assert experiment.network.seed == Experiment.named("xor4").network.seed + 2 and experiment.training.epochs == 20


def test_stop_keeps_what_is_done(opened, qtbot):
    window = opened("moons")
    window.settings.epochs.setText("900000")
    window.link.progressed.connect(lambda _: window.stop())
    train(window, qtbot)
    assert window.progress_text.text.startswith("stopped: ")
    assert {window.strip.networks.state(place) for place in range(20)} == {State.STOPPED}
    assert window.settings.epochs.isEnabled()


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("rates", "0.1 abc", "“abc” is not a number"),
        ("rates", "", "at least one"),
        ("rates", "0.1 -1", "more than 0"),
        ("rates", " ".join(str(rate) for rate in range(1, 20)), "at most 12"),
        ("epochs", "0", "whole number"),
        ("epochs", "1 2", "expected one number"),
        ("bound", "7", "at most 1"),
    ],
)
def test_what_makes_no_sense_is_said_and_nothing_trained(opened, field, text, said):
    window = opened()
    window.settings.vary.button("rates").click()
    getattr(window.settings, field).setText(text)
    window.start()
    assert said in window.problem.text and window.problem.isVisible() and not window.link.running


def test_rates_may_be_typed_with_commas_or_spaces(opened):
    window = opened()
    window.settings.vary.button("rates").click()
    window.settings.rates.setText("0.01, 0.1; 1 1e2 0.1")
    assert window.settings.request(Experiment.named("xor4")).rates == (0.01, 0.1, 1.0, 100.0)


def test_what_the_engine_refuses_is_said(opened, qtbot):
    window = opened()
    window._experiment = Experiment.named("xor4").with_fields({"network.seed": 2**63 - 3})
    train(window, qtbot)
    assert window.problem.text.startswith("This cannot be trained: ") and "seed" in window.problem.text


def test_a_long_experiment_is_capped_with_a_word(opened):
    window = opened("circle")
    assert window.settings.epochs.text() == str(MOST_EPOCHS)
    assert window.settings.epochs_note.text.startswith("limited to 5000 of ")
    window.settings.epochs.setText("20000")
    assert window.settings.epochs_note.text == "as in the experiment"


def test_numbers_are_judged_by_their_loss(opened):
    window = opened("sine")
    assert window.settings.measure.key() == "loss" and not window.settings.measure.button("accuracy").isEnabled()


def test_closing_ends_the_thread_in_the_middle_of_a_sweep_and_it_can_be_opened_again(opened, qtbot):
    window = opened("moons")
    window.settings.epochs.setText("900000")
    window.start()
    qtbot.waitUntil(lambda: bool(window.strip.networks.multiples))
    window.close()
    assert not window.link.running and window.link._thread is None
    window.show()
    window.settings.epochs.setText("2")
    train(window, qtbot)
    assert "20 networks finished" in window.progress_text.text


def test_another_experiment_drops_the_one_before(opened, qtbot):
    window = opened("moons")
    window.start()
    qtbot.waitUntil(lambda: bool(window.strip.networks.multiples))
    window.set_experiment(Experiment.named("spiral3"))
    assert not window.link.running and window.strip.networks.multiples == [] and window.empty.isVisible()
    assert "three arms" in window.windowTitle().lower()


def test_escape_stops_first_and_closes_then(opened, qtbot):
    window = opened("moons")
    window.settings.epochs.setText("900000")
    window.start()
    qtbot.waitUntil(lambda: bool(window.strip.networks.multiples))
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.link.running)
    assert window.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("presenting", [False, True])
def test_it_paints_in_every_theme_and_when_presenting(opened, look, qtbot, theme, presenting):
    window = opened(training__epochs=5)
    look.set_theme(theme)
    look.set_presenting(presenting)
    train(window, qtbot)
    window.strip.flush()
    assert colours_in(window) > 50


def test_it_opens_in_the_middle_of_the_active_window(opened, look, qtbot):
    look.set_scale(0.5)
    main = QWidget()
    qtbot.addWidget(main)
    main.setGeometry(60, 40, 700, 500)
    main.show()
    main.activateWindow()
    qtbot.waitUntil(main.isActiveWindow)
    window = opened()
    expected = centred(window.size(), main.frameGeometry(), window.screen().availableGeometry())
    assert (window.geometry().center() - expected.center()).manhattanLength() <= 8


def test_f5_presents_it_alone_and_escape_leads_back(opened, look, qtbot):
    window = opened()
    before = window.headline.font().pixelSize()
    qtbot.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(window.isFullScreen)
    assert window.headline.font().pixelSize() > before and not look.presenting
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isFullScreen())
    assert window.isVisible() and window.headline.font().pixelSize() == before
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_F5)
    assert not window.isFullScreen()


def test_while_the_main_window_presents_it_has_the_full_screen_and_gives_it_back(opened, look, qtbot):
    look.set_presenting(True)
    window = opened()
    qtbot.waitUntil(window.isFullScreen)
    look.set_presenting(False)
    qtbot.waitUntil(lambda: not window.isFullScreen())
    assert window.isVisible()


def test_in_a_low_window_the_settings_give_way_and_come_back_for_an_error(opened, qtbot):
    window = opened(training__epochs=2)
    window.resize(900, 500)
    train(window, qtbot)
    assert not window.settings.epochs.isVisible()
    window.settings.epochs.setText("no")
    window.start()
    assert window.settings.epochs.isVisible() and "“no”" in window.problem.text


def test_without_an_experiment_nothing_starts(look, qtbot):
    window = SeedWindow(look)
    qtbot.addWidget(window)
    window.start()
    assert not window.link.running


def test_the_same_button_stops(opened, qtbot):
    window = opened("moons")
    window.settings.epochs.setText("900000")
    window.settings.start.click()
    qtbot.waitUntil(lambda: bool(window.strip.networks.multiples))
    window.settings.start.click()
    qtbot.waitUntil(lambda: not window.link.running, timeout=60_000)
    assert window.progress_text.text.startswith("stopped: ")


def test_the_lowest_loss_comes_first_when_asked(opened, qtbot):
    window = opened(training__epochs=30)
    train(window, qtbot)
    window.order.button("loss").click()
    window.strip.flush()
    multiples = window.strip.networks.multiples
    losses = [multiples[place].history.train_loss[-1] for place in window.strip.networks.order]
    assert losses == sorted(losses) and window.strip.networks.order != list(range(20))


def test_the_loss_axis_is_logarithmic_or_not(opened, qtbot):
    window = opened(training__epochs=30)
    train(window, qtbot)
    window.strip.flush()
    before = window.strip.grab().toImage()
    window.log_button.click()
    window.strip.flush()
    assert window.strip.grab().toImage() != before


def test_the_network_that_is_looked_at_is_told_of_below(opened, qtbot):
    window = opened(training__epochs=5)
    train(window, qtbot)
    window.strip.setFocus()
    window.strip.go_to(3)
    seed = window.strip.networks.multiples[3].member.experiment.network.seed
    assert f"seed {seed}" in window.details.text


def test_the_keyboard_scrolls_to_where_it_is(opened, qtbot):
    window = opened(training__epochs=2)
    window.settings.seeds.button("40").click()
    train(window, qtbot)
    window.resize(500, 420)
    window.strip.flush()
    bar = window._scroll.verticalScrollBar()
    assert bar.value() == 0 < bar.maximum()
    qtbot.keyClick(window.strip, Qt.Key.Key_End)
    assert bar.value() > 0


def test_cells_of_another_size_are_painted_by_themselves(opened, qtbot):
    window = opened(training__epochs=5)
    train(window, qtbot)
    window.strip.flush()
    window.resize(window.width() - 200, window.height() - 100)
    qtbot.waitUntil(lambda: not window.strip._later.isActive())
    painted = window.strip.grab().toImage()
    window.strip.flush()
    assert window.strip.grab().toImage() == painted


def test_fewer_networks_are_promised_as_soon_as_they_are_picked(opened):
    window = opened()
    window.settings.seeds.button("5").click()
    assert "5 networks" in window.empty.text()
    window.settings.vary.button("rates").click()
    promised = window.empty.text()
    window.settings.seeds_of_rate.button("3").click()
    assert window.empty.text() != promised


def test_a_problem_goes_when_the_rates_are_typed_anew(opened, qtbot):
    window = opened()
    window.settings.vary.button("rates").click()
    window.settings.rates.setText("abc")
    window.start()
    assert window.problem.isVisible()
    window.settings.rates.setFocus()
    window.settings.rates.selectAll()
    qtbot.keyClicks(window.settings.rates, "0.1 0.2")
    window.settings.rates.editingFinished.emit()
    assert not window.problem.isVisible()


@pytest.mark.parametrize("field", ["rates", "epochs"])
def test_enter_in_a_field_starts(opened, qtbot, field):
    window = opened(training__epochs=1)
    window.settings.vary.button("rates").click()
    qtbot.keyClick(getattr(window.settings, field), Qt.Key.Key_Return)
    assert window.link.running
    qtbot.waitUntil(lambda: not window.link.running, timeout=60_000)


def test_settings_that_are_seldom_needed_fold_away(opened):
    window = opened()
    assert window.settings.more.isChecked() and window.settings.epochs.isVisible()
    window.settings.more.click()
    assert not window.settings.epochs.isVisible()
    window.settings.more.click()
    assert window.settings.epochs.isVisible()


def test_another_measure_has_its_own_bound(opened):
    window = opened()
    of_accuracy = window.settings.bound.text()
    window.settings.measure.button("loss").click()
    assert window.settings.bound.text() != of_accuracy
    assert window.strip.networks.criterion.measure == "loss"


def test_larger_type_makes_room_for_larger_cells_at_once(opened, look, qtbot):
    window = opened(training__epochs=2)
    train(window, qtbot)
    before = window.strip.cells.cell(0).width()
    look.set_scale(1.6)
    assert window.strip.cells.cell(0).width() != before
