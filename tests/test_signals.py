"""Signals that end a process: nothing is left half made, and nothing half written."""

import os
import signal
import subprocess
import sys
import threading

import pytest

from nnviz.signals import ending_signals, heard_by, hold_back, leave, let_through
from tests.endless import endless_trace

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")


def test_each_is_heard_by_somebody_else_for_a_while():
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    heard = []
    with heard_by(lambda number, _: heard.append(number)):
        for number in before:
            os.kill(os.getpid(), number)
    assert heard == list(before)
    assert {number: signal.getsignal(number) for number in before} == before


def test_one_that_is_to_be_ignored_is_not_heard():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert signal.SIGHUP not in ending_signals()
        with heard_by(leave):
            os.kill(os.getpid(), signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)


def test_one_that_is_held_back_is_heard_later():
    heard = []
    with heard_by(lambda number, _: heard.append(number)):
        hold_back()
        try:
            # To this thread: another one would take what this one holds back.
            signal.pthread_kill(threading.get_ident(), signal.SIGTERM)
            assert heard == []
        finally:
            let_through()
        assert heard == [signal.SIGTERM]


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_command_that_is_ended_leaves_no_half_file(tmp_path, number, status):
    with endless_trace(tmp_path) as process:
        process.send_signal(number)
        assert process.stderr.read() == b""
        assert process.wait(60) == status
    assert list(tmp_path.iterdir()) == []


DROPPED = """
import signal, sys, time
from nnviz.cli.outcome import exit_status

class Callback:
    def __del__(self):
        signal.raise_signal(int(sys.argv[1]))

def command():
    Callback()
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        time.sleep(0.01)
    return 0

sys.exit(exit_status(command))
"""


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_one_that_comes_where_python_drops_what_it_raises_is_not_lost(number, status):
    words = [sys.executable, "-c", DROPPED, str(int(number))]
    ended = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stderr) == (status, "")


START = """
import os, signal, sys
import nnviz.ui.app as app
name, made = sys.argv.pop(1), app.App.__init__
def make(self, *given):
    made(self, *given)
    os.kill(os.getpid(), getattr(signal, name))
    from PySide6.QtCore import QCoreApplication
    QCoreApplication.processEvents()
app.App.__init__ = make
from nnviz.cli import main
status = main(sys.argv[1:])
print("status", status)
sys.exit(status)
"""


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_one_that_comes_before_there_is_a_window_ends_it_as_soon_as_there_is(tmp_path, name):
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path)}
    outcome = subprocess.run(
        [sys.executable, "-c", START, name, "xor4"], env=environment, capture_output=True, timeout=100, check=False
    )
    assert (outcome.returncode, outcome.stdout) == (0, b"status 0\n")
