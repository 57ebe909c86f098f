import json
from itertools import pairwise

import numpy as np
import pytest
import tomli_w

from nnviz.engine import Experiment, Trainer


def trace_of(outcome):
    assert outcome.status == 0, outcome.errors
    return json.loads(outcome.output)


def test_a_trace_has_every_number_of_an_iteration(nnviz):
    trace = trace_of(nnviz("trace", "circle", "--json", "-"))
    record = Trainer(Experiment.named("circle")).iterate()
    (iteration,) = trace["iterations"]
    assert trace["format"] == "nnviz-trace/1"
    assert trace["task"] == "binary"
    assert trace["layers"] == [
        {"units": 4, "activation": "tanh"},
        {"units": 3, "activation": "tanh"},
        {"units": 1, "activation": "sigmoid"},
    ]
    assert iteration["examples"] == record.examples.tolist()
    assert iteration["x"] == record.x.tolist() and iteration["y"] == record.y.tolist()
    assert iteration["loss"] == {"data": record.loss.data, "penalty": 0.0, "total": record.loss.total}
    for place, layer in enumerate(record.layers):
        assert iteration["before"][place] == {"W": layer.W.tolist(), "b": layer.b.tolist()}
        assert iteration["forward"][place] == {"z": layer.z.tolist(), "a": layer.a.tolist()}
        assert iteration["backward"][place] == {
            "delta": layer.delta.tolist(),
            "dW": layer.grad_W.tolist(),
            "db": layer.grad_b.tolist(),
        }
        assert iteration["after"][place] == {"W": layer.W_after.tolist(), "b": layer.b_after.tolist()}


def test_a_trace_can_begin_anywhere(nnviz):
    trainer = Trainer(Experiment.named("circle"))
    trainer.run(iterations=100)
    trace = trace_of(nnviz("trace", "circle", "--from", 100, "--iterations", 3, "--json", "-"))
    assert [iteration["iteration"] for iteration in trace["iterations"]] == [100, 101, 102]
    assert trace["iterations"][0]["before"][0]["W"] == trainer.parameters()[0][0].tolist()


def test_each_iteration_begins_where_the_one_before_ended(nnviz):
    iterations = trace_of(nnviz("trace", "sine", "--iterations", 20, "--json", "-"))["iterations"]
    assert len(iterations) == 20
    for one, next_one in pairwise(iterations):
        assert next_one["before"] == one["after"]


def test_the_echo_as_a_file_gives_the_same_trace(nnviz, folder):
    first = nnviz("trace", "circle", "--from", 30, "--json", "-").output
    (folder / "echo.toml").write_text(tomli_w.dumps(json.loads(first)["experiment"]))
    assert nnviz("trace", "echo.toml", "--from", 30, "--json", "-").output == first


def test_a_trace_ends_where_the_run_ends(nnviz):
    outcome = nnviz("trace", "xor4", "--from", 1998, "--iterations", 10, "--json", "-")
    assert len(trace_of(outcome)["iterations"]) == 2
    assert outcome.errors == "nnviz: note: xor4: the run ends after 2000 iterations: all 2000 epochs are done\n"


@pytest.mark.parametrize("start", [2000, 2001, 10**12])
def test_a_trace_cannot_begin_beyond_the_end(nnviz, folder, start):
    outcome = nnviz("trace", "xor4", "--from", start, "--json", "out.json")
    assert outcome.status == 2
    assert outcome.complaint.startswith(f"xor4: --from {start}: the run ends after 2000 iterations")
    assert list(folder.iterdir()) == []


def test_a_diverging_run_is_traced_to_its_end(nnviz, diverging, folder):
    outcome = nnviz("trace", diverging, "--iterations", 1000, "--json", "out.json")
    assert outcome.status == 1
    assert outcome.complaint.startswith("diverging.toml: diverged at iteration ")
    trace = json.loads((folder / "out.json").read_text(), parse_constant=pytest.fail)
    last = trace["iterations"][-1]
    assert f"diverged at iteration {last['iteration']} " in outcome.complaint
    weights = np.array(last["after"][0]["W"], dtype=float)
    assert not np.isfinite(weights).all()


def test_nothing_is_written_of_what_comes_after_a_divergence(nnviz, diverging, folder):
    outcome = nnviz("trace", diverging, "--from", 500, "--json", "out.json")
    assert outcome.status == 1
    assert "diverged at iteration" in outcome.complaint
    assert list(folder.iterdir()) == [diverging]
