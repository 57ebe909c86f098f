import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.ui.toolkit.controls import Button, Text
from nnviz.ui.toolkit.message_bar import MessageBar


@pytest.fixture
def bar(qtbot, look):
    bar = MessageBar(look)
    qtbot.addWidget(bar)
    bar.resize(300, 40)
    return bar


@pytest.fixture
def window(qtbot, look):
    """A bar under something that has what room is left."""
    whole, above, bar = QWidget(), QWidget(), MessageBar(look)
    column = QVBoxLayout(whole)
    column.addWidget(above, 1)
    column.addWidget(bar)
    qtbot.addWidget(whole)
    whole.resize(400, 500)
    whole.show()
    yield bar, above
    whole.close()


def test_it_is_not_there_until_there_is_something_to_say(bar):
    assert not bar.isVisible()
    bar.show_error("circle.toml: no such file")
    assert bar.isVisible()
    assert bar.text() == "circle.toml: no such file"


def test_what_lasts_comes_back_until_it_has_been_read(bar):
    bar.show_lasting("No room.")
    bar.show_info("Saved.")
    assert bar.text() == "Saved."
    bar.clear()
    assert (bar.text(), bar.kind(), bar.isVisible()) == ("No room.", "warning", True)
    bar.show_lasting("Nor here.")
    bar.clear()
    assert bar.text() == "No room. · Nor here."
    bar.dismiss()
    assert bar.text() == "" and not bar.isVisible()


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


@pytest.mark.parametrize("scale", [0.75, 1.0, 2.0])
def test_a_message_too_long_for_one_line_is_whole_on_several(window, look, scale):
    bar, above = window
    look.set_scale(scale)
    text = "circle.toml: network.hidden[1]: expected a whole number from 1 to 1024"
    bar.show_error(text)
    bar.parentWidget().layout().activate()
    label = next(each for each in bar.findChildren(Text) if each.text() == text)
    assert label.height() >= label.heightForWidth(label.width()) > label.fontMetrics().height()
    assert above.geometry().bottom() < bar.geometry().top() and bar.geometry().bottom() < bar.parentWidget().height()


def test_a_message_is_a_row_of_its_own_and_leaves_no_gap_behind(window):
    bar, above = window
    before = above.height()
    bar.show_info("something")
    bar.parentWidget().layout().activate()
    assert above.height() < before and not above.geometry().intersects(bar.geometry())
    bar.clear()
    bar.parentWidget().layout().activate()
    assert above.height() == before


def test_however_long_or_many_lined_a_message_is_the_bar_stays_low(window):
    bar, _ = window
    bar.show_error("a very long story\n" * 50)
    bar.parentWidget().layout().activate()
    (label,) = (each for each in bar.findChildren(Text) if each.text().endswith("…"))
    assert "\n" not in label.text() and "story\n" in label.toolTip()
    assert bar.height() < 200


def test_it_grows_with_the_type(bar, look):
    bar.show_info("hello")
    before = bar.sizeHint().height()
    look.set_scale(2)
    assert bar.sizeHint().height() > before


def test_the_cross_puts_it_away(bar, qtbot):
    bar.show_info("something")
    qtbot.mouseClick(bar.findChild(Button), Qt.MouseButton.LeftButton)
    assert not bar.isVisible() and bar.text() == ""
