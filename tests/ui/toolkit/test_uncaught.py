import gc
import sys
import threading
import weakref

import pytest
from PySide6.QtCore import QTimer

from nnviz.ui.toolkit.uncaught import AGAIN, Uncaught


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def uncaught(qapp, clock):
    uncaught = Uncaught(clock)
    yield uncaught
    uncaught.close()


@pytest.fixture
def said(uncaught):
    lines = []
    uncaught.happened.connect(lines.append)
    return lines


def fail(text="mistaken"):
    try:
        raise ValueError(text)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_an_exception_is_said_in_one_line_and_its_details_go_to_the_terminal(said, capsys):
    fail()
    assert said == ["ValueError: mistaken"]
    assert "in fail" in capsys.readouterr().err


def test_one_that_goes_on_is_said_once(said, clock, capsys):
    for frame in range(200):
        clock.now += 1 / 60
        fail(f"frame {frame}")
    assert said == ["ValueError: frame 0"]
    assert capsys.readouterr().err.count("Traceback") == 1


def test_one_that_comes_back_after_a_while_is_said_again(said, clock, capsys):
    fail()
    clock.now += AGAIN
    fail()
    assert said == ["ValueError: mistaken"] * 2


def test_another_is_said_at_once(said, capsys):
    fail()
    with pytest.raises(ZeroDivisionError) as other:
        1 / 0  # noqa: B018
    sys.excepthook(other.type, other.value, other.tb)
    assert said == ["ValueError: mistaken", "ZeroDivisionError: division by zero"]


def test_those_of_other_threads_are_heard_too(qapp, said, capsys):
    thread = threading.Thread(target=lambda: [].pop())
    thread.start()
    thread.join()
    qapp.processEvents()
    assert said == ["IndexError: pop from empty list"]


def test_afterwards_they_go_to_whoever_had_them_before(qapp, monkeypatch):
    before = sys.excepthook, threading.excepthook
    Uncaught().close()
    assert (sys.excepthook, threading.excepthook) == before


def test_what_it_was_about_is_not_kept(qtbot, uncaught, said, capsys):
    class Large:
        pass

    gone = []

    def go_wrong():
        large = Large()
        gone.append(weakref.ref(large))
        raise ValueError(repr(large))

    QTimer.singleShot(0, go_wrong)
    qtbot.waitUntil(lambda: len(said) == 1)
    gc.collect()
    assert gone[0]() is None
