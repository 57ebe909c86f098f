"""What is on screen is a value: put there, it is read back; and putting back what is there changes nothing."""

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from nnviz.engine.errors import PlaceError
from nnviz.engine.training.record.phases import phases_of
from nnviz.engine.training.record.steps import Step, Walk
from nnviz.ui.app import App
from nnviz.ui.panels.explain.table import PAGES
from nnviz.ui.panels.table import PANELS
from nnviz.view import (
    At,
    CodePart,
    DataPart,
    GradientFlowPart,
    HiddenSpacePart,
    LandscapePart,
    LossPart,
    PanelName,
    ResultsPart,
    SaturationPart,
    UnitsPart,
    View,
)
from tests.ui.window.test_main_window import wait_until_idle

Open = Callable[..., App]
Panels = tuple[PanelName, ...]

WIDTHS = (2, 4, 3, 1)
"""Of the circle, which all of this is about."""
SMALLEST_BATCH = 10


@pytest.fixture(scope="module")
def names() -> list[str]:
    return [row.id for row in PANELS]


def put(qtbot: QtBot, app: App, view: View) -> View:
    app.window.show_view(view)
    wait_until_idle(qtbot, app)
    qtbot.waitUntil(lambda: app.window.view().panels == view.panels)
    qtbot.waitUntil(lambda: all(is_in_sight(app, name) for name in view.panels))
    return app.window.view()


def is_in_sight(app: App, name: PanelName) -> bool:
    """Whether a panel is on the window, and not where Qt keeps what is behind others."""
    place = app.window.panels.docks[name].geometry()
    return app.window.rect().contains(place.center()) and app.window.panels.panel(name).isVisible()


@st.composite
def places(draw: st.DrawFn) -> tuple[str, At]:
    """A grain, and a place as fine."""
    walk, phases = Walk(WIDTHS), phases_of(len(WIDTHS) - 1)
    grain = draw(st.sampled_from(["iteration", "phase", "unit", "term"]))
    phase = draw(st.integers(0, len(phases) - 1))
    unit = draw(st.integers(0, len(walk.units(phase)) - 1)) if grain in ("unit", "term") else None
    term = draw(st.integers(0, walk.terms(Step(phase, unit)) - 1)) if grain == "term" else None
    return grain, At(iteration=draw(st.integers(0, 60)), phase=phases[phase].name, unit=unit, term=term)


@st.composite
def picks(draw: st.DrawFn) -> str:
    kind, layers = draw(st.sampled_from(["", "W", "b", "h", "x", "y"])), len(WIDTHS) - 1
    if not kind:
        return ""
    layer = draw(st.integers(1, layers - 1 if kind == "h" else layers))
    if kind in "xy":
        return f"{kind}[{draw(st.integers(0, WIDTHS[0 if kind == 'x' else -1] - 1))}]"
    unit = draw(st.integers(0, WIDTHS[layer] - 1))
    return (
        f"W{layer}[{unit},{draw(st.integers(0, WIDTHS[layer - 1] - 1))}]" if kind == "W" else f"{kind}{layer}[{unit}]"
    )


def layers(lowest: int, highest: int) -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(lowest, highest)


@st.composite
def views(draw: st.DrawFn) -> View:
    """Any view that a run of the circle can be seen in."""
    grain, at = draw(places())
    return View(
        panels=tuple(draw(st.lists(st.sampled_from([row.id for row in PANELS]), unique=True, max_size=5))),
        explain=draw(st.sampled_from([row.id for row in PAGES])),
        pick=draw(picks()),
        example=draw(st.integers(0, 299) | st.integers(0, SMALLEST_BATCH - 1).map("batch:{}".format) | st.just("mean")),
        grain=grain,
        at=at,
        maps=draw(st.booleans()),
        signals=draw(st.booleans()),
        values=draw(st.booleans()),
        flat_below=draw(st.sampled_from([0.01, 0.05, 0.2])),
        loss=draw(st.builds(LossPart, log=st.booleans(), score=st.booleans())),
        saturation=SaturationPart(layer=draw(layers(1, 3))),
        data=DataPart(best=draw(st.booleans()), axes=draw(st.sampled_from([(), ("age", "bmi")]))),
        units=UnitsPart(layer=draw(layers(1, 2)), matrix=draw(st.booleans())),
        hidden_space=draw(
            st.builds(
                HiddenSpacePart,
                layer=layers(0, 2),
                part=st.sampled_from(["train", "validation"]),
                apart=st.booleans(),
            )
        ),
        gradient_flow=draw(
            st.builds(
                GradientFlowPart,
                page=st.sampled_from(["now", "time", "spread", "noise"]),
                measure=st.sampled_from(["signal", "gradient", "ratio", "saturation"]),
            )
        ),
        results=draw(
            st.builds(
                ResultsPart,
                part=st.sampled_from(["train", "validation", "test"]),
                best=st.booleans(),
                uncovered=st.booleans(),
            )
        ),
        code=CodePart(language=draw(st.sampled_from(["numpy", "pytorch", "mathematics"]))),
        landscape=draw(
            st.builds(
                LandscapePart,
                directions=st.sampled_from(["weights", "weight", "path", "random"]),
                weights=st.sampled_from([(), ("W1[3,1]",), ("W2[2,3]", "b3[0]")]),
                part=st.sampled_from(["train", "validation", "batch"]),
                zoom=st.integers(-12, 12),
            )
        ),
    )


