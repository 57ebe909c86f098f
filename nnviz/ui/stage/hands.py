"""How many hands went up for each answer of a question, typed by whoever counts them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from nnviz.lecture.values import Ask
from nnviz.sessions.on_stage import Counted
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.claimed_keys import PLAIN, claims_key

MOST = 9999


def question_of(ask: Ask) -> str:
    """What a question is known by in a file: its text and its answers, in English where they have it."""
    return "\n".join(words.text("en") for words in (ask.text, *ask.answers))


class Hands(QObject):
    """The hands of every question that was asked, and the answer whose hands are typed.

    Signals:
        changed(): Another number, another answer or another question.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[Ask, list[int]] = {}
        self._fresh = True
        self.asked: Ask | None = None
        self.current = 0

    def ask(self, ask: Ask | None) -> None:
        """This is asked now; ``None``: nothing is."""
        if ask != self.asked:
            self.asked, self.current, self._fresh = ask, 0, True
            self.changed.emit()

    def of(self, ask: Ask) -> tuple[int, ...]:
        """The hands for each answer of a question; none at all where none were counted."""
        counts = self._counts.get(ask, [])
        return tuple(counts) if any(counts) else ()

    @property
    def counted(self) -> tuple[Counted, ...]:
        """The hands of every question for which some were counted."""
        return tuple(Counted(question=question_of(ask), hands=hands) for ask in self._counts if (hands := self.of(ask)))

    def take_up(self, counted: Iterable[Counted], asks: Iterable[Ask]) -> None:
        """These were counted, as far as they are those of questions that there are, and no others."""
        hands = {each.question: each.hands for each in counted}
        self._counts = {
            ask: [min(count, MOST) for count in hands[question_of(ask)]]
            for ask in asks
            if len(hands.get(question_of(ask), ())) == len(ask.answers)
        }
        self.changed.emit()

    def type(self, digit: int) -> None:
        """Another digit of the current answer's number; the first one after coming to it begins the number anew."""
        if self.asked is not None:
            before = 0 if self._fresh else self._number()
            self._set(min(10 * before + digit, MOST))

    def erase(self) -> None:
        """Take the last digit back."""
        if self.asked is not None:
            self._set(self._number() // 10)

    def step(self, by: int) -> None:
        """To the next answer, or to the one before."""
        if self.asked is not None:
            self.current, self._fresh = (self.current + by) % len(self.asked.answers), True
            self.changed.emit()

    def _number(self) -> int:
        return self._counts[self.asked][self.current] if self.asked in self._counts else 0

    def _set(self, number: int) -> None:
        assert self.asked is not None
        self._counts.setdefault(self.asked, [0] * len(self.asked.answers))[self.current] = number
        self._fresh = False
        self.changed.emit()


def shares(counts: tuple[int, ...]) -> list[float]:
    """What share of the hands each answer has."""
    return [count / max(1, sum(counts)) for count in counts]


class Counting(QWidget):
    """What has the keyboard while hands are counted: digits, the arrows up and down, and Backspace are for them."""

    def __init__(self, look: Look, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.hands = look, hands
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def event(self, event: QEvent) -> bool:
        return claims_key(event, lambda key: self._counts(key, do=False)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._counts(event, do=True):
            super().keyPressEvent(event)

    def _counts(self, event: QKeyEvent, do: bool) -> bool:
        """Whether a key is for the hands; and ``do`` it."""
        key, hands = event.key(), self.hands
        if hands.asked is None or event.modifiers() not in PLAIN:
            return False
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            if do:
                hands.type(key - Qt.Key.Key_0)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            if do:
                hands.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Backspace:
            if do:
                hands.erase()
        else:
            return False
        return True
