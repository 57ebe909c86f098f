"""Scenes and cues set up by hand are written; the file is readable, and read again when it changes on disk."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QInputDialog

from nnviz.lecture.files import load
from tests.ui.window.desk import Desk
from tests.ui.window.lecture.test_lecturing import LECTURE, as_the_engine_has_it


class Hands:
    """What is typed into the dialogs, one after the other."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
        self.texts: list[str] = []
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(file), ""))
        monkeypatch.setattr(
            QInputDialog, "getText", lambda *_: (self.texts.pop(0), True) if self.texts else ("", False)
        )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mine.toml"


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch, file: Path) -> Hands:
    return Hands(monkeypatch, file)


def author(desk: Desk, hands: Hands, action: str, text: str) -> None:
    hands.texts.append(text)
    desk.do(action)
    desk.until(lambda: desk.window.lecturing.idle)
    desk.wait()


def here(desk: Desk) -> tuple[str, int]:
    script = desk.window.lecturing.script
    assert script is not None
    return script.here.scene.id, script.here.cue


def rewritten(desk: Desk, file: Path, text: str) -> None:
    """An editor's way: a new file in the old one's place."""
    beside = file.with_suffix(".new")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, file)


def test_a_scene_and_its_cues_are_made_by_hand(desk: Desk, hands: Hands, file: Path) -> None:
    desk.window.panels.show(("data",))
    desk.window.open(desk.run.experiment.with_fields({"network.hidden": [3], "data.examples": 60}))
    desk.wait()
    author(desk, hands, "save_scene", "Three units")
    assert "Saved as a scene in" in desk.said() and here(desk) == ("three-units", 1)
    assert desk.window.lectures.touring.on
    # The lecturer plays, and keeps what is worth it.
    desk.do("step_epoch")
    desk.do("step_iteration")
    desk.pick(1, 0, 1)
    author(desk, hands, "add_cue", "It has learned a little.")
    assert "Added as cue 2" in desk.said() and here(desk) == ("three-units", 2)
    desk.controller.editing.edit(desk.moment.selection, 1.5)
    desk.wait()
    theta, place = desk.record.theta.copy(), desk.place
    author(desk, hands, "add_cue", "A weight is another one.")
    assert here(desk) == ("three-units", 3)
    assert (desk.record.theta == theta).all() and desk.place == place
    lecture = load(file)
    (scene,) = lecture.scenes
    assert [cue.say.en for cue in scene.cues] == ["Three units", "It has learned a little.", "A weight is another one."]
    assert scene.experiment == "circle" and scene.set == {"network.hidden": [3], "data.examples": 60}
    assert scene.cues[2].set == {"W1[0,1]": 1.5} and scene.cues[2].train is None
    for key in ("PgUp", "PgUp", "PgDown", "PgDown"):
        desk.press(key)
        # Nobody watches it train.
        desk.press("Backspace")
        assert as_the_engine_has_it(desk, lecture)
    assert desk.window.lecturing.shown[-1]["digest"] in {each["digest"] for each in desk.window.lecturing.shown[:-1]}
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines.count("[[scene.cue]]") == 3 and 'set = {"W1[0,1]" = 1.5}' in lines


def test_a_scene_is_added_after_the_one_where_one_is(desk: Desk, hands: Hands, file: Path) -> None:
    file.write_text(LECTURE + "# the end\n", encoding="utf-8")
    desk.window.lectures.open(file)
    desk.wait()
    desk.do("new_weights")
    author(desk, hands, "save_scene", "Another start")
    assert here(desk) == ("another-start", 1)
    assert [scene.id for scene in load(file).scenes] == ["first", "another-start", "second"]
    text = file.read_text(encoding="utf-8")
    assert text.endswith("# the end\n") and all(line in text.splitlines() for line in LECTURE.splitlines())


