import pytest

from nnviz.ui.diagram import words
from tests.ui.diagram.networks import moment_at, trainer_of


def test_captions_have_the_names_that_lists_have():
    architecture = trainer_of((2, 4, 1), **{"network.activation": "leaky_relu"}).architecture
    assert words.captions(1, architecture)[0] == "hidden 1 · leaky ReLU"


def test_dropout_is_said_where_it_silences():
    record = trainer_of((2, 4, 3, 1), **{"training.dropout": [0.0, 0.5]}).iterate()
    assert "dropout" not in words.sentence(moment_at(record, "a1"))
    assert "dropout" in words.sentence(moment_at(record, "a2"))


@pytest.mark.parametrize(("optimiser", "against"), [("sgd", True), ("momentum", False), ("adam", False)])
def test_only_a_step_without_a_memory_goes_against_the_gradient(optimiser, against):
    record = trainer_of((2, 4, 1), **{"training.optimizer": optimiser}).iterate()
    assert ("against its gradient" in words.sentence(moment_at(record, "update"))) is against
