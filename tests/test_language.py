"""Which language is spoken: what is asked for, what was chosen last, what the system says."""

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from nnviz.language import SOURCE, config_folder, language_of, languages, remembered_language, translations_into


def test_english_needs_no_translations_and_chinese_has_some() -> None:
    assert languages() == ("en", "zh")
    assert translations_into("zh").stat().st_size > 0
    with pytest.raises(FileNotFoundError):
        translations_into(SOURCE)


@pytest.mark.parametrize(
    ("asked", "remembered", "environment", "spoken"),
    [
        ("zh", "en", {"LANG": "en_US.UTF-8"}, "zh"),
        (None, "zh", {"LANG": "en_US.UTF-8"}, "zh"),
        (None, "", {"LANG": "zh_CN.UTF-8"}, "zh"),
        (None, "", {"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB"}, "en"),
        (None, "", {"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, "zh"),
        (None, "", {"LANGUAGE": "eo:zh"}, "zh"),
        (None, "", {"LANGUAGE": "", "LANG": "zh"}, "zh"),
        (None, "", {"LANG": "C"}, "en"),
        (None, "", {}, "en"),
        (None, "tlh", {"LANG": "de_DE"}, "en"),
    ],
)
def test_what_is_asked_for_comes_before_what_was_chosen_and_that_before_the_system(
    asked: str | None, remembered: str, environment: dict[str, str], spoken: str
) -> None:
    assert language_of(asked, remembered, environment) == spoken


def test_preferences_are_where_qt_has_them() -> None:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    assert config_folder() == Path(place) / "nnviz"


@pytest.mark.parametrize(
    ("content", "remembered"),
    [
        (json.dumps({"language": "zh"}), "zh"),
        (json.dumps({"language": 3}), ""),
        ("{", ""),
        ("[]", ""),
        ("\udcff", ""),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the folder is not told by a variable")
def test_the_language_chosen_last_is_read_from_whatever_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, remembered: str
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert remembered_language() == ""
    (tmp_path / "nnviz").mkdir()
    (tmp_path / "nnviz" / "preferences.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    assert remembered_language() == remembered


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="elsewhere folders are called otherwise")
def test_a_user_without_a_home_has_preferences_all_the_same(monkeypatch):
    """In a container a user may be a number: nothing is remembered, and everything else works."""
    for name in ("HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    assert config_folder() == Path("/.config/nnviz")
