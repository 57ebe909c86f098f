import os

import pytest


@pytest.mark.parametrize(
    "words",
    [
        ["train", "xor4", "--csv"],
        ["train", "xor4", "--json"],
        ["trace", "xor4", "--json"],
        ["render", "xor4", "--out"],
        ["list", "--json"],
    ],
)
@pytest.mark.parametrize(
    ("output", "complaint"),
    [
        ("nowhere/out", "nowhere/out: there is no folder nowhere"),
        ("folder", "folder: this is a folder, not a file"),
        ("xor4/out", "xor4/out: not a directory"),
        ("x" * 300, "x" * 300 + ": file name too long"),
    ],
)
def test_an_output_that_cannot_be_written_is_bad_input(nnviz, folder, words, output, complaint):
    (folder / "folder").mkdir()
    (folder / "xor4").write_bytes(b"")
    outcome = nnviz(*words, output)
    assert (outcome.status, outcome.output) == (2, "")
    assert outcome.complaint == complaint
    assert sorted(file.name for file in folder.iterdir()) == ["folder", "xor4"]


def test_two_results_do_not_go_to_one_place(nnviz, folder):
    assert nnviz("train", "xor4", "--csv", "-", "--json", "-").complaint == "-: only one result can go there"
    assert nnviz("train", "xor4", "--csv", "a", "--json", "./a").complaint == "a: only one result can go there"
    assert list(folder.iterdir()) == []


def test_a_result_does_not_overwrite_its_experiment(nnviz, folder):
    file = folder / "mine.toml"
    file.write_text('title = "mine"\n')
    outcome = nnviz("trace", "mine.toml", "--json", file)
    assert outcome.complaint == f"{file}: the result would overwrite the experiment"
    assert file.read_text() == 'title = "mine"\n'


def test_a_result_does_not_overwrite_its_experiment_by_another_name(nnviz, folder):
    (folder / "mine.toml").write_text('title = "mine"\n')
    (folder / "link").symlink_to("mine.toml")
    assert nnviz("train", "mine.toml", "--csv", "link").complaint == "link: the result would overwrite the experiment"


def test_nothing_is_written_of_a_bad_experiment(nnviz, folder):
    assert nnviz("train", "xor4", "--set", "data.noise=-1", "--csv", "out.csv", "--json", "out.json").status == 2
    assert list(folder.iterdir()) == []


def test_a_result_replaces_an_older_one(nnviz, folder):
    (folder / "out.csv").write_text("old" * 10_000)
    assert nnviz("train", "xor4", "--epochs", 1, "--csv", "out.csv").status == 0
    assert (folder / "out.csv").read_text().count("\n") == 2
    assert [file.name for file in folder.iterdir()] == ["out.csv"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux")
def test_a_disk_that_fills_up_while_writing_is_a_failure(nnviz):
    outcome = nnviz("train", "xor4", "--epochs", 1, "--csv", "/dev/full")
    assert (outcome.status, outcome.complaint) == (1, "/dev/full: no space left on device")
