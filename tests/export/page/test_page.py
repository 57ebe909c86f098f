"""The page as a file: what stands in it, what it lets through, what it is too small for."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from msgspec.structs import replace

from nnviz.colours import ROLES
from nnviz.engine import Experiment, Trainer
from nnviz.engine.experiments.experiment_files import named_experiments
from nnviz.export.page.errors import PageError
from nnviz.export.page.networks import refuse_unfit
from nnviz.export.page.page import SCRIPTS, html
from nnviz.export.page.scenes import experiment_contents, lecture_contents
from nnviz.export.page.words import WORDS
from nnviz.lecture.files import find, load, named_lectures, scene_of
from nnviz.lecture.states import states_of
from nnviz.lecture.values import Row, Seeds, Train, Words
from nnviz.resources import resource


class Elements(HTMLParser):
    """The elements of a page: of each its name, its attributes and its text."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes), []))

    def handle_endtag(self, tag):
        self.found.append(("", {}, []))

    def handle_data(self, data):
        if self.found:
            self.found[-1][2].append(data)

    def all(self, tag):
        return [(attributes, "".join(text)) for name, attributes, text in self.found if name == tag]


def unchanged(_context, text):
    return text


def page_of(name="circle", **fields):
    experiment = Experiment.find(name, fields.pop("fields", {}))
    made = html(
        experiment_contents(Trainer(experiment)), {"en": fields.get("title", experiment.title)}, "en", {"en": unchanged}
    )
    return made.decode()


def contents_of(page):
    return json.loads(
        next(text for attributes, text in Elements(page).all("script") if attributes.get("id") == "contents")
    )


def test_the_policy_lets_the_pages_own_style_and_script_through_and_nothing_else():
    page = Elements(page_of())
    (policy,) = [each["content"] for each, _ in page.all("meta") if each.get("http-equiv") == "Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'" and rules["img-src"] == "data:"
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        own = [text for attributes, text in page.all(tag) if "type" not in attributes]
        digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in own]
        assert [rules[rule]] == [f"'sha256-{digest}'" for digest in digests]


def test_it_names_no_address_but_that_of_svg():
    assert set(re.findall(r"https?://[^\"'\s]*", page_of())) == {"http://www.w3.org/2000/svg"}
    assert not any("src" in attributes or "href" in attributes for _, attributes, _ in Elements(page_of()).found)


def test_two_hundred_examples_and_their_network_are_small():
    assert len(page_of(fields={"data.examples": 200}).encode()) <= 250_000


def test_what_is_put_in_is_text_and_nothing_else():
    title = "</script><b>%STYLE% & </title>"
    page = page_of(title=title, fields={"title": title})
    assert Elements(page).all("b") == [({"class": "brand"}, "nnviz")]
    assert contents_of(page)["title"] == {"en": title}
    assert page.count("</script>") == 2 and page.count("prefers-color-scheme") == page_of().count(
        "prefers-color-scheme"
    )


def test_it_starts_from_the_engines_numbers_to_the_bit():
    (cue,) = contents_of(page_of())["scenes"][0]["cues"]
    layers = cue["sides"][0]["start"]["network"]["layers"]
    for layer, (W, b) in zip(layers, Trainer(Experiment.named("circle")).parameters(), strict=True):
        assert layer["W"] == W.tolist() and layer["b"] == b.tolist()


def test_the_test_part_stays_at_home():
    run = contents_of(page_of())["runs"][0]
    shown = {place for place, example in enumerate(run["examples"]) if example is not None}
    assert shown == {*run["train"], *run["validation"]} and len(shown) < len(run["examples"])


@pytest.mark.parametrize("theme", [0, 1])
def test_its_colours_are_the_themes(theme):
    page = page_of()
    for role in ("card", "text", "forward", "backward"):
        assert f"--{role}:{ROLES[role][theme]};" in page


def test_every_word_that_is_asked_for_is_there():
    scripts = "".join(resource("page", name).read_text() for name in SCRIPTS)
    asked = set(
        re.findall(r'words\("([^"]+)"', scripts)
        + re.findall(r'data-words="([^"]+)"', resource("page", "page.html").read_text())
    )
    assert asked <= set(WORDS) and len(asked) > 30