def test_what_cannot_be_written_is_said_and_nothing_is(desk: Desk, hands: Hands, file: Path) -> None:
    author(desk, hands, "add_cue", "No scene yet")
    assert "save this as a scene first" in desk.said()
    file.write_text("not a lecture", encoding="utf-8")
    author(desk, hands, "save_scene", "Into this")
    assert desk.said().startswith("Nothing was written: mine.toml: ") and file.read_text("utf-8") == "not a lecture"
    file.unlink()
    hands.texts.clear()
    desk.do("save_scene")
    assert not file.exists(), "no title, no scene"
    author(desk, hands, "save_scene", "At last")
    for change in ("step_iteration", "silence"):
        desk.pick(1, 0)
        desk.do(change)
    desk.do("step_iteration", "new_weights")
    desk.pick(1, 0)
    desk.do("silence", "step_iteration", "silence")
    before = file.read_text("utf-8")
    author(desk, hands, "add_cue", "Off and on again")
    assert "changes made at several times are a cue each" in desk.said() and file.read_text("utf-8") == before


def test_a_lecture_that_is_built_in_stays_as_it_is(desk: Desk, hands: Hands) -> None:
    desk.do("tour_backprop-by-hand")
    desk.wait()
    author(desk, hands, "add_cue", "Mine")
    assert "built in" in desk.said()


def test_it_is_read_again_when_it_changes_on_disk_and_one_stays_where_one_is(desk: Desk, file: Path) -> None:
    file.write_text(LECTURE, encoding="utf-8")
    desk.window.lectures.open(file)
    desk.wait()
    desk.press("PgDown")
    desk.press("PgDown")
    number, panel = desk.run.number, desk.window.lectures.touring.panel
    rewritten(desk, file, LECTURE.replace("After some training.", "It has trained."))
    desk.until(lambda: panel.sentence.text() == "It has trained.")
    desk.wait()
    assert desk.run.number == number and desk.record.iteration == 40, "nothing is trained anew for a word"
    # In place, too, and more than once.
    file.write_text(LECTURE.replace("After some training.", "It has learned."), encoding="utf-8")
    desk.until(lambda: panel.sentence.text() == "It has learned.")
    file.write_text(LECTURE.replace("iterations = 40", "iterations = 44"), encoding="utf-8")
    desk.until(lambda: desk.record.iteration == 44)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LECTURE.replace('"circle"', '"circel"'), "scene first: experiment: circel"),
        (LECTURE[: len(LECTURE) // 2], "mine.toml: "),
        ("", "mine.toml: "),
    ],
)
def test_one_with_a_new_fault_is_not_taken(desk: Desk, file: Path, text: str, said: str) -> None:
    file.write_text(LECTURE, encoding="utf-8")
    desk.window.lectures.open(file)
    desk.wait()
    desk.press("PgDown")
    desk.press("PgDown")
    rewritten(desk, file, text)
    desk.until(lambda: said in desk.said())
    assert desk.said().startswith("The lecture stays as it was: ") and here(desk) == ("first", 2)
    desk.press("PgDown")
    assert desk.window.lectures.touring.panel.sentence.text() == "One unit is off."
    rewritten(desk, file, LECTURE.replace("One unit is off.", "One unit answers nothing."))
    desk.until(lambda: desk.window.lectures.touring.panel.sentence.text() == "One unit answers nothing.")


def test_a_scene_in_a_file_of_its_own_is_watched_and_gets_cues_too(desk: Desk, hands: Hands, file: Path) -> None:
    scene = file.parent / "scenes" / "xor.toml"
    scene.parent.mkdir()
    text = 'id = "xor"\ntitle = {en = "XOR"}\nexperiment = "xor4"\n\n[[cue]]\nsay = {en = "Four points."}\n'
    scene.write_text(text, encoding="utf-8")
    file.write_text(LECTURE + '\n[[scene]]\nfile = "scenes/xor.toml"\n', encoding="utf-8")
    desk.window.lectures.open(file)
    desk.wait()
    desk.window.lecturing.go_to_scene("xor")
    desk.wait()
    desk.do("step_epoch", "step_epoch")
    author(desk, hands, "add_cue", "After two.")
    assert here(desk) == ("xor", 2)
    assert scene.read_text("utf-8").startswith(text) and "After two." not in file.read_text("utf-8")
    rewritten(desk, scene, scene.read_text("utf-8").replace("After two.", "After two epochs."))
    desk.until(lambda: desk.window.lectures.touring.panel.sentence.text() == "After two epochs.")
