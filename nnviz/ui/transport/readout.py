"""Where the run is and how fast it goes, in figures that change many times a second."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui.look import Look
from nnviz.ui.numbers import whole


class Readout(QWidget):
    """Iteration and epoch, and below them iterations a second while training.

    It paints its text itself and has a width of its own, so that a new figure moves nothing else in the window.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._short = False
        self._place: tuple[int, int] | None = None
        self._speed: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_place(self, iteration: int, epoch: int) -> None:
        """Show where the run is; both count from 0 here and from 1 on screen."""
        if (iteration, epoch) != self._place:
            self._place = (iteration, epoch)
            self.update()

    def show_speed(self, iterations_per_second: float | None) -> None:
        """Show how fast training goes; ``None`` for not at all."""
        speed = None if iterations_per_second is None else _steady(iterations_per_second)
        if speed != self._speed:
            self._speed = speed
            self.update()

    def set_short(self, short: bool) -> None:
        """Use fewer letters."""
        if short != self._short:
            self._short = short
            self.updateGeometry()
            self.update()

    def lines(self) -> tuple[str, str]:
        """What is shown, the second line empty while nothing trains."""
        if self._place is None:
            return "", ""
        iteration, epoch = (whole(count + 1) for count in self._place)
        speed = "" if self._speed is None else whole(round(self._speed))
        return self._first(iteration, epoch), self._second(speed) if speed else ""

    def _first(self, iteration: str, epoch: str) -> str:
        pattern = self.tr("it {0}") if self._short else self.tr("iteration {0} · epoch {1}")
        return pattern.format(iteration, epoch)

    def _second(self, speed: str) -> str:
        return (self.tr("{0}/s") if self._short else self.tr("{0} iterations/s")).format(speed)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._look.font("mono_small"))
        width = max(
            metrics.horizontalAdvance(self._first(whole(9_999_999 if not self._short else 99_999), whole(99_999))),
            metrics.horizontalAdvance(self._second(whole(999_999 if not self._short else 99_999))),
        )
        return QSize(width + 2, 2 * metrics.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._look.font("mono_small"))
        first, second = self.lines()
        height = self.height() / 2 if second else float(self.height())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self._look.colour("text"))
        painter.drawText(QRectF(0, 0, self.width(), height), right, first)
        painter.setPen(self._look.colour("text_muted"))
        painter.drawText(QRectF(0, height, self.width(), height), right, second)


def _steady(speed: float) -> float:
    """Three figures of a speed: the others would only flicker."""
    return float(f"{speed:.3g}")
