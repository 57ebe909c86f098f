"""A window as a panel knows it, which notes what is asked of it."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from nnviz.engine.experiment import Experiment
from nnviz.ui.session.settings.offer import EVERYTHING
from nnviz.worker.questions import Question


class NotingHost(QObject):
    """Does nothing but note. ``asked`` has the questions, ``did`` everything else that was asked for, in order."""

    origin_changed = Signal(object)
    recent_changed = Signal()
    answered = Signal(object)
    offered_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.experiment: Experiment | None = None
        self.idle = True
        self.offered = EVERYTHING
        self.origin: Experiment | None = None
        self.recent: list[Path] = []
        self.asked: list[Question] = []
        self.did: list[tuple[Any, ...]] = []

    def ask(self, question: Question) -> None:
        self.asked.append(question)

    def __getattr__(self, name: str) -> Any:
        return lambda *arguments: self.did.append((name, *arguments))

    def what(self, name: str) -> list[tuple[Any, ...]]:
        """The arguments of all calls of one name."""
        return [arguments for called, *arguments in self.did if called == name]
