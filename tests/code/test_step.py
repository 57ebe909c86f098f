"""The step that is shown is code: run as it stands, it gives every number of the engine's record."""

import math
from importlib.util import find_spec

import numpy as np
import pytest

from nnviz.code.numpy_code import MEMORIES, numpy_program
from nnviz.code.step import numpy_step, pytorch_step
from nnviz.code.subject import Subject
from nnviz.code.training import trained_name
from nnviz.code.values import value_in
from nnviz.engine import Experiment, ExperimentError, Trainer

EXPERIMENTS = [
    ("circle", {}),
    ("worked-example", {}),
    ("digits", {"training.optimizer": "adam", "training.clip_norm": 0.1, "training.dropout": 0.2}),
    ("spiral3", {"network.activation": "gelu", "training.optimizer": "momentum", "training.l2": 0.1}),
    ("sine", {"network.activation": "softplus", "training.optimizer": "rmsprop", "training.batch_size": "full"}),
    ("penguins", {"network.frozen": ["W1[0,1]", "b2"], "training.optimizer": "adamw", "training.l1": 0.01}),
    ("moons", {"network.output": "softmax", "training.loss": "squared_error"}),
]


def made(name, fields):
    experiment = Experiment.named(name).with_fields({"training.early_stopping": None, **fields})
    trainer = Trainer(experiment)
    return trainer, Subject.of(trainer.experiment, trainer.examples)


def surroundings(trainer, subject, record):
    """What a step finds in its program: the parameters, the data, the settings and the optimiser's memory."""
    row, chosen = subject.optimiser
    training, architecture = trainer.experiment.training, record.architecture
    names = {"np": np, "math": math, **chosen, "learning_rate": record.learning_rate, "t": record.iteration}
    names |= {"rate": record.learning_rate, "l1": training.l1, "l2": training.l2, "clip_norm": training.clip_norm}
    names["dropping"] = np.random.default_rng(np.random.SeedSequence(training.seed, spawn_key=(1,)))
    names |= {"x_train": record.x, "y_train": record.y, "batch": slice(None)}
    for layer, (weights, bias) in enumerate(architecture.weights_and_biases(record.theta.copy()), 1):
        names[f"W{layer}"], names[f"b{layer}"] = np.ascontiguousarray(weights), bias.copy()
    names["parameters"] = [names[each] for each in subject.parameters]
    names["trained"] = [names[each] for each in subject.trained]
    for memory, vector in zip(MEMORIES[row.name], record.state, strict=True):
        parts = dict(
            zip(
                subject.parameters,
                [p.copy() for pair in architecture.weights_and_biases(vector) for p in pair],
                strict=True,
            )
        )
        names[memory] = [np.ascontiguousarray(parts[each]) for each in subject.trained]
    return names


@pytest.mark.parametrize(("name", "fields"), EXPERIMENTS)
@pytest.mark.parametrize("updates", [0, 3])
def test_every_phase_gives_the_records_numbers(name, fields, updates):
    if updates and "training.dropout" in fields:
        pytest.skip("what dropout keeps is drawn from the beginning of the run")
    trainer, subject = made(name, fields)
    trainer.run(updates)
    record = trainer.iterate()
    lines, names = numpy_step(subject), surroundings(trainer, subject, record)
    exec(compile("\n".join(line.code for line in lines), "step", "exec"), names)
    seen = set()
    for line in lines:
        for each in line.names:
            assert np.asarray(names[each]) == pytest.approx(value_in(record, each), rel=1e-9, abs=1e-12), each
            assert np.shape(names[each]) == value_in(record, each).shape
        if line.names:
            seen.update(line.phases)
    assert seen == {phase.name for phase in record.phases}


@pytest.mark.skipif(find_spec("torch") is None, reason="torch is not installed")
@pytest.mark.parametrize(("name", "fields"), EXPERIMENTS)
def test_pytorch_does_the_same(name, fields):
    import torch
    from torch.nn import functional

    from nnviz.code.pytorch_code import OPTIMISERS

    trainer, subject = made(name, fields)
    record = trainer.iterate()
    names = surroundings(trainer, subject, record) | {"torch": torch, "F": functional}
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.float64)
    try:
        for each in (*subject.parameters, "x_train", "y_train"):
            names[each] = torch.tensor(np.array(names[each]))
        names["parameters"] = [names[each] for each in subject.parameters]
        names["trained"] = [names[each].requires_grad_() for each in subject.trained]
        row, chosen = subject.optimiser
        start = f"{trained_name(subject)}, lr=learning_rate"
        names["optimizer"] = eval(f"torch.optim.{OPTIMISERS[row.name](chosen).format(start)}", names)
        lines = pytorch_step(subject)
        exec(compile("\n".join(line.code for line in lines), "step", "exec"), names)
        for line in lines:
            for each in line.names:
                variable, _, grad = each.partition(".")
                found = names[variable].grad if grad else names[variable]
                assert found.detach().numpy() == pytest.approx(value_in(record, each), rel=1e-9, abs=1e-12), each
    finally:
        torch.set_default_dtype(before)


@pytest.mark.parametrize(("name", "fields"), EXPERIMENTS)
def test_it_is_the_code_of_the_program(name, fields):
    _, subject = made(name, fields)
    program = "\n".join(section.code for section in numpy_program(subject).sections)
    lines = {line.strip() for line in program.splitlines()}
    known = lines | {line.replace("return ", "L = ") for line in lines}
    for line in numpy_step(subject):
        assert line.code.strip() in known, line.code


def test_a_network_of_one_hidden_layer_takes_about_thirty_lines():
    _, subject = made("circle", {"network.hidden": [4]})
    assert len(numpy_step(subject)) <= 30
    assert len(pytorch_step(subject)) <= 20


def test_where_nothing_trains_there_is_no_update_and_nothing_for_pytorch():
    _, subject = made("circle", {"network.hidden": [], "network.frozen": ["W1", "b1"]})
    assert not any("update" in line.phases for line in numpy_step(subject))
    with pytest.raises(ExperimentError, match="frozen"):
        pytorch_step(subject)
