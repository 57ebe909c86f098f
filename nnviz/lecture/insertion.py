"""Puts a scene or a cue into the text of a lecture's file; every comment and the order of everything stay."""

from __future__ import annotations

import json
import math
import re
import tomllib
from collections.abc import Mapping
from typing import Any

import msgspec

from nnviz.lecture.errors import LectureError
from nnviz.lecture.values import Cue, Lecture, Scene
from nnviz.said import said

HEADER = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
BARE = re.compile(r"[A-Za-z0-9_-]+")


def lecture_text(lecture: Lecture) -> str:
    """A new file: short tables within a line, as one writes them by hand."""
    fields = msgspec.to_builtins(lecture)
    scenes = fields.pop("scene")
    head = "".join(f"{line}\n" for line in _lines(fields))
    return head + "".join(f"\n{_scene_block(scene)}" for scene in scenes)


def with_scene(text: str, scene: Scene, after: int | None = None) -> str:
    """A lecture's text with another scene, after the one of that number (from 1), or at the end.

    Raises:
        LectureError: The text does not name its scenes as ``[[scene]]``.
    """
    lines = text.splitlines(keepends=True)
    starts = [line for line, header in _headers(lines) if header == "scene"]
    place = len(starts) if after is None else after
    line = starts[place] if place < len(starts) else len(lines)
    tables = msgspec.to_builtins(scene)
    changed = _inserted(lines, line, _scene_block(tables))
    expected = tomllib.loads(text)
    expected.setdefault("scene", []).insert(place, tables)
    return _checked(changed, expected)


def with_cue(text: str, cue: Cue, scene: int | None = None) -> str:
    """A text with another cue at the end of a scene.

    Args:
        text: A lecture's, or that of a file with one scene.
        cue: The cue.
        scene: The scene's number in a lecture, from 1; left out, the file is that of one scene.

    Raises:
        LectureError: The text does not name its cues as ``[[scene.cue]]``, or ``[[cue]]``.
    """
    lines = text.splitlines(keepends=True)
    headers = _headers(lines)
    name = "cue"
    if scene is not None:
        name = "scene.cue"
        starts = [place for place, (_, header) in enumerate(headers) if header == "scene"]
        ends = [*starts[1:], len(headers)]
        headers = headers[starts[scene - 1] : ends[scene - 1]] if scene <= len(starts) else []
    own = [place for place, (_, header) in enumerate(headers) if header == name or header.startswith(f"{name}.")]
    if not own:
        raise LectureError(_by_hand())
    last, _ = headers[own[-1]]
    line = next((line for line, _ in _headers(lines) if line > last), len(lines))
    tables = msgspec.to_builtins(cue)
    changed = _inserted(lines, line, _block(name, tables))
    expected = tomllib.loads(text)
    holder = expected if scene is None else expected["scene"][scene - 1]
    holder["cue"].append(tables)
    return _checked(changed, expected)


# ---- the text --------------------------------------------------------------------------------------------------------


def _headers(lines: list[str]) -> list[tuple[int, str]]:
    """The lines that begin a table, and its name. One that only looks so is found out when all is read again."""
    found = ((number, HEADER.match(line)) for number, line in enumerate(lines))
    return [(number, re.sub(r"\s*\.\s*", ".", match[1])) for number, match in found if match is not None]


def _inserted(lines: list[str], line: int, block: str) -> str:
    """The lines with a block before one of them; remarks that stand over that line stay there."""
    while line > 0 and (
        not lines[line - 1].strip() or (line < len(lines) and lines[line - 1].lstrip().startswith("#"))
    ):
        line -= 1
    before, after = "".join(lines[:line]), "".join(lines[line:])
    if before and not before.endswith("\n"):
        before += "\n"
    gap = "" if not before else "\n"
    return f"{before}{gap}{block}{after}"


def _checked(text: str, expected: Mapping[str, Any]) -> str:
    """The text, if it says what is expected and nothing else.

    Raises:
        LectureError: It does not.
    """
    try:
        same = _same(tomllib.loads(text), expected)
    except tomllib.TOMLDecodeError:
        same = False
    if not same:
        raise LectureError(_by_hand())
    return text


def _same(one: object, other: object) -> bool:
    """Whether two tables say the same, NaN being itself."""
    return json.dumps(one, sort_keys=True, default=str) == json.dumps(other, sort_keys=True, default=str)


def _by_hand() -> str:
    return said("Lecture", "this file is written in a way that only a hand can add to: expected [[scene]] and [[cue]]")


# ---- how values are written ------------------------------------------------------------------------------------------


def _scene_block(scene: Mapping[str, Any]) -> str:
    fields = dict(scene)
    cues = fields.pop("cue")
    return _block("scene", fields) + "".join(f"\n{_block('scene.cue', cue)}" for cue in cues)


def _block(header: str, fields: Mapping[str, Any]) -> str:
    return "".join(f"{line}\n" for line in (f"[[{header}]]", *_lines(fields)))


def _lines(fields: Mapping[str, Any]) -> list[str]:
    return [f"{_key(name)} = {_value(value)}" for name, value in fields.items()]


def _key(name: str) -> str:
    return name if BARE.fullmatch(name) else _text(name)


def _text(text: str) -> str:
    # What JSON writes, TOML reads; but for one character.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(name)} = {_value(each)}" for name, each in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_value, value)) + "]"
    return repr(value)
