"""The numbers of a worksheet: short ones to begin with, and a key that a calculation from the sheet alone comes to."""

import csv
import io
import re

import numpy as np
import pytest

from nnviz.engine import Experiment, ExperimentError, PlaceError, Trainer
from nnviz.engine.textbook import LOSSES, SQUARED_ERRORS, Layer, backward, forward, gradient
from nnviz.engine.training.record.phases import Kind
from nnviz.export.worksheet.content import content_of
from nnviz.export.worksheet.exercise import BLANKS, exercises, tolerance_of
from nnviz.export.worksheet.key import key_csv

HAND_MADE = "worked-example"


def exercise_of(name=HAND_MADE, iteration=0, blanks=BLANKS, **fields):
    (only,) = exercises(Trainer(Experiment.named(name, fields)), iteration, 1, blanks)
    return only


def rows_of(*made):
    return list(csv.DictReader(io.StringIO(key_csv(made))))


def given_on(exercise):
    """The numbers that stand on the sheet, by their symbols."""
    rows = content_of(exercise, formulas=True).given
    pairs = (words.replace("\u2212", "-").split(" = ") for row in rows for words in row)
    return {symbol: float(number) for symbol, number in pairs}


def digits(symbol):
    plain = symbol.translate({ord(each): str(place) for each, place in zip("₀₁₂₃₄₅₆₇₈₉", range(10), strict=True)})
    return plain.translate({ord(each): str(place) for each, place in zip("⁰¹²³⁴⁵⁶⁷⁸⁹", range(10), strict=True)})


def worked_out(exercise, loss):
    """Every number of the key, calculated by the textbook from what stands on the sheet."""
    given = {digits(symbol): number for symbol, number in given_on(exercise).items()}
    layers = []
    last = len(exercise.record.layers)
    for number in range(1, last + 1):
        # In a network of one layer its number is left out.
        raised = str(number) if last > 1 else ""
        weights = {
            (int(place[0]), int(place[1])): value
            for symbol, value in given.items()
            if (place := symbol.removeprefix(f"w{raised}")) != symbol and len(place) == 2
        }
        out, into = max(weights)
        W = np.array([[weights[unit, source] for source in range(1, into + 1)] for unit in range(1, out + 1)])
        b = np.array([given[f"b{raised}{unit}"] for unit in range(1, out + 1)])
        layers.append(Layer(W, b, exercise.record.layers[number - 1].activation))
    x = np.array([value for symbol, value in given.items() if re.fullmatch(r"x\d", symbol)])
    y = np.array([value for symbol, value in given.items() if re.fullmatch(r"y\d?", symbol)])
    z, a = forward(layers, x)
    delta = backward(layers, loss, z, a, y)
    found = {"L": float((LOSSES[loss] if isinstance(loss, str) else loss).value(a[-1], y))}
    for number, (layer, (grad_W, grad_b)) in enumerate(zip(layers, gradient(delta, a), strict=True), start=1):
        after_W, after_b = layer.W - given["η"] * grad_W, layer.b - given["η"] * grad_b
        for letter, values in (("z", z[number - 1]), ("a", a[number]), ("delta", delta[number - 1])):
            found |= {f"{letter}{number}[{unit}]": value for unit, value in enumerate(values)}
        for letter, values in (("db", grad_b), ("b", after_b)):
            found |= {f"{letter}{number}[{unit}]": value for unit, value in enumerate(values)}
        for letter, values in (("dW", grad_W), ("W", after_W)):
            found |= {f"{letter}{number}[{to},{source}]": value for (to, source), value in np.ndenumerate(values)}
    return found


@pytest.mark.parametrize(
    ("name", "iteration", "loss"),
    [
        (HAND_MADE, 0, "squared_error"),
        (HAND_MADE, 7, "squared_error"),
        ("blobs3", 5, "cross_entropy"),
        ("circle", 40, "binary_cross_entropy"),
        ("plane", 3, "squared_error"),
        ("xor4", 12, "binary_cross_entropy"),
    ],
)
def test_whoever_calculates_with_the_sheet_comes_to_the_key(qapp, name, iteration, loss):
    exercise = exercise_of(name, iteration)
    found = worked_out(exercise, loss)
    for row in rows_of(exercise):
        assert float(row["value"]) == pytest.approx(found[row["field"]], rel=1e-9, abs=1e-12), row
    assert {row["field"] for row in rows_of(exercise)} <= set(found)


