"""The UI's side of the thread: one request under way, answers in order on this thread, and a clean end."""

from dataclasses import dataclass

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QThread

from nnviz.engine import Experiment, Trainer
from nnviz.engine.training.timeline.events import SetFrozen, SetLearningRate, SetParameter, SetSilenced
from nnviz.worker.link import ModelLink
from nnviz.worker.messages import Change, Failure, Load, Snapshot, Train, Visit, Wanted

CIRCLE = Experiment.named("circle").with_fields({"training.early_stopping": None})
NO_MAPS = Wanted()
LONG = Train(iterations=3000)


@dataclass
class Heard:
    """An answer, and the thread it was heard on."""

    number: int
    request: object
    result: object
    thread: QThread


class Ears:
    """A link, and everything that was heard from it."""

    def __init__(self, qtbot):
        self.qtbot = qtbot
        self.link = ModelLink()
        self.heard = []
        self.link.answered.connect(self._hear)

    def _hear(self, answer):
        self.heard.append(Heard(answer.number, answer.request, answer.result, QThread.currentThread()))

    def ask(self, request):
        return self.link.ask(request, NO_MAPS)

    def settle(self):
        self.qtbot.waitUntil(lambda: self.link.idle)
        return self.heard[-1].result if self.heard else None


@pytest.fixture
def ears(qtbot):
    ears = Ears(qtbot)
    yield ears
    ears.link.close()


def test_a_request_is_answered_on_the_thread_that_asked(ears):
    ears.ask(Load(CIRCLE))
    assert isinstance(ears.settle(), Snapshot)
    assert ears.heard[0].thread is QCoreApplication.instance().thread()


def test_the_model_works_on_a_thread_of_its_own(ears, monkeypatch):
    seen = []
    iterate = Trainer.iterate
    monkeypatch.setattr(
        Trainer, "iterate", lambda self: (seen.append(QThread.currentThread().objectName()), iterate(self))[1]
    )
    ears.ask(Load(CIRCLE))
    ears.settle()
    assert seen == ["model"]


def test_requests_are_answered_once_each_in_their_order(ears):
    numbers = [ears.ask(request) for request in (Load(CIRCLE), LONG, Visit(5), Train(iterations=2), Visit(0))]
    ears.settle()
    assert [answer.number for answer in ears.heard] == numbers == [1, 2, 3, 4, 5]
    assert [answer.result.record.iteration for answer in ears.heard] == [0, 3000, 5, 7, 0]


def test_a_link_is_idle_when_everything_is_answered(ears):
    assert ears.link.idle
    ears.ask(Load(CIRCLE))
    assert not ears.link.idle
    ears.settle()
    assert ears.link.idle and len(ears.heard) == 1


def test_dragging_a_slider_sends_only_what_it_came_to(ears):
    ears.ask(Load(CIRCLE))
    ears.settle()
    ears.ask(LONG)
    for step in range(100):
        last = ears.ask(Change(redo=True, events=(SetParameter(1, 0, None, step / 100),)))
    snapshot = ears.settle()
    assert [answer.number for answer in ears.heard] == [1, 2, last]
    assert snapshot.record.layers[0].b[0] == 0.99


def test_changes_of_different_things_are_made_together(ears):
    ears.ask(Load(CIRCLE))
    ears.ask(Change(redo=True, events=(SetLearningRate(0.7),)))
    ears.ask(Change(redo=True, events=(SetParameter(1, 0, None, 0.25),)))
    ears.ask(Change(redo=True, events=(SetParameter(1, 1, 0, -0.5),)))
    snapshot = ears.settle()
    first = snapshot.record.layers[0]
    assert (snapshot.record.learning_rate, first.b[0], first.W[1, 0]) == (0.7, 0.25, -0.5)
    assert len(ears.heard) == 2


def test_a_change_before_the_last_update_and_one_before_the_next_stay_two(ears):
    ears.ask(Load(CIRCLE))
    ears.ask(Change(redo=True, events=(SetLearningRate(0.7),)))
    ears.ask(Change(redo=False, events=(SetLearningRate(0.9),)))
    snapshot = ears.settle()
    assert (snapshot.record.learning_rate, snapshot.learning_rate) == (0.7, 0.9)


