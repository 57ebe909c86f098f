"""The windows beside the main one that compare: opened with its experiment, closed with it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from nnviz.engine.experiment import Experiment
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.soon import soon

if TYPE_CHECKING:
    from nnviz.ui.windows.compare.twin import TwinWindow
    from nnviz.ui.windows.seeds.window import SeedWindow


class Comparisons(QObject):
    """Opens one window of each kind, and comes back to the seeds when they are asked for again.

    Args:
        experiment: Gives the experiment that is open; ``None`` before there is one.

    Signals:
        open_requested(Experiment): The user wants to see one of what was compared in the main window.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, experiment: Callable[[], Experiment | None], window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._experiment = experiment
        self._seeds: SeedWindow | None = None
        self._twin: TwinWindow | None = None

    def open_seeds(self) -> None:
        """Many seeds or learning rates of the experiment, side by side."""
        # Only now: most who start nnviz do not need it.
        from nnviz.ui.windows.seeds.window import open_seeds

        experiment = self._experiment()
        if experiment is None:
            return
        if self._seeds is None:
            self._seeds = open_seeds(self._look, experiment)
            self._seeds.open_requested.connect(self.open_requested)
            return
        self._seeds.set_experiment(experiment)
        self._seeds.bring_up()

    def ask_for_twin(self) -> None:
        """Open the twin in the next turn of the loop: the first time, its modules are read in one of their own."""
        import_module("nnviz.ui.windows.compare.twin")
        soon(self, self.open_twin)

    def open_twin(self) -> None:
        """The experiment beside another that differs in one thing."""
        from nnviz.ui.windows.compare.twin import open_twin

        experiment = self._experiment()
        if experiment is None:
            return
        self._close_twin()
        self._twin = open_twin(self._look, experiment)
        # It is made anew whenever it is asked for: two networks with their pictures wait for nobody.
        self._twin.closed.connect(self._let_twin_go)

    def close(self) -> None:
        """Close them, and end their threads."""
        self._close_twin()
        if self._seeds is not None:
            self._seeds.close()
            self._seeds.deleteLater()
            self._seeds = None

    def _close_twin(self) -> None:
        if self._twin is not None:
            self._twin.close()
            self._let_twin_go()

    def _let_twin_go(self) -> None:
        if self._twin is not None:
            self._twin.deleteLater()
            self._twin = None
