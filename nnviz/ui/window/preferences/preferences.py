"""What is remembered from one time to the next, as one value: each field with its range, each read for itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Generic, NamedTuple, TypeVar
from zlib import crc32

import msgspec
from msgspec import Meta, Struct
from PySide6.QtCore import QByteArray

from nnviz.said import said
from nnviz.ui.look.look import LARGEST_RELATIVE_SCALE, SMALLEST_RELATIVE_SCALE
from nnviz.ui.look.numbers import DecimalSign
from nnviz.ui.look.theme import themes
from nnviz.ui.session.pace import PACES, SPEEDS, USUAL_PACE
from nnviz.view import OF_THE_HOUR, View

MOST_RECENT = 8

QT_STATES = frozenset({"geometry", "layout"})
"""The fields that only Qt can read."""

_UNASKED = {"pace": "full"}
"""What stood there for everybody before it was a choice of theirs: the default of now takes its place."""


@dataclass(frozen=True)
class QtState:
    """What Qt writes of a window, with its checksum: Qt ends the process over bytes that are not quite its own.

    Raises:
        ValueError: These are not the bytes that were written.
    """

    state: bytes
    check: int

    def __post_init__(self) -> None:
        if crc32(self.state) != self.check:
            raise ValueError("damaged")

    @classmethod
    def of(cls, array: QByteArray) -> QtState:
        """A state as Qt gives it."""
        state = bytes(array.data())
        return cls(state, crc32(state))


# A dataclass, where an experiment is a struct: the type checker follows what ``replace`` puts into its fields.
@dataclass(frozen=True, kw_only=True)
class Preferences:
    """What the user has chosen, and where everything stood.

    Raises:
        ValueError: There is no such theme or pace.
    """

    language: str = ""
    """What is spoken; "" for the system's language."""
    theme: str = "light"
    scale: Annotated[float, Meta(ge=SMALLEST_RELATIVE_SCALE, le=LARGEST_RELATIVE_SCALE)] = 1.0
    """The type size, 1 for the one that suits the screen."""
    digits: Annotated[int, Meta(ge=0, le=15)] = 3
    """Digits after the decimal sign."""
    decimal_sign: DecimalSign = "."
    reduced_motion: bool = False
    speed: Annotated[float, Meta(ge=SPEEDS[0], le=SPEEDS[-1])] = 1.0
    """How fast phases are played; 1 is the usual speed."""
    pace: str = USUAL_PACE
    """How fast training goes."""
    view: View = field(default_factory=View)
    """What was on screen: all of it that outlives a run."""
    folder: str = ""
    """Where files were opened or saved last; "" for the user's own folder."""
    recent: Annotated[tuple[str, ...], Meta(max_length=MOST_RECENT)] = ()
    """The files that were opened or saved last, the latest first."""
    geometry: QtState | None = None
    """The window's size and place."""
    layout: QtState | None = None
    """How the panels stand."""
    experiment: str = ""
    """The experiment that was open last, as TOML; "" where none was."""

    def __post_init__(self) -> None:
        if self.theme not in {theme.name for theme in themes()}:
            raise ValueError(f"there is no theme {self.theme!r}")
        if self.pace not in {pace.name for pace in PACES}:
            raise ValueError(f"there is no pace {self.pace!r}")


Table = TypeVar("Table", bound=Preferences | Struct)


class Unusable(NamedTuple):
    """A field whose value cannot be used: its name in dots, what was there, and what is used in its place."""

    name: str
    found: object
    used: object


class Understood(NamedTuple):
    """What was read.

    Attributes:
        unusable: The fields that fell back.
        unknown: Fields of another version, as they were.
    """

    preferences: Preferences
    unusable: tuple[Unusable, ...]
    unknown: dict[str, object]


def understood(values: Mapping[str, object], strict: bool = True) -> Understood:
    """Take each field for itself: one that is missing or cannot be used keeps its default, and spoils no other.

    Args:
        values: Fields by name.
        strict: Whether a number has to be one; left off, its text will do.
    """
    asked = {name: value for name, value in values.items() if name not in _UNASKED or value != _UNASKED[name]}
    read = _taken(asked, Preferences(), "", strict)
    return Understood(read.table, tuple(sorted(read.unusable)), read.unknown)


class _Taken(NamedTuple, Generic[Table]):
    """What was read of a table, and of those in it."""

    table: Table
    unusable: list[Unusable]
    unknown: dict[str, object]


def _taken(values: Mapping[str, object], usual: Table, place: str, strict: bool) -> _Taken[Table]:
    known, kind = _plain(usual), type(usual)
    used: dict[str, Any] = {}
    unusable: list[Unusable] = []
    unknown: dict[str, object] = {}
    for name, value in values.items():
        if name not in known:
            unknown[name] = value
        elif isinstance(before := getattr(usual, name), Struct) and isinstance(value, dict):
            inner = _taken(value, before, f"{place}{name}.", strict)
            used[name] = inner.table
            unusable += inner.unusable
            if inner.unknown:
                unknown[name] = inner.unknown
        else:
            try:
                used[name] = getattr(msgspec.convert({name: value}, kind, strict=strict), name)
            except msgspec.ValidationError:
                unusable.append(Unusable(place + name, value, known[name]))
    return _Taken(kind(**used), unusable, unknown)


def to_json(preferences: Preferences, unknown: Mapping[str, object]) -> Iterator[bytes]:
    """The file's text. Letters that are in no alphabet, as names of files may have them, are written too."""
    encoder = json.JSONEncoder(indent=1)
    for piece in encoder.iterencode(_together(unknown, _plain(preferences))):
        yield piece.encode()
    yield b"\n"


def from_json(content: bytes) -> dict[str, object]:
    """The fields of a file, whatever their values.

    Raises:
        ValueError: This is no such file; why, can be said in the user's language.
    """
    try:
        values = json.loads(content)
    except json.JSONDecodeError as error:
        raise ValueError(said("Preferences", "line {line} is damaged").format(line=error.lineno)) from None
    except UnicodeDecodeError:
        raise ValueError(said("Engine", "not a text file in UTF-8")) from None
    except RecursionError:
        raise ValueError(said("Preferences", "nested too deeply")) from None
    except ValueError:
        # Python reads no whole number of thousands of digits.
        raise ValueError(said("Engine", "a number of thousands of digits")) from None
    if not isinstance(values, dict):
        raise ValueError(said("Preferences", "it holds no settings"))
    return values


def _together(unknown: Mapping[str, object], known: Mapping[str, object]) -> dict[str, object]:
    """Both in one table, and so in the tables in it."""
    together = {**unknown, **known}
    for name in unknown.keys() & known.keys():
        one, other = unknown[name], known[name]
        if isinstance(one, dict) and isinstance(other, dict):
            together[name] = _together(one, other)
    return together


def _plain(table: Preferences | Struct) -> dict[str, Any]:
    """What is kept of a table, as plain values by field."""
    plain: dict[str, Any] = msgspec.to_builtins(table)
    if isinstance(table, View):
        return {name: value for name, value in plain.items() if name not in OF_THE_HOUR}
    if isinstance(table, Preferences):
        plain["view"] = _plain(table.view)
    return plain
