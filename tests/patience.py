"""Hands that have time: what is waited for is seen as soon as it is there, and on a busy machine it may take long."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from pytestqt.qtbot import QtBot

PATIENCE = 60_000
"""Milliseconds: whoever waits in vain has waited for nothing else."""
FIRST_LOOKS = (1, 1, 2, 2, 4, 4)
"""Milliseconds between the first looks: most of what is waited for is there at once."""


class PatientBot(QtBot):
    """pytest-qt's own, which gives up after five seconds, where a test says nothing else, and looks every ten."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        for pause in FIRST_LOOKS:
            with suppress(AssertionError):
                if callback() in (None, True):
                    return
            self.wait(pause)
        super().waitUntil(callback, timeout=max(timeout, PATIENCE))

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, raising: bool | None = None, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=_patient(timeout, raising), raising=raising, **how)

    def waitSignals(self, signals: Any, *, timeout: int = PATIENCE, raising: bool | None = None, **how: Any) -> Any:
        return super().waitSignals(signals, timeout=_patient(timeout, raising), raising=raising, **how)


def _patient(timeout: int, raising: bool | None) -> int:
    """Where a signal is not expected, nobody need wait for it any longer."""
    return timeout if raising is False else max(timeout, PATIENCE)
