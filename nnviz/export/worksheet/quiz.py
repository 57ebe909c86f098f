"""Worksheets as questions for a learning platform: Moodle XML, a Cloze question for each student, and GIFT.

Formats: https://docs.moodle.org/en/Moodle_XML_format, https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type
and https://docs.moodle.org/en/GIFT_format.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from decimal import Decimal
from html import escape

from nnviz.export.worksheet.content import Content, Item, Section, answer, sign_of
from nnviz.export.worksheet.exercise import Field
from nnviz.export.worksheet.sheet import picture_of
from nnviz.ui.names.translation import translate

PICTURE = "network.svg"


def moodle_xml(title: str, contents: Iterable[Content]) -> Iterator[str]:
    """The pieces of a file of questions: a category with a Cloze question for each student."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'
    yield f'<question type="category"><category><text>{escape(_category(title))}</text></category></question>\n'
    for content in contents:
        picture = b64encode(picture_of(content).encode()).decode()
        yield (
            '<question type="cloze">\n'
            f"<name><text>{escape(content.name)}</text></name>\n"
            f'<questiontext format="html"><text><![CDATA[{"".join(_paragraphs(content))}]]></text>\n'
            f'<file name="{PICTURE}" path="/" encoding="base64">{picture}</file></questiontext>\n'
            '<generalfeedback format="html"><text></text></generalfeedback>\n'
            "<penalty>0.3333333</penalty>\n<hidden>0</hidden>\n</question>\n"
        )
    yield "</quiz>\n"


def _paragraphs(content: Content) -> Iterator[str]:
    for sentence in content.task:
        yield f"<p>{_html(sentence)}</p>\n"
    alternative = translate("Worksheet", "The network with the numbers that are given")
    yield f'<p><img src="@@PLUGINFILE@@/{PICTURE}" alt="{alternative}"></p>\n'
    yield "<p>" + "<br>\n".join(map(_html, _given(content))) + "</p>\n"
    for section in content.sections:
        yield f"<p><b>{_html(section.heading)}</b> {_html_text(_formula(section))}</p>\n"
        if section.rows:
            yield "<p>" + "<br>\n".join(",  ".join(map(_cloze, row)) for row in section.rows) + "</p>\n"


def _html_text(words: str) -> str:
    return escape(words, quote=False)


def _html(words: str) -> str:
    """Text within a Cloze question, where a brace would begin a blank."""
    return _html_text(words).replace("{", "&#123;").replace("}", "&#125;")


def _cloze(item: Item) -> str:
    if not item.asked:
        return _html(f"{item.symbol} {sign_of(item.field)} {answer(item.field)}")
    return f"{_html(f'{item.symbol} {sign_of(item.field)}')} {{1:NUMERICAL:={_accepted(item.field)}}}"


def _accepted(field: Field) -> str:
    """The number and how far off an answer may be, as both formats have it."""
    return f"{field.answer}:{Decimal(repr(field.tolerance)):f}"


def gift(title: str, contents: Iterable[Content]) -> Iterator[str]:
    """The pieces of a file of questions: one for each blank, each with all that it takes to answer it."""
    # What a backslash escapes elsewhere, it spoils in the name of a category.
    category = _category(title.replace("\\", " "))
    for content in contents:
        yield f"$CATEGORY: {category}/{content.student}\n\n"
        told = [_told(section) for section in content.sections if section.rows and not section.asked]
        start = "<br>".join(map(_html_text, (" ".join(content.task), *_given(content), *told)))
        for section in content.sections:
            for item in (item for row in section.rows for item in row if item.asked):
                name = f"{content.student}: {item.field.name}"
                asked = _html_text(f"{section.heading} {_formula(section)}: {item.symbol} {sign_of(item.field)} ?")
                text = f"{start}<br>{asked}"
                yield f"::{_gift(name)}::[html]{_gift(text)} {{#{_accepted(item.field)}}}\n\n"


def _category(title: str) -> str:
    """Where the questions go; a slash in a name is written twice."""
    return f"$course$/top/{_one_line(title).replace('/', '//')}"


def _given(content: Content) -> Iterator[str]:
    yield content.rules
    yield from (",  ".join(row) for row in content.given)


def _formula(section: Section) -> str:
    """The formula as Moodle typesets it; empty where none is given."""
    return rf"\( {section.formula.latex} \)" if section.formula is not None else ""


def _told(section: Section) -> str:
    return ",  ".join(
        f"{item.symbol} {sign_of(item.field)} {answer(item.field)}" for row in section.rows for item in row
    )


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _gift(words: str) -> str:
    """Text in GIFT, where some characters mean something."""
    return re.sub(r"([\\~=#{}:])", r"\\\1", _one_line(words))
