"""Two runs in step: the same counts on both sides, whatever is asked, and each as it would be alone."""

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnviz.engine import Experiment, Trainer
from nnviz.ui.windows.compare.half import Half
from nnviz.ui.windows.compare.lockstep import Lockstep

LEFT = Experiment.named("circle").with_fields({"data.examples": 50, "training.early_stopping": None})
LINEAR = LEFT.with_fields({"network.activation": "linear"})
BATCHES = 3
"""Of an epoch: 30 examples, 10 at a time."""


class Hands:
    """A lockstep with real model threads, and a window that paints at once."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.lockstep = Lockstep()
        self.seen: list[tuple[int, int]] = []
        self.lockstep.moved.connect(self._see)

    def _see(self) -> None:
        left, right = self.lockstep.halves
        self.seen.append((left.updates, right.updates))
        self.lockstep.frame_painted()

    def load(self, left: Experiment = LEFT, right: Experiment = LINEAR) -> None:
        self.lockstep.load(left, right)
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.lockstep.idle)

    def train_until(self, updates: int) -> None:
        """Train until one side has made so many updates, then pause."""
        self.lockstep.toggle_training()
        self.qtbot.waitUntil(lambda: max(half.updates for half in self.lockstep.halves) >= updates)
        self.lockstep.pause()
        self.settle()

    def train_to_the_end(self) -> None:
        self.lockstep.toggle_training()
        self.qtbot.waitUntil(lambda: self.lockstep.pair.ended and not self.lockstep.training, timeout=20_000)
        self.settle()

    @property
    def updates(self) -> tuple[int, ...]:
        return tuple(half.updates for half in self.lockstep.halves)


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    hands = Hands(qtbot)
    yield hands
    hands.lockstep.close()


def alone(experiment: Experiment, updates: int) -> bytes:
    """The parameters of a run on its own after so many updates."""
    trainer = Trainer(experiment)
    trainer.run(updates - 1)
    return trainer.iterate().theta_after.tobytes()


def theta(half: Half) -> bytes:
    assert half.snapshot is not None
    return half.snapshot.record.theta_after.tobytes()


def test_both_begin_untouched(hands: Hands) -> None:
    hands.load()
    assert hands.updates == (0, 0)
    for half in hands.lockstep.halves:
        moment = half.moment(False, None)
        assert moment is not None
        assert moment.phase.name == "x"


def test_an_iteration_is_one_update_on_both_sides(hands: Hands) -> None:
    hands.load()
    hands.lockstep.step()
    hands.settle()
    assert hands.updates == (1, 1)
    assert theta(hands.lockstep.halves[1]) == alone(LINEAR, 1)


def test_keys_pressed_faster_than_the_models_answer_all_count(hands: Hands) -> None:
    hands.load()
    for _ in range(5):
        hands.lockstep.step()
    hands.settle()
    assert hands.updates == (5, 5)


def test_an_epoch_ends_where_it_ends(hands: Hands) -> None:
    hands.load()
    hands.lockstep.step()
    hands.lockstep.step_epoch()
    hands.settle()
    assert hands.updates == (BATCHES, BATCHES)
    hands.lockstep.step_epoch()
    hands.settle()
    assert hands.updates == (2 * BATCHES, 2 * BATCHES)


def test_training_keeps_both_in_step_all_the_way(hands: Hands) -> None:
    hands.load()
    hands.train_until(200)
    assert all(left == right for left, right in hands.seen)
    assert len(hands.seen) > 10


def test_each_side_is_what_it_would_be_alone(hands: Hands) -> None:
    hands.load()
    hands.train_until(100)
    for half, experiment in zip(hands.lockstep.halves, (LEFT, LINEAR), strict=True):
        assert theta(half) == alone(experiment, half.updates)


def test_both_reset_to_their_first_weights(hands: Hands) -> None:
    hands.load()
    before = [half.snapshot.record.theta.tobytes() for half in hands.lockstep.halves if half.snapshot]
    hands.train_until(50)
    hands.lockstep.reset()
    hands.settle()
    assert hands.updates == (0, 0)
    assert [half.snapshot.record.theta.tobytes() for half in hands.lockstep.halves if half.snapshot] == before
    assert [len(half.rows) for half in hands.lockstep.halves] == [1, 1]


def test_a_reset_in_the_middle_of_training_counts(hands: Hands) -> None:
    hands.load()
    hands.lockstep.toggle_training()
    hands.qtbot.waitUntil(lambda: hands.updates[0] > 20)
    hands.lockstep.reset()
    hands.settle()
    assert not hands.lockstep.training
    assert hands.updates == (0, 0)


def test_other_experiments_in_the_middle_of_training_count(hands: Hands) -> None:
    hands.load()
    hands.lockstep.toggle_training()
    hands.qtbot.waitUntil(lambda: hands.updates[0] > 20)
    hands.load(LINEAR, LEFT)
    runs = [half.run.experiment for half in hands.lockstep.halves if half.run is not None]
    assert runs == [LINEAR, LEFT]
    assert hands.updates == (0, 0)


def test_batches_of_another_size_go_in_step_by_epochs(hands: Hands) -> None:
    hands.load(LEFT, LEFT.with_fields({"training.batch_size": "full"}))
    assert hands.lockstep.pair.by_epochs
    hands.lockstep.step()
    hands.settle()
    assert hands.updates == (BATCHES, 1)
    hands.lockstep.step_epoch()
    hands.settle()
    assert hands.updates == (2 * BATCHES, 2)
    hands.train_until(60)
    assert all(left == BATCHES * right for left, right in hands.seen)


def test_a_side_that_stops_early_stands_while_the_other_goes_on(hands: Hands) -> None:
    short = LEFT.with_fields({"training.epochs": 5})
    hands.load(short, LEFT)
    hands.train_until(60)
    assert hands.updates[0] == 5 * BATCHES
    assert hands.updates[1] >= 60
    assert hands.lockstep.halves[0].ended
    assert not hands.lockstep.halves[1].ended


def test_training_ends_when_both_have_stopped(hands: Hands) -> None:
    hands.load(LEFT.with_fields({"training.epochs": 5}), LEFT.with_fields({"training.epochs": 8}))
    hands.train_to_the_end()
    assert hands.updates == (5 * BATCHES, 8 * BATCHES)
    assert not hands.lockstep.pair.can_go_on
    hands.lockstep.toggle_training()
    assert not hands.lockstep.training


def test_two_that_have_stopped_at_the_same_place_can_go_on(hands: Hands) -> None:
    left = LEFT.with_fields({"training.epochs": 5})
    hands.load(left, left.with_fields({"network.activation": "linear"}))
    hands.train_to_the_end()
    assert hands.updates == (5 * BATCHES, 5 * BATCHES)
    hands.lockstep.step()
    hands.settle()
    assert hands.updates == (5 * BATCHES + 1, 5 * BATCHES + 1)


def test_a_side_that_is_refused_leaves_the_other_alone(hands: Hands, tmp_path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("a,b,y\n" + "".join(f"{i},{i * i % 7},{i % 2}\n" for i in range(20)))
    gone = Experiment.parse(f'[data]\nfile="{table.as_posix()}"\ntarget="y"\n')
    table.unlink()
    hands.load(LEFT, gone)
    left, right = hands.lockstep.halves
    assert right.failure is not None
    assert "table.csv" in right.failure.text
    hands.train_until(30)
    assert left.updates >= 30
    assert right.run is None


def test_the_same_example_is_followed_on_both_sides(hands: Hands) -> None:
    hands.load()
    hands.lockstep.step()
    record = hands.lockstep.halves[0].snapshot
    assert record is not None
    absent = next(int(n) for n in range(50) if n not in record.record.examples)
    hands.lockstep.follow(absent)
    hands.settle()
    for half in hands.lockstep.halves:
        moment = half.moment(False, absent)
        assert moment is not None
        assert moment.shown_example == absent


def test_maps_come_in_the_size_that_was_asked_for(hands: Hands) -> None:
    hands.load()
    hands.lockstep.want((12, 20))
    hands.settle()
    sizes = []
    for half in hands.lockstep.halves:
        moment = half.moment(False, None)
        assert moment is not None
        assert moment.maps is not None
        sizes.append(moment.maps.layers[-1].shape[1])
    assert sizes == [12, 20]


def test_the_losses_of_every_epoch_are_kept(hands: Hands) -> None:
    hands.load()
    hands.train_until(60)
    for half, experiment in zip(hands.lockstep.halves, (LEFT, LINEAR), strict=True):
        trainer = Trainer(experiment)
        trainer.run(half.updates)
        np.testing.assert_array_equal(half.rows.column("train_loss"), trainer.history.train_loss)


def test_closing_ends_both_threads_even_while_training(hands: Hands) -> None:
    hands.load()
    hands.lockstep.toggle_training()
    hands.lockstep.close()
    hands.lockstep.close()
    assert not any(half.link.running for half in hands.lockstep.halves)
