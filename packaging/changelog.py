"""What CHANGELOG.md says of a version: ``python changelog.py VERSION`` prints the date of its release."""

import re
import sys
from pathlib import Path
from typing import NamedTuple

CHANGELOG = Path(__file__).parents[1] / "CHANGELOG.md"


class Release(NamedTuple):
    """A version that was released.

    Attributes:
        version: Its number.
        date: When, as ``2026-11-29``.
        notes: What it brings, in Markdown: a paragraph on the whole of it, then what is new.
    """

    version: str
    date: str
    notes: str

    @property
    def summary(self) -> str:
        """The first paragraph, in one line."""
        return " ".join(self.notes.partition("\n\n")[0].split())


def releases(changelog: str) -> list[Release]:
    """Those that it tells of, the newest first; what is not released yet is none of them."""
    parts = re.finditer(r"^## (\d\S*) \((\d{4}-\d\d-\d\d)\)\n((?:(?!## ).*\n?)*)", changelog, re.MULTILINE)
    return [Release(part[1], part[2], part[3].strip()) for part in parts]


def release_of(version: str) -> Release:
    """What this checkout's changelog says of a version.

    Raises:
        SystemExit: It does not speak of it.
    """
    for release in releases(CHANGELOG.read_text(encoding="utf-8")):
        if release.version == version:
            return release
    raise SystemExit(f"CHANGELOG.md says nothing of {version}")


if __name__ == "__main__":
    print(release_of(sys.argv[1]).date)
