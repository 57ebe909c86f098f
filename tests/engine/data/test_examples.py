"""The examples: made, noised, split and standardised, each from its own draws."""

import numpy as np
import pytest

from nnviz.engine import Data, Experiment, ExperimentError, make_examples
from nnviz.engine.data.datasets import DATASETS
from nnviz.engine.data.examples import part_sizes
from nnviz.engine.experiments.completion import complete

MADE = sorted(name for name, row in DATASETS.items() if not row.fixed and row.most is None)
CLASSES = sorted(name for name in MADE if DATASETS[name].task != "regression")


def examples_of(source="circle", **fields):
    return make_examples(
        Experiment().with_fields({"data.source": source, **{f"data.{k}": v for k, v in fields.items()}})
    )


def raw(**fields):
    return examples_of(**{"standardize": False, "split": [1.0, 0.0, 0.0], **fields})


@pytest.mark.parametrize("name", sorted(DATASETS))
def test_every_data_set_is_finite_and_as_its_row_says(name):
    row = DATASETS[name]
    examples = raw(source=name)
    assert examples.x.shape == (row.examples, row.inputs)
    assert np.isfinite(examples.x).all() and np.isfinite(examples.y).all()
    assert examples.task == row.task
    if row.task == "regression":
        assert examples.labels.size == 0
    else:
        counts = np.bincount(examples.labels, minlength=row.classes)
        assert len(counts) == row.classes and counts.min() >= 0.35 * len(examples.labels) / row.classes


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("count", [1, 2, 3, 57, 1000])
def test_a_made_set_has_as_many_examples_as_asked_for(name, count):
    assert len(raw(source=name, examples=count).x) == count


def test_a_fixed_set_refuses_any_other_number():
    assert raw(source="xor4").x.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert raw(source="xor4").labels.tolist() == [0, 1, 1, 0]
    with pytest.raises(ExperimentError, match=r'data\.examples: "xor4" has exactly 4 examples, got 5'):
        complete(Experiment().with_fields({"data.source": "xor4", "data.examples": 5}))


@pytest.mark.parametrize("name", sorted(DATASETS))
def test_the_same_seed_gives_the_same_examples_and_another_seed_others(name):
    one, same = examples_of(name, noise=0.1), examples_of(name, noise=0.1)
    assert one.x.tobytes() == same.x.tobytes() and one.train.tolist() == same.train.tolist()
    assert one.x.tobytes() != examples_of(name, noise=0.1, seed=2).x.tobytes()


def test_noise_moves_inputs_by_its_deviation_and_nothing_else():
    clean, noisy = raw(examples=4000), raw(examples=4000, noise=0.25)
    moved = noisy.x - clean.x
    assert moved.std() == pytest.approx(0.25, rel=0.05) and abs(moved.mean()) < 0.02
    assert np.array_equal(clean.labels, noisy.labels)
    assert np.array_equal(examples_of(noise=0.0).train, examples_of(noise=0.3).train)


def test_more_noise_moves_the_same_points_further_along():
    clean, little, much = raw(), raw(noise=0.1), raw(noise=0.2)
    np.testing.assert_allclose(much.x - clean.x, 2.0 * (little.x - clean.x))


@pytest.mark.parametrize("name", CLASSES)
@pytest.mark.parametrize("share", [0.0, 0.1, 0.25, 1.0])
def test_label_noise_replaces_exactly_its_share(name, share):
    clean, noisy = raw(source=name, examples=120), raw(source=name, examples=120, label_noise=share)
    assert np.count_nonzero(clean.labels != noisy.labels) == round(share * 120)
    assert np.array_equal(clean.x, noisy.x)


def test_more_label_noise_keeps_the_labels_that_less_replaced():
    clean, little, much = raw(), raw(label_noise=0.1), raw(label_noise=0.3)
    assert set(np.flatnonzero(little.labels != clean.labels)) < set(np.flatnonzero(much.labels != clean.labels))


def test_label_noise_on_numbers_is_refused():
    with pytest.raises(ExperimentError, match=r"data\.label_noise"):
        complete(Experiment().with_fields({"data.source": "sine", "data.label_noise": 0.1}))


@pytest.mark.parametrize(
    ("count", "split", "sizes"),
    [
        (200, (0.6, 0.2, 0.2), (120, 40, 40)),
        (10, (1.0, 0.0, 0.0), (10, 0, 0)),
        (3, (0.6, 0.2, 0.2), (2, 1, 0)),
        (1, (0.01, 0.49, 0.5), (1, 0, 0)),
        (2, (0.1, 0.45, 0.45), (1, 0, 1)),
        (7, (1 / 3, 1 / 3, 1 / 3), (3, 2, 2)),
    ],
)
def test_parts_have_whole_sizes_that_add_up(count, split, sizes):
    assert sum(sizes) == count
    assert part_sizes(count, split) == sizes


