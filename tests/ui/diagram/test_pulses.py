import pytest
from PySide6.QtCore import QSizeF

from nnviz.ui.diagram.pulses import moving_pulses, resting_pulses
from nnviz.ui.diagram.stage import Stage
from nnviz.ui.session.moment import Moment
from tests.ui.diagram.networks import moment_at, trainer_of


@pytest.fixture(scope="module")
def record():
    return trainer_of((2, 4, 3, 1)).iterate()


@pytest.fixture
def scene_of(look):
    stage = Stage(look)
    stage.set_size(QSizeF(1020.0, 690.0), 1.0)
    return lambda moment: stage.painting(moment, 1.0)


def places(pulses):
    return [pulse.at.x() for pulse in pulses]


@pytest.mark.parametrize(("phase", "gap", "way"), [("z2", 2, 1), ("delta2", 3, -1), ("delta1", 2, -1)])
def test_pulses_travel_in_the_direction_of_the_work(scene_of, record, phase, gap, way):
    painting = scene_of(moment_at(record, phase))
    early, late = places(moving_pulses(painting, 0.2)), places(moving_pulses(painting, 0.5))
    assert len(early) == len(late) > 0
    assert all((after - before) * way > 0 for before, after in zip(early, late, strict=True))
    edges = painting.layout.gap(gap)
    assert all(edges.x0 <= x <= edges.x1 for x in early + late)


def test_in_the_gradient_phase_activation_and_delta_meet_on_the_edge(scene_of, record):
    painting = scene_of(moment_at(record, "dW2"))
    gap = painting.layout.gap(2)
    middle = (gap.x0 + gap.x1) / 2.0
    pulses = list(moving_pulses(painting, 0.4))
    assert all(pulse.at.x() < middle for pulse in pulses if pulse.role == "forward")
    assert all(pulse.at.x() > middle for pulse in pulses if pulse.role == "backward")
    assert {pulse.role for pulse in pulses} == {"forward", "backward"}


def test_the_prediction_goes_to_the_loss_and_delta_comes_from_it(scene_of, record):
    forward = scene_of(moment_at(record, "L"))
    assert places(moving_pulses(forward, 0.1))[0] < places(moving_pulses(forward, 0.3))[0]
    backward = scene_of(moment_at(record, "delta3"))
    assert places(moving_pulses(backward, 0.1))[0] > places(moving_pulses(backward, 0.3))[0]


@pytest.mark.parametrize("phase", ["x", "a1", "update"])
def test_where_nothing_travels_there_are_no_pulses(scene_of, record, phase):
    painting = scene_of(moment_at(record, phase))
    assert not list(moving_pulses(painting, 0.5)) and not list(resting_pulses(painting))


def test_at_rest_a_thicket_of_edges_has_no_pulses(scene_of):
    record = trainer_of((2, 8, 8, 1)).iterate()
    index = [phase.name for phase in record.phases].index("z2")
    assert not list(resting_pulses(scene_of(Moment(record, index))))


def test_what_carries_more_is_larger(scene_of, record):
    painting = scene_of(moment_at(record, "z2"))
    carried = painting.state.gap(2).carried
    sizes = [pulse.radius for pulse in moving_pulses(painting, 0.5)]
    assert sizes == sorted(sizes)
    assert len(sizes) == int((abs(carried) >= 0.02).sum())
