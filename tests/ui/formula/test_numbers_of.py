"""Whose numbers the strip shows: an example's, the batch's mean, or those of an example that is not in the batch."""

import pytest

from nnviz.engine.training.record.steps import Grain
from nnviz.engine.training.record.views import Visits
from nnviz.ui.formula.numbers_of import NumbersOf
from nnviz.ui.formula.phase_numbers import numbers_of
from nnviz.ui.formula.phase_words import LONGEST_SENTENCE, words_of
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.session.moment import Moment
from tests.ui.formula.moments import CLASSES, NUMBERS, TWO_CLASSES, experiment_text, trainer_of

THREE = NumberStyle(3)


def run(data=CLASSES, output="softmax", loss="cross_entropy", **more):
    trainer = trainer_of(experiment_text(data, output, loss, **more))
    return trainer, trainer.iterate()


def moment_of(record, phase, **more):
    return Moment(record, [each.name for each in record.phases].index(phase), **more)


def lines(record, phase, most=6, **more):
    return numbers_of(moment_of(record, phase, **more), THREE, most_terms=most).lines


# ---- the mean of a batch -----------------------------------------------------------------------------------------


def test_what_is_linear_is_worked_out_with_means_and_says_so():
    _, record = run()
    (line,) = lines(record, "z2", mean=True)
    assert "×" in line and line.endswith("  (mean of 4)")
    assert lines(record, "z2", most=1, mean=True)[0].endswith("  (mean)")
    told = numbers_of(moment_of(record, "z2", mean=True), THREE)
    assert told.result == pytest.approx(record.layers[1].z[:, 0].mean(), rel=1e-12)
    assert told.equations[0].exact == pytest.approx(told.result, rel=1e-12)


def test_what_bends_is_no_function_of_means():
    _, record = run()
    assert lines(record, "a1", mean=True)[0].startswith("h¹₁ = mean of 4 examples = ")
    assert lines(record, "a3", mean=True)[0].startswith("ŷ₁ = mean of 4 examples = ")
    assert lines(record, "delta1", mean=True)[0].startswith("δ¹₁ = mean of 4 examples = ")
    assert lines(record, "L", mean=True)[0].startswith("L = mean of 4 examples = ")


def test_the_gradient_of_a_mean_has_no_product_of_means():
    _, record = run()
    assert len(lines(record, "dW1", mean=True)) == 1
    assert lines(record, "dW1", mean=True)[0].startswith("∂L/∂w¹₁₁ = mean of 4 examples = ")
    penalised = run(l2=0.1)[1]
    assert (
        len(lines(penalised, "dW1", mean=True)) == 1 and "(mean of 4) + 0.1 ×" in lines(penalised, "dW1", mean=True)[0]
    )
    assert "(L2 penalty)" in lines(penalised, "L", mean=True)[0]


@pytest.mark.parametrize(
    ("data", "output", "loss", "difference"),
    [
        (CLASSES, "softmax", "cross_entropy", True),
        (TWO_CLASSES, "sigmoid", "binary_cross_entropy", True),
        (NUMBERS, "linear", "squared_error", True),
        (NUMBERS, "tanh", "squared_error", False),
        (CLASSES, "softmax", "squared_error", False),
    ],
)
def test_prediction_minus_target_is_worked_out_where_it_is_true_of_means(data, output, loss, difference):
    _, record = run(data, output, loss)
    (line,) = lines(record, "delta3", mean=True)
    assert line.endswith("  (mean of 4)") if difference else "mean of 4 examples" in line
    result = numbers_of(moment_of(record, "delta3", mean=True), THREE).result
    assert result == pytest.approx(record.layers[-1].delta[:, 0].mean(), rel=1e-12)


def test_inputs_are_said_to_be_means():
    _, record = run()
    assert lines(record, "x", mean=True) == ("x = (0.500, −0.225)", "y = (0.250, 0.250, 0.500)  (mean of 4)")


def test_sums_of_means_fill_up_too_as_far_as_they_are_linear():
    _, record = run()
    more = {"mean": True, "grain": Grain.TERM, "unit": 0}
    assert lines(record, "delta1", term=0, **more)[0].startswith("δ¹₁: Σ w δ = ")
    assert lines(record, "delta1", term=0, **more)[0].endswith("(mean of 4)")
    assert lines(record, "delta1", term=2, **more)[0].startswith("δ¹₁ = mean of 4 examples = ")
    assert lines(record, "L", term=0, **more)[0].startswith("L = mean of 4 examples → ")


def test_the_mean_of_one_example_is_that_example():
    _, record = run(batch="1")
    for phase in record.phases:
        assert lines(record, phase.name, mean=True) == lines(record, phase.name)


# ---- a visitor ---------------------------------------------------------------------------------------------------


@pytest.fixture
def visited():
    trainer, record = run(batch="2")
    return record, Visits()(record, trainer.examples, next(n for n in range(4) if n not in record.examples))


def test_a_visitors_product_is_not_said_to_be_part_of_the_batch(visited):
    record, visitor = visited
    own, mean = lines(record, "dW1", visitor=visitor)
    assert own.startswith("δ¹₁ x₁ = ") and own.endswith("  (not in this batch)")
    assert mean == lines(record, "dW1", mean=True)[0]
    short, _ = lines(record, "dW1", most=1, visitor=visitor)
    assert short.endswith("  (not in batch)") and "×" not in short


def test_a_visitors_loss_is_its_own(visited):
    record, visitor = visited
    own, mean = lines(record, "L", visitor=visitor)
    assert own.startswith("Lₙ = −ln") and own.endswith("  (not in this batch)")
    assert mean.startswith("L = mean of 2 examples = ")
    told = numbers_of(moment_of(record, "L", visitor=visitor), THREE)
    assert told.equations[0].result == visitor.example_losses[0] and told.result == record.loss.total


def test_a_visitors_units_have_its_own_numbers(visited):
    record, visitor = visited
    for name, kind in (("z1", "z"), ("a2", "a"), ("delta1", "delta")):
        moment = moment_of(record, name, visitor=visitor, mean=True)
        assert numbers_of(moment, THREE).result == getattr(visitor.layers[moment.phase.layer - 1], kind)[0, 0]


def test_beside_a_batch_of_one_example_the_gradient_is_said_to_be_the_batchs():
    trainer, record = run(batch="1")
    visitor = Visits()(record, trainer.examples, next(n for n in range(4) if n not in record.examples))
    own, whole = lines(record, "dW1", visitor=visitor)
    assert own.endswith("(not in this batch)") and whole == f"{lines(record, 'dW1')[0]}  (of the batch)"
    assert lines(record, "L", visitor=visitor)[1].endswith("  (of the batch)")


def test_the_first_sentence_says_whose_numbers_are_shown():
    _, record = run()
    sentences = [words_of(record, record.phases[0], whose=seen).sentence for seen in NumbersOf]
    assert len(set(sentences)) == 3 and all(len(each) <= LONGEST_SENTENCE for each in sentences)
    assert "one of them" in sentences[0] and "mean" in sentences[1] and "not in this batch" in sentences[2]
