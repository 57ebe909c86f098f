"""Copies what a part of the window shows into the clipboard: as pixels, as a drawing and as a page."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from nnviz.ui.sharing.recorded import Recorded, png

PNG, SVG, PDF = "image/png", "image/svg+xml", "application/pdf"
LONGEST_WAIT = 2.0
"""Seconds that the window's closing waits for a picture that is being packed."""


class Copying(QObject):
    """Records at once, and makes the rest in between what else the window does; packing goes on beside it.

    Signals:
        copied(): It is in the clipboard.
    """

    copied = Signal()
    _packed = Signal(int, bytes)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self._recorded: Recorded | None = None
        self._made: dict[str, bytes] = {}
        self._image = QImage()
        self._thread: Thread | None = None
        self._packed.connect(self._put)

    def copy(self, widget: QWidget, bare: bool = False) -> None:
        """Copy what a widget shows now; ``bare`` without the ground that its window gives it."""
        self._number += 1
        self._recorded, self._made = Recorded(widget, bare), {}
        number = self._number
        self._then(number, lambda: self._make(number))

    @property
    def busy(self) -> bool:
        """Whether something is on its way into the clipboard."""
        return self._recorded is not None or bool(self._made)

    def close(self) -> None:
        """Nothing is copied any more."""
        self._number += 1
        if self._thread is not None:
            self._thread.join(LONGEST_WAIT)

    def _then(self, number: int, do: Callable[[], None]) -> None:
        """After whatever has happened meanwhile, unless something else is to be copied now."""
        QTimer.singleShot(0, self, lambda: do() if number == self._number else None)

    def _make(self, number: int) -> None:
        """One thing at a time, so that no frame has to wait for all."""
        recorded = self._recorded
        assert recorded is not None
        if SVG not in self._made:
            self._made[SVG] = recorded.svg()
        elif PDF not in self._made:
            self._made[PDF] = recorded.pdf()
        else:
            self._image, self._recorded = recorded.image(), None
            self._thread = Thread(target=self._pack, args=(number, self._image), name="picture")
            self._thread.start()
            return
        self._then(number, lambda: self._make(number))

    def _pack(self, number: int, image: QImage) -> None:
        """On a thread of its own."""
        self._packed.emit(number, png(image))

    def _put(self, number: int, packed: bytes) -> None:
        if number != self._number:
            return
        data = QMimeData()
        data.setImageData(self._image)
        for kind, content in {PNG: packed, **self._made}.items():
            data.setData(kind, QByteArray(content))
        QGuiApplication.clipboard().setMimeData(data)
        self._image, self._made = QImage(), {}
        self.copied.emit()
