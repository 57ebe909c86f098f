"""A session stands wherever an experiment is asked for, at its place."""

import json

import pytest

from nnviz.engine import Experiment, Trainer
from nnviz.sessions.session import Session
from nnviz.sessions.writing import write_session
from nnviz.view import View


@pytest.fixture
def kept(folder):
    """A run of "circle" whose past was changed, kept at its iteration 40."""
    trainer = Trainer(Experiment.named("circle"))
    examples = trainer.examples
    trainer.run(30)
    trainer.seek(12)
    trainer.fork()
    trainer.set_weight(1, 0, 0, 2.0)
    trainer.run(28)
    write_session(folder / "x.nnviz", Session.of(trainer, View(pick="h1[0]", panels=("data",)), examples))
    return trainer


def test_a_trace_of_a_session_begins_where_it_stands(nnviz, kept):
    outcome = nnviz("trace", "x.nnviz", "--json", "-")
    (iteration,) = json.loads(outcome.output)["iterations"]
    record = kept.iterate()
    assert iteration["iteration"] == 40
    assert iteration["before"][0]["W"] == record.layers[0].W.tolist()


def test_a_trace_of_a_session_goes_elsewhere_on_its_line(nnviz, kept):
    outcome = nnviz("trace", "x.nnviz", "--from", 12, "--json", "-")
    assert json.loads(outcome.output)["iterations"][0]["before"][0]["W"][0][0] == 2.0


def test_an_explanation_of_a_session_is_of_where_it_stands(nnviz, kept):
    outcome = nnviz("explain", "x.nnviz", "--weight", "1,0,0", "--json", "-")
    told = json.loads(outcome.output)
    assert told["iteration"] == 40
    assert told["gradient"] == pytest.approx(kept.iterate().layers[0].grad_W[0, 0], rel=1e-9)


def test_a_worksheet_of_a_session_is_of_where_it_stands(nnviz, kept, qapp):
    outcome = nnviz("worksheet", "x.nnviz", "--out", "-")
    weight = kept.iterate().layers[0].W[0, 0]
    assert f"w¹₁₁ = {weight:.2f}" in outcome.output


def test_training_a_session_goes_on_from_where_it_stands(nnviz, kept):
    outcome = nnviz("train", "x.nnviz", "--csv", "-")
    kept.run()
    last = outcome.output.splitlines()[-1].split(",")
    assert [float(last[0]), float(last[2])] == [kept.epoch, kept.history.train_loss[-1]]


def test_a_session_is_checked(nnviz, kept):
    outcome = nnviz("check", "x.nnviz")
    assert outcome.status == 0
    assert outcome.output.startswith(
        "x.nnviz: valid: a session at iteration 40, 2 lines through time: 2-4-3-1, 31 parameters"
    )
    assert "Replayed here to the same bits: iterations 0–40" in outcome.output


def test_a_run_that_has_been_is_not_overridden(nnviz, kept):
    outcome = nnviz("train", "x.nnviz", "--epochs", 3)
    assert outcome.status == 2
    assert outcome.complaint.startswith("x.nnviz is a session")


def test_what_is_no_session_is_said_in_a_line(nnviz, folder):
    (folder / "y.nnviz").write_bytes(b"PK")
    for words in (["check"], ["train"], ["trace", "--json", "-"]):
        outcome = nnviz(words[0], "y.nnviz", *words[1:])
        assert outcome.status == 2 and outcome.complaint == "y.nnviz: this is no nnviz session"


def test_a_picture_of_a_session_is_of_where_it_stands_and_of_what_was_on_screen(nnviz, kept, folder):
    look = ["--iteration", 40, "--phase", "x", "--set", "view.pick=h1[0]", "--set", 'view.panels=["data"]']
    words = {"there": ["x.nnviz"], "early": ["x.nnviz", "--iteration", 3], "other": ["circle", *look]}
    for name, each in words.items():
        assert nnviz("render", *each, "--out", f"{name}.png", "--size", "640x480").status == 0
    assert len({(folder / f"{name}.png").read_bytes() for name in words}) == 3
