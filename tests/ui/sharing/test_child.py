"""What is started is nnviz itself, bundled or not, and what it says is understood in any language."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.ui.names.speaker import Speaker, spoken_language
from nnviz.ui.sharing.child import Child, command_line
from tests.ui.sharing.conftest import LONG


def test_a_bundle_is_its_own_command(monkeypatch: pytest.MonkeyPatch) -> None:
    assert command_line(["page"]) == (sys.executable, ["-m", "nnviz", "page"])
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command_line(["page"]) == (sys.executable, ["page"])


def test_what_cannot_be_started_is_said(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    parent = QObject()
    child = Child(["page"], tmp_path, parent)
    with qtbot.waitSignal(child.ended, timeout=LONG) as said:
        pass
    assert said.args is not None and said.args[0].startswith("It could not be started: ")


@pytest.mark.parametrize(("language", "said"), [("en", "--epochs: expected A..B"), ("zh", "--epochs：")])
def test_what_it_refuses_is_said_without_whose_word_it_is(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: str, said: str
) -> None:
    speaker, parent = Speaker(qapp), QObject()
    speaker.speak(language)
    assert spoken_language() == language
    words = ["film", "xor4", "--epochs", "3..3", "--out", str(tmp_path / "x.gif"), "--language", language]
    with qtbot.waitSignal(Child(words, tmp_path, parent).ended, timeout=LONG) as heard:
        pass
    speaker.speak("en")
    assert heard.args is not None and heard.args[0].startswith(said)
