import numpy as np
import pytest

from nnviz.ui.panels.gradient_flow.signal_history import MOST_COLUMNS, Measure, SignalHistory
from nnviz.worker.queries.signal_health import SignalHealth


def health(iteration, signal=1.0):
    """Two layers, of which the second has twice the signal."""
    numbers = np.array([signal, 2.0 * signal])
    return SignalHealth(0, iteration, numbers, 10.0 * numbers, 100.0 * numbers, np.array([0.0, 0.5]))


def history_of(*iterations, reach_back=0):
    history = SignalHistory(2)
    for iteration in iterations:
        history.add(health(iteration, float(iteration)), reach_back)
    return history


def test_every_measure_is_kept():
    history = history_of(3)
    assert history.values[0].tolist() == [[3.0, 6.0], [30.0, 60.0], [300.0, 600.0], [0.0, 0.5]]


def test_columns_stand_in_the_order_of_time():
    history = history_of(5, 9, 2, 7)
    assert history.last.tolist() == [2, 5, 7, 9]
    assert history.values[:, 0, 0].tolist() == [2.0, 5.0, 7.0, 9.0]


def test_a_sample_stands_for_the_time_since_the_one_before_where_somebody_watched():
    history = history_of(0, 10, 20, reach_back=9)
    assert history.first.tolist() == [0, 1, 11]
    assert history.column_at([0, 1, 10, 11, 20, 21]).tolist() == [0, 1, 1, 2, 2, -1]


def test_of_other_times_nothing_is_known():
    history = history_of(0, 10)
    assert history.column_at([0, 1, 9, 10, 11]).tolist() == [0, -1, -1, 1, -1]
    assert SignalHistory(2).column_at([0]).tolist() == [-1]


def test_a_stretch_never_reaches_into_another():
    history = history_of(3, 10)
    history.add(health(6), reach_back=100)
    assert (history.first[1], history.last[1]) == (4, 6)


def test_an_update_that_is_made_anew_is_measured_anew():
    history = history_of(4, 5)
    history.add(health(5, 50.0))
    assert len(history) == 2 and history.values[1, 0, 0] == 50.0


def test_what_lies_inside_a_stretch_leaves_it_as_it_is():
    history = history_of(0, 10, reach_back=9)
    history.add(health(5, 99.0))
    assert history.values[:, 0, 0].tolist() == [0.0, 10.0]


def test_a_line_begins_with_what_was_before_it_parted():
    history = history_of(1, 2, 3, 4)
    parted = history.before(3)
    assert parted.last.tolist() == [1, 2]
    parted.add(health(3, -1.0))
    assert history.values[:, 0, 0].tolist() == [1.0, 2.0, 3.0, 4.0]


def test_a_measure_can_be_forgotten():
    history = history_of(1, 2)
    history.forget(Measure.SATURATION)
    assert np.isnan(history.values[:, Measure.SATURATION.value]).all()
    assert np.isfinite(history.values[:, : Measure.SATURATION.value]).all()


def test_long_runs_are_thinned_out_by_merging_neighbours():
    count = 3 * MOST_COLUMNS
    history = history_of(*range(count))
    assert MOST_COLUMNS / 2 <= len(history) <= MOST_COLUMNS
    # Every update still has its column, and every column the mean of its updates.
    assert history.column_at(np.arange(count)).min() == 0
    assert history.samples.sum() == count
    for first, last, value in zip(history.first, history.last, history.values[:, 0, 0], strict=True):
        assert value == pytest.approx((first + last) / 2)


def test_the_last_column_is_never_merged():
    history = history_of(*range(MOST_COLUMNS + 1))
    assert (history.first[-1], history.last[-1], history.samples[-1]) == (MOST_COLUMNS, MOST_COLUMNS, 1)


def test_across_gaps_nothing_is_merged():
    history = history_of(*range(0, 10 * MOST_COLUMNS + 10, 10))
    assert len(history) <= MOST_COLUMNS
    assert (history.first == history.last).all()
    assert history.values[:, 0, 0].tolist() == history.last.tolist()
