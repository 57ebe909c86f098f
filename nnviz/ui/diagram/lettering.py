"""Type for the diagram: fonts by pixel size, text set by its baseline, and numbers with as many digits as fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPaintEngine, QPainter

from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle, column_style, written
from nnviz.ui.toolkit.fitting import Fitted, fit

SURE_DIGITS = 4
"""There is room for so many in any network; for more, up to ``MOST_DIGITS``, where units stand far apart."""

MOST_DIGITS = 6

FIRST_WIDE = "\u2e80"
"""From this character on, no character is as wide as a letter of the fixed-width font: Chinese, for example."""

_PORTER_DUFF = QPaintEngine.PaintEngineFeature.PorterDuff

LEFT, CENTRE, RIGHT = 0.0, 0.5, 1.0
_MOST_KEPT = 500
_Type = tuple[QFont, QFontMetricsF, float, float]


def characters_of(style: NumberStyle, most: int = SURE_DIGITS) -> int:
    """How many characters the diagram keeps for a number: a sign, two places, the decimal sign and the digits."""
    return max(7, min(style.digits, most) + 4)


def compact(value: float, style: NumberStyle, characters: int) -> str:
    """A number with its sign in at most so many characters where that is possible, fewer digits being shown."""
    text = ""
    # A column whose smallest number needs a digit more has it where there are no tens.
    most = characters - (3 if style.form == "fixed" else 4)
    for digits in range(min(style.digits, max(most, 0)), -1, -1):
        text = written(value, _with_digits(style, digits), plus=True)
        if "×" in text and abs(value) < 1.0 and digits > 0:
            # Too small for the digits there are: one digit of it says enough.
            text = written(value, _with_digits(style, 0), plus=True)
        if len(text) <= characters:
            return text
    return text


def column_of(values: Iterable[float], style: NumberStyle, characters: int) -> NumberStyle:
    """How ``compact`` writes the numbers of a column: as many digits as there is room for, all in one form."""
    digits = min(style.digits, max(characters - 4, 0))
    return column_style(values, _with_digits(style, digits), more=1)


@cache
def _with_digits(style: NumberStyle, digits: int) -> NumberStyle:
    return replace(style, digits=digits)


class Lettering:
    """Fonts of a look by role and pixel size, and where their lines stand."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._fonts: dict[tuple[str, int], _Type] = {}
        self._widths: dict[tuple[str, int, str], float] = {}
        self._fitted: dict[tuple[str, int, int, tuple[str, ...]], Fitted] = {}

    def forget(self) -> None:
        """The look has changed."""
        self._fonts.clear()
        self._widths.clear()
        self._fitted.clear()

    def font(self, role: str, pixels: float) -> QFont:
        """A role's font at another size."""
        return self._of(role, pixels)[0]

    def width(self, text: str, role: str, pixels: float) -> float:
        """How wide a text is."""
        _, metrics, advance, _ = self._of(role, pixels)
        if advance and max(text, default="") < FIRST_WIDE:
            return advance * len(text)
        key = (role, round(pixels), text)
        if key not in self._widths:
            if len(self._widths) >= _MOST_KEPT:
                self._widths.clear()
            self._widths[key] = metrics.horizontalAdvance(text)
        return self._widths[key]

    def line(self, role: str, pixels: float) -> float:
        """How high a line is."""
        return self._of(role, pixels)[1].height()

    def write(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        role: str,
        pixels: float,
        colour: QColor,
        align: float = CENTRE,
        ground: QColor | None = None,
        within: bool = False,
    ) -> None:
        """Write one line into a box, in the middle of its height.

        ``align`` 0 is at the left, 1 at the right; ``ground`` is painted behind the text where something may lie there.
        Where the picture itself has no ground, what lies there is taken away instead, unless that is ``within`` a unit.
        """
        font, _, _, high = self._of(role, pixels)
        width = self.width(text, role, pixels)
        x = box.x() + (box.width() - width) * align
        middle = box.y() + box.height() / 2.0
        if ground is not None:
            half = high * 0.5 + 3.0
            if self._look.bare and not within and painter.paintEngine().hasFeature(_PORTER_DUFF):
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
            painter.fillRect(QRectF(x - 3.0, middle - half, width + 6.0, 2.0 * half), ground)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(x, middle + high * 0.5), text)

    def fitted(self, role: str, pixels: float, room: float, *wordings: str) -> Fitted:
        """The longest of these wordings that there is room for; see ``fit``."""
        key = (role, max(1, round(pixels)), int(room), wordings)
        if key not in self._fitted:
            if len(self._fitted) >= _MOST_KEPT:
                self._fitted.clear()
            self._fitted[key] = fit(self.font(role, pixels), room, *wordings, least=self._look.least_pixels)
        return self._fitted[key]

    def _of(self, role: str, pixels: float) -> _Type:
        key = (role, max(1, round(pixels)))
        if key not in self._fonts:
            font = self._look.font(role)
            font.setPixelSize(key[1])
            metrics = QFontMetricsF(font)
            # In the fixed-width font the width of a text is known without asking.
            advance = metrics.horizontalAdvance("0") if role.startswith("mono") else 0.0
            self._fonts[key] = (font, metrics, advance, metrics.capHeight())
        return self._fonts[key]
