"""Pictures made of lines and text, not of pixels: what is kept as pixels for speed is painted anew in them."""

from PySide6.QtGui import QPaintEngine, QPainter

_VECTORS = (QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf, QPaintEngine.Type.Picture)


def paints_vectors(painter: QPainter) -> bool:
    """Whether what is painted stays lines and text."""
    return painter.paintEngine().type() in _VECTORS
