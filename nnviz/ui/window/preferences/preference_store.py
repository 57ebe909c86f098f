"""Preferences in and out of their file. Whatever is wrong with it is said; the application starts all the same."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.content import AbsentError, ContentError, content_of
from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.engine.names import shown
from nnviz.files import WriteError, home, reason_of, write_whole
from nnviz.language import LARGEST_PREFERENCES, PREFERENCES, config_folder
from nnviz.ui.names.translation import in_words
from nnviz.ui.window.preferences.old_settings import plain_values
from nnviz.ui.window.preferences.preferences import (
    QT_STATES,
    Preferences,
    Understood,
    Unusable,
    from_json,
    to_json,
    understood,
)

FIRST_EXPERIMENT = "circle"

SOON_MILLISECONDS = 1000
"""Changes within this time are written together."""

LONGEST_WAIT = 2.0
"""Seconds that the window's closing waits for a write that is under way."""


class PreferenceStore(QObject):
    """Holds the preferences, writes them soon after they have changed, and at the end.

    Writing goes on beside the window, which never waits for the disk but when it closes.

    Args:
        file: Where they are; left out, they are forgotten at the end.
        before: The settings file of before, taken over where there is no file yet.

    Signals:
        said(str): A line about what is not as the user left it, or cannot be kept.
    """

    said = Signal(str)
    _failed = Signal(str)

    def __init__(self, file: Path | None = None, before: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._now = Preferences()
        self._unknown: dict[str, object] = {}
        self._written: Preferences | None = None
        self._stands_in = False
        self._writing: Thread | None = None
        self._failed.connect(self._stop_writing)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MILLISECONDS)
        self._soon.timeout.connect(self._write_beside)
        self.words: list[str] = []
        """What was found wrong at the start, a line each."""
        if file is not None:
            self._read(file, before)

    @property
    def now(self) -> Preferences:
        """What holds."""
        return self._now

    @property
    def folder(self) -> Path:
        """Where files were opened or saved last."""
        return Path(self._now.folder or home())

    def beside(self, name: str) -> Path | None:
        """A file of that name beside them; ``None`` where nothing is remembered."""
        return self._file.with_name(name) if self._file is not None else None

    def take(self, preferences: Preferences) -> None:
        """Let these hold from now on: ``store.take(replace(store.now, theme="dark"))``."""
        if preferences != self._now:
            self._now = preferences
            # Not put off by what comes after: what changes all the time is written too.
            if self._file is not None and not self._soon.isActive():
                self._soon.start()

    # ---- the experiment ------------------------------------------------------------------------------------------

    def last_experiment(self) -> Experiment:
        """The experiment that was open last; the first one, for the time being, where that cannot be had."""
        if self._now.experiment:
            try:
                return Experiment.parse(self._now.experiment)
            except ExperimentError as error:
                text = self.tr("The last experiment cannot be opened: %1. It is kept until you open another one.")
                self.words.append(text.replace("%1", in_words(error.text)))
                return self.stand_in()
        return Experiment.named(FIRST_EXPERIMENT)

    def stand_in(self) -> Experiment:
        """The first experiment, for the time being: the last one stays remembered."""
        self._stands_in = True
        return Experiment.named(FIRST_EXPERIMENT)

    def remember_experiment(self, experiment: Experiment) -> None:
        """This one is open. One that only stands in for the last one is not remembered in its place."""
        if not self._stands_in:
            self.take(replace(self._now, experiment=experiment.to_toml()))

    def keep_last_experiment(self) -> None:
        """What is opened from here on only stands in for it."""
        self._stands_in = True

    def forget_last_experiment(self) -> None:
        """The user opens another one."""
        self._stands_in = False

    # ---- reading -------------------------------------------------------------------------------------------------

    def _read(self, file: Path, before: Path | None) -> None:
        try:
            content = content_of(file, LARGEST_PREFERENCES)
        except AbsentError:
            self._take_over(before)
        except ContentError as error:
            self._set_aside(file, in_words(error.text))
        else:
            try:
                read = understood(from_json(content))
            except ValueError as error:
                self._set_aside(file, in_words(error.args[0]))
            else:
                self._hold(read)
                if read.unusable:
                    self._copy_aside(file, content)
                else:
                    self._written = read.preferences

    def _hold(self, read: Understood) -> None:
        self._now, self._unknown = read.preferences, read.unknown
        if read.unusable:
            rows = "; ".join(map(self._row, read.unusable))
            self.words.append(self.tr("Some remembered settings cannot be used: %1.").replace("%1", rows))

    def _row(self, unusable: Unusable) -> str:
        name, found, used = unusable
        if name in QT_STATES and isinstance(found, dict):
            # What Qt wrote of a window is nothing to read.
            return self.tr("{} is damaged").format(name)
        return self.tr("{} was {}, is {}").format(name, shown(found), shown(used))

    def _take_over(self, before: Path | None) -> None:
        """The first time, what the file of before says in plain text."""
        if before is None:
            return
        try:
            values = plain_values(content_of(before, LARGEST_PREFERENCES))
        except ContentError:
            return
        read = understood(values, strict=False)
        self._hold(read._replace(unknown={}))
        self._soon.start()

    def _set_aside(self, file: Path, reason: str) -> None:
        """What cannot be read may still be the only copy: it gets another name, or stays and nothing is written."""
        aside = _aside(file)
        text = self.tr("The remembered settings cannot be read (%1): the defaults are used.").replace("%1", reason)
        try:
            if not stat.S_ISREG(file.stat().st_mode):
                raise OSError
            os.replace(file, aside)
        except OSError:
            self._file = None
            self.words.append(text + " " + self.tr("Nothing will be remembered."))
        else:
            self.words.append(text + " " + self.tr("The file is kept as %1.").replace("%1", str(aside)))

    def _copy_aside(self, file: Path, content: bytes) -> None:
        # Where that fails: what could be read is kept all the same, and what could not has been said.
        with suppress(WriteError):
            write_whole(_aside(file), [content])

    # ---- writing -------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Write at once what has not been written yet, and wait for it."""
        self._soon.stop()
        if self._writing is not None:
            self._writing.join(LONGEST_WAIT)
        if self._file is None or self._now == self._written or self._is_writing:
            return
        self._written = self._now
        self._write(self._file, self._text())

    def _write_beside(self) -> None:
        if self._is_writing:
            self._soon.start()
        elif self._file is not None and self._now != self._written:
            self._written = self._now
            self._writing = Thread(target=self._write, args=(self._file, self._text()), name="preferences")
            self._writing.start()

    @property
    def _is_writing(self) -> bool:
        return self._writing is not None and self._writing.is_alive()

    def _text(self) -> bytes:
        return b"".join(to_json(self._now, self._unknown))

    def _write(self, file: Path, text: bytes) -> None:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, [text])
        except (OSError, WriteError) as error:
            self._failed.emit(in_words(error.text if isinstance(error, WriteError) else reason_of(error)))

    def _stop_writing(self, reason: str) -> None:
        """Said once, not with every change."""
        self._file = None
        self.said.emit(self.tr("Your settings cannot be saved: %1").replace("%1", reason))


def users_store() -> PreferenceStore:
    """The preferences of whoever uses this machine."""
    folder = config_folder()
    return PreferenceStore(folder / PREFERENCES, folder / "nnviz.conf")


def _aside(file: Path) -> Path:
    return file.with_name(f"{file.name}.damaged")
