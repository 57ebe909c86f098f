"""A signal that many hear of is sent in turns, and forgets those who have gone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from nnviz.ui.look import short
from nnviz.ui.look.look import Look
from nnviz.ui.look.told import TOGETHER, Told


class Hearing(QObject):
    """One of many who hear."""

    def __init__(self, place: int, heard: list[int]) -> None:
        super().__init__()
        self.place, self.heard = place, heard

    def hear(self) -> None:
        self.heard.append(self.place)


@pytest.fixture
def owner() -> Iterator[QObject]:
    owner = QObject()
    yield owner
    delete(owner)


def test_all_hear_of_it_in_the_order_in_which_they_came(qapp: object, owner: QObject) -> None:
    told, heard = Told(owner), list[int]()
    all_of_them = [Hearing(place, heard) for place in range(3 * TOGETHER)]
    for each in all_of_them:
        told.connect(each.hear)
    told.emit()
    assert heard == list(range(len(all_of_them)))


def test_what_takes_long_goes_on_in_the_next_turn(
    qapp: object, owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, heard = Told(owner), list[int]()
    all_of_them = [Hearing(place, heard) for place in range(3 * TOGETHER)]
    for each in all_of_them:
        told.connect(each.hear)
    monkeypatch.setattr(short, "LONG_SECONDS", 0.0)
    turns = told.in_turns()
    next(turns)
    assert heard == list(range(TOGETHER))
    delete(all_of_them[TOGETHER])
    assert [len(heard) for _ in turns] == [2 * TOGETHER - 1, 3 * TOGETHER - 1]


def test_who_has_gone_is_forgotten_and_their_place_with_them(qapp: object, owner: QObject) -> None:
    told, heard = Told(owner), list[int]()
    stays = Hearing(-1, heard)
    told.connect(stays.hear)
    for _ in range(5):
        windows = [Hearing(place, heard) for place in range(4 * TOGETHER)]
        for each in windows:
            told.connect(each.hear)
        for each in windows:
            delete(each)
    assert len(told._all) < 8
    told.emit()
    assert heard == [-1]


def test_a_change_of_the_look_is_heard_of_in_several_turns(
    qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = list[int]()
    all_of_them = [Hearing(place, heard) for place in range(3 * TOGETHER)]
    for each in all_of_them:
        look.changed.connect(each.hear)
    monkeypatch.setattr(short, "LONG_SECONDS", 0.0)
    turns = look.change_in_turns()
    look.set_theme("dark")
    turns._go_on()
    assert 0 < len(heard) < len(all_of_them), "the first have, the last have not"
    qtbot.waitUntil(lambda: turns.idle)
    assert heard == list(range(len(all_of_them)))
