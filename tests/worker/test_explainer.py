"""Explanations on a thread of their own: the latest question of a kind is answered, on the UI thread."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from nnviz.engine import Experiment, PlaceError, Trainer
from nnviz.engine.analysis.chain_rule import chain_rule
from nnviz.worker.explainer import Explained, ExplainerLink
from nnviz.worker.messages import Failure
from nnviz.worker.questions import MOST_PATHS, WhatIfNudged, WhoIsToBlame, WhyGradient


@dataclass(frozen=True, eq=False)
class WhichThread:
    """Asks where it is answered."""

    def answer(self) -> QThread:
        return QThread.currentThread()


@dataclass(frozen=True, eq=False)
class Wrong:
    error: Exception

    def answer(self) -> object:
        raise self.error


class Desk:
    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.link = ExplainerLink()
        self.heard: list[Explained] = []
        self.link.answered.connect(self.heard.append)

    def ask(self, question: object) -> object:
        self.link.ask(question)
        self.qtbot.waitUntil(lambda: self.link.idle)
        return self.heard[-1].result


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    yield desk
    desk.link.close()


@pytest.fixture(scope="module")
def record():
    trainer = Trainer(Experiment.named("circle"))
    trainer.run(10)
    return trainer.iterate()


def test_a_question_is_answered_on_another_thread_and_heard_on_this_one(desk):
    heard_on = []
    desk.link.answered.connect(lambda _: heard_on.append(QThread.currentThread()))
    assert desk.ask(WhichThread()) is not QThread.currentThread()
    assert heard_on == [QThread.currentThread()]


def test_questions_about_a_record_get_the_engines_answers(desk, record):
    rule = desk.ask(WhyGradient(record, 1, 2, 0, None))
    assert rule.gradient == chain_rule(record, 1, 2, 0, None, MOST_PATHS).gradient
    assert desk.ask(WhatIfNudged(record, 1, 2, 0, 3)).value == record.layers[0].W[2, 0]
    assert desk.ask(WhoIsToBlame(record, 2, 1, 3)).delta == record.layers[1].delta[3, 1]


def test_of_questions_that_wait_only_the_latest_of_a_kind_is_answered(desk, record):
    questions = [WhyGradient(record, 1, unit % 4, 0, None) for unit in range(30)]
    other = WhoIsToBlame(record, 1, 0, 0)
    for question in questions:
        desk.link.ask(question)
    desk.link.ask(other)
    desk.qtbot.waitUntil(lambda: desk.link.idle)
    answered = [explained.question for explained in desk.heard]
    assert answered[-1] in (questions[-1], other) and questions[-1] in answered and other in answered
    assert len(answered) <= 3


def test_a_fault_is_an_answer_too_and_the_thread_goes_on(desk):
    assert desk.ask(Wrong(PlaceError("there is no such weight"))) == Failure("there is no such weight", refused=True)
    failure = desk.ask(Wrong(ZeroDivisionError("division by zero")))
    assert isinstance(failure, Failure) and not failure.refused and "test_explainer.py" in failure.details
    assert isinstance(desk.ask(WhichThread()), QThread)


def test_closing_ends_the_thread_also_with_questions_waiting(qtbot, record):
    desk = Desk(qtbot)
    for unit in range(4):
        desk.link.ask(WhoIsToBlame(record, 1, unit, None))
    desk.link.close()
    desk.link.close()
    assert desk.link.idle


def test_without_a_question_there_is_no_thread(qtbot):
    link = ExplainerLink()
    assert link.idle
    link.close()
