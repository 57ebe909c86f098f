"""Single parts: copied from a menu of their own, dragged out as files."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QDrag, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from nnviz.ui.panels.loss.plot import LossPlot
from nnviz.ui.sharing.copying import PNG, SVG
from tests.ui.sharing.conftest import Hands


def clicked(widget: QWidget, at: QPoint) -> QMenu:
    """The menu that comes where one clicks with the other button."""
    QApplication.sendEvent(
        widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at), Qt.KeyboardModifier(0))
    )
    (menu,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible())
    return menu


def chosen(hands: Hands, menu: QMenu, text: str) -> QMimeData:
    """What is in the clipboard then."""
    with hands.qtbot.waitSignal(hands.sharing.copying.copied):
        next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()
    return QApplication.clipboard().mimeData()


def picture(data: QMimeData) -> Image.Image:
    return Image.open(BytesIO(data.data(PNG).data()))


def test_a_panel_is_copied_alone_and_so_is_its_plot(hands: Hands) -> None:
    dock = hands.app.window.panels.docks["loss"]
    panel = dock.panel
    assert panel is not None
    (plot,) = panel.findChildren(LossPlot)
    at = plot.mapTo(panel, plot.rect().center())
    menu = clicked(plot.viewport(), plot.rect().center())
    assert picture(chosen(hands, menu, "Copy as a picture")).size == (2 * panel.width(), 2 * panel.height())
    bare = picture(chosen(hands, clicked(panel, at), "Copy the plot without the ground"))
    assert bare.size == (2 * plot.width(), 2 * plot.height())
    assert bare.mode == "RGBA" and bare.getpixel((0, 0))[3] == 0
    # Beside the plot there is none to copy.
    menu = clicked(panel, QPoint(2, 2))
    assert "Copy the plot alone" not in [action.text() for action in menu.actions()]
    menu.close()


def test_the_network_is_copied_alone_where_nothing_is_picked_and_from_the_menu_of_what_is(hands: Hands) -> None:
    diagram = hands.app.window.diagram
    data = chosen(hands, clicked(diagram, QPoint(3, 3)), "Copy as a picture")
    assert picture(data).size == (2 * diagram.width(), 2 * diagram.height())
    with hands.qtbot.waitSignal(hands.sharing.copying.copied):
        hands.app.window.actions_["copy_diagram"].trigger()
    bare = picture(QApplication.clipboard().mimeData())
    assert bare.getpixel((2, 2))[3] == 0
    assert b"<text" in QApplication.clipboard().mimeData().data(SVG).data()


@pytest.fixture
def dropped(monkeypatch: pytest.MonkeyPatch) -> list[QMimeData]:
    """What hangs at the pointer, dropped at once: nobody else is there to take it."""
    taken: list[QMimeData] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _: taken.append(drag.mimeData()))
    monkeypatch.setattr(QGuiApplication, "mouseButtons", lambda: Qt.MouseButton.LeftButton)
    return taken


def drag(hands: Hands, widget: QWidget, at: QPoint, key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    hands.qtbot.mousePress(widget, Qt.MouseButton.LeftButton, key, at)
    hands.qtbot.mouseMove(widget, at + QPoint(QApplication.startDragDistance(), 1))
    hands.qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, key, at)


def test_a_panel_is_dragged_out_by_what_does_nothing_else(hands: Hands, dropped: list[QMimeData]) -> None:
    dock = hands.app.window.panels.docks["loss"]
    assert dock.panel is not None
    drag(hands, dock.panel, QPoint(4, 4))
    hands.qtbot.waitUntil(lambda: bool(dropped))
    file = Path(dropped[0].urls()[0].toLocalFile())
    with Image.open(file) as picture:
        assert picture.size == (2 * dock.panel.width(), 2 * dock.panel.height())
    assert file.name.endswith("-loss.png") and dropped[0].hasImage()
    hands.app.window.close()
    assert not file.exists()


def test_the_window_is_dragged_out_by_its_header(hands: Hands, dropped: list[QMimeData]) -> None:
    drag(hands, hands.app.window.header, QPoint(3, 3))
    hands.qtbot.waitUntil(lambda: bool(dropped))
    with Image.open(dropped[0].urls()[0].toLocalFile()) as picture:
        assert picture.size == (2 * hands.app.window.width(), 2 * hands.app.window.height())


def test_the_network_is_dragged_out_with_ctrl_and_nothing_in_it_changes(hands: Hands, dropped: list[QMimeData]) -> None:
    diagram = hands.app.window.diagram
    before = hands.app.controller.moment
    drag(hands, diagram, QPoint(3, 3), Qt.KeyboardModifier.ControlModifier)
    hands.qtbot.waitUntil(lambda: bool(dropped))
    drag(hands, diagram, QPoint(3, 3))
    hands.wait()
    assert len(dropped) == 1 and hands.app.controller.moment is before


def test_who_has_let_go_meanwhile_drops_nothing(
    hands: Hands, dropped: list[QMimeData], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "mouseButtons", lambda: Qt.MouseButton.NoButton)
    with hands.qtbot.waitSignal(hands.sharing.dragging._written):
        drag(hands, hands.app.window.header, QPoint(3, 3))
    assert dropped == []
