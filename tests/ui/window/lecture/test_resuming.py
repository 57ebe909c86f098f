"""After a crash or a dead battery a lecture goes on at the cue where it was; after a clean end nothing is asked."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nnviz.lecture.files import read
from nnviz.ui.app import App
from nnviz.ui.stage.script import Mark
from nnviz.ui.window.lecture.giving import Giving
from nnviz.ui.window.lecture.interrupted import Interrupted, PlaceFile
from nnviz.ui.window.lecture.resume_dialog import ResumeDialog
from tests.ui.window.desk import Desk
from tests.ui.window.lecture.test_lecturing import LECTURE, as_the_engine_has_it, said


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "short.toml"
    file.write_text(LECTURE, encoding="utf-8")
    return file


@pytest.fixture
def place(settings: Path) -> Path:
    return settings.with_name("lecture.json")


def giving(file: Path, **how: object) -> Giving:
    return Giving(read(file), windowed=True, **how)


def asked(desk: Desk) -> list[ResumeDialog]:
    return [each for each in desk.window.findChildren(ResumeDialog) if each.isVisible()]


def kept(place: Path) -> Interrupted | None:
    return PlaceFile(place).read()


def crashed(qtbot: QtBot, open_app: Callable[..., App], place: Path) -> Desk:
    """The window of the next time, where that of before was never closed."""
    interrupted = place.read_bytes()
    desk = Desk(qtbot, open_app(), open_app)
    place.write_bytes(interrupted)
    return desk


def begin(desk: Desk, file: Path, *keys: str) -> Desk:
    desk.app.give(giving(file))
    desk.wait()
    for key in keys:
        desk.press(key)
    return desk


def test_the_place_is_kept_from_cue_to_cue(desk: Desk, file: Path, place: Path) -> None:
    begin(desk, file)
    seen = []
    for key in ("PgDown", "PgDown", "Shift+PgDown", "PgUp"):
        desk.press(key)
        desk.until(lambda: kept(place) is not None)
        seen.append(None)
        script = desk.window.lecturing.script
        assert script is not None
        desk.until(lambda script=script: (now := kept(place)) and Mark(now.scene, now.cue, now.asking) == script.mark)
    now = kept(place)
    assert now is not None and (now.file, now.scene, now.cue, now.tour) == (os.fspath(file), "first", 3, False)
    assert list(place.parent.glob(".nnviz-*")) == []


def test_started_again_it_goes_on_at_the_cue_where_it_was(
    desk: Desk, file: Path, place: Path, qtbot: QtBot, open_app: Callable[..., App]
) -> None:
    begin(desk, file, "PgDown", "PgDown", "PgDown")
    desk.until(lambda: (now := kept(place)) and now.cue == 3)
    again = crashed(qtbot, open_app, place)
    begin(again, file)
    (dialog,) = asked(again)
    assert dialog.question.text() == "“A short one” was interrupted. Go on there?"
    assert dialog.place.text() == "1  Why hidden layers? · cue 3 of 3"
    again.strike("PgDown", dialog)
    again.wait()
    assert (
        said(again) == "One unit is off." and again.look.presenting and as_the_engine_has_it(again, read(file).lecture)
    )
    assert not asked(again)


def test_a_question_is_asked_again(
    desk: Desk, file: Path, place: Path, qtbot: QtBot, open_app: Callable[..., App]
) -> None:
    begin(desk, file, "PgDown")
    desk.until(lambda: (now := kept(place)) and now.asking)
    again = crashed(qtbot, open_app, place)
    again.window.lectures.resuming.offer(None)
    (dialog,) = asked(again)
    again.click(dialog.go_on)
    again.until(again.window.stage.question.isVisible)
    assert again.look.presenting, "as it was given, though the window alone was opened"


def test_a_tour_goes_on_as_a_tour(
    desk: Desk, file: Path, place: Path, qtbot: QtBot, open_app: Callable[..., App]
) -> None:
    desk.window.lectures.open(file)
    desk.wait()
    desk.press("Shift+PgDown")
    desk.until(lambda: (now := kept(place)) and now.scene == "second")
    again = crashed(qtbot, open_app, place)
    again.window.lectures.resuming.offer(None)
    again.click(asked(again)[0].go_on)
    again.until(lambda: again.window.lectures.touring.on)
    assert again.window.lectures.touring.panel.scene.text() == "Another network"


@pytest.mark.parametrize("end", ["closed", "ended", "not now"])
def test_nothing_is_asked_after_a_clean_end(
    desk: Desk, file: Path, place: Path, qtbot: QtBot, open_app: Callable[..., App], end: str
) -> None:
    begin(desk, file, "PgDown")
    desk.until(place.exists)
    if end == "closed":
        desk.window.close()
    elif end == "ended":
        desk.do("end_lecture")
    else:
        again = crashed(qtbot, open_app, place)
        again.window.lectures.resuming.offer(None)
        again.click(asked(again)[0].leave)
    desk.until(lambda: not place.exists())


@pytest.mark.parametrize("how", ["another scene", "another lecture"])
def test_who_begins_elsewhere_is_not_asked(
    desk: Desk, file: Path, place: Path, qtbot: QtBot, open_app: Callable[..., App], how: str
) -> None:
    begin(desk, file, "PgDown")
    desk.until(place.exists)
    again = crashed(qtbot, open_app, place)
    other = file.with_name("other.toml")
    other.write_text(LECTURE, encoding="utf-8")
    again.app.give(giving(file, mark=Mark("second")) if how == "another scene" else giving(other))
    assert not asked(again)


@pytest.mark.parametrize("content", [b"", b"{}", b"nonsense", b'{"file": 3}', b"\xff\xfe", b"[" * 90_000])
def test_a_place_that_cannot_be_read_is_none(place: Path, content: bytes) -> None:
    place.write_bytes(content)
    assert kept(place) is None


def test_a_lecture_that_is_gone_is_not_offered(
    desk: Desk, file: Path, place: Path, qtbot: QtBot, open_app: Callable[..., App]
) -> None:
    begin(desk, file, "PgDown")
    desk.until(place.exists)
    again = crashed(qtbot, open_app, place)
    file.unlink()
    again.window.lectures.resuming.offer(None)
    assert not asked(again) and not again.said()


def test_the_last_place_wins_however_fast_they_follow(place: Path) -> None:
    places = PlaceFile(place)
    for cue in range(50):
        places.keep(Interrupted(file="a.toml", scene="a", cue=cue))
    places.close()
    now = kept(place)
    assert now is not None and now.cue == 49
    places.keep(None)
    places.close()
    assert not place.exists()


def test_a_place_that_cannot_be_kept_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("")
    places = PlaceFile(tmp_path / "in the way" / "lecture.json")
    places.keep(Interrupted(file="a.toml", scene="a", cue=1))
    places.close()
    assert places.read() is None
