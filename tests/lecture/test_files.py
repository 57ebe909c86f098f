import re
from pathlib import Path

import pytest

from nnviz.lecture.errors import LectureError
from nnviz.lecture.files import find, is_lecture, load, named_lectures, read, write

HEAD = """
format = "nnviz-lecture/1"
title = {en = "Mine", zh = "我的"}
"""
GOOD = """
[[scene]]
id = "good"
title = {en = "Good"}
experiment = "xor4"
[[scene.cue]]
say = {en = "So it begins."}
"""
SCENE = """
[[scene]]
id = "this"
title = {en = "This"}
experiment = "xor4"
set = {"training.epochs" = 20, "network.hidden" = [2]}
"""
CUE = """
[[scene.cue]]
say = {en = "First."}
"""
TWO_CUES = CUE + '[[scene.cue]]\nsay = {en = "Second."}\n'
ASK = '[scene.ask]\nbefore = 1\ntext = {en = "Which?"}\nanswers = [{en = "a"}, {en = "b"}]\nright = 1\n'
CLAIM = '[[scene.claim]]\nmetric = "train.loss"\nis = "<"\nbound = 1\n'


@pytest.fixture
def file(tmp_path):
    def written(text, name="mine.toml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return written


BAD_SCENES = {
    "an unknown field": (SCENE + "minuts = 3\n" + CUE, "scene this: minuts: no such field; did you mean minutes?"),
    "an unknown field of a cue": (
        SCENE + TWO_CUES + "sy = {}\n",
        "scene this: cue 2: sy: no such field; did you mean cue[1].say?",
    ),
    "a wrong value": (
        SCENE + "minutes = -1\n" + CUE,
        "scene this: minutes: expected a number ≥ 0, got -1",
    ),
    "an unknown language": (
        SCENE + '[[scene.cue]]\nsay = {en = "First.", fr = "D\'abord."}\n',
        'scene this: cue 1: say: no language "fr"; known: en, zh',
    ),
    "no caption": (SCENE + "[[scene.cue]]\n", "scene this: cue 1: say: is missing"),
    "no cues": (SCENE + "cue = []\n", "scene this: cue: expected at least one cue"),
    "an unknown experiment": (
        SCENE.replace('"xor4"', '"xor5.toml"') + CUE,
        "scene this: experiment: xor5.toml: no such file or directory",
    ),
    "a wrong experiment": (
        SCENE.replace("[2]", "[0]") + CUE,
        "scene this: experiment.network.hidden[0]: xor4: expected a whole number from 1 to 1,024, got 0",
    ),
    "an unknown field of the experiment": (
        SCENE.replace("network.hidden", "network.hiden") + CUE,
        "scene this: set.network.hiden: no such field; did you mean network.hidden?",
    ),
    "an unknown field that a cue sets": (
        SCENE + CUE + 'set = {"training.lerning_rate" = 3}\n',
        "scene this: cue 1: set.training.lerning_rate: no such field; did you mean training.learning_rate?",
    ),
    "a weight that is not there": (
        SCENE + CUE + 'set = {"W1[2,0]" = 3}\n',
        "scene this: cue 1: set: units of layer 1 count from 0 to 1, got 2",
    ),
    "a weight that is no number": (
        SCENE + CUE + 'set = {"W1[1,0]" = "large"}\n',
        'scene this: cue 1: set: W1[1,0]: expected a number, "frozen" or "trains", got "large"',
    ),
    "a cue that cannot be reached": (
        SCENE + TWO_CUES + "train = {epochs = 21}\n",
        "scene this: cue 2: train: the run ends after 20 epochs (training.epochs), 20 updates",
    ),
    "a place that cannot be reached": (
        SCENE + CUE + "view = {at = {iteration = 21}}\n",
        "scene this: cue 1: view.at.iteration: the run ends after 20 epochs (training.epochs), 20 updates",
    ),
    "neither epochs nor iterations": (
        SCENE + CUE + "train = {seconds = 3}\n",
        "scene this: cue 1: train: expected epochs or iterations",
    ),
    "a phase that is not there": (
        SCENE + TWO_CUES + 'view = {at = {phase = "delta4"}}\n',
        'scene this: cue 2: view.at.phase: no phase "delta4"; did you mean "delta2"?',
    ),
    "a unit that is not there": (
        SCENE + CUE + 'view = {pick = "h1[2]"}\n',
        "scene this: cue 1: view.pick: h1[2]: units of this layer count from 0 to 1, got 2",
    ),
    "an unknown panel": (
        SCENE + CUE + 'view = {panels = ["los"]}\n',
        'scene this: cue 1: view.panels[0]: expected "code" or "data" or "experiment" or "explain" or '
        '"gradient_flow" or "graph" or "hidden_space" or "landscape" or "loss" or "results" or "saturation" or '
        '"units", got "los"',
    ),
    "a unit that is neither on nor off": (
        SCENE + CUE + 'set = {"h1[0]" = ["off"]}\n',
        'scene this: cue 1: set: h1[0]: expected "off" or "on", got ["off"]',
    ),
    "a twin and a seed sheet": (
        SCENE + "twin = {}\nseeds = {}\n" + CUE,
        "scene this: seeds: a scene has a twin or a seed sheet, not both",
    ),
    "a name for one side": (
        SCENE + 'twin = {sides = [{en = "left"}]}\n' + CUE,
        "scene this: twin.sides: expected a name for each side, got 1",
    ),
    "names of sides without a twin": (
        SCENE + CUE + 'sides = [{en = "left"}, {en = "right"}]\n',
        "scene this: cue 1: sides: there are no sides without a twin",
    ),
    "rows and a grid": (
        SCENE + 'seeds = {grid = {"network.hidden" = [[2]]}, rows = [{set = {"network.hidden" = [3]}}]}\n' + CUE,
        "scene this: seeds.rows: a seed sheet has rows or a grid, not both",
    ),
    "a wrong row": (
        SCENE + 'seeds = {rows = [{}, {set = {"network.init" = "xavier_unifrm"}}]}\n' + CUE,
        'scene this: seeds.rows[1].set.network.init: xor4: no initialisation "xavier_unifrm"; did you mean '
        '"xavier_uniform"?',
    ),
    "a wrong twin": (
        SCENE + 'twin = {set = {"network.init" = "xavier_unifrm"}}\n' + CUE,
        'scene this: twin.network.init: xor4: no initialisation "xavier_unifrm"; did you mean "xavier_uniform"?',
    ),
    "a right side without a twin": (
        SCENE + CUE + 'right = {"h1[0]" = "off"}\n',
        "scene this: cue 1: right: there is no right side without a twin",
    ),
    "a question before no cue": (
        SCENE + CUE + ASK.replace("before = 1", "before = 2"),
        "scene this: ask.before: cues count from 1 to 1, got 2",
    ),
    "a question without a right answer": (
        SCENE + CUE + ASK.replace("right = 1", "right = 3"),
        "scene this: ask.right: answers count from 1 to 2, got 3",
    ),
    "a question with one answer": (
        SCENE + CUE + ASK.replace(', {en = "b"}', ""),
        "scene this: ask.answers: expected 2 to 5 answers, got 1",
    ),
    "a claim after no cue": (
        SCENE + CUE + CLAIM + "after = 2\n",
        "scene this: claim[0].after: cues count from 1 to 1, got 2",
    ),
    "a claim about no side": (
        SCENE + CUE + CLAIM + 'of = "right"\n',
        "scene this: claim[0].of: there is no right side without a twin",
    ),
    "a claim without a comparison": (
        SCENE + CUE + CLAIM.replace('is = "<"', "iss = 1"),
        "scene this: claim[0].iss: no such field; did you mean claim[0].is?",
    ),
    "hidden controls that are not there": (
        SCENE + 'hide = ["control"]\n' + CUE,
        'scene this: hide[0]: no controls "control"; did you mean "controls"?',
    ),
    "a missing picture": (
        SCENE + CUE + '[[scene.picture]]\nscene = "good"\nfile = "cat.png"\n',
        'scene this: picture[0].file: there is no picture "cat.png"',
    ),
    "a picture of an unknown scene": (
        SCENE + CUE + '[[scene.picture]]\nscene = "goood"\n',
        'scene this: picture[0].scene: no scene "goood"; did you mean "good"?',
    ),
    "a picture of an unknown cue": (
        SCENE + CUE + '[[scene.picture]]\nscene = "good"\ncue = 2\n',
        "scene this: picture[0].cue: good has 1 cue, got 2",
    ),
    "another scene's id": (SCENE.replace('"this"', '"good"') + CUE, "scene good: id: another scene has this id"),
    "an odd id": (
        SCENE.replace('"this"', '"This one"') + CUE,
        'scene This one: id: expected small letters, digits and "-" between them, got "This one"',
    ),
    "no id": (SCENE.replace('id = "this"', "") + CUE, "scene 2: id: is missing"),
    "no experiment": (
        SCENE.replace('experiment = "xor4"', "") + CUE,
        "scene this: experiment: is missing; only a scene with a text has none",
    ),
    "a missing file": ('[[scene]]\nfile = "there.toml"\n', 'scene 2: file: there is no file "there.toml"'),
    "no name of a file": (
        '[[scene]]\nfile = "a\\u0000.toml"\n',
        "scene 2: file: this is not the name of a file",
    ),
    "a lecture as a scene": (
        '[[scene]]\nfile = "lecture.toml"\n',
        "lecture.toml: scene 2: this is a lecture, not a scene",
    ),
    "a lecture in itself": (
        '[[scene]]\nfile = "mine.toml"\n',
        "scene 2: file: these files lead in a circle: mine.toml → mine.toml",
    ),
    "files in a circle": (
        '[[scene]]\nfile = "one.toml"\n',
        "two.toml: scene 2: file: these files lead in a circle: mine.toml → one.toml → two.toml → one.toml",
    ),
}


@pytest.mark.parametrize(("text", "problem"), BAD_SCENES.values(), ids=BAD_SCENES)
def test_a_bad_scene_is_refused_in_one_line_and_does_not_spoil_the_others(file, text, problem):
    file('file = "two.toml"', "one.toml")
    file('file = "one.toml"', "two.toml")
    file(HEAD + GOOD, "lecture.toml")
    path = file(HEAD + GOOD + text)
    reading = read(path)
    assert [scene.id for scene in reading.lecture.scenes] == ["good"]
    expected = problem if ".toml: scene 2" in problem else f"mine.toml: {problem}"
    assert expected in [str(error) for error in reading.problems]
    with pytest.raises(LectureError):
        load(path)


BAD_FILES = {
    "no format": (GOOD, 'format: expected "nnviz-lecture/1", it is missing'),
    "another format": (
        'format = "nnviz-lecture/2"\n' + GOOD,
        'format: expected "nnviz-lecture/1", got "nnviz-lecture/2"',
    ),
    "no scenes": (HEAD, "scene: expected a list of tables, a scene each: [[scene]]"),
    "no title": ('format = "nnviz-lecture/1"\n' + GOOD, "title: is missing"),
    "an unknown field": (HEAD + "tilte = 3\n" + GOOD, "tilte: no such field; did you mean title?"),
    "no TOML": ("format = ", "not valid TOML: invalid value (at end of document)"),
    "nothing": ("", "the file is empty"),
}


@pytest.mark.parametrize(("text", "problem"), BAD_FILES.values(), ids=BAD_FILES)
def test_what_is_no_lecture_is_refused(file, text, problem):
    with pytest.raises(LectureError) as refused:
        read(file(text))
    assert str(refused.value) == f"mine.toml: {problem}"


def test_a_long_way_of_files_to_a_scene_is_refused(file):
    """In a thousand of them, Python's own stack would end."""
    for place in range(2000):
        file(f'file = "{place + 1}.toml"', f"{place}.toml")
    reading = read(file(HEAD + GOOD + '[[scene]]\nfile = "0.toml"\n'))
    (problem,) = reading.problems
    assert str(problem) == "19.toml: scene 2: file: more than 20 files lead to it, one from the other"


def test_so_many_scenes_or_cues_that_nobody_could_give_them_are_refused_at_once(file):
    with pytest.raises(LectureError) as refused:
        read(file(HEAD + GOOD + "[[scene]]\n" * 20_000))
    assert str(refused.value) == "mine.toml: scene: 20,001 scenes are too many (at most 500)"
    (problem,) = read(file(HEAD + GOOD + SCENE.replace("good", "long") + CUE * 5000)).problems
    assert "5,000 cues are too many (at most 1,000)" in str(problem) and "cue: " in str(problem)


def test_a_scene_may_be_a_file_of_its_own(file):
    scene = SCENE.replace("[[scene]]", "").replace('"xor4"', '"own.toml"') + CUE.replace("scene.cue", "cue")
    its_file = file(scene, "scenes/this.toml")
    experiment = file('[data]\nsource = "xor4"\n', "scenes/own.toml")
    lecture = file(HEAD + '[[scene]]\nfile = "scenes/this.toml"\nminutes = 7\n')
    reading = read(lecture)
    (this,) = reading.lecture.scenes
    assert (this.id, this.minutes, this.experiment) == ("this", 7, str(experiment))
    assert reading.files == (lecture, its_file, experiment)


def test_a_scene_that_is_spoiled_spoils_none_that_points_to_it(file):
    text = '[[scene]]\nid = "end"\ntitle = {en = "End"}\n[[scene.picture]]\nscene = "this"\n' + CUE
    reading = read(file(HEAD + GOOD + SCENE + text))
    assert [scene.id for scene in reading.lecture.scenes] == ["good", "end"]


def test_what_is_not_said_in_a_language_is_said_in_another(file):
    lecture = load(file(HEAD + GOOD))
    assert lecture.title.text("zh") == "我的"
    assert lecture.scenes[0].title.text("zh") == "Good"


def test_the_built_in_lectures_are_found_by_name(file, tmp_path):
    for name in named_lectures():
        assert is_lecture(name)
        assert load(find(name)).scenes
    assert is_lecture(str(file(HEAD)))
    assert not is_lecture("circle")
    assert not is_lecture(str(tmp_path))
    with pytest.raises(LectureError) as refused:
        find("backprop-by-hands")
    problem = "no file and no built-in lecture of that name; did you mean"
    assert str(refused.value) == f'backprop-by-hands: {problem} "backprop-by-hand"?'


def test_paths_count_from_the_file_that_is_written(file, tmp_path):
    file('[data]\nsource = "xor4"\n', "own.toml")
    (tmp_path / "cat.png").touch()
    scene = SCENE.replace('"xor4"', '"own.toml"') + '[[scene.picture]]\nscene = "this"\nfile = "cat.png"\n' + CUE
    lecture = load(file(HEAD + scene))
    write(lecture, tmp_path / "other.toml")
    written = (tmp_path / "other.toml").read_text("utf-8")
    assert 'experiment = "own.toml"' in written
    assert 'file = "cat.png"' in written
    assert load(tmp_path / "other.toml") == lecture


def test_the_lecture_in_the_readme_is_one(file):
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    (block,) = (block for block in re.findall(r"```toml\n(.*?)```", readme, re.DOTALL) if "nnviz-lecture/1" in block)
    assert [scene.id for scene in load(file(block)).scenes] == ["saturation"]
