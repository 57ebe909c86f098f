"""The record of an iteration: frozen, a copy, cheap, and shaped as it says."""

import numpy as np
import pytest

from nnviz.engine import Experiment, Iteration, Trainer
from nnviz.engine.kernel.arena import Arena
from tests.engine.networks import experiment


@pytest.fixture
def trainer():
    return Trainer(experiment(hidden=(4, 5), output="softmax", loss="cross_entropy", l2=0.01))


def arrays_of(record):
    """Every array that a record shows, with its name."""
    for name in ("arena", "before", "after", "theta", "theta_after", "gradient", "state", "state_after"):
        yield name, getattr(record, name)
    for name in ("examples", "x", "y", "prediction", "example_losses"):
        yield name, getattr(record, name)
    for layer in record.layers:
        for name in layer.__dataclass_fields__:
            value = getattr(layer, name)
            if isinstance(value, np.ndarray):
                yield f"layer {layer.number}: {name}", value


def test_nothing_in_a_record_can_be_written_to(trainer):
    for name, array in arrays_of(trainer.iterate()):
        assert not array.flags.writeable, name
        if array.size:
            with pytest.raises(ValueError, match="read-only"):
                array[...] = 0.0


def test_no_field_of_a_record_can_be_replaced(trainer):
    record = trainer.iterate()
    with pytest.raises(AttributeError):
        record.iteration = 3
    with pytest.raises(AttributeError):
        record.layers[0].W = np.zeros(3)


def test_training_on_leaves_a_record_as_it_was(trainer):
    record = trainer.iterate()
    before = {name: array.tobytes() for name, array in arrays_of(record)}
    trainer.run(20)
    trainer.set_weight(1, 0, 0, 9.0)
    trainer.seek(2)
    assert {name: array.tobytes() for name, array in arrays_of(record)} == before


def test_a_records_layers_are_shaped_as_batches_of_rows(trainer):
    record = trainer.iterate()
    batch, widths = 4, (3, 4, 5, 3)
    assert record.x.shape == (batch, 3) and record.y.shape == (batch, 3) and record.prediction.shape == (batch, 3)
    assert record.example_losses.shape == (batch,) and record.examples.shape == (batch,)
    for number, layer in enumerate(record.layers, start=1):
        before, units = widths[number - 1], widths[number]
        assert layer.number == number
        assert layer.inputs.shape == (batch, before)
        assert layer.W.shape == layer.grad_W.shape == layer.W_after.shape == (units, before)
        assert layer.b.shape == layer.grad_b.shape == layer.b_after.shape == (units,)
        assert layer.z.shape == layer.a.shape == layer.delta.shape == (batch, units)
    assert [layer.activation for layer in record.layers] == ["tanh", "tanh", "softmax"]


def test_each_layer_receives_what_the_one_below_gives(trainer):
    record = trainer.iterate()
    assert np.array_equal(record.layers[0].inputs, record.x)
    for below, layer in zip(record.layers, record.layers[1:], strict=False):
        assert np.array_equal(layer.inputs, below.a)
    assert np.array_equal(record.prediction, record.layers[-1].a)


def test_the_error_signal_is_kept_for_each_example_and_gradients_are_their_mean_with_the_penalty(trainer):
    for layer in trainer.iterate().layers:
        expected = np.mean([np.outer(d, a) for d, a in zip(layer.delta, layer.inputs, strict=True)], axis=0)
        np.testing.assert_allclose(layer.grad_W, expected + 0.01 * layer.W, rtol=1e-12)
        np.testing.assert_allclose(layer.grad_b, layer.delta.mean(axis=0), rtol=1e-12)


@pytest.mark.parametrize("output", ["sigmoid", "tanh", "linear"])
def test_slopes_are_those_of_the_activations(output):
    record = Trainer(experiment(hidden=(4, 3), activation=("tanh", "relu"), output=output)).iterate()
    activations = [*record.architecture.hidden, record.architecture.output]
    np.testing.assert_allclose(record.layers[0].slope, activations[0].slope_at(record.layers[0].z))
    np.testing.assert_allclose(record.layers[1].slope, activations[1].slope_at(record.layers[1].z))
    expected = {"sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a * a, "linear": np.ones_like}[output]
    np.testing.assert_allclose(record.layers[2].slope, expected(record.layers[2].a))


def test_a_softmax_has_no_slope_of_its_own(trainer):
    assert trainer.iterate().layers[-1].slope is None


def test_a_record_counts_as_the_run_does():
    trainer = Trainer(experiment())
    places = [(each.iteration, each.epoch, each.batch, each.batches) for each in (trainer.iterate() for _ in range(5))]
    assert places == [(0, 0, 0, 3), (1, 0, 1, 3), (2, 0, 2, 3), (3, 1, 0, 3), (4, 1, 1, 3)]


def test_every_epoch_has_each_training_example_once():
    trainer = Trainer(Experiment.named("circle"))
    epochs = []
    for _ in range(2):
        records = [trainer.iterate() for _ in range(trainer.batches_per_epoch)]
        epochs.append(np.concatenate([record.examples for record in records]))
        assert np.array_equal(np.sort(epochs[-1]), trainer.examples.train)
    assert not np.array_equal(*epochs)


def test_a_record_remembers_the_rate_of_its_own_update(trainer):
    first = trainer.iterate()
    trainer.set_learning_rate(0.25)
    assert (first.learning_rate, trainer.iterate().learning_rate) == (0.1, 0.25)


def test_a_record_says_what_it_is(trainer):
    assert repr(trainer.iterate()).startswith("<Iteration 0 (epoch 0, batch 1/3, 4 examples, loss ")


def test_a_record_keeps_three_arrays_and_the_examples(trainer):
    record = trainer.iterate()
    owners = [value for value in vars(record).values() if isinstance(value, np.ndarray)]
    assert len(owners) == 4
    widths = record.architecture.widths
    assert record.arena.size == Arena.size(widths, 4)
    assert isinstance(record, Iteration)


def test_where_numbers_stop_being_finite_is_said_in_the_order_of_the_computation():
    trainer = Trainer(experiment(hidden=(4, 3), activation="linear", output="linear"))
    assert trainer.iterate().first_not_finite() is None
    trainer.set_weight(2, 0, 0, 1e308)
    trainer.set_bias(1, 0, 1e10)
    assert trainer.iterate().first_not_finite() == "the pre-activations z of hidden layer 2"


def test_parameters_are_copies():
    trainer = Trainer(experiment())
    weights, bias = trainer.parameters()[0]
    before = trainer.theta()
    weights[...] = 7.0
    bias[...] = 7.0
    assert np.array_equal(trainer.theta(), before)
    with pytest.raises(ValueError, match="read-only"):
        before[0] = 1.0
