"""What is seen beside a batch's examples: their mean, and examples that are not among them."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from nnviz.engine import Experiment, Trainer
from nnviz.engine.training.record.views import MeanOfBatch, Visits

FIELDS = (
    {},
    {"network.activation": "relu", "network.hidden": [5]},
    {"training.loss": "squared_error", "training.optimizer": "adam", "training.l2": 0.01},
)


@pytest.fixture(params=FIELDS, ids=["circle", "relu", "adam"])
def trainer(request):
    trainer = Trainer(Experiment.named("circle").with_fields({"data.examples": 60, **request.param}))
    trainer.run(25)
    return trainer


def test_the_mean_is_that_of_every_number(trainer):
    record = trainer.iterate()
    mean = MeanOfBatch(record)
    for own, seen in zip(record.layers, mean.layers, strict=True):
        for name in ("inputs", "z", "a", "slope", "delta"):
            assert_array_equal(getattr(seen, name), getattr(own, name).mean(axis=0, keepdims=True))
        assert seen.grad_W is own.grad_W and seen.W is own.W
    assert_array_equal(mean.x[0], record.x.mean(axis=0))
    assert_array_equal(mean.prediction, mean.layers[-1].a)
    assert mean.loss == record.loss
    assert mean.example_losses.tolist() == [record.loss.data]


def test_what_is_linear_holds_for_means_too(trainer):
    for layer in MeanOfBatch(trainer.iterate()).layers:
        assert_allclose(layer.z[0], layer.W @ layer.inputs[0] + layer.b, rtol=1e-12, atol=1e-14)


def test_a_visitor_has_the_numbers_that_it_has_in_the_batch(trainer):
    record, visit = trainer.iterate(), Visits()
    for row, example in enumerate(record.examples.tolist()):
        seen = visit(record, trainer.examples, example)
        assert seen.examples.tolist() == [example]
        for own, other in zip(record.layers, seen.layers, strict=True):
            for name in ("inputs", "z", "a", "delta"):
                assert_allclose(getattr(other, name)[0], getattr(own, name)[row], rtol=1e-12, atol=1e-15)
        assert_allclose(seen.example_losses[0], record.example_losses[row], rtol=1e-12)


def test_parameters_and_gradients_beside_a_visitor_are_those_of_the_update(trainer):
    record = trainer.iterate()
    other = next(n for n in range(60) if n not in record.examples)
    seen = Visits()(record, trainer.examples, other)
    assert_array_equal(seen.theta, record.theta)
    assert_array_equal(seen.theta_after, record.theta_after)
    assert_array_equal(seen.layers[0].grad_W, record.layers[0].grad_W)


def test_a_visit_leaves_the_run_alone():
    trainers = [Trainer(Experiment.named("circle").with_fields({"training.dropout": 0.3})) for _ in range(2)]
    records = [trainer.iterate() for trainer in trainers]
    Visits()(records[0], trainers[0].examples, 7)
    assert trainers[0].iterate().arena.tobytes() == trainers[1].iterate().arena.tobytes()


def test_dropout_silences_nothing_in_a_visitor():
    trainer = Trainer(Experiment.named("circle").with_fields({"training.dropout": 0.5}))
    seen = Visits()(trainer.iterate(), trainer.examples, 3)
    assert all(layer.mask is None for layer in seen.layers)


def test_a_unit_that_is_knocked_out_is_so_for_visitors_too():
    trainer = Trainer(Experiment.named("circle"))
    trainer.silence(1, 2, True)
    seen = Visits()(trainer.iterate(), trainer.examples, 3)
    assert seen.layers[0].a[0, 2] == 0.0 and seen.layers[0].delta[0, 2] == 0.0


def test_what_is_seen_cannot_be_written_to(trainer):
    record = trainer.iterate()
    for seen in (MeanOfBatch(record), Visits()(record, trainer.examples, 0)):
        with pytest.raises(ValueError, match="read-only"):
            seen.layers[0].z[0, 0] = np.pi