@pytest.mark.parametrize(
    ("name", "fields", "reason"),
    [
        ("circle", {"network.hidden": [65]}, "room for 64 units in a layer, and this network has one of 65"),
        ("circle", {"network.hidden": [2] * 12}, "room for 12 layers, and this network has 13"),
        ("circle", {"training.dropout": 0.5}, "dropout"),
        ("circle", {"data.examples": 2001}, "room for 2,000 examples, and this experiment has 2,001"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_line(name, fields, reason):
    with pytest.raises(PageError, match=reason):
        experiment_contents(Trainer(Experiment.find(name, fields)))


def test_a_scene_has_its_cues_questions_and_both_networks():
    scene = scene_of(find("hidden-layers"), "reuse")
    *_, contents = lecture_contents([scene])
    (shown,) = contents.scenes
    assert shown["title"] == {"en": scene.title.en, "zh": scene.title.zh}
    assert [cue["say"]["en"] for cue in shown["cues"]] == [cue.say.en for cue in scene.cues]
    (ask,) = shown["cues"][1]["asks"]
    assert ask["right"] == 2 and ask["answers"][1]["en"] == "The borrowed features"
    assert [side["name"]["en"] for side in shown["cues"][0]["sides"]] == ["borrowed hidden layers", "a straight line"]
    # Both networks learn from the same data in the same way: it is there once.
    assert len(contents.runs) == 1
    starts = [cue["sides"][0]["start"]["iteration"] for cue in shown["cues"]]
    assert starts[0] == 0 < starts[1]


def test_a_scene_whose_network_is_too_large_is_told_without_it_and_why():
    scene = replace(
        scene_of(find("hidden-layers"), "xor"), set={"network.hidden": [65]}, seeds=None, claims=(), asks=()
    )
    *_, contents = lecture_contents([replace(scene, cues=scene.cues[:1], view={})])
    page = html(contents, {"en": "XOR"}, "en", {"en": unchanged}).decode()
    (cue,) = contents_of(page)["scenes"][0]["cues"]
    assert cue["sides"] == [] and cue["unfit"]["en"].startswith("a page has room for 64 units")


def test_a_sheet_of_seeds_has_all_its_networks_and_which_have_solved_their_task():
    scene = scene_of(find("hidden-layers"), "xor")
    rows = (Row(name=Words(en="8 units"), set={"network.hidden": [8]}), Row(set={"network.hidden": []}))
    cue = replace(scene.cues[1], train=Train(epochs=400), set={"training.learning_rate": 2.0})
    few = replace(scene, seeds=Seeds(count=3, rows=rows), cues=(scene.cues[0], cue), claims=(), asks=())
    *_, contents = lecture_contents([few])
    (untrained, trained) = contents.scenes[0]["cues"]
    assert [row["count"] for row in trained["rows"]] == [3, 3]
    assert [row["name"]["en"] for row in trained["rows"]] == ["8 units", "–"]
    assert [side["solved"] for side in trained["sides"]] == [True] * 3 + [False] * 3
    assert not any(side["solved"] for side in untrained["sides"])


def test_the_pictures_of_a_text_are_in_the_page():
    scene = scene_of(find("hidden-layers"), "summary")
    *_, contents = lecture_contents([scene])
    pictures = contents.scenes[0]["pictures"]
    assert [picture["scene"] for picture in pictures] == [picture.scene for picture in scene.pictures]
    for shown, picture in zip(pictures, scene.pictures, strict=True):
        kind, content = shown["image"].split(",")
        assert kind == "data:image/png;base64" and base64.b64decode(content) == Path(picture.file).read_bytes()


@pytest.mark.parametrize("name", named_experiments())
def test_every_built_in_experiment_makes_a_page(name):
    contents = contents_of(page_of(name))
    assert contents["scenes"][0]["cues"][0]["sides"] and len(contents["runs"]) == 1


@pytest.mark.parametrize("name", named_lectures())
def test_every_network_of_the_built_in_lectures_fits_a_page(name):
    for scene in load(find(name)).scenes:
        for state in states_of(scene):
            for side in state.sides:
                refuse_unfit(side.experiment)
