"""The computer does not fall asleep while somebody presents: a lecturer who talks presses no key for minutes."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QObject, QProcess

SERVICE, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
CONNECTION = "nnviz-awake"
ES_CONTINUOUS, ES_SYSTEM_REQUIRED, ES_DISPLAY_REQUIRED = 0x80000000, 0x00000001, 0x00000002


class Awake(QObject):
    """Asks the desktop for it, and where there is none to be asked, quietly does nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.held = False
        self._caffeinate: QProcess | None = None

    def hold(self, reason: str) -> None:
        """From now on stay awake; ``reason`` is what a desktop may show of it."""
        if self.held:
            return
        self.held = True
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.kernel32.SetThreadExecutionState(ES_CONTINUOUS | ES_SYSTEM_REQUIRED | ES_DISPLAY_REQUIRED)
        elif sys.platform == "darwin":
            # Ends with this process, whatever happens to it.
            self._caffeinate = QProcess(self)
            self._caffeinate.start("caffeinate", ["-d", "-i", "-w", str(os.getpid())])
        else:
            _inhibit(reason)

    def let_go(self) -> None:
        """Sleep as usual."""
        if not self.held:
            return
        self.held = False
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.kernel32.SetThreadExecutionState(ES_CONTINUOUS)
        elif sys.platform == "darwin":
            if self._caffeinate is not None:
                self._caffeinate.kill()
                self._caffeinate.waitForFinished()
        else:
            _end_inhibition()


def _inhibit(reason: str) -> None:
    """Ask on a connection of its own: it holds as long as that is there, so that no cookie is to be kept."""
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage
    except ImportError:
        return
    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, CONNECTION)
    if bus.isConnected():
        call = QDBusMessage.createMethodCall(SERVICE, PATH, SERVICE, "Inhibit")
        call.setArguments(["nnviz", reason])
        bus.asyncCall(call)


def _end_inhibition() -> None:
    try:
        from PySide6.QtDBus import QDBusConnection
    except ImportError:
        return
    QDBusConnection.disconnectFromBus(CONNECTION)
