"""Early stopping and the history: the best epoch, the end, and why."""

import math

import numpy as np
import pytest

from nnviz.engine import EarlyStopping, Trainer
from nnviz.engine.training.timeline.early_stopping import Best, improves, out_of_patience, waited
from nnviz.engine.training.timeline.history import COLUMNS, Log
from tests.engine.networks import experiment


def stopping(patience=3, **settings):
    """Too large a rate: the validation loss bounces soon."""
    return experiment(
        count=23,
        split=(0.5, 0.5, 0.0),
        batch_size=2,
        learning_rate=2.0,
        epochs=200,
        early_stopping=EarlyStopping(patience=patience, **settings),
    )


def naive_end(losses, patience, min_delta=0.0):
    """(best epoch, stopping epoch) by the definition."""
    best, at = losses[0], 0
    for epoch, loss in enumerate(losses):
        if loss < best - min_delta:
            best, at = loss, epoch
        if epoch - at >= patience:
            return at, epoch
    return at, None


def all_losses(chosen):
    trainer = Trainer(chosen.with_fields({"training.early_stopping": None}))
    trainer.run()
    return trainer.history.validation_loss.tolist()


@pytest.mark.parametrize("patience", [1, 2, 5, 11])
@pytest.mark.parametrize("min_delta", [0.0, 1e-3, 0.05])
def test_it_stops_when_nothing_has_improved_for_as_long_as_patience_lasts(patience, min_delta):
    chosen = stopping(patience, min_delta=min_delta)
    best, end = naive_end(all_losses(chosen), patience, min_delta)
    trainer = Trainer(chosen)
    assert trainer.run() == ("early_stopping" if end is not None else "epochs")
    history = trainer.history
    assert (history.best_epoch, history.stopped_epoch) == (best, end if end is not None else 200)
    assert history.waited == history.stopped_epoch - best
    assert history.patience == patience
    assert history.best_iteration == best * trainer.batches_per_epoch
    if end is not None:
        said = f"the validation loss was best at epoch {best} and has not improved for {patience} epochs"
        assert history.message == said


def test_the_best_parameters_are_put_back_at_the_end():
    trainer, fresh = Trainer(stopping()), Trainer(stopping())
    trainer.run()
    fresh.run(trainer.history.best_iteration)
    assert trainer.theta().tobytes() == fresh.theta().tobytes()
    assert trainer.score("validation")[0] == trainer.history.validation_loss.min()


def test_they_are_left_where_they_are_when_that_is_not_wanted():
    trainer = Trainer(stopping(restore_best=False))
    trainer.run()
    assert trainer.score("validation")[0] == trainer.history.validation_loss[-1]
    trainer.restore_best()
    assert trainer.score("validation")[0] == trainer.history.validation_loss.min()


def test_iterating_stops_at_the_same_place_as_running():
    trainer, other = Trainer(stopping()), Trainer(stopping())
    trainer.run()
    while other.finished is None:
        other.iterate()
    assert other.iteration == trainer.iteration
    assert other.theta().tobytes() == trainer.theta().tobytes()


def test_going_on_counts_patience_anew_and_stops_again():
    trainer = Trainer(stopping(patience=5, min_delta=100.0, restore_best=False))
    assert trainer.run() == "early_stopping" and trainer.epoch == 5
    trainer.go_on()
    assert trainer.finished is None and trainer.history.message == ""
    assert (trainer.history.best_epoch, trainer.history.waited) == (0, 0)
    trainer.run(3 * trainer.batches_per_epoch)
    assert trainer.history.waited == 3
    assert trainer.run() == "early_stopping" and trainer.epoch == 10
    assert trainer.history.message.endswith(
        "was best at epoch 0 and has not improved for 5 epochs since training went on at epoch 5"
    )
    assert len(trainer.history) == trainer.epoch + 1


def test_patience_counts_from_the_best_epoch_or_from_where_training_went_on_whichever_is_later():
    assert waited(12, Best(1.0, 3, 30)) == 9
    assert waited(12, Best(1.0, 3, 30), waits_from=8) == 4
    assert waited(12, Best(1.0, 10, 100), waits_from=8) == 2
    assert waited(12, None, waits_from=8) == 0
    assert not out_of_patience(12, Best(1.0, 3, 30), EarlyStopping(patience=5), waits_from=8)
    assert out_of_patience(13, Best(1.0, 3, 30), EarlyStopping(patience=5), waits_from=8)


