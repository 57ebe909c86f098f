"""Of several ways to lay something out the first is taken that there is room for."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nnviz.ui.transport.first_fitting import FirstFitting

NEEDS = {"words": 300, "symbols": 150, "nothing": 0}


class Row(QWidget):
    """Needs as much room as it shows, and has less of it while the words are tried."""

    def __init__(self) -> None:
        super().__init__()
        self.given, self.taken = dict[str, int](), list[str]()
        self.fitting = FirstFitting(self, NEEDS, self.take, lambda: NEEDS[self.taken[-1]])

    def take(self, way: str) -> None:
        self.taken.append(way)
        self.resize(self.given.get(way, self.width()), 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fitting.choose()


def row(qtbot: QtBot, width: int, **given: int) -> Row:
    made = Row()
    qtbot.addWidget(made)
    made.resize(width, 20)
    made.show()
    made.given = given
    made.taken.clear()
    made.fitting.forget()
    made.fitting.choose()
    return made


def test_the_fullest_that_fits_is_taken_and_the_barest_where_none_does(qtbot: QtBot) -> None:
    assert row(qtbot, 400).taken[-1] == "words"
    assert row(qtbot, 200).taken[-1] == "symbols"
    assert row(qtbot, 100).taken[-1] == "nothing"


def test_each_is_tried_once_until_what_they_need_is_another(qtbot: QtBot) -> None:
    narrow = row(qtbot, 100)
    narrow.taken.clear()
    narrow.fitting.choose()
    assert narrow.taken == ["nothing"] and narrow.fitting.knows("words")
    narrow.fitting.forget()
    assert not narrow.fitting.knows("words")


def test_where_trying_one_changes_the_room_it_is_chosen_once_more(qtbot: QtBot) -> None:
    assert row(qtbot, 400, words=200).taken[-1] == "symbols"
