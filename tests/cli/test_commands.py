import sys

import pytest

from nnviz import __version__
from nnviz.cli import commands, main, train
from nnviz.cli.commands import VERBS


def test_version_is_the_package_s(nnviz):
    outcome = nnviz("--version")
    assert (outcome.status, outcome.output) == (0, f"nnviz {__version__}\n")


def test_help_names_every_command(nnviz):
    outcome = nnviz("--help")
    assert outcome.status == 0
    assert all(f"\n  {name} " in outcome.output for name in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_has_help(nnviz, verb):
    outcome = nnviz(*verb.split(), "--help")
    assert outcome.status == 0 and outcome.errors == ""
    assert outcome.output.startswith(f"usage: nnviz {verb} ")


@pytest.mark.parametrize("verb", [name for name in VERBS if name != "list" and "lecture" not in name])
def test_every_command_about_an_experiment_overrides_fields(nnviz, verb):
    assert "--set FIELD=VALUE" in nnviz(verb, "--help").output


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["train"], 'the following arguments are required: EXPERIMENT (see "nnviz train --help")'),
        (["train", "circle", "--epoch", "3"], 'unrecognized arguments: --epoch 3 (see "nnviz train --help")'),
        (["trace", "circle"], 'the following arguments are required: --json (see "nnviz trace --help")'),
        (
            ["trace", "circle", "--json", "-", "--iterations", "0"],
            '--iterations: expected a whole number ≥ 1, got "0" (see "nnviz trace --help")',
        ),
        (
            ["trace", "circle", "--json", "-", "--from", "-1"],
            '--from: expected a whole number ≥ 0, got "-1" (see "nnviz trace --help")',
        ),
        (["train", "circle", "--csv"], '--csv: expected one argument (see "nnviz train --help")'),
        (
            ["--quit-after", "3000000"],
            '--quit-after: expected at most 2,000,000 seconds, got "3000000" (see "nnviz --help")',
        ),
        (["--quit-after", "soon"], '--quit-after: expected a number of seconds ≥ 0, got "soon" (see "nnviz --help")'),
        (["--train", "list"], 'a command comes first: "nnviz list ..." (a file of that name is ./list)'),
        (["circle", "train"], 'unrecognized arguments: train (see "nnviz --help")'),
    ],
)
def test_a_command_line_that_cannot_be_read_is_bad_input(nnviz, words, complaint):
    outcome = nnviz(*words)
    assert (outcome.status, outcome.complaint) == (2, complaint)


def test_a_verb_wins_over_a_file_of_its_name(nnviz, folder):
    (folder / "list").write_text("not an experiment")
    assert nnviz("list").output.startswith("Experiments\n")


def test_an_unexpected_error_is_one_line_too(nnviz, monkeypatch):
    monkeypatch.setattr(train, "refuse_outputs", lambda *_: 1 / 0)
    outcome = nnviz("train", "circle")
    assert (outcome.status, outcome.complaint) == (
        1,
        "internal: ZeroDivisionError: division by zero (NNVIZ_DEBUG=1 shows where)",
    )


def test_an_unexpected_error_shows_its_place_when_asked(nnviz, monkeypatch):
    monkeypatch.setattr(train, "refuse_outputs", lambda *_: 1 / 0)
    monkeypatch.setenv("NNVIZ_DEBUG", "1")
    assert "Traceback" in nnviz("train", "circle").errors


def test_an_interruption_is_quiet(nnviz, monkeypatch):
    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "run", interrupted)
    outcome = nnviz("list")
    assert (outcome.status, outcome.output, outcome.errors) == (130, "", "")


def test_the_words_of_the_process_are_read_when_none_are_given(capfd, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["nnviz", "--version"])
    assert main() == 0
    assert capfd.readouterr().out == f"nnviz {__version__}\n"


def test_a_command_can_run_without_standard_streams(monkeypatch):
    """A windowed program on Windows has none."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "platform", "win32")
    assert main(["list"]) == 0
