import os
import subprocess
import sys
from pathlib import Path

import pytest

import nnviz.cli as nnviz_cli


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
        ("another/", "another/: this is a folder, not a file"),
        ("", '{option}: expected the name of a file (see "{command} --help")'),
        ("xor4/out", "xor4/out: not a directory"),
        ("x" * 300, "x" * 300 + ": file name too long"),
    ],
)
def test_an_output_that_cannot_be_written_is_bad_input(nnviz, folder, words, output, complaint):
    (folder / "folder").mkdir()
    (folder / "xor4").write_bytes(b"")
    outcome = nnviz(*words, output)
    assert (outcome.status, outcome.output) == (2, "")
    command = f"nnviz {words[0]}"
    assert outcome.complaint == complaint.format(option=words[-1], command=command)
    assert sorted(file.name for file in folder.iterdir()) == ["folder", "xor4"]


def test_two_results_do_not_go_to_one_place(nnviz, folder):
    assert nnviz("train", "xor4", "--csv", "-", "--json", "-").complaint == "-: only one result can go there"
    assert nnviz("train", "xor4", "--csv", "a", "--json", "./a").complaint == "a: only one result can go there"
    words = ["worksheet", "worked-example", "--out", "a.pdf", "--moodle", "-", "--gift", "-"]
    assert nnviz(*words).complaint == "-: only one result can go there"
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


TABLE = "a,b,y\n" + "".join(f"{place % 7},{place % 5},{'pq'[place % 2]}\n" for place in range(40))
LECTURE = """format = "nnviz-lecture/1"
title = {en = "One"}
[[scene]]
file = "scene.toml"
"""
SCENE = """id = "one"
title = {en = "One"}
experiment = "mine.toml"
[[cue]]
say = {en = "Look."}
"""


@pytest.fixture
def inputs(folder):
    """A lecture, with a scene, an experiment and a table in files of their own; what was read of each."""
    (folder / "given").mkdir()
    texts = {
        "lecture.toml": LECTURE,
        "scene.toml": SCENE,
        "mine.toml": '[data]\nfile = "given/table.csv"\ntarget = "y"\n[training]\nepochs = 1\n',
        "given/table.csv": TABLE,
    }
    for name, text in texts.items():
        (folder / name).write_text(text)
    yield texts
    assert {name: (folder / name).read_text() for name in texts} == texts


TABLE_REFUSED = "the result would overwrite table.csv, which is read"


@pytest.mark.parametrize(
    "words",
    [
        ["train", "mine.toml", "--csv"],
        ["train", "mine.toml", "--json", "-", "--csv"],
        ["trace", "mine.toml", "--json"],
        ["explain", "mine.toml", "--weight", "1,0,0", "--json"],
        ["sweep", "mine.toml", "--seeds", 2, "--csv"],
        ["sweep", "circle", "--set", "data.file=other.csv,given/table.csv", "--json"],
        ["train", "circle", "--set", "data.file=given/table.csv", "--csv"],
        ["worksheet", "mine.toml", "--out", "sheet.html", "--key"],
        ["lecture", "list", "lecture.toml", "--json"],
        ["lecture", "check", "lecture.toml", "--json"],
        ["lecture", "lecture.toml", "--stats"],
        ["mine.toml", "--stats"],
        ["given/table.csv", "--stats"],
    ],
)
def test_a_result_does_not_overwrite_what_is_read_on_the_way(nnviz, inputs, words):
    table = "given/../given/table.csv"
    expected = "the result would overwrite the experiment" if words[0] == "given/table.csv" else TABLE_REFUSED
    assert nnviz(*words, table).complaint == f"{table}: {expected}"


@pytest.mark.parametrize("name", ["scene.toml", "mine.toml"])
def test_nor_the_files_of_a_lecture(nnviz, inputs, name):
    outcome = nnviz("lecture", "list", "lecture.toml", "--json", name)
    assert outcome.complaint == f"{name}: the result would overwrite {name}, which is read"


def test_nor_does_it_in_any_command_that_writes():
    """Every command that writes says first what it reads: what would overwrite it is refused at the one place."""
    sources = [file for file in Path(nnviz_cli.__file__).parent.glob("*.py") if file.name != "outputs.py"]
    writing = [file for file in sources if "write_output(" in (text := file.read_text()) or "arguments.stats" in text]
    assert len(writing) >= 14
    for file in writing:
        assert "refuse_outputs(" in file.read_text(), file.name


def test_nor_what_is_remembered(nnviz, folder, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    (folder / "nnviz").mkdir()
    remembered = folder / "nnviz" / "preferences.json"
    remembered.write_text("{}")
    for words in (["list"], ["train", "xor4"], ["lecture", "list", "hidden-layers"]):
        outcome = nnviz(*words, "--json", "nnviz/preferences.json")
        assert outcome.complaint.endswith("the result would overwrite preferences.json, which is read")
    assert remembered.read_text() == "{}"


def test_nor_an_experiment_that_is_called_like_a_lecture(nnviz, folder):
    (folder / "hidden-layers").write_text('[data]\nsource = "xor4"\n')
    outcome = nnviz("train", "hidden-layers", "--csv", "./hidden-layers")
    assert outcome.complaint == "hidden-layers: the result would overwrite the experiment"


def test_two_names_of_one_file_are_one_place(nnviz, folder):
    (folder / "a").write_text("old")
    (folder / "link").symlink_to("a")
    (folder / "dangling").symlink_to("b")
    assert nnviz("train", "xor4", "--csv", "a", "--json", "link").complaint == "a: only one result can go there"
    assert nnviz("train", "xor4", "--csv", "b", "--json", "dangling").complaint == "b: only one result can go there"
    assert (folder / "a").read_text() == "old" and not (folder / "b").exists()


@pytest.mark.skipif(os.name != "posix", reason="links to what is open are POSIX's")
def test_standard_output_may_be_a_file_too(folder):
    """``> a.csv`` and ``>> mine.toml``: what goes there is a result like the others."""
    (folder / "mine.toml").write_text('[data]\nsource = "xor4"\n')

    def errors(to, *words):
        with (folder / to).open("a") as there:
            command = [sys.executable, "-m", "nnviz", "train", "mine.toml", "--epochs", "1", "--csv", "-", *words]
            return subprocess.run(command, stdout=there, stderr=subprocess.PIPE, text=True, check=False).stderr

    assert errors("a.csv", "--json", "a.csv") == "nnviz: error: -: only one result can go there\n"
    assert errors("a.csv", "--json", "/dev/stdout") == "nnviz: error: -: only one result can go there\n"
    assert errors("mine.toml") == "nnviz: error: -: the result would overwrite the experiment\n"
    assert (folder / "mine.toml").read_text() == '[data]\nsource = "xor4"\n'
    assert (folder / "a.csv").read_text() == ""


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
