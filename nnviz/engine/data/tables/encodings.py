"""How the letters of a text file are written: told, marked, or found by which reading gives letters that people use."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from nnviz.engine.data.tables.problem import TableProblem
from nnviz.engine.names import shown, suggestion
from nnviz.said import said

WESTERN = "äöüßéèêàçñáíóúâîôûëïœåæøãõìòùÄÖÜÉÈÅØÆÇÑÁÓÀÊÍÚ€°µ²³£§±×–“”‘’„…\u00a0"
HANZI = (
    "的一是不了人在有中大来上国个年月日号编名称类别性男女数量价格地区温度时间高重长宽分总平均值测试样本品种否子"
    "红蓝绿黄黑白好坏东西南北真假甲乙丙丁春夏秋冬"
    "身体龄序花萼瓣山变色成绩姓学生班级评语文英科考结果"
)
HANZI_TRADITIONAL = (
    "的一是不了人在有中大來上國個年月日號編名稱類別性男女數量價格地區溫度時間高重長寬分總平均值測試樣本品種"
)
KANA = "".join(map(chr, (*range(0x3041, 0x3097), *range(0x30A1, 0x30FB)))) + "ー番号年月日名前種類男女身長体重温度値"
HANGUL = (
    "가고기나는다대도동라로리를마명모무별번부비사상생서성소수시아안양어여연열오온요용우원유은을의이인일임입자장전정제"
    "조종주중지진차체출크키타파평학한함합해호화합계균량남녀날짜류"
)
CYRILLIC = "".join(map(chr, range(0x0430, 0x0450))) + "ёАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯ№"


@dataclass(frozen=True)
class Encoding:
    """How letters are written as bytes.

    Attributes:
        name: What it is called.
        codec: What Python calls it.
        usual: The letters that a text in it is likely to hold beside those of ASCII.
        size: Bytes of such a letter: where several, they are told as such or not at all.
    """

    name: str
    codec: str
    usual: str
    size: int = 1


ENCODINGS = MappingProxyType(
    {
        row.name: row
        for row in (
            Encoding("UTF-8", "utf-8", ""),
            Encoding("UTF-16", "utf-16", ""),
            Encoding("UTF-32", "utf-32", ""),
            Encoding("Windows-1252", "cp1252", WESTERN),
            Encoding("Latin-1", "latin-1", WESTERN),
            Encoding("MacRoman", "mac_roman", WESTERN),
            Encoding("DOS-850", "cp850", WESTERN.replace("§", "")),
            Encoding("Windows-1250", "cp1250", "ąćęłńśźżĄĆĘŁŃŚŹŻáčďéěíňóřšťúůýžÁČĎÉŘŠŽőűŐŰäöüß"),
            Encoding("Latin-2", "iso8859_2", "ąćęłńśźżĄĆĘŁŃŚŹŻáčďéěíňóřšťúůýžÁČĎÉŘŠŽőűŐŰäöüß"),
            Encoding("Windows-1251", "cp1251", CYRILLIC),
            Encoding("KOI8-R", "koi8_r", CYRILLIC),
            Encoding("Windows-1254", "cp1254", "ğışçöüĞİŞÇÖÜ"),
            Encoding("Windows-1253", "cp1253", "".join(map(chr, range(0x0391, 0x03CF)))),
            Encoding("GB18030", "gb18030", HANZI, 2),
            Encoding("Big5", "big5hkscs", HANZI_TRADITIONAL, 2),
            Encoding("Shift-JIS", "cp932", KANA, 2),
            Encoding("EUC-JP", "euc_jp", KANA, 2),
            Encoding("EUC-KR", "cp949", HANGUL, 2),
        )
    }
)
WIDE = ("utf-16", "utf-32")
"""Codecs in which digits and signs have zero bytes."""
NO_TABLE = said("Engine", "not a table: neither text nor an Excel file (.xlsx)")
ALSO = MappingProxyType({"ansi": "Windows-1252", "gbk": "GB18030", "gb2312": "GB18030", "big5": "Big5"})
"""Other names of these, beside those that Python knows."""
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""Characters that no text has."""
EASTERN = re.compile("[\u2e80-\uffff]")
"""Letters of scripts whose encodings have several bytes for one."""
OTHER_SCRIPT = re.compile("[Α-ώА-яёЁ]")
"""Letters that do not stand beside Latin ones in a word."""
LOOKED_AT = 20_000
"""Bytes beside ASCII in which letters are counted."""
FEW = 4
"""Stray ones that a short text may hold as well."""
SELDOM_ZERO = 10
"""One of so many letters at least is a digit, a comma or an end of a line."""
FEWEST_USUAL = 0.6
"""The share of letters beside ASCII that must be usual ones, for an encoding to be believed by them."""
MOST_NAMED = 8
"""Rows that a word on repairs names."""


