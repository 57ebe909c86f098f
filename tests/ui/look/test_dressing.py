"""A style sheet is put on in turns, and looks as it does where Qt puts it on in one."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from nnviz.ui.look import short
from nnviz.ui.look.dressing import dress_in_turns
from nnviz.ui.look.stylesheet import stylesheet
from nnviz.ui.look.theme import DARK, LIGHT

KINDS = (QPushButton, QCheckBox, QComboBox, QLineEdit, QSpinBox)


class Hearing(QPushButton):
    """Notes when it hears that it wears another style, and how large it is in it."""

    def __init__(self, heard: list[QSize], parent: QWidget) -> None:
        super().__init__("words", parent)
        self._heard = heard

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._heard.append(self.sizeHint())


@pytest.fixture(autouse=True)
def one_a_turn(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(short, "LONG_SECONDS", 0.0)
    qapp.setStyle("Fusion")
    yield
    qapp.setStyleSheet("")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.setProperty("surface", "window")
    rows = QVBoxLayout(window)
    for kind in KINDS:
        rows.addWidget(kind())
    qtbot.addWidget(window)
    window.show()
    return window


def put_on(qapp: QApplication, sheet: str) -> None:
    for _ in dress_in_turns(qapp, sheet):
        pass


def picture(window: QWidget) -> QImage:
    window.adjustSize()
    return window.grab().toImage()


@pytest.mark.parametrize("first", ["", stylesheet(LIGHT, 1.0)])
def test_it_looks_as_where_qt_puts_it_on_in_one_turn(qapp: QApplication, window: QWidget, first: str) -> None:
    qapp.setStyleSheet(first)
    picture(window)
    put_on(qapp, stylesheet(DARK, 1.5))
    ours = picture(window)
    qapp.setStyleSheet("")
    assert picture(window) != ours
    qapp.setStyleSheet(stylesheet(DARK, 1.5))
    assert picture(window) == ours


def test_each_hears_of_it_once_in_a_turn_of_its_own_and_wears_it_by_then(qapp: QApplication, window: QWidget) -> None:
    put_on(qapp, stylesheet(LIGHT, 1.0))
    heard = list[QSize]()
    buttons = [Hearing(heard, window) for _ in range(8)]
    for each in buttons:
        each.show()
    small = buttons[0].sizeHint()
    heard.clear()
    together = []
    for _ in dress_in_turns(qapp, stylesheet(LIGHT, 3.0)):
        together.append(len(heard))
    assert max(b - a for a, b in zip([0, *together], together, strict=False)) == 1
    assert len(heard) == len(buttons)
    assert {size.height() for size in heard} == {buttons[0].sizeHint().height()}
    assert heard[0].height() > small.height()


def test_who_goes_comes_or_is_not_seen_meanwhile_wears_it_too(qapp: QApplication, window: QWidget) -> None:
    put_on(qapp, stylesheet(LIGHT, 1.0))
    goes, hidden = QPushButton("goes", window), QPushButton("words", window)
    goes.show()
    turns = dress_in_turns(qapp, stylesheet(LIGHT, 3.0))
    next(turns)
    comes = QPushButton("words", window)
    comes.show()
    delete(goes)
    for _ in turns:
        pass
    qapp.processEvents()
    hidden.show()
    large = window.findChild(QPushButton).sizeHint().height()
    assert large > 50
    assert (comes.sizeHint().height(), hidden.sizeHint().height()) == (large, large)


def test_what_a_widget_wears_of_its_own_stays(qapp: QApplication, window: QWidget) -> None:
    button = window.findChild(QPushButton)
    button.setStyleSheet("QPushButton { min-height: 90px; }")
    put_on(qapp, stylesheet(LIGHT, 1.0))
    assert button.sizeHint().height() > 90
    put_on(qapp, stylesheet(LIGHT, 1.5))
    assert button.sizeHint().height() > 90


def test_nothing_is_left_of_how_it_is_done(qapp: QApplication, window: QWidget) -> None:
    dressed, own = Qt.WidgetAttribute.WA_WState_Polished, Qt.WidgetAttribute.WA_SetStyle

    def marks() -> list[tuple[bool, bool]]:
        widgets = [window, *window.findChildren(QWidget)]
        return [(each.testAttribute(dressed), each.testAttribute(own)) for each in widgets]

    QPushButton("not seen yet", window)
    before = marks()
    put_on(qapp, stylesheet(DARK, 1.0))
    assert marks() == before
