"""After a crash or a dead battery a lecture goes on at the cue where it was; after a clean end nothing is asked."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nnviz.lecture.files import read
from nnviz.sessions.on_stage import Given, OnStage
from nnviz.sessions.reading import load_session, stage_of
from nnviz.ui.app import App
from nnviz.ui.session.moment import Selection
from nnviz.ui.stage.script import Mark
from nnviz.ui.window.lecture.giving import Giving
from nnviz.ui.window.lecture.resume_dialog import ResumeDialog
from tests.ui.window.desk import Desk
from tests.ui.window.lecture.test_lecturing import LECTURE, as_the_engine_has_it, said
from tests.ui.window.lecture.test_pointing import stroke


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "short.toml"
    file.write_text(LECTURE, encoding="utf-8")
    return file


@pytest.fixture
def place(settings: Path) -> Path:
    """Where sessions are kept by themselves."""
    return settings.with_name("kept")


def giving(file: Path, **how: object) -> Giving:
    return Giving(read(file), windowed=True, **how)


def asked(desk: Desk) -> list[ResumeDialog]:
    return [each for each in desk.window.findChildren(ResumeDialog) if each.isVisible()]


def kept(place: Path) -> Given | None:
    (*_, last) = [None, *(stage_of(session).given for session in sorted(place.glob("*.nnviz")))]
    return last


def keep(desk: Desk, place: Path, mark: Mark) -> None:
    """Have kept by itself what is on screen, without waiting for its time."""
    desk.window.sessions.keeping.keep_now()
    desk.until(lambda: (now := kept(place)) and Mark(now.scene, now.cue, now.asking) == mark)
    # Where the lecture lies is remembered like all that was opened.
    desk.app._store.save()


def crashed(qtbot: QtBot, open_app: Callable[..., App], place: Path) -> Desk:
    """The window of the next time, where that of before was never closed."""
    (interrupted,) = place.glob("*.nnviz")
    shutil.copy(interrupted, place / "left.nnviz")
    return Desk(qtbot, open_app(), open_app)


def begin(desk: Desk, file: Path, *keys: str) -> Desk:
    desk.app.give(giving(file))
    desk.wait()
    for key in keys:
        desk.press(key)
    return desk


def test_the_place_is_kept_from_cue_to_cue(desk: Desk, file: Path, place: Path) -> None:
    begin(desk, file)
    for key in ("PgDown", "PgDown", "Shift+PgDown", "PgUp"):
        desk.press(key)
        desk.wait()
        script = desk.window.lecturing.script
        assert script is not None
        keep(desk, place, script.mark)
    now = kept(place)
    assert now is not None and (now.lecture, now.scene, now.cue, now.tour) == ("short.toml", "first", 3, False)
    assert list(place.glob(".nnviz-*")) == []


def test_it_is_kept_by_itself_a_moment_after_each_cue(desk: Desk, file: Path, place: Path) -> None:
    begin(desk, file, "PgDown")
    desk.until(lambda: kept(place) is not None)
    desk.press("PgDown")
    desk.until(lambda: (now := kept(place)) and now.cue == 2)


def test_started_again_it_goes_on_at_the_cue_where_it_was(
    desk: Desk, file: Path, place: Path, qtbot: QtBot, open_app: Callable[..., App]
) -> None:
    begin(desk, file, "PgDown", "PgDown", "PgDown")
    keep(desk, place, Mark("first", 3))
    again = crashed(qtbot, open_app, place)
    begin(again, file)
    (dialog,) = asked(again)
    assert dialog.question.text() == "“A short one” was interrupted. Go on there?"
    assert dialog.place.text() == "1  Why hidden layers? · cue 3 of 3"
    again.strike("PgDown", dialog)
    again.until(lambda: said(again) == "One unit is off.")
    again.wait()
    assert again.look.presenting and as_the_engine_has_it(again, read(file).lecture)
    assert not asked(again)


def test_a_question_is_asked_again(
    desk: Desk, file: Path, place: Path, qtbot: QtBot, open_app: Callable[..., App]
) -> None:
    begin(desk, file, "PgDown")
    keep(desk, place, Mark("first", 1, True))
    again = crashed(qtbot, open_app, place)
    again.window.sessions.offer()
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
    keep(desk, place, Mark("second"))
    again = crashed(qtbot, open_app, place)
    again.window.sessions.offer()
    again.click(asked(again)[0].go_on)
    again.until(lambda: again.window.lectures.touring.on)
    assert again.window.lectures.touring.panel.scene.text() == "Another network"


def test_strokes_and_hands_are_there_again(
    desk: Desk, file: Path, place: Path, qtbot: QtBot, open_app: Callable[..., App]
) -> None:
    begin(desk, file, "D")
    stroke(desk, (300, 300), (400, 340), (500, 300))
    for key in ("D", "PgDown", "3", "Down", "1", "PgDown"):
        desk.press(key)
    desk.wait()
    keep(desk, place, Mark("first", 2))
    again = crashed(qtbot, open_app, place)
    again.window.sessions.offer()
    again.click(asked(again)[0].go_on)
    again.until(lambda: again.window.stage.head.outcome.isVisible())
    again.wait()
    assert again.window.stage.head.outcome.texts() == ["A 75\u00a0%", "✓ B 25\u00a0%"]
    assert again.window.sessions.staging.now == desk.window.sessions.staging.now
    again.press("PgUp")
    again.press("PgUp")
    ink = again.window.pointing.glass.ink
    assert len(ink.strokes) == 1 and again.window.pointing.glass.isVisible()


def test_who_had_left_the_script_is_where_they_were(
    desk: Desk, file: Path, place: Path, qtbot: QtBot, open_app: Callable[..., App]
) -> None:
    begin(desk, file, "PgDown", "PgDown")
    desk.controller.editing.edit(Selection(1, 0, 1), 2.5)
    desk.wait()
    keep(desk, place, Mark("first", 2))
    record = desk.record
    again = crashed(qtbot, open_app, place)
    again.window.sessions.offer()
    again.click(asked(again)[0].go_on)
    again.until(lambda: again.window.lecturing.departure.left)
    again.wait()
    assert again.record.before.tobytes() == record.before.tobytes() and again.record.layers[0].W[0, 1] == 2.5
    assert said(again) == "After some training." and again.window.lecturing.script is not None
    again.window.lecturing.return_to_script()
    again.wait()
    assert as_the_engine_has_it(again, read(file).lecture)


def test_who_goes_on_before_it_is_there_has_taken_it_up_all_the_same(
    desk: Desk, file: Path, place: Path, qtbot: QtBot, open_app: Callable[..., App]
) -> None:
    begin(desk, file, "PgDown", "PgDown")
    keep(desk, place, Mark("first", 2))
    again = crashed(qtbot, open_app, place)
    again.window.sessions.offer()
    asked(again)[0].go_on.click()
    again.until(lambda: again.window.lecturing.giving)
    again.window.lecturing.go_on()
    again.until(lambda: again.window.sessions._autosaved.file == place / "left.nnviz")
    again.window.close()
    assert not (place / "left.nnviz").exists()


def test_a_session_that_is_saved_has_the_lecture_and_is_opened_beside_it(
    desk: Desk, file: Path, tmp_path: Path, open_app: Callable[..., App], qtbot: QtBot
) -> None:
    begin(desk, file, "PgDown", "PgDown")
    desk.window.sessions.keeping.save(tmp_path / "mine.nnviz")
    desk.until((tmp_path / "mine.nnviz").exists)
    assert stage_of(tmp_path / "mine.nnviz").given is not None
    assert os.fspath(tmp_path) not in str(load_session(tmp_path / "mine.nnviz").stage), (
        "of this machine it names nothing"
    )
    again = Desk(qtbot, open_app(), open_app)
    again.window.opening.open_file(tmp_path / "mine.nnviz")
    again.until(lambda: said(again) == "After some training.")
    file.rename(tmp_path / "elsewhere.toml")
    alone = Desk(qtbot, open_app(), open_app)
    alone.window.opening.open_file(tmp_path / "mine.nnviz")
    alone.until(lambda: "short.toml" in alone.said())
    assert alone.window.lecturing.script is None and alone.record.before.tobytes() == desk.record.before.tobytes()


def test_another_language_leaves_strokes_and_hands_where_they_were(desk: Desk, file: Path) -> None:
    begin(desk, file, "D")
    stroke(desk, (300, 300), (400, 340), (500, 300))
    for key in ("D", "PgDown", "3", "Down", "1"):
        desk.press(key)
    before = desk.window.sessions.staging.now
    desk.app.speak("zh")
    now = desk.app.window.sessions.staging.now
    assert now.drawings == before.drawings != () and now.counted == before.counted != ()


@pytest.mark.parametrize("end", ["closed", "ended", "not now"])
def test_nothing_is_asked_after_a_clean_end(
    desk: Desk, file: Path, place: Path, qtbot: QtBot, open_app: Callable[..., App], end: str
) -> None:
    begin(desk, file, "PgDown")
    keep(desk, place, Mark("first", 1, True))
    if end == "closed":
        desk.window.close()
        assert list(place.iterdir()) == []
    elif end == "ended":
        desk.do("end_lecture")
        desk.until(lambda: kept(place) is None)
    else:
        again = crashed(qtbot, open_app, place)
        again.window.sessions.offer()
        again.click(asked(again)[0].leave)
        assert not (place / "left.nnviz").exists()


@pytest.mark.parametrize("how", ["another scene", "another lecture"])
def test_who_begins_elsewhere_is_not_asked(
    desk: Desk, file: Path, place: Path, qtbot: QtBot, open_app: Callable[..., App], how: str
) -> None:
    begin(desk, file, "PgDown")
    keep(desk, place, Mark("first", 1, True))
    again = crashed(qtbot, open_app, place)
    other = file.with_name("other.toml")
    other.write_text(LECTURE, encoding="utf-8")
    again.app.give(giving(file, mark=Mark("second")) if how == "another scene" else giving(other))
    assert not asked(again)
    # The next time it may be wanted.
    assert (place / "left.nnviz").exists()


def test_what_is_asked_about_in_one_window_is_not_asked_about_in_another(
    desk: Desk, file: Path, place: Path, qtbot: QtBot, open_app: Callable[..., App]
) -> None:
    begin(desk, file, "PgDown")
    keep(desk, place, Mark("first", 1, True))
    one = crashed(qtbot, open_app, place)
    one.window.sessions.offer()
    other = Desk(qtbot, open_app(), open_app)
    other.window.sessions.offer()
    assert asked(one) and not asked(other)
    one.window.close()
    other.window.sessions.offer()
    assert asked(other), "without an answer it is asked about again"


@pytest.mark.parametrize("content", [b"", b"{}", b"nonsense", b"PK\x03\x04", b"[" * 90_000])
def test_a_session_that_cannot_be_read_has_no_stage(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.nnviz").write_bytes(content)
    assert stage_of(tmp_path / "x.nnviz") == OnStage()


def test_a_lecture_that_is_gone_is_not_offered(
    desk: Desk, file: Path, place: Path, qtbot: QtBot, open_app: Callable[..., App]
) -> None:
    begin(desk, file, "PgDown")
    keep(desk, place, Mark("first", 1, True))
    again = crashed(qtbot, open_app, place)
    file.unlink()
    again.window.sessions.offer()
    assert not asked(again) and not again.said()


def test_a_lecture_that_cannot_be_kept_is_given_all_the_same(desk: Desk, file: Path, place: Path) -> None:
    place.write_text("in the way")
    told: list[str] = []
    desk.window.sessions.keeping.said.connect(told.append)
    begin(desk, file, "PgDown", "PgDown")
    desk.window.sessions.keeping.keep_now()
    desk.until(lambda: told)
    assert len(told) == 1 and "cannot be kept" in told[0]
    assert said(desk) == "After some training."
