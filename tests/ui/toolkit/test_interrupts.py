"""A terminal's Ctrl-C while Qt runs its loop."""

import os
import signal

import pytest
from PySide6.QtCore import QSocketNotifier

from nnviz.ui.toolkit.interrupts import Interrupts


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_is_heard_and_the_byte_that_woke_the_loop_is_taken_away(qtbot, number):
    heard: list[bool] = []
    interrupts = Interrupts(lambda: heard.append(True))
    woken: list[int] = []
    interrupts.findChild(QSocketNotifier).activated.connect(lambda *_: woken.append(1))
    try:
        os.kill(os.getpid(), number)
        qtbot.waitUntil(lambda: bool(heard) and bool(woken))
        # A byte that is left would wake the loop again and again.
        with pytest.raises(BlockingIOError):
            interrupts._here.recv(1)
        assert heard == [True]
    finally:
        interrupts.close()


def test_closed_it_leaves_interrupts_to_whoever_had_them_before(qtbot):
    before = signal.getsignal(signal.SIGINT)
    Interrupts(lambda: None).close()
    assert signal.getsignal(signal.SIGINT) is before
