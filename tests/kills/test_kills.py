"""Whatever the moment at which a window is killed, no file is half, and the next start offers what there was."""

import os

import pytest

from tests.kills.kills import Kills, age_of

pytestmark = pytest.mark.skipif(os.name == "nt", reason="nobody is killed like this there")


def test_two_windows_are_killed(tmp_path):
    kills = Kills(tmp_path, seed=4, longest=1.0, is_patient=True)
    kills.again()
    kills.again()
    assert kills.report.wrong == [] and (kills.report.kills, kills.report.offered) == (2, 1)


def state(time, iteration, to_lose=True):
    return {
        "time": time,
        "title": "A",
        "line": 0,
        "lines": [0],
        "iteration": iteration,
        "stage": "",
        "to_lose": to_lose,
    }


def mark(iteration):
    return {"title": "A", "line": 0, "lines": [0], "iteration": iteration, "stage": ""}


def test_what_was_left_is_as_old_as_the_time_since_it_was_true():
    states = [state(1.0, 0, to_lose=False), state(2.0, 5), state(4.0, 8)]
    assert age_of(mark(8), [], states, 9.0) == 0.0
    assert age_of(mark(5), [], states, 9.0) == age_of(mark(6), [], states, 9.0) == 5.0
    assert age_of(None, [], states, 9.0) == 7.0, "nothing was left of what there was to lose"
    assert age_of(None, [mark(7)], states, 9.0) is None, "it is gone"
    assert age_of(mark(7), [], states, 9.0) is None, "it never was"
    assert age_of(mark(7), [mark(3), mark(7)], states, 9.0) == 7.0, "it is from before"