@pytest.mark.parametrize("count", range(1, 40))
def test_no_split_loses_an_example_or_trains_on_none(count):
    for split in ((0.6, 0.2, 0.2), (0.05, 0.9, 0.05), (0.34, 0.33, 0.33), (0.999, 0.001, 0.0)):
        sizes = part_sizes(count, split)
        assert sum(sizes) == count and sizes[0] >= 1 and min(sizes) >= 0


def test_every_example_is_in_exactly_one_part():
    examples = examples_of(examples=101)
    parts = np.concatenate([examples.part(name) for name in ("train", "validation", "test")])
    assert np.array_equal(np.sort(parts), np.arange(101))


def test_inputs_are_standardised_by_the_training_part_alone():
    standard = examples_of("moons", noise=0.2)
    plain = examples_of("moons", noise=0.2, standardize=False)
    train = plain.x[plain.train]
    np.testing.assert_allclose(standard.mean, train.mean(axis=0))
    np.testing.assert_allclose(standard.deviation, train.std(axis=0))
    np.testing.assert_allclose(standard.x, (plain.x - train.mean(axis=0)) / train.std(axis=0))
    np.testing.assert_allclose(standard.x[standard.train].mean(axis=0), 0.0, atol=1e-12)
    np.testing.assert_allclose(standard.x[standard.train].std(axis=0), 1.0)
    assert np.array_equal(plain.mean, np.zeros(2)) and np.array_equal(plain.deviation, np.ones(2))


@pytest.mark.parametrize("name", ["sine", "bumps"])
def test_targets_are_standardised_by_the_training_part_where_asked_for(name):
    plain, standard = examples_of(name), examples_of(name, standardize_target=True)
    train = plain.y[plain.train]
    np.testing.assert_allclose(standard.target_mean, train.mean(axis=0))
    np.testing.assert_allclose(standard.target_deviation, train.std(axis=0))
    np.testing.assert_allclose(standard.y, (plain.y - train.mean(axis=0)) / train.std(axis=0))
    np.testing.assert_allclose(standard.in_own_unit(standard.y), plain.y, atol=1e-15)
    assert np.array_equal(plain.target_mean, [0.0]) and np.array_equal(plain.target_deviation, [1.0])
    assert plain.x.tobytes() == standard.x.tobytes()


def test_a_target_that_never_changes_is_shifted_but_not_scaled():
    y = tuple((7.0, float(place), -place / 2) for place in range(8))
    data = Data(x=tuple((float(place),) for place in range(8)), y=y, standardize_target=True)
    examples = make_examples(complete(Experiment(data=data)))
    assert examples.target_mean[0] == 7.0 and examples.target_deviation[0] == 1.0
    assert not examples.y[:, 0].any()
    np.testing.assert_allclose(examples.y[examples.train, 1:].std(axis=0), 1.0)


def test_inputs_and_classes_have_names():
    assert examples_of("moons").input_names == ("x1", "x2")
    assert examples_of("moons").class_names == ("0", "1")
    assert examples_of("sine").class_names == ()
    data = Data(x=((1.0, 2.0, 3.0),) * 4, y=(0, 1, 2, 1))
    given = make_examples(complete(Experiment(data=data)))
    assert (given.input_names, given.class_names) == (("x1", "x2", "x3"), ("0", "1", "2"))


def test_examples_cannot_be_written_to():
    examples = examples_of()
    scales = examples.mean, examples.deviation, examples.target_mean, examples.target_deviation
    for array in (examples.x, examples.y, *scales):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0.0


def given(y, **fields):
    rows = [[float(row), 1.0] for row in range(len(y))]
    return Experiment().with_fields({"data": {"x": rows, "y": y, "split": [1, 0, 0], **fields}})


def test_there_can_be_more_classes_than_the_labels_show():
    examples = make_examples(given([0, 2, 1], classes=5))
    assert examples.classes == 5 and examples.y.shape == (3, 5)
    assert given([0, 1]).data.classes is None


@pytest.mark.parametrize(
    ("y", "classes", "reason"),
    [([0, 3], 3, "the classes 0 to 3 are in y"), ([[0.5], [1.0]], 3, "only where y has whole numbers")],
)
def test_fewer_classes_than_there_are_and_classes_of_numbers_are_refused(y, classes, reason):
    with pytest.raises(ExperimentError, match=reason) as caught:
        given(y, classes=classes)
    assert caught.value.field == "data.classes"


def test_only_labels_in_the_experiment_leave_classes_out():
    with pytest.raises(ExperimentError, match=r"data\.classes"):
        Experiment.named("xor", {"data.classes": 3})
