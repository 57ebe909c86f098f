import os
import socket
import subprocess
import sys
from importlib.metadata import version

import pytest

from nnviz import preflight
from nnviz.preflight import (
    QT_GUI,
    QT_WAYLAND,
    QT_XCB,
    install_command,
    installed_pyside,
    platforms_tried,
    problem_with_libraries,
    problem_with_offscreen,
    problem_with_versions,
    problem_with_window,
    x_answers,
)

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="system libraries and displays are Linux's concern")


def everything_loads(soname):
    return None


def lacks(*missing):
    def load(soname):
        if soname in missing:
            raise OSError(soname)

    return load


@pytest.fixture
def listening(tmp_path):
    """The path of a socket that something listens at."""
    path = tmp_path / "wayland-7"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()
        yield path


class TestVersions:
    def test_the_bad_pair_is_refused(self):
        assert "PySide6 6.12.0 aborts on Python 3.11" in problem_with_versions((3, 11), "6.12.0")

    @pytest.mark.parametrize(
        ("python", "pyside"), [((3, 11), "6.11.3"), ((3, 12), "6.12.0"), ((3, 13), "6.12.0"), ((3, 11), None)]
    )
    def test_sound_pairs_pass(self, python, pyside):
        assert problem_with_versions(python, pyside) is None

    def test_the_version_is_read_without_importing_pyside(self):
        assert installed_pyside() == version("PySide6-Essentials")
        code = "import sys, nnviz.preflight as p; p.installed_pyside(); sys.exit('PySide6' in sys.modules)"
        assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

    def test_the_refusal_comes_before_everything_else(self, monkeypatch):
        monkeypatch.setattr(preflight, "installed_pyside", lambda: "6.12.0")
        monkeypatch.setattr(sys, "version_info", (3, 11, 7))
        assert "6.12.0" in problem_with_window({})
        assert "6.12.0" in problem_with_offscreen()


@on_linux
class TestDisplay:
    @pytest.mark.parametrize("environment", [{}, {"DISPLAY": ""}, {"QT_QPA_PLATFORM": "xcb"}])
    def test_none_is_said_so_and_render_is_named(self, environment):
        problem = problem_with_window(environment, everything_loads)
        assert problem.startswith("there is no display")
        assert "nnviz render" in problem

    @pytest.mark.parametrize(
        "display", [":4711", "localhost:4711", "unix:4711.0", "nonsense", ":99999999", "/nowhere/x:0"]
    )
    def test_one_that_does_not_answer_is_named(self, display):
        problem = problem_with_window({"DISPLAY": display}, everything_loads)
        assert f'the display "{display}" does not answer' in problem
        assert "nnviz render" in problem

    def test_one_that_answers_will_do(self, listening):
        assert x_answers(str(listening))
        assert problem_with_window({"DISPLAY": str(listening)}, everything_loads) is None

    def test_wayland_will_do(self, listening):
        environment = {"XDG_RUNTIME_DIR": str(listening.parent), "WAYLAND_DISPLAY": listening.name}
        assert problem_with_window(environment, everything_loads) is None

    def test_x_stands_in_where_wayland_does_not_answer(self, listening):
        environment = {"WAYLAND_DISPLAY": "wayland-nowhere", "DISPLAY": str(listening)}
        assert platforms_tried(environment) == ["wayland", "xcb"]
        assert problem_with_window(environment, everything_loads) is None

    @pytest.mark.parametrize("name", ["offscreen", "minimal", "vnc:size=800x600"])
    def test_platforms_without_one_need_none(self, name):
        assert problem_with_window({"QT_QPA_PLATFORM": name}, everything_loads) is None


@on_linux
class TestLibraries:
    def test_a_missing_one_is_named_with_its_package(self):
        problem = problem_with_window({"DISPLAY": ":0"}, lacks("libxcb-cursor.so.0"))
        assert "(libxcb-cursor.so.0)" in problem
        assert install_command([library for library in QT_XCB if library.soname == "libxcb-cursor.so.0"]) in problem

    def test_pictures_need_no_window_libraries(self):
        assert problem_with_offscreen(lacks(*(library.soname for library in QT_XCB + QT_WAYLAND))) is None

    def test_pictures_need_some_all_the_same(self):
        assert "libEGL.so.1" in problem_with_offscreen(lacks("libEGL.so.1"))

    def test_a_library_that_is_nowhere_does_not_load(self):
        nowhere = preflight.Library("libnnviz-nowhere.so.1", "nowhere1", "nowhere")
        assert "libnnviz-nowhere.so.1" in problem_with_libraries([nowhere], preflight.ctypes.CDLL)

    @pytest.mark.parametrize(
        ("family", "command"),
        [
            ({"debian"}, "{root}apt-get update && {root}apt-get install -y libglib2.0-0 libxcb-icccm4"),
            ({"linuxmint", "ubuntu"}, "{root}apt-get update && {root}apt-get install -y libglib2.0-0 libxcb-icccm4"),
            ({"fedora"}, "{root}dnf install -y glib2 xcb-util-wm"),
            ({"rocky", "rhel", "fedora"}, "{root}dnf install -y glib2 xcb-util-wm"),
        ],
    )
    def test_each_distribution_has_its_command(self, family, command, monkeypatch):
        glib_twice_and_icccm = [
            library for library in QT_GUI + QT_XCB if library.debian in {"libglib2.0-0", "libxcb-icccm4"}
        ]
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        assert install_command(glib_twice_and_icccm, frozenset(family)) == command.format(root="")
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
        assert install_command(glib_twice_and_icccm, frozenset(family)) == command.format(root="sudo ")

    def test_an_unknown_distribution_is_told_both(self):
        command = install_command(QT_WAYLAND, frozenset({"arch"}))
        assert "apt-get install -y libwayland-client0" in command
        assert "dnf install -y libwayland-client" in command

    def test_the_lists_hold_all_that_qt_names(self):
        """Qt's own files are asked: what the dynamic linker cannot find must be on the list."""
        pyside = preflight.PathFinder.find_spec("PySide6").origin.removesuffix("__init__.py")
        needed = set()
        for name in (
            "plugins/platforms/libqxcb.so",
            "lib/libQt6XcbQpa.so.6",
            "lib/libQt6Gui.so.6",
            "lib/libQt6Core.so.6",
        ):
            needed |= needed_by(f"{pyside}Qt/{name}")
        listed = {library.soname for library in QT_GUI + QT_XCB}
        everywhere = {"libc.so.6", "libm.so.6", "libgcc_s.so.1", "libstdc++.so.6"}
        assert {name for name in needed if not name.startswith(("libQt6", "libicu", "ld-linux"))} - everywhere <= listed


def needed_by(path):
    """The names after ``NEEDED`` in an ELF file's dynamic section, as the linker itself reports them."""
    traced = subprocess.run(
        [sys.executable, "-c", f"import ctypes; ctypes.CDLL({path!r})"],
        env={**os.environ, "LD_DEBUG": "files"},
        capture_output=True,
        text=True,
        check=False,
    ).stderr
    lines = (line for line in traced.splitlines() if "needed by" in line and path.rpartition("/")[2] in line)
    return {line.partition("file=")[2].split()[0] for line in lines}
