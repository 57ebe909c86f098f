"""TOML text as plain tables. What would take the parser's time and memory for nothing is refused before it."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from nnviz.said import said

DEEPEST = 20
"""Dots of a key: each is a table within another, and the parser notes every one of them by all before it."""

_OPAQUE = re.compile(
    r'"""(?:\\.|[^\\"]|"(?!""))*+(?:"""|\\?\Z)'
    r"|'''(?:[^']|'(?!''))*+(?:'''|\Z)"
    r'|"(?:\\.|[^"\\\n])*+"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+",
    re.DOTALL,
)
"""Texts and remarks, in which a dot is a dot; one that never ends goes to the end."""
_KEYS = re.compile(r"[\w.\- \t]+")


class TomlError(Exception):
    """A text that is no TOML; its text is one line that says why."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(text)


def toml_tables(text: str) -> dict[str, Any]:
    """The tables of TOML text.

    Raises:
        TomlError: It is not TOML, or what is in it is nested too deeply.
    """
    too_deep = TomlError(said("Engine", "not valid TOML: nested too deeply"))
    # A text that is a key is one letter of it here.
    if any(found[0].count(".") > DEEPEST for found in _KEYS.finditer(_OPAQUE.sub("q", text))):
        raise too_deep
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason = str(error)
        raise TomlError(
            said("Engine", "not valid TOML: {error}").format(error=reason[:1].lower() + reason[1:])
        ) from None
    except RecursionError:
        raise too_deep from None
    except ValueError:
        # Python reads no whole number of thousands of digits.
        raise TomlError(said("Engine", "not valid TOML: a number of thousands of digits")) from None
