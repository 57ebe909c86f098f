"""Each epoch goes once through the training part, in an order of its own."""

import numpy as np
import pytest

from nnviz.engine import Trainer
from nnviz.engine.training.timeline import batches as batches_module
from nnviz.engine.training.timeline.batches import Batches
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


@pytest.mark.parametrize("batch_size", [1, 2, 4, "full"])
@pytest.mark.parametrize("at_once", [3, 4, 5])
def test_many_examples_are_laid_out_piece_by_piece_with_the_same_numbers(monkeypatch, batch_size, at_once):
    trainer = Trainer(experiment(batch_size=batch_size))
    of = trainer.examples, trainer.experiment.training
    whole = Batches(*of)
    monkeypatch.setattr(batches_module, "AT_ONCE", at_once)
    pieces = Batches(*of)
    # No example is kept a second time beside the batches.
    assert pieces._rows is None and pieces._shuffled is None
    for _ in range(3):
        assert [block.tobytes() for block in pieces.blocks] == [block.tobytes() for block in whole.blocks]
        for batches in (whole, pieces):
            batches.advance(batches.count)
            batches.lay_out()
    assert np.concatenate([block.T for block in pieces.blocks]).shape[0] == EXAMPLES
