"""A lecture on a laptop and a projector: real monitors of a virtual X screen, plugged in and out while it is given."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from nnviz.ui.window.lecture.screens import roles
from tests.virtual_screen import LONGEST, virtual_screen

LECTURE = """
format = "nnviz-lecture/1"
title = {en = "A short one"}
[[scene]]
id = "first"
title = {en = "Why hidden layers?"}
experiment = "circle"
set = {"data.examples" = 60, "network.hidden" = [3]}
view = {panels = []}
[[scene.cue]]
say = {en = "Nothing is learned yet."}
[[scene.cue]]
say = {en = "After some training."}
train = {iterations = 400, seconds = 600}
"""


def what_is_missing() -> str:
    if sys.platform != "linux":
        return "virtual screens are X11's"
    missing = [tool for tool in ("Xvfb", "openbox", "xrandr") if shutil.which(tool) is None]
    return f"not installed: {', '.join(missing)}" if missing else ""


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict]:
    """What each step told."""
    folder = tmp_path_factory.mktemp("screens")
    (folder / "lecture.toml").write_text(LECTURE, encoding="utf-8")
    script = Path(__file__).with_name("two_screens.py")
    with virtual_screen(folder, "3000x1200") as environment:
        done = subprocess.run(
            [sys.executable, "-X", "faulthandler", str(script), str(folder)],
            env={**environment, "QT_SCREEN_SCALE_FACTORS": "eDP-1=1.25;HDMI-1=1"},
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return {step["step"]: step for step in told}


needs_monitors = pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing())


@needs_monitors
def test_the_stage_fills_the_audiences_screen_and_the_console_the_laptops(steps: dict[str, dict]) -> None:
    places = {name: (step["stage"], step["console"]) for name, step in steps.items() if "stage" in step}
    assert places == {
        "one screen": ("eDP-1", ""),
        "plugged": ("HDMI-1", "eDP-1"),
        "swapped in the middle of a cue": ("eDP-1", "HDMI-1"),
        "swapped back and cut short": ("HDMI-1", "eDP-1"),
        "unplugged in the middle of a cue": ("eDP-1", ""),
        "plugged again, another one": ("HDMI-1", "eDP-1"),
        "console closed by hand": ("HDMI-1", ""),
        "another resolution": ("HDMI-1", "eDP-1"),
        "left": ("", ""),
    }
    assert "closed" in steps


@needs_monitors
def test_nothing_of_the_lecture_is_lost(steps: dict[str, dict]) -> None:
    assert [steps[name]["cue"] for name in ("plugged", "unplugged in the middle of a cue", "left")] == [1, 2, 2]
    assert {step["said"] for step in steps.values() if "said" in step} == {""}
    whole, after_all = (steps[name]["digests"] for name in ("swapped back and cut short", "plugged again, another one"))
    assert set(whole) == {"first 1", "first 2"} and after_all == whole


@needs_monitors
def test_the_type_is_that_of_the_screen_that_each_is_on(steps: dict[str, dict]) -> None:
    types = {name: (step["type"], step["console_type"]) for name, step in steps.items() if "type" in step}
    assert types["one screen"] == (1.2, None)
    assert types["plugged"] == types["swapped back and cut short"] == types["another resolution"] == (1.07, 1.12)
    assert types["swapped in the middle of a cue"] == (1.2, 1.05)
    assert types["unplugged in the middle of a cue"][0] == 1.2
    assert types["plugged again, another one"] == (0.83, 1.12)


LEFT, RIGHT = QRect(0, 0, 1920, 1080), QRect(1920, 0, 1024, 768)


@pytest.mark.parametrize(
    ("names", "places", "expected"),
    [
        (["eDP-1"], [LEFT], (0, 0)),
        (["eDP-1", "HDMI-1"], [LEFT, RIGHT], (0, 1)),
        (["HDMI-1", "eDP-1"], [RIGHT, LEFT], (1, 0)),
        (["Color LCD", "EPSON PJ"], [LEFT, RIGHT], (0, 1)),
        ([r"\\.\DISPLAY1", r"\\.\DISPLAY2"], [LEFT, RIGHT], (0, 1)),
        # What is on the laptop is on the projector, too.
        (["eDP-1", "HDMI-1"], [LEFT, QRect(0, 0, 1024, 768)], (0, 0)),
        (["HDMI-1", "eDP-1", "DP-3"], [RIGHT, LEFT, RIGHT.translated(1024, 0)], (1, 0)),
    ],
)
def test_the_laptops_screen_is_the_one_that_is_built_in_else_the_first(
    names: list[str], places: list[QRect], expected: tuple[int, int]
) -> None:
    assert roles(names, places, range(len(names))) == expected
