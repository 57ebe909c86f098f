"""What is known of a network: whether it has solved its task, and where it stands among the others."""

import math

import pytest

from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.windows.seeds.multiples import Axes, Criterion, Multiple, State, by_loss, commonest_share
from nnviz.ui.windows.seeds.words import detail_lines, progress_text, rate_text, score_text, weights_of_all
from tests.ui.windows.seeds.sweeps import complete, course, multiples

ACCURACY = Criterion("accuracy", 0.99)
STYLE = NumberStyle()


@pytest.fixture(scope="module")
def xor():
    return multiples(*complete(seeds=8, epochs=500, fields={"network.hidden": [2]}))


@pytest.fixture(scope="module")
def sine():
    return multiples(*complete("sine", seeds=1, rates=(0.1, 1e-3, 1e6), epochs=30))


def test_solved_is_what_the_training_part_says_in_the_end(xor):
    for multiple in xor:
        figures = multiple.news.result.figures
        assert multiple.solved(ACCURACY) == (figures["train_accuracy"] >= 0.99)
        assert multiple.solved(Criterion("loss", 0.2)) == (figures["train_loss"] <= 0.2)
    assert {multiple.state(ACCURACY, False) for multiple in xor} == {State.SOLVED, State.UNSOLVED}


@pytest.mark.parametrize("value", [None, math.nan])
def test_what_is_not_known_solves_nothing(value):
    assert not ACCURACY.holds(value, value)
    assert not Criterion("loss", 1.0).holds(value, value)


def test_what_diverged_is_neither_solved_nor_unsolved(sine):
    assert sine[2].state(Criterion("loss", 1e300), False) is State.DIVERGED
    assert not sine[2].solved(Criterion("loss", 1e300))


def test_a_network_that_trains_is_judged_by_its_last_epoch():
    sweep = course("moons", epochs=100_000)
    sweep.advance(0.0)
    assert sweep.news().news == ()
    sweep.advance(0.01)
    news = sweep.news().news[0]
    multiple = Multiple(sweep.plan.members[news.place]).with_news(news)
    assert multiple.figure("train", "loss") == news.history.train_loss[-1]
    assert multiple.figure("validation", "accuracy") == news.history.validation_score[-1]
    assert multiple.figure("test", "accuracy") is None
    assert multiple.state(ACCURACY, True) is State.TRAINING and multiple.state(ACCURACY, False) is State.STOPPED


def test_the_last_map_stays_until_there_is_another(xor):
    news = xor[0].news
    later = xor[0].with_news(type(news)(news.place, news.history, None, news.result))
    assert later.map is news.map


def test_sorted_by_loss_the_lowest_comes_first_and_what_diverged_last(sine, xor):
    assert by_loss(sine) == [0, 1, 2]
    losses = [xor[place].figure("train", "loss") for place in by_loss(xor)]
    assert losses == sorted(losses)


def test_networks_that_still_train_stand_after_those_that_have_ended(xor):
    assert by_loss([Multiple(xor[0].member), xor[1]]) == [1, 0]


def test_the_axes_hold_every_curve_but_not_what_diverges(xor, sine):
    axes = Axes.around(xor, log=True)
    losses = [loss for multiple in xor for loss in multiple.history.train_loss]
    assert axes.epochs == 500 and 10**axes.low <= min(losses) and max(losses) <= 10 ** (axes.high + 0.2)
    assert Axes.around(sine, log=False).high < 20 * max(multiple.history.train_loss[0] for multiple in sine)


def test_a_few_of_many_powers_of_ten_have_a_line():
    assert list(Axes(100.0, -6.0, 0.0, True).lines(10)) == [-5, -4, -3, -2, -1]
    assert list(Axes(100.0, -6.0, 0.0, True).lines(3)) == [-5, -3, -1]


@pytest.mark.parametrize(("rate", "text"), [(1e-4, "0.0001"), (0.25, "0.25"), (100.0, "100"), (1e-7, "1×10⁻⁷")])
def test_a_rate_is_written_with_the_digits_that_it_takes(rate, text):
    assert rate_text(rate, STYLE) == text


def test_details_say_everything_and_why_it_stopped(xor):
    title, lines = detail_lines(xor[3], State.UNSOLVED, STYLE, of_rate=False, of_seed=True)
    assert title == "seed 4: not solved"
    assert [name for name, _ in lines] == ["weights of", "training loss", "training accuracy", "stopped:"]
    assert lines[-1][1] == xor[3].history.message


def test_a_score_short_of_the_bound_does_not_seem_to_reach_it(sine):
    assert score_text(sine[0], Criterion("loss", 0.1), STYLE).startswith("0.")

    class Almost:
        def figure(self, part, name):
            return 0.9889

    assert score_text(Almost(), ACCURACY, STYLE) == "98.9\u00a0%"


def test_time_left_is_said_when_there_is_something_to_go_by():
    assert progress_text(0, 20, 0, 1000, 0.1) == "0 of 20 networks finished"
    assert progress_text(5, 20, 250, 1000, 4.0) == "5 of 20 networks finished · about 12 s left"


@pytest.mark.parametrize("restored", [True, False])
def test_it_is_said_which_weights_the_figures_are_of(restored):
    stopping = {"training.early_stopping": {"patience": 5, "restore_best": restored}}
    moons = multiples(*complete("moons", seeds=1, epochs=400, fields=stopping))
    history = moons[0].history
    assert history.stop_reason == "early_stopping" and moons[0].best_is_back is restored
    lines = dict(detail_lines(moons[0], State.UNSOLVED, STYLE, of_rate=False, of_seed=True)[1])
    best, last = history.best_epoch, int(history.epochs[-1])
    row = best if restored else last
    assert lines["weights of"] == (f"best epoch {best} of {last}" if restored else f"last epoch {last}")
    assert moons[0].figure("train", "loss") == pytest.approx(history.train_loss[row], rel=1e-5)
    assert weights_of_all(moons) == f"maps, scores: {'best' if restored else 'last'} epoch"


def test_networks_that_stopped_early_stand_beside_others(xor):
    stopping = {"training.early_stopping": {"patience": 5, "restore_best": True}}
    moons = multiples(*complete("moons", seeds=1, epochs=400, fields=stopping))
    assert "else last" in weights_of_all([*moons, xor[0]])
    assert weights_of_all([]) == ""


def test_a_network_that_learned_nothing_is_no_better_than_chance():
    plan, progress = complete("moons", seeds=1, rates=(1e-9, 0.3), epochs=100, fields={"network.init": "zeros"})
    stuck, _ = multiples(plan, progress)
    commonest = commonest_share(plan.run)
    assert commonest == pytest.approx(0.5, abs=0.1)
    assert stuck.figure("train", "accuracy") <= commonest + 0.05 and stuck.at_chance(commonest)
    title, _ = detail_lines(stuck, State.UNSOLVED, STYLE, of_rate=True, of_seed=False, at_chance=True)
    assert title.endswith("not solved, no better than chance")


def test_numbers_and_what_diverged_know_no_chance(sine):
    assert commonest_share(complete("sine", seeds=1, epochs=2)[0].run) is None
    assert not any(multiple.at_chance(None) for multiple in sine)


def test_a_network_that_is_right_more_often_is_better_than_chance(xor):
    solved = next(multiple for multiple in xor if multiple.figure("train", "accuracy") == 1.0)
    assert not solved.at_chance(0.5) and not solved.at_chance(0.99)
