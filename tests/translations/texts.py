"""Every text that is shown, as the tools of Qt find it and as it stands in the code.

``python -m tests.translations.texts`` brings the files of translations up to date: new texts come in unfinished, texts
that are gone go, and each file's ``.qm`` is made of it.
"""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from xml.etree import ElementTree

import PySide6

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "nnviz"
FOLDER = ROOT / "resources" / "translations"
TOOLS = Path(PySide6.__file__).parent
WITH_CONTEXT = ("translate", "said", "QT_TRANSLATE_NOOP")
"""Functions that take a context and a text; for ``tr`` the class around it is the context."""


class Text(NamedTuple):
    """A text, and where it belongs."""

    context: str
    text: str


class Message(NamedTuple):
    """A text with its translation: one, or one for each form of a number."""

    text: Text
    translations: tuple[str, ...]
    finished: bool


def extract(file: Path) -> None:
    """Bring a file of translations up to date with the code."""
    sources = sorted(str(path.relative_to(ROOT)) for path in PACKAGE.rglob("*.py"))
    options = ["-tr-function-alias", "translate+=said", "-locations", "none", "-no-obsolete", "-sort-messages"]
    _run("lupdate", "-silent", *options, *sources, "-ts", str(file))


def release(file: Path, made: Path) -> None:
    """Make of a file of translations what the window reads."""
    _run("lrelease", "-silent", "-removeidentical", str(file), "-qm", str(made))


def extracted() -> set[Text]:
    """What Qt's tool finds in the code."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "nnviz_en.ts"
        extract(file)
        return {message.text for message in messages(file)}


def messages(file: Path) -> Iterator[Message]:
    """What stands in a file of translations."""
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            finished = translation.get("type") is None and all(forms)
            yield Message(Text(name, message.findtext("source", "")), tuple(forms), finished)


def in_the_code() -> Iterator[tuple[Text, str]]:
    """Every text that a call in the code asks to have translated, and where that is."""
    for path in sorted(PACKAGE.rglob("*.py")):
        where = path.relative_to(ROOT).as_posix()
        yield from ((text, f"{where}:{line}") for text, line in _texts(ast.parse(path.read_text()), ""))


def _texts(node: ast.AST, around: str) -> Iterator[tuple[Text, int]]:
    for child in ast.iter_child_nodes(node):
        within = child.name if isinstance(child, ast.ClassDef) else around
        if isinstance(child, ast.Call):
            literals = [each.value if isinstance(each, ast.Constant) else None for each in child.args[:2]]
            match child.func, literals:
                case ast.Name(name), [str(context), str(text)] if name in WITH_CONTEXT:
                    yield Text(context, text), child.lineno
                case ast.Attribute(attr="tr"), [str(text), *_]:
                    yield Text(within, text), child.lineno
        yield from _texts(child, within)


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([TOOLS / tool, *arguments], cwd=ROOT, check=True, capture_output=True, text=True)


def main() -> None:
    """Bring everything up to date."""
    for file in sorted(FOLDER.glob("nnviz_*.ts")):
        extract(file)
        release(file, file.with_suffix(".qm"))
        found = list(messages(file))
        print(f"{file.name}: {len(found)} texts, {sum(not each.finished for each in found)} unfinished")


if __name__ == "__main__":
    main()
