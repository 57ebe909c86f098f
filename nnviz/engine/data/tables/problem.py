"""What is wrong with a table, before it is known what the table is called."""

from __future__ import annotations


class TableProblem(Exception):  # noqa: N818 - it becomes an ExperimentError where the file's name is known
    """A reason, and the field of the data part that it is about: file, target, features or task."""

    def __init__(self, reason: str, field: str = "file") -> None:
        self.reason = reason
        self.field = field
        super().__init__(reason)
