"""A few seconds of ``make soak``."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.soak.found import Found
from tests.soak.soak import Soak

SECONDS = 4.0


def test_whatever_is_pressed_the_window_stays_and_its_numbers_are_the_engines(qtbot: QtBot, tmp_path: Path) -> None:
    soak = Soak(3, tmp_path)
    soak.run(SECONDS)
    soak._compare()
    found = soak.close()
    assert found.faults == [] and found.differences == []
    assert found.asked.total() > 5 and found.memory


def test_what_grows_is_told() -> None:
    found = Found(memory=[(0.0, 100.0), (1.0, 130.0), (2.0, 131.0), (3.0, 220.0)])
    assert found.growth == 90.0
    found.stalls["theme"] += [120.0, 300.0]
    assert "  theme: 2, at most 300 ms" in found.lines()
