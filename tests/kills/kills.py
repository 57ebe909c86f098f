"""Kills the window at random moments, and looks at what is left: ``python -m tests.kills --times 200``.

Each time somebody restless is at work (``busy``), in training, in a lecture, in the past of a run. Whatever the moment,
no file may be half, what is left may be at most ten seconds old, and the next start has to offer it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import Any

from nnviz.sessions.reading import load_session
from nnviz.sessions.session import SessionError
from nnviz.ui.window.sessions.autosaved import FOLDER, Autosaved
from tests.kills.busy import mark_of

OLDEST = 10.0
"""Seconds."""
LONGEST_START = 120.0
LONG_ENOUGH = 3.0
"""Seconds after which an open window must have asked."""
Line = dict[str, Any]


@dataclass
class Report:
    """What was seen.

    Attributes:
        ages: How old what was left was each time, in seconds.
        writing: How often something was being written at that moment.
        wrong: What must not be, a line each.
    """

    kills: int = 0
    offered: int = 0
    taken_up: int = 0
    writing: int = 0
    ages: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        oldest = max(self.ages, default=0.0)
        return (
            f"{self.kills} kills, {self.writing} of them while something was written; {self.offered} starts offered "
            f"what was there, {self.taken_up} went on with it; the oldest was {oldest:.2f} s old; "
            f"{len(self.wrong)} wrong"
        )


class Window:
    """A process with a window and somebody restless, and what they have told."""

    def __init__(self, home: Path, seed: int) -> None:
        folders = {name: str(home / name.lower()) for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
        self.began = monotonic()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.kills.busy", str(seed)],
            env={**os.environ, **folders, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.lines: list[Line] = []
        self.errors = ""
        self._readers = [Thread(target=self._read), Thread(target=self._read_errors)]
        for reader in self._readers:
            reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout:
            self.lines.extend(json.loads(line) for line in self._process.stdout if line.endswith("\n"))

    def _read_errors(self) -> None:
        assert self._process.stderr is not None
        with self._process.stderr:
            self.errors = self._process.stderr.read()

    def said(self, what: str) -> Line | None:
        """The first line that says something; ``None`` where there is none yet."""
        return next((line for line in self.lines if what in line), None)

    @property
    def states(self) -> list[Line]:
        """Every state that there was."""
        return [line for line in self.lines if "iteration" in line]

    @property
    def lives(self) -> bool:
        """Whether it has not ended by itself."""
        return self._process.poll() is None

    @property
    def status(self) -> int | None:
        """How it ended."""
        return self._process.returncode

    def kill(self) -> float:
        """End it, now; gives the time."""
        self._process.kill()
        now = monotonic()
        self._process.wait()
        for reader in self._readers:
            reader.join()
        return now


@contextmanager
def window(home: Path, seed: int) -> Iterator[Window]:
    """One that does not outlive whatever goes wrong."""
    there = Window(home, seed)
    try:
        yield there
    finally:
        there.kill()


def fits(state: Line, mark: Line) -> bool:
    """Whether a session is of a state that there was; it stands before the update on screen, or after it."""
    same = all(state[name] == mark[name] for name in ("title", "line", "stage"))
    return same and sorted(state["lines"]) == mark["lines"] and mark["iteration"] - state["iteration"] in (0, 1)


def age_of(mark: Line | None, before: list[Line], states: list[Line], killed: float) -> float | None:
    """How long what was left had not been any more what there was, in seconds; ``None`` where it never was.

    Args:
        mark: What was left; ``None`` for nothing.
        before: What had been left before this window came, and nobody had refused.
        states: What there was in it.
        killed: When it ended.
    """
    ends = [*(state["time"] for state in states), killed][1:]
    since = [end for state, end in zip(states, ends, strict=True) if mark is not None and fits(state, mark)]
    if since:
        return max(0.0, killed - since[-1])
    if mark in before or (mark is None and not before):
        # Until there was something to lose, that was all.
        lost = next((state["time"] for state in states if state["to_lose"]), killed)
        return max(0.0, killed - lost)
    return None


class Kills:
    """One window after the other in one home.

    Args:
        longest: Seconds that a window is there at most; left out, some are there for longer than ten.
        is_patient: Whether each window is left alone until it has offered what was there, and has kept something.

    Attributes:
        report: What was seen.
    """

    def __init__(self, home: Path, seed: int, longest: float = 14.0, is_patient: bool = False) -> None:
        self._home, self._random = home, random.Random(seed)
        self._longest, self._is_patient = longest, is_patient
        self._kept = home / "xdg_config_home" / "nnviz" / FOLDER
        self._left: list[Line] = []
        self.report = Report()

    def again(self) -> None:
        """One more."""
        seed = self._random.randrange(2**31)
        known = set(self._kept.glob(".nnviz-*"))
        with window(self._home, seed) as there:
            writing = self._wait(there)
            lived, killed = there.lives, there.kill()
        if not lived:
            self.report.wrong.append(f"seed {seed}: it ended by itself, {there.status}: {there.errors[-2000:]}")
        self.report.kills += 1
        self.report.writing += writing or bool(set(self._kept.glob(".nnviz-*")) - known)
        self._look(there, killed, f"kill {self.report.kills}, seed {seed}")

    def _wait(self, there: Window) -> bool:
        """Until the moment has come. Returns whether something was just being written."""
        kind = self._random.random()
        if kind < 0.1 and not self._is_patient:
            sleep(self._random.uniform(0.0, 2.0))
            return False
        while not self._is_there(there) and there.lives and monotonic() - there.began < LONGEST_START:
            sleep(0.01)
        long = self._random.uniform(0.0, self._longest if kind < 0.3 else min(5.0, self._longest))
        end = monotonic() + long
        known = set(self._kept.glob(".nnviz-*"))
        while monotonic() < end and there.lives:
            if kind > 0.6 and set(self._kept.glob(".nnviz-*")) - known and self._random.random() < 0.5:
                return True
            sleep(0.001 if kind > 0.6 else 0.01)
        return False

    def _is_there(self, there: Window) -> bool:
        if not self._is_patient or there.said("open") is None:
            return there.said("open") is not None
        return any(self._kept.glob("*.nnviz")) and (not self._left or there.said("offered") is not None)

    def _look(self, there: Window, killed: float, which: str) -> None:
        wrong, before = self.report.wrong, self._left
        for file in (self._kept.parent).glob("*.json"):
            try:
                json.loads(file.read_bytes())
            except ValueError:
                wrong.append(f"{which}: {file.name} is half")
        marks: dict[Path, Line] = {}
        for file in self._kept.glob("*.nnviz"):
            try:
                marks[file] = mark_of(load_session(file))
            except SessionError as error:
                wrong.append(f"{which}: {error}")
        offered, wanted = there.said("offered"), there.said("wanted")
        if offered is not None:
            self.report.offered += 1
        opened = there.said("open")
        if before and offered is None and opened is not None and killed - opened["time"] > LONG_ENOUGH:
            wrong.append(f"{which}: what was left was not offered")
        self.report.taken_up += wanted is not None and wanted["wanted"]
        if wanted is not None and not wanted["wanted"]:
            before = before[1:]
        self._left = [marks[file] for file in Autosaved(self._kept).left_behind() if file in marks]
        newest = self._left[0] if self._left else None
        age = age_of(newest, before, there.states, killed)
        if age is None:
            wrong.append(f"{which}: what was left is of no state that there was: {newest}, {there.states[-3:]}")
        else:
            self.report.ages.append(age)
            if age > OLDEST:
                wrong.append(f"{which}: what was left is {age:.2f} s old")


def main() -> int:
    """So many kills, and what was seen."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        kills = Kills(Path(home), arguments.seed)
        for _ in range(arguments.times):
            known = len(kills.report.wrong)
            kills.again()
            print(f"{kills.report}", *kills.report.wrong[known:], sep="\n", flush=True)
    return 1 if kills.report.wrong else 0
