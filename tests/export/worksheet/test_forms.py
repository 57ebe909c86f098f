"""Worksheets on paper: what stands on the pages, and that both forms of them are whole."""

import re
import shutil
import subprocess
import zlib
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QFont

from nnviz.engine import Experiment, Trainer
from nnviz.export.worksheet.content import answer, content_of
from nnviz.export.worksheet.exercise import BLANKS, exercises
from nnviz.export.worksheet.forms import Worksheets
from nnviz.export.worksheet.pdf import pdf_of
from nnviz.export.worksheet.sheet import LOWER, RIGHT, WIDTH, pages_of
from nnviz.export.worksheet.svg import typeset, wrapped
from nnviz.paper import A4, PAPERS, Paper

HEIGHT = A4.points[1]
BOTTOM = HEIGHT - LOWER
CHROMIUM = shutil.which("chromium")
SVG = "{http://www.w3.org/2000/svg}"


def made(name="worked-example", students=1, iteration=0, blanks=BLANKS):
    return list(exercises(Trainer(Experiment.named(name)), iteration, students, blanks))


def marks(pages):
    """Every mark of every page with how far down its group stands."""
    for page in pages:
        root = ElementTree.fromstring(page)
        for child in root:
            shift = re.match(r"translate\(0 ([\d.]+)\)", child.get("transform", ""))
            # What is scaled is a typeset formula, with marks of its own.
            for mark in child.iter() if "scale" not in child.get("transform", "") else ():
                yield mark, float(shift[1]) if shift else 0.0


def texts(pages):
    return [mark.text for mark, _ in marks(pages) if mark.tag == f"{SVG}text"]


def boxes(pages):
    return sum(mark.tag == f"{SVG}rect" for mark, _ in marks(pages))


def test_a_sheet_shows_what_is_given_and_not_what_is_asked_for(qapp):
    (exercise,) = made()
    shown = " ".join(texts(pages_of(content_of(exercise, formulas=True))))
    assert "w¹₁₂ = 0.20" in shown and "y₂ = 0.99" in shown and "η = 0.5" in shown
    assert "squared error (½ of the sum)" in shown and "hidden layer 1: sigmoid" in shown
    assert [answer(field) for field in exercise.asked if answer(field) in shown] == []


def test_a_sheet_has_a_box_for_each_blank(qapp):
    (exercise,) = made()
    units = sum(exercise.record.architecture.widths)
    labels = exercise.record.layers[0].W.size + exercise.record.layers[1].W.size
    assert boxes(pages_of(content_of(exercise, formulas=True))) == len(exercise.asked) + units + labels


def test_the_key_is_the_sheet_filled_in(qapp):
    (exercise,) = made()
    shown = texts(pages_of(content_of(exercise, formulas=True), key=True))
    assert shown[0] == "Key: Worked example"
    assert {answer(field) for field in exercise.asked} <= set(shown)


def test_what_comes_before_the_blanks_is_given(qapp):
    (exercise,) = made(blanks=BLANKS[3:4])
    shown = set(texts(pages_of(content_of(exercise, formulas=True))))
    given = {answer(field) for field in exercise.fields if field.kind is BLANKS[0]}
    assert given <= shown
    assert shown.isdisjoint(answer(field) for field in exercise.asked)
    assert not any("after the update" in words for words in shown)


def test_what_lies_between_two_blanks_tells_neither(qapp):
    (exercise,) = made(blanks=(BLANKS[3], BLANKS[5]))
    content = content_of(exercise, formulas=True)
    shown = set(texts(pages_of(content)))
    assert shown.isdisjoint(answer(field) for field in exercise.fields if field.kind in BLANKS[3:])
    assert any(section.heading == "Gradients of hidden layer 1" and not section.rows for section in content.sections)
    assert all(section.rows for section in content_of(exercise, formulas=False).sections)


def test_the_formulas_may_be_left_out(qapp):
    (exercise,) = made()
    with_formulas, without = (pages_of(content_of(exercise, formulas)) for formulas in (True, False))
    assert "<path" in "".join(with_formulas) and "<path" not in "".join(without)


@pytest.mark.parametrize("name", ["worked-example", "spiral", "blobs3", "plane"])
@pytest.mark.parametrize("key", [False, True])
def test_nothing_leaves_the_page(qapp, name, key):
    (exercise,) = made(name, iteration=3)
    for mark, shift in marks(pages_of(content_of(exercise, formulas=True), key)):
        if mark.tag == f"{SVG}rect":
            assert float(mark.get("x")) + float(mark.get("width")) <= RIGHT + 1.0
            assert shift + float(mark.get("y")) + float(mark.get("height")) <= BOTTOM + 1.0
        if mark.tag == f"{SVG}text":
            size = float(mark.get("font-size"))
            wide = 0.0 if mark.get("text-anchor") else 0.48 * size * len(mark.text)
            assert float(mark.get("x")) + wide <= WIDTH - 20.0, mark.text
            assert shift + float(mark.get("y")) <= HEIGHT - 20.0, mark.text


