"""Slides as pages of a PDF: the window as it is, with text that stays text."""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QPainter

from nnviz.export.slides.leaves import Leaf
from nnviz.ui.pictures.kinds import pdf_writer
from nnviz.ui.pictures.strokes import FLAGS, paint_strokes


class Pages:
    """A page for each leaf.

    Args:
        size: Width and height in pixels.
    """

    def __init__(self, title: str, size: tuple[int, int]) -> None:
        self._content = QByteArray()
        self._buffer = QBuffer(self._content)
        self._buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        self._writer = pdf_writer(self._buffer, QSize(*size), title)
        self._painting = self._paint()
        self._begun = False

    def add(self, leaf: Leaf) -> None:
        """The next page."""
        if not self._begun:
            self._begun = True
            next(self._painting)
        self._painting.send(leaf)

    def _paint(self) -> Generator[None, Leaf, None]:
        """Takes one leaf after the other; the painter is ended whatever happens."""
        with QPainter(self._writer) as painter:
            leaf = yield
            paint_strokes(painter, leaf.window, FLAGS.DrawWindowBackground)
            while True:
                leaf = yield
                self._writer.newPage()
                paint_strokes(painter, leaf.window, FLAGS.DrawWindowBackground)

    def content(self) -> bytes:
        """The whole file."""
        self._painting.close()
        self._buffer.close()
        return bytes(self._content.data())
