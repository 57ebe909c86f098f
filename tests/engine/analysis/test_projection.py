"""Pictures of a representation, against numpy.linalg; and the grid of the input plane."""

import numpy as np
import pytest

from nnviz.engine.analysis.projection import GRID_LINES, GRID_POINTS, input_grid, project
from nnviz.engine.analysis.representations import representations
from nnviz.engine.analysis.responses import Plane
from tests.ui.panels.runs import trainer


def cloud(seed, examples=80, units=6):
    generator = np.random.default_rng(seed)
    return generator.normal(size=(examples, units)) @ generator.normal(size=(units, units)) + generator.normal(
        size=units
    )


@pytest.mark.parametrize("units", [1, 2])
def test_few_units_are_the_axes_themselves(units):
    values = cloud(1, units=units)
    projection = project(values)
    assert np.array_equal(projection(values), values)
    assert not projection.components
    variances = values.var(axis=0)
    assert projection.shares == pytest.approx(variances / variances.sum())


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("dimensions", [2, 3])
def test_more_units_are_shown_along_the_singular_vectors_with_their_shares(seed, dimensions):
    values = cloud(seed)
    projection = project(values, dimensions=dimensions)
    _, spreads, directions = np.linalg.svd(values - values.mean(axis=0), full_matrices=False)
    assert np.abs(np.sum(projection.axes * directions[:dimensions], axis=1)) == pytest.approx(np.ones(dimensions))
    assert projection.shares == pytest.approx((spreads**2 / np.sum(spreads**2))[:dimensions])
    assert projection(values) == pytest.approx((values - values.mean(axis=0)) @ projection.axes.T)


def test_each_axis_points_to_where_its_largest_weight_is_positive():
    axes = project(cloud(3)).axes
    assert np.all(axes[np.arange(2), np.abs(axes).argmax(axis=1)] > 0)


@pytest.mark.parametrize("seed", range(5))
def test_with_an_earlier_picture_it_is_turned_as_near_to_it_as_any_turn_or_mirror_would_bring_it(seed):
    values = cloud(seed)
    plain = project(values)
    generator = np.random.default_rng(seed)
    like = plain(values) * [-1.0, 1.0] + generator.normal(size=(len(values), 2))
    turned = project(values, like)
    centred = like - like.mean(axis=0)
    best = np.sum((turned(values) - centred) ** 2)
    for angle in np.linspace(0, 2 * np.pi, 181):
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        for mirror in (1.0, -1.0):
            assert np.sum((plain(values) @ (turn * [1.0, mirror]) - centred) ** 2) >= best - 1e-9
    assert turned.axes @ turned.axes.T == pytest.approx(np.eye(2), abs=1e-12)
    assert turned.shares.sum() == pytest.approx(plain.shares.sum())


def test_where_the_earlier_picture_would_clearly_reverse_the_directions_they_are_the_components_again():
    values = np.random.default_rng(0).normal(size=(200, 3)) * [1.0, 2.0, 0.1]
    plain = project(values)
    swapped = project(values, plain(values)[:, ::-1])
    assert np.array_equal(swapped.axes, plain.axes)
    assert swapped.shares[0] > swapped.shares[1]


def test_a_first_direction_that_is_wanted_has_the_largest_one_upright_on_it_beside_it():
    values = np.random.default_rng(3).normal(size=(200, 5)) * (5.0, 4.0, 3.0, 2.0, 1.0)
    wanted = np.array([0.0, 0.0, 0.0, 2.0, -2.0])
    found = project(values, first=wanted)
    assert found.axes @ found.axes.T == pytest.approx(np.eye(2))
    assert found.axes[0] == pytest.approx(wanted / np.linalg.norm(wanted))
    assert found.shares[1] > 0.35, "nearly all that varies most is upright on it"
    mirrored = project(values, like=found(values) * (1.0, -1.0), first=wanted)
    assert mirrored.axes == pytest.approx(found.axes * [[1.0], [-1.0]])


def test_where_both_directions_are_about_as_large_the_earlier_picture_decides():
    values = np.random.default_rng(0).normal(size=(2000, 3)) * [1.0, 1.02, 0.1]
    plain = project(values)
    swapped = project(values, plain(values)[:, ::-1])
    assert swapped.axes == pytest.approx(plain.axes[::-1])


def test_axes_of_almost_the_same_variance_do_not_turn_about_from_one_picture_to_the_next():
    generator = np.random.default_rng(2)
    round_cloud = np.linalg.qr(generator.normal(size=(200, 2)))[0] * 10
    values = np.hstack([round_cloud, 0.01 * generator.normal(size=(200, 3))])
    before = project(values)(values)
    for _ in range(20):
        values = values + 1e-4 * generator.normal(size=values.shape)
        now = project(values, before)(values)
        assert np.abs(now - before).max() < 1e-2
        before = now


def test_a_layer_that_answers_all_examples_the_same_has_a_picture_without_any_spread():
    projection = project(np.full((10, 4), 0.3))
    assert np.array_equal(projection.shares, [0.0, 0.0])
    assert projection(np.full((10, 4), 0.3)) == pytest.approx(np.zeros((10, 2)))


def test_a_picture_of_one_dimension_can_be_what_another_is_turned_towards():
    values = cloud(4)
    like = values[:, :1]
    along = project(values, like)(values)
    centred = (like - like.mean(axis=0))[:, 0]
    assert along[:, 0] @ centred > 0
    assert along[:, 1] @ centred == pytest.approx(0.0, abs=1e-8)


# ---- the grid -----------------------------------------------------------------------------------------------------


def test_the_grid_has_lines_of_constant_x1_and_then_of_constant_x2_over_the_plane_of_the_data():
    run = trainer("circle", data__standardize=False)
    grid = input_grid(run.examples, run.experiment.data)
    assert grid.shape == (2 * GRID_LINES, GRID_POINTS, 2)
    plane = Plane.around(run.examples, run.experiment.data)
    steps = np.linspace(-plane.reach, plane.reach, GRID_LINES)
    for constant, lines in enumerate((grid[:GRID_LINES], grid[GRID_LINES:])):
        places = np.repeat(steps[:, None] + plane.centre[constant], GRID_POINTS, axis=1)
        assert lines[:, :, constant] == pytest.approx(places)
        assert lines[..., constant].min() < run.examples.raw[:, constant].min()
        assert run.examples.raw[:, constant].max() < lines[..., constant].max()


def test_a_network_bends_the_grid_as_it_does_any_example():
    run = trainer("circle")
    grid = input_grid(run.examples, run.experiment.data)
    W, b = run.parameters()[0]
    bent = representations(run.architecture, run.theta(), grid.reshape(-1, 2))[1].reshape(*grid.shape[:2], -1)
    assert bent == pytest.approx(np.tanh(grid @ W.T + b))


def test_over_one_input_it_is_one_line_that_reaches_beyond_the_examples():
    run = trainer("sine", data__standardize=False)
    grid = input_grid(run.examples, run.experiment.data)
    assert grid.shape[0] == 1 and grid.shape[2] == 1
    assert grid.min() < run.examples.raw.min() < run.examples.raw.max() < grid.max()


def test_more_inputs_have_no_grid():
    run = trainer("penguins")
    assert input_grid(run.examples, run.experiment.data) is None
