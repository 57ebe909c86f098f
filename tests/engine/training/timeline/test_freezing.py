"""Freezing parameters in the middle of a run: as if the experiment had frozen them, from there on."""

import numpy as np
import pytest

from nnviz.engine import PlaceError, Trainer
from tests.engine.walks import next_record, small, state

OPTIMISERS = ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"]


@pytest.mark.parametrize("optimizer", OPTIMISERS)
@pytest.mark.parametrize("fields", [{}, {"clip_norm": 0.05, "l2": 0.1}, {"dropout": 0.4}])
def test_freezing_before_the_first_update_is_what_the_experiment_can_say(optimizer, fields):
    trainer = Trainer(small(optimizer=optimizer, **fields))
    trainer.set_frozen(1, 2, 0, True)
    trainer.set_frozen(2, 1, None, True)
    named = Trainer(small(optimizer=optimizer, frozen=("W1[2,0]", "b2[1]"), **fields))
    for each in (trainer, named):
        each.run(40)
    assert state(trainer) == state(named)
    assert next_record(trainer) == next_record(named)


def test_what_is_frozen_stays_from_the_next_update_on_and_moves_again_when_it_is_set_free():
    trainer = Trainer(small(optimizer="momentum"))
    trainer.run(10)
    value = trainer.parameters()[1][0][1, 2]
    trainer.set_frozen(2, 1, 2, True)
    others = trainer.theta()
    trainer.run(10)
    assert trainer.parameters()[1][0][1, 2] == value
    assert (trainer.theta() != others).sum() == len(others) - 1
    trainer.set_frozen(2, 1, 2, False)
    trainer.run(1)
    assert trainer.parameters()[1][0][1, 2] != value


def test_the_mask_says_what_trains():
    trainer = Trainer(small())
    assert trainer.trainable() is None
    trainer.set_frozen(1, 2, 0, True)
    mask = trainer.trainable()
    (weights, bias), *others = trainer.architecture.weights_and_biases(mask)
    assert weights.tolist() == [[1, 1, 1], [1, 1, 1], [0, 1, 1]] and bias.all()
    assert all(part.all() for pair in others for part in pair)
    assert not mask.flags.writeable
    trainer.set_frozen(1, 2, 0, False)
    assert trainer.trainable() is None


def test_what_the_experiment_froze_can_be_set_free():
    trainer, free = Trainer(small(frozen=("b1",))), Trainer(small())
    for unit in range(3):
        assert trainer.trainable() is not None
        trainer.set_frozen(1, unit, None, False)
    for each in (trainer, free):
        each.run(20)
    assert state(trainer) == state(free)
    trainer.seek(0)
    trainer.set_learning_rate(0.1)
    assert trainer.trainable() is None


def test_going_back_undoes_it_and_going_forward_does_it_again(checkpoint_stride):
    trainer, plain = Trainer(small()), Trainer(small())
    trainer.run(20)
    trainer.set_frozen(3, 0, 1, True)
    trainer.run(20)
    later = state(trainer)
    trainer.seek(19)
    plain.run(19)
    assert state(trainer) == state(plain) and trainer.trainable() is None
    assert next_record(trainer) == next_record(plain)
    trainer.seek(40)
    assert state(trainer) == later


def test_a_record_says_what_trained_in_it():
    trainer = Trainer(small())
    before = trainer.iterate()
    trainer.set_frozen(1, 0, 1, True)
    after = trainer.iterate()
    assert before.trainable is None
    assert not after.trainable.flags.writeable
    assert np.flatnonzero(after.trainable == 0.0).tolist() == [3]
    assert np.array_equal(after.theta == after.theta_after, after.trainable == 0.0)
    trainer.set_frozen(1, 0, 1, False)
    assert after.trainable[3] == 0.0 and trainer.iterate().trainable is None


def test_plans_are_compiled_again_only_where_something_changes():
    trainer = Trainer(small(frozen=("b1[0]",)))
    plans = trainer._course.plans
    trainer.set_frozen(1, 0, None, True)
    trainer.set_learning_rate(0.3)
    trainer.set_weight(1, 0, 0, 0.5)
    trainer.run(9)
    trainer.seek(2)
    assert trainer._course.plans is plans
    trainer.set_frozen(1, 0, None, False)
    assert trainer._course.plans is not plans


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ((0, 0, 0), "layers count from 1 to 3, got 0"),
        ((4, 0, 0), "layers count from 1 to 3, got 4"),
        ((1, 3, None), "units of layer 1 count from 0 to 2, got 3"),
        ((2, 0, -1), "inputs of layer 2 count from 0 to 2, got -1"),
    ],
)
def test_a_parameter_that_is_not_there_is_refused(place, message):
    trainer = Trainer(small())
    trainer.run(5)
    before = state(trainer)
    with pytest.raises(PlaceError, match=message):
        trainer.set_frozen(*place, True)
    assert state(trainer) == before and trainer.events == ()
