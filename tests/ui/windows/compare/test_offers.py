"""The changes on offer: each makes the experiment that it promises, or says why it cannot."""

import pytest

from nnviz.engine import Experiment
from nnviz.ui.session.differences import differences
from nnviz.ui.windows.compare.offers import Offer, kinds, offers, usual_right

CIRCLE = Experiment.named("circle")
NO_HIDDEN = CIRCLE.with_fields({"network.hidden": []})
KINDS = [key for key, _ in kinds()]


def offer(kind: str, key: str, left: Experiment = CIRCLE) -> Offer:
    return next(each for each in offers(left, kind) if each.key == key)


def right(kind: str, key: str, left: Experiment = CIRCLE) -> Experiment:
    made = offer(kind, key, left).experiment
    assert made is not None
    return made


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["circle", "sine", "digits", "spiral3", "worked-example"])
def test_every_change_can_be_made_or_says_why_not(kind: str, name: str) -> None:
    left = Experiment.named(name)
    made = offers(left, kind)
    assert made
    for each in made:
        assert (each.experiment is None) == bool(each.reason)
        assert each.experiment is None or differences(left, each.experiment)


@pytest.mark.parametrize("kind", KINDS)
def test_a_change_of_a_built_in_set_is_one_difference(kind: str) -> None:
    for each in offers(CIRCLE, kind):
        assert each.experiment is None or len(differences(CIRCLE, each.experiment)) == 1


def test_the_hidden_layers_go() -> None:
    assert right("hidden", "none").network.hidden == ()


def test_where_there_is_no_hidden_layer_there_can_be_one() -> None:
    assert right("hidden", "one", NO_HIDDEN).network.hidden == (4,)
    assert offer("hidden", "none", NO_HIDDEN).reason == "The left side has this already"


def test_layers_with_activations_of_their_own_go_too() -> None:
    left = CIRCLE.with_fields({"network.activation": ["tanh", "relu"], "network.bias": [0.0, 1.0, 2.0]})
    made = right("hidden", "none", left)
    assert (made.network.hidden, made.network.bias) == ((), (2.0,))


def test_width_is_doubled_and_halved() -> None:
    assert right("width", "double").network.hidden == (8, 6)
    assert right("width", "half").network.hidden == (2, 1)


def test_a_layer_of_one_unit_has_no_half() -> None:
    left = CIRCLE.with_fields({"network.hidden": [4, 1]})
    assert offer("width", "half", left).reason == "A layer of one unit cannot be halved"


def test_a_network_without_hidden_layers_has_neither_activation_nor_width() -> None:
    for kind in ("activation", "width"):
        assert {each.reason for each in offers(NO_HIDDEN, kind)} == {"There is no hidden layer"}


def test_depth_goes_by_one() -> None:
    assert right("depth", "more").network.hidden == (4, 3, 3)
    assert right("depth", "fewer").network.hidden == (4,)


def test_a_sigmoid_output_goes_with_two_losses() -> None:
    assert right("loss", "squared_error").training.loss == "squared_error"
    assert offer("loss", "binary_cross_entropy").reason == "The left side has this already"
    assert "softmax" in offer("loss", "cross_entropy").reason


def test_another_loss_lets_the_scale_of_the_squared_error_go() -> None:
    left = CIRCLE.with_fields({"training.loss": "squared_error", "training.loss_scale": "sum"})
    chosen = offer("loss", "binary_cross_entropy", left).experiment
    assert chosen is not None
    assert (chosen.training.loss, chosen.training.loss_scale) == ("binary_cross_entropy", "half_sum")


def test_the_learning_rate_goes_by_ten_and_stays_a_round_number() -> None:
    assert right("learning_rate", "more").training.learning_rate == 0.1
    assert right("learning_rate", "less").training.learning_rate == 0.001


def test_another_seed_is_another_one() -> None:
    assert [each.experiment.network.seed for each in offers(CIRCLE, "seed") if each.experiment] == [2, 3, 4]


def test_a_comparison_begins_without_hidden_layers_or_with_one() -> None:
    assert usual_right(CIRCLE).network.hidden == ()
    assert usual_right(NO_HIDDEN).network.hidden == (4,)


def test_where_no_change_can_be_made_both_sides_are_the_same(tmp_path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("a,b,y\n" + "".join(f"{i},{i * i % 7},{i % 2}\n" for i in range(20)))
    left = Experiment.parse(f'[data]\nfile="{table.as_posix()}"\ntarget="y"\n')
    table.unlink()
    assert usual_right(left) == left
