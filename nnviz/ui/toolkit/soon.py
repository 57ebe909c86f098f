"""What waits for the next turn of Qt's loop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid


def soon(owner: QObject, do: Callable[[], object]) -> None:
    """Do something in the next turn, unless its owner has been deleted by then.

    Told of the owner itself, ``QTimer.singleShot`` keeps what was to be done for good where the owner goes first: a
    whole window, where it was closed as soon as it was opened.
    """
    QTimer.singleShot(0, lambda: do() if isValid(owner) else None)
