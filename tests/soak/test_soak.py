"""A few seconds of ``make soak``."""

from pathlib import Path

from pytestqt.qtbot import QtBot
from shiboken6 import delete

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


def test_a_window_that_is_closed_and_stays_is_a_fault(qtbot: QtBot, tmp_path: Path) -> None:
    soak = Soak(3, tmp_path)
    soak._reopen()
    soak._reopen()
    assert soak.found.faults == []
    kept = soak._app.window
    kept.deleteLater = lambda: None  # type: ignore[method-assign]
    soak._reopen()
    soak._reopen()
    assert kept is not soak._app.window
    # It may be painted once more, without the network that it showed.
    (fault,) = (fault for fault in soak.close().faults if "still there" in fault)
    assert fault.startswith("1 of 3 windows that were closed are still there")
    delete(kept)


def test_a_window_that_another_language_replaced_and_that_stays_is_a_fault(qtbot: QtBot, tmp_path: Path) -> None:
    soak = Soak(3, tmp_path)
    kept = soak._app.window
    kept.deleteLater = lambda: None  # type: ignore[method-assign]
    for _ in range(2):
        first = soak._app.window
        soak._language()
        qtbot.waitUntil(lambda first=first: soak._app.window is not first and soak._app._turns.idle)
    del first
    soak._look_for_left()
    assert kept is not soak._app.window
    (fault,) = (fault for fault in soak.close().faults if "still there" in fault)
    assert fault.startswith("1 of 2 windows that were closed are still there")
    delete(kept)


def test_what_is_there_once_is_not_what_grows() -> None:
    first = [(minute, 300.0 + 10.0 * minute) for minute in range(8)]
    assert Found(memory=first + [(minute, 380.0 + 30.0 * (minute % 2)) for minute in range(8, 20)]).growth < 10.0


def test_what_grows_is_told() -> None:
    found = Found(memory=[(minute, 300.0 + 2.0 * minute + 30.0 * (minute % 2)) for minute in range(20)])
    assert 100.0 < found.growth < 140.0
    found.stalls["theme"] += [120.0, 300.0]
    assert "  theme: 2, at most 300 ms" in found.lines()
    assert "once it is warm, memory grows by +120 MB an hour" in found.lines()


def test_nothing_grows_in_no_time() -> None:
    assert Found().growth == Found(memory=[(0.0, 300.0)]).growth == 0.0
