"""Silencing hidden units: to all that is asked of the network they answer 0, as if nothing led on from them."""

import numpy as np
import pytest

from nnviz.engine import Experiment, PlaceError, Trainer
from nnviz.engine.analysis.collapse import collapse
from nnviz.engine.analysis.gradient_noise import DataGradient
from nnviz.engine.analysis.nudge import finite_difference, nudged_loss
from nnviz.engine.analysis.representations import representations
from nnviz.engine.analysis.responses import Plane, Responses
from nnviz.engine.functions.activations import ACTIVATIONS
from tests.engine.networks import HIDDEN, PAIRS, experiment
from tests.engine.walks import next_record, small, state

OPTIMISERS = ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"]


def cut_off(trainer, layer, unit):
    """Nothing leads on from a unit, and it stays so: what silencing must come to."""
    for above in range(trainer.architecture.widths[layer + 1]):
        trainer.set_weight(layer + 1, above, unit, 0.0)
        trainer.set_frozen(layer + 1, above, unit, True)


def pair(iterations=0, places=((1, 1),), **fields):
    """Two runs of one experiment: one with silenced units, and one where they are cut off."""
    silent, cut = Trainer(experiment(**fields)), Trainer(experiment(**fields))
    for place in places:
        silent.silence(*place, True)
        cut_off(cut, *place)
    for each in (silent, cut):
        each.run(iterations)
    return silent, cut


def wide(**fields):
    """Fields of a network of two hidden layers, with a validation part."""
    return {"hidden": (5, 4), "count": 30, "split": (0.6, 0.4, 0.0), **fields}


def agree(silent, cut):
    """Whether two networks say the same, with each part of the data."""
    for part in ("train", "validation"):
        one, other = silent.evaluate(part), cut.evaluate(part)
        np.testing.assert_allclose(one.predictions, other.predictions, rtol=1e-12, atol=1e-15)
        assert silent.score(part) == pytest.approx(cut.score(part), rel=1e-12)


@pytest.mark.parametrize(("output", "loss"), PAIRS)
@pytest.mark.parametrize("activation", HIDDEN)
def test_a_silenced_unit_is_one_that_leads_nowhere(activation, output, loss):
    fields = wide(activation=activation, output=output, loss=loss, learning_rate=0.02)
    silent, cut = pair(20, [(1, 1), (2, 0), (2, 3)], **fields)
    agree(silent, cut)
    np.testing.assert_allclose(silent.history.rows, cut.history.rows, rtol=1e-11)


@pytest.mark.parametrize("optimizer", OPTIMISERS)
@pytest.mark.parametrize("fields", [{}, {"dropout": 0.4}, {"dropout": (0.0, 0.4)}])
def test_it_is_so_with_every_optimiser_and_with_dropout(optimizer, fields):
    silent, cut = pair(20, [(1, 2), (2, 1)], **wide(optimizer=optimizer, learning_rate=0.01, **fields))
    agree(silent, cut)


@pytest.mark.parametrize("dropout", [0.0, 0.4, (0.4, 0.0)])
@pytest.mark.parametrize("activation", HIDDEN)
def test_a_record_shows_the_silence(activation, dropout):
    trainer = Trainer(experiment(**wide(activation=activation, dropout=dropout, l2=0.01, bias=0.3)))
    twin = Trainer(experiment(**wide(activation=activation, dropout=dropout, l2=0.01, bias=0.3)))
    trainer.silence(1, 2, True)
    record, other = trainer.iterate(), twin.iterate()
    here, above = record.layers[:2]
    dropped = other.layers[0].mask if other.layers[0].mask is not None else np.ones_like(here.a)
    assert np.array_equal(here.mask, dropped * [1, 1, 0, 1, 1]) and not here.mask.flags.writeable
    assert np.array_equal(here.z, other.layers[0].z)
    curve = ACTIVATIONS[activation]
    np.testing.assert_allclose(here.a, curve.of(np.array(here.z)) * here.mask, rtol=1e-14)
    np.testing.assert_allclose(here.slope, curve.slope_at(np.array(here.z)), rtol=1e-14)
    np.testing.assert_allclose(here.delta, (above.delta @ above.W) * here.mask * here.slope, rtol=1e-12, atol=1e-300)
    assert not here.a[:, 2].any() and not here.delta[:, 2].any() and not above.inputs[:, 2].any()
    assert np.array_equal(here.grad_W[2], 0.01 * here.W[2]) and here.grad_b[2] == 0.0
    assert np.array_equal(above.grad_W[:, 2], 0.01 * above.W[:, 2])
    assert (above.mask is None) == (other.layers[1].mask is None)
    assert record.architecture.silenced == ((1, 2),) and other.architecture.silenced == ()