def encoding_named(name: str) -> Encoding:
    """The encoding that a name means, as people and programs write it.

    Raises:
        TableProblem: There is none of that name, or tables are not written in it.
    """
    for row in ENCODINGS.values():
        if row.name.casefold() == name.strip().casefold():
            return row
    known = ALSO.get(name.strip().casefold(), name)
    try:
        codec = codecs.lookup(known).name
    except (LookupError, ValueError):
        codec = ""
    for row in ENCODINGS.values():
        if row.name == known or codecs.lookup(row.codec).name == codec:
            return row
    near = suggestion(name, ENCODINGS)
    raise TableProblem(
        said("Engine", "no encoding {name}{suggestion}").format(name=shown(name), suggestion=near),
        "reading.encoding",
    )


def decoded(content: bytes, told: str | None = None) -> tuple[str, str, tuple[str, ...]]:
    """The text of a file, its encoding in words, and what had to be repaired.

    Args:
        content: What the file holds.
        told: The name of its encoding, where somebody says it.

    Raises:
        TableProblem: It is no text, or the encoding is none.
    """
    repaired: tuple[str, ...] = ()
    if told is not None:
        text, name = _as_told(content, encoding_named(told))
    else:
        text, name = _decoded(content)
        if not name.startswith("UTF-") and (mixed := _line_by_line(content, ENCODINGS[name])):
            text, repaired = mixed
            name = "UTF-8"
    if (whole := text.rstrip("\x00")) and whole is not text:
        # What was never written of a file, as after a power cut.
        text, repaired = whole, (*repaired, said("Engine", "zero bytes at the end of the file are left out"))
    # A stray one does no harm; in a picture or a program every other character is one.
    if "\x00" in text or len(CONTROL.findall(text, 0, 10_000)) > max(FEW, min(len(text), 10_000) / 100):
        raise TableProblem(NO_TABLE)
    return text, name, repaired


def _as_told(content: bytes, encoding: Encoding) -> tuple[str, str]:
    if encoding.name == "UTF-8":
        return content.decode("utf-8-sig", errors="replace"), encoding.name
    if encoding.name == "UTF-16" and not content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode(_without_mark(content) or "utf-16-le", errors="replace"), encoding.name
    return content.decode(encoding.codec, errors="replace"), encoding.name


