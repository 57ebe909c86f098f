import json
import math
from itertools import pairwise

import numpy as np
import pytest

from nnviz.engine import Experiment, PlaceError, Trainer
from nnviz.engine.reports.plain import plain_list, plain_number
from nnviz.engine.reports.trace import trace

AWKWARD = [0.1, 1 / 3, -0.0, 5e-324, 1.7976931348623157e308, 1e16, 123456789.12345679, math.pi]


def read(trainer, start=0, count=1):
    return json.loads(b"".join(trace(trainer, start, count)))


def test_numbers_read_back_to_the_same_bits():
    text = json.dumps(plain_list(np.array(AWKWARD)))
    assert np.array(json.loads(text)).tobytes() == np.array(AWKWARD).tobytes()


def test_a_trace_reads_back_to_the_same_bits():
    trainer = Trainer(Experiment.named("spiral"))
    first = read(Trainer(Experiment.named("spiral")), 0, 30)["iterations"]
    for iteration in first:
        record = trainer.iterate()
        assert np.array(iteration["x"]).tobytes() == np.ascontiguousarray(record.x).tobytes()
        for written, layer in zip(iteration["backward"], record.layers, strict=True):
            assert np.array(written["dW"]).tobytes() == np.ascontiguousarray(layer.grad_W).tobytes()


def test_numbers_that_json_does_not_have_are_texts_that_float_reads():
    numbers = np.array([[math.inf, -math.inf], [math.nan, 1.5]])
    assert plain_list(numbers) == [["Infinity", "-Infinity"], ["NaN", 1.5]]
    assert [plain_number(number) for number in (math.inf, -math.inf, math.nan, 1.5)] == [
        "Infinity",
        "-Infinity",
        "NaN",
        1.5,
    ]
    np.testing.assert_array_equal(np.array(plain_list(numbers), dtype=float), numbers)


def test_shapes_are_those_of_the_convention():
    trainer = Trainer(Experiment.named("circle"))
    (iteration,) = read(trainer)["iterations"]
    batch = len(iteration["examples"])
    widths = trainer.architecture.widths
    for place, (inputs, units) in enumerate(pairwise(widths)):
        for part, name, shape in (
            ("before", "W", (units, inputs)),
            ("before", "b", (units,)),
            ("forward", "z", (batch, units)),
            ("forward", "a", (batch, units)),
            ("backward", "delta", (batch, units)),
            ("backward", "dW", (units, inputs)),
            ("backward", "db", (units,)),
            ("after", "W", (units, inputs)),
        ):
            assert np.shape(iteration[part][place][name]) == shape


def test_the_gradient_is_the_mean_of_the_examples_own():
    (iteration,) = read(Trainer(Experiment.named("circle").with_fields({"training.l2": 0.01})))["iterations"]
    delta, x, W = (
        np.array(iteration["backward"][0]["delta"]),
        np.array(iteration["x"]),
        np.array(iteration["before"][0]["W"]),
    )
    np.testing.assert_allclose(iteration["backward"][0]["dW"], delta.T @ x / len(x) + 0.01 * W, rtol=1e-12)
    np.testing.assert_allclose(iteration["backward"][0]["db"], delta.mean(axis=0), rtol=1e-12)


def test_the_penalty_is_in_the_loss():
    (iteration,) = read(Trainer(Experiment.named("circle").with_fields({"training.l2": 0.1})))["iterations"]
    squares = sum(np.square(layer["W"]).sum() for layer in iteration["before"])
    assert iteration["loss"]["penalty"] == pytest.approx(0.05 * squares)
    assert iteration["loss"]["total"] == iteration["loss"]["data"] + iteration["loss"]["penalty"]


def test_nothing_is_yielded_before_a_place_is_known_to_exist():
    pieces = trace(Trainer(Experiment.named("xor4").with_fields({"training.epochs": 5})), 5, 1)
    with pytest.raises(PlaceError, match="the run ends after 5 iterations"):
        next(pieces)


def test_every_line_but_the_first_is_a_field_or_an_iteration():
    lines = b"".join(trace(Trainer(Experiment.named("xor4")), 0, 3)).splitlines()
    assert [line[:12] for line in lines[-3:]] == [b'{"iteration"'] * 3
    assert lines[0] == b'{"format": "nnviz-trace/1",'


def test_what_is_silenced_clipped_and_remembered_is_there_where_it_happens():
    chosen = Experiment.named("circle").with_fields(
        {"training.dropout": 0.5, "training.clip_norm": 0.01, "training.optimizer": "adam"}
    )
    plain = read(Trainer(Experiment.named("circle")))["iterations"][0]
    first, second = read(Trainer(chosen), 0, 2)["iterations"]
    assert not {"clipping", "optimizer"} & set(plain) and "mask" not in plain["forward"][0]
    assert ["mask" in layer for layer in first["forward"]] == [True, True, False]
    norm = math.sqrt(sum(np.square(layer[part]).sum() for layer in first["backward"] for part in ("dW", "db")))
    assert norm == pytest.approx(0.01, rel=1e-3) and first["clipping"]["norm"] > 0.01
    assert set(first["optimizer"]["before"]) == {"m", "v"}
    assert first["optimizer"]["after"] == second["optimizer"]["before"]
    W, m = first["backward"][0]["dW"], first["optimizer"]["after"]["m"][0]["W"]
    np.testing.assert_allclose(m, 0.1 * np.array(W), rtol=1e-12)


def test_a_trace_says_what_is_wrong_with_the_data_on_purpose():
    chosen = Experiment.named("moons").with_fields({"data.label_noise": 0.1, "data.faults.sorted_split": True})
    assert read(Trainer(chosen))["faults"] == ["label_noise", "sorted_split"]
    assert read(Trainer(Experiment.named("worked-example")))["faults"] == []
