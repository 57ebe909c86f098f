"""One HTML file of style, script and contents, in which a strict policy lets nothing else run and nothing out."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import msgspec

from nnviz import __version__
from nnviz.colours import CLASSES, ROLES
from nnviz.export.page.scenes import Contents
from nnviz.export.page.words import NEEDS_SCRIPT, words_in
from nnviz.resources import resource
from nnviz.said import Translate, spoken

FORMAT = "nnviz-page/1"
SCRIPTS = (
    "engine.js",
    "wording.js",
    "elements.js",
    "maps.js",
    "layout.js",
    "brush.js",
    "picture.js",
    "formulas.js",
    "panels.js",
    "plots.js",
    "insight.js",
    "sheet.js",
    "controls.js",
    "training.js",
    "view.js",
)
"""In the order in which they stand in the page; the last one begins."""
STYLES = ("base.css", "network.css", "parts.css", "widths.css")
LIGHT, DARK = 0, 1
"""The columns of the themes among the named colours; a page is as light or dark as the reader's system."""


def html(contents: Contents, title: Mapping[str, str], language: str, translations: Mapping[str, Translate]) -> bytes:
    """The page as a file.

    Args:
        contents: What it goes through.
        title: Of the whole, by language.
        language: The one that it begins in.
        translations: What translates into each language that it can be switched to.
    """
    style = _style()
    script = _script()
    data = {
        "format": FORMAT,
        "version": __version__,
        "title": dict(title),
        "language": language,
        "words": {name: words_in(translate) for name, translate in translations.items()},
        "runs": contents.runs,
        "scenes": [_told(scene, translations) for scene in contents.scenes],
    }
    policy = (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    parts = {
        "LANGUAGE": escape(language),
        "POLICY": policy,
        "TITLE": escape(title.get(language) or next(iter(title.values()), "")),
        "NEEDS_SCRIPT": escape(spoken(NEEDS_SCRIPT, translations[language])),
        "STYLE": style,
        # In JSON a "<" stands in texts alone, and written so it can begin no tag.
        "CONTENTS": msgspec.json.encode(data).decode().replace("<", "\\u003c"),
        "SCRIPT": script,
    }
    # All at once: what is put in is not looked through for more.
    return re.sub(r"%([A-Z_]+)%", lambda place: parts[place[1]], _read("page.html")).encode()


def _told(scene: Mapping[str, Any], translations: Mapping[str, Translate]) -> dict[str, Any]:
    """A scene, in which why a cue has no network is said in every language."""
    cues = [
        {**cue, "unfit": {name: spoken(cue["unfit"], translate) for name, translate in translations.items()}}
        if "unfit" in cue
        else cue
        for cue in scene["cues"]
    ]
    return {**scene, "cues": cues}


def _style() -> str:
    light, dark = (_colours(column) for column in (LIGHT, DARK))
    classes = "".join(f".class-{place}{{--class:var(--class-{place})}}" for place in range(len(CLASSES[LIGHT])))
    themes = f":root,:root.paper{{{light}}}\n@media (prefers-color-scheme:dark){{:root:not(.paper){{{dark}}}}}"
    return f"{themes}\n{classes}\n{_joined(STYLES)}"


def _colours(column: int) -> str:
    named = {role.replace("_", "-"): row[column] for role, row in ROLES.items()}
    named.update((f"class-{place}", colour) for place, colour in enumerate(CLASSES[column]))
    return "".join(f"--{name}:{colour};" for name, colour in named.items())


def _script() -> str:
    return f'(() => {{\n"use strict";\n{_joined(SCRIPTS)}\n}})();'


def _joined(names: Sequence[str]) -> str:
    return "\n".join(_read(name) for name in names)


def _read(name: str) -> str:
    return resource("page", name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """How a policy names the one script, or the one style, that it lets through."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