@pytest.mark.parametrize("dropout", [0.0, 0.4])
def test_gradients_are_those_of_the_loss(dropout):
    trainer = Trainer(experiment(**wide(dropout=dropout, l2=0.01)))
    trainer.silence(1, 2, True)
    trainer.silence(2, 0, True)
    record = trainer.iterate()
    first = record.layers[0]
    assert nudged_loss(record, 1, 0, 0, first.W[0, 0]) == pytest.approx(record.loss.total, rel=1e-14)
    for layer, unit, source in ((1, 2, 0), (1, 0, 1), (2, 0, 1), (2, 1, 2), (2, 1, 1), (3, 0, 0), (3, 1, None)):
        here = record.layers[layer - 1]
        gradient = here.grad_b[unit] if source is None else here.grad_W[unit, source]
        assert finite_difference(record, layer, unit, source) == pytest.approx(gradient, rel=1e-6, abs=1e-12)


def test_masks_of_the_others_and_the_batches_stay_what_they_are():
    silent, twin = Trainer(experiment(**wide(dropout=0.4))), Trainer(experiment(**wide(dropout=0.4)))
    silent.silence(1, 2, True)
    for _ in range(5):
        one, other = silent.iterate(), twin.iterate()
        assert one.examples.tolist() == other.examples.tolist()
        assert np.array_equal(np.delete(one.layers[0].mask, 2, 1), np.delete(other.layers[0].mask, 2, 1))
        assert np.array_equal(one.layers[1].mask, other.layers[1].mask)


def test_its_own_parameters_are_kept():
    trainer = Trainer(small())
    trainer.run(7)
    before = trainer.parameters()
    trainer.silence(1, 1, True)
    trainer.run(30)
    after = trainer.parameters()
    assert np.array_equal(before[0][0][1], after[0][0][1]) and before[0][1][1] == after[0][1][1]
    assert np.array_equal(before[1][0][:, 1], after[1][0][:, 1])
    assert not np.array_equal(before[0][0], after[0][0])


def test_maps_and_representations_follow():
    trainer = Trainer(Experiment.named("circle"))
    trainer.run(100)
    trainer.silence(1, 2, True)
    cut = Trainer(Experiment.named("circle"))
    cut.run(100)
    cut_off(cut, 1, 2)
    plane = Plane(1.0)
    maps, others = (
        Responses(each.architecture, plane, plane.points(9))(each.theta()).layers for each in (trainer, cut)
    )
    assert not maps[1][2].any() and others[1][2].any()
    np.testing.assert_allclose(maps[2], others[2], atol=1e-6)
    np.testing.assert_allclose(maps[3], others[3], atol=1e-6)
    hidden = representations(trainer.architecture, trainer.theta(), trainer.examples.x)[1:]
    expected = representations(cut.architecture, cut.theta(), cut.examples.x)[1:]
    assert not hidden[0][:, 2].any()
    np.testing.assert_allclose(hidden[1], expected[1], atol=1e-14)


def test_the_confusion_matrix_follows():
    silent, cut = pair(30, [(1, 0), (1, 1), (1, 2)], **wide(output="softmax", loss="cross_entropy", learning_rate=0.5))
    whole = Trainer(experiment(**wide(output="softmax", loss="cross_entropy", learning_rate=0.5)))
    whole.run(30)
    one, other = silent.evaluate("train").classes, cut.evaluate("train").classes
    assert np.array_equal(one.confusion, other.confusion) and one.accuracy == other.accuracy
    assert not np.array_equal(one.confusion, whole.evaluate("train").classes.confusion)


