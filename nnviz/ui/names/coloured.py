"""A line of text in the colours of what it speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Span:
    """A piece of text in one colour.

    Attributes:
        role: Of the theme.
        bold: It stands out.
        underlined: It has just been added.
    """

    text: str
    role: str = "text"
    bold: bool = False
    underlined: bool = False


@dataclass(frozen=True)
class Coloured:
    """Text, piece by piece. Neighbours that look alike are one piece."""

    spans: tuple[Span, ...] = ()

    @classmethod
    def of(cls, text: str, role: str = "text", *, bold: bool = False) -> Coloured:
        """Text in one colour."""
        return cls((Span(text, role, bold),)) if text else cls()

    @property
    def text(self) -> str:
        """The text alone."""
        return "".join(span.text for span in self.spans)

    def __add__(self, other: Coloured | str) -> Coloured:
        right = Coloured.of(other) if isinstance(other, str) else other
        if not self.spans or not right.spans:
            return right if right.spans else self
        last, first = self.spans[-1], right.spans[0]
        if replace(last, text="") != replace(first, text=""):
            return Coloured(self.spans + right.spans)
        return Coloured((*self.spans[:-1], replace(last, text=last.text + first.text), *right.spans[1:]))

    def __radd__(self, other: str) -> Coloured:
        return Coloured.of(other) + self

    def part(self, start: int, stop: int | None = None) -> Coloured:
        """The characters from one place up to before another."""
        found, place = [], 0
        end = len(self.text) if stop is None else stop
        for span in self.spans:
            text = span.text[max(0, start - place) : max(0, end - place)]
            place += len(span.text)
            if text:
                found.append(replace(span, text=text))
        return Coloured(tuple(found))

    def emphasised(self) -> Coloured:
        """The same, bold and underlined."""
        return Coloured(tuple(replace(span, bold=True, underlined=True) for span in self.spans))


def joined(separator: str, pieces: Iterable[Coloured]) -> Coloured:
    """Pieces with a separator in between."""
    whole = Coloured()
    for place, piece in enumerate(pieces):
        whole = whole + (separator + piece if place else piece)
    return whole
