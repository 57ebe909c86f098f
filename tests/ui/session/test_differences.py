"""What two experiments differ in is found from all of both, and from nothing else."""

from nnviz.engine import Experiment
from nnviz.ui.session.differences import Difference, differences

CIRCLE = Experiment.named("circle")


def changed(**fields: object) -> Experiment:
    return CIRCLE.with_fields({name.replace("__", "."): value for name, value in fields.items()})


def test_an_experiment_does_not_differ_from_itself() -> None:
    assert differences(CIRCLE, Experiment.parse(CIRCLE.to_toml())) == ()


def test_one_change_is_one_difference() -> None:
    found = differences(CIRCLE, changed(network__activation="linear"))
    assert found == (Difference("network.activation", "tanh", "linear"),)


def test_a_title_is_no_difference() -> None:
    assert differences(CIRCLE, changed(title="Another name")) == ()


def test_each_change_is_found() -> None:
    found = differences(CIRCLE, changed(network__hidden=[], training__learning_rate=1.0, data__seed=2))
    assert [each.field for each in found] == ["data.seed", "network.hidden", "training.learning_rate"]


def test_the_settings_that_come_with_another_optimiser_are_part_of_that_difference() -> None:
    found = differences(CIRCLE, changed(training__optimizer="adam"))
    assert found == (Difference("training.optimizer.name", "sgd", "adam"),)


def test_another_setting_of_the_same_optimiser_is_a_difference_of_its_own() -> None:
    left = changed(training__optimizer={"name": "adam"})
    right = changed(training__optimizer={"name": "adam", "beta1": 0.5})
    assert differences(left, right) == (Difference("training.optimizer.beta1", 0.9, 0.5),)


def test_what_only_one_side_has_is_a_difference() -> None:
    (found,) = differences(CIRCLE, changed(training__early_stopping=None))
    assert (found.field, found.right) == ("training.early_stopping", None)
    assert found.left is not None


def test_left_and_right_change_places() -> None:
    right = changed(training__batch_size="full")
    there, back = differences(CIRCLE, right), differences(right, CIRCLE)
    assert [(each.left, each.right) for each in there] == [(each.right, each.left) for each in back]
