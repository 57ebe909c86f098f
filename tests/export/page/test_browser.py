"""The page in a real browser, on a telephone and on a desk: the engine's numbers, and what a reader can do."""

import re

import numpy as np
import pytest
from msgspec.structs import replace

from nnviz.engine import Experiment, Trainer
from nnviz.export.page.page import html
from nnviz.export.page.scenes import experiment_contents, lecture_contents
from nnviz.lecture.files import find, scene_of
from nnviz.lecture.states import states_of
from nnviz.lecture.values import Seeds, Train

from .chromium import DESK, PHONE, chromium, needs_chromium

pytestmark = [needs_chromium, pytest.mark.xdist_group("chromium")]
SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
LANGUAGES = {"en": lambda _context, text: text, "zh": lambda _context, text: f"字{text}"}
PHASES = 15
"""Of two hidden layers: x, z and a of three layers, L, δ and ∇W of three layers, the update."""


@pytest.fixture(scope="module")
def browser():
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def circle(tmp_path_factory):
    """The page of an experiment."""
    file = tmp_path_factory.mktemp("page") / "circle.html"
    file.write_bytes(html(experiment_contents(Trainer(Experiment.named("circle"))), {"en": "Circle"}, "en", LANGUAGES))
    return file


def write_lecture(file, scenes):
    *_, contents = lecture_contents(scenes)
    file.write_bytes(html(contents, {"en": "A lecture"}, "en", LANGUAGES))
    return file


def numbers_of(record, example=0):
    """What the tables of a page show of an example of a batch."""
    numbers = {}
    for number, layer in enumerate(record.layers, start=1):
        for unit in range(len(layer.b)):
            numbers |= {f"W{number}[{unit},{start}]": w for start, w in enumerate(layer.W[unit])}
            numbers[f"b{number}[{unit}]"] = layer.b[unit]
            for name, values in (("z", layer.z), ("a", layer.a), ("delta", layer.delta)):
                numbers[f"{name}{number}[{unit}]"] = values[example, unit]
    return numbers


def assert_shows(browser, record, example=0):
    shown, right = browser.numbers(), numbers_of(record, example)
    assert shown.keys() == right.keys()
    np.testing.assert_allclose([shown[field] for field in right], [*right.values()], rtol=1e-12, atol=1e-12)


def test_touch_steps_through_an_update_and_past_it_to_the_engines_numbers(browser, circle):
    browser.open(circle, PHONE)
    trainer = Trainer(Experiment.named("circle"))
    assert browser.phase() == 1
    assert_shows(browser, trainer.iterate())
    told = set()
    for phase in range(2, PHASES + 1):
        browser.tap("[data-action=step]")
        assert browser.phase() == phase
        told.add((browser.text("#work"), browser.text("#formula .named"), browser.text("#numbers")))
    assert len(told) == PHASES - 1 and not re.search("undefined|NaN|null", str(told))
    browser.tap("[data-action=step]")
    assert browser.phase() == 1 and "iteration\u00a01\u00a0·" in browser.text("#place")
    assert_shows(browser, trainer.iterate())
    browser.tap("[data-action=back]")
    assert browser.phase() == PHASES and "iteration\u00a00\u00a0·" in browser.text("#place")


def test_a_swipe_over_the_picture_is_a_step_and_a_finger_runs_along_the_phases(browser, circle):
    browser.open(circle, PHONE)
    x, y = browser.middle("#drawing")
    browser.touch([(x, y), (x - 40, y), (x - 90, y)])
    assert browser.phase() == 2
    browser.touch([(x, y), (x + 40, y), (x + 90, y)])
    assert browser.phase() == 1
    x, y = browser.middle("#strip")
    browser.touch([(30, y), (x, y), (380, y)])
    assert browser.phase() == PHASES


@SIZES
def test_keys_lead_to_the_same_numbers(browser, circle, size):
    browser.open(circle, size)
    trainer = Trainer(Experiment.named("circle"))
    for _ in range(3):
        browser.press("ArrowRight", shift=True)
    browser.press("ArrowRight")
    browser.press("ArrowRight")
    browser.press("e")
    trainer.seek(3)
    assert browser.phase() == 3 and "iteration\u00a03\u00a0·" in browser.text("#place")
    assert_shows(browser, trainer.iterate(), example=1)
    browser.press("ArrowLeft")
    browser.press("Home")
    assert browser.phase() == 1


