"""What would make Qt abort the process, found beforehand and said in one line.

Nothing here imports Qt. The libraries are those that PySide6-Essentials' own files name as needed; what is loaded
to see that it is there stays loaded for Qt, so looking costs next to nothing.
"""

import ctypes
import os
import platform
import re
import socket
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from importlib.machinery import PathFinder
from pathlib import Path
from typing import NamedTuple, TypeAlias

from nnviz.said import said


class Library(NamedTuple):
    """A system library and the packages that bring it."""

    soname: str
    debian: str
    fedora: str


QT_GUI: tuple[Library, ...] = (
    Library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx"),
    Library("libX11.so.6", "libx11-6", "libX11"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libgthread-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libz.so.1", "zlib1g", "zlib"),
    Library("libzstd.so.1", "libzstd1", "libzstd"),
)

QT_XCB: tuple[Library, ...] = (
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
    Library("libxcb.so.1", "libxcb1", "libxcb"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)

QT_WAYLAND: tuple[Library, ...] = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor"),
)

WITHOUT_DISPLAY = said(
    "Command", 'the window needs a display; without one, "nnviz render" draws the same picture into a file'
)

Load: TypeAlias = Callable[[str], object]


def problem_with_window(environment: Mapping[str, str] = os.environ, load: Load = ctypes.CDLL) -> str | None:
    """Say in one line why Qt could not open a window here, or return None."""
    if problem := problem_with_versions(sys.version_info[:2], installed_pyside()):
        return problem
    if sys.platform != "linux":
        return None
    problems = [_problem_with_platform(name, environment, load) for name in platforms_tried(environment)]
    # Qt takes the first platform that works, so it fails with the last.
    return None if None in problems else problems[-1]


def problem_with_offscreen(load: Load = ctypes.CDLL) -> str | None:
    """Say in one line why Qt could not draw a picture here, without any window, or return None."""
    if problem := problem_with_versions(sys.version_info[:2], installed_pyside()):
        return problem
    return problem_with_libraries(QT_GUI, load) if sys.platform == "linux" else None


def problem_with_versions(python: tuple[int, int], pyside: str | None) -> str | None:
    """Refuse the one pair known to abort: each call that returns None steals a reference to None."""
    if python == (3, 11) and pyside == "6.12.0":
        return said(
            "Command",
            "PySide6 6.12.0 aborts on Python 3.11: {executable} -m pip install 'PySide6-Essentials<6.12', or "
            "use Python 3.12 or newer",
        ).format(executable=sys.executable)
    return None


def installed_pyside() -> str | None:
    """Return PySide6's version as its folder of metadata is named (importlib.metadata takes 40 ms to import)."""
    spec = PathFinder.find_spec("PySide6")
    if spec is None or spec.origin is None:
        return None
    for folder in Path(spec.origin).parents[1].glob("*.dist-info"):
        name, _, version = folder.stem.partition("-")
        if name.lower() == "pyside6_essentials":
            return version
    return None


def platforms_tried(environment: Mapping[str, str]) -> list[str]:
    """Return the names of Qt's platform plugins in the order in which Qt tries them here."""
    if chosen := environment.get("QT_QPA_PLATFORM"):
        return [name.partition(":")[0] for name in chosen.split(";")]
    wayland = "WAYLAND_DISPLAY" in environment or environment.get("XDG_SESSION_TYPE") == "wayland"
    return ["wayland", "xcb"] if wayland else ["xcb"]


def problem_with_libraries(libraries: Iterable[Library], load: Load) -> str | None:
    """Name the libraries that cannot be loaded and the command that installs them, or return None."""
    missing = [library for library in libraries if not _loads(library.soname, load)]
    if not missing:
        return None
    names = ", ".join(library.soname for library in missing)
    return said(
        "Command", "Qt needs system libraries that are missing here ({names}); install them: {install_command}"
    ).format(names=names, install_command=install_command(missing))


def install_command(missing: Iterable[Library], family: frozenset[str] | None = None) -> str:
    """Return the command that installs the libraries' packages.

    Args:
        missing: What to install.
        family: The distribution and those it is like; left out: this machine's.
    """
    if family is None:
        family = _family()
    root = "" if os.geteuid() == 0 else "sudo "
    missing = list(missing)
    debian = " ".join(dict.fromkeys(library.debian for library in missing))
    fedora = " ".join(dict.fromkeys(library.fedora for library in missing))
    # A fresh machine's apt knows no packages yet; dnf looks by itself.
    debian = f"{root}apt-get update && {root}apt-get install -y {debian}"
    fedora = f"{root}dnf install -y {fedora}"
    if family & {"debian", "ubuntu"}:
        return debian
    if family & {"fedora", "rhel", "centos"}:
        return fedora
    return said("Command", "{debian} (Debian, Ubuntu) or {fedora} (Fedora)").format(debian=debian, fedora=fedora)


def _family() -> frozenset[str]:
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return frozenset()
    return frozenset({release["ID"], *release.get("ID_LIKE", "").split()})


def _loads(soname: str, load: Load) -> bool:
    try:
        load(soname)
    except OSError:
        return False
    return True


def _problem_with_platform(name: str, environment: Mapping[str, str], load: Load) -> str | None:
    if name == "xcb":
        display, libraries, answers = environment.get("DISPLAY", ""), QT_GUI + QT_XCB, x_answers
    elif name.startswith("wayland"):
        display, libraries = environment.get("WAYLAND_DISPLAY", "wayland-0"), QT_GUI + QT_WAYLAND
        answers = partial(wayland_answers, environment.get("XDG_RUNTIME_DIR", ""))
    else:
        return problem_with_libraries(QT_GUI, load)
    if not display:
        return said("Command", "there is no display: {without_display}").format(without_display=WITHOUT_DISPLAY)
    if problem := problem_with_libraries(libraries, load):
        return problem
    return (
        None
        if answers(display)
        else said("Command", 'the display "{display}" does not answer: {without_display}').format(
            display=display, without_display=WITHOUT_DISPLAY
        )
    )


def x_answers(display: str) -> bool:
    """Whether something listens where libxcb will look for the display.

    It is not spoken to: a virtual screen starts afresh, or ends, when its only client leaves.
    """
    if display.startswith("/"):
        return _listens(display.rpartition(".")[0] if not os.path.exists(display) else display)
    match = re.fullmatch(r"(?:(?P<protocol>\w+)/)?(?P<host>[^/]*):(?P<number>\d+)(?:\.\d+)?", display)
    if match is None:
        return False
    number = int(match["number"])
    if match["host"] in {"", "unix"}:
        path = f"/tmp/.X11-unix/X{number}"
        if _listens(path) or _listens(f"\0{path}"):
            return True
    try:
        socket.create_connection((match["host"].strip("[]") or "localhost", 6000 + number), timeout=3).close()
    except (OSError, OverflowError):
        return False
    return True


def wayland_answers(folder: str, display: str) -> bool:
    """Whether a compositor listens at the socket ``display`` in ``folder``, or at its full path."""
    return _listens(os.path.join(folder, display))


def _listens(address: str) -> bool:
    with socket.socket(socket.AF_UNIX) as client:
        try:
            client.connect(address)
        except OSError:
            return False
    return True
