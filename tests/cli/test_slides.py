import os
import re
import shutil
import signal
import subprocess

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

SMALL = ("--size", "640x400")
LECTURE = """
format = "nnviz-lecture/1"
title = {en = "Two scenes"}
[[scene]]
id = "one"
title = {en = "One network"}
experiment = "xor4"
view = {panels = [], at = {phase = "L"}}
why = {en = "Nothing is claimed."}
[[scene.cue]]
say = {en = "Before."}
more = {en = "Nothing is learned."}
notes = {en = "Ask who knows XOR."}
[[scene.cue]]
say = {en = "After."}
train = {epochs = 2}
[[scene]]
id = "two"
title = {en = "Two networks"}
experiment = "xor4"
twin = {set = {"network.hidden" = [3]}}
why = {en = "Nothing is claimed."}
[[scene.cue]]
say = {en = "Side by side."}
"""


@pytest.fixture
def lecture(folder):
    file = folder / "lecture.toml"
    file.write_text(LECTURE)
    return file


def named(slide):
    return {shape.name: shape for shape in slide.shapes}


def is_morphed(slide):
    """Whether PowerPoint moves there what has the same name."""
    *others, transition = slide._element
    morph = transition[0][0][0]
    return (
        [child.tag for child in others] == [qn("p:cSld"), qn("p:clrMapOvr")]
        and morph.tag == "{http://schemas.microsoft.com/office/powerpoint/2015/09/main}morph"
        and morph.get("option") == "byObject"
    )


def test_each_phase_has_a_slide_with_the_network_as_shapes(nnviz, folder, qapp):
    assert nnviz("slides", "worked-example", "--out", "a.pptx", *SMALL).status == 0
    deck = Presentation(str(folder / "a.pptx"))
    assert [slide.shapes.title.text for slide in deck.slides][:6] == [
        "Forward · x", "Forward · z¹", "Forward · h¹", "Forward · z²", "Forward · ŷ", "Loss · L",
    ]  # fmt: skip
    assert len(deck.slides) == 11
    first, loss = named(deck.slides[0]), named(deck.slides[5])
    units = {"!!x_0", "!!x_1", "!!h1_0", "!!h1_1", "!!y_0", "!!y_1", "!!L"}
    edges = {f"!!w{layer}_{to}_{source}" for layer in (1, 2) for to in (0, 1) for source in (0, 1)}
    assert units | edges <= set(first) & set(loss), "they keep their names from slide to slide"
    assert len(first) == len(deck.slides[0].shapes), "each name is there once"
    assert loss["!!L value"].text_frame.text == "0.298"
    assert "0.05" in first["!!x_0 value"].text_frame.text
    assert loss["!!caption"].text_frame.text
    edge = loss["!!w1_1_0"]
    assert edge._element.find(f".//{qn('a:stCxn')}").get("id") == str(loss["!!x_0"].shape_id)
    assert edge._element.find(f".//{qn('a:endCxn')}").get("id") == str(loss["!!h1_1"].shape_id)
    assert loss["!!h1_1"]._element.spPr.find(qn("a:blipFill")) is not None
    sums = named(deck.slides[1])
    assert sums["!!w1_0_1 value"].text_frame.text == "+0.200"
    assert sums["!!h1_0 bias"].text_frame.text.startswith("+0.35")
    for slide in deck.slides:
        assert is_morphed(slide)


def test_each_cue_of_a_lecture_has_a_slide_with_its_words(nnviz, lecture, qapp):
    assert nnviz("slides", "lecture.toml", "--out", "a.pptx", *SMALL).status == 0
    deck = Presentation(str(lecture.parent / "a.pptx"))
    assert [slide.shapes.title.text for slide in deck.slides] == ["One network", "One network", "Two networks"]
    before, after, both = (named(slide) for slide in deck.slides)
    assert before["!!caption"].text_frame.text == "Before."
    assert before["!!softer"].text_frame.text == "Nothing is learned."
    assert deck.slides[0].notes_slide.notes_text_frame.text == "Ask who knows XOR."
    assert not deck.slides[1].has_notes_slide
    assert before["!!L value"].text_frame.text != after["!!L value"].text_frame.text, "it has been trained"
    assert "!!y_0" not in both
    picture = both["!!beside"]
    assert picture.image.content_type == "image/png"
    assert picture._element.nvPicPr.cNvPr.get("descr") == "Side by side."


ASK = """
[scene.ask]
before = 2
text = {en = "Will it learn?", zh = "它会学吗？"}
answers = [{en = "No"}, {en = "Yes"}]
right = 2
why = {en = "It has a hidden layer."}
"""


@pytest.fixture
def asking(lecture):
    lecture.write_text(LECTURE.replace('[[scene]]\nid = "two"', f'{ASK}[[scene]]\nid = "two"'))
    return lecture


def test_a_question_has_a_slide_and_its_answer_is_in_the_notes(nnviz, asking, qapp):
    assert nnviz("slides", "lecture.toml", "--scene", "one", "--out", "a.pptx", *SMALL).status == 0
    deck = Presentation(str(asking.parent / "a.pptx"))
    assert len(deck.slides) == 3
    question, answered = named(deck.slides[1]), named(deck.slides[2])
    assert question["!!question"].text_frame.text == "Will it learn?"
    texts = [question[f"!!{part}_{place}"].text_frame.text for place in (0, 1) for part in ("letter", "answer")]
    assert texts == ["A", "No", "B", "Yes"]
    assert {"!!x_0", "!!h1_0", "!!y_0"} <= set(question), "beside the network as it was"
    assert deck.slides[1].notes_slide.notes_text_frame.text == "Right is B: Yes\nIt has a hidden layer."
    assert answered["!!softer"].text_frame.text == "It has a hidden layer."
    assert nnviz("slides", "lecture.toml", "--no-notes", "--out", "b.pptx", *SMALL).status == 0
    assert not any(slide.has_notes_slide for slide in Presentation(str(asking.parent / "b.pptx")).slides)


