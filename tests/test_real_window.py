"""The installed command in a real window, on a virtual screen of its own."""

import json
import shutil
import signal
import subprocess
import sys
import sysconfig
from collections import Counter
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from tests.virtual_screen import LONGEST, running, virtual_screen

NNVIZ = Path(sysconfig.get_path("scripts"), "nnviz")
MOMENT = 0.2
"""Seconds between two looks at a process that is not this one."""


def what_is_missing() -> str:
    if sys.platform != "linux":
        return "virtual screens are X11's"
    missing = [tool for tool in ("Xvfb", "xdotool", "import") if shutil.which(tool) is None]
    missing += [] if NNVIZ.exists() else ["nnviz beside this Python"]
    return f"not installed: {', '.join(missing)}" if missing else ""


pytestmark = pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing())


def wait_until(look, process, what):
    """The first answer of ``look`` that is one; the process is there all the while."""
    deadline = monotonic() + LONGEST
    while not (answer := look()):
        try:
            process.wait(MOMENT)
        except subprocess.TimeoutExpired:
            assert monotonic() < deadline, f"no {what} within {LONGEST:g} s"
        else:
            pytest.fail(f"the process ended with status {process.returncode} before there was a {what}")
    return answer


@pytest.fixture
def screen(tmp_path):
    """The environment of a user with a screen and no settings yet."""
    with virtual_screen(tmp_path) as environment:
        yield environment


class Visitor:
    """Someone in front of the screen: sees the window, takes pictures, presses keys."""

    def __init__(self, process, environment):
        self._process = process
        self._environment = environment
        self._window = wait_until(self._mapped_window, process, "window on the screen")

    def picture(self):
        taken = self._do("import", "-window", self._window, "png:-")
        return QImage.fromData(taken.stdout, "PNG")

    def press(self, key):
        self._do("xdotool", "windowfocus", self._window, "key", "--clearmodifiers", key)

    def _mapped_window(self):
        found = self._do("xdotool", "search", "--onlyvisible", "--pid", str(self._process.pid))
        return found.stdout.decode().split()[-1] if found.stdout else None

    def _do(self, *words):
        return subprocess.run(words, env=self._environment, capture_output=True, timeout=LONGEST, check=False)


def colours(picture):
    """How often each colour is in a picture, looked at in every third row and column."""
    return Counter(picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3))


def is_drawn(picture):
    """Whether there is more than an empty window: many colours, and none that is nearly everywhere."""
    counts = colours(picture)
    return len(counts) > 200 and max(counts.values()) < 0.9 * counts.total()


def test_the_command_opens_a_window_that_trains_and_closes(tmp_path, screen):
    words = [str(NNVIZ), "circle", "--train", "--stats", "stats.json"]
    with (
        (tmp_path / "complaints").open("wb") as complaints,
        running(words, cwd=tmp_path, env=screen, stderr=complaints) as process,
    ):
        visitor = Visitor(process, screen)
        picture = wait_until(lambda: is_drawn(picture := visitor.picture()) and picture, process, "picture of it")
        assert picture.width() >= 640 and picture.height() >= 400
        wait_until(lambda: visitor.picture() != picture, process, "picture of it that moves on")
        deadline = monotonic() + LONGEST
        while process.poll() is None:
            assert monotonic() < deadline, "Ctrl+Q does not close the window"
            # The first may come before the window has the keyboard.
            visitor.press("ctrl+q")
            with suppress(subprocess.TimeoutExpired):
                process.wait(1.0)
        assert process.returncode == 0
    assert (tmp_path / "complaints").read_text() == ""
    stats = json.loads((tmp_path / "stats.json").read_text())
    assert stats["startup_ms"] > 0.0 and stats["frames"] > 1 and stats["iterations"] > 1


def covers(picture, size):
    """Whether it is drawn, as large as that, up to its last corner."""
    corner = picture.pixelColor(picture.width() - 4, picture.height() - 4)
    return picture.size() == size and is_drawn(picture) and corner.lightness() > 0


def test_it_fills_the_screen_and_comes_back(tmp_path, screen):
    with running([str(NNVIZ), "circle"], cwd=tmp_path, env=screen) as process:
        visitor = Visitor(process, screen)
        window = wait_until(lambda: is_drawn(picture := visitor.picture()) and picture, process, "picture of it")
        visitor.press("F5")
        wait_until(lambda: covers(visitor.picture(), QSize(1280, 720)), process, "picture as large as the screen")
        visitor.press("Escape")
        wait_until(lambda: covers(visitor.picture(), window.size()), process, "window as it was")
        process.send_signal(signal.SIGTERM)
        assert process.wait(LONGEST) == 0


@pytest.mark.parametrize(
    ("number", "options"),
    [(signal.SIGINT, []), (signal.SIGTERM, ["--train"]), (signal.SIGHUP, [])],
    ids=["an interrupt while paused", "a request to end while training", "a terminal that is closed"],
)
def test_what_ends_a_process_closes_the_window_as_its_cross_does(tmp_path, screen, number, options):
    words = [str(NNVIZ), "xor4", "--stats", "stats.json", *options]
    with (
        (tmp_path / "complaints").open("wb") as complaints,
        running(words, cwd=tmp_path, env=screen, stderr=complaints) as process,
    ):
        visitor = Visitor(process, screen)
        wait_until(lambda: is_drawn(visitor.picture()), process, "picture of it")
        process.send_signal(number)
        assert process.wait(LONGEST) == 0
    assert (tmp_path / "complaints").read_text() == ""
    assert (tmp_path / "stats.json").exists()
    # What it keeps by itself is for the case of a crash.
    assert json.loads((tmp_path / "config" / "nnviz" / "preferences.json").read_text())["experiment"]
    assert list((tmp_path / "config" / "nnviz").glob("kept/*")) == []


def test_the_command_closes_by_itself_when_it_is_asked_to(tmp_path, screen):
    words = [str(NNVIZ), "xor4", "--stats", "stats.json", "--quit-after", "0"]
    closed = subprocess.run(words, cwd=tmp_path, env=screen, capture_output=True, timeout=LONGEST, check=False)
    assert (closed.returncode, closed.stdout, closed.stderr) == (0, b"", b"")
    assert json.loads((tmp_path / "stats.json").read_text())["frames"] >= 1
