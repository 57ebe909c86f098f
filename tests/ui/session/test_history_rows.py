import numpy as np

from nnviz.ui.session.history_rows import HistoryRows


def rows(first, last, loss=0.0):
    epochs = np.arange(first, last + 1, dtype=float)
    return np.column_stack([epochs, 10 * epochs, loss + epochs, loss + epochs, epochs, epochs])


def test_rows_that_follow_are_added():
    held = HistoryRows()
    held.replace_from(0, rows(0, 4))
    held.replace_from(5, rows(5, 9))
    assert held.column("epoch").tolist() == list(range(10))
    assert held.column("iteration").tolist() == list(range(0, 100, 10))


def test_rows_that_come_again_replace_what_was_there():
    held = HistoryRows()
    held.replace_from(0, rows(0, 9))
    held.replace_from(6, rows(6, 7, loss=100.0))
    assert held.column("epoch").tolist() == list(range(8))
    assert held.column("train_loss").tolist() == [0, 1, 2, 3, 4, 5, 106, 107]


def test_nothing_new_cuts_the_rows_back():
    held = HistoryRows()
    held.replace_from(0, rows(0, 9))
    held.replace_from(3, rows(3, 2))
    assert len(held) == 3


def test_it_grows_as_far_as_it_must():
    held = HistoryRows()
    for start in range(0, 100_000, 1000):
        held.replace_from(start, rows(start, start + 999))
    assert np.array_equal(held.column("epoch"), np.arange(100_000))


def test_rows_that_never_came_leave_no_gap():
    held = HistoryRows()
    held.replace_from(5, rows(5, 6))
    assert held.column("epoch").tolist() == [5, 6]


def test_the_nearest_epoch_is_found():
    held = HistoryRows()
    held.replace_from(0, rows(0, 9))
    assert [held.place_of(epoch) for epoch in (-3.0, 0.4, 0.6, 7.0, 99.0)] == [0, 0, 1, 7, 9]
