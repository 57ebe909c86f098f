"""What is said of a network's answers on a part of the data, against counting and the definitions."""

import numpy as np
import pytest

from nnviz.engine import Data, Experiment, LayerParameters, Network, Trainer, Training
from nnviz.engine.training.run.evaluation import r_squared
from tests.engine.networks import experiment

PARTS = ["train", "validation", "test"]
SPLIT = (0.4, 0.3, 0.3)


def three_classes(**fields):
    return Trainer(experiment(output="softmax", loss="cross_entropy", count=60, split=SPLIT, **fields))


def numbers(**fields):
    return Trainer(experiment(output="linear", count=50, split=SPLIT, **fields))


def of_parameters(x, y, weights, bias, output):
    """A network of one layer with given parameters on given examples, all of them to train on."""
    return Trainer(
        Experiment(
            data=Data(x=x, y=y, split=(1.0, 0.0, 0.0), standardize=False),
            network=Network(hidden=(), output=output, parameters=(LayerParameters(W=weights, b=bias),)),
            training=Training(epochs=1),
        )
    )


def naive_prediction(trainer, part):
    a = trainer.examples.x[trainer.examples.part(part)]
    for (weights, bias), last in zip(trainer.parameters(), [False, True], strict=True):
        a = a @ weights.T + bias
        a = a if last else np.tanh(a)
    return a


@pytest.mark.parametrize("part", PARTS)
def test_loss_and_score_are_those_of_the_run(part):
    for trainer, name in ((three_classes(), "classes"), (numbers(), "numbers")):
        trainer.run(20)
        evaluation = trainer.evaluate(part)
        scores = getattr(evaluation, name)
        score = scores.accuracy if name == "classes" else scores.rmse
        assert (evaluation.loss, score) == trainer.score(part)
        assert evaluation.part == part
        assert evaluation.examples.tolist() == trainer.examples.part(part).tolist()


@pytest.mark.parametrize("part", PARTS)
def test_the_confusion_matrix_counts_true_classes_in_rows_and_predicted_ones_in_columns(part):
    trainer = three_classes()
    trainer.run(20)
    evaluation = trainer.evaluate(part)
    expected = np.zeros((3, 3), dtype=int)
    logits = naive_prediction(trainer, part)
    for true, row in zip(trainer.examples.labels[trainer.examples.part(part)], logits, strict=True):
        expected[true, row.argmax()] += 1
    assert evaluation.classes.confusion.tolist() == expected.tolist()
    assert evaluation.classes.confusion.dtype.kind == "i"
    assert evaluation.classes.predicted.tolist() == logits.argmax(axis=1).tolist()


def test_precision_and_recall_are_about_one_class_at_a_time():
    trainer = three_classes()
    trainer.run(20)
    scores = trainer.evaluate("train").classes
    labels = trainer.examples.labels[trainer.examples.train]
    for each in range(3):
        hits = np.sum((labels == each) & (scores.predicted == each))
        assert scores.precision[each] == hits / np.sum(scores.predicted == each)
        assert scores.recall[each] == hits / np.sum(labels == each)


def test_a_class_that_is_never_predicted_has_no_precision_and_one_that_never_occurs_no_recall():
    trainer = of_parameters(((0.0,), (1.0,), (2.0,)), (0, 0, 3), ((0.0,),) * 4, (0.0, 5.0, 0.0, 0.0), "softmax")
    scores = trainer.evaluate("train").classes
    np.testing.assert_equal(scores.precision, [np.nan, 0.0, np.nan, np.nan])
    np.testing.assert_equal(scores.recall, [0.0, np.nan, np.nan, 0.0])
    assert scores.accuracy == 0.0


@pytest.mark.parametrize(("output", "loss"), [("sigmoid", None), ("tanh", "squared_error"), ("softmax", None)])
def test_two_classes_have_two_rows_whatever_the_output(output, loss):
    fields = {"network.output": output, "training.loss": loss, "training.epochs": 300, "data.noise": 0.05}
    trainer = Trainer(Experiment.named("circle").with_fields(fields))
    trainer.run()
    scores = trainer.evaluate("train").classes
    assert scores.confusion.shape == (2, 2)
    assert scores.confusion.trace() / scores.confusion.sum() == scores.accuracy > 0.9


