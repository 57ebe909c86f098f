"""What is wrong with a table, before it is known what the table is called."""

from __future__ import annotations

from pathlib import Path

from nnviz.shortened import shortened


class TableProblem(Exception):  # noqa: N818 - it becomes an ExperimentError where the file's name is known
    """A reason, and the field of the data part that it is about: file, target, features or task."""

    def __init__(self, reason: str, field: str = "file") -> None:
        self.reason = reason
        self.field = field
        super().__init__(reason)


LONGEST_NAME = 80
"""Characters of a file's name in a message."""


def called(path: Path) -> str:
    """What a file is called in a message: its name without folders, cut to a sensible length."""
    return shortened(path.name or str(path), LONGEST_NAME)
