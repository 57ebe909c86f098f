"""What stands before the sum of squared errors: ½, nothing, or one over the number of outputs."""

import json

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad

from nnviz.engine import Experiment, ExperimentError, Trainer
from nnviz.engine.analysis.blame import blame
from nnviz.engine.analysis.chain_rule import chain_rule
from nnviz.engine.analysis.nudge import finite_difference
from nnviz.engine.experiments.completion import complete
from nnviz.engine.functions.losses import HALF_SUM, LOSS_SCALES, SQUARED_ERROR
from nnviz.engine.networks.network import Architecture
from nnviz.engine.reports.trace import trace
from nnviz.engine.settings import Training
from nnviz.engine.sweeps.stack import Stack
from tests.engine.networks import experiment

OUTPUTS = SQUARED_ERROR.outputs
PLAIN = {
    "half_sum": lambda errors: 0.5 * anp.sum(errors**2, axis=1),
    "sum": lambda errors: anp.sum(errors**2, axis=1),
    "mean": lambda errors: anp.mean(errors**2, axis=1),
}
ANSWERS = {
    "sigmoid": lambda z: 1.0 / (1.0 + anp.exp(-z)),
    "softmax": lambda z: anp.exp(z) / anp.sum(anp.exp(z), axis=1, keepdims=True),
    "linear": lambda z: z,
    "tanh": anp.tanh,
}


def record_of(scale, output="tanh", updates=0, **fields):
    chosen = {"hidden": (4, 3), "bias": 0.2, "learning_rate": 0.3, "loss_scale": scale, **fields}
    trainer = Trainer(experiment(output=output, **chosen))
    trainer.run(updates, score=False)
    return trainer.iterate()


def plain_losses(parameters, record, scale, output):
    """Each example's loss, as one would write it down."""
    a = record.x
    for W, b in parameters[:-1]:
        a = anp.tanh(anp.dot(a, W.T) + b)
    W, b = parameters[-1]
    return PLAIN[scale](ANSWERS[output](anp.dot(a, W.T) + b) - record.y)


@pytest.mark.parametrize("scale", LOSS_SCALES)
@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_losses_and_gradients_are_those_of_automatic_differentiation(scale, output, seed):
    hidden = ((4, 3), (5,), ())[seed - 1]
    record = record_of(scale, output, updates=2, hidden=hidden, seed=seed)
    parameters = [(layer.W, layer.b) for layer in record.layers]
    np.testing.assert_allclose(record.example_losses, plain_losses(parameters, record, scale, output), rtol=1e-12)
    found = grad(lambda blocks: anp.mean(plain_losses(blocks, record, scale, output)))(parameters)
    for layer, (grad_W, grad_b) in zip(record.layers, found, strict=True):
        np.testing.assert_allclose(layer.grad_W, grad_W, rtol=1e-9, atol=1e-14)
        np.testing.assert_allclose(layer.grad_b, grad_b, rtol=1e-9, atol=1e-14)


BY_HAND = """
[data]
x = [[1.0, 2.0]]
y = [[1.0, 0.0]]
split = [1.0, 0.0, 0.0]
standardize = false
[network]
hidden = [2]
activation = "linear"
output = "linear"
parameters = [{ W = [[1.0, 0.5], [-1.0, 1.0]], b = [0.0, 1.0] }, { W = [[2.0, 1.0], [0.5, -1.0]], b = [-1.0, 0.0] }]
[training]
loss = "squared_error"
learning_rate = 0.1
"""


@pytest.mark.parametrize(("scale", "loss", "factor"), [("half_sum", 8.5, 1.0), ("sum", 17.0, 2.0), ("mean", 8.5, 1.0)])
def test_an_example_that_is_worked_out_by_hand(scale, loss, factor):
    """h = (1 + 1, −1 + 2 + 1) = (2, 2), ŷ = (4 + 2 − 1, 1 − 2) = (5, −1), ŷ − y = (4, −1), Σ = 16 + 1 = 17."""
    record = Trainer(Experiment.parse(BY_HAND + f'loss_scale = "{scale}"')).iterate()
    hidden, output = record.layers
    assert hidden.a.tolist() == [[2.0, 2.0]] and output.a.tolist() == [[5.0, -1.0]]
    assert record.loss.total == loss
    # δ² = factor (4, −1); δ¹ = W²ᵀ δ² = factor (8 − 0.5, 4 + 1); ∇W² = δ² hᵀ; ∇W¹ = δ¹ xᵀ.
    assert output.delta.tolist() == [[4.0 * factor, -1.0 * factor]]
    assert hidden.delta.tolist() == [[7.5 * factor, 5.0 * factor]]
    assert output.grad_W.tolist() == [[8.0 * factor, 8.0 * factor], [-2.0 * factor, -2.0 * factor]]
    assert hidden.grad_W.tolist() == [[7.5 * factor, 15.0 * factor], [5.0 * factor, 10.0 * factor]]
    assert output.b_after.tolist() == pytest.approx([-1.0 - 0.4 * factor, 0.1 * factor])


