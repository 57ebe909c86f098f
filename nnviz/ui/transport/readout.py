"""Where the run is and how fast it goes, in figures that change many times a second."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle, short, whole
from nnviz.ui.toolkit.fitting import Fitted, fit


class Words(Enum):
    """How many letters the readout may use, and the largest counts that it keeps room for."""

    LONG = (9_999_999, 99_999)
    SHORT = (999_999, 9_999)
    SHORTEST = (99_999, 0)


class Readout(QWidget):
    """Iteration and epoch, and below them the learning rate of that iteration, or iterations a second while training.

    It paints its text itself and has a width of its own, so that a new figure moves nothing else in the window.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = Words.LONG
        self._place: tuple[int, int, float] | None = None
        self._speed: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_place(self, iteration: int, epoch: int, learning_rate: float) -> None:
        """Show where the run is and how large its steps are; counts are from 0 here and from 1 on screen."""
        if (iteration, epoch, learning_rate) != self._place:
            self._place = (iteration, epoch, learning_rate)
            self._tell()
            self.update()

    def show_speed(self, iterations_per_second: float | None) -> None:
        """Show how fast training goes; ``None`` for not at all."""
        speed = None if iterations_per_second is None else _steady(iterations_per_second)
        if speed != self._speed:
            self._speed = speed
            self._tell()
            self.update()

    def set_words(self, words: Words) -> None:
        """Use more or fewer letters."""
        if words is not self._words:
            self._words = words
            self.updateGeometry()
            self.update()

    def _tell(self) -> None:
        """Say it in words to those who do not see it; while training it changes faster than one listens."""
        if self._place is not None and self._speed is None:
            iteration, epoch, _ = self._place
            place = self._first(Words.LONG, whole(iteration + 1), whole(epoch + 1))
            self.setAccessibleName(", ".join((place, self.lines()[1])))

    def lines(self) -> tuple[str, str]:
        """What is to be shown."""
        if self._place is None:
            return "", ""
        first, second = self._wordings()
        return first[0], second[0]

    def shown(self) -> tuple[Fitted, Fitted]:
        """What is shown: where counts are larger than there is room for, with fewer letters."""
        font = self._look.font("mono_small")
        first, second = self._wordings() if self._place is not None else (("",), ("",))
        return fit(font, self.width(), *first), fit(font, self.width(), *second)

    def _wordings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        assert self._place is not None
        iteration, epoch, rate = self._place
        fewer = [words for words in Words if words.value <= self._words.value]
        first = (*(self._first(words, whole(iteration + 1), whole(epoch + 1)) for words in fewer), whole(iteration + 1))
        if self._speed is not None:
            speed = whole(round(self._speed))
            return first, tuple(self._second(words, speed) for words in fewer)
        return first, (f"η {short(_steady(rate), NumberStyle(6, self._look.numbers.decimal_sign))}",)

    def _first(self, words: Words, iteration: str, epoch: str) -> str:
        pattern = {
            Words.LONG: self.tr("iteration {0} · epoch {1}"),
            Words.SHORT: self.tr("it {0} · ep {1}"),
            Words.SHORTEST: self.tr("it {0}"),
        }[words]
        return pattern.format(iteration, epoch)

    def _second(self, words: Words, speed: str) -> str:
        pattern = {
            Words.LONG: self.tr("{0} iterations/s"),
            Words.SHORT: self.tr("{0} it/s"),
            Words.SHORTEST: self.tr("{0}/s"),
        }[words]
        return pattern.format(speed)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._look.font("mono_small"))
        width = max(
            metrics.horizontalAdvance(self._first(self._words, *map(whole, self._words.value))),
            metrics.horizontalAdvance(self._second(self._words, whole(99_999))),
        )
        return QSize(width + 2, 2 * metrics.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            first, second = self.shown()
            height = self.height() / 2 if second.text else float(self.height())
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.setPen(self._look.colour("text"))
            painter.setFont(first.font)
            painter.drawText(QRectF(0, 0, self.width(), height), right, first.text)
            painter.setPen(self._look.colour("text_muted"))
            painter.setFont(second.font)
            painter.drawText(QRectF(0, height, self.width(), height), right, second.text)


def _steady(figure: float) -> float:
    """Three figures: the others would only flicker."""
    return float(f"{figure:.3g}")
