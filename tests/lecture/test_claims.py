import math

import numpy as np
import pytest
from msgspec.structs import replace

from nnviz.engine import Experiment, Trainer
from nnviz.lecture.checks import problems_of
from nnviz.lecture.claims import Trial
from nnviz.lecture.measures import Trained
from nnviz.lecture.metrics import METRICS
from nnviz.lecture.values import FORMAT, Claim, Cue, Lecture, Scene, Seeds, Train, Twin, Words

SAID = Words(en="So.")
MOONS = {"data": {"source": "moons", "examples": 40}, "network": {"hidden": [3, 2]}}
RELU = {
    "data": {"source": "sawtooth", "examples": 30, "standardize": False},
    "network": {"hidden": [3], "activation": "relu"},
}
LINEAR = {"data": {"source": "moons", "examples": 30}, "network": {"hidden": [3, 2], "activation": "linear"}}


def claimed(claim, experiment="xor4", cues=None, **fields):
    cues = cues or (Cue(say=SAID), Cue(say=SAID, train=Train(epochs=3)))
    return Scene(id="this", title=SAID, experiment=experiment, cues=cues, claims=(claim,), **fields)


def verdicts(*scenes, first_seed=1):
    trial = Trial(Lecture(format=FORMAT, title=SAID, scenes=scenes), first_seed)
    for _ in trial.run():
        pass
    return list(trial.verdicts())


def trained(experiment, epochs=0):
    trainer = Trainer(Experiment.named(experiment) if isinstance(experiment, str) else experiment)
    trainer.run(iterations=epochs * trainer.batches_per_epoch)
    about = trainer.architecture, trainer.examples, trainer.theta(), trainer.history, trainer.epoch
    return Trained(trainer.experiment, *about)


def measured(network, metric, **about):
    return METRICS[metric].measure(network, Claim(metric=metric, is_="<", bound=0, **about))


def about(metric):
    given = {"layer": {"layer": 1}, "batch": {"batch": 3}, None: {}}
    return given.get(METRICS[metric].about, {"pick": "h1[0]" if METRICS[metric].about == "unit" else "W1[1,0]"})


@pytest.mark.parametrize("metric", METRICS)
def test_every_metric_is_a_number_of_some_network_that_its_claim_is_not_refused_for(metric):
    experiment = {"answer.pieces": RELU, "answer.collapse": LINEAR}.get(metric, MOONS)
    if "classes" not in METRICS[metric].tasks:
        experiment = RELU
    scene = claimed(Claim(metric=metric, is_=">=", bound=0, seeds=2, **about(metric)), experiment)
    if metric == "answer.pieces":
        scene = replace(scene, set={"network.hidden": [2]})
    if about(metric).get("pick", "").startswith("W"):
        scene = replace(scene, set={"data.split": [1.0, 0.0, 0.0]})
    assert problems_of(scene) == []
    (verdict,) = verdicts(scene)
    assert len(verdict.values) == 2 and all(map(math.isfinite, verdict.values))


def test_the_published_example_is_measured_as_it_is_published():
    network = trained("worked-example")
    assert measured(network, "train.loss") == pytest.approx(0.298371, abs=5e-7)
    assert measured(network, "value", pick="h1[0]") == pytest.approx(0.593270, abs=5e-7)
    assert measured(network, "value", pick="y[1]") == pytest.approx(0.772928, abs=5e-7)
    assert measured(network, "value", pick="W2[0,1]") == 0.45
    assert measured(network, "value", pick="b2[0]") == 0.6
    assert measured(network, "gradient", pick="W2[0,0]") == pytest.approx(0.082167, abs=5e-7)
    assert measured(network, "delta", pick="y[0]") == pytest.approx(0.138499, abs=5e-7)
    assert measured(network, "nudge.error", pick="W1[0,0]") < 1e-9
    assert measured(network, "paths.error", pick="W1[0,0]") < 1e-15
    assert measured(network, "network.parameters") == 12


def test_units_that_are_all_the_same_do_not_differ_and_others_do():
    constant = Experiment.named("xor4", {"network.init": "constant"})
    assert measured(trained(constant, 3), "hidden.spread") == 0.0
    assert measured(trained("xor4", 3), "hidden.spread") > 0.1


def test_straight_pieces_and_one_matrix():
    pieces = Experiment.named("sawtooth", {"network.hidden": [2], "network.parameters": None, "data.examples": 30})
    assert measured(trained(pieces), "answer.pieces") in (1, 2, 3)
    linear = Experiment.named("moons", {"network.hidden": [3, 2], "network.activation": "linear"})
    assert measured(trained(linear, 2), "answer.collapse") < 1e-12


