from pathlib import Path

import pytest

from nnviz.ui.window.files.dropped import dropped


@pytest.mark.parametrize("name", ["circle.toml", "CIRCLE.TOML", "a folder/my.run.toml"])
def test_toml_is_an_experiment(name):
    found = dropped(Path(name))
    assert (found.kind, found.path, found.refusal) == ("experiment", Path(name), "")


@pytest.mark.parametrize("name", ["a.csv", "a.TSV", "a.tab", "a.txt", "a.dat", "a.xlsx", "2026.10.csv"])
def test_tables_are_told_by_their_ending(name):
    assert dropped(Path(name)).kind == "table"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("old.xls", "save it as .xlsx"),
        ("picture.png", "neither an experiment"),
        ("Makefile", "has no ending"),
        (".csv", "has no ending"),
    ],
)
def test_anything_else_is_refused_in_a_sentence(name, said):
    found = dropped(Path(name))
    assert found.kind == "refused" and name in found.refusal and said in found.refusal
    assert found.refusal.endswith(".")
