"""What Moodle makes of files of questions, by the rules of its importers, stricter than these where they look away.

``qformat_xml`` and ``qformat_gift`` (question/format/xml, question/format/gift), and for Cloze the patterns of
``qtype_multianswer`` (question/type/multianswer/questiontype.php).
"""

import re
from base64 import b64decode
from typing import NamedTuple
from xml.etree import ElementTree

NUMBER = r"-?(?:[0-9]+[.,]?[0-9]*|[.,][0-9]+)(?:[eE][-+]?[0-9]+)?"
NUMERICAL = re.compile(rf"({NUMBER})(?::({NUMBER}))?")
ALTERNATIVE = r"(?:(=|%-?[0-9]+(?:[.,][0-9]*)?%)?(.+?(?<!\\)(?<!&)(?<!&amp;)(?=[~#}]|$))(?:#.*?(?<!\\)(?=[~}]|$))?)"
TYPES = (
    "NUMERICAL|NM|MULTICHOICE|MC|MULTICHOICE_V|MCV|MULTICHOICE_H|MCH|SHORTANSWER|SA|MW|SHORTANSWER_C|SAC|MWC|"
    "MULTICHOICE_S|MCS|MULTICHOICE_VS|MCVS|MULTICHOICE_HS|MCHS|MULTIRESPONSE|MR|MULTIRESPONSE_H|MRH"
)
ANSWER = re.compile(rf"\{{([0-9]*):({TYPES}):({ALTERNATIVE}(?:~{ALTERNATIVE})*)\}}", re.DOTALL)
OF_A_CLOZE_QUESTION = ["name", "questiontext", "generalfeedback", "penalty", "hidden"]
PRE = ((":", "058"), ("#", "035"), ("=", "061"), ("{", "123"), ("}", "125"), ("~", "126"), ("n", "010"))


class Blank(NamedTuple):
    """A number that is asked for: what a point it is worth, the number, and how far off it may be."""

    weight: int
    number: float
    tolerance: float


class Cloze(NamedTuple):
    """A question with blanks in its text."""

    name: str
    text: str
    blanks: list[Blank]
    files: dict[str, bytes]


class Gift(NamedTuple):
    """A question with one number as its answer."""

    category: str
    name: str
    format: str
    text: str
    blank: Blank


def number_of(accepted: str, weight: str = "1") -> Blank:
    """A numerical answer with its margin."""
    match = NUMERICAL.fullmatch(accepted)
    assert match and match[2], f"no number with a margin: {accepted}"
    assert "," not in accepted, "a comma is a decimal sign in some places only"
    return Blank(int(weight), float(match[1]), float(match[2]))


def read_xml(content: bytes) -> tuple[str, list[Cloze]]:
    """The category that questions go to, and the questions."""
    root = ElementTree.fromstring(content)
    assert root.tag == "quiz" and {child.tag for child in root} == {"question"}
    first, *rest = root
    assert first.get("type") == "category", "said before the questions that go there"
    category = first.findtext("category/text")
    assert category is not None and category.startswith("$course$/")
    return category, [_cloze(question) for question in rest]


def _cloze(question: ElementTree.Element) -> Cloze:
    assert question.get("type") == "cloze" and [child.tag for child in question] == OF_A_CLOZE_QUESTION
    name, text = question.findtext("name/text"), question.find("questiontext")
    assert name and len(name) <= 255 and text is not None and text.get("format") == "html"
    files = {}
    for file in text.findall("file"):
        assert file.get("path") == "/" and file.get("encoding") == "base64" and file.text is not None
        files[str(file.get("name"))] = b64decode(file.text, validate=True)
    body = text.findtext("text") or ""
    shown = set(re.findall(r"@@PLUGINFILE@@/([^\"]+)", body))
    assert shown == set(files), "every picture is there, and every file is shown"
    assert 0.0 <= float(question.findtext("penalty") or "nan") <= 1.0 and question.findtext("hidden") in ("0", "1")
    blanks = []
    for weight, kind, accepted, *_ in ANSWER.findall(body):
        assert kind in ("NUMERICAL", "NM") and accepted.startswith("=") and "~" not in accepted
        blanks.append(number_of(accepted[1:], weight))
    assert blanks, "without a blank it is no question"
    rest = ANSWER.sub("", body)
    assert not re.search(rf"\{{[0-9]*:(?:{TYPES})\b", rest), "what looks like a blank is one"
    return Cloze(name, body, blanks, files)


def read_gift(text: str) -> list[Gift]:
    """The questions, each with the category that it goes to."""
    category, found = "", []
    for block in re.split(r"\n[ \t]*\n", text.strip()):
        lines = [line for line in block.strip().split("\n") if not line.strip().startswith("//")]
        hidden = "\n".join(lines).replace("\\\\", "&&092;")
        for character, code in PRE:
            hidden = hidden.replace(f"\\{character}", f"&&{code};")
        assert "\\" not in hidden, f"a backslash that means nothing: {block}"
        if hidden.startswith("$CATEGORY:"):
            category = hidden.removeprefix("$CATEGORY:").strip()
            assert "&&" not in category and len(lines) == 1, "nothing is escaped there"
            continue
        match = re.fullmatch(r"::(.+?)::(.*?)\{#([^{}]*)\}", hidden, re.DOTALL)
        assert match, f"no question with a number: {block}"
        assert not re.search(r"[{}~=#]", match[2]) and not re.search(r"[{}~=#:]", match[1]), "all of it is escaped"
        name, body = _shown(match[1]), match[2].strip()
        form, body = re.fullmatch(r"(?:\[(\w+)\])?(.*)", body, re.DOTALL).groups()
        assert form in (None, "moodle", "html", "plain", "markdown") and len(name) <= 255
        found.append(Gift(category, name, form or "moodle", _shown(body).strip(), number_of(match[3].strip())))
    return found


def _shown(hidden: str) -> str:
    for character, code in PRE:
        hidden = hidden.replace(f"&&{code};", "\n" if character == "n" else character)
    return hidden.replace("&&092;", "\\")
