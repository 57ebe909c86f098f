"""Learning-rate schedules: the rate of every epoch, in the records themselves."""

import math

import pytest

from nnviz.engine import Trainer
from nnviz.engine.functions.schedules import SCHEDULES
from nnviz.engine.settings import Schedule
from tests.engine.networks import experiment

EPOCHS = 12


def rates(schedule, batch_size=4):
    """The rate of each epoch, and that it is the same in all of an epoch."""
    chosen = experiment(schedule=schedule, learning_rate=0.5, epochs=EPOCHS, batch_size=batch_size)
    trainer, seen = Trainer(chosen), {}
    while trainer.finished is None:
        announced = trainer.learning_rate
        record = trainer.iterate()
        assert record.learning_rate == announced
        assert seen.setdefault(record.epoch, announced) == announced
    return [seen[epoch] for epoch in range(EPOCHS)]


def test_a_constant_rate_stays():
    assert rates("constant") == [0.5] * EPOCHS


def test_steps_go_down_every_so_many_epochs():
    assert rates(Schedule(name="step", every=5, factor=0.1)) == pytest.approx([0.5] * 5 + [0.05] * 5 + [0.005] * 2)


def test_an_exponential_shrinks_by_a_factor_each_epoch():
    assert rates(Schedule(name="exponential", factor=0.9)) == pytest.approx([0.5 * 0.9**e for e in range(EPOCHS)])


def test_a_cosine_falls_along_all_of_the_training():
    assert rates("cosine") == pytest.approx([0.25 * (1.0 + math.cos(math.pi * e / EPOCHS)) for e in range(EPOCHS)])


def test_a_cosine_ends_where_it_should_and_stays_there():
    seen = rates(Schedule(name="cosine", epochs=4, lowest=0.2))
    assert seen[2] == pytest.approx(0.5 * 0.6)
    assert seen[4:] == pytest.approx([0.1] * (EPOCHS - 4))


def test_a_warm_up_rises_in_equal_steps_to_the_full_rate():
    assert rates(Schedule(name="warmup", warmup=4))[:6] == pytest.approx([0.1, 0.2, 0.3, 0.4, 0.5, 0.5])


def test_any_schedule_may_begin_with_a_warm_up():
    plain, warm = rates("cosine"), rates(Schedule(name="cosine", warmup=3))
    assert warm[:3] == pytest.approx([rate * share for rate, share in zip(plain, (0.25, 0.5, 0.75), strict=False)])
    assert warm[3:] == plain[3:]


@pytest.mark.parametrize("name", sorted(SCHEDULES))
def test_a_rate_set_by_hand_holds_from_there_on(name):
    trainer = Trainer(experiment(schedule=name, learning_rate=0.5, epochs=EPOCHS))
    trainer.run(5)
    trainer.set_learning_rate(0.125)
    assert {trainer.iterate().learning_rate for _ in range(20)} == {0.125}
    trainer.seek(4)
    fresh = Trainer(experiment(schedule=name, learning_rate=0.5, epochs=EPOCHS))
    fresh.run(4)
    assert trainer.learning_rate == fresh.learning_rate


def test_going_on_after_the_end_keeps_the_lowest_rate():
    trainer = Trainer(experiment(schedule=Schedule(name="cosine", lowest=0.5), learning_rate=1.0, epochs=3))
    trainer.run()
    trainer.go_on()
    trainer.run()
    assert trainer.epoch == 6 and trainer.learning_rate == 0.5
