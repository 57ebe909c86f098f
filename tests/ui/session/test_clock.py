"""The clock says when something is to be done, and stops saying so when it is paused."""

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from nnviz.engine.training.record.phases import Kind
from nnviz.engine.training.record.steps import Grain
from nnviz.ui.session.clock import Clock, State
from nnviz.ui.session.pace import Length
from nnviz.worker.messages import Train


class Watched:
    """A clock, and what it has said."""

    def __init__(self) -> None:
        self.may_train = True
        self.clock = Clock(lambda: self.may_train)
        self.said: list[object] = []
        self.clock.state_changed.connect(self.said.append)
        self.clock.paused.connect(lambda trained: self.said.append(("paused", trained)))
        self.clock.step_due.connect(lambda: self.said.append("step"))
        self.clock.credit_due.connect(self.said.append)
        self.clock.play_requested.connect(lambda milliseconds: self.said.append(milliseconds))

    @property
    def waits(self) -> bool:
        """Whether anything is still to come by itself."""
        return any(timer.isActive() for timer in self.clock.findChildren(QTimer))

    def heard(self) -> list[object]:
        said, self.said[:] = self.said[:], []
        return said


@pytest.fixture
def watched(qtbot: QtBot) -> Watched:
    return Watched()


def test_playing_it_says_when_the_next_step_is_due(qtbot: QtBot, watched: Watched) -> None:
    watched.clock.play()
    assert watched.heard() == [State.PLAYING, "step"]
    watched.clock.speed = 30.0
    with qtbot.waitSignal(watched.clock.step_due):
        watched.clock.animate(Kind.PRE_ACTIVATION, Grain.PHASE)
    assert watched.heard() == [20, "step"]


def test_paused_it_only_has_a_step_animated(watched: Watched) -> None:
    watched.clock.speed = 30.0
    watched.clock.animate(Kind.PRE_ACTIVATION, Grain.TERM)
    assert watched.heard() == [12]
    assert not watched.waits


def test_training_begins_with_one_update_and_goes_on_with_the_frames(qtbot: QtBot, watched: Watched) -> None:
    watched.clock.length = Length(10, 100)
    watched.clock.set_pace("iteration")
    watched.clock.train(0, gather=False)
    assert watched.heard() == [State.TRAINING, Train(iterations=1, go_on=True)]
    with qtbot.waitSignal(watched.clock.credit_due):
        watched.clock.painted()
    assert watched.heard() == [Train(iterations=1)]
    watched.may_train = False
    watched.clock.painted()
    assert not watched.waits


def test_where_there_is_nothing_to_train_it_does_not_begin(watched: Watched) -> None:
    watched.clock.train(0)
    assert watched.heard() == []
    assert watched.clock.state is State.PAUSED


def test_paused_it_says_whether_it_was_training_and_grants_nothing_more(watched: Watched) -> None:
    watched.clock.length = Length(10, 100)
    watched.clock.train(0)
    watched.clock.await_frame()
    watched.heard()
    watched.clock.pause()
    assert watched.heard() == [State.PAUSED, ("paused", True)]
    watched.clock.painted()
    watched.clock.pause()
    assert watched.heard() == [("paused", False)]
    assert not watched.waits


def test_closed_it_says_nothing_any_more(watched: Watched) -> None:
    watched.clock.length = Length(10, 100)
    watched.clock.train(0)
    watched.heard()
    watched.clock.close()
    watched.clock.painted()
    assert watched.heard() == []
    assert not watched.clock.training


def test_only_a_run_that_ended_while_training_has_just_stopped(watched: Watched) -> None:
    assert not watched.clock.has_just_stopped
    watched.clock.note_end(trained=False)
    assert not watched.clock.has_just_stopped
    watched.clock.note_end(trained=True)
    assert watched.clock.has_just_stopped
