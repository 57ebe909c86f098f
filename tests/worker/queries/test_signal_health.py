"""What the model thread finds out about signals is the engine's own."""

import numpy as np

from nnviz.engine import Experiment, Trainer
from nnviz.engine.analysis.diagnostics import saturated_shares
from nnviz.engine.analysis.gradient_flow import gradient_norms, mean_signals, update_ratios
from nnviz.worker.queries.query import ModelState
from nnviz.worker.queries.signal_health import HistogramsOf, SignalNow


def state_of(trainer):
    record = trainer.iterate()
    return ModelState(
        experiment=trainer.experiment,
        architecture=record.architecture,
        examples=trainer.examples,
        record=record,
        theta=record.theta_after,
        first_theta=record.theta,
        best_theta=trainer.best_theta,
        line=trainer.line,
    )


def a_trainer(name="circle", **network):
    return Trainer(Experiment.named(name).with_fields({f"network.{key}": value for key, value in network.items()}))


def test_signals_are_those_of_the_record_on_screen():
    trainer = a_trainer(hidden=[4, 3], activation="sigmoid")
    trainer.run(5)
    trainer.fork()
    state = state_of(trainer)
    health = SignalNow(flat_below=0.2).answer(state)
    assert (health.line, health.iteration) == (1, 5)
    assert health.signals.tolist() == mean_signals(state.record).tolist()
    assert health.gradients.tolist() == gradient_norms(state.record).tolist()
    assert health.ratios.tolist() == update_ratios(state.record).tolist()
    assert health.saturated.tolist() == saturated_shares(state.record, 0.2).tolist()


def test_equal_questions_are_one():
    assert SignalNow() == SignalNow() and SignalNow() != SignalNow(flat_below=0.1)
    assert len({HistogramsOf(), HistogramsOf(), HistogramsOf(bins=10)}) == 2


def test_histograms_are_of_the_parameters_after_the_update():
    state = state_of(a_trainer(hidden=[4, 3]))
    spread = HistogramsOf().answer(state)
    after = [layer.W_after for layer in state.record.layers]
    assert spread.weights.counts.sum(axis=1).tolist() == [each.size for each in after]
    np.testing.assert_allclose(spread.weights.means, [each.mean() for each in after])
    examples = len(state.examples.train)
    assert spread.examples == examples
    assert spread.activations.counts.sum(axis=1).tolist() == [4 * examples, 3 * examples, examples]


def test_of_many_examples_a_thousand_are_enough():
    spread = HistogramsOf().answer(state_of(a_trainer("digits", hidden=[5])))
    assert spread.examples == 1000
