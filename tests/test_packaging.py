"""The recipes agree with each other, and with what nnviz says of itself."""

import re
import subprocess
import sys
import tomllib
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

CHECKOUT = Path(__file__).parents[1]
PACKAGING = CHECKOUT / "packaging"
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
MAKEFILE = (CHECKOUT / "Makefile").read_text(encoding="utf-8")
BATCH = (CHECKOUT / "make.bat").read_text(encoding="utf-8")
ONLY_LINUX = {"kills", "package"}
"""What the Makefile alone does: Windows has a recipe of its own for packages, and no signal that kills."""


def recipe(target):
    """What the Makefile does for a target, without where programs are."""
    body = re.search(rf"^{target}:.*\n((?:\t.*\n)+)", MAKEFILE, re.MULTILINE)[1]
    return called(body, r"\$\(BIN\)/(.*)")


def batch(label):
    """What make.bat does at a label, said in the same way."""
    body = re.search(rf"^:{label}\n(.*?)(?:^exit /b \S+\n|\Z)", BATCH, re.MULTILINE | re.DOTALL)[1]
    return called(body, r"\.venv\\Scripts\\(.*)")


def called(body, program):
    """The programs of .venv with their words, without what differs for the system's sake."""
    lines = (re.search(program, line) for line in body.splitlines())
    words = (re.sub(r"\|\|.*|%\d|\$\(ARGS\)|\"?(\$\$|%%)\w+\"?|;.*", "", line[1]).split() for line in lines if line)
    aside = {"--numprocesses", "auto", "--dist", "worksteal"}
    return [[word for word in line if word not in aside] for line in words]


def test_the_command_and_the_import_are_nnviz_and_the_distribution_is_not():
    assert PROJECT["name"] == "nnviz-desktop"
    assert PROJECT["scripts"] == {"nnviz": "nnviz.cli:main"}


def test_nothing_tells_to_install_a_project_of_another():
    texts = [*CHECKOUT.glob("*.md"), *(CHECKOUT / "nnviz").rglob("*.py"), *(CHECKOUT / "resources").rglob("*.ts")]
    wrong = re.compile(r"pip install\s+['\"]?nnviz(?!-desktop)|(?<![\w-])nnviz\[\w+\]")
    assert [path.name for path in texts if wrong.search(path.read_text(encoding="utf-8"))] == []


def test_windows_has_every_command_of_the_makefile():
    targets = set(re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)[1].split()) - {"help"} - ONLY_LINUX
    assert set(re.findall(r'^if "%~1"=="(\w+)" goto \1$', BATCH, re.MULTILINE)) == targets
    assert set(re.findall(r"^echo make (\w+)", BATCH, re.MULTILINE)) == targets


@pytest.mark.parametrize("command", ["test", "stage", "soak", "fuzz", "bench", "translations"])
def test_a_command_does_the_same_on_windows(command):
    assert recipe(command)
    assert batch(command) == recipe(command)


def test_the_help_names_every_target():
    targets = set(re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)[1].split()) - {"help"}
    assert set(re.findall(r"^\t@echo 'make (\w+)", MAKEFILE, re.MULTILINE)) == targets


def test_the_oldest_versions_are_those_of_every_dependency():
    printed = subprocess.run(
        [sys.executable, PACKAGING / "oldest.py"], capture_output=True, text=True, check=True
    ).stdout
    lowest = dict(line.partition(";")[0].strip().split("==") for line in printed.splitlines())
    for dependency in PROJECT["dependencies"]:
        name, _, rest = dependency.partition(">=")
        assert rest.startswith(lowest[name]), dependency


def test_what_the_desktop_opens_is_what_it_is_told_of():
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(PACKAGING / "org.nnviz.nnviz.desktop", encoding="utf-8")
    opened = set(entry["Desktop Entry"]["MimeType"].strip(";").split(";"))
    types = ElementTree.parse(PACKAGING / "org.nnviz.nnviz.mime.xml").getroot()
    assert opened == {kind.attrib["type"] for kind in types}
    globs = {glob.attrib["pattern"] for glob in types.iter() if glob.tag.endswith("glob")}
    assert globs == {"*.nnviz", "*.nnviz-run"}


@pytest.mark.parametrize(
    "path", ["windows/build.ps1", "windows/nnviz.iss", "macos/build", "../.github/workflows/check.yml"]
)
def test_what_was_never_run_says_so_at_its_top(path):
    lines = (PACKAGING / path).read_text(encoding="utf-8").splitlines()
    first = next(line for line in lines if not line.startswith("#!"))
    assert "Not run by us so far" in first


def test_the_binaries_are_never_stripped():
    spec = (PACKAGING / "nnviz.spec").read_text(encoding="utf-8")
    assert "strip=True" not in spec
    assert spec.count("strip=False") == 2
