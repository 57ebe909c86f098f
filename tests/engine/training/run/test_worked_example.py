"""The well-known 2-2-2 sigmoid example of backpropagation by hand, to nine digits."""

import numpy as np
import pytest

from nnviz.engine import Experiment, Trainer


@pytest.fixture
def trainer():
    return Trainer(Experiment.named("worked-example"))


@pytest.fixture
def record(trainer):
    return trainer.iterate()


def nine_digits(values):
    return [round(float(value), 9) for value in np.ravel(values)]


def test_the_hidden_layer(record):
    assert nine_digits(record.layers[0].z) == [0.3775, 0.3925]
    assert nine_digits(record.layers[0].a) == [0.593269992, 0.596884378]


def test_the_prediction(record):
    assert nine_digits(record.prediction) == [0.751365070, 0.772928465]


def test_the_error(record):
    assert nine_digits(record.loss.total) == [0.298371109]


def test_the_gradient_of_an_output_weight(record):
    assert nine_digits(record.layers[1].grad_W[0, 0]) == [0.082167041]


def test_the_gradient_of_a_hidden_weight(record):
    assert nine_digits(record.layers[0].grad_W[0, 0]) == [0.000438568]


def test_the_weights_after_one_update(record):
    assert nine_digits(record.layers[1].W_after) == [0.358916480, 0.408666186, 0.511301270, 0.561370121]
    assert nine_digits(record.layers[0].W_after) == [0.149780716, 0.199561432, 0.249751144, 0.299502287]


def test_the_biases_are_not_updated(record):
    for layer in record.layers:
        assert layer.b_after.tolist() == layer.b.tolist()


def test_the_error_after_one_update(trainer):
    trainer.iterate()
    # 0.291027924 is often quoted: it comes from rounding in between.
    assert nine_digits(trainer.iterate().loss.total) == [0.291027774]


def test_the_error_after_ten_thousand_updates(trainer):
    trainer.run(10_000)
    assert trainer.score("train")[0] == pytest.approx(3.51e-5, rel=0.01)
    assert np.abs(trainer.iterate().prediction - [[0.01, 0.99]]).max() < 0.01
