import pytest
from PySide6.QtCore import Qt

from nnviz.ui.controls import ElidedText
from nnviz.ui.message_bar import MessageBar


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


def test_a_long_or_many_lined_message_stays_one_line(bar):
    bar.show_error("a very long story\n" * 50)
    line = bar.findChild(ElidedText)
    assert line.shown_text().endswith("…")
    assert "\n" not in line.shown_text()
    assert bar.sizeHint().height() < 100


def test_it_grows_with_the_type(bar, look):
    bar.show_info("hello")
    before = bar.sizeHint().height()
    look.set_scale(2)
    assert bar.sizeHint().height() > before
