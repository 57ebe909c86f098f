"""The few marks that a sheet is drawn of, as SVG that a browser and Qt draw alike; lengths are in points."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from unicodedata import east_asian_width
from xml.etree import ElementTree
from xml.sax.saxutils import escape

INK, SOFT, FAINT, ANSWER = "#1a1d21", "#5b626b", "#b9bfc7", "#0b57a4"
_NOMINAL = 48.0
_DECIMALS = re.compile(r"-?\d+\.\d+")


@dataclass(frozen=True)
class Drawing:
    """A typeset formula at a type size of 1.

    Attributes:
        paths: What is inside of its SVG, in units of 1 / 48.
        width: From its left to its right end.
        ascent: How far it reaches above the baseline.
        descent: How far it reaches below.
    """

    paths: str
    width: float
    ascent: float
    descent: float

    def at(self, x: float, y: float, size: float) -> str:
        """It, with the left end of its baseline here."""
        # Without a width of 0 a PDF of Qt's outlines what is only filled: all formulas would be bold.
        place = f"translate({x:.2f} {y:.2f}) scale({size / _NOMINAL:.4f})"
        return f'<g transform="{place}" stroke-width="0">{self.paths}</g>'


@cache
def typeset(latex: str) -> Drawing:
    """A formula. The same few stand on the sheet of every student."""
    ziamath = importlib.import_module("ziamath")
    # QtSvg drops glyphs that are drawn by reference.
    ziamath.config.svg2 = False
    root = ziamath.Latex(latex, size=_NOMINAL, color=INK).svgxml()
    left, top, width, height = (float(number) for number in root.get("viewBox").split())
    paths = "".join(ElementTree.tostring(child, encoding="unicode") for child in root)
    paths = _DECIMALS.sub(lambda number: f"{float(number[0]):.1f}", paths)
    return Drawing(paths, (left + width) / _NOMINAL, -top / _NOMINAL, (top + height) / _NOMINAL)


def text(
    x: float, y: float, words: str, size: float = 10.0, colour: str = INK, anchor: str = "start", bold: bool = False
) -> str:
    """A line of text with its baseline at y."""
    weight = ' font-weight="bold"' if bold else ""
    side = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{colour}"{side}{weight}>{escape(words)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, colour: str = FAINT, width: float = 0.75, dash: str = "") -> str:
    """A straight line."""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        f'stroke="{colour}" stroke-width="{width:g}"{dashes}/>'
    )


def box(x: float, y: float, width: float, height: float, colour: str = SOFT, fill: str = "none") -> str:
    """A rectangle with slightly rounded corners."""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="2.5" '
        f'fill="{fill}" stroke="{colour}" stroke-width="0.75"/>'
    )


def width_of(words: str, size: float) -> float:
    """About how wide a line of text is: no font is asked."""
    return size * sum(1.0 if east_asian_width(character) in "WF" else 0.52 for character in words)


def wrapped(words: str, size: float, width: float) -> Iterator[str]:
    """A paragraph as lines that are at most so wide. Chinese breaks anywhere but before its punctuation."""
    current = ""
    for piece in _pieces(words):
        if current and width_of((current + piece).rstrip(), size) > width:
            yield current.rstrip()
            current = piece.lstrip()
        else:
            current += piece
    if current:
        yield current.rstrip()


def _pieces(words: str) -> Iterator[str]:
    """What is not broken: words with the space after them, characters with the punctuation after them."""
    piece = ""
    for character in words:
        wide = east_asian_width(character) in "WF"
        if (
            piece
            and (piece[-1] == " " or wide or east_asian_width(piece[-1]) in "WF")
            and character not in "，。；：、）"
        ):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece
