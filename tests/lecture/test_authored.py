"""A scene or a cue that is made from what is on screen leads there again, and says only what differs."""

import json
import tomllib
from pathlib import Path

import msgspec
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from nnviz.engine import Experiment
from nnviz.engine.training.run.ways import Happening
from nnviz.engine.training.timeline.events import SetExample, SetFrozen, SetLearningRate, SetParameter, SetSilenced
from nnviz.lecture.authored import Standing, experiment_fields, next_cue, scene_of
from nnviz.lecture.errors import LectureError
from nnviz.lecture.files import load, read
from nnviz.lecture.insertion import lecture_text, with_cue, with_scene
from nnviz.lecture.states import states_of
from nnviz.lecture.values import Cue, Lecture, Scene, Train, Words
from nnviz.view import At, HiddenSpacePart, View

XOR = Experiment.named("xor4")
TITLE = Words(en="Four points", zh="四个点")
SCENE = Scene(id="xor", title=TITLE, experiment="xor4", cues=(Cue(say=TITLE),))


def standing(iteration=0, *happenings, experiment=XOR, view=None):
    there = view if view is not None else View(panels=())
    return Standing(experiment, tuple(happenings), iteration, there)


def plain(fields):
    """As a file has them."""
    return json.loads(msgspec.json.encode(fields))


def happening(iteration, *events):
    return Happening(iteration, events)


def test_a_scene_is_the_nearest_experiment_and_what_differs():
    scene = scene_of(standing(experiment=XOR.with_fields({"network.hidden": [5], "training.l2": 0.01})), TITLE)
    assert (scene.id, scene.experiment) == ("four-points", "xor4")
    assert plain(scene.set) == {"network.hidden": [5], "training.l2": 0.01}
    assert plain(scene.view) == {"panels": []}
    assert scene.cues == (Cue(say=TITLE),)


def test_an_id_that_is_taken_gets_a_number():
    assert scene_of(standing(), TITLE, frozenset({"four-points", "four-points-2"})).id == "four-points-3"
    assert scene_of(standing(), Words(zh="四个点")).id == "scene"


def test_a_cue_says_what_was_changed_and_trained_and_looked_at():
    view = View(panels=("data",), pick="W1[0,1]", at=At(iteration=7, phase="delta1"), maps=False)
    events = SetParameter(1, 0, 1, 0.5), SetSilenced(1, 2, True), SetLearningRate(0.3), SetFrozen(2, 0, None, True)
    cue = next_cue(SCENE, standing(7, happening(0, *events), view=view), TITLE)
    assert cue.set == {"W1[0,1]": 0.5, "h1[2]": "off", "training.learning_rate": 0.3, "b2[0]": "frozen"}
    assert cue.train == Train(epochs=7), "an epoch of xor4 is one update"
    assert plain(cue.view) == {"panels": ["data"], "pick": "W1[0,1]", "maps": False, "at": {"phase": "delta1"}}


def test_nothing_that_is_as_before_is_said():
    scene = replace(SCENE, cues=(*SCENE.cues, Cue(say=TITLE, set={"W1[0,1]": 0.5}, train=Train(epochs=3))))
    cue = next_cue(scene, standing(5, happening(0, SetParameter(1, 0, 1, 0.5)), view=View()), TITLE)
    assert cue == Cue(say=TITLE, train=Train(epochs=2))


def test_back_in_time_is_a_place():
    scene = replace(SCENE, cues=(*SCENE.cues, Cue(say=TITLE, train=Train(epochs=30))))
    cue = next_cue(scene, standing(12, view=View(at=At(phase="L", iteration=12))), TITLE)
    assert cue == Cue(say=TITLE, view={"at": {"iteration": 12, "phase": "L"}})


def test_another_experiment_is_set():
    cue = next_cue(SCENE, standing(4, experiment=XOR.with_fields({"network.seed": 9}), view=View()), TITLE)
    assert cue == Cue(say=TITLE, set={"network.seed": 9}, train=Train(epochs=4))


