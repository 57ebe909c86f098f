"""A virtual screen of X11's of one's own, with a window manager where there is one."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from select import select
from typing import Any

LONGEST = 120.0
"""Seconds that anything may take before a test gives up: for a slow machine with other things to do."""


@contextmanager
def running(words: list[str], **settings: Any) -> Iterator[subprocess.Popen]:
    """A process that is over at the end, whatever happens."""
    process = subprocess.Popen(words, **settings)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextmanager
def virtual_screen(home: Path, size: str = "1280x720") -> Iterator[dict[str, str]]:
    """The environment of a user with a screen of that size and no settings yet."""
    with ExitStack() as stack:
        reader, writer = os.pipe()
        stack.callback(os.close, reader)
        # Without -noreset, monitors are forgotten when the program that sets them ends.
        words = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"]
        stack.enter_context(running(words, pass_fds=[writer], stderr=subprocess.DEVNULL))
        os.close(writer)
        assert select([reader], [], [], LONGEST)[0], "the virtual screen does not start"
        # A number and the end of the line: one write, as short as a pipe takes whole.
        number = os.read(reader, 20).decode().strip()
        assert number, "the virtual screen ended at once"
        ours = {
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(home),
            **{f"XDG_{kind.upper()}_HOME": str(home / kind) for kind in ("config", "data", "cache")},
        }
        environment = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"} | ours
        if shutil.which("openbox"):
            stack.enter_context(running(["openbox"], env=environment, stderr=subprocess.DEVNULL))
        yield environment