def test_another_scale_of_the_loss_is_in_the_key(qapp):
    exercise = exercise_of(**{"training.loss_scale": "sum"})
    found = worked_out(exercise, SQUARED_ERRORS["sum"])
    assert all(float(row["value"]) == pytest.approx(found[row["field"]], rel=1e-9) for row in rows_of(exercise))


def test_the_well_known_example_has_its_well_known_numbers():
    values = {row["field"]: float(row["value"]) for row in rows_of(exercise_of())}
    assert values["L"] == pytest.approx(0.298371109, abs=1e-9)
    assert values["W2[0,0]"] == pytest.approx(0.35891648, abs=1e-8)
    assert values["W1[0,0]"] == pytest.approx(0.149780716, abs=1e-9)


def test_the_numbers_to_begin_with_have_two_decimals():
    record = exercise_of("circle", 40).record
    for values in (record.theta, record.x, record.y):
        assert np.array_equal(values, np.round(values, 2)) and not np.signbit(values[values == 0.0]).any()


def test_the_numbers_of_the_run_are_near_those_of_the_sheet():
    trainer = Trainer(Experiment.named("circle"))
    trainer.seek(40)
    record = trainer.iterate()
    short = exercise_of("circle", 40).record
    assert np.abs(record.theta - short.theta).max() <= 0.005 + 1e-12
    assert np.abs(record.x[0] - short.x[0]).max() <= 0.005 + 1e-12
    assert np.array_equal(record.y[:1], short.y)


def test_the_key_is_a_table_in_the_order_of_the_work():
    rows = rows_of(exercise_of())
    assert list(rows[0]) == ["student", "field", "value", "tolerance"]
    fields = [row["field"] for row in rows]
    assert fields[:4] == ["z1[0]", "z1[1]", "a1[0]", "a1[1]"]
    assert fields[8:11] == ["L", "delta2[0]", "delta2[1]"]
    assert fields[11:14] == ["dW2[0,0]", "dW2[0,1]", "db2[0]"]
    assert fields[-1] == "W2[1,1]"


def test_only_the_blanks_are_in_the_key():
    fields = [row["field"] for row in rows_of(exercise_of(blanks=(Kind.LOSS, Kind.DELTA)))]
    assert fields == ["L", "delta2[0]", "delta2[1]", "delta1[0]", "delta1[1]"]


def test_what_is_frozen_is_not_asked_for_after_the_update():
    fields = {row["field"] for row in rows_of(exercise_of())}
    assert "W1[0,0]" in fields and "b1[0]" not in fields
    free = {row["field"] for row in rows_of(exercise_of(**{"network.frozen": ["W1[0,0]"]}))}
    assert "W1[0,0]" not in free and {"W1[0,1]", "b1[0]"} <= free


def test_a_parameter_that_was_not_updated_is_a_wrong_answer():
    exercise = exercise_of()
    before = {f"W{layer.number}": layer.W for layer in exercise.record.layers}
    for field in exercise.asked:
        if field.kind is Kind.UPDATE:
            assert abs(before[f"W{field.layer}"][field.unit, field.source] - field.value) > 10 * field.tolerance


def test_an_answer_has_enough_digits_for_its_tolerance():
    for field in exercise_of("circle", 40).asked:
        assert abs(float(field.answer) - field.value) <= field.tolerance


@pytest.mark.parametrize(("size", "tolerance"), [(3.0, 0.0005), (-0.02, 0.0002), (0.00044, 4.4e-06), (0.0, 0.0005)])
def test_small_numbers_have_to_be_right_too(size, tolerance):
    assert tolerance_of(size) == tolerance


def test_each_student_has_numbers_of_their_own():
    made = list(exercises(Trainer(Experiment.named("xor4")), 2, 5, BLANKS))
    assert [exercise.student for exercise in made] == [1, 2, 3, 4, 5]
    assert len({exercise.record.theta.tobytes() for exercise in made}) == 5
    assert [row["student"] for row in rows_of(*made)][:: len(made[0].asked)] == ["1", "2", "3", "4", "5"]


