"""What every layer answers, beside the record of an update."""

import numpy as np

from nnviz.engine import Trainer
from nnviz.engine.analysis import layer_answers as module
from nnviz.engine.analysis.layer_answers import layer_answers
from tests.engine.networks import experiment


def test_activations_are_those_of_the_record():
    trainer = Trainer(experiment(hidden=(4, 3), batch_size="full", shuffle=False))
    record = trainer.iterate()
    for layer, answers in zip(record.layers, layer_answers(record.architecture, record.theta, record.x), strict=True):
        np.testing.assert_allclose(answers, layer.a, rtol=1e-12)


def test_a_silenced_unit_answers_nothing():
    trainer = Trainer(experiment(hidden=(4,)))
    trainer.silence(1, 2, True)
    record = trainer.iterate()
    hidden, _ = layer_answers(record.architecture, record.theta, record.x)
    assert (hidden[:, 2] == 0.0).all() and (hidden[:, 1] != 0.0).all()


def test_no_examples_have_no_answers():
    trainer = Trainer(experiment(hidden=(4,)))
    widths = trainer.architecture.widths
    empty = layer_answers(trainer.architecture, trainer.theta(), np.zeros((0, widths[0])))
    assert [values.shape for values in empty] == [(0, units) for units in widths[1:]]


def test_many_examples_are_answered_piece_by_piece(monkeypatch):
    trainer = Trainer(experiment(hidden=(4, 3)))
    of = trainer.architecture, trainer.theta(), trainer.examples.x
    whole = layer_answers(*of)
    monkeypatch.setattr(module, "AT_ONCE", 3)
    for layer, (values, expected) in enumerate(zip(layer_answers(*of), whole, strict=True), start=1):
        np.testing.assert_allclose(values, expected, rtol=1e-12)
        (alone,) = layer_answers(*of, only=layer)
        assert alone.tobytes() == values.tobytes()
