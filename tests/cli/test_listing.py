import json
import tomllib

import pytest

from nnviz.engine.data.datasets import DATASETS
from nnviz.engine.data.faults import FAULTS
from nnviz.engine.experiments.experiment_files import named_experiments
from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.initialisers import INITIALISERS
from nnviz.engine.functions.losses import LOSSES
from nnviz.engine.functions.optimisers import OPTIMISERS
from nnviz.engine.functions.outputs import OUTPUTS
from nnviz.engine.functions.schedules import SCHEDULES
from nnviz.resources import resource

EVERYTHING = {
    "experiments": named_experiments(),
    "data_sets": DATASETS,
    "activations": ACTIVATIONS,
    "output_activations": OUTPUTS,
    "losses": LOSSES,
    "optimisers": OPTIMISERS,
    "schedules": SCHEDULES,
    "initialisers": INITIALISERS,
    "faults": FAULTS,
}


@pytest.mark.parametrize("kind", EVERYTHING)
def test_everything_is_listed(nnviz, kind):
    words = nnviz("list").output.replace(",", " ").split()
    assert set(EVERYTHING[kind]) <= set(words)


@pytest.mark.parametrize("kind", EVERYTHING)
def test_json_lists_the_same(nnviz, kind):
    lists = json.loads(nnviz("list", "--json").output)
    assert lists["format"] == "nnviz-list/1"
    assert [row["name"] for row in lists[kind]] == list(EVERYTHING[kind])


def test_experiments_are_listed_with_their_titles(nnviz):
    rows = json.loads(nnviz("list", "--json").output)["experiments"]
    for row in rows:
        assert row["title"] == tomllib.loads(resource("experiments", f"{row['name']}.toml").read_text("utf-8"))["title"]


def test_settings_are_listed_with_their_defaults(nnviz):
    line = next(line for line in nnviz("list").output.splitlines() if "adamw" in line)
    assert line.split(maxsplit=1)[1] == "beta1 0.9, beta2 0.999, epsilon 1e-08, weight_decay 0.01"
    rows = json.loads(nnviz("list", "--json").output)
    assert rows["optimisers"][1] == {"name": "momentum", "settings": {"momentum": 0.9}}


def test_the_lists_go_into_a_file(nnviz, folder):
    outcome = nnviz("list", "--json", "lists.json")
    assert (outcome.status, outcome.output) == (0, "")
    assert "circle" in (folder / "lists.json").read_text("utf-8")
