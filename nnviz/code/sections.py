"""What a program is made of: sections, each a few lines of code with a title above."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import NamedTuple

WIDTH = 120
"""Of a line, at most."""
DEEPEST = 8
"""How far a line may still be moved to the right."""


class Section(NamedTuple):
    """A part of a program, a cell of a notebook.

    Attributes:
        name: One word for it.
        title: A line that says what it does.
        code: The code, without an empty line at its end.
    """

    name: str
    title: str
    code: str


class Program(NamedTuple):
    """A whole program.

    Attributes:
        about: What it is, a paragraph for each text.
        imports: What it imports, a section without a title.
        sections: The rest, in order.
    """

    about: tuple[str, ...]
    imports: str
    sections: tuple[Section, ...]


def code(lines: Iterable[str]) -> str:
    """Lines as code."""
    return "\n".join(lines)


def indented(lines: Iterable[str], by: int = 1) -> list[str]:
    """Lines so many steps further to the right."""
    return [f"{' ' * 4 * by}{line}" if line else "" for line in lines]


def function(head: str, about: str, *body: str) -> list[str]:
    """A function, and the two empty lines before it."""
    return ["", "", f"def {head}:", *indented([*([f'"""{about}"""'] if about else []), *body])]


def listed(before: str, names: Sequence[str], after: str) -> list[str]:
    """Names with commas between two brackets: on one line, or where they are many on lines of their own."""
    line = f"{before}{', '.join(names)}{after}"
    if len(line) + DEEPEST <= WIDTH:
        return [line]
    return [before, *indented(textwrap.wrap(", ".join(names), WIDTH - DEEPEST - 4)), after]


def unpacking(names: Sequence[str], value: str) -> list[str]:
    """Names that a value is unpacked into, or that are returned where there is no value."""
    line = ", ".join(names)
    line = f"{line} = {value}" if value else f"return {line}"
    if len(line) + DEEPEST <= WIDTH:
        return [line]
    return listed("(" if value else "return (", names, f") = {value}" if value else ")")
