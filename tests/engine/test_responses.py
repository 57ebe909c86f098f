"""Response maps: what every unit answers over the plane, against the network itself point by point."""

import numpy as np
import pytest

from nnviz.engine import Experiment, Trainer
from nnviz.engine.responses import Plane, Responses
from tests.engine.reference import ACTIVATIONS


def trained(**network):
    fields = {"training.loss": None, **{f"network.{name}": value for name, value in network.items()}}
    trainer = Trainer(Experiment.named("circle").with_fields(fields))
    trainer.run(100)
    return trainer


def answers(trainer, points):
    """Every layer's activations for inputs of shape (points, 2), by the textbook."""
    layers = [points]
    for place, (weights, bias) in enumerate(trainer.parameters(), start=1):
        layers.append(ACTIVATIONS[trainer.architecture.activation_name(place)](layers[-1] @ weights.T + bias))
    return layers


@pytest.mark.parametrize("resolution", [1, 2, 33, 100])
@pytest.mark.parametrize(
    "fields",
    [
        {"hidden": [4, 3]},
        {"hidden": []},
        {"hidden": [8, 8, 8], "activation": "relu"},
        {"hidden": [3], "activation": "sigmoid", "output": "softmax"},
        {"hidden": [3, 2], "activation": ["linear", "tanh"]},
    ],
)
def test_maps_agree_with_the_network_at_every_point(fields, resolution):
    trainer = trained(**fields)
    plane = Plane(2.5)
    maps = Responses(trainer.architecture, plane, resolution)(trainer.theta())
    along = np.linspace(-2.5, 2.5, resolution)
    points = np.array([[x1, x2] for x2 in along[::-1] for x1 in along])
    assert len(maps.layers) == len(trainer.architecture.widths)
    for ours, expected in zip(maps.layers, answers(trainer, points), strict=True):
        assert ours.dtype == np.float32
        assert ours.shape == (expected.shape[1], resolution, resolution)
        np.testing.assert_allclose(ours.reshape(len(ours), -1), expected.T, rtol=1e-4, atol=1e-5)


def test_the_first_row_is_the_top_and_the_first_column_the_left():
    trainer = trained()
    x1, x2 = Responses(trainer.architecture, Plane(1.0), 5)(trainer.theta()).layers[0]
    assert x1[:, 0].tolist() == [-1.0] * 5 and x1[0].tolist() == [-1.0, -0.5, 0.0, 0.5, 1.0]
    assert x2[0].tolist() == [1.0] * 5 and x2[-1].tolist() == [-1.0] * 5


def test_maps_are_frozen_copies():
    trainer = trained()
    responses = Responses(trainer.architecture, Plane(1.0), 10)
    first = responses(trainer.theta())
    before = [layer.tobytes() for layer in first.layers]
    trainer.run(100)
    second = responses(trainer.theta())
    assert [layer.tobytes() for layer in first.layers] == before
    assert second.layers[-1].tobytes() != before[-1]
    for layer in first.layers:
        with pytest.raises(ValueError, match="read-only"):
            layer[...] = 0.0


def test_mapping_leaves_the_model_alone():
    trainer, other = trained(), trained()
    Responses(trainer.architecture, Plane(1.0), 10)(trainer.theta())
    assert trainer.iterate().after.tobytes() == other.iterate().after.tobytes()


def test_the_plane_holds_every_example():
    for name in ("circle", "moons", "xor4"):
        examples = Trainer(Experiment.named(name)).examples
        assert np.abs(examples.x).max() < Plane.around(examples).reach < 1.2 * np.abs(examples.x).max() + 0.6


def test_a_network_without_two_inputs_has_no_maps():
    with pytest.raises(ValueError, match="two inputs"):
        Responses(Trainer(Experiment.named("sine")).architecture, Plane(1.0), 10)


def test_parameters_beyond_bounds_do_not_warn():
    trainer = trained(activation="relu")
    maps = Responses(trainer.architecture, Plane(1.0), 10)(np.full(len(trainer.theta()), 1e300))
    assert not np.isfinite(maps.layers[1]).all()
