import weakref

import pytest
from PySide6.QtGui import QColor, QIcon

from nnviz.resources import resource
from nnviz.ui.look import icons as icons_module
from nnviz.ui.look.icons import Icons

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))


def darkest_alpha(pixmap):
    image = pixmap.toImage()
    return max(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_paints_something(qapp, name):
    assert darkest_alpha(Icons().pixmap(name, "#FF0000", 24)) > 200


def test_an_icon_has_the_colour_it_was_asked_for(qapp):
    image = Icons().pixmap("play", "#123456", 48).toImage()
    assert image.pixelColor(20, 24) == QColor("#123456")


def test_the_same_icon_is_painted_once(qapp):
    icons = Icons()
    assert icons.icon("play", "#000000", 18) is icons.icon("play", "#000000", 18)
    assert icons.icon("play", "#000000", 18) is not icons.icon("play", "#FFFFFF", 18)


def test_type_of_every_size_leaves_no_icons_behind(qapp, monkeypatch):
    monkeypatch.setattr(icons_module, "MOST_KEPT", 5)
    icons = Icons()
    made = [weakref.ref(icons.icon("play", "#000000", size, disabled="#888888", gap=2)) for size in range(10, 30)]
    assert [ref() is not None for ref in made] == [False] * 15 + [True] * 5
    assert len(icons._pixmaps) == len(icons._masks) == 5


def test_a_dense_screen_gets_more_pixels_for_the_same_size(qapp):
    pixmap = Icons().pixmap("play", "#000000", 18, 2.0)
    assert pixmap.width() == 36
    assert pixmap.deviceIndependentSize().width() == 18


def test_an_icon_before_a_text_leaves_room(qapp):
    icon = Icons().icon("play", "#000000", 18, gap=6)
    assert icon.availableSizes(QIcon.Mode.Normal)[0].width() == 24


def test_an_unknown_icon_is_an_error(qapp):
    with pytest.raises(FileNotFoundError):
        Icons().pixmap("unicorn", "#000000", 18)