def test_loading_drops_what_waits_for_the_run_before(ears):
    ears.ask(Load(CIRCLE))
    for _ in range(20):
        ears.ask(LONG)
    other = ears.ask(Load(Experiment.named("xor4")))
    snapshot = ears.settle()
    assert [answer.number for answer in ears.heard] == [1, other]
    assert snapshot.run.experiment.title == Experiment.named("xor4").title


def test_a_fault_reaches_this_side_as_a_message_and_the_thread_lives_on(ears, monkeypatch):
    ears.ask(Load(CIRCLE))
    ears.settle()
    monkeypatch.setattr(Trainer, "iterate", lambda self: 1 / 0)
    ears.ask(Train(iterations=1))
    failure = ears.settle()
    assert isinstance(failure, Failure) and failure.text == "ZeroDivisionError: division by zero"
    monkeypatch.undo()
    ears.ask(Train(iterations=1))
    assert isinstance(ears.settle(), Snapshot)


def test_an_answer_can_ask_the_next_question(ears):
    asked = []

    def ask_again(answer):
        if len(asked) < 5:
            asked.append(ears.ask(Train(iterations=1)))

    ears.link.answered.connect(ask_again)
    ears.ask(Load(CIRCLE))
    ears.qtbot.waitUntil(lambda: len(ears.heard) == 6)
    assert [answer.result.record.iteration for answer in ears.heard] == [0, 1, 2, 3, 4, 5]


def test_closing_while_training_ends_the_thread_and_nothing_is_heard_after(qtbot):
    ears = Ears(qtbot)
    ears.ask(Load(CIRCLE))
    ears.settle()
    for _ in range(3):
        ears.ask(Train(seconds=0.05))
    assert ears.link.running and not ears.link.idle
    ears.link.close()
    assert not ears.link.running and ears.link.idle
    QCoreApplication.processEvents()
    assert len(ears.heard) == 1


def test_closing_twice_does_nothing(qtbot):
    link = ModelLink()
    link.close()
    link.close()
    assert not link.running


def test_many_links_come_and_go_without_leaving_threads(qtbot):
    links = []
    for _ in range(5):
        ears = Ears(qtbot)
        ears.ask(Load(CIRCLE))
        ears.settle()
        ears.ask(Train(seconds=0.01))
        ears.link.close()
        links.append(ears.link)
    assert not any(link.running for link in links)


@pytest.mark.parametrize("seed", range(5))
def test_changes_that_wait_come_to_what_they_would_one_by_one(ears, seed):
    numbers = np.random.default_rng(seed)
    events = [
        (
            SetLearningRate(float(numbers.uniform(0.01, 1))),
            SetParameter(1, int(numbers.integers(2)), None, float(numbers.normal())),
            SetFrozen(1, int(numbers.integers(2)), 0, bool(numbers.integers(2))),
            SetSilenced(1, int(numbers.integers(2)), bool(numbers.integers(2))),
        )[numbers.integers(4)]
        for _ in range(30)
    ]
    ears.ask(Load(CIRCLE))
    for event in events:
        ears.ask(Change(redo=True, events=(event,), gesture=1))
    merged = ears.settle()
    assert len(ears.heard) == 2, "all that waited was one request"
    trainer = Trainer(CIRCLE)
    for event in events:
        trainer.change([event])
    assert merged.record.arena.tobytes() == trainer.iterate().arena.tobytes()
    assert tuple(mark.event for mark in merged.timeline.marks) == tuple(event for _, event in trainer.events)


def test_what_is_answered_while_it_is_held_is_heard_afterwards(qtbot, ears):
    ears.link.ask(Load(CIRCLE), NO_MAPS)
    with ears.link.held():
        qtbot.waitUntil(lambda: ears.link._kept is not None)
        ears.link.ask(Visit(3), NO_MAPS)
        assert ears.heard == [] and not ears.link.idle
    assert [type(each.request) for each in ears.heard] == [Load]
    qtbot.waitUntil(lambda: ears.link.idle)
    assert [type(each.request) for each in ears.heard] == [Load, Visit]
