"""A window that nobody touches does nothing: what asks for a layout when it is laid out would keep a processor busy."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

ROUNDS = 30


class Layouts(QObject):
    """Counts who is asked to lay itself out."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.asked.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("noted", [False, True], ids=["as it opens", "with a row of what leaves"])
def test_an_idle_window_comes_to_rest(open_app, qtbot, noted):
    app = open_app()
    if noted:
        app.window.sharing.shelf.add("Film", "circle.gif")
    qtbot.waitUntil(lambda: app.link.idle)
    for _ in range(ROUNDS):
        QCoreApplication.processEvents()
    layouts = Layouts()
    QApplication.instance().installEventFilter(layouts)
    for _ in range(ROUNDS):
        QCoreApplication.processEvents()
    QApplication.instance().removeEventFilter(layouts)
    assert layouts.asked == []