def test_a_unit_that_is_off_is_off_in_what_is_measured(xor4):
    cues = (Cue(say=SAID, train=Train(epochs=4)), Cue(say=SAID, set={"h1[0]": "off", "h1[1]": "off", "h1[2]": "off"}))
    silent, loud = (
        claimed(Claim(metric="delta", pick="h1[0]", is_="==", bound=0, after=cue, seeds=2), cues=cues) for cue in (2, 1)
    )
    off, on = verdicts(replace(silent, id="silent"), replace(loud, id="loud"))
    assert off.holds and off.values == (0.0, 0.0)
    assert not on.holds and on.share == 0.0


def test_networks_that_train_side_by_side_are_those_that_train_alone():
    scene = claimed(Claim(metric="train.loss", is_="<", bound=0.1, seeds=5), MOONS)
    (verdict,) = verdicts(scene, first_seed=3)
    for place, value in enumerate(verdict.values):
        seeds = {"network.seed": 3 + place, "training.seed": 3 + place}
        own = Experiment.named("moons", {"data.noise": 0.0, "data.examples": 40, "training.early_stopping": None})
        own = own.with_fields({**seeds, "network.hidden": [3, 2], "training.epochs": 500})
        assert measured(trained(own, 3), "train.loss") == value


def test_what_a_claim_sets_and_a_row_of_a_sheet_is_what_it_speaks_of():
    sheet = Seeds(count=2, grid={"network.hidden": ([], [3])})
    claim = Claim(metric="network.parameters", is_="==", bound=13, set={"network.hidden": [3]}, seeds=1)
    (verdict,) = verdicts(claimed(claim, seeds=sheet))
    assert verdict.holds


@pytest.mark.parametrize(("of", "expected"), [("left", 3), ("right", 13), ("right/left", 13 / 3), ("right-left", 10)])
def test_a_claim_is_of_one_side_or_of_both(of, expected):
    claim = Claim(metric="network.parameters", of=of, is_="==", bound=expected, seeds=1)
    (verdict,) = verdicts(claimed(claim, set={"network.hidden": []}, twin=Twin(set={"network.hidden": [3]})))
    assert verdict.measured == expected and verdict.holds


@pytest.mark.parametrize(("is_", "holds"), [("<", False), ("<=", True), (">", False), (">=", True), ("==", True)])
def test_bounds_are_compared_as_they_say(is_, holds):
    (verdict,) = verdicts(claimed(Claim(metric="network.parameters", is_=is_, bound=13, seeds=1)))
    assert verdict.holds is holds


def test_a_share_of_the_seeds_may_be_enough():
    claim = Claim(metric="train.loss", after=1, is_="<", bound=0, seeds=4)
    (strict,) = verdicts(claimed(claim))
    bound = sorted(strict.values)[1]
    (half,) = verdicts(claimed(replace(claim, is_="<=", bound=bound, share=0.5)))
    (most,) = verdicts(claimed(replace(claim, is_="<=", bound=bound, share=0.6)))
    assert (half.share, half.holds, most.holds) == (0.5, True, False)
    assert half.measured == np.median(strict.values)


def test_a_twin_from_other_seeds_goes_on_to_have_others():
    claim = Claim(metric="value", pick="W1[0,0]", of="right-left", is_="==", bound=0, after=1, seeds=2)
    (verdict,) = verdicts(claimed(claim, twin=Twin(set={"network.seed": 2})))
    assert verdict.share == 0.0


@pytest.mark.parametrize(
    ("claim", "problem"),
    [
        ({"metric": "train.los"}, 'claim[0].metric: no metric "train.los"; did you mean "train.loss"?'),
        (
            {"metric": "train.rmse"},
            "claim[0].metric: train.rmse is about numbers, and this data has classes to predict",
        ),
        ({"metric": "probe"}, "claim[0].layer: probe is about a layer, and needs one"),
        ({"metric": "probe", "layer": 2}, "claim[0].layer: layers count from 0 to 1 here, got 2"),
        ({"metric": "train.loss", "layer": 1}, "claim[0].layer: train.loss is not about one"),
        ({"metric": "delta", "pick": "W1[0,0]"}, "claim[0].pick: delta is about a unit, got W1[0,0]"),
        ({"metric": "value", "pick": "one"}, "claim[0].pick: expected a weight such as"),
        (
            {"metric": "value", "pick": "h1[3]"},
            "claim[0]: pick: h1[3]: units of this layer count from 0 to 2, got 3",
        ),
        (
            {"metric": "hidden.spread", "set": {"network.hidden": []}},
            "claim[0].metric: hidden.spread: this network has no hidden units",
        ),
        (
            {"metric": "train.loss", "set": {"network.hiden": []}},
            "claim[0]: set.network.hiden: no such field; did you mean network.hidden?",
        ),
        ({"metric": "answer.pieces"}, "claim[0].metric: answer.pieces: only ReLUs and the like"),
        ({"metric": "answer.collapse"}, "claim[0].metric: answer.collapse: not all hidden layers are linear"),
    ],
)
def test_a_claim_that_cannot_be_tested_is_refused(claim, problem):
    (refused,) = problems_of(claimed(Claim(**{"is_": "<", "bound": 1, **claim})))
    assert str(refused).startswith(f"scene this: {problem}")
