"""How text is made to fit: a little smaller, in fewer words, or not at all; it is never cut within a word."""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

from nnviz.ui.look.look import LEAST_PIXELS

LITTLE_SMALLER = 0.8
"""Of its size a text may lose so much before fewer words are better."""

DOTS = "…"
_ENDS = re.compile(r"(?<=\w)[_-](?=[^\W\d])| +")
"""Where a text may end: after a word. A number keeps its unit, which a space that does not break ties to it."""
_LOOSE = " ,;:·–-_(“→"
"""What is not left standing at the end."""


class Fitted(NamedTuple):
    """A text as it is shown, "" where there is no room for it, and the type that it is set in."""

    text: str
    font: QFont


def fit(font: QFont, room: float, *wordings: str, least: int = LEAST_PIXELS) -> Fitted:
    """The longest of these wordings, the longest first, that fits into so many pixels.

    Each may be a little smaller; the last as small as can be read (``least`` pixels), else as many of its words as
    there is room for.
    """
    full = font.pixelSize()
    least = min(full, least)
    little = max(least, int(full * LITTLE_SMALLER))
    metrics = QFontMetricsF(font)
    widths = [metrics.horizontalAdvance(wording) for wording in wordings]
    for wording, width in zip(wordings, widths, strict=True):
        if width <= room:
            return Fitted(wording, font)
        smaller = _smaller(font, wording, width, room, little)
        if smaller is not None:
            return Fitted(wording, smaller)
    last = wordings[-1]
    smaller = _smaller(font, last, widths[-1], room, least)
    if smaller is not None:
        return Fitted(last, smaller)
    for pixels in (little, least):
        small = sized(font, pixels)
        if text := first_words(last, QFontMetricsF(small), room):
            return Fitted(text, small)
    return Fitted("", font)


def first_words(text: str, metrics: QFontMetricsF, room: float) -> str:
    """As many of the first words as there is room for, with dots after them; "" where that is none."""
    ends = [found.start() for found in _ENDS.finditer(text)]
    tries = (text[:end].rstrip(_LOOSE) + DOTS for end in reversed(ends))
    return next((each for each in tries if each != DOTS and metrics.horizontalAdvance(each) <= room), "")


def sized(font: QFont, pixels: int) -> QFont:
    """The same type in another size."""
    other = QFont(font)
    other.setPixelSize(max(1, pixels))
    return other


def _smaller(font: QFont, text: str, width: float, room: float, least: int) -> QFont | None:
    """The largest type, not below ``least`` pixels, in which a text fits that is ``width`` wide in this one."""
    if width * least > font.pixelSize() * room * 1.1:
        return None
    # Type does not shrink quite evenly: what is found by its share is looked at.
    for pixels in range(min(font.pixelSize() - 1, int(font.pixelSize() * room / width) + 1), least - 1, -1):
        other = sized(font, pixels)
        if QFontMetricsF(other).horizontalAdvance(text) <= room:
            return other
    return None
