"""Names and values that users type, as error messages show them, and the nearest known name where they mistype."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from datetime import date, time

from nnviz.engine.errors import ExperimentError
from nnviz.said import Said, said
from nnviz.shortened import shortened

LONGEST_VALUE = 40
"""Characters of a wrong value that an error message repeats."""
MOST_KNOWN = 20
"""Names that an error message lists."""
THINGS = {
    "block": said("Engine", "{count:,} blocks"),
    "cue": said("Engine", "{count:,} cues"),
    "different text": said("Engine", "{count:,} different texts"),
    "example": said("Engine", "{count:,} examples"),
    "line": said("Engine", "{count:,} lines through time"),
    "layer": said("Engine", "{count:,} layers"),
    "network": said("Engine", "{count:,} networks"),
    "number": said("Engine", "{count:,} numbers"),
    "phase": said("Engine", "{count:,} phases"),
    "row": said("Engine", "{count:,} rows"),
    "scene": said("Engine", "{count:,} scenes"),
    "seed": said("Engine", "{count:,} seeds"),
    "term": said("Engine", "{count:,} terms"),
}
"""What is counted, when there are several."""


def check_name(name: str, known: Iterable[str], field: str, kind: str) -> None:
    """Refuse a name that is not among the known ones.

    Raises:
        ExperimentError: With the nearest known name, or all of them where none is near.
    """
    for problem in name_problems(name, known, field, kind):
        raise problem


def name_problems(name: str, known: Iterable[str], field: str, kind: str) -> Iterator[ExperimentError]:
    """The problem with a name that is not among the known ones."""
    names = list(known)
    if name not in names:
        reason = said("Engine", "no {kind} {name}{suggestion}")
        yield ExperimentError(reason.format(kind=kind, name=shown(name), suggestion=suggestion(name, names)), field)


def suggestion(name: str, known: Iterable[str]) -> str:
    """A clause that helps: ``; did you mean "tanh"?`` or ``; known: …``."""
    from difflib import get_close_matches  # only a mistake needs it

    names = list(known)
    word = name.lower()
    near = get_close_matches(word, names, n=1, cutoff=0.6) or [full for full in names if word and full.startswith(word)]
    if near:
        return said("Engine", '; did you mean "{name}"?').format(name=near[0])
    # A name with a space or a comma in it would look like two.
    listed = ", ".join(full if re.fullmatch(r"[^\s,]+", full) else shown(full) for full in names[:MOST_KNOWN])
    if len(names) <= MOST_KNOWN:
        return said("Engine", "; known: {names}").format(names=listed)
    return said("Engine", "; known: {names}, and {more} more").format(names=listed, more=len(names) - MOST_KNOWN)


def in_line(text: str) -> str:
    """A text for within a sentence: in one line, and shortened if it is long."""
    return shortened(" ".join(text.split()), LONGEST_VALUE)


def shown(value: object) -> str:
    """A value much as a file would have it, in one line, and shortened if it is long."""
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    try:
        text = json.dumps(value, ensure_ascii=False, default=str)
    except RecursionError:
        return said("Engine", "what is nested too deeply")
    except ValueError:  # more digits than Python writes
        return said("Engine", "a number of thousands of digits")
    return in_line(text)


def counted(count: int, thing: str) -> str:
    """``1 number``, ``2 numbers``; a thing is one of ``THINGS``."""
    many = THINGS[thing].format(count=count)
    return Said(f"{count:,} {thing}", many.context, many.template, many.values) if count == 1 else many
