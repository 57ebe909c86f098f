"""The icons: drawings from ``resources/icons``, painted in any colour at any size."""

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from nnviz.resources import resource
from nnviz.ui.look.kept import Kept

MOST_KEPT = 600
"""Pictures, a few times as many as a window has at once. What stands on a control stays, kept here or not."""

IN_PICTURES = 2.0
"""Pixels of an icon for each of the screen's, in what is larger than the screen."""


class Icons:
    """Paints icons and remembers them, one for each name, colour, size and device ratio."""

    def __init__(self) -> None:
        self._drawings: dict[str, QSvgRenderer] = {}
        self._masks: Kept[QPixmap] = Kept(MOST_KEPT)
        self._pixmaps: Kept[QPixmap] = Kept(MOST_KEPT)
        self._icons: Kept[QIcon] = Kept(MOST_KEPT)

    def icon(self, name: str, colour: str, size: int, *, disabled: str = "", gap: int = 0) -> QIcon:
        """Return an icon of ``size`` pixels in ``colour`` (``#RRGGBB``), and in ``disabled`` when it cannot be used.

        With ``gap`` it is that much wider, empty at the right, because Qt leaves too little room before a text.

        Raises:
            FileNotFoundError: There is no such icon.
        """
        key = (name, colour, size, disabled, gap)
        return self._icons.get(key, lambda: self._icon(*key))

    def _icon(self, name: str, colour: str, size: int, disabled: str, gap: int) -> QIcon:
        icon = QIcon()
        for ratio in _device_ratios():
            icon.addPixmap(_widened(self.pixmap(name, colour, size, ratio), gap))
            if disabled:
                icon.addPixmap(_widened(self.pixmap(name, disabled, size, ratio), gap), QIcon.Mode.Disabled)
        return icon

    def pixmap(self, name: str, colour: str, size: int, device_ratio: float = 1.0) -> QPixmap:
        """Return an icon as a picture of ``size`` logical pixels.

        Raises:
            FileNotFoundError: There is no such icon.
        """
        key = (name, colour, size, device_ratio)
        return self._pixmaps.get(key, lambda: _tinted(self._mask(name, size, device_ratio), colour))

    def _mask(self, name: str, size: int, device_ratio: float) -> QPixmap:
        """What any colour shows through; to paint it takes ten times as long as to tint it."""
        if name not in self._drawings:
            self._drawings[name] = _drawing(name)
        return self._masks.get((name, size, device_ratio), lambda: _painted(self._drawings[name], size, device_ratio))


def _device_ratios() -> set[float]:
    """The usual one, that of pictures that are taken away, and that of the sharpest screen there is."""
    return {1.0, IN_PICTURES, QGuiApplication.instance().devicePixelRatio()}  # type: ignore[union-attr]


def _widened(pixmap: QPixmap, gap: int) -> QPixmap:
    if gap == 0:
        return pixmap
    ratio = pixmap.devicePixelRatio()
    wide = QPixmap(pixmap.width() + round(gap * ratio), pixmap.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    with QPainter(wide) as painter:
        painter.drawPixmap(0, 0, pixmap)
    return wide


def _tinted(mask: QPixmap, colour: str) -> QPixmap:
    pixmap = QPixmap(mask)
    with QPainter(pixmap) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(QRectF(QPointF(), mask.deviceIndependentSize()), QColor(colour))
    return pixmap


def _painted(renderer: QSvgRenderer, size: int, device_ratio: float) -> QPixmap:
    side = round(size * device_ratio)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        renderer.render(painter, QRectF(0, 0, side, side))
    pixmap.setDevicePixelRatio(device_ratio)
    return pixmap


def _drawing(name: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(resource("icons", f"{name}.svg").read_bytes().replace(b"currentColor", b"#000000")))
