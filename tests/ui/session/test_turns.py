"""One thing at a time: no command is lost, and none overtakes another."""

from hypothesis import given
from hypothesis import strategies as st

from nnviz.ui.session.turns import Turns


class Desk:
    """Something that is busy with what it is asked until it is told that it has answered."""

    def __init__(self) -> None:
        self.busy = False
        self.done: list[int] = []
        self.turns = Turns(lambda: self.busy)

    def ask(self, number: int, takes_time: bool) -> None:
        def command() -> None:
            self.done.append(number)
            self.busy = takes_time

        self.turns.take(command)

    def answer(self) -> None:
        self.busy = False
        self.turns.go_on()


@given(steps=st.lists(st.sampled_from(["quick", "slow", "answer"]), max_size=30))
def test_every_command_is_done_once_in_the_order_it_was_asked_for(steps: list[str]) -> None:
    desk = Desk()
    for number, step in enumerate(steps):
        desk.answer() if step == "answer" else desk.ask(number, step == "slow")
    while desk.busy:
        desk.answer()
    assert desk.done == [number for number, step in enumerate(steps) if step != "answer"]
    assert desk.turns.last is None


def test_what_waits_can_be_replaced_or_dropped() -> None:
    desk = Desk()
    desk.ask(1, takes_time=True)
    desk.ask(2, takes_time=False)
    desk.turns.replace_last(lambda: desk.done.append(3))
    desk.answer()
    assert desk.done == [1, 3]
    desk.ask(4, takes_time=True)
    desk.ask(5, takes_time=False)
    desk.turns.drop()
    desk.answer()
    assert desk.done == [1, 3, 4]
