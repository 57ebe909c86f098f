"""The languages that nnviz speaks, and which of them is meant. A file of translations makes a language."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from nnviz.content import ContentError, content_of
from nnviz.files import home
from nnviz.resources import resource

SOURCE = "en"
"""The language that all texts are written in."""
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""In which a system says its language, the weightiest first."""
PREFERENCES = "preferences.json"
"""The file in ``config_folder`` that remembers what the user has chosen."""
LARGEST_PREFERENCES = 16_000_000
"""Bytes. Examples that were drawn by hand are in there too; what is larger is something else."""


def languages() -> tuple[str, ...]:
    """All that there are, English first: of ``translations/nnviz_zh.qm`` comes ``zh``."""
    found = sorted(file.stem.removeprefix("nnviz_") for file in resource("translations").glob("nnviz_*.qm"))
    return (SOURCE, *found)


def translations_into(language: str) -> Path:
    """The file of translations into a language.

    Raises:
        FileNotFoundError: There is none, as for English.
    """
    return resource("translations", f"nnviz_{language}.qm")


def language_of(asked: str | None = None, remembered: str = "", environment: Mapping[str, str] = os.environ) -> str:
    """The language that is asked for, else the one chosen last, else the system's; English where that is not known."""
    known = languages()
    wanted = (asked or "", remembered, *_system_languages(environment))
    return next((language for language in wanted if language in known), SOURCE)


def _system_languages(environment: Mapping[str, str]) -> list[str]:
    said = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    # "zh_CN.UTF-8", and in the first of the variables several: "zh_CN:en".
    return [name.partition(".")[0].partition("_")[0] for name in said.split(":")]


def config_folder() -> Path:
    """Where the user's preferences are kept, as the system has it: what Qt calls GenericConfigLocation, and /nnviz."""
    if sys.platform == "win32":
        folder = Path(os.environ.get("LOCALAPPDATA") or home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        folder = home() / "Library" / "Preferences"
    else:
        folder = Path(os.environ.get("XDG_CONFIG_HOME") or home() / ".config")
    return folder / "nnviz"


def remembered_language() -> str:
    """The language that the user chose last; empty where there is none, or no telling."""
    file = config_folder() / PREFERENCES
    try:
        read = json.loads(content_of(file, LARGEST_PREFERENCES))
    except (ContentError, ValueError, RecursionError):
        return ""
    language = read.get("language", "") if isinstance(read, dict) else ""
    return language if isinstance(language, str) else ""
