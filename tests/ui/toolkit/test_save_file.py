"""What is saved has a name that can be opened again, and no other file is overwritten unasked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from nnviz.ui.toolkit.save_file import FileKind, ask_where_to_save

KINDS = (FileKind("Experiments", ".toml"), FileKind("Sessions", ".nnviz"))
Ask = Callable[..., Path | None]


@pytest.fixture
def ask(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Ask:
    window = QWidget()
    qtbot.addWidget(window)

    def ask(name: str, kind: str = "") -> Path | None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name) if name else "", kind))
        return ask_where_to_save(window, "Save", tmp_path / "proposed.toml", KINDS)

    return ask


@pytest.mark.parametrize(
    ("name", "kind", "saved"),
    [
        ("mine", "", "mine.toml"),
        ("v1.5", "", "v1.5.toml"),
        ("table.csv", "", "table.csv.toml"),
        ("MINE.TOML", "", "MINE.TOML"),
        ("mine.nnviz", "Experiments (*.toml)", "mine.nnviz"),
        ("proposed.toml", "Sessions (*.nnviz)", "proposed.nnviz"),
        ("v1.5", "Sessions (*.nnviz)", "v1.5.nnviz"),
    ],
)
def test_a_name_ends_as_what_can_be_opened(ask: Ask, tmp_path: Path, name: str, kind: str, saved: str) -> None:
    assert ask(name, kind) == tmp_path / saved


def test_nothing_is_saved_where_nothing_is_chosen(ask: Ask) -> None:
    assert ask("") is None


@pytest.mark.parametrize("answer", [0, 1])
def test_a_file_that_has_the_name_with_its_ending_is_asked_about(ask: Ask, tmp_path: Path, answer: int) -> None:
    (tmp_path / "mine.toml").write_text("")
    texts: list[str] = []

    def click() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, QMessageBox)
        texts.append(question.text())
        role = (QMessageBox.ButtonRole.RejectRole, QMessageBox.ButtonRole.AcceptRole)[answer]
        next(each for each in question.buttons() if question.buttonRole(each) is role).click()

    QTimer.singleShot(0, click)
    assert ask("mine") == (tmp_path / "mine.toml" if answer else None)
    assert texts == ["There is already a file mine.toml. Replace it?"]


def test_of_a_name_that_was_chosen_as_it_is_the_dialog_has_asked(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("")
    assert ask("mine.toml") == tmp_path / "mine.toml"
