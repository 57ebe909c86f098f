"""Drags a picture out of the window, into a folder, slides or a document."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import TypeAlias

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from nnviz.files import WriteError, write_whole
from nnviz.temporary import TemporaryFolder
from nnviz.ui.sharing.copying import LONGEST_WAIT, packed
from nnviz.ui.toolkit.unless_gone import unless_gone

SEEN = QSize(240, 160)
"""What of the picture hangs at the pointer, in pixels."""


Taken: TypeAlias = Callable[[QPoint], tuple[QImage, str] | None]
"""Gives the picture of what is at a place in a widget, and how its file is called; ``None`` where there is none."""


@dataclass(frozen=True)
class Handle:
    """Where one takes hold of a picture.

    Attributes:
        taken: What one takes.
        key: What is held down meanwhile, where dragging means something else.
    """

    taken: Taken
    key: Qt.KeyboardModifier


class Dragging(QObject):
    """Makes a file of what is dragged, beside the window, and lets it hang at the pointer when it is there."""

    _written = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._handles: dict[QObject, Handle] = {}
        self._pressed: tuple[QObject, QPoint] | None = None
        self._folder: TemporaryFolder | None = None
        self._image = QImage()
        self._thread: Thread | None = None
        self._written.connect(self._drag)

    def watch(self, widget: QWidget, taken: Taken, key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Let a picture be dragged out where a widget does nothing with the mouse, or while a key is held down."""
        self._handles[widget] = Handle(taken, key)
        widget.installEventFilter(self)

    def close(self) -> None:
        """Nothing of what was dragged is left."""
        self._pressed = None
        if self._thread is not None:
            self._thread.join(LONGEST_WAIT)
        if self._folder is not None:
            self._folder.close()

    # ---- from the press to the drop ------------------------------------------------------------------------------

    def _begin(self, handle: Handle, at: QPoint) -> None:
        taken = handle.taken(at)
        if taken is None:
            return
        self._image, name = taken
        self._thread = Thread(target=self._write, args=(f"{name}.png", self._image), name="picture")
        self._thread.start()

    def _write(self, name: str, image: QImage) -> None:
        """On a thread of its own."""
        written: Path | None = None
        # A full disk, or no place for what is only there for a while: the pixels can be dropped all the same.
        with suppress(OSError, WriteError):
            if self._folder is None:
                self._folder = TemporaryFolder()
            file = self._folder.path / name
            write_whole(file, [packed(image)])
            written = file
        with unless_gone():
            self._written.emit(written)

    def _drag(self, file: Path | None) -> None:
        if not QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            # Whoever has let go meanwhile drops nothing.
            return
        data = QMimeData()
        data.setImageData(self._image)
        if file is not None:
            data.setUrls([QUrl.fromLocalFile(str(file))])
        drag = QDrag(self)
        drag.setMimeData(data)
        small = self._image.scaled(SEEN, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        drag.setPixmap(QPixmap.fromImage(small))
        drag.exec(Qt.DropAction.CopyAction)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        handle = self._handles.get(watched)
        if handle is None or not isinstance(event, QMouseEvent):
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() is Qt.MouseButton.LeftButton:
                self._pressed = None
                if event.modifiers() == handle.key:
                    self._pressed = watched, event.position().toPoint()
                    # Where a key is needed, the press means something else without it.
                    return handle.key is not Qt.KeyboardModifier.NoModifier
            case QEvent.Type.MouseMove if self._pressed is not None and self._pressed[0] is watched:
                start = self._pressed[1]
                if (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance():
                    self._pressed = None
                    self._begin(handle, start)
                return True
            case QEvent.Type.MouseButtonRelease:
                self._pressed = None
        return False
