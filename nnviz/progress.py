"""How a command tells the window that has started it how far it is: a line of its own on standard error."""

from __future__ import annotations

import re

VARIABLE = "NNVIZ_PROGRESS"
"""Of the environment: set to ``lines`` where a program listens."""
LINES = "lines"

_LINE = re.compile(r"nnviz-progress (\d{1,12})/(\d{1,12})")


def progress_line(done: int, total: int) -> str:
    """So much of so much is done."""
    return f"nnviz-progress {done}/{total}"


def progress_in(line: str) -> tuple[int, int] | None:
    """How much of how much is done, where a line says that."""
    match = _LINE.fullmatch(line.strip())
    return (int(match[1]), int(match[2])) if match else None
