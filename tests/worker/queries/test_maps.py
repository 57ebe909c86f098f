import numpy as np
import pytest

from nnviz.engine.analysis.responses import Responses
from nnviz.engine.errors import PlaceError
from nnviz.worker.queries.maps import CurveOf, MapOf
from tests.ui.panels.runs import trainer
from tests.worker.queries.states import state_after


@pytest.fixture(scope="module")
def circle():
    run = trainer("circle")
    run.run(40 * run.batches_per_epoch)
    return run, state_after(run)


@pytest.mark.parametrize("best", [True, False])
def test_the_map_is_that_of_the_parameters_asked_for(circle, best):
    run, state = circle
    theta = run.best_theta() if best else run.theta()
    expected = Responses.of(run.architecture, run.examples, run.experiment.data, 12)(theta)
    answer = MapOf(best, 12).answer(state)
    found = answer.maps
    assert answer.best_epoch == run.history.best_epoch
    assert found.plane == expected.plane
    assert all((one == other).all() for one, other in zip(found.layers, expected.layers, strict=True))


def test_the_curve_goes_through_what_the_network_predicts_in_the_targets_own_unit():
    run = trainer("sine", data__standardize_target=True)
    run.run(20 * run.batches_per_epoch)
    state = state_after(run)
    curve = CurveOf(2001).answer(state)
    predictions = run.evaluate("test").predictions[:, 0]
    at_examples = np.interp(run.examples.raw[run.examples.test, 0], curve.x, curve.predictions[:, 0])
    assert at_examples == pytest.approx(predictions, abs=1e-4)
    assert curve.x[0] < run.examples.raw.min() and curve.x[-1] > run.examples.raw.max()
    assert not (CurveOf(2001, best=True).answer(state).predictions == curve.predictions).all()


SAWTOOTH = {
    "network__hidden": [2, 2],
    "network__activation": "relu",
    "network__parameters": [
        {"W": [[1.0], [1.0]], "b": [0.0, -0.5]},
        {"W": [[2.0, -4.0], [2.0, -4.0]], "b": [0.0, -0.5]},
        {"W": [[2.0, -4.0]], "b": [0.0]},
    ],
    "data__standardize": False,
    "training__learning_rate": 1e-300,
    "training__early_stopping": None,
}


def test_a_curve_of_straight_pieces_has_a_kink_between_each_two():
    curve = CurveOf(40).answer(state_after(trainer("sawtooth", **SAWTOOTH)))
    assert curve.pieces == 4 and curve.kinks == pytest.approx([0.25, 0.5, 0.75], abs=0.01)
    assert set(curve.kinks) <= set(curve.x) and (np.diff(curve.x) > 0.0).all()


def test_a_curve_without_straight_pieces_has_no_kinks():
    curve = CurveOf(40).answer(state_after(trainer("sine")))
    assert curve.kinks is None and curve.pieces is None


def test_each_is_for_so_many_raw_inputs(circle):
    with pytest.raises(PlaceError, match="2"):
        CurveOf(20).answer(circle[1])
    with pytest.raises(PlaceError, match="1"):
        MapOf(False, 20).answer(state_after(trainer("sine")))


def test_without_a_validation_part_there_is_no_best_one():
    state = state_after(trainer("circle", data__split=[0.8, 0.0, 0.2], training__early_stopping=None))
    with pytest.raises(PlaceError, match="validation"):
        MapOf(True, 12).answer(state)
