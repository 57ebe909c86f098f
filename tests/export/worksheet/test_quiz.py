"""Worksheets as questions, read as Moodle reads them."""

import re
from base64 import b64decode
from xml.etree import ElementTree

import pytest

from nnviz.engine import Experiment, Trainer
from nnviz.export.worksheet.exercise import BLANKS, exercises
from nnviz.export.worksheet.forms import Worksheets
from tests.export.worksheet.moodle import read_gift, read_xml

# As in question/type/multianswer/questiontype.php: a weight, the type, and what is accepted.
CLOZE = re.compile(r"\{(\d*):(NUMERICAL|NM):((?:[^~}]|\\[~}])*)\}")
NUMERICAL = re.compile(r"=(-?\d+\.\d+):(\d+\.\d+)")


@pytest.fixture
def made():
    return list(exercises(Trainer(Experiment.named("worked-example")), 0, 3, BLANKS))


def questions_of(made):
    root = ElementTree.fromstring(b"".join(Worksheets(made, True, "en").moodle()))
    assert root.tag == "quiz"
    return list(root)


def test_moodle_gets_a_category_and_a_question_for_each_student(qapp, made):
    category, *questions = questions_of(made)
    assert category.get("type") == "category"
    assert category.findtext("category/text") == "$course$/top/Worked example"
    assert [question.get("type") for question in questions] == ["cloze"] * 3
    assert questions[1].findtext("name/text") == "Worked example, no. 2"
    for question in questions:
        assert question.find("questiontext").get("format") == "html"
        assert question.findtext("generalfeedback/text") == ""
        assert float(question.findtext("penalty")) == pytest.approx(1 / 3) and question.findtext("hidden") == "0"


def test_each_blank_of_a_cloze_question_accepts_the_number_of_the_key(qapp, made):
    for exercise, question in zip(made, questions_of(made)[1:], strict=True):
        body = question.findtext("questiontext/text")
        blanks = CLOZE.findall(body)
        assert len(blanks) == len(exercise.asked) == body.count(":NUMERICAL:")
        for (weight, _, accepted), field in zip(blanks, exercise.asked, strict=True):
            number, tolerance = map(float, NUMERICAL.fullmatch(accepted).groups())
            assert weight == "1" and tolerance == field.tolerance
            assert abs(number - field.value) <= tolerance


def test_the_network_is_in_a_cloze_question(qapp, made):
    for question in questions_of(made)[1:]:
        file = question.find("questiontext/file")
        assert file.attrib == {"name": "network.svg", "path": "/", "encoding": "base64"}
        assert f"@@PLUGINFILE@@/{file.get('name')}" in question.findtext("questiontext/text")
        assert ElementTree.fromstring(b64decode(file.text)).tag == "{http://www.w3.org/2000/svg}svg"


def test_the_body_of_a_cloze_question_is_sound_html(qapp, made):
    for question in questions_of(made)[1:]:
        body = question.findtext("questiontext/text")
        body = re.sub(r"<(br|img[^>]*)>", r"<\1/>", body)
        ElementTree.fromstring(f"<div>{body}</div>")


HOSTILE = "{1:NUMERICAL:=3:1} ]]> <b>A&B</b> 50% = ~x #1 a:b \\n [html] // $CATEGORY: z"


@pytest.mark.parametrize("title", ["Worked example", HOSTILE])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_moodle_reads_every_question_and_every_number(qapp, title, language):
    experiment = Experiment.named("worked-example").with_fields({"title": title})
    made = list(exercises(Trainer(experiment), 0, 2, BLANKS))
    sheets = Worksheets(made, True, language)
    _, questions = read_xml(b"".join(sheets.moodle()))
    gift = read_gift(b"".join(sheets.gift()).decode())
    asked = [[(field.value, field.tolerance) for field in exercise.asked] for exercise in made]
    for question, numbers in zip(questions, asked, strict=True):
        _compare(question.blanks, numbers)
        assert question.files["network.svg"].startswith(b"<svg")
    _compare([question.blank for question in gift], [number for numbers in asked for number in numbers])
    assert {question.format for question in gift} == {"html"}
    for question in gift:
        ElementTree.fromstring(f"<div>{question.text.replace('<br>', '<br/>')}</div>")
    if title == HOSTILE:
        assert all(HOSTILE.split(" ")[0] in question.name for question in questions)


def _compare(blanks, numbers):
    for blank, (value, tolerance) in zip(blanks, numbers, strict=True):
        assert blank.tolerance == tolerance and abs(blank.number - value) <= tolerance and blank.weight == 1


def test_gift_has_a_question_for_each_blank_that_accepts_the_number_of_the_key(qapp, made):
    text = b"".join(Worksheets(made, True, "en").gift()).decode()
    fields = [(exercise.student, field) for exercise in made for field in exercise.asked]
    questions = read_gift(text)
    assert [question.name for question in questions] == [f"{student}: {field.name}" for student, field in fields]
    for question, (_, field) in zip(questions, fields, strict=True):
        _, number, tolerance = question.blank
        assert tolerance == field.tolerance and abs(number - field.value) <= tolerance
        assert "w¹₁₁ = " in question.text and question.text.count("\\(") == question.text.count("\\)") == 1


def test_a_gift_file_has_a_category_for_each_student(qapp, made):
    text = b"".join(Worksheets(made, True, "en").gift()).decode()
    assert re.findall(r"^\$CATEGORY: (.*)$", text, re.MULTILINE) == [
        f"$course$/top/Worked example/{student}" for student in (1, 2, 3)
    ]