def test_going_on_without_early_stopping_ends_after_as_many_epochs_again():
    trainer = Trainer(experiment(epochs=4))
    trainer.run()
    trainer.go_on()
    assert trainer.run() == "epochs" and trainer.epoch == 8


def test_a_run_can_be_left_where_it_stopped_whatever_the_experiment_puts_back():
    left, last = Trainer(stopping(), restores=False), Trainer(stopping(restore_best=False))
    assert left.run() == last.run() == "early_stopping"
    assert left.theta().tobytes() == last.theta().tobytes()
    for trainer in (left, last):
        trainer.go_on()
        trainer.run(7)
    assert left.theta().tobytes() == last.theta().tobytes()


@pytest.mark.parametrize("from_the_best", [False, True])
def test_time_travel_holds_over_a_stop_that_was_trained_past(from_the_best):
    trainer = Trainer(stopping(), restores=False)
    trainer.run()
    stop = trainer.iteration
    if from_the_best:
        trainer.restore_best()
    trainer.go_on()
    trainer.run(5)
    there, told = trainer.theta().tobytes(), trainer.history.waited
    trainer.seek(stop - 3)
    trainer.seek(stop + 5)
    assert trainer.theta().tobytes() == there
    assert trainer.history.waited == told and trainer.finished is None


def test_going_on_where_nothing_has_stopped_changes_nothing():
    trainer = Trainer(stopping())
    trainer.run(4)
    trainer.go_on()
    assert trainer.run() == "early_stopping"


def test_a_run_ends_after_its_epochs():
    trainer = Trainer(experiment(epochs=3))
    assert trainer.run() == "epochs"
    history = trainer.history
    assert (trainer.epoch, trainer.iteration) == (3, 9)
    assert (history.stop_reason, history.stopped_epoch, history.message) == ("epochs", 3, "all 3 epochs are done")
    assert trainer.run() == "epochs" and trainer.iteration == 9


def test_iterating_goes_on_after_the_end():
    trainer = Trainer(experiment(epochs=3))
    trainer.run()
    assert trainer.iterate().iteration == 9
    assert trainer.finished == "epochs"


def test_the_first_row_is_the_untrained_network_and_each_epoch_adds_one():
    trainer = Trainer(experiment(count=20, split=(0.5, 0.5, 0.0), batch_size=5))
    untrained = trainer.score("train"), trainer.score("validation")
    trainer.run(4)
    history = trainer.history
    assert history.rows.shape == (3, len(COLUMNS))
    assert history.epochs.tolist() == [0, 1, 2] and history.iterations.tolist() == [0, 2, 4]
    (train_loss, train_rmse), (validation_loss, validation_rmse) = untrained
    assert history.rows[0, 2:].tolist() == [train_loss, validation_loss, train_rmse, validation_rmse]
    assert (history.train_loss[-1], history.train_score[-1]) == trainer.score("train")
    assert (history.validation_loss[-1], history.validation_score[-1]) == trainer.score("validation")
    assert history.score == "rmse"


def test_without_a_validation_part_its_columns_are_unknown_and_there_is_no_best_epoch():
    trainer = Trainer(experiment(epochs=3))
    trainer.run()
    history = trainer.history
    assert np.isnan(history.validation_loss).all() and np.isnan(history.validation_score).all()
    assert (history.best_epoch, history.best_iteration, history.waited) == (None, None, 0)


def test_a_history_is_frozen_and_does_not_grow():
    trainer = Trainer(experiment(epochs=9))
    trainer.run(6)
    history = trainer.history
    with pytest.raises(ValueError, match="read-only"):
        history.rows[0, 0] = 1.0
    trainer.run(9)
    assert len(history) == 3


def test_an_unknown_loss_is_never_an_improvement():
    assert not improves(math.nan, None, None)
    assert not improves(math.nan, Best(1.0, 0, 0), None)
    assert improves(math.inf, None, None)
    assert improves(1.0, Best(math.inf, 0, 0), None)


