"""The signals that end a process: from the terminal, from whoever closes it, and when the user logs out."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
"""Not every system has all of them."""
AGAIN = 0.05
"""Seconds: by then, the callback in which a signal was dropped is over."""


def ending_signals() -> tuple[signal.Signals, ...]:
    """Those that this process is to hear: whoever started it may have it ignore one, as ``nohup`` does."""
    known = (signal.Signals[name] for name in NAMES if name in signal.Signals.__members__)
    return tuple(number for number in known if signal.getsignal(number) is not signal.SIG_IGN)


@contextmanager
def heard_by(hear: Callable[[int, FrameType | None], Any], *but: signal.Signals) -> Iterator[None]:
    """Have something else hear them for a while; on another thread than the main one nothing is heard.

    Args:
        hear: Called with the signal, between any two steps of Python.
        but: Those that stay as they are.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, hear) for number in ending_signals() if number not in but}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)


def leave(number: int, _: FrameType | None) -> None:
    """End as after an error: files that are half written go, and who called is told of the signal.

    Raises:
        SystemExit: Always, with the status that a shell gives.
    """
    raise SystemExit(128 + number)


@contextmanager
def never_dropped() -> Iterator[None]:
    """Let a signal come again where Python drops what it raises, as it does in callbacks that it calls on its way."""
    before = sys.unraisablehook

    def hear(dropped: sys.UnraisableHookArgs) -> None:
        number = _raised_by(dropped.exc_value)
        if number is None:
            before(dropped)
            return
        again = threading.Timer(AGAIN, signal.raise_signal, [number])
        again.daemon = True
        again.start()

    sys.unraisablehook = hear
    try:
        yield
    finally:
        sys.unraisablehook = before


def _raised_by(error: BaseException | None) -> signal.Signals | None:
    """The signal that has raised this, if one has."""
    if isinstance(error, KeyboardInterrupt):
        return signal.SIGINT
    code = error.code if isinstance(error, SystemExit) else None
    return next((number for number in ending_signals() if code == 128 + number), None)


def hold_back() -> None:
    """Let them wait until ``let_through``, where the system can: Qt is not left half made."""
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_BLOCK, ending_signals())


def let_through() -> None:
    """Hear those that have come meanwhile."""
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ending_signals())
