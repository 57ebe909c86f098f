"""Slices through the space of all parameters, and the loss on them."""

import numpy as np
import pytest

from nnviz.engine import PlaceError
from nnviz.engine.analysis.landscape import landscape as maps
from nnviz.engine.analysis.landscape.landscape import Frame, landscape
from nnviz.engine.analysis.landscape.losses import LossOf
from nnviz.engine.analysis.landscape.slices import random_slice, slice_of_parameters, slice_of_path
from tests.ui.panels.runs import trainer

FRAME = Frame(aspect=1.5, zoom=0.0, work=3_000_000, least=1.0)


@pytest.fixture(scope="module")
def record():
    run = trainer("circle", training__optimizer="momentum", training__l2=0.01)
    run.run(40)
    return run.iterate()


def batch_loss(record):
    return LossOf(record.architecture, record.x, record.y, record.l1, record.l2)


def seen(record, where, path=None, frame=FRAME):
    path = record.theta[None] if path is None else path
    iterations = np.arange(len(path))
    return landscape(batch_loss(record), where, frame, record.theta_after, record.gradient, path, iterations)


# ---- slices --------------------------------------------------------------------------------------------------------


def test_a_place_on_two_weights_gives_them_these_values_and_leaves_all_others(record):
    where = slice_of_parameters(record.architecture, record.theta, [(1, 2, 0), (2, 1, None)])
    theta = where.thetas(np.array([[0.25, -3.0]]))[0]
    weights, biases = (
        record.architecture.weights_and_biases(theta)[0][0],
        record.architecture.weights_and_biases(theta)[1][1],
    )
    assert weights[2, 0] == pytest.approx(0.25) and biases[1] == pytest.approx(-3.0)
    assert np.count_nonzero(theta != record.theta) == 2
    assert where.places(theta[None])[0] == pytest.approx([0.25, -3.0])


def test_a_weight_that_is_not_there_is_refused(record):
    with pytest.raises(PlaceError, match="layers count from 1"):
        slice_of_parameters(record.architecture, record.theta, [(9, 0, 0)])


def test_a_path_in_a_plane_lies_in_its_slice_and_comes_from_the_left(record):
    generator = np.random.default_rng(3)
    one, other = np.linalg.qr(generator.standard_normal((len(record.theta), 2)))[0].T
    shares = np.linspace(3.0, 0.0, 40)[:, None]
    path = record.theta + shares * one + 0.3 * shares**2 * other
    where = slice_of_path(record.theta, path)
    assert where.share == pytest.approx(1.0)
    assert where.axes @ where.axes.T == pytest.approx(np.eye(2), abs=1e-9)
    assert where.thetas(where.places(path)) == pytest.approx(path, abs=1e-9)
    assert where.places(path)[0, 0] < 0.0


def test_the_axes_of_a_longer_path_point_where_those_before_did(record):
    generator = np.random.default_rng(5)
    path = record.theta + np.cumsum(generator.standard_normal((60, len(record.theta))), axis=0)[::-1]
    before = slice_of_path(record.theta, path)
    turned = slice_of_path(record.theta, path, type(before)(before.centre, -before.axes, before.origin))
    assert turned.axes == pytest.approx(-before.axes)


def test_a_straight_path_and_none_at_all_have_no_two_directions(record):
    straight = record.theta + np.linspace(1.0, 0.0, 20)[:, None] * record.gradient
    for path in (straight, record.theta[None], record.theta[None][:0]):
        with pytest.raises(PlaceError, match="two directions"):
            slice_of_path(record.theta, path)


def test_random_directions_are_as_long_as_each_units_weights_and_leave_biases_and_what_is_frozen(record):
    trainable = np.ones_like(record.theta)
    record.architecture.weights_and_biases(trainable)[1][0][0, 1] = 0.0
    where = random_slice(record.architecture, record.theta, trainable)
    assert (where.axes == random_slice(record.architecture, record.theta, trainable).axes).all()
    own = record.architecture.weights_and_biases(record.theta)
    for axis in where.axes:
        drawn = record.architecture.weights_and_biases(axis)
        assert not any(bias.any() for _, bias in drawn)
        assert np.linalg.norm(drawn[0][0], axis=1) == pytest.approx(np.linalg.norm(own[0][0], axis=1))
        assert drawn[1][0][0, 1] == 0.0
    with pytest.raises(PlaceError, match="frozen"):
        random_slice(record.architecture, record.theta, np.zeros_like(record.theta))


