import numpy as np
import pytest

from nnviz.engine.analysis.responses import Plane
from nnviz.ui.examples.points import DataPoints, View, column_names, nearest, neighbour, row_of, values_of, view_of
from tests.ui.panels.runs import run_info, trainer

VIEWS = {
    "circle": View.PLANE,
    "spiral3": View.PLANE,
    "plane": View.PLANE,
    "sine": View.CURVE,
    "penguins": View.PAIR,
    "digits": View.IMAGES,
}


@pytest.mark.parametrize(("name", "view"), VIEWS.items())
def test_the_number_of_raw_inputs_says_how_they_are_shown(name, view):
    assert view_of(run_info(trainer(name))) is view


def test_hand_made_features_leave_the_raw_plane():
    run = run_info(trainer("circle", data__inputs=["x1^2", "x2^2", "x1*x2"]))
    assert view_of(run) is View.PLANE
    assert column_names(run) == ("x₁", "x₂")


def test_columns_with_names_keep_them():
    assert DataPoints.of(run_info(trainer("penguins"))).names == ("bill length", "flipper length")


def test_every_example_is_of_its_part():
    run = run_info(trainer("circle"))
    points = DataPoints.of(run)
    for place, part in enumerate((run.examples.train, run.examples.validation, run.examples.test)):
        assert (np.flatnonzero(points.part == place) == part).all()


def test_the_plane_is_the_one_of_the_unit_maps():
    run = run_info(trainer("circle"))
    points, plane = DataPoints.of(run), Plane.around(run.examples, run.experiment.data)
    corners = plane.points(2)
    assert points.x_range == pytest.approx((corners[0, 0], corners[1, 0]))
    assert points.y_range == pytest.approx((corners[2, 1], corners[0, 1]))


def test_over_one_input_targets_are_in_their_own_unit():
    run = run_info(trainer("sine", data__standardize_target=True))
    plain = run_info(trainer("sine"))
    assert DataPoints.of(run).y == pytest.approx(plain.examples.y[:, 0])


def test_of_several_classes_the_largest_output_counts():
    run = run_info(trainer("spiral3"))
    assert (values_of(run.examples.y, run) == run.examples.labels).all()


def test_the_nearest_point_is_found_within_reach():
    places = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 4.0]])
    assert nearest(places, 9.0, 1.0, 14.0) == 1
    assert nearest(places, 9.0, 3.0, 14.0) == 2
    assert nearest(places, 40.0, 0.0, 14.0) is None
    assert nearest(np.zeros((0, 2)), 0.0, 0.0, 14.0) is None


def test_one_goes_through_the_training_part_all_round():
    train = np.array([2, 5, 9])
    assert [neighbour(train, example, 1) for example in (2, 5, 9, 3, 11, None)] == [5, 9, 2, 5, 2, 2]
    assert [neighbour(train, example, -1) for example in (2, 5, 9, 3, 1, None)] == [9, 2, 5, 2, 9, 9]


def test_an_example_has_its_row_in_the_batch():
    record = trainer("circle").iterate()
    assert row_of(record, int(record.examples[3])) == 3
    outside = set(range(300)) - set(record.examples.tolist())
    assert row_of(record, outside.pop()) is None
