"""What a selection means when something is done with it."""

import pytest

from nnviz.engine import Experiment, Trainer
from nnviz.ui.session.moment import Selection
from nnviz.ui.session.picked import are_frozen, hidden_unit_of, parameters_of


@pytest.fixture
def trainer():
    return Trainer(Experiment.named("circle"))


def test_a_weight_and_a_bias_are_themselves_and_a_unit_is_all_that_leads_into_it(trainer):
    record = trainer.iterate()
    assert parameters_of(Selection(2, 1, source=3), record) == ((2, 1, 3),)
    assert parameters_of(Selection(2, 1, bias=True), record) == ((2, 1, None),)
    assert parameters_of(Selection(1, 2), record) == ((1, 2, 0), (1, 2, 1), (1, 2, None))
    assert parameters_of(Selection(0, 1), record) == () == parameters_of(None, record)


def test_only_hidden_units_can_be_knocked_out(trainer):
    record = trainer.iterate()
    assert hidden_unit_of(Selection(1, 2), record) == (1, 2)
    assert hidden_unit_of(Selection(2, 0, source=1), record) == (2, 0)
    assert hidden_unit_of(Selection(0, 0), record) is None
    assert hidden_unit_of(Selection(3, 0), record) is None
    assert hidden_unit_of(None, record) is None


def test_what_is_frozen_is_so_in_the_record(trainer):
    assert not are_frozen(((1, 0, 0),), trainer.iterate())
    trainer.set_frozen(1, 0, 0, True)
    trainer.set_frozen(1, 0, None, True)
    record = trainer.iterate()
    assert are_frozen(((1, 0, 0), (1, 0, None)), record)
    assert not are_frozen(((1, 0, 0), (1, 0, 1)), record)
