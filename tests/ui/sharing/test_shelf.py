"""The corner in which one sees what leaves: over everything, out of the way, and gone when it has been seen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nnviz.ui.look.look import Look
from nnviz.ui.sharing.shelf import Shelf, ShelfRow
from tests.ui.put_up import put_up


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    return put_up(qtbot, QWidget(), 900, 600)


@pytest.fixture
def shelf(look: Look, window: QWidget) -> Shelf:
    return Shelf(look, window)


def shown(row: ShelfRow) -> set[str]:
    names = ("bar", "count", "stop", "open", "show_folder", "cross", "problem")
    return {name for name in names if getattr(row, name).isVisible()}


def test_a_row_says_how_far_it_is_then_where_it_is_or_why_not(shelf: Shelf, tmp_path: Path) -> None:
    row = shelf.add("Film", "circle.gif")
    row.show_progress(0, 0)
    assert shown(row) == {"count", "stop"}
    row.show_progress(3, 12)
    assert shown(row) == {"bar", "count", "stop"} and row.count.text() == "3 / 12" and row.bar.share == 0.25
    row.show_files([tmp_path / "circle.gif", tmp_path / "more.csv"])
    assert shown(row) == {"open", "show_folder", "cross"} and row.text.text == "circle.gif · more.csv"
    assert "saved" in row.accessibleName()
    row.show_problem("no")
    assert shown(row) == {"problem", "cross"} and row.accessibleName() == "Film: error no"


def test_it_is_as_high_as_its_rows_whenever_they_come(shelf: Shelf, qtbot: QtBot) -> None:
    for count in (1, 2, 3):
        shelf.add("Film", "circle.gif")
        qtbot.waitUntil(lambda: all(row.height() >= row.minimumSizeHint().height() for row in shelf.rows()))
        assert len(shelf.rows()) == count


def test_it_stays_in_its_corner_whatever_the_window_does(
    shelf: Shelf, window: QWidget, look: Look, qtbot: QtBot
) -> None:
    row = shelf.add("Film")
    qtbot.waitUntil(lambda: row.height() > 20)
    for size in (QSize(500, 400), QSize(1200, 800)):
        window.resize(size)
        assert window.rect().contains(shelf.geometry()) and shelf.geometry().right() > size.width() - look.px(20)
    before = shelf.height()
    row.show_problem("a reason that is long enough to need another line of its own, and yet another one " * 4)
    shelf.add("Slides")
    qtbot.waitUntil(lambda: shelf.height() > 2 * before)
    assert shelf.geometry().bottom() < window.height()


def test_the_keyboard_is_enough_and_comes_back_to_the_window(shelf: Shelf, window: QWidget, qtbot: QtBot) -> None:
    row = shelf.add("Film")
    row.left.connect(lambda: shelf.remove(row))
    row.show_problem("no")
    row.cross.setFocus()
    qtbot.keyClick(row.cross, Qt.Key.Key_Escape)
    assert shelf.rows() == [] and not shelf.isVisible()
    assert window.focusWidget() is window or window.focusWidget() is None


def test_a_note_is_gone_by_itself_and_the_next_one_takes_its_place(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.note("copied")
    shelf.note("copied again")
    assert [row.word.text() for row in shelf.rows()] == ["copied again"]
    assert shelf._noted.isActive()
    shelf._noted.setInterval(0)
    shelf._noted.start()
    qtbot.waitUntil(lambda: not shelf.rows())


def test_the_file_and_its_folder_are_opened(shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    row = shelf.add("Film")
    row.show_files([tmp_path / "circle.gif"])
    row.open.click()
    row.show_folder.click()
    assert [Path(url.toLocalFile()) for url in opened] == [tmp_path / "circle.gif", tmp_path]


def test_it_stands_above_what_it_is_to_keep_off_and_follows_it(shelf: Shelf, window: QWidget, qtbot: QtBot) -> None:
    foot, beside = QWidget(window), QWidget(window)
    foot.setGeometry(0, 500, 900, 100)
    beside.setGeometry(0, 400, 200, 100)
    foot.show()
    beside.show()
    shelf.keep_off(foot, beside)
    row = shelf.add("Film")
    qtbot.waitUntil(lambda: row.height() > 20)
    assert shelf.geometry().bottom() <= foot.geometry().top() and shelf.geometry().bottom() > 480
    foot.setGeometry(0, 450, 900, 150)
    assert shelf.geometry().bottom() <= 450
    foot.hide()
    assert shelf.geometry().bottom() > 550
