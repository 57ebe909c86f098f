"""What is remembered from one time to the next, as one value: each field with its range, each read for itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Annotated, Any, NamedTuple
from zlib import crc32

import msgspec
from msgspec import Meta
from PySide6.QtCore import QByteArray

from nnviz.engine.analysis.diagnostics import FLAT_BELOW
from nnviz.engine.training.record.steps import Grain
from nnviz.ui.look.look import LARGEST_RELATIVE_SCALE, SMALLEST_RELATIVE_SCALE
from nnviz.ui.look.numbers import DecimalSign
from nnviz.ui.look.theme import themes
from nnviz.ui.panels.saturation.panel import HIGHEST_FLAT_BELOW, LOWEST_FLAT_BELOW
from nnviz.ui.session.pace import PACES
from nnviz.ui.transport.transport import SPEEDS

MOST_RECENT = 8


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

    theme: str = "light"
    scale: Annotated[float, Meta(ge=SMALLEST_RELATIVE_SCALE, le=LARGEST_RELATIVE_SCALE)] = 1.0
    """The type size, 1 for the one that suits the screen."""
    digits: Annotated[int, Meta(ge=0, le=15)] = 3
    """Digits after the decimal sign."""
    decimal_sign: DecimalSign = "."
    unit_maps: bool = True
    weight_values: bool = False
    reduced_motion: bool = False
    speed: Annotated[float, Meta(ge=SPEEDS[0], le=SPEEDS[-1])] = 1.0
    """How fast phases are played; 1 is the usual speed."""
    pace: str = PACES[0].name
    """How fast training goes on."""
    flat_below: Annotated[float, Meta(ge=LOWEST_FLAT_BELOW, le=HIGHEST_FLAT_BELOW)] = FLAT_BELOW
    """The share of the largest slope below which a slope counts as flat."""
    grain: Grain = Grain.PHASE
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


class Unusable(NamedTuple):
    """A field whose value cannot be used: what was there, and what is used in its place."""

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
    preferences, unusable = Preferences(), []
    known = {field.name for field in fields(Preferences)}
    for name in known & values.keys():
        try:
            read = msgspec.convert({name: values[name]}, Preferences, strict=strict)
        except msgspec.ValidationError:
            unusable.append(Unusable(name, values[name], _plain(preferences)[name]))
        else:
            preferences = replace(preferences, **{name: getattr(read, name)})
    unknown = {name: value for name, value in values.items() if name not in known}
    return Understood(preferences, tuple(sorted(unusable)), unknown)


def to_json(preferences: Preferences, unknown: Mapping[str, object]) -> Iterator[bytes]:
    """The file's text. Letters that are in no alphabet, as names of files may have them, are written too."""
    encoder = json.JSONEncoder(indent=1)
    for piece in encoder.iterencode({**unknown, **_plain(preferences)}):
        yield piece.encode()
    yield b"\n"


def from_json(content: bytes) -> dict[str, object]:
    """The fields of a file, whatever their values.

    Raises:
        ValueError: This is no such file.
    """
    try:
        values = json.loads(content)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(values, dict):
        raise ValueError("no fields")
    return values


def _plain(preferences: Preferences) -> dict[str, Any]:
    return msgspec.to_builtins(preferences)
