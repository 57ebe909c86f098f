"""Digits and signs of other scripts and typesetters as those that numbers are read by."""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType

PLAIN = MappingProxyType(
    {
        "\u2212": "-",
        "－": "-",
        "＋": "+",
        "．": ".",
        "，": ",",
        "٫": ".",
        "٬": ",",
        "％": "%",
        "٪": "%",
        "￥": "¥",
        "＄": "$",
        "\u03bc": "\u00b5",
        "\u2007": " ",
        "\u2009": " ",
        "\u200a": " ",
        "\u2002": " ",
        "\u3000": " ",
        "\u200e": "",
        "\u200f": "",
        "\ufeff": "",
        "\u200b": "",
        "\u2060": "",
    }
)
"""A minus, a point, a space of any width, and marks that only tell where a text runs to."""
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
POWER = re.compile(
    r"(?<=[0-9]) ?[×xX*·⋅] ?10(?:\^\(?(?P<caret>[+-]?[0-9]{1,3})\)?|(?P<raised>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))(?![0-9])"
)
"""What follows the digits in 1.5×10^-3 or 1.5 · 10⁻³."""


INVISIBLE = re.compile("[\u200b\u2060\ufeff]")
"""What is no letter and takes no room."""


def composed(text: str) -> str:
    """A text as it looks: without what is not seen, and accents in one with their letters, which some systems part."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", INVISIBLE.sub("", text))


def plain(text: str) -> str:
    """A text with the digits and signs that numbers are read by; in anything but a number they hardly stand."""
    if text[:1] == "'" and text[1:2].isascii() and text[1:2] in "0123456789+-.":
        text = text[1:]  # what tells a spreadsheet that a text follows
    if "10" in text:
        text = POWER.sub(_exponent, text)
    if text.isascii():
        return text
    if text[:1] == "\u2013" and text[1:2].isdigit():
        text = "-" + text[1:]  # a dash before a digit
    return "".join(map(_plain, text))


def _plain(character: str) -> str:
    if character.isascii():
        return character
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return PLAIN.get(character, character)


def _exponent(power: re.Match[str]) -> str:
    return "e" + (power["caret"] or power["raised"].translate(RAISED))
