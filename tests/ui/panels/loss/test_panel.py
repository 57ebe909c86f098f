from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from nnviz.ui.look.look import Look
from nnviz.ui.panels.loss.panel import LossPanel
from nnviz.ui.session.moment import Moment
from tests.ui.panels.runs import THEMES, colours_in, run_info, snapshot, trainer
from tests.ui.put_up import put_up
from tests.ui.walk.painted import recording

OVERFITTING = {
    "data__examples": 60,
    "data__noise": 0.35,
    "network__hidden": [16],
    "training__learning_rate": 0.3,
    "training__early_stopping": {"patience": 15},
}


@pytest.fixture(scope="module")
def stopped():
    """A run that early stopping ended."""
    run = trainer("moons", **OVERFITTING)
    run.run()
    assert run.finished == "early_stopping"
    return run


@pytest.fixture(scope="module")
def stopped_snapshot(stopped):
    return snapshot(stopped, record=trainer("moons", **OVERFITTING).iterate())


@pytest.fixture
def panel(qtbot, look):
    return put_up(qtbot, LossPanel(look), 420, 250)


def show(panel, run, since=0):
    panel.show_snapshot(snapshot(run, since=since))
    panel.flush()


def test_before_anything_it_says_what_will_appear(panel):
    assert panel.rows_held == 0
    assert panel.plot.reading_at(0) is None
    assert colours_in(panel.plot) > 2
    assert not panel.best_button.isEnabled()


def test_the_first_row_is_the_untrained_network(panel):
    run = trainer()
    show(panel, run)
    first = panel.plot.reading_at(0)
    assert first.epoch == 0
    assert first.training == run.history.train_loss[0]
    assert first.validation == run.history.validation_loss[0]


def test_new_rows_follow_those_that_it_has(panel):
    run = trainer()
    for _ in range(4):
        run.run(3 * run.batches_per_epoch)
        show(panel, run, since=panel.rows_held)
    assert panel.rows_held == len(run.history)
    for epoch in range(len(run.history)):
        assert panel.plot.reading_at(epoch).training == run.history.train_loss[epoch]


def test_going_back_in_time_cuts_the_curves(panel):
    run = trainer()
    run.run(10 * run.batches_per_epoch)
    show(panel, run)
    run.seek(4 * run.batches_per_epoch)
    show(panel, run, since=len(run.history))
    assert panel.rows_held == 5
    assert panel.plot.reading_at(99).epoch == 4


def test_a_new_run_starts_empty(panel):
    run = trainer()
    show(panel, run)
    panel.set_run(run_info(run, number=2))
    panel.flush()
    assert panel.rows_held == 0
    assert panel.headline.text == ""


def test_the_marker_stands_at_the_best_epoch(panel, stopped, stopped_snapshot):
    panel.show_snapshot(stopped_snapshot)
    panel.flush()
    best = stopped.history.best_epoch
    assert panel.plot.best.epoch == best
    assert panel.plot.best.validation == np.nanmin(stopped.history.validation_loss)


def test_where_and_why_it_stopped_is_said(panel, stopped, stopped_snapshot):
    panel.show_snapshot(stopped_snapshot)
    panel.flush()
    history = stopped.history
    assert panel.headline.text == f"best epoch {history.best_epoch} · stopped at {history.stopped_epoch}"
    assert history.message in panel.status.text
    assert panel.countdown.isHidden()


def test_patience_counts_down(panel):
    run = trainer("moons", **OVERFITTING)
    while run.history.waited < 4:
        run.run(run.batches_per_epoch)
    show(panel, run)
    assert panel.status.text == "4 of 15 epochs without improvement"
    assert panel.countdown.isVisible()
    assert panel.countdown.share == pytest.approx(4 / 15)


def test_training_on_after_a_stop_counts_patience_anew(panel):
    run = trainer("moons", **OVERFITTING)
    run.run()
    run.go_on()
    run.run(3 * run.batches_per_epoch)
    show(panel, run)
    assert panel.countdown.isVisible() and panel.countdown.share == pytest.approx(3 / 15)
    assert panel.status.text == "3 of 15 epochs without improvement, patience reset"


def test_without_early_stopping_there_is_no_countdown(panel):
    run = trainer("moons", training__early_stopping=None)
    run.run(run.batches_per_epoch)
    show(panel, run)
    assert panel.countdown.isHidden()
    assert "without improvement" in panel.status.text


def test_without_a_validation_part_it_says_so(panel):
    run = trainer("circle", data__split=[0.8, 0.0, 0.2], training__early_stopping=None)
    run.run(5 * run.batches_per_epoch)
    show(panel, run)
    assert panel.plot.best is None
    assert "No validation part" in panel.status.text
    assert "validation" not in panel.score.text
    assert not panel.best_button.isEnabled()
    assert "no best epoch" in panel.best_button.toolTip()


def test_scores_are_accuracies_of_classes(panel, stopped, stopped_snapshot):
    panel.show_snapshot(stopped_snapshot)
    panel.flush()
    history = stopped.history
    training, validation = history.train_score[-1], history.validation_score[-1]
    assert panel.score.text == (
        f"accuracy: training {100 * training:.1f}\u00a0% · validation {100 * validation:.1f}\u00a0%"
    )


def test_scores_are_root_mean_squares_of_numbers(panel):
    run = trainer("sine")
    run.run(5 * run.batches_per_epoch)
    show(panel, run)
    assert panel.score.text.startswith(f"RMSE: training {run.history.train_score[-1]:.3f}")


def test_a_best_epoch_that_comes_after_what_is_shown_is_not_marked_yet(panel, stopped):
    seen = snapshot(stopped)
    epochs, losses = seen.history.epochs, seen.history.validation_loss
    later = replace(seen.history, best_epoch=int(epochs[-1]) + 1)
    panel.show_snapshot(replace(seen, history=later))
    panel.flush()
    assert panel.plot.best.epoch == epochs[np.nanargmin(losses)] < epochs[-1]


def test_putting_the_best_back_is_asked_for(panel, qtbot, stopped, stopped_snapshot):
    panel.show_snapshot(stopped_snapshot)
    panel.flush()
    assert str(stopped.history.best_epoch) in panel.best_button.toolTip()
    with qtbot.waitSignal(panel.restore_best_requested):
        qtbot.mouseClick(panel.best_button, Qt.MouseButton.LeftButton)


def test_the_loss_axis_can_be_logarithmic(panel, qtbot, stopped_snapshot):
    panel.show_snapshot(stopped_snapshot)
    panel.flush()
    reading = panel.plot.reading_at(5)
    assert panel.plot.y_range[0] == 0.0
    qtbot.mouseClick(panel.log_button, Qt.MouseButton.LeftButton)
    low, high = panel.plot.y_range
    losses = stopped_snapshot.history.rows[:, 2:4]
    assert low <= np.log10(losses.min()) and high >= np.log10(losses.max())
    assert panel.plot.reading_at(5) == reading


def test_a_loss_of_zero_does_not_break_the_logarithm(panel):
    run = trainer("circle")
    rows = run.history.rows.copy()
    rows = np.repeat(rows, 5, axis=0)
    rows[:, 0] = np.arange(5)
    rows[2:, 2] = 0.0
    shot = snapshot(run)
    history = type(shot.history)(**{**vars(shot.history), "rows": rows})
    panel.show_snapshot(type(shot)(**{**vars(shot), "history": history}))
    panel.log_button.setChecked(True)
    panel.flush()
    assert np.isfinite(panel.plot.y_range).all()
    assert colours_in(panel.plot) > 10


def test_a_run_that_diverges_is_drawn_as_far_as_it_goes(panel):
    run = trainer(
        "moons",
        training__learning_rate=30.0,
        network__activation="relu",
        data__standardize=False,
        data__noise=100.0,
    )
    run.run()
    assert run.finished == "diverged"
    panel.show_snapshot(snapshot(run, record=trainer("moons").iterate()))
    panel.flush()
    assert np.isfinite(panel.plot.y_range).all()
    assert "diverged" in panel.status.text
    for log in (True, False):
        panel.log_button.setChecked(log)
        assert colours_in(panel.plot) > 10


def test_the_pointer_reads_the_nearest_epoch(panel, qtbot, stopped, stopped_snapshot):
    panel.show_snapshot(stopped_snapshot)
    panel.flush()
    plot = panel.plot
    x, y = plot.x_pixel(7.3), plot.frame.center().y()
    qtbot.mouseMove(plot.viewport(), QPoint(round(x), round(y)))
    qtbot.waitUntil(lambda: plot.pointer is not None)
    history = stopped.history
    assert plot.hovered.epoch == 7
    assert plot.readout() == [
        ("epoch", "7"),
        ("training", f"{history.train_loss[7]:.3f}"),
        ("validation", f"{history.validation_loss[7]:.3f}"),
    ]


