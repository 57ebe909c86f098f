"""Lists as they are typed and shown: features, parameters, numbers and names, with commas between them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nnviz.ui.names.translation import translate
from nnviz.ui.session.settings.setting import Written

_OPENING, _CLOSING, _QUOTES = "([", ")]", '"`'


def split_list(text: str) -> list[str]:
    """The items of a list; a comma inside of parentheses, brackets or quotes divides nothing."""
    items, depth, quote = [""], 0, ""
    for letter in text:
        if quote:
            quote = "" if letter == quote else quote
        elif letter in _QUOTES:
            quote = letter
        elif letter in _OPENING:
            depth += 1
        elif letter in _CLOSING:
            depth -= 1
        elif letter in ",;" and depth <= 0:
            items.append("")
            continue
        items[-1] += letter
    return [item.strip() for item in items if item.strip()]


def joined(items: Iterable[str] | None) -> str:
    """A list as it is shown; nothing for none."""
    return ", ".join(items or ())


def number_text(value: float) -> str:
    """A number of a list, to its last digit, without a point where it is whole."""
    return f"{value:.15g}"


def numbers(text: str) -> list[float]:
    """The numbers of a list.

    Raises:
        ValueError: One of them is none; its text is one line made for the user.
    """
    return [_number(item) for item in split_list(text)]


def _number(text: str) -> float:
    try:
        return float(text.replace("\N{MINUS SIGN}", "-"))
    except ValueError:
        words = translate("ExperimentLists", "“{text}” is not a number")
        raise ValueError(words.format(text=text)) from None


_LAYERS = re.compile(r"[(\[]?\s*(\d{1,6}(?:\s*[-–—→,;x×\s]\s*\d{1,6})*)\s*[)\]]?")


def layers(text: str) -> list[int]:
    """The units of hidden layers, as people write them: 8-8-2, 8,8,2, 8 8 2. Nothing, and 0, are no hidden layer.

    Raises:
        ValueError: It is something else; its text is one line made for the user.
    """
    if text.strip() in ("", "0"):
        return []
    written = _LAYERS.fullmatch(text.strip())
    if written is None:
        raise ValueError(translate("ExperimentLists", "the units of each hidden layer are expected, as in 8-8-2"))
    return [int(units) for units in re.findall(r"\d+", written[1])]


def layers_text(hidden: Iterable[int]) -> str:
    """The units of hidden layers as they are shown."""
    return "-".join(map(str, hidden))


def _one_or_several(names: list[str]) -> str | list[str] | None:
    return names[0] if len(names) == 1 else names or None


WORD = Written(text=lambda value: value or "", value=lambda text: text or None)
"""A text that may be left out."""
ONE_OR_SEVERAL = Written(
    text=lambda value: value if isinstance(value, str) else "; ".join(value or ()),
    value=lambda text: _one_or_several([name.strip() for name in text.split(";") if name.strip()]),
)
"""A text or several, with semicolons between them: commas may be part of them."""
LIST = Written(text=joined, value=lambda text: split_list(text) or None)
"""A list that may be left out."""
