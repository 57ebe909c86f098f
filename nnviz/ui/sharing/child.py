"""nnviz's own command in a process beside the window, which never waits for it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import psutil
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from nnviz.progress import LINES, VARIABLE, progress_in
from nnviz.ui.names.translation import translate

CALLED = "nnviz: "
"""What each line of a command's own begins with."""
NICENESS = 3
LONGEST_WAIT = 1_000
"""Milliseconds that the window's closing waits for a process that has been killed."""


def command_line(words: Sequence[str]) -> tuple[str, list[str]]:
    """The program and its arguments that do what ``nnviz`` and these words do, bundled or not."""
    frozen = getattr(sys, "frozen", False)
    return sys.executable, [*([] if frozen else ["-m", "nnviz"]), *words]


class Child(QObject):
    """Runs a command once.

    Args:
        words: After ``nnviz``.
        folder: Where it keeps what it needs on the way.

    Signals:
        progressed(int, int): So much of so much is done.
        ended(str): It is over: why it failed, or nothing.
        gone(): It has been killed, and is no more.
    """

    progressed = Signal(int, int)
    ended = Signal(str)
    gone = Signal()

    def __init__(self, words: Sequence[str], folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._said, self._rest = "", b""
        self._process = process = QProcess(self)
        process.setProgram(command_line(words)[0])
        process.setArguments(command_line(words)[1])
        process.setProcessEnvironment(_environment(folder))
        process.setStandardInputFile(QProcess.nullDevice())
        process.setStandardOutputFile(QProcess.nullDevice())
        process.readyReadStandardError.connect(self._read)
        process.started.connect(self._step_back)
        process.finished.connect(self._finish)
        process.errorOccurred.connect(self._fail)
        process.start()

    def kill(self, wait: bool = False) -> None:
        """End it, whatever it does."""
        for signal in (self._process.finished, self._process.errorOccurred, self._process.readyReadStandardError):
            signal.disconnect()
        self._process.finished.connect(self.gone)
        self._process.kill()
        if wait:
            self._process.waitForFinished(LONGEST_WAIT)

    @property
    def process(self) -> int:
        """Its number in the system; 0 while there is none."""
        return self._process.processId()

    def _step_back(self) -> None:
        """The window goes first."""
        with suppress(psutil.Error, OSError):
            process = psutil.Process(self._process.processId())
            process.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS if sys.platform == "win32" else NICENESS)

    def _read(self) -> None:
        *lines, self._rest = (self._rest + self._process.readAllStandardError().data()).split(b"\n")
        for line in lines:
            self._hear(line.decode(errors="replace").strip())

    def _hear(self, line: str) -> None:
        progress = progress_in(line)
        if progress is not None:
            self.progressed.emit(*progress)
        elif line:
            self._said = line

    def _finish(self, status: int, way: QProcess.ExitStatus) -> None:
        self._read()
        self._hear(self._rest.decode(errors="replace").strip())
        if status == 0 and way is QProcess.ExitStatus.NormalExit:
            self.ended.emit("")
        else:
            self.ended.emit(_without_name(self._said) or self.tr("It ended without a word."))

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.ended.emit(self.tr("It could not be started: {}").format(self._process.errorString()))


def _without_name(line: str) -> str:
    """What a command says of what went wrong, without whose word it is."""
    line = line.removeprefix(CALLED)
    return line.removeprefix(translate("Command", "error: {what}").format(what=""))


def _environment(folder: Path) -> QProcessEnvironment:
    environment = QProcessEnvironment.systemEnvironment()
    settings = {VARIABLE: LINES, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    # What it leaves on the way goes with the folder, however it ends.
    for name, value in {**settings, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))}.items():
        environment.insert(name, value)
    return environment