def test_outside_of_the_frame_nothing_is_read(panel, stopped_snapshot):
    panel.show_snapshot(stopped_snapshot)
    panel.flush()
    assert panel.plot.readout() == []


def test_a_hundred_thousand_epochs_are_drawn_with_few_points(panel):
    run = trainer()
    shot = snapshot(run)
    rows = np.repeat(run.history.rows[:1], 100_000, axis=0)
    rows[:, 0] = np.arange(100_000)
    rows[:, 2:4] = np.random.default_rng(1).random((100_000, 2))
    history = type(shot.history)(**{**vars(shot.history), "rows": rows})
    panel.show_snapshot(type(shot)(**{**vars(shot), "history": history}))
    panel.flush()
    assert panel.rows_held == 100_000
    assert 100 < panel.plot.points_drawn() <= 2 * panel.plot.width()


def test_a_hidden_panel_draws_nothing_and_catches_up_when_shown(panel, stopped, stopped_snapshot):
    panel.hide()
    panel.show_snapshot(stopped_snapshot)
    panel.flush()
    assert panel.rows_held == len(stopped.history)
    assert panel.plot.best is None and panel.headline.text == ""
    panel.show()
    assert panel.plot.best.epoch == stopped.history.best_epoch


def test_the_last_snapshot_always_ends_up_on_screen(panel, qtbot):
    run = trainer()
    for _ in range(30):
        run.run(run.batches_per_epoch)
        panel.show_snapshot(snapshot(run, since=panel.rows_held))
    last = run.history.epochs[-1]
    qtbot.waitUntil(lambda: panel.headline.text.startswith(f"epoch {last:.0f} "))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("width", "height", "scale"), [(420, 250, 1.0), (330, 170, 1.0), (900, 560, 1.6)])
def test_it_is_painted_in_every_theme_and_size(qtbot, fonts, stopped_snapshot, theme, width, height, scale):
    panel = put_up(qtbot, LossPanel(Look(theme, scale)), width, height)
    panel.show_snapshot(stopped_snapshot)
    panel.flush()
    assert (panel.width(), panel.height()) == (width, height)
    assert colours_in(panel.plot) > 20


def test_it_follows_the_look(panel, look, stopped_snapshot):
    panel.show_snapshot(stopped_snapshot)
    panel.flush()
    before = panel.plot.grab().toImage().pixelColor(1, 1)
    look.set_theme("dark")
    assert panel.plot.grab().toImage().pixelColor(1, 1) != before


def test_an_epoch_has_its_point_once_its_last_update_has_been_made(panel):
    run = trainer("worked-example")
    record = run.iterate()
    last = len(record.phases) - 1
    panel.show_snapshot(snapshot(run, record=record))
    epochs = []
    for index in (0, last - 1, last, 1):
        panel.show_moment(Moment(record, index))
        panel.flush()
        epochs.append(panel.plot.reading_at(9).epoch)
    assert epochs == [0, 0, 1, 0]
    assert panel.rows_held == 2


# ---- the gap, and the score ----------------------------------------------------------------------------------------


def test_the_gap_is_what_validation_has_over_training_at_the_last_epoch(panel, stopped, stopped_snapshot):
    panel.show_snapshot(stopped_snapshot)
    panel.flush()
    history = stopped.history
    gap = history.validation_loss[-1] - history.train_loss[-1]
    assert panel.plot.gap.value == gap > 0.0
    assert panel.plot.gap.text == f"gap +{gap:.3f}"
    assert panel.plot.gap.band.size() == 2 * len(history)


def test_an_accuracy_has_its_gap_the_other_way_round(panel, stopped, stopped_snapshot):
    panel.show_snapshot(stopped_snapshot)
    panel.score_button.setChecked(True)
    panel.flush()
    history = stopped.history
    gap = history.train_score[-1] - history.validation_score[-1]
    assert panel.plot.gap.value == gap
    assert panel.plot.gap.text == f"gap {100 * gap:+.1f} pt".replace("-", "\u2212")


