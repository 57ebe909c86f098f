"""The arithmetic of a phase, painted so that it always fits: fewer terms, smaller type, one line instead of two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui.formula.phase_numbers import MOST_TERMS, PhaseNumbers
from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.names.coloured import Coloured, Span, joined
from nnviz.ui.toolkit.fitting import DOTS, first_words

TYPE_PIXELS = (17.0, 15.0, 13.0)
"""The sizes of type that are tried, the largest first."""

FEWEST_TERMS = 2
"""So many terms are kept while smaller type can help."""

FORMULA_BASELINE = 0.55
"""Where the formula beside it has its baseline, as a share of the height: a single line stands on it too."""

BETWEEN = "   "
"""Between two equations on one line."""

BREAKS = (re.compile(r" (?=[+−=≈→] )"), re.compile(r" (?=× )"))
"""Where a line may be broken: rather before a sign or the result than inside a product."""
PLAIN = Span("")


class NumbersLine(QWidget):
    """One or two lines of arithmetic in the fixed-width font, at the right or at the left of the widget."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tell: Callable[[int], PhaseNumbers] | None = None
        self._role = "text"
        self._at_right = True
        self._fitted: tuple[float, tuple[Coloured, ...]] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._known_metrics: dict[float, QFontMetricsF] = {}
        look.changed.connect(self._restyle)

    def show_numbers(self, tell: Callable[[int], PhaseNumbers] | None, role: str = "text") -> None:
        """Show what ``tell(most_terms)`` gives, its result in the colour of a role; ``None`` shows nothing."""
        self._tell = tell
        self._role = role
        self._refit()

    def set_at_right(self, at_right: bool) -> None:
        """Stand at the right of the widget, or at its left."""
        if at_right != self._at_right:
            self._at_right = at_right
            self.update()

    def lines(self) -> tuple[str, ...]:
        """What is shown."""
        return tuple(line.text for line in self._fit()[1])

    def type_pixels(self) -> float:
        """The size of type that it is shown in, in pixels."""
        return self._fit()[0]

    def comfortable_width(self, *, shortest: bool = False) -> int:
        """The width that the numbers need with few terms, or the fewest, in type that can be read well."""
        if self._tell is None:
            return 0
        pixels, most = (TYPE_PIXELS[0], 1) if self._look.presenting else (TYPE_PIXELS[1], FEWEST_TERMS)
        if shortest:
            most = 1
        metrics = self._metrics(self._look.factor * pixels)
        lines = self._lines(self._tell(most))
        return round(max(metrics.horizontalAdvance(line.text) for line in lines)) + 4

    def text_width(self) -> float:
        """How wide the widest line is."""
        size, lines = self._fit()
        return max((self._metrics(size).horizontalAdvance(line.text) for line in lines), default=0.0)

    def _restyle(self) -> None:
        self._known_metrics.clear()
        self._refit()

    def _refit(self) -> None:
        self._fitted = None
        self.update()

    def _fit(self) -> tuple[float, tuple[Coloured, ...]]:
        if self._fitted is None:
            self._fitted = self._found()
            told = "\n".join(self._tell(MOST_TERMS).lines) if self._tell is not None else ""
            self.setToolTip(plain_tip(told))
            self.setAccessibleName(told)
        return self._fitted

    def _found(self) -> tuple[float, tuple[Coloured, ...]]:
        """The first way of showing the numbers that fits: as many terms and as large as can be."""
        least = self._look.least_pixels
        sizes = [max(least, self._look.factor * pixels) for pixels in TYPE_PIXELS]
        if self._tell is None:
            return sizes[0], ()
        told = cache(self._tell)
        for size, most, broken in self._attempts(sizes):
            lines = self._arranged(self._lines(told(most)), size)
            if broken:
                lines = self._broken(lines, size)
            if self._fits(lines, size):
                return size, lines
        result = self._lines(told(0))[-1:]
        wide = self._metrics(sizes[0]).horizontalAdvance(result[0].text)
        return max(float(least), float(int(sizes[0] * min(1.0, (self.width() - 2) / wide)))), result

    def _attempts(self, sizes: list[float]) -> Iterator[tuple[float, int, bool]]:
        """Type size, number of terms, and whether a line is broken in two: the best first.

        From the back row small type cannot be read at all.
        """
        large, middle, small = sizes
        few = (FEWEST_TERMS, 1)
        yield from ((large, most, False) for most in range(MOST_TERMS, FEWEST_TERMS - 1, -1))
        if self._look.presenting:
            yield large, 1, False
            yield from ((large, most, True) for most in (*few, 0))
        yield from ((middle, most, False) for most in few)
        yield from ((large, most, True) for most in few)
        yield from ((small, most, False) for most in few)
        yield from ((size, 0, False) for size in sizes)

    def _arranged(self, lines: tuple[Coloured, ...], size: float) -> tuple[Coloured, ...]:
        """The lines under each other as far as there is room; if need be, the first ones behind each other."""
        rows = max(1, int(self.height() / self._metrics(size).height()))
        if len(lines) <= rows:
            return lines
        if rows == 1:
            return (joined(BETWEEN, lines),)
        together = len(lines) - rows + 1
        return (joined(BETWEEN, lines[:together]), *lines[together:])

    def _broken(self, lines: tuple[Coloured, ...], size: float) -> tuple[Coloured, ...]:
        """A single line on two rows, as much of it as can be on the first one."""
        metrics = self._metrics(size)
        if len(lines) > 1 or self.height() < 2 * metrics.height():
            return lines
        (line,) = lines
        for sign in BREAKS:
            for found in reversed(list(sign.finditer(line.text))):
                rows = line.part(0, found.start()), line.part(found.end())
                if self._fits(rows, size):
                    return rows
        return lines

    def _fits(self, lines: tuple[Coloured, ...], size: float) -> bool:
        metrics = self._metrics(size)
        return all(metrics.horizontalAdvance(line.text) <= self.width() - 2 for line in lines)

    def _lines(self, told: PhaseNumbers) -> tuple[Coloured, ...]:
        return tuple(equation.line(self._role) for equation in told.equations)

    def _font(self, size: float, like: Span = PLAIN) -> QFont:
        font = self._look.font("mono_strong" if like.bold else "mono")
        font.setPixelSize(max(1, round(size)))
        font.setUnderline(like.underlined)
        return font

    def _metrics(self, size: float) -> QFontMetricsF:
        if size not in self._known_metrics:
            self._known_metrics[size] = QFontMetricsF(self._font(size))
        return self._known_metrics[size]

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), round(2 * self._metrics(self._look.factor * TYPE_PIXELS[0]).height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(80), self.sizeHint().height() // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._refit()

    def paintEvent(self, event: QPaintEvent) -> None:
        size, lines = self._fit()
        with QPainter(self) as painter:
            metrics = self._metrics(size)
            height = metrics.height()
            top = (self.height() - height * len(lines)) / 2
            if self._at_right and len(lines) == 1:
                top = self.height() * FORMULA_BASELINE - metrics.ascent()
            for line in lines:
                line = self._elided(line, metrics)
                left = self.width() - metrics.horizontalAdvance(line.text) - 1 if self._at_right else 0.0
                for span in line.spans:
                    painter.setFont(self._font(size, span))
                    painter.setPen(self._look.colour(span.role))
                    painter.drawText(QRectF(left, top, self.width(), height), Qt.AlignmentFlag.AlignVCenter, span.text)
                    left += metrics.horizontalAdvance(span.text)
                top += height

    def _elided(self, line: Coloured, metrics: QFontMetricsF) -> Coloured:
        """Of a line that is too long all the same, the first words."""
        if metrics.horizontalAdvance(line.text) <= self.width():
            return line
        text = first_words(line.text, metrics, self.width())
        return line.part(0, len(text) - 1) + DOTS if text else line.part(0, 0)
