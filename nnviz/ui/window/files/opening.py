"""Experiments and tables in and out of the window: opened by menu, dropped, recent, drawn by hand, saved."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from nnviz.engine.data.tables.reading import TABLE_ENDINGS
from nnviz.engine.errors import ExperimentError, NnvizError
from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.experiment_files import check_size, file_in, text_of
from nnviz.files import WriteError, write_whole
from nnviz.lecture.files import Reading as LectureReading
from nnviz.lecture.files import is_lecture
from nnviz.lecture.files import read as read_lecture
from nnviz.recordings import ENDING as RECORDING_ENDING
from nnviz.recordings.reading import Recording, open_recording
from nnviz.sessions.opening import Opened, open_session
from nnviz.sessions.session import ENDING
from nnviz.ui.look.look import Look
from nnviz.ui.names.translation import in_words
from nnviz.ui.session.controller import Controller
from nnviz.ui.toolkit.over_active import open_over_active
from nnviz.ui.toolkit.save_file import FileKind, ask_where_to_save
from nnviz.ui.window.files.dropped import dropped
from nnviz.ui.window.files.reading import Reading
from nnviz.ui.window.preferences.preference_store import PreferenceStore
from nnviz.ui.window.preferences.preferences import MOST_RECENT

if TYPE_CHECKING:
    from nnviz.ui.windows.data_editor.dialog import DataEditorDialog
    from nnviz.ui.windows.data_editor.table_preview import TablePreview

READ_AT_ONCE = 20_000
"""Bytes of an experiment; a longer one is read beside the window, which never waits."""

LONGEST_PROPOSED = 60
"""Letters of a title that make the name of a file."""


class Opening(QObject):
    """Opens and saves on behalf of the window. What was open stays until what is asked for has been read.

    Args:
        say_error: Says what went wrong.
        say: Says that something happened.

    Attributes:
        origin: What was opened or saved last; ``None`` before that.
        reading: What goes on beside the window.

    Signals:
        opened(Experiment): The user wants this experiment; from a file, with where it came from already noted.
        session_opened(Opened): The user wants this session.
        recording_opened(Recording): The user wants this recording.
        session_save_wanted(Path): The user wants the session in this file.
        lecture_opened(lecture.files.Reading): The user wants this lecture.
        saved(Experiment): It is in a file now.
        origin_changed(Experiment): What was opened or saved last is this one: changes count from it.
        recent_changed(): Other files are the most recent ones.
    """

    opened = Signal(object)
    session_opened = Signal(object)
    recording_opened = Signal(object)
    session_save_wanted = Signal(object)
    lecture_opened = Signal(object)
    saved = Signal(object)
    origin_changed = Signal(object)
    recent_changed = Signal()

    def __init__(
        self,
        look: Look,
        controller: Controller,
        store: PreferenceStore,
        say: Callable[[str], None],
        say_error: Callable[[str], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._look, self._controller, self._store = look, controller, store
        self._say, self._say_error, self._window = say, say_error, window
        self._preview: TablePreview | None = None
        self._editor: DataEditorDialog | None = None
        self.origin: Experiment | None = None
        self.reading = Reading(say, say_error, self)
        self.opened.connect(self._take_origin)
        self.saved.connect(self._take_origin)

    def _take_origin(self, experiment: Experiment) -> None:
        self.origin = experiment
        self.origin_changed.emit(experiment)

    # ---- files ---------------------------------------------------------------------------------------------------

    def ask_for_file(self) -> None:
        """Let the user pick an experiment, a session, a recording or a table."""
        tables = " ".join(f"*{ending}" for ending in TABLE_ENDINGS)
        kinds = ";;".join(
            (
                self.tr("Experiments, sessions, recordings and tables (%1)").replace(
                    "%1", f"*.toml *{ENDING} *{RECORDING_ENDING} {tables}"
                ),
                self.tr("Experiments (*.toml)"),
                self.tr("Sessions (%1)").replace("%1", f"*{ENDING}"),
                self.tr("Recordings (%1)").replace("%1", f"*{RECORDING_ENDING}"),
                self.tr("Tables (%1)").replace("%1", tables),
                self.tr("All files (*)"),
            )
        )
        start = str(self._store.folder)
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open an experiment, a session, a recording or a table"), start, kinds
        )
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Open an experiment, or look into a table before anything is learned from it."""
        file = dropped(path)
        self._store.take(replace(self._store.now, folder=str(path.parent)))
        if file.kind == "refused":
            self._say_error(file.refusal)
        elif file.kind == "table":
            self._look_into(path)
        elif file.kind == "session":
            self.open_session(path, noted=True)
        elif file.kind == "recording":
            self.open_recording(path)
        elif (slow := _slow_part(path)) is not None:
            self.reading.read(lambda: _read(path), slow, lambda made: self._hand_over(made, path))
        else:
            self.load(lambda: Experiment.load(path), path)

    def open_lecture(self, path: Path) -> None:
        """Open a lecture, built in or not, that is not noted among the recent files."""
        self.reading.read(lambda: read_lecture(path), path.name, self._hand_over)

    def open_session(self, path: Path, noted: bool = False) -> None:
        """Open a session, beside the window; it says how much of it was computed again here.

        Args:
            path: Its file.
            noted: Whether it is among the recent files then.
        """

        def hand_over(opened: Opened) -> None:
            self.reading.close()
            if noted:
                self.note(path)
            self.session_opened.emit(opened)

        self.reading.read(lambda: open_session(path), path.name, hand_over)

    def open_recording(self, path: Path) -> None:
        """Open a recording, beside the window."""

        def hand_over(opened: Recording) -> None:
            self.reading.close()
            self.note(path)
            self.recording_opened.emit(opened)

        self.reading.read(lambda: open_recording(path), path.name, hand_over)

    def open_last(self) -> None:
        """Show what was open the last time; where the user does not wait for it, the first one for the time being."""
        load, store = self._controller.load, self._store
        text = store.now.experiment
        slow = file_in(text) if len(text) <= READ_AT_ONCE else self.tr("the last experiment")
        if slow is None:
            load(store.last_experiment())
        else:
            self.reading.read(store.last_experiment, slow, load, lambda: load(store.stand_in()))

    def load(self, read: Callable[[], Experiment], path: Path | None = None) -> None:
        """Open what a function reads; what it refuses is said."""
        try:
            experiment = read()
        except NnvizError as error:
            self._say_error(in_words(error.text))
            return
        self._hand_over(experiment, path)

    def _hand_over(self, made: Experiment | LectureReading, path: Path | None = None) -> None:
        self.reading.close()
        if path is not None:
            self.note(path)
        if isinstance(made, LectureReading):
            self.lecture_opened.emit(made)
        else:
            self.opened.emit(made)

    def save(self) -> None:
        """Write the experiment that is open, or the session, into a file of the user's choice, whole or not at all."""
        experiment = self._controller.experiment
        if experiment is None:
            return
        proposed = "".join(each if each.isalnum() else "-" for each in experiment.title.lower()).strip("-")
        path = ask_where_to_save(
            self._window,
            self.tr("Save the experiment, or the session with its run"),
            self._store.folder / f"{proposed[:LONGEST_PROPOSED] or 'experiment'}.toml",
            (FileKind(self.tr("Experiments"), ".toml"), FileKind(self.tr("Sessions"), ENDING)),
        )
        if path is None:
            return
        if path.suffix.lower() == ENDING:
            self._store.take(replace(self._store.now, folder=str(path.parent)))
            self.session_save_wanted.emit(path)
            return
        content = experiment.to_toml().encode()
        try:
            check_size(len(content))
            write_whole(path, [content])
        except (ExperimentError, WriteError) as error:
            self._say_error(in_words(error.text))
            return
        self._store.take(replace(self._store.now, folder=str(path.parent)))
        self.note(path)
        self.saved.emit(experiment)
        self._say(self.tr("Saved as %1.").replace("%1", str(path)))

    def note_saved(self, path: Path) -> None:
        """The session is in this file."""
        self.note(path)
        self._say(self.tr("Saved as %1.").replace("%1", str(path)))

    def recent(self) -> list[Path]:
        """The files that were opened or saved last and are still there, the latest first."""
        # Unlike ``Path.is_file``, this refuses no name that was remembered, however long.
        return [Path(name) for name in self._store.now.recent if os.path.isfile(name)]

    def note(self, path: Path) -> None:
        """This file is the most recent one."""
        path = path.resolve()
        others = [each for each in self.recent() if each != path]
        recent = tuple(map(str, [path, *others][:MOST_RECENT]))
        self._store.take(replace(self._store.now, recent=recent))
        self.recent_changed.emit()

    # ---- data in the hand ----------------------------------------------------------------------------------------

    def edit_data(self) -> None:
        """Draw the examples of the experiment by hand."""
        from nnviz.ui.windows.data_editor.dialog import DataEditorDialog

        run, experiment = self._controller.run, self._controller.experiment
        if run is None or experiment is None:
            return
        self._close(self._editor)
        self._editor = DataEditorDialog(self._look, experiment, run.examples)
        self._editor.accepted.connect(self.opened)
        # Qt itself gives a window two thirds of the screen at most.
        open_over_active(self._editor, self._editor.sizeHint())
        self._editor.show()

    def _look_into(self, path: Path) -> None:
        from nnviz.ui.windows.data_editor.table_preview import TablePreview

        self._close(self._preview)
        self._preview = TablePreview(self._look, path)
        self._preview.accepted.connect(self.opened)
        self._preview.accepted.connect(lambda _: self.note(path))
        open_over_active(self._preview, self._preview.sizeHint())
        self._preview.show()

    def close(self) -> None:
        """Close what was opened beside the window."""
        self.reading.close()
        self._close(self._editor)
        self._close(self._preview)
        self._editor = self._preview = None

    @staticmethod
    def _close(window: QWidget | None) -> None:
        if window is not None:
            window.close()
            window.deleteLater()


def _slow_part(path: Path) -> str | None:
    """The file that takes its time where this one is opened, if any; what is wrong with it is said when it is read."""
    try:
        if not path.is_file():
            return None
        if path.stat().st_size > READ_AT_ONCE or is_lecture(str(path)):
            return path.name
        return file_in(text_of(path))
    except (OSError, ExperimentError):
        return None


def _read(path: Path) -> Experiment | LectureReading:
    """An experiment or a lecture, on whatever thread."""
    return read_lecture(path) if is_lecture(str(path)) else Experiment.load(path)
