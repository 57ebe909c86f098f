import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from nnviz import preflight
from nnviz.engine import Experiment


@pytest.fixture
def opened(monkeypatch):
    """What the window was opened with, instead of opening it."""
    calls = []
    app = SimpleNamespace(run_window=lambda *arguments: calls.append(arguments) or 0)
    monkeypatch.setattr(preflight, "problem_with_window", lambda: None)
    monkeypatch.setitem(sys.modules, "nnviz.ui.app", app)
    return calls


def test_the_window_opens_where_it_was_left(nnviz, opened):
    assert nnviz().status == 0
    assert opened == [(None, None, None, False, "en")]


def test_the_window_opens_on_an_experiment_with_overrides(nnviz, opened, folder):
    words = ["circle", "--set", "training.learning_rate=0.5", "--stats", "out.json", "--quit-after", "2", "--train"]
    assert nnviz(*words).status == 0
    ((experiment, stats, seconds, train, language),) = opened
    assert experiment == Experiment.named("circle").with_fields({"training.learning_rate": 0.5})
    assert (stats.name, seconds, train, language) == ("out.json", 2.0, True, "en")


def test_the_window_does_not_open_on_a_bad_experiment(nnviz, opened, folder):
    (folder / "bad.toml").write_text("title = 3\n")
    outcome = nnviz("bad.toml")
    assert (outcome.status, outcome.complaint) == (2, "bad.toml: title: expected a text, got 3")
    assert opened == []


def test_the_window_does_not_open_when_its_stats_could_not_be_written(nnviz, opened, folder):
    outcome = nnviz("--stats", "nowhere/out.json")
    assert (outcome.status, outcome.complaint) == (2, "nowhere/out.json: there is no folder nowhere")
    assert opened == []


def test_overrides_need_an_experiment(nnviz, opened):
    outcome = nnviz("--set", "data.noise=0")
    assert (outcome.status, outcome.complaint) == (2, "--set overrides fields of an EXPERIMENT, and none is given")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is one")
def test_without_a_display_the_command_says_what_works_without_one(nnviz, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE"):
        monkeypatch.delenv(name, raising=False)
    outcome = nnviz("circle")
    assert outcome.status == 2
    assert "nnviz render" in outcome.complaint


TABLE = "a,b,y\n1,2,yes\n3,4,no\n"


@pytest.mark.parametrize("name", ["animals.csv", "ANIMALS.TSV", "animals.txt", "animals.xlsx"])
def test_the_window_opens_on_a_table_that_is_named(nnviz, opened, folder, name):
    (folder / name).write_bytes(TABLE.encode() if name != "animals.xlsx" else b"PK\x03\x04\xff")
    assert nnviz(name, "--quit-after", "2").status == 0
    assert opened == [(Path(name), None, 2.0, False, "en")]


def test_help_says_that_a_table_is_looked_into(nnviz):
    assert "A TABLE (.csv, .tsv, .xlsx) is looked into first" in nnviz("--help").output


def test_an_experiment_is_opened_whatever_its_file_ends_in(nnviz, opened, folder):
    (folder / "mine.txt").write_text('title = "Mine"\n')
    assert nnviz("mine.txt").status == 0
    assert opened[0][0].title == "Mine"


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("nowhere.csv", "nowhere.csv: no file and no built-in experiment of that name"),
        ("photo.png", "photo.png: not a text file in UTF-8"),
        ("folder.csv", "folder.csv: this is a folder, not an experiment file"),
    ],
)
def test_the_window_does_not_open_on_what_is_neither(nnviz, opened, folder, name, complaint):
    (folder / "photo.png").write_bytes(b"\x89PNG\xff")
    (folder / "folder.csv").mkdir()
    outcome = nnviz(name)
    assert outcome.status == 2 and outcome.complaint.partition("; known")[0] == complaint
    assert opened == []


@pytest.mark.parametrize("option", [["--train"], ["--set", "training.epochs=3"]])
def test_a_table_is_looked_into_before_anything_is_trained_or_set(nnviz, opened, folder, option):
    (folder / "animals.csv").write_text(TABLE)
    outcome = nnviz("animals.csv", *option)
    complaint = "--set and --train are about an EXPERIMENT, and animals.csv is a table"
    assert (outcome.status, outcome.complaint) == (2, complaint)
    assert opened == []
