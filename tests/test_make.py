"""make.bat does on Windows what the Makefile does elsewhere."""

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
MAKEFILE = (CHECKOUT / "Makefile").read_text(encoding="utf-8").replace("\\\n", "")
BATCH = (CHECKOUT / "make.bat").read_text(encoding="utf-8")
ONLY_LINUX = {"kills", "package"}
"""What the Makefile alone does: Windows has a recipe of its own for packages, and no signal that kills."""
TARGETS = set(re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)[1].split()) - {"help"}
ON_WINDOWS = TARGETS - ONLY_LINUX
ARGUMENTS = " ".join(f"%{number}" for number in range(2, 10))
"""How make.bat passes on what came with its command."""


def makefile(target):
    """What a target of the Makefile installs first, which environment it sets, and what it calls, with which words."""
    stamp, body = re.search(rf"^{target}: \.venv/(\w+)\.stamp\n((?:\t.*\n)+)", MAKEFILE, re.MULTILINE).groups()
    installed = re.search(rf"^\.venv/{stamp}\.stamp:.*\n\t\$\(INSTALL\) --editable (\S+)$", MAKEFILE, re.MULTILINE)[1]
    calls = re.findall(r"\$\(BIN\)/([^;|\n]*)", body.replace('$$(basename "$$script" .py)', "SCRIPT"))
    return installed.strip("'"), set(re.findall(r"\b(QT_\w+=\S+)", body)), [call.split() for call in calls]


def batch(label):
    """The same of a label of make.bat."""
    body = re.search(rf"^:{label}\n(.*?)(?:^exit /b \S+\n)", BATCH, re.MULTILINE | re.DOTALL)[1]
    installed = re.search(r'^call :install \w+ "(\S+)" \|\| exit /b 1$', body, re.MULTILINE)[1]
    calls = re.findall(r"\.venv\\Scripts\\([^|\n]*)", body.replace("%%~ns", "SCRIPT").replace(ARGUMENTS, "$(ARGS)"))
    return installed, set(re.findall(r"^set (QT_\w+=\S+)$", body, re.MULTILINE)), [call.split() for call in calls]


def said_by(script, help_line):
    """What a script's help says of each target, without the words on how more is passed on."""
    lines = re.findall(help_line, script, re.MULTILINE)
    return {target: re.split(r" \(ARGS|;", text.replace("\\", "/"))[0].strip() for target, text in lines}


def cleaned(script, folders):
    """The folders that `make clean` removes."""
    return re.search(folders, script, re.MULTILINE)[1].split()


def test_every_command_is_there():
    assert set(re.findall(r'^if "%~1"=="(\w+)" goto \1$', BATCH, re.MULTILINE)) == ON_WINDOWS


def test_the_help_names_every_command_in_the_same_words():
    here = said_by(MAKEFILE, r"^\t@echo 'make (\w+) +(.*)'$")
    windows = said_by(BATCH, r"^echo make (\w+) +(.*)$")
    assert set(here) == TARGETS
    assert windows == {target: words for target, words in here.items() if target in ON_WINDOWS}


@pytest.mark.parametrize("command", sorted(ON_WINDOWS - {"clean"}))
def test_a_command_does_the_same(command):
    assert makefile(command)[2]
    assert batch(command) == makefile(command)


def test_a_command_ends_with_the_first_that_fails():
    calls = [line for line in BATCH.splitlines() if re.match(r"\.venv\\Scripts|for %%s", line)]
    after = [line for line in calls if not line.endswith("|| exit /b 1")]
    assert all(f"{line}\nexit /b %errorlevel%\n" in BATCH for line in after if not line.endswith(">nul"))


def test_the_same_scripts_measure():
    loop = re.compile(r"^.*\bfor .* in \(?(tests\S+)[/\\]", re.MULTILINE)
    folders = [loop.search(script)[1].replace("\\", "/") for script in (MAKEFILE, BATCH)]
    assert folders == ["tests/benchmarks"] * 2


def test_the_same_is_removed():
    ours = cleaned(MAKEFILE, r"^clean:\n\trm -rf (.*)$")
    assert ours == cleaned(BATCH, r"^:clean\nfor %%d in \((.*?)\) do if exist %%d rmdir /s /q %%d$")
    everywhere = cleaned(MAKEFILE, r"^\tfind nnviz tests -name (\S+) -type d -prune -exec rm -rf \{\} \+$")
    assert everywhere == cleaned(BATCH, r'^for /d /r %%d in \((.*?)\) do if exist "%%d" rmdir /s /q "%%d"$')


def test_the_same_versions_are_installed():
    pins = re.search(r"^CONSTRAINTS \?= (\S+)$", MAKEFILE, re.MULTILINE)[1]
    assert f"copy /y /b pyproject.toml+{pins} .venv\\pins" in BATCH
    assert f"pip install --quiet --constraint {pins} --editable %2 || exit /b 1" in BATCH