def test_one_output_and_the_sum_is_the_usual_published_two_times_the_error():
    """Nielsen has ½ (ŷ − y)²; where it is (ŷ − y)², as in a regression by hand, ∂L/∂w is 2 (ŷ − y) x."""
    text = """
[data]
x = [[2.0]]
y = [[3.0]]
split = [1.0, 0.0, 0.0]
standardize = false
[network]
hidden = []
parameters = [{ W = [[1.0]], b = [0.5] }]
[training]
loss_scale = "sum"
"""
    record = Trainer(Experiment.parse(text)).iterate()
    # ŷ = 2.5, so L = 0.25, ∂L/∂w = 2 · (−0.5) · 2 = −2 and ∂L/∂b = −1.
    (layer,) = record.layers
    assert (record.loss.total, layer.grad_W.item(), layer.grad_b.item()) == (0.25, -2.0, -1.0)


@pytest.mark.parametrize("scale", LOSS_SCALES)
@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("example", [None, 1])
def test_the_gradient_is_explained_with_the_factor(scale, output, example):
    record = record_of(scale, output, updates=1)
    for layer, unit, source in [(1, 2, 1), (2, 0, None), (3, 1, 2)]:
        rule = chain_rule(record, layer, unit, source, example)
        assert sum(path.product for path in rule.paths) == pytest.approx(rule.gradient, rel=1e-12)
        measured = finite_difference(record, layer, unit, source, example)
        assert measured == pytest.approx(rule.gradient, rel=1e-6, abs=1e-10)
    told = blame(record, 3, 0, example)
    error = float(LOSS_SCALES[scale].over(record.y.shape[1])) * 2.0 * (record.prediction - record.y)[:, 0]
    assert told.error == pytest.approx(error.mean() if example is None else error[example], rel=1e-12)
    if example is not None and output != "softmax":
        assert told.delta == pytest.approx(told.error * (1.0 if told.slope is None else told.slope), rel=1e-12)


@pytest.mark.parametrize("scale", LOSS_SCALES)
def test_a_stack_comes_to_what_each_comes_to_alone(scale):
    first = complete(experiment(hidden=(4, 3), split=(0.6, 0.4, 0.0), loss_scale=scale, count=20))
    chosen = [first.with_fields({"network.seed": seed}) for seed in range(1, 5)]
    stack = Stack(chosen, [Trainer(each).examples for each in chosen])
    while not stack.finished:
        stack.advance(0.0)
    for run, each in zip(stack.runs, chosen, strict=True):
        alone = Trainer(each)
        alone.run()
        np.testing.assert_allclose(run.history.rows, alone.history.rows, rtol=1e-12)


@pytest.mark.parametrize("scale", LOSS_SCALES)
def test_the_experiment_in_a_trace_gives_the_same_numbers_again(scale):
    trainer = Trainer(experiment(hidden=(3,), loss_scale=scale))
    told = json.loads(b"".join(trace(trainer, 0, 6)))
    assert told["experiment"]["training"]["loss_scale"] == scale
    again = Experiment.parse(Trainer(experiment(hidden=(3,), loss_scale=scale)).experiment.to_toml())
    assert json.loads(b"".join(trace(Trainer(again), 0, 6))) == told


def test_the_history_and_the_scores_are_scaled_and_the_rmse_is_not():
    trainers = {scale: Trainer(experiment(loss_scale=scale, output="linear")) for scale in LOSS_SCALES}
    scores = {scale: trainer.score("train") for scale, trainer in trainers.items()}
    half = scores["half_sum"][0]
    assert scores["sum"][0] == pytest.approx(2.0 * half) and scores["mean"][0] == pytest.approx(half)
    assert len({score for _, score in scores.values()}) == 1
    assert trainers["sum"].history.rows[0].tolist()[2] == pytest.approx(2.0 * half)


def test_the_usual_one_is_the_default_and_costs_nothing_more():
    assert Training().loss_scale == HALF_SUM.name
    usual = Architecture.of(complete(experiment()))
    assert usual.loss == SQUARED_ERROR
    room = np.empty((2, 5))
    counts = []
    for loss in (SQUARED_ERROR, SQUARED_ERROR.with_scale("sum", 2)):
        counts.append(len(loss.delta(usual.output, room, room, room, room, room)))
    assert counts == [2, 3]


@pytest.mark.parametrize("loss", ["cross_entropy", "binary_cross_entropy"])
def test_other_losses_have_no_choice(loss):
    output = {"cross_entropy": "softmax", "binary_cross_entropy": "sigmoid"}[loss]
    complete(experiment(output=output, loss=loss, loss_scale="half_sum"))
    with pytest.raises(ExperimentError) as refused:
        complete(experiment(output=output, loss=loss, loss_scale="mean"))
    assert str(refused.value) == f"training.loss_scale: {loss} has no choice of scale, only squared_error has"


def test_a_scale_that_there_is_not_is_refused_with_those_that_there_are():
    with pytest.raises(ExperimentError) as refused:
        complete(experiment(loss_scale="means"))
    assert str(refused.value) == 'training.loss_scale: no scale of a loss "means"; did you mean "mean"?'
