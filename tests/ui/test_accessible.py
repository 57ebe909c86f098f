"""What somebody hears who cannot see the window: the tree that a screen reader reads, and what it is told at a step."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible

from nnviz.ui.panels.table import PANELS
from nnviz.ui.toolkit.controls.labelled_slider import LabelledSlider
from tests.ui.every_window import PATIENCE, console, windows_beside
from tests.ui.reader import DESCRIPTION, NAME, nameless, symbols, told, tree_of


@pytest.mark.parametrize("panel", [row.id for row in PANELS])
def test_everything_that_the_keyboard_reaches_has_a_name(open_app, qtbot, panel):
    app = open_app()
    app.window.panels.show((panel,))
    app.window.panels.complete()
    qtbot.waitUntil(lambda: app.link.idle)
    assert nameless(app.window) == []


def test_so_has_everything_in_the_windows_beside_it(open_app, qtbot):
    app = open_app()
    found = {name: nameless(window) for name, window in windows_beside(app, qtbot)}
    assert {name: controls for name, controls in found.items() if controls} == {}


def test_so_have_the_console_and_what_the_audience_sees(open_app, qtbot):
    app = open_app()
    assert nameless(console(app, qtbot)) == []
    app.window.lecturing.go_on()
    qtbot.waitUntil(lambda: app.window.lecturing.idle, timeout=PATIENCE)
    assert nameless(app.window) == []


def test_so_has_what_is_on_its_way_out_of_the_window(open_app):
    app = open_app()
    shelf = app.window.sharing.shelf
    shelf.add("Film", "circle.gif").show_progress(3, 10)
    shelf.add("Picture", "circle.png").show_files([Path("circle.png")])
    shelf.add("Slides", "circle.pptx").show_problem("There is no room.")
    app.window.messages.show_error("There is no room.")
    assert nameless(shelf) == []
    assert nameless(app.window) == []


def test_nothing_that_the_keyboard_reaches_is_called_by_a_symbol(open_app, qtbot):
    app = open_app()
    for row in PANELS:
        app.window.panels.show((row.id,))
        app.window.panels.complete()
        qtbot.waitUntil(lambda: app.link.idle)
        assert symbols(app.window) == []
    found = {name: symbols(window) for name, window in windows_beside(app, qtbot)}
    assert {name: controls for name, controls in found.items() if controls} == {}


def test_the_list_of_keys_is_heard_with_its_keys(open_app, qtbot):
    app = open_app()
    heard = next(list(tree_of(window)) for name, window in windows_beside(app, qtbot) if name == "keys")
    names = [each.text(NAME) for each in heard]
    assert names[names.index("One epoch") - 1] == "Ctrl+→"


def test_where_the_run_is_and_what_the_curves_end_with_is_told_in_words(open_app, qtbot):
    app = open_app()
    names = {each.text(NAME): each.text(DESCRIPTION) for each in tree_of(app.window)}
    assert "iteration 1 · epoch 1, η 0.01" in names
    assert names["Examples of the batch"] == "example 79"
    app.window.panels.show(("loss",))
    qtbot.waitUntil(lambda: "loss: training " in told(app.window, "Curves over the epochs"), timeout=PATIENCE)


def test_a_slider_is_told_with_its_value(open_app):
    app = open_app()
    (rate,) = [each for each in app.window.findChildren(LabelledSlider) if each.shown_value() == "0.01"]
    heard = QAccessible.queryAccessibleInterface(rate.focusProxy())
    assert heard.text(NAME) == "Learning rate"
    assert heard.text(DESCRIPTION) == "0.01"
    rate.set_value(0.1)
    assert heard.text(DESCRIPTION) == "0.1"
