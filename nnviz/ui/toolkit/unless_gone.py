"""What threads tell windows."""

from __future__ import annotations

from contextlib import AbstractContextManager, suppress


def unless_gone() -> AbstractContextManager[None]:
    """Around a signal that is emitted on another thread: the window may be gone by now, and PySide raises then."""
    return suppress(RuntimeError)
