"""What the strip says of parameters that stay and of units that answer nothing, from the update's own record."""

from dataclasses import replace

import pytest

from nnviz.engine.training.record.steps import Grain
from nnviz.engine.training.record.views import Visits
from nnviz.ui.formula.frozen import Frozen
from nnviz.ui.formula.phase_numbers import numbers_of
from nnviz.ui.formula.phase_words import iteration_words, words_of
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.session.moment import Moment, Selection
from tests.ui.formula.moments import NUMBERS, experiment_text, trainer_of, worked_example

THREE = NumberStyle(3)
W5 = Selection(2, 0, 0)


def moment_of(record, phase, **more):
    return Moment(record, [each.name for each in record.phases].index(phase), **more)


def lines(record, phase, most=6, **more):
    return numbers_of(moment_of(record, phase, **more), THREE, most_terms=most).lines


def update_words(record):
    return words_of(record, record.phases[-1])


# ---- frozen ------------------------------------------------------------------------------------------------------


def test_a_weight_that_was_frozen_on_the_way_stays_and_has_no_false_equation():
    trainer = worked_example()
    trainer.set_frozen(2, 0, 0, True)
    record = trainer.iterate()
    for more in ({}, {"grain": Grain.UNIT, "unit": 2}, {"grain": Grain.TERM, "unit": 2, "term": 0}):
        assert lines(record, "update", selection=W5, **more) == ("w²₁₁ = 0.400  (frozen, stays)",)
    assert lines(record, "update", selection=Selection(2, 0, 1)) == ("w²₁₂ ← 0.450 − 0.5 × 0.083 = 0.409",)
    assert Frozen.in_update(record) is Frozen.SOME
    assert update_words(record).sentence.endswith("; those that are frozen stay.")
    assert "Every weight" not in update_words(record).sentence


def test_what_trains_again_is_no_longer_said_to_stay():
    trainer = worked_example()
    assert update_words(trainer.iterate()).sentence.endswith("The biases are frozen: they stay.")
    for layer in (1, 2):
        for unit in (0, 1):
            trainer.set_frozen(layer, unit, None, False)
    record = trainer.iterate()
    assert Frozen.in_update(record) is Frozen.NOTHING
    assert "frozen" not in update_words(record).sentence and "frozen" not in iteration_words(record).sentence
    assert update_words(record).formula.plain == "W ← W − η ∇W,  b ← b − η ∇b"
    (line,) = lines(record, "update", selection=Selection(1, 0, bias=True))
    assert line.startswith("b¹₁ ← 0.350 − 0.5 × ")


# ---- knocked out -------------------------------------------------------------------------------------------------


@pytest.fixture
def knocked_out():
    trainer = worked_example()
    trainer.silence(1, 0, True)
    return trainer.iterate()


def test_a_unit_that_is_knocked_out_is_said_to_be(knocked_out):
    assert lines(knocked_out, "a1") == ("h₁ = σ(0.377) × 0 = 0.000  (knocked out)",) or lines(knocked_out, "a1") == (
        "h₁ = σ(0.378) × 0 = 0.000  (knocked out)",
    )
    (line,) = lines(knocked_out, "delta1")
    assert line.endswith("× 0 = 0.000  (knocked out)")
    whole = {"grain": Grain.TERM, "unit": 0}
    assert "knocked" not in lines(knocked_out, "delta1", term=1, **whole)[0]
    assert lines(knocked_out, "delta1", term=2, **whole)[0].endswith("(knocked out)")


def test_a_weight_at_either_end_of_it_has_no_gradient_and_says_why(knocked_out):
    assert lines(knocked_out, "dW1")[0].endswith(" = 0.000  (h₁ knocked out)")
    assert lines(knocked_out, "dW2")[0].endswith(" × 0.000 = 0.000  (h₁ knocked out)")
    assert lines(knocked_out, "dW1", selection=Selection(1, 0, bias=True))[0].endswith("(h₁ knocked out)")
    assert lines(knocked_out, "dW2", most=1)[0].endswith("  (knocked out)")
    for phase, selection in (
        ("dW1", Selection(1, 1, 0)),
        ("dW2", Selection(2, 0, 1)),
        ("dW2", Selection(2, 0, bias=True)),
    ):
        assert "knocked" not in lines(knocked_out, phase, selection=selection)[0]


def test_beside_it_no_unit_is_multiplied_by_1(knocked_out):
    (line,) = lines(knocked_out, "a1", selection=Selection(1, 1))
    assert line in ("h₂ = σ(0.393) = 0.597", "h₂ = σ(0.392) = 0.597")
    assert "× 1 " not in lines(knocked_out, "delta1", selection=Selection(1, 1))[0]


@pytest.mark.parametrize("seen", [{}, {"mean": True}, "visitor"])
def test_with_dropout_it_is_knocked_out_whoever_is_seen(seen):
    trainer = trainer_of(experiment_text(NUMBERS, "linear", "squared_error", batch="2", training="dropout = 0.5"))
    trainer.silence(1, 1, True)
    record = trainer.iterate()
    if seen == "visitor":
        outside = next(place for place in range(4) if place not in record.examples)
        seen = {"visitor": Visits()(record, trainer.examples, outside)}
    for phase in ("a1", "delta1"):
        (line,) = lines(record, phase, selection=Selection(1, 1), **seen)
        assert line.endswith("(knocked out)") and "silenced" not in line
    assert lines(record, "dW1", selection=Selection(1, 1, 0), **seen)[-1].endswith("(h¹₂ knocked out)")


# ---- the colour of a gradient ------------------------------------------------------------------------------------


@pytest.mark.parametrize("batch", ["1", "4"])
@pytest.mark.parametrize("more", ["", "clip_norm = 0.1", "l1 = 0.01"])
def test_a_gradient_has_the_colour_of_its_sign(batch, more):
    trainer = trainer_of(experiment_text(NUMBERS, "linear", "squared_error", batch=batch, training=more))
    record, roles = trainer.iterate(), set()
    at = moment_of(record, "dW2")
    for unit in range(2):
        for source in range(3):
            told = numbers_of(
                replace(at, selection=Selection(2, unit, source)), THREE, training=trainer.experiment.training
            )
            for equation in told.equations:
                if equation.symbol == "c":
                    continue
                roles.add(equation.result_role)
                assert equation.result_role == ("grad_positive" if equation.result > 0 else "grad_negative")
                assert equation.line("backward").spans[-1].role == equation.result_role
    assert roles == {"grad_positive", "grad_negative"}
