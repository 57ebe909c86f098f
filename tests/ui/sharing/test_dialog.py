"""What is asked, and what becomes of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QSpinBox

from nnviz.ui.sharing.dialog import SUBJECT, ShareDialog
from nnviz.ui.sharing.forms import KIND
from nnviz.ui.sharing.job import Job, Order
from nnviz.ui.toolkit.controls import Choice
from tests.ui.sharing.conftest import Hands


@pytest.fixture
def ordered(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> list[Order]:
    """What is to be made; nothing is."""
    orders: list[Order] = []
    monkeypatch.setattr(Job, "start", lambda job: orders.append(job.order))
    return orders


@pytest.fixture
def offered(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of files that are proposed, and taken."""
    names: list[str] = []

    def take(*arguments: str) -> tuple[str, str]:
        names.append(Path(arguments[2]).name)
        return str(hands.folder / names[-1]), arguments[3]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", take)
    return names


def asked(hands: Hands, form: str) -> ShareDialog:
    hands.app.window.actions_[f"share_{form}"].trigger()
    (dialog,) = (each for each in hands.app.window.findChildren(ShareDialog) if each.isVisible())
    return dialog


def pick(dialog: ShareDialog, choice: str, key: str) -> None:
    control = dialog.control(choice)
    assert isinstance(control, Choice)
    control.set_key(key)
    control.box.activated.emit(control.box.currentIndex())


def test_slides_are_at_first_of_a_kind_that_can_be_made(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    for there, usual in ((True, "pptx"), (False, "pdf")):
        monkeypatch.setattr("nnviz.ui.sharing.forms.find_spec", lambda _, there=there: object() if there else None)
        dialog = asked(hands, "slides")
        kind = dialog.control(KIND)
        assert isinstance(kind, Choice) and kind.key() == usual
        dialog.reject()


def test_a_film_asks_for_what_it_is_of_and_for_nothing_else(
    hands: Hands, ordered: list[Order], offered: list[str]
) -> None:
    dialog = asked(hands, "film")
    assert dialog.control("grain").isVisible() and not dialog.control("to").isVisible()
    pick(dialog, "of", "training")
    assert not dialog.control("grain").isVisible() and dialog.control("to").isVisible()
    pick(dialog, KIND, "webp")
    to = dialog.control("to")
    assert isinstance(to, QSpinBox)
    to.setValue(7)
    dialog.go_on.click()
    (order,) = ordered
    assert offered == ["xor-4-units.webp"] or offered[0].endswith(".webp")
    words = order.form.words(order.chosen, order.screen, order.target)
    assert words[:2] == ["--epochs", "0..7"] and "--grain" not in words


def test_by_keys_alone_and_as_the_last_time(hands: Hands, ordered: list[Order], offered: list[str]) -> None:
    dialog = asked(hands, "worksheet")
    students = dialog.control("students")
    assert isinstance(students, QSpinBox)
    students.setValue(12)
    hands.qtbot.keyClick(students, Qt.Key.Key_Return)
    assert ordered[0].chosen["students"] == 12
    again = asked(hands, "worksheet").control("students")
    assert isinstance(again, QSpinBox) and again.value() == 12
    # Where files were put last is where the next is proposed.
    assert hands.source.folder() == hands.folder


def test_a_worksheet_without_blanks_is_none(hands: Hands) -> None:
    dialog = asked(hands, "worksheet")
    for check in dialog.control("blanks").findChildren(QCheckBox):
        check.setChecked(False)
    assert not dialog.go_on.isEnabled()


def test_who_thinks_better_of_it_gets_nothing(
    hands: Hands, ordered: list[Order], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(hands, "page").leave.click()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    asked(hands, "page").go_on.click()
    assert ordered == []


def test_of_a_lecture_there_is_the_cue_the_scene_and_all_of_it(
    hands: Hands, ordered: list[Order], offered: list[str]
) -> None:
    hands.app.window.lectures.open_named("backprop-by-hand")
    hands.qtbot.waitUntil(lambda: hands.app.window.opening.reading.idle)
    hands.qtbot.waitUntil(lambda: hands.app.window.lecturing.idle)
    hands.wait()
    script = hands.app.window.lecturing.script
    assert script is not None
    dialog = asked(hands, "slides")
    scene = script.here.scene.id
    dialog.go_on.click()
    heard: list[tuple[str, ...]] = []
    ordered[0].subject.give(hands.folder, lambda words, problem: heard.append(tuple(words)))
    assert heard[0][1:] == ("--scene", scene) and Path(heard[0][0]).is_file()
    dialog = asked(hands, "slides")
    pick(dialog, SUBJECT, "1")
    dialog.go_on.click()
    assert ordered[1].subject.kind == "lecture" and ordered[1].target.stem != ordered[0].target.stem
    cue = asked(hands, "picture")
    assert [cue._subjects[0].kind, cue._subjects[-1].kind] == ["cue", "run"]


def test_a_text_has_no_network_to_take_away(hands: Hands) -> None:
    hands.app.window.lectures.open_named("hidden-layers")
    hands.qtbot.waitUntil(lambda: hands.app.window.opening.reading.idle)
    hands.qtbot.waitUntil(lambda: hands.app.window.lecturing.idle)
    script = hands.app.window.lecturing.script
    assert script is not None
    text = next(scene for scene in script.lecture.scenes if scene.kind == "text")
    hands.app.window.lecturing.go_to_scene(text.id)
    hands.qtbot.waitUntil(lambda: hands.app.window.lecturing.idle)
    hands.app.window.actions_["share_code"].trigger()
    assert not [each for each in hands.app.window.findChildren(ShareDialog) if each.isVisible()]
    assert "nothing on screen" in hands.row().word.text()
