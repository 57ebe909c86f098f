"""Walks through time: operations on a trainer, and a naive run to compare it with, replayed for every question."""

import pytest
from hypothesis import strategies as st

from nnviz.engine import EarlyStopping, PlaceError, Trainer
from nnviz.engine.settings import Schedule
from tests.engine.networks import experiment

SPLIT = (0.5, 0.5, 0.0)


def small(**fields):
    """Six batches an epoch, the last one smaller, with a validation part."""
    return experiment(**{"count": 23, "split": SPLIT, "batch_size": 2, "hidden": (3, 2), "epochs": 40, **fields})


def state(trainer):
    """Everything that says where a run is, as bits."""
    history = trainer.history
    return {
        "iteration": trainer.iteration,
        "epoch": trainer.epoch,
        "theta": trainer.theta().tobytes(),
        "rate": trainer.learning_rate,
        "trainable": trainer.trainable().tobytes() if trainer.trainable() is not None else None,
        "silenced": trainer.architecture.silenced,
        "data": trainer.examples.x.tobytes() + trainer.examples.y.tobytes(),
        "rows": history.rows.tobytes(),
        "best": (history.best_epoch, history.best_iteration, history.waited),
        "stop": (history.stop_reason, history.stopped_epoch, history.message),
    }


def next_record(trainer):
    record = trainer.iterate()
    return record.arena.tobytes(), record.before.tobytes(), record.after.tobytes(), record.examples.tolist()


class Naive:
    """A run that is replayed from its beginning for every question, one update at a time, and never sought in."""

    def __init__(self, chosen):
        self.chosen = chosen
        self.edits = []
        self.here = 0
        self.furthest = 0

    def trainer(self, iteration):
        trainer = Trainer(self.chosen)
        self._edit(trainer)
        self._advance(trainer, iteration)
        return trainer

    def _advance(self, trainer, iteration, past_stops=True):
        while trainer.iteration < iteration and (past_stops or trainer.finished is None):
            trainer.iterate()
            self._edit(trainer)

    def fork(self):
        """The same up to here."""
        other = Naive(self.chosen)
        other.edits = [each for each in self.edits if each[0] <= self.here]
        other.here = other.furthest = self.here
        return other

    def stand_as(self, other):
        """Where the other stands, or as far as this one has been."""
        self.here = min(other.here, self.furthest)

    def _edit(self, trainer):
        for at, edit in self.edits:
            if at == trainer.iteration:
                edit(trainer)

    def change(self, edit):
        self.edits = [each for each in self.edits if each[0] <= self.here] + [(self.here, edit)]
        self.furthest = self.here

    def run(self, iterations):
        trainer = self.trainer(self.here)
        self._advance(trainer, self.here + iterations, past_stops=False)
        self._stand(trainer.iteration)

    def iterate(self):
        self._stand(self.here + 1)

    def seek(self, iteration):
        known = min(iteration, self.furthest)
        self._stand(known)
        self.run(iteration - known)

    def _stand(self, iteration):
        self.here = iteration
        self.furthest = max(self.furthest, iteration)


OPERATIONS = st.one_of(
    st.tuples(st.just("run"), st.integers(0, 30)),
    st.tuples(st.just("iterate"), st.integers(1, 3)),
    st.tuples(st.just("seek"), st.integers(0, 60)),
    st.tuples(st.just("rate"), st.sampled_from([0.01, 0.5, 3.0, 1e200])),
    st.tuples(st.just("weight"), st.sampled_from([-2.0, 0.0, 1.5])),
    st.tuples(st.just("bias"), st.sampled_from([-4.0, 0.25])),
    st.tuples(st.just("example"), st.integers(0, 22)),
    st.tuples(st.just("freeze"), st.booleans()),
    st.tuples(st.just("silence"), st.booleans()),
    st.tuples(st.just("restore"), st.none()),
    st.tuples(st.just("go on"), st.none()),
)
CHOICES = st.fixed_dictionaries(
    {
        "batch_size": st.sampled_from([2, 5, "full"]),
        "learning_rate": st.sampled_from([0.1, 1.0, 8.0]),
        "activation": st.sampled_from(["tanh", "relu"]),
        "output": st.sampled_from(["sigmoid", "linear"]),
        "epochs": st.sampled_from([3, 7]),
        "optimizer": st.sampled_from(["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"]),
        "schedule": st.sampled_from(["constant", Schedule(name="step", every=2), "exponential", "cosine", "warmup"]),
        "clip_norm": st.sampled_from([None, 0.05]),
        "l1": st.sampled_from([0.0, 0.01]),
        "dropout": st.sampled_from([0.0, 0.5, (0.0, 0.3)]),
        "shuffle": st.booleans(),
        "early_stopping": st.sampled_from(
            [
                None,
                EarlyStopping(patience=1),
                EarlyStopping(patience=2, min_delta=0.01, restore_best=False),
                EarlyStopping(patience=1, monitor="score"),
            ]
        ),
    }
)


def do(trainer, naive, name, value):
    """One operation on both."""
    edits = {
        "rate": lambda each: each.set_learning_rate(value),
        "weight": lambda each: each.set_weight(2, 1, 0, value),
        "bias": lambda each: each.set_bias(1, 2, value),
        "example": lambda each: each.set_example(value, x=(value / 9.0, -1.0, 0.5), target=(0.25, 0.75)),
        "freeze": lambda each: each.set_frozen(2, 1, 0, value),
        "silence": lambda each: each.silence(1, 2, value),
        "restore": lambda each: each.restore_best(),
        "go on": lambda each: each.go_on(),
    }
    if name == "run":
        trainer.run(value)
        naive.run(value)
    elif name == "iterate":
        for _ in range(value):
            trainer.iterate()
            naive.iterate()
    elif name == "seek":
        naive.seek(value)
        if naive.here == value:
            trainer.seek(value)
        else:
            with pytest.raises(PlaceError):
                trainer.seek(value)
    elif name != "go on" or trainer.finished is not None:
        edits[name](trainer)
        naive.change(edits[name])