def test_the_html_file_is_whole_and_asks_nothing_of_anyone(qapp):
    (content,) = Worksheets(made(students=2), True, "en").sheets(".html")
    html = content.decode()
    pages = re.findall(r"<svg.*?</svg>", html, re.DOTALL)
    assert sum("Name" in texts([page]) for page in pages) == 2
    assert html.startswith('<!DOCTYPE html>\n<html lang="en">') and "default-src 'none'" in html
    assert "<script" not in html and "url(" not in html and "@import" not in html
    assert set(re.findall(r"https?://[^\"]+", html)) == {"http://www.w3.org/2000/svg"}
    assert re.findall(r"(?:src|href)=", html) == []


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
def test_a_browser_prints_a_sheet_of_paper_for_each_page(qapp, tmp_path):
    (content,) = Worksheets(made(), True, "en").sheets(".html")
    (tmp_path / "a.html").write_bytes(content)
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    words = [*options, f"--print-to-pdf={tmp_path / 'a.pdf'}", (tmp_path / "a.html").as_uri()]
    subprocess.run([CHROMIUM, *words], check=True, capture_output=True, timeout=60)
    printed = re.findall(rb"/Type /Page\b", (tmp_path / "a.pdf").read_bytes())
    assert len(printed) == content.count(b'class="page"')


def test_the_pdf_has_the_same_pages_with_real_text(qapp):
    (content,) = Worksheets(made(students=2), True, "en").sheets(".pdf")
    pages = [page for exercise in made(students=2) for page in pages_of(content_of(exercise, formulas=True))]
    assert content.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type /Page\b", content)) == len(pages)
    assert content.count(b"/ToUnicode") >= 2, "each font says what its glyphs stand for"
    assert b"Inter" in content


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_a_sheet_is_of_the_paper_that_is_asked_for_and_all_of_it_is_on_it(qapp, paper: Paper):
    width, height = paper.points
    (exercise,) = made("circle")
    pages = pages_of(content_of(exercise, formulas=True), paper=paper)
    for page in pages:
        left, top, *size = map(float, ElementTree.fromstring(page).get("viewBox").split())
        assert (size, top) == ([width, height], 0.0)
        for mark, shift in marks([page]):
            if mark.tag == f"{SVG}text":
                assert left + 20.0 < float(mark.get("x")) < left + width - 20.0
                assert shift + float(mark.get("y")) <= height - 20.0
    (content,) = Worksheets([exercise], True, "en", paper).sheets(".pdf")
    assert {
        tuple(map(round, map(float, box.split()[2:]))) for box in re.findall(rb"/MediaBox \[([^]]+)\]", content)
    } == {(width, height)}
    (page,) = Worksheets([exercise], True, "en", paper).sheets(".html")
    assert f"@page {{ size: {paper.name}; margin: 0 }}" in page.decode()
    assert f"width: {paper.width:g}mm; height: {paper.height:g}mm" in page.decode()


def test_a_formula_in_the_pdf_is_filled_and_not_outlined(qapp):
    formula = typeset("L").at(100.0, 100.0, 11.0)
    content = pdf_of("L", [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842">{formula}</svg>'])
    start = content.index(b"stream", content.index(b"/FlateDecode"))
    drawn = zlib.decompressobj().decompress(content[start + len(b"stream\n") :])
    assert len(re.findall(rb" m$", drawn, re.MULTILINE)) == 1, "an outline would be a second shape"


def test_a_title_that_is_markup_stays_text(qapp):
    experiment = Experiment.named("worked-example", {"title": "<b> & ]]> \x01"})
    exercise = next(exercises(Trainer(experiment), 0, 1, BLANKS))
    assert texts(pages_of(content_of(exercise, formulas=True)))[0] == "Worksheet: <b> & ]]>  "
    for piece in Worksheets([exercise], True, "en").moodle():
        assert "\x01" not in piece.decode()
    ElementTree.fromstring(b"".join(Worksheets([exercise], True, "en").moodle()))


def test_a_title_that_fills_a_book_is_cut(qapp):
    """Qt lays out no line of many thousands of letters, and says so for each."""
    experiment = Experiment.named("worked-example", {"title": "t" * 100_000})
    exercise = next(exercises(Trainer(experiment), 0, 1, BLANKS))
    assert texts(pages_of(content_of(exercise, formulas=True)))[0] == f"Worksheet: {'t' * 79}…"


def test_lines_break_between_words_and_between_chinese_characters():
    assert list(wrapped("one two three", 10.0, 45.0)) == ["one two", "three"]
    assert list(wrapped("计算过程中，保留位数。", 10.0, 52.0)) == ["计算过程", "中，保留位", "数。"]


def test_a_formula_is_typeset_once():
    assert typeset(r"z = W\,x + b") is typeset(r"z = W\,x + b")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not there")
def test_every_sign_of_a_pdf_can_be_copied(qapp, tmp_path):
    (exercise,) = made(students=1)
    # As where a window is open.
    font = QFont(qapp.font())
    font.setFeature(QFont.Tag("tnum"), 1)
    before = qapp.font()
    qapp.setFont(font)
    (tmp_path / "a.pdf").write_bytes(pdf_of("Key", pages_of(content_of(exercise, formulas=True), True)))
    qapp.setFont(before)
    told = subprocess.run(["pdftotext", "-layout", tmp_path / "a.pdf", "-"], capture_output=True, check=True).stdout
    words = told.decode().split()
    assert {answer(field).replace("-", "\u2212") for field in exercise.asked} <= set(words)
    assert "(\u00bd" in words
