"""``--language``, which every command understands."""

import pytest


@pytest.mark.parametrize(
    "words",
    [
        ["--language", "en", "check", "circle"],
        ["check", "--language", "en", "circle"],
        ["check", "circle", "--language=en"],
        ["--language=zh", "check", "circle", "--language", "en"],
    ],
)
def test_the_language_stands_before_the_command_or_after_it(nnviz, words):
    outcome = nnviz(*words)
    assert (outcome.status, outcome.output.split(":")[0]) == (0, "circle")
    assert "valid" in outcome.output


def test_a_language_that_nobody_speaks_is_bad_input(nnviz):
    outcome = nnviz("check", "circle", "--language", "fr")
    assert (outcome.status, outcome.complaint) == (2, "--language: invalid choice: 'fr' (choose from en, zh)")


def test_a_language_that_is_not_named_is_bad_input(nnviz):
    outcome = nnviz("check", "circle", "--language")
    assert (outcome.status, outcome.complaint) == (2, '--language: expected one argument (see "nnviz check --help")')


def test_after_two_dashes_it_is_no_option(nnviz):
    outcome = nnviz("check", "--", "--language")
    assert outcome.status == 2 and outcome.complaint.startswith("--language: no file")
