"""Every function and data set of the engine is shown by a row of its own: one without fails here, by its name."""

import tomllib

import pytest

from nnviz.engine.data.datasets import DATASETS
from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.experiment_files import named_experiments
from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.initialisers import INITIALISERS
from nnviz.engine.functions.losses import LOSS_SCALES, LOSSES
from nnviz.engine.functions.optimisers import OPTIMISERS
from nnviz.engine.functions.outputs import OUTPUTS
from nnviz.engine.functions.schedules import SCHEDULES
from nnviz.resources import resource
from nnviz.ui.formula.loss_numbers import LOSS_TERMS
from nnviz.ui.formula.update_numbers import STEPS
from nnviz.ui.names import functions as shown
from nnviz.ui.names.functions import shown_name, shown_title, shown_value

KINDS = {
    "activation": (ACTIVATIONS, shown.SHOWN_ACTIVATIONS),
    "output": (OUTPUTS, shown.SHOWN_OUTPUTS),
    "loss": (LOSSES, shown.SHOWN_LOSSES),
    "loss scale": (LOSS_SCALES, shown.SHOWN_LOSS_SCALES),
    "loss in numbers": (LOSSES, LOSS_TERMS),
    "optimiser": (OPTIMISERS, shown.SHOWN_OPTIMISERS),
    "optimiser in numbers": (OPTIMISERS, STEPS),
    "schedule": (SCHEDULES, shown.SHOWN_SCHEDULES),
    "initialiser": (INITIALISERS, shown.SHOWN_INITIALISERS),
    "data set": (DATASETS, shown.SHOWN_DATASETS),
}


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind, (known, rows) in KINDS.items() for name in {**known, **rows}]
)
def test_each_row_of_the_engine_is_shown_by_a_row(kind, name):
    known, rows = KINDS[kind]
    assert name in rows, f"no row shows the {kind} {name}"
    assert name in known, f"a row shows the {kind} {name}, which the engine does not have"


@pytest.mark.parametrize("name", sorted({name for known, _ in KINDS.values() for name in known}))
def test_no_name_that_two_kinds_share_is_shown_in_two_ways(name):
    told = set()
    for kind, (known, rows) in KINDS.items():
        if name in known and "numbers" not in kind:
            row = rows[name]
            told.add(row if isinstance(row, str) else row.name)
    assert told == {shown_name(name)}


@pytest.mark.parametrize("name", named_experiments())
def test_a_tile_of_the_gallery_its_experiment_and_its_data_carry_one_name(name):
    assert shown_name(name) == Experiment.named(name).title
    assert name not in DATASETS or DATASETS[name].title == shown_name(name)


def test_what_no_row_shows_is_not_shown_as_if_it_were():
    with pytest.raises(KeyError):
        shown_name("no such function")
    assert shown_value("relu") == "ReLU" and shown_value("Oats by field") == "Oats by field"


def test_the_experiments_of_the_lectures_have_titles_in_every_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown, "translate", lambda _, text: text.upper())
    files = sorted(resource("lectures", "hidden-layers").glob("*.toml"))
    read = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
    tables = [each["experiment"] if isinstance(each.get("experiment"), dict) else each for each in read]
    titles = {table["title"] for table in tables if isinstance(table.get("title"), str)}
    assert len(titles) > 8
    assert {title for title in titles if not shown_title(title).isupper()} == set()