def test_the_same_experiment_anew_is_a_restart():
    scene = replace(SCENE, cues=(*SCENE.cues, Cue(say=TITLE, set={"W1[0,1]": 0.5}, train=Train(epochs=3))))
    cue = next_cue(scene, standing(8, happening(0, SetParameter(1, 1, 1, 2.0)), view=View()), TITLE)
    assert cue == Cue(say=TITLE, set={"W1[1,1]": 2.0}, train=Train(epochs=8), restart=True)


@pytest.mark.parametrize(
    ("happenings", "reason"),
    [
        ((happening(3, SetParameter(1, 0, 0, 1.0)),), "one cue cannot lead here"),
        ((happening(0, SetExample(0, None, None, None, 1)),), "a cue can set weights, biases"),
        ((happening(0, SetParameter(1, 0, 0, 1.0), SetFrozen(1, 0, 0, True)),), "is set and frozen at the same time"),
    ],
)
def test_what_no_cue_can_lead_to_is_refused(happenings, reason):
    with pytest.raises(LectureError, match=reason):
        next_cue(SCENE, standing(5, *happenings), TITLE)


def test_a_text_has_no_cues_of_this_kind():
    scene = Scene(id="end", title=TITLE, text=TITLE, cues=(Cue(say=TITLE),))
    with pytest.raises(LectureError, match="written by hand"):
        next_cue(scene, standing(), TITLE)


EVENTS = st.one_of(
    st.builds(SetParameter, st.just(1), st.integers(0, 1), st.one_of(st.none(), st.integers(0, 1)), st.floats(-3, 3)),
    st.builds(SetSilenced, st.just(1), st.integers(0, 1), st.booleans()),
    st.builds(SetLearningRate, st.floats(0.01, 1.0)),
)
VIEWS = st.builds(
    View,
    panels=st.sampled_from([(), ("data",), ("loss", "data")]),
    pick=st.sampled_from(["", "W1[0,1]", "h1[1]"]),
    at=st.builds(At, phase=st.sampled_from(["x", "z1", "L", "delta1"])),
    maps=st.booleans(),
    hidden_space=st.builds(HiddenSpacePart, layer=st.sampled_from([None, 0, 1])),
    grain=st.sampled_from(["phase", "unit"]),
)
STEPS = st.tuples(
    st.lists(EVENTS, max_size=3, unique_by=lambda event: event.about),
    st.integers(0, 40),
    VIEWS,
    st.sampled_from([{}, {}, {"network.seed": 5}, {"training.optimizer": {"name": "adam"}}]),
)


@settings(max_examples=15, deadline=None, phases=[Phase.generate])
@given(st.lists(STEPS, min_size=1, max_size=4))
def test_whatever_is_done_its_scene_leads_there_again_from_the_file(tmp_path_factory, steps):
    """Each step may begin anew, changes something, trains, and looks elsewhere."""
    path = tmp_path_factory.mktemp("authored") / "mine.toml"
    experiment, happened, iteration, text, wanted = XOR, (), 0, "", []
    for number, (events, trained, view, fields) in enumerate(steps):
        if fields:
            experiment, happened, iteration = XOR.with_fields(fields), (), 0
        if events:
            happened = (*happened, Happening(iteration, tuple(events)))
        iteration += trained
        there = Standing(experiment, happened, iteration, view)
        if number == 0:
            text = lecture_text(Lecture(format="nnviz-lecture/1", title=TITLE, scenes=(scene_of(there, TITLE),)))
        else:
            text = with_cue(text, next_cue(load(path).scenes[0], there, TITLE), 1)
        path.write_text(text, encoding="utf-8")
        wanted.append(there)
    states = states_of(load(path).scenes[0])
    assert len(states) == len(wanted)
    for state, there in zip(states, wanted, strict=True):
        (side,) = state.sides
        # A rate before the first update is the experiment's own.
        assert experiment_fields(side.experiment, there.experiment).keys() <= {"training.learning_rate"}
        assert side.iteration == there.iteration
        assert replace(state.view, at=replace(state.view.at, iteration=0), panels=there.view.panels) == there.view


# ---- into a file that somebody has written ---------------------------------------------------------------------------

