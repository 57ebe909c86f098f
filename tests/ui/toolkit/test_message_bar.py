import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nnviz.ui.toolkit.controls import Button
from nnviz.ui.toolkit.message_bar import MessageBar, MessageText


@pytest.fixture
def bar(qtbot, look):
    bar = MessageBar(look)
    qtbot.addWidget(bar)
    bar.resize(300, 40)
    return bar


def test_it_is_not_there_until_there_is_something_to_say(bar):
    assert not bar.isVisible()
    bar.show_error("circle.toml: no such file")
    assert bar.isVisible()
    assert bar.text() == "circle.toml: no such file"


def test_the_kind_is_a_word_too(bar):
    names = []
    for show in (bar.show_error, bar.show_warning, bar.show_info):
        show("something")
        names.append((bar.kind(), bar.accessibleName()))
    assert [kind for kind, _ in names] == ["error", "warning", "info"]
    assert len({name for _, name in names}) == 3


def test_a_new_message_takes_the_place_of_the_old(bar):
    bar.show_error("first")
    bar.show_info("second")
    assert (bar.kind(), bar.text()) == ("info", "second")


def test_the_keyboard_puts_it_away(bar, qtbot):
    bar.show_error("no such file")
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert bar.text() == ""


def test_a_message_too_long_for_one_line_is_whole_on_two(bar):
    bar.resize(460, 40)
    text = "circle.toml: network.hidden[1]: expected a whole number from 1 to 1024"
    bar.show_error(text)
    bar.layout().activate()
    line = bar.findChild(MessageText)
    assert len(line.lines()) == 2
    assert line.shown_text() == text


def test_however_long_or_many_lined_a_message_is_the_bar_stays_low(bar):
    bar.show_error("a very long story\n" * 50)
    line = bar.findChild(MessageText)
    assert line.shown_text().endswith("…")
    assert "\n" not in line.shown_text()
    assert bar.sizeHint().height() < 100


def test_it_grows_with_the_type(bar, look):
    bar.show_info("hello")
    before = bar.sizeHint().height()
    look.set_scale(2)
    assert bar.sizeHint().height() > before


def test_it_lies_over_the_lower_end_of_what_it_is_about_and_stays_there(qtbot, look):
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(600, 400)
    bar = MessageBar(look)
    bar.float_over(ground)
    ground.show()
    assert not bar.isVisible()
    bar.show_error("no such file")
    assert bar.isVisible() and ground.rect().contains(bar.geometry()) and bar.geometry().top() > 300
    ground.resize(900, 700)
    assert ground.rect().contains(bar.geometry()) and bar.geometry().top() > 600 and bar.width() > 800


def test_the_cross_puts_it_away(bar, qtbot):
    bar.show_info("something")
    qtbot.mouseClick(bar.findChild(Button), Qt.MouseButton.LeftButton)
    assert not bar.isVisible() and bar.text() == ""
