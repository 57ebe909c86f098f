"""What visible panels ask of the model beside the update on screen: each query is a frozen value that says how.

A panel wants a query for as long as it is visible; the model thread works it out, and snapshots carry the answer.
Nothing that nobody looks at is worked out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import Protocol

from nnviz.engine.data.examples import Examples
from nnviz.engine.errors import NnvizError, PlaceError
from nnviz.engine.experiment import Experiment
from nnviz.engine.networks.network import Architecture
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.types import Array
from nnviz.said import said

MOST_SECONDS = 0.003
"""While training, queries that are due wait for the next answer once this one has spent so much on others."""


@dataclass(frozen=True, eq=False)
class ModelState:
    """The model as a query sees it.

    Attributes:
        record: The update on screen.
        theta: The parameters after it.
        first_theta: The parameters that the run began with.
        best_theta: Gives those of the best epoch so far; ``None`` without a validation part.
        best_epoch: The best epoch so far; ``None`` without a validation part.
        line: The number of the line through time that the model is on.
        path: Gives where the parameters were before updates up to one, as ``Trainer.path`` does.
        in_a_hurry: Whether it trains on right now, so that what takes long waits.
    """

    experiment: Experiment
    architecture: Architecture
    examples: Examples
    record: Iteration
    theta: Array
    first_theta: Array
    best_theta: Callable[[], Array | None]
    best_epoch: int | None = None
    line: int = 0
    path: Callable[[int, int | None], Mapping[int, Array]] = lambda until, every: {}
    in_a_hurry: bool = False

    def theta_of(self, best: bool) -> Array:
        """The parameters after the update, or those of the best epoch.

        Raises:
            PlaceError: No epoch is the best.
        """
        theta = self.best_theta() if best else self.theta
        if theta is None:
            raise PlaceError(said("Engine", "without a validation part no epoch is the best"))
        return theta


class Query(Protocol):
    """Something that can be found out about the model. Equal ones are the same one.

    Attributes:
        every: While training, so many seconds pass at the least from one answer to the next: what takes longer to
            work out is worked out less often.
    """

    @property
    def every(self) -> float:
        """See above."""

    def answer(self, state: ModelState) -> object:
        """Work it out; the answer is frozen. Raises NnvizError where there is none."""

    def __hash__(self) -> int: ...


@dataclass(frozen=True)
class NoAnswer:
    """There is no answer, and why."""

    reason: str


class Queries:
    """Answers queries in turn, each no more often than it wants."""

    def __init__(self) -> None:
        self._answered_at: dict[Query, float] = {}

    def answers(self, wanted: Iterable[Query], state: ModelState, in_a_hurry: bool) -> dict[Query, object]:
        """The answers that are due, longest overdue first; all of them where there is no hurry."""
        now = perf_counter()
        self._answered_at = {query: self._answered_at.get(query, -1e9) for query in wanted}
        answers: dict[Query, object] = {}
        for query, last in sorted(self._answered_at.items(), key=lambda each: each[1] + each[0].every):
            if in_a_hurry and (now < last + query.every or perf_counter() > now + MOST_SECONDS):
                continue
            try:
                answers[query] = query.answer(state)
            except NnvizError as error:
                answers[query] = NoAnswer(error.text)
            self._answered_at[query] = now
        return answers
