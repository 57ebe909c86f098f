"""The command, run in this process."""

from dataclasses import dataclass

import pytest

from nnviz.cli import main
from nnviz.signals import let_through


@dataclass
class Outcome:
    status: int
    output: str
    errors: str

    @property
    def complaint(self) -> str:
        """The one line that says what went wrong, without what every line begins with."""
        assert self.errors.count("\n") == 1 and self.errors.endswith("\n"), self.errors
        assert self.errors.startswith("nnviz: error: "), self.errors
        return self.errors.removeprefix("nnviz: error: ").rstrip("\n")


@pytest.fixture(autouse=True)
def signals_come_through():
    """A command with a window holds them back until it has one; a process of the next test would not hear of them."""
    yield
    let_through()


@pytest.fixture
def nnviz(capfd, qapp):
    """Runs a command in this process, which has the windows' application: one without windows would stay in its way."""

    def run(*words: object) -> Outcome:
        status = main([str(word) for word in words])
        captured = capfd.readouterr()
        return Outcome(status, captured.out, captured.err)

    return run


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of its own, in which the command runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


DIVERGING = """
title = "Too fast"
[data]
source = "sine"
[network]
activation = "relu"
[training]
learning_rate = 1000.0
"""


@pytest.fixture
def diverging(folder):
    """A file whose training diverges after a few iterations."""
    file = folder / "diverging.toml"
    file.write_text(DIVERGING)
    return file
