"""Takes away what is on screen: asks in which form and where to, has it made, and says where it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.names.translation import translate
from nnviz.ui.pictures.kinds import Sitter
from nnviz.ui.sharing.choices import Chosen
from nnviz.ui.sharing.copying import Copying, sharp_image_of
from nnviz.ui.sharing.dialog import SUBJECT, ShareDialog
from nnviz.ui.sharing.dragging import Dragging
from nnviz.ui.sharing.forms import KIND, Form, form_named
from nnviz.ui.sharing.job import Job, Order
from nnviz.ui.sharing.parts import Parts
from nnviz.ui.sharing.shelf import Shelf, ShelfRow
from nnviz.ui.sharing.subjects import Source, Subject

MENU = "share"
"""The action that opens the menu, and does not stand in it."""


class Sharing(QObject):
    """What a window offers to take away.

    Args:
        source: What there is in the window.
        actions: Those of the menu.

    Attributes:
        shelf: Where one sees it on its way.
        copying: Copies pictures.
        parts: What can be copied and dragged out alone.
        jobs: What is on its way.
    """

    def __init__(self, look: Look, source: Source, actions: Callable[[], Sequence[QAction]], window: QWidget) -> None:
        super().__init__(window)
        self._look, self._source, self._actions, self._window = look, source, actions, window
        self.shelf = Shelf(look, window)
        self.copying = Copying(self)
        self.dragging = Dragging(self)
        self.parts = Parts(look, self.copying, self.dragging, self._file_name, self)
        self.copying.copied.connect(lambda: self.shelf.note(self.tr("The picture is copied: paste it anywhere.")))
        self.jobs: list[Job] = []
        self._before: dict[str, dict[str, Any]] = {}

    def ask(self, name: str) -> None:
        """Ask what a form has to be told, then for the file, and have it made."""
        form = form_named(name)
        subjects = self._fitting(form)
        if not subjects:
            self.shelf.note(self.tr("There is nothing on screen that this can be made of."))
            return
        dialog = ShareDialog(
            self._look, form, subjects, self._source.screen(), self._before.get(name, {}), self._window
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.chosen.connect(partial(self._ask_for_file, form))
        dialog.open()

    def show_menu(self) -> None:
        """What there is to take away, over the window."""
        menu = QMenu(self._window)
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addActions(self._actions())
        size = menu.sizeHint()
        window = self._window.rect()
        menu.popup(self._window.mapToGlobal(window.center() - QPoint(size.width() // 2, size.height() // 2)))
        menu.setActiveAction(menu.actions()[0])

    def copy(self) -> None:
        """Copy what the window shows, but for what is said of what leaves it."""
        with self.shelf.away():
            self.copying.copy(self._whole())

    def offer_drag(self, handle: QWidget) -> None:
        """Let the picture of the window be dragged out by a widget."""

        def taken(_: QPoint) -> tuple[QImage, str]:
            with self.shelf.away():
                return sharp_image_of(self._whole()), self._file_name()

        self.dragging.watch(handle, taken)

    def make(self, order: Order) -> Job:
        """Have it made, and show how far it is."""
        job = Job(order, self)
        row = self.shelf.add(translate("Sharing", order.form.title), order.target.name)
        row.show_progress(0, 0)
        job.progressed.connect(row.show_progress)
        job.done.connect(partial(self._arrive, job, row))
        job.failed.connect(partial(self._fail, job, row))
        job.stopped.connect(partial(self._leave, job, row))
        row.left.connect(job.stop)
        self.jobs.append(job)
        job.start()
        return job

    def close(self) -> None:
        """The window is closed: nothing goes on."""
        for job in [*self.jobs]:
            job.stop(wait=True)
        self.copying.close()
        self.dragging.close()

    def _whole(self) -> Sitter:
        return Sitter(self._window, self._look, self._window.windowTitle())

    def _file_name(self) -> str:
        """How a picture of what is on screen is called."""
        return next((_slug(subject.title) for subject in self._source.subjects()), "nnviz")

    # ---- asking --------------------------------------------------------------------------------------------------

    def _fitting(self, form: Form) -> Sequence[Subject]:
        return [subject for subject in self._source.subjects() if subject.kind in form.subjects]

    def _ask_for_file(self, form: Form, subject: Subject, chosen: Chosen) -> None:
        self._before[form.id] = {name: value for name, value in chosen.items() if name != SUBJECT}
        screen = self._source.screen()
        ending, name = next(kind for kind in form.kinds if kind[0] == chosen.get(KIND, form.kinds[0][0]))
        kind, stem = translate("Sharing", name), _slug(subject.title)
        file, _ = QFileDialog.getSaveFileName(
            self._window,
            translate("Sharing", form.title),
            str(self._source.folder() / f"{stem}.{ending}"),
            f"{kind} (*.{ending})",
        )
        if not file:
            return
        target = Path(file).absolute()
        if target.suffix.lower() != f".{ending}":
            target = target.with_name(f"{target.name}.{ending}")
        self._source.note_folder(target.parent)
        self.make(Order(form, subject, chosen, screen, target))

    # ---- how it ends ---------------------------------------------------------------------------------------------

    def _arrive(self, job: Job, row: ShelfRow, files: list[Path]) -> None:
        row.show_files(files)
        self._end(job, row)

    def _fail(self, job: Job, row: ShelfRow, problem: str) -> None:
        row.show_problem(problem)
        self._end(job, row)

    def _leave(self, job: Job, row: ShelfRow) -> None:
        self._end(job, row)
        self.shelf.remove(row)

    def _end(self, job: Job, row: ShelfRow) -> None:
        self.jobs.remove(job)
        row.left.disconnect(job.stop)
        row.left.connect(partial(self.shelf.remove, row))
        job.deleteLater()


def _slug(title: str) -> str:
    """A title as the name of a file."""
    return "".join(each if each.isalnum() else "-" for each in title.lower()).strip("-") or "nnviz"
