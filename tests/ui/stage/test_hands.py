"""Hands that are counted for the answers of a question."""

from nnviz.lecture.values import Ask, Words
from nnviz.ui.look.look import Look
from nnviz.ui.stage.hands import Hands, shares
from nnviz.ui.stage.outcome import Outcome

ASK = Ask(before=1, text=Words(en="Which?"), answers=(Words(en="a"), Words(en="b"), Words(en="c")), right=2)
OTHER = Ask(before=2, text=Words(en="And now?"), answers=(Words(en="a"), Words(en="b")), right=1)


def typed(hands: Hands, keys: str) -> None:
    for key in keys:
        if key == ",":
            hands.step(1)
        elif key == "<":
            hands.erase()
        else:
            hands.type(int(key))


def test_digits_make_the_number_of_the_current_answer() -> None:
    hands = Hands()
    hands.ask(ASK)
    assert hands.of(ASK) == ()
    typed(hands, "12,3,45<")
    assert hands.of(ASK) == (12, 3, 4) and hands.current == 2
    # Back at the first answer, its number begins anew.
    typed(hands, ",7")
    assert hands.of(ASK) == (7, 3, 4) and hands.current == 0
    hands.step(-1)
    assert hands.current == 2


def test_no_number_is_longer_than_a_room() -> None:
    hands = Hands()
    hands.ask(ASK)
    typed(hands, "1234567")
    assert hands.of(ASK) == (9999, 0, 0)


def test_every_question_has_its_own_and_they_are_kept() -> None:
    hands = Hands()
    typed(hands, "1,<")
    hands.ask(ASK)
    typed(hands, "5,6")
    hands.ask(OTHER)
    typed(hands, "1")
    hands.ask(None)
    assert (hands.of(ASK), hands.of(OTHER)) == ((5, 6, 0), (1, 0))
    hands.ask(ASK)
    assert hands.current == 0
    typed(hands, "0,0")
    assert hands.of(ASK) == ()


def test_shares_are_of_all_hands() -> None:
    assert shares((1, 3, 0)) == [0.25, 0.75, 0.0] and shares((0, 0)) == [0.0, 0.0] and shares(()) == []


def test_what_is_right_is_marked_when_the_network_has_answered(look: Look) -> None:
    outcome = Outcome(look)
    outcome.show_ask(ASK, (1, 2, 1))
    assert outcome.texts() == ["A 25\u00a0%", "B 50\u00a0%", "C 25\u00a0%"]
    outcome.reveal()
    assert outcome.texts()[1] == "✓ B 50\u00a0%"
    outcome.show_ask(ASK, ())
    assert outcome.texts() == []
    outcome.reveal()
    assert outcome.texts() == ["✓ B"]
    outcome.show_ask(None, ())
    outcome.reveal()
    assert outcome.texts() == [] and not outcome.isVisibleTo(None)
