"""Differences in the words that stand over the sides."""

from nnviz.engine import Experiment
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.session.difference_words import count_text, field_name, side_names, side_texts
from nnviz.ui.session.differences import differences

CIRCLE = Experiment.named("circle")
STYLE = NumberStyle()


def said(left: Experiment, right: Experiment) -> list[tuple[str, ...]]:
    found = differences(left, right)
    return [side_texts(found, place, side, STYLE) for place, side in enumerate((left, right))]


def names(left: Experiment, right: Experiment) -> tuple[str, str]:
    return side_names(differences(left, right), (left, right), STYLE)


def test_a_value_is_said_with_what_it_is_a_value_of() -> None:
    right = CIRCLE.with_fields({"network.activation": "relu"})
    assert said(CIRCLE, right) == [("activation: tanh",), ("activation: ReLU",)]


def test_hidden_layers_are_said_as_whole_networks() -> None:
    right = CIRCLE.with_fields({"network.hidden": []})
    assert said(CIRCLE, right) == [("network: 2-4-3-1",), ("network: 2-1",)]


def test_a_batch_of_all_examples_is_full() -> None:
    right = CIRCLE.with_fields({"training.batch_size": "full"})
    assert said(CIRCLE, right) == [("batch size: 10",), ("batch size: full",)]


def test_what_a_side_has_not_is_none() -> None:
    right = CIRCLE.with_fields({"training.early_stopping": None})
    assert said(CIRCLE, right) == [("early stopping: on",), ("early stopping: none",)]


def test_numbers_are_written_as_the_user_wants_them() -> None:
    right = CIRCLE.with_fields({"training.learning_rate": 0.5})
    found = differences(CIRCLE, right)
    assert side_texts(found, 1, right, NumberStyle(decimal_sign=",")) == ("learning rate: 0,5",)


def test_weights_from_a_file_are_not_read_out() -> None:
    left = Experiment.named("worked-example")
    right = left.with_fields({"network.parameters": None})
    assert said(left, right) == [("weights: from the file",), ("weights: drawn",)]


def test_a_field_without_a_name_is_called_what_files_call_it() -> None:
    assert field_name("data.faults.scale") == "data.faults.scale"


def test_a_short_value_is_the_name_of_its_side() -> None:
    assert names(CIRCLE, CIRCLE.with_fields({"network.activation": "linear"})) == ("tanh", "linear")


def test_sides_with_several_differences_are_left_and_right() -> None:
    right = CIRCLE.with_fields({"network.activation": "linear", "training.learning_rate": 1.0})
    assert names(CIRCLE, right) == ("left", "right")


def test_a_seed_is_no_name() -> None:
    assert names(CIRCLE, CIRCLE.with_fields({"network.seed": 7})) == ("left", "right")


def test_how_many_differences_there_are_is_said_plainly() -> None:
    one = CIRCLE.with_fields({"network.activation": "linear"})
    two = one.with_fields({"training.learning_rate": 1.0})
    assert count_text(differences(CIRCLE, CIRCLE)) == "no difference: both are the same"
    assert count_text(differences(CIRCLE, one)) == "one difference, all else equal"
    assert count_text(differences(CIRCLE, two)) == "2 differences: activation, learning rate"


def test_a_network_can_be_named_after_its_table_has_gone(tmp_path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("a,b,y\n" + "".join(f"{i},{i * i % 7},{i % 2}\n" for i in range(20)))
    left = Experiment.parse(f'[data]\nfile="{table.as_posix()}"\ntarget="y"\n')
    right = left.with_fields({"network.hidden": []})
    table.unlink()
    assert said(left, right) == [("network: 4",), ("network: none",)]


def test_a_table_is_called_by_its_name_without_its_folder(tmp_path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("a,b,y\n" + "".join(f"{i},{i * i % 7},{i % 2}\n" for i in range(20)))
    right = Experiment.parse(f'[data]\nfile="{table.as_posix()}"\ntarget="y"\n')
    assert {"table: table.csv", "column to predict: y"} <= set(said(CIRCLE, right)[1])
