"""How much the model may do in a frame."""

from nnviz.ui.session.pace import FRAME_SECONDS, LONGEST_CREDIT, PACES, SHORTEST_CREDIT, Budget, Speedometer, pace_named
from nnviz.worker.messages import Train


def test_at_full_speed_the_model_gets_what_painting_leaves_of_a_frame():
    budget = Budget(pace_named("full"), batches_per_epoch=10)
    for _ in range(200):
        budget.painted(0.008)
    credit = budget.credit(0.016)
    assert credit is not None and credit.seconds is not None and credit.iterations is None
    assert abs(credit.seconds - (FRAME_SECONDS - 0.008)) < 1e-6


def test_full_speed_is_gathered_where_that_is_asked_for():
    budget = Budget(pace_named("full"), batches_per_epoch=10, gather=True)
    credits = [budget.credit(1 / 60) for _ in range(130)]
    counts = [credit.iterations for credit in credits if credit is not None]
    assert counts[0] == 1 and counts[-1] is None
    gathering = [count for count in counts if count is not None]
    assert gathering == sorted(gathering) and gathering[-1] == 1000


def test_slow_painting_leaves_the_model_a_little_and_quick_painting_not_everything():
    slow, quick = (Budget(pace_named("full"), batches_per_epoch=10) for _ in range(2))
    for _ in range(200):
        slow.painted(1.0)
        quick.painted(0.0)
    assert (slow.seconds, quick.seconds) == (SHORTEST_CREDIT, LONGEST_CREDIT)


def test_epochs_a_second_are_kept_over_many_frames():
    budget = Budget(pace_named("epochs_10"), batches_per_epoch=18)
    credits = [budget.credit(1 / 60) for _ in range(600)]
    assert abs(sum(credit.iterations or 0 for credit in credits if credit is not None) - 10 * 10 * 18) <= 1


def test_a_long_pause_is_not_caught_up_with():
    budget = Budget(pace_named("epochs_1"), batches_per_epoch=100)
    credit = budget.credit(60.0)
    assert credit is not None and credit.iterations is not None and credit.iterations <= 21


def test_one_iteration_a_frame_is_one_iteration():
    assert Budget(pace_named("iteration"), batches_per_epoch=18).credit(0.5) == Train(iterations=1)


def test_an_unknown_pace_is_full_speed():
    assert pace_named("gone") is PACES[0]


def test_a_speed_is_told_once_there_is_something_to_measure():
    times = iter([0.0, 10.0, 10.2, 11.0])
    speed = Speedometer(clock=lambda: next(times))
    speed.start(100)
    assert speed.see(200, batches_per_epoch=10) is None
    assert speed.see(600, batches_per_epoch=10) == (500.0, 50.0)
