"""Each epoch goes once through the training part, in an order of its own."""

import pytest

from nnviz.engine import Trainer
from tests.engine.networks import experiment

EXAMPLES = 11


def epochs(batch_size, count):
    """The examples of each batch, epoch after epoch."""
    trainer = Trainer(experiment(batch_size=batch_size))
    assert len(trainer.examples.train) == EXAMPLES
    return [[trainer.iterate().examples.tolist() for _ in range(trainer.batches_per_epoch)] for _ in range(count)]


@pytest.mark.parametrize("batch_size", [1, 2, 5, 6, 10])
def test_every_epoch_has_every_example_once_and_another_order(batch_size):
    orders = [[example for batch in batches for example in batch] for batches in epochs(batch_size, 4)]
    assert all(sorted(order) == sorted(orders[0]) and len(set(order)) == EXAMPLES for order in orders)
    assert len({tuple(order) for order in orders}) == 4


@pytest.mark.parametrize(
    ("batch_size", "sizes"), [(1, [1] * 11), (4, [4, 4, 3]), (10, [10, 1]), (11, [11]), (50, [11])]
)
def test_the_last_batch_has_what_is_left(batch_size, sizes):
    for batches in epochs(batch_size, 2):
        assert [len(batch) for batch in batches] == sizes


def test_all_examples_at_once_stay_in_their_order():
    (first,), (second,) = epochs("full", 2)
    assert first == second == sorted(first)