def _decoded(content: bytes) -> tuple[str, str]:
    for mark, codec, name in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            # What follows the last whole letter was added by a program that did not know.
            size = int(name.removeprefix("UTF-")) // 8
            return content[: len(content) // size * size].decode(codec, errors="replace"), name
    if codec := _without_mark(content):
        return content[: len(content) // 2 * 2].decode(codec, errors="replace"), "UTF-16"
    try:
        return content.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        pass
    found = found_encoding(content.splitlines())
    return content.decode(found.codec, errors="replace"), found.name


def _without_mark(content: bytes) -> str:
    """What UTF-16 without a mark is called; empty where it is none: every other byte of digits and commas is zero."""
    start = content[:LOOKED_AT]
    high, low = start[::2].count(0), start[1::2].count(0)
    if not high + low or min(high, low) or 2 * SELDOM_ZERO * (high + low) < len(start):
        return ""
    return "utf-16-be" if high else "utf-16-le"


def codec_of(start: bytes, name: str) -> str:
    """What Python calls the encoding of a file that begins so, and was found to be in one of this name."""
    codec = ENCODINGS[name].codec
    if codec not in WIDE or any(start.startswith(mark) for mark, _, marked in BYTE_ORDER_MARKS if marked == name):
        return codec
    return (_without_mark(start) if name == "UTF-16" else "") or f"{codec}-le"


def found_encoding(lines: Iterable[bytes]) -> Encoding:
    """The encoding in which most of the letters beside ASCII are ones that people write."""
    foreign: list[bytes] = []
    size = 0
    for line in lines:
        if not line.isascii() and size < LOOKED_AT:
            foreign.append(line[:LOOKED_AT])
            size += len(line)
    sample = b"\n".join(foreign)
    shares = {row.name: _usual_share(sample, row) for row in ENCODINGS.values() if row.usual}
    best = max(shares, key=lambda name: shares[name])
    if shares[best] >= FEWEST_USUAL:
        return ENCODINGS[best]
    try:
        sample.decode("cp1252")
    except UnicodeDecodeError:
        return ENCODINGS["Latin-1"]
    return ENCODINGS["Windows-1252"]


def _usual_share(sample: bytes, encoding: Encoding) -> float:
    """How many of the letters beside ASCII are usual ones in an encoding; 0 where it cannot be the one."""
    try:
        text = sample.decode(encoding.codec)
    except UnicodeDecodeError:
        return 0.0
    foreign = [place for place, letter in enumerate(text) if not letter.isascii()]
    if not foreign:
        return 0.0
    padded = f" {text} "
    fitting = (text[place] in encoding.usual and _fits(*padded[place : place + 3]) for place in foreign)
    share = sum(fitting) / len(foreign)
    if encoding.size == 1:
        return share
    # A letter of two bytes that people use seldom comes about by accident; yet most of a language are not listed here.
    high = sum(byte >= 0x80 for byte in sample)
    return min(1.0, 3.0 * share) if 2 * len(foreign) >= 0.8 * high else 0.0


def _fits(before: str, letter: str, after: str) -> bool:
    """Whether a letter may stand between two others: no capital after a small one, no sign within a word."""
    if not letter.isalpha():
        return not (before.isalpha() and after.isalpha())
    if (letter.isupper() and before.islower()) or (before.isdigit() and after.isdigit()):
        return False
    beside = [other for other in (before, after) if other.isalpha()]
    return not (OTHER_SCRIPT.match(letter) and any(other.isascii() for other in beside))


def _line_by_line(content: bytes, whole: Encoding) -> tuple[str, tuple[str, ...]] | None:
    """The text of a file some of whose lines are UTF-8, each of the others in the encoding that suits it."""
    lines = content.splitlines()
    foreign = [place for place, line in enumerate(lines) if not line.isascii()]
    alike = {place for place in foreign if _is_utf8(lines[place])}
    other = [place for place in foreign if place not in alike]
    encoding = found_encoding(lines[place] for place in other)
    # Letters of one byte are hardly ever UTF-8 by chance; two bytes of other letters may be, yet of few scripts.
    several_bytes = max(whole.size, encoding.size) > 1
    if not alike or (several_bytes and not any(EASTERN.search(lines[place].decode()) for place in alike)):
        return None
    codecs = dict.fromkeys(other, encoding.codec)
    texts = [line.decode(codecs.get(place, "utf-8"), errors="replace") for place, line in enumerate(lines)]
    rows = ", ".join(f"{place + 1:,}" for place in other[:MOST_NAMED]) + (", …" if len(other) > MOST_NAMED else "")
    one = said("Engine", "written in {encoding} in a file of UTF-8, and repaired: row {rows}")
    several = said("Engine", "written in {encoding} in a file of UTF-8, and repaired: rows {rows}")
    warning = (one if len(other) == 1 else several).format(encoding=encoding.name, rows=rows)
    return "\n".join(texts), (warning,)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
