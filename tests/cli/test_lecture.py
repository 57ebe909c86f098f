import json

import pytest

from nnviz.lecture.metrics import METRICS

LECTURE = """
format = "nnviz-lecture/1"
title = {en = "Mine"}

[[scene]]
id = "xor"
slide = 6
minutes = 4
title = {en = "XOR", zh = "异或"}
experiment = "xor4"
[[scene.cue]]
say = {en = "Before."}
[[scene.cue]]
say = {en = "After."}
train = {epochs = 3}
[[scene.claim]]
metric = "train.loss"
is = "<"
bound = 2.0
seeds = 3
[[scene.claim]]
metric = "train.solved"
after = 1
is = "=="
bound = 1
seeds = 2
share = 0.5
"""
BAD = '[[scene]]\nid = "bad"\ntitle = {en = "Bad"}\nexperiment = "xor6"\n[[scene.cue]]\nsay = {en = "No."}\n'


@pytest.fixture
def lecture(folder):
    (folder / "mine.toml").write_text(LECTURE, "utf-8")
    return "mine.toml"


def test_the_scenes_are_listed(nnviz, lecture):
    outcome = nnviz("lecture", "list", lecture)
    assert outcome.output.splitlines() == [
        "Mine: 4 minutes",
        "",
        "scene  title  slide  minutes  cues  asks  claims",
        "xor    XOR        6        4     2     0       2",
    ]


def test_the_list_as_json_has_a_row_for_each_scene(nnviz, lecture):
    outcome = nnviz("lecture", "list", lecture, "--json")
    (scene,) = json.loads(outcome.output)["scenes"]
    assert scene == {
        "id": "xor",
        "slide": 6,
        "title": "XOR",
        "titles": {"en": "XOR", "zh": "异或"},
        "kind": "network",
        "minutes": 4.0,
        "cues": 2,
        "claims": 2,
        "asks": 0,
    }


def test_claims_are_tested_and_one_that_falls_short_is_said(nnviz, lecture):
    outcome = nnviz("lecture", "check", lecture, "--json", "out.json")
    assert outcome.status == 1
    assert outcome.complaint == "mine.toml: 1 of 2 claims fall short"
    lines = [" ".join(line.split()) for line in outcome.output.splitlines()]
    assert lines[1].startswith("xor train.loss < 2 holds 0.") and lines[1].endswith("1–3 100% 100%")
    assert lines[2] == "xor train.solved == 1 after cue 1 falls short 0 1–2 0% 50%"
    with open("out.json", encoding="utf-8") as file:
        written = json.load(file)
    assert written["holds"] is False
    rows = written["claims"]
    assert [(row["scene"], row["metric"], row["bound"], row["share"], row["holds"]) for row in rows] == [
        ("xor", "train.loss", 2.0, 1.0, True),
        ("xor", "train.solved", 1.0, 0.0, False),
    ]
    assert rows[0]["measured"] == sorted(rows[0]["values"])[1]


def test_other_seeds_are_other_networks(nnviz, lecture):
    first, other = (
        json.loads(nnviz("lecture", "check", lecture, *seeds, "--json", "-").output)["claims"][0]["values"]
        for seeds in ([], ["--first-seed", 2])
    )
    assert first[1:] == other[:2]


def test_a_bad_scene_is_said_and_the_others_are_given(nnviz, folder, lecture):
    (folder / "mine.toml").write_text(LECTURE + BAD, "utf-8")
    outcome = nnviz("lecture", "list", lecture)
    problem = (
        'mine.toml: scene bad: experiment: xor6: no file and no built-in experiment of that name; did you mean "xor"?'
    )
    assert (outcome.status, outcome.complaint) == (2, problem)
    assert outcome.output.endswith("4     2     0       2\n")
    assert nnviz("lecture", "check", lecture).status == 2


def test_a_lectures_files_are_checked_as_an_experiments_are(nnviz, folder, lecture):
    outcome = nnviz("check", lecture)
    assert (outcome.status, outcome.output) == (0, "mine.toml: valid: a lecture, 1 scene, 4 minutes\n")
    (folder / "mine.toml").write_text(LECTURE + BAD, "utf-8")
    outcome = nnviz("check", lecture)
    assert outcome.status == 2 and outcome.complaint.startswith("mine.toml: scene bad: experiment: ")


def test_what_is_no_lecture_is_bad_input(nnviz, folder):
    outcome = nnviz("lecture", "list", "nowhere.toml")
    assert (outcome.status, outcome.complaint) == (2, "nowhere.toml: no such file or directory")


def test_every_metric_has_a_row(nnviz):
    lines = nnviz("lecture", "metrics").output.splitlines()
    assert [line.split()[0] for line in lines[1:]] == list(METRICS)


def test_a_cue_is_drawn_into_a_file(nnviz, folder, lecture, qapp):
    from PySide6.QtGui import QImage

    words = ["render", lecture, "--scene", "xor", "--out", "a.png", "--size", "900x600"]
    assert nnviz(*words, "--cue", "2").status == 0
    picture = QImage(str(folder / "a.png"))
    assert (picture.width(), picture.height()) == (900, 600)
    assert nnviz(*words).status == 0
    assert QImage(str(folder / "a.png")) != picture, "the first cue is another one"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--scene", "xorr"], 'mine.toml: no scene "xorr"; did you mean "xor"?'),
        (["--scene", "xor", "--cue", "3"], "mine.toml: scene xor: cues count from 1 to 2, got 3"),
        (
            ["--scene", "xor", "--iteration", "3"],
            "--iteration is about an experiment; the state of a cue is what its scene says",
        ),
        (
            ["--scene", "xor", "--set", "view.maps=false"],
            "--set is about an experiment; the state of a cue is what its scene says",
        ),
        ([], "mine.toml is a lecture: --scene says what of it is drawn"),
        (["--cue", "1"], "--cue is one of a lecture's --scene, and none is given"),
    ],
)
def test_a_cue_that_is_not_there_cannot_be_drawn(nnviz, folder, lecture, words, complaint):
    outcome = nnviz("render", lecture, "--out", "a.png", *words)
    assert (outcome.status, outcome.complaint) == (2, complaint)
    assert not (folder / "a.png").exists()


def test_of_a_lecture_with_a_bad_scene_the_others_are_drawn(nnviz, folder, lecture, qapp):
    (folder / "mine.toml").write_text(LECTURE + BAD, "utf-8")
    words = ["render", lecture, "--out", "a.png", "--size", "900x600", "--scene"]
    assert nnviz(*words, "xor").status == 0
    assert nnviz(*words, "bad").complaint.startswith("mine.toml: scene bad: experiment: xor6: ")
