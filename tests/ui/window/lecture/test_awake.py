"""While somebody presents, the desktop is asked to stay awake: on a session bus of the test's own."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.ui.window.desk import Desk

SCRIPT = """
import sys
from time import monotonic
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection
from nnviz.ui.window.lecture.awake import PATH, SERVICE, Awake

application = QCoreApplication([])
bus = QDBusConnection.sessionBus()

@ClassInfo({"D-Bus Interface": SERVICE})
class ScreenSaver(QObject):
    asked = []

    @Slot(str, str, result="uint")
    def Inhibit(self, who, why):
        self.asked.append((who, why))
        return 7

saver = ScreenSaver()
assert bus.registerService(SERVICE)
assert bus.registerObject(PATH, saver, QDBusConnection.RegisterOption.ExportAllSlots)

def clients():
    return len([name for name in bus.interface().registeredServiceNames().value() if name.startswith(":")])

def until(seen):
    deadline = monotonic() + 30
    while not seen():
        assert monotonic() < deadline
        application.processEvents()

before, awake = clients(), Awake()
for _ in range(2):
    awake.hold("a lecture")
    awake.hold("a lecture")
    until(lambda: saver.asked)
    assert saver.asked == [("nnviz", "a lecture")] and clients() == before + 1
    awake.let_go()
    awake.let_go()
    # What was asked for ends with the connection on which it was.
    until(lambda: clients() == before)
    saver.asked.clear()
print("asked")
"""


def what_is_missing() -> str:
    if sys.platform != "linux":
        return "a session bus is Linux's"
    return "" if shutil.which("dbus-run-session") else "not installed: dbus-run-session"


@pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing())
def test_the_desktop_is_asked_once_and_released() -> None:
    words = ["dbus-run-session", "--", sys.executable, "-c", SCRIPT]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout == "asked\n", done.stderr


def test_without_a_bus_nothing_happens() -> None:
    script = "from nnviz.ui.window.lecture.awake import Awake; a = Awake(); a.hold('x'); a.let_go(); print('fine')"
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.stdout, done.stderr) == ("fine\n", "")


def test_it_is_while_presenting(desk: Desk) -> None:
    awake = desk.window.presenting.backstage.awake
    assert not awake.held
    desk.press("F5")
    assert awake.held
    desk.press("Esc")
    assert not awake.held
    desk.press("F5")
    desk.window.close()
    assert not awake.held
