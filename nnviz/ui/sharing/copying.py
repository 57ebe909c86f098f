"""Copies what is on screen into the clipboard: as pixels, as a drawing and as a page."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QBuffer, QByteArray, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from nnviz.ui.pictures.kinds import PIXELS_AN_INCH, Sitter, image_of, pdf, svg
from nnviz.ui.pictures.recorded import Recorded
from nnviz.ui.toolkit.soon import soon
from nnviz.ui.toolkit.unless_gone import unless_gone

PNG, SVG, PDF = "image/png", "image/svg+xml", "application/pdf"
ZOOM = 2.0
"""Pixels for each of the screen's: it is pasted where there is more room."""
METRE = 0.0254
"""Of an inch."""
QUICK = 80
"""Qt's quality of a PNG: nothing is lost, and packing takes half as long as usual."""
LONGEST_WAIT = 2.0
"""Seconds that the window's closing waits for a picture that is being packed."""


class Copying(QObject):
    """Copies the moment that it is asked for; packing goes on beside the window.

    Signals:
        copied(): It is in the clipboard.
    """

    copied = Signal()
    _packed = Signal(int, bytes)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self._made: dict[str, bytes] = {}
        self._image: QImage | None = None
        self._thread: Thread | None = None
        self.busy = False
        self._packed.connect(self._put)

    def copy(self, sitter: Sitter) -> None:
        """Copy it as it is now."""
        self._number, self.busy, self._made = self._number + 1, True, {}
        if sitter.transparent:
            # What is cut out of it cannot be recorded; but it is only a part.
            for step in self._steps(sitter):
                step()
        else:
            number, steps = self._number, self._steps(Recorded(sitter.widget, sitter.look, sitter.title))
            # To record it is enough for one turn.
            soon(self, lambda: self._do_in_turns(number, steps))

    def close(self) -> None:
        """Nothing is copied any more."""
        self._number += 1
        if self._thread is not None:
            self._thread.join(LONGEST_WAIT)

    def _do_in_turns(self, number: int, steps: list[Callable[[], None]]) -> None:
        """One thing at a time, so that no frame has to wait for all; nothing where something else is to be copied."""
        if steps and number == self._number:
            steps[0]()
            soon(self, lambda: self._do_in_turns(number, steps[1:]))

    def _steps(self, sitter: Sitter) -> list[Callable[[], None]]:
        def draw() -> None:
            self._made[SVG] = svg(sitter)

        def page() -> None:
            self._made[PDF] = pdf(sitter)

        def pack() -> None:
            self._image = image = sharp_image_of(sitter)
            self._thread = Thread(target=self._pack, args=(self._number, image), name="picture")
            self._thread.start()

        return [draw, page, pack]

    def _pack(self, number: int, image: QImage) -> None:
        """On a thread of its own."""
        content = packed(image)
        with unless_gone():
            self._packed.emit(number, content)

    def _put(self, number: int, content: bytes) -> None:
        if number != self._number:
            return
        data = QMimeData()
        data.setImageData(self._image)
        for kind, made in {PNG: content, **self._made}.items():
            data.setData(kind, QByteArray(made))
        QGuiApplication.clipboard().setMimeData(data)
        self._image, self._made, self.busy = None, {}, False
        self.copied.emit()


def sharp_image_of(sitter: Sitter) -> QImage:
    """As pixels that are pasted as large as they are on screen."""
    image = image_of(sitter, ZOOM)
    image.setDevicePixelRatio(1.0)
    for tell in (image.setDotsPerMeterX, image.setDotsPerMeterY):
        tell(round(ZOOM * PIXELS_AN_INCH / METRE))
    return image


def packed(image: QImage) -> bytes:
    """A PNG; on whichever thread."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", QUICK)  # type: ignore[call-overload]
    return bytes(content.data())
