"""Records to explain: of networks of every kind, drawn at random or chosen."""

from itertools import product

import numpy as np
import tomli_w
from hypothesis import strategies as st

from nnviz.engine import Trainer
from nnviz.engine.experiment import Experiment
from tests.engine.networks import experiment
from tests.engine.random_experiments import tables

SMOOTH = ["sigmoid", "tanh", "softplus", "gelu", "silu", "linear"]


def record_of(updates=0, **fields):
    """An update of a small network, after some others."""
    trainer = Trainer(experiment(**{"hidden": (4, 3), "bias": 0.2, **fields}))
    trainer.run(updates, score=False)
    return trainer.iterate()


@st.composite
def trainers(draw):
    """Any valid experiment, with a unit silenced now and then."""
    trainer = Trainer(Experiment.parse(tomli_w.dumps(draw(tables()))))
    for layer, units in enumerate(trainer.architecture.widths[1:-1], start=1):
        if draw(st.integers(0, 3)) == 0:
            trainer.silence(layer, draw(st.integers(0, units - 1)), True)
    trainer.run(draw(st.integers(0, 3)), score=False)
    return trainer


@st.composite
def records(draw):
    """An update of any valid experiment that has not diverged, and an example of it or ``None`` for the batch."""
    record = draw(trainers().map(lambda trainer: trainer.iterate()).filter(is_moderate))
    return record, draw(st.none() | st.integers(0, len(record.examples) - 1))


def is_moderate(record):
    """Whether there is something to compare to twelve digits."""
    return all(np.abs(numbers).max() < 1e20 for numbers in (record.arena, record.before, record.after))


def every_unit(record):
    """(layer, unit) of all that have an error signal."""
    widths = record.architecture.widths
    for layer in range(1, len(widths)):
        yield from product([layer], range(widths[layer]))


def every_parameter(record):
    """(layer, unit, source) of all weights and biases."""
    for layer, unit in every_unit(record):
        yield from product([layer], [unit], [*range(record.architecture.widths[layer - 1]), None])


def some_parameters(record, most=12):
    """The same, or a fair choice of them where there are many."""
    parameters = list(every_parameter(record))
    return parameters[:: max(1, len(parameters) // most)]


def loss_of(record, parameters, example=None, without=None):
    """The loss with other parameters or without a unit, penalty included: the whole pass, step by step."""
    architecture, penalty = record.architecture, 0.0
    rows = slice(None) if example is None else slice(example, example + 1)
    a = np.array(record.x[rows])
    for here, (weights, bias) in zip(record.layers, parameters, strict=True):
        penalty += record.l1 * np.abs(weights).sum() + 0.5 * record.l2 * np.square(weights).sum()
        z = a @ weights.T + bias
        function = architecture.output if here.number == architecture.layers else architecture.hidden[here.number - 1]
        a = np.array(function.of(z))
        if here.mask is not None:
            a *= here.mask[rows]
        if without is not None and here.number == without[0]:
            a[:, without[1]] = 0.0
    columns = [np.ascontiguousarray(part.T) for part in (z, a, record.y[rows])]
    return float(architecture.loss.per_example(*columns).mean() + penalty)


def parameters_of(record):
    """(W, b) of every layer before the update; copies."""
    return [(np.array(here.W), np.array(here.b)) for here in record.layers]
