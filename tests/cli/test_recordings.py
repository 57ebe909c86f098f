"""A recording stands where an experiment is asked for, as far as that makes sense."""

import json

import numpy as np
import pytest
import safetensors.numpy as reference

from tests.recordings.own import own_training, write
from tests.recordings.test_bad_files import put, with_numbers


@pytest.fixture
def records(folder):
    """The updates of a recording, which is ``x.nnviz-run``."""
    trainer, records = own_training(**{"training.optimizer": "adam"})
    write(folder / "x.nnviz-run", trainer, records)
    return records


def test_a_trace_has_the_numbers_that_were_recorded(nnviz, records):
    outcome = nnviz("trace", "x.nnviz-run", "--from", 12, "--iterations", 2, "--json", "-")
    first, second = json.loads(outcome.output)["iterations"]
    assert (first["iteration"], second["iteration"]) == (12, 13)
    assert first["backward"][0]["delta"] == records[12].layers[0].delta.tolist()
    assert second["after"][2]["b"] == records[13].layers[2].b_after.tolist()
    assert first["optimizer"]["before"]["v"][0]["W"] == (
        records[12].architecture.weights_and_biases(records[12].state[1])[0][0].tolist()
    )


def test_a_trace_ends_where_the_recording_does(nnviz, records):
    outcome = nnviz("trace", "x.nnviz-run", "--from", 28, "--iterations", 5, "--json", "-")
    assert outcome.status == 0 and len(json.loads(outcome.output)["iterations"]) == 2
    assert "the recording ends here" in outcome.errors
    assert "30 iterations" in nnviz("trace", "x.nnviz-run", "--from", 31, "--json", "-").complaint


def test_a_weight_of_it_is_explained(nnviz, records):
    outcome = nnviz("explain", "x.nnviz-run", "--weight", "1,0,1", "--iteration", 7, "--json", "-")
    told = json.loads(outcome.output)
    assert told["gradient"] == pytest.approx(records[7].layers[0].grad_W[0, 1], rel=1e-9)


def test_its_weights_are_written(nnviz, records, folder):
    assert nnviz("weights", "x.nnviz-run", "--iteration", 9, "--out", "w.safetensors").status == 0
    assert reference.load_file("w.safetensors")["1.weight"].tolist() == records[9].layers[1].W.tolist()
    assert nnviz("weights", "x.nnviz-run", "--trained", "--out", "w.safetensors").status == 0
    assert reference.load_file("w.safetensors")["1.weight"].tolist() == records[29].layers[1].W_after.tolist()


def test_it_is_drawn(nnviz, records, folder, qapp):
    outcome = nnviz(
        "render", "x.nnviz-run", "--iteration", 3, "--phase", "delta1", "--size", "900x600", "--out", "x.png"
    )
    assert outcome.status == 0, outcome.errors
    assert (folder / "x.png").read_bytes().startswith(b"\x89PNG")
    refused = nnviz("render", "x.nnviz-run", "--iteration", 40, "--out", "y.png")
    assert "the recording has 30 iterations" in refused.complaint


def test_an_iteration_of_it_is_worked_out_by_hand(nnviz, records, qapp):
    outcome = nnviz("worksheet", "x.nnviz-run", "--iteration", 4, "--out", "-")
    assert outcome.status == 0, outcome.errors
    weights = records[4].layers[0].W
    unit, source = np.argwhere(weights > 0.1)[0]
    name = f"w¹{'₁₂₃₄'[unit]}{'₁₂'[source]}"
    assert f"{name} = {weights[unit, source]:.2f}" in outcome.output


def test_check_says_what_it_is_and_whether_the_engine_agrees(nnviz, records, folder):
    outcome = nnviz("check", "x.nnviz-run")
    assert outcome.status == 0
    assert "valid: a recording of 30 steps: 2-4-3-1" in outcome.output
    assert "came to the same numbers: 30" in outcome.output
    content = (folder / "x.nnviz-run").read_bytes()
    (folder / "y.nnviz-run").write_bytes(with_numbers(content, "delta2", put(100, 5.0)))
    refused = nnviz("check", "y.nnviz-run")
    assert refused.status == 2 and "iteration " in refused.complaint and "the error signal" in refused.complaint


@pytest.mark.parametrize("words", [("train",), ("sweep",), ("code", "--for", "numpy", "--out", "x.py")])
def test_what_trains_refuses_it(nnviz, records, words):
    outcome = nnviz(words[0], "x.nnviz-run", *words[1:])
    assert outcome.status == 2 and "x.nnviz-run is a recording" in outcome.complaint


def test_it_is_what_it_was(nnviz, records):
    outcome = nnviz("trace", "x.nnviz-run", "--set", "training.learning_rate=1", "--json", "-")
    assert "it is what it was" in outcome.complaint


def test_what_is_no_recording_is_refused(nnviz, folder):
    (folder / "x.nnviz-run").write_bytes(b"no")
    assert "x.nnviz-run: not a safetensors file: too short" in nnviz("check", "x.nnviz-run").complaint
