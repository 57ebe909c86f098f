"""A session stands wherever an experiment is asked for, at its place."""

import json
import re

import pytest
import safetensors.numpy as reference

from nnviz.engine import Experiment, Trainer
from nnviz.sessions.session import Session
from nnviz.sessions.writing import write_session
from nnviz.view import At, View


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
    for words in (["train", "x.nnviz", "--epochs", 3], ["check", "x.nnviz", "--set", "training.epochs=3"]):
        outcome = nnviz(*words)
        assert outcome.status == 2
        assert outcome.complaint.startswith("x.nnviz is a session")


def test_the_weights_of_a_session_are_those_on_screen(nnviz, kept, folder):
    before = kept.parameters()[0][0]
    assert nnviz("weights", "x.nnviz", "--out", "before.safetensors").status == 0
    assert reference.load_file("before.safetensors")["0.weight"].tobytes() == before.tobytes()
    seen_to_its_end = View(at=At(iteration=40, phase="update"))
    write_session(folder / "y.nnviz", Session.of(kept, seen_to_its_end, kept.examples))
    assert nnviz("weights", "y.nnviz", "--out", "after.safetensors").status == 0
    assert reference.load_file("after.safetensors")["0.weight"].tobytes() == kept.iterate().layers[0].W_after.tobytes()


def test_a_page_of_a_session_begins_where_it_stands_with_what_was_picked(nnviz, folder, kept):
    write_session(
        folder / "x.nnviz", Session.of(kept, View(pick="W1[0,1]", at=At(iteration=40, phase="a1")), kept.examples)
    )
    assert nnviz("page", "x.nnviz", "--out", "x.html").status == 0
    contents = json.loads(re.search(r"<script[^>]*json[^>]*>(.*?)</script>", (folder / "x.html").read_text(), re.S)[1])
    (cue,) = contents["scenes"][0]["cues"]
    start = cue["sides"][0]["start"]
    assert (start["iteration"], cue["pick"], cue["phase"]) == (40, "W1[0,1]", 2)
    assert start["network"]["layers"][0]["W"] == kept.parameters()[0][0].tolist()


def test_a_page_of_a_run_that_was_gone_on_with_goes_on_as_far(nnviz, folder):
    trainer = Trainer(Experiment.named("xor4", {"training.epochs": 3}))
    trainer.run()
    trainer.go_on()
    trainer.run(1)
    write_session(folder / "on.nnviz", Session.of(trainer, View(), trainer.examples))
    assert nnviz("page", "on.nnviz", "--out", "on.html").status == 0
    contents = json.loads(re.search(r"<script[^>]*json[^>]*>(.*?)</script>", (folder / "on.html").read_text(), re.S)[1])
    (run,) = contents["runs"]
    # A schedule is as long as it was.
    assert (run["epochLimit"], run["epochs"]) == (6, 3)


def test_a_film_of_a_session_begins_where_it_stands_as_it_was_on_screen(nnviz, folder, kept, qapp):
    look = ["--size", "320x200", "--fps", 2, "--grain", "iteration"]
    seen = ["--set", 'view.panels=["data"]', "--set", "view.pick=h1[0]"]
    films = {
        "there": ["x.nnviz"],
        "named": ["x.nnviz", "--iteration", 40, *seen],
        "early": ["x.nnviz", "--iteration", 3],
    }
    films["unchanged"] = ["circle", "--iteration", 40, *seen]
    for name, each in films.items():
        assert nnviz("film", *each, *look, "--out", f"{name}.gif").status == 0
    made = {name: (folder / f"{name}.gif").read_bytes() for name in films}
    assert made["there"] == made["named"]
    assert len(set(made.values())) == 3


def test_slides_of_a_session_are_of_where_it_stands(nnviz, folder, kept, qapp):
    from pptx import Presentation

    assert nnviz("slides", "x.nnviz", "--size", "640x400", "--out", "x.pptx").status == 0
    slides = Presentation(str(folder / "x.pptx")).slides
    texts = [shape.text_frame.text for shape in slides[1].shapes if shape.has_text_frame]
    record = kept.iterate()
    assert any(f"{record.layers[0].z[0, 0]:.3f}".replace("-", "−") in text for text in texts), texts


def test_what_begins_anew_is_made_of_a_session_that_nobody_changed(nnviz, folder, kept):
    trainer = Trainer(Experiment.named("xor4"))
    trainer.run()
    write_session(folder / "plain.nnviz", Session.of(trainer, View(), trainer.examples))
    for words in (["code", "--out", "-"], ["sweep", "--set", "training.epochs=2,3", "--csv", "-"]):
        plain = nnviz(words[0], "plain.nnviz", *words[1:])
        assert plain.status == 0 and plain.output == nnviz(words[0], "xor4", *words[1:]).output
        changed = nnviz(words[0], "x.nnviz", *words[1:])
        assert changed.status == 2 and changed.complaint.startswith("x.nnviz: its run was changed on the way, and a ")


def test_of_a_run_that_has_ended_the_last_update_is_shown(nnviz, folder):
    trainer = Trainer(Experiment.named("xor4", {"training.epochs": 3}))
    trainer.run()
    write_session(folder / "z.nnviz", Session.of(trainer, View(), trainer.examples))
    outcome = nnviz("trace", "z.nnviz", "--json", "-")
    assert json.loads(outcome.output)["iterations"][0]["iteration"] == trainer.iteration - 1


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
