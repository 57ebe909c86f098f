"""What the model thread finds out for the hidden-space panel, against the engine's own functions."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz.engine import NnvizError
from nnviz.engine.analysis.probe import probe_layers
from nnviz.engine.analysis.representations import representations
from nnviz.worker.queries import hidden_space
from nnviz.worker.queries.hidden_space import HiddenSpace, Kept, Probes
from tests.ui.panels.runs import trainer
from tests.worker.queries.states import state_after


def state(run, first=None):
    model = state_after(run)
    return model if first is None else replace(model, first_theta=first)


def test_a_layer_of_two_units_is_shown_as_it_is():
    run = trainer("circle", network__hidden=[5, 2])
    model = state(run)
    spaces = HiddenSpace(2, Kept()).answer(model)
    values = representations(run.architecture, model.theta, run.examples.x)
    assert np.array_equal(spaces.here.points, values[2])
    assert spaces.here.lines.shape[-1] == 2
    assert spaces.before.layer == 1 and spaces.before.units == 5
    assert spaces.before.projection(values[1]) == pytest.approx(spaces.before.points)


def test_the_input_has_no_layer_before_it():
    spaces = HiddenSpace(0, Kept()).answer(state(trainer("circle")))
    assert spaces.before is None and spaces.here.units == 2


def test_the_picture_does_not_turn_while_the_network_learns():
    run = trainer("circle", network__hidden=[8, 8])
    first, query = run.theta(), HiddenSpace(2, Kept())
    points = query.answer(state(run, first)).here.points
    for _ in range(30):
        now = query.answer(state(run, first)).here.points
        assert np.sum(now * points) > 0.9 * np.sum(points * points)
        points = now


def test_stepping_to_the_next_layer_finds_this_one_where_it_was():
    run = trainer("circle", network__hidden=[8, 8])
    model, kept = state(run), Kept()
    first = HiddenSpace(1, kept).answer(model).here
    assert HiddenSpace(2, kept).answer(model).before.points == pytest.approx(first.points)


def test_seen_apart_each_example_is_on_the_side_of_the_line_that_the_probe_puts_it_on():
    run = trainer("circle", network__hidden=[4], training__learning_rate=0.5)
    run.run(400)
    model = state(run)
    here = HiddenSpace(1, Kept(), apart=True).answer(model).here
    values = representations(run.architecture, model.theta, run.examples.x)[1]
    probe = probe_layers(run.architecture, model.theta, run.examples)[1].probe
    read = here.line(here.points)
    assert read[:, 1] - read[:, 0] == pytest.approx(probe(values)[:, 1] - probe(values)[:, 0])
    # The line is upright in the picture.
    assert (here.line.W[1] - here.line.W[0])[1] == pytest.approx(0.0, abs=1e-9)


def test_two_units_more_classes_and_numbers_are_seen_as_ever():
    for name, hidden in (("circle", [2]), ("spiral3", [4]), ("plane", [4])):
        model = state(trainer(name, network__hidden=hidden))
        apart, ever = (HiddenSpace(1, Kept(), apart=each).answer(model).here for each in (True, False))
        assert apart.line is None and np.array_equal(apart.points, ever.points)


def test_queries_about_the_same_layer_are_the_same():
    assert HiddenSpace(1, Kept()) == HiddenSpace(1, Kept()) != HiddenSpace(2, Kept())
    assert len({HiddenSpace(1, Kept()), HiddenSpace(1, Kept()), Probes(), Probes()}) == 2


def test_pictures_of_very_many_examples_show_some_of_them(monkeypatch):
    monkeypatch.setattr(hidden_space, "MOST_EXAMPLES", 50)
    spaces = HiddenSpace(1, Kept()).answer(state(trainer("circle")))
    assert len(spaces.examples) == len(spaces.here.points) == 50
    assert np.all(np.diff(spaces.examples) > 0)


def test_a_network_whose_numbers_are_beyond_measure_has_no_picture():
    run = trainer("circle", network__activation="linear")
    model = state(run)
    with pytest.raises(NnvizError, match="beyond what can be measured"):
        HiddenSpace(1, Kept()).answer(replace(model, theta=np.full_like(model.theta, 1e300)))


def test_probes_are_those_of_the_engine_trained_and_untrained():
    run = trainer("circle", network__hidden=[8, 8, 2])
    first = run.theta()
    run.run(200)
    model = state(run, first)
    scores = Probes().answer(model)
    for found, theta in ((scores.trained, model.theta), (scores.untrained, first)):
        expected = probe_layers(run.architecture, theta, run.examples)
        assert [(score.train, score.validation) for score in found] == [(e.train, e.validation) for e in expected]
    assert scores.trained[0] == scores.untrained[0]
    labels = run.examples.labels[run.examples.train]
    assert scores.guess.train == max(np.mean(labels == 0), np.mean(labels == 1))


def test_probes_start_anew_with_another_run():
    query, model = Probes(), state(trainer("circle", data__seed=5))
    query.answer(state(trainer("circle")))
    assert query.answer(model).trained == Probes().answer(model).trained


def test_a_layer_that_answers_all_examples_the_same_is_one_point():
    run = trainer("circle", network__hidden=[4])
    model = state(run)
    points = HiddenSpace(1, Kept()).answer(replace(model, theta=np.full_like(model.theta, 0.0))).here.points
    assert not points.any()


def test_a_regression_is_probed_for_r_squared_and_has_nothing_to_guess():
    run = trainer("plane")
    scores = Probes().answer(state(run))
    assert scores.trained[0].train > 0.9
    assert np.isnan(scores.guess.train)


def test_probes_of_very_many_examples_are_fitted_to_some_of_them(monkeypatch):
    monkeypatch.setattr(hidden_space, "MOST_PROBED", 40)
    assert Probes().answer(state(trainer("circle"))).fitted == 40
