"""Ways through a run on which things have happened: to any place on any of them, from wherever the run stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from nnviz.engine.errors import PlaceError
from nnviz.engine.training.run.trainer import Trainer
from nnviz.engine.training.timeline.events import Event, GoOn, Stopped


@dataclass(frozen=True)
class Happening:
    """What happens to a run together, before an iteration."""

    iteration: int
    events: tuple[Event, ...]


Way: TypeAlias = tuple[Happening, ...]
"""All that happens to a run, in order."""


class Ways:
    """Knows the line through time of every way that a run has been taken, so that to go it again is to go there.

    Args:
        trainer: One that nothing has happened to.
    """

    def __init__(self, trainer: Trainer) -> None:
        self._trainer = trainer
        self._lines: dict[Way, int] = {(): trainer.line}

    def go(self, way: Way, iteration: int) -> bool:
        """Go to an iteration of a way. A run that stops by itself before stands where it stopped.

        Returns whether it could be: not where the run's beginning is known no more, as it was trained on after a stop.
        """
        self._forget_lost_lines()
        known = next((count for count in range(len(way), -1, -1) if way[:count] in self._lines), None)
        if known is None:
            return False
        trainer = self._trainer
        trainer.switch(self._lines[way[:known]])
        if any(isinstance(event, GoOn) for _, event in trainer.events):
            return False
        for count in range(known, len(way)):
            self._seek(way[count].iteration)
            trainer.fork()
            trainer.change(way[count].events)
            self._lines[way[: count + 1]] = trainer.line
        self._seek(iteration)
        return True

    def _seek(self, iteration: int) -> None:
        trainer = self._trainer
        # An update that was made after the stop, to be looked at, is no place of the run.
        end = next((at for at, event in trainer.events if isinstance(event, Stopped)), iteration)
        try:
            trainer.seek(min(iteration, end))
        except PlaceError:
            if trainer.finished is None:
                raise

    def _forget_lost_lines(self) -> None:
        """A run keeps so many lines, and no more."""
        kept = {line.number for line in self._trainer.lines}
        self._lines = {way: line for way, line in self._lines.items() if line in kept}
