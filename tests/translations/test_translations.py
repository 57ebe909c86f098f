"""Every text comes in every language: nothing missing, nothing lost on the way, one word for one thing."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont

from nnviz.ui.look.fonts import load_fonts
from tests.translations.characters import USUAL, used
from tests.translations.glossary import GLOSSARY
from tests.translations.texts import FOLDER, ROOT, Message, extracted, in_the_code, messages, release

FILES = sorted(FOLDER.glob("nnviz_*.ts"))
HOLES = re.compile(r"\{[\w:,.]*\}|%\d|%n")
CHINESE = "[\u4e00-\u9fff]"


@pytest.fixture(scope="module")
def found():
    return extracted()


def test_every_text_in_the_code_is_one_that_translators_reach(found) -> None:
    assert [where for text, where in in_the_code() if text not in found] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_text_is_missing_and_none_is_left_over(file: Path, found) -> None:
    assert {message.text for message in messages(file)} == found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_translation_is_finished(file: Path) -> None:
    assert [message.text for message in messages(file) if not message.finished] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_translation_loses_what_is_put_into_it(file: Path) -> None:
    lost = [each.text for each in messages(file) if sorted(HOLES.findall(each.text.text)) != _holes(each)]
    assert lost == []


def _holes(message: Message) -> list[str]:
    return sorted(HOLES.findall(message.translations[0]))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_the_window_reads_is_made_of_the_translations(file: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    release(file, made)
    assert made.read_bytes() == file.with_suffix(".qm").read_bytes()


# ---- Chinese --------------------------------------------------------------------------------------------------------


def chinese() -> Iterator[tuple[str, str]]:
    """English and Chinese of every text, those of the lectures too."""
    for message in messages(FOLDER / "nnviz_zh.ts"):
        yield message.text.text, message.translations[0]
    for file in (ROOT / "resources" / "lectures").rglob("*.toml"):
        yield from _pairs(tomllib.loads(file.read_text(encoding="utf-8")))


def _pairs(value: object) -> Iterator[tuple[str, str]]:
    match value:
        case {"en": str(english), "zh": str(chinese)}:
            yield english, chinese
        case dict():
            for each in value.values():
                yield from _pairs(each)
        case list():
            for each in value:
                yield from _pairs(each)


@pytest.mark.parametrize("term", GLOSSARY, ids=lambda term: term.english)
def test_a_term_has_no_other_word(term) -> None:
    assert [text for _, text in chinese() if any(word in text for word in term.never)] == []


@pytest.mark.parametrize("term", [term for term in GLOSSARY if term.always], ids=lambda term: term.english)
def test_a_term_has_its_word(term) -> None:
    word = re.compile(rf"\b{term.english}", re.IGNORECASE)
    assert [
        text for text, given in chinese() if word.search(text) and not any(each in given for each in term.chinese)
    ] == []


def test_chinese_has_its_own_punctuation_and_no_space_beside_latin() -> None:
    # Two spaces are before a key.
    wrong = re.compile(rf"{CHINESE} [A-Za-z0-9]|[A-Za-z0-9] {CHINESE}|{CHINESE}[,;:?!]|{CHINESE}\.$")
    assert [text for _, text in chinese() if wrong.search(text)] == []


def test_every_character_of_chinese_is_in_the_fonts(qapp) -> None:
    load_fonts()
    assert "Noto Sans SC" in QFontDatabase.families()
    for name in ("Regular", "Bold"):
        font = QRawFont(str(ROOT / "resources" / "fonts" / f"NotoSansSC-{name}.ttf"), 16.0)
        missing = {character for character in USUAL | used() if not font.supportsCharacter(ord(character))}
        assert missing == set(), name
