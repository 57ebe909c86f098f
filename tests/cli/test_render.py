import re
from xml.etree import ElementTree

import pytest


@pytest.mark.parametrize("text", ["1280", "0x720", "1280x", "9999x9999", "1e3x5", "-1x5", "99999999999x1"])
def test_a_size_is_width_and_height(nnviz, text):
    outcome = nnviz("render", "circle", "--out", "a.png", f"--size={text}")
    assert outcome.status == 2
    assert outcome.complaint == (
        "--size: expected WIDTHxHEIGHT, for example 1280x720, at most 7680 pixels a side, "
        f'got "{text}" (see "nnviz render --help")'
    )


def test_a_theme_is_one_of_three(nnviz):
    outcome = nnviz("render", "circle", "--out", "a.png", "--theme", "pink")
    assert outcome.status == 2
    assert "'light', 'dark', 'projector'" in outcome.complaint


def test_a_picture_is_a_png_or_has_text_that_stays_text(nnviz, folder):
    complaint = 'a.jpg: pictures are PNG, SVG or PDF files, not ".jpg"'
    assert nnviz("render", "circle", "--out", "a.jpg").complaint == complaint


def test_the_place_in_time_must_exist(nnviz, folder):
    for words, complaint in (
        (["--phase", "z9"], 'xor4: no phase "z9"; known: x, z1, a1'),
        (["--iteration", "2001"], "xor4: the run ends after 2000 iterations"),
    ):
        outcome = nnviz("render", "xor4", "--out", "a.png", *words)
        assert outcome.status == 2
        assert outcome.complaint.startswith(complaint)
    assert list(folder.iterdir()) == []


def test_a_picture_has_the_size_that_was_asked_for(nnviz, folder, qapp):
    from PySide6.QtGui import QImage

    assert nnviz("render", "xor4", "--out", "a.png", "--size", "1280x720", "--phase", "delta1").status == 0
    picture = QImage(str(folder / "a.png"))
    assert (picture.width(), picture.height()) == (1280, 720)


@pytest.mark.parametrize(
    ("field", "complaint"),
    [
        ("view.pick=W9", "view.pick: expected a weight such as"),
        ("view.pik=h1[0]", "view.pik: no such field; did you mean view.pick?"),
        ('view.panels=["dat"]', 'view.panels[0]: expected "code" or "data" or'),
        ("view.at=3", "view.at: expected a table, got 3"),
        ("view.maps.size=3", "view.maps: expected true or false"),
        ("view.pick=W3[0,9]", "xor4: view.pick: W3[0,9]: "),
        ("view.at.unit=99", "xor4: view.at.unit: units of this phase count from 0 to"),
    ],
)
def test_a_view_that_cannot_be_is_refused_by_its_field(nnviz, folder, field, complaint):
    outcome = nnviz("render", "xor4", "--out", "a.png", "--set", field)
    assert outcome.status == 2
    assert outcome.complaint.startswith(complaint)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("factor", ["0.4", "4", "large"])
def test_type_can_be_larger_within_reason(nnviz, factor):
    outcome = nnviz("render", "xor4", "--out", "a.png", "--scale", factor)
    assert outcome.complaint.startswith(f'--scale: expected a number from 0.5 to 3, got "{factor}"')


def test_every_panel_every_explanation_and_every_place_can_be_drawn(nnviz, folder, qapp):
    from nnviz.ui.panels.explain.table import PAGES
    from nnviz.ui.panels.table import PANELS

    pictures = set()
    sets = [f'view.panels=["{row.id}"]' for row in PANELS]
    sets += [f"view.explain={row.id}" for row in PAGES]
    sets += ["view.pick=W1[0,1]", "view.pick=h1[1]", "view.at.unit=1", "view.at={phase='z1', unit=1, term=2}"]
    for place, field in enumerate(sets):
        words = ["--set", field, "--phase", "z1", "--size", "900x600"]
        assert nnviz("render", "xor4", "--out", f"{place}.png", *words).status == 0
        pictures.add((folder / f"{place}.png").read_bytes())
    assert len(pictures) == len(sets), "each is another picture"


@pytest.mark.parametrize(("kind", "start"), [("svg", b"<?xml"), ("pdf", b"%PDF-")])
def test_text_stays_text(nnviz, folder, qapp, kind, start):
    name = f"a.{kind}"
    assert nnviz("render", "xor4", "--out", name, "--size", "1280x720", "--phase", "delta1").status == 0
    content = (folder / name).read_bytes()
    assert content.startswith(start)
    if kind == "svg":
        texts = set(re.findall(r">([^<>]+)</text>", content.decode()))
        assert {"Loss", "Experiment", "forward", "\u03b4\u00b9"} <= {text.strip() for text in texts}
    else:
        assert content.count(b"/ToUnicode") >= 3, "each font says what its glyphs stand for"


def test_a_part_is_drawn_alone_and_its_panel_is_shown_for_it(nnviz, folder, qapp):
    from PySide6.QtGui import QImage

    words = ["--part", "data.plot", "--size", "300x200", "--zoom", "1.5", "--transparent"]
    assert nnviz("render", "xor4", "--out", "a.png", *words).status == 0
    picture = QImage(str(folder / "a.png"))
    assert (picture.width(), picture.height()) == (450, 300)
    assert picture.pixelColor(0, 0).alpha() == 0


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--part", "los"], '--part: there is no part "los"; known: window, diagram, formula, experiment, loss'),
        (["--part", "explain.plot"], "xor4: explain.plot: there is none on screen"),
        (["--transparent"], "--transparent is about a --part"),
        (["--part", "window", "--transparent"], "--transparent is about a --part"),
        (["--zoom", "9"], '--zoom: expected a number from 0.1 to 8, got "9"'),
        (["--zoom", "nan"], '--zoom: expected a number from 0.1 to 8, got "nan"'),
        (["--zoom", "5"], "--zoom: a picture has at most 7680 pixels a side"),
        (["--part", "loss", "--set", "view.panels=[]"], "xor4: loss: there is none on screen"),
    ],
)
def test_a_part_that_cannot_be_drawn_is_refused(nnviz, folder, qapp, words, complaint):
    outcome = nnviz("render", "xor4", "--out", "a.png", *words)
    assert outcome.status == 2
    assert outcome.complaint.startswith(complaint)
    assert list(folder.iterdir()) == []


def test_a_title_with_what_no_xml_can_hold_makes_a_sound_svg_and_sound_slides(nnviz, folder):
    (folder / "mine.toml").write_text('title = "\\u001b[31mred\\u0007"\n[data]\nsource = "xor4"\n')
    assert nnviz("render", "mine.toml", "--size", "400x300", "--out", "a.svg").status == 0
    ElementTree.parse(folder / "a.svg")
    pytest.importorskip("pptx", reason="python-pptx is not installed")
    assert nnviz("slides", "mine.toml", "--size", "400x300", "--out", "a.pptx").status == 0
