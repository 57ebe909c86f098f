"""The diagram in words and numbers, as it is heard."""

import pytest

from nnviz.ui.diagram.spoken import MOST_NUMBERS, spoken
from nnviz.ui.look.numbers import NumberStyle, written
from tests.ui.diagram.networks import moment_at, trainer_of

STYLE = NumberStyle(digits=3)


@pytest.fixture(scope="module")
def record():
    trainer = trainer_of((2, 4, 3, 1))
    trainer.run(30)
    return trainer.iterate()


def numbers_of(text):
    """The numbers that are heard, by their symbols."""
    _, listed, *_ = text.split(". ")
    return dict(each.rsplit(" ", 1) for each in listed.split("; "))


def listed(symbols, values):
    return {symbol: written(float(value), STYLE) for symbol, value in zip(symbols, values, strict=True)}


@pytest.mark.parametrize(
    ("phase", "symbols", "values"),
    [
        ("x", ("x₁", "x₂"), lambda record: record.x[0]),
        ("z1", ("z¹₁", "z¹₂", "z¹₃", "z¹₄"), lambda record: record.layers[0].z[0]),
        ("a2", ("h²₁", "h²₂", "h²₃"), lambda record: record.layers[1].a[0]),
        ("L", ("L",), lambda record: record.example_losses[:1]),
        ("delta2", ("δ²₁", "δ²₂", "δ²₃"), lambda record: record.layers[1].delta[0]),
        (
            "dW3",
            ("∂L/∂w³₁₁", "∂L/∂w³₁₂", "∂L/∂w³₁₃", "∂L/∂b³₁"),
            lambda record: [*record.layers[2].grad_W[0], *record.layers[2].grad_b],
        ),
    ],
)
def test_the_numbers_of_a_phase_are_told_with_their_symbols(record, phase, symbols, values):
    heard = spoken(moment_at(record, phase), STYLE)
    assert numbers_of(heard) == listed(symbols, values(record))


def test_first_comes_what_happens_and_last_whose_numbers_they_are(record):
    heard = spoken(moment_at(record, "a1"), STYLE)
    assert heard.startswith("Forward: hidden layer 1 passes its sums through tanh. h¹₁ ")
    assert "epoch" in heard.rsplit(". ", 1)[1] and "example" in heard.rsplit(". ", 1)[1]


def test_no_more_numbers_are_told_than_are_listened_to(record):
    heard = spoken(moment_at(record, "update"), STYLE)
    told = heard.split(". ")[1].split("; ")
    assert len(told) == MOST_NUMBERS + 1
    assert told[-1] == "and more"
    assert told[0] == "w¹₁₁ " + written(float(record.layers[0].W_after[0, 0]), STYLE)
