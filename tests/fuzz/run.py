"""Opens bad files of every kind, one after the other, and keeps those that do harm."""

from __future__ import annotations

import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import process_time
from types import FrameType

from nnviz.engine.errors import NnvizError
from tests.fuzz.kinds import KINDS, Kind

HANG = 1.0
"""Seconds of processor time that opening may take."""
ENDED_AFTER = 15
"""Seconds of processor time after which it is ended."""
MOST_MEMORY = 300
"""Megabytes that opening one file may need."""
LONGEST_WORD = 600
"""Characters of what is said of a file."""


class _EndedError(BaseException):
    """It has taken too long."""


@dataclass
class Found:
    """What was found of a kind.

    Attributes:
        tried: How many files.
        opened: How many of them opened all the same.
        slowest: Seconds of processor time that the slowest took.
        harm: What did harm: the file's number, and a line about it.
    """

    tried: int = 0
    opened: int = 0
    slowest: float = 0.0
    harm: list[tuple[int, str]] = field(default_factory=list)


def fuzz(name: str, numbers: Iterator[int] | range, folder: Path, keep: Path | None, found: Found) -> Found:
    """Open the files of these numbers; each is the same whenever it is made.

    Args:
        name: The kind's.
        folder: Where they are written.
        keep: Where those that do harm are kept.
        found: What is added to.
    """
    kind = KINDS[name]
    good = kind.good()
    for number in numbers:
        random = Random(f"{name} {number}")
        content = kind.mutate(random, random.choice(good), good)
        harm = _tried(kind, content, folder / f"bad{kind.ending}", found)
        if harm:
            found.harm.append((number, harm))
            if keep is not None:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{name.replace(' ', '-')}-{number}{kind.ending}").write_bytes(content)
    return found


def _tried(kind: Kind, content: bytes, path: Path, found: Found) -> str:
    path.write_bytes(content)
    found.tried += 1
    memory, start, harm = _memory(), process_time(), ""
    try:
        with _ended_after(ENDED_AFTER):
            kind.open(path)
        found.opened += 1
    except (NnvizError, *kind.refusals) as error:
        text = str(error)
        if isinstance(error, NnvizError) and (len(text) > LONGEST_WORD or not text.strip()):
            harm = f"says {len(text)} characters: {text[:80]!r}"
    except _EndedError:
        harm = "hangs"
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        harm = f"{type(error).__name__}: {str(error)[:120]} ({Path(place.filename).name}:{place.lineno})"
    taken = process_time() - start
    found.slowest = max(found.slowest, taken)
    if not harm and taken > HANG:
        harm = f"takes {taken:.1f} s"
    if not harm and _memory() - memory > MOST_MEMORY:
        harm = f"takes {_memory() - memory:.0f} MB"
    return harm


def _memory() -> float:
    """Megabytes that this process had at most."""
    if sys.platform == "win32":
        return 0.0
    import resource as system

    used = system.getrusage(system.RUSAGE_SELF).ru_maxrss
    return used / (2**20 if sys.platform == "darwin" else 2**10)


@contextmanager
def _ended_after(seconds: float) -> Iterator[None]:
    def end(number: int, frame: FrameType | None) -> None:
        raise _EndedError

    if sys.platform == "win32":  # there is no such timer
        yield
        return
    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
