"""The recipes agree with each other, and with what nnviz says of itself."""

import re
import subprocess
import tomllib
from configparser import ConfigParser
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree

import pytest

from nnviz import __version__

CHECKOUT = Path(__file__).parents[1]
PACKAGING = CHECKOUT / "packaging"
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture
def script(monkeypatch):
    """Gives one of the packaging's scripts as a module, as it sees its neighbours when it is called."""
    monkeypatch.syspath_prepend(PACKAGING)
    return import_module


def test_the_command_and_the_import_are_nnviz_and_the_distribution_is_not():
    assert PROJECT["name"] == "nnviz-desktop"
    assert PROJECT["scripts"] == {"nnviz": "nnviz.cli:main"}


def test_nothing_tells_to_install_a_project_of_another():
    texts = [*CHECKOUT.glob("*.md"), *(CHECKOUT / "nnviz").rglob("*.py"), *(CHECKOUT / "resources").rglob("*.ts")]
    wrong = re.compile(r"pip install\s+['\"]?nnviz(?!-desktop)|(?<![\w-])nnviz\[\w+\]")
    assert [path.name for path in texts if wrong.search(path.read_text(encoding="utf-8"))] == []


def test_the_oldest_versions_are_those_of_every_dependency(script, capsys):
    script("bounds").main("oldest")
    lowest = dict(line.partition(";")[0].strip().split("==") for line in capsys.readouterr().out.splitlines())
    for dependency in PROJECT["dependencies"]:
        name, _, rest = dependency.partition(">=")
        assert rest.startswith(lowest[name]), dependency


def test_only_tools_are_pinned_where_the_newest_is_proved(script, capsys):
    bounds = script("bounds")
    bounds.main("newest")
    pinned = {bounds.name_of(line) for line in capsys.readouterr().out.splitlines()}
    assert "pytest" in pinned
    assert pinned.isdisjoint(map(bounds.name_of, PROJECT["dependencies"]))
    assert pinned.isdisjoint({"onnx", "av", "distributed", "python-pptx"})


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
    "path", ["windows/build.ps1", "windows/nnviz.iss", "macos/build", "../.github/workflows/check.yml", "../make.bat"]
)
def test_what_was_never_run_says_so_at_its_top(path):
    lines = (PACKAGING / path).read_text(encoding="utf-8").splitlines()
    first = next(line for line in lines if not line.startswith("#!"))
    assert "Not run by us so far" in first


def test_the_changelog_tells_of_this_version_first(script):
    newest = script("changelog").releases((CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8"))[0]
    assert newest.version == __version__
    assert newest.summary.endswith(".")
    assert newest.notes.partition("\n\n")[2].startswith("### ")


def test_a_checkout_has_one_place_for_the_version():
    files = subprocess.run(["git", "ls-files"], cwd=CHECKOUT, capture_output=True, text=True, check=False).stdout
    if not files:
        pytest.skip("not a checkout of git")
    written = re.compile(rf"(?<![\d.]){re.escape(__version__)}(?![\d.])")
    aside = {"CHANGELOG.md", "constraints.txt", "pyproject.toml"}
    kinds = {"", ".bat", ".desktop", ".iss", ".md", ".ps1", ".py", ".spec", ".toml", ".xml", ".yml"}
    names = [name for name in files.splitlines() if Path(name).suffix in kinds and name not in aside]
    paths = [CHECKOUT / name for name in names if not name.startswith(("resources/", "tests/"))]
    assert [path.name for path in paths if written.search(path.read_text(encoding="utf-8"))] == ["__init__.py"]
    assert "version" in PROJECT["dynamic"]


def test_software_centres_are_told_of_the_release(script, tmp_path):
    script("metainfo").main(__version__, tmp_path / "told.xml")
    told = ElementTree.parse(tmp_path / "told.xml")
    assert [release.attrib["version"] for release in told.iter("release")] == [__version__]
    assert told.findtext("releases/release/description/p")
    assert told.find("screenshots") is None


def test_screenshots_are_told_of_where_there_is_an_address(script, tmp_path):
    script("metainfo").main(__version__, tmp_path / "told.xml", "https://example.org/nnviz/")
    addresses = [image.text for image in ElementTree.parse(tmp_path / "told.xml").iter("image")]
    screenshots = script("screenshots")
    names = [each.file(word, __version__) for each in screenshots.SCREENSHOTS for word in screenshots.LANGUAGES]
    assert addresses == [f"https://example.org/nnviz/{name}" for name in names]


@pytest.mark.parametrize(
    ("source", "modules"),
    [
        ("import os.path", {"os.path"}),
        ("def later():\n    from json import decoder, loads", {"json", "json.decoder"}),
        ("from . import here\nfrom ..above import it", {"nnviz.cli", "nnviz.above"}),
        ("module = import_module('av')", {"av"}),
        ("if TYPE_CHECKING:\n    import torch\nelse:\n    import io", {"io"}),
    ],
)
def test_what_a_frozen_program_must_hold_is_all_that_is_imported(script, source, modules):
    assert set(script("complete").imported(source, "nnviz.cli")) == modules


def test_what_a_frozen_program_does_without_is_an_extra(script):
    extras = [why.removeprefix("the extra ") for why in script("complete").WITHOUT.values() if "extra" in why]
    assert set(extras) == {"cluster", "film", "onnx"}
    assert set(extras) <= set(PROJECT["optional-dependencies"])


def test_the_binaries_are_never_stripped():
    spec = (PACKAGING / "nnviz.spec").read_text(encoding="utf-8")
    assert "strip=True" not in spec
    assert spec.count("strip=False") == 2