WRITTEN = """\
# My lecture.
format = "nnviz-lecture/1"  # the first
title = {en = "Mine"}

# The beginning.
[[scene]]
id = "one"   # short
title = {en = "One"}
experiment = "xor4"

[[scene.cue]]
say = {en = "a"}
[scene.cue.notes]
en = '''
A scene begins with
[[scene]]
'''

# What is claimed.
[[scene.claim]]
metric = "train.loss"
is = "<"
bound = 10

# The end.
[[scene]]
id = "two"
title = {en = "Two"}
experiment = "circle"
[[scene.cue]]
say = {en = "b"}
"""
PLAIN = WRITTEN.replace("[[scene]]\n'''", "a table\n'''")
CUE = Cue(say=Words(en='He said "c"', zh="他说“丙”"), set={"W1[0,1]": 0.5}, train=Train(epochs=3))


def test_a_cue_goes_to_the_end_of_its_scene_and_every_remark_stays():
    text = with_cue(PLAIN, CUE, 2)
    assert text.startswith(PLAIN)
    assert text[len(PLAIN) :].splitlines() == [
        "",
        "[[scene.cue]]",
        'say = {en = "He said \\"c\\"", zh = "他说“丙”"}',
        "train = {epochs = 3}",
        'set = {"W1[0,1]" = 0.5}',
    ]


def test_in_the_middle_too(tmp_path: Path):
    text = with_cue(PLAIN, CUE, 1)
    added = text.index("He said")
    assert text.index("a table") < added < text.index("# What is claimed.")
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    one, two = load(tmp_path / "mine.toml").scenes
    assert one.cues[1] == CUE and len(one.cues) == 2 and len(two.cues) == 1


def test_what_only_looks_like_a_scene_is_not_taken_for_one():
    with pytest.raises(LectureError, match="only a hand can add to"):
        with_cue(WRITTEN, CUE, 1)


@pytest.mark.parametrize("text", ["", 'cue = [{say = {en = "a"}}]\n', "id = 3\n"])
def test_where_there_is_no_table_of_a_cue_nothing_is_added(text):
    with pytest.raises(LectureError, match="only a hand can add to"):
        with_cue(text, CUE)


def test_a_scene_of_its_own_gets_cues_too():
    text = 'id = "one"\n[[cue]]\nsay = {en = "a"}\n\n# asked\n[ask]\nbefore = 1\n'
    added = with_cue(text, CUE)
    assert [cue["say"]["en"] for cue in tomllib.loads(added)["cue"]] == ["a", 'He said "c"']
    assert added.index("He said") < added.index("# asked") and added.endswith("# asked\n[ask]\nbefore = 1\n")


@pytest.mark.parametrize(("after", "order"), [(1, ["one", "xor", "two"]), (None, ["one", "two", "xor"])])
def test_a_scene_stands_where_it_is_put(tmp_path: Path, after, order):
    text = with_scene(PLAIN, SCENE, after)
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    assert [scene.id for scene in load(tmp_path / "mine.toml").scenes] == order
    assert all(line in text.splitlines() for line in PLAIN.splitlines())
    assert '# The end.\n[[scene]]\nid = "two"' in text


def test_a_new_lecture_is_readable(tmp_path: Path):
    lecture = Lecture(format="nnviz-lecture/1", title=TITLE, scenes=(replace(SCENE, cues=(*SCENE.cues, CUE)),))
    text = lecture_text(lecture)
    assert text == (
        'format = "nnviz-lecture/1"\n'
        'title = {en = "Four points", zh = "四个点"}\n'
        "\n[[scene]]\n"
        'id = "xor"\n'
        'title = {en = "Four points", zh = "四个点"}\n'
        'experiment = "xor4"\n'
        "\n[[scene.cue]]\n"
        'say = {en = "Four points", zh = "四个点"}\n'
        "\n[[scene.cue]]\n"
        'say = {en = "He said \\"c\\"", zh = "他说“丙”"}\n'
        "train = {epochs = 3}\n"
        'set = {"W1[0,1]" = 0.5}\n'
    )
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    assert read(tmp_path / "mine.toml").lecture == lecture
    assert msgspec.to_builtins(lecture)["scene"][0]["cue"]
