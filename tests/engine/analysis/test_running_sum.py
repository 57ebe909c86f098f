import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.engine import Experiment, Kind, Trainer
from nnviz.engine.analysis.running_sum import exact_sum, is_summed, loss_by_output, running_sum
from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.training.record.views import MeanOfBatch
from tests.engine.networks import PAIRS, experiment


def worked_example():
    return Trainer(Experiment.named("worked-example")).iterate()


def random_record(widths, activation, seed, dropout=0.0):
    generator = np.random.default_rng(seed)
    x = generator.normal(size=(4, 3)).round(3).tolist()
    experiment = Experiment.parse(
        f"[data]\nx = {x}\ny = [0, 1, 1, 0]\nsplit = [1.0, 0.0, 0.0]\nstandardize = false\n"
        f'[network]\nhidden = {widths}\nactivation = "{activation}"\noutput = "sigmoid"\nseed = {seed}\nbias = 0.1\n'
        f"[training]\nbatch_size = 4\nlearning_rate = 0.5\ndropout = {dropout}\n"
    )
    trainer = Trainer(experiment)
    trainer.run(2)
    return trainer.iterate()


def sums_of(record):
    for layer in range(1, record.architecture.layers + 1):
        for kind in (Kind.PRE_ACTIVATION, Kind.DELTA):
            if is_summed(record, kind, layer):
                for unit in range(record.architecture.widths[layer]):
                    yield kind, layer, unit


def own(record, kind, layer, row, unit):
    here = record.layers[layer - 1]
    return (here.z if kind is Kind.PRE_ACTIVATION else here.delta)[row, unit]


def test_the_weighted_sum_of_the_worked_example_fills_up_term_by_term():
    record = worked_example()
    steps = [running_sum(record, 0, Kind.PRE_ACTIVATION, 1, 0, done) for done in range(4)]
    assert [step.total for step in steps] == pytest.approx([0.0, 0.0075, 0.0275, 0.3775], abs=1e-15)
    assert [step.result for step in steps] == [None, None, None, record.layers[0].z[0, 0]]
    assert all(step.of == 3 for step in steps)
    assert [(term.source, term.factors) for term in steps[-1].terms] == [
        (0, (0.15, 0.05)),
        (1, (0.2, 0.1)),
        (None, (0.35,)),
    ]


def test_the_error_signal_is_added_up_and_then_multiplied_by_the_slope():
    record = worked_example()
    here, ahead = record.layers
    before, after = (running_sum(record, 0, Kind.DELTA, 1, 0, done) for done in (2, 3))
    assert before.total == pytest.approx(float(ahead.W[:, 0] @ ahead.delta[0]), rel=1e-14) and before.result is None
    assert after.terms[-1].factors == (here.slope[0, 0],)
    assert after.total == before.total * here.slope[0, 0]
    assert after.result == here.delta[0, 0]


@settings(max_examples=40, deadline=None)
@given(
    widths=st.lists(st.integers(1, 9), min_size=1, max_size=3),
    activation=st.sampled_from(sorted(ACTIVATIONS)),
    seed=st.integers(0, 1000),
    dropout=st.sampled_from([0.0, 0.3]),
)
def test_after_the_last_term_the_total_is_the_engines_own_number(widths, activation, seed, dropout):
    record = random_record(widths, activation, seed, dropout)
    for kind, layer, unit in sums_of(record):
        for row in range(len(record.examples)):
            whole = running_sum(record, row, kind, layer, unit, 1000)
            assert len(whole.terms) == whole.of
            assert whole.result == own(record, kind, layer, row, unit)
            assert math.isclose(whole.total, whole.result, rel_tol=1e-12, abs_tol=1e-12)
            for done in range(whole.of):
                part = running_sum(record, row, kind, layer, unit, done)
                assert part.terms == whole.terms[:done] and part.result is None
                assert part.total == math.fsum(term.value for term in part.terms)


def test_the_mean_of_a_batch_comes_to_the_mean_of_its_examples():
    record = random_record([3, 2], "tanh", 5)
    mean = MeanOfBatch(record)
    for kind, layer, unit in sums_of(record):
        whole = running_sum(mean, 0, kind, layer, unit, 1000)
        each = [running_sum(record, row, kind, layer, unit, 1000).total for row in range(4)]
        assert math.isclose(whole.total, np.mean(each), rel_tol=1e-12, abs_tol=1e-12)
        part = running_sum(mean, 0, kind, layer, unit, whole.of - 1)
        parts = [running_sum(record, row, kind, layer, unit, whole.of - 1).total for row in range(4)]
        assert math.isclose(part.total, np.mean(parts), rel_tol=1e-12, abs_tol=1e-12)


@pytest.mark.parametrize(("output", "loss"), PAIRS)
@pytest.mark.parametrize("updates", [0, 300])
def test_the_outputs_parts_add_up_to_each_examples_own_loss(output, loss, updates):
    trainer = Trainer(experiment(output=output, loss=loss, epochs=1000, learning_rate=0.5))
    trainer.run(updates)
    record = trainer.iterate()
    parts = loss_by_output(record)
    assert parts.shape == record.y.shape
    np.testing.assert_allclose(parts.sum(axis=1), record.example_losses, rtol=1e-12, atol=1e-15)


def test_what_adds_nothing_up_is_refused():
    record = worked_example()
    for kind, layer in ((Kind.ACTIVATION, 1), (Kind.DELTA, 2), (Kind.GRADIENT, 1), (Kind.UPDATE, 1)):
        assert not is_summed(record, kind, layer)
        with pytest.raises(ValueError, match="no sum"):
            running_sum(record, 0, kind, layer, 0, 1)


def test_sums_that_are_no_longer_finite_are_told_as_they_are():
    assert exact_sum([1e308, 1e308]) == math.inf
    assert math.isnan(exact_sum([math.inf, -math.inf]))
