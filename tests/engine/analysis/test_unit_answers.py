import numpy as np
import pytest

from nnviz.engine.analysis.unit_answers import answers, groups_of, mean_answers, most_exciting
from nnviz.engine.errors import PlaceError
from nnviz.engine.experiment import Experiment
from nnviz.engine.training.run.trainer import Trainer


@pytest.fixture(scope="module", params=["digits", "penguins", "circle"])
def run(request):
    made = Trainer(Experiment.named(request.param))
    made.run(3)
    return made


def test_answers_are_those_of_the_record(run):
    record = run.iterate()
    for layer in record.layers:
        assert answers(run.architecture, record.theta, record.x, layer.number) == pytest.approx(layer.a, abs=1e-12)
    assert answers(run.architecture, record.theta, record.x) == pytest.approx(record.prediction, abs=1e-12)


def test_the_most_exciting_examples_come_first_and_are_training_examples(run):
    record = run.iterate()
    train = run.examples.train
    values = answers(run.architecture, record.theta, run.examples.x[train], 1)[:, 0]
    found = most_exciting(run.architecture, record.theta, run.examples, 1, 0, 5)
    assert found.most_answers.tolist() == sorted(values.tolist(), reverse=True)[:5]
    assert found.least_answers.tolist() == sorted(values.tolist())[:5]
    for examples, told in ((found.most, found.most_answers), (found.least, found.least_answers)):
        assert set(examples.tolist()) <= set(train.tolist())
        again = answers(run.architecture, record.theta, run.examples.x[examples], 1)[:, 0]
        assert again == pytest.approx(told, abs=1e-12)


def test_means_are_taken_class_by_class(run):
    record = run.iterate()
    found = mean_answers(run.architecture, record.theta, run.examples, 1)
    train = run.examples.train
    values = answers(run.architecture, record.theta, run.examples.x[train], 1)
    labels = run.examples.labels[train]
    assert found.counts.sum() == len(train)
    for label in range(run.examples.classes):
        assert found.means[label] == pytest.approx(values[labels == label].mean(axis=0), abs=1e-12)


def test_where_there_are_no_classes_each_group_is_a_third_of_the_targets():
    run = Trainer(Experiment.named("diabetes"))
    groups, count = groups_of(run.examples)
    targets = run.examples.y[run.examples.train, 0]
    assert count == 3
    assert np.ptp(np.bincount(groups)) <= 1
    assert targets[groups == 0].max() <= targets[groups == 1].min()
    assert targets[groups == 1].max() <= targets[groups == 2].min()


def test_a_silenced_unit_answers_nothing(run):
    record = run.iterate()
    silenced = run.architecture.with_silenced(1, 0, True)
    assert not answers(silenced, record.theta, record.x, 1)[:, 0].any()


@pytest.mark.parametrize(("layer", "unit"), [(0, 0), (9, 0), (1, -1), (1, 999)])
def test_places_that_are_not_there_are_refused(run, layer, unit):
    with pytest.raises(PlaceError):
        most_exciting(run.architecture, run.iterate().theta, run.examples, layer, unit, 5)
