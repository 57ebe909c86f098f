import pytest
from PySide6.QtCore import QPointF, QRectF

from nnviz.ui.diagram.hover_card import NOT_YET, card_box, card_rows
from nnviz.ui.moment import Selection
from nnviz.ui.numbers import NumberStyle, written
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


@pytest.mark.parametrize("point", [(5, 5), (1015, 5), (1015, 685), (5, 685), (500, 300)])
def test_the_card_stays_inside_and_off_the_pointer(point):
    box = card_box((1020.0, 690.0), QPointF(*point), 180.0, 150.0, 16.0)
    assert QRectF(0.0, 0.0, 1020.0, 690.0).contains(box)
    assert not box.contains(QPointF(*point))
