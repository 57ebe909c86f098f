"""What is drawn becomes an experiment that holds the points themselves."""

import numpy as np
import pytest

from nnviz.engine import ExperimentError, Trainer
from nnviz.engine.data.examples import make_examples
from nnviz.engine.data.task_shape import task_shape_of
from nnviz.engine.experiment import Experiment
from nnviz.ui.windows.data_editor.drawing import Drawing
from nnviz.ui.windows.data_editor.explicit import explicit, left_out, refusal, worth_knowing
from nnviz.ui.windows.data_editor.start_from import BY_HAND, current, started
from tests.ui.windows.data_editor.boards import chosen, drawing, experiment


def said(before, points):
    """What is said to be left out."""
    return " ".join(left_out(before, task_shape_of(before.data), points).sentences(before))


def test_what_is_left_out_is_said_and_only_that(qapp):
    before = experiment("circle", network__frozen=["W1"])
    assert said(before, drawing("circle")) == said(before, drawing("moons")) == ""
    assert "new ones are drawn" in said(before, drawing("spiral3"))
    assert said(experiment("circle"), drawing("spiral3")) == ""


@pytest.mark.parametrize("name", ["xor4", "circle", "moons", "spiral3", "sine", "sawtooth", "plane", "bumps"])
def test_data_that_nobody_changed_gives_the_same_examples(qapp, name):
    before = experiment(name)
    result = explicit(before, drawing(name))
    old, new = make_examples(before), make_examples(result)
    assert (old.raw == new.raw).all() and (old.x == new.x).all() and (old.labels == new.labels).all()
    assert old.y == pytest.approx(new.y)
    for part in ("train", "validation", "test"):
        assert (old.part(part) == new.part(part)).all()


def test_what_is_in_the_points_by_now_is_taken_out(qapp):
    region = {"centre": [0.0, 0.0], "radius": 0.3}
    faults = {"mislabelled": region, "leaked_duplicates": 0.5, "sorted_split": True, "scaled_input": "x1"}
    before = experiment("circle", data__label_noise=0.2, data__noise=0.2, data__clean_test=True, data__faults=faults)
    result = explicit(before, current(before, make_examples(before)))
    data = result.data
    assert data.source is None and data.noise == 0.0 and data.label_noise == 0.0 and not data.clean_test
    assert data.faults.mislabelled is None and data.faults.leaked_duplicates == 0.0
    assert data.faults.sorted_split and data.faults.scaled_input == "x1"


def test_split_seed_features_and_standardisation_stay(qapp):
    changes = {
        "data__split": [0.5, 0.25, 0.25],
        "data__seed": 9,
        "data__standardize": False,
        "data__inputs": ["x1", "x2", "x1*x2"],
    }
    data = explicit(experiment("circle", **changes), drawing("moons")).data
    assert data.split == (0.5, 0.25, 0.25) and data.seed == 9 and not data.standardize
    assert data.inputs == ("x1", "x2", "x1*x2")


def test_network_and_training_stay_where_they_fit(qapp):
    changes = {"network__hidden": [3], "network__output": "tanh", "training__loss": "squared_error"}
    before = experiment("circle", network__seed=7, training__epochs=17, **changes)
    after = explicit(before, drawing("moons"))
    assert after.network == before.network and after.training == before.training


def test_another_task_gets_another_output_and_loss(qapp):
    result = explicit(experiment("circle", network__frozen=["W1"]), drawing("spiral3"))
    assert result.network.output == "softmax" and result.training.loss == "cross_entropy"
    assert result.network.frozen == ()
    curve = explicit(experiment("circle"), drawing("sine"))
    assert curve.network.output == "linear" and curve.training.loss == "squared_error"


def test_features_that_need_other_inputs_are_left_out_with_a_word(qapp):
    result = explicit(experiment("circle", data__inputs=["x1*x2"]), drawing("sine"))
    assert result.data.inputs is None
    assert "features" in said(experiment("circle", data__inputs=["x1*x2"]), drawing("sine"))


def test_without_a_validation_part_there_is_no_early_stopping(qapp):
    result = explicit(experiment("circle"), Drawing.empty(2, 2, "").added(np.array([[0.0, 0.0]]), 1.0))
    assert result.training.early_stopping is None
    assert "early stopping" in said(experiment("circle"), Drawing.empty(2, 2, "").added(np.zeros((1, 2)), 1.0))


def test_the_file_gives_the_same_experiment_again(qapp):
    for name in ("circle", "sine"):
        result = explicit(experiment(name), drawing(name))
        assert Experiment.parse(result.to_toml()) == result


def test_it_trains(qapp):
    points = drawing("moons")
    run = Trainer(explicit(experiment("moons"), points.mislabelled(chosen(points, 0, 1))))
    assert run.iterate().loss.total > 0.0


def test_an_empty_board_is_refused(qapp):
    with pytest.raises(ExperimentError, match="no points"):
        explicit(experiment("circle"), Drawing.empty(2, 2, ""))


def test_a_feature_without_a_value_for_a_point_is_refused_in_words(qapp):
    before = experiment("circle", data__inputs=["x1", "1/x1"])
    with pytest.raises(ExperimentError, match="infinity"):
        explicit(before, Drawing.empty(2, 2, "").added(np.array([[0.0, 1.0], [1.0, 1.0]]), 1.0))


def test_the_title_says_where_it_comes_from_and_does_not_grow(qapp):
    first = explicit(experiment("circle"), drawing("circle"))
    assert first.title == "Circle, edited"
    second = explicit(first, current(first, make_examples(first)))
    assert second.title == "Circle, edited"
    assert explicit(first, Drawing.empty(2, 2, "").added(np.eye(2), 0.0)).title == "Drawn by hand"


@pytest.mark.parametrize(
    ("name", "said"),
    [("digits", "64 inputs"), ("diabetes", "10 inputs"), ("worked-example", "2 numbers"), ("circle", "")],
)
def test_what_cannot_be_edited_by_hand_is_said(qapp, name, said):
    text = refusal(make_examples(experiment(name)))
    assert said in text and bool(text) == bool(said)


def test_too_many_examples_are_refused(qapp):
    assert "5,001" in refusal(make_examples(experiment("moons", data__examples=5001)))


def test_what_is_odd_about_points_is_said(qapp):
    two = Drawing.empty(2, 3, "").added(np.eye(2), 0.0)
    assert "one class" in worth_knowing(two)
    assert worth_knowing(two.painted(chosen(two, 0), 1.0)) == "No points of class 2."
    assert worth_knowing(drawing("circle")) == "" and worth_knowing(Drawing.empty(2, 2, "")) == ""
    flat = Drawing.empty(2, 0, "").added(np.eye(2), 1.0)
    assert "same number" in worth_knowing(flat)


def test_every_set_that_is_offered_can_be_drawn(qapp):
    for name in BY_HAND:
        assert len(started(name, None, 0.1, 1)) > 0
    assert "digits" not in BY_HAND and "sine" in BY_HAND
