"""What was there before the look changed looks like what is made afterwards."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nnviz.lecture.files import load
from nnviz.lecture.values import Lecture
from nnviz.ui.console.timing import Timing
from nnviz.ui.console.window import Console
from nnviz.ui.look.look import Look
from nnviz.ui.stage.hands import Hands
from nnviz.ui.stage.script import Script
from tests.ui.followers import measures, settle
from tests.ui.put_up import put_up
from tests.ui.window.lecture.test_backstage import LECTURE


@pytest.fixture
def lecture(tmp_path: Path) -> Lecture:
    file = tmp_path / "short.toml"
    file.write_text(LECTURE, encoding="utf-8")
    return load(file)


def made(qtbot: QtBot, look: Look, stage: QWidget, lecture: Lecture) -> Console:
    picture = QImage(160, 90, QImage.Format.Format_RGB32)
    picture.fill(0x335577)
    hands = Hands()
    console = put_up(qtbot, Console(look, stage, lambda: picture, Timing(lambda: 0.0), hands), 1280, 720)
    script = Script(lecture)
    script.go_on()
    hands.ask(script.here.ask)
    hands.type(7)
    console.show_spot(script, "en")
    console.claims.show_claims(script.here.scene, {0: 0.5, 1: 0.5})
    console.show_keys("Blank .")
    console.show_marks(black=True, frozen=True, departed=True)
    console.setFocus()
    return console


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_the_console_does(qtbot: QtBot, look: Look, lecture: Lecture, theme: str) -> None:
    stage = QWidget()
    qtbot.addWidget(stage)
    old = made(qtbot, look, stage, lecture)
    old.look.set_theme(theme)
    look.set_scale(1.3)
    fresh = made(qtbot, look, stage, lecture)
    fresh.look.set_theme(theme)
    for console in (old, fresh):
        console.resize(1400, 900)
        console.activateWindow()
        qtbot.waitUntil(console.isActiveWindow)
        settle()
        qtbot.waitUntil(lambda console=console: console.picture.taken > 0)
    differing = [pair for pair in zip(measures(old), measures(fresh), strict=True) if pair[0] != pair[1]]
    assert differing == []
    qtbot.waitUntil(lambda: old.grab().toImage() == fresh.grab().toImage())


def test_the_look_is_its_own_and_of_its_screens_size(qtbot: QtBot, look: Look, lecture: Lecture) -> None:
    stage = QWidget()
    qtbot.addWidget(stage)
    console = made(qtbot, look, stage, lecture)
    before = console.look.factor
    look.set_presenting(True, 2160)
    look.set_theme("projector")
    assert (console.look.factor, console.look.theme.name, console.look.presenting) == (before, "dark", False)
    look.set_digits(5)
    assert console.look.numbers.digits == 5
    look.set_scale(2.0)
    assert console.look.factor > before
