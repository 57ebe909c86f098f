"""Lines of code that are longer than there is room for: they go on in the next row, further to the right."""

from __future__ import annotations

HANGING = 8
"""Characters by which what goes on stands further to the right than where its line began."""
LEAST = 12
"""What goes on has room for as many characters, or stands hardly further to the right."""


def wrapped(code: str, room: int) -> list[str]:
    """A line in rows of so many characters at most, broken where there is a space; a word that is longer stays whole.

    Joined and stripped they are the line again, but for its spaces. More room never takes more rows: with a bar that
    scrolls, and is there or not with the rows, that would have no end.
    """
    indent = len(code) - len(code.lstrip())
    hanging = " " * max(2, min(indent + HANGING, room - LEAST))
    rows, rest = [], code
    while len(rest) > room:
        begun = len(rest) - len(rest.lstrip())
        at = rest.rfind(" ", begun + 1, room + 1)
        if at < 0:
            at = rest.find(" ", max(room, begun + 1))
        if at < 0:
            break
        rows.append(rest[:at].rstrip())
        rest = hanging + rest[at:].lstrip()
    return [*rows, rest]
