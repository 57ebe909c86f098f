"""Worksheets as a PDF, with real text."""

from __future__ import annotations

import os
from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QRectF
from PySide6.QtGui import QFont, QPageLayout, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from nnviz.paper import A4, Paper
from nnviz.ui.app import make_application
from nnviz.ui.look.fonts import load_fonts
from nnviz.ui.pictures.kinds import page_size_of


def pdf_of(title: str, pages: Iterable[str], paper: Paper = A4) -> bytes:
    """The pages in one file.

    Args:
        title: What a reader calls it.
        pages: Pictures of pages, as ``sheet`` draws them.
        paper: What they are printed on.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    instance = QApplication.instance()
    _application = instance if isinstance(instance, QApplication) else make_application()
    load_fonts()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    page_size = page_size_of(paper)
    writer.setPageLayout(QPageLayout(page_size, QPageLayout.Orientation.Portrait, QMarginsF()))
    with QPainter(writer) as painter:
        # Pictures take from the painter what they do not say, and that from the window's font. Glyphs in place of
        # others are no text to copy: neither ligatures nor digits of equal width.
        font = QFont(painter.font())
        for substitutes in ("calt", "tnum"):
            font.setFeature(QFont.Tag(substitutes), 0)
        painter.setFont(font)
        for place, page in enumerate(pages):
            if place:
                writer.newPage()
            QSvgRenderer(QByteArray(page.encode())).render(painter, QRectF(0, 0, writer.width(), writer.height()))
    return bytes(content.data())
