"""A run whose numbers go beyond all bounds stops, says where that began, and can still be moved through."""

import numpy as np
import pytest

from nnviz.engine import EarlyStopping, PlaceError, Trainer
from tests.engine.networks import experiment
from tests.engine.training.timeline.test_time_travel import state


def diverging(**fields):
    choices = {"hidden": (4, 3), "activation": "relu", "output": "linear", "learning_rate": 1e100, "count": 42}
    return experiment(**{**choices, "split": (0.5, 0.5, 0.0), "batch_size": 2, "epochs": 1000, **fields})


def slowly_diverging(**fields):
    # Each update of this linear regression makes the weights a few times larger.
    return diverging(hidden=(), learning_rate=30.0, **fields)


def first_bad_iteration(chosen):
    """Found by looking after each update."""
    trainer = Trainer(chosen)
    while np.isfinite(trainer.theta()).all():
        trainer.iterate()
    return trainer.iteration - 1


def test_an_enormous_rate_diverges_and_names_the_layer_that_went_first():
    trainer = Trainer(diverging())
    trainer.set_learning_rate(1e300)
    assert trainer.run() == "diverged"
    history = trainer.history
    assert history.stop_reason == "diverged" and history.stopped_epoch == 0
    assert "diverged at iteration 1 (epoch 0): the pre-activations z of hidden layer 2 went first" in history.message
    assert "smaller learning rate than 1e+300" in history.message


def test_a_divergence_in_the_middle_of_an_epoch_is_found_where_it_was():
    chosen = slowly_diverging()
    bad = first_bad_iteration(chosen)
    trainer = Trainer(chosen)
    assert bad % trainer.batches_per_epoch not in (0, trainer.batches_per_epoch - 1)
    assert trainer.run() == "diverged"
    assert trainer.iteration == bad + 1
    assert f"diverged at iteration {bad} " in trainer.history.message
    assert "the output layer went first" in trainer.history.message
    assert trainer.epoch == trainer.history.stopped_epoch == bad // trainer.batches_per_epoch


@pytest.mark.parametrize("activation", ["relu", "linear", "tanh", "sigmoid"])
@pytest.mark.parametrize("rate", [1e3, 1e30, 1e100, 1e200, 1.7e308])
def test_whatever_the_rate_a_run_ends_and_says_why(activation, rate):
    trainer = Trainer(diverging(activation=activation, epochs=40))
    trainer.set_learning_rate(rate)
    reason = trainer.run()
    assert reason in ("epochs", "diverged")
    assert trainer.history.message


@pytest.mark.parametrize("make", [diverging, slowly_diverging])
def test_running_in_any_pieces_and_iterating_find_the_same_divergence(make):
    whole, iterated = Trainer(make()), Trainer(make())
    whole.run()
    while iterated.finished is None:
        iterated.iterate()
    assert state(iterated) == state(whole)
    for piece in (1, 3, 10, 64):
        pieces = Trainer(make())
        while pieces.finished is None:
            pieces.run(piece)
        assert state(pieces) == state(whole)


def test_the_record_of_the_diverging_update_holds_what_went_wrong():
    chosen = slowly_diverging()
    trainer = Trainer(chosen)
    trainer.run(first_bad_iteration(chosen))
    record = trainer.iterate()
    assert trainer.finished == "diverged"
    assert np.isfinite(record.theta).all() and not np.isfinite(record.theta_after).all()
    assert record.first_not_finite() is not None
    assert record.first_not_finite() in trainer.history.message
    assert record.loss.total > 0.0


def test_a_diverged_run_only_repeats_itself():
    trainer = Trainer(slowly_diverging())
    trainer.run()
    stopped = state(trainer)
    assert trainer.run() == "diverged"
    trainer.go_on()
    assert state(trainer) == stopped
    for _ in range(50):
        trainer.iterate()
    assert trainer.finished == "diverged"
    assert len(trainer.history) == trainer.history.stopped_epoch + 1


def test_going_back_from_a_divergence_and_forward_again_ends_the_same():
    trainer = Trainer(slowly_diverging())
    trainer.run()
    stopped, end = state(trainer), trainer.iteration
    trainer.seek(end - 3)
    assert trainer.finished is None
    trainer.seek(end)
    assert state(trainer) == stopped
    trainer.seek(0)
    assert trainer.run() == "diverged"
    assert state(trainer) == stopped
    with pytest.raises(PlaceError, match="the run ends after"):
        trainer.seek(end + 1)


def test_putting_the_best_parameters_back_with_a_smaller_rate_saves_a_diverged_run():
    trainer = Trainer(slowly_diverging())
    trainer.run()
    end = trainer.iteration
    trainer.restore_best()
    assert trainer.finished is None and np.isfinite(trainer.theta()).all()
    trainer.set_learning_rate(0.01)
    assert trainer.run(200) is None
    assert np.isfinite(trainer.theta()).all()
    saved = state(trainer)
    trainer.seek(end - 1)
    trainer.seek(end + 200)
    assert state(trainer) == saved


def test_a_divergence_past_the_last_epoch_is_one_too():
    chosen = slowly_diverging(epochs=1)
    trainer = Trainer(chosen)
    assert trainer.run() == "epochs"
    for _ in range(first_bad_iteration(chosen)):
        trainer.iterate()
    assert trainer.finished == "diverged"


@pytest.mark.parametrize("value", [1e308, -1e308, 1e154])
@pytest.mark.parametrize(("layer", "source"), [(1, 0), (3, None)])
def test_parameters_at_the_edge_of_what_numbers_can_hold_never_hang_a_run(layer, source, value):
    trainer = Trainer(diverging(learning_rate=0.1, epochs=40))
    trainer.run(5)
    if source is None:
        trainer.set_bias(layer, 0, value)
    else:
        trainer.set_weight(layer, 0, source, value)
    trainer.run(15)
    trainer.iterate()
    trainer.seek(3)
    trainer.seek(6)
    assert trainer.run() in ("epochs", "diverged")


def test_events_in_the_epoch_of_a_divergence_are_replayed_and_counted_once():
    trainer = Trainer(diverging(learning_rate=1e-3))
    trainer.run(25)
    trainer.set_bias(1, 0, 2.0)
    trainer.run(3)
    trainer.set_learning_rate(1e200)
    assert trainer.run() == "diverged"
    assert trainer.iteration == 30
    rows = trainer.history.epochs.tolist()
    assert rows == sorted(set(rows)) == [0.0, 1.0, 2.0]


def test_early_stopping_does_not_mistake_a_divergence_for_lost_patience():
    trainer = Trainer(slowly_diverging(early_stopping=EarlyStopping(patience=100)))
    assert trainer.run() == "diverged"
    best = trainer.history.best_epoch
    assert best is not None and np.isfinite(trainer.history.validation_loss[best])
