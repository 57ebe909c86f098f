"""A command that goes on until somebody ends it."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

WORDS = ["--set", "training.epochs=10000000", "--set", "training.early_stopping="]


def _bytes_in(folder: Path) -> int:
    sizes = []
    for file in folder.iterdir():
        with suppress(FileNotFoundError):  # written on trial, and gone
            sizes.append(file.stat().st_size)
    return sum(sizes)


def _hear_interrupts() -> None:
    """A job in the background is started deaf to Ctrl-C, and its children would be too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def endless_trace(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """``nnviz trace`` writing to a folder that is empty otherwise; whatever fails, it does not go on."""
    words = ["trace", "circle", "--iterations", "10000000", *WORDS, "--json", "out.json"]
    with subprocess.Popen(
        [sys.executable, "-m", "nnviz", *words], cwd=folder, stderr=subprocess.PIPE, preexec_fn=_hear_interrupts
    ) as process:
        try:
            while not _bytes_in(folder):
                assert process.poll() is None
            yield process
        finally:
            process.kill()
