"""The scores of a run: a row of the history for each epoch, and the parameters of the best one."""

from __future__ import annotations

from nnviz.engine.data.examples import Examples
from nnviz.engine.errors import PlaceError
from nnviz.engine.networks.network import Architecture
from nnviz.engine.settings import EarlyStopping
from nnviz.engine.training.run.scores import Scorer
from nnviz.engine.training.timeline.course import Course
from nnviz.engine.training.timeline.early_stopping import Best
from nnviz.engine.training.timeline.history import History, Log, score_name
from nnviz.engine.training.timeline.lines import Scored
from nnviz.engine.types import Array, frozen
from nnviz.said import said


class Scorekeeper:
    """Scores a course at the ends of its epochs. The first row is that of the untrained network.

    Args:
        longest_history: Keep about so many rows; ``None`` for one of each epoch.

    Attributes:
        log: The rows.
    """

    def __init__(self, course: Course, settings: EarlyStopping | None, longest_history: int | None) -> None:
        self._course = course
        self.log = Log(settings, score_name(course.examples.task), longest_history)
        self._kept_best: tuple[int, Array] | None = None
        self._scorers: tuple[Examples, Architecture, Scorer, Scorer] | None = None
        self.score_epoch()

    def score_epoch(self) -> None:
        """Add a row for the epoch that has just ended."""
        course = self._course
        train, validation = self._present_scorers()
        train_loss, train_score = train()
        validation_loss, validation_score = validation()
        row = course.epoch, course.iteration, train_loss, validation_loss, train_score, validation_score
        if self.log.append(row):
            self._kept_best = course.iteration, frozen(course.theta.copy())

    def _present_scorers(self) -> tuple[Scorer, Scorer]:
        """What scores the training and the validation part, of the examples and the network as they are."""
        course, made = self._course, self._scorers
        if made is None or made[0] is not course.examples or made[1] is not course.architecture:
            examples, architecture = course.examples, course.architecture
            train = Scorer(architecture, examples, course.theta, examples.train)
            validation = Scorer(architecture, examples, course.theta, examples.validation)
            made = self._scorers = examples, architecture, train, validation
        return made[2], made[3]

    def start_over(self) -> None:
        """Score the untrained network anew: it is another one."""
        self.log.keep_up_to(-1)
        self._kept_best = None
        self.score_epoch()

    def forget_later(self) -> None:
        """Drop the rows of what is to come: it will be otherwise."""
        self.log.keep_up_to(self._course.iteration)
        self._forget_later_best()

    def history(self, row: int) -> History:
        """The run up to now, with its rows from one place on only; frozen."""
        course, status = self._course, self._course.status
        return self.log.history(row, course.iteration, course.epoch, status.stop, status.waits_from)

    # ---- the best epoch ------------------------------------------------------------------------------------------

    @property
    def best(self) -> Best | None:
        """The best epoch so far; ``None`` where there is no validation part."""
        return self.log.best_at(self._course.iteration)

    def best_theta(self) -> Array:
        """The parameters of the best epoch so far, as they were scored; frozen.

        Raises:
            PlaceError: There is no best epoch, because there is no validation part.
        """
        best, course = self.best, self._course
        if best is None:
            raise PlaceError(said("Engine", "there is no best epoch: the experiment has no validation part"))
        if self._kept_best is None or self._kept_best[0] != best.iteration:
            here = course.iteration
            course.go_to(best.iteration)
            if best.iteration == 0:
                # The untrained network is scored anew after each change: as it is after all of them.
                course.pass_events()
            self._kept_best = best.iteration, frozen(course.theta.copy())
            course.go_to(here)
            course.pass_events()
        return self._kept_best[1]

    def _forget_later_best(self) -> None:
        if self._kept_best is not None and self._kept_best[0] > self._course.iteration:
            self._kept_best = None

    # ---- lines through time --------------------------------------------------------------------------------------

    def fork(self) -> Scored:
        """Hand over the scores of this line, and go on in a copy that is known up to here."""
        left = Scored(self.log, self._kept_best)
        self.log = self.log.up_to(self._course.iteration)
        self._forget_later_best()
        return left

    def scored(self) -> Scored:
        """The scores of this line, copied."""
        return Scored(self.log.holding(self.log.content, self.log.stride), self._kept_best)

    def switch(self, line: Scored) -> Scored:
        """Hand over the scores of this line, and take up those of another."""
        left = Scored(self.log, self._kept_best)
        self.log, self._kept_best = line.log, line.best
        return left
