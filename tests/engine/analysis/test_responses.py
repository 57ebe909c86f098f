"""Response maps: what every unit answers over the plane, against the network itself point by point."""

import tracemalloc

import numpy as np
import pytest

from nnviz.engine import Experiment, Trainer
from nnviz.engine.analysis import responses as responses_module
from nnviz.engine.analysis.responses import Plane, Responses, has_plane, network_inputs
from tests.engine.networks import textbook_answers

UNIT = Plane(1.0)


def trained(**network):
    fields = {"training.loss": None, **{f"network.{name}": value for name, value in network.items()}}
    trainer = Trainer(Experiment.named("circle").with_fields(fields))
    trainer.run(100)
    return trainer


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
    maps = Responses(trainer.architecture, plane, plane.points(resolution))(trainer.theta())
    along = np.linspace(-2.5, 2.5, resolution)
    points = np.array([[x1, x2] for x2 in along[::-1] for x1 in along])
    assert len(maps.layers) == len(trainer.architecture.widths)
    for ours, expected in zip(maps.layers, textbook_answers(trainer, points), strict=True):
        assert ours.dtype == np.float32
        assert ours.shape == (expected.shape[1], resolution, resolution)
        np.testing.assert_allclose(ours.reshape(len(ours), -1), expected.T, rtol=1e-4, atol=1e-5)


def test_the_first_row_is_the_top_and_the_first_column_the_left():
    trainer = trained()
    x1, x2 = Responses(trainer.architecture, UNIT, UNIT.points(5))(trainer.theta()).layers[0]
    assert x1[:, 0].tolist() == [-1.0] * 5 and x1[0].tolist() == [-1.0, -0.5, 0.0, 0.5, 1.0]
    assert x2[0].tolist() == [1.0] * 5 and x2[-1].tolist() == [-1.0] * 5


def test_maps_are_frozen_copies():
    trainer = trained()
    responses = Responses(trainer.architecture, UNIT, UNIT.points(10))
    first = responses(trainer.theta())
    before = [layer.tobytes() for layer in first.layers]
    trainer.run(100)
    second = responses(trainer.theta())
    assert [layer.tobytes() for layer in first.layers] == before
    assert second.layers[-1].tobytes() != before[-1]
    for layer in first.layers:
        with pytest.raises(ValueError, match="read-only"):
            layer[...] = 0.0


def test_maps_of_very_many_units_have_fewer_points_below_the_output(monkeypatch):
    trainer = trained(hidden=[8, 4])
    of = trainer.architecture, trainer.examples, trainer.experiment.data
    usual = Responses.of(*of, 30)(trainer.theta())
    coarse = Responses.of(*of, 12)(trainer.theta())
    # Of 14 units below the output at 12 points along each side; and the output in pieces, the last of which is short.
    monkeypatch.setattr(responses_module, "MOST_ANSWERS", 14 * 12 * 12)
    monkeypatch.setattr(responses_module, "AT_ONCE", 8 * 70)
    makes = Responses.of(*of, 30)
    for _ in range(2):
        maps = makes(trainer.theta())
        assert [layer.shape[1:] for layer in maps.layers] == [(12, 12)] * 3 + [(30, 30)]
        for ours, expected in zip(maps.layers, [*coarse.layers[:-1], usual.layers[-1]], strict=True):
            np.testing.assert_allclose(ours, expected, rtol=1e-4, atol=1e-5)
            assert not ours.flags.writeable


def test_a_thousand_units_take_little_memory():
    trainer = Trainer(Experiment.named("circle", {"network.hidden": [1024]}))
    tracemalloc.start()
    try:
        maps = Responses.of(trainer.architecture, trainer.examples, trainer.experiment.data, 96)(trainer.theta())
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert maps.layers[-1].shape == (1, 96, 96)
    assert sum(layer.nbytes for layer in maps.layers) < 7_000_000
    assert most < 30_000_000


def test_mapping_leaves_the_model_alone():
    trainer, other = trained(), trained()
    Responses(trainer.architecture, UNIT, UNIT.points(10))(trainer.theta())
    assert trainer.iterate().after.tobytes() == other.iterate().after.tobytes()


def test_the_plane_holds_every_example():
    for name in ("circle", "moons", "xor4"):
        trainer = Trainer(Experiment.named(name))
        examples, plane = trainer.examples, Plane.around(trainer.examples, trainer.experiment.data)
        low, high = plane.points(2).min(axis=0), plane.points(2).max(axis=0)
        assert ((low < examples.raw) & (examples.raw < high)).all()
        farthest = np.abs((examples.raw - plane.centre) / plane.unit).max()
        assert farthest < plane.reach < 1.2 * farthest


def test_where_nothing_is_standardised_the_examples_are_in_the_middle_of_the_plane():
    trainer = Trainer(Experiment.named("xor4"))
    plane = Plane.around(trainer.examples, trainer.experiment.data)
    assert plane.centre == (0.5, 0.5) and plane.unit == (1.0, 1.0)
    assert plane.reach == pytest.approx(0.54)


FEATURES = {"data.inputs": ["x1^2", "x1*x2", "sin(x2)"]}
SCALED = {"data.faults.scaled_input": "x1", "data.standardize": False}


@pytest.mark.parametrize("fields", [FEATURES, SCALED, {"data.faults.unstandardized_test": True}])
def test_the_plane_is_that_of_the_raw_inputs_whatever_becomes_of_them(fields):
    trainer = Trainer(Experiment.named("moons").with_fields(fields))
    examples, data = trainer.examples, trainer.experiment.data
    maps = Responses.of(trainer.architecture, examples, data, 9)(trainer.theta())
    given = network_inputs(maps.plane.points(9), examples, data)
    for ours, expected in zip(maps.layers, textbook_answers(trainer, given), strict=True):
        np.testing.assert_allclose(ours.reshape(len(ours), -1), expected.T, rtol=1e-4, atol=1e-4)
    train = examples.train
    np.testing.assert_allclose(network_inputs(examples.raw[train], examples, data), examples.x[train], atol=1e-12)


def test_where_a_feature_has_no_value_there_is_no_answer():
    lowest = float(Trainer(Experiment.named("circle")).examples.raw[:, 0].min())
    feature = f"sqrt(x1 + {-lowest!r})"
    trainer = Trainer(Experiment.named("circle").with_fields({"data.inputs": ["x1", feature]}))
    maps = Responses.of(trainer.architecture, trainer.examples, trainer.experiment.data, 50)(trainer.theta())
    missing = np.isnan(maps.layers[-1][0])
    assert missing[:, 0].all() and not missing[:, -1].any()


def test_only_two_raw_inputs_make_a_plane():
    assert not has_plane(Trainer(Experiment.named("sine")).examples)
    assert has_plane(Trainer(Experiment.named("moons").with_fields(FEATURES)).examples)


def test_parameters_beyond_bounds_do_not_warn():
    trainer = trained(activation="relu")
    maps = Responses(trainer.architecture, UNIT, UNIT.points(10))(np.full(len(trainer.theta()), 1e300))
    assert not np.isfinite(maps.layers[1]).all()
