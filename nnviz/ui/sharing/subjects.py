"""What can be taken away of a window: the run or the recording on screen, or what is given of a lecture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

Kind = Literal["run", "recording", "cue", "scene", "lecture"]
Hear = Callable[[Sequence[str], str], None]
"""Is told the words by which a command finds it, or what is wrong."""


@dataclass(frozen=True)
class Subject:
    """Something that commands can be told of.

    Attributes:
        kind: What it is.
        name: What the user reads.
        title: What names of files are made from.
        language: Which is spoken in it.
        give: Writes what is not in a file yet into a folder, beside the window, and says then how commands find it.
    """

    kind: Kind
    name: str
    title: str
    language: str
    give: Callable[[Path, Hear], None]


@dataclass(frozen=True)
class Screen:
    """What is known of what is on screen, to propose what one is likely to want.

    Attributes:
        size: Of the window, in pixels.
        theme: Its name.
        iteration: Which update.
        phase: Which phase of it.
        epoch: Which epoch, the first is 0.
        parts: What can be drawn alone: its name in commands, and for the user.
    """

    size: tuple[int, int]
    theme: str
    iteration: int = 0
    phase: str = ""
    epoch: int = 0
    parts: tuple[tuple[str, str], ...] = ()


class Source(Protocol):
    """A window that something can be taken from."""

    def subjects(self) -> Sequence[Subject]:
        """What there is now, the likeliest first."""

    def screen(self) -> Screen:
        """How it looks now."""

    def folder(self) -> Path:
        """Where files were put last."""

    def note_folder(self, folder: Path) -> None:
        """A file has been put there."""


def in_file(*words: str) -> Callable[[Path, Hear], None]:
    """Gives what stands in a file already: nothing has to be written."""
    return lambda _, hear: hear(words, "")
