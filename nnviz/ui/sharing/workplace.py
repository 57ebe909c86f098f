"""Where files are made before they are whole: a folder beside where they go, and nothing of it stays."""

from __future__ import annotations

import os
from pathlib import Path

from nnviz.files import WriteError, put_in_place, refuse_unwritable
from nnviz.temporary import TemporaryFolder


class Workplace:
    """A hidden folder in the folder of a file that is to be: from there, one step of the file system puts it in place.

    Args:
        target: The file.

    Attributes:
        folder: Where what is only needed on the way is put.
        out: Where the file is made, under its own name, with what else belongs to it.

    Raises:
        WriteError: It cannot be written there.
    """

    def __init__(self, target: Path) -> None:
        self._target = target
        # What is there already is written over, as the user has said; but nothing that only belongs to it.
        self._replaces = target.exists()
        refuse_unwritable(target)
        try:
            # Beside what a link leads to: it may be on another disk than the link.
            self._folder = TemporaryFolder(target.resolve().parent)
            self.folder = self._folder.path
            self.out = self.folder / "made" / target.name
            self.out.parent.mkdir()
        except OSError as error:
            raise WriteError(target, error) from None

    def put_in_place(self) -> list[Path]:
        """Put what was made where it goes. Returns the files, the one that was asked for first.

        Raises:
            WriteError: It cannot be.
        """
        made = sorted(self.out.parent.iterdir(), key=lambda file: file != self.out)
        placed = []
        for file in made:
            place = self._target.with_name(file.name)
            if file != self.out and not self._replaces:
                place = _free(place)
            put_in_place(file, place)
            placed.append(place)
        return placed

    def clear(self) -> None:
        """Nothing of it stays."""
        self._folder.close()

    def named(self, text: str) -> str:
        """What is said of a file in it, without the folder that nobody knows."""
        return text.replace(f"{self.out.parent}{os.sep}", "").replace(f"{self.folder}{os.sep}", "")


def _free(place: Path) -> Path:
    """The place, or the next that nothing stands at."""
    number, free = 1, place
    while free.exists():
        number += 1
        free = place.with_name(f"{place.stem}-{number}{place.suffix}")
    return free
