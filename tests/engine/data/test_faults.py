"""Deliberate faults: each does what its name says to the examples, and leaves the rest as it was, bit for bit."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.engine import Data, Experiment, Trainer, make_examples
from nnviz.engine.data.faults import FAULTS, flipped, inside, leaked, mislabelled, scaled, sorted_order
from nnviz.engine.settings import Region

REGION = {"centre": [0.4, 0.1], "radius": 0.5}
EACH = {
    "label_noise": {"label_noise": 0.2},
    "mislabelled": {"faults.mislabelled": REGION},
    "scaled_input": {"faults.scaled_input": "x1"},
    "not_standardized": {"standardize": False},
    "unstandardized_test": {"faults.unstandardized_test": True},
    "sorted_split": {"faults.sorted_split": True},
    "leaked_duplicates": {"faults.leaked_duplicates": 0.4},
}
PARTS = ("train", "validation", "test")


def examples_of(source="moons", **fields):
    settings = {"source": source, "noise": 0.1, **fields}
    return make_examples(Experiment().with_fields({f"data.{name}": value for name, value in settings.items()}))


def with_fault(source="moons", fields=None, **faults):
    return examples_of(source, **{f"faults.{name}": value for name, value in faults.items()}, **(fields or {}))


def same(one, other, *names):
    """Whether two sets of examples have the same arrays of some names, bit for bit."""
    return all(getattr(one, name).tobytes() == getattr(other, name).tobytes() for name in names)


def raw(**fields):
    return examples_of(**{"standardize": False, **fields})


# ---- which are on ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", list(FAULTS))
def test_each_fault_says_that_it_is_on_and_no_other_does(name):
    assert examples_of(**EACH[name]).faults == (name,)


def test_none_is_on_where_nothing_is_wrong():
    assert examples_of().faults == ()
    assert examples_of(clean_test=True, **{"faults.scale": 10.0}).faults == ()


def test_all_that_go_together_are_on_together():
    fields = {
        name: value for fault, each in EACH.items() if fault != "not_standardized" for name, value in each.items()
    }
    assert examples_of(**fields).faults == tuple(name for name in FAULTS if name != "not_standardized")


def test_numbers_given_by_hand_may_be_used_as_they_are():
    data = Data(x=((1.0,), (2.0,)), y=(0, 1), split=(1.0, 0.0, 0.0), standardize=False)
    assert Trainer(Experiment(data=data)).examples.faults == ()


@pytest.mark.parametrize("name", [name for name in FAULTS if name != "sorted_split"])
def test_no_fault_but_sorting_changes_which_part_an_example_is_in(name):
    assert same(examples_of(), examples_of(**EACH[name]), *PARTS)


# ---- a region with wrong labels --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("source", "classes"), [("moons", 2), ("spiral3", 3)])
def test_every_example_in_the_region_has_the_next_class_and_no_other_example_changes(source, classes):
    clean, wrong = raw(source=source), raw(source=source, **{"faults.mislabelled": REGION})
    within = np.hypot(*(clean.x - REGION["centre"]).T) <= REGION["radius"]
    assert 10 < within.sum() < 150
    assert np.array_equal(wrong.labels[within], (clean.labels[within] + 1) % classes)
    assert np.array_equal(wrong.labels[~within], clean.labels[~within])
    assert same(clean, wrong, "x")


def test_targets_follow_the_wrong_labels():
    wrong = with_fault("spiral3", mislabelled=REGION)
    assert np.array_equal(wrong.y.argmax(axis=1), wrong.labels)


def test_the_region_is_one_of_raw_inputs_whatever_becomes_of_them():
    plain = with_fault(mislabelled=REGION)
    for changed in (
        with_fault(mislabelled=REGION, scaled_input="x1"),
        with_fault(mislabelled=REGION, fields={"standardize": False}),
        with_fault(mislabelled=REGION, fields={"inputs": ["x1^2", "x2", "x1*x2"]}),
    ):
        assert same(plain, changed, "labels")


def test_the_border_belongs_to_the_region():
    points = np.array([[1.0, 1.0], [4.0, 5.0], [4.0, 5.001], [1.0, 6.0], [-4.0, 1.0]])
    assert inside(points, Region(centre=(1.0, 1.0), radius=5.0)).tolist() == [True, True, False, True, True]


def test_after_the_last_class_comes_the_first():
    labels, where = np.array([0, 1, 2, 2]), np.array([True, True, True, False])
    assert mislabelled(np.array([1, 0, 0, 0]), labels, where, 3).tolist() == [1, 2, 0, 0]


def test_random_wrong_labels_leave_the_region_what_it_is():
    clean, both = raw(), raw(label_noise=1.0, **{"faults.mislabelled": REGION})
    within = inside(clean.x, Region(centre=tuple(REGION["centre"]), radius=REGION["radius"]))
    assert np.array_equal(both.labels[within], 1 - clean.labels[within])


# ---- a clean test part -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fields", [{"label_noise": 0.5}, {"faults.mislabelled": REGION}, {"label_noise": 0.3, "faults.mislabelled": REGION}]
)
def test_a_clean_test_part_is_spared_wrong_labels_and_the_other_parts_are_not(fields):
    clean, wrong, spared = examples_of(), examples_of(**fields), examples_of(clean_test=True, **fields)
    assert np.array_equal(spared.labels[spared.test], clean.labels[clean.test])
    assert np.array_equal(spared.y[spared.test], clean.y[clean.test])
    for part in (spared.train, spared.validation):
        assert np.array_equal(spared.labels[part], wrong.labels[part])
    assert (wrong.labels[wrong.test] != clean.labels[clean.test]).any()
    assert same(wrong, spared, "x", *PARTS)


def test_copies_of_wrongly_labelled_examples_in_a_clean_test_part_have_their_true_labels():
    fields = {"faults.leaked_duplicates": 1.0}
    clean, spared = examples_of(**fields), examples_of(clean_test=True, label_noise=0.4, **fields)
    assert np.array_equal(spared.labels[spared.test], clean.labels[clean.test])
    assert same(clean, spared, "x")


# ---- one input in another unit ---------------------------------------------------------------------------------------


def test_one_input_is_scaled_and_the_other_is_not():
    plain, wrong = raw(), raw(**{"faults.scaled_input": "x2"})
    assert np.array_equal(wrong.x[:, 0], plain.x[:, 0])
    assert np.array_equal(wrong.x[:, 1], 1000.0 * plain.x[:, 1])
    assert same(plain, wrong, "y", "labels")
    assert np.array_equal(raw(**{"faults.scaled_input": "x2", "faults.scale": 0.5}).x[:, 1], 0.5 * plain.x[:, 1])


def test_standardising_undoes_it():
    np.testing.assert_allclose(with_fault(scaled_input="x1").x, examples_of().x, rtol=1e-12, atol=1e-13)


def test_features_are_made_of_the_scaled_input():
    plain, wrong = raw(), raw(inputs=["x1*x2", "x2"], **{"faults.scaled_input": "x1"})
    np.testing.assert_allclose(wrong.x[:, 0], 1000.0 * plain.x[:, 0] * plain.x[:, 1], rtol=1e-14)
    assert np.array_equal(wrong.x[:, 1], plain.x[:, 1])


def test_scaling_makes_an_array_of_its_own():
    points = np.ones((3, 2))
    assert scaled(points, 0, 7.0).tolist() == [[7.0, 1.0]] * 3
    assert points.tolist() == [[1.0, 1.0]] * 3


# ---- standardising forgotten -----------------------------------------------------------------------------------------


def test_the_test_part_alone_is_left_as_it_was():
    plain, standard, forgotten = raw(), examples_of(), with_fault(unstandardized_test=True)
    assert np.array_equal(forgotten.x[forgotten.test], plain.x[plain.test])
    for part in (standard.train, standard.validation):
        assert np.array_equal(forgotten.x[part], standard.x[part])
    assert same(standard, forgotten, "y", "labels", "mean", "deviation")


# ---- a sorted split --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("source", ["moons", "spiral3"])
def test_labels_only_rise_from_train_over_validation_to_test(source):
    examples = with_fault(source, sorted_split=True)
    parts = [examples.labels[examples.part(name)] for name in PARTS]
    assert parts[0].max() <= parts[1].min() and parts[1].max() <= parts[2].min()
    assert parts[0].min() < parts[2].max()
    assert same(examples_of(source, standardize=False), raw(source=source, **{"faults.sorted_split": True}), "x", "y")


def test_numbers_only_rise_from_train_over_validation_to_test():
    examples = with_fault("bumps", sorted_split=True)
    parts = [examples.y[examples.part(name), 0] for name in PARTS]
    assert parts[0].max() <= parts[1].min() and parts[1].max() <= parts[2].min()


def test_several_targets_are_sorted_by_the_first_and_equal_ones_stay_in_order():
    y = ((3.0, 0.0), (1.0, 5.0), (2.0, 1.0), (1.0, 4.0), (1.0, 9.0))
    data = Data(x=tuple((float(place),) for place in range(5)), y=y, split=(0.4, 0.2, 0.4))
    examples = Trainer(Experiment(data=data).with_fields({"data.faults.sorted_split": True})).examples
    assert [examples.part(name).tolist() for name in PARTS] == [[1, 3], [4], [0, 2]]
    assert sorted_order(np.array([2, 0, 1, 0])).tolist() == [1, 3, 2, 0]


def test_it_is_sorted_by_the_labels_that_examples_carry():
    examples = with_fault(sorted_split=True, fields={"label_noise": 0.3})
    assert examples.labels[examples.train].max() <= examples.labels[examples.test].min()


def test_every_example_is_in_one_part_still():
    examples = with_fault(sorted_split=True)
    assert sorted(np.concatenate([examples.part(name) for name in PARTS]).tolist()) == list(range(200))


# ---- leaked duplicates -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fields", [{}, {"label_noise": 0.3}, {"inputs": ["sin(x1)", "x1*x2"]}, {"standardize": False}])
def test_copies_are_training_examples_to_the_bit_and_the_rest_is_as_it_was(fields):
    clean, leaky = examples_of(**fields), with_fault(leaked_duplicates=0.25, fields=fields)
    known = {(x.tobytes(), y.tobytes(), label) for x, y, label in rows(clean, clean.train)}
    for name in ("validation", "test"):
        part = clean.part(name)
        changed = (leaky.x[part] != clean.x[part]).any(axis=1)
        assert changed.sum() == round(0.25 * len(part))
        assert {(x.tobytes(), y.tobytes(), label) for x, y, label in rows(leaky, part[changed])} <= known
        assert np.array_equal(leaky.y[part[~changed]], clean.y[part[~changed]])
    assert list(map(str, rows(leaky, leaky.train))) == list(map(str, rows(clean, clean.train)))
    assert same(clean, leaky, "mean", "deviation")


def rows(examples, part):
    return [(examples.x[place], examples.y[place], int(examples.labels[place])) for place in part]


def test_numbers_leak_with_their_targets():
    leaky = with_fault("plane", leaked_duplicates=1.0)
    known = {(x.tobytes(), y.tobytes()) for x, y in zip(leaky.x[leaky.train], leaky.y[leaky.train], strict=True)}
    held_out = np.concatenate([leaky.validation, leaky.test])
    assert {(x.tobytes(), y.tobytes()) for x, y in zip(leaky.x[held_out], leaky.y[held_out], strict=True)} <= known


@given(st.integers(1, 30), st.integers(0, 30), st.floats(0, 1), st.floats(0, 1), st.integers(0, 2**32))
def test_a_larger_leak_keeps_the_copies_of_a_smaller_one(train, held_out, one, other, seed):
    little, much = sorted((one, other))
    order = np.random.default_rng(seed).permutation(train + held_out)
    parts = np.split(order, [train])
    copies = [
        list(zip(*map(np.ndarray.tolist, leaked(*parts, share, np.random.default_rng(seed))), strict=True))
        for share in (little, much)
    ]
    assert copies[1][: len(copies[0])] == copies[0]
    assert len(copies[1]) == round(much * held_out)
    assert len({place for place, _ in copies[1]}) == len(copies[1])
    assert {place for place, _ in copies[1]} <= set(parts[1].tolist())
    assert {source for _, source in copies[1]} <= set(parts[0].tolist())


def test_there_may_be_nothing_to_leak_into():
    alone = with_fault(leaked_duplicates=1.0, fields={"split": [1.0, 0.0, 0.0]})
    assert same(alone, examples_of(split=[1.0, 0.0, 0.0]), "x", "y", *PARTS)


# ---- random wrong labels ---------------------------------------------------------------------------------------------


@given(st.integers(2, 5), st.floats(0, 1), st.integers(0, 2**32))
def test_a_flipped_label_is_another_class(classes, share, seed):
    labels = np.arange(40) % classes
    wrong = flipped(labels, share, classes, np.random.default_rng(seed))
    assert np.count_nonzero(wrong != labels) == round(share * 40)
    assert ((wrong >= 0) & (wrong < classes)).all()


def test_numbers_that_are_meant_as_they_are_are_no_fault():
    assert Trainer(Experiment.named("xor4")).examples.faults == ()
    assert Trainer(Experiment.named("worked-example")).examples.faults == ()
