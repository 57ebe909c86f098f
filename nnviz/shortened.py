"""Texts of unknown length, such as titles and names from files, where there is room for so much and no more."""

from pathlib import Path

LONGEST_NAME = 80
"""Characters of a file's name in a message."""


def shortened(text: str, longest: int) -> str:
    """A text of so many characters at most, with dots where it would go on."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def called(path: Path | str) -> str:
    """What a file is called in a message: its name without folders, cut to a sensible length."""
    return shortened(Path(path).name or str(path), LONGEST_NAME)


def printable(text: str) -> str:
    """A text without what no XML file can hold."""
    return "".join(each if each.isprintable() else " " for each in text)
