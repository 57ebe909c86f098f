"""One thing on its way out of the window: written, made, put in place; or stopped, and nothing of it is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from nnviz.files import WriteError
from nnviz.ui.names.translation import in_words
from nnviz.ui.sharing.child import Child
from nnviz.ui.sharing.choices import Chosen
from nnviz.ui.sharing.forms import Form
from nnviz.ui.sharing.subjects import Screen, Subject
from nnviz.ui.sharing.workplace import Workplace


@dataclass(frozen=True)
class Order:
    """What is to be made.

    Attributes:
        form: In which form.
        subject: Of what.
        chosen: What the user has chosen.
        screen: How things were on screen then.
        target: The file.
    """

    form: Form
    subject: Subject
    chosen: Chosen
    screen: Screen
    target: Path


class Job(QObject):
    """Makes it, beside the window.

    Attributes:
        order: What is made.
        child: The process that makes it; ``None`` before there is one.

    Signals:
        progressed(int, int): So much of so much is done.
        done(object): It is there: the files (``list[Path]``), the one that was asked for first.
        failed(str): It is not, and why.
        stopped(): Nobody wants it any more.
    """

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, order: Order, parent: QObject) -> None:
        super().__init__(parent)
        self.order = order
        self.child: Child | None = None
        self._place: Workplace | None = None
        self._over = False

    def start(self) -> None:
        """Begin."""
        try:
            self._place = Workplace(self.order.target)
        except WriteError as error:
            self._fail(in_words(error.text))
            return
        self.order.subject.give(self._place.folder, self._run)

    def stop(self, wait: bool = False) -> None:
        """End it now; nothing of it is left."""
        if self._over:
            return
        self._over = True
        if self.child is None:
            self._leave()
        else:
            # What is still alive could leave something behind.
            self.child.gone.connect(self._leave)
            self.child.kill(wait)

    def _leave(self) -> None:
        self._end()
        self.stopped.emit()

    def _run(self, words: Sequence[str], problem: str) -> None:
        if self._over or self._place is None:
            return
        if problem:
            self._fail(self._place.named(problem))
            return
        order, out = self.order, self._place.out
        own = order.form.words(order.chosen, order.screen, out)
        if order.subject.kind == "recording":
            own += order.form.recorded(order.screen)
        line = [order.form.command, *words, *own, "--out", str(out), "--language", order.subject.language]
        self.child = Child(line, self._place.folder, self)
        self.child.progressed.connect(self.progressed)
        self.child.ended.connect(self._finish)

    def _finish(self, problem: str) -> None:
        place = self._place
        if self._over or place is None:
            return
        if problem:
            self._fail(place.named(problem))
            return
        try:
            files = place.put_in_place()
        except WriteError as error:
            self._fail(in_words(error.text))
            return
        self._end()
        self.done.emit(files)

    def _fail(self, problem: str) -> None:
        self._end()
        self.failed.emit(problem)

    def _end(self) -> None:
        self._over = True
        if self._place is not None:
            self._place.clear()