@SIZES
def test_a_line_is_tapped_and_its_number_changed_and_all_others_follow(browser, circle, size):
    browser.open(circle, size)
    left, top, width, height = browser.run(
        "const box = document.querySelector('#drawing').getBoundingClientRect();"
        "return [box.left, box.top, box.width, box.height];"
    )
    # Between the hidden layers, from above until there is a line.
    for share in np.linspace(0.2, 0.8, 13):
        place = left + 0.36 * width, top + height * share
        browser.touch([place]) if size == PHONE else browser.click_at(*place)
        picked = browser.run("return document.querySelector('#pick').selectedOptions[0].dataset.weight")
        if picked and picked.startswith("W"):
            break
    number, to, start = map(int, re.fullmatch(r"W(\d)\[(\d),(\d)\]", picked).groups())
    assert "factor by factor" in browser.text("#chain h2") and len(browser.text("#chain .numbers")) > 50
    browser.run("const e = document.querySelector('#value'); e.value = '-0.75'; e.dispatchEvent(new Event('change'));")
    trainer = Trainer(Experiment.named("circle"))
    trainer.set_weight(number, to, start, -0.75)
    assert_shows(browser, trainer.iterate())
    browser.click("[data-action=undo]")
    assert_shows(browser, Trainer(Experiment.named("circle")).iterate())


def test_a_slider_follows_the_finger_between_ends_that_stay(browser, circle):
    browser.open(circle)
    browser.run("const e = document.querySelector('#pick'); e.value = 0; e.dispatchEvent(new Event('change'));")
    x, y = browser.middle("#slider")
    browser.touch([(x, y), (x + 10, y), (x + 20, y), (x + 30, y), (x + 80, y)])
    assert browser.run("const e = document.querySelector('#slider'); return [e.min, e.max]") == ["-3", "3"]
    value = float(browser.run("return document.querySelector('#slider').value"))
    trainer = Trainer(Experiment.named("circle"))
    trainer.set_weight(1, 0, 0, value)
    assert value > 1.0
    assert_shows(browser, trainer.iterate())


def test_a_rate_set_by_hand_holds_from_there_on_and_not_before(browser, circle):
    browser.open(circle)
    browser.press("ArrowRight", shift=True)
    browser.run("const e = document.querySelector('#rate'); e.value = '0.5'; e.dispatchEvent(new Event('change'));")
    browser.press("ArrowRight", shift=True)
    trainer = Trainer(Experiment.named("circle"))
    trainer.seek(1)
    trainer.set_learning_rate(0.5)
    trainer.iterate()
    assert_shows(browser, trainer.iterate())
    for _ in range(2):
        browser.press("ArrowLeft", shift=True)
    assert browser.run("return document.querySelector('#rate').value") == "0.01"


@SIZES
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nothing_is_wider_than_the_screen_and_all_that_is_pressed_is_broad_enough(browser, circle, size, dark):
    browser.open(circle, size, dark)
    for press in (1, 6, 10, PHASES):
        for _ in range(press - browser.phase()):
            browser.press("ArrowRight")
        assert browser.run("return document.documentElement.scrollWidth") <= size[0]
    narrow = browser.run(
        "return [...document.querySelectorAll('button, select, input, summary, [role=slider]')]"
        ".filter(e => e.checkVisibility()).map(e => [e.id || e.dataset.action, e.getBoundingClientRect()])"
        ".filter(([_, b]) => b.width < 44 || b.height < 44).map(([name, b]) => `${name} ${b.width}×${b.height}`)"
    )
    assert narrow == []


@SIZES
def test_all_that_takes_the_focus_has_a_name(browser, circle, size):
    browser.open(circle, size)
    nodes = browser.command("Accessibility.getFullAXTree")["nodes"]
    focusable = [
        node
        for node in nodes
        if any(each["name"] == "focusable" for each in node.get("properties", ())) and not node["ignored"]
    ]
    named = {node["role"]["value"]: node.get("name", {}).get("value") for node in focusable}
    assert {"button", "slider", "combobox"} <= named.keys()
    assert [
        node for node in focusable if not node.get("name", {}).get("value") and node["role"]["value"] != "RootWebArea"
    ] == []
    assert browser.run("return document.querySelector('#strip').ariaValueText") == "Forward: Inputs x and target y"


@SIZES
def test_it_trains_asks_for_nothing_and_complains_of_nothing(browser, circle, size):
    browser.open(circle, size)
    browser.press("t")
    browser.until(
        r"/epoch\s(?!0)/.test(document.querySelector('#place').textContent)"
        " && document.querySelector('.plot .training')?.getAttribute('d').includes('L')"
    )
    browser.press("t")
    assert browser.text("[data-action=train]") == "Train"
    assert re.search(r"training 0\.\d{4}", browser.text(".key.training"))
    assert browser.complaints() == []
    assert {address.split(":")[0] for address in browser.requests()} <= {"file", "data"}


def test_its_policy_holds_back_what_would_leave_it(browser, circle):
    browser.open(circle)
    refused = browser.driver.execute_async_script(
        "const [done] = arguments; fetch('https://nnviz.invalid/').then(() => done(''), (error) => done(String(error)))"
    )
    assert "Failed to fetch" in refused
    assert all("Content Security Policy" in each for each in browser.complaints())