def test_the_gradient_of_the_data_and_collapsed_layers_follow():
    trainer = Trainer(experiment(**wide(activation="linear", output="linear", batch_size="full")))
    trainer.silence(1, 3, True)
    gradient = DataGradient(trainer.architecture, trainer.theta(), trainer.examples, 18)(trainer.examples.train)
    one, theta = collapse(trainer.architecture, trainer.theta()), trainer.theta()
    record = trainer.iterate()
    np.testing.assert_allclose(gradient, record.gradient, rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(record.x @ one.W.T + one.b, record.prediction, rtol=1e-12, atol=1e-14)
    assert np.array_equal(record.theta, theta)


def test_an_epoch_is_scored_as_the_network_was_in_it():
    trainer = Trainer(small())
    trainer.run(6)
    whole = trainer.score("train")
    trainer.silence(1, 1, True)
    assert trainer.score("train") != whole
    assert trainer.history.train_loss[-1] == whole[0]
    trainer.run(6)
    assert trainer.history.train_loss[-1] == trainer.score("train")[0]
    trainer.seek(3)
    trainer.seek(12)
    assert trainer.history.train_loss[-1] == trainer.score("train")[0]


def test_answering_again_at_the_same_place_brings_the_bits_back():
    trainer, plain = Trainer(small(dropout=0.3)), Trainer(small(dropout=0.3))
    for each in (trainer, plain):
        each.run(10)
    trainer.silence(1, 1, True)
    trainer.silence(1, 1, False)
    for each in (trainer, plain):
        each.run(20)
    assert state(trainer) == state(plain)
    assert next_record(trainer) == next_record(plain)


def test_going_back_undoes_it_and_going_forward_does_it_again(checkpoint_stride):
    trainer, plain = Trainer(small(optimizer="adam")), Trainer(small(optimizer="adam"))
    trainer.run(20)
    trainer.silence(2, 0, True)
    trainer.run(10)
    trainer.silence(1, 2, True)
    trainer.run(10)
    later, record = state(trainer), next_record(trainer)
    trainer.seek(19)
    plain.run(19)
    assert trainer.architecture.silenced == () and state(trainer) == state(plain)
    trainer.seek(25)
    assert trainer.architecture.silenced == ((2, 0),)
    trainer.seek(40)
    assert trainer.architecture.silenced == ((1, 2), (2, 0)) and state(trainer) == later
    assert next_record(trainer) == record
    trainer.seek(19)
    assert next_record(trainer) == next_record(plain)


def test_each_line_has_its_own_silence():
    trainer = Trainer(small())
    trainer.run(20)
    trainer.fork()
    trainer.silence(1, 0, True)
    trainer.run(10)
    silent = state(trainer)
    trainer.switch(0)
    assert trainer.architecture.silenced == ()
    trainer.switch(1)
    trainer.seek(30)
    assert state(trainer) == silent


def test_the_best_epoch_is_restored_around_a_silence():
    trainer = Trainer(small(learning_rate=0.5))
    trainer.run(60)
    best = trainer.history.best_iteration
    trainer.seek(best + 1)
    trainer.silence(1, 0, True)
    trainer.run(3)
    trainer.restore_best()
    plain = Trainer(small(learning_rate=0.5))
    plain.run(best)
    assert trainer.theta().tobytes() == plain.theta().tobytes()
    assert trainer.architecture.silenced == ((1, 0),)


def test_a_whole_layer_can_be_silent():
    trainer = Trainer(small())
    for unit in range(3):
        trainer.silence(1, unit, True)
    record = trainer.iterate()
    assert not record.layers[0].a.any() and not record.layers[0].delta.any()
    assert (np.ptp(record.prediction, axis=0) == 0.0).all()


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ((0, 0), "only hidden units can be silenced: their layers count from 1 to 2, got 0"),
        ((3, 0), "only hidden units can be silenced: their layers count from 1 to 2, got 3"),
        ((1, 3), "units of layer 1 count from 0 to 2, got 3"),
        ((2, -1), "units of layer 2 count from 0 to 1, got -1"),
    ],
)
def test_a_unit_that_is_not_there_or_not_hidden_is_refused(place, message):
    trainer = Trainer(small())
    trainer.run(5)
    before = state(trainer)
    with pytest.raises(PlaceError, match=message):
        trainer.silence(*place, True)
    assert state(trainer) == before and trainer.events == ()


def test_a_network_without_hidden_units_has_none_to_silence():
    with pytest.raises(PlaceError, match="this network has none"):
        Trainer(small(hidden=())).silence(1, 0, True)
