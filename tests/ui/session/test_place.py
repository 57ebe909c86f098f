"""A place in time and whose numbers, as they are said from outside: the picture lands exactly there, in its turn."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from nnviz.engine.errors import PlaceError
from nnviz.engine.training.record.phases import phases_of
from nnviz.engine.training.record.steps import Grain, terms_of, units_of
from nnviz.ui.session.controller import Controller
from nnviz.ui.session.place import Place
from nnviz.ui.session.viewpoint import Viewpoint
from tests.ui.session.test_controller import SMALL, Harness, fresh_record

WIDTHS = (2, 4, 3, 1)

UNDER_WAY: dict[str, Callable[[Controller], None]] = {
    "a step": lambda controller: controller.stepping.step(),
    "a step back": lambda controller: controller.stepping.step_back(),
    "an iteration": lambda controller: controller.stepping.step_iteration(),
    "an epoch": lambda controller: controller.stepping.step_epoch(),
    "playing": lambda controller: controller.toggle_play(),
    "training": lambda controller: controller.toggle_training(),
}


@pytest.fixture
def app(qtbot: QtBot) -> Iterator[Harness]:
    harness = Harness(qtbot, SMALL.with_fields({"network.hidden": list(WIDTHS[1:-1])}))
    yield harness
    harness.link.close()


@st.composite
def places(draw: st.DrawFn) -> tuple[Place, Grain]:
    grain = draw(st.sampled_from(Grain))
    phase = draw(st.sampled_from(phases_of(len(WIDTHS) - 1)))
    unit = term = None
    if grain in (Grain.UNIT, Grain.TERM):
        units = units_of(WIDTHS, phase)
        unit = draw(st.integers(0, len(units) - 1))
        if grain is Grain.TERM:
            term = draw(st.integers(0, terms_of(WIDTHS, phase, units[unit][0]) - 1))
    return Place(draw(st.integers(0, 30)), phase.name, unit, term), grain


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(target=places(), under_way=st.sampled_from(list(UNDER_WAY)))
def test_wherever_one_goes_one_lands_exactly_there(app: Harness, target: tuple[Place, Grain], under_way: str) -> None:
    place, grain = target
    UNDER_WAY[under_way](app.controller)
    app.controller.go_to(place, grain)
    app.settle()
    assert Place.of(app.moment) == place
    assert app.moment.grain is app.controller.viewing.grain is grain
    assert not app.moment.training
    assert not app.failures


def test_where_one_has_gone_is_what_a_run_comes_to(app: Harness) -> None:
    app.controller.go_to(Place(17, "delta2"))
    app.settle()
    assert app.controller.run is not None
    assert app.moment.record.arena.tobytes() == fresh_record(app.controller.run.experiment, 17)


def test_after_a_run_has_been_asked_for_it_is_a_place_of_the_new_one(app: Harness) -> None:
    app.controller.load(SMALL.with_fields({"network.hidden": [8, 8]}))
    app.controller.go_to(Place(3, "z2", 7, 8), Grain.TERM)
    app.controller.see(Viewpoint(place=2))
    app.settle()
    assert app.moment.record.architecture.widths == (2, 8, 8, 1)
    assert Place.of(app.moment) == Place(3, "z2", 7, 8)
    assert app.moment.example == 2


def test_steps_that_are_asked_for_after_it_start_from_there(app: Harness) -> None:
    app.controller.go_to(Place(5, "z1", 1), Grain.UNIT)
    app.controller.stepping.step()
    app.settle()
    assert Place.of(app.moment) == Place(5, "z1", 2)


@pytest.mark.parametrize(
    ("place", "says"),
    [
        (Place(-1), "iterations count from 0"),
        (Place(0, "z9"), 'no phase "z9"'),
        (Place(0, 99), "phases count from 0"),
        (Place(0, "z1", 4), "units of this phase count from 0 to 3, got 4"),
        (Place(0, "z1", 0, 3), "terms of this unit count from 0 to 2, got 3"),
        (Place(0, "z1", None, 0), "no unit is named"),
    ],
)
def test_a_place_that_is_not_there_is_refused_and_one_stays(app: Harness, place: Place, says: str) -> None:
    with pytest.raises(PlaceError, match=says):
        place.step(WIDTHS)
    app.controller.go_to(Place(2, "a1"))
    app.controller.go_to(place, Grain.TERM)
    app.settle()
    assert len(app.failures) == 1
    assert says in app.failures[0]
    assert Place.of(app.moment) == Place(2, "a1")
    assert app.moment.grain is app.controller.viewing.grain is Grain.PHASE


def test_a_phase_goes_by_name_or_number() -> None:
    assert Place(0, "a1").step(WIDTHS) == Place(0, "h¹").step(WIDTHS) == Place(0, 2).step(WIDTHS)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    viewpoint=st.one_of(
        st.builds(Viewpoint, place=st.integers(0, 9)),
        st.builds(Viewpoint, mean=st.just(True), place=st.integers(0, 9)),
        st.builds(Viewpoint, pinned=st.integers(0, 49)),
    ),
    under_way=st.sampled_from(list(UNDER_WAY)),
)
def test_whoever_is_to_be_seen_is_seen(app: Harness, viewpoint: Viewpoint, under_way: str) -> None:
    UNDER_WAY[under_way](app.controller)
    app.controller.see(viewpoint)
    # What goes on by itself would never settle.
    app.controller.clock.pause()
    app.settle()
    seen = Viewpoint.of(app.moment)
    assert (seen.mean, seen.pinned) == (viewpoint.mean, viewpoint.pinned)
    if viewpoint.pinned is not None:
        assert app.moment.shown_example == viewpoint.pinned
    elif not viewpoint.mean:
        assert app.moment.row == viewpoint.place


def test_an_example_that_is_not_there_is_not_followed(app: Harness) -> None:
    app.controller.see(Viewpoint(pinned=50))
    app.settle()
    assert app.moment.pinned is None


def test_a_place_behind_the_end_of_the_run_is_refused_and_the_next_step_is_one_from_here(
    qtbot: QtBot, app: Harness
) -> None:
    app.controller.load(SMALL.with_fields({"training.epochs": 2}))
    app.controller.go_to(Place(0, "a1"))
    app.settle()
    app.controller.go_to(Place(10_000, "delta1", 0), Grain.UNIT)
    app.settle()
    assert "the run ends after" in app.failures[0]
    assert app.moment.grain is app.controller.viewing.grain is Grain.PHASE
    app.controller.stepping.step_iteration()
    app.settle()
    assert Place.of(app.moment) == Place(1, "a1")


def test_a_smaller_batch_on_the_way_shows_its_last_example_and_the_next_one_the_same_place_again(app: Harness) -> None:
    app.controller.load(SMALL.with_fields({"training.batch_size": 8}))
    app.settle()
    assert app.controller.run is not None
    app.controller.viewing.pick_example(7)
    last = app.controller.run.batches_per_epoch - 1
    shown = []
    for iteration in (last, last + 1):
        app.controller.go_to(Place(iteration))
        app.settle()
        shown.append((len(app.moment.record.examples), app.moment.example))
    smaller = shown[0][0]
    assert smaller < 8
    assert shown == [(smaller, smaller - 1), (8, 7)]