def test_on_paper_the_whole_iteration_stands_with_its_numbers(browser, circle):
    browser.open(circle, DESK, dark=True)
    browser.run("dispatchEvent(new Event('beforeprint'))")
    assert browser.run("return document.querySelectorAll('#walk li').length") == PHASES
    assert browser.run("return document.querySelector('#tables details').open")
    assert browser.run("return getComputedStyle(document.documentElement).getPropertyValue('--card')") == "#FFFFFF"
    browser.run("dispatchEvent(new Event('afterprint'))")
    assert browser.run("return document.querySelectorAll('#walk li').length") == 0


def test_the_other_language_is_a_tap_away(browser, circle):
    browser.open(circle)
    browser.tap("#languages button")
    assert browser.run("return document.documentElement.lang") == "zh"
    assert browser.text("[data-action=train]") == "字Train" and browser.text("#sentence").startswith("字")


@SIZES
def test_a_question_is_answered_before_its_cue_is_told(browser, tmp_path, size):
    scene = scene_of(find("hidden-layers"), "reuse")
    browser.open(write_lecture(tmp_path / "scene.html", [scene]), size)
    browser.press("PageDown")
    assert browser.run("return document.querySelector('.say')") is None
    browser.click("[data-action='answer 1']")
    assert browser.text(".say") == scene.cues[1].say.en
    assert browser.text(".ask [role=status]").startswith("Right.")
    assert browser.run("return document.documentElement.scrollWidth") <= size[0]
    there = browser.text("#place")
    browser.press("ArrowRight", shift=True)
    browser.press("Home")
    browser.click("[data-action='side 1']")
    assert browser.text("#place") == there and browser.phase() == 1
    browser.click("[data-action='side 0']")
    assert browser.text("#place") != there and browser.complaints() == []


def test_of_a_sheet_of_seeds_each_network_can_be_opened(browser, tmp_path):
    scene = scene_of(find("hidden-layers"), "fragility")
    cues = (scene.cues[0], replace(scene.cues[1], train=Train(epochs=2)))
    sheet = replace(scene, seeds=Seeds(count=2, grid=scene.seeds.grid), cues=cues, claims=())
    browser.open(write_lecture(tmp_path / "sheet.html", [sheet]))
    assert browser.run("return [...document.querySelectorAll('.row p')].map(e => e.textContent)") == [
        "sigmoid 2 starts",
        "tanh 2 starts",
        "relu 2 starts",
    ]
    browser.press("PageDown")
    assert browser.text(".row p") == "sigmoid 2 starts"
    browser.tap("[data-action='answer 2']")
    assert browser.text(".row p") == "sigmoid 0 of 2 solved"
    browser.tap("[data-action='start 3']")
    trainer = Trainer(states_of(sheet)[1].sides[3].experiment)
    trainer.seek(2)
    assert browser.text("#place").startswith("iteration\u00a02") and trainer.experiment.network.activation == "tanh"
    assert_shows(browser, trainer.iterate())


def test_the_pictures_of_a_text_open_its_scenes(browser, tmp_path):
    summary, question = (scene_of(find("hidden-layers"), name) for name in ("summary", "xor"))
    question = replace(question, id="question", seeds=None, claims=(), asks=(), cues=question.cues[:1])
    browser.open(write_lecture(tmp_path / "text.html", [summary, question]))
    assert browser.run("return [...document.images].every(e => e.naturalWidth > 0) && document.images.length") == 5
    assert browser.run("return document.querySelectorAll('.tiles button').length") == 1
    browser.tap("[data-action='scene question']")
    assert (
        browser.text(".say") == question.cues[0].say.en
        and browser.run("return document.querySelector('#network').hidden") is False
    )


def test_closer_looks_open_with_a_tap_and_have_the_engines_numbers(browser, circle):
    browser.open(circle)
    record = Trainer(Experiment.named("circle")).iterate()
    browser.tap("#signals summary")
    browser.until("document.querySelector('#signals tbody').children.length")
    sizes = browser.run(
        "return [...document.querySelectorAll('#signals tbody tr')].map(e => Number(e.children[2].textContent))"
    )
    np.testing.assert_allclose(sizes, [np.abs(layer.delta).mean() for layer in record.layers], atol=5e-4)
    browser.tap("#space summary")
    browser.until("document.querySelector('#space .choice').children.length")
    browser.tap("[data-action='layer 1']")
    places = "return new Set([...document.querySelectorAll('#space .dot')].map(e => e.getAttribute('transform'))).size"
    assert browser.run(places) > 200
    assert "4 units" in browser.text("#space .axes")


def test_a_scene_opens_what_it_has_beside_its_network(browser, tmp_path):
    scene = scene_of(find("hidden-layers"), "hidden-layer")
    browser.open(write_lecture(tmp_path / "scene.html", [replace(scene, cues=scene.cues[:1], asks=(), claims=())]))
    assert browser.run("return [document.querySelector('#space').open, document.querySelector('#signals').open]") == [
        True,
        False,
    ]
