import json

import pytest


def explained(nnviz, *words):
    outcome = nnviz("explain", *words, "--json", "-")
    assert outcome.status == 0, outcome.errors
    return json.loads(outcome.output)


def test_the_published_gradient_of_the_worked_example_is_taken_apart(nnviz):
    read = explained(nnviz, "worked-example", "--weight", "1,0,0", "--example", 0)
    assert (read["format"], read["iteration"], read["example"]) == ("nnviz-explanation/1", 0, 0)
    assert read["weight"] == [1, 0, 0]
    assert read["gradient"] == pytest.approx(0.000438568, abs=5e-9)
    assert read["finite_difference"] == pytest.approx(read["gradient"], rel=1e-8)
    assert sum(path["product"] for path in read["paths"]) + read["penalty"] == pytest.approx(
        read["gradient"], rel=1e-12
    )
    assert read["paths"][0]["units"] == [[1, 0], [2, 0]]
    assert read["paths"][0]["factors"][0] == {"name": "dL/dy", "at": [2, 0], "value": pytest.approx(0.741365, abs=5e-7)}
    assert "rest" not in read and "clipping" not in read


def test_the_mean_over_a_batch_is_the_gradient_of_the_trace(nnviz):
    words = ["circle", "--set", "training.l2=0.01"]
    read = explained(nnviz, *words, "--weight", "2,1,3", "--iteration", 5)
    trace = json.loads(nnviz("trace", *words, "--from", 5, "--json", "-").output)["iterations"][0]
    assert read["example"] is None and read["iteration"] == 5
    assert read["gradient"] == pytest.approx(trace["backward"][1]["dW"][1][3], rel=1e-12)
    assert read["penalty"] == pytest.approx(0.01 * trace["before"][1]["W"][1][3], rel=1e-12)


def test_clipping_is_said_beside_the_gradient(nnviz):
    words = ["circle", "--set", "training.clip_norm=0.01"]
    read = explained(nnviz, *words, "--weight", "1,0,0")
    trace = json.loads(nnviz("trace", *words, "--json", "-").output)["iterations"][0]
    assert read["gradient"] * read["clipping"] == pytest.approx(trace["backward"][0]["dW"][0][0], rel=1e-12)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--weight", "1;0;0"], 'expected LAYER,TO,FROM, for example 1,0,1, got "1;0;0"'),
        (["--weight", "4,0,0"], "circle: layers count from 1 to 3, got 4"),
        (["--weight", "1,0,2"], "circle: inputs of layer 1 count from 0 to 1, got 2"),
        (["--weight", "1,0,0", "--example", "10"], "circle: examples of this batch count from 0 to 9, got 10"),
        (["--weight", "1,0,0", "--iteration", "90", "--set", "training.epochs=2"], "the run ends after 36 iterations"),
    ],
)
def test_what_is_not_there_is_refused_in_a_line(nnviz, words, complaint):
    outcome = nnviz("explain", "circle", *words, "--json", "-")
    assert (outcome.status, outcome.output) == (2, "")
    assert complaint in outcome.complaint