def test_an_improvement_must_be_larger_than_min_delta():
    settings = EarlyStopping(patience=2, min_delta=0.1)
    assert not improves(0.9, Best(1.0, 0, 0), settings)
    assert improves(0.89, Best(1.0, 0, 0), settings)
    assert improves(0.999, Best(1.0, 0, 0), None)


def test_patience_runs_out_only_where_there_is_early_stopping():
    assert out_of_patience(5, Best(1.0, 3, 30), EarlyStopping(patience=2))
    assert not out_of_patience(4, Best(1.0, 3, 30), EarlyStopping(patience=2))
    assert not out_of_patience(500, Best(1.0, 3, 30), None)
    assert not out_of_patience(500, None, EarlyStopping(patience=2))


def test_a_log_knows_the_best_row_at_any_time_however_long_it_gets():
    losses = np.random.default_rng(1).uniform(size=500)
    log = Log(None, "accuracy")
    for epoch, loss in enumerate(losses):
        log.append((epoch, 3 * epoch, 0.0, loss, 0.0, 0.0))
    for iteration in (0, 1, 3, 299, 300, 1497):
        best = log.best_at(iteration)
        assert best is not None and best.epoch == int(np.argmin(losses[: iteration // 3 + 1]))
    assert log.knows(300) and not log.knows(1498)
    log.keep_up_to(299)
    assert len(log.rows(0, 10_000)) == 100


@pytest.mark.parametrize("most", [4, 10, 64])
def test_a_short_history_keeps_the_first_the_best_and_the_last_and_even_distances_between(most):
    losses = np.random.default_rng(1).uniform(size=1000)
    whole, short = Log(None, "accuracy"), Log(None, "accuracy", most)
    for epoch, loss in enumerate(losses):
        for log in (whole, short):
            log.append((epoch, 3 * epoch, 0.0, loss, 0.0, 0.0))
        assert short.best_at(3 * epoch) == whole.best_at(3 * epoch)
        epochs = short.rows(0, 3 * epoch)[:, 0].tolist()
        assert len(epochs) <= most + 1
        assert epochs[0] == 0 and epochs[-1] == epoch
        assert {*range(0, epoch, short.stride), short.best_at(3 * epoch).epoch} <= set(epochs)
    assert short.stride >= 1000 / most
    assert np.isin(short.rows(0, 3000), whole.rows(0, 3000)).all()


def test_a_short_history_changes_nothing_about_the_run():
    chosen = stopping(patience=5)
    whole, short = Trainer(chosen), Trainer(chosen, longest_history=4)
    assert whole.run() == short.run() == "early_stopping"
    assert whole.theta().tobytes() == short.theta().tobytes()
    assert whole.history.message == short.history.message
    assert short.epochs_scored <= 5 < whole.epochs_scored
    assert (short.history_stride > 1) and whole.history_stride == 1
    short.seek(3)
    whole.seek(3)
    assert whole.theta().tobytes() == short.theta().tobytes()


@pytest.mark.parametrize("task", ["classes", "numbers"])
def test_it_can_watch_the_score_and_says_so(task):
    """Accuracy has to rise, RMSE to fall."""
    loss = "binary_cross_entropy" if task == "classes" else "squared_error"
    chosen = experiment(
        count=40, loss=loss, split=(0.5, 0.5, 0.0), batch_size=5, learning_rate=1.0, epochs=400, hidden=(6,)
    ).with_fields({"training.early_stopping": {"patience": 6, "monitor": "score", "restore_best": False}})
    scores = Trainer(chosen.with_fields({"training.early_stopping": None}))
    scores.run()
    watched = scores.history.validation_score * (-1.0 if task == "classes" else 1.0)
    best, end = naive_end(watched.tolist(), 6)
    assert end is not None
    trainer = Trainer(chosen)
    assert trainer.run() == "early_stopping"
    assert (trainer.history.best_epoch, trainer.history.stopped_epoch) == (best, end)
    assert f"the validation {'accuracy' if task == 'classes' else 'RMSE'} was best at epoch {best}" in (
        trainer.history.message
    )
