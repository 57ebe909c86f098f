"""The published worked example (Mazur 2015): its numbers, as the strip writes them."""

import pytest

from nnviz.engine import Experiment, Trainer
from nnviz.ui.formula.phase_numbers import numbers_of
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.session.moment import Moment, Selection

SIX = NumberStyle(6)


@pytest.fixture(scope="module")
def records():
    trainer = Trainer(Experiment.named("worked-example"))
    return [trainer.iterate(), trainer.iterate()]


def shown(record, phase, layer=0, unit=0, source=None):
    names = [each.name for each in record.phases]
    moment = Moment(record, names.index(phase), selection=Selection(layer, unit, source))
    return numbers_of(moment, SIX).equations[-1].result_text.lstrip("+")


def test_the_forward_pass(records):
    first = records[0]
    assert [shown(first, "a1", 1, unit) for unit in (0, 1)] == ["0.593270", "0.596884"]
    assert [shown(first, "a2", 2, unit) for unit in (0, 1)] == ["0.751365", "0.772928"]
    assert shown(first, "L") == "0.298371"


def test_the_gradients_of_the_fifth_and_the_first_weight(records):
    assert shown(records[0], "dW2", 2, 0, 0) == "0.082167"
    assert shown(records[0], "dW1", 1, 0, 0) == "0.000439"


def test_the_error_after_the_update(records):
    assert shown(records[1], "L") == "0.291028"
