"""A seed sheet on the stage: its networks train side by side, for as long as somebody watches, and are shown there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from nnviz.engine.experiment import Experiment
from nnviz.engine.types import Array
from nnviz.lecture.states import Side, State
from nnviz.lecture.values import Row
from nnviz.ui.look.look import Look
from nnviz.ui.session.difference_words import value_text
from nnviz.ui.stage.sheet import StagedSheet
from nnviz.worker.sweep_messages import Progress, SweepPlan, SweepRequest
from nnviz.worker.sweeper import SweeperLink

RESOLUTION = 64
MOST_KEPT = 8
"""Sheets whose end is remembered: one comes back to them at once."""


class SheetRun(QObject):
    """The networks of a seed sheet, on a thread of their own."""

    def __init__(self, look: Look, sheet: StagedSheet, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._sheet = look, sheet
        self._link = SweeperLink(self)
        self._link.begun.connect(self._on_begun)
        self._link.progressed.connect(self._on_progress)
        self._link.finished.connect(self._on_finished)
        self._sides: tuple[Side, ...] = ()
        self._names: tuple[str, ...] = ()
        self._plan: SweepPlan | None = None
        self._known: dict[tuple[Side, ...], tuple[SweepPlan, Progress]] = {}
        self._then: Callable[[], None] | None = None

    @property
    def idle(self) -> bool:
        """Whether all networks are where they are to be."""
        return not self._link.running

    def bring(self, state: State, language: str, seconds: float) -> None:
        """Bring all networks to a state, for so long at the least; where that is known, at once."""
        scene, members = state.scene.seeds, state.sheet
        assert scene is not None and members, "it is a seed sheet"
        firsts = members[:: scene.count]
        self._names = tuple(
            self._name(row, first.experiment, language) for row, first in zip(scene.combinations, firsts, strict=True)
        )
        if self._sides == state.sides:
            self._sheet.set_names(self._names)
            return
        self._sides, self._then = state.sides, None
        if state.sides in self._known:
            self._link.close()
            plan, end = self._known[state.sides]
            self._on_begun(plan)
            self._sheet.show_progress(end)
            return
        first = members[0].experiment
        epochs = first.training.epochs if state.sides[0].iteration else 0
        self._link.start(SweepRequest(first, scene.count, (), epochs, RESOLUTION, members), seconds)

    def hurry(self) -> bool:
        """Nobody watches any more. Returns whether anybody did."""
        return self._link.hurry()

    def when_there(self, then: Callable[[], None]) -> None:
        """Do this as soon as all networks are where they are to be, unless they are brought elsewhere before."""
        if self.idle:
            then()
        else:
            self._then = then

    def networks(self) -> list[tuple[int, Array]]:
        """The updates of each, and its parameters."""
        known = (multiple.news for multiple in self._sheet.multiples)
        results = [news.result for news in known if news is not None and news.result is not None]
        return [(result.iterations, result.theta) for result in results if result.theta is not None]

    def leave(self) -> None:
        """Train no further."""
        self._sides, self._then = (), None
        self._link.close()

    def _name(self, row: Row, first: Experiment, language: str) -> str:
        """What a row is called: as the lecture says, else what is set in it."""
        values = (value_text(field, value, first, self._look.numbers) for field, value in row.set.items())
        return row.name.text(language) or " · ".join(values)

    def _on_begun(self, plan: SweepPlan) -> None:
        self._plan = plan
        self._sheet.set_plan(self._names, plan)

    def _on_progress(self, progress: Progress) -> None:
        self._sheet.show_progress(progress)

    def _on_finished(self) -> None:
        then, self._then = self._then, None
        news = tuple(multiple.news for multiple in self._sheet.multiples if multiple.news is not None)
        if self._plan is not None and all(each.result is not None for each in news):
            while len(self._known) >= MOST_KEPT:
                del self._known[next(iter(self._known))]
            self._known[self._sides] = self._plan, Progress(news, 0, 0, 0.0)
        if then is not None:
            then()
