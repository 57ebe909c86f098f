"""The walker finds what is wrong, and nothing in what is right."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.walk.walker import Asked, contrast, faults

Paint = Callable[[QPainter], None]
LEFT = Qt.AlignmentFlag.AlignLeft


class Painted(QWidget):
    """Paints what it is told to."""

    def __init__(self, paint: Paint, parent: QWidget) -> None:
        super().__init__(parent)
        self.resize(200, 60)
        self._paint = paint

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint(painter)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, fonts: None) -> QWidget:
    # Whatever look other tests have left.
    qapp.setStyleSheet("")
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.setStyleSheet("QWidget { background: white; color: black; font-size: 16px; }")
    return window


def walked(window: QWidget, asked: Asked = Asked()) -> list[str]:  # noqa: B008 - it is frozen
    for widget in (window, *window.findChildren(QWidget)):
        widget.show()
    QApplication.processEvents()
    return faults(window, asked=asked)


def write(*places: tuple[str, float, float], colour: str = "black", clip: QRectF | None = None) -> Paint:
    def paint(painter: QPainter) -> None:
        if clip is not None:
            painter.setClipRect(clip)
        painter.setPen(QColor(colour))
        for text, x, y in places:
            painter.drawText(QPointF(x, y), text)

    return paint


@pytest.mark.parametrize(
    ("paint", "words"),
    [
        (write(("all is well", 10, 30), ("and here", 10, 55)), ""),
        (write(("out at the left", -8, 30)), "is cut"),
        (write(("out at the bottom, g", 10, 62)), "is cut"),
        (write(("clipped", 10, 30), clip=QRectF(0, 0, 40, 60)), "is cut"),
        (write(("one over", 10, 30), ("the other", 30, 33)), "lies over"),
        (write(("faint", 10, 30), colour="#999999"), ":1"),
        (write(("half seen", 10, 30), colour="#50000000"), ":1"),
    ],
)
def test_painted_text(window: QWidget, paint: Paint, words: str) -> None:
    Painted(paint, window)
    found = walked(window)
    assert (len(found) == 1 and words in found[0]) if words else not found


def test_text_in_a_box(window: QWidget) -> None:
    Painted(lambda painter: painter.drawText(QRectF(0, 0, 200, 60), LEFT, "has room"), window)
    assert walked(window) == []
    Painted(lambda painter: painter.drawText(QRectF(150, 0, 50, 60), LEFT, "has none at all"), window)
    assert any("'has none at all' is cut" in fault for fault in walked(window))


def test_words_of_widgets(window: QWidget) -> None:
    for kind in (QLabel, QPushButton):
        narrow = kind("a rather long text", window)
        narrow.resize(60, 30)
        assert any("a rather long text" in fault for fault in walked(window)), kind
        narrow.resize(narrow.sizeHint())
        assert walked(window) == []
        narrow.setParent(None)


def test_lines_tabs_and_lists(window: QWidget) -> None:
    label = QLabel("a text of several lines, which need room", window)
    label.setWordWrap(True)
    label.resize(120, 25)
    tabs, choice = QTabBar(window), QComboBox(window)
    tabs.addTab("a tab with a long name")
    tabs.addTab("another")
    tabs.resize(60, 30)
    tabs.move(0, 100)
    choice.addItem("an entry of some length")
    choice.resize(60, 30)
    choice.move(0, 200)
    found = walked(window)
    assert all(any(words in fault for fault in found) for words in ("several lines", "long name", "some length"))


def test_covered_and_cut_widgets(window: QWidget) -> None:
    below = QPushButton("below", window)
    below.resize(100, 40)
    over = QPushButton("over", window)
    over.setGeometry(80, 0, 100, 40)
    assert [fault for fault in walked(window) if "covers" in fault] != []
    over.move(0, 60)
    assert walked(window) == []
    over.move(350, 60)
    assert any("cannot be seen" in fault for fault in walked(window))


def test_faint_words(window: QWidget) -> None:
    field = QLineEdit(window)
    field.resize(200, 40)
    # The cursor of a line that has the keyboard is as dark as can be.
    field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    field.setPlaceholderText("Search")
    field.setStyleSheet("placeholder-text-color: #aaaaaa")
    assert any("Search" in fault and ":1" in fault for fault in walked(window))
    field.setStyleSheet("placeholder-text-color: #444444")
    assert walked(window) == []


def test_more_can_be_asked_of_text(window: QWidget) -> None:
    Painted(write(("small and cut…", 10, 30), colour="#666666"), window)
    label = QLabel("small, too", window)
    label.move(0, 100)
    assert walked(window) == []
    found = walked(window, Asked(contrast=7.0, pixels=18.0, whole=True))
    assert [
        words in fault for fault, words in zip(found, ("px large", "is shortened", "small, too", ":1"), strict=True)
    ]


def test_contrast_is_that_of_the_web_guidelines() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21.0)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)