def test_where_validation_fares_better_the_gap_has_a_minus(panel):
    run = trainer("moons", data__seed=3)
    while run.history.validation_loss[-1] >= run.history.train_loss[-1]:
        run.run(run.batches_per_epoch)
    show(panel, run)
    assert panel.plot.gap.text.startswith("gap \u2212")


def test_without_a_validation_part_there_is_no_gap(panel):
    run = trainer("circle", data__split=[0.8, 0.0, 0.2], training__early_stopping=None)
    run.run(5 * run.batches_per_epoch)
    show(panel, run)
    assert panel.plot.gap.text == "" and panel.plot.gap.band.isEmpty()


def test_the_gap_follows_time_back(panel):
    run = trainer("moons", **OVERFITTING)
    run.run(10 * run.batches_per_epoch)
    show(panel, run)
    run.seek(2 * run.batches_per_epoch)
    show(panel, run, since=len(run.history))
    assert panel.plot.gap.value == run.history.validation_loss[2] - run.history.train_loss[2]


def test_the_score_is_looked_at_like_the_loss(panel, qtbot, stopped, stopped_snapshot):
    panel.show_snapshot(stopped_snapshot)
    panel.flush()
    assert panel.score_button.text() == "accuracy"
    qtbot.mouseClick(panel.score_button, Qt.MouseButton.LeftButton)
    history = stopped.history
    reading = panel.plot.reading_at(7)
    assert (reading.training, reading.validation) == (history.train_score[7], history.validation_score[7])
    assert panel.plot.best.validation == history.validation_score[history.best_epoch]
    assert panel.title() == "Accuracy"
    assert (
        panel.score.text
        == f"loss: training {history.train_loss[-1]:.3f} · validation {history.validation_loss[-1]:.3f}"
    )
    assert panel.plot.y_range[1] >= 1.0 and not panel.log_button.isEnabled()
    qtbot.mouseClick(panel.score_button, Qt.MouseButton.LeftButton)
    assert panel.title() == "Loss" and panel.log_button.isEnabled()
    assert panel.plot.reading_at(7).training == history.train_loss[7]


def test_numbers_are_scored_by_their_rmse(panel):
    run = trainer("sine")
    run.run(5 * run.batches_per_epoch)
    show(panel, run)
    panel.score_button.setChecked(True)
    assert panel.score_button.text() == "RMSE" and panel.title() == "RMSE"
    assert panel.plot.reading_at(5).training == run.history.train_score[5]
    panel.log_button.setChecked(True)
    low, high = panel.plot.y_range
    assert low <= np.log10(run.history.train_score.min()) < np.log10(run.history.train_score.max()) <= high


def test_another_task_takes_its_own_score(panel):
    show(panel, trainer("sine"))
    panel.score_button.setChecked(True)
    run = trainer("circle")
    panel.set_run(run_info(run, number=2))
    show(panel, run)
    assert panel.title() == "Accuracy"
    assert panel.plot.reading_at(0).training == run.history.train_score[0]


def test_where_it_is_narrow_the_scores_have_a_row_of_their_own(panel, qtbot, stopped_snapshot):
    panel.show_snapshot(stopped_snapshot)
    panel.flush()
    score, button = panel.score, panel.log_button
    panel.resize(300, 400)
    qtbot.waitUntil(lambda: score.isVisible() and score.geometry().bottom() <= button.geometry().top())
    panel.resize(300, 180)
    assert score.isHidden()
    panel.resize(500, 300)
    qtbot.waitUntil(lambda: score.isVisible() and score.geometry().right() <= button.geometry().left())


def test_no_line_of_the_grid_runs_through_words(qtbot, look):
    run, crossed = trainer(), 0
    for height in range(200, 320, 6):
        panel = put_up(qtbot, LossPanel(look), 420, height)
        show(panel, run)
        with recording(panel) as written:
            image = panel.plot.grab().toImage()
        grid = image.pixelColor(int(panel.plot.frame.right()) - 60, int(panel.plot.frame.bottom())).name()
        for words in (each for each in written if each.text.startswith(("gap", "training", "validation", "◂"))):
            for y in range(int(words.ink.top()) + 1, int(words.ink.bottom())):
                if image.pixelColor(int(panel.plot.frame.right()) - 60, y).name() == grid:
                    crossed += 1
                    row = {image.pixelColor(x, y).name() for x in range(int(words.ink.left()), int(words.ink.right()))}
                    assert grid not in row, (height, words.text)
    assert crossed