def test_where_the_parameters_are_given_the_weights_are_drawn_and_the_biases_stay():
    made = list(exercises(Trainer(Experiment.named(HAND_MADE)), 0, 3, BLANKS))
    for exercise in made:
        assert [layer.b.tolist() for layer in exercise.record.layers] == [[0.35, 0.35], [0.6, 0.6]]
    assert len({exercise.record.layers[0].W.tobytes() for exercise in made}) == 3


def test_students_with_the_same_numbers_are_refused():
    with pytest.raises(ExperimentError, match=r"network.init: two students would have the same numbers"):
        list(exercises(Trainer(Experiment.named("xor4", {"network.init": "zeros"})), 0, 2, BLANKS))


@pytest.mark.parametrize(
    ("name", "reason"),
    [("digits", "a layer of 64 is too wide"), ("circle", "at most 150")],
)
def test_a_network_that_no_hand_works_out_is_refused(name, reason):
    fields = {"network.hidden": [8, 8, 8, 8]} if name == "circle" else {}
    with pytest.raises(ExperimentError, match=reason):
        exercise_of(name, **fields)


def test_the_iteration_must_exist():
    with pytest.raises(PlaceError, match="the run ends after 2000 iterations"):
        exercise_of("xor4", 2001)


def test_its_experiment_gives_the_same_iteration_anywhere():
    exercise = exercise_of("blobs3", 5)
    again = Trainer(Experiment.parse(exercise.experiment.to_toml())).iterate()
    assert np.array_equal(again.theta_after, exercise.record.theta_after)
    assert again.loss == exercise.record.loss


def test_every_class_of_several_can_be_worked_out():
    labels = {tuple(exercise_of("blobs3", iteration).record.y[0]) for iteration in range(12)}
    assert labels == {(1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)}


def test_what_chance_and_clipping_add_is_left_out_and_said(qapp):
    exercise = exercise_of("circle", **{"training.dropout": 0.5, "training.clip_norm": 0.1})
    assert exercise.record.clip is None and not exercise.record.architecture.dropout
    assert content_of(exercise, formulas=True).task[-1] == "Left out here: dropout, the clipping of gradients."


def test_the_penalty_and_the_memory_of_the_optimiser_are_given(qapp):
    exercise = exercise_of("xor4", **{"training.l2": 0.01, "training.optimizer": "adam"})
    assert {"λ", "β₁", "β₂", "ε", "m", "v", "η"} <= set(given_on(exercise))
    rules = content_of(exercise, formulas=False).rules
    assert rules.endswith("; loss: binary cross-entropy; penalty: ½ λ Σ W²; optimiser: Adam")


def test_a_run_that_was_changed_is_worked_out_as_it_is():
    trainer = Trainer(Experiment.named("xor4"))
    trainer.run(iterations=4)
    trainer.set_weight(1, 0, 1, 0.75)
    (exercise,) = exercises(trainer, 4, 1, BLANKS)
    assert exercise.record.layers[0].W[0, 1] == 0.75


def test_what_was_knocked_out_or_frozen_on_the_way_is_so_on_the_sheet(qapp):
    trainer = Trainer(Experiment.named("xor4"))
    trainer.run(iterations=4)
    trainer.silence(1, 1, True)
    trainer.set_frozen(1, 0, 1, True)
    (exercise,) = exercises(trainer, 4, 1, BLANKS)
    fields = {field.name: field.value for field in exercise.fields}
    assert fields["a1[1]"] == fields["delta1[1]"] == fields["dW2[0,1]"] == 0.0 != fields["a1[0]"]
    assert "W1[0,0]" in fields and "W1[0,1]" not in fields
    assert "knocked out, their activation and error signal are 0: h₂" in content_of(exercise, formulas=False).rules


def test_what_happened_to_the_run_happens_to_each_students(qapp):
    trainer = Trainer(Experiment.named("xor4"))
    trainer.run(iterations=4)
    trainer.set_weight(1, 0, 1, 0.75)
    trainer.silence(1, 1, True)
    one, other = exercises(trainer, 6, 2, BLANKS)
    weights = [exercise.record.layers[0].W for exercise in (one, other)]
    assert weights[0][1, 0] != weights[1][1, 0]
    assert all(abs(each[0, 1] - 0.75) < 0.1 for each in weights)
    assert all((1, 1) in exercise.record.architecture.silenced for exercise in (one, other))
