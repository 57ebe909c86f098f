"""How much the model may do in a frame."""

import msgspec
import pytest

from nnviz.engine.settings import EarlyStopping, Training
from nnviz.ui.session.pace import (
    FRAME_SECONDS,
    FULL_SPEED,
    LONGEST_CREDIT,
    PACES,
    SHORTEST_CREDIT,
    USUAL_PACE,
    Budget,
    Length,
    Speedometer,
    pace_choices,
    pace_named,
    shifted,
)
from nnviz.worker.messages import Train


def test_at_full_speed_the_model_gets_what_painting_leaves_of_a_frame():
    budget = Budget(pace_named(FULL_SPEED), Length(10, 100))
    for _ in range(200):
        budget.painted(0.008)
    credit = budget.credit(0.016)
    assert credit is not None and credit.seconds is not None and credit.iterations is None
    assert abs(credit.seconds - (FRAME_SECONDS - 0.008)) < 1e-6


def test_full_speed_is_gathered_where_that_is_asked_for():
    budget = Budget(pace_named(FULL_SPEED), Length(10, 100), gather=True)
    credits = [budget.credit(1 / 60) for _ in range(130)]
    counts = [credit.iterations for credit in credits if credit is not None]
    assert counts[0] == 1 and counts[-1] is None
    gathering = [count for count in counts if count is not None]
    assert gathering == sorted(gathering) and gathering[-1] == 1000


def test_slow_painting_leaves_the_model_a_little_and_quick_painting_not_everything():
    slow, quick = (Budget(pace_named(FULL_SPEED), Length(10, 100)) for _ in range(2))
    for _ in range(200):
        slow.painted(1.0)
        quick.painted(0.0)
    assert (slow.seconds, quick.seconds) == (SHORTEST_CREDIT, LONGEST_CREDIT)


def test_epochs_a_second_are_kept_over_many_frames():
    budget = Budget(pace_named("epochs_10"), Length(18, 100))
    credits = [budget.credit(1 / 60) for _ in range(600)]
    assert abs(sum(credit.iterations or 0 for credit in credits if credit is not None) - 10 * 10 * 18) <= 1


def test_a_long_pause_is_not_caught_up_with():
    budget = Budget(pace_named("epochs_1"), Length(100, 100))
    credit = budget.credit(60.0)
    assert credit is not None and credit.iterations is not None and credit.iterations <= 21


def test_one_iteration_a_frame_is_one_iteration():
    assert Budget(pace_named("iteration"), Length(18, 100)).credit(0.5) == Train(iterations=1)


def test_an_unknown_pace_is_the_usual_one():
    assert pace_named("gone") is pace_named(USUAL_PACE)


@pytest.mark.parametrize(("name", "each_second"), [("iteration_1", 1), ("iterations_10", 10)])
def test_iterations_a_second_are_kept_over_many_frames(name, each_second):
    budget = Budget(pace_named(name), Length(18, 100))
    credits = [budget.credit(1 / 60) for _ in range(600)]
    assert abs(sum(credit.iterations or 0 for credit in credits if credit is not None) - 10 * each_second) <= 1


def test_the_first_update_is_not_followed_at_once_by_another():
    """Training begins with one; the next is due a whole second later."""
    budget = Budget(pace_named("iteration_1"), Length(18, 100))
    assert [budget.credit(0.1) for _ in range(9)] == [None] * 9
    assert sum(credit is not None for credit in (budget.credit(0.1), budget.credit(0.1))) == 1


def updates_in(seconds, length):
    budget = Budget(pace_named(USUAL_PACE), length)
    credits = [budget.credit(1 / 60) for _ in range(seconds * 60)]
    return sum(credit.iterations for credit in credits if credit is not None)


def test_at_the_usual_pace_the_run_takes_about_ten_seconds():
    assert updates_in(10, Length(18, 500)) == pytest.approx(18 * 500, rel=0.01)


def test_a_run_that_becomes_longer_than_was_thought_goes_ever_faster():
    assert updates_in(20, Length(18, 500)) > 2.5 * 18 * 500


def test_with_early_stopping_a_run_is_thought_to_be_twice_its_patience_long_at_most():
    training = Training(epochs=20_000, early_stopping=EarlyStopping(patience=1000))
    assert Length.of(training, 18) == Length(18, 2000)
    assert Length.of(msgspec.structs.replace(training, epochs=300), 18) == Length(18, 300)
    assert Length.of(msgspec.structs.replace(training, early_stopping=None), 18) == Length(18, 20_000)


def test_paces_are_walked_through_from_end_to_end():
    names = [pace.name for pace in PACES]
    assert [shifted(name, +1) for name in names] == [*names[1:], FULL_SPEED]
    assert [shifted(name, -1) for name in names] == [names[0], *names[:-1]]
    assert len({text for _, text in pace_choices()} | {text for _, text in pace_choices(short=True)}) == 2 * len(names)


def test_a_speed_is_told_once_there_is_something_to_measure():
    times = iter([0.0, 10.0, 10.2, 11.0])
    speed = Speedometer(clock=lambda: next(times))
    speed.start(100)
    assert speed.see(200, batches_per_epoch=10) is None
    assert speed.see(600, batches_per_epoch=10) == (500.0, 50.0)


@pytest.mark.parametrize(
    ("name", "batches", "epochs", "readable"),
    [
        ("iteration_1", 18, 500, True),
        ("iterations_10", 18, 500, False),
        ("iteration", 18, 500, False),
        ("epochs_1", 18, 500, False),
        ("epochs_1", 1, 500, True),
        ("run", 18, 500, False),
        ("run", 1, 20, True),
        ("full_speed", 1, 1, False),
    ],
)
def test_only_a_slow_pace_can_be_read(name, batches, epochs, readable):
    assert pace_named(name).can_be_read(Length(batches, epochs)) is readable
