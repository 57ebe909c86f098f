"""Who needs type of twice the size has it on a small screen, with everything in reach."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize

from nnviz.lecture.files import find, read
from nnviz.ui.look.look import usual_scale
from nnviz.ui.toolkit.controls import Text
from nnviz.ui.window.keys_dialog import KeysDialog
from nnviz.ui.window.lecture.giving import Giving
from nnviz.ui.windows.compare.twin import TwinWindow
from nnviz.ui.windows.data_editor.reading_card import ReadingCard
from tests.ui.every_window import PATIENCE, console, windows_beside

SCREEN = QSize(1366, 768)
TWICE = 2 * usual_scale(SCREEN.height())


@pytest.fixture
def large(open_app, qtbot):
    """The window, as large as the screen."""
    app = open_app()
    app.look.set_scale(TWICE)
    app.window.resize(SCREEN)
    app.window.panels.complete()
    qtbot.waitUntil(lambda: app.link.idle, timeout=PATIENCE)
    return app


def fits(size: QSize) -> bool:
    return size == size.boundedTo(SCREEN)


def test_every_window_fits(large, qtbot):
    assert fits(large.window.minimumSizeHint())
    assert large.window.size() == SCREEN
    least = {name: window.minimumSizeHint() for name, window in windows_beside(large, qtbot)}
    assert {name: size.toTuple() for name, size in least.items() if not fits(size)} == {}


def test_so_do_a_tour_with_two_networks_and_the_console(large, qtbot):
    lecturing, window = large.window.lecturing, large.window
    window.lectures.begin(Giving(reading=read(find("hidden-layers")), tour=True))
    qtbot.waitUntil(lambda: lecturing.giving and lecturing.idle, timeout=PATIENCE)
    assert window.stage.twin.isVisible()
    assert fits(window.minimumSizeHint())
    assert window.size() == SCREEN
    lecturing.end()
    assert fits(console(large, qtbot).minimumSizeHint())


def test_the_sentence_under_the_formula_gives_its_room_to_the_network_and_can_be_heard(large, qtbot):
    formula = large.window.formula
    assert not formula.sentence.isVisible()
    assert formula.accessibleDescription() == formula.words().sentence
    large.look.set_scale(TWICE / 2)
    qtbot.waitUntil(formula.sentence.isVisible)


def test_the_list_of_keys_scrolls_in_type_that_is_hardly_smaller(qtbot, look, monkeypatch):
    monkeypatch.setattr(KeysDialog, "_room", lambda dialog: SCREEN)
    look.set_scale(TWICE)
    dialog = KeysDialog(look)
    qtbot.addWidget(dialog)
    dialog.show()
    body = look.font("body").pixelSize()
    named = [text for text in dialog.findChildren(Text) if text.text() == "Play or pause"]
    assert all(text.font().pixelSize() >= 0.8 * body for text in named)
    assert fits(dialog.size())
    assert dialog._scroll.horizontalScrollBar().maximum() == 0


def test_buttons_under_a_comparison_say_as_much_as_there_is_room_for(large, qtbot):
    for _, window in windows_beside(large, qtbot):
        if isinstance(window, TwinWindow):
            window.resize(SCREEN)
            bar = window.bar
            assert bar.layout().sizeHint().width() <= bar.width()
            assert [bar.reset.text(), bar.reset.accessibleName()] == ["", "Reset"]
            window.resize(2 * SCREEN)
            qtbot.waitUntil(lambda bar=bar: bar.reset.text() == "Reset  R")


def test_what_says_how_a_table_is_read_stands_in_several_rows(qtbot, look):
    look.set_scale(TWICE)
    card = ReadingCard(look)
    qtbot.addWidget(card)
    card.resize(1100, 300)
    card.show()

    def tops() -> set[int]:
        return {choice.mapTo(card, QPoint()).y() for choice in card.choices.values()}

    assert len(tops()) > 1
    assert all(choice.box.width() >= look.px(100) for choice in card.choices.values())
    card.resize(3000, 300)
    qtbot.waitUntil(lambda: len(tops()) == 1)


def test_a_network_that_nobody_could_read_gives_its_room_to_the_picture_beside_it(large, qtbot):
    lecturing, window = large.window.lecturing, large.window
    window.lectures.begin(Giving(reading=read(find("hidden-layers")), tour=True))
    qtbot.waitUntil(lambda: lecturing.giving and lecturing.idle, timeout=PATIENCE)
    assert [side.diagram.isVisible() for side in window.stage.twin.sides] == [False, False]
    # Two networks are not what the formula is of, and need its room.
    assert not window.formula.isVisible()
    assert window.transport.isVisible()
