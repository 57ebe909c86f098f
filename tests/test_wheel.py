"""The wheel holds what a checkout holds, and works where it is put."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder into which the wheel was unpacked; the wheel was made from the source archive, as releases are."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(CHECKOUT)]
    built = subprocess.run(build, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def files_under(folder):
    return {
        path.relative_to(folder) for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }


def in_installed(installed, code):
    """Run code with the unpacked wheel before everything else."""
    lines = f"import sys; sys.path.insert(0, {str(installed)!r}); {code}"
    return subprocess.run([sys.executable, "-c", lines], cwd=installed, capture_output=True, text=True, check=False)


def test_it_holds_every_module(installed):
    modules = files_under(CHECKOUT / "nnviz")
    assert modules <= files_under(installed / "nnviz")


def test_it_holds_every_resource(installed):
    assert files_under(installed / "nnviz" / "_resources") == files_under(CHECKOUT / "resources")


def test_it_holds_nothing_else(installed):
    names = {path.name for path in installed.iterdir() if path.suffix != ".dist-info"}
    assert names == {"nnviz"}


def test_it_finds_its_resources(installed):
    ran = in_installed(installed, "from nnviz.resources import resource; print(resource())")
    assert ran.stdout.strip() == str((installed / "nnviz" / "_resources").resolve()), ran.stderr


def test_its_engine_works_without_qt(installed):
    without_qt = "sys.modules.update(dict.fromkeys(['PySide6', 'shiboken6', 'pyqtgraph', 'ziamath']))"
    ran = in_installed(installed, f"{without_qt}; import nnviz.engine; print(nnviz.engine.__path__[0])")
    assert ran.stdout.startswith(str(installed)), ran.stderr
