"""A lecture to be read on paper: a page for each cue and each question, with its picture, its caption and the notes."""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import QBuffer, QByteArray, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from nnviz.export.slides.leaves import Leaf
from nnviz.paper import MILLIMETRES_AN_INCH, Paper
from nnviz.ui.look.look import Look
from nnviz.ui.pictures.kinds import PIXELS_AN_INCH, page_size_of, pdf_writer
from nnviz.ui.pictures.strokes import FLAGS, paint_strokes

MARGIN, GAP = 57, 18
CAPTION, SOFTER, NOTES, FOOT = 21.0, 15.0, 16.0, 12.0
"""Sizes of type, in pixels."""
SMALLEST = 9.0
WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class NotesPages:
    """A page for each leaf.

    Args:
        title: Of the lecture.
        paper: What it is printed on.
    """

    def __init__(self, title: str, look: Look, paper: Paper) -> None:
        self._title, self._look = title, look
        self._size = (QSizeF(paper.width, paper.height) * (PIXELS_AN_INCH / MILLIMETRES_AN_INCH)).toSize()
        self._content = QByteArray()
        self._buffer = QBuffer(self._content)
        self._buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        self._writer = pdf_writer(self._buffer, self._size, title)
        self._writer.setPageSize(page_size_of(paper))
        self._painting = self._paint()
        next(self._painting)

    def add(self, leaf: Leaf) -> None:
        """The next page."""
        self._painting.send(leaf)

    def _paint(self) -> Generator[None, Leaf, None]:
        """Takes one leaf after the other; the painter is ended whatever happens."""
        leaf = yield
        with QPainter(self._writer) as painter:
            number = 1
            while True:
                self._page(painter, leaf, number)
                leaf = yield
                number += 1
                self._writer.newPage()

    def _page(self, painter: QPainter, leaf: Leaf, number: int) -> None:
        page = QRectF(QPointF(), self._size.toSizeF()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        window = leaf.window
        zoom = page.width() / window.width()
        picture = QRectF(page.topLeft(), window.size().toSizeF() * zoom)
        painter.save()
        painter.translate(picture.topLeft())
        painter.scale(zoom, zoom)
        paint_strokes(painter, window, FLAGS.DrawWindowBackground)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.colour("card_border"), 1.0))
        painter.drawRect(picture)
        foot = QRectF(page.left(), page.bottom() - 1.5 * FOOT, page.width(), 1.5 * FOOT)
        room = QRectF(page.left(), picture.bottom() + GAP, page.width(), foot.top() - picture.bottom() - 2 * GAP)
        caption = leaf.caption if leaf.question is None else leaf.question.text
        for text, role, pixels, colour in (
            (caption, "caption", CAPTION, "text"),
            (leaf.softer, "body", SOFTER, "text_muted"),
            (leaf.notes, "body", NOTES, "text"),
        ):
            if text:
                room.setTop(self._write(painter, room, text, role, pixels, colour) + GAP)
        painter.setFont(self._font("body", FOOT))
        painter.setPen(self._look.colour("text_muted"))
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, f"{self._title} · {leaf.title}")
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, str(number))

    def _write(self, painter: QPainter, room: QRectF, text: str, role: str, pixels: float, colour: str) -> float:
        """Write it as large as it fits; returns how far down it reaches."""
        while True:
            font = self._font(role, pixels)
            used = QFontMetricsF(font).boundingRect(room, WRAPPED, text)
            if used.height() <= room.height() or pixels <= SMALLEST:
                break
            pixels -= 1.0
        painter.setFont(font)
        painter.setPen(self._look.colour(colour))
        painter.drawText(room, WRAPPED, text)
        return used.bottom()

    def _font(self, role: str, pixels: float) -> QFont:
        font = self._look.font(role)
        font.setPixelSize(round(pixels))
        return font

    def content(self) -> bytes:
        """The whole file."""
        self._painting.close()
        self._buffer.close()
        return bytes(self._content.data())
