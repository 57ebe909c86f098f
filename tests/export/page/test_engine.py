"""The page's engine in JavaScript against the engine: the same numbers, update by update."""

import json
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest

from nnviz.engine import Experiment, Trainer
from nnviz.engine.functions import optimisers
from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.losses import LOSSES
from nnviz.engine.functions.outputs import OUTPUTS
from nnviz.engine.functions.schedules import SCHEDULES
from nnviz.engine.networks.network import Architecture
from nnviz.export.page.networks import experiment_fields, start_fields
from nnviz.resources import resource

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="the page's engine is JavaScript, and there is no node to run it")
CLOSE = {"rtol": 1e-12, "atol": 1e-12}


def job(trainer, iterations=0, **what):
    """What JavaScript is to make of a run, from where it stands."""
    return {"experiment": experiment_fields(trainer), "start": start_fields(trainer), "iterations": iterations, **what}


def done(*jobs):
    """What it makes of them."""
    script = Path(__file__).with_name("engine_steps.js")
    words = [NODE, str(script), str(resource("page", "engine.js"))]
    ended = subprocess.run(words, input=json.dumps(jobs), capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def assert_same(ours, theirs):
    """A record of JavaScript's is one of the engine's."""
    assert ours["examples"] == theirs.examples.tolist()
    assert ours["learningRate"] == pytest.approx(theirs.learning_rate, rel=1e-12)
    for part in ("data", "penalty", "total"):
        np.testing.assert_allclose(ours["loss"][part], getattr(theirs.loss, part), **CLOSE)
    for place, layer in enumerate(theirs.layers):
        for name, numbers in (("z", layer.z), ("delta", layer.delta)):
            np.testing.assert_allclose([one[name][place] for one in ours["each"]], numbers, **CLOSE)
        np.testing.assert_allclose([one["a"][place + 1] for one in ours["each"]], layer.a, **CLOSE)
        np.testing.assert_allclose(ours["gradients"][place]["W"], layer.grad_W, **CLOSE)
        np.testing.assert_allclose(ours["gradients"][place]["b"], layer.grad_b, **CLOSE)
        np.testing.assert_allclose(ours["after"][place]["W"], layer.W_after, **CLOSE)
        np.testing.assert_allclose(ours["after"][place]["b"], layer.b_after, **CLOSE)


NAMES = ("sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "gelu", "silu", "linear")
OPTIMISERS = ("sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw")
CASES = [
    *(("circle", {"network.activation": name}) for name in NAMES),
    *(("circle", {"training.optimizer": name}) for name in OPTIMISERS),
    ("spiral3", {"training.learning_rate": 0.1}),
    ("spiral3", {"training.loss": "squared_error"}),
    ("sine", {}),
    ("sine", {"training.loss_scale": "sum", "training.batch_size": "full"}),
    ("circle", {"network.output": "tanh", "training.loss": "squared_error"}),
    ("circle", {"network.hidden": []}),
    ("worked-example", {}),
    (
        "circle",
        {"training.l1": 0.01, "training.l2": 0.02, "training.clip_norm": 0.05, "network.frozen": ["W1", "b2[0]"]},
    ),
    ("circle", {"training.schedule": {"name": "cosine", "epochs": 2, "warmup": 1}}),
    ("circle", {"training.schedule": {"name": "step", "every": 1}, "training.batch_size": 60}),
    ("circle", {"training.schedule": {"name": "warmup", "warmup": 2}, "training.batch_size": 60}),
    ("circle", {"training.schedule": {"name": "exponential"}, "training.batch_size": 60, "training.shuffle": False}),
]


def test_every_function_of_the_engine_is_among_the_cases():
    experiments = [Experiment.find(name, fields) for name, fields in CASES]
    layers = [Architecture.of(experiment) for experiment in experiments]
    assert {each.activation_name(layer) for each in layers for layer in range(1, each.layers + 1)} >= {
        *ACTIVATIONS,
        *OUTPUTS,
    }
    assert {each.loss.name for each in layers} == {*LOSSES}
    assert {optimisers.chosen_optimiser(each.training)[0].name for each in experiments} == {*optimisers.OPTIMISERS}
    assert {each.training.schedule.name for each in experiments} == {*SCHEDULES}


@pytest.fixture(scope="module")
def cases():
    """What JavaScript makes of all cases, over an epoch's end, so that it has to know the order of the next one too."""
    jobs = []
    for name, fields in CASES:
        trainer = Trainer(Experiment.find(name, fields))
        jobs.append(job(trainer, min(trainer.batches_per_epoch + 2, 42)))
    return done(*jobs)


@pytest.mark.parametrize("place", range(len(CASES)), ids=[f"{name} {fields}" for name, fields in CASES])
def test_javascript_makes_the_engines_updates(cases, place):
    name, fields = CASES[place]
    ours, theirs = cases[place], Trainer(Experiment.find(name, fields))
    assert len(ours["records"]) >= 3
    for record in ours["records"]:
        assert_same(record, theirs.iterate())
    if ours["scored"] is not None:
        assert ours["scored"] == pytest.approx(theirs.score("validation")[0], rel=1e-12)


def test_it_goes_on_from_the_middle_of_a_run():
    trainers = [
        Trainer(Experiment.find("circle", {"training.optimizer": name})) for name in ("sgd", "adam", "momentum")
    ]
    for trainer in trainers:
        trainer.seek(401)
    for trainer, ours in zip(trainers, done(*(job(trainer, 30) for trainer in trainers)), strict=True):
        trainer.seek(401)
        for record in ours["records"]:
            assert_same(record, trainer.iterate())


def test_a_rate_set_by_hand_and_a_silenced_unit_hold():
    trainer = Trainer(Experiment.find("circle", {"training.schedule": {"name": "exponential", "factor": 0.5}}))
    trainer.seek(7)
    trainer.set_learning_rate(0.3)
    trainer.silence(1, 2, True)
    (ours,) = done(job(trainer, 25))
    trainer.seek(7)
    for record in ours["records"]:
        assert_same(record, trainer.iterate())


def test_it_goes_back_exactly():
    """Past kept places, and past the end of an epoch."""
    trainer = Trainer(Experiment.find("circle", {"training.optimizer": "adam"}))
    start = job(trainer)
    ours, straight = done({**start, "iterations": 130, "back": 61}, {**start, "iterations": 61})
    assert ours["layers"] == straight["layers"]
    trainer.seek(61)
    assert ours["there"] == trainer.iterate().examples.tolist()


def test_a_changed_weight_changes_every_number_as_the_engine_has_it():
    trainer = Trainer(Experiment.named("circle"))
    (ours,) = done(job(trainer, 3, change=[1, 2, 0, -0.75]))
    trainer.seek(0)
    trainer.set_weight(2, 2, 0, -0.75)
    for record in ours["records"]:
        assert_same(record, trainer.iterate())
