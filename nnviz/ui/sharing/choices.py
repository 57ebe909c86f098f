"""What a form asks before it is made: values of a few kinds, which a dialog shows and the words of a command are of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

Chosen: TypeAlias = Mapping[str, Any]
"""What the user has chosen, by the choices' ids."""


@dataclass(frozen=True, kw_only=True)
class _Choice:
    """What every choice has.

    Attributes:
        id: Its name in the program.
        label: What the user reads, translated.
        when: Asked only where another choice has one of these values: its id, and they.
    """

    id: str
    label: str
    when: tuple[str, frozenset[Any]] | None = None

    def is_asked(self, chosen: Chosen) -> bool:
        """Whether it matters, as the others stand."""
        return self.when is None or chosen.get(self.when[0]) in self.when[1]


@dataclass(frozen=True, kw_only=True)
class OneOf(_Choice):
    """One of several, as (key, text); its value is the key, at first ``first`` or else the first one."""

    options: tuple[tuple[str, str], ...]
    first: str = ""


@dataclass(frozen=True, kw_only=True)
class Several(_Choice):
    """Some of several, at first all; its value is a tuple of keys.

    Attributes:
        options: Each as (key, text).
        names: What each is called, where the texts are symbols.
    """

    options: tuple[tuple[str, str], ...]
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Number(_Choice):
    """A whole number."""

    least: int
    most: int
    first: int


@dataclass(frozen=True, kw_only=True)
class Flag(_Choice):
    """Yes or no."""

    first: bool = False


Choice: TypeAlias = OneOf | Several | Number | Flag
