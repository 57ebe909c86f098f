import numpy as np
import pytest

from nnviz.engine import Experiment
from nnviz.engine.data.examples import make_examples
from nnviz.engine.settings import Data
from nnviz.ui.names.units import NO_NAMES, UnitNames, column_in_words, target_in_words


def names_of(name, **fields):
    return UnitNames.of_examples(make_examples(Experiment.named(name).with_fields(fields)))


def test_numbered_inputs_have_no_names_and_a_single_output_stands_for_the_second_class():
    names = names_of("circle")
    assert names.of(0, 0, 2) == "" and names.of(2, 0, 2) == "class 1"
    assert names.brief(2, 0, 2) == "1"
    assert [names.target(np.array([y])) for y in (0.0, 1.0)] == ["class 0", "class 1"]


def test_targets_of_a_tanh_are_classes_too():
    fields = {"network.output": "tanh", "training.loss": "squared_error"}
    names = names_of("circle", **fields)
    assert [names.target(np.array([y])) for y in (-1.0, 1.0)] == ["class 0", "class 1"]


def test_the_mean_of_several_targets_is_no_class():
    assert names_of("circle").target(np.array([0.3])) == ""
    assert names_of("penguins").target(np.array([0.5, 0.2, 0.3])) == ""
    assert NO_NAMES.target(np.array([1.0])) == ""


def test_columns_are_called_what_they_are_and_not_how_they_were_measured():
    names = names_of("penguins")
    called = [names.of(0, unit, 2) for unit in (0, 3, 4, 7)]
    assert called == ["bill length", "body mass", "island=Biscoe", "sex=female"]
    assert [names.of(2, unit, 2) for unit in range(3)] == ["Adelie", "Chinstrap", "Gentoo"]
    assert names.target(np.array([0.0, 1.0, 0.0])) == "Chinstrap"
    assert names.beside("ŷ₂", 2, 1, 2) == "ŷ₂ Chinstrap" and names.beside("h₁", 1, 0, 2) == "h₁"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("mm", "mm"),
        ("_", "_"),
        ("x1*x_mm", "x1*x_mm"),
        ("alter", "alter"),
        ("pixel_0_2", "pixel 1, 3"),
        ("size_of_g", "size of"),
        ("a b_m", "a b_m"),
    ],
)
def test_only_a_plain_name_is_put_in_words(name, words):
    assert column_in_words(name) == words


@pytest.mark.parametrize(
    ("target", "most", "words"), [("fuel_use", None, "fuel use"), ("fuel_use", 5, "y"), (None, None, "y")]
)
def test_the_number_to_predict_has_the_name_of_its_column_or_is_y(target, most, words):
    assert target_in_words(Data(target=target), most) == words


def test_a_table_of_ones_own_has_its_names(tmp_path):
    file = tmp_path / "animals.csv"
    file.write_text("weight_kg,legs,kind\n" + "3.5,4,cat\n0.2,2,bird\n4.1,4,cat\n0.3,2,bird\n" * 5, encoding="utf-8")
    experiment = Experiment.parse(f'[data]\nfile = "{file.as_posix()}"\ntarget = "kind"\n')
    names = UnitNames.of_examples(make_examples(experiment))
    assert names.inputs == ("weight", "legs")
    assert names.of(2, 0, 2) == "cat" and names.target(np.array([0.0])) == "bird"


def test_hand_made_features_are_called_what_they_are():
    assert names_of("circle", **{"data.inputs": ["x1^2", "x2"]}).of(0, 0, 2) == "x1^2"


def test_each_output_stands_for_its_class():
    names = names_of("digits")
    assert names.of(3, 7, 3) == "class 7"
    assert names.of(2, 7, 3) == ""
    assert names.brief(3, 7, 3) == "7"
    assert names.target(np.eye(10)[4]) == "class 4"


def test_numbers_to_predict_are_no_classes():
    assert names_of("diabetes").of(2, 0, 2) == ""
