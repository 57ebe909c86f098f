"""Checkpoints: however long a run gets, they are few, small together, and never far apart."""

import numpy as np
import pytest

from nnviz.engine.training.timeline.checkpoints import (
    FIRST_STRIDE,
    MOST_BYTES,
    MOST_BYTES_PUT_AWAY,
    MOST_CHECKPOINTS,
    MOST_PUT_AWAY,
    Checkpoint,
    Checkpoints,
)
from nnviz.engine.training.timeline.events import Status


def checkpoint(iteration):
    status = Status(stop=None, epoch_limit=1)
    return Checkpoint(iteration, 0, 0, {}, np.zeros(1), powers=np.ones(0), masks=None, rate=0.1, status=status)


def kept_by_a_run_of(iterations, bytes_each=1000):
    checkpoints = Checkpoints(bytes_each)
    iteration = 0
    while iteration < iterations:
        checkpoints.add(checkpoint(iteration))
        iteration = checkpoints.next_iteration
    return checkpoints


def places(checkpoints, iterations):
    return sorted({checkpoints.before(iteration).iteration for iteration in range(0, iterations, FIRST_STRIDE)})


@pytest.mark.parametrize("iterations", [1, 1000, 10_000, 1_000_000])
def test_a_long_run_keeps_few_checkpoints_at_even_distances(iterations):
    kept = places(kept_by_a_run_of(iterations), iterations)
    assert kept[0] == 0 and len(kept) <= MOST_CHECKPOINTS
    assert np.diff([*kept, iterations]).max() <= max(2 * FIRST_STRIDE, 4 * iterations / MOST_CHECKPOINTS)


def test_large_networks_keep_fewer():
    assert len(places(kept_by_a_run_of(100_000, MOST_BYTES // 10), 100_000)) <= 10
    assert len(places(kept_by_a_run_of(100_000, 10 * MOST_BYTES), 100_000)) <= 4


def test_the_latest_one_that_is_not_after_an_iteration_is_found():
    checkpoints = kept_by_a_run_of(1000)
    assert checkpoints.before(0).iteration == 0
    assert checkpoints.before(FIRST_STRIDE - 1).iteration == 0
    assert checkpoints.before(FIRST_STRIDE).iteration == FIRST_STRIDE
    assert checkpoints.before(10**9).iteration == 15 * FIRST_STRIDE


def test_those_of_a_future_that_will_not_be_are_forgotten():
    checkpoints = kept_by_a_run_of(1000)
    checkpoints.forget_after(3 * FIRST_STRIDE)
    assert checkpoints.before(10**9).iteration == 3 * FIRST_STRIDE
    assert checkpoints.next_iteration == 4 * FIRST_STRIDE


def test_two_collections_share_what_came_before_and_go_their_own_ways():
    checkpoints = kept_by_a_run_of(1000)
    other = checkpoints.up_to(3 * FIRST_STRIDE)
    assert other.before(10**9) is checkpoints.before(3 * FIRST_STRIDE)
    other.add(checkpoint(4 * FIRST_STRIDE + 1))
    assert checkpoints.before(10**9).iteration == 15 * FIRST_STRIDE
    assert other.before(10**9).iteration == 4 * FIRST_STRIDE + 1


@pytest.mark.parametrize(("bytes_each", "most"), [(1000, MOST_PUT_AWAY), (MOST_BYTES_PUT_AWAY // 7, 7)])
def test_those_that_are_put_away_are_few_at_even_distances(bytes_each, most):
    checkpoints = kept_by_a_run_of(500 * FIRST_STRIDE, bytes_each)
    checkpoints.put_away()
    kept = places(checkpoints, 500 * FIRST_STRIDE)
    assert kept[0] == 0 and most / 2 < len(kept) <= most
    assert len(set(np.diff(kept))) == 1
    assert checkpoints.next_iteration == kept[-1] + kept[1]
    checkpoints.put_away()
    assert places(checkpoints, 500 * FIRST_STRIDE) == kept