def test_what_is_on_screen_at_first_is_the_default(open_app: Open) -> None:
    assert open_app().window.view() == View()


def test_every_view_that_is_put_on_screen_is_read_back(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(view=views())
    def check(view: View) -> None:
        assert put(qtbot, app, view) == view
        # What is there is put there again: nothing moves.
        record = app.controller.moment.record if app.controller.moment is not None else None
        assert put(qtbot, app, app.window.view()) == view
        assert app.controller.moment is not None and app.controller.moment.record is record

    check()


@pytest.mark.parametrize(
    "panels",
    [
        ("data", "units"),
        ("loss", "results", "hidden_space"),
        ("explain", "loss"),
        tuple(row.id for row in PANELS),
    ],
)
def test_panels_that_share_a_place_stand_one_under_the_other(qtbot: QtBot, open_app: Open, panels: Panels) -> None:
    app = open_app()
    app.window.resize(1600, 1600)
    view = View(panels=panels)
    assert put(qtbot, app, view) == view
    right = [app.window.panels.docks[name].geometry() for name in panels if name != "experiment"]
    assert [place.top() for place in right] == sorted({place.top() for place in right}), "none on another"
    assert put(qtbot, app, View()) == View()


@pytest.mark.parametrize("arranged", [False, True], ids=["as usual", "arranged by the user"])
def test_panels_are_in_sight_whatever_stood_there_before(qtbot: QtBot, open_app: Open, arranged: bool) -> None:
    app, chance, names = open_app(), Random(0), [row.id for row in PANELS]
    if arranged:
        app.window.panels.set_arranging(True)
    for _ in range(25):
        panels = tuple(chance.sample(names, chance.choice([0, 0, 1, 1, 2, 2, 3, 4, 5])))
        app.window.show_view(View(panels=panels))
        qtbot.waitUntil(lambda panels=panels: app.window.view().panels == panels)
        qtbot.waitUntil(lambda panels=panels: all(is_in_sight(app, name) for name in panels))


def test_a_view_is_the_same_in_panels_that_are_made_later(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    results = ResultsPart(part="train", best=True, uncovered=True)
    view = View(panels=(), hidden_space=HiddenSpacePart(layer=0), results=results)
    assert put(qtbot, app, view) == view
    for name in ("hidden_space", "results"):
        app.window.panels.toggle(name, True)
        assert app.window.view().hidden_space == view.hidden_space
    assert app.window.view().results == view.results


def test_a_panel_that_is_made_late_knows_the_whole_history(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    put(qtbot, app, View(panels=()))
    assert app.window.panels.docks["data"].panel is None
    for _ in range(3):
        app.controller.stepping.step_epoch()
        wait_until_idle(qtbot, app)
    second = open_app()
    second.window.panels.show(())
    for _ in range(3):
        second.controller.stepping.step_epoch()
        wait_until_idle(qtbot, second)
    app.window.panels.toggle("loss", True)
    assert app.window.panels.panel("loss").rows_held == 4


@pytest.mark.parametrize(
    ("view", "complaint"),
    [
        (View(pick="h3[0]"), "view.pick: h3[0]: layers count from 1 to 2 here"),
        (View(pick="W2[0,7]"), "view.pick: W2[0,7]: units of this layer count from 0 to 3, got 7"),
        (View(example=300), "view.example: examples count from 0 to 299, got 300"),
        (View(example="batch:10"), "view.example: examples of a batch count from 0 to 9, got 10"),
        (View(units=UnitsPart(run=1)), "view.units.run: rows of linear layers are none here, got 1"),
        (View(at=At(phase="delta9")), 'view.at.phase: no phase "delta9"'),
        (View(at=At(phase="z1", unit=4)), "view.at.unit: units of this phase count from 0 to 3, got 4"),
        (View(at=At(phase="z1", unit=0, term=3)), "view.at.term: terms of this unit count from 0 to 2, got 3"),
        (View(units=UnitsPart(layer=9)), "view.units.layer: layers count from 1 to 3 here, got 9"),
        (View(panels=("loss", "loss")), "view.panels"),
    ],
)
def test_what_the_run_has_not_is_refused_and_nothing_has_changed(
    qtbot: QtBot, open_app: Open, view: View, complaint: str
) -> None:
    app = open_app()
    before = app.window.view()
    with pytest.raises(PlaceError) as refused:
        app.window.show_view(view)
    assert complaint in str(refused.value)
    wait_until_idle(qtbot, app)
    assert app.window.view() == before


def test_a_unit_alone_says_how_finely_one_steps(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    app.window.show_view(View(at=At(phase="z1", unit=2)))
    wait_until_idle(qtbot, app)
    assert (app.window.view().grain, app.window.view().at) == ("unit", At(phase="z1", unit=2))


def test_while_it_trains_a_view_is_shown_when_its_turn_comes(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    app.controller.toggle_training()
    view = View(pick="W1[0,1]", at=At(iteration=3, phase="delta1"), panels=("data",))
    assert put(qtbot, app, view) == view
