"""The lines through time of a run: the one that it is on, and those that can be gone back to."""

from __future__ import annotations

from nnviz.engine.training.run.scorekeeper import Scorekeeper
from nnviz.engine.training.timeline.course import Course
from nnviz.engine.training.timeline.lines import KeptLine, KeptRun, Line, Lines, Origin


class Timelines:
    """Keeps the line that is left, course and scores together, and takes up another.

    Attributes:
        present: The line that the run is on.
    """

    def __init__(self, course: Course, scores: Scorekeeper) -> None:
        self._course, self._scores = course, scores
        self.present = Origin(0, forked_from=None, forked_at=0)
        self._others = Lines()

    @property
    def listed(self) -> tuple[Line, ...]:
        """All lines that are known, the present one among them, in the order in which they began."""
        course = self._course
        return self._others.listed(self.present, course.furthest, course.events, course.batches_per_epoch)

    def fork(self) -> int:
        """Keep the line as it is known, and go on from here on a new one; gives its number."""
        left = KeptLine(self.present, self._course.fork(), self._scores.fork())
        self.present = self._others.begin(self.present.number, self._course.iteration)
        self._others.put_away(left)
        return self.present.number

    def switch(self, number: int) -> None:
        """Go to another line, and keep the present one: to the same iteration, or as far as the line is known.

        Raises:
            PlaceError: There is no such line.
        """
        if number == self.present.number:
            return
        line, course = self._others.take(number), self._course
        known = course.switch(line.known, min(course.iteration, line.known.furthest))
        self._others.put_away(KeptLine(self.present, known, self._scores.switch(line.scored)))
        self.present = line.origin

    def kept(self) -> KeptRun:
        """All lines, copied: what becomes of the run does not change them."""
        known = self._course.known()
        present = KeptLine(self.present, known, self._scores.scored())
        return KeptRun(self._course.iteration, self._others.begun, present, self._others.kept)

    def take_up(self, run: KeptRun) -> None:
        """Stand where a run of the same experiment and examples stood, with all its lines, and without the own."""
        line = run.present.copied()
        self._course.switch(line.known, run.iteration)
        self._scores.switch(line.scored)
        self._others.take_up(run)
        self.present = line.origin

    def forget(self, number: int) -> None:
        """Drop a line that is not the present one.

        Raises:
            PlaceError: There is no such line, or it is the present one.
        """
        self._others.take(number)
