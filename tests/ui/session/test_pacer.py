"""A credit for every painted frame, and none before the model can use it."""

import pytest
from PySide6.QtCore import QCoreApplication, QTimer

from nnviz.ui.session.pace import Length
from nnviz.ui.session.pacer import Pacer
from nnviz.worker.messages import Train


@pytest.fixture
def granted():
    return []


@pytest.fixture
def make(qapp, granted):
    def made(may_go=lambda: True, pace="iteration"):
        pacer = Pacer(may_go)
        pacer.granted.connect(granted.append)
        pacer.set_pace(pace, Length(4, 100))
        pacer.begin(Length(4, 100), gather=False)
        return pacer

    return made


def test_a_painted_frame_is_a_credit(make, granted, qtbot):
    pacer = make()
    pacer.arrived()
    with qtbot.waitSignal(pacer.granted):
        pacer.painted()
    assert granted == [Train(iterations=1)]


def test_what_is_painted_in_several_frames_at_once_is_one_credit_after_the_last(make, granted, qtbot):
    pacer = make()
    pacer.arrived()
    with qtbot.waitSignal(pacer.granted):
        for _ in range(3):
            pacer.painted()
            assert granted == []
    QCoreApplication.processEvents()
    assert granted == [Train(iterations=1)]


def test_who_cannot_use_a_credit_gets_none(make, granted):
    make(may_go=lambda: False).painted()
    assert granted == []


def test_nothing_is_granted_before_there_is_something_to_train(qapp, granted):
    pacer = Pacer(lambda: True)
    pacer.granted.connect(granted.append)
    pacer.set_pace("iteration", None)
    pacer.painted()
    assert granted == []


def test_training_goes_on_where_nothing_is_painted(make, granted, qtbot):
    pacer = make()
    with qtbot.waitSignal(pacer.granted):
        pacer.await_frame()
    assert granted == [Train(iterations=1)]


def test_a_slow_pace_waits_until_an_update_is_due(make, granted, qtbot):
    pacer = make(pace="epochs_1")
    pacer.painted()
    pacer.painted()
    assert granted == []
    with qtbot.waitSignal(pacer.granted):
        pass
    assert all(credit.iterations for credit in granted)


def test_once_stopped_it_grants_nothing_more(make, qtbot):
    pacer = make(pace="epochs_1")

    def active():
        return sum(timer.isActive() for timer in pacer.findChildren(QTimer))

    pacer.painted()
    assert active() == 1
    pacer.stop()
    assert not active()
    pacer.painted()
    qtbot.waitUntil(pacer._wait.isActive)
    pacer.await_frame()
    assert active() == 2
    pacer.stop()
    assert not active()
