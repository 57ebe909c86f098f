"""The header at every size of type: what must not be overlooked can be read, and nothing lies over anything."""

from itertools import combinations

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.ui.window.header import HeaderBar

NOTE = "Deliberate fault: 5\u00a0% of the labels are wrong"


def header_of(desk, scale: float, width: int) -> HeaderBar:
    """Another header, in a window of that width."""
    desk.look.set_scale(scale)
    header = HeaderBar(desk.look, desk.window.actions_, QMenu())
    desk.qtbot.addWidget(header)
    header.set_title("Circle")
    header.set_note(NOTE)
    header.resize(width, header.sizeHint().height())
    header.show()
    header.layout().activate()
    return header


def seen(header: HeaderBar) -> list[QWidget]:
    found = [*header.findChildren(QPushButton), *header.findChildren(FittingLabel)]
    return [each for each in found if each.isVisible()]


def test_nothing_lies_over_anything_and_the_note_is_whole(desk):
    for scale in (0.75, 1.0, 1.5, 2.0):
        for width in (1024, 1280, 1366, 1920):
            header = header_of(desk, scale, width)
            parts = seen(header)
            assert not any(one.geometry().intersects(other.geometry()) for one, other in combinations(parts, 2))
            assert all(header.rect().contains(part.geometry()) for part in parts)
            for button in header.findChildren(QPushButton):
                assert button.width() >= button.sizeHint().width() and button.accessibleName() and button.toolTip()
            assert NOTE in [label.shown() for label in header.findChildren(FittingLabel)], (scale, width)


def test_buttons_say_less_before_the_note_does_and_all_they_can_where_there_is_room(desk):
    wide, narrow = header_of(desk, 1.0, 2240), header_of(desk, 2.0, 1024)
    words = [[button.text() for button in header.findChildren(QPushButton)] for header in (wide, narrow)]
    assert all(words[0]) and sum(map(bool, words[1])) < len(words[1])
    narrow.resize(1920, narrow.height())
    assert sum(map(bool, [button.text() for button in narrow.findChildren(QPushButton)])) > sum(map(bool, words[1]))
