"""What the console says of a cue and of a claim."""

from nnviz.lecture.values import Claim, Cue, Scene, Train, Twin, Words
from nnviz.ui.console.words import claim_text, deeds
from nnviz.ui.look.numbers import NumberStyle

STYLE = NumberStyle()
SCENE = Scene(
    id="a",
    title=Words(en="a"),
    experiment="circle",
    set={"data.examples": 60, "network.hidden": [3]},
    twin=Twin(set={"network.bias": 1.0}),
    view={"panels": ["data"]},
    cues=(
        Cue(say=Words(en="one")),
        Cue(set={"h1[2]": "off", "training.learning_rate": 0.5}, train=Train(epochs=12)),
        Cue(right={"W2[0,2]": 0.0}, view={"at": {"phase": "delta1"}, "panels": ["loss", "explain"]}),
        Cue(restart=True, train=Train(iterations=3), set={"network.activation": "relu"}),
    ),
)


def test_it_says_what_is_changed_how_far_it_trains_and_what_is_brought_on_screen() -> None:
    assert deeds(SCENE, 1, STYLE) == ["Data"]
    assert deeds(SCENE, 2, STYLE) == ["h₃ knocked out, learning rate 0.5", "trains 12 epochs"]
    assert deeds(SCENE, 3, STYLE) == ["right: w²₁₃ = 0", "Loss, Explanations", "Error signal δ of hidden layer 1"]
    assert deeds(SCENE, 4, STYLE) == ["activation: ReLU", "from the beginning, the same weights", "3 updates"]


def test_what_cannot_be_shown_is_said() -> None:
    wrong = Scene(id="b", title=Words(en="b"), experiment="circle", cues=(Cue(set={"h9[2]": "off"}),))
    (text,) = deeds(wrong, 1, STYLE)
    assert text.startswith("scene b: cue 1: set: only hidden units can be silenced")


def test_a_claim_is_a_sentence() -> None:
    loss = Claim(metric="train.loss", of="right", is_="<=", bound=0.01, seeds=20, share=0.9)
    assert claim_text(SCENE, loss, STYLE) == "right: training loss ≤ 0.01, for 90\u00a0% of 20 seeds"
    unit = Claim(metric="delta", pick="h1[2]", is_="==", bound=0.0, tolerance=0.5, seeds=5)
    assert claim_text(SCENE, unit, STYLE) == "mean |δ| h₃ = 0 ± 0.5, for all 5 seeds"
    probe = Claim(metric="probe", layer=1, is_=">", bound=0.5, seeds=1, set={"network.init": "zeros"})
    assert claim_text(SCENE, probe, STYLE) == "accuracy of a straight line of layer 1 > 0.5 (initialisation: zeros)"