@pytest.mark.parametrize("part", PARTS)
def test_numbers_are_scored_by_their_residuals(part):
    trainer = numbers()
    trainer.run(20)
    evaluation = trainer.evaluate(part)
    y = trainer.examples.y[trainer.examples.part(part)]
    prediction = naive_prediction(trainer, part)
    np.testing.assert_allclose(evaluation.predictions, prediction, rtol=1e-12)
    np.testing.assert_allclose(evaluation.numbers.residuals, y - prediction, rtol=1e-9, atol=1e-14)
    assert evaluation.numbers.rmse == pytest.approx(np.sqrt(((y - prediction) ** 2).mean()), rel=1e-12)
    assert evaluation.numbers.mae == pytest.approx(np.abs(y - prediction).mean(), rel=1e-12)
    by_output = [1 - np.var(y[:, k] - prediction[:, k]) / np.var(y[:, k]) for k in range(2)]
    biases = [np.mean(y[:, k] - prediction[:, k]) ** 2 / np.var(y[:, k]) for k in range(2)]
    assert evaluation.numbers.r2 == pytest.approx(np.mean(by_output) - np.mean(biases), rel=1e-9)


def test_numbers_keep_their_own_unit_where_training_standardised_them():
    fields = {"training.epochs": 300, "data.standardize_target": True, "training.early_stopping": None}
    trainer = Trainer(Experiment.named("sine").with_fields(fields))
    trainer.run()
    raw = Trainer(Experiment.named("sine")).examples
    for part in PARTS:
        evaluation, places = trainer.evaluate(part), raw.part(part)
        numbers = evaluation.numbers
        np.testing.assert_allclose(evaluation.predictions + numbers.residuals, raw.y[places], rtol=1e-12, atol=1e-14)
        assert numbers.rmse == pytest.approx(np.sqrt(np.mean(numbers.residuals**2)), rel=1e-12)
        assert numbers.r2 == pytest.approx(r_squared(raw.y[places], evaluation.predictions), rel=1e-12)
        assert numbers.rmse == trainer.score(part)[1]
    deviation = raw.y[raw.train].std()
    assert deviation < 0.9
    assert trainer.evaluate("train").loss == pytest.approx(
        0.5 * (trainer.evaluate("train").numbers.rmse / deviation) ** 2, rel=1e-9
    )


def test_what_is_predicted_too_low_has_a_positive_residual():
    trainer = of_parameters(((1.0,), (2.0,)), ((3.0,), (1.5,)), ((1.0,),), (0.0,), "linear")
    assert trainer.evaluate("train").numbers.residuals.tolist() == [[2.0], [-0.5]]


def test_r_squared_is_one_for_a_perfect_answer_and_zero_for_the_mean():
    y = np.array([[1.0], [2.0], [6.0]])
    assert r_squared(y, y) == 1.0
    assert r_squared(y, np.full((3, 1), 3.0)) == 0.0
    assert r_squared(y, -y) < 0.0


def test_r_squared_of_a_target_that_never_changes_says_nothing():
    y = np.full((3, 1), 0.1)
    assert np.isnan(r_squared(y, y)) and np.isnan(r_squared(y, y + 1.0))
    assert np.isnan(r_squared(y[:0], y[:0]))


def test_an_empty_part_has_no_evaluation():
    trainer = Trainer(Experiment.named("xor4"))
    assert trainer.evaluate("validation") is None
    assert trainer.evaluate("train").classes.confusion.sum() == 4


def test_a_diverged_network_is_evaluated_without_a_word():
    for make in (three_classes, numbers):
        trainer = make(hidden=(4, 3), activation="relu", epochs=50)
        trainer.set_learning_rate(1e300)
        trainer.run()
        assert trainer.finished == "diverged"
        evaluation = trainer.evaluate("test")
        assert not np.isfinite(evaluation.loss)
        assert len(evaluation.predictions) == len(trainer.examples.test)


def test_evaluating_leaves_the_model_alone_and_its_result_cannot_be_written_to():
    for make in (three_classes, numbers):
        trainer, other = make(), make()
        trainer.run(7)
        other.run(7)
        for part in PARTS:
            evaluation = trainer.evaluate(part)
            scores = evaluation.classes or evaluation.numbers
            arrays = [each for each in vars(scores).values() if isinstance(each, np.ndarray)]
            assert not any(each.flags.writeable for each in [evaluation.predictions, *arrays])
        assert trainer.iterate().after.tobytes() == other.iterate().after.tobytes()
