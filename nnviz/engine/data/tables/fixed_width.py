"""Columns of a fixed width: where every line has a space, one column ends and the next may begin."""

from __future__ import annotations

from collections.abc import Sequence

FEWEST_LINES = 4
"""By which columns are known."""
LONGEST = 2_000
"""Characters of a line."""
FILLED = 0.5
"""The share of lines in which a column holds something."""


def cuts(lines: Sequence[str]) -> tuple[int, ...]:
    """Where the columns of lines begin, the first at 0; empty where no two columns stand one below the other."""
    lines = [line.rstrip().expandtabs() for line in lines if line.strip()]
    width = max(map(len, lines), default=0)
    if len(lines) < FEWEST_LINES or width > LONGEST:
        return ()
    blank = [all(place >= len(line) or line[place] == " " for line in lines) for place in range(width)]
    starts = [place for place in range(width) if not blank[place] and (place == 0 or blank[place - 1])]
    if len(starts) < 2:
        return ()
    ends = [*starts[1:], width]
    filled = [sum(bool(line[start:end].strip()) for line in lines) for start, end in zip(starts, ends, strict=True)]
    return (0, *starts[1:]) if min(filled) >= FILLED * len(lines) else ()


def cut(line: str, places: Sequence[int]) -> list[str]:
    """The cells of a line."""
    line = line.expandtabs()
    return [line[start:end].strip() for start, end in zip(places, [*places[1:], len(line)], strict=True)]
