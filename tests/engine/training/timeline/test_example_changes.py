"""Changing an example in the middle of a run: it counts from the next update on, and time travel knows of it."""

import math

import numpy as np
import pytest

from nnviz.engine import Data, Experiment, ExperimentError, Network, PlaceError, Trainer, Training


def classes(**fields):
    generator = np.random.default_rng(3)
    x = tuple(map(tuple, generator.normal(2.0, 3.0, (12, 2)).tolist()))
    y = tuple(place % 3 for place in range(12))
    return Experiment(
        data=Data(x=x, y=y, split=(0.5, 0.25, 0.25)), network=Network(**fields), training=Training(batch_size=3)
    )


def numbers():
    return Experiment(data=Data(x=((1.0,), (2.0,), (4.0,)), y=((0.5,), (1.5,), (2.5,)), split=(1.0, 0.0, 0.0)))


def test_new_inputs_are_standardised_as_the_others_were():
    trainer = Trainer(classes())
    before = trainer.examples
    trainer.set_example(4, x=(5.0, -1.0))
    after = trainer.examples
    assert after.x[4].tolist() == ((np.array([5.0, -1.0]) - before.mean) / before.deviation).tolist()
    assert np.array_equal(np.delete(after.x, 4, 0), np.delete(before.x, 4, 0))
    assert after.y is before.y and after.labels is before.labels


@pytest.mark.parametrize(("output", "no", "yes"), [("softmax", 0.0, 1.0), ("tanh", -1.0, 1.0)])
def test_a_new_label_comes_with_its_target(output, no, yes):
    trainer = Trainer(classes(output=output))
    trainer.set_example(0, label=2)
    assert trainer.examples.labels[0] == 2
    assert trainer.examples.y[0].tolist() == [no, no, yes]


def test_a_new_target_is_a_number():
    trainer = Trainer(numbers())
    trainer.set_example(1, target=(7.0,))
    assert trainer.examples.y.tolist() == [[0.5], [7.0], [2.5]]


def test_the_next_batch_that_holds_it_has_the_new_numbers():
    trainer = Trainer(classes())
    trainer.run(1)
    place = int(trainer.examples.train[0])
    trainer.set_example(place, x=(100.0, 100.0), label=1)
    records = [trainer.iterate() for _ in range(3)]
    seen = [record for record in records if place in record.examples]
    assert seen
    for record in seen:
        row = record.examples.tolist().index(place)
        assert np.array_equal(record.x[row], trainer.examples.x[place])
        assert np.array_equal(record.y[row], trainer.examples.y[place])


def test_a_change_in_the_middle_of_an_epoch_keeps_its_order():
    one, other = Trainer(classes()), Trainer(classes())
    one.run(1)
    other.run(1)
    one.set_example(int(one.examples.train[2]), x=(0.0, 0.0))
    assert one.iterate().examples.tolist() == other.iterate().examples.tolist()


def test_scores_are_those_of_the_changed_data():
    trainer = Trainer(classes())
    place = int(trainer.examples.validation[0])
    before = trainer.score("validation")
    trainer.set_example(place, x=(50.0, -50.0))
    assert trainer.score("validation") != before
    trainer.run(2)
    assert trainer.history.validation_loss[-1] == trainer.score("validation")[0]


def test_going_back_before_the_change_brings_the_old_example_back():
    trainer = Trainer(classes())
    original = trainer.examples.x.copy()
    trainer.run(3)
    trainer.set_example(0, x=(9.0, 9.0))
    trainer.run(4)
    changed, theta = trainer.examples.x.copy(), trainer.theta()
    trainer.seek(2)
    assert np.array_equal(trainer.examples.x, original)
    trainer.seek(7)
    assert np.array_equal(trainer.examples.x, changed)
    assert np.array_equal(trainer.theta(), theta)


def test_features_are_made_of_the_new_inputs():
    trainer = Trainer(classes().with_fields({"data.inputs": ["x1", "x1*x2"]}))
    mean, deviation = trainer.examples.mean, trainer.examples.deviation
    trainer.set_example(2, x=(3.0, 5.0))
    assert trainer.examples.x[2].tolist() == ((np.array([3.0, 15.0]) - mean) / deviation).tolist()
    with pytest.raises(ExperimentError, match="log is not defined"):
        Trainer(classes().with_fields({"data.inputs": ["log(x1 + 100)"]})).set_example(0, x=(-200.0, 0.0))


def test_a_test_part_that_was_never_standardised_stays_so():
    trainer = Trainer(classes().with_fields({"data.faults.unstandardized_test": True}))
    place = int(trainer.examples.test[0])
    trainer.set_example(place, x=(3.0, 5.0))
    assert trainer.examples.x[place].tolist() == [3.0, 5.0]


def test_a_new_target_is_standardised_as_the_others_were():
    trainer = Trainer(numbers().with_fields({"data.standardize_target": True}))
    trainer.set_example(1, target=(7.0,))
    assert trainer.examples.in_own_unit(trainer.examples.y)[1].tolist() == pytest.approx([7.0])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"example": 12, "label": 0}, "examples count from 0 to 11, got 12"),
        ({"example": -1, "label": 0}, "got -1"),
        ({"example": 0, "label": 3}, "classes count from 0 to 2, got 3"),
        ({"example": 0, "x": (1.0,)}, "x: expected 2 numbers, got 1"),
        ({"example": 0, "x": (1.0, math.nan)}, "finite numbers"),
        ({"example": 0, "target": (1.0,)}, "has classes"),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(change, message):
    trainer = Trainer(classes())
    before = trainer.examples
    with pytest.raises(PlaceError, match=message):
        trainer.set_example(**change)
    assert trainer.examples is before


def test_numbers_have_no_classes():
    with pytest.raises(PlaceError, match="no classes"):
        Trainer(numbers()).set_example(0, label=1)