# ---- the loss on them ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["weights", "random"])
def test_downhill_is_against_how_the_loss_changes_along_the_axes(record, kind):
    where = (
        slice_of_parameters(record.architecture, record.theta, [(1, 2, 0), (2, 1, 1)])
        if kind == "weights"
        else random_slice(record.architecture, record.theta, None)
    )
    found, step = seen(record, where), 1e-5
    loss_of = batch_loss(record)
    for axis in range(2):
        ways = where.thetas(where.origin + np.array([[-step], [step]]) * np.eye(2)[axis])
        lower, higher = loss_of.at(ways)
        assert found.downhill[axis] == pytest.approx(-(higher - lower) / (2 * step), rel=1e-4, abs=1e-8)


def test_where_the_network_is_and_where_the_update_leads_are_exact(record):
    found = seen(record, slice_of_parameters(record.architecture, record.theta, [(1, 2, 0), (2, 1, 1)]))
    assert found.loss == pytest.approx(record.loss.total, rel=1e-13)
    assert found.loss_after == pytest.approx(batch_loss(record).at_one(record.theta_after), rel=1e-13)
    layers = record.layers
    assert found.here == pytest.approx([layers[0].W[2, 0], layers[1].W[1, 1]])
    assert found.after == pytest.approx([layers[0].W_after[2, 0], layers[1].W_after[1, 1]])


def test_every_number_of_a_map_is_the_loss_of_its_place(record):
    found = seen(record, slice_of_parameters(record.architecture, record.theta, [(1, 2, 0), (2, 1, 1)]))
    rows, columns = found.losses.shape
    across, up = found.stretches[0].points(columns), found.stretches[1].points(rows)
    for row, column in ((0, 0), (3, 20), (rows - 1, columns - 1)):
        theta = found.slice.thetas(np.array([[across[column], up[row]]]))[0]
        assert found.losses[row, column] == pytest.approx(batch_loss(record).at_one(theta), rel=1e-5)


def test_a_map_shows_the_whole_path_and_has_one_measure_both_ways(record):
    where = slice_of_parameters(record.architecture, record.theta, [(1, 2, 0), (2, 1, 1)])
    path = where.thetas(where.origin + np.array([[-7.0, 1.0], [2.0, -3.0], [0.0, 0.0]]))
    found = seen(record, where, path)
    assert found.path == pytest.approx(where.places(path))
    across, up = found.stretches
    assert (across.high - across.low) / (up.high - up.low) == pytest.approx(FRAME.aspect)
    for place in found.path:
        assert across.low < place[0] < across.high and up.low < place[1] < up.high
    closer = seen(record, where, path, Frame(1.5, 2.0, 3_000_000, 1.0))
    assert closer.stretches[0].high - closer.stretches[0].low == pytest.approx((across.high - across.low) / 4)
    assert closer.stretches[0].low < closer.here[0] < closer.stretches[0].high


def test_one_weight_alone_gives_a_curve(record):
    found = seen(record, slice_of_parameters(record.architecture, record.theta, [(1, 2, 0)]))
    assert found.losses.ndim == 1 and len(found.stretches) == len(found.here) == len(found.downhill) == 1


def test_little_room_for_work_takes_fewer_examples_and_says_so():
    run = trainer("circle")
    record, train = run.iterate(), run.examples.train
    loss_of = LossOf(run.architecture, run.examples.x[train], run.examples.y[train])
    where = slice_of_parameters(record.architecture, record.theta, [(1, 2, 0), (2, 1, 1)])

    def made(work):
        path = record.theta[None]
        return landscape(
            loss_of, where, Frame(3.0, 0.0, work, 1.0), record.theta_after, record.gradient, path, np.zeros(1)
        )

    whole, some = made(18_000_000), made(1_000_000)
    assert whole.examples == len(train) and 24 <= some.examples < len(train)
    assert some.losses.shape[1] == pytest.approx(3 * some.losses.shape[0], abs=4)
    assert some.loss == whole.loss, "what is told is of all of them"
    with pytest.raises(PlaceError, match="too large"):
        made(100_000)


def test_a_map_of_many_parameters_is_made_part_by_part(record, monkeypatch):
    where = slice_of_parameters(record.architecture, record.theta, [(1, 2, 0), (2, 1, 1)])
    expected = seen(record, where).losses
    monkeypatch.setattr(maps, "PARAMETERS_AT_ONCE", 100 * len(record.theta))
    assert seen(record, where).losses == pytest.approx(expected, rel=1e-6)
