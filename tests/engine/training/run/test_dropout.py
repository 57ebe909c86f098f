"""Dropout: masks that are recorded, scaled so that the mean stays, and out of the way when the network is scored."""

import numpy as np
import pytest

from nnviz.engine import Trainer
from nnviz.engine.functions.activations import ACTIVATIONS
from tests.engine.networks import HIDDEN, PAIRS, experiment


@pytest.mark.parametrize(("output", "loss"), PAIRS)
@pytest.mark.parametrize("activation", HIDDEN)
def test_masks_multiply_activations_forward_and_error_signals_backward(activation, output, loss):
    chosen = experiment(hidden=(6, 5), activation=activation, output=output, loss=loss, dropout=0.4, l2=0.01)
    record = Trainer(chosen).iterate()
    curve = ACTIVATIONS[activation]
    for place, layer in enumerate(record.layers[:-1]):
        above = record.layers[place + 1]
        assert set(np.unique(layer.mask)) == {0.0, 1.0 / 0.6}
        np.testing.assert_allclose(layer.a, curve.of(np.array(layer.z)) * layer.mask, rtol=1e-14)
        np.testing.assert_allclose(layer.slope, curve.slope_at(np.array(layer.z)), rtol=1e-14)
        np.testing.assert_allclose(layer.delta, (above.delta @ above.W) * layer.mask * layer.slope, rtol=1e-12)
        assert np.array_equal(above.inputs, layer.a)
        np.testing.assert_allclose(
            above.grad_W, above.delta.T @ layer.a / len(layer.a) + 0.01 * above.W, rtol=1e-12, atol=1e-15
        )
    assert record.layers[-1].mask is None


def test_each_layer_can_have_its_own_share_and_none():
    record = Trainer(experiment(hidden=(6, 5, 4), dropout=(0.0, 0.5, 0.0))).iterate()
    assert [layer.mask is not None for layer in record.layers] == [False, True, False, False]


def test_about_the_share_is_silenced_and_the_mean_stays():
    trainer = Trainer(experiment(hidden=(50,), dropout=0.3, epochs=100))
    masks = np.array([trainer.iterate().layers[0].mask[:3] for _ in range(200)])
    assert (masks == 0.0).mean() == pytest.approx(0.3, abs=0.02)
    assert masks.mean() == pytest.approx(1.0, abs=0.03)


def test_every_update_draws_new_masks_and_the_same_seed_the_same_ones():
    one, other = Trainer(experiment(dropout=0.5)), Trainer(experiment(dropout=0.5))
    first, second = one.iterate().layers[0].mask, one.iterate().layers[0].mask
    assert not np.array_equal(first, second)
    assert np.array_equal(first, other.iterate().layers[0].mask)


def test_scores_are_those_of_the_whole_network():
    trainer = Trainer(experiment(dropout=0.9, split=(0.5, 0.5, 0.0)))
    whole = Trainer(experiment(split=(0.5, 0.5, 0.0)))
    assert trainer.score("validation") == whole.score("validation")
    assert trainer.score("train") == trainer.score("train")


def test_the_shuffling_is_the_same_with_and_without():
    one, other = Trainer(experiment(dropout=0.5)), Trainer(experiment())
    for _ in range(6):
        assert one.iterate().examples.tolist() == other.iterate().examples.tolist()


def test_no_dropout_has_no_masks():
    trainer = Trainer(experiment(dropout=0.0))
    assert trainer.architecture.dropout == ()
    assert trainer.iterate().layers[0].mask is None


def test_masks_cannot_be_written_to():
    mask = Trainer(experiment(dropout=0.5)).iterate().layers[0].mask
    with pytest.raises(ValueError, match="read-only"):
        mask[0, 0] = 1.0
