"""The settings file of before, read as text: what Qt's own reader finds in it may be a pickle, and would be run."""

from __future__ import annotations

import re

_ESCAPED = re.compile(r'\\x([0-9a-fA-F]+)|\\([0-7]+)|\\(.)|"')
_LETTERS = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_HIGHEST_LETTER = 0x10FFFF

_IN_THE_VIEW = {"unit_maps": "maps", "weight_values": "values", "flat_below": "flat_below"}
"""What is a field of the view now, by its name of then."""


def plain_values(content: bytes) -> dict[str, object]:
    """The fields that are plain text or plain numbers. Values of any other kind are left where they are.

    So is how the window stood: Qt ends the process over such bytes where they are damaged, and these have no checksum.

    Args:
        content: A file as QSettings writes it: ``name=value`` below ``[General]``.
    """
    found: dict[str, object] = {}
    group = ""
    for line in content.decode("utf-8", errors="replace").splitlines():
        if line.startswith("["):
            group = line.strip()
        name, equals, text = line.partition("=")
        if group == "[General]" and equals:
            value = _unescaped(text)
            # Bytes, dates and pickles begin with an "@", which a text of its own has twice.
            if not value.startswith("@"):
                found[name.strip()] = value
            elif value.startswith("@@"):
                found[name.strip()] = value[1:]
    recent = found.get("recent")
    if isinstance(recent, str):
        found["recent"] = recent.splitlines()
    view = {field: found.pop(name) for name, field in _IN_THE_VIEW.items() if name in found}
    if view:
        found["view"] = view
    return found


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(_letter, text.strip())


def _letter(escaped: re.Match[str]) -> str:
    hexadecimal, octal, letter = escaped.groups()
    if hexadecimal or octal:
        code = int(hexadecimal, 16) if hexadecimal else int(octal, 8)
        return chr(code) if code <= _HIGHEST_LETTER else "�"
    # A quotation mark alone only says where the value begins and ends.
    return _LETTERS.get(letter, letter) if letter else ""
