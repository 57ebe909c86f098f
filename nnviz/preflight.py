"""What would make Qt abort the process, found beforehand and said in one line.

Nothing here imports Qt. The libraries are those that PySide6-Essentials' own files name as needed; what is loaded
to see that it is there stays loaded for Qt, so looking costs next to nothing.
"""

import ctypes
import os
import platform
import sys
from collections.abc import Callable, Iterable, Mapping
from importlib.machinery import PathFinder
from pathlib import Path
from typing import NamedTuple


class Library(NamedTuple):
    """A system library and the packages that bring it."""

    soname: str
    debian: str
    fedora: str


QT_GUI = (
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

QT_XCB = (
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

QT_WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor"),
)

WITHOUT_DISPLAY = 'the window needs a display; without one, "nnviz render" draws the same picture into a file'

Load = Callable[[str], object]


def problem_with_window(environment: Mapping[str, str] = os.environ, load: Load = ctypes.CDLL) -> str | None:
    """Say in one line why Qt could not open a window here, or return None."""
    if problem := problem_with_versions(sys.version_info[:2], installed_pyside()):
        return problem
    if sys.platform != "linux":
        return None
    problem: str | None = f"there is no display: {WITHOUT_DISPLAY}"
    # Qt takes the first that works, so it fails with the last.
    for name in platforms_tried(environment):
        problem = _problem_with_platform(name, environment, load)
        if problem is None:
            return None
    return problem


def problem_with_offscreen(load: Load = ctypes.CDLL) -> str | None:
    """Say in one line why Qt could not draw a picture here, without any window, or return None."""
    if problem := problem_with_versions(sys.version_info[:2], installed_pyside()):
        return problem
    return problem_with_libraries(QT_GUI, load) if sys.platform == "linux" else None


def problem_with_versions(python: tuple[int, int], pyside: str | None) -> str | None:
    """Refuse the one pair known to abort: each call that returns None steals a reference to None."""
    if python == (3, 11) and pyside == "6.12.0":
        return (
            "PySide6 6.12.0 aborts on Python 3.11: "
            f"{sys.executable} -m pip install 'PySide6-Essentials<6.12', or use Python 3.12 or newer"
        )
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
    """Return the names of Qt's platform plugins in the order in which Qt tries them here; none without a display."""
    if chosen := environment.get("QT_QPA_PLATFORM"):
        return [name.partition(":")[0] for name in chosen.split(";")]
    wayland = "WAYLAND_DISPLAY" in environment or environment.get("XDG_SESSION_TYPE") == "wayland"
    return ["wayland"] * wayland + ["xcb"] * ("DISPLAY" in environment)


def problem_with_libraries(libraries: Iterable[Library], load: Load) -> str | None:
    """Name the libraries that cannot be loaded and the command that installs them, or return None."""
    missing = [library for library in libraries if not _loads(library.soname, load)]
    if not missing:
        return None
    names = ", ".join(library.soname for library in missing)
    return f"Qt needs system libraries that are missing here ({names}); install them: {install_command(missing)}"


def install_command(missing: Iterable[Library], family: frozenset[str] | None = None) -> str:
    """Return the command that installs the libraries' packages; ``family`` is of distributions, left out: this one's."""
    if family is None:
        family = _family()
    root = "" if os.geteuid() == 0 else "sudo "
    missing = list(missing)
    debian = f"{root}apt-get install -y {' '.join(dict.fromkeys(library.debian for library in missing))}"
    fedora = f"{root}dnf install -y {' '.join(dict.fromkeys(library.fedora for library in missing))}"
    if family & {"debian", "ubuntu"}:
        return debian
    if family & {"fedora", "rhel", "centos"}:
        return fedora
    return f"{debian} (Debian, Ubuntu) or {fedora} (Fedora)"


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
        if not environment.get("DISPLAY"):
            return f"there is no display: {WITHOUT_DISPLAY}"
        display, libraries, answers = environment["DISPLAY"], QT_XCB, _x_answers
    elif name.startswith("wayland"):
        display, libraries, answers = environment.get("WAYLAND_DISPLAY", "wayland-0"), QT_WAYLAND, _wayland_answers
    else:
        return problem_with_libraries(QT_GUI, load)
    if problem := problem_with_libraries(QT_GUI + libraries, load):
        return problem
    return None if answers(display) else f'the display "{display}" does not answer: {WITHOUT_DISPLAY}'


def _x_answers(display: str) -> bool:
    """Connect as Qt will, by the same library: unreachable, refused and misspelt displays all show."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(os.fsencode(display), None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _wayland_answers(display: str) -> bool:
    wayland = ctypes.CDLL("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    connection = wayland.wl_display_connect(os.fsencode(display))
    if connection is None:
        return False
    wayland.wl_display_disconnect(ctypes.c_void_p(connection))
    return True
