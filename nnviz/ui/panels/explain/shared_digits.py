"""Two numbers that should be the same, one under the other, with the digits that they share standing out."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import takewhile

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.engine.analysis.nudge import ALL_DIGITS, ENOUGH_DIGITS
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle, scientific, written
from nnviz.ui.toolkit.lettering import LEFT, Lettering

NAME, NUMBER, VERDICT = "small", "mono_body", "small_strong"
MORE = 2
"""Digits that are shown after those that are shared."""
MOST = 13
"""Significant digits that are shown at most."""


class SharedDigits(QWidget):
    """The gradient and the measured slope, and how many digits they share."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lettering = Lettering(look)
        self.lines: tuple[tuple[str, str], ...] = ()
        self.verdict = ""
        self.shared = ""
        self.tone = "update"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_numbers(self, names: tuple[str, str], numbers: tuple[float, float], digits: int, agree: bool) -> None:
        """Show two numbers that share so many significant digits, and whether that makes them the same."""
        texts = alike(numbers, digits, self._look.numbers)
        self.lines = tuple(zip(names, texts, strict=True))
        self.shared = shared_part(texts, digits)
        finite = all(map(math.isfinite, numbers))
        self.tone = "update" if agree else "error" if finite else "text_muted"
        sign = "✓" if agree else "≠" if finite else "–"
        words = self._words(digits, agree) if finite else self.tr("There is no slope to compare.")
        self.verdict = f"{sign} {words}"
        self.setAccessibleName(" ".join((*(f"{name} {text};" for name, text in self.lines), self.verdict)))
        self.updateGeometry()
        self.update()

    def _words(self, digits: int, agree: bool) -> str:
        if digits >= ALL_DIGITS:
            return self.tr("They agree to the last digit.")
        if agree:
            enough = digits >= ENOUGH_DIGITS
            return (
                self.tr("They agree to {} digits.").format(digits)
                if enough
                else self.tr("They agree except for rounding.")
            )
        if digits == 0:
            return self.tr("They do not agree.")
        return (
            self.tr("Only their first digit agrees.")
            if digits == 1
            else self.tr("Only {} digits agree.").format(digits)
        )

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        line = self._lettering.line
        height = 2 * (line(NAME) + line(NUMBER)) + line(VERDICT) + self._look.px(8)
        widths = [self._lettering.width(text, NUMBER + "_bold") for _, text in self.lines]
        return QSize(math.ceil(max(widths, default=0.0)) + 2, math.ceil(height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint_lines(painter)

    def _paint_lines(self, painter: QPainter) -> None:
        look, lettering, top = self._look, self._lettering, 0.0

        def write(text: str, role: str, colour: str, left: float = 0.0) -> float:
            box = QRectF(left, top, self.width() - left, lettering.line(role))
            lettering.write(painter, box, text, role, look.colour(colour), LEFT)
            return left + lettering.width(text, role)

        for name, text in self.lines:
            write(name, NAME, "text_muted")
            top += lettering.line(NAME)
            end = write(self.shared, NUMBER + "_bold", "text")
            write(text.removeprefix(self.shared), NUMBER, "text_faint", end)
            top += lettering.line(NUMBER) + look.px(3)
        write(self.verdict, VERDICT, self.tone)


def alike(numbers: tuple[float, float], digits: int, style: NumberStyle) -> tuple[str, str]:
    """Two numbers with enough digits to see where they part, both in the same form."""
    largest = max(map(abs, numbers))
    if not (math.isfinite(largest) and largest > 0.0):
        return written(numbers[0], style, plus=True), written(numbers[1], style, plus=True)
    power, wanted = math.floor(math.log10(largest)), min(max(digits + MORE, style.digits), MOST)
    if -4 <= power < 6:
        fine = replace(style, digits=min(max(wanted - 1 - power, 0), 15))
        first, second = (written(number, fine, plus=True) for number in numbers)
        if "×" not in first + second:
            return first, second
    fine = replace(style, digits=wanted - 1)
    return scientific(numbers[0], fine, plus=True), scientific(numbers[1], fine, plus=True)


def shared_part(texts: tuple[str, str], digits: int) -> str:
    """The beginning that both texts have, up to so many significant digits."""
    common, counted = (
        "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], zip(*texts, strict=False))),
        0,
    )
    for place, letter in enumerate(common):
        if letter.isdigit() and letter.isascii() and (counted or letter != "0"):
            counted += 1
        if letter == "×":
            break
        if counted > digits:
            return common[:place]
    return common
