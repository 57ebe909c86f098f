import numpy as np
import pytest

from nnviz.engine import Experiment
from nnviz.engine.analysis.informative_pair import informative_pair
from nnviz.engine.data.examples import make_examples


def test_the_second_is_what_the_first_leaves_over():
    draw = np.random.default_rng(1)
    a, b, noise = draw.standard_normal((3, 400))
    columns = np.column_stack([noise, a, a + 0.01 * noise, b])
    assert informative_pair(columns, (2.0 * a + b)[:, None]) == (1, 3)


def test_columns_of_two_values_are_taken_only_where_others_are_wanting():
    draw = np.random.default_rng(2)
    switch = draw.integers(0, 2, 200).astype(float)
    noise = draw.standard_normal((2, 200))
    assert informative_pair(np.column_stack([switch, *noise]), switch[:, None]) == (1, 2)
    assert informative_pair(np.column_stack([switch, 1.0 - switch, noise[0]]), switch[:, None])[0] == 0


@pytest.mark.parametrize("columns", [np.zeros((5, 3)), np.ones((1, 4))])
def test_columns_that_never_change_have_a_pair_too(columns):
    across, up = informative_pair(columns, np.zeros((len(columns), 1)))
    assert 0 <= across < up < columns.shape[1]


@pytest.mark.parametrize(
    ("name", "pair"), [("diabetes", ("bmi", "s5")), ("penguins", ("bill_length_mm", "flipper_length_mm"))]
)
def test_of_the_real_tables_it_is_what_is_known_to_tell_most(name, pair):
    examples = make_examples(Experiment.named(name))
    across, up = informative_pair(examples.raw[examples.train], examples.y[examples.train])
    assert (examples.input_names[across], examples.input_names[up]) == pair
