import pytest
from PySide6.QtCore import QPointF, QRectF

from nnviz.engine import Experiment, Trainer
from nnviz.ui.diagram.hover_card import NOT_YET, card_box, card_rows
from nnviz.ui.look.numbers import NumberStyle, written
from nnviz.ui.names.units import UnitNames
from nnviz.ui.session.moment import Selection
from tests.ui.diagram.networks import moment_at, trainer_of

STYLE = NumberStyle(digits=6)


@pytest.fixture(scope="module")
def record():
    return trainer_of((2, 4, 3, 1)).iterate()


def test_a_units_card_has_all_its_numbers(record):
    _, rows = card_rows(moment_at(record, "update", example=2), Selection(2, 1), STYLE)
    numbers, layer = dict(rows), record.layers[1]
    for name, value in (
        ("z", layer.z[2, 1]),
        ("a", layer.a[2, 1]),
        ("g′(z)", layer.slope[2, 1]),
        ("δ", layer.delta[2, 1]),
        ("b", layer.b[1]),
        ("∂L/∂b", layer.grad_b[1]),
    ):
        assert numbers[name] == written(float(value), STYLE, plus=True)
    assert "saturated" in numbers


def test_a_weights_card_has_all_its_numbers(record):
    _, rows = card_rows(moment_at(record, "update", example=2), Selection(2, 1, source=3), STYLE)
    numbers, layer = dict(rows), record.layers[1]
    for name, value in (
        ("w", layer.W[1, 3]),
        ("w × input", layer.W[1, 3] * layer.inputs[2, 3]),
        ("w × δ", layer.W[1, 3] * layer.delta[2, 1]),
        ("∂L/∂w", layer.grad_W[1, 3]),
        ("step", layer.W_after[1, 3] - layer.W[1, 3]),
    ):
        assert numbers[name] == written(float(value), STYLE, plus=True)


def test_numbers_of_phases_to_come_are_left_open(record):
    _, rows = card_rows(moment_at(record, "z2"), Selection(2, 1), STYLE)
    numbers = dict(rows)
    assert numbers["z"] != NOT_YET and numbers["b"] != NOT_YET
    assert numbers["a"] == numbers["δ"] == numbers["∂L/∂b"] == NOT_YET


def test_an_inputs_card_has_its_value(record):
    _, rows = card_rows(moment_at(record, "x", example=1), Selection(0, 1), STYLE)
    assert rows == [("x₂", written(float(record.x[1, 1]), STYLE, plus=True))]


def test_a_unit_that_dropout_silences_says_so():
    record = trainer_of((2, 6, 3, 1), **{"training.dropout": 0.5}).iterate()
    for unit, factor in enumerate(record.layers[0].mask[1]):
        _, rows = card_rows(moment_at(record, "a1", example=1), Selection(1, unit), STYLE)
        assert dict(rows)["dropout"] == ("× 2" if factor else "silenced")
    assert "dropout" not in dict(card_rows(moment_at(record, "z1"), Selection(1, 0), STYLE)[1])


@pytest.mark.parametrize(("activation", "word"), [("tanh", "saturated"), ("elu", "flat"), ("gelu", "flat")])
def test_only_a_unit_between_two_flat_ends_saturates(activation, word):
    record = trainer_of((2, 4, 1), **{"network.activation": activation}).iterate()
    _, rows = card_rows(moment_at(record, "update"), Selection(1, 0), STYLE)
    assert {"saturated", "flat"} & set(dict(rows)) == {word}


def test_inputs_and_outputs_are_called_by_their_names():
    trainer = Trainer(Experiment.named("penguins"))
    record, names = trainer.iterate(), UnitNames.of_examples(trainer.examples)
    assert card_rows(moment_at(record, "x"), Selection(0, 2), STYLE, names)[0] == "x₃ · flipper length · input"
    title, _ = card_rows(moment_at(record, "update"), Selection(2, 1), STYLE, names)
    assert title == "ŷ₂ · Chinstrap · output · softmax"
    assert card_rows(moment_at(record, "update"), Selection(1, 1), STYLE, names)[0] == "h₂ · hidden 1 · tanh"


@pytest.mark.parametrize("point", [(5, 5), (1015, 5), (1015, 685), (5, 685), (500, 300)])
def test_the_card_stays_inside_and_off_the_pointer(point):
    box = card_box((1020.0, 690.0), QPointF(*point), 180.0, 150.0, 16.0)
    assert QRectF(0.0, 0.0, 1020.0, 690.0).contains(box)
    assert not box.contains(QPointF(*point))
