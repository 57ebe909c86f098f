"""Formulas, typeset: LaTeX in, drawings and pictures out."""

from __future__ import annotations

import importlib
import re
from collections.abc import Hashable
from dataclasses import dataclass, replace
from threading import Lock, Thread
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from nnviz.ui.look.kept import Kept
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.unless_gone import unless_gone

# Formulas are typeset once at this size and drawn at any other, since everything in them scales alike.
_NOMINAL = 48.0
_MOST_DRAWINGS = 256
_MOST_PICTURES = 96
_LIBRARY = "ziamath"
_ROLE_AS_COLOUR = re.compile(rb'(?<=fill=")(?!none")[a-z_]+(?=")')


@dataclass(frozen=True)
class Typeset:
    """A typeset formula; lengths are in units of the type size.

    Attributes:
        svg: The drawing.
        width: From its left to its right end.
        ascent: How far it reaches above the baseline.
        descent: How far it reaches below.
    """

    svg: bytes
    width: float
    ascent: float
    descent: float

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Draw it so that it fills a box."""
        QSvgRenderer(QByteArray(self.svg)).render(painter, box)


class Typesetter(QObject):
    r"""Typesets LaTeX in the colours of the theme, and remembers what it did last.

    Within a formula ``\textcolor{role}{...}`` takes the colour of a role of the theme (``\textcolor{forward}{z}``),
    so that a symbol can be lit like the thing it stands for.

    The library behind it takes a while to import; ``load`` does it at a moment of the caller's choice.

    Signals:
        loaded(): The library is there; formulas can be typeset.
    """

    loaded = Signal()
    _imported = Signal()
    _drew = Signal(object, object)

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._library: Any = None
        self._importing: Thread | None = None
        self._drawing: Thread | None = None
        self._closed = False
        # The library draws one formula at a time.
        self._lock = Lock()
        # Sent from another thread, so heard on this one.
        self._imported.connect(self.load, Qt.ConnectionType.QueuedConnection)
        self._drew.connect(self._remember, Qt.ConnectionType.QueuedConnection)
        # With roles in the place of colours: another theme typesets nothing anew.
        self._drawings: Kept[Typeset | None] = Kept(_MOST_DRAWINGS)
        self._coloured: Kept[Typeset | None] = Kept(_MOST_DRAWINGS)
        self._pictures: Kept[QPixmap] = Kept(_MOST_PICTURES)

    def is_loaded(self) -> bool:
        return self._library is not None

    def load_soon(self) -> None:
        """Import the library while the window goes on; ``loaded`` says when it is there."""
        if self._library is None and self._importing is None and not self._closed:
            self._importing = Thread(target=self._import, name="typesetting")
            self._importing.start()

    def _import(self) -> None:
        importlib.import_module(_LIBRARY)
        with unless_gone():
            self._imported.emit()

    def load(self) -> None:
        """Have the library now."""
        self._wait()
        if self._library is None:
            self._library = importlib.import_module(_LIBRARY)
            # QtSvg drops glyphs that are drawn by reference.
            self._library.config.svg2 = False
            self.loaded.emit()

    def close(self) -> None:
        """Wait for what is under way, and begin nothing more: a thread may not speak of what is deleted meanwhile."""
        self._closed = True
        self._wait()

    def _wait(self) -> None:
        for thread in (self._importing, self._drawing):
            if thread is not None:
                thread.join()
        self._importing = self._drawing = None

    def typeset(self, latex: str, role: str = "text") -> Typeset | None:
        """Return a formula in the colour of a role; None if it cannot be typeset. Loads the library if need be."""
        key = (latex, role, self._look.theme.name)
        return self._coloured.get(key, lambda: self._in_colours(latex, role))

    def typeset_soon(self, latex: str, role: str = "text") -> bool:
        """Typeset a formula while the window goes on. Returns whether it could be begun; one is made at a time."""
        if self._library is None or self._drawing is not None or self._closed:
            return False
        if not self.is_typeset(latex, role):
            self._drawing = Thread(target=self._draw_apart, args=(latex, role), name="typesetting")
            self._drawing.start()
        return True

    def _draw_apart(self, latex: str, role: str) -> None:
        drawing = self._drawn(latex, role)
        with unless_gone():
            self._drew.emit((latex, role), drawing)

    def _remember(self, key: Hashable, drawing: Typeset | None) -> None:
        self._drawing = None
        self._drawings.get(key, lambda: drawing)

    def is_typeset(self, latex: str, role: str = "text") -> bool:
        """Whether a formula is there already, so that showing it takes no time."""
        return (latex, role) in self._drawings

    def pixmap(self, latex: str, pixels: float, role: str = "text", device_ratio: float = 1.0) -> QPixmap | None:
        """Return a formula as a picture, ``pixels`` the type size; None if it cannot be typeset."""
        drawing = self.typeset(latex, role)
        if drawing is None:
            return None
        key = (latex, role, self._look.theme.name, round(pixels, 2), device_ratio)
        return self._pictures.get(key, lambda: _painted(drawing, pixels, device_ratio))

    def _in_colours(self, latex: str, role: str) -> Typeset | None:
        """A formula in the colours of the theme."""
        drawing = self._drawings.get((latex, role), lambda: self._drawn(latex, role))
        if drawing is None:
            return None
        colour = self._look.colour
        return replace(
            drawing, svg=_ROLE_AS_COLOUR.sub(lambda each: colour(each[0].decode()).name().encode(), drawing.svg)
        )

    def _drawn(self, latex: str, role: str) -> Typeset | None:
        if self._library is None:
            self.load()
        try:
            with self._lock:
                formula = self._library.Latex(latex, size=_NOMINAL, color=role)
                svg = formula.svgxml()
                text = formula.svg().encode()
            _, top, width, height = (float(number) for number in svg.get("viewBox").split())
        # The library raises whatever its parser stumbles over; any of it means the same here.
        except Exception:
            return None
        return Typeset(text, width / _NOMINAL, -top / _NOMINAL, (top + height) / _NOMINAL)


def _painted(drawing: Typeset, pixels: float, device_ratio: float) -> QPixmap:
    scale = pixels * device_ratio
    width = max(1, round(drawing.width * scale))
    height = max(1, round((drawing.ascent + drawing.descent) * scale))
    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing.paint(painter, QRectF(0, 0, width, height))
    pixmap.setDevicePixelRatio(device_ratio)
    return pixmap
