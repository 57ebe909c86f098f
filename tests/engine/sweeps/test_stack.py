"""Networks that train together come to what each comes to alone: same numbers, same best epoch, same end."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.engine import EarlyStopping, Optimizer, Trainer, make_examples
from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.completion import complete
from nnviz.engine.settings import Schedule
from nnviz.engine.sweeps.stack import Stack
from tests.engine.networks import experiment
from tests.engine.random_experiments import tables

HALF = (0.5, 0.3, 0.2)
CHOICES = {
    "plain": {},
    "momentum": {"optimizer": Optimizer(name="momentum", momentum=0.8)},
    "nesterov": {"optimizer": Optimizer(name="nesterov")},
    "adagrad": {"optimizer": Optimizer(name="adagrad")},
    "rmsprop": {"optimizer": Optimizer(name="rmsprop")},
    "adam": {"optimizer": Optimizer(name="adam")},
    "adamw": {"optimizer": Optimizer(name="adamw", weight_decay=0.1)},
    "clipped": {"clip_norm": 0.01},
    "penalised": {"l1": 1e-3, "l2": 1e-2},
    "frozen": {"frozen": ("W1[0,2]", "b2")},
    "dropout": {"dropout": (0.5, 0.0)},
    "cosine": {"schedule": Schedule(name="cosine", warmup=2)},
    "step": {"schedule": Schedule(name="step", every=2)},
    "whole batches": {"batch_size": 4, "count": 16},
    "one at a time": {"batch_size": 1},
    "all at once": {"batch_size": "full"},
    "in order": {"shuffle": False},
    "softmax": {"output": "softmax", "loss": "cross_entropy"},
    "softmax, squared error": {"output": "softmax"},
    "cross-entropy": {"loss": "binary_cross_entropy", "activation": ("gelu", "elu")},
    "linear": {"output": "linear", "activation": ("relu", "silu")},
    "no hidden layer": {"hidden": ()},
    "early stopping": {"early_stopping": EarlyStopping(patience=2), "learning_rate": 2.0, "epochs": 60},
    "early stopping, left there": {
        "early_stopping": EarlyStopping(patience=3, restore_best=False, monitor="score"),
        "learning_rate": 2.0,
        "epochs": 60,
    },
}

EXPLODED = 1e9


def members(count=5, **fields):
    """Networks that differ in seeds, rate, penalty and data."""
    first = complete(experiment(**{"hidden": (4, 3), "count": 23, "split": HALF, "epochs": 9, **fields}))
    return [
        first.with_fields(
            {
                "network.seed": 1 + place,
                "training.seed": 7 + place,
                "data.seed": 1 + place % 2,
                "training.learning_rate": first.training.learning_rate * (1.0 + 0.3 * place),
                "training.l2": first.training.l2 * (place % 3),
            }
        )
        for place in range(count)
    ]


def trained_together(experiments):
    stack = Stack(experiments, [make_examples(each) for each in experiments])
    ended = stack.advance(math.inf)
    assert stack.finished
    assert sorted(run.place for run in ended) == list(range(len(experiments)))
    return stack.runs


def trained_alone(each):
    trainer = Trainer(each)
    trainer.run()
    return trainer


def assert_came_to_the_same(run, trainer):
    history = trainer.history
    assert run.history.message == history.message
    assert (run.history.stop_reason, run.history.stopped_epoch) == (history.stop_reason, history.stopped_epoch)
    assert (run.history.best_epoch, run.history.waited) == (history.best_epoch, history.waited)
    assert_has_the_same_numbers(run, trainer)
    assert not run.theta.flags.writeable


def assert_has_the_same_numbers(run, trainer):
    assert (run.epoch, run.iteration) == (trainer.epoch, trainer.iteration)
    np.testing.assert_allclose(run.history.rows, trainer.history.rows, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(run.theta, trainer.theta(), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("fields", CHOICES.values(), ids=CHOICES)
def test_a_network_in_a_stack_comes_to_what_it_comes_to_alone(fields):
    experiments = members(**fields)
    for run, each in zip(trained_together(experiments), experiments, strict=True):
        assert_came_to_the_same(run, trained_alone(each))


@settings(max_examples=12)
@given(chosen=tables(), more=st.integers(1, 3))
def test_any_experiment_comes_to_the_same_in_a_stack(chosen, more):
    import tomli_w

    # Not long, and no division by the gradient's own size: either makes much of the last bit of a gradient near zero.
    brief = {**chosen["training"], "epochs": 3, "optimizer": "momentum"}
    first = Experiment.parse(tomli_w.dumps({**chosen, "title": "any", "training": brief}))
    seed = min(first.network.seed, 2**62)
    experiments = [first.with_fields({"network.seed": seed + place}) for place in range(1 + more)]
    for run, each in zip(trained_together(experiments), experiments, strict=True):
        trainer = trained_alone(each)
        if not (np.abs(np.nan_to_num(trainer.history.rows)) < EXPLODED).all():
            continue  # on its way to divergence every digit is lost
        if run.astray or trainer.finished == "diverged":
            assert run.astray and trainer.finished == "diverged"
        else:
            # Which epoch is best may hang on the last bit where the loss is all but zero.
            assert_has_the_same_numbers(run, trainer)


def test_networks_may_end_after_different_epochs_and_the_others_go_on():
    experiments = [
        each.with_fields({"training.epochs": epochs})
        for each, epochs in zip(members(6), (2, 30, 2, 11, 2, 2), strict=True)
    ]
    runs = trained_together(experiments)
    assert [run.epoch for run in runs] == [2, 30, 2, 11, 2, 2]
    for run, each in zip(runs, experiments, strict=True):
        assert_came_to_the_same(run, trained_alone(each))


def test_what_an_optimiser_remembers_goes_along_when_others_are_taken_out():
    adam = {"optimizer": Optimizer(name="adam"), "dropout": 0.3, "l1": 1e-3, "frozen": ("b1",)}
    experiments = [
        each.with_fields({"training.epochs": 3 + 4 * place, "training.schedule": "exponential"})
        for place, each in enumerate(members(4, **adam))
    ]
    for run, each in zip(trained_together(experiments), experiments, strict=True):
        assert_came_to_the_same(run, trained_alone(each))


def test_a_network_that_diverges_leaves_the_others_alone():
    first, *others = members(5, activation="relu", output="linear", clip_norm=1.0)
    wild = first.with_fields({"training.learning_rate": 1e100})
    assert trained_alone(wild).finished == "diverged"
    runs = trained_together([wild, *others])
    assert [run.astray for run in runs] == [True, False, False, False, False]
    for run, each in zip(runs[1:], others, strict=True):
        assert_came_to_the_same(run, trained_alone(each))


def test_a_stack_can_be_advanced_in_pieces_of_any_length():
    experiments = members(4)
    pieces = Stack(experiments, [make_examples(each) for each in experiments])
    advances = 0
    while not pieces.finished:
        pieces.advance(0.0)
        advances += 1
    # Each piece is one update where there is no time for more.
    assert advances == pieces.runs[0].iteration == 9 * 3
    for run, other in zip(pieces.runs, trained_together(experiments), strict=True):
        assert run.theta.tobytes() == other.theta.tobytes()


def test_a_run_shows_how_far_it_is_before_its_end():
    experiments = members(4)
    stack = Stack(experiments, [make_examples(each) for each in experiments])
    assert [run.history.epochs.tolist() for run in stack.runs] == [[0.0]] * 4
    for _ in range(3):
        stack.advance(0.0)
    assert [run.history.epochs.tolist() for run in stack.runs] == [[0.0, 1.0]] * 4
    assert stack.runs[0].history.stop_reason is None


def test_a_stack_of_one_is_a_network():
    (only,) = members(1)
    assert_came_to_the_same(trained_together([only])[0], trained_alone(only))