def test_the_lecture_on_paper_has_a_page_with_notes_for_each(nnviz, asking, qapp):
    words = ("lecture.toml", "--scene", "one", *SMALL)
    assert nnviz("slides", *words, "--paper", "a4", "--out", "a.pdf").status == 0
    assert nnviz("slides", *words, "--no-notes", "--out", "b.pdf").status == 0
    paper, slides = (asking.parent / "a.pdf").read_bytes(), (asking.parent / "b.pdf").read_bytes()
    assert paper.count(b"/Type /Page\n") == slides.count(b"/Type /Page\n") == 3
    sizes = [re.findall(rb"/MediaBox \[0 0 (\d+)[.\d]* (\d+)", content)[0] for content in (paper, slides)]
    assert sizes == [(b"595", b"842"), (b"480", b"300")], "A4, and the slides' own"


def test_the_pages_are_of_the_paper_that_is_asked_for(nnviz, lecture, qapp):
    assert nnviz("slides", lecture, "--scene", "one", "--paper", "letter", "--out", "a.pdf", *SMALL).status == 0
    (box,) = set(re.findall(rb"/MediaBox \[([^]]+)\]", (lecture.parent / "a.pdf").read_bytes()))
    assert [round(float(side)) for side in box.split()] == [0, 0, 612, 792]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not there")
def test_what_is_on_paper_can_be_found_by_its_words(nnviz, asking, qapp):
    assert nnviz("slides", "lecture.toml", "--scene", "one", "--out", "a.pdf", *SMALL).status == 0
    text = subprocess.run(["pdftotext", str(asking.parent / "a.pdf"), "-"], capture_output=True, check=True).stdout
    pages = text.decode().split("\f")
    assert "Ask who knows XOR." in pages[0] and "Nothing is learned." in pages[0]
    assert "output · sigmoid" in pages[0], "the picture's words too"
    assert "Right is B: Yes" in pages[1] and "Will it learn?" in pages[1]


def test_shapes_take_nothing_from_the_theme_of_the_slides(nnviz, folder, qapp):
    assert nnviz("slides", "xor4", "--out", "a.pptx", *SMALL).status == 0
    slide = Presentation(str(folder / "a.pptx")).slides[2]
    assert not list(slide._element.iter(qn("p:style"))), "it would give them shadows"
    assert named(slide)["!!y_0 name"].text_frame.text == "class 1"


def test_units_that_have_no_room_are_counted(nnviz, folder, qapp):
    wide = ("--set", "network.hidden=[40]", "--out", "a.pptx", *SMALL)
    assert nnviz("slides", "xor4", *wide).status == 0
    shapes = named(Presentation(str(folder / "a.pptx")).slides[0])
    shown = sum(name.startswith("!!h1_") and " " not in name for name in shapes)
    assert shapes["!!layer1 more"].text_frame.text == f"⋮ +{40 - shown}"


def test_one_scene_alone_as_pages(nnviz, lecture, qapp):
    assert nnviz("slides", "lecture.toml", "--scene", "one", "--out", "a.pdf", *SMALL).status == 0
    content = (lecture.parent / "a.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == 2
    assert content.count(b"/ToUnicode") >= 2, "text stays text"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["xor4", "--out", "a.odp"], 'a.odp: slides are PPTX or PDF files, not ".odp"'),
        (["xor4", "--out", "a.pdf", "--scene", "one"], "xor4 is an experiment: only a lecture has a --scene"),
        (["xor4", "--out", "a.pdf", "--iteration", "2001"], "xor4: the run ends after 2000 iterations"),
        (["hidden-layers", "--out", "a.pdf", "--iteration", "3"], "--iteration is about an experiment"),
        (["hidden-layers", "--out", "a.pdf", "--scene", "xxor"], 'hidden-layers.toml: no scene "xxor"'),
    ],
)
def test_slides_that_cannot_be_are_refused(nnviz, folder, qapp, words, complaint):
    outcome = nnviz("slides", *words, *SMALL)
    assert outcome.status == 2
    assert outcome.complaint.startswith(complaint)
    assert list(folder.iterdir()) == []


def test_what_is_not_installed_is_named(nnviz, folder, monkeypatch):
    monkeypatch.setattr("nnviz.cli.slides.find_spec", lambda name: None)
    outcome = nnviz("slides", "xor4", "--out", "a.pptx")
    assert outcome.status == 2
    assert "python-pptx" in outcome.complaint and "nnviz-desktop[slides]" in outcome.complaint


def test_what_is_interrupted_leaves_no_file(nnviz, folder, qapp, monkeypatch):
    from nnviz.export.slides.pages import Pages

    monkeypatch.setattr(Pages, "add", lambda *given: os.kill(os.getpid(), signal.SIGINT))
    before = signal.getsignal(signal.SIGINT)
    assert nnviz("slides", "xor4", "--out", "a.pdf", *SMALL).status == 130
    assert list(folder.iterdir()) == []
    assert signal.getsignal(signal.SIGINT) is before
