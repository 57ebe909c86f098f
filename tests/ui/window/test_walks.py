"""Whatever is pressed on the way to a cue, and however one plays with the network, the cue is the same to the bit."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from nnviz.lecture.files import load
from nnviz.lecture.runs import Runs
from nnviz.lecture.states import state_of
from nnviz.lecture.values import Lecture
from nnviz.ui.stage.script import Mark
from tests.ui.window.desk import Desk
from tests.ui.window.lecture.test_lecturing import LECTURE, TEXT, TWIN

SCRIPT = ("PgDown", "PgDown", "PgDown", "PgUp", "Shift+PgDown", "Shift+PgUp")
"""Keys of the stage and of a tour, the clicker's most often."""


def edit(desk: Desk) -> None:
    desk.pick(1, 0, 0)
    desk.wait()
    if desk.moment.selection is not None:
        desk.controller.editing.edit(desk.moment.selection, 7.5)


def jump(desk: Desk, scene: int = -1) -> None:
    lecturing = desk.window.lecturing
    assert lecturing.script is not None
    lecturing.go_to_scene(lecturing.script.lecture.scenes[scene].id)


PLAY: dict[str, Callable[[Desk], object]] = {
    "step": lambda desk: desk.do("step", "step"),
    "an epoch": lambda desk: desk.do("step_epoch"),
    "train a little": lambda desk: desk.do("train", "train"),
    "other weights": lambda desk: desk.do("new_weights"),
    "the same weights": lambda desk: desk.do("reset"),
    "edit": edit,
    "freeze": lambda desk: (desk.pick(1, 0, 1), desk.do("freeze")),
    "silence": lambda desk: (desk.pick(1, 1), desk.do("silence")),
    "undo": lambda desk: desk.do("undo"),
    "a panel": lambda desk: desk.do("panel_data"),
    "maps": lambda desk: desk.do("unit_maps"),
    "finer": lambda desk: desk.do("grain_unit"),
    "another example": lambda desk: desk.do("next_example"),
    "another rate": lambda desk: desk.controller.editing.set_learning_rate(0.123),
    "another experiment": lambda desk: desk.window.open(desk.run.experiment.with_fields({"network.hidden": [2]})),
    "the stage": lambda desk: desk.window.presenting.present(True),
    "a tour": lambda desk: desk.window.presenting.present(False),
    "jump": jump,
    "again": lambda desk: desk.window.lecturing.restart_scene(),
    "return": lambda desk: desk.window.lecturing.return_to_script(),
}
"""What hands do beside the script; "undo" and the like also where there is nothing to undo."""
MOVES = frozenset({"jump", "again", "return"})
"""What brings a cue anew in any case; keys of the script do where there is another one."""


@pytest.fixture
def lecture(tmp_path: Path) -> Lecture:
    """Networks, a twin and a text."""
    file = tmp_path / "walk.toml"
    twin = TWIN[TWIN.index("[[scene]]") :].replace("iterations = 50, seconds = 0", "iterations = 9, seconds = 0")
    file.write_text(LECTURE + twin + TEXT, encoding="utf-8")
    return load(file)


@pytest.fixture
def walking(desk: Desk, lecture: Lecture) -> Desk:
    desk.window.presenting.present(True)
    desk.window.lecturing.begin(lecture)
    settle(desk)
    return desk


def settle(desk: Desk) -> None:
    desk.until(lambda: desk.window.lecturing.idle and desk.app.link.idle and desk.controller.idle)


def walk(desk: Desk, steps: list[str]) -> None:
    """Take these steps, and look at the network after each that leads to a cue."""
    for step in steps:
        before = here(desk)
        if step in PLAY:
            PLAY[step](desk)
        else:
            desk.press(step)
        settle(desk)
        if step in MOVES or here(desk) != before:
            check(desk)


def here(desk: Desk) -> Mark:
    """Where one is in the lecture."""
    script = desk.window.lecturing.script
    assert script is not None
    return script.mark


def check(desk: Desk) -> None:
    """All networks on screen are those of the cue, as runs of their own come to them; nobody has left the script."""
    lecturing = desk.window.lecturing
    desk.until(lambda: not lecturing.departure.left)
    script = lecturing.script
    assert script is not None
    state = state_of(script.here.scene, max(script.here.cue, 1))
    for controller, trainer in zip(lecturing.controllers, Runs().bring_to(state).trainers, strict=False):
        assert controller.moment is not None
        assert controller.moment.record.iteration == trainer.iteration
        assert np.array_equal(controller.moment.record.theta, trainer.theta())


def one_digest_a_cue(desk: Desk) -> bool:
    """Whether parameters, place and view were the same whenever a cue was shown."""
    shown = {(each["scene"], each["cue"], each["digest"]) for each in desk.window.lecturing.shown}
    return len(shown) == len({(scene, cue) for scene, cue, _ in shown})


STEPS = st.lists(st.one_of(st.sampled_from(SCRIPT), st.sampled_from(sorted(PLAY))), min_size=4, max_size=12)


# Nothing is made smaller: a walk takes seconds, and one example begins where the one before has ended.
@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(STEPS)
def test_whatever_way_one_comes_to_a_cue_it_is_the_same(walking: Desk, steps: list[str]) -> None:
    walk(walking, [*steps, "return"])
    assert one_digest_a_cue(walking)


@pytest.mark.parametrize("plays", [sorted(PLAY)[turn::5] for turn in range(5)], ids=", ".join)
def test_after_anything_that_hands_do_the_cues_are_what_they_were(walking: Desk, plays: list[str]) -> None:
    """Before every second step somebody leaves the script."""
    for play in plays:
        walk(walking, ["PgDown", "PgDown", "PgDown", play, "return", play, "PgUp", play, "PgDown", play])
        walk(walking, ["Shift+PgDown", play, "Shift+PgUp", "PgDown"])
        assert one_digest_a_cue(walking), play
        # The next one begins where this one did.
        walking.window.presenting.present(True)
        jump(walking, 0)
        settle(walking)
        check(walking)
