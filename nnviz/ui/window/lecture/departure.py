"""Whether somebody has left a lecture's script: stands elsewhere, or has changed what the cue had brought."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from nnviz.engine.training.record.steps import Step
from nnviz.ui.session.controller import Controller


class Departure(QObject):
    """Compares where a run stands with where a cue had brought it.

    Signals:
        changed(): Somebody has just left the script, or is back.
    """

    changed = Signal()

    def __init__(self, controller: Controller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._there: tuple[int, int, int, Step] | None = None
        self._left = False
        controller.moment_changed.connect(self._look)

    @property
    def left(self) -> bool:
        """Whether the script has been left."""
        return self._left

    def set_out(self) -> None:
        """The next cue is being brought: nobody leaves anything on the way."""
        self._there = None
        self._look()

    def arrive(self) -> None:
        """The cue is there."""
        self._there = self._place()
        self._look()

    def _place(self) -> tuple[int, int, int, Step] | None:
        """The run, its line through time, the iteration and the step in it."""
        run, snapshot, moment = self._controller.run, self._controller.snapshot, self._controller.moment
        if run is None or snapshot is None or moment is None:
            return None
        return run.number, snapshot.timeline.line, moment.record.iteration, moment.step

    def _look(self) -> None:
        left = self._there is not None and self._place() != self._there
        if left != self._left:
            self._left = left
            self.changed.emit()
