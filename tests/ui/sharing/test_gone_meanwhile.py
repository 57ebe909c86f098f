"""A picture that is made beside a window is made for nobody once that one has gone; nothing is said of it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from nnviz.ui.sharing.copying import Copying
from nnviz.ui.sharing.dragging import Dragging


def picture() -> QImage:
    image = QImage(4, 4, QImage.Format.Format_ARGB32)
    image.fill(0)
    return image


def gone(made: QObject) -> None:
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_what_was_to_be_dragged(qtbot: QtBot, tmp_path: Path) -> None:
    window = QObject()
    dragging, file = Dragging(window), tmp_path / "picture.png"
    gone(window)
    dragging._write(file, picture())
    assert file.exists()
    dragging._write(tmp_path / "no folder" / "picture.png", picture())


def test_what_was_to_be_copied(qtbot: QtBot) -> None:
    window = QObject()
    copying = Copying(window)
    gone(window)
    copying._pack(1, picture())
