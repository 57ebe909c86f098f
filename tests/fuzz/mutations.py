"""Good files made bad: bytes changed, pieces doubled, moved and left out, values replaced by extreme ones."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Sequence
from random import Random

LARGEST = 300_000
"""Bytes of what is made."""

EXTREMES = (
    *("nan", "inf", "-inf", "1e999", "-1e308", "5e-324", "0", "-0.0", "-1", "1", "2147483648", "-9223372036854775809"),
    *("9" * 400, "true", "[]", "{}", '""', '"x"', "[[]]", "[nan]", "[1, [2]]", "{a = 1}", "null", "1979-05-27"),
    *('"\\u0000"', '"\\ud800"', '"\\u202e"', '"' + "long " * 60 + '"', '"../../etc/passwd"', '"/dev/zero"', '"%s{0}"'),
)
PIECES = (
    *(b"\x00", b"\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n", b"\t", b'"', b"'", b"#", b"=", b",", b";", b"|"),
    *(b"[", b"]", b"{", b"}", b"[[", b'"""', b"\\", b"1e309", b"nan", b"\xe2\x80\xae", b"\xf0\x9f\x99\x82"),
    *(b"<img src='/dev/zero'>", b"=cmd|' /C calc'!A0", b"sep=\xc2\xa7\n", b"a.b.c.d.e", b"\x1b[2J"),
    *(b"0" * 300, b"PK\x03\x04"),
)
_VALUE = re.compile(r"(?<=[=:\[,])\s*(-?[\d.eE+_-]+|\"[^\"\n]*\"|true|false)(?=\s*[,\]}\n])")
_KEY = re.compile(r"(?m)^\s*[\w.\"-]+(?=\s*=)|\"[\w.]+\"(?=\s*:)")

Mutation = Callable[[Random, bytes], bytes]


def mutated(random: Random, content: bytes, seeds: Sequence[bytes]) -> bytes:
    """A file that was good, changed in one to a few ways."""
    for _ in range(random.choice((1, 1, 1, 2, 3, 6))):
        way = random.choice(WAYS)
        content = _spliced(random, content, random.choice(seeds)) if way is _spliced else way(random, content)
    return content[:LARGEST]


def in_a_zip(random: Random, content: bytes, seeds: Sequence[bytes]) -> bytes:
    """A zip with one of its parts changed and its sums right; or the bytes of the zip themselves changed."""
    if random.random() < 0.3:
        return mutated(random, content, seeds)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    name = random.choice(sorted(parts))
    parts[name] = mutated(random, parts[name], [parts[each] for each in sorted(parts)])
    if random.random() < 0.1:
        parts[random.choice(("../evil", "x" * 300, "session.json", "xl/workbook.xml"))] = b"x" * random.randrange(2000)
    if random.random() < 0.1:
        del parts[random.choice(sorted(parts))]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", random.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as file:
        for each, part in parts.items():
            file.writestr(each, part)
    return made.getvalue()


def behind_a_header(random: Random, content: bytes, seeds: Sequence[bytes]) -> bytes:
    """A file with a header of JSON behind its length: the header changed and its length right; or any bytes."""
    length = int.from_bytes(content[:8], "little")
    if random.random() < 0.3 or len(content) < 8 + length:
        return mutated(random, content, seeds)
    header, numbers = content[8 : 8 + length], content[8 + length :]
    if random.random() < 0.7:
        header = _header_changed(random, header)
    else:
        numbers = mutated(random, numbers, seeds)
    return len(header).to_bytes(8, "little") + header + numbers


def _header_changed(random: Random, header: bytes) -> bytes:
    try:
        fields = json.loads(header)
        name = random.choice(sorted(fields))
        field = fields[name]
        what = random.choice(sorted(field))
        if isinstance(field[what], list) and field[what]:
            place = random.randrange(len(field[what]))
            field[what][place] = random.choice((-1, 0, 1, 2**31, 2**62, 10**30, 1.5, None, "x", field[what][place] + 1))
        else:
            field[what] = random.choice(("F16", "I64", "", None, 1, [], {}, field[what] * 2))
        return json.dumps(fields).encode()
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError):
        return _value_replaced(random, header)


def _flipped(random: Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(random.choice((1, 1, 3, 10))):
        if changed:
            changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _cut(random: Random, content: bytes) -> bytes:
    start = random.randrange(len(content) + 1)
    return content[:start] + content[start + random.choice((1, 2, 10, 100, len(content))) :]


def _inserted(random: Random, content: bytes) -> bytes:
    at = random.randrange(len(content) + 1)
    return content[:at] + random.choice(PIECES) * random.choice((1, 1, 1, 2, 50, 3000)) + content[at:]


def _doubled(random: Random, content: bytes) -> bytes:
    start = random.randrange(len(content) + 1)
    piece = content[start : start + random.choice((1, 5, 40, 400))]
    times = random.choice((1, 1, 2, 30, 1000, 20_000))
    return (content[:start] + piece * min(times, 1 + LARGEST // max(len(piece), 1)) + content[start:])[:LARGEST]


def _line_moved(random: Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    line = lines.pop(random.randrange(len(lines)))
    lines.insert(random.randrange(len(lines) + 1), line)
    return b"\n".join(lines)


def _value_replaced(random: Random, content: bytes) -> bytes:
    return _replaced(random, content, _VALUE, random.choice(EXTREMES))


def _key_replaced(random: Random, content: bytes) -> bytes:
    return _replaced(
        random, content, _KEY, random.choice(("x", "data", '""', "a.b", "file", "weights", "__class__", "1"))
    )


def _replaced(random: Random, content: bytes, pattern: re.Pattern[str], new: str) -> bytes:
    text = content.decode("utf-8", errors="surrogateescape")
    places = [found.span() for found in pattern.finditer(text)]
    if not places:
        return _flipped(random, content)
    start, end = random.choice(places)
    return (text[:start] + f" {new}" + text[end:]).encode("utf-8", errors="surrogateescape")


def _spliced(random: Random, content: bytes, other: bytes = b"") -> bytes:
    at, start = random.randrange(len(content) + 1), random.randrange(len(other) + 1)
    return content[:at] + other[start : start + random.choice((10, 100, len(other)))] + content[at:]


WAYS: tuple[Mutation, ...] = (
    *(_flipped, _cut, _inserted, _doubled, _line_moved, _value_replaced, _value_replaced, _value_replaced),
    *(_key_replaced, _spliced),
)
