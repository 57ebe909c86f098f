"""Threads that end with whoever uses them: one that still runs when its object goes takes the whole process with it."""

from __future__ import annotations

import weakref

from PySide6.QtCore import QObject, QThread
from shiboken6 import Shiboken


def work_thread(name: str, owner: QObject) -> QThread:
    """A thread, not started yet, that is ended and waited for when its owner goes or Python ends.

    Usually the owner has ended it before; but a window can be destroyed unclosed, and ``sys.exit`` leaves at once.
    """
    thread = QThread()
    thread.setObjectName(name)
    weakref.finalize(owner, end, thread)
    return thread


def end(thread: QThread) -> None:
    """Let what is under way end, and then the thread. One that has gone with the application has ended."""
    if Shiboken.isValid(thread):
        thread.quit()
        thread.wait()
